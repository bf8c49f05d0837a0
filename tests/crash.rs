//! Whatever happens to an import – killed at any moment, two at once, readers beside it – the database holds whole
//! articles only, and the same import again gives what an undisturbed one gives.

mod support;

use std::collections::BTreeSet;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use support::{DATABASE, Desk, texts};

/// More than one transaction of an import holds.
const ARTICLES: usize = 2_300;
/// Claims of every article.
const CLAIMS: usize = 2;
/// What every article in a database must have; yields the keys of those that have something else.
const HALVES: &str =
    "SELECT articles.key || ' has ' || count(claims.id) FROM articles LEFT JOIN claims ON article_id = articles.id
    GROUP BY articles.id HAVING count(claims.id) <> 2";

/// Writes articles with their claims: one claim file each, under `name`.
fn write_articles(desk: &Desk, name: &str, numbers: std::ops::Range<usize>) {
    for n in numbers {
        let text = format!("Camp {n} houses {} soldiers. They leave it by March 2025.", n + 100);
        desk.write(
            &format!("{name}/{n:05}.toml"),
            format!(
                "[article]\nkey = \"camp-{n}\"\ntitle = \"Camp {n}\"\npublisher = \"Paper {}\"\ntext = \"{text}\"\n
                [[claim]]\nquote = \"houses {} soldiers\"\npredicate = \"stationed\"\nstance = \"asserted\"\nplace = \"camp-{}\"\n
                [[claim]]\nquote = \"leave it by March 2025\"\npredicate = \"withdraw\"\nstance = \"planned\"\n",
                n % 7,
                n + 100,
                n % 50
            ),
        );
    }
}

fn start(desk: &Desk, arguments: &[&str]) -> Child {
    let mut program = desk.program();
    program.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    program.spawn().expect("the program")
}

/// Whole articles only, and nothing that `check` finds.
#[track_caller]
fn sound(desk: &Desk) {
    assert_eq!(desk.texts(HALVES), [""; 0]);
    desk.run(&["check"]).ends_with(0);
}

fn count(desk: &Desk) -> usize {
    desk.texts("SELECT count(*) FROM articles")[0].parse().expect("a number")
}

/// Kills the import when so many articles are there, or after the delay.
fn kill_when(desk: &Desk, import: &mut Child, articles: usize, delay: Duration) {
    while articles > 0 && import.try_wait().expect("a status").is_none() {
        let seen = reader(desk).map(|reader| texts(&reader, "SELECT count(*) FROM articles")[0].clone());
        if seen.is_some_and(|seen| seen.parse::<usize>().expect("a number") >= articles) {
            break;
        }
        std::thread::yield_now();
    }
    std::thread::sleep(delay);
    import.kill().expect("killed"); // SIGKILL on Unix
    import.wait().expect("a status");
}

/// A reader of the database, as soon as it is there whole.
fn reader(desk: &Desk) -> Option<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(desk.path(DATABASE), flags).ok()?;
    connection.busy_timeout(Duration::from_secs(30)).expect("a timeout");
    connection.query_row("SELECT 1 FROM program WHERE views_hash IS NOT NULL", [], |_| Ok(())).ok()?;
    Some(connection)
}

#[test]
fn a_killed_import_leaves_whole_articles_and_can_be_taken_again() {
    let undisturbed = Desk::new();
    write_articles(&undisturbed, "in", 0..ARTICLES);
    undisturbed.run(&["import", "in"]).ends_with(0);
    let expected = undisturbed.dump();
    assert_eq!(expected.matches("\"type\":\"claim\"").count(), ARTICLES * CLAIMS);

    let desk = Desk::new();
    write_articles(&desk, "in", 0..ARTICLES);
    let mut seen = BTreeSet::new();
    for (articles, milliseconds) in [(0, 40), (0, 300), (1, 0), (1, 60), (1_500, 0), (1_500, 60)] {
        let mut import = start(&desk, &["import", "in"]);
        kill_when(&desk, &mut import, articles, Duration::from_millis(milliseconds));
        sound(&desk);
        seen.insert(count(&desk));
    }
    assert!(seen.iter().any(|count| (1..ARTICLES).contains(count)), "no kill hit in the middle: {seen:?}");
    desk.run(&["import", "in"]).ends_with(0);
    sound(&desk);
    assert!(desk.dump() == expected, "the dump differs from that of an undisturbed import");
}

#[test]
fn a_new_database_whose_making_was_interrupted_is_made_whole_by_the_next_run() {
    let undisturbed = Desk::empty();
    write_articles(&undisturbed, "in", 0..3);
    undisturbed.run(&["import", "in"]).ends_with(0);
    let expected = undisturbed.dump();
    for milliseconds in [5, 30, 80, 200, 500, 1_000, 1_800] {
        let desk = Desk::empty();
        write_articles(&desk, "in", 0..3);
        let mut import = start(&desk, &["import", "in"]);
        kill_when(&desk, &mut import, 0, Duration::from_millis(milliseconds));
        desk.run(&["import", "in"]).ends_with(0);
        sound(&desk);
        assert!(desk.dump() == expected, "killed after {milliseconds} ms");
    }
}

#[test]
fn two_imports_into_one_new_database_both_succeed() {
    let (one, two) = (0..1_200, 1_200..1_500);
    let sequential = Desk::empty();
    write_articles(&sequential, "one", one.clone());
    write_articles(&sequential, "two", two.clone());
    sequential.run(&["import", "one"]).ends_with(0);
    sequential.run(&["import", "two"]).ends_with(0);

    let desk = Desk::empty();
    write_articles(&desk, "one", one);
    write_articles(&desk, "two", two);
    let imports = [start(&desk, &["import", "one"]), start(&desk, &["import", "two"])];
    for mut import in imports {
        assert!(import.wait().expect("a status").success());
    }
    sound(&desk);
    assert_eq!(count(&desk), 1_500);
    // Each article stands in the full text once, whoever wrote between whose batches.
    let full_text = "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)";
    desk.database().execute(full_text, []).expect("full text that fits the articles");
    assert!(desk.dump() == sequential.dump(), "the dump differs from that of one import after the other");
}

#[test]
fn readers_beside_an_import_see_no_error_and_no_half_article() {
    let desk = Desk::new();
    write_articles(&desk, "in", 0..ARTICLES);
    let mut import = start(&desk, &["import", "in"]);
    let done = AtomicBool::new(false);
    let is_done = || done.load(Ordering::Relaxed);
    let seen = std::thread::scope(|scope| {
        // A report may take as long as the whole import: who looks for half articles does not wait for it.
        let watch = scope.spawn(|| {
            let reader = reader(&desk).expect("a whole database");
            let mut seen = BTreeSet::new();
            while !is_done() {
                reader.execute_batch("BEGIN").expect("a snapshot");
                assert_eq!(texts(&reader, HALVES), [""; 0]);
                let articles = texts(&reader, "SELECT count(*) FROM articles")[0].clone();
                let evidence = texts(&reader, "SELECT count(*) FROM report_evidence WHERE agrees")[0].clone();
                seen.insert((articles, evidence));
                reader.execute_batch("COMMIT").expect("an end");
            }
            seen
        });
        let reports = scope.spawn(|| {
            let reader = reader(&desk).expect("a whole database");
            let views = texts(
                &reader,
                "SELECT name FROM sqlite_schema WHERE name LIKE 'report\\_%' ESCAPE '\\' AND type = 'view'",
            );
            assert!(!views.is_empty());
            for view in views.iter().cycle().take_while(|_| !is_done()) {
                texts(&reader, &format!("SELECT count(*) FROM (SELECT * FROM {view} LIMIT 5)"));
            }
        });
        assert!(import.wait().expect("a status").success());
        done.store(true, Ordering::Relaxed);
        reports.join().expect("reports without errors");
        watch.join().expect("a reader without errors")
    });
    for (articles, evidence) in &seen {
        let articles: usize = articles.parse().expect("a number");
        assert_eq!(
            evidence,
            &(articles * CLAIMS).to_string(),
            "every claim of every article is in the reports"
        );
    }
    assert!(seen.len() > 1, "the reader saw the import grow: {seen:?}");
    sound(&desk);
}
