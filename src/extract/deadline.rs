//! Dates that a text calls deadlines: "a 31 December deadline for withdrawals", "a deadline of March 15 for the pullout",
//! "the deadline for the pullout was the end of the year". What they are for is due by them, not on them.

use super::function_words::Small;
use super::scene::Dated;
use super::word::{Kind, Words};
use crate::model::vocabulary::Relation;

/// The date as a deadline, with the words that lead from it to what is due, where it is called one.
pub(super) fn as_deadline(words: &Words, mut date: Dated) -> Dated {
    let tokens = words.within(&date.range);
    let behind = is_deadline(words, tokens.end);
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
