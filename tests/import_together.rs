//! Articles go in together, and the triggers' work is done for all of them at once: what is in the file then is what it is when
//! they go in one by one, row for row, whatever is among them.

mod support;

use support::Desk;

/// More than a batch.
const ARTICLES: usize = 1_050;
/// What the program does not know of: it then leaves every row to the triggers.
const STRANGE_TRIGGER: &str =
    "CREATE TRIGGER strange AFTER INSERT ON claims WHEN NEW.id < 0 BEGIN SELECT RAISE(ABORT, 'never'); END";
/// Lets one article fail in the midst of a batch, which then goes in one by one.
const NO_TITLE_TWICE: &str =
    "CREATE UNIQUE INDEX no_title_twice ON articles (title) WHERE title IN ('Text 0', 'Text 1')";
/// Tables without what differs from run to run, or is kept by full text search.
const TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
    AND name NOT LIKE 'article_search%' AND name NOT IN ('imports', 'program', 'refinery_schema_history') ORDER BY name";

/// New texts, some of them said again under other names, or without any.
fn first(n: usize) -> String {
    let front = match n % 10 {
        3 => String::new(),
        4 => format!("title: Text {n}\nurl: https://paper.example/{n}\n"),
        _ => format!("title: Text {n}\npublisher: Paper {}\npublished: 2024-07-{:02}\n", n % 7, n % 28 + 1),
    };
    let said = n.saturating_sub(usize::from(n.is_multiple_of(10)));
    format!(
        "---\n{front}---\nThe ministry said that {} soldiers are stationed at Camp {said}. They will be withdrawn by September 2025.\n",
        said + 100
    )
}

/// The same again: some changed, some with new metadata, some with the name that they lacked, some as they were, some new.
fn second(n: usize) -> String {
    let before = first(n);
    match n % 10 {
        3 => before.replacen("---\n---", &format!("---\ntitle: Named {n}\npublished: 2024-08-01\n---"), 1),
        4 => before.replace("will be withdrawn", "are to be withdrawn"),
        5 => before.replacen("title:", "author: Ada Example\ntitle:", 1),
        6 => before.replace("Text", "New text").replace("Camp", "Fort"),
        _ => before,
    }
}

fn write(desk: &Desk, folder: &str, text: impl Fn(usize) -> String) {
    (0..ARTICLES).for_each(|n| drop(desk.write(&format!("{folder}/{n:04}.txt"), text(n))));
}

fn import(desk: &Desk, folder: &str, code: i32) {
    let mut program = desk.program();
    let output =
        program.env_remove("FACTDB_NO_EXTRACT").args(["import", folder]).output().expect("the program");
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Every row of every table.
fn rows(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let of = |table: &String| {
        let columns = desk.texts(&format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"));
        let line =
            columns.iter().map(|column| format!("quote({column})")).collect::<Vec<_>>().join(" || ' ' || ");
        (table.clone(), desk.texts(&format!("SELECT {line} FROM {table} ORDER BY 1")))
    };
    desk.texts(TABLES).iter().map(of).collect()
}

/// A desk with what both folders hold.
fn filled(sql: &str, code: i32) -> Desk {
    let desk = Desk::new();
    desk.database().execute_batch(sql).expect("SQL");
    write(&desk, "a", first);
    write(&desk, "b", second);
    if code == 1 {
        // One that no database takes that has the index.
        desk.write("a/0700-again.txt", "---\ntitle: Text 0\n---\nAnother text.\n");
        desk.write("b/0700-again.txt", "---\ntitle: Text 1\n---\nYet another text.\n");
    }
    import(&desk, "a", code);
    import(&desk, "b", code);
    desk.run(&["check"]).ends_with(0);
    desk
}

#[test]
fn together_and_one_by_one_give_the_same_rows() {
    let expected = rows(&filled("", 0));
    let count =
        |table: &str| expected.iter().find(|(name, _)| name == table).map_or(0, |(_, rows)| rows.len());
    assert!(count("articles") > ARTICLES + ARTICLES / 10, "new versions and new articles");
    assert!(count("claims") > ARTICLES && count("claims") == count("answers"), "every claim is an answer");
    for (sql, code) in [(STRANGE_TRIGGER, 0), (NO_TITLE_TWICE, 1)] {
        let found = rows(&filled(sql, code));
        for ((table, expected), (_, found)) in expected.iter().zip(&found) {
            let first = expected.iter().zip(found).find(|(expected, found)| expected != found);
            assert!(
                expected == found,
                "{sql}: {table} has {} and {} rows: {first:#?}",
                expected.len(),
                found.len()
            );
        }
        assert_eq!(expected.len(), found.len());
    }
}

#[test]
fn an_article_that_fails_costs_none_of_its_batch() {
    let desk = filled(NO_TITLE_TWICE, 1);
    assert_eq!(desk.texts("SELECT count(*) FROM articles WHERE text LIKE '%nother text.%'"), ["0"]);
    assert_eq!(desk.texts("SELECT max(id) = count(*) FROM articles"), ["1"], "no id was skipped");
    assert_eq!(
        desk.texts("SELECT refused FROM imports WHERE command = 'import' ORDER BY id DESC LIMIT 2"),
        ["1", "1"]
    );
}

#[test]
fn triggers_of_others_see_every_row() {
    let desk = Desk::new();
    let sql = "CREATE TABLE seen (id INTEGER PRIMARY KEY); CREATE TRIGGER strange AFTER INSERT ON articles BEGIN INSERT INTO seen VALUES (NEW.id); END";
    desk.database().execute_batch(sql).expect("SQL");
    write(&desk, "a", first);
    import(&desk, "a", 0);
    assert_eq!(desk.texts("SELECT count(*) FROM seen"), desk.texts("SELECT count(*) FROM articles"));
}
