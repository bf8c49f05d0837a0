//! Claims with what they rest on, for a page.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Evidence, Overview};
use crate::error::Result;
use crate::store::{Store, Value};

/// What the reports look at within the scope.
///
/// # Errors
/// When SQLite fails.
pub fn overview(store: &Store) -> Result<Overview> {
    let (names, row) = store.overview()?;
    let row = Named::new(&names, row);
    Ok(Overview {
        articles: row.whole("articles"),
        publishers: row.whole("publishers"),
        claims: row.whole("claims"),
        first: row.text_opt("first"),
        last: row.text_opt("last"),
    })
}

/// The claims of these keys, by publication, article and place in the text; a key that names none is left out.
///
/// # Errors
/// When SQLite fails.
pub fn evidence(store: &Store, keys: &BTreeSet<String>) -> Result<Vec<Evidence>> {
    let (names, rows) = store.claims_by_key(keys.iter())?;
    let mut found = BTreeMap::new();
    for row in rows {
        let row = Named::new(&names, row);
        found.insert(row.text("claim_key"), row);
    }
    let mut found: Vec<Named> = found.into_values().collect();
    found.sort_by_cached_key(|row| {
        (row.text("published"), row.text("article_key"), row.whole("quote_start"), row.text("claim_key"))
    });
    Ok(found.iter().map(told).collect())
}

fn told(row: &Named) -> Evidence {
    let figure = row.text_opt("quantity_said").map(|figure| match row.text_opt("quantity_unit") {
        Some(unit) => format!("{figure} {unit}"),
        None => figure,
    });
    Evidence {
        claim_key: row.text("claim_key"),
        article_key: row.text("article_key"),
        title: row.text("title_said"),
        publisher: row.text("publisher_said"),
        published: row.text("published_said"),
        url: row.text_opt("url"),
        text_kind: row.text("text_kind"),
        quote: row.text("quote"),
        sentence: row.text("sentence"),
        quote_start: usize::try_from(row.whole("quote_start") - row.whole("sentence_start")).unwrap_or(0),
        what: row.text("predicate_said"),
        subject: row.text_opt("subject").or_else(|| row.text_opt("subject_text")),
        object: row.text_opt("object").or_else(|| row.text_opt("object_text")),
        place: row.text_opt("place").or_else(|| row.text_opt("place_text")),
        figure,
        when: row.text_opt("when_said"),
        stance: row.text("stance_said"),
        speaker: row.text("speaker_said"),
        origin: (row.whole("origin_known") == 1).then(|| row.text("origin_key")),
        method: row.text("method"),
        review: row.text_opt("review"),
    }
}

/// A row whose cells are asked for by name; a column that is missing is empty.
struct Named(HashMap<String, Value>);

impl Named {
    fn new(names: &[String], row: Vec<Value>) -> Self {
        // A view may have a name twice; the first is its own.
        let mut cells = HashMap::with_capacity(names.len());
        for (name, value) in names.iter().zip(row) {
            cells.entry(name.clone()).or_insert(value);
        }
        Self(cells)
    }

    fn text_opt(&self, name: &str) -> Option<String> {
        match self.0.get(name) {
            None | Some(Value::Null) => None,
            Some(Value::Text(text)) => Some(text.clone()),
            Some(Value::Integer(number)) => Some(number.to_string()),
            Some(Value::Real(number)) => Some(number.to_string()),
        }
    }

    fn text(&self, name: &str) -> String {
        self.text_opt(name).unwrap_or_default()
    }

    fn whole(&self, name: &str) -> i64 {
        match self.0.get(name) {
            Some(Value::Integer(number)) => *number,
            _ => 0,
        }
    }
}
