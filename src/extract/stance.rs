//! How a thing stands, as its clause says: the head's own modal, then the words that govern it, from the nearest outward.

use chrono::NaiveDate;

use super::denial::{
    called_off, denied_outright, is_circumstance, is_focused, is_of_its_date, is_out_of_question, is_shunned,
    negated_subject, none_are_let, passes_negation, stops_negation,
};
use super::grammar::heads::{Head, Mood, Shape};
use super::grammar::insertion::subject_noun;
use super::scene::Scene;
use super::words::function_words::Small;
use super::words::lexicon::Class;
use super::words::word::{Kind, Words};
use crate::model::When;
use crate::model::vocabulary::{Polarity, Predicate, Relation, Stance};

/// How many governing words are looked at.
const DEPTH: usize = 4;

/// The heads that govern a head, nearest first: verbs and words to its left in its clause.
pub(super) fn governors(words: &Words, heads: &[Head], of: usize) -> Vec<usize> {
    let mut chain = Vec::new();
    let mut at = of;
    while chain.len() < DEPTH {
        let Some(next) = governor(words, heads, at) else { break };
        chain.push(next);
        at = next;
    }
    chain
}

fn governor(words: &Words, heads: &[Head], of: usize) -> Option<usize> {
    let head = &heads[of];
    let dependent = match head.shape {
        Shape::Infinitive | Shape::Gerund => true,
        Shape::Noun => true,
        // "rejected a plan to send": what is planned or proposed is an object as a noun is.
        Shape::Word => {
            matches!(head.class, Some(Class::Plan | Class::Propose))
                && head.token > 0
                && words.is(head.token - 1, Small::DETERMINER)
        }
        Shape::Participle | Shape::Finite => false,
    };
    let before = heads[..of].iter().rposition(|other| {
        // "last week's failed talks": it describes them.
        let led = other
            .token
            .checked_sub(1)
            .is_some_and(|at| words.is(at, Small::DETERMINER) || words.is_possessive(at));
        let describes = led
            && other.token + 1 == head.first
            && head.shape == Shape::Noun
            && words.is(other.token, Small::ED);
        !describes && (other.is_verb() || other.class.is_some() || !other.predicates.is_empty())
    })?;
    let gap = heads[before].last + 1..head.first;
    if !dependent || crosses_clause(words, gap.clone()) {
        return None;
    }
    // A noun depends on the verb whose object it is, not on one whose clause is over.
    (head.shape != Shape::Noun || gap.len() <= 7).then_some(before)
}

/// Whether a mark or a word that opens another clause lies between.
pub(super) fn crosses_clause(words: &Words, mut gap: std::ops::Range<usize>) -> bool {
    gap.any(|at| {
        matches!(words.raw(at), "," | ";" | ":" | "—" | "(" | ")")
            || matches!(
                words.lower(at),
                "that" | "which" | "who" | "but" | "because" | "while" | "when" | "where" | "if"
            )
            || words.list[at].kind == Kind::Quote && gap_is_speech(words, at)
    })
}

fn gap_is_speech(words: &Words, at: usize) -> bool {
    at > 0 && words.raw(at - 1) == ","
}

/// Stance and polarity of a head.
pub(super) fn stance(words: &Words, heads: &[Head], of: usize, under_agreement: bool) -> (Stance, Polarity) {
    let head = &heads[of];
    let chain = governors(words, heads, of);
    let none = negated_subject(words, heads, of)
        || chain.first().is_some_and(|by| none_are_let(words, heads, *by, of));
    let mut negated = (head.negated || none) && !is_focused(words, head)
        || called_off(words, heads, of)
        || is_out_of_question(words, head);
    // Whether what is denied further out reaches the head.
    let mut reached = !is_of_its_date(words, head);
    negated &= reached;
    let mut stance = own(&spoken_for(words, heads, of), under_agreement);
    for governor in chain.iter().map(|index| &heads[*index]) {
        match governor.class {
            _ if is_circumstance(words, governor, head) => {}
            Some(Class::Deny) if is_shunned(words, governor, head) => {}
            Some(Class::Deny) if governs_directly(words, governor, head) => {
                negated = if governor.negated { reached } else { !negated };
            }
            _ => {
                negated |= reached
                    && governor.negated
                    && passes_negation(governor, head)
                    && !is_beside(words, governor, head)
            }
        }
        reached &= !stops_negation(governor, head);
        if stance.is_none() || stance == Some(Stance::Asserted) && governor.class != Some(Class::Say) {
            stance = governed(governor, head).or(stance);
        }
    }
    // "denied that it plans to deploy troops": what governs the clause governs what it plans.
    let outermost = chain.last().copied().filter(|outer| heads[*outer].shape == Shape::Finite);
    if let Some(governor) = of_clause(words, heads, outermost.unwrap_or(of)) {
        negated ^= governor.class == Some(Class::Deny) && !governor.negated;
        let ahead = matches!(stance, Some(Stance::Planned | Stance::Proposed));
        stance = match governor.class {
            Some(Class::Agree) if ahead => Some(Stance::Agreed),
            Some(Class::Propose) if ahead || stance == Some(Stance::Asserted) => Some(Stance::Proposed),
            Some(Class::Expect) if ahead => Some(Stance::Expected),
            _ => stance,
        };
    }
    if matches!(stance, None | Some(Stance::Asserted)) {
        stance = predicated(words, heads, of).or(stance);
    }
    let polarity = if negated { Polarity::Denied } else { Polarity::Affirmed };
    (stance.unwrap_or(Stance::Asserted), polarity)
}

/// "did not halt them during the elections": a noun that only says when or where.
fn is_beside(words: &Words, governor: &Head, head: &Head) -> bool {
    let beside = |at: usize| {
        matches!(
            words.lower(at),
            "during" | "after" | "before" | "since" | "amid" | "despite" | "at" | "ahead" | "until"
        )
    };
    head.shape == Shape::Noun && (governor.last + 1..head.first).any(beside)
}

/// What is dated after the day of publication has not happened, and what is dated before it is no plan because the clause
/// around it looks ahead: "would break the truce signed in May".
pub(super) fn dated(
    stance: Stance,
    when: &When,
    published: NaiveDate,
    scene: &Scene,
    head: Option<usize>,
) -> Stance {
    let deadline = matches!(when.relation, Relation::By | Relation::Until);
    let ahead = when.earliest.is_some_and(|day| day > published)
        || deadline && when.latest.is_some_and(|day| day > published);
    let over = when.latest.is_some_and(|day| day < published);
    match (stance, head) {
        (Stance::Asserted, _) if ahead => Stance::Planned,
        (Stance::Planned, Some(head)) if over && is_planned_by_tense(&scene.words, &scene.heads, head) => {
            Stance::Asserted
        }
        _ => stance,
    }
}

/// Whether nothing but the tense of a verb before it makes a plan of a noun or participle: what is told of is over.
fn is_planned_by_tense(words: &Words, heads: &[Head], of: usize) -> bool {
    let plans = |head: &Head| matches!(head.class, Some(Class::Plan | Class::Propose | Class::Expect));
    matches!(heads[of].shape, Shape::Noun | Shape::Participle)
        && !governors(words, heads, of).iter().any(|governor| plans(&heads[*governor]))
        && predicated(words, heads, of).is_none()
}

/// The verb or noun that a clause with "that" hangs on: "denied that talks took place", "agreed that troops would stay".
/// It is the last before "that", or the one whose object that is: "denied reports that".
fn of_clause<'h>(words: &Words, heads: &'h [Head], of: usize) -> Option<&'h Head> {
    let head = &heads[of];
    if !matches!(head.shape, Shape::Finite | Shape::Noun) {
        return None;
    }
    let that = (0..head.first).rev().take(14).find(|at| words.lower(*at) == "that");
    let Some(that) = that else { return denied_outright(words, heads, of) };
    let finite_between = heads[..of].iter().any(|other| other.shape == Shape::Finite && other.token > that);
    if finite_between || (that..head.first).any(|at| words.list[at].kind == Kind::Mark) {
        return None;
    }
    let last = heads.iter().rposition(|other| other.last < that)?;
    let near = |other: &Head| other.last + 4 > that;
    let before = last.checked_sub(1).map(|before| &heads[before]);
    let said_of =
        before.filter(|before| before.class == Some(Class::Deny) && before.last + 3 > heads[last].first);
    Some(said_of.unwrap_or(&heads[last])).filter(|governor| near(governor) || said_of.is_some())
}

/// "refused to leave", "ruled out a withdrawal": nothing but determiners and adjectives between.
fn governs_directly(words: &Words, governor: &Head, head: &Head) -> bool {
    // "prevented them from leaving"
    let from = |at: usize| words.lower(at) == "from" && head.shape == Shape::Gerund && at + 1 == head.first;
    (governor.last + 1..head.first).all(|at| {
        // "rejected a proposal by the union to send"
        let by = words.lower(at) == "by" && head.shape == Shape::Infinitive;
        !words.is(at, Small::PREPOSITION)
            || matches!(words.lower(at), "of" | "about" | "for")
            || from(at)
            || by
    })
}

/// "will withdraw and cut", "the announcement could come": the modal that stands for a head elsewhere.
fn spoken_for(words: &Words, heads: &[Head], of: usize) -> Head {
    let mut head = heads[of];
    let modal = |other: &Head| {
        matches!(other.mood, Mood::Will | Mood::Would | Mood::May | Mood::Should) && other.is_verb()
    };
    if head.shape == Shape::Noun {
        let said = |next: &usize| {
            heads[*next].is_verb()
                && subject_noun(words, heads, *next, |noun| noun.token == head.token).is_some()
        };
        if let Some(next) = (of + 1..heads.len().min(of + 6)).find(said).filter(|next| modal(&heads[*next])) {
            head.mood = heads[next].mood;
            head.shape = Shape::Finite;
        }
        return head;
    }
    let bare = head.shape == Shape::Finite && head.mood == Mood::Present && head.first == head.token;
    let joined = (0..head.first).rev().take(3).any(|at| matches!(words.lower(at), "and" | "or"));
    if let Some(first) =
        heads[..of].iter().rev().take(3).find(|first| modal(first)).filter(|_| bare && joined)
    {
        head.mood = first.mood;
    }
    head
}

/// "talks are expected in May", "the vote is due on Monday": what the verb behind a noun makes of it.
fn predicated(words: &Words, heads: &[Head], of: usize) -> Option<Stance> {
    let noun = &heads[of];
    if noun.shape != Shape::Noun {
        return None;
    }
    let said = |next: &usize| subject_noun(words, heads, *next, |found| found.token == noun.token).is_some();
    let next =
        (of + 1..heads.len().min(of + 6)).filter(|next| heads[*next].shape != Shape::Noun).find(said)?;
    let verb = &heads[next];
    let adjective = heads.get(next + 1).filter(|word| {
        verb.class == Some(Class::Be) && word.shape == Shape::Word && word.first == verb.last + 1
    });
    match adjective.unwrap_or(verb).class {
        Some(Class::Expect) if adjective.is_some() || verb.passive => Some(Stance::Expected),
        Some(Class::Plan) if adjective.is_some() || verb.passive => Some(Stance::Planned),
        _ => None,
    }
}

/// What the head's own group says.
fn own(head: &Head, under_agreement: bool) -> Option<Stance> {
    match (head.shape, head.mood) {
        // "want the soldiers out": the verb itself asks for it.
        (_, Mood::Past | Mood::Present)
            if head.class == Some(Class::Propose) && head.is_cue_of(Predicate::Withdraw) =>
        {
            Some(Stance::Proposed)
        }
        (Shape::Finite, Mood::Will) => Some(if under_agreement { Stance::Agreed } else { Stance::Planned }),
        (Shape::Finite, Mood::Would) => Some(if under_agreement { Stance::Agreed } else { Stance::Planned }),
        (Shape::Finite, Mood::May) => Some(Stance::Possible),
        (Shape::Finite, Mood::Should) => Some(Stance::Proposed),
        (Shape::Finite, Mood::Past | Mood::Present) => Some(Stance::Asserted),
        (Shape::Noun | Shape::Gerund | Shape::Infinitive, _) if under_agreement => Some(Stance::Agreed),
        _ => None,
    }
}

/// What a governor makes of what depends on it.
fn governed(governor: &Head, head: &Head) -> Option<Stance> {
    let future = matches!(governor.mood, Mood::Will | Mood::Would);
    match governor.class {
        Some(Class::Expect) => Some(Stance::Expected),
        Some(Class::Propose) => Some(Stance::Proposed),
        Some(Class::Plan) if matches!(head.shape, Shape::Infinitive | Shape::Gerund | Shape::Noun) => {
            Some(Stance::Planned)
        }
        Some(Class::Possible) => Some(Stance::Possible),
        Some(Class::Agree) if head.shape == Shape::Infinitive => Some(Stance::Agreed),
        _ if governor.mood == Mood::May && governor.is_verb() => Some(Stance::Possible),
        _ if future && governor.is_verb() && head.shape != Shape::Participle => Some(Stance::Planned),
        Some(Class::Start) if governor.shape == Shape::Finite => Some(Stance::Asserted),
        _ => None,
    }
}
