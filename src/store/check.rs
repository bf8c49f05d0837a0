//! Integrity: is everything in the file what the file says it is?

use rusqlite::OptionalExtension;

use super::Store;
use super::explain::words;
use super::views::{names, quoted};
use crate::error::{Error, Result};

/// Something that is off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which check.
    pub check: &'static str,
    /// What is off.
    pub what: String,
}

/// Checks that are a query each: one row for everything that is off.
const QUERIES: &[(&str, &str)] = &[
    ("sqlite", "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
    (
        "foreign keys",
        "SELECT 'row ' || coalesce(rowid, '?') || ' of ' || \"table\" || ' refers to a row of ' || parent || ' that is not there'
         FROM pragma_foreign_key_check",
    ),
    (
        "evidence",
        "SELECT 'claim ' || claim_key || ' of ' || article_key || ' quotes what its article does not say'
         FROM report_evidence WHERE NOT agrees",
    ),
    (
        "versions",
        "SELECT 'article ' || key || ' has ' || count(*) || ' current versions' FROM articles
         WHERE superseded_by IS NULL GROUP BY key HAVING count(*) <> 1",
    ),
    (
        "versions",
        "SELECT 'article ' || key || ' has only superseded versions' FROM articles
         GROUP BY key HAVING count(*) FILTER (WHERE superseded_by IS NULL) = 0",
    ),
    (
        "search",
        "SELECT 'article ' || key || ' is missing from the full text index' FROM articles
         WHERE NOT EXISTS (SELECT 1 FROM article_search_docsize WHERE article_search_docsize.id = articles.id)",
    ),
    (
        "answers",
        "SELECT 'claim ' || claims.key || ' (row ' || claims.id || ') is ' || iif(counted.id IS NULL, 'not ', '') || 'to be counted, and its answer says otherwise'
         FROM claims LEFT JOIN answers ON answers.claim_id = claims.id LEFT JOIN countable_claims AS counted ON counted.id = claims.id
         WHERE (SELECT as_of IS NULL AND known_at IS NULL FROM scope) AND answers.is_counted IS NOT (counted.id IS NOT NULL)
         UNION ALL
         SELECT 'an answer to no claim (row ' || claim_id || ')' FROM answers WHERE claim_id NOT IN (SELECT id FROM claims)",
    ),
    (
        "reviews",
        "SELECT 'review ' || id || ' replaces a claim with ' || replacement_key || ', which is not there' FROM reviews
         WHERE replacement_key IS NOT NULL
             AND EXISTS (SELECT 1 FROM articles WHERE articles.key = reviews.article_key)
             AND NOT EXISTS (SELECT 1 FROM claims WHERE claims.key = replacement_key AND claims.reading_hash = replacement_reading)",
    ),
    (
        "views",
        "SELECT kind || ' ' || name || ' no longer fits and was set aside: ' || coalesce(reason, 'not tried') FROM set_aside_views",
    ),
];

/// A check that could not be made: the file is damaged there, and the other checks may tell more.
fn unchecked(check: &'static str, error: Error) -> Finding {
    let reason = match error {
        Error::Sqlite(error) => words(&error),
        other => other.to_string(),
    };
    Finding { check, what: format!("cannot be checked: {reason}") }
}

impl Store {
    /// Everything that is off; empty when all is well.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn check(&self) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        for (check, sql) in QUERIES {
            match names(&self.connection, sql) {
                Ok(found) => findings.extend(found.into_iter().map(|what| Finding { check, what })),
                Err(error) => findings.push(unchecked(check, error)),
            }
        }
        for view in
            names(&self.connection, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")?
        {
            if let Err(error) = self.connection.prepare(&format!("SELECT * FROM {} LIMIT 0", quoted(&view))) {
                findings.push(Finding { check: "views", what: format!("{view} cannot be read: {error}") });
            }
        }
        match self.check_program_views() {
            Ok(found) => findings.extend(found),
            Err(error) => findings.push(unchecked("views", error)),
        }
        match self.check_comparisons() {
            Ok(found) => findings.extend(found),
            Err(error) => findings.push(unchecked("comparisons", error)),
        }
        if let Err(error) = self.check_hashes(&mut findings) {
            findings.push(unchecked("texts", error));
        }
        Ok(findings)
    }

    /// The program's own views that are not as this version makes them; a newer program's, or those that could not be
    /// made anew, as their own program noted them.
    fn check_program_views(&self) -> Result<Vec<Finding>> {
        let made: Vec<(String, String)> = match self.views_current()? {
            true => self.program.views.iter().map(|view| (view.name.clone(), view.sql.clone())).collect(),
            false => {
                let mut noted =
                    self.connection.prepare("SELECT name, sql FROM program_views ORDER BY name")?;
                noted.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?
            }
        };
        let mut findings = Vec::new();
        let mut there =
            self.connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?1")?;
        for (name, sql) in made {
            let stored: Option<String> = there.query_row([&name], |row| row.get(0)).optional()?;
            let what = match stored {
                Some(stored) if stored == sql => continue,
                Some(_) => format!("{name} is not as this program makes it: somebody changed it"),
                None => format!("{name}, a view of this program's, is not there"),
            };
            findings.push(Finding { check: "views", what });
        }
        Ok(findings)
    }

    /// Texts that are not what was imported.
    fn check_hashes(&self, findings: &mut Vec<Finding>) -> Result<()> {
        let mut statement =
            self.connection.prepare("SELECT key, text, text_hash FROM articles ORDER BY key, version")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (key, text, hash): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if super::articles::text_hash(&text) != hash {
                findings.push(Finding {
                    check: "texts",
                    what: format!("article {key} is not the text that was imported"),
                });
            }
        }
        Ok(())
    }
}
