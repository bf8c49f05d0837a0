//! Days that own what takes place on them: "Friday's talks", "ahead of Sunday's election". Knows words, no calendar.

use super::ahead::is_poll;
use super::tense::{Tense, clause_start, is_infinitive, verb};
use super::token::Line;
use super::word::{Key, Word};

/// Whether what takes place on the day from `start` to `end` is over, still to come, or the nearer of both.
pub(super) fn tense(line: &Line, start: usize, end: usize) -> Tense {
    let noun = arranged_noun(line, end);
    let arranged = noun.is_some();
    if is_awaited(line, start)
        || is_to_come(line, start, end)
        || arranged && (is_joined(line, start) || is_looked_forward_to(line, start))
    {
        return Tense::Future;
    }
    // "killed 40 during January's election": what was done then was done at it.
    let during =
        start > 0 && matches!(line.raw(start - 1), "during" | "since" | "after" | "following" | "at");
    let done = |at: usize| matches!(verb(line, at), Some(Tense::Past | Tense::Directive));
    if arranged && during && (clause_start(line, start)..start).any(done) {
        return Tense::Past;
    }
    let told = noun.is_some_and(|noun| is_told_of(line, noun));
    if arranged && !told { Tense::Nearby } else { Tense::Unknown }
}

/// The noun behind "Friday's" that tells of something held on a day fixed before: "Friday's second round of talks".
fn arranged_noun(line: &Line, end: usize) -> Option<usize> {
    let begin = line.possessive(end)?;
    let inside = |at: &usize| !matches!(line.word(*at), Word::Mark(_)) || line.is_mark(*at, b'-');
    (begin..begin + 5).take_while(inside).find(|at| is_poll(line.raw(*at)) || is_meeting(line.raw(*at)))
}

pub(super) fn is_meeting(word: &str) -> bool {
    matches!(word, "talks" | "summit" | "meeting" | "conference" | "negotiations" | "session" | "handover")
}

/// "Friday's talks ended", "Sunday's vote was rigged": what it did or was is known.
fn is_told_of(line: &Line, noun: usize) -> bool {
    let within = |at: &usize| !matches!(line.word(*at), Word::Mark(_));
    (noun + 1..noun + 7)
        .take_while(within)
        .find_map(|at| verb(line, at))
        .is_some_and(|tense| matches!(tense, Tense::Past | Tense::Directive))
}

/// "ahead of Saturday's election", "in advance of Sunday's vote"
fn is_awaited(line: &Line, start: usize) -> bool {
    let word = |back: usize| start.checked_sub(back).map_or("", |at| line.raw(at));
    let awaited = |word: &str| matches!(word, "ahead" | "advance" | "eve");
    let leads =
        |word: &str| matches!(word, "prior" | "run-up" | "lead-up" | "runup" | "countdown" | "buildup");
    word(1) == "of" && awaited(word(2))
        || word(1) == "before"
        || word(1) == "to" && (leads(word(2)) || word(2) == "up" && word(3) == "-")
}

/// "Sunday's election will be the first", "will win in Sunday's election".
fn is_to_come(line: &Line, start: usize, end: usize) -> bool {
    let will = |at: usize| matches!(line.raw(at), "will" | "would");
    let is = |at: usize| matches!(line.raw(at), "is" | "are");
    // "told her during Friday's talks that he would stay": what was told is another clause's.
    let within = |at: &usize| line.raw(*at) != "that" || verb(line, at + 1).is_some();
    let mut near = (end..(end + 6).min(line.tokens.len())).take_while(within);
    let mut told = || near.find(|at| verb(line, *at).is_some());
    let polled = (end..end + 5).any(|at| is_poll(line.raw(at)));
    if polled && is_threatened(line, start) {
        return true;
    }
    // "the results of Sunday's election will be known": what comes out of it is still to come.
    let outcome = start.checked_sub(2).map_or("", |at| line.raw(at)).to_ascii_lowercase();
    let counted = ["result", "outcome", "winner", "turnout"].iter().any(|stem| outcome.starts_with(stem));
    !counted && told().is_some_and(|at| will(at) || polled && is(at))
}

/// "threatens to disrupt Sunday's election", "vowed to boycott the": what somebody sets out to do to it is not done yet.
fn is_threatened(line: &Line, start: usize) -> bool {
    let goal = (1..=3).filter_map(|back| start.checked_sub(back)).find(|at| line.is_key(*at, Key::To));
    let intends = |word: &str| {
        ["threaten", "vow", "pledg", "promis", "plan", "prepar", "aim", "hop"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    goal.is_some_and(|to| is_infinitive(line, to) && to > 0 && intends(line.raw(to - 1)))
}

/// "will attend Friday's talks", "would take part in", "is to boycott", "will vote in": who is still to be there.
/// "Will study Sunday's vote" may be said of one that is over.
fn is_joined(line: &Line, start: usize) -> bool {
    let joins = |word: &str| {
        [
            "attend", "join", "boycott", "monitor", "observ", "host", "chair", "mediat", "skip", "contest",
            "secur", "guard", "disrupt", "derail",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
    };
    let within = |at: &usize| !matches!(line.word(*at), Word::Mark(b',' | b';' | b'"'));
    let led = line.is_key(start.wrapping_sub(1), Key::In) || start > 0 && line.raw(start - 1) == "at";
    let clause = clause_start(line, start);
    let first = start.saturating_sub(if led { 12 } else { 5 }).max(clause);
    let mut near = (first..start).rev().take_while(within);
    let ahead = |at: usize| {
        let will = matches!(line.raw(at), "will" | "would" | "wo");
        will || line.is_key(at, Key::To) && is_infinitive(line, at) && verb(line, at) == Some(Tense::Future)
    };
    let joined = led || near.clone().any(|at| joins(line.raw(at)));
    joined && near.any(ahead)
}

/// "hopes are high for Sunday's election", "preparations for", "candidates in", "campaigning for".
fn is_looked_forward_to(line: &Line, start: usize) -> bool {
    let led = start > 0 && matches!(line.raw(start - 1), "for" | "in");
    let looks = |word: &str| {
        [
            "hope",
            "prepar",
            "campaign",
            "expectation",
            "candidate",
            "favourite",
            "favorite",
            "ready",
            "brac",
            "gear",
            "frontrunner",
            "front-runner",
            "contender",
        ]
        .iter()
        .any(|stem| word.get(..stem.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(stem)))
    };
    let within = |at: &usize| !matches!(line.word(*at), Word::Mark(b',' | b';' | b'"'));
    led && (start.saturating_sub(7)..start).rev().take_while(within).any(|at| looks(line.raw(at)))
}
