//! Reads one article, sentence by sentence.

use std::ops::Range;

use chrono::NaiveDate;

use super::attribution::{Attribution, View, attributions, speaker_of};
use super::events::{Event, events};
use super::furniture::furniture;
use super::heads::heads;
use super::rules::RULES;
use super::scene::{Counted, Counting, Dated, Named, Scene, Seen};
use super::stance::{governors, stance};
use super::word::{Kind, Words};
use super::{phase, place, roles};
use crate::date::{self, DateExpression};
use crate::entity::{Gazetteer, How, Mentions};
use crate::model::vocabulary::{
    EntityKind, Method, Polarity, Predicate, PredicateGroup, SpeakerKind, Stance,
};
use crate::model::{self, Claim, Evidence, Quantity, Reading, Speaker};
use crate::quantity;
use crate::text::{Index, sentences};

/// An article to read.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its headline.
    pub title: Option<&'a str>,
    /// Its day of publication.
    pub published: Option<NaiveDate>,
    /// Key of its publisher.
    pub publisher: Option<&'a str>,
}

/// Reads articles with the names that it was given.
#[derive(Debug)]
pub struct Reader {
    gazetteer: Gazetteer,
    /// The rule that is left out.
    without: Option<String>,
}

/// What a sentence leaves for the next.
#[derive(Debug, Default)]
struct Memory {
    /// The forces last spoken of.
    forces: Option<String>,
    /// The place last given.
    place: Option<Named>,
    /// The country that it lies in.
    place_country: Option<String>,
    /// The place that the article is about.
    main_place: Option<Named>,
    /// The speaker, where the quotation may run on.
    speaker: Option<Attribution>,
    /// The person who spoke last.
    person: Option<String>,
}

impl Reader {
    /// A reader with these names.
    pub fn new(gazetteer: Gazetteer) -> Self {
        Self { gazetteer, without: None }
    }

    /// The ids of all rules.
    pub fn rules() -> impl Iterator<Item = &'static str> {
        RULES.iter().map(|rule| rule.id)
    }

    /// The same reader without one rule: what it alone reads is not read.
    pub fn without(self, rule: &str) -> Self {
        Self { without: Some(rule.to_owned()), ..self }
    }

    /// Every claim of an article, in order of the text.
    pub fn read(&self, subject: &Subject<'_>) -> Vec<Claim> {
        let text = subject.text;
        let index = Index::new(text);
        let ranges: Vec<Range<usize>> = sentences(text).into_iter().map(|span| index.bytes(span)).collect();
        let skipped = furniture(text, &ranges);
        let seen = self.seen(text, subject.published);
        let mut memory =
            Memory { forces: main_forces(&seen), main_place: main_place(text, &seen), ..Memory::default() };
        let mut claims = Vec::new();
        let mut earlier: Vec<DateExpression> = Vec::new();
        for (sentence, skip) in ranges.into_iter().zip(skipped) {
            if skip || !text[sentence.clone()].bytes().any(|byte| byte.is_ascii_alphabetic()) {
                continue;
            }
            let scene = scene(subject, sentence, &seen, &mut earlier);
            for event in events(&scene) {
                if self.without.as_deref() == Some(event.rule.id) {
                    continue;
                }
                claims.push(claim(subject, &index, &scene, &event, &memory));
            }
            memory.remember(&scene);
        }
        claims.dedup_by(|a, b| a.evidence == b.evidence && a.reading == b.reading);
        claims
    }

    fn seen(&self, text: &str, published: Option<NaiveDate>) -> Vec<Seen> {
        let mentions = self.gazetteer.mentions(text, published);
        adapt(&self.gazetteer, &mentions)
    }
}

impl Memory {
    /// Where something is whose sentence does not say: where the sentence before was, or what the article is about.
    /// Forces that come and go do so in the country, not in the town that was last spoken of.
    fn place(&self, predicate: Predicate) -> Option<Named> {
        let main = self.main_place.as_ref();
        let inside = main.is_some_and(|main| main.key == self.place_country);
        if inside && predicate.group() == PredicateGroup::Presence {
            return main.cloned();
        }
        self.place.clone().or_else(|| main.cloned())
    }

    fn remember(&mut self, scene: &Scene) {
        let forces = |seen: &&Seen| matches!(seen.kind, EntityKind::Force | EntityKind::Coalition);
        if let Some(force) = scene.seen.iter().rfind(forces) {
            self.forces = Some(force.key.clone());
        }
        let place = scene.seen.iter().find(|seen| seen.is_place() && place::is_located(scene, seen));
        self.place_country = place.and_then(|place| place.country.clone());
        self.place = place.map(|place| Named { key: Some(place.key.clone()), text: place.range.clone() });
        self.speaker = scene.attributions.first().cloned();
        let person = scene.seen.iter().rfind(|seen| seen.kind == EntityKind::Person);
        if let Some(person) = person {
            self.person = Some(person.key.clone());
        }
    }
}

fn scene(
    subject: &Subject<'_>,
    sentence: Range<usize>,
    seen: &[Seen],
    earlier: &mut Vec<DateExpression>,
) -> Scene {
    let text = subject.text;
    let context = date::Context { published: subject.published };
    let found = date::dates(text, sentence.clone(), &context, earlier);
    let taken: Vec<Range<usize>> = found.iter().map(|date| date.phrase.clone()).collect();
    let counts = quantity::counts(text, sentence.clone(), &taken)
        .into_iter()
        .filter_map(|count| counted(text, &count))
        .collect();
    let dates = found
        .iter()
        .filter_map(|date| {
            Some(Dated { range: date.phrase.clone(), when: date.when.clone()?, relative: date.relative })
        })
        .collect();
    earlier.extend(found);
    let words = Words::new(text, sentence.clone());
    let heads = heads(&words);
    let first = seen.partition_point(|seen| seen.range.start < sentence.start);
    let last = seen.partition_point(|seen| seen.range.start < sentence.end);
    let seen = seen[first..last].to_vec();
    let attributions =
        attributions(&View { words: &words, heads: &heads, seen: &seen, publisher: subject.publisher });
    Scene { sentence, words, heads, seen, dates, counts, attributions }
}

fn claim(subject: &Subject<'_>, index: &Index, scene: &Scene, event: &Event, memory: &Memory) -> Claim {
    let anchor = roles::anchor(scene, event);
    let (who, whom) = roles::roles(scene, event, memory.forces.as_deref());
    let clause = scene.clause(anchor);
    let spoken = speaker_of(&scene.attributions, anchor).or_else(|| running_on(scene, memory));
    let under_agreement = spoken.is_some_and(|speaker| speaker.is_agreement);
    let (stance, polarity) = match event.head {
        Some(head) => stance(&scene.words, &scene.heads, head, under_agreement),
        None => (Stance::Asserted, Polarity::Affirmed),
    };
    let forces = who.as_ref().and_then(|who| who.key.as_deref());
    let located =
        place::place(scene, event, anchor, &clause, forces).or_else(|| memory.place(event.rule.predicate));
    let quote = quote(scene, event, &clause, who.as_ref(), located.as_ref());
    let count = event.count.map(|count| &scene.counts[count]);
    let when = event.date.map(|date| scene.dates[date].when.clone());
    let stance = match (&when, subject.published) {
        // What is dated after the day of publication has not happened.
        (Some(when), Some(published))
            if stance == Stance::Asserted && when.earliest.is_some_and(|day| day > published) =>
        {
            Stance::Planned
        }
        _ => stance,
    };
    let core = count.is_some()
        || when.is_some()
        || polarity == Polarity::Denied && event.rule.predicate.group() == PredicateGroup::Presence;
    Claim {
        evidence: Evidence { quote: index.span(quote), sentence: index.span(scene.sentence.clone()) },
        reading: Reading {
            predicate: event.rule.predicate,
            phase: phase::phase(scene, event),
            subject: who.map(|who| named(subject.text, who)),
            object: whom.map(|whom| named(subject.text, whom)),
            place: located
                .filter(|_| event.rule.predicate != Predicate::Announce)
                .map(|place| named(subject.text, place)),
            quantity: count.map(|count| count.quantity.clone()),
            when,
            stance,
            polarity,
            speaker: speaker(subject.text, spoken, memory),
            via: spoken
                .and_then(|spoken| spoken.via.clone())
                .map(|key| model::Named { key: Some(key), text: None }),
        },
        method: Method::Extracted,
        core,
        rule: Some(event.rule.id.to_owned()),
    }
}

/// A quotation that runs on from the sentence before: the sentence opens or continues it and names no speaker.
fn running_on<'m>(scene: &Scene, memory: &'m Memory) -> Option<&'m Attribution> {
    let opens = scene.words.list.first().is_some_and(|word| word.kind == Kind::Quote);
    memory.speaker.as_ref().filter(|_| opens && scene.attributions.is_empty())
}

fn speaker(text: &str, spoken: Option<&Attribution>, memory: &Memory) -> Speaker {
    let Some(spoken) = spoken else {
        return Speaker { kind: SpeakerKind::Author, key: None, text: None, count: None };
    };
    let key =
        spoken.key.clone().or_else(|| memory.person.clone().filter(|_| spoken.kind == SpeakerKind::Named));
    Speaker { kind: spoken.kind, key, text: Some(text[spoken.text.clone()].to_owned()), count: spoken.count }
}

/// The shortest run of words that holds the claim: head, count, date, who, and the place where they are near.
fn quote(
    scene: &Scene,
    event: &Event,
    clause: &Range<usize>,
    who: Option<&Named>,
    place: Option<&Named>,
) -> Range<usize> {
    let mut core = match (event.head, event.count) {
        (Some(head), _) => scene.words.bytes(scene.heads[head].first, scene.heads[head].last),
        (None, Some(count)) => scene.counts[count].range.clone(),
        (None, None) => scene.sentence.clone(),
    };
    if let Some(count) = event.count {
        let count = &scene.counts[count].range;
        // "killed two soldiers and two civilians": the second count has words of its own.
        core = if gap(scene, &core, count) > 5 { count.clone() } else { joined(&core, count) };
    }
    if let (None, None, Some(head)) = (event.count, event.date, event.head) {
        // A denial alone: the words that deny belong to it.
        for governor in governors(&scene.words, &scene.heads, head) {
            let governor = &scene.heads[governor];
            core = joined(&core, &scene.words.bytes(governor.first, governor.last));
        }
    }
    if let Some(date) = event.date {
        let date = &scene.dates[date].range;
        // A date before a count belongs to the attack or move at large: the count's own words are shorter.
        let reach = if event.count.is_some() { 4 } else { 14 };
        if gap(scene, &core, date) <= reach {
            core = joined(&core, date);
        }
    }
    let bytes = if clause.is_empty() {
        scene.sentence.clone()
    } else {
        scene.words.bytes(clause.start, clause.end - 1)
    };
    // What suffers a second verb ("killed 25 and wounded 55") has its subject far away.
    let joined_before = event.head.is_some_and(|head| {
        let first = scene.heads[head].first;
        first > 0 && scene.words.lower(first - 1) == "and"
    });
    for (named, reach) in
        [(who, if joined_before { 0 } else { 5 }), (place, if joined_before { 3 } else { 6 })]
    {
        let Some(Named { text, .. }) = named else { continue };
        if bytes.start <= text.start
            && text.end <= bytes.end
            && !text.is_empty()
            && gap(scene, &core, text) <= reach
        {
            core = joined(&core, text);
        }
    }
    core
}

fn joined(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

/// Tokens between two ranges.
fn gap(scene: &Scene, a: &Range<usize>, b: &Range<usize>) -> usize {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    scene.words.at(second.start).saturating_sub(scene.tokens(first).end)
}

fn named(text: &str, named: Named) -> model::Named {
    let words = &text[named.text];
    model::Named { key: named.key, text: (!words.is_empty()).then(|| words.to_owned()) }
}

/// The country or place that an article most often places things in.
fn main_place(text: &str, seen: &[Seen]) -> Option<Named> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let placed = |seen: &&Seen| {
        let before = text[..seen.range.start].trim_end();
        seen.kind == EntityKind::Country
            && !seen.is_demonym
            && [" in", " from", " to", " into", "In", " across"].iter().any(|word| before.ends_with(word))
    };
    for seen in seen.iter().filter(placed) {
        *counts.entry(&seen.key).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    let key = counts.into_iter().find(|(_, count)| *count == most)?.0;
    Some(Named { key: Some(key.to_owned()), text: 0..0 })
}

/// The forces that an article names most.
fn main_forces(seen: &[Seen]) -> Option<String> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for seen in seen.iter().filter(|seen| matches!(seen.kind, EntityKind::Force | EntityKind::Coalition)) {
        *counts.entry(&seen.key).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(key, _)| key.to_owned())
}

/// The mentions of a text as the reader needs them. Names that can mean something else are left out.
fn adapt(gazetteer: &Gazetteer, mentions: &Mentions) -> Vec<Seen> {
    let clear = mentions.list.iter().filter(|mention| mention.how != How::Weak);
    clear
        .map(|mention| Seen {
            range: mention.range.clone(),
            key: mentions.key(gazetteer, mention.entity).to_owned(),
            kind: mentions.kind(gazetteer, mention.entity),
            is_pronoun: mention.how == How::Pronoun,
            is_demonym: mention.how == How::Demonym,
            country: mentions.country(gazetteer, mention.entity).map(str::to_owned),
        })
        .collect()
}

/// "six dead", "12 others": people without their noun.
fn people_follow(text: &str, end: usize) -> bool {
    let next = text[end..].trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    matches!(
        next,
        "dead" | "killed" | "wounded" | "injured" | "others" | "died" | "were" | "hurt" | "captured"
    )
}

/// A count as the reader needs it; none where what is counted is no people, attack or money.
fn counted(text: &str, count: &quantity::Count) -> Option<Counted> {
    use quantity::Unit;
    let counting = match &count.unit {
        Unit::Troops | Unit::Fighters | Unit::Contractors => Counting::Troops,
        Unit::Attacks => Counting::Attacks,
        Unit::None if people_follow(text, count.number.end) => Counting::People,
        Unit::Money(_) => Counting::Money,
        unit if unit.counts_people() => Counting::People,
        _ => return None,
    };
    // Nobody counts people in thousands of millions but to say "everybody".
    if counting != Counting::Money
        && count.low.or(count.best).or(count.high).is_some_and(|number| number > 500_000_000)
    {
        return None;
    }
    let end = count.noun.as_ref().map_or(count.number.end, |noun| noun.end.max(count.number.end));
    Some(Counted {
        range: count.number.start..end,
        counting,
        quantity: Quantity {
            text: Some(text[count.number.clone()].to_owned()),
            low: count.low,
            best: count.best,
            high: count.high,
            qualifier: count.qualifier,
            unit: count.unit.name().unwrap_or("people").to_owned(),
        },
    })
}
