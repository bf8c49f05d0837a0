//! Days that lie ahead or behind by what is said of them: "ahead of Saturday's vote", "threatens to disrupt Sunday's
//! election", "under a May accord". Knows words, no calendar.

use super::tense::{clause_start, is_infinitive, verb};
use super::token::{Line, back};
use super::word::{Key, Word};

/// "ahead of Saturday's election", "in advance of Sunday's vote"
pub(super) fn is_awaited(line: &Line, start: usize) -> bool {
    let word = |back: usize| start.checked_sub(back).map_or("", |at| line.raw(at));
    let awaited = |word: &str| matches!(word, "ahead" | "advance" | "eve");
    word(1) == "of" && awaited(word(2)) || word(1) == "before" || word(1) == "to" && word(2) == "prior"
}

/// "Sunday's election will be the first", "will win in Sunday's election".
pub(super) fn is_to_come(line: &Line, start: usize, end: usize) -> bool {
    let will = |at: usize| matches!(line.raw(at), "will" | "would");
    let is = |at: usize| matches!(line.raw(at), "is" | "are");
    // "told her during Friday's talks that he would stay": what was told is another clause's.
    let within = |at: &usize| line.raw(*at) != "that" || verb(line, at + 1).is_some();
    let mut near = (end..(end + 6).min(line.tokens.len())).take_while(within);
    let mut told = || near.find(|at| verb(line, *at).is_some());
    let polled = (end..end + 5).any(|at| is_poll(line.raw(at)));
    let before = || (clause_start(line, start)..start).rev().any(will);
    if polled && is_threatened(line, start) {
        return true;
    }
    told().is_some_and(|at| will(at) || polled && is(at))
        || polled && line.is_key(back(start, 1), Key::In) && before()
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
        || is_waited_for(line, start, end)
        || relative && noun.is_some_and(|noun| is_poll(line.raw(noun))) && (end + 2..end + 12).any(vows)
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

fn is_poll(word: &str) -> bool {
    matches!(
        word,
        "election" | "elections" | "vote" | "polls" | "referendum" | "runoff" | "run-off" | "ballot"
    )
}

/// "under a May accord", "the June ruling": what a date stands before as its name has been.
pub(super) fn is_bygone(line: &Line, start: usize, end: usize) -> bool {
    let is_led = start > 0 && matches!(line.raw(start - 1), "a" | "an" | "the" | "A" | "An" | "The");
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
    // "six are missing after a raid on Sunday"
    let deed = |word: &str| {
        let word = word.trim_end_matches('s');
        [
            "attack",
            "raid",
            "bombing",
            "strike",
            "airstrike",
            "blast",
            "explosion",
            "shooting",
            "ambush",
            "battle",
        ]
        .contains(&word)
    };
    let led = line.is_key(start, Key::On) || line.is_key(start, Key::In);
    let noun = start.checked_sub(if led { 1 } else { 2 });
    let follows = noun.is_some_and(|noun| {
        deed(line.raw(noun)) && (noun.saturating_sub(4)..noun).any(|at| line.raw(at) == "after")
    });
    // "following a disputed election in September", "won the vote in May": it has been held. "After elections in May"
    // may be ahead.
    let polled = noun.is_some_and(|noun| {
        let held = |at: usize| matches!(line.raw(at), "since" | "disputed" | "won" | "rigged" | "fraudulent");
        is_poll(line.raw(noun)) && (noun.saturating_sub(4)..noun).any(held)
    });
    follows || polled || is_led && matches!(line.word(start), Word::Month(_)) && is_done(line.raw(end))
}
