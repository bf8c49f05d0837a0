//! From an article to its claims: sentences, then dates, counts, entities and heads in them, then what they claim.
//! Deterministic; knows neither files nor the database nor the clock.

mod agencies;
mod attach;
mod attribution;
mod credit;
mod credit_words;
mod dateline;
mod events;
mod function_words;
mod furniture;
mod heads;
mod lexicon;
mod noun_or_verb;
mod phase;
mod place;
mod reader;
mod roles;
mod rules;
mod scene;
mod stance;
mod word;

pub use credit::{Credit, Share};
pub use reader::{Reader, Subject};
