//! Text and its offsets: the only code that knows them. Offsets are Unicode code points unless a name says bytes.

mod abbreviation;
mod character;
mod composition;
mod folding;
mod glue;
mod index;
mod lexicon;
mod line;
mod nearest;
mod sentence;
mod span;
mod stop;
mod word_set;
mod word_table;

pub(crate) use character::is_alphanumeric;
pub use folding::{Folded, fold};
pub use index::Index;
pub use sentence::{enclosing, sentence_bytes, sentences};
pub use span::Span;
pub(crate) use word_set::WordSet;
pub(crate) use word_table::{AsciiWord, WordKey, WordTable, alphanumeric_end, ascii_letters, ascii_word};
