//! What `report edits` says of an article that was changed: `edit_cases.toml`, and what filters and scopes leave of it.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

mod stage;

use stage::{Stage, article, claim, repository};

/// An article before and after a change, and the report's rows: `EDIT: PREDICATE, WAS -> NOW`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    before: String,
    after: String,
    rows: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

fn text(stage: &Stage, hour: u32, text: &str) {
    let metadata = format!(
        "title: Troops\npublisher: Alpha Post\npublished: 2024-07-22\nmodified: 2024-07-2{hour}T10:00:00Z"
    );
    stage.write(&format!("v{hour}.md"), &article("story", &metadata, text));
}

/// A database that read both texts.
fn read(before: &str, after: &str) -> Stage {
    let stage = Stage::new();
    text(&stage, 2, before);
    text(&stage, 3, after);
    let ran = stage.reading(&["import", "v2.md", "v3.md"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    stage
}

fn said(row: &serde_json::Value) -> String {
    let field = |name: &str| row[name].as_str().unwrap_or("–").to_owned();
    format!("{}: {}, {} -> {}", field("edit"), field("what"), field("was"), field("now"))
}

fn rows(stage: &Stage, arguments: &[&str]) -> Vec<String> {
    stage.report("edits", arguments).iter().map(said).collect()
}

#[test]
fn every_case_is_reported_as_written() {
    let file = std::fs::read_to_string(repository().join("tests/edit_cases.toml")).unwrap();
    let cases: Cases = toml::from_str(&file).unwrap();
    assert!(cases.case.len() >= 15);
    let stage = Stage::new();
    for (number, case) in cases.case.iter().enumerate() {
        for (day, words) in [(2, &case.before), (3, &case.after)] {
            let metadata = format!("published: 2024-07-22\nmodified: 2024-07-2{day}T10:00:00Z");
            stage.write(
                &format!("cases/{number}-{day}.md"),
                &article(&format!("case-{number}"), &metadata, words),
            );
        }
    }
    assert_eq!(stage.reading(&["import", "cases"]).code, 0);
    let found = stage.report("edits", &[]);
    let mut wrong = String::new();
    for (number, case) in cases.case.iter().enumerate() {
        let key = format!("case-{number}");
        let found: Vec<String> =
            found.iter().filter(|row| row["article_key"] == key.as_str()).map(said).collect();
        if found != case.rows {
            wrong.push_str(&format!("{}\n  expected {:#?}\n  found {found:#?}\n", case.name, case.rows));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

const BEFORE: &str =
    "About 2,500 US troops are stationed in Iraq. Some 900 US troops are stationed in Syria.";
const AFTER: &str = "About 2,400 US troops are stationed in Iraq. Some 800 US troops are stationed in Syria.";

#[test]
fn filters_and_scopes_narrow_edits_as_other_reports() {
    let stage = read(BEFORE, AFTER);
    assert_eq!(rows(&stage, &[]).len(), 2);
    let cases: [(&[&str], usize); 7] = [
        (&["--place", "syria"], 1),
        (&["--subject", "us-forces"], 2),
        (&["--predicate", "withdraw"], 0),
        (&["--publisher", "Alpha Post"], 2),
        (&["--publisher", "reuters"], 0),
        (&["--as-of", "2024-07-22"], 0),
        (&["--known-at", "2001-01-01T00:00:00Z"], 0),
    ];
    for (arguments, count) in cases {
        let ran = stage.run(&[&["report", "edits", "--format", "jsonl"], arguments].concat());
        assert_eq!(ran.out.lines().count(), count, "{arguments:?}\n{}", ran.err);
    }
}

#[test]
fn the_order_of_the_imports_does_not_matter() {
    let stage = Stage::new();
    text(&stage, 2, BEFORE);
    text(&stage, 3, AFTER);
    for file in ["v3.md", "v2.md"] {
        assert_eq!(stage.reading(&["import", file]).code, 0);
    }
    assert_eq!(rows(&stage, &[]), rows(&read(BEFORE, AFTER), &[]));
}

#[test]
fn a_rejected_claim_has_no_edits() {
    let stage = read(BEFORE, AFTER);
    let key = stage.report("edits", &["--place", "syria"])[0]["is_claim_key"].as_str().unwrap().to_owned();
    stage.ok(&["review", "reject", &key]);
    let rest = rows(&stage, &["--place", "syria"]);
    assert_eq!(rest, ["vanished: stationed, about 900 troops; asserted; the article itself -> –"]);
}

#[test]
fn every_step_between_three_texts_is_reported() {
    let stage = read(BEFORE, AFTER);
    text(&stage, 4, &AFTER.replace("800", "700"));
    assert_eq!(stage.reading(&["import", "v4.md"]).code, 0);
    let days: Vec<String> =
        stage.report("edits", &[]).iter().map(|row| row["changed_on"].as_str().unwrap().to_owned()).collect();
    assert_eq!(days, ["2024-07-23", "2024-07-23", "2024-07-24"]);
}

fn curated(number: &str) -> String {
    let fields = format!(
        "subject = \"us-forces\"\nplace = \"syria\"\nspeaker = {{ kind = \"author\" }}\nquantity = {{ text = \"{number}\", best = {number}, qualifier = \"about\", unit = \"troops\" }}"
    );
    claim(&format!("Some {number} US troops are stationed in Syria"), &fields)
}

#[test]
fn what_people_read_in_both_texts_counts_instead_of_what_rules_read() {
    let stage = Stage::new();
    for (hour, number, words) in [(2, "900", BEFORE), (3, "800", AFTER)] {
        text(&stage, hour, words);
        assert_eq!(stage.reading(&["import", &format!("v{hour}.md")]).code, 0);
        stage.write(
            "c.claims.toml",
            &format!("[article]\nkey = \"story\"\n{}", curated(number).replace("withdraw", "stationed")),
        );
        assert_eq!(stage.reading(&["import", "c.claims.toml"]).code, 0);
    }
    let found = stage.report("edits", &["--place", "syria"]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0]["method"].as_str(), found[0]["edit"].as_str()), (Some("curated"), Some("number")));
}

#[test]
fn what_people_read_in_one_text_alone_did_not_vanish_while_its_words_stand() {
    let stage = Stage::new();
    text(&stage, 2, BEFORE);
    stage.imported(&["v2.md"]);
    stage.write("c.claims.toml", &format!("[article]\nkey = \"story\"\n{}", curated("900")));
    stage.imported(&["c.claims.toml"]);
    text(&stage, 3, &format!("{BEFORE} A word more."));
    stage.imported(&["v3.md"]);
    assert_eq!(rows(&stage, &[]), Vec::<String>::new());
    text(&stage, 4, "Nothing is said any more.");
    stage.imported(&["v4.md"]);
    assert_eq!(rows(&stage, &[]), Vec::<String>::new(), "the text before had no claim of its own");
}
