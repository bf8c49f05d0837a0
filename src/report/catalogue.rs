//! The list of views, and the reading of their headers.

use serde_json::json;

use super::{Align, Column, Reads};
use crate::store::{Cut, View};

macro_rules! views {
    ($($(#[$doc:meta])* $list:ident in $folder:literal [$($name:literal),+ $(,)?];)+) => {
        $($(#[$doc])*
        pub const $list: &[(&str, &str)] = &[$(($name, include_str!(concat!($folder, $name, ".sql")))),+];)+
    };
}

views! {
    /// Name and file of every view that reports are made from.
    BASE_VIEWS in "sql/base/" [
        "entity_roots",
        "scoped_articles",
        "newest_articles",
        "current_articles",
        "replaced_articles",
        "counted_articles",
        "listed_articles",
        "current_reviews",
        "refused_readings",
        "known_claims",
        "held_claims",
        "recorded_claims",
        "version_claims",
        "edited_claims",
        "edited_articles",
        "standing_claims",
        "countable_claims",
        "current_claims",
        "resolved_claims",
        "article_labels",
        "article_origins",
        "claim_words",
        "told_claims",
        "claim_descriptions",
        "claim_details",
        "related_entities",
        "kin",
        "asked_articles",
        "told_articles",
        "asked_questions",
        "asked_kin",
        "kept_state",
        "settled_questions",
        "paired_questions",
        "all_statements",
        "statements",
        "told_statements",
        "sourced_statements",
        "live_questions",
        "live_statements",
        "live_sourced_statements",
        "asked_topics",
        "settled_topics",
        "live_topics",
        "live_events",
        "live_positions",
        "positions",
        "told_positions",
        "live_date_positions",
        "date_positions",
        "compared_questions",
        "compared_kin",
        "dated_questions",
        "live_date_pairs",
        "date_pairs",
        "live_count_positions",
        "count_positions",
        "counted_questions",
        "live_count_pairs",
        "count_pairs",
        "unpaired_denials",
        "denied_questions",
        "denying_statements",
        "live_denial_pairs",
        "denial_pairs",
        "position_pairs",
    ];
    /// Name and file of every report.
    REPORTS in "sql/" [
        "schedules",
        "troop_figures",
        "casualties",
        "timeline",
        "contradictions",
        "corroboration",
        "changes",
        "due",
        "anonymous",
        "edits",
        "articles",
        "sources",
        "coverage",
        "extraction_quality",
        "evidence",
    ];
    /// Name and file of every way in which a report is cut into parts that are read side by side. A file is what makes a connection see
    /// one part alone, whose number, and how many there are, stand in `part`; a row of the report belongs to one of them, and to no other.
    PARTS in "sql/parts/" [
        "by_claim",
        "by_record",
        "by_topic",
    ];
}

/// What a report's file says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Name on the command line: words joined by hyphens.
    pub name: String,
    /// Heading.
    pub title: String,
    /// The question it answers.
    pub question: String,
    /// Its columns.
    pub columns: Vec<Column>,
}

impl Report {
    /// Name of its view.
    pub fn view(&self) -> String {
        format!("report_{}", self.name.replace('-', "_"))
    }
}

/// Every report of the program, in the order of the list.
pub fn reports() -> Vec<Report> {
    REPORTS.iter().map(|(name, file)| header(name, file)).collect()
}

/// What the file of a base view says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseView {
    /// Name of the view.
    pub name: String,
    /// What it holds.
    pub purpose: String,
    /// The table or view whose columns it has besides its own.
    pub columns_of: Option<String>,
    /// Its own columns, name and meaning.
    pub columns: Vec<(String, String)>,
}

/// Every view that reports are made from, in the order of the list.
pub fn base_views() -> Vec<BaseView> {
    BASE_VIEWS.iter().map(|(name, file)| base_view(name, file)).collect()
}

fn base_view(name: &str, file: &str) -> BaseView {
    let (mut purpose, mut columns_of, mut columns) = (Vec::new(), None, Vec::new());
    for line in file.lines().map_while(|line| line.strip_prefix("-- ")) {
        match line.split_once(": ") {
            Some(("columns", of)) => columns_of = Some(of.to_owned()),
            Some(("like", _)) => {}
            Some((field, meaning)) if field.starts_with("column ") => {
                columns.extend(column(field, meaning).map(|column| (column.name, column.meaning)));
            }
            _ => purpose.push(line),
        }
    }
    BaseView { name: name.to_owned(), purpose: purpose.join(" "), columns_of, columns }
}

/// Every view of the program, base views first.
pub fn views() -> Vec<View> {
    let base = BASE_VIEWS.iter().map(|(name, file)| View {
        name: (*name).to_owned(),
        sql: like(name, file).unwrap_or_else(|| statement(file).to_owned()),
        report: None,
        cut: None,
    });
    let reports = REPORTS.iter().map(|(name, file)| {
        let report = header(name, file);
        let columns: Vec<_> = report
            .columns
            .iter()
            .map(|column| json!({ "name": column.name, "meaning": column.meaning }))
            .collect();
        View {
            name: report.view(),
            sql: statement(file).to_owned(),
            report: Some((report.title, report.question, json!(columns).to_string())),
            cut: cut(file),
        }
    });
    base.chain(reports).collect()
}

/// `parts: NAME`: the statements that cut the report so.
fn cut(file: &str) -> Option<Cut> {
    let name = file.lines().find_map(|line| line.strip_prefix("-- parts: "))?;
    let (_, sql) = PARTS.iter().find(|(known, _)| *known == name)?;
    Some(Cut { sql: (*sql).to_owned(), is_by_claim: sql.lines().any(|line| line == "-- rows: claims") })
}

/// `like: VIEW, with THIS for THAT`: the statement of another base view, under this name and of another list.
fn like(name: &str, file: &str) -> Option<String> {
    let (view, lists) =
        file.lines().find_map(|line| line.strip_prefix("-- like: "))?.split_once(", with ")?;
    let (this, that) = lists.split_once(" for ")?;
    let (_, other) = BASE_VIEWS.iter().find(|(known, _)| *known == view)?;
    let named =
        statement(other).replace(&format!("CREATE VIEW {view} AS"), &format!("CREATE VIEW {name} AS"));
    Some(named.replace(that, this))
}

/// The statement of a view's file, without its header.
fn statement(file: &str) -> &str {
    let start = file.find("CREATE VIEW").unwrap_or(0);
    file[start..].trim_end().trim_end_matches(';')
}

fn header(name: &str, file: &str) -> Report {
    let mut report = Report {
        name: name.replace('_', "-"),
        title: String::new(),
        question: String::new(),
        columns: Vec::new(),
    };
    for line in file.lines().map_while(|line| line.strip_prefix("-- ")) {
        match line.split_once(": ") {
            Some(("title", title)) => title.clone_into(&mut report.title),
            Some(("question", question)) => question.clone_into(&mut report.question),
            Some((field, meaning)) => report.columns.extend(column(field, meaning)),
            None => {}
        }
    }
    report
}

/// `column NAME (brief, right): meaning`; `yes` where 1 and 0 are yes and no
fn column(field: &str, meaning: &str) -> Option<Column> {
    let declaration = field.strip_prefix("column ")?;
    let (name, marks) = declaration.split_once(" (").unwrap_or((declaration, ""));
    Some(Column {
        name: name.to_owned(),
        meaning: meaning.to_owned(),
        align: if marks.contains("right") { Align::Right } else { Align::Left },
        reads: if marks.contains("yes") { Reads::YesNo } else { Reads::Plainly },
        brief: marks.contains("brief"),
    })
}

#[cfg(test)]
mod tests {
    use super::{BASE_VIEWS, PARTS, REPORTS, cut, reports};

    fn folder(path: &str) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(format!("{}/src/report/{path}", env!("CARGO_MANIFEST_DIR")))
                .expect("folder of views")
                .filter_map(|entry| {
                    entry
                        .expect("entry")
                        .file_name()
                        .to_string_lossy()
                        .strip_suffix(".sql")
                        .map(str::to_owned)
                })
                .collect();
        names.sort();
        names
    }

    #[test]
    fn lists_and_folders_are_equal() {
        for (list, path) in [(BASE_VIEWS, "sql/base"), (REPORTS, "sql"), (PARTS, "sql/parts")] {
            let mut listed: Vec<String> = list.iter().map(|(name, _)| (*name).to_owned()).collect();
            listed.sort();
            assert_eq!(listed, folder(path));
        }
    }

    #[test]
    fn every_report_has_a_title_a_question_and_brief_columns() {
        for report in reports() {
            assert!(!report.title.is_empty() && report.question.ends_with('?'), "{}", report.name);
            assert!(report.columns.iter().any(|column| column.brief), "{}", report.name);
        }
    }

    #[test]
    fn a_report_that_is_cut_says_how_in_words_that_are_known() {
        for (name, file) in REPORTS {
            assert_eq!(cut(file).is_some(), file.contains("\n-- parts: "), "{name}");
        }
    }
}
