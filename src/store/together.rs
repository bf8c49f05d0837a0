//! Many new articles at once: what the file's triggers do for each row is done for all rows together. A statement that fires no
//! trigger writes one row and keeps no journal of its own, and no savepoint copies every page that an article touches. If anything
//! fails, all of it is taken back, and the caller does it again one by one.

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::Import;
use super::entities::Said;
use super::identity::{Identity, NamedClaim};
use super::new_answers::NewAnswers;
use crate::error::Result;
use crate::model::Evidence;

/// The triggers that see what goes in together, with what is done in their place: ids only grow, and nothing is replaced; the
/// evidence is looked at by [`proven`]; [`Import::end_rows`] does the others' work.
const TRIGGERS: &[(&str, &str)] = &[
    ("articles", "articles_are_not_replaced"),
    ("articles", "articles_origin_on_insert"),
    ("articles", "answers_of_a_new_version"),
    ("claims", "claims_evidence_on_insert"),
    ("claims", "answers_of_a_new_claim"),
];
/// Those of the same tables that see other things: changed and deleted rows, and merged entities.
const OTHERS: &[&str] = &[
    "articles_text_is_fixed",
    "articles_origin_on_update",
    "articles_origin_on_wire",
    "articles_origin_on_delete",
    "article_search_on_delete",
    "article_search_on_title",
    "answers_of_a_changed_article",
    "answers_of_a_deleted_article",
    "changed_origins_on_article",
    "changed_origins_on_lost_article",
    "changed_origins_on_key",
    "claims_evidence_on_update",
    "answers_of_a_changed_claim",
    "answers_of_a_deleted_claim",
    "entities_merge_into_roots",
    "entity_merges_on_insert",
    "entity_merges_on_update",
    "changed_kin_on_relation",
    "changed_kin_on_changed_relation",
    "changed_kin_on_lost_relation",
];

/// Rows that went in while no trigger saw them: those behind these ids.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unseen {
    article: i64,
    claim: i64,
}

impl Import<'_> {
    /// Does much at once, wholly or not at all: a batch of articles.
    ///
    /// # Errors
    /// Those of `work`; then nothing of it is left, and it can be done again one by one.
    pub fn together<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let before = (self.counts.clone(), self.unknown_entities.clone(), self.pending);
        // What was written in this transaction before is kept by a savepoint; where nothing was, none is needed.
        let kept = self.connection().total_changes() != self.changes_at_begin;
        if kept {
            self.step("SAVEPOINT together")?;
        }
        let done = self.begin_rows().and_then(|()| work(self));
        let ended = self.end_rows(done.is_ok());
        match done.and_then(|done| ended.map(|()| done)) {
            Ok(done) => {
                if kept {
                    self.step("RELEASE together")?;
                }
                Ok(done)
            }
            Err(error) => {
                (self.counts, self.unknown_entities, self.pending) = before;
                self.said = Said::default();
                self.take_back(kept)?;
                Err(error)
            }
        }
    }

    /// Does something in the midst of what goes in together, so that the triggers see each of its rows.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn apart<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.end_rows(true)?;
        self.let_triggers_see(true)?;
        let done = work(self)?;
        self.pending += 1;
        self.begin_rows()?;
        Ok(done)
    }

    /// Puts relations between entities in. Triggers note which questions they concern: where none was asked yet, they see nothing.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn relating<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let is_asked: bool =
            self.connection().query_row("SELECT EXISTS (SELECT 1 FROM questions)", [], |row| row.get(0))?;
        self.let_triggers_see(is_asked || !self.has_only_known_triggers)?;
        let done = work(self);
        self.let_triggers_see(true)?;
        done
    }

    fn take_back(&mut self, kept: bool) -> Result<()> {
        if self.connection().is_autocommit() {
            // SQLite has done so by itself, as it does when the disk is full.
            return Ok(());
        }
        if kept {
            self.connection().execute_batch("ROLLBACK TO together; RELEASE together")?;
        } else {
            self.connection().execute_batch("ROLLBACK")?;
            self.begin_batch()?;
        }
        Ok(())
    }

    /// From here on no trigger sees what goes in, unless the file has triggers that are not the program's.
    fn begin_rows(&mut self) -> Result<()> {
        if self.has_only_known_triggers {
            let connection = self.connection();
            let unseen = Unseen {
                article: last(connection, "SELECT max(id) FROM articles")?,
                claim: last(connection, "SELECT max(id) FROM claims")?,
            };
            self.unseen = Some(unseen);
            self.let_triggers_see(false)?;
        }
        Ok(())
    }

    /// What the triggers would have done is done, where it is `wanted`. They may stay blind: who needs them says so.
    pub(super) fn end_rows(&mut self, wanted: bool) -> Result<()> {
        let Some(unseen) = self.unseen.take() else { return Ok(()) };
        if !wanted {
            return self.let_triggers_see(true);
        }
        // No trigger is on this table.
        self.connection()
            .prepare_cached(
                "INSERT INTO pending_origins (article_id) SELECT id FROM articles WHERE id > ?1 ORDER BY id",
            )?
            .execute([unseen.article])?;
        if last(self.connection(), "SELECT max(id) FROM claims")? > unseen.claim {
            self.let_triggers_see(true)?;
            self.answer(unseen.claim)?;
        }
        Ok(())
    }

    /// Answers the claims behind an id.
    fn answer(&self, behind: i64) -> Result<()> {
        if let Some(answers) = &self.answers {
            return answers.insert(self.connection(), behind);
        }
        self.connection()
            .prepare_cached(
                "INSERT INTO changed_answers (claim_id) SELECT id FROM claims WHERE id > ?1 ORDER BY id",
            )?
            .execute([behind])?;
        Ok(())
    }

    /// Opens or closes the triggers' eyes. Every time SQLite prepares all statements anew, so that they are not opened for nothing.
    pub(super) fn let_triggers_see(&mut self, see: bool) -> Result<()> {
        if self.triggers_see != see {
            self.connection().set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, see)?;
            self.triggers_see = see;
        }
        Ok(())
    }

    /// Looks at the file's triggers, of which other programs may have made some.
    pub(super) fn look_at_triggers(&mut self) -> Result<()> {
        self.has_only_known_triggers = has_only_known_triggers(self.connection())?;
        self.answers = NewAnswers::of(self.connection())?;
        Ok(())
    }
}

/// Whether the triggers of the tables that go in together are those that are known here.
fn has_only_known_triggers(connection: &Connection) -> Result<bool> {
    let mut statement = connection.prepare(
        "SELECT tbl_name, name FROM sqlite_schema
         WHERE type = 'trigger' AND tbl_name IN
             ('articles', 'claims', 'entities', 'entity_relations', 'article_sketches', 'pending_origins')",
    )?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let found: Vec<(String, String)> = found.collect::<rusqlite::Result<_>>()?;
    let done_here =
        found.iter().filter(|(table, name)| TRIGGERS.contains(&(table.as_str(), name.as_str()))).count();
    let others = found.iter().filter(|(_, name)| OTHERS.contains(&name.as_str())).count();
    Ok(done_here == TRIGGERS.len() && found.len() == done_here + others)
}

/// Whether every quote stands in the text where the claim says, as the trigger on claims asks.
pub(super) fn proven(text: &str, claims: &[NamedClaim]) -> bool {
    let words = Identity::new("", text, &[]);
    claims.iter().all(|named| is_proven(&words, &named.quote, named.claim.evidence))
}

fn is_proven(words: &Identity<'_>, quote: &str, evidence: Evidence) -> bool {
    !quote.is_empty() && words.words(evidence.quote) == quote && words.holds(evidence.sentence.end)
}

fn last(connection: &Connection, sql: &str) -> Result<i64> {
    let id: Option<i64> = connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    Ok(id.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{has_only_known_triggers, is_proven};
    use crate::model::Evidence;
    use crate::store::{Identity, migrations};
    use crate::text::Span;

    #[test]
    fn the_triggers_that_are_spared_are_those_of_the_schema() {
        let mut connection = rusqlite::Connection::open_in_memory().expect("a database");
        migrations::run(&mut connection).expect("a schema");
        assert!(has_only_known_triggers(&connection).expect("an answer"));
        for sql in [
            "CREATE TRIGGER strange AFTER INSERT ON claims BEGIN SELECT 1; END",
            "DROP TRIGGER strange; DROP TRIGGER claims_evidence_on_insert",
        ] {
            connection.execute_batch(sql).expect("SQL");
            assert!(!has_only_known_triggers(&connection).expect("an answer"), "{sql}");
        }
    }

    #[test]
    fn a_quote_is_proven_where_the_trigger_would_take_it() {
        let connection = rusqlite::Connection::open_in_memory().expect("a database");
        let sql = "SELECT substr(?1, ?2 + 1, ?3 - ?2) = ?4 AND ?5 <= length(?1)";
        for text in ["They left.", "Caf\u{e9}s \u{201c}left\u{201d}.", "e\u{301}"] {
            let words = Identity::new("", text, &[]);
            let quotes = ["They", "left", "Caf\u{e9}s", "\u{301}", "t", " "];
            for (quote, start) in quotes.iter().flat_map(|quote| (0..12).map(move |start| (quote, start))) {
                for (end, sentence_end) in
                    (start + 1..14).flat_map(|end| (end..14).map(move |sentence| (end, sentence)))
                {
                    let evidence =
                        Evidence { quote: Span::new(start, end), sentence: Span::new(0, sentence_end) };
                    let trigger: bool = connection
                        .query_row(sql, rusqlite::params![text, start, end, quote, sentence_end], |row| {
                            row.get(0)
                        })
                        .expect("an answer");
                    assert_eq!(is_proven(&words, quote, evidence), trigger, "{text} {evidence:?} {quote}");
                }
            }
        }
    }
}
