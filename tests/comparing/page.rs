//! A case: articles and claims in short, and how they go into a database.

use std::collections::BTreeMap;

use rusqlite::{Transaction, params};

/// A page of claims and the rows that a view has for it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What the case shows.
    pub name: String,
    /// The view.
    pub report: String,
    /// `DAY`, `DAY PUBLISHER` or `DAY PUBLISHER via AGENCY` of every article, by key.
    pub articles: BTreeMap<String, String>,
    /// The claims.
    pub claims: Vec<Claim>,
    /// The day that the scope ends with.
    pub as_of: Option<String>,
    /// Changes to the tables that say what compares with what.
    #[serde(default)]
    pub change: String,
    /// Only rows with these values are looked at.
    #[serde(default)]
    pub only: toml::Table,
    /// The rows, by some of their columns; no others.
    pub rows: Vec<toml::Table>,
}

/// A claim in short.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Key of the article.
    r#in: String,
    /// `SUBJECT PREDICATE[/PHASE] [> OBJECT] [@ PLACE]`; `-` for no subject.
    says: String,
    /// `RELATION EARLIEST..LATEST PRECISION`; either day may be missing.
    when: Option<String>,
    /// `QUALIFIER NUMBER UNIT`, the number with a hyphen between bounds.
    count: Option<String>,
    /// How it stands; asserted.
    stance: Option<String>,
    /// Whether it is denied.
    #[serde(default)]
    denied: bool,
    /// `KIND WORDS`; the article itself.
    who: Option<String>,
    /// How many speakers.
    speakers: Option<i64>,
    /// Key of the agency.
    via: Option<String>,
}

/// A value of a case as the text of a cell.
pub fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        other => panic!("{other:?} is neither text nor a number"),
    }
}

fn entity(transaction: &Transaction<'_>, key: &str) -> i64 {
    transaction
        .query_row("SELECT id FROM entities WHERE key = ?1", [key], |row| row.get(0))
        .unwrap_or_else(|error| panic!("{key}: {error}"))
}

impl Case {
    /// Whether a row is one that the case looks at.
    pub fn is_asked(&self, row: &[(String, String)]) -> bool {
        self.only
            .iter()
            .all(|(name, value)| row.iter().any(|(column, cell)| column == name && *cell == plain(value)))
    }

    /// Puts everything into the database.
    pub fn enter(&self, transaction: &Transaction<'_>) {
        transaction
            .execute_batch("INSERT INTO imports (id, started, program_version, command) VALUES (900, '2030-01-01T00:00:00Z', '0', 'import')")
            .unwrap();
        for (key, said) in &self.articles {
            self.enter_article(transaction, key, said);
        }
        transaction.execute("UPDATE scope SET as_of = ?1", [&self.as_of]).unwrap();
        transaction.execute_batch(&self.change).unwrap();
    }

    fn enter_article(&self, transaction: &Transaction<'_>, key: &str, said: &str) {
        let claims: Vec<&Claim> = self.claims.iter().filter(|claim| claim.r#in == key).collect();
        let sentences: Vec<String> =
            (0..claims.len()).map(|number| format!("Statement {number} of {key}.")).collect();
        let text = format!("{} End of {key}.", sentences.join(" "));
        let mut words = said.split_whitespace();
        let day = words.next().unwrap();
        let publisher = words.next().map(|key| entity(transaction, key));
        let wire = words.nth(1).map(|key| entity(transaction, key));
        let hash = format!("{key:0>64}");
        transaction
            .execute(
                "INSERT INTO articles (key, version, title, publisher_id, published, published_from, text, text_kind, text_hash, wire_id, import_id)
                 VALUES (?1, 1, ?1, ?2, ?3, 'front_matter', ?4, 'full', ?5, ?6, 900)",
                params![key, publisher, day, text, hash, wire],
            )
            .unwrap();
        let article = transaction.last_insert_rowid();
        let mut start = 0;
        for (number, claim) in claims.into_iter().enumerate() {
            claim.enter(transaction, article, &sentences[number], start, number);
            start += sentences[number].chars().count() + 1;
        }
    }
}

impl Claim {
    fn enter(&self, transaction: &Transaction<'_>, article: i64, quote: &str, start: usize, number: usize) {
        let end = start + quote.chars().count();
        transaction
            .execute(
                "INSERT INTO claims (key, reading_hash, article_id, quote, quote_start, quote_end, sentence_start, sentence_end,
                     predicate, stance, polarity, speaker_kind, method, core, import_id)
                 VALUES (printf('%08d%08d', ?1, ?2), '0000000000000000', ?1, ?3, ?4, ?5, ?4, ?5, 'withdraw', ?6, ?7, 'author', 'curated', 1, 900)",
                params![
                    article,
                    number as i64,
                    quote,
                    start as i64,
                    end as i64,
                    self.stance.as_deref().unwrap_or("asserted"),
                    if self.denied { "denied" } else { "affirmed" }
                ],
            )
            .unwrap();
        let claim = transaction.last_insert_rowid();
        let set = |column: &str, value: &dyn rusqlite::ToSql| {
            transaction
                .execute(&format!("UPDATE claims SET {column} = ?1 WHERE id = ?2"), params![value, claim])
                .unwrap();
        };
        self.set_question(transaction, &set);
        self.set_when(transaction, claim);
        self.set_count(transaction, claim);
        if let Some(who) = &self.who {
            let (kind, words) = who.split_once(' ').unwrap();
            set("speaker_kind", &kind);
            set("speaker_text", &words);
        }
        set("speaker_count", &self.speakers);
        set("via_id", &self.via.as_ref().map(|key| entity(transaction, key)));
    }

    fn set_question(&self, transaction: &Transaction<'_>, set: &dyn Fn(&str, &dyn rusqlite::ToSql)) {
        let (rest, place) = match self.says.split_once('@') {
            Some((rest, place)) => (rest, Some(entity(transaction, place.trim()))),
            None => (self.says.as_str(), None),
        };
        let (rest, object) = match rest.split_once('>') {
            Some((rest, object)) => (rest, Some(entity(transaction, object.trim()))),
            None => (rest, None),
        };
        let (subject, predicate) = rest.trim().split_once(' ').unwrap();
        let (predicate, phase) = match predicate.split_once('/') {
            Some((predicate, phase)) => (predicate, Some(phase)),
            None => (predicate, None),
        };
        set("predicate", &predicate);
        set("phase", &phase);
        set("subject_id", &(subject != "-").then(|| entity(transaction, subject)));
        set("object_id", &object);
        set("place_id", &place);
    }

    fn set_when(&self, transaction: &Transaction<'_>, claim: i64) {
        let Some(when) = &self.when else { return };
        let words: Vec<&str> = when.split(' ').collect();
        let (earliest, latest) = words[1].split_once("..").unwrap();
        let day = |day: &str| (!day.is_empty()).then(|| day.to_owned());
        transaction
            .execute(
                "UPDATE claims SET when_text = ?2, when_relation = ?2, when_earliest = ?3, when_latest = ?4, when_precision = ?5 WHERE id = ?1",
                params![claim, words[0], day(earliest), day(latest), words[2]],
            )
            .unwrap();
    }

    fn set_count(&self, transaction: &Transaction<'_>, claim: i64) {
        let Some(count) = &self.count else { return };
        let words: Vec<&str> = count.split(' ').collect();
        let (low, high) = words[1].split_once('-').unwrap_or((words[1], words[1]));
        let (low, high): (i64, i64) = (low.parse().unwrap(), high.parse().unwrap());
        let (low, best, high) = match words[0] {
            "exact" => (Some(low), Some(low), Some(low)),
            "about" | "nearly" => (None, Some(low), None),
            "at_least" | "more_than" => (Some(low), None, None),
            "at_most" | "less_than" => (None, None, Some(high)),
            _ => (Some(low), None, Some(high)),
        };
        transaction
            .execute(
                "UPDATE claims SET quantity_text = ?2, quantity_low = ?3, quantity_best = ?4, quantity_high = ?5, quantity_qualifier = ?6,
                     quantity_unit = ?7 WHERE id = ?1",
                params![claim, words[1], low, best, high, words[0], words[2]],
            )
            .unwrap();
    }
}
