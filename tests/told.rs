//! What the commands tell a person: in words, about the field, the rows and the view that they mean.
#![allow(clippy::unwrap_used)]

mod stage;

use std::collections::BTreeSet;

use stage::{Stage, article, claim};

#[test]
fn evidence_agrees_in_words_where_people_read_and_in_numbers_elsewhere() {
    let stage = Stage::example();
    for (format, cell) in
        [("table", "\nyes "), ("markdown", "\n| yes |"), ("csv", "\n1,"), ("json", "\"agrees\": 1")]
    {
        let printed = stage.ok(&["report", "evidence", "--format", format]);
        assert_eq!(printed.matches(cell).count(), 80, "{format}: {}", &printed[..400]);
    }
    for trigger in
        stage.column("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'claims'")
    {
        stage.connection().execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    stage.connection().execute_batch("UPDATE claims SET quote_start = quote_start + 1 WHERE id = 1").unwrap();
    assert!(stage.ok(&["report", "evidence"]).contains("\nno "));
}

#[test]
fn a_claim_is_shown_in_words() {
    let stage = Stage::example();
    let claim = |condition: &str| {
        let sql = format!("SELECT claim_key FROM claim_details WHERE {condition} ORDER BY claim_key LIMIT 1");
        stage.ok(&["show", &stage.one(&sql)])
    };
    let core = claim("core = 1");
    assert!(core.contains("\ncore       yes: a complete reading has it\n"), "{core}");
    assert!(core.contains("\ncounted    yes: reports count it\n"), "{core}");
    let optional = claim("core = 0");
    assert!(optional.contains("\ncore       no: right to have, no fault to miss\n"), "{optional}");
    let key = stage.one("SELECT claim_key FROM claim_details WHERE core = 1 ORDER BY claim_key LIMIT 1");
    stage.ok(&["review", "reject", &key]);
    let rejected = stage.ok(&["show", &key]);
    assert!(
        rejected.contains("\ncounted    no: of an older version")
            && rejected.contains("\nreview     rejected\n")
    );
}

#[test]
fn listed_entities_stand_in_columns() {
    let stage = Stage::new();
    let listed = stage.ok(&["entities", "list", "baghdad"]);
    let rows: Vec<&str> = listed.lines().filter(|line| line.contains("0 claims")).collect();
    let columns: BTreeSet<usize> = rows.iter().filter_map(|line| line.find("0 claims")).collect();
    assert!(rows.len() > 1 && columns.len() == 1, "{listed}");
    assert!(listed.lines().all(|line| line == line.trim_end()), "{listed}");
}

#[test]
fn a_period_says_how_many_claims_it_leaves_out_for_want_of_a_date() {
    let stage = Stage::new();
    let text =
        "Troops leave Iraq by May 2031. Others leave Iraq soon. Some leave Syria one day. Old ones left.";
    stage.write("a.txt", &article("a", "title: A\npublisher: Reuters\npublished: 2030-01-01", text));
    let dated =
        "place = \"iraq\"\nwhen = { relation = \"by\", latest = \"2031-05-31\", precision = \"month\" }";
    let claims = [
        claim("Troops leave Iraq by May 2031", dated),
        claim("Others leave Iraq", "place = \"iraq\""),
        claim("Some leave Syria", "place = \"syria\""),
        claim("Old ones left", "").replace("withdraw", "deploy"),
    ];
    stage.write("c.toml", &format!("[article]\nkey = \"a\"\nfile = \"a.txt\"\n{}", claims.concat()));
    stage.imported(&["c.toml"]);
    for (arguments, told) in [
        (&["--since", "2031-01-01"][..], "--since and --until leave out 3 claims without a date"),
        (&["--until", "2031-01-01", "--place", "iraq"], "leave out 1 claim without a date"),
        (
            &["--until", "2029-01-01", "--since", "2028-01-01", "--predicate", "withdraw"],
            "leave out 2 claims without a date",
        ),
        (&["--since", "2031-01-01", "--publisher", "ap"], ""),
        (&["--since", "2031-01-01", "--as-of", "2029-01-01"], ""),
        (&["--place", "iraq"], ""),
        (&[], ""),
    ] {
        let ran = stage.run(&[&["report", "schedules"], arguments].concat());
        assert!(
            ran.code == 0 && ran.err.contains(told) && told.is_empty() == ran.err.is_empty(),
            "{arguments:?}: {}",
            ran.err
        );
    }
}

#[test]
fn the_schema_tells_what_every_column_means_and_lists_every_vocabulary() {
    let stage = Stage::new();
    let page = stage.ok(&["schema"]);
    for table in stage.column(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'article_search_%'
             AND name NOT LIKE 'sqlite_%' AND name <> 'refinery_schema_history'",
    ) {
        let heading = page.find(&format!(" `{table}`\n")).unwrap_or_else(|| panic!("{table} is not there"));
        let section = page[heading..].split("\n## ").next().unwrap();
        let columns = stage.column(&format!("SELECT name FROM pragma_table_info('{table}')"));
        for column in &columns {
            let row = section.lines().find(|line| line.starts_with(&format!("| `{column}` |")));
            let meaning = row.and_then(|row| row.rsplit('|').nth(1)).unwrap_or_default();
            assert!(meaning.trim().len() > 2, "{table}.{column} means '{meaning}'");
        }
        if columns.iter().any(|column| column == "definition") {
            let list = page
                .split(&format!("### `{table}`\n"))
                .nth(1)
                .unwrap_or_else(|| panic!("no list of {table}"));
            let list = list.split("\n### ").next().unwrap();
            for word in stage.column(&format!("SELECT name FROM {table}")) {
                let is_row = |line: &str| {
                    line.starts_with(&format!("| `{word}` |")) || line.starts_with(&format!("| {word} |"))
                };
                assert!(list.lines().any(is_row), "{word} of {table}");
            }
        }
    }
}

#[test]
fn a_wrong_correction_names_the_field_and_the_value_as_they_were_typed() {
    let stage = Stage::example();
    let key = stage.one("SELECT key FROM claims WHERE quantity_qualifier = 'about' AND when_relation IS NULL ORDER BY key LIMIT 1");
    for (settings, told) in [
        (
            &["quantity.qualifier=aboutt"][..],
            "--set quantity.qualifier=aboutt: \"aboutt\" is no qualifier; did you mean \"about\"?",
        ),
        (&["quantity.best=many"], "--set quantity.best=many: \"many\" is not a whole number"),
        (&["colour=red"], "--set colour=red: there is no field \"colour\" here"),
        (
            &["stance=planned", "place=Erbil City"],
            "--set place=Erbil City: \"Erbil City\" is a name, not an entity key",
        ),
        (&["predicate="], "--set predicate=: \"predicate\" is missing"),
        (
            &["object_text=both", "when.latest=2030-01-01"],
            "--set object_text=both --set when.latest=2030-01-01: then when.",
        ),
        (&["nonsense"], "'nonsense' is not FIELD=VALUE"),
    ] {
        let mut arguments = vec!["review", "correct", &key];
        for setting in settings {
            arguments.extend(["--set", setting]);
        }
        let message = stage.refused(&arguments);
        assert!(message.contains(told) && !message.contains(":1"), "{settings:?}: {message}");
    }
    assert_eq!(stage.one("SELECT count(*) FROM reviews"), "0");
}
