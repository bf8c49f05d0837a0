//! From an article to its claims: sentences, then dates, counts, entities and heads in them, then what they claim.
//! Deterministic; knows neither files nor the database nor the clock.

mod absence;
mod amount;
mod article;
mod attach;
mod denial;
mod events;
mod explanation;
mod forces_named;
mod grammar;
mod matter;
mod memory;
mod mentioned;
mod phase;
mod place;
mod quote;
mod reader;
mod roles;
mod rules;
mod scene;
mod signal;
mod speech;
mod stance;
mod words;

pub use article::credit::{Credit, Page, Share};
pub use article::furniture::furniture;
pub use explanation::{Explanation, FoundCue, FoundDate, FoundName, FoundQuantity, Sentence, Skip};
pub use reader::{Reader, Subject};
