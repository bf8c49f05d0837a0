//! Counts of matches, and the figures made of them.

use std::fmt;

use factdb::date::DateExpression;

use crate::document::{Document, Tag};

/// Matches over documents.
#[derive(Default)]
pub(crate) struct Score {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    kind: usize,
    value: usize,
}

impl Score {
    /// Adds a document; prints what differs if asked.
    pub(crate) fn add(&mut self, name: &str, document: &Document, found: &[DateExpression], shows: bool) {
        self.gold += document.tags.len();
        self.found += found.len();
        let mut is_used = vec![false; found.len()];
        for tag in &document.tags {
            let at = found
                .iter()
                .enumerate()
                .filter(|(at, date)| !is_used[*at] && overlap(tag, date))
                .max_by_key(|(_, date)| {
                    date.extent.end.min(tag.extent.end) - date.extent.start.max(tag.extent.start)
                })
                .map(|(at, _)| at);
            let Some(at) = at else {
                report(shows, "MISSED", name, document, Some(tag), None);
                continue;
            };
            is_used[at] = true;
            self.count(name, document, tag, &found[at], shows);
        }
        for (date, _) in found.iter().zip(&is_used).filter(|(_, is_used)| !**is_used) {
            report(shows, "SPURIOUS", name, document, None, Some(date));
        }
    }

    fn count(&mut self, name: &str, document: &Document, tag: &Tag, date: &DateExpression, shows: bool) {
        self.relaxed += 1;
        let words = |extent: &std::ops::Range<usize>| {
            document.text[extent.clone()].trim().trim_end_matches(['.', ',']).to_owned()
        };
        let is_strict = words(&tag.extent) == words(&date.extent);
        let is_value = date.value.as_deref() == Some(tag.value.as_str());
        self.strict += usize::from(is_strict);
        self.kind += usize::from(date.kind.word() == tag.kind);
        self.value += usize::from(is_value);
        if !is_strict {
            report(shows, "EXTENT", name, document, Some(tag), Some(date));
        }
        if !is_value {
            report(shows, "VALUE", name, document, Some(tag), Some(date));
        }
    }

    fn f1(&self, matches: usize) -> f64 {
        2.0 * matches as f64 / (self.gold + self.found).max(1) as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        write!(
            f,
            "{} tags, {} found; strict P {:.3} R {:.3} F1 {:.3}; relaxed P {:.3} R {:.3} F1 {:.3}; type F1 {:.3}; value F1 {:.3} (accuracy {:.3})",
            self.gold,
            self.found,
            share(self.strict, self.found),
            share(self.strict, self.gold),
            self.f1(self.strict),
            share(self.relaxed, self.found),
            share(self.relaxed, self.gold),
            self.f1(self.relaxed),
            self.f1(self.kind),
            self.f1(self.value),
            share(self.value, self.relaxed),
        )
    }
}

fn overlap(tag: &Tag, date: &DateExpression) -> bool {
    tag.extent.start < date.extent.end && date.extent.start < tag.extent.end
}

fn report(
    shows: bool,
    what: &str,
    name: &str,
    document: &Document,
    tag: Option<&Tag>,
    date: Option<&DateExpression>,
) {
    if !shows {
        return;
    }
    let extent = tag.map(|tag| tag.extent.clone()).or(date.map(|date| date.extent.clone())).unwrap();
    let from = document.text[..extent.start].char_indices().rev().nth(70).map_or(0, |(at, _)| at);
    let to = document.text[extent.end..]
        .char_indices()
        .nth(40)
        .map_or(document.text.len(), |(at, _)| extent.end + at);
    let gold = tag.map(|tag| format!("[{}] {} {}", &document.text[tag.extent.clone()], tag.kind, tag.value));
    let ours = date.map(|date| {
        format!(
            "[{}] {} {}",
            &document.text[date.extent.clone()],
            date.kind.word(),
            date.value.as_deref().unwrap_or("-")
        )
    });
    let day = document.published.map(|day| day.to_string()).unwrap_or_default();
    let around = document.text[from..to].replace('\n', " ");
    println!("{what}\t{}\t{}\t{day} {name}\t…{around}…", gold.unwrap_or_default(), ours.unwrap_or_default());
}
