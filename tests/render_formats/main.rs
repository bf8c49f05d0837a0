//! One small table full of trouble in every format, as it must look to the character.

mod files;
mod markdown;
mod table;

use factdb::render::{FORMATS, Look, format};
use factdb::report::{Align, Column, Reads, Table, Value};

const PIPE: Look = Look { width: None, color: false, all_columns: false };

fn column(name: &str, align: Align, brief: bool) -> Column {
    Column { name: name.into(), meaning: format!("meaning of {name}"), align, reads: Reads::Plainly, brief }
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn empty() -> Table {
    Table {
        title: "Troop figures".into(),
        question: "How many, where, as of when?".into(),
        columns: vec![
            column("place", Align::Left, true),
            column("figure", Align::Right, true),
            column("as_of", Align::Left, true),
            column("origins", Align::Right, true),
            column("said_by", Align::Left, true),
            column("key", Align::Left, false),
        ],
        rows: vec![],
    }
}

/// NULL, fractions, pipes, quotes, CJK, reversed text, escape sequences, line breaks, formulas, links.
fn figures() -> Table {
    let rows = vec![
        vec![
            text("Iraq"),
            text("about 2,500"),
            text("2024-09-27"),
            Value::Integer(4),
            text("a \"senior\" official"),
            text("=1+1"),
        ],
        vec![
            text("叙利亚"),
            text("900"),
            Value::Null,
            Value::Real(1.0 / 3.0),
            text("A|B `x` *y*\n<b>"),
            Value::Null,
        ],
        vec![
            text("\u{202e}evil\u{1b}[31m"),
            text("-70"),
            text("≤ 2026-12-31"),
            Value::Real(2.0),
            text("[l](javascript:x) https://a.b"),
            text("k_1"),
        ],
    ];
    Table { rows, ..empty() }
}

fn printed(name: &str, tables: &[Table], look: Look) -> String {
    let mut out = Vec::new();
    (format(name).expect("a format of that name").write)(&tables.into(), &look, &mut out)
        .expect("a Vec takes everything");
    String::from_utf8(out).expect("formats write UTF-8")
}

#[track_caller]
fn assert_prints(name: &str, tables: &[Table], look: Look, expected: &str) {
    let printed = printed(name, tables, look);
    assert_eq!(printed, expected, "\n--- printed as {name}:\n{printed}\n--- expected:\n{expected}");
}

fn terminal(width: u16) -> Look {
    Look { width: Some(width), ..PIPE }
}

#[test]
fn every_format_has_its_file_and_its_own_name() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/render/format");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of formats")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().replace(".rs", ""))
        .filter(|name| name != "mod")
        .collect();
    let mut names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    files.sort_unstable();
    names.sort_unstable();
    assert_eq!(files, names);
    assert!(format("pdf").is_none());
}
