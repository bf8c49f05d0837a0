//! Files that carry our mark and mean harm, or are damaged.

use std::fs;

use super::changed_by;
use super::support::{DATABASE, Desk, Ran};

const EVERY_COMMAND: &[&[&str]] = &[
    &["report"],
    &["report", "all"],
    &["report", "all", "--place", "iraq", "--as-of", "2030-01-01"],
    &["check"],
    &["dump"],
    &["search", "soldiers"],
    &["show", "camp"],
    &["entities", "list", "iraq"],
    &["export", "camp"],
    &["import", "later.md"],
];

/// Runs everything; nothing may panic, and whatever fails says which file it is about.
#[track_caller]
fn run_everything(desk: &Desk) -> Vec<Ran> {
    let runs: Vec<Ran> = EVERY_COMMAND.iter().map(|command| desk.run(command)).collect();
    for (ran, command) in runs.iter().zip(EVERY_COMMAND) {
        let escape = ran.stdout.contains(['\u{1b}', '\u{7}']) || ran.stderr.contains(['\u{1b}', '\u{7}']);
        assert!(!escape, "{command:?}: {ran:?}");
        assert!(
            ran.code != 2 && (ran.code == 0 || !(ran.stdout.is_empty() && ran.stderr.is_empty())),
            "{ran:?}"
        );
    }
    runs
}

#[test]
fn a_view_that_calls_what_it_must_not_is_named_and_does_not_run() {
    for (view, told) in [
        ("SELECT load_extension('./evil.so') AS x", "unsafe use of load_extension()"),
        ("SELECT fts3_tokenizer('simple') AS x", "unsafe use of fts3_tokenizer()"),
        ("SELECT * FROM no_such_table", "no such table"),
        ("SELECT no_such_column FROM articles", "no such column"),
        ("SELECT no_such_function(key) FROM articles", "no such function"),
        ("SELECT * FROM report_evil", "circularly defined"),
    ] {
        let desk = changed_by(&format!("CREATE VIEW report_evil AS {view}"));
        run_everything(&desk);
        desk.run(&["report", "evil"])
            .tells(&["facts.db: the view report_evil cannot be read", told])
            .ends_with(1);
        let check = desk.run(&["check"]);
        assert!(check.code == 1 && check.stdout.contains("report_evil cannot be read"), "{check:?}");
        desk.run(&["report", "schedules"]).ends_with(0);
        desk.run(&["import", "later.md"]).ends_with(0);
    }
}

#[test]
fn a_view_without_end_is_stopped_and_the_option_is_named() {
    let endless =
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT max(n) AS n FROM n";
    let desk = changed_by(&format!("CREATE VIEW report_evil AS {endless}"));
    desk.run(&["report", "evil", "--time-limit", "1"])
        .tells(&["facts.db: the view report_evil took too long", "--time-limit SECONDS"])
        .ends_with(1);
    let all = desk.run(&["report", "all", "--time-limit", "1"]);
    assert!(all.code == 0 && all.stderr.contains("report_evil took too long"), "{all:?}");
    assert!(all.stdout.contains("400 "), "the others are printed: {all:?}");
    // What a filter looks at is the program's own, and of articles it does not ask the file's view.
    for (view, filter) in [("told_statements", &["--predicate", "withdraw"][..]), ("told_articles", &[])] {
        let desk = changed_by(&format!("DROP VIEW {view}; CREATE VIEW {view} AS {endless}"));
        // An article is looked up last: there must be a claim to tell of.
        let ran = desk.run(&[&["report", "schedules", "--time-limit", "1"], filter].concat());
        assert!(ran.code == 1 && !ran.stderr.is_empty(), "{view}: {ran:?}");
    }
    let slow = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300000) SELECT max(n) AS n FROM n";
    let desk = changed_by(&format!("CREATE VIEW report_slow AS {slow}"));
    for limit in ["0", "60", "18446744073709551615"] {
        let ran = desk.run(&["report", "slow", "--time-limit", limit, "--format", "csv"]);
        assert_eq!(ran.stdout, "n\n300000\n", "{limit}: {ran:?}");
    }
}

#[test]
fn a_trigger_that_calls_what_it_must_not_stops_the_import_and_leaves_nothing_of_it() {
    let desk = changed_by(
        "CREATE TRIGGER evil AFTER INSERT ON articles BEGIN SELECT load_extension('./evil.so'); END",
    );
    run_everything(&desk);
    desk.run(&["import", "later.md"]).tells(&["facts.db", "unsafe use of load_extension()"]).ends_with(1);
    assert_eq!(desk.texts("SELECT key FROM articles"), ["camp"]);
}

#[test]
fn names_and_values_of_a_stranger_reach_the_terminal_without_control_characters() {
    let desk = changed_by(
        "CREATE VIEW \"report_red\u{1b}[31m\" AS SELECT 'x\u{1b}]0;owned\u{7}' AS \"column\u{1b}[2J\";
         UPDATE articles SET title = 'T\u{1b}[31m', author = 'A\u{7}'; UPDATE entities SET name = name || '\u{1b}[31m' WHERE key = 'iraq'",
    );
    run_everything(&desk);
    let listed = desk.run(&["report"]);
    assert!(listed.stdout.contains("red"), "{listed:?}");
}

#[test]
fn a_schema_that_cannot_be_read_is_said_to_be_damaged() {
    for change in [
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE claims (x' WHERE name = 'claims'",
        "UPDATE sqlite_schema SET sql = 'CREATE VIEW report_articles AS SELEKT 1' WHERE name = 'report_articles'",
        "UPDATE sqlite_schema SET rootpage = 1000000 WHERE name = 'articles'",
        "UPDATE sqlite_schema SET type = 'tabble' WHERE name = 'claims'",
    ] {
        let desk =
            changed_by(&format!("PRAGMA writable_schema = ON; {change}; PRAGMA writable_schema = RESET"));
        run_everything(&desk);
        desk.run(&["report", "all"]).tells(&["facts.db: is damaged; restore a backup"]).ends_with(1);
    }
}

#[test]
fn a_file_with_our_mark_and_without_our_tables_is_an_error_and_no_panic() {
    let desk = Desk::empty();
    desk.write("later.md", super::LATER);
    desk.database()
        .execute_batch(
            "PRAGMA application_id = 1717658484; CREATE TABLE articles (x); CREATE TABLE program (y)",
        )
        .expect("SQL");
    run_everything(&desk);
    desk.run(&["import", "later.md"]).tells(&["facts.db"]).ends_with(1);
    assert_eq!(
        desk.texts("SELECT count(*) FROM pragma_table_info('articles')"),
        ["1"],
        "the table is as it was"
    );
    let desk = changed_by("DROP TABLE claims");
    run_everything(&desk);
    desk.run(&["report", "schedules"]).tells(&["facts.db", "no such table: main.claims"]).ends_with(1);
}

#[test]
fn a_damaged_page_is_found_and_named() {
    for table in ["articles", "claims", "entities", "sqlite_autoindex_entities_1", "article_search_data"] {
        let desk = changed_by("PRAGMA wal_checkpoint(TRUNCATE)");
        let page: usize = desk.texts(&format!("SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"))
            [0]
        .parse()
        .expect("a page number");
        let size: usize = desk.texts("SELECT page_size FROM pragma_page_size")[0].parse().expect("a size");
        let mut bytes = fs::read(desk.path(DATABASE)).expect("the database");
        bytes[(page - 1) * size..page * size].fill(0xFF);
        desk.write(DATABASE, bytes);
        run_everything(&desk);
        let check = desk.run(&["check"]);
        let said = format!("{}{}", check.stdout, check.stderr);
        assert!(
            check.code == 1 && (said.contains("malformed") || said.contains("damaged")),
            "{table}: {check:?}"
        );
    }
}

#[test]
fn half_a_database_is_said_to_be_damaged() {
    let desk = changed_by("PRAGMA wal_checkpoint(TRUNCATE)");
    let bytes = fs::read(desk.path(DATABASE)).expect("the database");
    desk.write(DATABASE, &bytes[..bytes.len() / 2]);
    run_everything(&desk);
    let check = desk.run(&["check"]);
    let said = format!("{}{}", check.stdout, check.stderr);
    assert!(check.code == 1 && (said.contains("malformed") || said.contains("damaged")), "{check:?}");
}
