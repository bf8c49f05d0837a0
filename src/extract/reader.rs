//! Reads one article, sentence by sentence.

use std::cell::LazyCell;
use std::ops::Range;

use chrono::NaiveDate;

use super::absence;
use super::amount::counted::counted;
use super::amount::hedges::drop_hedges;
use super::article::agencies::Agencies;
use super::article::credit::{Credit, Page, credit};
use super::article::furniture::furniture;
use super::article::polls::asks_people;
use super::attach::deadline::as_deadline;
use super::attach::{dates_shared, since_clause};
use super::events::{Event, events};
use super::explanation::{Explanation, Notes, Skip, Unwatched, Watch};
use super::grammar::aside::asides;
use super::grammar::being;
use super::grammar::clause::clauses;
use super::grammar::company;
use super::grammar::completion;
use super::grammar::heads::{Head, Shape, heads};
use super::grammar::parenthesis::parentheses;
use super::memory::{Memory, Names};
use super::quote::quote;
use super::roles::movers;
use super::roles::they;
use super::roles::victims::victims;
use super::rules::{self, RULES};
use super::scene::{Counted, Dated, Named, Scene};
use super::signal::{self, Prospect};
use super::speech::attribution::{View, attributions, speaker_of};
use super::speech::{quotation, voice};
use super::stance::{dated, stance};
use super::words::word::Words;
use super::{phase, place, roles};
use crate::date::{Context, DateExpression, Earlier};
use crate::entity::Gazetteer;
use crate::model::vocabulary::{Method, Polarity, Predicate, PredicateGroup, Relation, Stance};
use crate::model::{self, Claim, Evidence, Reading};
use crate::quantity;
use crate::text::{Index, sentence_bytes};

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
    pub fn new(mut gazetteer: Gazetteer) -> Self {
        let agencies = Agencies::new(&gazetteer);
        signal::listen(&mut gazetteer);
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
        let mut notes = Notes::new(subject.text);
        let claims = self.read_watched(subject, &mut notes);
        notes.explanation(claims)
    }

    fn read_watched(&self, subject: &Subject<'_>, watch: &mut impl Watch) -> Vec<Claim> {
        let text = subject.text;
        let sentences = sentence_bytes(text);
        let skipped = furniture(text, &sentences);
        let (mentions, signals) = self.gazetteer.mentions_and_signals(text, subject.published);
        watch.names(&self.gazetteer, &mentions);
        let index = LazyCell::new(|| Index::new(text));
        let asks_people = LazyCell::new(|| asks_people(text));
        let lower = text.to_ascii_lowercase();
        let mut memory =
            Memory::of(subject, &lower, Names { gazetteer: &self.gazetteer, mentions: &mentions });
        let mut signals = signals.as_slice();
        memory.sentences.clone_from(&sentences);
        let mut claims = Vec::new();
        let mut earlier = Earlier::new(text, Context { published: subject.published });
        for (sentence, skip) in sentences.into_iter().zip(skipped) {
            let prospect = watch.prospect(Prospect::take(&mut signals, sentence.end));
            if skip || !text[sentence.clone()].bytes().any(|byte| byte.is_ascii_alphabetic()) {
                watch.skipped(&sentence, if skip { Skip::Furniture } else { Skip::NoWords }, &earlier);
                continue;
            }
            let mut scene = scene(subject, &sentence, prospect, &memory, &mut earlier, watch);
            let before = claims.len();
            if let Some(scene) = &mut scene {
                let mut events = events(scene, memory.harm.take());
                let polled = events.iter().any(|event| event.rule.predicate == Predicate::Election);
                if polled && *asks_people && !rules::names_office(scene) {
                    events.iter_mut().for_each(rules::as_vote);
                }
                memory.harm = harm(&events);
                let events = events.iter().filter(|event| self.without.as_deref() != Some(event.rule.id));
                claims.extend(events.map(|event| claim(subject, &index, scene, event, &memory)));
            }
            memory.remember(sentence, prospect, scene, moved(&claims[before..]));
        }
        claims.dedup_by(|a, b| a.evidence == b.evidence && a.reading == b.reading);
        claims
    }
}

/// What a sentence says first became of people whom it counts.
fn harm(events: &[Event]) -> Option<Predicate> {
    let harms = [Predicate::Killed, Predicate::Wounded, Predicate::Captured];
    let mut counted = events.iter().filter(|event| event.count.is_some()).map(|event| event.rule.predicate);
    counted.find(|predicate| harms.contains(predicate))
}

/// The forces that the claims of a sentence move or have somewhere.
fn moved(claims: &[Claim]) -> Option<String> {
    let forces = |claim: &Claim| {
        let presence = claim.reading.predicate.group() == PredicateGroup::Presence;
        let key = claim.reading.subject.as_ref()?.key.as_deref();
        key.filter(|key| presence && key.ends_with("-forces")).map(str::to_owned)
    };
    claims.iter().rev().find_map(forces)
}

/// A sentence with all that is found in it, if a claim can come of it; its dates are remembered either way.
fn scene<'a>(
    subject: &Subject<'_>,
    sentence: &Range<usize>,
    prospect: Prospect,
    memory: &Memory<'a>,
    earlier: &mut Earlier<'_>,
    watch: &mut impl Watch,
) -> Option<Scene<'a>> {
    if !prospect.is_worth_reading() {
        if prospect.date {
            earlier.remember_unread(sentence.clone());
        }
        return None;
    }
    let dates = if prospect.date { earlier.read(sentence) } else { Vec::new() };
    let scene = scene_with(subject, sentence, prospect, memory, &dates, watch);
    earlier.remember(dates);
    scene
}

fn scene_with<'a>(
    subject: &Subject<'_>,
    sentence: &Range<usize>,
    prospect: Prospect,
    memory: &Memory<'a>,
    found: &[DateExpression],
    watch: &mut impl Watch,
) -> Option<Scene<'a>> {
    let text = subject.text;
    let mut counts = if prospect.number { counts(text, sentence, found, watch) } else { Vec::new() };
    if counts.is_empty() && !prospect.has_event(found.iter().any(|date| date.when.is_some())) {
        return None;
    }
    let mut words = Words::new(memory.cases, sentence.clone());
    let weekday =
        |date: &DateExpression| text[date.phrase.clone()].ends_with("days").then_some(date.phrase.end - 1);
    words.own(memory.ends(sentence).chain(found.iter().filter_map(weekday)));
    let forces_before = they::forces_before(&words, memory);
    let mut seen = Vec::new();
    if !counts.is_empty() {
        seen = memory.seen(sentence);
        movers::mark(&words, &seen, &mut counts, memory.forces().is_some(), forces_before);
    }
    let mut heads = heads(&words);
    // "by the end of the year": what names a part of a time ends nothing.
    let times: Vec<Range<usize>> = found.iter().map(|date| words.within(&date.phrase)).collect();
    heads.retain(|head| head.shape != Shape::Noun || !times.iter().any(|time| time.contains(&head.token)));
    drop_hedges(&words, &mut heads, &counts);
    let unsettled = heads.clone();
    company::settle(&words, &mut heads);
    being::settle(&words, &mut heads);
    completion::settle(&words, &mut heads);
    absence::settle(&words, &mut heads);
    if counts.is_empty() && !prospect.is_all && heads.iter().all(|head| head.predicates.is_empty()) {
        return None;
    }
    if counts.is_empty() && !prospect.is_all && found.is_empty() && !denies(&words, &heads) {
        return None;
    }
    if counts.is_empty() {
        seen = memory.seen(sentence);
    }
    let dated = |date: &DateExpression| {
        let (range, when) = (date.phrase.clone(), date.when.clone()?);
        let ahead = subject.published.is_some_and(|day| {
            let open = matches!(when.relation, Relation::By | Relation::Until);
            when.earliest.map_or(open, |earliest| earliest >= day)
                && when.latest.is_none_or(|latest| latest > day)
        });
        Some(Dated { range, when, relative: date.relative, of_clause: false, ahead })
    };
    let dates = dates_shared::with_clauses(
        &words,
        found.iter().filter_map(dated).map(|date| as_deadline(&words, date, subject.published)),
    );
    let attributions =
        attributions(&View { words: &words, heads: &heads, seen: &seen, publisher: subject.publisher });
    let clauses = clauses(&words, &heads);
    let (sentence, troop_heads) = (sentence.clone(), Vec::new());
    let asides = asides(&words, &seen, &dates);
    let parentheses = parentheses(&words, &heads, &dates);
    let scene = Scene {
        sentence,
        words,
        heads,
        unsettled,
        seen,
        dates,
        counts,
        attributions,
        clauses,
        forces_before,
        troop_heads,
        resident_heads: Vec::new(),
        asides,
        parentheses,
    };
    watch.sentence(&scene, found);
    Some(scene)
}

/// Whether a denial can make a claim of one of the heads.
fn denies(words: &Words, heads: &[Head]) -> bool {
    let denied = |head: usize| stance(words, heads, head, false).1 == Polarity::Denied;
    (0..heads.len()).any(|head| rules::can_deny(heads[head].predicates) && denied(head))
}

fn counts(
    text: &str,
    sentence: &Range<usize>,
    dates: &[DateExpression],
    watch: &mut impl Watch,
) -> Vec<Counted> {
    let taken: Vec<Range<usize>> = dates.iter().map(|date| date.phrase.clone()).collect();
    let counts = quantity::counts_behind_gate(text, sentence.clone(), &taken);
    watch.counts(&counts);
    counts.iter().filter_map(|count| counted(text, count)).collect()
}

fn claim(subject: &Subject<'_>, index: &Index, scene: &Scene, event: &Event, memory: &Memory<'_>) -> Claim {
    let anchor = roles::anchor(scene, event);
    let (who, whom) = roles::roles(scene, event, memory);
    let clause = scene.clause(anchor);
    let running_on = quotation::speaker(scene, anchor, memory);
    let own = scene.words.list.get(anchor).map_or(0, |word| word.start);
    let spoken = speaker_of(&scene.attributions, anchor).or(running_on.as_ref());
    // "under the deal of 2015": of itself it says nothing.
    let spoken = spoken.filter(|spoken| !spoken.text.contains(&own));
    let under_agreement = spoken.is_some_and(|speaker| speaker.is_agreement);
    let (stance, polarity) = match event.head {
        Some(head) => stance(&scene.words, &scene.heads, head, under_agreement),
        None => (Stance::Asserted, Polarity::Affirmed),
    };
    let forces = who.as_ref().and_then(|who| who.key.as_deref());
    let located = memory
        .filed_here(scene, &clause)
        .or_else(|| place::place(scene, event, anchor, &clause, forces))
        .or_else(|| memory.exact_place_of(scene, event, &clause))
        .or_else(|| place::place_of_tellers(scene, event, anchor, &clause, forces))
        .or_else(|| memory.place_of(scene, event, &clause));
    let whom = whom.or_else(|| victims(scene, event, who.as_ref(), located.as_ref(), memory));
    let quote = quote(scene, event, &clause, who.as_ref(), located.as_ref());
    let count = event.count.map(|count| &scene.counts[count]);
    let when = event.date.map(|date| since_clause::when(scene, event.head, date));
    let stance = match (&when, subject.published) {
        (Some(when), Some(published)) => dated(stance, when, published, scene, event.head),
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
                .filter(|place| event.rule.predicate != Predicate::Announce || concerns(scene, anchor, place))
                .map(|place| named(subject.text, place)),
            quantity: count.map(|count| count.quantity.clone()),
            when,
            stance,
            polarity,
            speaker: voice::speaker(subject.text, spoken, memory),
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

/// "announced the end of a mission in Mali": the place behind an announcement is that of what is announced; any other is
/// where somebody announced it, or nothing but where the sentence before was.
fn concerns(scene: &Scene, anchor: usize, place: &Named) -> bool {
    let head = scene.words.list.get(anchor).map_or(0, |word| word.end);
    head <= place.text.start && place.text.end <= scene.sentence.end && {
        let at = scene.words.at(place.text.start);
        let mission = |at: usize| scene.words.entry(at).about.mission || scene.words.entry(at).about.force;
        let deal = |head: &Head| head.shape == Shape::Noun && head.is_cue_of(Predicate::Agreement);
        let told = scene.heads.iter().filter(|head| (anchor + 1..at).contains(&head.token));
        // "announced that it will let jets striking targets in Syria use a base": that is where they strike.
        let elsewhere =
            told.clone().any(|head| head.predicates.any(PredicateGroup::Violence) && head.is_verb());
        !elsewhere && ((anchor + 1..at).any(mission) || told.clone().any(deal))
    }
}

fn named(text: &str, named: Named) -> model::Named {
    let words = &text[named.text];
    model::Named { key: named.key, text: (!words.is_empty()).then(|| words.to_owned()) }
}
