//! Which sentences are worth reading: those with a cue beside a number, a date or a denial, or with a number of what is
//! claimed without a cue. The words that tell so
//! are seen while the names are found, so that most sentences cost nothing more.

use crate::date;
use crate::entity::{Gazetteer, Signal, Signals};
use crate::model::vocabulary::PredicateGroup;
use crate::quantity;

use super::words::lexicon::Lexicon;

/// A date may stand here.
const DATE: Signals = Signals::of(0);
/// A number in letters may stand here.
const NUMBER: Signals = Signals::of(1);
/// A word that can be a cue of a predicate.
const CUE: Signals = Signals::of(2);
/// A noun for people under arms, members or attacks, which a number alone can make a claim of.
const ARMED: Signals = Signals::of(4);
/// A word that can be a cue of violence.
const VIOLENCE: Signals = Signals::of(5);
/// What makes a number of people the size of something.
const SIZES: &[&str] = &["strength", "group", "strong", "member", "members"];
/// A word that may deny.
const DENIAL: Signals = Signals::of(3);

/// What makes a cue of a verb that is none: of "be", and of what begins.
const BESIDE_OTHERS: [&str; 12] =
    ["out", "over", "home", "way", "route", "place", "due", "expected", "war", "ground", "off", "back"];

/// Asks for the words that tell what a sentence may hold. Of words with hyphens or apostrophes any part does.
pub(super) fn listen(gazetteer: &mut Gazetteer) {
    let lexicon = Lexicon::get();
    let words = date::triggers()
        .map(|word| (word, DATE))
        .chain(quantity::number_words().map(|word| (word, NUMBER)))
        .chain(quantity::armed_nouns().chain(SIZES.iter().copied()).map(|word| (word, ARMED)))
        .chain(lexicon.cues(|_| true).map(|word| (word, CUE)))
        .chain(
            lexicon
                .cues(|predicate| predicate.group() == PredicateGroup::Violence)
                .map(|word| (word, VIOLENCE)),
        )
        .chain(BESIDE_OTHERS.iter().map(|word| (*word, CUE)))
        .chain(lexicon.denials().map(|word| (word, DENIAL)))
        // "is out of the question"
        .chain([("question", DENIAL)]);
    for (word, signals) in words {
        for part in word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
            gazetteer.listen(&part.to_lowercase(), signals);
        }
    }
}

/// What a sentence may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prospect {
    /// A date expression.
    pub(super) date: bool,
    /// A number.
    pub(super) number: bool,
    /// A noun that a number alone can make a claim of.
    pub(super) armed: bool,
    /// A word that can be a cue.
    pub(super) cue: bool,
    /// A word that can be a cue of violence.
    pub(super) violence: bool,
    /// A word that denies.
    pub(super) denial: bool,
    /// It is to be read whatever it holds.
    pub(super) is_all: bool,
}

impl Prospect {
    /// Anything.
    pub(super) const ALL: Self =
        Self { date: true, number: true, armed: true, cue: true, violence: true, denial: true, is_all: true };

    /// Takes the signals before a byte.
    pub(super) fn take(signals: &mut &[Signal], end: usize) -> Self {
        let here = signals.iter().take_while(|signal| signal.at < end).count();
        let (before, after) = signals.split_at(here);
        *signals = after;
        let all = before.iter().fold(Signals::default(), |all, signal| all | signal.signals);
        Self {
            date: all.has(DATE | Signals::FIGURE | Signals::ODD),
            number: all.has(NUMBER | Signals::FIGURE | Signals::ODD),
            armed: all.has(ARMED | Signals::ODD),
            cue: all.has(CUE | Signals::ODD),
            violence: all.has(VIOLENCE | Signals::ODD),
            denial: all.has(DENIAL | Signals::ODD),
            is_all: false,
        }
    }

    /// Whether a claim can come of what is no count. "There are no troops" has no cue but its denial.
    pub(super) fn has_event(self, dated: bool) -> bool {
        self.is_all || self.cue && (dated || self.denial) || self.denial && self.armed
    }

    /// Whether a claim can come of it.
    pub(super) fn is_worth_reading(self) -> bool {
        self.number && (self.armed || self.cue)
            || self.cue && (self.date || self.denial)
            || self.denial && self.armed
    }
}
