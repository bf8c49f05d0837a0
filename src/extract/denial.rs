//! What denies, and how far it reaches: "no troops will stay", "is out of the question", "was called off".

use super::grammar::heads::{Head, Shape};
use super::stance::crosses_clause;
use super::words::function_words::Small;
use super::words::lexicon::Class;
use super::words::word::{Kind, Words};
use crate::model::vocabulary::Predicate;

/// "boycotted the vote": it was held all the same.
pub(super) fn is_shunned(words: &Words, governor: &Head, head: &Head) -> bool {
    let polled = head.is_cue_of(Predicate::Election) || head.is_cue_of(Predicate::Vote);
    polled && words.lower(governor.token).starts_with("boycott")
}

/// "Talks scheduled for Sunday were cancelled": what the verb behind a noun undoes; what is put off to another day is not
/// undone.
pub(super) fn called_off(words: &Words, heads: &[Head], of: usize) -> bool {
    let noun = &heads[of];
    if noun.shape != Shape::Noun {
        return false;
    }
    let behind = (of + 1..heads.len().min(of + 5)).take_while(|at| heads[*at].first <= noun.last + 18);
    let auxiliary = |head: &Head| head.shape == Shape::Finite && head.first < head.token;
    let Some(verb) = behind.into_iter().find(|at| auxiliary(&heads[*at])) else { return false };
    let head = &heads[verb];
    let crossed = (noun.last + 1..head.first).any(|at| {
        words.list[at].kind == Kind::Mark && words.raw(at) != "-"
            || words.is(at, Small::CLAUSE | Small::JOINT)
    });
    let put_off = ["postpon", "delay"].iter().any(|stem| words.lower(head.token).starts_with(stem))
        && heads[of + 1..verb].iter().any(|planned| planned.class == Some(Class::Plan))
        && !(head.last + 1..head.last + 3)
            .any(|at| matches!(words.lower(at), "to" | "until" | "till" | "by"));
    let undone = head.class == Some(Class::Deny) && !is_shunned(words, head, noun);
    head.passive && !crossed && !head.negated && (undone || put_off)
}

/// "no agreement on a withdrawal" denies the agreement, not the withdrawal; "no plan for a withdrawal" denies both. "did
/// not announce a withdrawal" denies the announcement.
pub(super) fn passes_negation(governor: &Head, head: &Head) -> bool {
    if head.shape == Shape::Noun && governor.class == Some(Class::Say) {
        return false;
    }
    governor.is_verb()
        || matches!(governor.class, Some(Class::Plan | Class::Propose | Class::Possible | Class::Expect))
}

/// "took no action to stop the invasion", "will not scrap a deal promising a withdrawal": beyond such a word what is denied
/// is not the noun.
pub(super) fn stops_negation(governor: &Head, head: &Head) -> bool {
    let other = governor.class == Some(Class::Other) && governor.predicates.is_empty();
    head.shape == Shape::Noun
        && (governor.is_verb() && governor.shape != Shape::Finite && other
            || governor.shape == Shape::Noun && !passes_negation(governor, head))
}

/// "are not there solely to defend it": what is denied is that it is all.
pub(super) fn is_focused(words: &Words, head: &Head) -> bool {
    let focus = |at: usize| {
        matches!(
            words.lower(at),
            "solely" | "only" | "just" | "merely" | "simply" | "primarily" | "exclusively" | "entirely"
        )
    };
    head.is_verb() && (head.first..head.last + 4).any(focus)
}

/// "no withdrawal date", "did not give a withdrawal timetable": the date is denied.
pub(super) fn is_of_its_date(words: &Words, head: &Head) -> bool {
    head.shape == Shape::Noun
        && matches!(
            words.lower(head.last + 1),
            "date"
                | "dates"
                | "timetable"
                | "timetables"
                | "timeline"
                | "timelines"
                | "deadline"
                | "schedule"
        )
}

/// "Sending troops to Mali is out of the question", "a withdrawal is not on the table".
pub(super) fn is_out_of_question(words: &Words, head: &Head) -> bool {
    if !matches!(head.shape, Shape::Gerund | Shape::Noun) || !words.any(Small::BE) {
        return false;
    }
    let be = (head.last + 1..(head.last + 10).min(words.len()))
        .take_while(|at| words.list[*at].kind == Kind::Word && !words.is(*at, Small::CLAUSE))
        .find(|at| words.is(*at, Small::BE));
    be.is_some_and(|be| {
        let behind = |back: usize| words.lower(be + back);
        match (behind(1), behind(2), behind(3)) {
            ("out", "of", "the") => behind(4) == "question",
            ("not", "an", "option") | ("off", "the", "table" | "agenda") => true,
            ("not", "under", "consideration") => true,
            ("not", "on", "the") => matches!(behind(4), "table" | "agenda" | "cards"),
            _ => false,
        }
    })
}

/// "did not take part in the invasion", "will never please them by leaving": a noun or gerund behind such a preposition
/// tells how, where or when, and is not denied with the verb.
pub(super) fn is_circumstance(words: &Words, governor: &Head, head: &Head) -> bool {
    matches!(head.shape, Shape::Noun | Shape::Gerund)
        && (governor.last + 1..head.first).any(|at| {
            matches!(
                words.lower(at),
                "at" | "by" | "in" | "past" | "during" | "through" | "amid" | "despite" | "after" | "before"
            )
        })
}

/// "no foreign troops will stay": a negation in the subject.
pub(super) fn negated_subject(words: &Words, heads: &[Head], of: usize) -> bool {
    let head = &heads[of];
    let subject = |at: &usize| {
        words.list[*at].kind == Kind::Word
            && !words.is(*at, Small::CLAUSE)
            && !heads.iter().any(|other| other.is_verb() && other.first <= *at && *at <= other.last)
    };
    let no = |at: usize| {
        matches!(words.lower(at), "no" | "none" | "neither")
            && !matches!(words.lower(at + 1), "doubt" | "matter" | "one" | "more" | "fewer" | "less")
    };
    head.shape == Shape::Finite && (0..head.first).rev().take(6).take_while(subject).any(no)
}

/// "no foreign soldiers would be allowed to stay"
pub(super) fn none_are_let(words: &Words, heads: &[Head], governor: usize, of: usize) -> bool {
    let (permit, head) = (&heads[governor], &heads[of]);
    let forces = (permit.first.saturating_sub(5)..permit.first)
        .any(|at| words.entry(at).about.force || words.lower(at) == "none");
    head.shape == Shape::Infinitive
        && permit.last + 1 == head.first
        && forces
        && negated_subject(words, heads, governor)
}

/// "denied it would send troops": a clause without its "that", of which what denies is all that stands before.
pub(super) fn denied_outright<'h>(words: &Words, heads: &'h [Head], of: usize) -> Option<&'h Head> {
    let head = &heads[of];
    let before = heads[..of].last().filter(|before| before.class == Some(Class::Deny) && before.is_verb())?;
    let subject = before.last + 1..head.first;
    let pronoun = matches!(
        words.lower(subject.start),
        "it" | "they" | "he" | "she" | "its" | "their" | "his" | "her" | "the" | "any"
    );
    let denies = ["den", "reject"].iter().any(|stem| words.lower(before.token).starts_with(stem));
    let plain = subject.len() <= 6 && !crosses_clause(words, subject);
    (denies && pronoun && plain && head.shape == Shape::Finite && !before.passive).then_some(before)
}
