//! `factdb entities`: list, describe, merge, split.

use std::path::Path;

use clap::{Args, Subcommand};

use crate::cli::output::counted;
use crate::cli::{Outcome, clock, database, output};
use crate::error::{Error, Result};
use crate::model::entity::is_key;
use crate::model::vocabulary::{EntityKind, NameKind, Origin, Vocabulary};
use crate::model::{Entity, EntityName};
use crate::render::{aligned, sanitised};
use crate::store::{Run, Store};

/// List entities, add them and their names, merge two into one, and undo that
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb entities list sudani\n  factdb entities add free-idlib --name 'Free Idlib Army' --kind armed_group\n  factdb entities name isis 'ISIS-K' --kind weak\n  factdb entities merge mathew-miller --into matthew-miller\n  factdb entities split mathew-miller")]
pub struct Entities {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List entities whose key or a name holds the words
    List {
        /// A part of a key or name; without it, all are listed
        words: Option<String>,
    },
    /// Add an entity
    Add {
        /// Its key: lower-case words joined by hyphens
        key: String,
        /// The name to print
        #[arg(long)]
        name: String,
        /// What it is
        #[arg(long, value_parser = words::<EntityKind>())]
        kind: String,
    },
    /// Add names to an entity; texts imported from then on are read with them
    Name {
        /// Key or name of the entity
        entity: String,
        /// Names, as they stand in texts
        #[arg(required = true)]
        names: Vec<String>,
        /// What kind of names
        #[arg(long, default_value = "name", value_parser = words::<NameKind>())]
        kind: String,
        /// Language of the names (BCP 47), where it is not English
        #[arg(long)]
        language: Option<String>,
    },
    /// Say that one entity is the same as another; reports follow at once, and split undoes it
    Merge {
        /// Key of the one
        entity: String,
        /// Key of the other, which stays
        #[arg(long)]
        into: String,
    },
    /// Undo a merge
    Split {
        /// Key of the entity that was merged into another
        entity: String,
    },
}

pub(super) fn run(arguments: &Entities, db: &Path) -> Result<Outcome> {
    let done = match &arguments.action {
        Action::List { words } => list(&database::for_reading(db)?, words.as_deref())?,
        Action::Add { key, name, kind } => add(&mut database::for_writing(db)?, key, name, kind)?,
        Action::Name { entity, names, kind, language } => {
            add_names(&mut database::existing_for_writing(db)?, entity, names, kind, language.as_deref())?
        }
        Action::Merge { entity, into } => {
            let mut store = database::existing_for_writing(db)?;
            let (from, into) = store.merge(entity, into)?;
            store.settle()?;
            format!("{from} is now the same as {into} (undo: factdb entities split {from})\n")
        }
        Action::Split { entity } => {
            let mut store = database::existing_for_writing(db)?;
            let (from, root) = store.split(entity)?;
            store.settle()?;
            format!("{from} is no longer the same as {root}\n")
        }
    };
    output::text(None, &done)?;
    Ok(Outcome::Done)
}

fn list(store: &Store, words: Option<&str>) -> Result<String> {
    let entities = store.list_entities(words)?;
    let rows: Vec<Vec<String>> = entities
        .iter()
        .map(|entity| {
            let names: Vec<&str> =
                entity.names.iter().map(|(name, _)| name.as_str()).filter(|name| *name != entity.name).take(6).collect();
            let merged = entity.merged_into.as_ref().map(|root| format!(" → {root}")).unwrap_or_default();
            let also = if names.is_empty() { String::new() } else { format!("({})", names.join(", ")) };
            let claims = counted(entity.claims, "claim");
            vec![format!("{}{merged}", entity.key), entity.name.clone(), entity.kind.clone(), claims, also]
        })
        .collect();
    let mut text = aligned(&rows);
    text.push_str(&format!("{}\n", counted(entities.len(), "entity")));
    Ok(text)
}

fn add(store: &mut Store, key: &str, name: &str, kind: &str) -> Result<String> {
    if !is_key(key) {
        return Err(Error::user(format!("'{key}' is not a key: write lower-case words joined by hyphens, such as free-idlib")));
    }
    let entity = Entity {
        key: key.to_owned(),
        name: name.to_owned(),
        kind: EntityKind::from_word(kind).unwrap_or(EntityKind::Other),
        weak_name: false,
        names: Vec::new(),
        relations: Vec::new(),
        aliases: Vec::new(),
        wikidata: None,
        capital: None,
    };
    put(store, entity)?;
    Ok(format!("added {key}\n"))
}

fn add_names(store: &mut Store, words: &str, names: &[String], kind: &str, language: Option<&str>) -> Result<String> {
    let summary = store.find_entity(words)?;
    let mut entity = store.described(&summary)?;
    entity.names = names
        .iter()
        .map(|name| EntityName {
            name: name.clone(),
            kind: NameKind::from_word(kind).unwrap_or(NameKind::Name),
            language: language.map(str::to_owned),
        })
        .collect();
    put(store, entity)?;
    Ok(format!("{} is also called {}\n", summary.key, sanitised(&names.join(", "))))
}

/// Puts an entity in by hand, with all that follows from it.
fn put(store: &mut Store, entity: Entity) -> Result<()> {
    let now = clock::now();
    let mut import = store.begin(&Run { command: "entities", started: now.clone(), trial: false })?;
    for (entity, origin) in database::with_derived(entity, Origin::Command) {
        import.entity(&entity, origin)?;
        import.relations(&entity, origin)?;
    }
    import.finish(&now)?;
    store.settle()
}

fn words<V: Vocabulary>() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(
        V::ALL.iter().map(|value| clap::builder::PossibleValue::new(value.word()).help(value.definition())),
    )
}
