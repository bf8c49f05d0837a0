//! `factdb explain`: what it shows of files and articles, for people and for programs.
#![allow(clippy::unwrap_used)]

#[path = "../stage/mod.rs"]
mod stage;

mod inputs;
mod offsets;
mod page;

use serde_json::Value as Json;
use stage::{Stage, repository};

/// The story that the golden files are about.
fn story() -> String {
    std::fs::read_to_string(repository().join("tests/explain/story.md")).unwrap()
}

/// The explanation of a file as JSON.
fn explained(stage: &Stage, arguments: &[&str]) -> Json {
    let printed = stage.ok(&[&["explain", "--format", "json"], arguments].concat());
    serde_json::from_str(&printed).unwrap()
}

/// The list of one kind.
fn list<'j>(explanation: &'j Json, kind: &str) -> &'j [Json] {
    explanation[kind].as_array().unwrap()
}

/// The words of all that was found of one kind.
fn words<'j>(explanation: &'j Json, kind: &str) -> Vec<&'j str> {
    let name = if kind == "claims" { "quote" } else { "text" };
    list(explanation, kind).iter().map(|found| found[name].as_str().unwrap()).collect()
}
