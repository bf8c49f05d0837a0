//! Words and their numbers, and the word lists that tell what stands beside a name.

use std::collections::HashMap;
use std::hash::Hasher;
use std::ops::BitOr;

use super::signal::Signals;
use super::sorts::NOUNS;
use crate::text::{WordKey, WordSet};

/// What kinds of word a word is: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes(u64);

impl Classes {
    /// Stands before a name: "Gen", "President".
    pub(super) const TITLE: Self = Self(1);
    /// A noun for a person with a task: "spokesman", "commander".
    pub(super) const ROLE: Self = Self(1 << 1);
    /// A verb of saying, whose subject is a person or a body.
    pub(super) const SAY: Self = Self(1 << 2);
    /// A verb of acting, whose subject is a government: "wants", "agreed".
    pub(super) const ACT: Self = Self(1 << 3);
    /// A preposition before places.
    pub(super) const IN: Self = Self(1 << 4);
    /// A noun for a place that takes a name: "town", "province".
    pub(super) const PLACE: Self = Self(1 << 5);
    /// A noun that ends names of bodies: "Council", "Party".
    pub(super) const BODY: Self = Self(1 << 6);
    /// A word that is capitalised only where a sentence or a headline begins, or a day or month: part of no name.
    pub(super) const PLAIN: Self = Self(1 << 7);
    /// A given name of somebody whom the gazetteer knows.
    pub(super) const GIVEN: Self = Self(1 << 8);
    /// A small word inside names: "al", "bin", "van".
    pub(super) const PARTICLE: Self = Self(1 << 9);
    /// A noun for what goes on between governments: "talks", "tensions".
    pub(super) const DEALING: Self = Self(1 << 10);
    /// A form of "be", "have" or a modal verb.
    pub(super) const AUXILIARY: Self = Self(1 << 11);
    /// A preposition or verb before those who are acted on: "with", "against", "urged".
    pub(super) const TOWARDS: Self = Self(1 << 12);
    /// Opens a reference back: "the", "there", "he".
    pub(super) const BACK: Self = Self(1 << 13);
    /// "according": a name may follow.
    pub(super) const CITING: Self = Self(1 << 15);
    /// Begins a name that is known.
    pub(super) const NAME: Self = Self(1 << 16);
    /// A verb of having or sending forces.
    pub(super) const HAVING: Self = Self(1 << 17);
    /// A noun for forces.
    pub(super) const TROOPS: Self = Self(1 << 18);
    /// A noun for what a city has and a government has not.
    pub(super) const CITY: Self = Self(1 << 19);
    /// A noun with which "the" refers back.
    pub(super) const ANAPHOR: Self = Self(1 << 20);
    /// An adjective between "the" and such a noun.
    pub(super) const ADJECTIVE: Self = Self(1 << 21);
    /// An abbreviation whose stop ends no sentence.
    pub(super) const ABBREVIATION: Self = Self(1 << 14);

    /// A noun that ends names of buildings and sites.
    pub(super) const BUILDING: Self = Self(1 << 23);
    /// A word with which a sentence goes on after the name of a place.
    pub(super) const AFTER_PLACE: Self = Self(1 << 24);
    /// What follows "in" with a capital and is no place.
    pub(super) const NO_PLACE: Self = Self(1 << 25);

    /// "east", "outskirts", "border": what may make a place of the name beside it.
    pub(super) const BEARING: Self = Self(1 << 26);

    /// In no name and no list: somebody asked to be told of it.
    pub(super) const HEARD: Self = Self(1 << 22);

    /// Where the signals begin among the bits.
    const SIGNALS: u32 = 32;

    pub(super) const fn has(self, class: Self) -> bool {
        self.0 & class.0 != 0
    }

    /// The words of both.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn signalling(signals: Signals) -> Self {
        Self(u64::from(signals.bits()) << Self::SIGNALS)
    }

    /// What the word signals to whoever asked.
    pub(super) fn signals(self) -> Signals {
        Signals::from_bits((self.0 >> Self::SIGNALS) as u8)
    }
}

impl BitOr for Classes {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

const LISTS: &[(Classes, &str)] = &[
    (Classes::TITLE, include_str!("lexicon/titles.txt")),
    (Classes::ROLE, include_str!("lexicon/roles.txt")),
    (Classes::SAY, include_str!("lexicon/saying.txt")),
    (Classes::ACT, include_str!("lexicon/acting.txt")),
    (Classes::IN, include_str!("lexicon/place_prepositions.txt")),
    (Classes::PLACE, include_str!("lexicon/place_nouns.txt")),
    (Classes::BODY, include_str!("lexicon/body_nouns.txt")),
    (Classes::PLAIN, include_str!("lexicon/plain_words.txt")),
    (Classes::PARTICLE, include_str!("lexicon/particles.txt")),
    (Classes::DEALING, include_str!("lexicon/dealings.txt")),
    (Classes::AUXILIARY, include_str!("lexicon/auxiliaries.txt")),
    (Classes::TOWARDS, include_str!("lexicon/towards.txt")),
    (Classes::BACK, include_str!("lexicon/back_references.txt")),
    (Classes::CITING, "according"),
    (Classes::ADJECTIVE, include_str!("lexicon/back_adjectives.txt")),
    (Classes::HAVING, include_str!("lexicon/having.txt")),
    (Classes::TROOPS, include_str!("lexicon/troops.txt")),
    (Classes::CITY, include_str!("lexicon/city_nouns.txt")),
    (Classes::ABBREVIATION, include_str!("lexicon/abbreviations.txt")),
    (Classes::BUILDING, BUILDINGS),
    (Classes::AFTER_PLACE, include_str!("lexicon/after_places.txt")),
    (Classes::NO_PLACE, include_str!("lexicon/no_places.txt")),
    (Classes::BEARING, "east west north south northeast northwest southeast southwest outskirts border"),
];

/// Nouns that end names of buildings and sites.
const BUILDINGS: &str = include_str!("lexicon/building_nouns.txt");

/// Whether a noun, in small letters, names buildings and sites.
pub(crate) fn is_building(noun: &str) -> bool {
    static LISTED: WordSet = WordSet::of(BUILDINGS);
    LISTED.has(noun)
}

/// Every word that is known, with its number (from 1) and classes. Open addressing over the numbers: the words that
/// stand in every text lie close together, and few lines of memory hold them. Of words that nobody knows a slot tells so
/// by itself: memory that lies far off is what a look-up waits for.
#[derive(Debug)]
pub(super) struct Words {
    slots: Vec<Slot>,
    /// By their numbers; the first is no word.
    known: Vec<Known>,
    /// The numbers of words too long for a key.
    long: HashMap<Box<[u8]>, u32>,
}

/// A word's number, 0 where the slot is free, and the half of its hash that does not lead here.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    number: u32,
    hash: u32,
}

/// What is known of a word; a long one has no key.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    key: WordKey,
    classes: Classes,
}

impl Words {
    /// The words of the lists, each as written, with a capital and in capitals.
    pub(super) fn new() -> Self {
        let known = vec![Known::default()];
        let mut words = Self { slots: vec![Slot::default(); 1 << 15], known, long: HashMap::new() };
        for (class, list) in LISTS {
            let lines = list.lines().filter(|line| !line.starts_with('#'));
            for word in lines.flat_map(str::split_whitespace) {
                words.mark(word, *class);
                words.mark(&capitalised(word), *class);
                words.mark(&word.to_uppercase(), *class);
            }
        }
        for (noun, _) in NOUNS {
            words.mark(noun, Classes::ANAPHOR);
        }
        words
    }

    /// Asks to be told of a word, whatever its case.
    pub(super) fn listen(&mut self, word: &str, signals: Signals) {
        for form in [word, &capitalised(word), &word.to_uppercase()] {
            let heard = if self.known(form) == 0 { Classes::HEARD } else { Classes::default() };
            self.mark(form, Classes::signalling(signals) | heard);
        }
    }

    /// Puts a word into a class.
    pub(super) fn mark(&mut self, word: &str, class: Classes) {
        let number = self.number(word) as usize;
        if number != 0 {
            self.known[number].classes = self.known[number].classes | class;
        }
    }

    /// The word's number, a new one if need be.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let known = self.known(word);
        if known != 0 || word.is_empty() {
            return known;
        }
        let number = self.known.len() as u32;
        let holds_figure = word.bytes().any(|byte| byte.is_ascii_digit());
        let classes = if holds_figure { Classes::signalling(Signals::FIGURE) } else { Classes::default() };
        match WordKey::of(word.as_bytes(), word.len()) {
            Some(key) => {
                self.known.push(Known { key, classes });
                self.insert(key, number);
            }
            None => {
                self.known.push(Known { key: WordKey::default(), classes });
                self.long.insert(word.as_bytes().into(), number);
            }
        }
        number
    }

    fn insert(&mut self, key: WordKey, number: u32) {
        if self.known.len() * 2 >= self.slots.len() {
            self.slots = vec![Slot::default(); self.slots.len() * 2];
            for (old, known) in (1..number).zip(&self.known[1..]) {
                if known.key != WordKey::default() {
                    let free = self.slot(known.key).0;
                    self.slots[free] = Slot { number: old, hash: upper_half(known.key.hash()) };
                }
            }
        }
        let free = self.slot(key).0;
        self.slots[free] = Slot { number, hash: upper_half(key.hash()) };
    }

    /// The slot that holds the key's number, or the free one where it would be, and what it holds.
    #[inline]
    fn slot(&self, key: WordKey) -> (usize, u32, &Known) {
        let mask = self.slots.len() - 1;
        let hash = key.hash();
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.number == 0 {
                return (at, 0, &self.known[0]);
            }
            if slot.hash == upper_half(hash) {
                let known = &self.known[slot.number as usize];
                if known.key == key {
                    return (at, slot.number, known);
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// Number and classes of a word, by its key if it has one; 0 and none where it is unknown.
    #[inline]
    pub(super) fn look_up(&self, key: Option<WordKey>, word: &[u8]) -> (u32, Classes) {
        let Some(key) = key else {
            let number = self.long.get(word).copied().unwrap_or(0);
            return (number, self.known[number as usize].classes);
        };
        let (_, number, known) = self.slot(key);
        (number, known.classes)
    }

    /// The word's number, 0 where it has none.
    fn known(&self, word: &str) -> u32 {
        self.look_up(WordKey::of(word.as_bytes(), word.len()), word.as_bytes()).0
    }

    /// How many numbers there are, 0 among them.
    pub(super) fn len(&self) -> usize {
        self.known.len()
    }
}

fn upper_half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// The word with its first letter as a capital.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A multiplying hash of one number: the table is built from names, and looked up for every word that begins one.
#[derive(Debug, Default)]
pub(super) struct Fast(u64);

impl Hasher for Fast {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ mixed >> 32;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
