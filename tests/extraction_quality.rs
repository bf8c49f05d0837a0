//! The report that holds extracted claims against curated ones, over a story and claims of its own.
#![allow(clippy::unwrap_used)]

mod stage;

use serde_json::{Value as Json, json};
use stage::{Stage, article};

const TEXT: &str = "Some 300 soldiers will leave Erbil by May 2025. About 2,500 troops are in Iraq. \
    No troops will leave Basra. Dozens of fighters were killed. Nine marines arrived in Mosul. \
    Forty guards stay in Kirkuk, and as many have been staying there since the war that nobody wants to remember began.";

/// Predicate, quote and other fields of claims, as a claim file has them.
type Claims<'a> = &'a [(&'a str, &'a str, &'a str)];

const CURATED: Claims = &[
    (
        "withdraw",
        "300 soldiers will leave Erbil by May 2025",
        "place = 'erbil'\nquantity = {best = 300, qualifier = 'about', unit = 'troops'}\nwhen = {relation = 'by', latest = 2025-05-31, precision = 'month'}",
    ),
    (
        "stationed",
        "About 2,500 troops are in Iraq",
        "place = 'iraq'\nquantity = {best = 2500, qualifier = 'about', unit = 'troops'}",
    ),
    ("withdraw", "No troops will leave Basra", "place = 'basra'\npolarity = 'denied'"),
    (
        "killed",
        "Dozens of fighters were killed",
        "quantity = {low = 24, high = 99, qualifier = 'vague', unit = 'fighters'}",
    ),
    (
        "deploy",
        "Nine marines arrived",
        "core = false\nquantity = {low = 9, best = 9, high = 9, qualifier = 'exact', unit = 'troops'}",
    ),
    (
        "remain",
        "Forty guards stay in Kirkuk",
        "place = 'kirkuk'\nquantity = {low = 40, best = 40, high = 40, qualifier = 'exact', unit = 'troops'}",
    ),
    (
        "remain",
        "Forty guards stay",
        "quantity = {low = 40, best = 40, high = 40, qualifier = 'exact', unit = 'troops'}",
    ),
];

const EXTRACTED: Claims = &[
    // Right as a figure and as a schedule.
    (
        "withdraw",
        "Some 300 soldiers will leave Erbil by May 2025",
        "place = 'erbil'\nquantity = {best = 300, qualifier = 'about', unit = 'troops'}\nwhen = {relation = 'by', latest = 2025-05-31, precision = 'month'}",
    ),
    // The number is not exact.
    (
        "stationed",
        "2,500 troops are in Iraq",
        "place = 'iraq'\nquantity = {low = 2500, best = 2500, high = 2500, qualifier = 'exact', unit = 'troops'}",
    ),
    // The denial was not seen; without one it is no schedule.
    ("withdraw", "troops will leave Basra", "place = 'basra'"),
    // Where nobody wrote down a place, any will do.
    (
        "killed",
        "Dozens of fighters were killed",
        "place = 'iraq'\nquantity = {low = 24, high = 99, qualifier = 'vague', unit = 'fighters'}",
    ),
    // What is optional can be read in any way.
    (
        "deploy",
        "Nine marines arrived in Mosul",
        "place = 'mosul'\nquantity = {high = 9, qualifier = 'at_most', unit = 'troops'}",
    ),
    // One claim cannot be two.
    (
        "remain",
        "Forty guards stay in Kirkuk",
        "place = 'kirkuk'\nquantity = {low = 40, best = 40, high = 40, qualifier = 'exact', unit = 'troops'}",
    ),
    // These words are too many to be those of the claim that was missed.
    (
        "remain",
        "Forty guards stay in Kirkuk, and as many have been staying there since the war that nobody wants to remember began",
        "quantity = {low = 40, best = 40, high = 40, qualifier = 'exact', unit = 'troops'}",
    ),
];

/// A claim file of an article with its text.
fn file(key: &str, curated: Claims, extracted: Claims) -> String {
    let mut file = format!("[article]\nkey = '{key}'\npublished = 2024-07-22\ntext = '{TEXT}'\n");
    let both = curated.iter().map(|claim| (claim, "curated"));
    for ((predicate, quote, fields), method) in both.chain(extracted.iter().map(|claim| (claim, "extracted")))
    {
        file.push_str(&format!(
            "\n[[claim]]\nquote = '{quote}'\npredicate = '{predicate}'\nmethod = '{method}'\n"
        ));
        file.push_str(&format!("stance = 'asserted'\n{fields}\n"));
    }
    file
}

fn with_story() -> Stage {
    let stage = Stage::new();
    stage.write("story.claims.toml", &file("story", CURATED, EXTRACTED));
    stage.imported(&["story.claims.toml"]);
    stage
}

/// Kind, task and quote of the rows that are no totals.
fn rows(stage: &Stage, kinds: &[&str]) -> Vec<String> {
    let rows = stage.report("extraction-quality", &[]);
    let of = |row: &Json, name: &str| row[name].as_str().unwrap_or("–").to_owned();
    let chosen = rows.iter().filter(|row| kinds.contains(&row["row_kind"].as_str().unwrap()));
    chosen.map(|row| format!("{} {}: {}", of(row, "row_kind"), of(row, "task"), of(row, "quote"))).collect()
}

/// Right, wrong and missed of both tasks.
fn counts(stage: &Stage) -> [[i64; 3]; 2] {
    let rows = stage.report("extraction-quality", &[]);
    let total = |at: usize| {
        assert_eq!(rows[at]["row_kind"], "total");
        ["right_claims", "wrong_claims", "missed_claims"].map(|name| rows[at][name].as_i64().unwrap())
    };
    [total(0), total(1)]
}

#[test]
fn every_claim_is_right_wrong_or_missed_as_its_words_say() {
    let stage = with_story();
    assert_eq!(
        rows(&stage, &["missed", "wrong"]),
        [
            "missed figure: About 2,500 troops are in Iraq",
            "missed figure: Forty guards stay in Kirkuk",
            "missed schedule: No troops will leave Basra",
            "wrong figure: 2,500 troops are in Iraq",
            "wrong figure: Forty guards stay in Kirkuk, and as many have been staying there since the war that nobody wants to remember began",
        ]
    );
    assert_eq!(
        rows(&stage, &["right"]),
        [
            "right figure: 300 soldiers will leave Erbil by May 2025",
            "right figure: Dozens of fighters were killed",
            "right figure: Forty guards stay",
            "right schedule: 300 soldiers will leave Erbil by May 2025",
        ]
    );
    assert_eq!(counts(&stage), [[3, 2, 2], [1, 0, 1]]);
}

#[test]
fn what_is_asked_for_is_counted_alone_and_compared_with_everything() {
    let stage = with_story();
    let every = stage.report("extraction-quality", &[]);
    for predicate in ["stationed", "withdraw", "remain", "killed", "deploy"] {
        let asked = stage.report("extraction-quality", &["--predicate", predicate]);
        let expected: Vec<Json> = every.iter().filter(|row| row["predicate"] == predicate).cloned().collect();
        assert_eq!(asked[2..], expected, "{predicate}");
        for (total, task) in asked[..2].iter().zip(["figure", "schedule"]) {
            for kind in ["right", "wrong", "missed"] {
                let count =
                    expected.iter().filter(|row| row["task"] == task && row["row_kind"] == kind).count();
                assert_eq!(total[format!("{kind}_claims")], count, "{predicate} {task} {kind}");
            }
        }
    }
}

#[test]
fn totals_are_precision_recall_and_their_mean() {
    let stage = with_story();
    let totals = &stage.report("extraction-quality", &[])[..2];
    assert_eq!(totals[0]["curated"], "3 of 5 found (recall 0.600)");
    assert_eq!(totals[1]["extracted"], "1 of 1 right (precision 1.000)");
    for (total, task, precision, recall, f1) in
        [(&totals[0], "figure", 0.6, 0.6, 0.6), (&totals[1], "schedule", 1.0, 0.5, 0.667)]
    {
        assert_eq!(
            [&total["task"], &total["precision"], &total["recall"], &total["f1"]],
            [&json!(task), &json!(precision), &json!(recall), &json!(f1)]
        );
    }
}

#[test]
fn extracted_stands_beside_curated_where_both_quote_the_same_words() {
    let stage = with_story();
    let rows = stage.report("extraction-quality", &[]);
    let row = |kind: &str, quote: &str| {
        rows.iter()
            .find(|row| {
                row["row_kind"] == kind && row["quote"].as_str().is_some_and(|said| said.starts_with(quote))
            })
            .unwrap()
    };
    let missed = row("missed", "About 2,500");
    assert_eq!(missed["curated"], "stationed; about 2,500 troops; Iraq; asserted");
    assert_eq!(missed["extracted"], "stationed; 2,500 troops; Iraq; asserted");
    let wrong = row("wrong", "2,500 troops");
    assert_eq!((&wrong["curated"], &wrong["extracted"]), (&missed["curated"], &missed["extracted"]));
    assert_eq!((&wrong["low"], &missed["low"], &missed["best"]), (&json!(2500), &Json::Null, &json!(2500)));
    let denial = row("missed", "No troops");
    assert_eq!(denial["extracted"], "withdraw; Basra; asserted");
    assert_eq!((&denial["polarity"], &denial["place_key"]), (&json!("denied"), &json!("basra")));
    let alone = row("wrong", "Forty guards");
    assert_eq!((&alone["curated"], &alone["article_key"]), (&Json::Null, &json!("story")));
    let right = row("right", "Dozens");
    assert_eq!(
        right["extracted"],
        "killed; dozens (read as 24–99) fighters; Iraq; asserted".replace("dozens", "Dozens")
    );
}

#[test]
fn articles_that_nobody_wrote_claims_of_do_not_count() {
    let stage = with_story();
    let before = counts(&stage);
    stage.write("other.claims.toml", &file("other", &[], EXTRACTED));
    stage.write("plain.txt", &article("plain", "title: Plain", "Nothing at all."));
    stage.imported(&["other.claims.toml", "plain.txt"]);
    assert_eq!(counts(&stage), before);
    // A correction says nothing of the rest of its article.
    let key = stage
        .one("SELECT claim_key FROM claim_details WHERE article_key = 'other' AND predicate = 'stationed'");
    stage.ok(&[
        "review",
        "correct",
        &key,
        "--set",
        "quantity.qualifier=about",
        "--set",
        "quantity.low=",
        "--set",
        "quantity.high=",
    ]);
    assert_eq!(counts(&stage), before);
}

#[test]
fn a_review_takes_a_curated_claim_out_and_leaves_what_was_read() {
    let stage = with_story();
    let key = |method: &str| {
        stage.one(&format!(
            "SELECT claim_key FROM claim_details WHERE predicate = 'stationed' AND method = '{method}'"
        ))
    };
    stage.ok(&["review", "reject", &key("extracted")]);
    assert_eq!(counts(&stage)[0], [3, 2, 2], "a reading that was rejected is still a wrong reading");
    stage.ok(&["review", "reject", &key("curated")]);
    assert_eq!(counts(&stage)[0], [3, 2, 1]);
}

#[test]
fn merged_places_are_one_place() {
    let curated = [(
        "stationed",
        "About 2,500 troops are in Iraq",
        "place = 'al-iraq'\nquantity = {best = 2500, qualifier = 'about', unit = 'troops'}",
    )];
    let extracted = [(
        "stationed",
        "About 2,500 troops are in Iraq",
        "place = 'iraq'\nquantity = {best = 2500, qualifier = 'about', unit = 'troops'}",
    )];
    let stage = Stage::new();
    stage.write("story.claims.toml", &file("story", &curated, &extracted));
    stage.imported(&["story.claims.toml"]);
    assert_eq!(counts(&stage)[0], [0, 1, 1]);
    stage.ok(&["entities", "merge", "al-iraq", "--into", "iraq"]);
    assert_eq!(counts(&stage)[0], [1, 0, 0]);
}

#[test]
fn the_scope_and_old_versions_are_respected() {
    let stage = with_story();
    let total = |arguments: &[&str]| stage.report("extraction-quality", arguments)[0]["right_claims"].clone();
    assert_eq!(total(&["--as-of", "2024-07-21"]), 0);
    assert_eq!(total(&["--as-of", "2024-07-22"]), 3);
    stage.write("new.txt", &article("story", "retrieved: 2024-08-01", "Another text."));
    stage.imported(&["new.txt"]);
    assert_eq!(total(&[]), 0, "the claims are of a text that is no longer current");
}

#[test]
fn without_anything_to_compare_there_are_totals_of_nothing() {
    let rows = Stage::new().report("extraction-quality", &[]);
    assert_eq!(rows.len(), 2);
    for row in rows {
        assert_eq!((&row["curated"], &row["extracted"]), (&json!("0 of 0 found"), &json!("0 of 0 right")));
        assert_eq!(
            (&row["precision"], &row["recall"], &row["right_claims"]),
            (&Json::Null, &Json::Null, &json!(0))
        );
    }
}
