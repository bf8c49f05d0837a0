//! Compares what is new with what is there, and writes down what was found. A run does so at its end, in its last
//! transaction: one that was killed leaves the rest to the next.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Row, params};

use super::comparison::Comparison;
use super::edges::{Edge, Edges};
use super::window::{DAYS, Entry, Window};
use crate::error::Result;
use crate::likeness::{self, Quotation, Sketch};
use crate::model::vocabulary::{OriginMethod, TextKind, Vocabulary};
use crate::store::Import;

/// What orders versions, as the triggers write it.
macro_rules! rank {
    ($articles:literal) => {
        concat!(
            "coalesce(",
            $articles,
            ".published, '9999-12-31') || ' ' || ",
            $articles,
            ".key || printf(' %04d', ",
            $articles,
            ".version)"
        )
    };
}

/// Keys of the articles of which people said so.
macro_rules! said_of {
    ($verdict:literal) => {
        concat!(
            "(SELECT first_key FROM origin_judgements WHERE method = 'person' AND verdict = '",
            $verdict,
            "'
              UNION SELECT second_key FROM origin_judgements WHERE method = 'person' AND verdict = '",
            $verdict,
            "')"
        )
    };
}

/// Articles that people join with others, the first of their clusters, and those that only a person's word put where they
/// are.
const JOINED: &str = concat!(
    "SELECT articles.id FROM articles
     WHERE id IN (
         SELECT joined.id FROM articles AS joined WHERE joined.key IN ", said_of!("same"), "
         UNION
         SELECT own.leader_id FROM articles AS joined JOIN article_clusters AS own ON own.article_id = joined.id
         WHERE joined.key IN ", said_of!("same"), "
         UNION
         SELECT article_id FROM article_clusters WHERE method = 'person')
     ORDER BY ", rank!("articles")
);

/// Versions that the program found something of, with the earlier versions; by rank.
type Found = BTreeMap<(String, i64), (bool, Edges)>;

impl Import<'_> {
    /// Compares the texts that came, changed or lost a copy.
    pub(in crate::store) fn settle_origins(&self) -> Result<()> {
        let connection = self.connection();
        if !connection.query_row("SELECT EXISTS (SELECT 1 FROM pending_origins)", [], |row| row.get(0))? {
            return Ok(());
        }
        sketch_pending(connection)?;
        let mut found = pending(connection)?;
        for (from, until) in periods(connection)? {
            compare(connection, from, until, &mut found)?;
        }
        identical(connection, &mut found)?;
        write(connection, &mut found)?;
        if !found.is_empty() {
            // Uncounted, SQLite looks for the judgements on an article among all that say the same.
            connection.execute_batch("ANALYZE origin_judgements")?;
        }
        place(connection, found.keys().map(|(_, id)| *id))?;
        connection.execute("DELETE FROM pending_origins", [])?;
        self.follow_people()
    }

    /// Gives the articles of which people said something their place again, now that all others have theirs: first those
    /// that they join, with the first of their clusters, then those that they keep apart.
    pub(in crate::store) fn follow_people(&self) -> Result<()> {
        for sql in [
            JOINED,
            concat!(
                "SELECT id FROM articles WHERE key IN ",
                said_of!("different"),
                " ORDER BY ",
                rank!("articles")
            ),
        ] {
            let mut statement = self.connection().prepare(sql)?;
            let ids: Vec<i64> =
                statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            place(self.connection(), ids.into_iter())?;
        }
        Ok(())
    }
}

/// Sketches what has no sketch yet: what other programs put in, and what changed.
fn sketch_pending(connection: &Connection) -> Result<()> {
    let mut unread = connection.prepare(
        "SELECT id, published, text_kind, text FROM pending_origins JOIN articles ON articles.id = pending_origins.article_id
         WHERE NOT EXISTS (SELECT 1 FROM article_sketches WHERE article_sketches.article_id = pending_origins.article_id)",
    )?;
    let mut rows = unread.query([])?;
    while let Some(row) = rows.next()? {
        let kind: String = row.get(2)?;
        let kind = TextKind::from_word(&kind).unwrap_or(TextKind::Excerpt);
        let day: Option<String> = row.get(1)?;
        let text: String = row.get(3)?;
        Comparison::of(&text, kind).insert(connection, row.get(0)?, day.as_deref())?;
    }
    Ok(())
}

/// The pending versions of which something was found before, and nothing yet anew. All others come in as they are found to
/// be like another: most never are.
fn pending(connection: &Connection) -> Result<Found> {
    let mut statement = connection.prepare(concat!(
        "SELECT ",
        rank!("articles"),
        ", id FROM pending_origins JOIN articles ON articles.id = pending_origins.article_id
         WHERE EXISTS (SELECT 1 FROM origin_judgements WHERE first_key = articles.key)
             OR EXISTS (SELECT 1 FROM origin_judgements WHERE second_key = articles.key)
             OR EXISTS (SELECT 1 FROM article_clusters WHERE article_clusters.article_id = articles.id)"
    ))?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), (true, Edges::default()))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The periods around the days of pending versions: first and last day.
fn periods(connection: &Connection) -> Result<Vec<(NaiveDate, NaiveDate)>> {
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

/// Compares the versions of a period, each with those of the days before it. A day at a time: memory holds no more than is
/// compared.
fn compare(connection: &Connection, from: NaiveDate, until: NaiveDate, found: &mut Found) -> Result<()> {
    let mut days = connection
        .prepare("SELECT DISTINCT day FROM article_sketches WHERE day BETWEEN ?1 AND ?2 ORDER BY day")?;
    let mut statement = connection.prepare(concat!(
        "SELECT articles.id, ",
        rank!("articles"),
        " AS rank, day, sketch, quotations,
             EXISTS (SELECT 1 FROM pending_origins WHERE pending_origins.article_id = articles.id)
         FROM article_sketches JOIN articles ON articles.id = article_sketches.article_id
         WHERE day = ?1 AND (sketch IS NOT NULL OR quotations IS NOT NULL)
         ORDER BY rank"
    ))?;
    let mut window = Window::default();
    let days = days.query_map(params![from.to_string(), until.to_string()], |row| row.get(0))?;
    for day in days.collect::<rusqlite::Result<Vec<String>>>()? {
        let mut rows = statement.query([day])?;
        while let Some(row) = rows.next()? {
            let Some(entry) = entry(row)? else { continue };
            compare_entry(&mut window, entry, found);
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

/// The same text to the character is the same on any day, and without one.
fn identical(connection: &Connection, found: &mut Found) -> Result<()> {
    let mut hashes = connection.prepare(
        "SELECT DISTINCT text_hash FROM pending_origins JOIN articles ON articles.id = pending_origins.article_id
             JOIN article_sketches ON article_sketches.article_id = articles.id
         WHERE sketch IS NOT NULL
             AND EXISTS (
                 SELECT 1 FROM articles AS other
                 WHERE other.text_hash = articles.text_hash AND other.id <> articles.id AND other.key <> articles.key)",
    )?;
    let mut members = connection.prepare(concat!(
        "SELECT ",
        rank!("articles"),
        " AS rank, articles.id FROM articles
             JOIN article_sketches ON article_sketches.article_id = articles.id
         WHERE text_hash = ?1 AND sketch IS NOT NULL ORDER BY rank"
    ))?;
    let mut rows = hashes.query([])?;
    while let Some(row) = rows.next()? {
        let hash: String = row.get(0)?;
        let members = members.query_map([hash], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let members: Vec<(String, i64)> = members.collect::<rusqlite::Result<_>>()?;
        for (at, (rank, id)) in members.iter().enumerate() {
            let (_, edges) = found.entry((rank.clone(), *id)).or_default();
            for (rank, earlier) in &members[..at] {
                edges.add(Edge {
                    method: OriginMethod::NearCopy,
                    rank: rank.clone(),
                    earlier: *earlier,
                    score: Some(1.0),
                    quotation: None,
                    note: None,
                });
                if edges.has_all_copies() {
                    break;
                }
            }
        }
    }
    Ok(())
}

/// Writes what was found in place of what was there.
fn write(connection: &Connection, found: &mut Found) -> Result<()> {
    let mut known = connection.prepare(concat!(
        "SELECT judged.method, ", rank!("other"), ", other.id, judged.score, judged.note
         FROM articles AS own
             JOIN origin_judgements AS judged ON judged.method <> 'person'
                 AND (judged.first_key = own.key AND judged.first_hash = own.text_hash
                     OR judged.second_key = own.key AND judged.second_hash = own.text_hash)
             JOIN articles AS other ON other.key IN (judged.first_key, judged.second_key) AND other.key <> own.key
                 AND other.text_hash IN (judged.first_hash, judged.second_hash)
         WHERE own.id = ?1 AND ", rank!("other"), " < ", rank!("own")
    ))?;
    let mut forget = connection.prepare(
        "DELETE FROM origin_judgements WHERE id IN (
             SELECT judged.id
             FROM articles AS own, articles AS other
                 JOIN origin_judgements AS judged ON judged.method <> 'person'
                     AND judged.first_key = min(own.key, other.key) AND judged.second_key = max(own.key, other.key)
                     AND judged.first_hash IN (own.text_hash, other.text_hash) AND judged.second_hash IN (own.text_hash, other.text_hash)
             WHERE own.id = ?1 AND other.id = ?2)",
    )?;
    for ((_, id), (pending, edges)) in found.iter_mut() {
        let before: Vec<Edge> = known.query_map([*id], known_edge)?.collect::<rusqlite::Result<_>>()?;
        for edge in &before {
            forget.execute([*id, edge.earlier])?;
            if !*pending {
                edges.add(edge.clone());
            }
        }
        edges.iter().try_for_each(|edge| judge(connection, *id, edge))?;
    }
    Ok(())
}

fn known_edge(row: &Row<'_>) -> rusqlite::Result<Edge> {
    let method: String = row.get(0)?;
    Ok(Edge {
        method: OriginMethod::from_word(&method).unwrap_or(OriginMethod::NearCopy),
        rank: row.get(1)?,
        earlier: row.get(2)?,
        score: row.get(3)?,
        quotation: None,
        note: row.get(4)?,
    })
}

/// Adds a judgement of the program's.
fn judge(connection: &Connection, id: i64, edge: &Edge) -> Result<()> {
    let note = match (&edge.note, edge.quotation) {
        (None, Some(run)) => quoted(connection, id.min(edge.earlier), id.max(edge.earlier), run)?,
        (note, _) => note.clone(),
    };
    connection.prepare_cached(
        "INSERT INTO origin_judgements (first_key, second_key, first_hash, second_hash, verdict, method, score, note)
         SELECT first.key, second.key, first.text_hash, second.text_hash, ?3, ?4, ?5, ?6
         FROM articles AS first JOIN articles AS second ON second.key > first.key
         WHERE first.id IN (?1, ?2) AND second.id IN (?1, ?2)",
    )?
    .execute(params![id, edge.earlier, edge.verdict().word(), edge.method.word(), edge.score, note])?;
    Ok(())
}

/// The words that both quote, as the article with the lesser key has them.
fn quoted(connection: &Connection, one: i64, other: i64, run: u64) -> Result<Option<String>> {
    let text: String = connection
        .prepare_cached("SELECT text FROM articles WHERE id IN (?1, ?2) ORDER BY key LIMIT 1")?
        .query_row([one, other], |row| row.get(0))?;
    Ok(likeness::words_of(&text, run).map(|words| format!("“{words}”")))
}

/// Gives versions their place among their copies, in the order given; those that may have one.
fn place(connection: &Connection, ids: impl Iterator<Item = i64>) -> Result<()> {
    let mut statement = connection.prepare(
        "INSERT INTO moved_origins (article_id)
         SELECT id FROM articles
         WHERE id = ?1 AND (EXISTS (SELECT 1 FROM origin_judgements WHERE first_key = articles.key)
             OR EXISTS (SELECT 1 FROM origin_judgements WHERE second_key = articles.key)
             OR EXISTS (SELECT 1 FROM article_clusters WHERE article_id = ?1))",
    )?;
    let mut done = BTreeSet::new();
    for id in ids.filter(|id| done.insert(*id)) {
        statement.execute([id])?;
    }
    Ok(())
}
