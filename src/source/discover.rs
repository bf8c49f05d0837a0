//! Paths and folders to inputs. Follows no links inside folders, and the order does not depend on the file system.

use std::collections::{BTreeMap, HashMap};
use std::fs::{DirEntry, FileType};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;
use sha2::{Digest, Sha256};

use super::foreign::foreign;
use super::formats::Format;
use super::open::{Links, Peeked, open, read_whole, unreadable};
use super::packed::{inner, is_packed, unpacked};
use super::{Input, Kind, Options};
use crate::model::{Place, Problem};

/// How much of a file is looked at to tell what it holds: a record's first fields may be long.
const HEAD: u64 = 1024 * 1024;

/// What the paths of a command line lead to.
#[derive(Debug, Clone, Default)]
pub struct Discovery {
    /// The inputs, as found: arguments in their order, folders in the order of names.
    pub inputs: Vec<Input>,
    /// What could not be looked at, or is nothing that can be read.
    pub problems: Vec<Problem>,
    /// What folders hold besides, counted by extension; links under `links`, names without extension under `(none)`.
    pub passed_over: BTreeMap<String, usize>,
}

/// Finds the inputs that the arguments name. Reads standard input where `-` is among them.
pub fn discover(arguments: &[PathBuf], options: &Options) -> Discovery {
    let mut search = Search {
        options,
        found: Discovery::default(),
        seen: HashMap::new(),
        folder: None,
        read_stdin: false,
    };
    for argument in arguments {
        if argument.as_os_str() == "-" {
            search.standard_input();
        } else {
            search.argument(argument);
        }
    }
    search.found.inputs.shrink_to_fit();
    search.found
}

/// An input from bytes: standard input, or a sample in a test. The name's extension tells the format, if it has one.
pub fn input_from_bytes(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Input, Problem> {
    let place = Place::file(name);
    let head = Peeked::new(unpacked(Box::new(&bytes[..]), options, &place)?, HEAD);
    let kind = kind_of(Path::new(name), head.head(), &place)?;
    drop(head);
    Ok(Input::bytes(name, bytes, kind))
}

struct Search<'o> {
    options: &'o Options,
    found: Discovery,
    /// Canonical names of the inputs, and where they stand among them.
    seen: HashMap<FileName, Option<usize>>,
    /// The folder that was last looked into, and its canonical path.
    folder: Option<(PathBuf, PathBuf)>,
    read_stdin: bool,
}

impl Search<'_> {
    fn standard_input(&mut self) {
        if std::mem::replace(&mut self.read_stdin, true) {
            return;
        }
        let bytes = read_whole(std::io::stdin().lock(), self.options.max_bytes, &Place::file("-"));
        match bytes.and_then(|bytes| input_from_bytes("-", bytes, self.options)) {
            Ok(input) => self.found.inputs.push(input),
            Err(problem) => self.found.problems.push(problem),
        }
    }

    /// What the user named is tried, whatever it is called, and links to it are followed.
    fn argument(&mut self, path: &Path) {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.folder(path),
            Ok(_) => self.file(path, true, Found::Named),
            Err(error) => self.found.problems.push(unreadable(&error, &place_of(path))),
        }
    }

    fn folder(&mut self, top: &Path) {
        let before = (self.found.inputs.len(), self.found.problems.len(), self.seen.len());
        let mut waiting = self.entries(top);
        while let Some((path, kind)) = waiting.pop() {
            if kind.is_dir() && belongs_to_page(&path) {
                self.pass_over("parts of saved pages");
            } else if kind.is_dir() {
                let entries = self.entries(&path);
                waiting.extend(entries);
            } else if kind.is_symlink() {
                self.pass_over("links");
            } else {
                self.member(&path, kind, path.parent() == Some(top));
            }
        }
        if before == (self.found.inputs.len(), self.found.problems.len(), self.seen.len()) {
            let problem = Problem::warning(place_of(top), "the folder holds nothing that can be imported");
            let extensions =
                super::FORMATS.iter().flat_map(|format| format.extensions).map(|e| format!(".{e}"));
            let known = extensions.collect::<Vec<_>>().join(" ");
            self.found
                .problems
                .push(problem.with_way_out(format!("files are read whose names end in {known}")));
        }
    }

    /// The paths in a folder without hidden ones, in the reverse order of their bytes.
    fn entries(&mut self, folder: &Path) -> Vec<(PathBuf, FileType)> {
        let kind = |entry: DirEntry| entry.file_type().map(|kind| (entry.file_name(), kind));
        let entries = std::fs::read_dir(folder).and_then(|entries| {
            entries.map(|entry| entry.and_then(kind)).collect::<std::io::Result<Vec<_>>>()
        });
        let mut names = entries.unwrap_or_else(|error| {
            self.found.problems.push(unreadable(&error, &place_of(folder)));
            Vec::new()
        });
        names.retain(|(name, _)| !name.as_encoded_bytes().starts_with(b"."));
        names.sort_by(|(a, _), (b, _)| b.as_encoded_bytes().cmp(a.as_encoded_bytes()));
        names.into_iter().map(|(name, kind)| (folder.join(name), kind)).collect()
    }

    fn member(&mut self, path: &Path, kind: FileType, named: bool) {
        let inner = inner(path);
        let only_packed = inner.extension().is_none() && is_packed(path);
        if Format::of_extension(&inner).is_some() || only_packed {
            return self.file(path, named, Found::Member(kind));
        }
        let extension =
            inner.extension().map_or("(none)".into(), |extension| extension.to_string_lossy().to_lowercase());
        self.pass_over(&extension);
    }

    fn pass_over(&mut self, what: &str) {
        *self.found.passed_over.entry(what.to_owned()).or_default() += 1;
    }

    fn file(&mut self, path: &Path, named: bool, found: Found) {
        let canonical = self.canonical(path, found);
        if let Some(known) = self.seen.get(&canonical) {
            if let Some(input) = known.and_then(|at| self.found.inputs.get_mut(at)) {
                input.named |= named;
            }
            return;
        }
        let kind = self.look(path, found);
        let at = kind.is_ok().then_some(self.found.inputs.len());
        self.seen.insert(canonical, at);
        match kind {
            Ok(kind) => self.found.inputs.push(Input::file(path, named, kind)),
            Err(problem) => self.found.problems.push(problem),
        }
    }

    /// Names a file by where it is, whatever leads there. What lies in a folder and is no link is where the folder is.
    fn canonical(&mut self, path: &Path, found: Found) -> FileName {
        let canonical = match (found, path.parent(), path.file_name()) {
            (Found::Member(_), Some(folder), Some(name)) => {
                if self.folder.as_ref().is_none_or(|(known, _)| known != folder) {
                    let canonical = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
                    self.folder = Some((folder.to_path_buf(), canonical));
                }
                self.folder.as_ref().map_or_else(|| path.to_path_buf(), |(_, canonical)| canonical.join(name))
            }
            _ => path.canonicalize().unwrap_or_else(|_| path.to_path_buf()),
        };
        Sha256::digest(canonical.as_os_str().as_encoded_bytes()).into()
    }

    fn look(&self, path: &Path, found: Found) -> Result<Kind, Problem> {
        let place = place_of(path);
        let holds_articles =
            Format::of_extension(&inner(path)).is_some_and(|format| format.holds == [Kind::Articles]);
        // Whether it can be read shows when it is read.
        if holds_articles && matches!(found, Found::Member(kind) if kind.is_file()) {
            return Ok(Kind::Articles);
        }
        let links = if found == Found::Named { Links::Follow } else { Links::Refuse };
        let file = open(path, links, &place)?;
        if holds_articles {
            return Ok(Kind::Articles);
        }
        let content = unpacked(Box::new(BufReader::new(file)), self.options, &place)?;
        kind_of(path, Peeked::new(content, HEAD).head(), &place)
    }
}

/// How a file was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// The user named it.
    Named,
    /// It lies in a folder, and is of this kind.
    Member(FileType),
}

/// A canonical path, by its hash: there may be many.
type FileName = [u8; 32];

/// Whether a folder holds the pictures, scripts and frames that a browser saved beside a page.
fn belongs_to_page(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let page = name.strip_suffix("_files").or(name.strip_suffix(".files"));
    page.is_some_and(|page| {
        ["html", "htm"].iter().any(|end| folder.with_file_name(format!("{page}.{end}")).is_file())
    })
}

fn place_of(path: &Path) -> Place {
    Place::file(path.display().to_string())
}

/// The format of a file: by how it begins where that leaves no doubt, by its name, or else by how it begins.
pub(super) fn format_of(path: &Path, head: &[u8]) -> &'static Format {
    let head = lossy(head);
    Format::for_certain(&head)
        .or_else(|| Format::of_extension(&inner(path)))
        .unwrap_or_else(|| Format::of_content(&head))
}

/// What a file holds, by its format and how it begins. What is no text at all is left to the reader, which says so.
fn kind_of(path: &Path, head: &[u8], place: &Place) -> Result<Kind, Problem> {
    if head.trim_ascii().is_empty() || foreign(head).is_some() {
        return Ok(Kind::Articles);
    }
    let format = format_of(path, head);
    format.kind(&lossy(head)).ok_or_else(|| {
        let (reason, way_out) = match format.id {
            "csv" => (
                "the columns are of no kind that is known",
                "claims have quote and predicate, entities key, name and kind, articles text",
            ),
            _ => (
                "it holds neither claims nor entities",
                "a claim file has [[claim]], an entity file [[entity]]",
            ),
        };
        Problem::refused(place.clone(), reason).with_way_out(way_out)
    })
}

/// The beginning as text, good enough to look for names in.
fn lossy(head: &[u8]) -> std::borrow::Cow<'_, str> {
    match Encoding::for_bom(head) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&head[mark..]).0,
        None => String::from_utf8_lossy(head),
    }
}
