//! The two sides of talks or a deal.

use std::ops::Range;

use super::actor::Search;
use super::parties_before::{both_before, for_state, refers_back, speaks_of_both, told_before};
use crate::extract::events::Event;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::grammar::phrase::Phrase;
use crate::extract::grammar::subject::subject;
use crate::extract::memory::Memory;
use crate::extract::place::is_located;
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::speech::attribution::speaker_of;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};

/// Subject and object of talks or a deal.
pub(super) fn parties(scene: &Scene, event: &Event, memory: &Memory<'_>) -> (Option<Named>, Option<Named>) {
    let (one, two) = sides(scene, event, memory);
    against_the_state(scene, event, memory, one, two)
}

/// "the FARC, which signed a treaty last year", "the 1994 peace accords": a group at war makes its peace with its state.
fn against_the_state(
    scene: &Scene,
    event: &Event,
    memory: &Memory<'_>,
    one: Option<Named>,
    two: Option<Named>,
) -> (Option<Named>, Option<Named>) {
    let Some(head) = event.head.map(|head| &scene.heads[head]).filter(|head| head.shape == Shape::Noun)
    else {
        return (one, two);
    };
    let words = &scene.words;
    let at = words.bytes(head.token, head.token);
    let state = |country: &str| Named { key: Some(format!("{country}-government")), text: at.clone() };
    let group = |named: &Named| {
        scene
            .seen
            .iter()
            .find(|seen| seen.kind == EntityKind::ArmedGroup && named.key.as_deref() == Some(seen.key))
    };
    // "the 1994 accords": one that is known.
    let known = head.is_cue_of(Predicate::Agreement)
        && (head.token.saturating_sub(5)..head.token)
            .rev()
            .take_while(|at| matches!(words.list[*at].kind, Kind::Word | Kind::Number))
            .any(|at| matches!(words.lower(at), "the" | "this" | "that") || words.is_possessive(at));
    match (&one, &two) {
        (Some(side), None) if side.text != at => {
            let Some(country) = group(side).and_then(|seen| seen.country) else {
                return (one, two);
            };
            let before = side.text.end <= at.start;
            let state = Some(state(country));
            if before { (one, state) } else { (state, one) }
        }
        (None, None) if known => {
            let Some((group, country)) = memory.main_group() else { return (one, two) };
            (Some(state(country)), Some(Named { key: Some(group.to_owned()), text: at }))
        }
        _ => (one, two),
    }
}

fn sides(scene: &Scene, event: &Event, memory: &Memory<'_>) -> (Option<Named>, Option<Named>) {
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
        let behind = head.last + 1..told_end(scene, index, clause.end);
        let after = scene.seen_in(&behind).filter_map(side).find(|named| other(&who, named));
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
    // "We met with the president": with whom somebody talks is not who does.
    if let Some(with) = scene.seen_in(&clause).filter(held).find(|seen| side(seen).is_some())
        && is_led_by_with(scene, with)
    {
        return (None, side(with));
    }
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

/// Where the words end that can name the other side: "visited Mali, announcing that the rebels": of a journey, before the
/// next mark or verb.
fn told_end(scene: &Scene, index: usize, end: usize) -> usize {
    let words = &scene.words;
    let head = &scene.heads[index];
    let journey = ["visit", "trip", "tour", "travel", "arriv", "flew", "fly", "land"]
        .iter()
        .any(|stem| words.lower(head.token).starts_with(stem));
    let stops = |at: &usize| {
        words.list[*at].kind == Kind::Mark
            || scene.heads.iter().any(|other| other.first == *at && other.is_verb())
    };
    if journey { (head.last + 1..end).find(stops).unwrap_or(end) } else { end }
}

/// "with the Afghan government", "with President Lee"
fn is_led_by_with(scene: &Scene, seen: &Seen) -> bool {
    let start = scene.tokens(&seen.range).start;
    (1..=3)
        .filter_map(|back| start.checked_sub(back))
        .take_while(|at| scene.words.list[*at].kind == Kind::Word)
        .any(|at| scene.words.lower(at) == "with")
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
pub(super) fn acting(scene: &Scene, verb: usize, memory: &Memory<'_>) -> Option<Named> {
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
pub(super) fn holder(scene: &Scene, index: usize, memory: &Memory<'_>) -> Option<Named> {
    let words = &scene.words;
    let head = &scene.heads[index];
    let clause = scene.clause(head.token);
    let by = (head.last + 1..clause.end).find(|at| words.lower(*at) == "by" && !is_brokered(scene, *at));
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

/// "the truce brokered by Norway": who brings two together is neither.
fn is_brokered(scene: &Scene, by: usize) -> bool {
    by > 0
        && ["broker", "mediat", "facilitat", "sponsor", "host", "overs", "monitor"]
            .iter()
            .any(|stem| scene.words.lower(by - 1).starts_with(stem))
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

pub(super) fn other(one: &Option<Named>, named: &Named) -> bool {
    one.as_ref().is_none_or(|one| one.key != named.key && one.text != named.text)
}

fn side(scene: &Scene, seen: &Seen) -> Option<Named> {
    let located = seen.kind != EntityKind::Person && is_located(scene, seen);
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
pub(super) fn is_onlooker(scene: &Scene, seen: &Seen) -> bool {
    let tells = scene
        .attributions
        .iter()
        .any(|speaker| speaker.text.start <= seen.range.start && seen.range.end <= speaker.text.end);
    let start = scene.tokens(&seen.range).start;
    let by = (1..=2).filter_map(|back| start.checked_sub(back)).find(|at| scene.words.lower(*at) == "by");
    if by.is_some_and(|by| is_brokered(scene, by)) {
        return true;
    }
    let before = (1..=24)
        .filter_map(|back| start.checked_sub(back))
        .take_while(|at| !matches!(scene.words.raw(*at), ";" | ":" | "—" | "with" | "between" | "by"));
    let mut leads = before.filter(|at| matches!(scene.words.lower(*at), "presence" | "from" | "against"));
    tells || leads.next().is_some()
}

/// "Ukraine's President Petro Poroshenko", "his Turkish counterpart, Ali Demir": the country only says who he is.
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
                        || scene.words.raw(at) == "," && scene.words.lower(at - 1) == "counterpart"
                })
        })
}

fn party(scene: &Scene, seen: &Seen) -> Option<Named> {
    let end = scene.tokens(&seen.range).end;
    let body = matches!(scene.words.lower(end), "administration" | "government" | "cabinet" | "regime");
    let owned = scene.words.is_possessive(end.saturating_sub(1));
    let key = match seen.kind {
        // "President Trump's administration"
        EntityKind::Person if body => format!("{}-government", seen.country?),
        EntityKind::Person
        | EntityKind::Government
        | EntityKind::Institution
        | EntityKind::Alliance
        | EntityKind::ArmedGroup => seen.key.to_owned(),
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
