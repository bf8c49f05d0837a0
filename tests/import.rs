//! Importing: the same input gives the same content, once or twice, in any order; versions; what a text is recognised by.
#![allow(clippy::unwrap_used)]

mod stage;

use serde_json::Value as Json;
use stage::{Stage, article, assert_same, claim, repository};

/// Some counts of a summary.
fn counts(summary: &Json) -> [i64; 4] {
    ["articles_added", "articles_unchanged", "articles_updated", "versions_added"]
        .map(|name| summary[name].as_i64().unwrap())
}

fn example_files() -> Vec<String> {
    let mut files: Vec<String> = std::fs::read_dir(repository().join("seeds/example"))
        .unwrap()
        .map(|entry| entry.unwrap().path().to_str().unwrap().to_owned())
        .collect();
    files.sort();
    files
}

#[test]
fn a_second_import_adds_nothing_and_changes_nothing() {
    let stage = Stage::example();
    let before = stage.dump();
    let summary = stage.imported(&[repository().join("seeds/example").to_str().unwrap()]);
    assert_eq!(counts(&summary), [0, 5, 0, 0]);
    assert_eq!((&summary["claims_added"], &summary["claims_unchanged"]), (&Json::from(0), &Json::from(80)));
    assert_eq!(summary["entities_added"], 0);
    assert_same(&stage.dump(), &before, "a second import");
}

#[test]
fn the_order_of_arguments_and_runs_does_not_show() {
    let expected = Stage::example().dump();
    let mut files = example_files();
    for order in 0..3 {
        files.rotate_left(3);
        if order == 1 {
            files.reverse();
        }
        let stage = Stage::new();
        stage.imported(&files.iter().map(String::as_str).collect::<Vec<_>>());
        assert_same(&stage.dump(), &expected, &format!("{files:?}"));
    }
    let stage = Stage::new();
    for file in files
        .iter()
        .filter(|file| file.ends_with(".md"))
        .chain(files.iter().filter(|file| file.ends_with(".toml")))
    {
        stage.imported(&[file]);
    }
    assert_same(&stage.dump(), &expected, "one run a file, articles first");
}

const OLD: &str = "Some 900 soldiers are in Iraq, the ministry said.\n";
const NEW: &str = "Some 850 soldiers are in Iraq, the ministry said.\n";
const NEWEST: &str = "Some 800 soldiers are in Iraq, the ministry said.\n";

/// Version, whether it is superseded, and the first number of every text of an article, oldest first.
fn versions(stage: &Stage) -> Vec<String> {
    stage.column(
        "SELECT version || ' ' || substr(text, 6, 3) || coalesce(' before ' || (SELECT version FROM articles AS next
             WHERE next.id = articles.superseded_by), '') FROM articles ORDER BY key, version",
    )
}

#[test]
fn another_text_under_the_same_key_is_another_version_ordered_by_change_then_capture() {
    let chain = ["1 900 before 2", "2 850 before 3", "3 800"];
    for (old, new, newest) in [
        ("modified: 2024-07-01", "modified: 2024-07-02", "modified: 2024-07-03"),
        ("retrieved: 2024-07-01", "retrieved: 2024-07-02", "retrieved: 2024-07-02T10:00:00Z"),
        ("published: 2024-07-01", "published: 2024-07-02", "published: 2024-07-03"),
        ("retrieved: 2024-09-01", "modified: 2024-07-02", "modified: 2024-07-02\nretrieved: 2024-07-03"),
    ] {
        let orders = [["o.txt", "n.txt", "s.txt"], ["s.txt", "n.txt", "o.txt"], ["n.txt", "s.txt", "o.txt"]];
        let mut dumps = Vec::new();
        for order in orders {
            let stage = Stage::new();
            stage.write("o.txt", &article("a", old, OLD));
            stage.write("n.txt", &article("a", new, NEW));
            stage.write("s.txt", &article("a", newest, NEWEST));
            assert_eq!(counts(&stage.imported(&order)), [1, 0, 0, 2]);
            assert_eq!(versions(&stage), chain, "{order:?} with {old}");
            assert_eq!(stage.column("SELECT length(text) FROM current_articles").len(), 1);
            assert!(stage.one("SELECT text FROM current_articles").contains("800"));
            dumps.push(stage.dump());
        }
        for dump in &dumps {
            assert_same(dump, &dumps[0], old);
        }
    }
}

#[test]
fn versions_without_dates_do_not_depend_on_the_order_of_arguments() {
    let mut dumps = Vec::new();
    for order in [["o.txt", "n.txt"], ["n.txt", "o.txt"]] {
        let stage = Stage::new();
        stage.write("o.txt", &article("a", "title: A", OLD));
        stage.write("n.txt", &article("a", "title: A", NEW));
        stage.imported(&order);
        dumps.push(stage.dump());
    }
    assert_same(&dumps[0], &dumps[1], "another order of arguments");
}

#[test]
fn an_older_capture_imported_later_is_not_the_current_one() {
    let stage = Stage::new();
    stage.write("new.txt", &article("a", "retrieved: 2024-07-05", NEW));
    stage.write("old.txt", &article("a", "retrieved: 2024-07-01", OLD));
    stage.imported(&["new.txt"]);
    stage.imported(&["old.txt"]);
    assert_eq!(versions(&stage), ["1 900 before 2", "2 850"]);
    assert_eq!(stage.report("articles", &[])[0]["versions"], 2);
    assert!(stage.ok(&["show", "a"]).contains("850"));
}

#[test]
fn new_metadata_updates_the_row_and_silence_leaves_it() {
    let stage = Stage::new();
    stage.write("a.txt", &article("a", "title: First", OLD));
    stage.write("b.txt", &article("a", "title: Second\npublished: 2024-07-01\npublisher: Reuters", OLD));
    stage.write("c.txt", &article("a", "author: Ann Example", OLD));
    stage.imported(&["a.txt"]);
    assert_eq!(counts(&stage.imported(&["b.txt"])), [0, 0, 1, 0]);
    assert_eq!(counts(&stage.imported(&["c.txt"])), [0, 0, 1, 0]);
    assert_eq!(counts(&stage.imported(&["c.txt"])), [0, 1, 0, 0]);
    let stored = &stage.dumped("article")[0];
    let expected = [
        ("title", "Second"),
        ("published", "2024-07-01"),
        ("publisher", "reuters"),
        ("author", "Ann Example"),
    ];
    for (field, value) in expected {
        assert_eq!(stored[field], value);
    }
    let hits = |word: &str| {
        stage.one(&format!("SELECT count(*) FROM article_search WHERE article_search MATCH '{word}'"))
    };
    assert_eq!((hits("Second"), hits("First")), ("1".to_owned(), "0".to_owned()));
}

#[test]
fn one_text_under_two_mastheads_is_two_articles() {
    let stage = Stage::new();
    for (file, publisher) in [("a.txt", "Reuters"), ("b.txt", "BBC"), ("c.txt", "The Example Gazette")] {
        stage.write(
            file,
            &article("", &format!("title: Troops\npublisher: {publisher}\npublished: 2024-07-01"), OLD),
        );
    }
    stage.imported(&["a.txt", "b.txt", "c.txt"]);
    let keys = stage.column("SELECT key FROM articles ORDER BY key");
    assert_eq!(keys.len(), 3, "{keys:?}");
    assert!(keys.iter().all(|key| key.ends_with("2024-07-01-troops")), "{keys:?}");
    assert_eq!(counts(&stage.imported(&["c.txt", "b.txt", "a.txt"])), [0, 3, 0, 0]);
}

#[test]
fn addresses_are_recognised_whatever_trails_behind_them() {
    let stage = Stage::new();
    stage.write("a.txt", &article("", "url: https://example.org/troops?id=7", OLD));
    stage.write("b.txt", &article("", "url: https://EXAMPLE.org/troops?utm_source=x&id=7#top", OLD));
    stage.imported(&["a.txt"]);
    assert_eq!(counts(&stage.imported(&["b.txt"])), [0, 1, 0, 0]);
    assert_eq!(stage.one("SELECT key FROM articles"), "https://example.org/troops?id=7");
}

#[test]
fn a_nameless_text_takes_the_name_that_a_claim_file_gives_it() {
    let quoted = claim("Some 900 soldiers", "subject = \"us-forces\"");
    let named = format!("[article]\nkey = \"troops-in-iraq\"\nfile = \"a.txt\"\n{quoted}");
    let stage = Stage::new();
    stage.write("a.txt", OLD);
    stage.imported(&["a.txt"]);
    let nameless = stage.one("SELECT key FROM articles");
    assert!(nameless.starts_with("text-"), "{nameless}");
    stage.write("c.json", &format!("{{\"article\": {{\"key\": \"{nameless}\"}}, \"claims\": [{{\"quote\": \"900 soldiers\", \"predicate\": \"stationed\", \"stance\": \"asserted\"}}]}}"));
    stage.imported(&["c.json"]);
    stage.write("a.claims.toml", &named);
    stage.imported(&["a.claims.toml"]);
    assert_eq!(stage.column("SELECT DISTINCT key FROM articles"), ["troops-in-iraq"]);
    assert_eq!(stage.column("SELECT predicate FROM claims ORDER BY 1"), ["stationed", "withdraw"]);

    // As if the name had been known from the beginning.
    let other = Stage::new();
    other.write("a.txt", OLD);
    other.write("a.claims.toml", &named);
    other.write(
        "c.json",
        &std::fs::read_to_string(stage.path("c.json")).unwrap().replace(&nameless, "troops-in-iraq"),
    );
    other.imported(&["a.claims.toml", "c.json", "a.txt"]);
    assert_same(&other.dump(), &stage.dump(), "named late and from the beginning");
}

#[test]
fn verdicts_follow_a_text_that_is_given_a_name() {
    let stage = Stage::new();
    stage.write("a.txt", OLD);
    stage.imported(&["a.txt"]);
    let nameless = stage.one("SELECT key FROM articles");
    let fields = "quantity = { best = 900, qualifier = \"exact\", unit = \"troops\" }";
    stage.write("c.toml", &format!("[article]\nkey = \"{nameless}\"\n{}", claim("900 soldiers", fields)));
    stage.imported(&["c.toml"]);
    stage.ok(&["review", "correct", &stage.one("SELECT key FROM claims"), "--set", "quantity.best=901"]);
    stage.write("n.toml", "[article]\nkey = \"troops\"\nfile = \"a.txt\"\n");
    stage.imported(&["n.toml"]);
    assert_eq!(stage.column("SELECT quantity_best FROM current_claims"), ["901"]);
    assert_eq!(stage.ok(&["check"]), "all is well\n");
}

#[test]
fn a_nameless_text_and_its_named_twin_are_one_article_in_either_order() {
    for metadata in ["title: Troops\npublisher: Reuters", "url: https://example.org/troops", "key: troops"] {
        let mut dumps = Vec::new();
        for order in [["a.txt", "b.txt"], ["b.txt", "a.txt"]] {
            let stage = Stage::new();
            stage.write("a.txt", OLD);
            stage.write("b.txt", &article("", metadata, OLD));
            stage.imported(&order);
            assert_eq!(stage.column("SELECT key FROM articles").len(), 1, "{metadata} {order:?}");
            dumps.push(stage.dump());
        }
        assert_same(&dumps[0], &dumps[1], metadata);
    }
}

#[test]
fn a_headers_file_is_not_imported_a_second_time_on_its_own() {
    let stage = Stage::new();
    stage.write("in/a.txt", OLD);
    stage.write("in/a.claims.toml", "[article]\nkey = \"a\"\nfile = \"a.txt\"\ntitle = \"A\"\n");
    for paths in [&["in"][..], &["in/a.txt", "in/a.claims.toml"], &["in/../in/a.txt", "in"]] {
        stage.imported(paths);
        assert_eq!(stage.column("SELECT key FROM articles"), ["a"], "{paths:?}");
    }
}

#[test]
fn a_dry_run_says_what_would_happen_and_leaves_everything_as_it_is() {
    let stage = Stage::bare();
    stage.write("a.txt", OLD);
    assert!(stage.ok(&["import", "--dry-run", "a.txt"]).contains("1 article"));
    assert!(!stage.db().exists(), "a dry run made a database");

    let stage = Stage::new();
    stage.write("a.txt", OLD);
    stage.write("e.toml", "[[entity]]\nkey = \"free-army\"\nname = \"Free Army\"\nkind = \"armed_group\"\n");
    let before = (stage.dump(), stage.one("SELECT count(*) FROM imports"));
    let summary = stage.imported(&["--dry-run", "a.txt", "e.toml"]);
    assert_eq!((&summary["articles_added"], &summary["entities_added"]), (&Json::from(1), &Json::from(1)));
    assert_eq!((stage.dump(), stage.one("SELECT count(*) FROM imports")), before);
}

#[test]
fn standard_input_is_an_article_with_what_the_options_say() {
    let stage = Stage::new();
    let arguments = ["import", "-", "--published", "2024-07-22", "--publisher", "TRT World"];
    assert_eq!(stage.with_input(&arguments, OLD).code, 0);
    let stored = &stage.dumped("article")[0];
    assert_eq!(
        (stored["published"].as_str(), stored["published_from"].as_str()),
        (Some("2024-07-22"), Some("option"))
    );
    assert_eq!((stored["publisher"].as_str(), stored["text"].as_str()), (Some("trt-world"), Some(OLD)));
}

#[test]
fn every_run_is_recorded_with_what_it_did() {
    let stage = Stage::example();
    let row = stage.one(
        "SELECT command || ' ' || articles_added || ' ' || claims_added || ' ' || refused || ' ' || (finished >= started)
         FROM imports WHERE command = 'import'",
    );
    assert_eq!(row, "import 5 80 0 1");
}

#[test]
fn a_language_told_from_the_text_gives_way_to_metadata_in_any_order() {
    let german = "Der Rat teilte am Montag mit, dass einige der 900 Soldaten das Tal bis März verlassen werden, nach \
        monatelangen Gesprächen über die Straße und die beiden Brücken, sagte ein Sprecher der Stadt am Abend.\n";
    let plain = article("a", "", german);
    let marked = article("a", "language: gsw\n", german);
    for (first, second, languages) in [(&plain, &marked, ["de", "gsw"]), (&marked, &plain, ["gsw", "gsw"])] {
        let stage = Stage::new();
        for (text, language) in [first, second].into_iter().zip(languages) {
            stage.write("a.md", text);
            let summary = stage.imported(&["a.md"]);
            assert_eq!(stage.one("SELECT language FROM articles"), language);
            assert_eq!(summary["claims_read"], 0);
        }
    }
}
