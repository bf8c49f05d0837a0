//! Entities with their names as texts are read with them: what files and people gave, nothing found in a text.

use std::collections::BTreeMap;

use super::Store;
use crate::error::Result;
use crate::model::vocabulary::{EntityKind, NameKind, RelationKind, Vocabulary};
use crate::model::{Entity, EntityName, EntityRelation};

impl Store {
    /// Every entity that files and people described, by key, with names, relations and merged keys.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn described_entities(&self) -> Result<Vec<Entity>> {
        let mut entities = self.bare_entities()?;
        self.add_names(&mut entities)?;
        self.add_relations(&mut entities)?;
        self.add_aliases(&mut entities)?;
        Ok(entities.into_values().collect())
    }

    fn bare_entities(&self) -> Result<BTreeMap<i64, Entity>> {
        let mut statement = self.connection.prepare(
            "SELECT id, key, name, kind FROM entities
             WHERE merged_into IS NULL AND method IN ('seed', 'derived', 'file', 'command') ORDER BY key",
        )?;
        let rows = statement.query_map([], |row| {
            let kind: String = row.get(3)?;
            let entity = Entity {
                key: row.get(1)?,
                name: row.get(2)?,
                kind: EntityKind::from_word(&kind).unwrap_or(EntityKind::Other),
                weak_name: false,
                names: Vec::new(),
                relations: Vec::new(),
                aliases: Vec::new(),
                wikidata: None,
                capital: None,
            };
            Ok((row.get(0)?, entity))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Names, those of merged entities among them: they are names of the root.
    fn add_names(&self, entities: &mut BTreeMap<i64, Entity>) -> Result<()> {
        let mut statement = self.connection.prepare(
            "SELECT coalesce(root_id, entity_id), name, kind, language
             FROM entity_names LEFT JOIN entity_roots USING (entity_id) ORDER BY 1, name",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Some(entity) = entities.get_mut(&row.get(0)?) else { continue };
            let kind: String = row.get(2)?;
            let name = EntityName {
                name: row.get(1)?,
                kind: NameKind::from_word(&kind).unwrap_or(NameKind::Weak),
                language: row.get(3)?,
            };
            entity.weak_name |= name.kind == NameKind::Weak && name.name == entity.name;
            entity.names.push(name);
        }
        Ok(())
    }

    fn add_relations(&self, entities: &mut BTreeMap<i64, Entity>) -> Result<()> {
        let mut statement = self.connection.prepare(
            "SELECT child_id, entities.key, entity_relations.kind, nullif(from_date, ''), nullif(until_date, '')
             FROM entity_relations JOIN entities ON entities.id = parent_id
             ORDER BY child_id, entities.key, entity_relations.kind, from_date",
        )?;
        let mut rows = statement.query([])?;
        let day = |text: Option<String>| text.and_then(|text| text.parse().ok());
        while let Some(row) = rows.next()? {
            let kind: String = row.get(2)?;
            let (Some(entity), Some(kind)) = (entities.get_mut(&row.get(0)?), RelationKind::from_word(&kind))
            else {
                continue;
            };
            entity.relations.push(EntityRelation {
                parent: row.get(1)?,
                kind,
                from: day(row.get(3)?),
                until: day(row.get(4)?),
            });
        }
        Ok(())
    }

    fn add_aliases(&self, entities: &mut BTreeMap<i64, Entity>) -> Result<()> {
        let mut statement = self.connection.prepare(
            "SELECT root_id, entities.key FROM entity_roots JOIN entities ON entities.id = entity_id ORDER BY root_id, entities.key",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(entity) = entities.get_mut(&row.get(0)?) {
                entity.aliases.push(row.get(1)?);
            }
        }
        Ok(())
    }
}
