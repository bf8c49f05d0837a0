//! Files and folders that cannot be written are read all the same.

use std::fs;

use super::changed_by;
use super::support::{DATABASE, Desk, permissions_bind, set_mode};

const READING: &[&[&str]] = &[
    &["report"],
    &["report", "all"],
    &["report", "troop-figures", "--place", "iraq", "--as-of", "2030-01-01"],
    &["show", "camp"],
    &["search", "soldiers"],
    &["dump"],
    &["export", "camp"],
    &["check"],
    &["entities", "list", "iraq"],
];

/// A database in a folder of its own, so that the folder can be closed.
fn archive(sql: &str) -> Desk {
    let desk = changed_by(sql);
    let bytes = fs::read(desk.path(DATABASE)).expect("the database");
    assert_eq!(bytes[18..20], [2, 2], "as an import leaves it: with a log when it is in use");
    desk.write("archive/facts.db", bytes);
    desk
}

/// Reading gives what it gives of the file that can be written, and writing says why it cannot.
#[track_caller]
fn readable(desk: &Desk, folder_mode: u32) {
    let database = desk.path("archive").join(DATABASE);
    set_mode(&database, 0o444);
    set_mode(&desk.path("archive"), folder_mode);
    let before = fs::read(&database).expect("the database");
    let db = ["--db", "archive/facts.db"];
    for command in READING {
        let expected = desk.run(command).ends_with(0).stdout.clone();
        let ran = desk.run(&[&db[..], command].concat());
        assert_eq!(ran.ends_with(0).stdout, expected, "{command:?}");
    }
    for command in [&["import", "later.md"][..], &["remove", "camp"]] {
        let ran = desk.run(&[&db[..], command].concat());
        if permissions_bind() {
            ran.tells(&["archive/facts.db: cannot be"]).ends_with(1);
            assert!(fs::read(&database).expect("the database") == before, "{command:?}");
        }
    }
    set_mode(&desk.path("archive"), 0o755);
}

#[test]
fn a_read_only_file_is_read() {
    readable(&archive(""), 0o755);
}

#[test]
fn a_file_in_a_read_only_folder_is_read() {
    readable(&archive(""), 0o555);
}

/// A reader leaves an empty log beside the file, and a copy to a disc takes it along.
#[test]
fn a_file_with_an_empty_log_in_a_read_only_folder_is_read() {
    let desk = archive("");
    desk.write("archive/facts.db-wal", "");
    readable(&desk, 0o555);
}

/// Where views cannot be made again in the file, they are made for the connection alone.
#[test]
fn an_older_programs_file_is_read_with_this_programs_views() {
    if !permissions_bind() {
        return; // root would just write
    }
    let desk =
        archive("UPDATE program SET version = '0.0.1', views_hash = 'older'; DROP VIEW report_articles");
    set_mode(&desk.path("archive/facts.db"), 0o444);
    set_mode(&desk.path("archive"), 0o555);
    let ran = desk.run(&["--db", "archive/facts.db", "report", "articles"]);
    set_mode(&desk.path("archive"), 0o755);
    assert!(ran.code == 0 && ran.stdout.contains("The camp"), "{ran:?}");
}
