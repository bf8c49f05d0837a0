//! Who is behind an article: which texts are one text. What the program finds follows from the texts alone, whatever the
//! order they came in; what a person says goes before it. Where an article stands among its copies, triggers keep.

mod comparison;
mod edges;
mod listed;
mod person;
mod settle;
mod window;

pub(super) use comparison::Comparison;
pub use listed::{Cluster, Judgement, Listed};
pub use person::Saying;
