//! Days by which an event is named: "after the talks in Geneva on Tuesday", "under the Sept. 5 truce", "the vote of May 4".
//! Knows words, no calendar.

use super::ahead::{is_deed, is_poll};
use super::owned::is_meeting;
use super::tense::{Tense, clause_start, verb};
use super::token::Line;
use super::word::{Key, Verb, Word};

/// What the name of an event tells of its day against the tense of its clause: "life is hard after the vote on Tuesday".
pub(super) fn tense(line: &Line, start: usize, end: usize, told: Tense) -> Tense {
    if told != Tense::Future {
        return told;
    }
    let described = described(line, start, end);
    let Some(noun) = described.or_else(|| event_before(line, start)) else { return told };
    let first = if described.is_some() { start } else { noun };
    let behind = (first.saturating_sub(5)..first)
        .rev()
        .take_while(|at| !matches!(line.word(*at), Word::Mark(_) | Word::Verb(_)))
        .any(|at| {
            matches!(line.raw(at), "after" | "following" | "since" | "despite" | "After" | "Following")
        });
    if behind && !looks_ahead(line, start) {
        return Tense::Past;
    }
    // "want to boycott the May election": what somebody is still to do to it.
    let awaited =
        is_poll(line.raw(noun)) && (clause_start(line, first)..first).any(|at| verb(line, at).is_some());
    let of = line.is_key(start.wrapping_sub(1), Key::Of) || line.is_key(start, Key::Of);
    if !awaited && (described.is_some() || of) { Tense::Named } else { told }
}

/// "the Sept. 5 peace deal": the event right behind a day that has an article before it.
fn described(line: &Line, start: usize, end: usize) -> Option<usize> {
    let article = |back: usize| {
        start
            .checked_sub(back)
            .is_some_and(|at| matches!(line.raw(at), "a" | "an" | "the" | "A" | "An" | "The"))
    };
    let led = article(1) || article(2) && line.is_lower(start - 1) || line.is_key(start, Key::The);
    let near = (end..end + 4).take_while(|at| line.is_lower(*at) && verb(line, *at).is_none());
    near.into_iter().find(|at| led && is_event(line.raw(*at)))
}

/// "the talks in Geneva on Tuesday": the event before a day, with nothing but its place and its parties between.
fn event_before(line: &Line, start: usize) -> Option<usize> {
    let plain =
        |at: &usize| !matches!(line.word(*at), Word::Mark(_) | Word::Verb(_)) && verb(line, *at).is_none();
    (start.saturating_sub(8)..start).rev().take_while(plain).find(|at| is_event(line.raw(*at)))
}

/// Whether the clause says what is to come: "will", "plans to".
fn looks_ahead(line: &Line, at: usize) -> bool {
    let to_come = |at: usize| {
        matches!(line.word(at), Word::Verb(Verb::Future))
            || line.is_key(at, Key::To) && verb(line, at).is_some()
    };
    (clause_start(line, at)..at).chain(at..(at + 14).min(line.tokens.len())).any(to_come)
}

/// What takes place on a day and is over.
fn is_event(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    is_poll(word)
        || is_meeting(word)
        || is_deed(word)
        || matches!(
            one,
            "ceasefire"
                | "cease-fire"
                | "truce"
                | "accord"
                | "agreement"
                | "deal"
                | "pact"
                | "treaty"
                | "withdrawal"
                | "pullout"
                | "deployment"
                | "invasion"
                | "coup"
                | "offensive"
                | "massacre"
        )
}
