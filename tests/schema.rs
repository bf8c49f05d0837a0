//! The schema's own rules: vocabularies are the program's, tables strict, references safe, views within old SQLite.
#![allow(clippy::unwrap_used)]

mod stage;

use std::collections::{BTreeMap, BTreeSet};

use factdb::model::vocabulary::{
    EntityKind, Method, NameKind, Origin, OriginMethod, OriginVerdict, Phase, Polarity, Precision, Predicate,
    PredicateGroup, PublishedFrom, Qualifier, Relation, RelationKind, SpeakerKind, Stance, TextKind, Verdict,
    Vocabulary,
};
use stage::Stage;

/// Functions of SQLite 3.40's core that views may use; extensions and compile-time options are not among them.
const CORE: &[&str] = &[
    "abs",
    "avg",
    "char",
    "coalesce",
    "count",
    "date",
    "group_concat",
    "ifnull",
    "iif",
    "instr",
    "julianday",
    "lag",
    "length",
    "lower",
    "ltrim",
    "max",
    "min",
    "nullif",
    "printf",
    "replace",
    "round",
    "row_number",
    "rtrim",
    "strftime",
    "substr",
    "sum",
    "total",
    "trim",
    "typeof",
    "upper",
];
/// Words that stand before a bracket and are no functions.
const SYNTAX: &[&str] = &[
    "all",
    "and",
    "as",
    "by",
    "case",
    "conflict",
    "cast",
    "distinct",
    "else",
    "except",
    "exists",
    "filter",
    "from",
    "having",
    "in",
    "intersect",
    "is",
    "join",
    "materialized",
    "not",
    "on",
    "or",
    "over",
    "select",
    "set",
    "then",
    "union",
    "using",
    "values",
    "when",
    "where",
];
/// The ones that gather rows.
const AGGREGATES: &[&str] = &["avg", "count", "group_concat", "max", "min", "sum", "total"];

/// Words and definitions of every vocabulary in the program, by table.
fn vocabularies() -> BTreeMap<String, BTreeSet<(String, String)>> {
    fn add<V: Vocabulary>(all: &mut BTreeMap<String, BTreeSet<(String, String)>>) {
        let words =
            V::ALL.iter().map(|value| (value.word().to_owned(), value.definition().to_owned())).collect();
        assert!(all.insert(V::TABLE.to_owned(), words).is_none(), "{} twice", V::TABLE);
    }
    let mut all = BTreeMap::new();
    add::<EntityKind>(&mut all);
    add::<Method>(&mut all);
    add::<NameKind>(&mut all);
    add::<Origin>(&mut all);
    add::<OriginMethod>(&mut all);
    add::<OriginVerdict>(&mut all);
    add::<Phase>(&mut all);
    add::<Polarity>(&mut all);
    add::<Precision>(&mut all);
    add::<Predicate>(&mut all);
    add::<PredicateGroup>(&mut all);
    add::<PublishedFrom>(&mut all);
    add::<Qualifier>(&mut all);
    add::<Relation>(&mut all);
    add::<RelationKind>(&mut all);
    add::<SpeakerKind>(&mut all);
    add::<Stance>(&mut all);
    add::<TextKind>(&mut all);
    add::<Verdict>(&mut all);
    all
}

const TABLES: &str =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'article\\_search%' ESCAPE '\\'
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'refinery_schema_history' ORDER BY name";

#[test]
fn vocabularies_of_program_and_database_are_equal() {
    let stage = Stage::new();
    let connection = stage.connection();
    let mut stored = BTreeMap::new();
    for table in stage.column(TABLES) {
        let columns = stage.column(&format!("SELECT name FROM pragma_table_info('{table}')"));
        if !columns.starts_with(&["name".to_owned(), "definition".to_owned()]) {
            continue;
        }
        let mut statement = connection.prepare(&format!("SELECT name, definition FROM {table}")).unwrap();
        let words: BTreeSet<(String, String)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        stored.insert(table, words);
    }
    assert_eq!(stored, vocabularies());
}

#[test]
fn every_predicate_is_in_the_group_that_the_program_puts_it_in() {
    let stage = Stage::new();
    let stored: BTreeSet<String> =
        stage.column("SELECT name || ' ' || group_name FROM predicates").into_iter().collect();
    let known =
        Predicate::ALL.iter().map(|word| format!("{} {}", word.word(), word.group().word())).collect();
    assert_eq!(stored, known);
}

#[test]
fn every_table_is_strict() {
    let loose = Stage::new().column(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
             AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'refinery_schema_history' ORDER BY name",
    );
    assert_eq!(loose, Vec::<String>::new());
}

#[test]
fn every_foreign_key_has_a_deletion_rule_and_an_index_unless_it_names_a_word() {
    let stage = Stage::new();
    let keys = "SELECT tables.name AS child, keys.\"from\" AS key, keys.\"table\" AS parent, keys.on_delete AS rule
        FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys WHERE tables.type = 'table'";
    assert!(stage.column(&format!("SELECT child FROM ({keys})")).len() > 20, "references are not seen");
    let without_rule =
        stage.column(&format!("SELECT child || '.' || key FROM ({keys}) WHERE rule = 'NO ACTION'"));
    assert_eq!(without_rule, Vec::<String>::new());
    // The words of a vocabulary are not deleted, so that nobody asks what refers to one.
    let words: Vec<String> = vocabularies().keys().map(|table| format!("'{table}'")).collect();
    let without_index = stage.column(&format!(
        "SELECT child || '.' || key FROM ({keys}) AS keys WHERE parent NOT IN ({}) AND NOT EXISTS (
             SELECT 1 FROM pragma_index_list(keys.child) AS indexes JOIN pragma_index_info(indexes.name) AS columns
             WHERE columns.seqno = 0 AND columns.name = keys.key)
             -- The row's own number needs no index.
             AND NOT EXISTS (SELECT 1 FROM pragma_table_info(keys.child) AS own WHERE own.name = keys.key AND own.pk = 1 AND own.type = 'INTEGER')
         ORDER BY 1",
        words.join(", ")
    ));
    assert_eq!(without_index, Vec::<String>::new());
}

#[test]
fn a_partial_index_on_a_foreign_key_leaves_out_only_rows_without_it() {
    let stage = Stage::new();
    let partial = stage.column(
        "SELECT lower(indexes.sql) FROM sqlite_schema AS indexes JOIN pragma_index_info(indexes.name) AS begins ON begins.seqno = 0
         WHERE indexes.type = 'index' AND indexes.sql LIKE '% WHERE %'
             -- Beside a whole index that begins with the column, another may leave out what it likes.
             AND NOT EXISTS (
                 SELECT 1 FROM pragma_index_list(indexes.tbl_name) AS whole JOIN pragma_index_info(whole.name) AS columns
                 WHERE whole.partial = 0 AND columns.seqno = 0 AND columns.name = begins.name)",
    );
    assert!(partial.len() > 3);
    for sql in partial {
        let (head, condition) = sql.split_once(" where ").unwrap();
        let columns = head.rsplit_once('(').unwrap().1.trim_end_matches(')').trim();
        let first = columns.split(',').next().unwrap().trim();
        assert_eq!(condition.trim(), format!("{first} is not null"), "{sql}");
    }
}

#[test]
fn every_view_can_be_prepared_and_read() {
    let stage = Stage::example();
    let connection = stage.connection();
    let views = stage.column("SELECT name FROM sqlite_schema WHERE type = 'view'");
    assert!(views.len() > 15, "{views:?}");
    for view in views {
        let rows =
            connection.query_row(&format!("SELECT count(*) FROM {view}"), [], |row| row.get::<_, i64>(0));
        assert!(rows.is_ok(), "{view}: {rows:?}");
    }
}

/// Words and signs of a statement, without comments and literals.
fn tokens(sql: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut rest = sql;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\'' | '"' => 2 + rest[1..].find(c).unwrap(),
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            c if c.is_alphanumeric() || c == '_' => {
                let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                tokens.push(word.to_lowercase());
                word.len()
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push(c.to_string());
                }
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    tokens
}

/// Where a bracket closes.
fn closing(tokens: &[String], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    panic!("a bracket does not close")
}

/// Every function a statement calls, with the words of its arguments outside further brackets.
fn calls(sql: &str) -> Vec<(String, Vec<String>)> {
    let tokens = tokens(sql);
    let mut calls = Vec::new();
    for open in 1..tokens.len() {
        let name = &tokens[open - 1];
        if tokens[open] != "(" || !name.starts_with(char::is_alphabetic) || SYNTAX.contains(&name.as_str()) {
            continue;
        }
        let close = closing(&tokens, open);
        // `chain (a, b) AS (SELECT …)` names a table of the statement, `INSERT INTO chain (a, b)` one of the database.
        let is_target = open > 1 && tokens[open - 2] == "into";
        let is_table = tokens.get(close + 1).is_some_and(|word| word == "as")
            && tokens.get(close + 2).is_some_and(|word| word == "(");
        if is_table || is_target {
            continue;
        }
        let mut depth = 0;
        let mut words = Vec::new();
        for token in &tokens[open + 1..close] {
            match token.as_str() {
                "(" => depth += 1,
                ")" => depth -= 1,
                word if depth == 0 => words.push(word.to_owned()),
                _ => {}
            }
        }
        calls.push((name.clone(), words));
    }
    calls
}

#[test]
fn calls_are_told_from_other_brackets() {
    let sql = "WITH RECURSIVE chain (a) AS (SELECT 1) SELECT Max(a, min(b)), 'x(y)', group_concat(z ORDER BY z) -- no(t)\n\
        FROM chain WHERE a IN (1, 2) AND a < (2) AND EXISTS (SELECT length(a))";
    let names: Vec<String> = calls(sql).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["max", "min", "group_concat", "length"]);
    assert!(calls(sql)[2].1.contains(&"order".to_owned()));
}

#[test]
fn views_use_only_what_every_sqlite_since_3_40_has() {
    let stage = Stage::new();
    let mut seen = 0;
    for sql in stage.column("SELECT sql FROM sqlite_schema WHERE type IN ('view', 'trigger')") {
        let name = sql.lines().next().unwrap();
        for (function, words) in calls(&sql) {
            seen += 1;
            let raises = name.contains("TRIGGER") && function == "raise";
            assert!(raises || CORE.contains(&function.as_str()), "{name} calls {function}");
            let ordered = AGGREGATES.contains(&function.as_str()) && words.contains(&"order".to_owned());
            assert!(!ordered, "{name} orders inside {function}, which SQLite can since 3.44");
        }
    }
    assert!(seen > 50, "only {seen} calls were looked at");
}
