//! Clusters and judgements, for people to look at.

use crate::error::Result;
use crate::store::Store;

/// A member of a cluster.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Key of the first of all.
    pub leader: String,
    /// The member's key.
    pub article: String,
    /// Its day of publication, in words.
    pub published: String,
    /// Where it comes from.
    pub origin: String,
    /// Why.
    pub how: String,
}

/// What was said of two articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// same, different, unsure or withdrawn.
    pub verdict: String,
    /// How it was found.
    pub method: String,
    /// How alike the texts are.
    pub score: Option<f64>,
    /// The articles' keys.
    pub articles: [String; 2],
    /// Who said so.
    pub reviewer: Option<String>,
    /// Why.
    pub note: Option<String>,
    /// Whether a person's later word goes before it.
    pub overruled: bool,
    /// Whether it was on other texts than the articles have now.
    pub stale: bool,
}

/// All that is known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listed {
    /// Members, cluster by cluster.
    pub members: Vec<Cluster>,
    /// Judgements, people's first.
    pub judgements: Vec<Judgement>,
    /// Versions that the next run compares.
    pub pending: u64,
}

impl Store {
    /// Clusters and judgements; of one article, where its key is given.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn origins(&self, key: Option<&str>) -> Result<Listed> {
        Ok(Listed {
            members: self.members(key)?,
            judgements: self.judgements(key)?,
            pending: self
                .connection
                .query_row("SELECT count(*) FROM pending_origins", [], |row| row.get(0))?,
        })
    }

    fn members(&self, key: Option<&str>) -> Result<Vec<Cluster>> {
        let mut statement = self.connection.prepare(
            "SELECT leader.key, articles.key, labels.published_said, origins.origin_key, origins.origin_how
             FROM article_clusters
                 JOIN articles ON articles.id = article_clusters.article_id
                 JOIN articles AS leader ON leader.id = article_clusters.leader_id
                 JOIN article_clusters AS leading ON leading.article_id = article_clusters.leader_id
                 JOIN article_labels AS labels ON labels.article_id = articles.id
                 JOIN article_origins AS origins ON origins.article_id = articles.id
             WHERE ?1 IS NULL OR article_clusters.leader_id IN (
                 SELECT own.leader_id FROM article_clusters AS own JOIN articles AS named ON named.id = own.article_id WHERE named.key = ?1)
             ORDER BY leading.rank, article_clusters.rank",
        )?;
        let members = statement.query_map([key], |row| {
            Ok(Cluster {
                leader: row.get(0)?,
                article: row.get(1)?,
                published: row.get(2)?,
                origin: row.get(3)?,
                how: row.get(4)?,
            })
        })?;
        Ok(members.collect::<rusqlite::Result<_>>()?)
    }

    fn judgements(&self, key: Option<&str>) -> Result<Vec<Judgement>> {
        let mut statement = self.connection.prepare(
            "SELECT verdict, method, score, first_key, second_key, reviewer, note,
                 EXISTS (SELECT 1 FROM origin_judgements AS later
                     WHERE later.first_key = judged.first_key AND later.second_key = judged.second_key AND later.method = 'person'
                         AND later.id <> judged.id
                         AND (judged.method = 'person' AND later.id > judged.id
                             OR judged.method <> 'person' AND later.verdict <> 'withdrawn'
                                 AND NOT EXISTS (SELECT 1 FROM origin_judgements AS last
                                     WHERE last.first_key = later.first_key AND last.second_key = later.second_key
                                         AND last.method = 'person' AND last.id > later.id))),
                 NOT (EXISTS (SELECT 1 FROM articles WHERE key = first_key AND text_hash = first_hash AND superseded_by IS NULL)
                     AND EXISTS (SELECT 1 FROM articles WHERE key = second_key AND text_hash = second_hash AND superseded_by IS NULL))
             FROM origin_judgements AS judged
             WHERE ?1 IS NULL OR ?1 IN (first_key, second_key)
             ORDER BY method <> 'person', first_key, second_key, CASE WHEN method = 'person' THEN id END, first_hash, second_hash, method",
        )?;
        let judgements = statement.query_map([key], |row| {
            Ok(Judgement {
                verdict: row.get(0)?,
                method: row.get(1)?,
                score: row.get(2)?,
                articles: [row.get(3)?, row.get(4)?],
                reviewer: row.get(5)?,
                note: row.get(6)?,
                overruled: row.get(7)?,
                stale: row.get(8)?,
            })
        })?;
        Ok(judgements.collect::<rusqlite::Result<_>>()?)
    }
}
