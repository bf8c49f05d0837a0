//! What sayings are read against: the publication day, the periods named before, the tense of the clause.

use chrono::NaiveDate;

use super::earlier::Before;
use super::tense::Tense;
use super::{DateExpression, named};
use crate::model::vocabulary::Precision;

/// A period named before, to which "that year" and "a week later" go back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub(super) first: NaiveDate,
    pub(super) precision: Precision,
    pub(super) relative: bool,
}

/// What sayings are read against.
#[derive(Debug, Clone)]
pub(super) struct Setting<'a> {
    pub(super) published: Option<NaiveDate>,
    /// The dates before it in its sentence.
    pub(super) read: &'a [DateExpression],
    pub(super) before: Before<'a>,
    pub(super) tense: Tense,
    /// The words themselves look back or ahead ("since"): the tense is no guess.
    pub(super) is_firm: bool,
}

impl Setting<'_> {
    /// The periods named before, the latest first; the sentences before are looked at only if it comes to them.
    fn named(&self) -> impl Iterator<Item = Named> {
        let before = self.before;
        let sentences = std::iter::once_with(move || before.named()).flatten();
        self.read.iter().rev().filter_map(named).chain(sentences)
    }

    /// The latest period named.
    pub(super) fn latest(&self) -> Option<Named> {
        self.named().next()
    }

    /// The latest period named of at most that length.
    pub(super) fn within(&self, precision: Precision) -> Option<Named> {
        self.named().find(|named| named.precision <= precision)
    }

    pub(super) fn of(&self, precision: Precision) -> Option<Named> {
        let mut named = self.named().filter(|named| named.precision == precision);
        match precision {
            // Reports compare a quarter with earlier ones: the one they are about is the latest.
            Precision::Quarter => named.max_by_key(|named| named.first),
            _ => named.next(),
        }
    }
}
