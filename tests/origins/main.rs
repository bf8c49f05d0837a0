//! Which articles are one text: found alike in any order and after any interruption, overruled by people, seen by reports.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

#[path = "../stage/mod.rs"]
mod stage;

mod found;
mod origin;
mod people;
mod texts;
