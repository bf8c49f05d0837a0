//! What the lexicon says about a word: number, noun, traits. Knows no words.

/// What the lists say about a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lexeme {
    pub(super) number: Option<NumberWord>,
    pub(super) noun: Option<Noun>,
    /// What a body of such a name holds: "a force of 13,000".
    pub(super) frame: Option<Class>,
    pub(super) traits: Traits,
}

impl Lexeme {
    pub(super) const NOTHING: Self = Self { number: None, noun: None, frame: None, traits: Traits(0) };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberWord {
    Small(i64),
    Tens(i64),
    Hundred,
    Scale(i64),
    Dozen,
    /// The first word of a vague count.
    Vague,
}

/// A noun that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noun {
    pub(super) class: Class,
    pub(super) form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Singular,
    Plural,
    /// "police": one word for both, which may also stand before another noun.
    Both,
}

/// Groups of nouns whose unit is found in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Troops,
    Forces,
    MilitaryStaff,
    CivilStaff,
    Casualties,
    Fighters,
    Members,
    Civilians,
    Contractors,
    People,
    Nationals,
    Attacks,
    Distance,
    Percent,
    Uncounted,
    Other,
}

/// A set of traits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Traits(u32);

impl Traits {
    pub(super) const BOUNDARY: Self = Self(1);
    pub(super) const JOINING: Self = Self(1 << 1);
    pub(super) const DETERMINER: Self = Self(1 << 2);
    pub(super) const PORTION: Self = Self(1 << 3);
    pub(super) const HARM: Self = Self(1 << 4);
    pub(super) const LEVEL: Self = Self(1 << 5);
    pub(super) const RANGE: Self = Self(1 << 6);
    pub(super) const AUXILIARY: Self = Self(1 << 7);
    pub(super) const LABEL: Self = Self(1 << 8);
    pub(super) const MONTH: Self = Self(1 << 9);
    pub(super) const NATIONALITY: Self = Self(1 << 10);
    pub(super) const MILITARY: Self = Self(1 << 11);
    pub(super) const REBEL: Self = Self(1 << 12);
    pub(super) const CIVIL: Self = Self(1 << 13);
    pub(super) const CIVILIAN: Self = Self(1 << 14);
    pub(super) const SOFTENER: Self = Self(1 << 15);
    pub(super) const TOPIC: Self = Self(1 << 16);
    /// The last word of a hedge that stands before its number.
    pub(super) const HEDGE: Self = Self(1 << 17);
    /// A word that a number may begin with besides number words: "a", "half".
    pub(super) const OPENING: Self = Self(1 << 18);

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The trait that a section of a list gives its words.
pub(super) fn trait_named(section: &str) -> Option<Traits> {
    Some(match section {
        "boundary" => Traits::BOUNDARY,
        "joining" => Traits::JOINING,
        "determiner" => Traits::DETERMINER,
        "portion" => Traits::PORTION,
        "harm" => Traits::HARM,
        "level" => Traits::LEVEL,
        "range" => Traits::RANGE,
        "auxiliary" => Traits::AUXILIARY,
        "label" => Traits::LABEL,
        "month" => Traits::MONTH,
        "military" => Traits::MILITARY,
        "rebel" => Traits::REBEL,
        "civil" => Traits::CIVIL,
        "civilian" => Traits::CIVILIAN,
        "softeners" => Traits::SOFTENER,
        "about as preposition" => Traits::TOPIC,
        "opening" => Traits::OPENING,
        _ => return None,
    })
}

/// The class of the nouns in a section.
pub(super) fn class(section: &str) -> Option<Class> {
    Some(match section {
        "troops" => Class::Troops,
        "forces" => Class::Forces,
        "military staff" => Class::MilitaryStaff,
        "civil staff" => Class::CivilStaff,
        "casualties" => Class::Casualties,
        "fighters" => Class::Fighters,
        "members" => Class::Members,
        "civilians" => Class::Civilians,
        "contractors" => Class::Contractors,
        "people" => Class::People,
        "attacks" => Class::Attacks,
        "distance" => Class::Distance,
        "percent" => Class::Percent,
        "no count" => Class::Uncounted,
        "other" => Class::Other,
        _ => return None,
    })
}
