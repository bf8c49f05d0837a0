//! Counts that are a part of those told of before: "Of those, 12 were civilians", "ten of the victims were children".

use std::ops::Range;

use crate::extract::events::Event;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::rules;
use crate::extract::scene::{Counting, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::model::vocabulary::Predicate;

/// What became of those whom a count is a part of; `harm` is what the sentence before says of people.
pub(in crate::extract) fn of_those(scene: &Scene, index: usize, harm: Option<Predicate>) -> Option<Event> {
    let count = &scene.counts[index];
    let tokens = scene.tokens(&count.range);
    if !matches!(count.counting, Counting::People | Counting::Troops) || is_told_otherwise(scene, &tokens) {
        return None;
    }
    // "58 people were wounded, with 14 of them in critical condition"
    let harm = told_before(scene, tokens.start).or(harm);
    let predicate = figure(scene, tokens.start, harm)
        .or_else(|| whole(scene, tokens.start + 1, harm))
        .or_else(|| whole(scene, tokens.end, harm))
        .or_else(|| opening(scene, harm).filter(|_| scene.words.lower(0) == "of"))?;
    Some(Event { rule: rules::rule_of(predicate)?, head: None, count: Some(index), date: None })
}

/// What the words before say last became of people.
fn told_before(scene: &Scene, start: usize) -> Option<Predicate> {
    const HARMS: [Predicate; 3] = [Predicate::Killed, Predicate::Wounded, Predicate::Captured];
    let head = scene
        .heads
        .iter()
        .rfind(|head| head.last < start && HARMS.iter().any(|harm| head.is_cue_of(*harm)))?;
    let mut harms = HARMS.into_iter().filter(|harm| head.is_cue_of(*harm));
    // "casualties" are either.
    harms.next().filter(|_| harms.next().is_none())
}

/// "put the figure at 40": how many there were of those told of before.
fn figure(scene: &Scene, start: usize, harm: Option<Predicate>) -> Option<Predicate> {
    let words = &scene.words;
    let at = start.checked_sub(1).filter(|at| words.lower(*at) == "at")?;
    let noun =
        at.checked_sub(1).filter(|noun| matches!(words.lower(*noun), "figure" | "number" | "total"))?;
    let puts = |at: usize| matches!(words.lower(at), "put" | "puts" | "placed" | "set");
    (noun.saturating_sub(3)..noun).any(puts).then_some(harm)?
}

/// "of the victims", "of those wounded", "of them".
fn whole(scene: &Scene, of: usize, harm: Option<Predicate>) -> Option<Predicate> {
    let words = &scene.words;
    if words.lower(of) != "of" {
        return None;
    }
    match words.lower(of + 1) {
        "them" | "whom" => harm,
        "the" => harmed(words.lower(of + 2)),
        "those" | "these" => harmed(words.lower(of + 2)).or(harm),
        _ => None,
    }
}

/// "Of those, 12 were civilians", "Of the 54 dead, 12 were women".
fn opening(scene: &Scene, harm: Option<Predicate>) -> Option<Predicate> {
    let words = &scene.words;
    let comma = (1..6).find(|at| words.raw(*at) == ",")?;
    let counted = (2..comma).find_map(|at| harmed(words.lower(at)));
    counted.or_else(|| harm.filter(|_| matches!(words.lower(comma - 1), "those" | "these" | "them")))
}

/// What became of those whom a noun names.
fn harmed(noun: &str) -> Option<Predicate> {
    match noun {
        "victims" | "dead" | "killed" | "slain" | "fatalities" | "deaths" => Some(Predicate::Killed),
        "wounded" | "injured" | "hurt" => Some(Predicate::Wounded),
        "captives" | "detained" | "detainees" | "arrested" | "captured" | "abducted" | "kidnapped" => {
            Some(Predicate::Captured)
        }
        _ => None,
    }
}

/// "ten of them were freed": the verb behind a count says something else of them than what they are.
fn is_told_otherwise(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let comma = (tokens.end..words.len()).find(|at| words.raw(*at) == ",").unwrap_or(words.len());
    let verb = |head: &&Head| head.first >= tokens.end && head.first < comma && head.shape == Shape::Finite;
    let plain = |head: &Head| head.class == Some(Class::Be) || words.is(head.token, Small::BE);
    scene.heads.iter().find(verb).is_some_and(|head| !plain(head))
}
