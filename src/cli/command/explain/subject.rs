//! Finds the text to explain: in a file, on standard input, in the database.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::Explain;
use crate::cli::{Outcome, database, output};
use crate::error::{Error, Result};
use crate::model::{Article, Severity};
use crate::source::{self, Item, Options};
use crate::store::{Store, StoredArticle, new_key};

/// A text to explain.
pub(super) struct Text {
    /// Its article's key, or the one that the article would get.
    pub(super) key: String,
    /// Its headline.
    pub(super) title: Option<String>,
    /// Its day of publication.
    pub(super) published: Option<NaiveDate>,
    /// Key of its publisher.
    pub(super) publisher: Option<String>,
    /// Its byline.
    pub(super) author: Option<String>,
    /// Key of the agency that its metadata name.
    pub(super) wire: Option<String>,
    /// Its language.
    pub(super) language: Option<String>,
    /// The words.
    pub(super) text: String,
}

/// Texts, and the store that has the names.
pub(super) struct Found {
    pub(super) texts: Vec<Text>,
    pub(super) store: Store,
    pub(super) outcome: Outcome,
}

/// The texts that the arguments mean: a file's, else an article's.
pub(super) fn find(arguments: &Explain, db: &Path) -> Result<Found> {
    let path = PathBuf::from(&arguments.what);
    if path.is_dir() {
        return Err(Error::user(format!(
            "{}: this is a folder; name a file in it, or the key of an article",
            path.display()
        )));
    }
    if arguments.what != "-" && !path.exists() {
        return in_database(&arguments.what, db);
    }
    in_file(path, &arguments.texts.options(), db)
}

fn in_database(key: &str, db: &Path) -> Result<Found> {
    let no_file = |reason: &dyn std::fmt::Display| Error::user(format!("there is no file '{key}', and {reason}"));
    let store = match database::for_reading(db) {
        Err(error) if !db.exists() => return Err(no_file(&error)),
        store => store?,
    };
    let article = store.find_article(key).map_err(|error| no_file(&error))?;
    Ok(Found { texts: vec![stored(article)], store, outcome: Outcome::Done })
}

fn stored(article: StoredArticle) -> Text {
    Text {
        key: article.key,
        title: article.title,
        published: article.published.as_deref().and_then(|day| day.parse().ok()),
        publisher: article.publisher,
        author: article.author,
        wire: article.wire.filter(|_| !article.wire_found),
        language: article.language,
        text: article.text,
    }
}

/// Every article of a file, that of a claim file's header among them.
fn in_file(path: PathBuf, options: &Options, db: &Path) -> Result<Found> {
    let name = path.display().to_string();
    let discovery = source::discover(&[path], options);
    let (mut problems, mut articles) = (discovery.problems, Vec::new());
    for input in &discovery.inputs {
        source::read(input, options, &mut |item| match item {
            Item::Article { article, .. } => articles.push(*article),
            Item::Claims(file) => {
                articles.extend(file.header.filter(|header| header.has_text).map(|header| header.article));
            }
            Item::Problem(problem) => problems.push(problem),
            Item::Entity { .. } => {}
        });
    }
    for problem in &problems {
        output::message(&format!("factdb: {problem}"));
    }
    let refused = problems.iter().any(|problem| problem.severity == Severity::Refused);
    if articles.is_empty() && !refused {
        return Err(Error::user(format!("{name}: there is no article in it")));
    }
    let store = database::for_names(db)?;
    let texts = articles.into_iter().map(|article| new(article, &store)).collect::<Result<_>>()?;
    Ok(Found { texts, store, outcome: if refused { Outcome::Found } else { Outcome::Done } })
}

fn new(article: Article, store: &Store) -> Result<Text> {
    Ok(Text {
        key: new_key(&article),
        publisher: article.publisher.as_deref().map(|name| store.outlet_key(name)).transpose()?,
        author: article.author,
        wire: article.wire.as_deref().map(|name| store.outlet_key(name)).transpose()?,
        title: article.title,
        published: article.published.map(|published| published.date),
        language: article.language,
        text: article.text,
    })
}
