//! factdb: a fact database for news that contradicts itself.
//!
//! Data flows one way: [`source`] → [`model`] → [`store`] → [`report`] → [`render`]; [`cli`] holds the ends together.

pub mod cli;
pub mod date;
pub mod entity;
pub mod error;
pub mod extract;
pub mod likeness;
pub mod model;
pub mod quantity;
pub mod render;
pub mod report;
pub mod source;
pub mod store;
pub mod text;

pub use error::{Error, Result};
