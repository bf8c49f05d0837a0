//! From an article to its claims: sentences, then dates, counts, entities and heads in them, then what they claim.
//! Deterministic; knows neither files nor the database nor the clock.

mod actor;
mod agencies;
mod aside;
mod attach;
mod attach_dates;
mod attach_groups;
mod attach_nouns;
mod attribution;
mod being;
mod clause;
mod counts_shared;
mod credit;
mod credit_words;
mod dateline;
mod dates_shared;
mod deed;
mod events;
mod explanation;
mod forces;
mod function_words;
mod furniture;
mod group;
mod heads;
mod insertion;
mod lexicon;
mod located;
mod lone;
mod matter;
mod memory;
mod noun_or_verb;
mod parenthesis;
mod parties;
mod perpetrator;
mod phase;
mod phrase;
mod place;
mod place_governor;
mod place_target;
mod quote;
mod reader;
mod roles;
mod rules;
mod scene;
mod signal;
mod speaker;
mod speaker_words;
mod stance;
mod subject;

mod word;
mod word_cut;

pub use credit::{Credit, Page, Share};
pub use explanation::{Explanation, FoundCue, FoundDate, FoundName, FoundQuantity, Sentence, Skip};
pub use furniture::furniture;
pub use reader::{Reader, Subject};
