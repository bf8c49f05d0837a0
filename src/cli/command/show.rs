//! `factdb show`: an article, a claim or an entity.

use std::fmt::Write as _;
use std::path::Path;

use clap::Args;

use crate::cli::output::counted;
use crate::cli::{Outcome, database, output};
use crate::error::{Error, Result};
use crate::render::{Mark, sanitised, underlined};
use crate::store::{EntitySummary, Store, StoredArticle, StoredClaim, Value};

/// Show an article with its claims underlined, a claim with its evidence, or an entity with its claims
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb show antiwar-2024-08-15-denial\n  factdb show 'Ain al-Asad'\n  factdb show 3f2a91c0")]
pub struct Show {
    /// Key or address of an article, key of a claim (its first digits will do), key or name of an entity
    key: String,
    /// Width of the text; that of the terminal by default
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    width: Option<u16>,
}

pub(super) fn run(arguments: &Show, db: &Path) -> Result<Outcome> {
    let store = database::for_reading(db)?;
    let key = arguments.key.as_str();
    let text = if let Some(article) = store.article_opt(key)? {
        shown_article(&store, &article, arguments.width)?
    } else if let Ok(claims) = store.find_claims(key) {
        claims.iter().map(|claim| shown_claim(&store, claim)).collect::<Result<String>>()?
    } else {
        let entity = store.find_root(key).map_err(|error| {
            Error::user(format!("no article or claim has the key '{key}', and {error}"))
        })?;
        shown_entity(&store, &entity)?
    };
    output::text(None, &text)?;
    Ok(Outcome::Done)
}

fn shown_article(store: &Store, article: &StoredArticle, width: Option<u16>) -> Result<String> {
    let claims = store.claims_of(article.id)?;
    let mut text = sanitised(&heading(article));
    let marks: Vec<Mark> = claims
        .iter()
        .enumerate()
        .map(|(index, claim)| {
            let quote = claim.claim.evidence.quote;
            Mark { start: quote.start, end: quote.end, label: (index + 1).to_string() }
        })
        .collect();
    text.push_str(&underlined(&article.text, &marks, &output::look(None, width)));
    text.push('\n');
    for (index, claim) in claims.iter().enumerate() {
        let _ = writeln!(text, "{:>3}  {}", index + 1, sanitised(&in_a_line(store, claim)?));
    }
    Ok(text)
}

fn heading(article: &StoredArticle) -> String {
    let publisher = article.publisher_name.as_deref().unwrap_or("(publisher not known)");
    let mut text = article.title.clone().unwrap_or_else(|| "(untitled)".to_owned());
    text.push('\n');
    if article.text_kind != "full" {
        let _ = write!(text, "{} of ", article.text_kind);
    }
    text.push_str(publisher);
    let _ = write!(text, ", {}", article.published.as_deref().unwrap_or("(undated)"));
    for (label, value) in [("by", &article.author), ("wire", &article.wire), ("url", &article.url)] {
        if let Some(value) = value {
            let _ = write!(text, "\n{label} {value}");
        }
    }
    let _ = write!(text, "\nkey {}, version {}\n\n", article.key, article.version);
    text
}

/// What a claim says, from the view for people.
fn details(store: &Store, claim: &StoredClaim) -> Result<Vec<(String, String)>> {
    let (names, row) = store.claim_details(claim.id)?;
    let said = names.into_iter().zip(row).filter_map(|(name, value)| match value {
        Value::Null => None,
        Value::Integer(number) => Some((name, number.to_string())),
        Value::Real(number) => Some((name, number.to_string())),
        Value::Text(text) => Some((name, text)),
    });
    Ok(said.collect())
}

fn in_a_line(store: &Store, claim: &StoredClaim) -> Result<String> {
    let details = details(store, claim)?;
    let of = |name: &str| details.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let quantity = of("quantity_said").map(|said| format!("{said} {}", of("quantity_unit").unwrap_or_default()));
    let parts = [
        Some(of("predicate_said").unwrap_or_default().to_owned()),
        of("subject").map(str::to_owned),
        of("object").map(|object| format!("→ {object}")),
        quantity,
        of("place").map(|place| format!("in {place}")),
        of("when_said").map(str::to_owned),
        of("stance_said").map(str::to_owned),
        of("speaker_said").map(|speaker| format!("says {speaker}")),
        (of("core") == Some("0")).then(|| "optional".to_owned()),
        of("review").map(|review| format!("review: {review}")),
    ];
    Ok(format!("{}  {} ({})", claim.key, parts.into_iter().flatten().collect::<Vec<_>>().join("; "), of("method").unwrap_or_default()))
}

fn shown_claim(store: &Store, claim: &StoredClaim) -> Result<String> {
    let details = details(store, claim)?;
    let fields = [
        ("claim", "claim_key"),
        ("reading", "reading_hash"),
        ("quote", "quote"),
        ("sentence", "sentence"),
        ("says", "predicate_said"),
        ("who", "subject"),
        ("whom", "object"),
        ("how many", "quantity_said"),
        ("of", "quantity_unit"),
        ("where", "place"),
        ("when", "when_said"),
        ("EDTF", "when_edtf"),
        ("stance", "stance_said"),
        ("speaker", "speaker_said"),
        ("origin", "origin_key"),
        ("article", "article_key"),
        ("title", "title_said"),
        ("source", "publisher_said"),
        ("published", "published_said"),
        ("method", "method"),
        ("rule", "rule"),
        ("core", "core"),
        ("counted", "is_current"),
        ("review", "review"),
    ];
    let mut text = String::new();
    for (label, name) in fields {
        if let Some((_, value)) = details.iter().find(|(known, _)| known == name) {
            let value = in_words(name, value);
            let _ = writeln!(text, "{label:<10} {}", sanitised(value).replace('\n', " "));
        }
    }
    text.push('\n');
    Ok(text)
}

/// What the ones and zeros of the view mean.
fn in_words<'v>(name: &str, value: &'v str) -> &'v str {
    match (name, value) {
        ("core", "1") => "yes: a complete reading has it",
        ("core", "0") => "no: right to have, no fault to miss",
        ("is_current", "1") => "yes: reports count it",
        ("is_current", "0") => {
            "no: of an older version, outside the scope, dropped, rejected, or covered by a curated claim"
        }
        _ => value,
    }
}

fn shown_entity(store: &Store, entity: &EntitySummary) -> Result<String> {
    let mut text = format!("{}  {}, {} (from {})\n", entity.key, entity.name, entity.kind, entity.method);
    for key in store.merged_into(entity.id)? {
        let _ = writeln!(text, "  also {key}");
    }
    for (name, kind) in &entity.names {
        let _ = writeln!(text, "  {kind}: {name}");
    }
    for relation in store.relations_of(entity.id)? {
        let _ = writeln!(text, "  {relation}");
    }
    let claims = store.claims_about(entity.id)?;
    let _ = writeln!(text, "{}", counted(claims.len(), "claim"));
    let mut article = "";
    for claim in &claims {
        if claim.article_key != article {
            article = &claim.article_key;
            let _ = writeln!(text, "\n{article}");
        }
        let _ = writeln!(text, "  {}\n    “{}”", in_a_line(store, claim)?, claim.quote);
    }
    Ok(sanitised(&text))
}
