//! What sayings are read against: the publication day, the periods named before, the tense of the clause.

use chrono::NaiveDate;

use super::tense::Tense;
use crate::model::vocabulary::Precision;

/// A period named before, to which "that year" and "a week later" go back.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) first: NaiveDate,
    pub(super) precision: Precision,
    pub(super) relative: bool,
}

/// What sayings are read against.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub(super) published: Option<NaiveDate>,
    /// The latest first.
    pub(super) named: Vec<Named>,
    pub(super) tense: Tense,
    /// The words themselves look back or ahead ("since"): the tense is no guess.
    pub(super) is_firm: bool,
}

impl Setting {
    /// The latest period named of at most that length.
    pub(super) fn within(&self, precision: Precision) -> Option<&Named> {
        self.named.iter().find(|named| named.precision <= precision)
    }

    pub(super) fn of(&self, precision: Precision) -> Option<&Named> {
        let mut named = self.named.iter().filter(|named| named.precision == precision);
        match precision {
            // Reports compare a quarter with earlier ones: the one they are about is the latest.
            Precision::Quarter => named.max_by_key(|named| named.first),
            _ => named.next(),
        }
    }
}
