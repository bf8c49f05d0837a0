//! Names to entities. Knows the model only: neither files nor the database.

mod derive;

pub use derive::derived;
