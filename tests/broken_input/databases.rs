//! `--db` that is no fact database of this program's: refused, and left to the byte as it was.

use std::fs;

use rusqlite::Connection;

use super::support::{DATABASE, Desk};

/// Commands that write, and commands that read.
const COMMANDS: &[&[&str]] =
    &[&["import", "good.txt"], &["report"], &["check"], &["dump"], &["remove", "good"], &["search", "road"]];

/// Every command refuses the database, says why, and leaves it and its folder as they were.
#[track_caller]
fn refused(desk: &Desk, told: &[&str]) {
    desk.write("good.txt", "---\nkey: good\n---\nThe road was closed.");
    let before = desk.fingerprints("");
    for command in COMMANDS {
        desk.run(command).tells(told).ends_with(1);
        assert_eq!(desk.fingerprints(""), before, "{command:?}");
    }
}

fn other_program(desk: &Desk) -> Connection {
    let connection = desk.database();
    connection
        .execute_batch("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')")
        .expect("SQL");
    connection
}

#[test]
fn a_text_is_no_database() {
    let desk = Desk::empty();
    desk.write(DATABASE, "The road was closed. ".repeat(20));
    refused(&desk, &["facts.db: is not a database", "nothing was changed", "--db names the database"]);
}

#[test]
fn the_beginning_of_a_database_is_no_database() {
    let desk = Desk::empty();
    desk.write(DATABASE, "SQLite format 3\0");
    refused(&desk, &["facts.db: is not a database", "nothing was changed"]);
}

#[test]
fn the_database_of_another_program_is_left_alone() {
    let desk = Desk::empty();
    other_program(&desk);
    refused(&desk, &["facts.db: is a SQLite database, but not a fact database", "nothing was changed"]);
}

/// As a browser's is while it runs: what is new stands in the log beside the file.
#[test]
fn the_database_of_another_program_that_is_running_is_left_alone() {
    let desk = Desk::empty();
    let connection = desk.database();
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).expect("a log");
    drop(connection);
    let running = other_program(&desk);
    assert!(desk.path("facts.db-wal").exists(), "the other program keeps a log");
    refused(&desk, &["facts.db: is a SQLite database, but not a fact database", "nothing was changed"]);
    drop(running);
}

#[test]
fn the_database_of_a_newer_program_is_left_alone() {
    for newer in [
        "PRAGMA user_version = 99",
        "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) VALUES (99, 'later', '', '0')",
    ] {
        let desk = Desk::new();
        let connection = desk.database();
        connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).expect("no log");
        connection.execute_batch(newer).expect("SQL");
        drop(connection);
        refused(&desk, &["facts.db: was made by a newer factdb", "schema 99", "use the newer program"]);
    }
}

#[test]
fn a_folder_is_no_database() {
    let desk = Desk::empty();
    fs::create_dir(desk.path(DATABASE)).expect("a folder");
    refused(&desk, &["facts.db: is a folder", "such as facts.db/facts.db"]);
}

#[test]
fn a_database_in_a_folder_that_is_not_there_is_not_made() {
    let desk = Desk::empty();
    desk.write("good.txt", "The road was closed.");
    let ran = desk.run(&["--db", "gone/facts.db", "import", "good.txt"]);
    ran.tells(&["gone/facts.db: there is no folder gone", "make it first"]).ends_with(1);
    assert!(!desk.path("gone").exists());
}

#[test]
fn commands_that_read_or_mend_make_no_database() {
    let desk = Desk::empty();
    for command in COMMANDS.iter().skip(1) {
        desk.run(command)
            .tells(&["facts.db: there is no database here", "factdb import", "--db FILE"])
            .ends_with(1);
        assert!(desk.fingerprints("").is_empty(), "{command:?}");
    }
}

/// A download that broke off, or a file that was made by hand to be filled.
#[test]
fn commands_that_read_or_mend_leave_an_empty_file_empty_and_an_import_fills_it() {
    let desk = Desk::empty();
    desk.write(DATABASE, "");
    let before = desk.fingerprints("");
    for command in COMMANDS.iter().skip(1) {
        desk.run(command).tells(&["facts.db: there is no database here", "factdb import"]).ends_with(1);
        assert_eq!(desk.fingerprints(""), before, "{command:?}");
    }
    desk.write("good.txt", "---\nkey: good\n---\nThe road was closed.");
    desk.run(&["import", "good.txt"]).ends_with(0);
    assert_eq!(super::articles(&desk), ["good 0"]);
}
