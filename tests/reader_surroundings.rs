//! The claims of an article are its own: whatever else is imported with it, in whatever order, in whatever time zone.
#![allow(clippy::unwrap_used)]

mod stage;

use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value as Json;
use stage::{Stage, article, assert_same};

/// Articles that name one another's people and places, and would betray a memory from one to the next.
const ARTICLES: &[(&str, &str, &str)] = &[
    (
        "chad",
        "title: Leaving Chad\npublished: 2024-11-29\npublisher: Reuters",
        "French troops will leave Chad by the end of January, Emmanuel Macron said on Thursday. \
         About 1,000 soldiers are stationed in N'Djamena. “We will hand over the base at Abeche on 20 December,” he said.",
    ),
    (
        "kunduz",
        "title: Kunduz\npublished: 2015-10-02",
        "The Taliban attacked Kunduz on Monday. At least 23 Afghan soldiers were killed and 40 wounded, officials told the BBC. \
         The group has about 30,000 fighters.",
    ),
    (
        "there",
        "title: No names\npublished: 2019-03-04",
        "About 400 soldiers will remain there until December. They were sent last year. Talks are expected next week.",
    ),
    (
        "undated",
        "title: No date",
        "The troops will leave in September, two sources said. Three soldiers were killed on Friday.",
    ),
];

/// Imports files in this order, a run each or all in one, in a time zone; gives the database.
fn imported(order: &[usize], runs: Runs, zone: Option<&str>) -> Stage {
    let stage = Stage::new();
    for (key, metadata, text) in ARTICLES {
        stage.write(&format!("{key}.txt"), &article(key, metadata, text));
    }
    let files: Vec<String> = order.iter().map(|at| format!("{}.txt", ARTICLES[*at].0)).collect();
    let runs: Vec<&[String]> = match runs {
        Runs::One => vec![&files],
        Runs::Each => files.chunks(1).collect(),
    };
    for files in runs {
        // The stage imports without reading; here the reading is what is looked at.
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdb"));
        command.arg("import").args(files).current_dir(stage.path("")).env_remove("FACTDB");
        if let Some(zone) = zone {
            command.env("TZ", zone);
        }
        let ran = command.output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
    stage
}

#[derive(Clone, Copy)]
enum Runs {
    One,
    Each,
}

/// The claims of an article, a line each.
fn claims(stage: &Stage, key: &str) -> Vec<String> {
    let of_article = |claim: &Json| claim["article"] == key;
    stage.dumped("claim").iter().filter(|claim| of_article(claim)).map(Json::to_string).collect()
}

/// All of them in one run, for comparison.
fn together() -> &'static Stage {
    static TOGETHER: OnceLock<Stage> = OnceLock::new();
    TOGETHER.get_or_init(|| imported(&[0, 1, 2, 3], Runs::One, None))
}

#[test]
fn an_article_has_the_same_claims_whatever_is_imported_with_it() {
    for (at, (key, ..)) in ARTICLES.iter().enumerate().step_by(2) {
        let alone = claims(&imported(&[at], Runs::One, None), key);
        assert!(alone.len() >= 2, "{key} has claims to compare: {alone:?}");
        assert_same(&alone.join("\n"), &claims(together(), key).join("\n"), key);
    }
}

#[test]
fn the_order_of_articles_and_runs_does_not_show_in_their_claims() {
    for (order, runs) in [([3, 2, 1, 0], Runs::One), ([2, 0, 3, 1], Runs::Each)] {
        assert_same(&together().dump(), &imported(&order, runs, None).dump(), &format!("{order:?}"));
    }
}

#[test]
fn the_time_zone_does_not_show_in_the_claims() {
    // Fourteen hours before and twelve behind: one of them is always on another day than UTC.
    for zone in ["Pacific/Kiritimati", "<-12>12"] {
        assert_same(&together().dump(), &imported(&[0, 1, 2, 3], Runs::One, Some(zone)).dump(), zone);
    }
}

#[test]
fn what_is_relative_has_no_bounds_without_a_day_of_publication() {
    let stage = imported(&[3], Runs::One, None);
    let dated = stage.column("SELECT when_text FROM claims WHERE when_text IS NOT NULL ORDER BY 1");
    assert!(!dated.is_empty(), "words are kept");
    let bounded = stage
        .column("SELECT when_text FROM claims WHERE when_earliest IS NOT NULL OR when_latest IS NOT NULL");
    assert_eq!(bounded, Vec::<String>::new(), "a date from nowhere");
}
