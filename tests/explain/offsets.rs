//! Offsets are code points of the text, and every word of it comes out as it is.

use serde_json::Value as Json;

use crate::stage::Stage;
use crate::{explained, list, words};

/// The words between two code points.
fn between(text: &str, start: &Json, end: &Json) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    assert!(start < end);
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn offsets_are_code_points_also_behind_characters_of_four_bytes() {
    let text =
        "😀𝕏 Türkiye’s envoy met nobody. 🚀 Some 2,500 US soldiers left Iraq in May 2024 — 🏳️ all of them.";
    let stage = Stage::bare();
    stage.write("story.txt", text);
    let found = explained(&stage, &["story.txt"]);
    assert_eq!(found["text"], text);
    for kind in ["sentences", "dates", "quantities", "entities", "cues"] {
        assert!(!list(&found, kind).is_empty(), "no {kind}");
        for one in list(&found, kind) {
            assert_eq!(between(text, &one["start"], &one["end"]), one["text"].as_str().unwrap(), "{kind}");
        }
    }
    for date in list(&found, "dates") {
        let phrase = &date["phrase"];
        assert_eq!(between(text, &phrase["start"], &phrase["end"]), phrase["text"].as_str().unwrap());
    }
    assert_eq!(list(&found, "claims").len(), 1);
    for claim in list(&found, "claims") {
        assert_eq!(
            between(text, &claim["quote_start"], &claim["quote_end"]),
            claim["quote"].as_str().unwrap()
        );
    }
    assert_eq!(words(&found, "dates"), ["May 2024"]);
}

#[test]
fn what_is_found_says_in_which_sentence() {
    let stage = Stage::bare();
    stage.write("story.txt", "Nothing here.\n\nThey left Iraq in May 2024.\n\nThey came back in June 2025.");
    let found = explained(&stage, &["story.txt"]);
    let sentences: Vec<&Json> = list(&found, "dates").iter().map(|date| &date["sentence"]).collect();
    assert_eq!(sentences, [&Json::from(1), &Json::from(2)]);
}

const HOSTILE: &str =
    "The \u{1b}[31mPentagon\u{1b}]0;owned\u{7} said\u{202e} 300 troops\u{9b}2J would leave Iraq in May 2025.";

#[test]
fn hostile_text_commands_no_terminal() {
    let stage = Stage::bare();
    let front = "---\ntitle: \"A \\e[2Jtitle\\u202e\"\nkey: \"k\\e[1m\"\n---\n";
    stage.write("hostile.md", &format!("{front}{HOSTILE}"));
    let page = stage.ok(&["explain", "hostile.md"]);
    let document = stage.ok(&["explain", "hostile.md", "--format", "json"]);
    for printed in [&page, &document] {
        let steering = printed.chars().find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
        assert_eq!(steering, None, "{printed:?}");
    }
    assert!(page.contains("300 troops"), "{page}");
    let parsed: Json = serde_json::from_str(&document).unwrap();
    assert_eq!(parsed["text"], HOSTILE, "a program gets every character");
}
