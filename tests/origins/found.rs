//! What the program finds follows from the texts alone.

use crate::stage::{Stage, article, assert_same};
use crate::texts::{BODY, KEYS, OTHER, cut, four, judgements, led, origins, write, write_all};

#[test]
fn copies_are_found_with_their_scores_and_another_story_is_not() {
    let stage = four();
    let pairs = ["same near_copy alpha beta", "same near_copy alpha gamma", "same near_copy beta gamma"];
    assert_eq!(judgements(&stage), pairs);
    let listed = stage.ok(&["origins"]);
    assert!(listed.contains("1 cluster of 3 articles, 3 judgements"), "{listed}");
    assert!(listed.contains("near-copy of alpha (1.00) of Alpha Post"), "{listed}");
    assert!(!listed.contains("delta"), "{listed}");
}

#[test]
fn every_order_of_imports_gives_the_same_dump() {
    let at_once = four().dump();
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        let stage = Stage::new();
        write_all(&stage);
        for at in order {
            stage.imported(&[&format!("{}.md", KEYS[at])]);
        }
        assert_same(&stage.dump(), &at_once, &format!("{order:?}"));
        assert_eq!(origins(&stage), origins(&four()));
    }
}

#[test]
fn importing_again_changes_nothing() {
    let stage = four();
    let before = stage.dump();
    let rows = "SELECT group_concat(article_id || ' ' || leader_id) FROM article_clusters";
    let clusters = stage.one(rows);
    stage.imported(&["gamma.md", "alpha.md", "delta.md", "beta.md"]);
    assert_same(&stage.dump(), &before, "imported twice");
    assert_eq!(stage.one(rows), clusters);
}

#[test]
fn a_run_that_did_not_get_to_comparing_is_completed_by_the_next() {
    let stage = four();
    let whole = stage.dump();
    // As a killed run leaves it: articles committed, none of them compared.
    stage
        .connection()
        .execute_batch(
            "DELETE FROM origin_judgements; DELETE FROM article_clusters; DELETE FROM article_sketches;
             INSERT INTO pending_origins SELECT id FROM articles",
        )
        .unwrap();
    assert!(stage.ok(&["origins"]).contains("4 articles not compared yet"));
    assert_eq!(origins(&stage)[1], "beta=beta-news");
    stage.imported(&["delta.md"]);
    assert_same(&stage.dump(), &whole, "completed");
    assert_eq!(origins(&stage)[1], "beta=alpha-post");
}

#[test]
fn what_another_client_adds_is_compared_by_the_next_run() {
    let stage = four();
    stage
        .connection()
        .execute_batch(
            "INSERT INTO articles (key, version, text, text_kind, text_hash, import_id, published)
             SELECT 'omega', 1, text, text_kind, text_hash, import_id, '2024-07-25' FROM articles WHERE key = 'alpha'",
        )
        .unwrap();
    stage.imported(&["delta.md"]);
    assert!(judgements(&stage).contains(&"same near_copy alpha omega".to_owned()));
}

#[test]
fn metadata_that_come_later_count_as_if_they_had_come_at_once() {
    let stage = Stage::new();
    for key in KEYS {
        let text = match key {
            "alpha" => BODY.to_owned(),
            "beta" => led(),
            "gamma" => cut(),
            _ => OTHER.to_owned(),
        };
        write(&stage, key, "title: Later", &text);
        stage.imported(&[&format!("{key}.md")]);
    }
    assert_eq!(judgements(&stage), Vec::<String>::new(), "undated texts are one only if they are equal");
    write_all(&stage);
    stage.imported(&["beta.md", "delta.md", "gamma.md", "alpha.md"]);
    assert_same(&stage.dump(), &four().dump(), "metadata later");
    assert_eq!(origins(&stage), origins(&four()));
}

#[test]
fn an_article_that_is_removed_takes_what_was_found_with_it() {
    let stage = four();
    stage.ok(&["remove", "alpha"]);
    assert_eq!(judgements(&stage), ["same near_copy beta gamma"]);
    assert_eq!(origins(&stage), ["beta=beta-news", "delta=delta-echo", "gamma=beta-news"]);
    stage.imported(&["alpha.md"]);
    assert_same(&stage.dump(), &four().dump(), "removed and imported again");
}

#[test]
fn digests_excerpts_and_short_texts_are_never_the_same_by_their_text() {
    let short = "A short note, which two papers print to the letter.";
    let cases = [("text_kind: digest", BODY), ("text_kind: excerpt", BODY), ("language: en", short)];
    for (metadata, text) in cases {
        let stage = Stage::new();
        for (key, publisher) in [("alpha", "Alpha Post"), ("beta", "Beta News")] {
            let metadata = format!("title: T\npublisher: {publisher}\npublished: 2024-07-22\n{metadata}");
            write(&stage, key, &metadata, text);
        }
        stage.imported(&["alpha.md", "beta.md"]);
        assert_eq!(judgements(&stage), Vec::<String>::new(), "{metadata}");
    }
}

#[test]
fn an_article_that_turns_out_to_be_a_digest_is_no_copy_any_more() {
    let stage = four();
    write(
        &stage,
        "beta",
        "title: Ends\npublisher: Beta News\npublished: 2024-07-23\ntext_kind: digest",
        &led(),
    );
    stage.imported(&["beta.md"]);
    assert_eq!(judgements(&stage), ["same near_copy alpha gamma"]);
}

#[test]
fn equal_texts_are_one_without_a_date_and_years_apart() {
    let stage = Stage::new();
    for (key, metadata) in
        [("alpha", "published: 2020-01-01"), ("beta", "title: None"), ("gamma", "published: 2024-01-01")]
    {
        write(&stage, key, &format!("publisher: P {key}\n{metadata}"), BODY);
    }
    write(&stage, "delta", "publisher: P delta\npublished: 2024-03-01", &cut());
    stage.imported(&["alpha.md", "beta.md", "gamma.md", "delta.md"]);
    assert_eq!(origins(&stage), ["alpha=p-alpha", "beta=p-alpha", "delta=p-delta", "gamma=p-alpha"]);
}

#[test]
fn a_quotation_of_one_speaker_on_one_day_makes_two_articles_unsure_and_not_one() {
    let quote = "“We shall not leave a single post before the last of the convoys has crossed the river,” Colonel Vesk said.";
    let stage = Stage::new();
    for (key, day, speaker) in
        [("alpha", 22, "Vesk"), ("beta", 22, "Vesk"), ("gamma", 23, "Vesk"), ("delta", 22, "Morrow")]
    {
        let text =
            format!("{} {key} has more.", quote.replace("Vesk", speaker).replace("Colonel", "Officer"));
        write(&stage, key, &format!("publisher: P {key}\npublished: 2024-07-{day}"), &text);
    }
    stage.imported(&["alpha.md", "beta.md", "gamma.md", "delta.md"]);
    let pairs = judgements(&stage);
    assert!(pairs.contains(&"unsure quotation alpha beta".to_owned()), "{pairs:?}");
    assert!(!pairs.iter().any(|pair| pair.contains("gamma")), "{pairs:?}");
    assert_eq!(origins(&stage)[1], "beta=p-beta");
    let note = stage.one("SELECT note FROM origin_judgements WHERE second_key = 'beta'");
    assert!(note.starts_with('“') && quote.contains(note.trim_matches(['“', '”'])), "{note}");
}

#[test]
fn of_hundreds_of_copies_each_names_the_first_few() {
    let stage = Stage::new();
    for number in 0..60 {
        let day = 1 + number % 5;
        stage.write(
            &format!("many/{number:03}.md"),
            &article(
                &format!("copy-{number:03}"),
                &format!("publisher: P {number}\npublished: 2024-07-0{day}"),
                BODY,
            ),
        );
    }
    stage.imported(&["many"]);
    let most = stage.one("SELECT count(*) FROM origin_judgements").parse::<usize>().unwrap();
    assert!((59..=59 * 4).contains(&most), "{most}");
    assert_eq!(stage.one("SELECT count(DISTINCT origin_key) FROM article_origins"), "1");
    assert_eq!(stage.one("SELECT DISTINCT origin_key FROM article_origins"), "p-0");
}

#[test]
fn hostile_keys_titles_and_notes_do_nothing_in_the_list() {
    let stage = Stage::new();
    let key = "a\u{1b}[31m'; DROP TABLE articles --";
    stage.write(
        "one.json",
        &serde_json::json!([{ "key": key, "text": BODY, "published": "2024-07-22" }]).to_string(),
    );
    stage.write(
        "two.json",
        &serde_json::json!([{ "key": "b", "text": BODY, "published": "2024-07-22" }]).to_string(),
    );
    stage.imported(&["one.json", "two.json"]);
    stage.ok(&["origins", "different", key, "b", "--note", "\u{202e}\u{7}note\n=1+1", "--reviewer", "x'y"]);
    let listed = stage.ok(&["origins"]);
    assert!(!listed.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{listed:?}");
    assert!(listed.contains("DROP TABLE") && listed.contains("2 judgements"), "{listed}");
}
