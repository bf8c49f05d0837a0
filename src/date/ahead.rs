//! Days that lie ahead by what is said of them: "ahead of Saturday's vote", "threatens to disrupt Sunday's election". Knows
//! words, no calendar.

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
        ["threaten", "vow", "pledg", "promis", "plan", "prepar", "hop", "aim", "tr", "attempt", "seek"]
            .iter()
            .any(|stem| {
                word.starts_with(stem)
                    && (*stem != "tr" || word.starts_with("tri") || word.starts_with("try"))
            })
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
    relative && noun.is_some_and(|noun| is_poll(line.raw(noun))) && (end + 2..end + 12).any(vows)
}

fn is_poll(word: &str) -> bool {
    matches!(
        word,
        "election" | "elections" | "vote" | "polls" | "referendum" | "runoff" | "run-off" | "ballot"
    )
}
