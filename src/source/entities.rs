//! Entities as files describe them: names, and what they belong to. Derives no names; that is the gazetteer's.

use chrono::NaiveDate;

use super::fields::{Fields, strict_day};
use super::node::{Field, Node, Value};
use crate::model::vocabulary::{NameKind, RelationKind, Vocabulary};
use crate::model::{Entity, EntityName, EntityRelation, Place, Problem};

/// The fields beside the relations, which are the words of [`RelationKind`].
const FIELDS: &[&str] = &[
    "key",
    "name",
    "kind",
    "names",
    "acronyms",
    "former",
    "transliterations",
    "weak",
    "demonyms",
    "aliases",
    "wikidata",
    "weak_name",
    "capital",
];

/// The fields that hold names, and of which kind.
const NAMES: &[(&str, NameKind)] = &[
    ("names", NameKind::Name),
    ("acronyms", NameKind::Acronym),
    ("former", NameKind::Former),
    ("transliterations", NameKind::Transliteration),
    ("demonyms", NameKind::Demonym),
    ("weak", NameKind::Weak),
];

/// Whether a CSV column holds a list, its elements separated by `|`.
pub(super) fn is_list(column: &str) -> bool {
    column == "aliases"
        || NAMES.iter().any(|(name, _)| *name == column)
        || RelationKind::from_word(column).is_some()
}

/// Reads one entity, or reports everything that is wrong with it.
pub(super) fn read(node: &Node, place: &Place) -> Result<Entity, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut fields = Fields::record(node, place, &mut problems);
    let known: Vec<&str> = FIELDS.iter().copied().chain(RelationKind::ALL.iter().map(|k| k.word())).collect();
    fields.allow_only(&known);
    match entity(&mut fields) {
        Some(entity) if problems.is_empty() => Ok(entity),
        _ => Err(problems),
    }
}

fn entity(fields: &mut Fields<'_, '_>) -> Option<Entity> {
    for name in ["key", "name"] {
        if fields.get(name).is_none() {
            fields.missing(name, "every entity has key, name and kind");
        }
    }
    let (key, name, kind) = (fields.key("key"), fields.text("name"), fields.required_word("kind"));
    let names = names(fields);
    let relations = RelationKind::ALL.iter().flat_map(|kind| relations(fields, *kind)).collect();
    let aliases = fields.texts("aliases");
    let aliases = aliases.iter().filter_map(|alias| fields.checked_key("aliases", alias)).collect();
    let wikidata = wikidata(fields);
    let weak_name = fields.flag("weak_name").unwrap_or(false);
    let capital = fields.text("capital");
    Some(Entity {
        key: key?,
        name: name?,
        kind: kind?,
        weak_name,
        names,
        relations,
        aliases,
        wikidata,
        capital,
    })
}

fn names(fields: &mut Fields<'_, '_>) -> Vec<EntityName> {
    let mut names = Vec::new();
    for (field, kind) in NAMES {
        let read = fields.texts(field);
        names.extend(read.into_iter().map(|name| EntityName { name, kind: *kind, language: None }));
    }
    names
}

fn wikidata(fields: &mut Fields<'_, '_>) -> Option<String> {
    let item = fields.text("wikidata")?;
    let sound =
        item.strip_prefix('Q').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if !sound {
        fields.fault(
            "wikidata",
            format!("\"{item}\" is no Wikidata item"),
            "write Q and digits, such as Q796",
        );
    }
    sound.then_some(item)
}

fn relations(fields: &mut Fields<'_, '_>, kind: RelationKind) -> Vec<EntityRelation> {
    let Some(node) = fields.get(kind.word()) else { return Vec::new() };
    let parents = node.elements().iter().filter(|parent| !parent.is_absent());
    parents.filter_map(|parent| relation(fields, kind, parent)).collect()
}

/// A key, a key with its days (`KEY@2021-01-20..2025-01-20`), or a table of entity, from and until.
fn relation(fields: &mut Fields<'_, '_>, kind: RelationKind, parent: &Node) -> Option<EntityRelation> {
    let name = kind.word();
    let (key, from, until) = match &parent.value {
        Value::Text(words) => split(words.trim()),
        Value::Table(known)
            if known.iter().all(|f| matches!(f.name.as_str(), "entity" | "from" | "until")) =>
        {
            let part = |name| known.iter().find(|f: &&Field| f.name == name).and_then(|f| f.node.words());
            (part("entity").unwrap_or_default(), part("from"), part("until"))
        }
        _ => {
            fields.fault(
                name,
                "a relation is a key or a table",
                "write { entity = KEY, from = DATE, until = DATE }",
            );
            return None;
        }
    };
    let parent = fields.checked_key(name, key);
    let [from, until] = [from, until].map(|day| relation_day(fields, name, day));
    if let (Some(Some(first)), Some(Some(last))) = (from, until)
        && first > last
    {
        fields.fault(name, format!("{last} is before {first}"), "swap them");
    }
    Some(EntityRelation { parent: parent?, kind, from: from?, until: until? })
}

fn split(words: &str) -> (&str, Option<&str>, Option<&str>) {
    match words.split_once('@') {
        None => (words, None, None),
        Some((key, days)) => {
            let (from, until) = days.split_once("..").unwrap_or((days, ""));
            (key, Some(from), Some(until))
        }
    }
}

/// `Some(None)` where no day is given, `None` where it is wrong, which was reported.
#[allow(clippy::option_option)]
fn relation_day(fields: &mut Fields<'_, '_>, name: &str, day: Option<&str>) -> Option<Option<NaiveDate>> {
    let Some(day) = day.map(str::trim).filter(|day| !day.is_empty()) else { return Some(None) };
    match strict_day(day) {
        Ok(day) => Some(Some(day)),
        Err(reason) => {
            fields.fault(name, reason, "write days as YYYY-MM-DD, in CSV as KEY@2021-01-20..2025-01-20");
            None
        }
    }
}
