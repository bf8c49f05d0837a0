//! Names to entities. Knows texts and the model: neither files nor the database.

pub(crate) mod bystanders;
mod character;
mod derive;
mod entry;
mod forms;
mod gazetteer;
mod mention;
mod reading;
mod signal;
mod sorts;
mod token;
mod trie;
mod words;

pub use derive::derived;
pub use entry::{Entry, Office, entries};
pub use gazetteer::Gazetteer;
pub use mention::{EntityId, FoundEntity, How, Mention, Mentions};
pub use signal::{Signal, Signals};
pub(crate) use words::is_building;
