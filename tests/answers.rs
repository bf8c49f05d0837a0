//! What is kept at hand stays what the claims say, whoever edits the file: after each edit the answers are the same as when they
//! are worked out anew, and as what the views without them count; and what is compared is the same as when nothing is kept of it.
#![allow(clippy::unwrap_used)]

mod stage;

use rusqlite::Connection;
use stage::{Stage, repository};

const KEPT: &str = "SELECT printf('%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s', claim_id, answers.article_id, questions.predicate,
        questions.phase, subject_id, object_id, place_id, is_counted, position, said, polarity, stance, relation, first_day, last_day, ahead,
        quantity_unit, quantity_low, quantity_high, speaker_text, via_id, rank)
    FROM answers JOIN questions ON questions.id = question_id ORDER BY claim_id";
/// What is compared, and the reports that list it.
const COMPARED: &[&str] = &[
    "positions",
    "date_positions",
    "count_positions",
    "date_pairs",
    "count_pairs",
    "denial_pairs",
    "report_contradictions",
    "report_corroboration",
    "report_anonymous",
    "report_timeline",
];
const COUNTED: &str = "SELECT claim_id FROM answers WHERE is_counted = 1 ORDER BY claim_id";
const COUNTABLE: &str = "SELECT id FROM countable_claims ORDER BY id";

fn column(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| {
        Ok(match row.get_ref(0)? {
            rusqlite::types::ValueRef::Integer(number) => number.to_string(),
            other => other.as_str()?.to_owned(),
        })
    });
    rows.unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

/// Rows of what is compared, sorted, each as text.
fn compared(connection: &Connection) -> Vec<(&'static str, Vec<String>)> {
    let rows = |view: &str| {
        let mut statement = connection.prepare(&format!("SELECT * FROM {view}")).unwrap();
        let width = statement.column_count();
        let mut rows: Vec<String> = statement
            .query_map([], |row| {
                Ok((0..width).map(|column| format!("{:?}|", row.get_ref(column).unwrap())).collect())
            })
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        rows.sort();
        rows
    };
    COMPARED.iter().map(|view| (*view, rows(view))).collect()
}

/// Asserts that what is compared is the same whatever is kept of it.
fn compares_the_same(connection: &Connection, edit: &str) {
    let kept = compared(connection);
    connection.execute_batch("SAVEPOINT anew; DELETE FROM kept_by").unwrap();
    let anew = compared(connection);
    connection.execute_batch("ROLLBACK TO anew; RELEASE anew").unwrap();
    for ((view, kept), (_, anew)) in kept.iter().zip(&anew) {
        assert_eq!(kept, anew, "{view}, kept and worked out anew after: {edit}");
    }
}

/// Asserts that the kept answers are right after an edit.
fn is_right(connection: &Connection, edit: &str) {
    let kept = column(connection, KEPT);
    assert_eq!(column(connection, COUNTED), column(connection, COUNTABLE), "counted after: {edit}");
    assert!(column(connection, "SELECT claim_id FROM changed_answers").is_empty(), "left over after: {edit}");
    connection
        .execute_batch("DELETE FROM answers; DELETE FROM questions; INSERT INTO changed_answers (claim_id) SELECT id FROM claims")
        .unwrap();
    assert_eq!(kept, column(connection, KEPT), "kept and worked out anew after: {edit}");
}

/// Edits that change what claims answer or whether they count, one after the other.
const EDITS: &[&str] = &[
    // A claim that says something else.
    "UPDATE claims SET stance = 'possible', polarity = 'denied' WHERE id % 7 = 0",
    "UPDATE claims SET phase = 'complete' WHERE predicate = 'withdraw' AND phase IS NULL",
    "UPDATE claims SET when_latest = date(when_latest, '+30 days') WHERE when_latest IS NOT NULL AND id % 3 = 0",
    "UPDATE claims SET quantity_best = quantity_best, quantity_qualifier = 'about' WHERE quantity_qualifier = 'exact'",
    "UPDATE claims SET subject_id = (SELECT id FROM entities WHERE key = 'france-forces') WHERE id % 5 = 0",
    // Claims that go, and come back.
    "UPDATE claims SET retired_import_id = import_id WHERE method = 'curated' AND id % 2 = 0",
    "UPDATE claims SET retired_import_id = NULL WHERE method = 'curated' AND id % 4 = 0",
    "UPDATE claims SET retired_import_id = import_id WHERE method = 'extracted' AND id % 3 = 0",
    "DELETE FROM claims WHERE method = 'curated' AND id % 5 = 0",
    "DELETE FROM claims WHERE method = 'extracted' AND id % 11 = 0",
    // What was curated counts as read, and the other way round; what is read as well already stays as it is.
    "UPDATE claims SET method = 'extracted', rule = 'other' WHERE method = 'curated' AND id % 6 = 0 \
     AND NOT EXISTS (SELECT 1 FROM claims AS read WHERE read.article_id = claims.article_id AND read.key = claims.key AND read.method = 'extracted')",
    // A person refuses a reading, takes that back, and refuses it again.
    "INSERT INTO reviews (claim_key, reading_hash, article_key, verdict, made)
         SELECT claims.key, reading_hash, articles.key, 'rejected', '2024-10-01T00:00:00Z'
         FROM claims JOIN articles ON articles.id = article_id WHERE claims.id % 4 = 0",
    "INSERT INTO reviews (claim_key, reading_hash, article_key, verdict, made)
         SELECT claims.key, reading_hash, articles.key, 'withdrawn', '2024-10-02T00:00:00Z'
         FROM claims JOIN articles ON articles.id = article_id WHERE claims.id % 8 = 0",
    "INSERT INTO reviews (claim_key, reading_hash, article_key, verdict, made)
         SELECT claims.key, reading_hash, articles.key, 'rejected', '2024-10-03T00:00:00Z'
         FROM claims JOIN articles ON articles.id = article_id WHERE claims.id % 16 = 0",
    // Articles of another day, with a newer version, under another name.
    "UPDATE articles SET published = '2023-01-31' WHERE id = 1",
    "UPDATE articles SET published = NULL WHERE id = 2",
    "INSERT INTO articles (key, version, published, text, text_kind, text_hash, import_id)
         SELECT key, 2, published, text || ' More.', text_kind, printf('%064d', id), import_id FROM articles WHERE id IN (1, 3)",
    "UPDATE claims SET article_id = (SELECT max(id) FROM articles) WHERE article_id = 3",
    "UPDATE articles SET key = key || '-moved' WHERE id = 1",
    "DELETE FROM articles WHERE id = (SELECT max(id) FROM articles)",
    // One entity is another; then they are two again.
    "UPDATE entities SET merged_into = (SELECT id FROM entities WHERE key = 'nato-forces') WHERE key = 'us-forces'",
    "UPDATE entities SET merged_into = (SELECT id FROM entities WHERE key = 'un-forces') WHERE key = 'nato-forces'",
    "UPDATE entities SET merged_into = (SELECT id FROM entities WHERE key = 'syria') WHERE key = 'iraq'",
    "UPDATE entities SET merged_into = NULL WHERE key = 'nato-forces'",
    "UPDATE entities SET merged_into = NULL WHERE key IN ('us-forces', 'iraq')",
    // What is a level is a user's to say.
    "UPDATE compared_counts SET holds = 'event' WHERE predicate = 'stationed'",
    "DELETE FROM compared_counts WHERE predicate = 'stationed'",
    "INSERT INTO compared_counts (predicate, holds) VALUES ('stationed', 'level')",
];

/// Edits that change what is compared, and with what, one after the other.
const MOVES: &[&str] = &[
    // Who printed it, and through whom it came.
    "UPDATE articles SET publisher_id = (SELECT id FROM entities WHERE key = 'reuters') WHERE id = 1",
    "UPDATE articles SET wire_id = (SELECT id FROM entities WHERE key = 'ap') WHERE id = 2",
    "UPDATE articles SET wire_id = NULL WHERE wire_id IS NOT NULL",
    "UPDATE articles SET publisher_id = NULL WHERE id = 3",
    "UPDATE entities SET key = key || '-renamed' WHERE key IN ('reuters', 'antiwar')",
    "UPDATE entities SET merged_into = (SELECT id FROM entities WHERE key = 'ap') WHERE key LIKE 'reuters%'",
    "UPDATE entities SET merged_into = NULL WHERE key LIKE 'reuters%'",
    // Texts that are one text, by a person's word, and are not; the agency that one of them credits.
    "INSERT INTO origin_judgements (first_key, second_key, first_hash, second_hash, verdict, method, made)
         SELECT one.key, other.key, one.text_hash, other.text_hash, 'same', 'person', '2024-10-01T00:00:00Z'
         FROM articles AS one JOIN articles AS other ON other.key > one.key",
    "UPDATE articles SET wire_id = (SELECT id FROM entities WHERE key = 'ap') WHERE id = 5",
    "UPDATE articles SET wire_id = (SELECT id FROM entities WHERE key = 'afp') WHERE id = 1",
    "UPDATE articles SET wire_id = NULL WHERE wire_id IS NOT NULL",
    "INSERT INTO origin_judgements (first_key, second_key, first_hash, second_hash, verdict, method, made)
         SELECT one.key, other.key, one.text_hash, other.text_hash, 'withdrawn', 'person', '2024-10-02T00:00:00Z'
         FROM articles AS one JOIN articles AS other ON other.key > one.key WHERE one.id < 3",
    // What lies in what, and who belongs to whom.
    "DELETE FROM entity_relations WHERE child_id = (SELECT id FROM entities WHERE key = 'erbil')",
    "INSERT INTO entity_relations (child_id, parent_id, kind, from_date, until_date, source)
         SELECT child.id, parent.id, 'located_in', '', '', 'another client'
         FROM entities AS child JOIN entities AS parent WHERE child.key = 'erbil' AND parent.key = 'iraq'",
    "UPDATE entity_relations SET until_date = '2020-01-01'
     WHERE child_id = (SELECT id FROM entities WHERE key = 'us-forces')",
    "UPDATE entities SET merged_into = (SELECT id FROM entities WHERE key = 'erbil') WHERE key = 'baghdad'",
    "UPDATE entities SET merged_into = NULL WHERE key = 'baghdad'",
    // Answers, by way of their claims and by hand.
    "UPDATE claims SET when_latest = date(when_latest, '+90 days') WHERE when_latest IS NOT NULL AND id % 4 = 0",
    "UPDATE claims SET polarity = 'denied' WHERE predicate = 'withdraw' AND id % 3 = 0",
    "UPDATE claims SET place_id = (SELECT id FROM entities WHERE key = 'erbil') WHERE id % 5 = 0",
    "UPDATE answers SET said = '2024-01-01' WHERE claim_id % 9 = 0",
    "UPDATE questions SET phase = 'peak' WHERE phase = '' AND predicate = 'end_mission'",
    // Questions of one topic: the first gets another number, the first goes, one comes before it, and one into it.
    "UPDATE answers SET question_id = 1000000 WHERE question_id = (SELECT min(topic_id) FROM asked_topics WHERE topic_id <> question_id)",
    "UPDATE questions SET id = 1000000 WHERE id = (SELECT min(topic_id) FROM asked_topics WHERE topic_id <> question_id)",
    "DELETE FROM questions WHERE id = (SELECT min(topic_id) FROM asked_topics WHERE topic_id <> question_id)",
    "INSERT INTO questions (id, predicate, phase, subject_id, object_id, place_id)
         SELECT -1, predicate, 'peak', subject_id, object_id, place_id FROM questions ORDER BY id DESC LIMIT 1",
    "UPDATE questions SET place_id = 0 WHERE id = (SELECT max(question_id) FROM asked_topics WHERE topic_id <> question_id)",
    // What an article says of itself, and words for what was said in none.
    "UPDATE articles SET key = key || '-again' WHERE id = 4",
    "UPDATE claims SET quantity_text = NULL WHERE quantity_qualifier = 'vague'",
    "UPDATE vague_counts SET words = words || ' or so'",
    "DELETE FROM claims WHERE id % 13 = 0",
    "DELETE FROM articles WHERE id = 2",
    // What compares with what.
    "UPDATE tolerances SET amount = 1 WHERE name = 'about'",
    "UPDATE stance_weights SET excludes = 0 WHERE stance = 'proposed'",
    "DELETE FROM compared_predicates WHERE one = 'remain' AND test = 'end'",
    "DELETE FROM compared_relations WHERE one = 'by'",
    "DELETE FROM compared_kinships WHERE kind = 'member_of'",
];

#[test]
fn answers_follow_every_edit_of_another_client() {
    let stage = Stage::new();
    let example = repository().join("seeds/example");
    assert_eq!(stage.reading(&["import", example.to_str().unwrap()]).code, 0);
    let connection = stage.connection();
    // As SQLite's shell has it: nothing is deleted with what it refers to, so that the triggers alone keep answers right.
    connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    is_right(&connection, "the import");
    assert!(column(&connection, COUNTED).len() > 60);
    for edit in EDITS {
        let changed = connection.execute(edit, []).unwrap_or_else(|error| panic!("{edit}: {error}"));
        assert!(changed > 0, "{edit} changes nothing");
        is_right(&connection, edit);
    }
}

#[test]
fn comparisons_follow_every_edit_of_another_client_before_and_after_the_program_has_been_there() {
    let stage = Stage::new();
    let example = repository().join("seeds/example");
    assert_eq!(stage.reading(&["import", example.to_str().unwrap()]).code, 0);
    assert_ne!(stage.one("SELECT count(*) FROM kept_pairs"), "0");
    stage.write(
        "note.md",
        "---\npublished: 2024-01-05\n---\nNothing was said about anything of weight today.\n",
    );
    for edit in EDITS.iter().chain(MOVES) {
        let connection = stage.connection();
        connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let changed = connection.execute(edit, []).unwrap_or_else(|error| panic!("{edit}: {error}"));
        assert!(changed > 0, "{edit} changes nothing");
        compares_the_same(&connection, edit);
        drop(connection);
        // Any command that writes works out what is stale.
        let ran = stage.run(&["import", "note.md"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(
            stage.one("SELECT (SELECT count(*) FROM stale_questions) || (SELECT is_usable FROM kept_state)"),
            "01",
            "{edit}"
        );
        compares_the_same(&stage.connection(), &format!("{edit}; and the program"));
    }
}

#[test]
fn what_was_kept_of_positions_before_the_program_was_killed_serves_its_next_run() {
    let stage = Stage::example();
    let pairs = || stage.column("SELECT * FROM kept_pairs ORDER BY 1, 2, 3").len();
    let were = pairs();
    let connection = stage.connection();
    connection
        .execute_batch(
            "DELETE FROM kept_pairs;
             INSERT INTO stale_questions (question_id, is_settled) SELECT id, 1 FROM questions",
        )
        .unwrap();
    compares_the_same(&connection, "killed");
    stage.write(
        "note.md",
        "---\npublished: 2024-01-05\n---\nNothing was said about anything of weight today.\n",
    );
    assert_eq!(stage.run(&["import", "note.md"]).code, 0);
    assert_eq!((stage.one("SELECT count(*) FROM stale_questions"), pairs()), ("0".to_owned(), were));
    compares_the_same(&connection, "resumed");
}

#[test]
fn check_finds_an_answer_that_was_changed_by_hand() {
    let stage = Stage::example();
    stage
        .connection()
        .execute("UPDATE answers SET is_counted = 1 - is_counted WHERE claim_id = 1", [])
        .unwrap();
    let ran = stage.run(&["check"]);
    assert!(ran.code != 0 && ran.out.contains("answers: claim "), "{} {}", ran.out, ran.err);
}

#[test]
fn check_finds_comparisons_that_were_changed_by_hand() {
    for (table, change) in [
        ("kept_positions", "UPDATE kept_positions SET articles = articles + 1 WHERE question_id = 1"),
        ("kept_date_positions", "DELETE FROM kept_date_positions"),
        ("kept_pairs", "UPDATE kept_pairs SET outcome = 'same' WHERE outcome = 'conflict'"),
    ] {
        let stage = Stage::example();
        assert_eq!(stage.run(&["check"]).code, 0, "before {table} was changed");
        stage.connection().execute(change, []).unwrap();
        let ran = stage.run(&["check"]);
        assert!(ran.code != 0 && ran.out.contains("comparisons: kept "), "{table}: {} {}", ran.out, ran.err);
    }
}
