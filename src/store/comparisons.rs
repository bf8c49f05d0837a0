//! What is compared, kept at hand: worked out anew where it is not right any more. Until that is done, views work it out
//! themselves, so that no answer depends on it.

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior, params};

use super::Store;
use super::check::Finding;
use super::statistics;
use super::views::{self, names};
use crate::error::{Error, Result};

/// KiB of pages in memory meanwhile, as SQLite takes them: negative.
const CACHE: i64 = -24 * 1024;
/// Where what is sorted and gathered lies meanwhile, and where it lies otherwise: memory does not grow with the claims.
const LARGE: &str = "FILE";
const USUAL: &str = "MEMORY";

/// What is kept of a kind and not found, or found and not kept, of questions that are not stale.
macro_rules! different {
    ($what:literal, $table:literal, $question:literal, $unless:literal) => {
        concat!(
            "SELECT DISTINCT 'kept ",
            $what,
            " of question ' || ",
            $question,
            " || ' are not those that its claims make'
             FROM (SELECT * FROM (SELECT * FROM main.kept_",
            $table,
            " EXCEPT SELECT * FROM temp.found_",
            $table,
            ")
                 UNION ALL SELECT * FROM (SELECT * FROM temp.found_",
            $table,
            " EXCEPT SELECT * FROM main.kept_",
            $table,
            "))
             WHERE ",
            $question,
            " NOT IN (SELECT question_id FROM stale_questions) AND NOT ",
            $unless
        )
    };
}

/// Whether something is to be done: the scope is open, and not all that is kept is right.
const IS_BEHIND: &str = "SELECT is_open AND (NOT is_usable
        OR (SELECT views FROM kept_by) IS NOT ?1
        OR EXISTS (SELECT 1 FROM stale_questions))
    FROM kept_state";
/// Whether what is kept was worked out by the rules and views of today, so that only what is stale is to be done.
const IS_USABLE: &str = "SELECT is_usable AND (SELECT views FROM kept_by) IS ?1 FROM kept_state";

/// Whether it is much. SQLite then must not plan by counts: the table of what is stale was empty when it last counted, so that it
/// takes the stale questions for few, and goes over all answers for each.
const IS_MUCH: &str = "SELECT (SELECT count(*) FROM (SELECT 1 FROM stale_questions LIMIT 1000)) = 1000";

/// The same, where nothing that is kept is right.
const IS_LARGE: &str = "SELECT (SELECT count(*) FROM (SELECT 1 FROM questions LIMIT 1000)) = 1000";

/// Whether it is most of all. It is then worked out for all questions, in the order of the file: to look claims up question by question
/// takes longer than all of them do.
const IS_MOST: &str = "SELECT 2 * (SELECT count(*) FROM stale_questions WHERE is_settled = 0) > (SELECT count(*) FROM questions)";

/// Whether any claim asks anything. Where none does, only questions that were lost may be stale.
const IS_ASKED: &str = "SELECT EXISTS (SELECT 1 FROM questions)";
const FORGET_LOST: &str = "DELETE FROM stale_questions";

/// Whether more than pairs is to be worked out.
const IS_UNSETTLED: &str = "SELECT EXISTS (SELECT 1 FROM stale_questions WHERE is_settled = 0)";

/// Forgets everything, as no views are those by which it was worked out.
const FORGET: &str = "DELETE FROM kept_by;
    DELETE FROM kept_positions;
    DELETE FROM kept_date_positions;
    DELETE FROM kept_count_positions;
    DELETE FROM kept_pairs;
    DELETE FROM kept_events;
    DELETE FROM stale_questions;
    INSERT INTO stale_questions (question_id, is_settled) SELECT id, 0 FROM questions;";
/// Forgets what is stale.
const FORGET_STALE: &str = "DELETE FROM kept_events WHERE topic_id IN (SELECT topic_id FROM live_topics);
    DELETE FROM kept_events WHERE topic_id IN (SELECT question_id FROM stale_questions WHERE is_settled = 0);
    DELETE FROM kept_positions WHERE question_id IN (SELECT question_id FROM stale_questions WHERE is_settled = 0);
    DELETE FROM kept_date_positions WHERE question_id IN (SELECT question_id FROM stale_questions WHERE is_settled = 0);
    DELETE FROM kept_count_positions WHERE question_id IN (SELECT question_id FROM stale_questions WHERE is_settled = 0);
    DELETE FROM kept_pairs WHERE one_question_id IN (SELECT question_id FROM stale_questions);
    DELETE FROM kept_pairs WHERE other_question_id IN (SELECT question_id FROM stale_questions);
    DELETE FROM kept_pairs WHERE kind = 'denial' AND one_question_id IN (SELECT question_id FROM unpaired_denials);";
/// Events, and positions before the pairs that are found by them alone.
const KEEP_POSITIONS: &str = "INSERT INTO kept_positions SELECT * FROM live_positions;
    INSERT INTO kept_date_positions SELECT * FROM live_date_positions;
    INSERT INTO kept_count_positions SELECT * FROM live_count_positions;
    INSERT INTO kept_events SELECT * FROM live_events;
    UPDATE stale_questions SET is_settled = 1;";
/// What would be kept now, beside the file's own.
const FIND: &str = "CREATE TEMP TABLE found_positions AS SELECT * FROM live_positions;
    CREATE TEMP TABLE found_date_positions AS SELECT * FROM live_date_positions;
    CREATE TEMP TABLE found_count_positions AS SELECT * FROM live_count_positions;
    CREATE TEMP TABLE found_events AS SELECT * FROM live_events;
    CREATE TEMP TABLE found_pairs AS SELECT * FROM live_date_pairs;
    INSERT INTO temp.found_pairs SELECT * FROM live_count_pairs;
    INSERT INTO temp.found_pairs SELECT * FROM live_denial_pairs;";
const DIFFERENT: &[&str] = &[
    different!("positions", "positions", "question_id", "FALSE"),
    different!("positions on dates", "date_positions", "question_id", "FALSE"),
    different!("positions on numbers", "count_positions", "question_id", "FALSE"),
    different!(
        "events",
        "events",
        "topic_id",
        "topic_id IN (SELECT topic_id FROM asked_topics WHERE question_id IN (SELECT question_id FROM stale_questions))"
    ),
    different!(
        "pairs",
        "pairs",
        "one_question_id",
        "(other_question_id IN (SELECT question_id FROM stale_questions)
            OR kind = 'denial' AND one_question_id IN (SELECT question_id FROM unpaired_denials))"
    ),
];
const FORGET_FOUND: &str = "DROP TABLE temp.found_positions;
    DROP TABLE temp.found_date_positions;
    DROP TABLE temp.found_count_positions;
    DROP TABLE temp.found_events;
    DROP TABLE temp.found_pairs;
    DROP TABLE temp.kept_by;";
const KEPT_BY: &str =
    "INSERT INTO kept_by (id, views) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET views = excluded.views";
const KEEP_PAIRS: &str = "INSERT INTO kept_pairs SELECT * FROM live_date_pairs;
    INSERT INTO kept_pairs SELECT * FROM live_count_pairs;
    INSERT INTO kept_pairs SELECT * FROM live_denial_pairs;
    DELETE FROM stale_questions;";

impl Store {
    /// Brings what is kept up to date, unless another program is writing: then it is left to the next run.
    pub(super) fn keep_comparisons(&mut self) -> Result<()> {
        // Views that another program made may work it out otherwise.
        if !self.views_current()? {
            return Ok(());
        }
        let views = self.fingerprint_of_comparisons();
        if !is(&self.connection, IS_BEHIND, &views)? {
            return Ok(());
        }
        let usual: i64 = self.connection.query_row("PRAGMA cache_size", [], |row| row.get(0))?;
        self.connection.pragma_update(None, "cache_size", CACHE)?;
        self.connection.pragma_update(None, "temp_store", LARGE)?;
        // Where it is much, what was done until the program is killed is not done again, and the log does not hold all of it.
        let kept = self.keep_a_step(&views, keep_positions).and_then(|()| self.keep_a_step(&views, keep));
        self.connection.pragma_update(None, "temp_store", USUAL)?;
        self.connection.pragma_update(None, "cache_size", usual)?;
        kept
    }

    fn keep_a_step(
        &mut self,
        views: &str,
        step: impl FnOnce(Transaction<'_>, &str) -> Result<()>,
    ) -> Result<()> {
        match self.connection.transaction_with_behavior(TransactionBehavior::Immediate) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
            Err(error) => Err(Error::from(error)),
            Ok(transaction) => step(transaction, views),
        }
    }

    /// Questions of which something is kept that is not what the views work out, where nothing is kept.
    pub(super) fn check_comparisons(&self) -> Result<Vec<Finding>> {
        let is_usable: bool =
            self.connection.query_row("SELECT is_usable FROM kept_state", [], |row| row.get(0))?;
        if !is_usable {
            return Ok(Vec::new());
        }
        // Lists within events are in the order in which they were sorted, which two threads do not keep where rows are equal.
        self.connection.pragma_update(None, "threads", 0)?;
        // The same views over no kept state, beside the file's own: TEMP ones see TEMP tables first.
        self.connection.execute_batch("CREATE TEMP TABLE kept_by (id INTEGER)")?;
        for (name, sql) in self.view_statements()? {
            if !name.starts_with("report_") {
                self.connection.execute_batch(&sql.replacen("CREATE VIEW", "CREATE TEMP VIEW", 1))?;
            }
        }
        self.connection.execute_batch(FIND)?;
        let found =
            DIFFERENT.iter().map(|sql| names(&self.connection, sql)).collect::<Result<Vec<_>>>()?.concat();
        for (name, _) in self.view_statements()? {
            self.connection.execute_batch(&format!("DROP VIEW IF EXISTS temp.{}", views::quoted(&name)))?;
        }
        self.connection.execute_batch(FORGET_FOUND)?;
        Ok(found.into_iter().map(|what| Finding { check: "comparisons", what }).collect())
    }

    /// Of the views that work it out; reports are not among them.
    fn fingerprint_of_comparisons(&self) -> String {
        let base: Vec<_> = self.program.views.iter().filter(|view| view.report.is_none()).cloned().collect();
        views::fingerprint(&base)
    }
}

fn is(connection: &Connection, sql: &str, views: &str) -> Result<bool> {
    Ok(connection.query_row(sql, [views], |row| row.get(0))?)
}

/// The first step, where all of it is much: everything but pairs. Views then take positions and events that are kept, and work out
/// the pairs.
fn keep_positions(transaction: Transaction<'_>, views: &str) -> Result<()> {
    let is_large =
        !is(&transaction, IS_USABLE, views)? && transaction.query_row(IS_LARGE, [], |row| row.get(0))?;
    if !is_large && !is_much(&transaction)? {
        return Ok(());
    }
    settle_positions(&transaction, views)?;
    transaction.commit()?;
    Ok(())
}

/// All that is still to be done, whoever wrote since the first step.
fn keep(transaction: Transaction<'_>, views: &str) -> Result<()> {
    if !is(&transaction, IS_BEHIND, views)? {
        return Ok(());
    }
    let is_asked = settle_positions(&transaction, views)?;
    transaction.execute_batch(if is_asked { KEEP_PAIRS } else { FORGET_LOST })?;
    transaction.commit()?;
    Ok(())
}

/// Forgets what is stale, and works out what is kept of questions one by one; answers whether any claim asks anything.
fn settle_positions(transaction: &Transaction<'_>, views: &str) -> Result<bool> {
    let usable =
        is(transaction, IS_USABLE, views)? && !transaction.query_row(IS_MOST, [], |row| row.get(0))?;
    if !usable || is_much(transaction)? {
        statistics::forget(transaction)?;
    }
    transaction.execute_batch(if usable { FORGET_STALE } else { FORGET })?;
    // In a new file there is nothing to work out, and the views that would are large.
    let is_asked: bool = transaction.query_row(IS_ASKED, [], |row| row.get(0))?;
    if is_asked && transaction.query_row(IS_UNSETTLED, [], |row| row.get(0))? {
        transaction.execute_batch(KEEP_POSITIONS)?;
    }
    transaction.execute(KEPT_BY, params![views])?;
    Ok(is_asked)
}

fn is_much(connection: &Connection) -> Result<bool> {
    Ok(connection.query_row(IS_MUCH, [], |row| row.get(0))?)
}
