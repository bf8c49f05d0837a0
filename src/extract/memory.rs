//! What the sentences read so far leave for the next: forces, places and speakers last spoken of. Most sentences are never
//! asked for what they left, so that it is looked up when one asks.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use super::events::Event;
use super::explanation::is_clear;
use super::grammar::clause::clauses;
use super::grammar::heads::heads;
use super::place;
use super::place::governor::{is_of_violence, is_wide};
use super::reader::Subject;
use super::scene::{Named, Scene, Seen};
use super::signal::Prospect;
use super::speech::attribution::{Attribution, View, attributions};
use super::words::word::{Cases, Words};
use crate::entity::{Gazetteer, Mention, Mentions};
use crate::model::vocabulary::{EntityKind, Predicate, PredicateGroup};

/// The names of an article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    /// Those that are known.
    pub(super) gazetteer: &'a Gazetteer,
    /// Where the text has them.
    pub(super) mentions: &'a Mentions,
}

/// How forces were spoken of.
#[derive(Debug)]
pub(super) enum Spoken {
    /// By name or noun: the mention.
    Named(usize),
    /// By what they did, their country, ministry or commander being named: their key.
    Moved(String),
}

/// How many sentences back one looks, at most.
const KEPT: usize = 4;

/// What sentences leave for the next.
#[derive(Debug)]
pub(super) struct Memory<'a> {
    pub(super) subject: Subject<'a>,
    /// Its text as the words of its sentences need it.
    pub(super) cases: Cases<'a>,
    pub(super) names: Names<'a>,
    /// The forces last spoken of.
    pub(super) forces: Option<Spoken>,
    /// The mention of the person last spoken of.
    person: Option<usize>,
    /// What the sentence before says became of people whom it counts.
    pub(super) harm: Option<Predicate>,
    /// The sentence read last.
    last: Option<Range<usize>>,
    /// All sentences.
    pub(super) sentences: Vec<Range<usize>>,
    /// The sentences read.
    read: Vec<Range<usize>>,
    /// Those of the last of them that were looked at.
    scenes: RefCell<Vec<Rc<Scene<'a>>>>,
    /// The sentence whose mentions were looked for last, and their numbers.
    pub(super) within: Cell<[usize; 4]>,
    /// The place that the last gave, and the country that it lies in.
    place: OnceCell<(Option<Named>, Option<String>)>,
    /// The same of harm: not where somebody speaks of it.
    pub(super) harmed_place: OnceCell<(Option<Named>, Option<String>)>,
    /// The exact place that it gave.
    exact: OnceCell<Option<Named>>,
    /// The sentences with a cue of violence in which nobody has looked for violence yet.
    past: RefCell<Vec<Range<usize>>>,
    /// Where people were last attacked, killed, wounded or captured, before those.
    violence: RefCell<Option<Named>>,
    /// The forces that the article as a whole is about.
    pub(super) main_forces: OnceCell<Option<String>>,
    /// The place that the article as a whole is about.
    pub(super) main_place: OnceCell<Option<Named>>,
}

impl<'a> Memory<'a> {
    /// Before the first sentence.
    pub(super) fn of(subject: &Subject<'a>, lower: &'a str, names: Names<'a>) -> Self {
        Self {
            subject: *subject,
            cases: Cases { text: subject.text, lower },
            names,
            forces: None,
            person: None,
            harm: None,
            last: None,
            sentences: Vec::new(),
            read: Vec::new(),
            scenes: RefCell::new(Vec::new()),
            within: Cell::default(),
            place: OnceCell::new(),
            harmed_place: OnceCell::new(),
            exact: OnceCell::new(),
            past: RefCell::new(Vec::new()),
            violence: RefCell::new(None),
            main_forces: OnceCell::new(),
            main_place: OnceCell::new(),
        }
    }

    /// The person last spoken of.
    pub(super) fn person(&self) -> Option<String> {
        self.person.map(|mention| self.names.key(&self.names.mentions.list[mention]).to_owned())
    }

    /// Where harm is done whose sentence does not say: the exact place of what the sentence before tells.
    pub(super) fn exact_place_of(
        &self,
        scene: &Scene,
        event: &Event,
        clause: &Range<usize>,
    ) -> Option<Named> {
        let known = place::names_scene(&scene.words, clause);
        let wide = is_wide(scene, event, clause) && !known;
        let harm = event.rule.predicate.group() == PredicateGroup::Violence && !wide;
        if !harm {
            return None;
        }
        let exact = self.exact.get_or_init(|| self.exact_before()).clone();
        // Of a place and where those hold office who tell of it, the smaller.
        let official = place::of_the_official(scene, event);
        if let (Some(found), Some(office)) = (&exact, &official)
            && !self.lies_in(found, office)
        {
            return official;
        }
        // "The shooting lasted an hour. Seven were killed in the camp": where it was before.
        let before = || self.scene_of_violence().filter(|place| !self.has_moved_on(place));
        exact.or_else(|| if known { before() } else { None })
    }

    /// Whether one place lies in another.
    fn lies_in(&self, inner: &Named, outer: &Named) -> bool {
        let entity = |named: &Named| self.names.gazetteer.by_key(named.key.as_deref()?);
        let (Some(one), Some(other)) = (entity(inner), entity(outer)) else { return false };
        self.names.gazetteer.lies_in(one, other)
    }

    /// Where something is whose sentence does not say: where the sentence before was, or what the article is about.
    /// Forces that come and go do so in the country, not in the town that was last spoken of.
    pub(super) fn place_of(&self, scene: &Scene, event: &Event, clause: &Range<usize>) -> Option<Named> {
        let predicate = event.rule.predicate;
        let main = self.main_place.get_or_init(|| self.names.main_place(self.subject.text)).as_ref();
        // Elections are a country's, wherever the sentence before was.
        let elects = matches!(predicate, Predicate::Election | Predicate::Vote);
        if elects && let Some(state) = self.state_of(scene, event) {
            return Some(state);
        }
        // A vote in an article about a town is its country's.
        if elects
            && main.is_some_and(|main| self.is_town(main))
            && let Some(country) = self.country()
        {
            return Some(Named { key: Some(country), text: 0..0 });
        }
        let wide = is_wide(scene, event, clause) && !place::names_scene(&scene.words, clause);
        if (elects || wide) && main.is_some() {
            return main.cloned();
        }
        if predicate.group() == PredicateGroup::Violence
            && let Some(place) = (self.exact.get_or_init(|| self.exact_before()).clone())
                .or_else(|| place::of_the_official(scene, event))
                .or_else(|| self.scene_of_violence().filter(|place| !self.has_moved_on(place)))
        {
            return Some(place);
        }
        let (place, country) = if predicate.group() == PredicateGroup::Violence {
            self.harmed_place.get_or_init(|| self.harmed_before())
        } else {
            self.place.get_or_init(|| self.place_before())
        };
        let inside = main.is_some_and(|main| main.key == *country);
        if inside && predicate.group() == PredicateGroup::Presence {
            return main.cloned();
        }
        let here = || self.filed_here(scene, &(0..scene.words.len()));
        match predicate.group() {
            PredicateGroup::Presence => return place.clone().or_else(|| main.cloned()),
            PredicateGroup::Violence => {}
            _ => return here().or_else(|| place.clone()).or_else(|| main.cloned()),
        }
        here().or_else(|| place.clone()).or_else(|| main.cloned()).or_else(|| self.filed_alone(scene))
    }

    /// Who speaks in a sentence that stands before or behind.
    pub(super) fn attributions(&self, scene: &Scene) -> Vec<Attribution> {
        let Scene { words, heads, seen, .. } = scene;
        attributions(&View { words, heads, seen, publisher: self.subject.publisher })
    }

    /// A sentence before, 0 being the last, with its words, heads and names.
    pub(super) fn scene_before(&self, back: usize) -> Option<Rc<Scene<'a>>> {
        self.read.iter().nth_back(back).map(|sentence| self.scene(sentence))
    }

    /// A sentence read before. Of the last ones nothing is looked for twice.
    fn scene(&self, sentence: &Range<usize>) -> Rc<Scene<'a>> {
        if let Some(known) = self.scenes.borrow().iter().find(|scene| scene.sentence == *sentence) {
            return Rc::clone(known);
        }
        let scene = Rc::new(self.built(sentence));
        self.scenes.borrow_mut().push(Rc::clone(&scene));
        scene
    }

    /// A sentence with its words, heads and names.
    pub(super) fn built(&self, sentence: &Range<usize>) -> Scene<'a> {
        let mut words = Words::new(self.cases, sentence.clone());
        let seen = self.seen(sentence);
        words.own(seen.iter().map(|seen| seen.range.end));
        let heads = heads(&words);
        let clauses = clauses(&words, &heads);
        Scene::bare(sentence.clone(), words, heads, seen, clauses)
    }

    /// The exact place that the sentence before gives, where it is of no talks.
    fn exact_before(&self) -> Option<Named> {
        let last = self.last.clone()?;
        let mut places = self.places(&last);
        places.retain(|seen| seen.kind != EntityKind::Country);
        if places.is_empty() {
            return None;
        }
        let scene = self.scene(&last);
        let Scene { words, heads, .. } = &*scene;
        let exact = |seen: &Seen| {
            place::is_struck(words, seen)
                || place::tells_where(words, seen) && is_of_violence(words, heads, words.at(seen.range.start))
        };
        let mut places = places.into_iter().filter(exact);
        let place = places.next()?;
        // "in a raid in Helmand, gunmen entered a post in Washir": the most exact of one country.
        let wide = self
            .names
            .gazetteer
            .by_key(place.key)
            .is_some_and(|region| self.names.gazetteer.is_region(region));
        let closer =
            places.find(|other| wide && other.country.is_none_or(|country| Some(country) == place.country));
        let place = closer.unwrap_or(place);
        Some(Named { key: Some(place.key.to_owned()), text: place.range })
    }

    /// Where people were last attacked, killed, wounded or captured.
    fn scene_of_violence(&self) -> Option<Named> {
        for sentence in self.past.take().into_iter().rev() {
            let places = self.places(&sentence);
            if places.is_empty() {
                continue;
            }
            let scene = self.scene(&sentence);
            let Scene { words, heads, .. } = &*scene;
            let violent = heads.iter().filter(|head| head.predicates.any(PredicateGroup::Violence));
            let violent: Vec<usize> = violent.map(|head| head.token).collect();
            if violent.is_empty() {
                continue;
            }
            let located = |seen: &Seen| place::tells_where(words, seen) || place::is_struck(words, seen);
            let distance = |seen: &Seen| {
                let at = words.at(seen.range.start);
                violent.iter().map(|head| head.abs_diff(at)).min()
            };
            // "the attack came during talks in Doha": the place belongs to the head that it stands behind.
            let beside = |seen: &Seen| is_of_violence(words, heads, words.at(seen.range.start));
            let places = places.into_iter().filter(located).filter(beside);
            if let Some(place) = places.min_by_key(distance) {
                self.violence.replace(Some(Named { key: Some(place.key.to_owned()), text: place.range }));
                break;
            }
        }
        self.violence.borrow().clone()
    }

    /// The place that the sentence before gives; of harm, where it names none but where somebody speaks, the one before it.
    pub(super) fn harmed_before(&self) -> (Option<Named>, Option<String>) {
        let names_one = |sentence: &&Range<usize>| !self.places(sentence).is_empty();
        let before = self.read.iter().rev().take(KEPT - 1).filter(names_one);
        let mut found = before.map(|sentence| self.place_in(sentence, place::tells_where));
        found.find(|(place, _)| place.is_some()).unwrap_or((None, None))
    }

    fn place_before(&self) -> (Option<Named>, Option<String>) {
        self.last.clone().map_or((None, None), |last| self.place_in(&last, place::is_located_in))
    }

    /// The place that a sentence gives, and its country.
    fn place_in(
        &self,
        sentence: &Range<usize>,
        tells: fn(&Words, &Seen) -> bool,
    ) -> (Option<Named>, Option<String>) {
        let places = self.places(sentence);
        if places.is_empty() {
            return (None, None);
        }
        let scene = self.scene(sentence);
        let words = &scene.words;
        let there = |seen: &Seen| tells(words, seen) || place::is_struck(words, seen);
        let located = places.iter().position(there);
        let found = located.or_else(|| places.iter().position(|seen| place::has_ground(&scene, seen)));
        match found.and_then(|at| places.into_iter().nth(at)) {
            Some(place) => (
                Some(Named { key: Some(place.key.to_owned()), text: place.range }),
                place.country.map(str::to_owned),
            ),
            None => (None, None),
        }
    }

    /// Takes note of a sentence once it is read, and of the forces that its claims move.
    pub(super) fn remember(
        &mut self,
        sentence: Range<usize>,
        prospect: Prospect,
        scene: Option<Scene<'a>>,
        moved: Option<String>,
    ) {
        self.forces = moved.map(Spoken::Moved).or(self.forces.take());
        for at in self.within(&sentence) {
            let mention = &self.names.mentions.list[at];
            match self.names.kind(mention) {
                _ if !is_clear(mention.how) => {}
                EntityKind::Force | EntityKind::Coalition => self.forces = Some(Spoken::Named(at)),
                EntityKind::Person => self.person = Some(at),
                _ => {}
            }
        }
        if prospect.violence {
            self.past.get_mut().push(sentence.clone());
        }
        self.read.push(sentence.clone());
        let scenes = self.scenes.get_mut();
        if let Some(first) = self.read.iter().nth_back(KEPT - 1) {
            scenes.retain(|scene| scene.sentence.start >= first.start);
        }
        scenes.extend(scene.map(|scene| Rc::new(scene.looked_back_on())));
        self.last = Some(sentence);
        self.place = OnceCell::new();
        self.harmed_place = OnceCell::new();
        self.exact = OnceCell::new();
    }
}

impl<'a> Names<'a> {
    /// The numbers of the mentions that begin in a sentence.
    pub(super) fn within(self, sentence: &Range<usize>) -> Range<usize> {
        let before = |end: usize| self.mentions.list.partition_point(|mention| mention.range.start < end);
        before(sentence.start)..before(sentence.end)
    }

    pub(super) fn key(self, mention: &Mention) -> &'a str {
        self.mentions.key(self.gazetteer, mention.entity)
    }

    pub(super) fn kind(self, mention: &Mention) -> EntityKind {
        self.mentions.kind(self.gazetteer, mention.entity)
    }

    pub(super) fn country(self, mention: &Mention) -> Option<&'a str> {
        self.mentions.country(self.gazetteer, mention.entity)
    }

    /// The country that a place lies in.
    pub(super) fn country_of(self, key: &str) -> Option<&'a str> {
        self.country(self.mentions.list.iter().find(|mention| self.key(mention) == key)?)
    }

    pub(super) fn is_country(self, key: &str) -> bool {
        self.mentions.list.iter().any(|mention| {
            is_clear(mention.how) && self.kind(mention) == EntityKind::Country && self.key(mention) == key
        })
    }

    /// The entity with most mentions of a kind; of equals the first by key.
    pub(super) fn most(self, fits: impl Fn(&&Mention) -> bool) -> Option<&'a str> {
        self.most_of(self.mentions.list.iter().filter(fits))
    }

    /// The same among some mentions.
    pub(super) fn most_of<'m>(self, mentions: impl Iterator<Item = &'m Mention>) -> Option<&'a str> {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for mention in mentions.filter(|mention| is_clear(mention.how)) {
            let key = self.key(mention);
            match counts.iter_mut().find(|(known, _)| *known == key) {
                Some((_, count)) => *count += 1,
                None => counts.push((key, 1)),
            }
        }
        counts.into_iter().max_by_key(|(key, count)| (*count, std::cmp::Reverse(*key))).map(|(key, _)| key)
    }
}
