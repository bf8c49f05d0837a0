//! The words that counts are made of, read once from `lexicon/*.txt`. Knows words, not sentences.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::lexeme::{Class, Form, Lexeme, Noun, NumberWord, Traits, class, trait_named};
use crate::model::vocabulary::{Qualifier, Vocabulary};
use crate::text::{WordKey, WordTable};

/// Words by spelling: `plain` in small letters, `names` as they are.
#[derive(Default)]
struct Lexicon {
    plain: Words,
    names: Words,
}

type Words = HashMap<Vec<u8>, Lexeme, BuildHasherDefault<Fast>>;

/// A table of words in the same hash.
pub(super) type Table<V> = HashMap<&'static str, V, BuildHasherDefault<Fast>>;

/// Eight bytes a step: most words take one. A lexicon needs no defence against collisions.
#[derive(Default)]
pub(super) struct Fast(u64);

impl Fast {
    fn mix(&mut self, bytes: u64) {
        self.0 = (self.0.rotate_left(23) ^ bytes).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Fast {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        eights.iter().for_each(|eight| self.mix(u64::from_le_bytes(*eight)));
        self.mix(rest.iter().fold(0, |all, byte| (all << 8) | u64::from(*byte)));
    }

    fn write_u8(&mut self, _: u8) {}

    fn write_usize(&mut self, length: usize) {
        self.0 ^= length as u64;
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// What no list has.
static NOTHING: Lexeme = Lexeme::NOTHING;

/// Both kinds in one table: names begin with a capital, other words do not.
static TABLE: LazyLock<WordTable<&'static Lexeme>> = LazyLock::new(|| {
    let words = LEXICON.plain.iter().chain(&LEXICON.names);
    WordTable::new(&NOTHING, words.map(|(word, lexeme)| (word.as_slice(), lexeme)))
});

/// What is known of the word that the first bytes are; nothing of one that no list has.
pub(super) fn look_up(bytes: &[u8], length: usize) -> &'static Lexeme {
    let keys = WordKey::of(bytes, length).map(|key| (key, key.lower()));
    look_up_key(keys, &bytes[..length])
}

/// The same for a whole word, by its keys as it is written and in small letters if it has them.
#[inline]
pub(super) fn look_up_key(keys: Option<(WordKey, WordKey)>, word: &[u8]) -> &'static Lexeme {
    let table = &*TABLE;
    if word.first().is_some_and(u8::is_ascii_uppercase) {
        let named = keys.map_or_else(|| table.get(word, word.len()), |(written, _)| table.at(written));
        if !std::ptr::eq(named, &NOTHING) {
            return named;
        }
    }
    keys.map_or_else(|| table.get_lower(word, word.len()), |(_, small)| table.at(small))
}

/// The words in which a number may be written, for the gate.
pub(crate) fn number_words() -> impl Iterator<Item = &'static str> {
    sections(include_str!("lexicon/numbers.txt")).flat_map(|(_, entries)| entries).filter_map(first_word)
}

/// The nouns without one of which, or a word of the lists of bodies, no sentence counts people under arms, members of
/// anything, or attacks.
pub(crate) fn armed_nouns() -> impl Iterator<Item = &'static str> {
    let is_civil = |class| {
        matches!(
            class,
            Class::Civilians
                | Class::People
                | Class::Nationals
                | Class::Distance
                | Class::Percent
                | Class::Uncounted
                | Class::Other
        )
    };
    let is_armed = move |lexeme: &Lexeme| {
        lexeme.frame.is_some() || lexeme.noun.is_some_and(|noun| !is_civil(noun.class))
    };
    let words = LEXICON.plain.iter().chain(&LEXICON.names);
    words.filter(move |(_, lexeme)| is_armed(lexeme)).filter_map(|(word, _)| std::str::from_utf8(word).ok())
}

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Self::default();
        lexicon.read_numbers();
        for (section, entries) in sections(include_str!("lexicon/nouns.txt")) {
            let Some(class) = class(section) else { continue };
            entries.iter().for_each(|entry| lexicon.add_noun(entry, class));
        }
        for (section, entries) in sections(include_str!("lexicon/frames.txt")) {
            let Some(class) = class(section) else { continue };
            entries.iter().for_each(|entry| lexicon.word(entry).frame = Some(class));
        }
        lexicon.read_nationalities();
        lexicon.read_hedges();
        for list in TRAIT_LISTS {
            for (section, entries) in sections(list) {
                let Some(trait_) = trait_named(section) else { continue };
                entries.iter().for_each(|entry| lexicon.add_trait(entry, trait_));
            }
        }
        lexicon
    }

    fn word(&mut self, word: &str) -> &mut Lexeme {
        let is_name = word.starts_with(|c: char| c.is_uppercase());
        let words = if is_name { &mut self.names } else { &mut self.plain };
        words.entry(word.as_bytes().to_vec()).or_default()
    }

    fn add_trait(&mut self, word: &str, trait_: Traits) {
        let lexeme = self.word(word);
        lexeme.traits = lexeme.traits.with(trait_);
    }

    fn read_numbers(&mut self) {
        for (section, entries) in sections(include_str!("lexicon/numbers.txt")) {
            for entry in entries {
                let Some((word, value)) = entry.split_once(' ') else { continue };
                let value = value.trim().parse().unwrap_or_default();
                self.word(word).number = Some(number_word(section, value));
            }
        }
    }

    fn add_noun(&mut self, entry: &str, class: Class) {
        let regular = format!("{entry}s");
        let (singular, plural) = entry.split_once('|').unwrap_or((entry, &regular));
        if singular == plural {
            self.word(singular).noun = Some(Noun { class, form: Form::Both });
            return;
        }
        if !singular.is_empty() {
            self.word(singular).noun = Some(Noun { class, form: Form::Singular });
        }
        self.word(plural).noun = Some(Noun { class, form: Form::Plural });
    }

    fn read_hedges(&mut self) {
        for (section, phrases) in sections(include_str!("lexicon/hedges.txt")) {
            let before = Qualifier::from_word(section).is_some();
            let last = phrases.iter().filter(|_| before).filter_map(|phrase| phrase.split(' ').next_back());
            last.for_each(|word| self.add_trait(word, Traits::HEDGE));
        }
    }

    fn read_nationalities(&mut self) {
        for (section, entries) in sections(include_str!("lexicon/nationalities.txt")) {
            for entry in entries {
                let form = if section == "both" { Form::Both } else { Form::Plural };
                if section != "adjective" {
                    self.word(entry).noun = Some(Noun { class: Class::Nationals, form });
                }
                if section != "people" {
                    self.add_trait(entry, Traits::NATIONALITY);
                }
            }
        }
    }
}

const TRAIT_LISTS: [&str; 6] = [
    include_str!("lexicon/function.txt"),
    include_str!("lexicon/modifiers.txt"),
    include_str!("lexicon/verbs.txt"),
    include_str!("lexicon/labels.txt"),
    include_str!("lexicon/months.txt"),
    include_str!("lexicon/hedges.txt"),
];

fn number_word(section: &str, value: i64) -> NumberWord {
    match section {
        "small" => NumberWord::Small(value),
        "tens" => NumberWord::Tens(value),
        "hundred" => NumberWord::Hundred,
        "scale" => NumberWord::Scale(value),
        "dozen" => NumberWord::Dozen,
        _ => NumberWord::Vague,
    }
}

fn first_word(entry: &'static str) -> Option<&'static str> {
    entry.split(' ').next()
}

/// `[section]` headings with the comma-separated entries under them; lines that begin with # are comments.
pub(super) fn sections(list: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = vec![("", Vec::new())];
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(section) => sections.push((section, Vec::new())),
            None => {
                let entries = line.split(',').map(str::trim).filter(|entry| !entry.is_empty());
                sections.last_mut().into_iter().for_each(|(_, list)| list.extend(entries.clone()));
            }
        }
    }
    sections.into_iter()
}
