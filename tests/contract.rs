//! The names and guarantees that other clients rely on: tables, columns, views, and what the file refuses from anybody.
#![allow(clippy::unwrap_used)]

mod stage;

use std::process::Command;

use stage::{Stage, article, assert_same, claim, on_path};

const COLUMNS: &[(&str, &str)] = &[
    (
        "articles",
        "id key version superseded_by url title author publisher_id published published_from modified retrieved language
         text text_kind text_hash wire_id import_id",
    ),
    ("entities", "id key name kind merged_into wikidata method"),
    ("entity_names", "entity_id name kind language"),
    ("entity_relations", "child_id parent_id kind from_date until_date source"),
    ("claims", CLAIMS),
    ("reviews", "id claim_key reading_hash article_key verdict replacement_key replacement_reading reviewer note made"),
    ("imports", "id started finished program_version"),
    ("predicates", "name definition"),
    ("stances", "name definition"),
    ("phases", "name definition"),
    ("qualifiers", "name definition"),
    ("reports", "name title question columns"),
    ("scope", "as_of known_at"),
    ("article_search", "title text"),
    ("current_claims", CLAIMS),
    ("claim_details", CLAIMS),
    (
        "claim_details",
        "claim_id claim_key article_key title url published publisher publisher_key sentence subject subject_key object
         object_key place place_key speaker speaker_key via via_key origin_key origin_known review is_current",
    ),
    ("report_schedules", ""),
    ("report_troop_figures", ""),
    ("report_timeline", ""),
    ("report_articles", ""),
    ("report_sources", ""),
    ("report_coverage", ""),
    ("report_evidence", "agrees claim_key article_key quote quote_start quote_end"),
];
const CLAIMS: &str = "id key reading_hash article_id quote quote_start quote_end sentence_start sentence_end predicate phase
    subject_id subject_text object_id object_text place_id place_text quantity_text quantity_low quantity_best
    quantity_high quantity_qualifier quantity_unit when_text when_relation when_earliest when_latest when_precision
    when_anchor when_edtf stance polarity speaker_id speaker_text speaker_kind speaker_count via_id method core rule
    import_id retired_import_id";

#[test]
fn every_table_and_view_of_the_contract_has_its_columns() {
    let stage = Stage::new();
    for (table, names) in COLUMNS {
        let there = stage.column(&format!("SELECT name FROM pragma_table_info('{table}')"));
        assert!(!there.is_empty(), "{table} is not there");
        for name in names.split_whitespace() {
            assert!(there.iter().any(|column| column == name), "{table} has no {name}");
        }
    }
}

#[test]
fn no_view_has_two_columns_of_one_name() {
    let stage = Stage::new();
    for view in stage.column("SELECT name FROM sqlite_schema WHERE type = 'view'") {
        let twice = stage.column(&format!(
            "SELECT name FROM pragma_table_info('{view}') GROUP BY name COLLATE NOCASE HAVING count(*) > 1
             UNION ALL SELECT name FROM pragma_table_info('{view}') WHERE name LIKE '%:%'"
        ));
        assert_eq!(twice, Vec::<String>::new(), "{view}");
    }
}

#[test]
fn every_report_is_listed_with_its_own_columns() {
    let stage = Stage::new();
    let views = stage.column("SELECT substr(name, 8) FROM sqlite_schema WHERE type = 'view' AND name LIKE 'report\\_%' ESCAPE '\\' ORDER BY name");
    assert_eq!(stage.column("SELECT replace(name, '-', '_') FROM reports ORDER BY 1"), views);
    for view in views {
        let documented = stage.column(&format!(
            "SELECT json_extract(columns.value, '$.name') FROM reports, json_each(reports.columns) AS columns
             WHERE replace(reports.name, '-', '_') = '{view}'"
        ));
        assert_eq!(
            documented,
            stage.column(&format!("SELECT name FROM pragma_table_info('report_{view}')")),
            "{view}"
        );
    }
}

#[test]
fn every_column_holds_one_storage_class_and_dates_are_iso() {
    let stage = Stage::example();
    for table in ["articles", "claims", "entities", "entity_relations", "imports"] {
        for column in stage.column(&format!("SELECT name FROM pragma_table_info('{table}')")) {
            let classes = stage
                .column(&format!("SELECT DISTINCT typeof({column}) FROM {table} WHERE {column} IS NOT NULL"));
            assert!(classes.len() <= 1, "{table}.{column}: {classes:?}");
        }
    }
    for date in ["2024-02-30", "2024-7-1", "yesterday", "2024-07-22T10:00:00Z"] {
        let set = stage.connection().execute("UPDATE articles SET published = ?1", [date]);
        assert!(set.is_err(), "{date} was taken as a day of publication");
    }
}

/// A database with one article of one claim, whose quote stands at 11 to 31 behind characters of two, three and four bytes.
fn one_claim() -> Stage {
    let stage = Stage::new();
    stage.write("a.txt", &article("a", "title: A", "Größe „𝄞“: 300 soldiers go home. The rest stay.\n"));
    stage.write(
        "a.claims.toml",
        &format!("[article]\nfile = \"a.txt\"\n{}", claim("300 soldiers go home", "")),
    );
    stage.imported(&["a.claims.toml"]);
    assert_eq!(stage.column("SELECT quote_start || '-' || quote_end FROM claims"), ["11-31"]);
    stage
}

/// A copy of the claim with some columns set otherwise.
fn copy_with(settings: &str) -> String {
    format!(
        "CREATE TEMP TABLE copy AS SELECT * FROM claims; UPDATE temp.copy SET id = NULL, key = '0123456789abcdef', {settings};
         INSERT INTO claims SELECT * FROM temp.copy;"
    )
}

/// Each would let a claim quote what its article does not say.
fn forgeries() -> Vec<String> {
    let wrong = [
        "quote = '400 soldiers go home'",
        "quote = '300 SOLDIERS GO HOME'",
        "quote_start = 12, quote_end = 32",
        "quote_end = 30",
        "quote_start = 10",
        "quote = 'Grö', quote_start = 0, quote_end = 4",
        "sentence_end = 4000",
        "article_id = 4711",
    ];
    let changes = wrong.iter().map(|settings| format!("UPDATE claims SET {settings};"));
    changes.chain(wrong.iter().map(|settings| copy_with(settings))).collect()
}

#[test]
fn a_claim_that_its_article_does_not_say_is_refused_from_any_client() {
    let stage = one_claim();
    let before = stage.dump();
    for forgery in forgeries() {
        let refused = stage.connection().execute_batch(&forgery).expect_err(&forgery).to_string();
        assert!(refused.contains("the quote is not what its article says"), "{forgery}: {refused}");
    }
    assert_same(&stage.dump(), &before, "nothing changed");
    // The same statement with the right words goes in: it is the words that are refused.
    stage
        .connection()
        .execute_batch(&copy_with("quote = 'Größe', quote_start = 0, quote_end = 5, sentence_start = 0"))
        .unwrap();
    assert_eq!(stage.column("SELECT agrees FROM report_evidence"), ["1", "1"]);
}

#[test]
fn the_sqlite3_shell_is_refused_as_well() {
    let Some(shell) = on_path("sqlite3") else { return };
    let stage = one_claim();
    let before = stage.dump();
    for forgery in forgeries() {
        let done = Command::new(&shell).arg("-bail").arg(stage.db()).arg(&forgery).output().unwrap();
        let message = String::from_utf8_lossy(&done.stderr);
        assert!(!done.status.success() && message.contains("the quote is not"), "{forgery}: {message}");
    }
    assert_same(&stage.dump(), &before, "nothing changed");
}

#[test]
fn an_articles_text_cannot_be_changed_under_its_claims() {
    let stage = one_claim();
    let before = stage.dump();
    for change in [
        "UPDATE articles SET text = text || ' More.'",
        "UPDATE articles SET text_hash = replace(text_hash, 'a', 'b') || ''",
        "UPDATE articles SET text = 'x', text_hash = text_hash",
        "UPDATE articles SET id = id + 1",
        "INSERT OR REPLACE INTO articles (id, key, version, text, text_kind, text_hash, import_id)
             SELECT id, key, version, 'Another text.', text_kind, text_hash, import_id FROM articles",
        "REPLACE INTO articles (id, key, version, text, text_kind, text_hash, import_id)
             SELECT NULL, key, version, 'Another text.', text_kind, text_hash, import_id FROM articles",
    ] {
        let connection = stage.connection();
        // As the shell has it: without foreign keys nothing else would hold the claims.
        connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        assert!(connection.execute_batch(change).is_err(), "{change}");
    }
    assert_same(&stage.dump(), &before, "nothing changed");
}

#[test]
fn reviews_are_append_only() {
    let stage = one_claim();
    let key = stage.one("SELECT key FROM claims");
    stage.ok(&["review", "reject", &key, "--note", "counted twice"]);
    let before = stage.dump();
    for change in [
        "UPDATE reviews SET verdict = 'accepted'",
        "DELETE FROM reviews",
        "INSERT OR REPLACE INTO reviews SELECT id, claim_key, reading_hash, article_key, 'accepted', NULL, NULL, reviewer, note, made FROM reviews",
    ] {
        let refused = stage.connection().execute_batch(change).expect_err(change).to_string();
        assert!(refused.contains("append-only"), "{change}: {refused}");
    }
    assert_same(&stage.dump(), &before, "nothing changed");
}

#[test]
fn merges_make_chains_and_never_rings() {
    let stage = Stage::new();
    for key in ["one", "two", "three", "four"] {
        stage.ok(&["entities", "add", key, "--name", key, "--kind", "armed_group"]);
    }
    stage.ok(&["entities", "merge", "one", "--into", "two"]);
    stage.ok(&["entities", "merge", "two", "--into", "three"]);
    let roots = "SELECT (SELECT key FROM entities WHERE id = entity_id) || ' ' || (SELECT key FROM entities WHERE id = root_id)
        FROM entity_roots WHERE root_id = (SELECT id FROM entities WHERE key = 'three') ORDER BY 1";
    assert_eq!(stage.column(roots), ["one three", "two three"]);
    for (entity, into) in
        [("three", "one"), ("three", "two"), ("four", "one"), ("one", "four"), ("three", "three")]
    {
        let message = stage.refused(&["entities", "merge", entity, "--into", into]);
        assert!(message.contains("merge"), "{message}");
        let by_hand = format!(
            "UPDATE entities SET merged_into = (SELECT id FROM entities WHERE key = '{into}') WHERE key = '{entity}'"
        );
        // A merged entity may be given another root by hand; nothing may close a ring.
        let taken = stage.connection().execute_batch(&format!("BEGIN; {by_hand}; ROLLBACK")).is_ok();
        assert_eq!(taken, entity == "one", "{entity} into {into}");
    }
    let twice = "UPDATE entities SET merged_into = (SELECT id FROM entities AS other WHERE other.key = CASE entities.key
        WHEN 'three' THEN 'four' ELSE 'three' END) WHERE key IN ('three', 'four')";
    assert!(stage.connection().execute_batch(twice).is_err(), "one statement closed a ring");
    stage.ok(&["entities", "split", "two"]);
    assert_eq!(stage.column(roots), Vec::<String>::new());
    assert!(stage.ok(&["entities", "list", "one"]).contains("one → two"));
}
