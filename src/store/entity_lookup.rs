//! Entities looked up by key or name, listed, merged and split.

use rusqlite::{Row, params};

use super::Store;
use crate::error::{Error, Result};
use crate::model::entity::slug;
use crate::model::vocabulary::{EntityKind, NameKind, Vocabulary};
use crate::model::{Entity, EntityName};

/// An entity in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntitySummary {
    /// Row id.
    pub id: i64,
    /// Stable name.
    pub key: String,
    /// The name to print.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// How it came here.
    pub method: String,
    /// Key of the entity it was merged into.
    pub merged_into: Option<String>,
    /// Names, with their kinds.
    pub names: Vec<(String, String)>,
    /// How often claims name it, in any slot.
    pub claims: i64,
}

/// A query for entities, by key.
macro_rules! summaries {
    ($condition:literal) => {
        concat!(
            "SELECT id, key, name, kind, method,
                 (SELECT root.key FROM entities AS root WHERE root.id = entities.merged_into),
                 (SELECT count(*) FROM claims WHERE subject_id = entities.id)
                 + (SELECT count(*) FROM claims WHERE object_id = entities.id)
                 + (SELECT count(*) FROM claims WHERE place_id = entities.id)
                 + (SELECT count(*) FROM claims WHERE speaker_id = entities.id)
                 + (SELECT count(*) FROM claims WHERE via_id = entities.id)
             FROM entities WHERE ",
            $condition,
            " ORDER BY key"
        )
    };
}

impl Store {
    /// Marks the entities that a database starts from as put in.
    ///
    /// # Errors
    /// When SQLite fails.
    pub(super) fn mark_seeded(&self) -> Result<()> {
        self.connection.execute("UPDATE program SET seeds_hash = ?1", [&self.program.seeds_hash])?;
        Ok(())
    }

    /// The entity that stands for what a person means by a key or a name, through any merges.
    ///
    /// # Errors
    /// When there is none, or when several entities have the name.
    pub fn find_root(&self, words: &str) -> Result<EntitySummary> {
        let mut entity = self.find_entity(words)?;
        while let Some(root) = &entity.merged_into {
            entity = self.find_entity(root)?;
        }
        Ok(entity)
    }

    /// The entity that a person means by a key or a name, merged or not.
    ///
    /// # Errors
    /// When there is none, or when several entities have the name.
    pub fn find_entity(&self, words: &str) -> Result<EntitySummary> {
        let by_key = self.summaries(summaries!("key = ?1"), words)?;
        let found = if by_key.is_empty() { self.named(words)? } else { by_key };
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(Error::user(format!("no entity is called '{words}'{}", self.like(words)?))),
            several => {
                let keys: Vec<&str> = several.iter().map(|entity| entity.key.as_str()).collect();
                Err(Error::user(format!("'{words}' can be {}: give the key", keys.join(", "))))
            }
        }
    }

    /// Entities whose key or a name holds the words, by key; all of them without words.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn list_entities(&self, words: Option<&str>) -> Result<Vec<EntitySummary>> {
        self.summaries(
            summaries!(
            "?1 = '' OR key LIKE '%' || ?1 || '%' OR name LIKE '%' || ?1 || '%'
             OR EXISTS (SELECT 1 FROM entity_names WHERE entity_id = entities.id AND entity_names.name LIKE '%' || ?1 || '%')"),
            words.unwrap_or(""),
        )
    }

    /// An entity as files describe it, for what is derived from it.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn described(&self, summary: &EntitySummary) -> Result<Entity> {
        let names = summary.names.iter().map(|(name, kind)| EntityName {
            name: name.clone(),
            kind: NameKind::from_word(kind).unwrap_or(NameKind::Name),
            language: None,
        });
        Ok(Entity {
            key: summary.key.clone(),
            name: summary.name.clone(),
            kind: EntityKind::from_word(&summary.kind).unwrap_or(EntityKind::Other),
            weak_name: summary.names.contains(&(summary.name.clone(), "weak".to_owned())),
            names: names.collect(),
            relations: Vec::new(),
            aliases: Vec::new(),
            wikidata: None,
            capital: None,
        })
    }

    /// Says that one entity is the same as another. Nothing else is rewritten.
    ///
    /// # Errors
    /// When either is not there, or both are one already.
    pub fn merge(&self, from: &str, into: &str) -> Result<(String, String)> {
        let (from, into) = (self.find_entity(from)?, self.find_entity(into)?);
        if from.id == into.id {
            return Err(Error::user(format!(
                "'{}' is one entity already: there is nothing to merge",
                from.key
            )));
        }
        if let Some(root) = &from.merged_into {
            return Err(Error::user(format!(
                "'{}' is merged into '{root}' already; split it first",
                from.key
            )));
        }
        if let Some(root) = &into.merged_into {
            return Err(Error::user(format!(
                "'{}' is itself merged into '{root}': merge into that",
                into.key
            )));
        }
        self.connection
            .execute("UPDATE entities SET merged_into = ?2 WHERE id = ?1", params![from.id, into.id])?;
        Ok((from.key, into.key))
    }

    /// Undoes a merge.
    ///
    /// # Errors
    /// When the entity is not there or not merged.
    pub fn split(&self, key: &str) -> Result<(String, String)> {
        let entity = self.find_entity(key)?;
        let Some(root) = entity.merged_into else {
            return Err(Error::user(format!("'{}' is not merged into another entity", entity.key)));
        };
        self.connection.execute("UPDATE entities SET merged_into = NULL WHERE id = ?1", [entity.id])?;
        Ok((entity.key, root))
    }

    /// Keys of the entities that were merged into this one, however far down.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn merged_into(&self, id: i64) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key FROM entity_roots JOIN entities ON entities.id = entity_id WHERE root_id = ?1 ORDER BY key",
        )?;
        let keys = statement.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(keys)
    }

    /// What an entity belongs to and what belongs to it, a line each.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn relations_of(&self, id: i64) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare(
            "SELECT child.key || ' ' || replace(entity_relations.kind, '_', ' ') || ' ' || parent.key
                 || CASE WHEN from_date <> '' THEN ' from ' || from_date ELSE '' END
                 || CASE WHEN until_date <> '' THEN ' until ' || until_date ELSE '' END
             FROM entity_relations JOIN entities AS child ON child.id = child_id JOIN entities AS parent ON parent.id = parent_id
             WHERE ?1 IN (child_id, parent_id)
             ORDER BY parent_id = ?1, entity_relations.kind, from_date, parent.key, child.key",
        )?;
        let relations = statement.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(relations)
    }

    fn named(&self, words: &str) -> Result<Vec<EntitySummary>> {
        let sql = summaries!("merged_into IS NULL AND (name = ?1 COLLATE NOCASE OR id IN (
            SELECT entity_id FROM entity_names WHERE entity_names.name = ?1 COLLATE NOCASE AND entity_names.kind <> 'demonym'))");
        let mut found = self.summaries(sql, words)?;
        if found.len() > 1 {
            let exact = found.iter().filter(|entity| entity.name.eq_ignore_ascii_case(words)).count();
            if exact == 1 {
                found.retain(|entity| entity.name.eq_ignore_ascii_case(words));
            }
        }
        Ok(found)
    }

    /// A hint at entities with similar names.
    pub(super) fn like(&self, words: &str) -> Result<String> {
        let mut keys: Vec<String> = super::views::names(&self.connection, "SELECT key FROM entities")?;
        let wanted = slug(words);
        keys.retain(|key| strsim::jaro_winkler(key, &wanted) > 0.88);
        keys.sort_by(|a, b| strsim::jaro_winkler(b, &wanted).total_cmp(&strsim::jaro_winkler(a, &wanted)));
        keys.truncate(3);
        Ok(if keys.is_empty() {
            "; `factdb entities list` shows them".to_owned()
        } else {
            format!("; near: {}", keys.join(", "))
        })
    }

    /// Entities that a query made by `summaries!` yields.
    fn summaries(&self, sql: &str, words: &str) -> Result<Vec<EntitySummary>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut summaries: Vec<EntitySummary> =
            statement.query_map([words], summary)?.collect::<rusqlite::Result<_>>()?;
        let mut names = self
            .connection
            .prepare_cached("SELECT name, kind FROM entity_names WHERE entity_id = ?1 ORDER BY kind, name")?;
        for summary in &mut summaries {
            summary.names = names
                .query_map([summary.id], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
        }
        Ok(summaries)
    }
}

fn summary(row: &Row<'_>) -> rusqlite::Result<EntitySummary> {
    Ok(EntitySummary {
        id: row.get(0)?,
        key: row.get(1)?,
        name: row.get(2)?,
        kind: row.get(3)?,
        method: row.get(4)?,
        merged_into: row.get(5)?,
        names: Vec::new(),
        claims: row.get(6)?,
    })
}
