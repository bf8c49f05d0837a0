//! Properties of the whole way in and out: claims at any place of any text keep their words, and what is exported comes
//! back as it was.
#![allow(clippy::unwrap_used)]

mod stage;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use stage::{Stage, assert_same};

/// Texts as the wild has them: words of many scripts, joined characters, odd spaces and line breaks, the same word often.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-c]{1,3}",
        4 => prop::sample::select(vec![
            "troops", "Türkiye", "Tu\u{308}rkiye", "o\u{fb03}cers", "“soon”", "they’ll", "𝄞", "2,500", "Ирак", "العراق",
            "伊拉克。", "U.S.", "👩‍👩‍👧", "e\u{301}\u{327}", "\u{1f1ee}\u{1f1f6}", "\\\"", "'''", "—", "#", "=", "]", "\u{7f}",
        ]).prop_map(str::to_owned),
        1 => "\\PC{1,4}",
    ];
    let gap = prop::sample::select(vec![
        " ", " ", " ", "\u{a0}", "  ", "\n", "\n\n", ". ", ", ", "", "\t", "\u{202f}",
    ]);
    prop::collection::vec((piece, gap), 3..40).prop_map(|pieces| {
        let text: String = pieces.into_iter().map(|(piece, gap)| format!("{piece}{gap}")).collect();
        format!("Start {text}")
    })
}

/// Claims at random spans, by parts of a thousand of the text.
fn claims() -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
    prop::collection::vec((0usize..1000, 1usize..300, 0usize..4), 1..8)
}

/// One claim, named by its span; what it says varies with `kind`.
fn record(start: usize, end: usize, kind: usize) -> Json {
    let mut claim = json!({ "span": [start, end], "predicate": "withdraw", "stance": "planned" });
    let more = [
        json!({}),
        json!({ "quantity": { "low": 200, "high": 999, "qualifier": "vague", "unit": "troops" }, "place": "iraq" }),
        json!({ "when": { "relation": "by", "latest": "2026-12-31", "precision": "year" }, "core": false }),
        json!({ "polarity": "denied", "subject": "us-forces", "speaker": { "kind": "named", "text": "A \"Quoted\" Man", "count": 2 } }),
    ];
    for (name, value) in more[kind].as_object().unwrap() {
        claim[name] = value.clone();
    }
    claim
}

/// Words and offsets of every claim agree, by the database's reckoning and by this test's.
fn agrees(stage: &Stage) -> Result<(), TestCaseError> {
    prop_assert_eq!(
        stage.column("SELECT claim_key FROM report_evidence WHERE agrees IS NOT 1"),
        Vec::<String>::new()
    );
    let article = stage.dumped("article").remove(0);
    for claim in stage.dumped("claim") {
        let (start, end) =
            (claim["quote_start"].as_u64().unwrap() as usize, claim["quote_end"].as_u64().unwrap() as usize);
        let words: String = article["text"].as_str().unwrap().chars().skip(start).take(end - start).collect();
        prop_assert_eq!(claim["quote"].as_str().unwrap(), words);
    }
    Ok(())
}

/// Exports, and imports what was exported into the same and into an empty database.
fn comes_back(stage: &Stage, format: &str) {
    let before = stage.dump();
    let file = format!("out.claims.{format}");
    stage.ok(&["export", "a", "--format", format, "-o", &file]);
    let summary = stage.imported(&[&file]);
    assert_eq!((&summary["claims_added"], &summary["articles_updated"]), (&json!(0), &json!(0)), "{format}");
    assert_same(&stage.dump(), &before, &format!("{format} into the same database"));

    let whole = format!("whole.claims.{format}");
    stage.ok(&["export", "a", "--with-text", "--format", format, "-o", &whole]);
    let other = Stage::new();
    other.write(&whole, &std::fs::read_to_string(stage.path(&whole)).unwrap());
    other.imported(&[&whole]);
    assert_same(&other.dump(), &before, &format!("{format} into an empty database"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn claims_keep_their_words_and_come_back_from_an_export(text in text(), placed in claims(), json in any::<bool>()) {
        let length = text.chars().count();
        let records: Vec<Json> = placed.iter().map(|(from, part, kind)| {
            let start = from * (length - 1) / 1000;
            record(start, (start + 1 + part * length / 1000).min(length), *kind)
        }).collect();
        let stage = Stage::new();
        let file = json!({ "article": { "key": "a", "title": "A", "text": text }, "claims": records });
        stage.write("a.claims.json", &file.to_string());
        // Spans of white space alone are refused; everything else goes in.
        let summary = stage.import(&["a.claims.json"]);
        for problem in summary["problems"].as_array().unwrap() {
            prop_assert!(problem["reason"].as_str().unwrap().contains("white space"), "{}", problem);
        }
        agrees(&stage)?;
        comes_back(&stage, if json { "json" } else { "toml" });
        prop_assert_eq!(stage.ok(&["check"]), "all is well\n");
    }

    #[test]
    fn a_quote_of_whole_words_is_found_where_it_stands(text in text(), from in 0usize..40, count in 1usize..6) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let first = from % words.len();
        let quote = words[first..(first + count).min(words.len())].join(" ");
        let stage = Stage::new();
        let mut claim = record(0, 1, 0);
        claim.as_object_mut().unwrap().remove("span");
        claim["quote"] = json!(quote);
        let file = json!({ "article": { "key": "a", "title": "A", "text": text }, "claims": [claim] });
        stage.write("a.claims.json", &file.to_string());
        let summary = stage.import(&["a.claims.json"]);
        for problem in summary["problems"].as_array().unwrap() {
            prop_assert!(problem["reason"].as_str().unwrap().contains("times in the article"), "{}", problem);
        }
        agrees(&stage)?;
    }
}
