//! Entities: put in from files, made up where a claim names one that is not there, merged, and looked up by name.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Import, Store};
use crate::error::{Error, Result};
use crate::model::entity::slug;
use crate::model::vocabulary::{EntityKind, Method, NameKind, Origin, Vocabulary};
use crate::model::{Entity, EntityName, EntityRelation};

macro_rules! insert_name {
    ($known:literal) => {
        concat!(
            "INSERT INTO entity_names (entity_id, name, kind, language, method) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (entity_id, name) DO ",
            $known
        )
    };
}

macro_rules! insert_relation {
    ($known:literal) => {
        concat!(
            "INSERT INTO entity_relations (child_id, parent_id, kind, from_date, until_date, source)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (child_id, parent_id, kind, from_date) DO ",
            $known
        )
    };
}

/// Most names and relations are new. For what may change a row, and need not, SQLite keeps a journal of the pages that it touches.
const NEW_NAME: &str = insert_name!("NOTHING");
const KNOWN_NAME: &str = insert_name!(
    "UPDATE SET kind = excluded.kind, language = excluded.language, method = excluded.method
     WHERE excluded.method NOT IN ('derived', 'seed')
         OR entity_names.method = 'derived' AND excluded.method = 'seed'"
);
const NEW_RELATION: &str = insert_relation!("NOTHING");
const KNOWN_RELATION: &str = insert_relation!(
    "UPDATE SET until_date = excluded.until_date, source = excluded.source
     WHERE excluded.source NOT IN ('derived', 'seed')"
);

/// Which part of a claim names an entity that nothing described yet; it tells what the entity may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Usage {
    /// Subject or object: anything.
    Actor,
    /// Through whom the claim came.
    Outlet,
    /// A person who speaks.
    Person,
    /// Where it happens.
    Place,
}

/// A news organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outlet {
    pub(super) id: i64,
    pub(super) key: String,
}

/// Entities that articles and claims of this run named: there, and as they are said to be.
#[derive(Debug, Default)]
pub(super) struct Said {
    outlets: HashMap<String, Outlet>,
    entities: HashMap<String, HashMap<(Usage, Method), i64>>,
}

impl Usage {
    fn kind(self, key: &str) -> EntityKind {
        match (self, key.rsplit('-').next()) {
            (Self::Place, _) => EntityKind::Place,
            (_, Some("forces")) => EntityKind::Force,
            (_, Some("government")) => EntityKind::Government,
            (_, Some("parliament" | "senate" | "ministry" | "embassy")) => EntityKind::Institution,
            (Self::Outlet, _) => EntityKind::Outlet,
            (Self::Person, _) => EntityKind::Person,
            (Self::Actor, _) => EntityKind::Other,
        }
    }
}

impl Import<'_> {
    /// Puts an entity in with its names and relations. What a person wrote is never overwritten by what the program
    /// brings or makes up.
    ///
    /// # Errors
    /// When a relation names an entity that is not there, or SQLite fails.
    pub fn entity(&mut self, entity: &Entity, origin: Origin) -> Result<()> {
        let id = self.describe(entity, origin)?;
        let first_kind = if entity.weak_name { NameKind::Weak } else { NameKind::Name };
        let own = EntityName { name: entity.name.clone(), kind: first_kind, language: None };
        for name in std::iter::once(&own).chain(&entity.names) {
            self.name(id, name, origin)?;
        }
        for alias in &entity.aliases {
            self.alias(id, alias, entity, origin)?;
        }
        Ok(())
    }

    /// Puts an entity's relations in, once every entity of its file is there.
    ///
    /// # Errors
    /// When a relation names an entity that is not there, or SQLite fails.
    pub fn relations(&mut self, entity: &Entity, origin: Origin) -> Result<()> {
        let child = self.id_of(&entity.key)?.ok_or_else(|| missing(&entity.key, &entity.key, ""))?;
        for relation in &entity.relations {
            let Some(parent) = self.id_of(&relation.parent)? else {
                return Err(missing(&entity.key, &relation.parent, &self.store.like(&relation.parent)?));
            };
            self.relation(child, parent, relation, origin)?;
        }
        Ok(())
    }

    /// The id of an entity that a claim names; one is made up where nothing described it yet.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn entity_for_claim(&mut self, key: &str, usage: Usage, method: Method) -> Result<i64> {
        // Said once, it changes nothing to be said again.
        let said = self.said.entities.get(key).and_then(|said| said.get(&(usage, method)));
        if let Some(id) = said {
            return Ok(*id);
        }
        let id = self.say_entity(key, usage, method)?;
        self.said.entities.entry(key.to_owned()).or_default().insert((usage, method), id);
        Ok(id)
    }

    fn say_entity(&mut self, key: &str, usage: Usage, method: Method) -> Result<i64> {
        let origin = match method {
            Method::Curated => Origin::ClaimFile,
            Method::Extracted => Origin::Found,
        };
        let known = self.id_of(key)?;
        let id = match known {
            Some(id) => id,
            None => self.insert(key, &title(key), usage.kind(key), origin, None)?,
        };
        self.refine_kind(id, key, usage)?;
        if origin == Origin::ClaimFile {
            // What a person wrote outranks what a text was found to name, in whichever order the two come.
            let claimed = self
                .connection()
                .prepare_cached(
                    "UPDATE entities SET method = 'claim_file' WHERE id = ?1 AND method = 'found'",
                )?
                .execute([id])?;
            if known.is_none() || claimed > 0 {
                self.unknown_entities.insert(key.to_owned());
            }
        }
        Ok(id)
    }

    /// A news organisation that an article's metadata names, by name or key.
    pub(super) fn outlet(&mut self, name: &str) -> Result<Outlet> {
        if let Some(outlet) = self.said.outlets.get(name) {
            return Ok(outlet.clone());
        }
        let outlet = self.say_outlet(name)?;
        self.said.outlets.insert(name.to_owned(), outlet.clone());
        Ok(outlet)
    }

    fn say_outlet(&mut self, name: &str) -> Result<Outlet> {
        if let Some(outlet) = named_outlet(self.connection(), name)? {
            return Ok(outlet);
        }
        let key = outlet_key(name);
        let id = match self.id_of(&key)? {
            Some(id) => id,
            None => self.insert(&key, name, EntityKind::Outlet, Origin::Metadata, None)?,
        };
        // Two spellings of one slug: the name to print must not depend on which came first.
        self.connection()
            .prepare_cached("UPDATE entities SET name = min(name, ?2) WHERE id = ?1 AND method = 'metadata'")?
            .execute(params![id, name])?;
        Ok(Outlet { id, key })
    }

    pub(super) fn id_of(&self, key: &str) -> Result<Option<i64>> {
        let mut statement = self.connection().prepare_cached("SELECT id FROM entities WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Removes entities that only a removed article's claims or metadata had brought.
    pub(super) fn prune_entities(&self) -> Result<()> {
        self.connection().execute(
            "DELETE FROM entities
             WHERE method IN ('claim_file', 'metadata', 'found') AND merged_into IS NULL
                 AND NOT EXISTS (SELECT 1 FROM claims WHERE subject_id = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM claims WHERE object_id = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM claims WHERE place_id = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM claims WHERE speaker_id = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM claims WHERE via_id = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM articles WHERE publisher_id = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM articles WHERE wire_id = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM entities AS merged WHERE merged.merged_into = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM entity_relations WHERE parent_id = entities.id OR child_id = entities.id)
                 AND NOT EXISTS (SELECT 1 FROM entity_names WHERE entity_id = entities.id)",
            [],
        )?;
        Ok(())
    }

    fn describe(&mut self, entity: &Entity, origin: Origin) -> Result<i64> {
        let wikidata = entity.wikidata.as_deref();
        let Some(id) = self.id_of(&entity.key)? else {
            return self.insert(&entity.key, &entity.name, entity.kind, origin, wikidata);
        };
        // A description gives way to one of the same or a higher rank.
        self.connection().prepare_cached(
            "UPDATE entities SET name = ?2, kind = ?3, wikidata = coalesce(?4, wikidata), method = ?5
             WHERE id = ?1 AND (name, kind, method) IS NOT (?2, ?3, ?5)
                 AND CASE method WHEN 'file' THEN 3 WHEN 'command' THEN 3 WHEN 'seed' THEN 2 WHEN 'derived' THEN 1 ELSE 0 END <= ?6",
        )?.execute(params![id, entity.name, entity.kind.word(), wikidata, origin.word(), rank(origin)],
        )?;
        Ok(id)
    }

    fn insert(
        &mut self,
        key: &str,
        name: &str,
        kind: EntityKind,
        origin: Origin,
        wikidata: Option<&str>,
    ) -> Result<i64> {
        let id = self
            .connection()
            .prepare_cached(
                "INSERT INTO entities (key, name, kind, wikidata, method) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .insert(params![key, name, kind.word(), wikidata, origin.word()])?;
        self.counts.entities_added += 1;
        // A name that is the new one's key means it from now on.
        self.said.outlets.remove(key);
        Ok(id)
    }

    fn name(&mut self, id: i64, name: &EntityName, origin: Origin) -> Result<()> {
        let words = params![id, name.name, name.kind.word(), name.language, origin.word()];
        let mut added = self.connection().prepare_cached(NEW_NAME)?.execute(words)?;
        if added == 0 {
            added = self.connection().prepare_cached(KNOWN_NAME)?.execute(words)?;
        }
        self.counts.names_added += added as u64;
        Ok(())
    }

    fn relation(&self, child: i64, parent: i64, relation: &EntityRelation, origin: Origin) -> Result<()> {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let (from, until) = (day(relation.from), day(relation.until));
        let words = params![child, parent, relation.kind.word(), from, until, origin.word()];
        if self.connection().prepare_cached(NEW_RELATION)?.execute(words)? == 0 {
            self.connection().prepare_cached(KNOWN_RELATION)?.execute(words)?;
        }
        Ok(())
    }

    /// Another key for an entity is a merged entity of that key.
    fn alias(&mut self, id: i64, alias: &str, entity: &Entity, origin: Origin) -> Result<()> {
        let other = match self.id_of(alias)? {
            Some(other) => other,
            None => self.insert(alias, &entity.name, entity.kind, origin, None)?,
        };
        self.connection()
            .prepare_cached(
                "UPDATE entities SET merged_into = ?2 WHERE id = ?1 AND merged_into IS NULL AND id <> ?2",
            )?
            .execute(params![other, id])?;
        Ok(())
    }

    /// What a made-up entity may be must not depend on which claim came first: the most telling use wins.
    fn refine_kind(&self, id: i64, key: &str, usage: Usage) -> Result<()> {
        let kind = usage.kind(key);
        let order = |kind: &str| match kind {
            "place" => 4,
            "force" | "government" | "institution" => 3,
            "person" => 2,
            "outlet" => 1,
            _ => 0,
        };
        let current: Option<String> = self
            .connection()
            .prepare_cached("SELECT kind FROM entities WHERE id = ?1 AND method IN ('claim_file', 'found')")?
            .query_row([id], |row| row.get(0))
            .optional()?;
        if current.is_some_and(|current| order(&current) < order(kind.word())) {
            self.connection()
                .prepare_cached("UPDATE entities SET kind = ?2 WHERE id = ?1")?
                .execute(params![id, kind.word()])?;
        }
        Ok(())
    }
}

impl Store {
    /// The key of a news organisation by name or key: the one it has here, else the one it would get.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn outlet_key(&self, name: &str) -> Result<String> {
        let outlet = named_outlet(&self.connection, name)?;
        Ok(outlet.map_or_else(|| outlet_key(name), |outlet| outlet.key))
    }
}

/// A key for an outlet that nothing describes.
pub(super) fn outlet_key(name: &str) -> String {
    match slug(name) {
        key if key.is_empty() => format!("outlet-{}", &super::articles::text_hash(name)[..8]),
        key => key,
    }
}

fn missing(child: &str, parent: &str, hint: &str) -> Error {
    Error::user(format!("entity '{child}' refers to '{parent}', which no file describes{hint}"))
}

fn rank(origin: Origin) -> i64 {
    match origin {
        Origin::File | Origin::Command => 3,
        Origin::Seed => 2,
        Origin::Derived => 1,
        Origin::ClaimFile | Origin::Metadata | Origin::Found => 0,
    }
}

/// An outlet or agency of this name or key. Looked up by key and by name, and never by kind, of which there are many.
fn named_outlet(connection: &Connection, name: &str) -> Result<Option<Outlet>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, key FROM (
             SELECT id, key FROM entities WHERE key = ?1 AND +kind IN ('outlet', 'agency')
             UNION
             SELECT id, key FROM entity_names CROSS JOIN entities ON entities.id = entity_id
             WHERE entity_names.name = ?1 COLLATE NOCASE AND +entities.kind IN ('outlet', 'agency'))
         ORDER BY key = ?1 DESC, key LIMIT 1",
    )?;
    Ok(statement.query_row([name], |row| Ok(Outlet { id: row.get(0)?, key: row.get(1)? })).optional()?)
}

/// A key as a name, for want of a better one.
fn title(key: &str) -> String {
    let mut name = key.replace('-', " ");
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
