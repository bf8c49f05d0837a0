//! Dates that a text calls deadlines: "a 31 December deadline for withdrawals", "a deadline of March 15 for the pullout",
//! "the deadline for the pullout was the end of the year". What they are for is due by them, not on them.

use std::ops::Range;

use chrono::{Months, NaiveDate};

use crate::extract::scene::Dated;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::{Precision, Relation};

/// The date as a deadline, with the words that lead from it to what is due, where it is called one.
pub(in crate::extract) fn as_deadline(words: &Words, mut date: Dated, published: Option<NaiveDate>) -> Dated {
    let tokens = words.within(&date.range);
    if date.when.relation == Relation::On && extends(words, tokens.start) {
        return extended(date, published);
    }
    if is_time_given(words, &tokens, date.when.relation) {
        date.when.relation = Relation::By;
        date.when.earliest = None;
        return date;
    }
    // "a 2019 pullout deadline"
    let withdrawal = words.lower(tokens.end).ends_with("al") || words.lower(tokens.end) == "pullout";
    let behind = is_deadline(words, tokens.end + usize::from(withdrawal));
    let before = !behind && leads(words, tokens.start);
    if !(behind || before) || !matches!(date.when.relation, Relation::On | Relation::By | Relation::Until) {
        return date;
    }
    date.when.relation = Relation::By;
    date.when.earliest = None;
    // "deadline for the": what is due stands right behind.
    let mut end = tokens.end + usize::from(behind);
    if matches!(words.lower(end), "for" | "to") {
        end += 1;
        while end < words.len() && words.is(end, Small::DETERMINER) {
            end += 1;
        }
        date.range.end = words.bytes(tokens.start, end - 1).end;
    }
    date
}

/// "has until Monday to pull out", "gave them until May to leave", "have 60 days to leave": time for what stands behind.
pub(super) fn is_time_given(words: &Words, tokens: &Range<usize>, relation: Relation) -> bool {
    let gives = |at: usize| {
        words.is(at, Small::HAVE) || matches!(words.lower(at), "give" | "gives" | "gave" | "given" | "giving")
    };
    let length = relation == Relation::By && !words.is(tokens.start, Small::PREPOSITION);
    (length || matches!(words.lower(tokens.start), "until" | "till"))
        && words.lower(tokens.end) == "to"
        && (tokens.start.saturating_sub(6)..tokens.start).any(gives)
}

/// "has been extended to": the words before a date to which something is to last.
fn extends(words: &Words, start: usize) -> bool {
    let link = start.checked_sub(1).is_some_and(|at| matches!(words.lower(at), "to" | "till"));
    let verb = |back: usize| start.checked_sub(back).map_or("", |at| words.lower(at));
    link && (2..=3)
        .any(|back| matches!(verb(back), "extended" | "prolonged" | "extending" | "extend" | "extension"))
}

/// Whether a date says its year: four figures in a row, unlike those of a day.
fn names_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|figures| figures.len() == 4)
}

/// A date to which something lasts: what is extended lasts beyond the day on which that is told.
fn extended(mut date: Dated, published: Option<NaiveDate>) -> Dated {
    let when = &mut date.when;
    when.relation = Relation::Until;
    when.earliest = None;
    when.edtf = None;
    let bare = matches!(when.precision, Precision::Day | Precision::Month)
        && !when.text.as_deref().is_some_and(names_year);
    if let (Some(latest), Some(day)) = (when.latest, published) {
        let over = latest < day;
        when.latest = if bare && over { latest.checked_add_months(Months::new(12)) } else { Some(latest) };
        date.ahead |= over || latest > day;
    }
    date
}

/// "deadline of", "deadline is", "deadline for the withdrawal of troops was": the words before a date.
fn leads(words: &Words, start: usize) -> bool {
    let Some(link) = start.checked_sub(1) else { return false };
    match words.lower(link) {
        "of" => link > 0 && is_deadline(words, link - 1),
        "is" | "was" | "remains" | "until" | "to" => {
            let clause = (link.saturating_sub(14)..link)
                .rev()
                .take_while(|at| words.list[*at].kind == Kind::Word && !words.is(*at, Small::CLAUSE));
            clause.into_iter().any(|at| is_deadline(words, at))
        }
        _ => false,
    }
}

fn is_deadline(words: &Words, at: usize) -> bool {
    matches!(words.lower(at), "deadline" | "deadlines" | "cut-off" | "cutoff")
        || words.lower(at) == "target" && words.lower(at + 1) == "date"
}
