//! Which agency an article credits: cases as data, and what the database makes of it.
#![allow(clippy::unwrap_used)]

mod entity_support;
mod stage;

use std::collections::BTreeSet;

use entity_support::gazetteer;
use factdb::extract::{Page, Reader, Share};
use proptest::prelude::*;
use serde::Deserialize;
use stage::{Stage, article, assert_same, claim};

/// A paragraph that credits nobody.
const STORY: &str = "The last of the foreign soldiers will have left the two bases in the north of the country \
    by the end of next year, two people with knowledge of the talks said on Monday, and nobody is to follow them.";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    author: Option<String>,
    publisher: Option<String>,
    wire: Option<String>,
    share: Option<String>,
}

#[test]
fn every_case_credits_whom_it_says() {
    let file: File = toml::from_str(include_str!("credit_cases.toml")).unwrap();
    let reader = Reader::new(gazetteer());
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for case in &file.case {
        assert!(names.insert(&case.name), "two cases are named '{}'", case.name);
        let text = case.text.replace("STORY", STORY);
        let found = reader.credit(&Page {
            text: &text,
            author: case.author.as_deref(),
            publisher: case.publisher.as_deref(),
        });
        let found = found.map(|credit| (credit.agency, credit.share));
        let share = if case.share.as_deref() == Some("part") { Share::Part } else { Share::Whole };
        let wanted = case.wire.clone().map(|wire| (wire, share));
        if found != wanted {
            failures.push(format!("{}: found {found:?}, wanted {wanted:?}\n{text}\n", case.name));
        }
    }
    assert!(failures.is_empty(), "{} of {}\n{}", failures.len(), file.case.len(), failures.join("\n"));
}

/// A story in which people speak, of an agency's.
fn spoken(dateline: &str) -> String {
    format!(
        "{dateline}The last 900 troops will leave Iraq by September 2030, a government spokesman said on Monday.\n\n\
         There are 2,500 troops in Iraq.\n"
    )
}

/// Imports with the reader.
fn read(stage: &Stage, paths: &[&str]) {
    let mut arguments = vec!["--db", "facts.db", "import"];
    arguments.extend(paths);
    let ran = stage.reading(&arguments);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

const WIRE: &str = "SELECT coalesce(wire.key, 'none') || ' ' || wire_found
    FROM articles LEFT JOIN entities AS wire ON wire.id = wire_id WHERE superseded_by IS NULL ORDER BY articles.key";
const ORIGINS: &str = "SELECT DISTINCT iif(speaker_kind = 'author', 'author', 'speaker') || ' via ' || coalesce(via_key, 'nobody') || ' from ' || origin_key
    FROM claim_details WHERE method = 'extracted' AND retired_import_id IS NULL ORDER BY 1";

#[test]
fn an_import_keeps_the_credit_and_what_was_said_came_through_the_agency() {
    let stage = Stage::new();
    stage.write(
        "a.txt",
        &article("a", "publisher: Fox News\npublished: 2029-07-22", &spoken("BAGHDAD (Reuters) - ")),
    );
    read(&stage, &["a.txt"]);
    assert_eq!(stage.one(WIRE), "reuters 1");
    assert_eq!(stage.column(ORIGINS), ["author via nobody from reuters", "speaker via reuters from reuters"]);
    assert!(stage.ok(&["show", "a"]).contains("\nwire reuters"));
    assert_eq!(stage.report("articles", &[])[0]["wire"], "Reuters");
    let via = stage.report("sources", &[]).into_iter().filter(|row| row["via"] == "Reuters").count();
    assert_eq!(via, 1);
    assert_eq!(stage.ok(&["check"]), "all is well\n");
}

#[test]
fn who_only_contributed_is_the_origin_but_no_channel() {
    let stage = Stage::new();
    let text = format!("{}The Associated Press contributed to this report.\n", spoken(""));
    stage.write("a.txt", &article("a", "publisher: Fox News\npublished: 2029-07-22", &text));
    read(&stage, &["a.txt"]);
    assert_eq!(stage.column(ORIGINS), ["author via nobody from ap", "speaker via nobody from ap"]);
}

#[test]
fn what_metadata_say_wins_in_every_order() {
    let text = spoken("BAGHDAD (Reuters) - ");
    let raw = article("a", "publisher: Fox News\npublished: 2029-07-22", &text);
    let claims = format!("[article]\nkey = \"a\"\nwire = \"afp\"\n{}", claim("2,500 troops in Iraq", ""));
    let linked = format!(
        "[article]\nkey = \"a\"\nfile = \"a.txt\"\nwire = \"afp\"\n{}",
        claim("2,500 troops in Iraq", "")
    );
    let dumps = [
        vec![vec!["a.txt"], vec!["b.claims.toml"]],
        vec![vec!["b.claims.toml", "a.txt"]],
        vec![vec!["a.txt"], vec!["b.claims.toml"], vec!["a.txt"]],
        vec![vec!["a.txt"], vec!["linked.claims.toml"], vec!["a.txt"]],
        vec![vec!["linked.claims.toml"], vec!["a.txt"]],
    ]
    .map(|runs| {
        let stage = Stage::new();
        stage.write("a.txt", &raw);
        stage.write("b.claims.toml", &claims);
        stage.write("linked.claims.toml", &linked);
        for run in &runs {
            read(&stage, run);
        }
        assert_eq!(stage.one(WIRE), "afp 0", "{runs:?}");
        assert_eq!(stage.reading(&["extract"]).code, 0);
        assert_eq!(stage.one(WIRE), "afp 0", "{runs:?}, read again");
        stage.dump()
    });
    for dump in &dumps {
        assert_same(dump, &dumps[0], "another order");
    }
}

#[test]
fn a_publisher_that_is_named_later_takes_its_own_credit_back() {
    let text = spoken("BAGHDAD (Reuters) - ");
    let dumps = [vec!["a.txt", "h.claims.toml"], vec!["b.txt"]].map(|files| {
        let stage = Stage::new();
        stage.write("a.txt", &article("a", "published: 2029-07-22", &text));
        stage.write("b.txt", &article("a", "publisher: Reuters\npublished: 2029-07-22", &text));
        stage.write("h.claims.toml", "[article]\nkey = \"a\"\npublisher = \"Reuters\"\n");
        for file in files {
            read(&stage, &[file]);
        }
        assert_eq!(stage.one(WIRE), "none 0");
        assert_eq!(
            stage.column(ORIGINS),
            ["author via nobody from reuters", "speaker via nobody from reuters"]
        );
        stage.dump()
    });
    assert_same(&dumps[0], &dumps[1], "the publisher first or last");
}

#[test]
fn every_version_credits_whom_it_credits() {
    let stage = Stage::new();
    for (day, dateline) in
        [("2029-07-22", "BAGHDAD (Reuters) - "), ("2029-07-23", "BAGHDAD (AP) - "), ("2029-07-24", "")]
    {
        let metadata = format!("publisher: Fox News\npublished: 2029-07-22\nmodified: {day}");
        stage.write("a.txt", &article("a", &metadata, &spoken(dateline)));
        read(&stage, &["a.txt"]);
    }
    let wires = "SELECT coalesce(wire.key, 'none') FROM articles LEFT JOIN entities AS wire ON wire.id = wire_id ORDER BY version";
    assert_eq!(stage.column(wires), ["reuters", "ap", "none"]);
}

#[test]
fn reading_again_finds_what_was_not_read_and_drops_what_is_not_there() {
    let stage = Stage::new();
    stage.write("a.txt", &article("a", "publisher: Fox News", &spoken("BAGHDAD (Reuters) - ")));
    stage.write("b.txt", &article("b", "publisher: Fox News", &spoken("")));
    stage.imported(&["a.txt", "b.txt"]);
    assert_eq!(stage.column(WIRE), ["none 0", "none 0"], "imported without reading");
    let set = "UPDATE articles SET wire_id = (SELECT id FROM entities WHERE key = 'dpa'), wire_found = 1 WHERE key = 'b'";
    stage.connection().execute(set, []).unwrap();
    assert_eq!(stage.reading(&["extract"]).code, 0);
    assert_eq!(stage.column(WIRE), ["reuters 1", "none 0"]);
}

#[test]
fn a_found_credit_is_no_word_of_an_export_and_found_again() {
    let stage = Stage::new();
    stage.write(
        "a.txt",
        &article("a", "publisher: Fox News\npublished: 2029-07-22", &spoken("BAGHDAD (Reuters) - ")),
    );
    stage.write(
        "b.txt",
        &article("b", "wire: ap\npublisher: Fox News\npublished: 2029-07-22", &spoken("Otherwise: ")),
    );
    read(&stage, &["a.txt", "b.txt"]);
    let other = Stage::new();
    for (key, wires) in [("a", 0), ("b", 1)] {
        let exported = stage.ok(&["export", key, "--with-text", "--method", "curated"]);
        assert_eq!(exported.matches("\nwire = ").count(), wires, "{exported}");
        let file = format!("{key}.claims.toml");
        other.write(&file, &exported);
        read(&other, &[&file]);
    }
    assert_same(&other.dump(), &stage.dump(), "exported and imported");
}

#[test]
fn a_story_of_another_language_is_not_read_for_its_credit() {
    let stage = Stage::new();
    stage.write("a.txt", &article("a", "language: de", &format!("KABUL (dpa) - {STORY}")));
    read(&stage, &["a.txt"]);
    assert_eq!(stage.one(WIRE), "none 0");
}

/// Pieces of credits in any order, among anything.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "Source:",
            "SOURCE",
            "By ",
            "Reuters",
            "(AP)",
            "(",
            ")",
            "/",
            " - ",
            "— ",
            "©",
            "(c)",
            "Copyright",
            "2019",
            "contributed to this report",
            "With reporting by",
            "Agence France-Presse",
            "A.P.",
            "The ",
            " and ",
            ", ",
            "\n",
            "\n\n",
            ". ",
            "İstanbul",
            "’s",
            "writer",
            "This story was ",
            "originally published by",
            "\u{a0}",
            "ſ",
            "é",
        ])
        .prop_map(str::to_owned),
        "\\PC{1,3}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

#[test]
fn no_text_or_author_is_too_odd() {
    let reader = Reader::new(gazetteer());
    proptest!(|(text in pieces(), author in pieces())| {
        let found = reader.credit(&Page { text: &text, author: Some(&author), publisher: None });
        prop_assert_eq!(reader.credit(&Page { text: &text, author: Some(&author), publisher: None }), found.clone());
        prop_assert!(found.is_none_or(|credit| !credit.agency.is_empty()));
    });
}
