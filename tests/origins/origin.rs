//! Whose text an article is, as reports count it.

use crate::stage::Stage;
use crate::texts::{BODY, cut, four, led, origins, write};

fn how(stage: &Stage, key: &str) -> String {
    stage.one(&format!(
        "SELECT origin_key || ' ' || origin_known || ' ' || origin_how FROM article_origins
         JOIN articles ON articles.id = article_id WHERE key = '{key}' AND superseded_by IS NULL"
    ))
}

#[test]
fn the_agency_that_one_of_the_copies_credits_stands_behind_all_of_them() {
    let stage = four();
    write(&stage, "beta", "title: Ends\npublisher: Beta News\npublished: 2024-07-23\nwire: Reuters", &led());
    stage.imported(&["beta.md"]);
    assert_eq!(how(&stage, "alpha"), "reuters 1 a near-copy of it credits Reuters");
    assert_eq!(how(&stage, "beta"), "reuters 1 credits Reuters");
    assert_eq!(
        how(&stage, "gamma"),
        "reuters 1 near-copy of alpha (1.00); of these texts one credits Reuters"
    );
    assert_eq!(how(&stage, "delta"), "delta-echo 1 its publisher");
    // A client takes the credit away, and what rested on it goes.
    stage.connection().execute_batch("UPDATE articles SET wire_id = NULL WHERE key = 'beta'").unwrap();
    assert_eq!(how(&stage, "gamma"), "alpha-post 1 near-copy of alpha (1.00) of Alpha Post");
}

#[test]
fn without_a_publisher_the_first_article_stands_for_its_copies() {
    let stage = Stage::new();
    write(&stage, "alpha", "published: 2024-07-22", BODY);
    write(&stage, "beta", "published: 2024-07-23\npublisher: Beta News", &led());
    write(&stage, "omega", "published: 2024-07-22", "A note that nobody else has.");
    stage.imported(&["alpha.md", "beta.md", "omega.md"]);
    assert_eq!(how(&stage, "alpha"), "alpha 0 only the article is known");
    assert_eq!(how(&stage, "beta"), "alpha 0 near-copy of alpha (1.00)");
    assert_eq!(how(&stage, "omega"), "omega 0 only the article is known");
}

#[test]
fn on_an_earlier_day_only_copies_that_were_there_count() {
    let stage = four();
    write(
        &stage,
        "gamma",
        "title: Steps\npublisher: Gamma Times\npublished: 2024-07-24\nwire: Reuters",
        &cut(),
    );
    stage.imported(&["gamma.md"]);
    assert_eq!(
        how(&stage, "beta"),
        "reuters 1 near-copy of alpha (1.00); of these texts one credits Reuters"
    );
    let scoped = |day: &str| stage.connection().execute("UPDATE scope SET as_of = ?1", [day]).unwrap();
    scoped("2024-07-23");
    assert_eq!(how(&stage, "beta"), "alpha-post 1 near-copy of alpha (1.00) of Alpha Post");
    scoped("2024-07-24");
    assert_eq!(
        how(&stage, "beta"),
        "reuters 1 near-copy of alpha (1.00); of these texts one credits Reuters"
    );
}

#[test]
fn an_original_that_appears_later_does_not_count_before_its_day() {
    let stage = Stage::new();
    write(&stage, "beta", "published: 2024-07-23\npublisher: Beta News", BODY);
    // Without a day of its own the copy is in every scope, the text that it is a copy of is not.
    write(&stage, "alpha", "publisher: Alpha Post", BODY);
    stage.imported(&["alpha.md", "beta.md"]);
    assert_eq!(origins(&stage), ["alpha=beta-news", "beta=beta-news"]);
    stage.connection().execute("UPDATE scope SET as_of = '2024-07-22'", []).unwrap();
    assert_eq!(origins(&stage), ["alpha=alpha-post", "beta=beta-news"]);
}

#[test]
fn merged_publishers_and_agencies_are_one_origin() {
    let stage = four();
    stage.ok(&["entities", "merge", "alpha-post", "--into", "delta-echo"]);
    assert_eq!(how(&stage, "gamma"), "delta-echo 1 near-copy of alpha (1.00) of Delta Echo");
    stage.ok(&["entities", "split", "alpha-post"]);
    assert_eq!(how(&stage, "gamma"), "alpha-post 1 near-copy of alpha (1.00) of Alpha Post");
}

#[test]
fn claims_have_the_origin_of_their_article_unless_they_say_through_whom_they_came() {
    let stage = four();
    let quote = "the first convoys would cross the frontier before the winter";
    let claims = crate::stage::claim(quote, "speaker = { kind = \"author\" }")
        + &crate::stage::claim(
            "the first would empty the garrisons in the west",
            "via = \"afp\"\nspeaker = { kind = \"author\" }",
        );
    stage.write("gamma.claims.toml", &format!("[article]\nkey = \"gamma\"\n{claims}"));
    stage.imported(&["gamma.claims.toml"]);
    let rows = stage.column(
        "SELECT origin_key || ' ' || origin_known FROM claim_details WHERE article_key = 'gamma' ORDER BY quote_start",
    );
    assert_eq!(rows, ["alpha-post 1", "afp 1"]);
}

#[test]
fn a_long_read_that_holds_two_stories_does_not_make_them_one() {
    let stage = four();
    let both = format!("{}\n\n{}", crate::texts::OTHER, BODY);
    write(&stage, "omega", "publisher: Omega Weekly\npublished: 2024-07-26", &both);
    stage.imported(&["omega.md"]);
    assert_eq!(
        origins(&stage),
        ["alpha=alpha-post", "beta=alpha-post", "delta=delta-echo", "gamma=alpha-post", "omega=alpha-post"]
    );
}
