//! Verbs that say something else by the words behind them than alone: "left to fight in", "want the soldiers out", "remain
//! held", "withdrew from a treaty", "dropped their weapons".

use super::heads::{Head, Mood, Predicates, Shape};
use crate::extract::matter::is_leaving;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::Predicate;
use crate::text::WordSet;

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
        if tells_more(words, head) {
            head.predicates = Predicates::default();
            head.class = Some(Class::Say);
        }
        if head.predicates.is_empty() && war_begins(words, head) {
            head.predicates.add(Predicate::Invade);
        }
        if head.predicates.is_empty() && falls_to_number(words, head) {
            head.predicates.add(Predicate::Withdraw);
        }
        if head.predicates.is_empty() && wants_out(words, head) {
            head.predicates.add(Predicate::Withdraw);
        }
    }
}

/// "It added seven soldiers had been injured": a clause of what somebody said as well.
fn tells_more(words: &Words, head: &Head) -> bool {
    if words.lower(head.token) != "added" || head.passive {
        return false;
    }
    let mut behind = head.last + 1..(head.last + 8).min(words.len());
    let told = behind.find(|at| words.is(*at, Small::BE | Small::HAVE));
    let plain = |end: usize| {
        (head.last + 1..end).all(|at| {
            matches!(words.list[at].kind, Kind::Word | Kind::Number)
                && !words.is(at, Small::RELATIVE | Small::CLAUSE)
        })
    };
    told.is_some_and(|end| end > head.last + 1 && plain(end))
}

/// "the war in Iraq started in March 2003", but not "started to", "began shrinking".
fn war_begins(words: &Words, head: &Head) -> bool {
    let word = words.lower(head.token);
    let begins = matches!(word, "began" | "begun" | "started")
        && head.shape == Shape::Finite
        && head.mood == Mood::Past;
    let alone = head.last == head.token
        && words.lower(head.last + 1) != "to"
        && !words.lower(head.last + 1).ends_with("ing");
    let plain =
        |at: &usize| words.list[*at].kind == Kind::Word && !words.is(*at, Small::CLAUSE | Small::RELATIVE);
    // "the war that started in 2013", "the war, which began"
    let that = matches!(words.lower(head.first.wrapping_sub(1)), "that" | "which");
    let comma = that && words.raw(head.first.wrapping_sub(2)) == ",";
    let end = head.first - usize::from(that) - usize::from(comma);
    let war = |at: usize| {
        // "a trade war", "the pre-war effort"
        words.lower(at) == "war"
            && (at == 0
                || words.is(at - 1, Small::DETERMINER)
                || words.list[at - 1].capital
                || words.lower(at - 1) == "civil")
    };
    begins && alone && (end.saturating_sub(5)..end).rev().take_while(plain).any(war)
}

/// "the number of troops will fall to around 1,600": their strength does, and not a town to somebody.
fn falls_to_number(words: &Words, head: &Head) -> bool {
    let falls = ["fall", "fell"].iter().any(|stem| words.lower(head.token).starts_with(stem));
    let to = head.last + 1;
    let number =
        (to + 1..to + 4).find(|at| words.list.get(*at).is_some_and(|word| word.kind == Kind::Number));
    let hedged = |end: usize| (to + 1..end).all(|at| HEDGES.has(words.lower(at)));
    // "now 1,800 and will fall to": the subject may be that of the verb before.
    let subject = head.first.saturating_sub(14)..head.first;
    head.is_verb()
        && falls
        && (words.lower(to) == "to" && number.is_some_and(hedged)
            || matches!(words.lower(to), "from" | "by") && number.is_some())
        && subject.into_iter().any(|at| words.entry(at).about.force || matches!(words.lower(at), "strength"))
}

/// What may stand before the number that something falls to.
static HEDGES: WordSet = WordSet::of(
    "about around some just only roughly nearly fewer less under below more over than approximately",
);

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

/// "soldiers dropped their weapons": a number drops to another, and has no object.
pub(in crate::extract) fn drops_something(words: &Words, found: &Head) -> bool {
    let next = found.last + 1;
    // "would drop the number of troops to": what is counted is made less.
    let lowers = (next..next + 4)
        .any(|at| matches!(words.lower(at), "number" | "numbers" | "level" | "levels" | "total"));
    let falls = || {
        lowers
            || words.list.get(next).is_none_or(|word| !matches!(word.kind, Kind::Word | Kind::Number))
            || matches!(words.lower(next), "to" | "by" | "from" | "below" | "under" | "off" | "down" | "back")
            || words.is(next, Small::LY)
    };
    words.lower(found.token).starts_with("drop") && found.is_verb() && !found.passive && !falls()
}

/// "withdrew from a missile treaty", "pulled out of the talks", "withdrew its support": nobody goes anywhere.
pub(in crate::extract) fn is_of_a_bond(words: &Words, found: &Head) -> bool {
    // "withdrew the country from a trade pact", "pulled Kenya out of the union"
    let taken = (found.token + 1..found.last.max(found.token) + 7)
        .take_while(|at| words.list.get(*at).is_some_and(|word| word.kind == Kind::Word))
        .filter(|at| matches!(words.lower(*at), "from" | "of") && found.is_verb() && !found.passive)
        .map(|at| at + 1);
    let direct = (found.last + 1..(found.last + 3).min(words.len()))
        .find(|at| !matches!(words.lower(*at), "from" | "of" | "out"));
    taken.chain(direct).any(|from| is_bond(words, from))
}

/// "a global climate accord", "the talks": what one is bound by, and no forces.
fn is_bond(words: &Words, from: usize) -> bool {
    let object = (from..(from + 8).min(words.len()))
        .take_while(|at| words.list[*at].kind != Kind::Mark || matches!(words.raw(*at), "-"))
        .take_while(|at| !words.is(*at, Small::PREPOSITION | Small::CLAUSE) || words.lower(*at) == "of");
    let (bond, force) = object.fold((false, false), |(bond, force), at| {
        (bond || BONDS.has(words.lower(at)), force || words.entry(at).about.force)
    });
    bond && !force
}

/// What one withdraws from, or withdraws, without moving.
static BONDS: WordSet = WordSet::of(
    "treaty pact accord accords deal agreement convention protocol talks negotiations support backing \
    race contest election elections poll polls candidacy bid union bloc membership resolution bill \
    motion request statement remarks offer complaint charges permission recognition objections name \
    names ambassador ambassadors envoy confidence funding",
);
