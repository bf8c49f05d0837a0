//! What can be explained, what is refused, and what the reading depends on.

use serde_json::{Value as Json, json};

use crate::stage::{Stage, article, claim};
use crate::{explained, list, story, words};

#[test]
fn an_article_is_explained_as_it_was_read() {
    let stage = Stage::new();
    stage.write("story.md", &story());
    stage.imported(&["story.md"]);
    stage.ok(&["extract"]);
    let explanation = explained(&stage, &["garrison"]);
    let shown: Vec<String> = list(&explanation, "claims")
        .iter()
        .map(|claim| {
            let number = |name: &str| claim[name].as_u64().unwrap();
            format!("{} {} {}", number("quote_start"), number("quote_end"), claim["rule"].as_str().unwrap())
        })
        .collect();
    let stored = stage.column(
        "SELECT quote_start || ' ' || quote_end || ' ' || rule FROM claims ORDER BY sentence_start, claims.id",
    );
    assert!(stored.len() > 2, "{stored:?}");
    assert_eq!(shown, stored);
    assert_eq!(explained(&stage, &["story.md"]), explanation, "the file and the article are one");
}

#[test]
fn furniture_is_shown_as_skipped_and_claims_nothing() {
    let stage = Stage::bare();
    stage.write("story.txt", "Some 300 US troops left Iraq in May 2024.\n\n2024\n\nRead more: 500 US troops left Syria in June 2024");
    let found = explained(&stage, &["story.txt"]);
    let skipped: Vec<&Json> = list(&found, "sentences").iter().map(|sentence| &sentence["skipped"]).collect();
    assert_eq!(skipped, [&Json::Null, &json!("no words"), &json!("furniture")]);
    assert_eq!(list(&found, "claims").len(), 1);
    assert_eq!(words(&found, "dates"), ["May 2024", "2024", "June 2024"], "dates are found everywhere");
    let page = stage.ok(&["explain", "story.txt"]);
    assert!(page.contains("(not read: furniture"), "{page}");
}

#[test]
fn links_that_a_page_sets_into_a_sentence_are_skipped_and_what_is_around_them_is_read() {
    let stage = Stage::bare();
    stage.write(
        "story.txt",
        "Some 300 US troops left Iraq in May 2024 on orders of President Jane Miller Jane Susan MillerPoll: voters tired of war 900 US troops \
         to leave Syria in July 2024 MORE, and McDonnell said 200 US troops left Chad in June 2024.",
    );
    let found = explained(&stage, &["story.txt"]);
    let skipped: Vec<&Json> = list(&found, "sentences").iter().map(|sentence| &sentence["skipped"]).collect();
    assert_eq!(skipped, [&Json::Null, &json!("furniture"), &Json::Null]);
    let places: Vec<&Json> = list(&found, "claims").iter().map(|claim| &claim["place"]).collect();
    assert_eq!(places.len(), 2, "{places:?}");
    stage.write("long.txt", &format!("{} MORE: 200 US troops left Chad in June 2024.", "aB".repeat(500_000)));
    assert_eq!(list(&explained(&stage, &["long.txt"]), "claims").len(), 1, "and quickly");
    stage.write("plain.txt", "McDonnell wants MORE: 200 US troops left Chad in June 2024.");
    assert_eq!(list(&explained(&stage, &["plain.txt"]), "claims").len(), 1);
}

#[test]
fn without_a_date_of_publication_relative_dates_have_words_and_no_bounds() {
    let stage = Stage::bare();
    stage.write("story.txt", "They met last week, and recently. They leave in May 2027.");
    let dates = |arguments: &[&str]| -> Vec<(String, Json, Json, Json)> {
        let found = explained(&stage, arguments);
        let of = |date: &Json| {
            let text = date["text"].as_str().unwrap().to_owned();
            (text, date["timex_value"].clone(), date["earliest"].clone(), date["latest"].clone())
        };
        list(&found, "dates").iter().map(of).collect()
    };
    let absolute = ("May 2027".to_owned(), json!("2027-05"), json!("2027-05-01"), json!("2027-05-31"));
    let vague = ("recently".to_owned(), json!("PAST_REF"), Json::Null, Json::Null);
    let undated = dates(&["story.txt"]);
    assert_eq!((&undated[0].0[..], &undated[0].2, &undated[0].3), ("last week", &Json::Null, &Json::Null));
    assert_eq!(undated[1..], [vague.clone(), absolute.clone()]);
    let week = ("last week".to_owned(), json!("2024-W29"), json!("2024-07-15"), json!("2024-07-21"));
    assert_eq!(dates(&["story.txt", "--published", "2024-07-22"]), [week, vague, absolute]);
    assert!(stage.ok(&["explain", "story.txt"]).contains("\nundated: "));
}

#[test]
fn the_names_of_the_database_are_read() {
    let stage = Stage::new();
    stage.write("story.txt", "Some 300 soldiers will leave Camp Quince in May 2025.");
    let keys = || -> Vec<String> {
        let found = explained(&stage, &["story.txt"]);
        list(&found, "entities").iter().map(|name| name["key"].as_str().unwrap().to_owned()).collect()
    };
    assert!(!keys().contains(&"quince-airfield".to_owned()));
    stage.ok(&["entities", "add", "quince-airfield", "--name", "Camp Quince", "--kind", "base"]);
    assert!(keys().contains(&"quince-airfield".to_owned()), "{:?}", keys());
}

#[test]
fn standard_input_claim_files_and_files_of_several_articles_are_read() {
    let stage = Stage::bare();
    let text = "Some 300 US troops left Iraq in May 2024.";
    let ran = stage.with_input(&["explain", "-", "--format", "json"], text);
    assert_eq!(serde_json::from_str::<Json>(&ran.out).unwrap()["text"], text, "{}", ran.err);
    stage.write("one.txt", text);
    let header = "[article]\nfile = \"one.txt\"\nkey = \"one\"\npublished = 2024-06-01\n";
    stage.write("one.claims.toml", &format!("{header}{}", claim("300 US troops left Iraq", "")));
    let found = explained(&stage, &["one.claims.toml"]);
    assert_eq!((&found["key"], &found["published"]), (&json!("one"), &json!("2024-06-01")));
    stage.write("two.jsonl", "{\"key\": \"a\", \"text\": \"Early in May 2024.\"}\n{\"key\": \"b\", \"text\": \"Late in May 2024.\"}\n");
    let found = explained(&stage, &["two.jsonl"]);
    assert_eq!((&found[0]["key"], &found[1]["key"], &found[2]), (&json!("a"), &json!("b"), &Json::Null));
}

#[test]
fn another_language_is_not_read() {
    let stage = Stage::bare();
    stage.write("un.txt", &article("un", "language: fr", "300 soldats ont quitté Bagdad en mai 2024."));
    assert_eq!(explained(&stage, &["un.txt"])["sentences"], json!([]));
    assert!(stage.ok(&["explain", "un.txt"]).contains("not read: its language is fr"));
}

#[test]
fn what_holds_no_article_is_refused_with_the_reason() {
    let stage = Stage::bare();
    stage.write("folder/story.txt", "Nothing.");
    stage.write("entities.toml", "[[entity]]\nkey = \"x\"\nname = \"X\"\nkind = \"place\"\n");
    stage.write("bad.jsonl", "{\"text\": \"They left in May 2024.\"}\n{\"title\": 7}\n");
    for (what, reason) in [
        ("folder", "folder: this is a folder"),
        ("entities.toml", "entities.toml: there is no article in it"),
        ("nowhere", "there is no file 'nowhere', and"),
    ] {
        let message = stage.refused(&["explain", what]);
        assert!(message.contains(reason), "{message}");
    }
    let ran = stage.run(&["explain", "bad.jsonl", "--format", "json"]);
    assert_eq!(ran.code, 1, "what cannot be read is said, and the rest is explained");
    assert!(ran.err.contains("bad.jsonl:2") && ran.out.contains("May 2024"), "{}{}", ran.err, ran.out);
    let with_database = Stage::new();
    let message = with_database.refused(&["explain", "nowhere"]);
    assert!(message.contains("'nowhere'") && message.contains("no article has the key"), "{message}");
}
