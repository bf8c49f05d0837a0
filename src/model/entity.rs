//! Who and what claims are about, and by which names.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::vocabulary::{EntityKind, NameKind, RelationKind};

/// An entity as a file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Stable name: lower-case words joined by hyphens.
    pub key: String,
    /// The name to print.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Whether `name` itself is too ambiguous to match alone.
    pub weak_name: bool,
    /// Further names.
    pub names: Vec<EntityName>,
    /// What it belongs to, lies in, leads …
    pub relations: Vec<EntityRelation>,
    /// Other keys that mean this entity.
    pub aliases: Vec<String>,
    /// Wikidata item, `Q…`.
    pub wikidata: Option<String>,
    /// Countries only: the name of the capital.
    pub capital: Option<String>,
}

/// One name of an entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntityName {
    /// The name as it stands in texts.
    pub name: String,
    /// What kind of name.
    pub kind: NameKind,
    /// BCP 47 tag; `None` means English news.
    pub language: Option<String>,
}

/// A relation of an entity (the child) to another (the parent).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityRelation {
    /// Key of the parent.
    pub parent: String,
    /// What relates them.
    pub kind: RelationKind,
    /// First day, if known.
    pub from: Option<NaiveDate>,
    /// Last day, if known.
    pub until: Option<NaiveDate>,
}

/// Whether `key` has the form of an entity key: lower-case ASCII words and digits, joined by single hyphens.
pub fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 120
        && key.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// A name as a key: lower-case ASCII words joined by hyphens; empty where nothing is left.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.nfkd().flat_map(char::to_lowercase) {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !is_combining_mark(character) && !matches!(character, '\'' | '’') && !slug.ends_with('-')
        {
            slug.push('-');
        }
    }
    slug.truncate(100);
    slug.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_become_keys() {
        assert_eq!(slug("Antiwar.com"), "antiwar-com");
        assert_eq!(slug("Côte d’Ivoire"), "cote-divoire");
        assert_eq!(slug("The New York Times"), "the-new-york-times");
        assert_eq!(slug("新华社"), "");
    }
}
