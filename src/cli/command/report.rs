//! `factdb report`: canned reports.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use clap::{Args, ValueHint};

use crate::cli::output::counted;
use crate::cli::{Outcome, database, output};
use crate::error::{Error, Result};
use crate::model::vocabulary::{Predicate, Vocabulary};
use crate::render;
use crate::report::{self, Align, Column, Document, Reads, Story, Table, Value};
use crate::store::{Filter, Scope, Store};

/// Print canned reports; without a name, list them with their questions
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb report\n  factdb report schedules\n  factdb report troop-figures --place iraq --as-of 2024-08-01\n  factdb report all --format html -o story.html")]
pub struct Report {
    /// Names of reports, or `all`
    names: Vec<String>,
    /// How to print
    #[arg(long, short, default_value = "table", value_parser = format_parser())]
    format: String,
    /// Only what was published by this day (YYYY-MM-DD)
    #[arg(long, value_name = "DAY", value_parser = crate::cli::text_options::day)]
    as_of: Option<NaiveDate>,
    /// Only what had been imported by this day or instant (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    known_at: Option<String>,
    /// Only claims about this place and everything inside it (key or name)
    ///
    /// The report of articles then lists those that have such a claim, and so with --subject, --predicate, --since and --until.
    #[arg(long)]
    place: Option<String>,
    /// Only claims with this subject (key or name)
    #[arg(long)]
    subject: Option<String>,
    /// Only claims with this predicate
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(Predicate::ALL.iter().map(|word| word.word())))]
    predicate: Option<String>,
    /// Only articles from this publisher (key or name)
    #[arg(long)]
    publisher: Option<String>,
    /// Only dated claims that can be of this day or later
    #[arg(long, value_name = "DAY", value_parser = crate::cli::text_options::day)]
    since: Option<NaiveDate>,
    /// Only dated claims that can be of this day or earlier
    #[arg(long, value_name = "DAY", value_parser = crate::cli::text_options::day)]
    until: Option<NaiveDate>,
    /// Stop a report that takes longer, in seconds; 0 lets it take as long as it takes
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    time_limit: u64,
    /// Show every column, also where room is scarce
    #[arg(long)]
    all_columns: bool,
    /// Width of tables; that of the terminal, or as wide as needed, by default
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    width: Option<u16>,
    /// Write to a file
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Report, db: &Path) -> Result<Outcome> {
    let mut store = database::for_reading(db)?;
    store.limit_views(Duration::from_secs(arguments.time_limit))?;
    let format = render::format(&arguments.format).ok_or_else(|| Error::user("unknown format"))?;
    let to = arguments.output.as_deref();
    let look = render::Look { all_columns: arguments.all_columns, ..output::look(to, arguments.width) };
    if let (Some(open), Some(name)) = (format.open, arguments.only_name()) {
        arguments.look_through(&store)?;
        output::result(to, |out| report::stream(&mut store, name, |head| open(head, &look, out)))?;
        return Ok(Outcome::Done);
    }
    let (names, tables) = if arguments.names.is_empty() {
        (Vec::new(), vec![listing(&store)?])
    } else {
        arguments.tables(&store)?.into_iter().unzip()
    };
    let story = format.evidence.map(|keys| arguments.story(&store, names, &keys(&tables))).transpose()?;
    let document = Document { tables: &tables, story: story.as_ref() };
    output::result(to, |out| (format.write)(&document, &look, out).map_err(|error| Error::io("output", error)))?;
    Ok(Outcome::Done)
}

impl Report {
    /// The name of the report, where only one is asked for.
    fn only_name(&self) -> Option<&str> {
        match self.names.as_slice() {
            [name] if name != "all" => Some(name),
            _ => None,
        }
    }

    /// Narrows what the reports see, and says what that leaves out.
    fn look_through(&self, store: &Store) -> Result<()> {
        let undated = store.look_through(&self.scope(store)?)?;
        if undated > 0 {
            let left_out = counted(undated, "claim");
            output::message(&format!("factdb: --since and --until leave out {left_out} without a date"));
        }
        Ok(())
    }

    fn tables(&self, store: &Store) -> Result<Vec<(String, Table)>> {
        self.look_through(store)?;
        let names: Vec<String> = if self.names == ["all"] {
            report::list(store)?.into_iter().map(|report| report.name).collect()
        } else {
            self.names.clone()
        };
        let mut tables = Vec::with_capacity(names.len());
        for name in &names {
            match report::run(store, name) {
                // One view of the user's that is broken does not hide the others.
                Err(error) if names.len() > 1 => output::message(&format!("factdb: {name}: {error}")),
                table => tables.push((name.replace('_', "-"), table?)),
            }
        }
        Ok(tables)
    }

    /// What a page shows beside its tables.
    fn story(&self, store: &Store, reports: Vec<String>, keys: &BTreeSet<String>) -> Result<Story> {
        Ok(Story {
            reports,
            options: self.narrowing(),
            overview: report::overview(store)?,
            evidence: report::evidence(store, keys)?,
        })
    }

    /// The options that narrow the reports, as they would be typed.
    fn narrowing(&self) -> Vec<String> {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let options = [
            ("--as-of", day(self.as_of)),
            ("--known-at", self.known_at.clone()),
            ("--place", self.place.clone()),
            ("--subject", self.subject.clone()),
            ("--predicate", self.predicate.clone()),
            ("--publisher", self.publisher.clone()),
            ("--since", day(self.since)),
            ("--until", day(self.until)),
        ];
        options.into_iter().filter_map(|(option, value)| Some([option.to_owned(), value?])).flatten().collect()
    }

    fn scope(&self, store: &Store) -> Result<Scope> {
        let entity = |words: &Option<String>| words.as_deref().map(|words| store.find_entity(words)).transpose();
        let same = |words: &Option<String>| -> Result<Option<Vec<i64>>> {
            entity(words)?.map(|entity| store.merged_with(entity.id)).transpose()
        };
        Ok(Scope {
            as_of: self.as_of.map(|day| day.to_string()),
            known_at: self.known_at.clone(),
            filter: Filter {
                place: entity(&self.place)?.map(|entity| store.inside(entity.id)).transpose()?,
                subject: same(&self.subject)?,
                predicate: self.predicate.clone(),
                publisher: same(&self.publisher)?,
                since: self.since.map(|day| day.to_string()),
                until: self.until.map(|day| day.to_string()),
            },
        })
    }
}

/// The reports of the file, as a table.
fn listing(store: &Store) -> Result<Table> {
    let column = |name: &str| Column { name: name.to_owned(), meaning: String::new(), align: Align::Left, reads: Reads::Plainly, brief: true };
    let rows = report::list(store)?;
    Ok(Table {
        title: "Reports".to_owned(),
        question: "Which questions can be asked? (factdb report NAME answers one)".to_owned(),
        columns: vec![column("report"), column("question")],
        rows: rows.into_iter().map(|report| vec![Value::Text(report.name), Value::Text(report.question)]).collect(),
    })
}

fn format_parser() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(
        render::FORMATS.iter().map(|format| clap::builder::PossibleValue::new(format.name).help(format.summary)),
    )
}

/// A day means its end.
fn instant(words: &str) -> Result<String, String> {
    if let Ok(day) = words.parse::<NaiveDate>() {
        return Ok(format!("{day}T23:59:59Z"));
    }
    chrono::DateTime::parse_from_rfc3339(words)
        .map(|instant| instant.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string())
        .map_err(|_| "write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ".to_owned())
}
