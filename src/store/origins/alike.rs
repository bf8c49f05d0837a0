//! Finds the versions that are alike: a period's, day by day, each among those of the days before it.

use std::collections::BTreeMap;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::Builder;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Row, params};

use super::edges::{Edge, Edges};
use super::window::{DAYS, Entry, Window};
use crate::error::{Error, Result};
use crate::likeness::{Quotation, Sketch};
use crate::model::vocabulary::OriginMethod;

/// Days that are read ahead of those that are compared.
const DAYS_AHEAD: usize = 4;

/// Versions that the program found something of, with the earlier versions; by rank.
pub(super) type Found = BTreeMap<(String, i64), (bool, Edges)>;

/// The periods around the days of pending versions: first and last day.
pub(super) fn periods(connection: &Connection) -> Result<Vec<(NaiveDate, NaiveDate)>> {
    let mut statement = connection.prepare(
        "SELECT DISTINCT day FROM pending_origins JOIN article_sketches USING (article_id) WHERE day IS NOT NULL ORDER BY day",
    )?;
    let mut periods: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in statement.query_map([], |row| row.get::<_, String>(0))? {
        let Ok(day) = day?.parse::<NaiveDate>() else { continue };
        let span = Days::new(DAYS.unsigned_abs());
        let from = day.checked_sub_days(span).unwrap_or(day);
        let until = day.checked_add_days(span).unwrap_or(day);
        match periods.last_mut() {
            Some((_, last)) if *last >= from => *last = until,
            _ => periods.push((from, until)),
        }
    }
    Ok(periods)
}

/// Compares the versions of a period, each with those of the days before it, while the next day is read. Memory holds no more
/// than is compared, and a few days.
pub(super) fn compare(
    connection: &Connection,
    from: NaiveDate,
    until: NaiveDate,
    found: &mut Found,
) -> Result<()> {
    std::thread::scope(|scope| {
        let (give, days) = sync_channel::<Vec<Entry>>(DAYS_AHEAD);
        let comparing = Builder::new().spawn_scoped(scope, move || {
            let mut window = Window::default();
            for entry in days.into_iter().flatten() {
                compare_entry(&mut window, entry, found);
            }
        });
        let comparing =
            comparing.map_err(|error| Error::user(format!("no thread can be started: {error}")))?;
        let read = read_days(connection, from, until, &give);
        drop(give);
        comparing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        read
    })
}

fn read_days(
    connection: &Connection,
    from: NaiveDate,
    until: NaiveDate,
    give: &SyncSender<Vec<Entry>>,
) -> Result<()> {
    let mut days = connection
        .prepare("SELECT DISTINCT day FROM article_sketches WHERE day BETWEEN ?1 AND ?2 ORDER BY day")?;
    // A day's articles from the index alone: their rows are full of text.
    let mut statement = connection.prepare(concat!(
        "SELECT articles.id, ",
        rank!("articles"),
        " AS rank, day, sketch, quotations,
             EXISTS (SELECT 1 FROM pending_origins WHERE pending_origins.article_id = articles.id)
         FROM articles
             CROSS JOIN article_sketches ON article_sketches.article_id = articles.id
         WHERE articles.published = ?1 AND day = ?1 AND (sketch IS NOT NULL OR quotations IS NOT NULL)
         ORDER BY rank"
    ))?;
    let days = days.query_map(params![from.to_string(), until.to_string()], |row| row.get(0))?;
    for day in days.collect::<rusqlite::Result<Vec<String>>>()? {
        let mut entries = Vec::new();
        let mut rows = statement.query([day])?;
        while let Some(row) = rows.next()? {
            entries.extend(entry(row)?);
        }
        if give.send(entries).is_err() {
            // Who compares has failed, and says so.
            break;
        }
    }
    Ok(())
}

fn compare_entry(window: &mut Window, entry: Entry, found: &mut Found) {
    window.move_to(entry.day);
    let mut edges = Edges::default();
    copies(window, &entry, &mut edges);
    quotations(window, &entry, &mut edges);
    if !edges.is_empty() {
        let (_, known) = found.entry((entry.rank.clone(), entry.id)).or_default();
        edges.iter().for_each(|edge| known.add(edge.clone()));
    }
    window.push(entry);
}

fn entry(row: &Row<'_>) -> Result<Option<Entry>> {
    let Ok(day) = row.get::<_, String>(2)?.parse() else { return Ok(None) };
    let sketch: Option<Vec<u8>> = row.get(3)?;
    let quotations: Option<Vec<u8>> = row.get(4)?;
    Ok(Some(Entry {
        id: row.get(0)?,
        rank: row.get(1)?,
        day,
        pending: row.get(5)?,
        sketch: sketch.and_then(|bytes| Sketch::from_bytes(&bytes)),
        quotations: quotations.map(|bytes| Quotation::from_bytes(&bytes)).unwrap_or_default(),
    }))
}

/// Whether two versions are to be compared: one is new, and they are not of one article.
fn are_compared(a: &Entry, b: &Entry) -> bool {
    (a.pending || b.pending) && key(&a.rank) != key(&b.rank)
}

/// The key within a rank.
fn key(rank: &str) -> &str {
    let behind_day = rank.split_once(' ').map_or(rank, |(_, rest)| rest);
    behind_day.rsplit_once(' ').map_or(behind_day, |(key, _)| key)
}

fn copies(window: &Window, entry: &Entry, edges: &mut Edges) {
    let Some(sketch) = &entry.sketch else { return };
    for (other, theirs) in window.alike(sketch).filter(|(other, _)| are_compared(entry, other)) {
        let likeness = sketch.likeness(theirs);
        if likeness.same {
            edges.add(edge(other, OriginMethod::NearCopy, Some(likeness.score), None));
            if edges.has_all_copies() {
                return;
            }
        }
    }
}

fn quotations(window: &Window, entry: &Entry, edges: &mut Edges) {
    let same_day = window.quoting(entry).filter(|other| other.day == entry.day && are_compared(entry, other));
    for other in same_day {
        let shared = entry.quotations.iter().find(|mine| {
            other.quotations.iter().any(|theirs| theirs.run == mine.run && mine.may_share_speaker(theirs))
        });
        let likeness =
            entry.sketch.as_ref().zip(other.sketch.as_ref()).map(|(mine, theirs)| mine.likeness(theirs));
        if let Some(shared) = shared
            && !likeness.is_some_and(|likeness| likeness.same)
        {
            edges.add(edge(
                other,
                OriginMethod::Quotation,
                likeness.map(|likeness| likeness.score),
                Some(shared.run),
            ));
            if edges.has_all_quotations() {
                return;
            }
        }
    }
}

fn edge(other: &Entry, method: OriginMethod, score: Option<f64>, quotation: Option<u64>) -> Edge {
    Edge { method, rank: other.rank.clone(), earlier: other.id, score, quotation, note: None }
}
