//! Words of those who are not where it happens: who tells of it elsewhere, to whom, who is brought away, who flees. Places beside
//! them are no place of the deed, for a reference back as for a claim.

use crate::text::WordSet;

/// To whom something is said, and by what.
pub(crate) static AUDIENCE: WordSet =
    WordSet::of("reporters journalists statement conference speech briefing interview address");

/// Those who tell of what they have not seen.
pub(crate) static TELLERS: WordSet = WordSet::of(
    "ministry government embassy spokesman spokeswoman spokesperson minister official officials source sources command headquarters \
    authorities army military junta diplomat diplomats analyst analysts representative",
);

/// What is done with those who are hurt.
pub(crate) static TREATED: WordSet = WordSet::of(
    "airlifted transported evacuated flown taken rushed transferred moved brought referred admitted ferried",
);

/// Who flees, and what is carried on elsewhere.
pub(crate) static FLEEING: WordSet =
    WordSet::of("fled flee fleeing flees escaped escape escaping extended spread spreading returned sailed");
