//! What a run did, as text and as JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use crate::cli::output::{self, counted};
use crate::model::{Problem, Severity};
use crate::render::sanitised;
use crate::store::Counts;

/// Refusals and warnings shown one by one; the rest is counted.
const SHOWN: usize = 200;
/// Unknown entities named in the text.
const NAMED: usize = 40;

/// From so many articles on, a run says how fast it was.
const MANY: u64 = 1_000;

/// What a run did.
#[derive(Debug, Default)]
pub(super) struct Summary {
    /// Articles, claims, entities.
    pub(super) counts: Counts,
    /// What was refused or warned about, in order.
    pub(super) problems: Vec<Problem>,
    /// Keys that nothing had described.
    pub(super) unknown_entities: BTreeSet<String>,
    /// Articles whose texts were not read for claims, by their language.
    pub(super) unread: BTreeMap<String, u64>,
    /// Articles that were looked at, and the bytes of their texts.
    pub(super) articles: u64,
    pub(super) bytes: u64,
    /// How long it took.
    pub(super) seconds: f64,
    /// Whether the user ended it.
    pub(super) stopped: bool,
    /// Files in folders that are no inputs, by extension.
    pub(super) passed_over: BTreeMap<String, usize>,
}

impl Summary {
    /// How many things were not taken in: a claim with three mistakes is one.
    pub(super) fn refused(&self) -> u64 {
        let refused = self.problems.iter().filter(|problem| problem.severity == Severity::Refused);
        // Where there are no lines, a field tells records apart.
        let places = refused.map(|problem| &problem.place).map(|place| {
            (&place.file, place.line, place.field.as_ref().filter(|_| place.line.is_none()))
        });
        places.collect::<BTreeSet<_>>().len() as u64
    }

    /// Says on standard error what was refused or kept with a warning.
    pub(super) fn complain(&self) {
        for problem in self.problems.iter().take(SHOWN) {
            let word = match problem.severity {
                Severity::Refused => "refused",
                Severity::Warning => "warning",
            };
            output::message(&format!("{word}: {problem}"));
        }
        if self.problems.len() > SHOWN {
            output::message(&format!("… and {} more (--json lists all)", self.problems.len() - SHOWN));
        }
    }

    /// For people.
    pub(super) fn text(&self, trial: bool) -> String {
        let counts = &self.counts;
        let mut text = format!(
            "{}{} and {} added, {} refused\n",
            if trial { "dry run, nothing was written: " } else { "" },
            counted(counts.articles_added, "article"),
            counted(counts.claims_added, "curated claim"),
            self.refused()
        );
        let details = [
            (counts.claims_read, "claim", " read from the texts"),
            (counts.articles_unchanged, "article", " unchanged"),
            (counts.articles_updated, "article", " with new metadata"),
            (counts.versions_added, "new version", " of known articles"),
            (counts.claims_unchanged, "claim", " unchanged"),
            (counts.claims_retired, "claim", " retired"),
            (counts.entities_added, "entity", " added"),
            (counts.names_added, "name", " added"),
            (self.warnings(), "warning", ""),
        ];
        for (count, noun, what) in details.into_iter().filter(|(count, ..)| *count > 0) {
            text.push_str(&format!("  {}{what}\n", counted(count, noun)));
        }
        text.push_str(&self.rate());
        text.push_str(&self.not_read());
        text.push_str(&self.unknown());
        if !self.passed_over.is_empty() {
            let kinds: Vec<String> = self.passed_over.iter().map(|(kind, count)| format!("{kind} ({count})")).collect();
            text.push_str(&format!("  passed over in folders: {}\n", sanitised(&kinds.join(", "))));
        }
        text
    }

    /// How fast it went, where there was enough to tell.
    fn rate(&self) -> String {
        if self.articles < MANY || self.seconds <= 0.0 {
            return String::new();
        }
        let [articles, megabytes] = self.rates();
        format!("  {articles:.0} articles and {megabytes:.1} MB of text a second, in {:.0} s\n", self.seconds)
    }

    fn rates(&self) -> [f64; 2] {
        [self.articles as f64, self.bytes as f64 / 1e6].map(|sum| sum / self.seconds.max(1e-3))
    }

    fn not_read(&self) -> String {
        let count = self.unread.values().sum::<u64>();
        let languages: Vec<String> = self.unread.iter().map(|(tag, count)| format!("{tag} ({count})")).collect();
        match count {
            0 => String::new(),
            _ => format!(
                "  {} stored, but not read for claims, which only English is: {}\n",
                counted(count, "text"),
                sanitised(&languages.join(", "))
            ),
        }
    }

    fn unknown(&self) -> String {
        if self.unknown_entities.is_empty() {
            return String::new();
        }
        let named: Vec<&str> = self.unknown_entities.iter().take(NAMED).map(String::as_str).collect();
        let rest = self.unknown_entities.len().saturating_sub(NAMED);
        let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
        format!(
            "  {} known only by the claims' own keys (describe or merge them with `factdb entities`): {}{more}\n",
            counted(self.unknown_entities.len(), "entity"),
            named.join(", ")
        )
    }

    fn warnings(&self) -> u64 {
        self.problems.iter().filter(|problem| problem.severity == Severity::Warning).count() as u64
    }

    /// For programs.
    pub(super) fn json(&self) -> String {
        let mut summary = json!(self.counts);
        let [articles, megabytes] = self.rates();
        summary["seconds"] = json!(self.seconds);
        summary["articles_per_second"] = json!(articles);
        summary["megabytes_per_second"] = json!(megabytes);
        summary["stopped"] = json!(self.stopped);
        summary["refused"] = json!(self.refused());
        summary["warnings"] = json!(self.warnings());
        summary["unknown_entities"] = json!(self.unknown_entities);
        summary["not_read"] = json!(self.unread);
        summary["passed_over"] = json!(self.passed_over);
        summary["problems"] = self.problems.iter().map(problem).collect();
        format!("{summary:#}\n")
    }
}

fn problem(problem: &Problem) -> Json {
    json!({
        "severity": match problem.severity { Severity::Refused => "refused", Severity::Warning => "warning" },
        "file": problem.place.file,
        "line": problem.place.line,
        "field": problem.place.field,
        "reason": problem.reason,
        "way_out": problem.way_out,
    })
}
