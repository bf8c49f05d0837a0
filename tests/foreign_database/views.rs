//! A user's own views live through updates; what no longer fits is kept and named; a newer program's views stay.

use super::changed_by;
use super::support::Desk;

/// What another program or version would leave: the next command makes the views again.
const OTHER_VIEWS: &str = "UPDATE program SET views_hash = 'another'";

fn rebuild(desk: &Desk) {
    desk.database().execute_batch(OTHER_VIEWS).expect("SQL");
    desk.run(&["report"]).ends_with(0);
    assert_eq!(desk.texts("SELECT count(*) FROM program WHERE views_hash = 'another'"), ["0"], "made again");
}

#[test]
fn a_users_view_is_a_report_like_the_others_and_lives_through_a_rebuild() {
    let desk = changed_by(
        "CREATE VIEW report_mine AS SELECT key AS article, title FROM report_helper;
         CREATE VIEW report_helper AS SELECT key, title FROM articles;
         CREATE VIEW \"odd \"\" name\" AS SELECT 1 AS one;
         CREATE TRIGGER retitle INSTEAD OF UPDATE ON report_helper BEGIN
             UPDATE articles SET title = NEW.title WHERE key = OLD.key; END",
    );
    let all = "SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY 1";
    let before = desk.texts(all);
    let shown = |desk: &Desk| {
        let listed = desk.run(&["report"]).ends_with(0).stdout.contains("mine");
        let as_of = desk.run(&["report", "mine", "--as-of", "2024-06-01"]);
        (
            listed,
            desk.run(&["report", "mine", "--format", "csv"]).stdout,
            as_of.ends_with(0).stdout.contains("The camp"),
        )
    };
    assert_eq!(shown(&desk), (true, "article,title\ncamp,The camp\n".to_owned(), true));
    rebuild(&desk);
    assert_eq!(desk.texts(all), before);
    assert_eq!(desk.texts("SELECT name FROM set_aside_views"), [""; 0]);
    assert_eq!(shown(&desk), (true, "article,title\ncamp,The camp\n".to_owned(), true));
    desk.run(&["check"]).ends_with(0);
}

#[test]
fn a_users_view_that_no_longer_fits_is_kept_named_and_made_again_once_it_fits() {
    let statement = "CREATE VIEW report_lost AS SELECT weight FROM scales -- kg";
    let desk = changed_by(&format!("{statement}\n"));
    rebuild(&desk);
    assert_eq!(desk.texts("SELECT sql FROM set_aside_views WHERE name = 'report_lost'"), [statement]);
    let check = desk.run(&["check"]);
    assert!(
        check.stdout.contains("view report_lost no longer fits and was set aside: no such table"),
        "{check:?}"
    );
    assert_eq!(check.code, 1);
    assert!(!desk.run(&["report"]).stdout.contains("lost"));
    desk.run(&["report", "all"]).ends_with(0);

    desk.database()
        .execute_batch("CREATE TABLE scales (weight INTEGER); INSERT INTO scales VALUES (7)")
        .expect("SQL");
    rebuild(&desk);
    assert_eq!(desk.run(&["report", "lost", "--format", "csv"]).stdout, "weight\n7\n");
    assert_eq!(desk.texts("SELECT name FROM set_aside_views"), [""; 0]);
    desk.run(&["check"]).ends_with(0);
}

#[test]
fn a_view_of_a_missing_column_is_set_aside_and_the_others_are_made() {
    let desk = changed_by(
        "CREATE VIEW report_column AS SELECT no_such_column FROM articles;
         CREATE VIEW report_fine AS SELECT key FROM articles",
    );
    rebuild(&desk);
    assert_eq!(desk.texts("SELECT name || ': ' || reason FROM set_aside_views").len(), 1);
    let check = desk.run(&["check"]);
    assert!(check.stdout.contains("report_column") && check.stdout.contains("no such column"), "{check:?}");
    assert_eq!(desk.run(&["report", "fine", "--format", "csv"]).stdout, "key\ncamp\n");
}

#[test]
fn a_program_view_that_somebody_changed_is_set_aside_and_the_programs_is_back() {
    let statement = "CREATE VIEW report_articles AS SELECT 'changed' AS article";
    let desk = changed_by("");
    let before = desk.run(&["report", "articles"]).stdout;
    desk.database().execute_batch(&format!("DROP VIEW report_articles; {statement}")).expect("SQL");
    assert!(desk.run(&["report", "articles"]).stdout.contains("changed"));
    let check = desk.run(&["check"]);
    assert!(
        check.code == 1 && check.stdout.contains("views: report_articles is not as this program makes it")
    );
    rebuild(&desk);
    assert_eq!(desk.run(&["report", "articles"]).stdout, before);
    assert_eq!(desk.texts("SELECT sql FROM set_aside_views WHERE name = 'report_articles'"), [statement]);
    let check = desk.run(&["check"]);
    assert!(check.code == 1 && check.stdout.contains("view report_articles no longer fits"), "{check:?}");
}

#[test]
fn a_program_view_that_is_gone_or_bent_by_a_word_is_found() {
    let bent = "SELECT replace(sql, 'THEN ''digest of ''', 'THEN ''''') FROM sqlite_schema WHERE name = 'article_labels'";
    let desk = changed_by("DROP VIEW report_timeline");
    let sql = desk.texts(bent).remove(0);
    desk.database().execute_batch(&format!("DROP VIEW article_labels; {sql}")).expect("SQL");
    let check = desk.run(&["check"]);
    assert_eq!(check.code, 1);
    assert_eq!(
        check.stdout,
        "views: article_labels is not as this program makes it: somebody changed it\n\
         views: report_timeline, a view of this program's, is not there\n"
    );
    changed_by("CREATE VIEW report_mine AS SELECT 1 AS one").run(&["check"]).ends_with(0);
}

#[test]
fn a_newer_programs_views_are_not_replaced_by_this_one() {
    let desk = changed_by(
        "UPDATE program SET version = '99.0.0', views_hash = 'newer'; DROP VIEW report_sources;
         CREATE VIEW report_sources AS SELECT 'from the future' AS source;
         CREATE VIEW report_tomorrow AS SELECT 'new' AS report",
    );
    let views = "SELECT name || ' ' || sql FROM sqlite_schema WHERE type = 'view' ORDER BY 1";
    let (before, program) =
        (desk.texts(views), "SELECT version || ' ' || views_hash || ' ' || seeds_hash FROM program");
    let program_before = desk.texts(program);
    for command in [
        &["report", "sources"][..],
        &["report", "tomorrow", "--as-of", "2030-01-01"],
        &["import", "later.md"],
        &["dump"],
        &["report", "all"],
    ] {
        desk.run(command).ends_with(0);
        assert_eq!(desk.texts(views), before, "{command:?}");
        assert_eq!(desk.texts(program), program_before, "{command:?}");
    }
    assert!(desk.run(&["report", "sources"]).stdout.contains("from the future"));
    let check = desk.run(&["check"]).stdout;
    assert_eq!(check.matches("views: ").count(), 1, "only what its own program did not note: {check}");
    assert_eq!(desk.texts("SELECT count(*) FROM articles"), ["2"]);
}

#[test]
fn a_rebuild_that_was_interrupted_is_finished_and_loses_no_view() {
    let statement = "CREATE VIEW report_mine AS SELECT key FROM articles";
    // As it stands after the views were set aside and before they were made again.
    let desk = changed_by(&format!(
        "{statement}; INSERT INTO set_aside_views (name, kind, sql) SELECT name, type, sql FROM sqlite_schema WHERE name = 'report_mine';
         DROP VIEW report_mine; DROP VIEW report_articles; DELETE FROM program_views; UPDATE program SET views_hash = NULL"
    ));
    desk.run(&["report", "articles"]).ends_with(0);
    assert_eq!(desk.run(&["report", "mine", "--format", "csv"]).stdout, "key\ncamp\n");
}
