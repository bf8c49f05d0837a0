//! Readings move with the words: rename every country, person, group and place of a text and shift its dates, and the claims
//! come out renamed and shifted, and nothing else changes.

mod entity_support;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Days, Months, NaiveDate};
use factdb::extract::{Reader, Subject};
use factdb::model::{Claim, Named, Reading, Speaker, When};
use factdb::text::Span;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    world: Vec<World>,
    text: Vec<Text>,
}

/// The names of one story, and the keys of their entities.
#[derive(Deserialize)]
struct World {
    keys: BTreeMap<String, String>,
    #[serde(flatten)]
    names: BTreeMap<String, String>,
}

/// A story with blanks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    name: String,
    published: toml::value::Datetime,
    shift: Calendar,
    text: String,
}

/// What may be done to the dates of a text.
#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Calendar {
    Years,
    Weeks,
}

/// How far the dates of a text are moved.
#[derive(Clone, Copy)]
enum Shift {
    None,
    Later28Years,
    Earlier28Years,
    Weeks(u64),
}

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(entity_support::gazetteer()));
static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("readings_move.toml")).expect("texts and worlds"));

impl Shift {
    fn day(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::None => day,
            Self::Later28Years => day + Months::new(28 * 12),
            Self::Earlier28Years => day - Months::new(28 * 12),
            Self::Weeks(weeks) => day + Days::new(7 * weeks),
        }
    }

    fn of(calendar: Calendar) -> &'static [Self] {
        match calendar {
            Calendar::Years => &[Self::None, Self::Later28Years, Self::Earlier28Years],
            Calendar::Weeks => &[Self::None, Self::Weeks(52), Self::Weeks(37), Self::Weeks(28 * 52 + 35)],
        }
    }
}

/// One telling of a text: its words, its day, and what each blank was filled with.
struct Told {
    text: String,
    published: NaiveDate,
    fills: Vec<String>,
}

/// Fills the blanks of a text with the names of a world and dates of a calendar.
fn tell(text: &Text, world: &World, shift: Shift) -> Told {
    let mut told = String::new();
    let mut fills = Vec::new();
    let mut pieces = text.text.trim().split('{');
    told.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (blank, rest) = piece.split_once('}').expect("a blank ends");
        let fill = fill(blank, world, shift);
        told.push_str(&fill);
        told.push_str(rest);
        fills.push(fill);
    }
    Told { text: told, published: shift.day(text.published.to_string().parse().expect("a day")), fills }
}

fn fill(blank: &str, world: &World, shift: Shift) -> String {
    let day = |day: &str| shift.day(day.parse().expect("a day"));
    match blank.split_once(' ') {
        Some(("year", year)) => day(&format!("{year}-07-01")).format("%Y").to_string(),
        Some(("day", date)) => day(date).format("%-d %B %Y").to_string(),
        Some(("date", date)) => day(date).format("%-d %B").to_string(),
        _ => world.names.get(blank).unwrap_or_else(|| panic!("no name for {blank}")).clone(),
    }
}

/// From one telling to another: words, keys and days.
struct Move {
    words: Vec<(String, String)>,
    keys: Vec<(String, String)>,
    shift: Shift,
}

impl Move {
    fn new(from: (&Told, &World), to: (&Told, &World), shift: Shift) -> Self {
        let mut words: Vec<_> = from.0.fills.iter().cloned().zip(to.0.fills.iter().cloned()).collect();
        // Longer words first: a short name may stand within a long one.
        words.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        let keys = from.1.keys.iter().map(|(name, key)| (key.clone(), to.1.keys[name].clone())).collect();
        Self { words, keys, shift }
    }

    /// The words with every filled blank replaced, in one pass.
    fn words(&self, text: &str) -> String {
        let mut moved = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            match self.words.iter().find(|(from, _)| rest.starts_with(from.as_str())) {
                Some((from, to)) => {
                    moved.push_str(to);
                    rest = &rest[from.len()..];
                }
                None => {
                    moved.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        moved
    }

    /// The key of an entity, or of what belongs to a country: `mali-forces`.
    fn key(&self, key: &str) -> String {
        let same = self.keys.iter().find(|(from, _)| from == key);
        let belongs = || {
            self.keys
                .iter()
                .find(|(from, _)| key.strip_prefix(from.as_str()).is_some_and(|rest| rest.starts_with('-')))
        };
        match same.or_else(belongs) {
            Some((from, to)) => format!("{to}{}", &key[from.len()..]),
            None => key.to_owned(),
        }
    }

    fn named(&self, named: Named) -> Named {
        Named { key: named.key.map(|key| self.key(&key)), text: named.text.map(|text| self.words(&text)) }
    }

    fn when(&self, when: When) -> When {
        let day = |day: Option<NaiveDate>| day.map(|day| self.shift.day(day));
        When {
            text: when.text.map(|text| self.words(&text)),
            earliest: day(when.earliest),
            latest: day(when.latest),
            anchor: day(when.anchor),
            ..when
        }
    }

    fn reading(&self, reading: Reading) -> Reading {
        Reading {
            subject: reading.subject.map(|named| self.named(named)),
            object: reading.object.map(|named| self.named(named)),
            place: reading.place.map(|named| self.named(named)),
            when: reading.when.map(|when| self.when(when)),
            speaker: Speaker {
                key: reading.speaker.key.map(|key| self.key(&key)),
                text: reading.speaker.text.map(|text| self.words(&text)),
                ..reading.speaker
            },
            via: reading.via.map(|named| self.named(named)),
            ..reading
        }
    }
}

fn words(text: &str, span: Span) -> String {
    text.chars().skip(span.start).take(span.end - span.start).collect()
}

fn read(told: &Told) -> Vec<Claim> {
    let subject = Subject {
        text: &told.text,
        title: None,
        published: Some(told.published),
        publisher: None,
        wire: None,
    };
    READER.read(&subject)
}

/// What differs between the claims of one telling, moved, and those of the other.
fn differences(from: &Told, to: &Told, moved: &Move) -> Vec<String> {
    let tell = |quote: String, sentence: String, claim: &Claim, reading: Reading| {
        format!("{quote:?} in {sentence:?}: {:?} {:?} {reading:#?}", claim.rule, claim.core)
    };
    let wanted: Vec<String> = read(from)
        .iter()
        .map(|claim| {
            let said = |span| moved.words(&words(&from.text, span));
            tell(
                said(claim.evidence.quote),
                said(claim.evidence.sentence),
                claim,
                moved.reading(claim.reading.clone()),
            )
        })
        .collect();
    let found: Vec<String> = read(to)
        .iter()
        .map(|claim| {
            let said = |span| words(&to.text, span);
            tell(said(claim.evidence.quote), said(claim.evidence.sentence), claim, claim.reading.clone())
        })
        .collect();
    let missing =
        wanted.iter().filter(|claim| !found.contains(claim)).map(|claim| format!("no longer: {claim}"));
    let added = found.iter().filter(|claim| !wanted.contains(claim)).map(|claim| format!("now: {claim}"));
    let mut differences: Vec<String> = missing.chain(added).collect();
    if differences.is_empty() && wanted != found {
        differences.push("the order of the claims".to_owned());
    }
    differences
}

#[test]
fn renamed_and_shifted_texts_yield_the_same_claims_renamed_and_shifted() {
    let (first, others) = FILE.world.split_first().expect("worlds");
    let mut failures = Vec::new();
    for text in &FILE.text {
        let from = tell(text, first, Shift::None);
        for world in std::iter::once(first).chain(others) {
            for shift in Shift::of(text.shift) {
                let to = tell(text, world, *shift);
                let moved = Move::new((&from, first), (&to, world), *shift);
                let found = differences(&from, &to, &moved);
                if !found.is_empty() {
                    failures.push(format!(
                        "{}, {}, {}:\n{}",
                        text.name,
                        world.names["country"],
                        to.published,
                        found.join("\n")
                    ));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} tellings differ:\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn a_claim_that_did_not_move_is_noticed() {
    let (text, world, other) = (&FILE.text[0], &FILE.world[0], &FILE.world[1]);
    let (from, to) = (tell(text, world, Shift::None), tell(text, other, Shift::Later28Years));
    let unmoved = Move::new((&from, world), (&to, other), Shift::None);
    assert!(!differences(&from, &to, &unmoved).is_empty());
    let unnamed = Move::new((&from, world), (&from, world), Shift::Later28Years);
    assert!(!differences(&from, &to, &unnamed).is_empty());
}

#[test]
fn every_text_has_claims_with_names_and_dates_to_move() {
    for text in &FILE.text {
        let claims = read(&tell(text, &FILE.world[0], Shift::None));
        let with = |has: &dyn Fn(&Reading) -> bool| claims.iter().filter(|claim| has(&claim.reading)).count();
        let dated = with(&|reading| reading.when.is_some());
        let placed = with(&|reading| reading.place.is_some());
        let acting = with(&|reading| reading.subject.is_some());
        assert!(
            dated >= 4 && placed >= 6 && acting >= 5,
            "{}: {dated} dated, {placed} placed, {acting} acting",
            text.name
        );
    }
}

#[test]
fn shifts_keep_weekdays_and_the_lengths_of_months() {
    use chrono::Datelike;
    for text in &FILE.text {
        let day: NaiveDate = text.published.to_string().parse().expect("a day");
        for shift in Shift::of(text.shift) {
            let moved = shift.day(day);
            assert_eq!(day.weekday(), moved.weekday());
            if text.shift == Calendar::Years {
                assert_eq!(
                    (day.month(), day.day(), day.leap_year()),
                    (moved.month(), moved.day(), moved.leap_year())
                );
            }
        }
        if text.shift == Calendar::Weeks {
            assert!(!text.text.contains("{year"), "{}: a year does not move by weeks", text.name);
        }
    }
}
