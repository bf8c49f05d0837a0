//! The small words of English, by what they do: sets that a token carries.

use std::ops::BitOr;

/// What a small word does: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::extract) struct Small(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal @ $bit:literal),+ $(,)?) => {
        impl Small {
            $($(#[$doc])* pub(in crate::extract) const $name: Self = Self(1 << $bit);)+

            /// The class that the file calls by a word.
            fn named(word: &str) -> Option<Self> {
                Some(match word {
                    $($word => Self::$name,)+
                    _ => return None,
                })
            }
        }
    };
}

classes! {
    /// Forms of "be".
    BE = "be" @ 0,
    /// Forms of "have".
    HAVE = "have" @ 1,
    /// Forms of "do".
    DO = "do" @ 2,
    /// "will"
    WILL = "will" @ 3,
    /// "would"
    WOULD = "would" @ 4,
    /// "may", "can"
    MAY = "may" @ 5,
    /// "should", "must"
    SHOULD = "should" @ 6,
    /// Adverbs that stand inside a verb group.
    ADVERB = "adverb" @ 7,
    /// Words that open a noun phrase.
    DETERMINER = "determiner" @ 8,
    /// Prepositions.
    PREPOSITION = "preposition" @ 9,
    /// Words that open another clause.
    CLAUSE = "clause" @ 10,
    /// Words before a speaker or source.
    CITING = "citing" @ 11,
    /// Words before where something is.
    LOCATED = "located" @ 12,
    /// Words that a clause in progress does not cross.
    RELATIVE = "relative" @ 13,
    /// Words after a comma that opens a clause.
    JOINING = "joining" @ 14,
    /// Words that negate a verb from within its group.
    NEGATION = "negation" @ 15,
    /// Words that negate a noun after them.
    NEGATIVE = "negative" @ 16,
    /// "to", which may make an infinitive.
    TO = "infinitive" @ 17,
    /// Past forms that are passive where no object follows.
    PASSIVE = "passive" @ 18,
    /// Verbs whose object or goal is how many.
    NUMBERING = "numbering" @ 19,
    /// Nouns of what is made of those counted: "a force of several thousand".
    COLLECTIVE = "collective" @ 20,
    /// Words beside which people are hurt, moved or gone, and no level of forces.
    ELSEWHERE = "elsewhere" @ 21,
    /// Words behind which a verb shares the subject of the verb before.
    JOINT = "joint" @ 22,
    /// Verbs whose subject suffers.
    DYING = "dying" @ 23,
    /// Verbs whose subject does the violence that is their object.
    WAGING = "waging" @ 24,
    /// Verbs that say who is to blame.
    BLAMING = "blaming" @ 25,
    /// Words before a noun that has been spoken of.
    DEFINITE = "definite" @ 26,
    /// Words before forces that leave them those of the state.
    DOMESTIC = "domestic" @ 27,
    /// Weekdays and months, the ones that are other words too among them: a capital tells.
    CALENDAR = "calendar" @ 28,
}

impl Small {
    /// Words in "-ly".
    pub(in crate::extract) const LY: Self = Self(1 << 29);
    /// Words in "-ed", but not in "-eed".
    pub(in crate::extract) const ED: Self = Self(1 << 30);
    /// Words in "-ing".
    pub(in crate::extract) const ING: Self = Self(1 << 31);

    /// What a word is by its ending, given in small letters.
    pub(super) fn of_ending(word: &[u8]) -> Self {
        match word {
            [.., b'l', b'y'] => Self::LY,
            [.., b'e', b'e', b'd'] => Self::default(),
            [.., b'e', b'd'] => Self::ED,
            [.., b'i', b'n', b'g'] => Self::ING,
            _ => Self::default(),
        }
    }

    /// Determiners, prepositions, adverbs and forms of "be".
    pub(in crate::extract) const FUNCTION: Self =
        Self(Self::DETERMINER.0 | Self::PREPOSITION.0 | Self::ADVERB.0 | Self::BE.0);
    /// What a verb group holds before its verb.
    pub(in crate::extract) const GROUP: Self = Self(
        Self::NEGATION.0
            | Self::TO.0
            | Self::BE.0
            | Self::HAVE.0
            | Self::DO.0
            | Self::MODAL.0
            | Self::ADVERB.0
            | Self::LY.0,
    );
    /// Modal verbs.
    pub(in crate::extract) const MODAL: Self =
        Self(Self::WILL.0 | Self::WOULD.0 | Self::MAY.0 | Self::SHOULD.0);

    /// Whether it is in one of these classes.
    pub(in crate::extract) fn has(self, class: Self) -> bool {
        self.0 & class.0 != 0
    }

    /// Each word of the file with its class.
    pub(super) fn listed() -> impl Iterator<Item = (&'static str, Self)> {
        super::lexicon::lines(include_str!("../lexicon/function_words.txt")).flat_map(|line| {
            let (class, words) = line.split_once(' ').unwrap_or((line, ""));
            words.split(' ').filter_map(move |word| Some((word, Self::named(class)?)))
        })
    }
}

impl BitOr for Small {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
