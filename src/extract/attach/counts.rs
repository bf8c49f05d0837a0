//! Which head a count belongs to.

use std::ops::Range;

use super::dates::can_hold;
use super::groups::{goes_with, named_group};
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::grammar::insertion::beyond_insertion;
use crate::extract::scene::{Counted, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::PredicateGroup;

/// The head that a count belongs to.
pub(in crate::extract) fn count_head(scene: &Scene, count: &Counted) -> Option<usize> {
    let tokens = scene.tokens(&count.range);
    let cue = |head: &usize| !scene.heads[*head].predicates.is_empty();
    if let Some(head) = named_group(scene, &tokens) {
        return Some(head);
    }
    if let Some(going) = goes_with(scene, &tokens) {
        return Some(going);
    }
    if let Some(flight) = flight(scene, &tokens) {
        return Some(flight);
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
    let object = as_object(scene, &tokens);
    // "left 14 people injured": what leaves them so is not what they leave.
    if object.is_some_and(|head| leaves(scene, &scene.heads[head]))
        && let Some(harmed) = predicated(scene, &tokens)
            .filter(|head| scene.heads[*head].predicates.any(PredicateGroup::Violence))
    {
        return Some(harmed);
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
    predicated(scene, &tokens)
        .or_else(|| object.filter(cue))
        .or_else(|| subject.filter(cue))
        .or(object)
        .or(subject)
        .or_else(|| relative(scene, &tokens))
        .or_else(|| beside(scene, &tokens))
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
        (head.first == first || head.token == first + 1)
            && matches!(head.shape, Shape::Infinitive | Shape::Gerund)
            && (flees && (to || head.shape == Shape::Gerund) || leaves && first > tokens.end)
    })
}

/// "left", of what leaves people dead or hurt.
fn leaves(scene: &Scene, head: &Head) -> bool {
    !head.passive && matches!(scene.words.lower(head.token), "leave" | "leaves" | "left" | "leaving")
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

fn is_conjunction(word: &str) -> bool {
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
        head.token < tokens.start && can_hold(head) && !scene.is_beside(head.token, tokens.start)
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
                        || scene.words.is(at - 1, Small::COLLECTIVE))
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
    if !scene.words.is(scene.heads[verb].token, Small::NUMBERING) {
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

/// "62 militiamen were wounded", "2,500 troops remain", "12 soldiers dead"
fn as_subject(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let tokens = &(tokens.start..beyond_insertion(scene, tokens.end));
    let mut index = scene.heads.iter().position(|head| {
        head.token >= tokens.end && can_hold(head) && !scene.is_beside(head.token, tokens.start)
    })?;
    if scene.heads[index].shape == Shape::Participle {
        // "150 soldiers from a brigade based in Italy are arriving"
        let finite = scene.heads.iter().position(|head| {
            head.token >= tokens.end && head.shape == Shape::Finite && head.first <= tokens.end + 18
        });
        if let Some(finite) = finite.filter(|finite| {
            !scene.heads[*finite].predicates.is_empty()
                && scene.words.is(scene.heads[*finite].first, Small::BE)
        }) {
            return Some(finite);
        }
    }
    if let Some(verb) = beyond_description(scene, index, tokens.end) {
        return Some(verb);
    }
    if scene.heads[index].class == Some(Class::Other) && scene.heads[index].shape == Shape::Participle {
        index = (index + 1).min(scene.heads.len() - 1);
    }
    let (first, index) = (index, second_of_two(scene, through_governors(scene, index)));
    let head = &scene.heads[first];
    let gap: Vec<usize> =
        (tokens.end.min(head.first)..head.first).filter(|at| !scene.is_passed(*at, tokens.start)).collect();
    // "freed eight hostages and killed seven guards": the second verb has the subject of the first.
    let second = gap.last().is_some_and(|at| matches!(scene.words.lower(*at), "and" | "or" | "but" | "then"));
    let crossed = second || gap.iter().any(|at| matches!(scene.words.raw(*at), "," | ";" | ":" | "—" | "("));
    let likely = first > 0
        && scene.heads[first - 1].shape == Shape::Word
        && scene.heads[first - 1].last + 1 == head.first;
    // "2,000 peacekeepers to leave Mali": a headline's future, and what is planned for them.
    let told = head.first == tokens.end && head.predicates.any(PredicateGroup::Presence);
    (!crossed && gap.len() <= 12 && (head.shape != Shape::Infinitive || likely || told)).then_some(index)
}

fn first_behind(scene: &Scene, end: usize) -> Option<usize> {
    scene.heads.iter().position(|head| head.first == end)
}

/// "five men travelling in a taxi were shot": what becomes of those whom a gerund or participle right behind them describes.
fn beyond_description(scene: &Scene, index: usize, end: usize) -> Option<usize> {
    let behind = &scene.heads[index];
    // "the hostages held in a theater died"
    let held = behind.shape == Shape::Participle && scene.words.lower(behind.token) == "held";
    let describes = behind.first == end
        && (held || behind.shape == Shape::Gerund && !behind.predicates.any(PredicateGroup::Violence));
    let verb =
        scene.heads.iter().position(|head| head.token > behind.token && head.shape == Shape::Finite)?;
    let head = &scene.heads[verb];
    let harmed = head.predicates.any(PredicateGroup::Violence)
        && (head.passive || scene.words.is(head.token, Small::DYING));
    let plain = || {
        (end..head.first).all(|at| {
            scene.words.list[at].kind != Kind::Mark && !scene.words.is(at, Small::CLAUSE | Small::RELATIVE)
        })
    };
    (describes && harmed && head.first <= end + 14 && plain()).then(|| through_dead(scene, verb))
}

/// "were shot dead": the word says what became of them.
fn through_dead(scene: &Scene, verb: usize) -> usize {
    let end = scene.heads[verb].last + 1;
    let dead = |next: &&Head| next.first == end && next.predicates.any(PredicateGroup::Violence);
    if scene.heads.get(verb + 1).filter(dead).is_some() { verb + 1 } else { verb }
}

/// "200 troops are expected to remain": what they are expected to do.
fn through_governors(scene: &Scene, index: usize) -> usize {
    let mut at = index;
    while let (Some(head), Some(next)) = (scene.heads.get(at), scene.heads.get(at + 1)) {
        // "were forced to flee", "are believed to be in", "are thought to have died"
        let suffers = |word: &str| word.starts_with("suffer") || word.starts_with("sustain");
        let suffer = next.passive
            || scene.words.is(next.token, Small::DYING)
            || suffers(scene.words.lower(next.token));
        let passive = head.passive
            && next.shape == Shape::Infinitive
            && next.first == head.last + 1
            && (suffer || !next.predicates.any(PredicateGroup::Violence));
        let governs = head.predicates.is_empty()
            && (passive || !matches!(head.class, None | Some(Class::Other | Class::Say)));
        // "are due to leave", "is ready to send"
        let word = next.shape == Shape::Word && next.predicates.is_empty();
        if !governs || next.shape != Shape::Infinitive && !word || next.first > head.last + 2 {
            break;
        }
        at += 1;
    }
    at
}

/// "the 195 cadets, who had completed training": what the clause right behind says of them.
fn relative(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let opens = scene.words.raw(tokens.end) == "," && scene.words.lower(tokens.end + 1) == "who";
    let index = scene.heads.iter().position(|head| head.token > tokens.end + 1).filter(|_| opens)?;
    let head = &scene.heads[index];
    (head.first == tokens.end + 2 && head.shape == Shape::Finite && !head.predicates.is_empty())
        .then_some(index)
}

/// "were shot and killed", "was ambushed and captured": of two participles the one that says what the claim is of.
fn second_of_two(scene: &Scene, index: usize) -> usize {
    let Some(next) = scene.heads.get(index + 1) else { return index };
    let head = &scene.heads[index];
    // "were" alone, where no list has the first of the two.
    let be = head.class == Some(Class::Be);
    // "were shot and seriously wounded"
    let adverb = usize::from(scene.words.is(next.token.saturating_sub(1), Small::LY));
    let joined = head.last + 2 + usize::from(be) + adverb == next.token
        && scene.words.lower(next.token - 1 - adverb) == "and";
    let silent = head.predicates.is_empty() && (be || head.passive || head.shape == Shape::Participle);
    let says = next.first == next.token && next.predicates.any(PredicateGroup::Violence) && next.is_verb();
    if joined && silent && says { index + 1 } else { index }
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
