//! `factdb review`: what a person says of a reading.

use std::path::Path;

use clap::{Args, Subcommand};

use crate::cli::claim_record::corrected;
use crate::cli::output::counted;
use crate::cli::{Outcome, clock, database, output};
use crate::error::{Error, Result};
use crate::model::vocabulary::{Method, Verdict};
use crate::render::sanitised;
use crate::store::{Review as Saying, Run, Store, StoredClaim, named};
use crate::text::sentences;

/// List what waits for a human eye; accept, reject or correct a reading, with a note
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb review list\n  factdb review reject 3f2a91c0 --note 'counts the 2003 invasion twice'\n  factdb review correct 3f2a91c0 --set quantity.best=2400 --set place=erbil\n  factdb review withdraw 3f2a91c0")]
pub struct Review {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List extracted readings without a verdict
    List {
        /// List the readings that have one instead
        #[arg(long)]
        done: bool,
    },
    /// Say that readings are right
    Accept(Judged),
    /// Say that readings are wrong: no report counts them
    Reject(Judged),
    /// Say that a reading is wrong, and what is right instead
    Correct {
        #[command(flatten)]
        judged: Judged,
        /// A field of the claim and its right value, as in a claim file (empty: not said)
        #[arg(long = "set", value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    /// Take the last verdict back
    Withdraw(Judged),
}

#[derive(Debug, Args)]
struct Judged {
    /// Keys of claims (first digits will do; KEY:READING where a key was read in several ways)
    #[arg(required = true)]
    keys: Vec<String>,
    /// Why
    #[arg(long)]
    note: Option<String>,
    /// Who says so
    #[arg(long, env = "USER", hide_env_values = true)]
    reviewer: Option<String>,
}

pub(super) fn run(arguments: &Review, db: &Path) -> Result<Outcome> {
    let text = match &arguments.action {
        Action::List { done } => list(&database::for_reading(db)?, *done)?,
        Action::Accept(judged) => judge(db, judged, Verdict::Accepted)?,
        Action::Reject(judged) => judge(db, judged, Verdict::Rejected)?,
        Action::Withdraw(judged) => judge(db, judged, Verdict::Withdrawn)?,
        Action::Correct { judged, fields } => correct(db, judged, fields)?,
    };
    output::text(None, &text)?;
    Ok(Outcome::Done)
}

fn list(store: &Store, done: bool) -> Result<String> {
    let mut text = String::new();
    let rows: Vec<(StoredClaim, Option<String>)> = if done {
        store.reviewed()?.into_iter().map(|target| (target.claim, target.verdict)).collect()
    } else {
        store.waiting_for_review()?.into_iter().map(|claim| (claim, None)).collect()
    };
    for (claim, verdict) in &rows {
        let verdict = verdict.as_ref().map(|verdict| format!("{verdict}  ")).unwrap_or_default();
        let line = format!("{}  {verdict}{}  {}: {}", claim.key, claim.article_key, claim.claim.reading.predicate, claim.quote);
        text.push_str(&sanitised(&line).replace('\n', " "));
        text.push('\n');
    }
    text.push_str(&match (rows.len(), done) {
        (0, false) => "nothing waits for review\n".to_owned(),
        (count, false) => format!("waiting for review: {}\n", counted(count, "reading")),
        (count, true) => format!("with a verdict: {}\n", counted(count, "reading")),
    });
    Ok(text)
}

fn judge(db: &Path, judged: &Judged, verdict: Verdict) -> Result<String> {
    let mut store = database::existing_for_writing(db)?;
    let claims = judged.keys.iter().map(|key| store.find_reading(key)).collect::<Result<Vec<_>>>()?;
    if verdict == Verdict::Withdrawn {
        for claim in &claims {
            if store.verdict(claim)?.is_none() {
                return Err(Error::user(format!("{} has no verdict to withdraw", claim.key)));
            }
        }
    }
    let now = clock::now();
    let mut text = String::new();
    let mut import = store.begin(&Run { command: "review", started: now.clone(), trial: false })?;
    for claim in &claims {
        if verdict == Verdict::Withdrawn
            && let Some(replacement) = import.own_replacement(claim)?
        {
            // The correction goes with the verdict that made it.
            import.review(&judged.saying(Verdict::Rejected, &replacement, None, &now))?;
        }
        import.review(&judged.saying(verdict, claim, None, &now))?;
        text.push_str(&format!("{verdict} {}\n", claim.key));
    }
    import.finish(&now)?;
    store.settle()?;
    Ok(text)
}

fn correct(db: &Path, judged: &Judged, fields: &[String]) -> Result<String> {
    let [key] = judged.keys.as_slice() else {
        return Err(Error::user("one correction is for one claim: give one key"));
    };
    let mut store = database::existing_for_writing(db)?;
    let wrong = store.find_reading(key)?;
    let mut right = wrong.claim.clone();
    let article = store.find_article(&wrong.article_key)?;
    right.reading = corrected(&wrong, &article.text, fields)?;
    right.method = Method::Curated;
    right.rule = None;
    if right.reading == wrong.claim.reading {
        return Err(Error::user("that is what the claim says already"));
    }
    let now = clock::now();
    let mut import = store.begin(&Run { command: "review", started: now.clone(), trial: false })?;
    let named = named(&article.key, &article.text, &sentences(&article.text), vec![right.clone()]);
    import.claims(article.id, &named)?;
    let replacement = import.stored(&article, &right)?;
    if import.is_rejected(&replacement)? {
        import.review(&judged.saying(Verdict::Withdrawn, &replacement, None, &now))?;
    }
    import.review(&judged.saying(Verdict::Corrected, &wrong, Some(&replacement), &now))?;
    import.finish(&now)?;
    store.settle()?;
    Ok(format!("corrected {}: replaced by {}:{}\n", wrong.key, replacement.key, replacement.reading_hash))
}

impl Judged {
    fn saying<'a>(
        &'a self,
        verdict: Verdict,
        claim: &'a StoredClaim,
        replacement: Option<&'a StoredClaim>,
        made: &'a str,
    ) -> Saying<'a> {
        Saying {
            verdict,
            claim,
            replacement,
            reviewer: self.reviewer.as_deref().filter(|name| !name.is_empty()),
            note: self.note.as_deref(),
            made,
        }
    }
}
