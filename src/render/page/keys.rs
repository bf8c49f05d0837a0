//! Which cells of a table name claims, and which claims a cell rests on.
//!
//! A column called `claim_key`, `claim_keys`, or ending in `_claim_key` or `_claim_keys` holds keys, parted by `; `.

use crate::report::{Table, Value};

/// Columns of keys whose names are older than the convention.
const ALSO: &[&str] = &["curated_key", "extracted_key"];

/// Whether a column holds keys of claims.
pub(super) fn is_claims(name: &str) -> bool {
    let ends = |end: &str| name.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('_'));
    ends("claim_key") || ends("claim_keys") || ALSO.contains(&name)
}

/// Whether a column holds keys of articles.
pub(super) fn is_articles(name: &str) -> bool {
    ["article_key", "article_keys"].iter().any(|end| name == *end || name.ends_with(&format!("_{end}")))
        || matches!(name, "answered_by" | "silent_articles")
}

/// The keys in a cell.
pub(super) fn in_cell(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::Text(text)) => text.split("; ").filter(|key| !key.is_empty()).collect(),
        _ => Vec::new(),
    }
}

/// Every claim that a row names, in the order of its columns.
pub(super) fn of_row(table: &Table, row: &[Value]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for (column, value) in table.columns.iter().zip(row).filter(|(column, _)| is_claims(&column.name)) {
        let _ = column;
        for key in in_cell(Some(value)) {
            if !keys.iter().any(|known| known == key) {
                keys.push(key.to_owned());
            }
        }
    }
    keys
}

/// The claim that a column's value rests on: that of the column of keys that begins with the same word (`was_claim_key` for
/// `was_value`), else the row's first.
pub(super) fn behind<'a>(table: &Table, row: &'a [Value], index: usize) -> Option<&'a str> {
    let name = &table.columns.get(index)?.name;
    let columns = table.columns.iter().zip(row).filter(|(column, _)| is_claims(&column.name));
    let mut first = None;
    for (column, value) in columns {
        let Some(key) = in_cell(Some(value)).first().copied() else { continue };
        let prefix = column.name.split("claim_key").next().unwrap_or_default();
        let side = prefix.trim_end_matches('_');
        if !side.is_empty() && (name.starts_with(prefix) || sides(name).contains(&side)) {
            return Some(key);
        }
        first = first.or(Some(key));
    }
    first
}

/// The sides that a column is about whose name is that of a side, or of a step to it.
fn sides(name: &str) -> &[&str] {
    match name {
        "was" => &["was"],
        "now" => &["is"],
        "moved_on" | "move" | "according_to" | "source" => &["to"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::{behind, is_articles, is_claims, of_row};
    use crate::report::{Align, Column, Reads, Table, Value};

    fn table(names: &[&str], row: &[&str]) -> Table {
        let column = |name: &&str| Column {
            name: (*name).to_owned(),
            meaning: String::new(),
            align: Align::Left,
            reads: Reads::Plainly,
            brief: true,
        };
        Table {
            title: String::new(),
            question: String::new(),
            columns: names.iter().map(column).collect(),
            rows: vec![row.iter().map(|cell| Value::Text((*cell).to_owned())).collect()],
        }
    }

    #[test]
    fn columns_of_keys_are_known_by_their_names() {
        let named = ["claim_key", "claim_keys", "was_claim_key", "a_claim_keys", "extracted_key"];
        assert!(named.iter().all(|name| is_claims(name)));
        assert!(!["subject_key", "article_key", "disclaim_key", "claim"].iter().any(|name| is_claims(name)));
        assert!(
            is_articles("article_keys") && is_articles("was_article_key") && !is_articles("particle_key")
        );
    }

    #[test]
    fn a_value_rests_on_the_claim_of_its_own_side() {
        let names = ["was_value", "is_value", "now", "when", "was_claim_key", "is_claim_key"];
        let table = table(&names, &["1", "2", "2", "3", "aa", "bb; cc; aa"]);
        let keys: Vec<Option<&str>> = (0..4).map(|index| behind(&table, &table.rows[0], index)).collect();
        assert_eq!(keys, [Some("aa"), Some("bb"), Some("bb"), Some("aa")]);
        assert_eq!(of_row(&table, &table.rows[0]), ["aa", "bb", "cc"]);
    }
}
