//! How a thing stands, as its clause says: the head's own modal, then the words that govern it, from the nearest outward.

use super::function_words::Small;
use super::heads::{Head, Mood, Shape};
use super::lexicon::Class;
use super::word::{Kind, Words};
use crate::model::vocabulary::{Polarity, Stance};

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
        Shape::Participle | Shape::Word | Shape::Finite => false,
    };
    let before = heads[..of]
        .iter()
        .rposition(|other| other.is_verb() || other.class.is_some() || !other.predicates.is_empty())?;
    let gap = heads[before].last + 1..head.first;
    if !dependent || crosses_clause(words, gap.clone()) {
        return None;
    }
    // A noun depends on the verb whose object it is, not on one whose clause is over.
    (head.shape != Shape::Noun || gap.len() <= 7).then_some(before)
}

/// Whether a mark or a word that opens another clause lies between.
fn crosses_clause(words: &Words, mut gap: std::ops::Range<usize>) -> bool {
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
    let mut negated = head.negated;
    let mut stance = own(&spoken_for(words, heads, of), under_agreement);
    for governor in chain.iter().map(|index| &heads[*index]) {
        match governor.class {
            Some(Class::Deny) if governs_directly(words, governor, head) => {
                negated = !negated || governor.negated
            }
            _ => negated |= governor.negated && passes_negation(governor),
        }
        if stance.is_none() || stance == Some(Stance::Asserted) && governor.class != Some(Class::Say) {
            stance = governed(governor, head).or(stance);
        }
    }
    let polarity = if negated { Polarity::Denied } else { Polarity::Affirmed };
    (stance.unwrap_or(Stance::Asserted), polarity)
}

/// "no agreement on a withdrawal" denies the agreement, not the withdrawal; "no plan for a withdrawal" denies both.
fn passes_negation(governor: &Head) -> bool {
    governor.is_verb()
        || matches!(governor.class, Some(Class::Plan | Class::Propose | Class::Possible | Class::Expect))
}

/// "refused to leave", "ruled out a withdrawal": nothing but determiners and adjectives between.
fn governs_directly(words: &Words, governor: &Head, head: &Head) -> bool {
    (governor.last + 1..head.first)
        .all(|at| !words.is(at, Small::PREPOSITION) || matches!(words.lower(at), "of" | "about" | "for"))
}

/// "will withdraw and cut", "the announcement could come": the modal that stands for a head elsewhere.
fn spoken_for(words: &Words, heads: &[Head], of: usize) -> Head {
    let mut head = heads[of];
    let modal = |other: &Head| {
        matches!(other.mood, Mood::Will | Mood::Would | Mood::May | Mood::Should) && other.is_verb()
    };
    if head.shape == Shape::Noun {
        if let Some(next) = heads
            .get(of + 1)
            .filter(|next| next.shape == Shape::Finite && modal(next) && next.first <= head.last + 3)
        {
            head.mood = next.mood;
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

/// What the head's own group says.
fn own(head: &Head, under_agreement: bool) -> Option<Stance> {
    match (head.shape, head.mood) {
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
