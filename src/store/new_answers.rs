//! The answers of many new claims at once: by the very statements with which the file's trigger finds those of one claim, over all
//! claims behind an id. Where the trigger is not what is known here, nothing is made of it, and the claims are put before the trigger.

use rusqlite::{Connection, OptionalExtension};

use super::migrations;
use crate::error::Result;

const TRIGGER: &str =
    "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'changed_answers_on_insert'";
/// How the trigger's statements choose their claim, and how they choose all that are new.
const ONE: &str = "claims.id = NEW.claim_id";
const ALL: &str = "claims.id > ?1";

/// The statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NewAnswers {
    questions: String,
    answers: String,
}

impl NewAnswers {
    /// Those of a file's trigger.
    pub(super) fn of(connection: &Connection) -> Result<Option<Self>> {
        let sql: Option<String> = connection.query_row(TRIGGER, [], |row| row.get(0)).optional()?;
        // A stranger's file may have any words under this name: they are left to the trigger, and to its limits.
        Ok(sql.filter(|sql| migrations::wrote(sql)).and_then(|sql| Self::of_trigger(&sql)))
    }

    /// What new claims need of a trigger that forgets the old answer, asks the question, answers it and goes.
    fn of_trigger(sql: &str) -> Option<Self> {
        let body = sql.split_once("\nBEGIN\n")?.1.strip_suffix("\nEND")?;
        let statements: Vec<&str> =
            body.split(';').map(str::trim).filter(|statement| !statement.is_empty()).collect();
        let [forget, questions, answers, go] = statements.as_slice() else { return None };
        let is_known = *forget == "DELETE FROM answers WHERE claim_id = NEW.claim_id"
            && questions.starts_with("INSERT INTO questions (")
            && answers.starts_with("INSERT INTO answers (")
            && *go == "DELETE FROM changed_answers WHERE claim_id = NEW.claim_id";
        // Several new claims may ask one question.
        let questions = of_all(&format!(
            "{questions}\nON CONFLICT (predicate, phase, subject_id, object_id, place_id) DO NOTHING"
        ));
        Some(Self { questions: questions?, answers: of_all(answers)? }).filter(|_| is_known)
    }

    /// Answers all claims behind this id, none of which has an answer.
    pub(super) fn insert(&self, connection: &Connection, behind: i64) -> Result<()> {
        connection.prepare_cached(&self.questions)?.execute([behind])?;
        connection.prepare_cached(&self.answers)?.execute([behind])?;
        Ok(())
    }
}

/// A statement over all new claims, if it is one over one.
fn of_all(sql: &str) -> Option<String> {
    let all = sql.replace(ONE, ALL);
    (all.matches(ALL).count() == 1 && !all.contains("NEW.")).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::NewAnswers;
    use crate::store::migrations;
    use rusqlite::Connection;

    #[test]
    fn the_trigger_of_the_schema_is_known() {
        let mut connection = Connection::open_in_memory().expect("a database");
        migrations::run(&mut connection).expect("a schema");
        let found = NewAnswers::of(&connection).expect("an answer").expect("its statements");
        found.insert(&connection, 0).expect("they run");
        // Claims are gone through by id, so that questions get their ids in that order.
        let plan: String = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {}", found.questions))
            .and_then(|mut statement| statement.query_row([0], |row| row.get("detail")))
            .expect("a plan");
        assert_eq!(plan, "SEARCH claims USING INTEGER PRIMARY KEY (rowid>?)");
    }

    #[test]
    fn words_that_a_file_brought_along_are_left_to_its_trigger() {
        let stranger = Connection::open_in_memory().expect("a database");
        let strange = "CREATE TABLE changed_answers (claim_id); CREATE TRIGGER changed_answers_on_insert
             AFTER INSERT ON changed_answers BEGIN DELETE FROM answers WHERE claim_id = NEW.claim_id; END";
        stranger.execute_batch(strange).expect("a trigger");
        assert_eq!(NewAnswers::of(&stranger).expect("an answer"), None);
    }

    #[test]
    fn any_other_trigger_is_left_to_itself() {
        let trigger = |body: &str| {
            format!(
                "CREATE TRIGGER changed_answers_on_insert AFTER INSERT ON changed_answers\nBEGIN\n{body}\nEND"
            )
        };
        let forget = "DELETE FROM answers WHERE claim_id = NEW.claim_id;";
        let ask =
            "INSERT INTO questions (predicate) SELECT predicate FROM claims WHERE claims.id = NEW.claim_id;";
        let answer = "INSERT INTO answers (claim_id) SELECT id FROM claims WHERE claims.id = NEW.claim_id;";
        let go = "DELETE FROM changed_answers WHERE claim_id = NEW.claim_id;";
        let known = NewAnswers::of_trigger(&trigger(&[forget, ask, answer, go].join("\n")));
        assert!(known.is_some_and(|known| known.answers.ends_with("WHERE claims.id > ?1")));
        let twice = answer.replace("SELECT id", "SELECT NEW.claim_id");
        for body in [
            [forget, answer, go].join("\n"),
            [forget, ask, &twice, go].join("\n"),
            [answer, ask, answer, go].join("\n"),
        ] {
            assert_eq!(NewAnswers::of_trigger(&trigger(&body)), None, "{body}");
        }
    }
}
