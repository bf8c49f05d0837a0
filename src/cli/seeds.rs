//! The entities a database starts from: the files of `seeds/entities`, built into the program.

use sha2::{Digest, Sha256};

use super::{clock, database};
use crate::error::{Error, Result};
use crate::model::Entity;
use crate::model::vocabulary::Origin;
use crate::source::{self, Item};

macro_rules! seeds {
    ($($name:literal),+ $(,)?) => {
        /// Name and content of every seed file, in the order in which they are put in.
        const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/entities/", $name)))),+];
    };
}

seeds![
    "countries.csv",
    "alliances.toml",
    "armed_groups.toml",
    "bases.toml",
    "documents.toml",
    "institutions.toml",
    "offices.toml",
    "operations.toml",
    "outlets.toml",
    "people.toml",
    "places.toml",
];

/// Fingerprint of the seeds.
pub(super) fn fingerprint() -> String {
    let mut hash = Sha256::new();
    for (name, content) in FILES {
        hash.update(name.as_bytes());
        hash.update(content.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every entity of the seeds, and all that follows from the countries among them.
///
/// # Errors
/// When a seed file has a mistake, which a test rules out.
pub(super) fn entities() -> Result<Vec<(Entity, Origin)>> {
    let mut entities = Vec::new();
    let mut problems = Vec::new();
    for (name, content) in FILES {
        let input = source::input_from_bytes(name, content.as_bytes().to_vec(), &options())
            .map_err(|problem| Error::user(problem.to_string()))?;
        source::read(&input, &options(), &mut |item| match item {
            Item::Entity { entity, .. } => entities.extend(database::with_derived(*entity, Origin::Seed)),
            Item::Problem(problem) => problems.push(problem.to_string()),
            Item::Article { .. } | Item::Claims(_) => {
                problems.push(format!("{name}: holds something else than entities"))
            }
        });
    }
    // What a file says of a derived entity comes after what the program derives, and so prevails.
    entities.sort_by_key(|(_, origin)| *origin != Origin::Derived);
    if problems.is_empty() { Ok(entities) } else { Err(Error::user(problems.join("\n"))) }
}

fn options() -> source::Options {
    source::Options {
        max_bytes: u64::MAX,
        encoding: None,
        published: None,
        publisher: None,
        today: clock::today(),
        limits: source::Limits::default(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FILES, entities};
    use crate::model::vocabulary::EntityKind;

    #[test]
    fn list_and_folder_are_equal() {
        let mut files: Vec<String> =
            std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/entities"))
                .expect("seeds folder")
                .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
                .collect();
        files.sort();
        let mut listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        listed.sort_unstable();
        assert_eq!(files, listed);
    }

    #[test]
    fn there_are_enough_countries_and_names() {
        let entities = entities().expect("seeds without a mistake");
        let countries = entities.iter().filter(|(entity, _)| entity.kind == EntityKind::Country).count();
        let names: BTreeSet<&str> = entities
            .iter()
            .flat_map(|(entity, _)| entity.names.iter().map(|name| name.name.as_str()))
            .collect();
        assert!(countries >= 195, "{countries} countries");
        assert!(names.len() >= 1200, "{} names", names.len());
    }
}
