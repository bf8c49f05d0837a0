//! Reads one article, sentence by sentence.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use chrono::NaiveDate;

use super::agencies::Agencies;
use super::attribution::{Attribution, View, attributions, speaker_of};
use super::clause::clauses;
use super::credit::{Credit, Page, credit};
use super::events::{Event, events};
use super::explanation::{Explanation, Notes, Skip, Unwatched, Watch, is_clear};
use super::furniture::furniture;
use super::heads::heads;
use super::memory::Memory;
use super::quote::quote;
use super::rules::RULES;
use super::scene::{Counted, Counting, Dated, Named, Scene, Seen};
use super::stance::stance;
use super::word::{Kind, Words};
use super::{phase, place, roles};
use crate::date::{self, DateExpression};
use crate::entity::{Gazetteer, How, Mentions};
use crate::model::vocabulary::{Method, Polarity, Predicate, PredicateGroup, SpeakerKind, Stance};
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
    /// Key of the agency whose report it is, where that is not its publisher.
    pub wire: Option<&'a str>,
}

/// Reads articles with the names that it was given.
#[derive(Debug)]
pub struct Reader {
    gazetteer: Gazetteer,
    agencies: Agencies,
    /// The rule that is left out.
    without: Option<String>,
}

impl Reader {
    /// A reader with these names.
    pub fn new(gazetteer: Gazetteer) -> Self {
        let agencies = Agencies::new(&gazetteer);
        Self { gazetteer, agencies, without: None }
    }

    /// The ids of all rules.
    pub fn rules() -> impl Iterator<Item = &'static str> {
        RULES.iter().map(|rule| rule.id)
    }

    /// The same reader without one rule: what it alone reads is not read.
    #[must_use]
    pub fn without(self, rule: &str) -> Self {
        Self { without: Some(rule.to_owned()), ..self }
    }

    /// The agency that an article credits, where it is one and not its publisher.
    pub fn credit(&self, page: &Page<'_>) -> Option<Credit> {
        credit(&self.agencies, page)
    }

    /// Every claim of an article, in order of the text.
    pub fn read(&self, subject: &Subject<'_>) -> Vec<Claim> {
        self.read_watched(subject, &mut Unwatched)
    }

    /// The same reading with everything that was found on the way to the claims.
    pub fn explain(&self, subject: &Subject<'_>) -> Explanation {
        let mut notes = Notes::new(subject.text, date::Context { published: subject.published });
        let claims = self.read_watched(subject, &mut notes);
        notes.explanation(claims)
    }

    fn read_watched(&self, subject: &Subject<'_>, watch: &mut impl Watch) -> Vec<Claim> {
        let text = subject.text;
        let index = Index::new(text);
        let ranges: Vec<Range<usize>> = sentences(text).into_iter().map(|span| index.bytes(span)).collect();
        let skipped = furniture(text, &ranges);
        let seen = self.seen(text, subject.published, watch);
        let mut memory = Memory::of(text, &seen);
        let mut seen = seen.into_iter().peekable();
        let mut claims = Vec::new();
        let mut earlier: Vec<DateExpression> = Vec::new();
        for (sentence, skip) in ranges.into_iter().zip(skipped) {
            if skip || !text[sentence.clone()].bytes().any(|byte| byte.is_ascii_alphabetic()) {
                watch.skipped(&sentence, if skip { Skip::Furniture } else { Skip::NoWords }, &earlier);
                continue;
            }
            let here = seen_within(&mut seen, &sentence);
            let before = earlier.len();
            let mut scene = scene(subject, sentence, here, &mut earlier, watch);
            watch.sentence(&scene, &earlier[before..]);
            for event in events(&mut scene) {
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

    fn seen(&self, text: &str, published: Option<NaiveDate>, watch: &mut impl Watch) -> Vec<Seen> {
        let mentions = self.gazetteer.mentions(text, published);
        watch.names(&self.gazetteer, &mentions);
        adapt(&self.gazetteer, &mentions)
    }
}

/// Takes the mentions of a sentence; those before it, in what is not read, are dropped.
fn seen_within(seen: &mut Peekable<IntoIter<Seen>>, sentence: &Range<usize>) -> Vec<Seen> {
    while seen.next_if(|seen| seen.range.start < sentence.start).is_some() {}
    std::iter::from_fn(|| seen.next_if(|seen| seen.range.start < sentence.end)).collect()
}

fn scene(
    subject: &Subject<'_>,
    sentence: Range<usize>,
    seen: Vec<Seen>,
    earlier: &mut Vec<DateExpression>,
    watch: &mut impl Watch,
) -> Scene {
    let text = subject.text;
    let context = date::Context { published: subject.published };
    let found = date::dates(text, sentence.clone(), &context, earlier);
    let taken: Vec<Range<usize>> = found.iter().map(|date| date.phrase.clone()).collect();
    let counts = quantity::counts(text, sentence.clone(), &taken);
    watch.counts(&counts);
    let counts = counts.iter().filter_map(|count| counted(text, count)).collect();
    let dates = found
        .iter()
        .filter_map(|date| {
            Some(Dated { range: date.phrase.clone(), when: date.when.clone()?, relative: date.relative })
        })
        .collect();
    earlier.extend(found);
    let words = Words::new(text, sentence.clone());
    let heads = heads(&words);
    let attributions =
        attributions(&View { words: &words, heads: &heads, seen: &seen, publisher: subject.publisher });
    let clauses = clauses(&words, &heads);
    Scene { sentence, words, heads, seen, dates, counts, attributions, clauses, troop_heads: Vec::new() }
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
            // What somebody said in an agency's report came through the agency.
            via: spoken
                .and_then(|spoken| spoken.via.clone().or_else(|| subject.wire.map(str::to_owned)))
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

fn named(text: &str, named: Named) -> model::Named {
    let words = &text[named.text];
    model::Named { key: named.key, text: (!words.is_empty()).then(|| words.to_owned()) }
}

/// The mentions of a text as the reader needs them. Names that can mean something else are left out.
fn adapt(gazetteer: &Gazetteer, mentions: &Mentions) -> Vec<Seen> {
    let clear = mentions.list.iter().filter(|mention| is_clear(mention.how));
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
