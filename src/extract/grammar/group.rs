//! What stands before a verb and belongs to it: auxiliaries, modals, "to", negations, adverbs.

use super::heads::{Mood, Shape};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::{Form, Sense};
use crate::extract::words::word::{Kind, Words};

/// What stands before a verb.
pub(super) struct Group {
    /// Its first token.
    pub(super) first: usize,
    pub(super) shape: Shape,
    pub(super) mood: Mood,
    pub(super) passive: bool,
    pub(super) negated: bool,
    pub(super) modal: bool,
}

/// Whether a word can stand in a verb group before its verb.
pub(super) fn in_group(words: &Words, token: usize) -> bool {
    // "the May elections": a month within a sentence.
    let is_month = || words.list[token].capital && token > 0 && words.lower(token) == "may";
    words.is(token, Small::GROUP) && !is_month()
}

pub(super) fn group(words: &Words, token: usize) -> Group {
    let form = form(words, token);
    let (mut first, mut be, mut have, mut to, mut negated) = (token, false, false, false, false);
    let mut modal = None;
    let mut at = token;
    while at > 0 && token - at < 7 {
        at -= 1;
        // "have been “neutralized”"
        if at + 1 == token && at > 0 && words.list[at].kind == Kind::Quote && words.is(at - 1, Small::BE) {
            continue;
        }
        // "have so far been killed"
        if at > 0 && words.lower(at) == "far" && words.lower(at - 1) == "so" {
            at -= 1;
            continue;
        }
        // "were last held in 2016", "was first elected"
        let rank = matches!(words.lower(at), "last" | "first");
        if rank && at > 0 && words.is(at - 1, Small::BE | Small::HAVE) {
            continue;
        }
        if !in_group(words, at) {
            break;
        }
        let word = words.lower(at);
        match word {
            _ if words.is(at, Small::NEGATION) => negated = true,
            "to" if !to
                && modal.is_none()
                && !(be && form != Some(Form::Participle) && form != Some(Form::Past)) =>
            {
                to = true;
                first = at;
            }
            _ if words.is(at, Small::BE) => {
                be = true;
                first = at;
                if word.ends_with("n't") {
                    negated = true;
                }
            }
            _ if words.is(at, Small::HAVE) => {
                have = true;
                first = at;
                negated |= word.contains("n't") || word.contains("n’t");
            }
            _ if words.is(at, Small::DO) => {
                first = at;
                negated |= word.contains("n't") || word.contains("n’t");
            }
            _ if words.is(at, Small::MODAL) => {
                modal = mood_of_modal(words, at);
                first = at;
                negated |= word.contains("n't") || word.contains("n’t") || word == "cannot";
            }
            _ if words.is(at, Small::LY | Small::ADVERB) => {}
            _ => break,
        }
        // Beyond "to" stands what governs it, not this group; but for "is to", "are to", "going to".
        if to && modal.is_none() && first == at && word == "to" {
            match words.lower(at.wrapping_sub(1)) {
                before
                    if words.is(at.wrapping_sub(1), Small::BE) && before != "been" && before != "being" =>
                {
                    modal = Some(Mood::Will);
                    to = false;
                    first = at - 1;
                }
                "going" => {
                    modal = Some(Mood::Will);
                    to = false;
                    first = at - 1;
                }
                _ => {}
            }
            // "promised not to send": the negation stands before "to"; "whether or not to send" leaves it open.
            let before = at.wrapping_sub(1);
            if to && words.is(before, Small::NEGATION) && words.lower(at.wrapping_sub(2)) != "or" {
                negated = true;
                first = before;
            }
            break;
        }
    }
    let participle = matches!(form, Some(Form::Past | Form::Participle));
    // "a bomber struck inside a shrine"
    let strikes = words.lower(token) == "struck" && token > 0 && {
        let about = words.entry(token - 1).about;
        about.force
            || about.army
            || about.deed
            || matches!(words.lower(token - 1), "bomber" | "attacker" | "attackers" | "gunman" | "assailants")
    };
    let reduced = words.is(token, Small::PASSIVE)
        && !strikes
        && first == token
        && token > 0
        // "the army on Tuesday moved into the town"
        && !(words.is(token - 1, Small::CALENDAR) && words.list[token - 1].capital)
        && (words.is(token + 1, Small::PREPOSITION) && !hedges_number(words, token + 1)
            || ends_phrase(words, token + 1)
            || tells_when(words, token + 1)
            || matches!(words.lower(token + 1), "when" | "while" | "because" | "where")
            || joins_number(words, token + 1));
    let shape = if to {
        Shape::Infinitive
    } else if form == Some(Form::Ing) && !be {
        Shape::Gerund
    } else if (form == Some(Form::Participle) || reduced) && !be && !have {
        Shape::Participle
    } else {
        Shape::Finite
    };
    let mood = modal.unwrap_or(match form {
        _ if have || first < token && words.lower(first).starts_with("w") && be => Mood::Past,
        Some(Form::Past) if !be => Mood::Past,
        Some(Form::Participle) if !be => Mood::Past,
        _ => Mood::Present,
    });
    Group { first, shape, mood, passive: be && participle, negated, modal: modal.is_some() }
}

/// "at least 25", "about a dozen", "over 100": words of place or time that hedge a number.
fn hedges_number(words: &Words, token: usize) -> bool {
    let next = words.lower(token + 1);
    matches!((words.lower(token), next), ("at", "least" | "most"))
        || matches!(words.lower(token), "about" | "around" | "over" | "under" | "between" | "as" | "up")
            && (words.list.get(token + 1).is_some_and(|word| word.kind == Kind::Number)
                || matches!(
                    next,
                    "a" | "many"
                        | "two"
                        | "three"
                        | "four"
                        | "five"
                        | "six"
                        | "seven"
                        | "eight"
                        | "nine"
                        | "ten"
                        | "half"
                        | "to"
                ))
}

/// Words that count.
const COUNTS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "dozen",
    "dozens",
    "scores",
    "several",
    "hundreds",
    "thousands",
    "many",
    "others",
    "another",
];

/// "ten killed and over a dozen wounded": the second participle has a number of its own.
fn joins_number(words: &Words, token: usize) -> bool {
    let number = |at: usize| {
        words.list.get(at).is_some_and(|word| word.kind == Kind::Number) || COUNTS.contains(&words.lower(at))
    };
    matches!(words.lower(token), "and" | "or")
        && (token + 1..token + 8)
            .take_while(|at| words.list.get(*at).is_some_and(|word| word.kind != Kind::Mark))
            .find(|at| words.is(*at, Small::PASSIVE) || matches!(words.lower(*at), "missing" | "dead"))
            .is_some_and(|second| {
                (token + 1..second).any(number)
                    || words.lower(token) == "or" && words.lower(second) == "missing"
            })
}

/// "killed last week", "injured early on Tuesday": a time without preposition is no object.
fn tells_when(words: &Words, token: usize) -> bool {
    let is_day = words.list.get(token).is_some_and(|word| word.capital) && words.is(token, Small::CALENDAR);
    is_day
        || matches!(
            words.lower(token),
            "yesterday" | "today" | "overnight" | "earlier" | "early" | "late" | "there" | "abroad" | "home"
        )
        || words.lower(token) == "last"
            && matches!(
                words.lower(token + 1),
                "week" | "month" | "year" | "night" | "weekend" | "summer" | "winter"
            )
}

/// Whether no object can follow: the sentence ends, or a mark stands here.
fn ends_phrase(words: &Words, token: usize) -> bool {
    words.list.get(token).is_none_or(|next| next.kind == Kind::Mark)
}

/// The form of a verb, as listed or by its ending.
pub(super) fn form(words: &Words, token: usize) -> Option<Form> {
    let listed = words.senses(token).iter().find_map(|sense| match sense {
        Sense::CueVerb(_, form, _) | Sense::Verb(_, form, _) => Some(*form),
        _ => None,
    });
    listed.or_else(|| {
        let word = words.lower(token);
        if word.ends_with("ing") {
            Some(Form::Ing)
        } else if word.ends_with("ed") {
            Some(Form::Past)
        } else {
            None
        }
    })
}

fn mood_of_modal(words: &Words, at: usize) -> Option<Mood> {
    let moods = [
        (Small::WILL, Mood::Will),
        (Small::WOULD, Mood::Would),
        (Small::MAY, Mood::May),
        (Small::SHOULD, Mood::Should),
    ];
    moods.into_iter().find(|(class, _)| words.is(at, *class)).map(|(_, mood)| mood)
}
