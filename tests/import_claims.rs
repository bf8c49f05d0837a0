//! Importing claims and entities: how quotes are found, what a claim keeps, and the claims of articles already there.
#![allow(clippy::unwrap_used)]

mod stage;

use serde_json::Value as Json;
use stage::{Stage, article, assert_same, claim};

/// One article under the key `a`.
fn with_article(text: &str) -> Stage {
    let stage = Stage::new();
    stage.write("a.txt", &article("a", "title: A\npublisher: Reuters\npublished: 2024-07-22", text));
    stage.imported(&["a.txt"]);
    stage
}

/// Puts claims of that article in; answers how many were refused.
fn claims(stage: &Stage, claims: &str) -> i64 {
    stage.write("c.toml", &format!("[article]\nkey = \"a\"\n{claims}"));
    stage.import(&["c.toml"])["refused"].as_i64().unwrap()
}

#[test]
fn quotes_are_found_across_typography_and_stored_as_the_article_has_them() {
    for (text, quote, words) in [
        ("He said: “They’ll leave Iraq” soon.", "\"They'll leave Iraq\"", "“They’ll leave Iraq”"),
        (
            "Some 2,500\u{a0}US\u{202f}troops  are\nin Iraq.",
            "2,500 US troops are in Iraq",
            "2,500\u{a0}US\u{202f}troops  are\nin Iraq",
        ),
        ("The first o\u{fb03}cers \u{fb02}y home.", "officers fly home", "o\u{fb03}cers \u{fb02}y home"),
        ("Ankara’s 300–400 men – all of them.", "300-400 men - all", "300–400 men – all"),
        ("Tu\u{308}rkiye keeps a base.", "T\u{fc}rkiye keeps", "Tu\u{308}rkiye keeps"),
        ("𝄞𝄞 Troops leave.", "Troops leave", "Troops leave"),
    ] {
        let stage = with_article(text);
        assert_eq!(claims(&stage, &claim(quote, "")), 0, "{quote}");
        let row = "SELECT quote || '|' || substr(articles.text, quote_start + 1, quote_end - quote_start)
            FROM claims JOIN articles ON articles.id = article_id";
        assert_eq!(stage.one(row), format!("{words}|{words}"), "{quote}");
    }
}

#[test]
fn other_words_are_not_found_however_near_they_are() {
    let stage = with_article("Relations would not improve, and 2,500 troops stay. Iraqi troops left.");
    for quote in [
        "would improve",
        "2,500 TROOPS stay",
        "2500 troops",
        "troops stayed",
        "raqi troops",
        "500 troops stay",
    ] {
        let ran_before = stage.one("SELECT count(*) FROM claims");
        assert_eq!(claims(&stage, &claim(quote, "")), 1, "{quote} was taken");
        assert_eq!(stage.one("SELECT count(*) FROM claims"), ran_before);
    }
    stage.write("c.toml", &format!("[article]\nkey = \"a\"\n{}", claim("would improve", "")));
    let ran = stage.run(&["import", "c.toml"]);
    assert_eq!(ran.code, 1);
    for part in ["c.toml:", "would improve", "would not improve"] {
        assert!(ran.err.contains(part), "{part} is not in: {}", ran.err);
    }
}

#[test]
fn words_that_stand_twice_need_their_occurrence() {
    let stage = with_article("Troops leave in May. Then more troops leave in June. Troops leave in July.");
    assert_eq!(claims(&stage, &claim("Troops leave", "")), 1);
    assert_eq!(
        claims(&stage, &claim("Troops leave", "occurrence = 3")),
        1,
        "troops and Troops are two words"
    );
    assert_eq!(claims(&stage, &claim("Troops leave", "occurrence = 2")), 0);
    assert_eq!(stage.column("SELECT quote_start FROM claims"), ["53"]);
    assert_eq!(claims(&stage, &claim("Troops leave", "occurrence = 1")), 0);
    assert_eq!(stage.column("SELECT count(DISTINCT key) || ' ' || count(*) FROM claims"), ["2 2"]);
}

#[test]
fn one_wrong_claim_keeps_no_right_one_out() {
    let stage = with_article("Troops leave in May. More arrive in June.");
    let mixed =
        [claim("Troops leave", ""), claim("Nobody said this", ""), claim("More arrive", "place = \"iraq\"")]
            .concat();
    assert_eq!(claims(&stage, &mixed), 1);
    assert_eq!(
        stage.column("SELECT quote FROM claims ORDER BY quote_start"),
        ["Troops leave", "More arrive"]
    );
}

#[test]
fn optional_and_denied_claims_are_kept_as_such() {
    let stage = with_article("Troops leave in May. The army denies it.");
    let denied = claim("The army denies it", "").replace("planned", "denied");
    assert_eq!(claims(&stage, &[claim("Troops leave", "core = false"), denied].concat()), 0);
    let rows =
        stage.column("SELECT core || ' ' || stance || ' ' || polarity FROM claims ORDER BY quote_start");
    assert_eq!(rows, ["0 planned affirmed", "1 asserted denied"]);
    assert_eq!(claims(&stage, &claim("Troops leave", "core = true")), 0);
    assert_eq!(stage.column("SELECT core FROM claims ORDER BY quote_start"), ["1", "1"]);
    assert!(stage.ok(&["report", "schedules"]).contains("denied"));
}

#[test]
fn claims_of_articles_already_there_come_as_json_lines_and_csv() {
    let lines = concat!(
        r#"{"article": "a", "quote": "300 men leave", "predicate": "withdraw", "stance": "planned", "place": "iraq", "#,
        r#""quantity": {"best": 300, "qualifier": "exact", "unit": "troops"}}"#,
        "\n",
        r#"{"article": "a", "quote": "Others stay", "predicate": "remain", "stance": "planned", "core": false}"#,
        "\n"
    );
    let csv = "article,quote,predicate,stance,place,quantity_best,quantity_qualifier,quantity_unit,core\n\
        a,300 men leave,withdraw,planned,iraq,300,exact,troops,\na,Others stay,remain,planned,,,,,false\n";
    let mut dumps = Vec::new();
    for (name, content) in [("c.jsonl", lines), ("c.csv", csv)] {
        let stage = with_article("300 men leave. Others stay.");
        stage.write(name, content);
        assert_eq!(stage.imported(&[name])["claims_added"], 2, "{name}");
        let again = stage.imported(&[name]);
        assert_eq!(
            (&again["claims_added"], &again["claims_unchanged"]),
            (&Json::from(0), &Json::from(2)),
            "{name}"
        );
        assert_eq!(stage.with_input(&["import", "-"], content).code, 0, "{name} from standard input");
        dumps.push(stage.dump());
    }
    assert_same(&dumps[0], &dumps[1], "JSON lines and CSV");
}

#[test]
fn claims_of_an_article_that_is_nowhere_are_refused_and_found_once_it_is_there() {
    let stage = Stage::new();
    stage.write(
        "c.jsonl",
        r#"{"article": "a", "quote": "300 men leave", "predicate": "withdraw", "stance": "planned"}"#,
    );
    let message = stage.refused(&["import", "c.jsonl"]);
    assert!(message.contains("c.jsonl:1") && message.contains("'a'"), "{message}");
    stage.write("z.txt", &article("a", "title: A", "300 men leave."));
    assert_eq!(stage.imported(&["c.jsonl", "z.txt"])["claims_added"], 1);
}

#[test]
fn keys_that_nothing_describes_are_made_and_listed() {
    let stage = with_article("Gondorian troops leave Mordor.");
    stage.write(
        "c.toml",
        &format!(
            "[article]\nkey = \"a\"\n{}",
            claim("Gondorian troops leave Mordor", "subject = \"gondor-forces\"\nplace = \"mordor\"")
        ),
    );
    let summary = stage.imported(&["c.toml"]);
    assert_eq!(summary["unknown_entities"], serde_json::json!(["gondor-forces", "mordor"]));
    assert_eq!(
        stage.column(
            "SELECT kind || ' ' || method FROM entities WHERE key IN ('gondor-forces', 'mordor') ORDER BY key"
        ),
        ["force claim_file", "place claim_file"]
    );
    stage.write("e.toml", "[[entity]]\nkey = \"mordor\"\nname = \"Land of Mordor\"\nkind = \"country\"\n");
    stage.imported(&["e.toml"]);
    assert_eq!(stage.report("schedules", &["--place", "Land of Mordor"]).len(), 0, "undated and affirmed");
    assert_eq!(stage.one("SELECT place FROM claim_details"), "Land of Mordor");
    assert_eq!(stage.imported(&["c.toml"])["unknown_entities"], serde_json::json!([]));
}

#[test]
fn entity_files_of_both_formats_say_the_same_and_go_first() {
    let toml = "[[entity]]\nkey = \"fort-example\"\nname = \"Fort Example\"\nkind = \"base\"\nnames = [\"the Example base\"]\nlocated_in = \"erbil\"\n";
    let csv = "key,name,kind,names,located_in\nfort-example,Fort Example,base,the Example base,erbil\n";
    let mut dumps = Vec::new();
    for (name, content) in [("z.toml", toml), ("z.csv", csv)] {
        let stage = Stage::new();
        stage.write("a.txt", &article("a", "title: A", "200 troops leave Fort Example in May."));
        let fields =
            "place = \"fort-example\"\nquantity = { best = 200, qualifier = \"exact\", unit = \"troops\" }";
        stage.write(
            "c.toml",
            &format!(
                "[article]\nkey = \"a\"\nfile = \"a.txt\"\n{}",
                claim("200 troops leave Fort Example", fields)
            ),
        );
        stage.write(name, content);
        assert_eq!(stage.imported(&["c.toml", name])["unknown_entities"], serde_json::json!([]), "{name}");
        assert_eq!(
            stage.report("troop-figures", &["--place", "iraq"]).len(),
            1,
            "{name}: a base in a city in the country"
        );
        dumps.push(stage.dump());
    }
    assert_same(&dumps[0], &dumps[1], "TOML and CSV");
}

#[test]
fn a_claim_imported_before_its_entity_is_described_ends_the_same() {
    let mut dumps = Vec::new();
    for order in [["e.toml", "c.toml"], ["c.toml", "e.toml"]] {
        let stage = with_article("Troops leave Fort Example in May.");
        stage.write("e.toml", "[[entity]]\nkey = \"fort-example\"\nname = \"Fort Example\"\nkind = \"base\"\nlocated_in = \"erbil\"\n");
        stage.write(
            "c.toml",
            &format!(
                "[article]\nkey = \"a\"\n{}",
                claim("Troops leave Fort Example", "place = \"fort-example\"")
            ),
        );
        for file in order {
            stage.imported(&[file]);
        }
        dumps.push(stage.dump());
    }
    assert_same(&dumps[0], &dumps[1], "entities before and after");
}

#[test]
fn the_summary_counts_and_explains_for_programs() {
    let stage = with_article("Troops leave in May.");
    stage.write(
        "c.toml",
        &format!("[article]\nkey = \"a\"\n{}{}", claim("Troops leave", ""), claim("No such words", "")),
    );
    let summary = stage.import(&["c.toml"]);
    let names = [
        "articles_added",
        "articles_unchanged",
        "versions_added",
        "claims_added",
        "refused",
        "problems",
        "unknown_entities",
    ];
    assert!(names.iter().all(|name| !summary[name].is_null()), "{summary:#}");
    let problem = &summary["problems"][0];
    assert_eq!(
        (problem["severity"].as_str(), problem["file"].as_str(), problem["field"].as_str()),
        (Some("refused"), Some("c.toml"), Some("quote"))
    );
    assert!(
        problem["line"].as_i64() > Some(3) && problem["reason"].as_str().unwrap().contains("No such words")
    );
}
