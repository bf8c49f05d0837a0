//! A sentence with everything found in it, before any claim is read.

use std::cell::Cell;
use std::ops::Range;

use super::grammar::heads::Head;
use super::speech::attribution::Attribution;
use super::words::word::Words;
use crate::model::vocabulary::EntityKind;
use crate::model::{Quantity, When};

/// An entity seen in the text.
#[derive(Debug, Clone)]
pub(super) struct Seen<'t> {
    /// Bytes of the words.
    pub(super) range: Range<usize>,
    /// Its key.
    pub(super) key: &'t str,
    /// What it is.
    pub(super) kind: EntityKind,
    /// Whether the words refer back ("the country").
    pub(super) is_pronoun: bool,
    /// Whether the words are an adjective of it ("Iraqi").
    pub(super) is_demonym: bool,
    /// Key of the country it belongs to or lies in.
    pub(super) country: Option<&'t str>,
    /// The word of place that leads it, once somebody has asked for it.
    pub(super) led: Cell<Option<Option<usize>>>,
}

impl Seen<'_> {
    /// Whether it is somewhere.
    pub(super) fn is_place(&self) -> bool {
        !self.is_demonym && matches!(self.kind, EntityKind::Country | EntityKind::Place | EntityKind::Base)
    }

    /// Whether it fights.
    pub(super) fn is_armed(&self) -> bool {
        matches!(self.kind, EntityKind::Force | EntityKind::Coalition | EntityKind::ArmedGroup)
    }
}

/// A date in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    /// Bytes of the phrase, preposition included.
    pub(super) range: Range<usize>,
    /// What it means.
    pub(super) when: When,
    /// Whether it was read against the day of publication.
    pub(super) relative: bool,
    /// Whether it is the day of the clause behind it alone: "since 1 May, when".
    pub(super) of_clause: bool,
    /// Whether it lies behind the day of publication.
    pub(super) ahead: bool,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counting {
    /// People in uniform.
    Troops,
    /// Other people.
    People,
    /// Attacks.
    Attacks,
    /// Money.
    Money,
}

/// How people move who are counted as no troops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Mover {
    /// Not as a matter of forces.
    #[default]
    Nobody,
    /// Sent and called back as troops are: police, observers, staff.
    Posted,
    /// They live there, flee and return.
    Residents,
}

/// A count in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    /// Bytes of number and noun.
    pub(super) range: Range<usize>,
    /// What is counted.
    pub(super) counting: Counting,
    /// How they move, where they are people.
    pub(super) mover: Mover,
    /// How many.
    pub(super) quantity: Quantity,
}

/// An entity by key, or by words.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// Its key.
    pub(super) key: Option<String>,
    /// Bytes of the words.
    pub(super) text: Range<usize>,
}

/// A sentence with everything found in it.
#[derive(Debug)]
pub(super) struct Scene<'t> {
    /// Bytes of the sentence.
    pub(super) sentence: Range<usize>,
    /// Its words.
    pub(super) words: Words<'t>,
    /// Its heads.
    pub(super) heads: Vec<Head>,
    /// The same before "be" took what the words beside it say.
    pub(super) unsettled: Vec<Head>,
    /// Its entities.
    pub(super) seen: Vec<Seen<'t>>,
    /// Its dates.
    pub(super) dates: Vec<Dated>,
    /// Its counts.
    pub(super) counts: Vec<Counted>,
    /// Its speakers.
    pub(super) attributions: Vec<Attribution>,
    /// Whether it begins with forces of which the sentence before told: "They will leave".
    pub(super) forces_before: bool,
    /// Heads that have a count of people in uniform.
    pub(super) troop_heads: Vec<usize>,
    /// Heads that have a count of people who live there.
    pub(super) resident_heads: Vec<usize>,
    /// The clause of each token.
    pub(super) clauses: Vec<(u32, u32)>,
    /// The tokens that only say where or when.
    pub(super) asides: Vec<bool>,
    /// The parenthesis of each token; 0 for none.
    pub(super) parentheses: Vec<u16>,
}

impl<'t> Scene<'t> {
    /// A sentence with its words, heads and names alone.
    pub(super) fn bare(
        sentence: Range<usize>,
        words: Words<'t>,
        heads: Vec<Head>,
        seen: Vec<Seen<'t>>,
        clauses: Vec<(u32, u32)>,
    ) -> Self {
        Self {
            sentence,
            words,
            heads,
            unsettled: Vec::new(),
            seen,
            dates: Vec::new(),
            counts: Vec::new(),
            attributions: Vec::new(),
            forces_before: false,
            troop_heads: Vec::new(),
            resident_heads: Vec::new(),
            clauses,
            asides: Vec::new(),
            parentheses: Vec::new(),
        }
    }

    /// The same as the sentences after it see it.
    pub(super) fn looked_back_on(self) -> Self {
        Self::bare(self.sentence, self.words, self.unsettled, self.seen, self.clauses)
    }

    /// The tokens of the clause around a token: up to the next mark, quotation or word that opens a clause.
    pub(super) fn clause(&self, token: usize) -> Range<usize> {
        self.clauses.get(token).map_or(token..self.words.len(), |(start, end)| *start as usize..*end as usize)
    }

    /// Whether a token only says where or when.
    pub(super) fn is_aside(&self, token: usize) -> bool {
        self.asides.get(token).copied().unwrap_or(false)
    }

    /// Whether a token stands in a parenthesis that another does not stand in.
    pub(super) fn is_beside(&self, token: usize, other: usize) -> bool {
        let inside = |at: usize| self.parentheses.get(at).copied().unwrap_or(0);
        inside(token) != 0 && inside(token) != inside(other)
    }

    /// Whether a token does not count between another and what belongs to that: it only says where or when, or stands in a
    /// parenthesis.
    pub(super) fn is_passed(&self, token: usize, from: usize) -> bool {
        self.is_aside(token) || self.is_beside(token, from)
    }

    /// The entities in a range of tokens.
    pub(super) fn seen_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = &Seen<'t>> {
        let bytes = if tokens.is_empty() { 0..0 } else { self.words.bytes(tokens.start, tokens.end - 1) };
        self.seen.iter().filter(move |seen| bytes.start <= seen.range.start && seen.range.end <= bytes.end)
    }

    /// Tokens of a range of bytes.
    pub(super) fn tokens(&self, bytes: &Range<usize>) -> Range<usize> {
        self.words.within(bytes)
    }
}
