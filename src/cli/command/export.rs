//! `factdb export`: claims as a claim file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};
use serde_json::{Map, Value as Json, json};

use crate::cli::{Outcome, database, output};
use crate::error::{Error, Result};
use crate::cli::claim_record::exported;
use crate::model::vocabulary::{Method, Vocabulary};
use crate::store::{Store, StoredArticle};
use crate::text::fold;

/// Print the claims of articles as claim files: to correct by hand and import again
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb export antiwar-2024-08-15-denial -o denial.claims.toml\n  factdb export --with-text --format json 002 003 -o folder/")]
pub struct Export {
    /// Keys or addresses of articles
    #[arg(required = true)]
    keys: Vec<String>,
    /// How to write
    #[arg(long, short, value_enum, default_value = "toml")]
    format: Format,
    /// Only claims that came by this method
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(Method::ALL.iter().map(|word| word.word())))]
    method: Option<String>,
    /// Put the articles' texts and metadata into the files, so that they import into an empty database
    #[arg(long)]
    with_text: bool,
    /// Write to a file; a folder for several articles
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// As people write it
    Toml,
    /// As programs write it
    Json,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::Toml => "claims.toml",
            Self::Json => "claims.json",
        }
    }
}

pub(super) fn run(arguments: &Export, db: &Path) -> Result<Outcome> {
    let store = database::for_reading(db)?;
    let articles = arguments.keys.iter().map(|key| store.find_article(key)).collect::<Result<Vec<_>>>()?;
    let folder = arguments.output.as_deref().filter(|path| path.is_dir());
    if articles.len() > 1 && folder.is_none() {
        return Err(Error::user("a claim file holds one article: name a folder with -o for several"));
    }
    for article in &articles {
        let text = arguments.file(&store, article)?;
        let name = format!("{}.{}", crate::model::entity::slug(&article.key), arguments.format.extension());
        let to = folder.map(|folder| folder.join(name)).or_else(|| arguments.output.clone());
        output::text(to.as_deref(), &text)?;
    }
    Ok(Outcome::Done)
}

impl Export {
    fn file(&self, store: &Store, article: &StoredArticle) -> Result<String> {
        let folded = fold(&article.text);
        let claims: Vec<Json> = store
            .claims_of(article.id)?
            .iter()
            .filter(|claim| self.method.as_deref().is_none_or(|method| claim.claim.method.word() == method))
            .map(|claim| exported(claim, &folded))
            .collect();
        let header = header(article, self.with_text);
        Ok(match self.format {
            Format::Json => format!("{:#}\n", json!({ "article": header, "claims": claims })),
            Format::Toml => toml(&header, &claims),
        })
    }
}

fn header(article: &StoredArticle, with_text: bool) -> Json {
    let mut header = Map::new();
    let mut put = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            header.insert(name.to_owned(), json!(value));
        }
    };
    put("key", &Some(article.key.clone()));
    put("title", &article.title);
    put("publisher", &article.publisher);
    put("author", &article.author);
    put("published", &article.published);
    put("published_from", &article.published_from);
    put("url", &article.url);
    put("modified", &article.modified);
    put("retrieved", &article.retrieved);
    put("language", &article.language);
    put("text_kind", &Some(article.text_kind.clone()));
    // What was read in the text is read there again; written down, it would look like somebody's word.
    put("wire", &article.wire.clone().filter(|_| !article.wire_found));
    if with_text {
        put("text", &Some(article.text.clone()));
    }
    Json::from(header)
}

/// A claim file as people write it: tables in a line, a blank line between claims.
fn toml(header: &Json, claims: &[Json]) -> String {
    let mut text = String::from("[article]\n");
    fields(&mut text, header);
    for claim in claims {
        text.push_str("\n[[claim]]\n");
        fields(&mut text, claim);
    }
    text
}

fn fields(text: &mut String, table: &Json) {
    for (name, value) in table.as_object().into_iter().flatten() {
        let _ = writeln!(text, "{name} = {}", toml_value(value));
    }
}

fn toml_value(value: &Json) -> String {
    match value {
        // JSON's escapes are TOML's, but for one character.
        Json::String(_) => value.to_string().replace('\u{7f}', "\\u007F"),
        Json::Array(values) => format!("[{}]", values.iter().map(toml_value).collect::<Vec<_>>().join(", ")),
        Json::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name} = {}", toml_value(value))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        other => other.to_string(),
    }
}
