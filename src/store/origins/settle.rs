//! Compares what is new with what is there, and writes down what was found. A run does so at its end, in its last
//! transaction: one that was killed leaves the rest to the next.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, params};

use super::alike::{Found, compare, periods};
use super::comparison::Comparison;
use super::edges::{Edge, Edges};
use crate::error::Result;
use crate::likeness;
use crate::model::vocabulary::{OriginMethod, TextKind, Vocabulary};
use crate::store::Import;

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
