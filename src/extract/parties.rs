//! The two sides of talks or a deal.

use std::ops::Range;

use super::actor::Search;
use super::attribution::speaker_of;
use super::events::Event;
use super::function_words::Small;
use super::heads::{Head, Shape};
use super::lexicon::Class;
use super::memory::Memory;
use super::phrase::Phrase;
use super::scene::{Named, Scene, Seen};
use super::subject::subject;
use super::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};

/// Subject and object of talks or a deal.
pub(super) fn parties(scene: &Scene, event: &Event, memory: &Memory<'_>) -> (Option<Named>, Option<Named>) {
    let Some(index) = event.head else { return (None, None) };
    let head = &scene.heads[index];
    let clause = scene.clause(head.token);
    let side = |seen: &Seen| side(scene, seen);
    let active = head.is_verb() && !head.passive && head.shape != Shape::Participle;
    if active && (speaks_of_both(scene, clause.start..head.first)) {
        return both_before(scene, head.first, memory);
    }
    if active && let Some(we) = speaker_as_we(scene, head) {
        let whom = scene.seen_in(&clause).filter_map(side).find(|named| named.key != we.key);
        return (Some(we), whom);
    }
    if !active && let Some((one, two)) = named_sides(scene, head) {
        return (Some(one), Some(two));
    }
    if let Some(verb) = holding(scene, index).filter(|_| !head.is_verb()) {
        let own = Search { scene, memory: Some(memory), sends: false }.own(verb);
        if speaks_of_both(scene, own.tokens.clone()) {
            return both_before(scene, own.tokens.start, memory);
        }
    }
    let who =
        if active { acting(scene, governor(scene, index), memory) } else { holder(scene, index, memory) };
    if who.is_some() {
        let after =
            scene.seen_in(&(head.last + 1..clause.end)).filter_map(side).find(|named| other(&who, named));
        let before =
            || scene.seen_in(&(clause.start..head.first)).filter_map(side).find(|named| other(&who, named));
        let whom = after.or_else(before);
        return (who, whom);
    }
    if head.shape == Shape::Participle && refers_back(scene, index) {
        let (one, two) = told_before(memory);
        if one.is_some() {
            return (one, two);
        }
    }
    let held = |seen: &&Seen| !is_onlooker(scene, seen);
    let mut sides = scene.seen_in(&clause).filter(held).filter_map(side);
    let first = sides.next();
    let second = sides.find(|named| first.is_some() && other(&first, named));
    if second.is_none() && refers_back(scene, index) {
        let (one, two) = told_before(memory);
        if one.is_some() {
            return (one, two);
        }
    }
    (first, second)
}

/// "a deal between the US and the Taliban", "the US-Taliban agreement": whose it is says the noun phrase itself.
fn named_sides(scene: &Scene, head: &Head) -> Option<(Named, Named)> {
    let words = &scene.words;
    let two = |range: Range<usize>| {
        let mut sides = scene.seen_in(&range).filter_map(|seen| side(scene, seen));
        let first = sides.next()?;
        let second = sides.find(|named| named.key != first.key)?;
        Some((first, second))
    };
    let clause = scene.clause(head.token);
    let verb = |at: usize| scene.heads.iter().any(|other| other.first == at && other.shape == Shape::Finite);
    let between = (head.last + 1..clause.end.min(head.last + 10))
        .take_while(|at| !verb(*at))
        .find(|at| words.lower(*at) == "between");
    if let Some(between) = between {
        let end = (between + 1..(between + 16).min(words.len())).find(|at| verb(*at)).unwrap_or(words.len());
        return two(between + 1..end.min(between + 16));
    }
    // The noun itself, or that of the participle behind it.
    let noun = match head.shape {
        Shape::Noun => head.token,
        _ => {
            scene
                .heads
                .iter()
                .rfind(|other| {
                    other.shape == Shape::Noun && other.last + 2 > head.first && other.token < head.token
                })?
                .token
        }
    };
    let compound = noun.saturating_sub(5)..noun;
    let joined = compound.clone().any(|at| matches!(words.raw(at), "-" | "–" | "/"));
    two(compound).filter(|_| joined)
}

/// Who stands as the subject of a verb.
fn acting(scene: &Scene, verb: usize, memory: &Memory<'_>) -> Option<Named> {
    let side = |seen: &Seen| side(scene, seen);
    let own = Search { scene, memory: Some(memory), sends: false }.own(verb);
    let phrase = Phrase::of(scene, &own.tokens);
    let named = phrase.and_then(|phrase| scene.seen_in(&phrase.core).find_map(side));
    named.or_else(|| pronoun(scene, &own.tokens, memory)).or_else(|| subject(scene, verb, &[&side]))
}

/// "He also met": the person last spoken of.
fn pronoun(scene: &Scene, tokens: &Range<usize>, memory: &Memory<'_>) -> Option<Named> {
    let words = &scene.words;
    let he = tokens.clone().find(|at| matches!(words.lower(*at), "he" | "she"))?;
    let key = memory.person()?;
    let here = scene.seen.iter().any(|seen| seen.key == key);
    (!here).then(|| Named { key: Some(key), text: words.bytes(he, he) })
}

/// "held talks", "brokered a truce", "signed by the government": who does what becomes of talks and deals.
fn holder(scene: &Scene, index: usize, memory: &Memory<'_>) -> Option<Named> {
    let words = &scene.words;
    let head = &scene.heads[index];
    let clause = scene.clause(head.token);
    let by = (head.last + 1..clause.end).find(|at| words.lower(*at) == "by");
    if let Some(by) = by {
        let phrase = Phrase::of(scene, &(by + 1..clause.end))?;
        let first = phrase.core.start;
        if words.lower(first) == "the" && words.lower(first + 1) == "government" {
            let country = Search { scene, memory: Some(memory), sends: false }.country()?;
            let text = words.bytes(first, first + 1);
            return Some(Named { key: Some(format!("{country}-government")), text });
        }
        return scene.seen_in(&phrase.core).find_map(|seen| side(scene, seen));
    }
    if head.is_verb() {
        return None;
    }
    acting(scene, holding(scene, index)?, memory)
}

/// "held talks": the verb whose object a noun is.
fn holding(scene: &Scene, index: usize) -> Option<usize> {
    let words = &scene.words;
    let head = &scene.heads[index];
    let verb = scene.heads[..index].iter().rposition(Head::is_verb)?;
    let holds = &scene.heads[verb];
    let gap = holds.last + 1..head.token;
    let plain =
        |at: usize| words.list[at].kind == Kind::Word && !words.is(at, Small::PREPOSITION | Small::CLAUSE);
    let says = matches!(holds.class, Some(Class::Say | Class::Be | Class::Deny));
    let object = gap.len() <= 4 && gap.clone().all(plain);
    (object && !holds.passive && !says).then_some(verb)
}

/// "We must reach a deal," the minister said: those for whom the speaker acts.
fn speaker_as_we(scene: &Scene, head: &Head) -> Option<Named> {
    let we = head.first.checked_sub(1).is_some_and(|at| scene.words.lower(at) == "we");
    let speaker = speaker_of(&scene.attributions, head.token).filter(|_| we)?;
    let named = |seen: &&Seen| speaker.text.start <= seen.range.start && seen.range.end <= speaker.text.end;
    scene.seen.iter().filter(named).find_map(|seen| for_state(scene, seen))
}

fn other(one: &Option<Named>, named: &Named) -> bool {
    one.as_ref().is_none_or(|one| one.key != named.key && one.text != named.text)
}

fn side(scene: &Scene, seen: &Seen) -> Option<Named> {
    let located = seen.kind != EntityKind::Person && super::place::is_located(scene, seen);
    let speaks = !located && !describes_person(scene, seen);
    party(scene, seen).filter(|_| speaks)
}

/// "After meeting Mr. Abadi, Obama said": the verb of the main clause, whose subject is that of the gerund before it.
fn governor(scene: &Scene, index: usize) -> usize {
    let finite = |at: &usize| scene.heads[*at].shape == Shape::Finite;
    if scene.heads[index].shape != Shape::Gerund || (0..index).any(|at| finite(&at)) {
        return index;
    }
    (index + 1..scene.heads.len()).find(finite).unwrap_or(index)
}

/// Who stands in the sentence without a part in the talks: who tells of them, those in whose presence a deal is signed,
/// whom they are against.
fn is_onlooker(scene: &Scene, seen: &Seen) -> bool {
    let tells = scene
        .attributions
        .iter()
        .any(|speaker| speaker.text.start <= seen.range.start && seen.range.end <= speaker.text.end);
    let start = scene.tokens(&seen.range).start;
    let before = (1..=24)
        .filter_map(|back| start.checked_sub(back))
        .take_while(|at| !matches!(scene.words.raw(*at), ";" | ":" | "—" | "with" | "between" | "by"));
    let mut leads = before.filter(|at| matches!(scene.words.lower(*at), "presence" | "from" | "against"));
    tells || leads.next().is_some()
}

/// "both sides", "the two countries", "they".
fn speaks_of_both(scene: &Scene, tokens: Range<usize>) -> bool {
    let words = &scene.words;
    let pair = |at: usize| {
        matches!(words.lower(at), "both" | "two")
            && matches!(
                words.lower(at + 1),
                "sides"
                    | "countries"
                    | "governments"
                    | "parties"
                    | "nations"
                    | "allies"
                    | "leaders"
                    | "presidents"
            )
    };
    let end = tokens.end;
    tokens.clone().any(pair) || tokens.end > tokens.start && words.lower(end - 1) == "they"
}

/// The two that the words before speak of, in this sentence or the one before.
fn both_before(scene: &Scene, until: usize, memory: &Memory<'_>) -> (Option<Named>, Option<Named>) {
    let here = pair(scene.seen_in(&(0..until)).filter(|seen| !is_onlooker(scene, seen)), scene);
    if here.1.is_some() {
        return here;
    }
    let mut before = (0..2).filter_map(|back| {
        let scene = memory.scene_before(back)?;
        Some(elsewhere(pair(scene.seen.iter(), &scene)))
    });
    let (one, two) = before.find(|(_, two)| two.is_some()).unwrap_or(here);
    // Of two sides a speaker names the own first.
    let speaker = speaker_of(&scene.attributions, until);
    let named = |seen: &&Seen| {
        speaker.is_some_and(|by| by.text.start <= seen.range.start && seen.range.end <= by.text.end)
    };
    let own = scene.seen.iter().filter(named).find_map(|seen| for_state(scene, seen));
    let is_own = |named: &Named| own.as_ref().is_some_and(|own| own.key == named.key);
    if two.as_ref().is_some_and(is_own) { (two, one) } else { (one, two) }
}

/// The first two states or groups of a row of names, people as those for whom they act.
fn pair<'s>(seen: impl Iterator<Item = &'s Seen>, scene: &Scene) -> (Option<Named>, Option<Named>) {
    let mut sides = seen.filter_map(|seen| for_state(scene, seen));
    let first = sides.next();
    let second = sides.find(|named| first.is_some() && other(&first, named));
    (first, second)
}

/// The state or group that a name stands for.
fn for_state(scene: &Scene, seen: &Seen) -> Option<Named> {
    let state = match seen.kind {
        EntityKind::Person | EntityKind::Office | EntityKind::Institution | EntityKind::Government => {
            seen.country.as_ref()?
        }
        EntityKind::Country if !super::place::is_located(scene, seen) && !is_inside(scene, seen) => &seen.key,
        EntityKind::ArmedGroup | EntityKind::Alliance => {
            return Some(Named { key: Some(seen.key.clone()), text: seen.range.clone() });
        }
        _ => return None,
    };
    Some(Named { key: Some(format!("{state}-government")), text: seen.range.clone() })
}

/// "in Qatar's capital": somewhere in the country.
fn is_inside(scene: &Scene, seen: &Seen) -> bool {
    let tokens = scene.tokens(&seen.range);
    let before = tokens.start.checked_sub(1).map_or("", |at| scene.words.lower(at));
    scene.words.is_possessive(tokens.end.saturating_sub(1))
        && matches!(before, "in" | "at" | "near" | "from" | "to")
}

/// Names that stand in another sentence: their words are no part of this one.
fn elsewhere((one, two): (Option<Named>, Option<Named>)) -> (Option<Named>, Option<Named>) {
    let named = |named: Named| Named { key: named.key, text: 0..0 };
    (one.map(named), two.map(named))
}

/// "the talks", "Talks were suspended", "the deal signed in Doha": what has been told of before.
fn refers_back(scene: &Scene, index: usize) -> bool {
    let words = &scene.words;
    let head = &scene.heads[index];
    let noun = if head.shape == Shape::Noun {
        head.token
    } else {
        let deal = |other: &&Head| {
            other.shape == Shape::Noun
                && (other.is_cue_of(Predicate::Agreement) || other.is_cue_of(Predicate::Talks))
                && other.last + 3 >= head.first
        };
        match scene.heads[..index].iter().rfind(deal) {
            Some(noun) => noun.token,
            None => return false,
        }
    };
    let start =
        (noun.saturating_sub(3)..noun).rev().take_while(|at| words.list[*at].kind == Kind::Word).last();
    let word = words.lower(noun);
    // A truce that holds or begins has no sides of its own.
    if matches!(word, "ceasefire" | "cease-fire" | "truce" | "armistice") {
        return false;
    }
    let definite =
        |start: usize| (start..noun).any(|at| matches!(words.lower(at), "the" | "this" | "that" | "these"));
    let own = noun > 0 && words.is_possessive(noun - 1);
    own || start.is_some_and(definite) || noun == 0 && word == "talks"
}

/// The two sides of the talks or deal that was last told of.
fn told_before(memory: &Memory<'_>) -> (Option<Named>, Option<Named>) {
    for back in 0..REACH {
        let Some(scene) = memory.scene_before(back) else { break };
        let negotiates =
            |head: &Head| head.is_cue_of(Predicate::Talks) || head.is_cue_of(Predicate::Agreement);
        let Some(index) = scene.heads.iter().rposition(negotiates) else { continue };
        let (one, two) = pair(scene.seen.iter(), &scene);
        if two.is_none() {
            continue;
        }
        let verb = scene.heads[index].is_verb() && !scene.heads[index].passive;
        let who = if verb { acting(&scene, index, memory) } else { holder(&scene, index, memory) };
        let state = who.and_then(|who| scene.seen.iter().find(|seen| seen.range == who.text));
        let state = state.and_then(|seen| for_state(&scene, seen));
        let acts = |named: &Named| state.as_ref().is_some_and(|state| state.key == named.key);
        let swapped = two.as_ref().is_some_and(acts);
        return elsewhere(if swapped { (two, one) } else { (one, two) });
    }
    (None, None)
}

/// Sentences that talks are looked for in.
const REACH: usize = 4;

/// "Ukraine's President Petro Poroshenko": the country only says who he is.
pub(super) fn describes_person(scene: &Scene, seen: &Seen) -> bool {
    let end = scene.tokens(&seen.range).end;
    matches!(seen.kind, EntityKind::Country | EntityKind::Office | EntityKind::Institution)
        && scene.seen.iter().any(|other| {
            let start = scene.tokens(&other.range).start;
            other.kind == EntityKind::Person
                && !other.is_pronoun
                && (end..end + 5).contains(&start)
                && (end..start).all(|at| {
                    scene.words.list[at].kind == Kind::Word
                        && !scene.words.is(at, Small::PREPOSITION | Small::CLAUSE)
                })
        })
}

fn party(scene: &Scene, seen: &Seen) -> Option<Named> {
    let end = scene.tokens(&seen.range).end;
    let body = matches!(scene.words.lower(end), "administration" | "government" | "cabinet" | "regime");
    let owned = scene.words.is_possessive(end.saturating_sub(1));
    let key = match seen.kind {
        // "President Trump's administration"
        EntityKind::Person if body => format!("{}-government", seen.country.as_ref()?),
        EntityKind::Person
        | EntityKind::Government
        | EntityKind::Institution
        | EntityKind::Alliance
        | EntityKind::ArmedGroup => seen.key.clone(),
        // "Yemen's Houthi rebels": the name behind it acts.
        EntityKind::Country
            if owned && scene.seen.iter().any(|next| scene.tokens(&next.range).start == end) =>
        {
            return None;
        }
        EntityKind::Country => format!("{}-government", seen.key),
        _ => return None,
    };
    Some(Named { key: Some(key), text: seen.range.clone() })
}
