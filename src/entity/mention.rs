//! Where a text names entities, and how sure that is. Byte offsets.

use std::ops::Range;

use super::Gazetteer;
use crate::model::vocabulary::EntityKind;

/// An entity of the gazetteer, or one found in this article alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityId {
    /// Number of an entry of the gazetteer.
    Known(u32),
    /// Number of an entity of `Mentions::found`.
    Found(u32),
}

/// How words mean an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// By a name, or by a weak one whose reading is clear here.
    Name,
    /// By an adjective or a noun for people: "Iraqi", "Iraqis".
    Demonym,
    /// By a name that could mean something else, or as a part of another word ("pro-Iranian", "US-backed").
    Weak,
    /// By the short form of a name that stands in full elsewhere in the article.
    Short,
    /// By a pattern: nobody has listed this person or place.
    Found,
    /// By a reference back: "the group", "there", "he".
    Pronoun,
}

impl How {
    /// The way as a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Demonym => "demonym",
            Self::Weak => "weak",
            Self::Short => "short",
            Self::Found => "found",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Words that mean an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The words, in bytes of the text, without a possessive ending.
    pub range: Range<usize>,
    /// What they mean.
    pub entity: EntityId,
    /// How they mean it.
    pub how: How,
}

/// An entity that no file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEntity {
    /// Its name as a key.
    pub key: String,
    /// Its name as written.
    pub name: String,
    /// A person, a place or a base.
    pub kind: EntityKind,
    /// Places: key of the country, where the text says it.
    pub country: Option<String>,
}

/// The mentions of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentions {
    /// In order; they do not overlap.
    pub list: Vec<Mention>,
    /// What was found by patterns, in the order of first mention.
    pub found: Vec<FoundEntity>,
}

impl Mentions {
    /// The mentions that lie within a range.
    pub fn within(&self, range: Range<usize>) -> &[Mention] {
        let first = self.list.partition_point(|mention| mention.range.start < range.start);
        let last = self.list.partition_point(|mention| mention.range.end <= range.end);
        self.list.get(first..last).unwrap_or(&[])
    }

    /// The mention that covers a byte.
    pub fn at(&self, byte: usize) -> Option<&Mention> {
        let mention = self.list.get(self.list.partition_point(|mention| mention.range.end <= byte))?;
        mention.range.contains(&byte).then_some(mention)
    }

    /// The entity's key.
    pub fn key<'a>(&'a self, gazetteer: &'a Gazetteer, entity: EntityId) -> &'a str {
        self.found(entity).map_or_else(|| gazetteer.key(entity), |found| &found.key)
    }

    /// What the entity is.
    pub fn kind(&self, gazetteer: &Gazetteer, entity: EntityId) -> EntityKind {
        self.found(entity).map_or_else(|| gazetteer.kind(entity), |found| found.kind)
    }

    /// Key of the country that the entity is, lies in or belongs to.
    pub fn country<'a>(&'a self, gazetteer: &'a Gazetteer, entity: EntityId) -> Option<&'a str> {
        self.found(entity).map_or_else(|| gazetteer.country_of(entity), |found| found.country.as_deref())
    }

    fn found(&self, entity: EntityId) -> Option<&FoundEntity> {
        match entity {
            EntityId::Found(number) => self.found.get(number as usize),
            EntityId::Known(_) => None,
        }
    }
}
