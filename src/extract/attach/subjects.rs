//! The verb that a count is the subject of, past what only describes those counted.

use std::ops::Range;

use super::counts::is_conjunction;
use super::dates::can_hold;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::grammar::insertion::beyond_insertion;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::PredicateGroup;

/// "62 militiamen were wounded", "2,500 troops remain", "12 soldiers dead"
pub(super) fn as_subject(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    if let Some(verb) = beyond_relative(scene, tokens.end) {
        return Some(verb);
    }
    let tokens = &(tokens.start..beyond_insertion(scene, beyond_singles(scene, tokens.end)));
    let mut index = scene.heads.iter().position(|head| {
        head.token >= tokens.end && can_hold(head) && !scene.is_beside(head.token, tokens.start)
    })?;
    if scene.heads[index].shape == Shape::Participle {
        // "150 soldiers from a brigade based in Italy are arriving"
        let finite = scene.heads.iter().position(|head| {
            head.token >= tokens.end && head.shape == Shape::Finite && head.first <= tokens.end + 18
        });
        // "500 soldiers flown in last month are to return"
        let finite = finite.map(|finite| through_governors(scene, finite));
        if let Some(finite) = finite.filter(|finite| {
            !scene.heads[*finite].predicates.is_empty()
                && (scene.words.is(scene.heads[*finite].first, Small::BE)
                    || scene.heads[*finite].shape == Shape::Infinitive)
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
    // "We have 430 soldiers there and we intend to bring 200 home": a clause of its own.
    let own = |at: &usize| matches!(scene.words.lower(*at), "we" | "they" | "it" | "he" | "she");
    let second =
        second || gap.iter().any(|at| matches!(scene.words.lower(*at), "and" | "but")) && gap.iter().any(own);
    // "There are 2,000 there, though they stay to advise"
    let conceded = (tokens.end.min(head.first)..head.first)
        .any(|at| matches!(scene.words.lower(at), "though" | "although" | "whereas"));
    let crossed = conceded
        || second
        || gap.iter().any(|at| matches!(scene.words.raw(*at), "," | ";" | ":" | "—" | "("));
    let likely = first > 0
        && scene.heads[first - 1].shape == Shape::Word
        && scene.heads[first - 1].last + 1 == head.first;
    // "2,000 peacekeepers to leave Mali": a headline's future, and what is planned for them.
    let told = head.first == tokens.end && head.predicates.any(PredicateGroup::Presence);
    (!crossed && gap.len() <= 12 && (head.shape != Shape::Infinitive || likely || told)).then_some(index)
}

/// "six guards, a driver and a cook died", "forty guards, policemen and civilians were killed": past those beside them
/// of whom there is one each, or who are counted with them.
fn beyond_singles(scene: &Scene, end: usize) -> usize {
    let words = &scene.words;
    let plain = |at: usize| {
        words.list.get(at).is_some_and(|word| word.kind == Kind::Word)
            && !words.is(at, Small::PREPOSITION | Small::RELATIVE | Small::CLAUSE | Small::BE | Small::HAVE)
            && words.lower(at) != "and"
            && !scene.heads.iter().any(|head| head.is_verb() && head.token == at)
    };
    let mut at = end;
    loop {
        let comma = usize::from(words.mark(at) == b',');
        let joined = usize::from(words.lower(at + comma) == "and");
        let item = at + comma + joined;
        if item == at {
            return end;
        }
        // "policemen and militiamen were killed"
        if are_several(words.lower(item)) && comma + joined == 1 {
            at = item + 1;
            if joined > 0 {
                return if scene.heads.iter().any(|head| head.first == at && head.is_verb()) {
                    at
                } else {
                    end
                };
            }
            continue;
        }
        if !matches!(words.lower(item), "a" | "an" | "one") {
            return end;
        }
        let Some(next) = (item + 1..item + 6).find(|at| !plain(*at)).filter(|next| *next > item + 1) else {
            return end;
        };
        at = next;
        if joined > 0 {
            return at;
        }
    }
}

/// A noun for more than one of those who fight or suffer.
fn are_several(word: &str) -> bool {
    matches!(
        word,
        "police"
            | "women"
            | "children"
            | "civilians"
            | "rebels"
            | "troops"
            | "guards"
            | "militants"
            | "fighters"
    ) || word.ends_with("men") && word.len() > 5
        || word.ends_with("ers") && word.len() > 5
}

/// "1,000 soldiers who were fighting beside the French went home": the verb behind a clause that only says which of them
/// are meant.
fn beyond_relative(scene: &Scene, end: usize) -> Option<usize> {
    let words = &scene.words;
    if !matches!(words.lower(end), "who" | "that") {
        return None;
    }
    let inner = scene.heads.iter().position(|head| head.token > end && head.shape == Shape::Finite)?;
    let which = &scene.heads[inner];
    let silent = which.predicates.is_empty() && which.class != Some(Class::Say) && which.first <= end + 2;
    let main = scene.heads[inner + 1..].iter().position(|head| head.shape == Shape::Finite)? + inner + 1;
    let verb = &scene.heads[main];
    let plain = (which.last + 1..verb.first).all(|at| {
        words.list[at].kind != Kind::Mark
            && !words.is(at, Small::CLAUSE | Small::RELATIVE)
            && !is_conjunction(words.lower(at))
    });
    let pronoun = matches!(words.lower(verb.first - 1), "they" | "it" | "he" | "she" | "we" | "to");
    let tells = verb.predicates.any(PredicateGroup::Presence)
        || verb.passive && verb.predicates.any(PredicateGroup::Violence)
        || words.is(verb.token, Small::DYING);
    (silent && plain && !pronoun && tells && verb.first <= end + 16).then_some(main)
}

pub(super) fn first_behind(scene: &Scene, end: usize) -> Option<usize> {
    scene.heads.iter().position(|head| head.first == end)
}

/// "five men travelling in a taxi were shot": what becomes of those whom a gerund or participle right behind them describes.
pub(super) fn beyond_description(scene: &Scene, index: usize, end: usize) -> Option<usize> {
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
        // "began leaving"
        let begun = head.class == Some(Class::Start)
            && next.shape == Shape::Gerund
            && next.first == head.last + 1
            && next.predicates.any(PredicateGroup::Presence);
        // "have been reported killed"
        let told = head.passive
            && head.class == Some(Class::Say)
            && next.shape == Shape::Participle
            && next.first == head.last + 1
            && next.predicates.any(PredicateGroup::Violence);
        let governs = governs || told;
        let follows = next.shape == Shape::Infinitive || word || begun || told;
        if !governs || !follows || next.first > head.last + 2 {
            break;
        }
        at += 1;
    }
    at
}

/// "the 195 cadets, who had completed training": what the clause right behind says of them. "18 soldiers whom its forces had
/// captured": what others did to them.
pub(super) fn relative(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    if matches!(scene.words.lower(tokens.end), "whom" | "that") {
        let done = scene.heads.iter().position(|head| head.first > tokens.end + 1)?;
        let head = &scene.heads[done];
        let taken =
            head.shape == Shape::Finite && !head.passive && head.predicates.any(PredicateGroup::Violence);
        let subject = tokens.end + 1..head.first;
        let plain =
            subject.len() <= 5 && subject.into_iter().all(|at| scene.words.list[at].kind == Kind::Word);
        let object = scene.words.is(head.last + 1, Small::DETERMINER);
        return (taken && plain && !object).then_some(done);
    }
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
