//! What reports count: within a day, a place, a publisher; after merges, verdicts and corrections; with every article.
#![allow(clippy::unwrap_used)]

mod stage;

use std::collections::BTreeSet;

use serde_json::Value as Json;
use stage::{Stage, article, assert_same, claim};

/// The values of a column.
fn values(rows: &[Json], column: &str) -> BTreeSet<String> {
    rows.iter().filter_map(|row| row[column].as_str().map(str::to_owned)).collect()
}

/// All reports as one text, to compare.
fn all(stage: &Stage) -> String {
    stage.ok(&["report", "all", "--format", "csv"])
}

const JULY: [&str; 2] = ["antiwar-2024-07-22-drawdown", "trt-world-2024-07-22-drawdown"];

#[test]
fn as_of_a_day_shows_what_was_published_by_then_and_nothing_later() {
    let stage = Stage::example();
    let july: BTreeSet<String> = JULY.map(str::to_owned).into();
    for report in ["articles", "schedules", "troop-figures"] {
        assert_eq!(
            values(&stage.report(report, &["--as-of", "2024-08-01"]), "article_key"),
            july,
            "{report}"
        );
    }
    let printed = stage.ok(&["report", "all", "--format", "csv", "--as-of", "2024-08-01"]);
    let evidence = printed.find("agrees,").unwrap_or(printed.len());
    for later in ["2024-08-15", "2024-09-06", "2024-09-10"] {
        assert!(!printed[..evidence].contains(later), "{later} is after the day");
    }
    assert_eq!(stage.report("articles", &["--as-of", "2024-07-21"]).len(), 0);
    assert_eq!(stage.report("articles", &["--as-of", "2024-07-22"]).len(), 2);
    assert_eq!(stage.one("SELECT count(*) FROM scope WHERE as_of IS NULL"), "1", "nothing is written");
}

#[test]
fn a_place_includes_everything_inside_it() {
    let stage = Stage::example();
    let rows = stage.report("schedules", &["--place", "iraq"]);
    let places = values(&rows, "place");
    for inside in ["Iraq", "Erbil", "Baghdad", "Ain al-Asad"] {
        assert!(places.contains(inside), "{inside} is not in {places:?}");
    }
    for outside in ["Syria", "Washington"] {
        assert!(!places.contains(outside), "{outside} is in Iraq");
    }
    assert_eq!(
        values(&stage.report("schedules", &["--place", "erbil"]), "place"),
        BTreeSet::from(["Erbil".to_owned()])
    );
    assert_eq!(stage.report("schedules", &["--place", "Iraq"]), rows, "by name as by key");
    let asia = stage.report("schedules", &["--place", "middle-east"]);
    assert!(asia.len() >= rows.len(), "a region holds its countries");
}

#[test]
fn figures_of_iraq_and_syria_stand_side_by_side_as_they_were_said() {
    let stage = Stage::example();
    let figures = |place: &str, number: i64| -> Vec<String> {
        let rows = stage.report(
            "troop-figures",
            &["--place", place, "--subject", "us-forces", "--predicate", "stationed"],
        );
        let named = rows.iter().filter(|row| row["best"] == number);
        named
            .map(|row| {
                format!(
                    "{} {}",
                    row["figure"].as_str().unwrap(),
                    row["article_key"].as_str().unwrap().len() > 3
                )
            })
            .collect()
    };
    let iraq = figures("iraq", 2500);
    assert_eq!(iraq.iter().filter(|figure| *figure == "about 2,500 troops true").count(), 4, "{iraq:?}");
    assert_eq!(iraq.iter().filter(|figure| *figure == "2,500 troops true").count(), 1, "{iraq:?}");
    assert_eq!(figures("syria", 900).len(), 3);
}

#[test]
fn every_filter_keeps_what_it_names_and_nothing_else() {
    let stage = Stage::example();
    let every = stage.report("schedules", &[]);
    for (option, value, column, shown) in [
        ("--subject", "us-led-coalition", "who", "US-led coalition"),
        ("--publisher", "TRT World", "source", "digest of TRT World"),
        ("--publisher", "trt-world", "source", "digest of TRT World"),
    ] {
        let kept = stage.report("schedules", &[option, value]);
        let expected: Vec<Json> = every
            .iter()
            .filter(|row| row[column].as_str().is_some_and(|said| said.starts_with(shown)))
            .cloned()
            .collect();
        assert!(!expected.is_empty());
        assert_eq!(kept, expected, "{option} {value}");
    }
    let kept = stage.report("schedules", &["--predicate", "end_mission"]);
    let expected: Vec<Json> = every
        .iter()
        .filter(|row| row["what"].as_str().unwrap().starts_with("end_mission"))
        .cloned()
        .collect();
    assert_eq!(kept, expected);
    assert!(stage.run(&["report", "schedules", "--predicate", "leave"]).code == 2);
    assert!(stage.refused(&["report", "schedules", "--place", "irak-"]).contains("irak-"));
}

#[test]
fn since_and_until_keep_what_can_be_of_that_time() {
    let stage = Stage::example();
    let every = stage.report("schedules", &[]);
    let kept = stage.report("schedules", &["--since", "2025-09-01", "--until", "2025-12-31"]);
    let day = |row: &Json, column: &str| row[column].as_str().map(str::to_owned);
    let fits = |row: &&Json| {
        let (earliest, latest) = (day(row, "earliest"), day(row, "latest"));
        (earliest.is_some() || latest.is_some())
            && latest.is_none_or(|latest| latest.as_str() >= "2025-09-01")
            && earliest.is_none_or(|earliest| earliest.as_str() <= "2025-12-31")
    };
    let expected: Vec<Json> = every.iter().filter(fits).cloned().collect();
    assert!(!expected.is_empty() && expected.len() < every.len());
    assert_eq!(kept, expected);
}

#[test]
fn a_merge_changes_reports_at_once_and_a_split_brings_back_exactly_what_was() {
    let stage = Stage::example();
    let (before, dump) = (all(&stage), stage.dump());
    let subjects = |words: &str| stage.report("schedules", &["--subject", words]).len();
    let (one, other) = (subjects("us-forces"), subjects("us-led-coalition"));
    assert!(one > 0 && other > 0);
    stage.ok(&["entities", "merge", "us-led-coalition", "--into", "us-forces"]);
    assert!(!values(&stage.report("schedules", &[]), "who").contains("US-led coalition"));
    for words in ["us-forces", "us-led-coalition"] {
        assert_eq!(subjects(words), one + other, "{words}");
    }
    assert!(all(&stage) != before);
    stage.ok(&["entities", "split", "us-led-coalition"]);
    assert_same(&all(&stage), &before, "reports after the split");
    assert_same(&stage.dump(), &dump, "dump after the split");
}

#[test]
fn questions_of_what_was_merged_are_asked_under_either_name() {
    let stage = Stage::example();
    stage.ok(&["entities", "merge", "us-led-coalition", "--into", "us-forces"]);
    let mut all = stage.report("corroboration", &[]);
    all.retain(|row| row["subject_key"] == "us-forces");
    assert!(!all.is_empty());
    assert_eq!(stage.report("corroboration", &["--subject", "us-forces"]), all);
    for report in ["corroboration", "changes", "contradictions", "timeline", "due"] {
        let asked = |words: &str| stage.report(report, &["--subject", words, "--place", "iraq"]);
        assert_eq!(asked("us-led-coalition"), asked("us-forces"), "{report}");
    }
    let predicate = ["--subject", "us-led-coalition", "--predicate", "withdraw"];
    assert!(!stage.report("corroboration", &predicate).is_empty());
}

/// The key of the claim with the figure of 168,000.
fn peak(stage: &Stage) -> String {
    stage.one("SELECT key FROM claims WHERE quantity_best = 168000")
}

#[test]
fn a_rejected_claim_leaves_every_report_and_comes_back_when_the_verdict_is_withdrawn() {
    let stage = Stage::example();
    let before = all(&stage);
    let key = peak(&stage);
    stage.ok(&["review", "reject", &key, "--note", "counts allies"]);
    for report in factdb::report::reports().iter().filter(|report| report.name != "evidence") {
        let printed = stage.ok(&["report", &report.name, "--format", "csv"]);
        assert!(!printed.contains(&key) && !printed.contains("168,000"), "{} still has it", report.name);
    }
    assert_eq!(
        stage.one(&format!("SELECT review || is_current FROM claim_details WHERE claim_key = '{key}'")),
        "rejected0"
    );
    stage.ok(&["import", stage::repository().join("seeds/example").to_str().unwrap()]);
    assert!(
        !stage.ok(&["report", "troop-figures"]).contains("168,000"),
        "imported again, the verdict stands"
    );
    stage.ok(&["review", "withdraw", &key]);
    assert_same(&all(&stage), &before, "reports after the verdict was withdrawn");
    assert_eq!(stage.column("SELECT verdict FROM reviews ORDER BY id"), ["rejected", "withdrawn"]);
    assert_eq!(stage.ok(&["check"]), "all is well\n");
}

#[test]
fn a_corrected_claim_gives_way_to_its_replacement() {
    let stage = Stage::example();
    let key = peak(&stage);
    let counted = stage.one("SELECT count(*) FROM current_claims");
    stage.ok(&["review", "correct", &key, "--set", "quantity.best=170000", "--note", "misread"]);
    let rows = stage.report("troop-figures", &["--place", "iraq"]);
    let figures = values(&rows, "figure");
    assert!(figures.contains("170,000 troops") && !figures.contains("168,000 troops"), "{figures:?}");
    assert_eq!(stage.one("SELECT count(*) FROM current_claims"), counted);
    assert_eq!(
        stage.one("SELECT count(*) FROM claims WHERE quantity_best IN (168000, 170000)"),
        "2",
        "both rows stay"
    );
    assert_eq!(stage.ok(&["check"]), "all is well\n");
}

#[test]
fn an_extracted_claim_is_counted_until_a_curated_one_covers_its_words() {
    let stage = Stage::new();
    stage
        .write("a.txt", &article("a", "title: A", "About 300 soldiers leave Erbil in May, and others stay."));
    let fields = "place = \"erbil\"\nquantity = { best = 300, qualifier = \"about\", unit = \"troops\" }";
    let header = "[article]\nkey = \"a\"\nfile = \"a.txt\"\n";
    let stationed = claim("others stay", "").replace("withdraw", "remain");
    stage.write("c.toml", &format!("{header}{stationed}"));
    stage.imported(&["c.toml"]);
    stage
        .connection()
        .execute_batch(
            "CREATE TEMP TABLE copy AS SELECT * FROM claims;
             UPDATE temp.copy SET id = NULL, key = '0123456789abcdef', reading_hash = 'fedcba9876543210', method = 'extracted', rule = 'test',
                 predicate = 'withdraw', quote = '300 soldiers leave Erbil', quote_start = 6, quote_end = 30,
                 quantity_best = 300, quantity_low = 300, quantity_high = 300, quantity_qualifier = 'exact', quantity_unit = 'troops';
             INSERT INTO claims SELECT * FROM temp.copy;",
        )
        .unwrap();
    let figures =
        || stage.report("troop-figures", &[]).iter().map(|row| row["figure"].to_string()).collect::<Vec<_>>();
    assert_eq!(figures(), ["\"300 troops\""], "a curated claim of another predicate hides nothing");
    stage.write("d.toml", &format!("{header}{stationed}{}", claim("About 300 soldiers leave Erbil", fields)));
    stage.imported(&["d.toml"]);
    assert_eq!(figures(), ["\"about 300 troops\""]);
    assert_eq!(stage.one("SELECT count(*) FROM claims WHERE predicate = 'withdraw'"), "2", "both rows stay");
    assert_eq!(stage.one("SELECT is_current FROM claim_details WHERE method = 'extracted'"), "0");
    let curated = stage.one("SELECT key || ':' || reading_hash FROM claims WHERE quote LIKE 'About%'");
    stage.ok(&["review", "reject", &curated]);
    assert_eq!(figures(), ["\"300 troops\""], "a rejected claim covers nothing");
}

#[test]
fn articles_without_title_date_or_publisher_show_up_in_every_count() {
    let stage = Stage::new();
    let fields = "place = \"iraq\"\nspeaker = { text = \"a source\", kind = \"anonymous\" }\n\
        quantity = { best = 300, qualifier = \"exact\", unit = \"troops\" }\n\
        when = { text = \"by 2026\", relation = \"by\", latest = \"2025-12-31\", precision = \"year\" }";
    stage.write(
        "bare.claims.toml",
        &format!(
            "[article]\ntext = \"300 soldiers leave Iraq by 2026.\"\nkey = \"bare\"\n{}",
            claim("300 soldiers leave Iraq by 2026", fields)
        ),
    );
    stage.write("silent.txt", "Nothing of note happened.");
    stage.imported(&["bare.claims.toml", "silent.txt"]);
    for scope in [&[][..], &["--as-of", "2000-01-01"], &["--place", "iraq"]] {
        let articles = stage.report("articles", scope);
        // Where a place is asked for, what claims nothing about it is not listed.
        assert_eq!(articles.len(), if scope.contains(&"--place") { 1 } else { 2 }, "{scope:?}");
        let bare = articles.iter().find(|row| row["article_key"] == "bare").unwrap();
        assert_eq!(
            (&bare["published"], &bare["source"], &bare["claims"]),
            (&"(undated)".into(), &"(publisher not known)".into(), &1.into())
        );
        assert!(bare["title"].as_str().unwrap().starts_with("(untitled"));
        for report in ["schedules", "troop-figures"] {
            let rows = stage.report(report, scope);
            assert_eq!((rows.len(), &rows[0]["published"]), (1, &"(undated)".into()), "{report} {scope:?}");
        }
        let timeline = stage.report("timeline", scope);
        assert_eq!((&timeline[0]["articles"], &timeline[0]["origins"]), (&1.into(), &1.into()), "{scope:?}");
        let sources = stage.report("sources", scope);
        assert_eq!((&sources[0]["claims"], &sources[0]["articles"]), (&1.into(), &1.into()), "{scope:?}");
        let coverage = stage.report("coverage", scope);
        assert_eq!((&coverage[0]["articles"], &coverage[0]["silent"]), (&1.into(), &1.into()), "{scope:?}");
    }
    assert_eq!(stage.one("SELECT origin_key || origin_known FROM claim_details"), "bare0");
}

/// The program takes a file with a claim of so high a number for one of many claims, half of which have higher numbers than the other.
const AS_OF_MANY_CLAIMS: &str = "UPDATE claims SET id = id + 200000 WHERE id % 2 = 1";

#[test]
fn reports_of_many_claims_are_printed_as_their_views_are() {
    let stage = Stage::example();
    stage.connection().execute_batch(AS_OF_MANY_CLAIMS).unwrap();
    for name in ["schedules", "troop-figures", "changes", "evidence"] {
        let by_parts = stage.ok(&["report", name, "--format", "csv"]);
        // Of two reports at once, each is read as a whole.
        let whole = stage.ok(&["report", name, "edits", "--format", "csv"]);
        let (_, whole) = whole.split_once('\n').unwrap();
        assert!(by_parts.lines().count() > 3 && whole.starts_with(&by_parts), "{name}: {by_parts}\n{whole}");
    }
}

/// Two hundred more of every claim.
const MORE_CLAIMS: &str = "CREATE TEMP TABLE more AS
        WITH RECURSIVE times (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM times WHERE number < 200)
        SELECT claims.* FROM times CROSS JOIN claims;
    UPDATE more SET id = NULL, key = printf('%016x', rowid);
    INSERT INTO claims SELECT * FROM more;
    DROP TABLE more";

#[test]
fn reports_of_many_chosen_claims_are_printed_as_their_views_are() {
    let stage = Stage::example();
    stage.connection().execute_batch(MORE_CLAIMS).unwrap();
    let place = ["--place", "iraq"];
    assert!(stage.report("evidence", &place).len() > 5_000, "too few for parts");
    for name in ["schedules", "troop-figures", "casualties", "evidence"] {
        let by_parts = stage.ok(&["report", name, "--format", "csv", "--place", "iraq"]);
        let whole = stage.ok(&["report", name, "edits", "--format", "csv", "--place", "iraq"]);
        let (_, whole) = whole.split_once('\n').unwrap();
        assert!(by_parts.lines().count() > 100 && whole.starts_with(&by_parts), "{name}");
    }
}

#[test]
fn evidence_is_that_of_the_claims_that_are_asked_for() {
    let stage = Stage::example();
    stage.ok(&["review", "reject", &peak(&stage)]);
    let asked = stage.report("evidence", &["--subject", "us-forces", "--predicate", "stationed"]);
    let keys: BTreeSet<String> = values(&asked, "claim_key");
    let there = stage.column(
        "SELECT key FROM claims WHERE predicate = 'stationed' AND subject_id = (SELECT id FROM entities WHERE key = 'us-forces')",
    );
    assert_eq!(keys, there.into_iter().collect(), "with what was rejected");
}

#[test]
fn articles_are_those_of_the_claims_that_are_asked_for() {
    let stage = Stage::example();
    stage.write("silent.md", "---\nkey: silent\npublisher: TRT World\n---\nNothing of note happened.");
    stage.imported(&["silent.md"]);
    let keys = |arguments: &[&str]| values(&stage.report("articles", arguments), "article_key");
    let (every, of_publisher) = (keys(&[]), keys(&["--publisher", "trt-world"]));
    assert_eq!(every.len(), 6, "also what claims nothing");
    assert!(of_publisher.len() > 1 && of_publisher.iter().any(|key| key.contains("silent")));
    let asked: [&[&str]; 6] = [
        &["--place", "syria"],
        &["--subject", "us-forces"],
        &["--predicate", "withdraw"],
        &["--since", "2026-01-01"],
        &["--place", "syria", "--as-of", "2024-08-01"],
        &["--place", "iraq", "--publisher", "trt-world"],
    ];
    for arguments in asked {
        let rows = stage.report("articles", arguments);
        assert!(!rows.is_empty() && rows.iter().all(|row| row["claims"] != 0), "{arguments:?}");
        // Evidence is of the same claims, but in every version and day, and whatever became of them.
        let evidence = values(&stage.report("evidence", &arguments[..2]), "article_key");
        assert!(values(&rows, "article_key").is_subset(&evidence), "{arguments:?}");
        if arguments.contains(&"--publisher") {
            assert!(values(&rows, "article_key").is_subset(&of_publisher));
        }
    }
    assert!(keys(&["--predicate", "wounded", "--place", "mali"]).is_empty());
}

#[test]
fn an_article_whose_claim_was_rejected_is_not_listed_for_it() {
    let stage = Stage::new();
    let fields = "place = \"iraq\"\nquantity = { best = 300, qualifier = \"exact\", unit = \"troops\" }";
    let claims = claim("300 soldiers leave Iraq", fields);
    stage.write(
        "one.claims.toml",
        &format!("[article]\ntext = \"300 soldiers leave Iraq.\"\nkey = \"one\"\n{claims}"),
    );
    stage.imported(&["one.claims.toml"]);
    assert_eq!(stage.report("articles", &["--place", "iraq"]).len(), 1);
    let key = stage.one("SELECT key || ':' || reading_hash FROM claims");
    stage.ok(&["review", "reject", &key]);
    assert!(stage.report("articles", &["--place", "iraq"]).is_empty());
    assert_eq!(stage.report("articles", &[]).len(), 1);
}
