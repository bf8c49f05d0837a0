//! The seeds as a gazetteer, read as the program reads them.
#![allow(dead_code, clippy::expect_used)] // every test binary uses its own part

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use factdb::entity::{Gazetteer, derived, entries};
use factdb::model::Entity;
use factdb::source::{self, Item, Options};

/// The gazetteer of the seeds, built once.
pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(gazetteer);

/// A gazetteer of the seeds to give away.
pub(crate) fn gazetteer() -> Gazetteer {
    Gazetteer::new(entries(&seeds()))
}

/// Every entity of `seeds/entities`, those that follow from countries first.
pub(crate) fn seeds() -> Vec<Entity> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds/entities");
    let options = Options {
        max_bytes: u64::MAX,
        encoding: None,
        published: None,
        publisher: None,
        today: NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date"),
        limits: source::Limits::default(),
    };
    let mut read = Vec::new();
    for input in source::discover(&[folder], &options).inputs {
        source::read(&input, &options, &mut |item| {
            if let Item::Entity { entity, .. } = item {
                read.push(*entity);
            }
        });
    }
    let mut all: Vec<Entity> = read.iter().flat_map(derived).collect();
    all.extend(read);
    all
}
