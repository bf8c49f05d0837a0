//! What blanks are filled with, and chance: the same for the same seed, on every machine.

use std::sync::LazyLock;

use serde::Deserialize;

pub(crate) static FILLERS: LazyLock<Fillers> =
    LazyLock::new(|| toml::from_str(include_str!("fillers.toml")).expect("fillers"));

/// Words with the first and the last day that they mean; empty where it is open.
pub(crate) type Date = (String, String, String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fillers {
    pub(crate) published: String,
    /// Adjective, key, name.
    pub(crate) forces: Vec<(String, String, String)>,
    /// Name, key.
    pub(crate) countries: Vec<(String, String)>,
    /// Name, key, adjective, country.
    pub(crate) cities: Vec<(String, String, String, String)>,
    pub(crate) troops: Vec<String>,
    pub(crate) civilians: Vec<String>,
    pub(crate) in_country: Vec<String>,
    pub(crate) in_city: Vec<String>,
    pub(crate) embedded: Vec<String>,
    pub(crate) speakers: Vec<String>,
    pub(crate) past: Vec<Date>,
    pub(crate) future: Vec<Date>,
    pub(crate) until: Vec<Date>,
    pub(crate) since: Vec<Date>,
    pub(crate) noun_future: Vec<Date>,
}

/// SplitMix64.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        value ^ (value >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("an index")
    }

    pub(crate) fn one<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// How many there are of what is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    Small,
    Middling,
    Large,
}

/// The least, the exact or about exact, and the greatest number.
pub(crate) type Numbers = [Option<i64>; 3];

const SMALL: &[(&str, i64)] = &[
    ("two", 2),
    ("three", 3),
    ("seven", 7),
    ("eleven", 11),
    ("twenty", 20),
    ("17", 17),
    ("34", 34),
    ("58", 58),
];
const MIDDLING: &[(&str, i64)] =
    &[("80", 80), ("120", 120), ("200", 200), ("350", 350), ("450", 450), ("600", 600), ("800", 800)];
const LARGE: &[(&str, i64)] =
    &[("1,200", 1200), ("2,500", 2500), ("5,000", 5000), ("12,000", 12_000), ("30,000", 30_000)];

/// Words before a number, and which of its bounds it is then.
const HEDGES: &[(&str, usize)] = &[
    ("about", 1),
    ("some", 1),
    ("around", 1),
    ("nearly", 1),
    ("an estimated", 1),
    ("close to", 1),
    ("roughly", 1),
    ("at least", 0),
    ("more than", 0),
    ("over", 0),
    ("up to", 2),
    ("as many as", 2),
];

/// A number in words or figures, often hedged, seldom vague.
pub(crate) fn count(chance: &mut Chance, size: Size, may_be_vague: bool) -> (String, Numbers) {
    let (words, number) = *chance.one(match size {
        Size::Small => SMALL,
        Size::Middling => MIDDLING,
        Size::Large => LARGE,
    });
    match chance.below(20) {
        0..=8 => (words.to_owned(), [Some(number); 3]),
        19 if may_be_vague => match size {
            Size::Small => ("dozens of".to_owned(), [Some(24), None, Some(99)]),
            Size::Middling => ("several hundred".to_owned(), [Some(200), None, Some(999)]),
            Size::Large => ("thousands of".to_owned(), [Some(2000), None, Some(9999)]),
        },
        _ => {
            let (hedge, bound) = *chance.one(HEDGES);
            let mut numbers = [None; 3];
            numbers[bound] = Some(number);
            (format!("{hedge} {words}"), numbers)
        }
    }
}
