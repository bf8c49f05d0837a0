//! Reads one article, sentence by sentence.

use std::ops::Range;

use chrono::NaiveDate;

use super::attribution::{Attribution, View, attributions, speaker_of};
use super::events::{Event, events};
use super::furniture::furniture;
use super::heads::heads;
use super::scene::{Counted, Counting, Dated, Named, Scene, Seen};
use super::stance::stance;
use super::word::{Kind, Words};
use super::{phase, place, roles};
use crate::date::{self, DateExpression};
use crate::entity::Gazetteer;
use crate::model::vocabulary::{EntityKind, Method, Polarity, Predicate, PredicateGroup, SpeakerKind, Stance};
use crate::model::{self, Claim, Evidence, Quantity, Reading, Speaker};
use crate::quantity;
use crate::text::{Index, Span, sentences};

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
}

/// What a sentence leaves for the next.
#[derive(Debug, Default)]
struct Memory {
    /// The forces last spoken of.
    forces: Option<String>,
    /// The place last given.
    place: Option<Named>,
    /// The speaker, where the quotation may run on.
    speaker: Option<Attribution>,
    /// The person who spoke last.
    person: Option<String>,
}

impl Reader {
    /// A reader with these names.
    pub fn new(gazetteer: Gazetteer) -> Self {
        Self { gazetteer }
    }

    /// Every claim of an article, in order of the text.
    pub fn read(&self, subject: &Subject<'_>) -> Vec<Claim> {
        let text = subject.text;
        let index = Index::new(text);
        let ranges: Vec<Range<usize>> = sentences(text).into_iter().map(|span| index.bytes(span)).collect();
        let skipped = furniture(text, &ranges);
        let seen = self.seen(text, subject.published);
        let mut memory = Memory { forces: main_forces(&seen), ..Memory::default() };
        let mut claims = Vec::new();
        let mut earlier: Vec<DateExpression> = Vec::new();
        for (sentence, skip) in ranges.into_iter().zip(skipped) {
            if skip || !text[sentence.clone()].bytes().any(|byte| byte.is_ascii_alphabetic()) {
                continue;
            }
            let scene = scene(subject, sentence, &seen, &mut earlier);
            for event in events(&scene) {
                claims.push(claim(subject, &index, &scene, &event, &memory));
            }
            memory.remember(&scene);
        }
        claims.dedup_by(|a, b| a.evidence == b.evidence && a.reading == b.reading);
        claims
    }

    fn seen(&self, text: &str, published: Option<NaiveDate>) -> Vec<Seen> {
        let mentions = self.gazetteer.mentions(text, published);
        adapt(&self.gazetteer, mentions)
    }
}

impl Memory {
    fn remember(&mut self, scene: &Scene<'_>) {
        if let Some(force) = scene.seen.iter().filter(|seen| seen.is_armed()).last() {
            self.forces = Some(force.key.clone());
        }
        if let Some(place) = scene.seen.iter().find(|seen| seen.is_place() && place::is_located(scene, seen)) {
            self.place = Some(Named { key: Some(place.key.clone()), text: place.range.clone() });
        }
        self.speaker = scene.attributions.first().cloned();
        let person = scene.seen.iter().filter(|seen| seen.kind == EntityKind::Person).last();
        if let Some(person) = person {
            self.person = Some(person.key.clone());
        }
    }
}

fn scene<'a>(subject: &Subject<'a>, sentence: Range<usize>, seen: &[Seen], earlier: &mut Vec<DateExpression>) -> Scene<'a> {
    let text = subject.text;
    let context = date::Context { published: subject.published };
    let found = date::dates(text, sentence.clone(), &context, earlier);
    let taken: Vec<Range<usize>> = found.iter().map(|date| date.phrase.clone()).collect();
    let counts = quantity::counts(text, sentence.clone(), &taken).into_iter().filter_map(|count| counted(text, &count)).collect();
    let dates = found
        .iter()
        .filter_map(|date| Some(Dated { range: date.phrase.clone(), when: date.when.clone()? }))
        .collect();
    earlier.extend(found);
    let words = Words::new(text, sentence.clone());
    let heads = heads(&words);
    let first = seen.partition_point(|seen| seen.range.start < sentence.start);
    let last = seen.partition_point(|seen| seen.range.start < sentence.end);
    let seen = seen[first..last].to_vec();
    let attributions = attributions(&View { words: &words, heads: &heads, seen: &seen, publisher: subject.publisher });
    Scene { text, sentence, words, heads, seen, dates, counts, attributions }
}

fn claim(subject: &Subject<'_>, index: &Index, scene: &Scene<'_>, event: &Event, memory: &Memory) -> Claim {
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
    let located = place::place(scene, anchor, &clause, forces).or_else(|| memory.place.clone());
    let quote = quote(scene, event, &clause, who.as_ref(), located.as_ref());
    let count = event.count.map(|count| &scene.counts[count]);
    let when = event.date.map(|date| scene.dates[date].when.clone());
    let core = count.is_some() || when.is_some() || polarity == Polarity::Denied && event.rule.predicate.group() == PredicateGroup::Presence;
    Claim {
        evidence: Evidence { quote: index.span(quote), sentence: index.span(scene.sentence.clone()) },
        reading: Reading {
            predicate: event.rule.predicate,
            phase: phase::phase(scene, event),
            subject: who.map(|who| named(subject.text, who)),
            object: whom.map(|whom| named(subject.text, whom)),
            place: located.filter(|_| event.rule.predicate != Predicate::Announce).map(|place| named(subject.text, place)),
            quantity: count.map(|count| count.quantity.clone()),
            when,
            stance,
            polarity,
            speaker: speaker(subject.text, spoken, memory),
            via: spoken.and_then(|spoken| spoken.via.clone()).map(|key| model::Named { key: Some(key), text: None }),
        },
        method: Method::Extracted,
        core,
        rule: Some(event.rule.id.to_owned()),
    }
}

/// A quotation that runs on from the sentence before: the sentence opens or continues it and names no speaker.
fn running_on<'m>(scene: &Scene<'_>, memory: &'m Memory) -> Option<&'m Attribution> {
    let opens = scene.words.list.first().is_some_and(|word| word.kind == Kind::Quote);
    memory.speaker.as_ref().filter(|_| opens && scene.attributions.is_empty())
}

fn speaker(text: &str, spoken: Option<&Attribution>, memory: &Memory) -> Speaker {
    let Some(spoken) = spoken else {
        return Speaker { kind: SpeakerKind::Author, key: None, text: None, count: None };
    };
    let key = spoken.key.clone().or_else(|| memory.person.clone().filter(|_| spoken.kind == SpeakerKind::Named));
    Speaker { kind: spoken.kind, key, text: Some(text[spoken.text.clone()].to_owned()), count: spoken.count }
}

/// The shortest run of words that holds the claim: head, count, date, who, and the place where it is in the clause.
fn quote(scene: &Scene<'_>, event: &Event, clause: &Range<usize>, who: Option<&Named>, place: Option<&Named>) -> Range<usize> {
    let bytes = if clause.is_empty() { scene.sentence.clone() } else { scene.words.bytes(clause.start, clause.end - 1) };
    let mut range: Option<Range<usize>> = None;
    let mut include = |part: Range<usize>| {
        range = Some(match range.take() {
            None => part,
            Some(range) => range.start.min(part.start)..range.end.max(part.end),
        });
    };
    if let Some(head) = event.head {
        let head = &scene.heads[head];
        include(scene.words.bytes(head.first, head.last));
    }
    if let Some(count) = event.count {
        include(scene.counts[count].range.clone());
    }
    if let Some(date) = event.date {
        include(scene.dates[date].range.clone());
    }
    for named in [who, place].into_iter().flatten() {
        if bytes.start <= named.text.start && named.text.end <= bytes.end && !named.text.is_empty() {
            include(named.text.clone());
        }
    }
    range.unwrap_or(scene.sentence.clone())
}

fn named(text: &str, named: Named) -> model::Named {
    let words = &text[named.text];
    model::Named { key: named.key, text: (!words.is_empty()).then(|| words.to_owned()) }
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
