//! Which head a count belongs to.

use std::ops::Range;

use super::dates::can_hold;
use super::groups::{goes_with, named_group};
use super::subjects::{as_subject, beyond_description, first_behind, relative};
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::matter::is_leaving;
use crate::extract::rules::halves;
use crate::extract::scene::{Counted, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// The head that a count belongs to.
pub(in crate::extract) fn count_head(scene: &Scene, count: &Counted) -> Option<usize> {
    let tokens = scene.tokens(&count.range);
    let cue = |head: &usize| !scene.heads[*head].predicates.is_empty();
    // "40 are in hospital with burns"
    if scene.words.is(tokens.end, Small::BE)
        && scene.words.lower(tokens.end + 1) == "in"
        && scene.words.lower(tokens.end + 2).starts_with("hospital")
    {
        return harmed_behind(scene, tokens.end);
    }
    if let Some(head) = named_group(scene, &tokens) {
        return Some(head);
    }
    if let Some(going) = goes_with(scene, &tokens) {
        return Some(going);
    }
    if let Some(head) = flight(scene, &tokens).or_else(|| cut_to(scene, tokens.start)) {
        return Some(head);
    }
    // "left 14 people dead": the word right after the count says what became of them.
    if let Some(word) = predicated(scene, &tokens).filter(|head| scene.heads[*head].shape == Shape::Word) {
        return Some(word);
    }
    // "the hostages held in a theater died"
    if let Some(verb) =
        first_behind(scene, tokens.end).and_then(|at| beyond_description(scene, at, tokens.end))
    {
        return Some(verb);
    }
    // "since the war began in October more than 30,000 have died": a war that begins takes no object.
    let begins =
        |head: &Head| head.is_verb() && head.is_cue_of(Predicate::Invade) && head.class == Some(Class::Start);
    let object = as_object(scene, &tokens).filter(|head| !begins(&scene.heads[*head]));
    // "halve its 2,300-strong contingent": so many there are.
    let to = tokens.start.checked_sub(1).is_some_and(|at| scene.words.lower(at) == "to");
    if object.is_some_and(|head| halves(scene, head)) && !to {
        return None;
    }
    // "left 14 people injured": what leaves them so is not what they leave.
    if object.is_some_and(|head| leaves(scene, &scene.heads[head]))
        && let Some(harmed) = predicated(scene, &tokens)
            .filter(|head| scene.heads[*head].predicates.any(PredicateGroup::Violence))
            .or_else(|| harmed_behind(scene, tokens.end))
    {
        return Some(harmed);
    }
    // "added to the 600 flown in": who were sent before are no object of what is added to.
    let adds = |head: usize| {
        let verb = &scene.heads[head];
        scene.words.lower(verb.token).starts_with("add") && scene.words.lower(verb.last) == "to"
    };
    let sent = |head: &usize| {
        let sent = &scene.heads[*head];
        sent.first == tokens.end
            && sent.shape == Shape::Participle
            && sent.predicates.any(PredicateGroup::Presence)
    };
    if let Some(sent) = predicated(scene, &tokens).filter(sent).filter(|_| object.is_some_and(adds)) {
        return Some(sent);
    }
    // "killed thousands of men captured there": what the verb takes is its object.
    if let Some(verb) = object.filter(cue).filter(|head| suffers(&scene.heads[*head])) {
        return Some(verb);
    }
    let subject = as_subject(scene, &tokens);
    // "200 soldiers, who left Mali in May, were welcomed": what is said of them is of no matter.
    let tells = |head: usize| {
        let predicates = scene.heads[head].predicates;
        predicates.any(PredicateGroup::Presence) || predicates.any(PredicateGroup::Violence)
    };
    if !subject.is_some_and(tells)
        && let Some(verb) = relative(scene, &tokens).filter(|verb| tells(*verb))
    {
        return Some(verb);
    }
    // "in the attack on Gao 24 people died": an attack is how.
    let attack = object.map(|head| &scene.heads[head]).is_some_and(|head| {
        head.shape == Shape::Noun && head.is_cue_of(Predicate::Attack) && !head.is_cue_of(Predicate::Killed)
    });
    let died = || subject.filter(|head| attack && scene.words.is(scene.heads[*head].token, Small::DYING));
    predicated(scene, &tokens)
        .or_else(died)
        .or_else(|| object.filter(cue))
        .or_else(|| subject.filter(cue))
        .or(object)
        .or(subject)
        .or_else(|| relative(scene, &tokens))
        .or_else(|| beside(scene, &tokens))
}

/// "reduce its presence in Mali to 400 troops": what a presence is cut to belongs to what cuts it.
fn cut_to(scene: &Scene, start: usize) -> Option<usize> {
    let to = start.checked_sub(1).filter(|at| scene.words.lower(*at) == "to")?;
    let verb = scene.heads.iter().rposition(|head| head.is_verb() && head.last < to)?;
    let head = &scene.heads[verb];
    let presence = |noun: &Head| noun.shape == Shape::Noun && noun.is_cue_of(Predicate::Remain);
    let cut = |noun: &Head| presence(noun) && (head.last..to).contains(&noun.token);
    let plain = (head.last + 1..to).all(|at| scene.words.list[at].kind != Kind::Mark);
    (head.is_cue_of(Predicate::Withdraw) && !head.passive && plain && scene.heads.iter().any(cut))
        .then_some(verb)
}

/// "forced 2,000 villagers to flee", "150,000 were forced to leave their homes": what they are made to do.
fn flight(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let made = |at: usize| {
        words.is(at, Small::BE | Small::HAVE)
            || matches!(words.lower(at), "forced" | "compelled" | "driven" | "made" | "obliged" | "ordered")
    };
    let first = (tokens.end..(tokens.end + 4).min(words.len())).find(|at| !made(*at))?;
    let to = matches!(words.lower(first), "to");
    scene.heads.iter().position(|head| {
        let flees = words.lower(head.token).starts_with("flee");
        let leaves = to && matches!(words.lower(head.token), "leave" | "abandon" | "evacuate");
        (head.first == first || to && head.token == first + 1)
            && matches!(head.shape, Shape::Infinitive | Shape::Gerund)
            && (flees && (to || head.shape == Shape::Gerund) || leaves && first > tokens.end)
    })
}

/// "left", of what leaves people dead or hurt.
fn leaves(scene: &Scene, head: &Head) -> bool {
    !head.passive && is_leaving(scene.words.lower(head.token))
}

/// "left 14 people on both sides dead", "left dozens with injuries": what became of those who stand before a token, with
/// nothing between but who and where they are.
pub(in crate::extract) fn harmed_behind(scene: &Scene, end: usize) -> Option<usize> {
    let words = &scene.words;
    let harms = |head: &Head| head.is_cue_of(Predicate::Killed) || head.is_cue_of(Predicate::Wounded);
    let next = scene.heads.iter().position(|head| head.first >= end && (head.is_verb() || harms(head)))?;
    let head = &scene.heads[next];
    let mut gap = end..head.first;
    let with = || (head.first.saturating_sub(3)..head.first).any(|at| words.lower(at) == "with");
    let so = match head.shape {
        Shape::Word | Shape::Participle => true,
        Shape::Noun => with(),
        _ => false,
    };
    let close = gap.len() <= 6
        && gap.all(|at| words.list[at].kind == Kind::Word && !words.is(at, Small::RELATIVE | Small::CLAUSE));
    (so && close && harms(head)).then_some(next)
}

/// The head that says what became of those whom a verb of leaving leaves so, if they are counted.
pub(in crate::extract) fn left_harmed(scene: &Scene, index: usize) -> Option<usize> {
    let head = &scene.heads[index];
    let object = head.last + 1..head.last + 12;
    let tokens = scene.counts.iter().map(|count| scene.tokens(&count.range));
    let mut counted = tokens.filter(|tokens| object.contains(&tokens.start));
    leaves(scene, head).then(|| counted.find_map(|tokens| harmed_behind(scene, tokens.end))).flatten()
}

/// An active verb that is done to people.
fn suffers(head: &Head) -> bool {
    head.is_verb()
        && !head.passive
        && head.shape != Shape::Participle
        && (head.predicates.any(PredicateGroup::Violence) || head.predicates.any(PredicateGroup::Presence))
}

/// "six dead", "three people were killed": the word or the passive right after the count.
fn predicated(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let first = scene.heads.iter().position(|head| {
        head.token >= tokens.end && !head.predicates.is_empty() && !scene.is_beside(head.token, tokens.start)
    })?;
    // "were left dead"
    let left = scene.words.lower(scene.heads[first].token) == "left";
    let dead = |next: &Head| {
        next.first == scene.heads[first].token + 1 && next.predicates.any(PredicateGroup::Violence)
    };
    if left && scene.heads.get(first + 1).is_some_and(dead) {
        let gap = (tokens.end..scene.heads[first].first).filter(|at| !scene.is_beside(*at, tokens.start));
        return (gap.count() <= 2).then_some(first + 1);
    }
    let index = first;
    let head = &scene.heads[index];
    let gap: Vec<usize> = (tokens.end..head.first).filter(|at| !scene.is_beside(*at, tokens.start)).collect();
    let close = gap.len() <= 2
        && gap.iter().all(|at| {
            (matches!(scene.words.list[*at].kind, Kind::Word | Kind::Quote)
                || matches!(scene.words.raw(*at), "-" | "–" | "—"))
                && !is_conjunction(scene.words.lower(*at))
        });
    (close && (head.shape == Shape::Word || head.passive || head.shape == Shape::Participle)).then_some(index)
}

pub(super) fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "but"
            | "while"
            | "after"
            | "that"
            | "which"
            | "as"
            | "when"
            | "where"
            | "because"
            | "although"
            | "whether"
    )
}

/// "killed at least 25 fighters", "the departure of hundreds of troops", "to send an additional 450"
fn as_object(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let verb = scene.heads.iter().rposition(|head| {
        head.token < tokens.start && can_hold(head) && !scene.is_passed(head.token, tokens.start)
    })?;
    let index = through_including(scene, verb);
    let head = &scene.heads[verb];
    if head.class == Some(Class::Say) && head.predicates.is_empty() {
        return None;
    }
    if (matches!(head.class, Some(Class::Plan | Class::Propose | Class::Possible)) || makes(scene, head))
        && (head.predicates.is_empty() || scene.words.lower(head.token).starts_with("order"))
        && let Some(ordered) = ordered(scene, tokens.end)
    {
        return Some(ordered);
    }
    // "pull thousands of troops out": the particle stands behind the count.
    let verb_end = if head.last < tokens.start { head.last } else { head.token };
    let gap: Vec<usize> =
        (verb_end + 1..tokens.start).filter(|at| !scene.is_passed(*at, tokens.start)).collect();
    let plain = gap.iter().copied().all(|at| {
        let lower = scene.words.lower(at);
        if is_conjunction(lower) {
            return false;
        }
        scene.words.list[at].kind == Kind::Number
            || scene.words.list[at].kind == Kind::Word
                && (lower == "of"
                    && (matches!(head.shape, Shape::Noun | Shape::Gerund)
                        || head.last > head.token
                        || scene.words.is(at - 1, Small::COLLECTIVE)
                        // "cut the number of troops from"
                        || matches!(scene.words.lower(at - 1), "number" | "size" | "strength" | "total"))
                    || matches!(lower, "to" | "at")
                    || lower == "from" && from_a_level(scene, at)
                    || !scene.words.is(at, Small::PREPOSITION)
                    || matches!(lower, "by" | "about" | "around" | "over"))
            || scene.words.raw(at) == "-"
    });
    let open = !head.passive || scene.words.lower(head.token + 1) == "by" || index != verb;
    (plain && gap.len() <= 6 && open).then_some(index)
}

/// "cut from 9,000 to 5,500": a number, and what it falls to.
fn from_a_level(scene: &Scene, from: usize) -> bool {
    let number = |at: usize| scene.words.list.get(at).is_some_and(|word| word.kind == Kind::Number);
    let to = (from + 2..from + 8).find(|at| scene.words.lower(*at) == "to");
    (number(from + 1) || number(from + 2)) && to.is_some_and(|to| (to + 1..to + 4).any(number))
}

/// "the dead included 21 women", "the death toll from the attack in Gao rose to 57", "put the toll at 57": the verb says
/// how many the noun counts.
fn through_including(scene: &Scene, verb: usize) -> usize {
    let word = scene.words.lower(scene.heads[verb].token);
    // "the dead are four soldiers": who they were.
    let counted = |count: &Counted| scene.tokens(&count.range).start == scene.heads[verb].last + 1;
    let equates = matches!(word, "are" | "were")
        && scene.heads[verb].predicates.is_empty()
        && scene.counts.iter().any(counted);
    let numbers = scene.words.is(scene.heads[verb].token, Small::NUMBERING)
        || scene.heads[verb].is_verb() && word == "number"
        || equates;
    if !numbers {
        return verb;
    }
    let first = scene.heads[verb].first;
    let start = scene.heads[..verb]
        .iter()
        .rposition(|head| head.shape == Shape::Finite)
        .map_or(0, |before| before + 1);
    let near = |head: &Head| {
        let gap = (head.last + 1..first).filter(|at| !scene.is_aside(*at));
        gap.clone().count() <= 8
            && !gap.into_iter().any(|at| matches!(scene.words.mark(at), b',' | b';' | b':'))
    };
    let counts = |head: &Head| {
        matches!(head.shape, Shape::Noun | Shape::Word | Shape::Participle)
            && head.predicates.any(PredicateGroup::Violence)
            && near(head)
    };
    let own = (start..verb).find(|before| counts(&scene.heads[*before]));
    let right_before = |before: &usize| {
        let head = &scene.heads[*before];
        head.predicates.any(PredicateGroup::Violence) && head.last + 3 > first
    };
    own.or_else(|| verb.checked_sub(1).filter(right_before)).unwrap_or(verb)
}

/// "enable 500 soldiers to remain", "prompted thousands to flee": verbs of what others do.
fn makes(scene: &Scene, head: &Head) -> bool {
    const STEMS: &[&str] = &[
        "enabl", "permit", "forc", "prompt", "caus", "compel", "persuad", "lead", "led", "drive", "drove",
        "instruct", "tell", "told", "requir", "oblig", "direct",
    ];
    head.is_verb()
        && !head.passive
        && STEMS.iter().any(|stem| scene.words.lower(head.token).starts_with(stem))
}

/// "ordered thousands of troops to begin withdrawing": what they are ordered to do.
fn ordered(scene: &Scene, from: usize) -> Option<usize> {
    let infinitive = scene
        .heads
        .iter()
        .position(|head| head.token >= from && head.shape == Shape::Infinitive && head.first <= from + 14)?;
    let starts = scene.heads[infinitive].class == Some(Class::Start);
    let chosen = if starts { infinitive + 1 } else { infinitive };
    scene.heads.get(chosen).filter(|head| !head.predicates.is_empty()).map(|_| chosen)
}

/// Any cue in the same clause, the nearest first: "had about 900 troops in Syria".
fn beside(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let clause = scene.clause(tokens.start);
    scene
        .heads
        .iter()
        .enumerate()
        .filter(|(_, head)| {
            clause.contains(&head.token)
                && !head.predicates.is_empty()
                && head.last < tokens.start
                && tokens.start - head.last <= 9
        })
        .filter(|(_, head)| {
            let clause = |word: &str| matches!(word, "with" | "and" | "as" | "when" | "where" | "because");
            !(head.last + 1..tokens.start).any(|at| clause(scene.words.lower(at)))
        })
        .map(|(index, _)| index)
        .next_back()
}

/// Whether a clause says only that something is there: "there are", "has".
pub(in crate::extract) fn is_there(scene: &Scene, head: &Head) -> bool {
    scene.words.is(head.token, Small::BE | Small::HAVE)
        || matches!(scene.words.lower(head.token), "keeps" | "maintains")
}
