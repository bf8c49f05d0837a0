//! What is arranged, decided or doubted before it happens: "slated for May", "invited to a summit on Tuesday", "voted to
//! extend until July"; and what is only compared with, "the first in 20 months".

use super::tense::{Tense, clause_start, follows_article, governed, is_infinitive};
use super::token::Line;
use super::word::{Key, Verb, Word};

/// "doubts about holding", "insisted on holding": what is talked of before it is held.
pub(super) fn is_doubted(line: &Line, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| line.raw(at));
    matches!(before(1), "of" | "about" | "on" | "against" | "over")
        && !matches!(before(2), "accused" | "suspected" | "after")
}

/// "talks resume Thursday", "voters go to the polls on Sunday": a plural noun and what it does.
pub(super) fn is_of_many(line: &Line, at: usize) -> bool {
    let many = |word: &str| word.len() > 4 && word.ends_with('s') && !word.ends_with("ss");
    if at == 0 {
        return false;
    }
    let is_free = at < 2 || !matches!(line.word(at - 2), Word::Key(Key::To)) && !line.is_mark(at - 1, b'\'');
    // "Ukraine votes on Sunday"
    let votes = line.raw(at) == "votes";
    // "the presidents of Chad and Niger gather on Friday"
    let listed = at > 2 && line.is_capital(at - 1) && line.is_key(at - 2, Key::And);
    let subject = if votes { !line.is_lower(at - 1) } else { many(line.raw(at - 1)) || listed };
    // Presidents have a holiday.
    matches!(line.word(at - 1), Word::Other | Word::Holiday) && subject && is_free
}

/// "Kenya hosts talks on Friday", "the minister travels to Geneva on Friday": who does it stands right before.
pub(super) fn is_of_one(line: &Line, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = line.raw(before);
    let one = matches!(
        word,
        "it" | "he"
            | "she"
            | "who"
            | "which"
            | "then"
            | "now"
            | "president"
            | "minister"
            | "premier"
            | "king"
            | "envoy"
            | "secretary"
            | "chief"
            | "leader"
            | "parliament"
            | "council"
            | "government"
            | "conference"
            | "summit"
            | "country"
            | "nation"
            | "group"
            | "bloc"
            | "alliance"
            | "delegation"
            | "assembly"
            | "committee"
            | "commission"
    );
    // "state heads"
    let heads =
        line.raw(at) == "heads" && !matches!(line.word(at + 1), Word::Key(Key::To | Key::Back | Key::For));
    // "Blinken travels", but not "After visits"
    let named = line.is_capital(before) && before > 0 && matches!(line.word(before), Word::Other);
    let opens =
        line.is_capital(before) && before == 0 && !matches!(word, "The" | "After" | "Its" | "Their" | "His");
    (one || named || opens) && !heads && !line.is_key(at + 1, Key::Of)
}

/// "was planned for early March", "the slated visit in May", "has scheduled a vote": what is arranged is ahead,
/// but for what was "originally planned" or "had been scheduled".
pub(super) fn arranged(line: &Line, at: usize) -> Tense {
    let is_over = |word: &str| {
        matches!(word, "originally" | "initially" | "previously" | "first" | "once" | "earlier" | "had")
    };
    if (1..=2).any(|steps| at >= steps && is_over(line.raw(at - steps))) {
        return Tense::Past;
    }
    // "has invited all sides to a summit on Tuesday": to what one is invited lies ahead.
    if matches!(line.raw(at), "invited" | "summoned") {
        let perfect = (1..=3)
            .filter_map(|back| at.checked_sub(back))
            .any(|at| matches!(line.raw(at), "has" | "have" | "been"));
        let goal = |next: usize| line.is_key(next, Key::To) && !is_infinitive(line, next);
        return if perfect && (at + 1..at + 10).any(goal) { Tense::Future } else { governed(line, at) };
    }
    let is_led = matches!(line.word(at + 1), Word::Key(Key::For | Key::To));
    let is_attribute = follows_article(line, at) && line.is_lower(at + 1);
    match line.raw(at) {
        "scheduled" | "slated" => Tense::Future,
        _ if is_led || is_attribute && line.raw(at) == "planned" => Tense::Future,
        _ if governed(line, at) == Tense::Past => Tense::Directive,
        _ => governed(line, at),
    }
}

/// "decided in August to begin by 15 December": told of a day that may be as old as the decision.
pub(super) fn is_directed(line: &Line, date: usize) -> bool {
    // Who tells of it decides nothing.
    let tells = |at: usize| matches!(line.raw(at), "said" | "told" | "announced" | "warned");
    (clause_start(line, date)..date)
        .any(|at| matches!(line.word(at), Word::Verb(Verb::Directive)) && !tells(at))
}

/// "called elections for May", "announced the pullout for May": what sets it stands before.
pub(super) fn is_called_for(line: &Line, date: usize) -> bool {
    (clause_start(line, date)..date).any(|at| matches!(line.word(at), Word::Verb(Verb::Directive)))
}

/// Beginnings of verbs for what is held later.
const PUT_OFF: [&str; 4] = ["postpon", "delay", "reschedul", "defer"];

/// "shifted from February 14 to March 28": two days of one thing, and no stretch between them.
pub(super) fn is_shifted(line: &Line, from: usize) -> bool {
    let begins = |at: usize, stems: &[&str]| stems.iter().any(|stem| line.raw(at).starts_with(stem));
    // "was moved from May to June", of what has a day: troops are moved from one month to another as well.
    let dated = || {
        (from.saturating_sub(12)..from).any(|at| {
            begins(
                at,
                &[
                    "election",
                    "vote",
                    "poll",
                    "referend",
                    "runoff",
                    "talks",
                    "meeting",
                    "summit",
                    "deadline",
                    "date",
                    "pullout",
                    "withdrawal",
                ],
            )
        })
    };
    (from.saturating_sub(7)..from)
        .any(|at| begins(at, &PUT_OFF) || begins(at, &["shift", "push", "move"]) && dated())
}

/// "postponed the vote until May": the last verb before the date, none between, puts something off to it.
fn is_put_off(line: &Line, to: usize) -> bool {
    let within = |at: &usize| !matches!(line.word(*at), Word::Mark(_) | Word::Key(Key::Clause));
    let moves = |word: &str| {
        PUT_OFF.iter().any(|stem| word.starts_with(stem))
            && !["ay", "ays", "ment"].iter().any(|noun| word.ends_with(noun))
    };
    let mut near = (to.saturating_sub(9)..to).rev().take_while(within);
    near.find(|at| moves(line.raw(*at)) || matches!(line.word(*at), Word::Verb(_)))
        .is_some_and(|at| moves(line.raw(at)))
}

/// "postponed to August", "put off until May": to which day a thing is moved.
pub(super) fn is_moved_to(line: &Line, date: usize) -> bool {
    let to = date.checked_sub(1).filter(|at| matches!(line.raw(*at), "to" | "until" | "till"));
    let back = |at: usize| matches!(line.raw(at), "back" | "off" | "forward");
    let from = to.and_then(|to| (to.saturating_sub(5)..to).rev().find(|at| line.is_key(*at, Key::From)));
    if from.is_some_and(|from| is_shifted(line, from)) || to.is_some_and(|to| is_put_off(line, to)) {
        return true;
    }
    to.and_then(|to| to.checked_sub(1)).map(|at| if back(at) && at > 0 { at - 1 } else { at }).is_some_and(
        |at| {
            PUT_OFF
                .iter()
                .chain(&["adjourn", "pushed", "put", "moved", "brought"])
                .any(|stem| line.raw(at).starts_with(stem))
                && (at == date - 2 && !matches!(line.raw(at), "put" | "brought") || back(at + 1))
        },
    )
}

/// "voted to extend the mandate until July": what a vote is for lies ahead of it.
pub(super) fn is_voted_for(line: &Line, date: usize) -> bool {
    let votes = |at: usize| matches!(line.raw(at), "voted" | "vote" | "votes") && line.raw(at + 1) == "to";
    (date.saturating_sub(14)..date).rev().take_while(|at| !line.is_mark(*at, b';')).any(votes)
}

/// "the first time in", "the first face-to-face talks in", "its seventh election in": a superlative or an ordinal stands
/// before, and no comma between.
pub(super) fn is_unmatched(line: &Line, lead: usize) -> bool {
    let superlative = |word: &str| {
        matches!(word, "first" | "only" | "worst" | "best" | "most" | "last" | "least")
            || word.len() > 6 && word.ends_with("est")
    };
    (1..=8)
        .filter_map(|back| lead.checked_sub(back))
        .take_while(|at| !line.is_mark(*at, b',') && !line.is_mark(*at, b';'))
        .any(|at| superlative(line.raw(at)) || matches!(line.word(at), Word::Ordinal(_)))
}

/// "have called for a meeting on Monday", "requested a council meeting on Monday": it has not been held.
pub(super) fn asks_for_meeting(line: &Line, at: usize) -> bool {
    let perfect = at > 0 && matches!(line.raw(at - 1), "have" | "has");
    let called = line.raw(at) == "called" && line.is_key(at + 1, Key::For) && perfect;
    let meeting =
        |at: usize| matches!(line.raw(at), "meeting" | "session" | "summit" | "talks" | "vote" | "briefing");
    called || line.raw(at) == "requested" && (at + 1..at + 13).any(meeting)
}
