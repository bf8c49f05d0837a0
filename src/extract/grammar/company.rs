//! Verbs that say something else by the words behind them than alone: "left to fight in", "want the soldiers out", "remain
//! held".

use super::heads::{Head, Predicates};
use crate::extract::matter::is_leaving;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::Predicate;

/// Gives each such verb what it says.
pub(in crate::extract) fn settle(words: &Words, heads: &mut [Head]) {
    for head in heads {
        if head.is_cue_of(Predicate::Withdraw) && leaves_to_fight(words, head) {
            head.predicates.remove(Predicate::Withdraw);
            head.predicates.add(Predicate::Deploy);
        }
        // "seven observers remain held by": nothing is said but that they are.
        if words.lower(head.token).starts_with("remain")
            && matches!(words.lower(head.last + 1), "held" | "detained" | "captive" | "imprisoned" | "jailed")
        {
            head.predicates = Predicates::default();
            head.predicates.add(Predicate::Captured);
            head.last += 1;
        }
        if head.predicates.is_empty() && wants_out(words, head) {
            head.predicates.add(Predicate::Withdraw);
        }
    }
}

/// "want most troops out by spring", "to get the soldiers out of Mali": the last word says what is to become of them.
fn wants_out(words: &Words, head: &Head) -> bool {
    let wants = ["want", "need", "have", "has", "had", "get", "got"];
    if !head.is_verb() || !wants.iter().any(|stem| words.lower(head.token).starts_with(stem)) {
        return false;
    }
    let plain =
        |at: &usize| words.list.get(*at).is_some_and(|word| matches!(word.kind, Kind::Word | Kind::Number));
    let out = (head.last + 1..head.last + 9).take_while(plain).find(|at| words.lower(*at) == "out");
    out.is_some_and(|out| {
        let object = head.last + 1..out;
        // "has 3,000 soldiers out of 10,000": a part of them.
        let of_number = words.list.get(out + 2).is_some_and(|word| word.kind == Kind::Number);
        let goal = !of_number
            && words.list.get(out + 1).is_none_or(|next| {
                next.kind != Kind::Word
                    || matches!(words.lower(out + 1), "of" | "by" | "before" | "from" | "within" | "in")
            });
        goal && object.into_iter().any(|at| words.entry(at).about.force)
    })
}

/// "have left to fight in Mali", "left for Iraq to join the group": they are off to a war.
fn leaves_to_fight(words: &Words, head: &Head) -> bool {
    let plain = |at: &usize| words.list.get(*at).is_some_and(|word| word.kind == Kind::Word);
    let mut behind = (head.last + 1..head.last + 6).take_while(plain);
    is_leaving(words.lower(head.token)) && behind.any(|at| is_to_fight(words, at))
}

/// "to fight", "to join": what somebody goes to a war for.
pub(in crate::extract) fn is_to_fight(words: &Words, at: usize) -> bool {
    words.lower(at) == "to"
        && matches!(words.lower(at + 1), "join" | "fight" | "wage" | "become" | "train" | "support")
}
