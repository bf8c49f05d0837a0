//! Full text search over articles.

use rusqlite::params;

use super::Store;
use crate::error::{Error, Result};

/// An article that holds the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Row id of the article.
    pub article_id: i64,
    /// Its key.
    pub article_key: String,
    /// Its headline, never empty.
    pub title: String,
    /// Its publisher, or whose text was retold.
    pub publisher: String,
    /// Its day of publication, or that it has none.
    pub published: String,
    /// Some of its words around those that were sought, which stand between `before` and `after`.
    pub snippet: String,
}

impl Store {
    /// Current articles that hold all the words (`"quoted words"` as a phrase), best first.
    ///
    /// # Errors
    /// When no word is left to search for, or SQLite fails.
    pub fn search(&self, words: &str, limit: usize, marks: (&str, &str)) -> Result<Vec<Hit>> {
        let query = query(words).ok_or_else(|| Error::user("there is no word to search for"))?;
        let mut statement = self.connection.prepare(
            "SELECT current_articles.id, current_articles.key, title_said, publisher_said, published_said,
                 snippet(article_search, -1, ?3, ?4, ' … ', 24)
             FROM article_search
                 JOIN current_articles ON current_articles.id = article_search.rowid
                 JOIN article_labels ON article_labels.article_id = current_articles.id
             WHERE article_search MATCH ?1
             ORDER BY bm25(article_search, 4.0, 1.0), current_articles.key
             LIMIT ?2",
        )?;
        let hits = statement
            .query_map(params![query, limit, marks.0, marks.1], |row| {
                Ok(Hit {
                    article_id: row.get(0)?,
                    article_key: row.get(1)?,
                    title: row.get(2)?,
                    publisher: row.get(3)?,
                    published: row.get(4)?,
                    snippet: row.get(5)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(hits)
    }
}

/// The user's words as an FTS5 query in which nothing is an operator.
fn query(words: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for (index, part) in words.split('"').enumerate() {
        if index % 2 == 1 {
            terms.push(part.trim().to_owned());
        } else {
            terms.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    terms.retain(|term| term.chars().any(char::is_alphanumeric));
    let quoted: Vec<String> = terms.iter().map(|term| format!("\"{term}\"")).collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn nothing_is_an_operator() {
        assert_eq!(query("troops NOT iraq*").as_deref(), Some("\"troops\" \"NOT\" \"iraq*\""));
        assert_eq!(query("\"about 2,500\" troops").as_deref(), Some("\"about 2,500\" \"troops\""));
        assert_eq!(query("- ( \"").as_deref(), None);
    }
}
