//! Text and its offsets: the only code that knows them. Offsets are Unicode code points unless a name says bytes.

mod folding;
mod sentence;
mod span;

pub use folding::{fold, Folded};
pub use sentence::{enclosing, sentences};
pub use span::Span;
