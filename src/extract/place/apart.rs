//! Places that a sentence names and where nothing of what it tells happens: where somebody speaks of it, where the hurt are
//! brought, where those came from who did it, where others flee. Knows words and names alone, so that sentences before can be asked.

use std::ops::Range;

use super::located::led_by;
use crate::entity::bystanders::{AUDIENCE, FLEEING, TELLERS, TREATED};
use crate::extract::scene::Seen;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::{Class, Sense};
use crate::extract::words::word::{Kind, Words};
use crate::text::WordSet;

/// Whether a place is one of these.
pub(in crate::extract) fn is_apart(words: &Words, seen: &Seen) -> bool {
    let Some(led) = led_by(words, seen).filter(|led| LEADS.has(words.lower(*led))) else { return false };
    is_said_in(words, seen, led)
        || speaks_in(words, seen, led)
        || is_treated(words, led)
        || is_of_way(words, seen, led)
}

/// Words that can lead to such a place: most others lead to no other than where it happened.
static LEADS: WordSet = WordSet::of("in at to into toward towards from near outside across");

/// "killed in the camp", "the attack left": a site or a deed that was told of before.
pub(in crate::extract) fn names_scene(words: &Words, clause: &Range<usize>) -> bool {
    clause
        .clone()
        .any(|at| words.lower(at) == "the" && SCENES.has(words.lower(at + 1)) && words.lower(at + 2) != "of")
}

/// Sites and deeds that "the" points back to.
static SCENES: WordSet = WordSet::of(
    "camp base town village city market school hospital church mosque mall port post outpost area scene site compound station \
    attack blast explosion bombing raid ambush strike shelling crash assault shooting clash clashes fighting plantation resort",
);

/// "the exiled government in Riyadh agreed to attend the talks": its seat.
pub(super) fn is_seat(words: &Words, seen: &Seen) -> bool {
    let led = led_by(words, seen).filter(|led| words.lower(*led) == "in");
    led.and_then(|led| led.checked_sub(1)).is_some_and(|noun| {
        let exiled = || (noun.saturating_sub(4)..noun).any(|at| words.lower(at) == "exiled");
        matches!(words.lower(noun), "ministry" | "embassy") || words.lower(noun) == "government" && exiled()
    })
}

/// "told reporters in Manila", "the minister said in Bishkek that": where it is said.
pub(super) fn is_said_in(words: &Words, seen: &Seen, led: usize) -> bool {
    if !matches!(words.lower(led), "in" | "at") {
        return false;
    }
    let says = |at: usize| is_saying(words, at) || AUDIENCE.has(words.lower(at));
    if led.checked_sub(1).is_some_and(says) {
        return true;
    }
    // "Speaking in Abuja on Monday, a spokesman said", "At a summit in Niamey, he said"
    if led > 4 || !(0..led).any(|at| OCCASIONS.has(words.lower(at))) {
        return false;
    }
    let end = words.within(&seen.range).end;
    let comma = (end..(end + 4).min(words.len())).find(|at| words.mark(*at) == b',');
    comma.is_some_and(|comma| (comma + 1..(comma + 10).min(words.len())).any(|at| is_saying(words, at)))
}

/// "a military official in Yaounde said", "the ministry in Berlin confirmed": where those are who say it and were not there.
fn speaks_in(words: &Words, seen: &Seen, led: usize) -> bool {
    let far = matches!(words.lower(led), "in" | "at")
        && led.checked_sub(1).is_some_and(|at| TELLERS.has(words.lower(at)));
    let end = words.within(&seen.range).end;
    let says = |at: usize| is_saying(words, at) || matches!(words.lower(at), "denied" | "blamed");
    far && (end..(end + 2).min(words.len())).any(says)
}

/// "taken to hospital in Quetta", "flown to Bogota with gunshot wounds", "treated in Naivasha", "died in hospital in Mosul".
fn is_treated(words: &Words, led: usize) -> bool {
    let hospital = |at: usize| {
        matches!(words.lower(at), "hospital" | "hospitals" | "clinic" | "treated" | "morgue" | "treatment")
    };
    let mut before = (led.saturating_sub(3)..led).rev().take_while(|at| words.list[*at].kind == Kind::Word);
    // A hospital that tells of them, or is hit, is where they are.
    let brought = |at: usize| {
        TREATED.has(words.lower(at)) || words.is(at, Small::DYING) || words.lower(at) == "treated"
    };
    let goal = |at: usize| TREATED.has(words.lower(at)) || words.lower(at) == "arrived";
    match words.lower(led) {
        "in" | "at" if before.any(hospital) && (0..led).any(brought) => true,
        "to" | "in" if led.checked_sub(1).is_some_and(goal) => {
            (0..words.len()).any(|at| HURT.has(words.lower(at)))
        }
        _ => false,
    }
}

/// "fighters from their stronghold of Jilib", "a rocket fired from Tyre", "fled to Mandalay", "crossed from Mali".
fn is_of_way(words: &Words, seen: &Seen, led: usize) -> bool {
    let start = words.within(&seen.range).start;
    let from = (led..start).any(|at| words.lower(at) == "from");
    let goal = matches!(words.lower(led), "to" | "into" | "toward" | "towards")
        && (led.saturating_sub(4)..led).any(|at| FLEEING.has(words.lower(at)));
    from || goal
}

/// Whether a word can be a verb of saying.
fn is_saying(words: &Words, at: usize) -> bool {
    words.senses(at).iter().any(|sense| matches!(sense, Sense::Verb(Class::Say, ..)))
}

/// What one speaks at.
static OCCASIONS: WordSet =
    WordSet::of("speaking summit conference briefing speech ceremony funeral interview meeting rally");

/// Those who are hurt, and what for.
static HURT: WordSet = WordSet::of(
    "hospital hospitals clinic wounded injured victims casualties survivors treatment surgery wounds burns injuries doctors",
);
