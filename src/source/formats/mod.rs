//! The formats that can be read: one file each, and this list. A format knows syntax; what the fields mean is known
//! by `records` and below.

mod csv;
mod feed;
mod html;
mod json;
mod jsonl;
mod markdown;
pub(super) mod text;
pub(super) mod toml;
mod warc;

use std::io::BufRead;
use std::path::Path;

use super::Kind;
use super::part::Cutter;
use super::session::Session;

/// The bytes of one input.
pub(super) type Content<'c> = Box<dyn BufRead + 'c>;

/// A format: what its files are called, what they may hold, and how they are read.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name, and that of its file in this folder.
    pub id: &'static str,
    /// Its name, for people.
    pub name: &'static str,
    /// How names of its files end, without the dot, lower-case.
    pub extensions: &'static [&'static str],
    /// What its files may hold.
    pub holds: &'static [Kind],
    /// Whether content begins as no other format does, so that its name does not matter.
    is_certain: fn(&str) -> bool,
    /// Whether content under a name that says nothing is of this format.
    recognise: fn(&str) -> bool,
    /// What a file that begins like this holds; `None` where it is nothing that this format can hold.
    kind: fn(&str) -> Option<Kind>,
    /// Cuts a file into parts, each of which knows how it is read.
    cut: fn(Content<'_>, &mut Cutter<'_>),
}

/// Every format. Where a name says nothing, the first that recognises the content reads it; text takes the rest.
pub const FORMATS: &[Format] = &[
    html::FORMAT,
    feed::FORMAT,
    warc::FORMAT,
    toml::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    csv::FORMAT,
    markdown::FORMAT,
    text::FORMAT,
];

impl Format {
    /// The format of files with this extension.
    pub fn of_extension(path: &Path) -> Option<&'static Format> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()))
    }

    /// The format of content that begins as no other does.
    pub(super) fn for_certain(head: &str) -> Option<&'static Format> {
        FORMATS.iter().find(|format| (format.is_certain)(head))
    }

    /// The format of content that begins like this.
    pub(super) fn of_content(head: &str) -> &'static Format {
        FORMATS.iter().find(|format| (format.recognise)(head)).unwrap_or(&text::FORMAT)
    }

    /// What a file that begins like this holds.
    pub(super) fn kind(&self, head: &str) -> Option<Kind> {
        (self.kind)(head)
    }

    /// Cuts a file's content into parts.
    pub(super) fn cut(&self, content: Content<'_>, cutter: &mut Cutter<'_>) {
        (self.cut)(content, cutter);
    }
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, Format};
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn list_and_folder_are_equal() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/source/formats");
        let files =
            std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
        let files: BTreeSet<_> =
            files.filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned())).collect();
        let listed = FORMATS.iter().map(|format| format.id.to_owned()).chain(["mod".to_owned()]);
        assert_eq!(files, listed.collect());
    }

    #[test]
    fn every_extension_has_one_format() {
        let mut seen = BTreeSet::new();
        for format in FORMATS {
            for extension in format.extensions {
                assert!(seen.insert(extension), "{extension} stands twice");
                let found = Format::of_extension(Path::new(&format!("x.{}", extension.to_uppercase())));
                assert_eq!(found.map(|found| found.name), Some(format.name));
            }
        }
    }
}
