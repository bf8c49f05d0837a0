//! Out and in again: what is exported comes back as it was, and what is removed leaves nothing behind.
#![allow(clippy::unwrap_used)]

mod stage;

use serde_json::json;
use stage::{Stage, assert_same};

fn keys(stage: &Stage) -> Vec<String> {
    stage.column("SELECT DISTINCT key FROM articles ORDER BY key")
}

fn export(stage: &Stage, folder: &str, more: &[&str]) {
    std::fs::create_dir(stage.path(folder)).unwrap();
    let keys = keys(stage);
    let arguments = ["export", "-o", folder]
        .into_iter()
        .chain(more.iter().copied())
        .chain(keys.iter().map(String::as_str));
    stage.ok(&arguments.collect::<Vec<_>>());
    assert_eq!(std::fs::read_dir(stage.path(folder)).unwrap().count(), keys.len());
}

#[test]
fn export_and_import_change_nothing() {
    let stage = Stage::example();
    let before = stage.dump();
    for format in ["toml", "json"] {
        export(&stage, format, &["--format", format]);
        let summary = stage.imported(&[format]);
        let counts = ["claims_added", "articles_added", "articles_updated", "entities_added"]
            .map(|name| summary[name].clone());
        assert_eq!(counts, [json!(0), json!(0), json!(0), json!(0)], "{format}");
        assert_eq!(summary["claims_unchanged"], 80, "{format}");
        assert_same(&stage.dump(), &before, format);
    }
}

#[test]
fn an_export_with_texts_fills_an_empty_database_with_the_same() {
    let stage = Stage::example();
    for format in ["toml", "json"] {
        export(&stage, format, &["--with-text", "--format", format]);
        let other = Stage::new();
        let summary = other.imported(&[stage.path(format).to_str().unwrap()]);
        assert_eq!(
            (&summary["articles_added"], &summary["claims_added"]),
            (&json!(5), &json!(80)),
            "{format}"
        );
        assert_same(&other.dump(), &stage.dump(), format);
    }
}

#[test]
fn a_removed_article_leaves_nothing_and_comes_back_by_import() {
    let stage = Stage::example();
    let before = stage.dump();
    export(&stage, "out", &["--with-text"]);
    for key in keys(&stage) {
        stage.ok(&["remove", &key]);
        assert_eq!(stage.ok(&["check"]), "all is well\n", "{key}");
    }
    assert_same(&stage.dump(), &Stage::new().dump(), "everything removed");
    assert_eq!(stage.one("SELECT count(*) FROM article_search WHERE article_search MATCH 'troops'"), "0");
    stage.imported(&["out"]);
    assert_same(&stage.dump(), &before, "everything back");
}

#[test]
fn a_backup_is_the_same_database() {
    let stage = Stage::example();
    stage.ok(&["backup", "copy.db"]);
    assert_same(&stage.ok(&["--db", "copy.db", "dump"]), &stage.dump(), "backup");
    assert_eq!(stage.ok(&["--db", "copy.db", "check"]), "all is well\n");
}

#[test]
fn standard_output_loses_no_character() {
    let stage = Stage::new();
    let text = "A\u{7f}B \u{85}C\u{9b}D \u{200b}E \u{feff}F troops.";
    stage.write("a.json", &json!({ "key": "a", "title": "A", "text": text }).to_string());
    stage.imported(&["a.json"]);
    assert_eq!(stage.dumped("article")[0]["text"], text);
    for format in ["json", "toml"] {
        let name = format!("a.claims.{format}");
        stage.write(&name, &stage.ok(&["export", "a", "--with-text", "--format", format]));
        let other = Stage::new();
        other.imported(&[stage.path(&name).to_str().unwrap()]);
        assert_eq!(other.one("SELECT text FROM articles"), text, "{format}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_goes_where_a_link_or_a_pipe_leads_and_replaces_neither() {
    use std::os::unix::fs::FileTypeExt;

    let stage = Stage::example();
    let printed = stage.dump();
    std::os::unix::fs::symlink("real.jsonl", stage.path("link.jsonl")).unwrap();
    stage.write("real.jsonl", "older");
    stage.ok(&["dump", "-o", "link.jsonl"]);
    assert!(std::fs::symlink_metadata(stage.path("link.jsonl")).unwrap().is_symlink());
    assert_eq!(std::fs::read_to_string(stage.path("real.jsonl")).unwrap(), printed);

    let pipe = stage.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let at_the_end = pipe.clone();
    let reader = std::thread::spawn(move || std::fs::read_to_string(at_the_end).unwrap());
    stage.ok(&["dump", "-o", "pipe"]);
    assert_eq!(reader.join().unwrap(), printed);
    assert!(std::fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo());
}
