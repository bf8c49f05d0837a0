//! What reports look at: a day, an instant, and filters. Set for one connection by TEMP copies of the scope table and
//! of the views, so that nothing is written and other readers see nothing of it.

use std::collections::BTreeMap;

use rusqlite::params;

use super::Store;
use super::open::NARROWED_CACHE;
use super::query::data_version;
use super::views::names;
use crate::error::Result;

/// Limits of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only what was published by this day, `YYYY-MM-DD`.
    pub as_of: Option<String>,
    /// Only what had been imported by this instant, `YYYY-MM-DDTHH:MM:SSZ`.
    pub known_at: Option<String>,
    /// Which claims.
    pub filter: Filter,
}

/// Which claims a report counts; every field that is set narrows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Ids of entities: the place and everything inside it.
    pub place: Option<Vec<i64>>,
    /// Ids of entities.
    pub subject: Option<Vec<i64>>,
    /// A predicate's word.
    pub predicate: Option<String>,
    /// Ids of entities.
    pub publisher: Option<Vec<i64>>,
    /// Claims that can be of this day or later.
    pub since: Option<String>,
    /// Claims that can be of this day or earlier.
    pub until: Option<String>,
}

impl Filter {
    pub(super) fn narrows_claims(&self) -> bool {
        *self != Self { publisher: self.publisher.clone(), ..Self::default() }
    }

    /// Whether it takes all claims of a question or none.
    fn takes_whole_questions(&self) -> bool {
        self.publisher.is_none() && self.since.is_none() && self.until.is_none()
    }
}

/// What a connection was narrowed to, and the state that the file had then.
#[derive(Debug)]
pub(super) struct Narrowing {
    pub(super) scope: Scope,
    pub(super) state: i64,
}

/// A filter that an index answers: what it chooses where it comes first, and what it takes out of what others chose.
struct Choice {
    choose: &'static str,
    keep: &'static str,
}

macro_rules! choice {
    ($condition:literal) => {
        Choice {
            choose: concat!("INSERT INTO temp.chosen_claims SELECT id FROM claims WHERE ", $condition),
            keep: concat!(
                "DELETE FROM temp.chosen_claims WHERE NOT EXISTS (
                     SELECT 1 FROM claims WHERE claims.id = chosen_claims.claim_id AND ",
                $condition,
                ")"
            ),
        }
    };
}

const PLACE: Choice =
    choice!("place_id IN (SELECT entity_id FROM temp.chosen_entities WHERE field = 'place')");
const SUBJECT: Choice =
    choice!("subject_id IN (SELECT entity_id FROM temp.chosen_entities WHERE field = 'subject')");
const PREDICATE: Choice = choice!("predicate = (SELECT word FROM temp.chosen_predicate)");
const EVERY: Choice = choice!("TRUE");
const KEEP_SINCE: &str = "DELETE FROM temp.chosen_claims WHERE NOT EXISTS (SELECT 1 FROM claims
    WHERE claims.id = chosen_claims.claim_id
        AND coalesce(when_earliest, when_latest) IS NOT NULL AND (when_latest IS NULL OR when_latest >= ?1))";
const KEEP_UNTIL: &str = "DELETE FROM temp.chosen_claims WHERE NOT EXISTS (SELECT 1 FROM claims
    WHERE claims.id = chosen_claims.claim_id
        AND coalesce(when_earliest, when_latest) IS NOT NULL AND (when_earliest IS NULL OR when_earliest <= ?1))";

/// Where questions are taken whole, an index tells the claims that answer them.
const ANSWERING: &str = "INSERT INTO temp.chosen_claims
    SELECT answers.claim_id FROM temp.chosen_questions CROSS JOIN answers ON answers.question_id = chosen_questions.question_id";

/// What reports would count, were it not for its date.
const UNDATED: &str = "SELECT count(*) FROM temp.chosen_claims CROSS JOIN countable_claims ON countable_claims.id = chosen_claims.claim_id
    WHERE coalesce(when_earliest, when_latest) IS NULL";

/// The articles of a scope narrowed to a publisher.
const CHOSEN_ARTICLES: &str = "CREATE TEMP VIEW current_articles AS
    SELECT * FROM newest_articles
    WHERE publisher_id IN (SELECT entity_id FROM temp.chosen_entities WHERE field = 'publisher');
    CREATE TEMP VIEW counted_articles AS
    SELECT * FROM scoped_articles
    WHERE publisher_id IN (SELECT entity_id FROM temp.chosen_entities WHERE field = 'publisher')
        AND id NOT IN (SELECT article_id FROM replaced_articles)";
/// The current claims of a narrowed scope. CROSS JOIN: SQLite begins with what was chosen, so that a report costs what it
/// returns, and not what the file holds.
const CHOSEN_CLAIMS: &str = "CREATE TEMP VIEW current_claims AS
    SELECT countable_claims.* FROM temp.chosen_claims CROSS JOIN countable_claims ON countable_claims.id = chosen_claims.claim_id";

/// The same where the scope is open but for what was chosen: answers say which claims count, which saves a dozen look-ups a claim.
const CHOSEN_ANSWERS: &str = "CREATE TEMP VIEW current_claims AS
    SELECT claims.*
    FROM temp.chosen_claims CROSS JOIN answers ON answers.claim_id = chosen_claims.claim_id
        CROSS JOIN claims ON claims.id = chosen_claims.claim_id
    WHERE answers.is_counted = 1;
    CREATE TEMP VIEW statements AS
    SELECT all_statements.*
    FROM temp.chosen_claims CROSS JOIN all_statements ON all_statements.claim_id = chosen_claims.claim_id
    WHERE all_statements.is_counted = 1";
/// Whether answers say which claims count.
const HAS_NO_DAY: &str = "SELECT as_of IS NULL AND known_at IS NULL FROM temp.scope";

/// Where a filter takes questions whole or not at all, what is kept of them can be used.
const WHOLE_QUESTIONS: &str = "CREATE TEMP VIEW kept_state AS
    SELECT 0 AS is_open, as_of IS NULL AND known_at IS NULL AND EXISTS (SELECT 1 FROM kept_by) AS is_usable
    FROM scope WHERE scope.id = 1";
/// Where it takes some of their claims, everything is worked out from those.
const PARTS_OF_QUESTIONS: &str = "CREATE TEMP VIEW kept_state AS SELECT 0 AS is_open, 0 AS is_usable";

/// The questions that the chosen claims answer.
const CHOSEN_QUESTIONS: &str = "INSERT INTO temp.chosen_questions
    SELECT DISTINCT answers.question_id FROM temp.chosen_claims CROSS JOIN answers ON answers.claim_id = chosen_claims.claim_id";
/// The same without a look at any answer, where questions are taken whole: what was merged is chosen together with what it was merged into.
const CHOSEN_WHOLE_QUESTIONS: &str = "INSERT INTO temp.chosen_questions
    SELECT id FROM questions
    WHERE (NOT ?1 OR place_id IN (SELECT entity_id FROM temp.chosen_entities WHERE field = 'place'))
        AND (NOT ?2 OR subject_id IN (SELECT entity_id FROM temp.chosen_entities WHERE field = 'subject'))
        AND (?3 IS NULL OR predicate = ?3)";
const ASKED_QUESTIONS: &str = "CREATE TEMP VIEW asked_questions AS
        SELECT questions.* FROM temp.chosen_questions CROSS JOIN questions ON questions.id = chosen_questions.question_id";
/// Their articles, which the answers tell: every claim has one, and more of them stand on a page.
const ASKED_ARTICLES: &str = "CREATE TEMP VIEW asked_articles AS
    SELECT answers.article_id FROM temp.chosen_claims CROSS JOIN answers ON answers.claim_id = chosen_claims.claim_id";

/// The articles of which a report counts a chosen claim, of those that the scope and a publisher leave, and how many it counts: claims are
/// gone through once, and newer versions told from older ones at once.
const LISTED_ARTICLES: &str = "CREATE TEMP VIEW listed_articles AS
    SELECT counted_articles.*, answering.claims AS claims, answering.curated AS curated
    FROM (
            SELECT article_id, count(*) AS claims, count(*) FILTER (WHERE rank < '1') AS curated
            FROM statements
            GROUP BY article_id) AS answering
        CROSS JOIN counted_articles ON counted_articles.id = answering.article_id";

/// Views that are made of what was chosen.
const CHOSEN_VIEWS: [&str; 7] = [
    "current_claims",
    "edited_claims",
    "edited_articles",
    "recorded_claims",
    "asked_articles",
    "asked_questions",
    "listed_articles",
];
/// The same of claims of any version.
const CHOSEN_EDITS: &str = "CREATE TEMP VIEW edited_claims AS
    SELECT version_claims.* FROM temp.chosen_claims CROSS JOIN version_claims ON version_claims.id = chosen_claims.claim_id;
    CREATE TEMP VIEW edited_articles AS
    SELECT claims.article_id FROM claims WHERE EXISTS (SELECT 1 FROM temp.chosen_claims WHERE chosen_claims.claim_id = claims.id)";
/// The same, whatever became of them.
const CHOSEN_RECORDS: &str = "CREATE TEMP VIEW recorded_claims AS
    SELECT claims.* FROM temp.chosen_claims CROSS JOIN claims ON claims.id = chosen_claims.claim_id";

impl Store {
    /// Limits every report of this connection. To be called once, before the first report. Answers how many claims
    /// a period leaves out only because they have no date.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn look_through(&self, scope: &Scope) -> Result<u64> {
        let in_place = scope == &Scope::default() && !self.views_outdated()?;
        if in_place {
            return Ok(0);
        }
        let state = data_version(&self.connection)?;
        // Of several the first stays, and with it a state that is not the file's any more.
        let _ = self.narrowing.set(Narrowing { scope: scope.clone(), state });
        self.copy_scope(scope)?;
        let filter = &scope.filter;
        let replaced_state = self.replaced_state(filter)?;
        if filter.narrows_claims() {
            self.connection.pragma_update(None, "cache_size", NARROWED_CACHE)?;
        }
        let by_answers = filter.narrows_claims() && filter.publisher.is_none() && self.has_no_day()?;
        for (name, sql) in self.view_statements()? {
            match name.as_str() {
                name if CHOSEN_VIEWS.contains(&name) && filter.narrows_claims() => continue,
                "statements" if by_answers => continue,
                "current_articles" | "counted_articles" if filter.publisher.is_some() => continue,
                "kept_state" if replaced_state.is_some() => continue,
                _ => {}
            }
            // The stored statement of a view always begins with these two words.
            self.connection.execute_batch(&sql.replacen("CREATE VIEW", "CREATE TEMP VIEW", 1))?;
        }
        self.choose_entities(filter)?;
        if filter.publisher.is_some() {
            self.connection.execute_batch(CHOSEN_ARTICLES)?;
        }
        let undated = if filter.narrows_claims() { self.narrow(filter, by_answers)? } else { 0 };
        if let Some(view) = replaced_state {
            self.connection.execute_batch(view)?;
        }
        Ok(undated)
    }

    /// Chooses claims, and makes the views of them.
    fn narrow(&self, filter: &Filter, by_answers: bool) -> Result<u64> {
        let undated = self.choose(filter)?;
        self.connection.execute_batch(if by_answers { CHOSEN_ANSWERS } else { CHOSEN_CLAIMS })?;
        self.connection.execute_batch(CHOSEN_EDITS)?;
        self.connection.execute_batch(CHOSEN_RECORDS)?;
        self.connection.execute_batch(ASKED_ARTICLES)?;
        self.connection.execute_batch(LISTED_ARTICLES)?;
        Ok(undated)
    }

    fn has_no_day(&self) -> Result<bool> {
        Ok(self.connection.query_row(HAS_NO_DAY, [], |row| row.get(0))?)
    }

    /// What tells whether kept comparisons can be used, where that is not what the file's own view says.
    fn replaced_state(&self, filter: &Filter) -> Result<Option<&'static str>> {
        Ok(match filter {
            // Views of another program worked out what is kept.
            _ if self.views_outdated()? => Some(PARTS_OF_QUESTIONS),
            filter if *filter == Filter::default() => None,
            filter if filter.takes_whole_questions() => Some(WHOLE_QUESTIONS),
            _ => Some(PARTS_OF_QUESTIONS),
        })
    }

    /// The entity itself, what was merged into it, and everything inside it, as ids.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn inside(&self, entity: i64) -> Result<Vec<i64>> {
        self.family(
            "WITH RECURSIVE inside (id) AS (
                 SELECT ?1
                 UNION SELECT entities.id FROM inside JOIN entities ON entities.merged_into = inside.id
                 UNION SELECT entities.merged_into FROM inside JOIN entities ON entities.id = inside.id
                     WHERE entities.merged_into IS NOT NULL
                 UNION SELECT entity_relations.child_id FROM inside JOIN entity_relations ON entity_relations.parent_id = inside.id
                     AND entity_relations.kind IN ('located_in', 'part_of', 'capital_of')
             )
             SELECT id FROM inside ORDER BY id",
            entity,
        )
    }

    /// The entity itself and what was merged with it, as ids.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn merged_with(&self, entity: i64) -> Result<Vec<i64>> {
        self.family(
            "WITH RECURSIVE same (id) AS (
                 SELECT ?1
                 UNION SELECT entities.id FROM same JOIN entities ON entities.merged_into = same.id
                 UNION SELECT entities.merged_into FROM same JOIN entities ON entities.id = same.id
                     WHERE entities.merged_into IS NOT NULL
             )
             SELECT id FROM same ORDER BY id",
            entity,
        )
    }

    fn family(&self, sql: &str, entity: i64) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare(sql)?;
        let ids = statement.query_map([entity], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    fn copy_scope(&self, scope: &Scope) -> Result<()> {
        self.connection.execute_batch(
            "CREATE TEMP TABLE scope (id INTEGER PRIMARY KEY, as_of TEXT, known_at TEXT);
             INSERT INTO temp.scope (id, as_of, known_at) SELECT id, as_of, known_at FROM main.scope",
        )?;
        self.connection.execute(
            "UPDATE temp.scope SET as_of = coalesce(?1, as_of), known_at = coalesce(?2, known_at)",
            params![scope.as_of, scope.known_at],
        )?;
        Ok(())
    }

    /// Every view's statement: the file's, with this program's own in place of older ones.
    pub(super) fn view_statements(&self) -> Result<BTreeMap<String, String>> {
        let mut statements = BTreeMap::new();
        for name in names(&self.connection, "SELECT name FROM main.sqlite_schema WHERE type = 'view'")? {
            let sql = self.connection.query_row(
                "SELECT sql FROM main.sqlite_schema WHERE type = 'view' AND name = ?1",
                [&name],
                |row| row.get(0),
            )?;
            statements.insert(name, sql);
        }
        if self.views_outdated()? {
            statements.extend(self.program.views.iter().map(|view| (view.name.clone(), view.sql.clone())));
        }
        Ok(statements)
    }

    fn choose_entities(&self, filter: &Filter) -> Result<()> {
        self.connection.execute_batch(
            "CREATE TEMP TABLE chosen_entities (field TEXT, entity_id INTEGER, PRIMARY KEY (field, entity_id)) WITHOUT ROWID",
        )?;
        let fields =
            [("place", &filter.place), ("subject", &filter.subject), ("publisher", &filter.publisher)];
        for (field, ids) in fields {
            for id in ids.iter().flatten() {
                self.connection.execute(
                    "INSERT OR IGNORE INTO temp.chosen_entities VALUES (?1, ?2)",
                    params![field, id],
                )?;
            }
        }
        Ok(())
    }

    /// Chooses questions as a whole and the claims that answer them, or claims one by one and the questions that they answer.
    fn choose(&self, filter: &Filter) -> Result<u64> {
        self.connection.execute_batch(
            "CREATE TEMP TABLE chosen_claims (claim_id INTEGER PRIMARY KEY);
             CREATE TEMP TABLE chosen_questions (question_id INTEGER PRIMARY KEY);
             CREATE TEMP TABLE chosen_predicate (word TEXT)",
        )?;
        self.connection.execute("INSERT INTO temp.chosen_predicate VALUES (?1)", [&filter.predicate])?;
        let mut undated = 0;
        if filter.takes_whole_questions() {
            let asked = params![filter.place.is_some(), filter.subject.is_some(), filter.predicate];
            self.connection.execute(CHOSEN_WHOLE_QUESTIONS, asked)?;
            self.connection.execute(ANSWERING, [])?;
        } else {
            undated = self.choose_claims(filter)?;
            self.connection.execute(CHOSEN_QUESTIONS, [])?;
        }
        // Told how few they are, SQLite makes no bloom filter over all articles for their sake: 0.02 s instead of 0.3.
        self.connection.execute_batch("ANALYZE temp.chosen_claims")?;
        self.connection.execute_batch(ASKED_QUESTIONS)?;
        Ok(undated)
    }

    fn choose_claims(&self, filter: &Filter) -> Result<u64> {
        let choices = [
            (filter.place.is_some(), PLACE),
            (filter.subject.is_some(), SUBJECT),
            (filter.predicate.is_some(), PREDICATE),
        ];
        let mut asked = choices.into_iter().filter_map(|(asked, choice)| asked.then_some(choice));
        self.connection.execute(asked.next().unwrap_or(EVERY).choose, [])?;
        for choice in asked {
            self.connection.execute(choice.keep, [])?;
        }
        let mut undated = 0;
        if filter.since.is_some() || filter.until.is_some() {
            undated = self.connection.query_row(UNDATED, [], |row| row.get(0))?;
        }
        for (day, keep) in [(&filter.since, KEEP_SINCE), (&filter.until, KEEP_UNTIL)] {
            if let Some(day) = day {
                self.connection.execute(keep, [day])?;
            }
        }
        Ok(undated)
    }
}
