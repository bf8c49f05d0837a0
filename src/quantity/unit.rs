//! The unit of a count from its noun and the words before it: annotation.md's units.

use std::ops::Range;

use super::lexeme::{Class, Traits};
use super::noun::Phrase;
use super::sentence::Sentence;

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Uniformed personnel.
    Troops,
    /// Fighters of a group that is no state's army.
    Fighters,
    /// Members of a group, a party, a coalition.
    Members,
    /// People called civilians.
    Civilians,
    /// Any other people.
    People,
    /// Contractors.
    Contractors,
    /// Attacks, strikes, bombings.
    Attacks,
    /// An amount in a currency, by its ISO 4217 code.
    Money(&'static str),
    /// A share.
    Percent,
    /// Lengths and areas.
    Distance,
    /// Another noun, in small letters as it stands: `brigades`.
    Other(String),
    /// The sentence doesn't say.
    None,
}

impl Unit {
    /// The unit as claims have it; `None` where the sentence doesn't say.
    pub fn name(&self) -> Option<&str> {
        Some(match self {
            Self::Troops => "troops",
            Self::Fighters => "fighters",
            Self::Members => "members",
            Self::Civilians => "civilians",
            Self::People => "people",
            Self::Contractors => "contractors",
            Self::Attacks => "attacks",
            Self::Money(code) => code,
            Self::Percent => "percent",
            Self::Distance => "distance",
            Self::Other(noun) => noun,
            Self::None => return None,
        })
    }

    /// Whether people are counted.
    pub fn counts_people(&self) -> bool {
        use Unit as U;
        matches!(self, U::Troops | U::Fighters | U::Members | U::Civilians | U::People | U::Contractors)
    }
}

/// The unit of a noun phrase.
pub(super) fn of_phrase(sentence: &Sentence, phrase: &Phrase) -> Unit {
    let Some(class) = phrase.class else {
        return Unit::Other(name(sentence, phrase.head));
    };
    let side = Side::of(sentence, phrase.tokens.start..phrase.head);
    let armed = phrase.tokens.clone().any(|at| sentence.is(at, "armed"));
    let unit = match of_class(class, side) {
        // "armed supporters": a side that carries arms and no uniform fights; "armed men" are of no side.
        Unit::People if armed && TAKING_ARMS.contains(&sentence.word(phrase.head)) => Unit::Fighters,
        unit => unit,
    };
    match phrase.joined.map(|joined| of_class(joined, side)) {
        None => unit,
        Some(second) if second == unit || !second.counts_people() || !unit.counts_people() => unit,
        // "officers and soldiers".
        Some(second) if class == Class::CivilStaff && second == Unit::Troops => second,
        Some(_) if phrase.joined == Some(Class::CivilStaff) && unit == Unit::Troops => unit,
        Some(_) => Unit::People,
    }
}

/// People who fight when they are armed.
const TAKING_ARMS: &[&str] =
    &["supporters", "followers", "loyalists", "tribesmen", "volunteers", "youths", "sympathizers"];

/// A noun that no list has; with its letters for "Mi-24s".
fn name(sentence: &Sentence, head: usize) -> String {
    let hyphenated = sentence.figure(head).is_some() && head >= 2 && sentence.is_hyphen(head - 1);
    let letters = if hyphenated { sentence.word(head - 2) } else { "" };
    let hyphen = if hyphenated { "-" } else { "" };
    format!("{letters}{hyphen}{}", sentence.word(head)).to_lowercase()
}

/// What the modifiers of a noun say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Side {
    military: bool,
    rebel: bool,
    civil: bool,
    civilian: bool,
}

impl Side {
    fn of(sentence: &Sentence, modifiers: Range<usize>) -> Self {
        let has = |traits| modifiers.clone().any(|at| sentence.has(at, traits));
        Self {
            military: has(Traits::MILITARY),
            rebel: has(Traits::REBEL),
            civil: has(Traits::CIVIL),
            civilian: has(Traits::CIVILIAN),
        }
    }
}

/// The unit of a noun with the words before it.
pub(super) fn of_noun(sentence: &Sentence, at: usize, class: Class) -> Unit {
    let modifiers = (0..at)
        .rev()
        .take(3)
        .take_while(|at| sentence.is_word(*at) && !sentence.has(*at, Traits::BOUNDARY.with(Traits::JOINING)));
    let first = modifiers.last().unwrap_or(at);
    of_class(class, Side::of(sentence, first..at))
}

/// The unit of a class of nouns with such modifiers.
pub(super) fn of_class(class: Class, side: Side) -> Unit {
    match class {
        Class::Troops => Unit::Troops,
        Class::Fighters => Unit::Fighters,
        Class::Civilians => Unit::Civilians,
        Class::Contractors => Unit::Contractors,
        Class::People | Class::Nationals => Unit::People,
        Class::Attacks => Unit::Attacks,
        Class::Distance => Unit::Distance,
        Class::Percent => Unit::Percent,
        Class::Forces if side.rebel => Unit::Fighters,
        Class::Forces => Unit::Troops,
        Class::MilitaryStaff if side.rebel => Unit::Fighters,
        Class::MilitaryStaff if side.civil && !side.military => Unit::People,
        Class::MilitaryStaff => Unit::Troops,
        Class::CivilStaff | Class::Casualties if side.military => Unit::Troops,
        Class::Casualties if side.civilian => Unit::Civilians,
        Class::CivilStaff | Class::Casualties if side.rebel => Unit::Fighters,
        Class::CivilStaff | Class::Casualties => Unit::People,
        Class::Members if side.military => Unit::Troops,
        Class::Members if side.civil => Unit::People,
        Class::Members => Unit::Members,
        Class::Uncounted | Class::Other => Unit::None,
    }
}

/// The unit of a class whatever stands before it.
pub(super) fn of_class_alone(class: Class) -> Unit {
    of_class(class, Side::default())
}
