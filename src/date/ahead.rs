//! Days that lie ahead or behind by what is said of them: "the vote on Sunday, which rebels vowed to derail", "under a May
//! accord". Knows words, no calendar.

use super::tense::{clause_start, verb};
use super::token::Line;
use super::word::{Key, Word};

/// "the vote on Sunday, which the rebels have vowed to derail"
pub(super) fn is_up_against(line: &Line, start: usize, end: usize) -> bool {
    let noun = start.checked_sub(if line.is_key(start, Key::On) { 1 } else { 2 });
    let relative =
        matches!(line.word(end), Word::Mark(b',')) && matches!(line.raw(end + 1), "which" | "that");
    let vows = |at: usize| {
        let has = at > 0 && matches!(line.raw(at - 1), "have" | "has");
        has && matches!(line.raw(at), "vowed" | "threatened" | "pledged" | "promised")
            && line.is_key(at + 1, Key::To)
    };
    // "a truce until elections on Nov. 1"
    let until = noun.is_some_and(|noun| {
        is_poll(line.raw(noun))
            && (noun.saturating_sub(3)..noun).any(|at| matches!(line.raw(at), "until" | "till"))
    });
    until
        || is_set(line, start, end)
        || is_waited_for(line, start, end)
        || relative && noun.is_some_and(|noun| is_poll(line.raw(noun))) && (end + 2..end + 12).any(vows)
}

/// "set May 4 as the date for the vote", "a date of May 4 for talks": what a day is set for is still to come.
fn is_set(line: &Line, start: usize, end: usize) -> bool {
    let called = |at: usize| matches!(line.raw(at), "date" | "day" | "deadline");
    // "had set Friday as the deadline"
    let over = (clause_start(line, start)..start).any(|at| line.raw(at) == "had");
    let as_date = line.raw(end) == "as" && (end + 2..end + 5).any(called) && !over;
    let of_date =
        start >= 2 && line.is_key(start - 1, Key::Of) && called(start - 2) && line.raw(end) == "for";
    as_date || of_date
}

/// "before a nationwide vote for local councils Sunday", "preparations for the June elections": what is still to come.
fn is_waited_for(line: &Line, start: usize, end: usize) -> bool {
    let plain = |at: &usize| {
        matches!(line.word(*at), Word::Mark(b'\''))
            || !matches!(line.word(*at), Word::Mark(_) | Word::Verb(_)) && verb(line, *at).is_none()
    };
    let poll = |from: usize| {
        let near = (from.saturating_sub(11)..from).rev().find(|at| is_poll(line.raw(*at)) || !plain(at));
        near.filter(|at| is_poll(line.raw(*at)))
    };
    let noun = if is_poll(line.raw(end)) || is_poll(line.raw(end + 1)) { Some(start) } else { poll(start) };
    let Some(noun) = noun else { return false };
    let word = |at: usize| line.raw(at);
    (noun.saturating_sub(5)..noun).rev().take_while(plain).any(|at| {
        let before = |back: usize| at.checked_sub(back).map_or("", word);
        match word(at) {
            // "before the vote on Sunday" may be over; one that is told of as new is not.
            "before" => matches!(word(at + 1), "a" | "an"),
            "for" => {
                ["prepar", "campaign", "candidate", "run"].iter().any(|stem| before(1).starts_with(stem))
            }
            "of" => matches!(
                (before(2), before(1)),
                ("the", "time") | ("by", "time") | (_, "ahead" | "advance" | "eve")
            ),
            "to" => matches!(before(1), "run-up" | "lead-up" | "buildup" | "prior"),
            _ => false,
        }
    })
}

pub(super) fn is_poll(word: &str) -> bool {
    matches!(
        word,
        "election" | "elections" | "vote" | "polls" | "referendum" | "runoff" | "run-off" | "ballot"
    )
}

/// What somebody has done to others.
pub(super) fn is_deed(word: &str) -> bool {
    let word = word.trim_end_matches('s');
    ["attack", "raid", "bombing", "strike", "airstrike", "blast", "explosion", "shooting", "ambush", "battle"]
        .contains(&word)
}

/// "under a May accord", "the June ruling": what a date stands before as its name has been.
pub(super) fn is_bygone(line: &Line, start: usize, end: usize) -> bool {
    let article = |back: usize| {
        start
            .checked_sub(back)
            .is_some_and(|at| matches!(line.raw(at), "a" | "an" | "the" | "A" | "An" | "The"))
    };
    // "the horrific Oct. 7 massacre"
    let is_led = article(1) || article(2) && line.is_lower(start - 1);
    let is_done = |word: &str| {
        matches!(
            word,
            "accord"
                | "agreement"
                | "deal"
                | "pact"
                | "truce"
                | "raid"
                | "attack"
                | "attacks"
                | "bombing"
                | "massacre"
                | "coup"
                | "ruling"
                | "report"
                | "statement"
                | "speech"
                | "interview"
                | "letter"
                | "memo"
        )
    };
    let led = line.is_key(start, Key::On) || line.is_key(start, Key::In);
    let noun = start.checked_sub(if led { 1 } else { 2 });
    // "six are missing after a raid on Sunday"
    let follows = noun.is_some_and(|noun| {
        is_deed(line.raw(noun)) && (noun.saturating_sub(4)..noun).any(|at| line.raw(at) == "after")
    });
    // "following a disputed election in September", "won the vote in May": it has been held. "After elections in May"
    // may be ahead.
    let polled = noun.is_some_and(|noun| {
        let held = |at: usize| matches!(line.raw(at), "since" | "disputed" | "won" | "rigged" | "fraudulent");
        is_poll(line.raw(noun)) && (noun.saturating_sub(4)..noun).any(held)
    });
    let month = matches!(line.word(start), Word::Month(_) | Word::ShortMonth(_));
    follows || polled || is_led && month && is_done(line.raw(end))
}
