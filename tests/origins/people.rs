//! What people say goes before what the program finds, at once, whoever writes it down, and is never lost.

use crate::stage::assert_same;
use crate::texts::{four, origins, write};

#[test]
fn a_person_overrules_the_program_and_takes_it_back() {
    let stage = four();
    assert_eq!(
        origins(&stage),
        ["alpha=alpha-post", "beta=alpha-post", "delta=delta-echo", "gamma=alpha-post"]
    );
    for verdict in ["different", "unsure"] {
        stage.ok(&["origins", verdict, "gamma", "alpha", "--note", "asked both"]);
        let expected = if verdict == "different" { "gamma=gamma-times" } else { "gamma=alpha-post" };
        // Unsure of the one, it still is a copy of the other; what is different does not come back by a third.
        assert_eq!(origins(&stage)[3], expected, "{verdict}");
        assert_eq!(origins(&stage)[1], "beta=alpha-post");
        stage.ok(&["origins", "withdraw", "alpha", "gamma"]);
        assert_eq!(origins(&stage)[3], "gamma=alpha-post");
    }
    let listed = stage.ok(&["origins", "list", "gamma"]);
    assert!(
        listed.contains("overruled") && listed.contains("asked both") && listed.contains("tester"),
        "{listed}"
    );
}

#[test]
fn a_person_joins_what_the_program_does_not() {
    let stage = four();
    stage.ok(&["origins", "same", "delta", "gamma"]);
    assert_eq!(
        origins(&stage),
        ["alpha=alpha-post", "beta=alpha-post", "delta=alpha-post", "gamma=alpha-post"]
    );
    let how = stage.one(
        "SELECT origin_how FROM article_origins JOIN articles ON articles.id = article_id WHERE key IN ('delta', 'gamma')
         AND origin_how LIKE '%a person%'",
    );
    assert!(how.contains("a person says"), "{how}");
    stage.ok(&["origins", "withdraw", "delta", "gamma"]);
    assert_eq!(origins(&stage)[2], "delta=delta-echo");
    // Through any member of a cluster, and whichever is the later; Delta's text is Aaa's.
    write(&stage, "aaa", "title: Before\npublisher: Aaa Wire\npublished: 2024-07-01", crate::texts::OTHER);
    stage.imported(&["aaa.md"]);
    stage.ok(&["origins", "same", "beta", "aaa"]);
    assert_eq!(
        origins(&stage),
        ["aaa=aaa-wire", "alpha=aaa-wire", "beta=aaa-wire", "delta=aaa-wire", "gamma=aaa-wire"]
    );
    stage.ok(&["origins", "different", "gamma", "beta"]);
    assert_eq!(origins(&stage)[4], "gamma=gamma-times");
}

#[test]
fn what_another_client_writes_counts_at_once() {
    let stage = four();
    let say = |verdict: &str| {
        let sql = format!(
            "INSERT INTO origin_judgements (first_key, second_key, first_hash, second_hash, verdict, method, made)
             SELECT 'alpha', 'gamma', a.text_hash, b.text_hash, '{verdict}', 'person', '2024-08-01T00:00:00Z'
             FROM articles AS a, articles AS b WHERE a.key = 'alpha' AND b.key = 'gamma'"
        );
        stage.connection().execute_batch(&sql).unwrap();
    };
    say("different");
    assert_eq!(origins(&stage)[3], "gamma=gamma-times");
    say("withdrawn");
    assert_eq!(origins(&stage)[3], "gamma=alpha-post");
}

#[test]
fn verdicts_survive_imports_new_texts_and_removal() {
    let stage = four();
    stage.ok(&["origins", "different", "alpha", "gamma"]);
    let said = stage.dump();
    stage.imported(&["gamma.md", "alpha.md"]);
    assert_same(&stage.dump(), &said, "imported again");
    stage.ok(&["remove", "gamma"]);
    stage.imported(&["gamma.md"]);
    assert_same(&stage.dump(), &said, "removed and imported again");
    assert_eq!(origins(&stage)[3], "gamma=gamma-times");
    let text = format!("{}\n\nA line more.", crate::texts::cut());
    let metadata = "title: Steps\npublisher: Gamma Times\npublished: 2024-07-24\nmodified: 2024-07-25";
    write(&stage, "gamma", metadata, &text);
    stage.imported(&["gamma.md"]);
    assert_eq!(origins(&stage)[3], "gamma=gamma-times");
    assert!(stage.ok(&["origins"]).contains("of an earlier text"));
}

#[test]
fn a_text_keeps_what_was_said_of_it_when_it_gets_a_name() {
    let stage = four();
    stage.write("nameless.txt", crate::texts::BODY);
    stage.imported(&["nameless.txt"]);
    // It is Alpha's text: the nameless one is recognised, and no article of its own.
    let other = "Another note. ".repeat(50).trim_end().to_owned();
    stage.write("other.txt", &other);
    stage.imported(&["other.txt"]);
    let key = stage.one("SELECT key FROM articles WHERE key LIKE 'text-%'");
    stage.ok(&["origins", "same", &key, "delta"]);
    stage.write("named.md", &crate::stage::article("zeta", "publisher: Zeta\npublished: 2024-08-01", &other));
    stage.imported(&["named.md"]);
    assert_eq!(origins(&stage).last().unwrap(), "zeta=delta-echo");
}

#[test]
fn what_makes_no_sense_is_refused_with_the_reason() {
    let stage = four();
    let cases: [(&[&str], &str); 3] = [
        (&["origins", "same", "alpha", "alpha"], "one article"),
        (&["origins", "withdraw", "alpha", "beta"], "nobody said anything"),
        (&["origins", "same", "alpha", "nothing"], "no article has the key"),
    ];
    for (arguments, reason) in cases {
        let message = stage.refused(arguments);
        assert!(message.contains(reason), "{arguments:?}: {message}");
    }
}

#[test]
fn verdicts_are_append_only_for_every_client() {
    let stage = four();
    stage.ok(&["origins", "different", "alpha", "gamma"]);
    let connection = stage.connection();
    for sql in [
        "UPDATE origin_judgements SET verdict = 'same' WHERE method = 'person'",
        "DELETE FROM origin_judgements WHERE method = 'person'",
        "INSERT OR REPLACE INTO origin_judgements SELECT * FROM origin_judgements WHERE method = 'person'",
    ] {
        let refused = connection.execute_batch(sql).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
    // Nobody says something of an article and itself, or in the wrong order.
    let hash = "0".repeat(64);
    for (first, second) in [("a", "a"), ("b", "a")] {
        let sql = format!(
            "INSERT INTO origin_judgements (first_key, second_key, first_hash, second_hash, verdict, method, made)
             VALUES ('{first}', '{second}', '{hash}', '{hash}', 'same', 'person', '2024-08-01T00:00:00Z')"
        );
        assert!(connection.execute_batch(&sql).is_err());
    }
}
