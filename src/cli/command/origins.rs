//! `factdb origins`: which articles are one text, as the program finds it and as people say it.

use std::path::Path;

use clap::{Args, Subcommand};

use crate::cli::output::counted;
use crate::cli::{Outcome, clock, database, output};
use crate::error::{Error, Result};
use crate::model::vocabulary::OriginVerdict;
use crate::render::{aligned, sanitised};
use crate::store::{Judgement, Listed, OriginSaying, Run, Store};

/// List which articles have one origin, and say better: near-copies of one text count as one
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb origins\n  factdb origins list antiwar-2024-07-22-drawdown\n  factdb origins different antiwar-2024-07-22-drawdown trt-world-2024-07-22-drawdown --note 'each had the sources itself'\n  factdb origins withdraw antiwar-2024-07-22-drawdown trt-world-2024-07-22-drawdown")]
pub struct Origins {
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List clusters of copies, and what was said of whom with method and score
    List {
        /// Key or address of an article; without it, all are listed
        article: Option<String>,
    },
    /// Say that two articles are one text: they count as one origin
    Same(Judged),
    /// Say that two articles have an origin each, however alike they are
    Different(Judged),
    /// Say that nobody can tell: they count as two
    Unsure(Judged),
    /// Take the last verdict on two articles back
    Withdraw(Judged),
}

#[derive(Debug, Args)]
struct Judged {
    /// Key or address of one article
    one: String,
    /// Key or address of the other
    other: String,
    /// Why
    #[arg(long)]
    note: Option<String>,
    /// Who says so
    #[arg(long, env = "USER", hide_env_values = true)]
    reviewer: Option<String>,
}

pub(super) fn run(arguments: &Origins, db: &Path) -> Result<Outcome> {
    let text = match &arguments.action {
        None => list(&database::for_reading(db)?, None)?,
        Some(Action::List { article }) => list(&database::for_reading(db)?, article.as_deref())?,
        Some(Action::Same(judged)) => judge(db, judged, OriginVerdict::Same)?,
        Some(Action::Different(judged)) => judge(db, judged, OriginVerdict::Different)?,
        Some(Action::Unsure(judged)) => judge(db, judged, OriginVerdict::Unsure)?,
        Some(Action::Withdraw(judged)) => judge(db, judged, OriginVerdict::Withdrawn)?,
    };
    output::text(None, &text)?;
    Ok(Outcome::Done)
}

fn judge(db: &Path, judged: &Judged, verdict: OriginVerdict) -> Result<String> {
    let mut store = database::existing_for_writing(db)?;
    let (one, other) = (store.find_article(&judged.one)?, store.find_article(&judged.other)?);
    if verdict == OriginVerdict::Withdrawn && store.origin_verdict(&one.key, &other.key)?.is_none() {
        return Err(Error::user(format!("nobody said anything of {} and {} that could be withdrawn", one.key, other.key)));
    }
    let now = clock::now();
    let import = store.begin(&Run { command: "origins", started: now.clone(), trial: false })?;
    import.judge_origin(&OriginSaying {
        verdict,
        articles: [&one, &other],
        reviewer: judged.reviewer.as_deref().filter(|name| !name.is_empty()),
        note: judged.note.as_deref(),
        made: &now,
    })?;
    import.finish(&now)?;
    store.settle()?;
    Ok(sanitised(&format!("{verdict} {} {}\n", one.key, other.key)))
}

fn list(store: &Store, article: Option<&str>) -> Result<String> {
    let key = article.map(|words| store.find_article(words).map(|article| article.key)).transpose()?;
    let listed = store.origins(key.as_deref())?;
    let mut text = clusters(&listed);
    if !text.is_empty() && !listed.judgements.is_empty() {
        text.push('\n');
    }
    text.push_str(&aligned(&listed.judgements.iter().map(row).collect::<Vec<_>>()));
    let mut leaders: Vec<&str> = listed.members.iter().map(|member| member.leader.as_str()).collect();
    leaders.dedup();
    text.push_str(&format!(
        "{} of {}, {}\n",
        counted(leaders.len(), "cluster"),
        counted(listed.members.len(), "article"),
        counted(listed.judgements.len(), "judgement")
    ));
    if listed.pending > 0 {
        text.push_str(&format!("{} not compared yet: the next import does it\n", counted(listed.pending, "article")));
    }
    Ok(text)
}

/// Members under the origin that they share.
fn clusters(listed: &Listed) -> String {
    let rows: Vec<Vec<String>> = listed
        .members
        .iter()
        .map(|member| {
            let first = member.article == member.leader;
            let mark = if first { "first" } else { "copy" };
            vec![mark.to_owned(), member.published.clone(), member.article.clone(), member.origin.clone(), member.how.clone()]
        })
        .collect();
    aligned(&rows)
}

fn row(judgement: &Judgement) -> Vec<String> {
    let marks = [(judgement.overruled, "overruled"), (judgement.stale, "of an earlier text")];
    let marks: Vec<&str> = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
    vec![
        judgement.verdict.clone(),
        judgement.method.clone(),
        judgement.score.map(|score| format!("{score:.2}")).unwrap_or_default(),
        judgement.articles[0].clone(),
        judgement.articles[1].clone(),
        judgement.reviewer.clone().unwrap_or_default(),
        marks.join(", "),
        judgement.note.clone().unwrap_or_default(),
    ]
}
