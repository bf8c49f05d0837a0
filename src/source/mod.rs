//! From bytes to articles, claims and entities. Knows files and formats; knows nothing of the database.

mod claims;
mod dates;
mod decode;
mod discover;
mod entities;
mod fields;
mod foreign;
mod formats;
mod front_matter;
mod header;
mod language;
mod linked;
mod metadata;
mod nearest;
mod node;
mod open;
mod packed;
mod page;
mod part;
mod records;
mod session;
mod yaml;

use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::vocabulary::Method;
use crate::model::{Article, Entity, Place, Problem, Reading};
use crate::text::Span;

pub use claims::{FIELDS as CLAIM_FIELDS, TABLES as CLAIM_TABLES};
pub use discover::{Discovery, discover, input_from_bytes};
pub use formats::{FORMATS, Format};
pub use header::FIELDS as HEADER_FIELDS;
pub use page::time_apart;
pub use part::Part;

/// What the user said about all inputs of a run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Largest document read, in bytes: a file, or a line of a JSON Lines file.
    pub max_bytes: u64,
    /// Encoding label (WHATWG) for texts that are not UTF-8.
    pub encoding: Option<String>,
    /// Day of publication where the input says nothing.
    pub published: Option<NaiveDate>,
    /// Publisher where the input says nothing.
    pub publisher: Option<String>,
    /// The day of import, only to warn about dates after it.
    pub today: NaiveDate,
    /// What a stranger's file may cost.
    pub limits: Limits,
}

/// What a stranger's file may cost, beside its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many times its packed size a file may unpack to.
    pub max_expansion: u64,
    /// How often a file may be packed, one packing within another.
    pub max_layers: u32,
    /// How many elements a web page may have.
    pub max_elements: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_expansion: 200, max_layers: 3, max_elements: 200_000 }
    }
}

/// What a file holds, which decides when it is read within a run: entities, then claims, then articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An entity file.
    Entities,
    /// A claim file.
    Claims,
    /// One article or many.
    Articles,
}

/// One input of a run. A run may have hundreds of thousands, all in memory: none is larger than it must be.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name for messages: the path as the user would write it, `-` for standard input.
    pub name: Box<str>,
    /// Where its content is.
    whence: Whence,
    /// Whether the user named this file or the folder it lies in directly.
    pub named: bool,
    /// What it holds.
    pub kind: Kind,
}

#[derive(Debug, Clone)]
enum Whence {
    /// In the file of its name.
    Name,
    /// In a file whose path is no text.
    Path(Box<Path>),
    /// Here: standard input can be read only once.
    Bytes(Arc<[u8]>),
}

impl Input {
    /// A file.
    fn file(path: &Path, named: bool, kind: Kind) -> Self {
        let name = path.display().to_string().into_boxed_str();
        let whence = if path == Path::new(&*name) { Whence::Name } else { Whence::Path(path.into()) };
        Self { name, whence, named, kind }
    }

    /// Bytes under a name.
    fn bytes(name: &str, bytes: Vec<u8>, kind: Kind) -> Self {
        Self { name: name.into(), whence: Whence::Bytes(Arc::from(bytes)), named: true, kind }
    }

    /// The file; `None` for standard input.
    pub fn path(&self) -> Option<&Path> {
        match &self.whence {
            Whence::Name => Some(Path::new(&*self.name)),
            Whence::Path(path) => Some(path),
            Whence::Bytes(_) => None,
        }
    }
}

/// Reads one input and hands on what it holds, in order. Whatever is not taken in is a [`Problem`]; nothing panics.
pub fn read(input: &Input, options: &Options, sink: &mut dyn FnMut(Item)) {
    let mut silent = true;
    cut(input, options, &mut |part| {
        part.read(input, options, &mut |item| {
            silent = false;
            sink(item);
        });
        ControlFlow::Continue(())
    });
    if silent {
        sink(nothing_in(input));
    }
}

/// Cuts one input into parts that can be read on any thread, in order, until nobody wants more. An input whose parts give
/// nothing at all is worth a word: [`nothing_in`].
pub fn cut(input: &Input, options: &Options, sink: &mut dyn FnMut(Part) -> ControlFlow<()>) {
    let mut cutter = part::Cutter::new(input, options, sink);
    match content(input, options, &cutter) {
        Ok((format, content)) => {
            cutter.format = format.id;
            format.cut(content, &mut cutter);
        }
        Err(problem) => cutter.problem(problem),
    }
}

/// What is said of an input that gave nothing, not even a problem.
pub fn nothing_in(input: &Input) -> Item {
    let problem = Problem::warning(Place::file(&*input.name), "there is nothing in it");
    Item::Problem(problem.with_way_out("check that it is the right file"))
}

/// How much of an input is looked at to tell its format.
const HEAD: u64 = 64 * 1024;

/// The format of an input, and its bytes without their packing, opened but not read.
fn content<'i>(
    input: &'i Input,
    options: &Options,
    cutter: &part::Cutter<'_>,
) -> Result<(&'static Format, formats::Content<'i>), Problem> {
    let place = Place::file(&*input.name);
    let name = input.path().unwrap_or(Path::new(&*input.name));
    let content: formats::Content<'i> = match &input.whence {
        Whence::Bytes(bytes) => Box::new(&bytes[..]),
        Whence::Name | Whence::Path(_) => {
            let file = open::open(name, open::Links::Follow, &place)?;
            Box::new(BufReader::with_capacity(64 * 1024, cutter.counted(file)))
        }
    };
    let peeked = open::Peeked::new(packed::unpacked(content, options, &place)?, HEAD);
    Ok((discover::format_of(name, peeked.head()), Box::new(peeked)))
}

/// One thing read from an input.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant)] // handed on one by one, never kept in numbers
pub enum Item {
    /// An article.
    Article {
        /// Where it stands.
        place: Place,
        /// The article.
        article: Box<Article>,
    },
    /// A claim file, whole.
    Claims(ClaimFile),
    /// An entity.
    Entity {
        /// Where it stands.
        place: Place,
        /// The entity.
        entity: Box<Entity>,
    },
    /// Something that was refused or kept with a warning; the rest goes on.
    Problem(Problem),
}

/// A claim file: claims, and perhaps the article they are of.
#[derive(Debug, Clone)]
pub struct ClaimFile {
    /// The file.
    pub place: Place,
    /// The article of all its claims, if the file has a header.
    pub header: Option<Header>,
    /// Its claims, in order; those that could not be read are problems beside it.
    pub claims: Vec<CuratedClaim>,
}

/// The `[article]` header of a claim file.
#[derive(Debug, Clone)]
pub struct Header {
    /// Where it stands.
    pub place: Place,
    /// The article with the header's own fields laid over what its file says; its text is empty where the header
    /// names neither `file` nor `text`, and then `key` (or `url`) names an article that is already there.
    pub article: Article,
    /// Whether the header brought the text.
    pub has_text: bool,
    /// The canonical path of `file`, so that the same run does not read it again on its own.
    pub path: Option<PathBuf>,
}

/// A claim as a person wrote it down, not yet found in its article.
#[derive(Debug, Clone)]
pub struct CuratedClaim {
    /// Where it stands.
    pub place: Place,
    /// Key or URL of its article, where the file has no header.
    pub article: Option<String>,
    /// The words.
    pub quote: Option<String>,
    /// Which of several places with these words, counted from 1.
    pub occurrence: Option<usize>,
    /// The place itself, in code points of the article's text.
    pub span: Option<Span>,
    /// What it says.
    pub reading: Reading,
    /// False for an optional claim.
    pub core: bool,
    /// Curated, unless an export says that a rule read it.
    pub method: Method,
    /// The rule, in an export.
    pub rule: Option<String>,
}
