//! Fighters of no group that is known: "Afghan militants", "masked gunmen". Their key is what they are called.

use std::ops::Range;

use super::actor::Search;
use super::forces::armed;
use crate::extract::scene::{Counted, Named, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::EntityKind;

/// Fighters who belong to nobody known: nouns and what they are called in keys; those who may be of a group spoken of
/// before, and those who are only what they do.
const FIGHTERS: &[(&str, &str, bool)] = &[
    ("militants", "militants", true),
    ("militant", "militants", true),
    ("insurgents", "insurgents", true),
    ("rebels", "rebels", true),
    ("rebel", "rebels", true),
    ("extremists", "militants", true),
    ("islamists", "islamist-militants", true),
    ("jihadists", "jihadists", true),
    ("jihadis", "jihadists", true),
    ("separatists", "separatists", true),
    ("guerrillas", "guerrillas", true),
    ("guerillas", "guerrillas", true),
    ("gunmen", "gunmen", false),
    ("gunman", "gunmen", false),
    ("assailants", "gunmen", false),
    ("attackers", "gunmen", false),
];

/// Whether a noun is of fighters who may be of a group spoken of before.
pub(super) fn may_be_of_group(noun: &str) -> bool {
    FIGHTERS.iter().any(|(word, _, group)| *word == noun && *group)
}

/// Whether a noun is of those who fight for no state.
fn is_of_no_state(noun: &str) -> bool {
    FIGHTERS.iter().any(|(word, ..)| *word == noun)
        || matches!(noun, "fighters" | "terrorists" | "militiamen")
}

/// Nouns of those who belong to a group and act for it.
pub(super) fn is_member(word: &str) -> bool {
    matches!(
        word,
        "commander"
            | "commanders"
            | "member"
            | "members"
            | "gunman"
            | "attacker"
            | "attackers"
            | "assailant"
            | "assailants"
            | "bomber"
            | "bombers"
            | "loyalists"
            | "group"
            | "movement"
            | "organization"
            | "organisation"
            | "official"
            | "officials"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "leadership"
    )
}

/// "a Palestinian suicide bomber": nobody whom a state sends.
pub(super) fn acts_alone(words: &Words, noun: usize) -> bool {
    matches!(words.lower(noun), "bomber" | "attacker" | "attackers" | "assailant" | "assailants")
        || noun > 0 && words.lower(noun - 1) == "suicide"
}

/// "several hundred gunmen", "7,000 foreign fighters": no state's forces. Those of the only group that the sentence names.
pub(super) fn of_no_state(scene: &Scene, count: &Counted) -> Option<Option<Named>> {
    let tokens = scene.tokens(&count.range);
    let noun = tokens.clone().last().map_or("", |at| scene.words.lower(at));
    let foreign = tokens.clone().any(|at| scene.words.lower(at) == "foreign");
    let at = || scene.words.bytes(tokens.start, tokens.start);
    if count.quantity.unit != "fighters" || !is_of_no_state(noun) {
        return None;
    }
    if foreign {
        return Some(Some(Named { key: Some("foreign-fighters".to_owned()), text: at() }));
    }
    let mut groups = scene.seen.iter().filter(|seen| seen.kind == EntityKind::ArmedGroup);
    let first = groups.next();
    let only = first.filter(|first| groups.all(|other| other.key == first.key)).and_then(armed);
    Some(only.or_else(|| called(scene, &tokens)))
}

/// What fighters are called whose noun ends a noun phrase: "Islamist militants", "pro-Assad fighters", "gunmen".
pub(super) fn called(scene: &Scene, core: &Range<usize>) -> Option<Named> {
    let words = &scene.words;
    let noun = core.end.checked_sub(1).filter(|noun| *noun >= core.start)?;
    let known = FIGHTERS.iter().find(|(word, ..)| *word == words.lower(noun)).map(|(_, called, _)| *called);
    let described = modifier(scene, core.start..noun);
    let key = match (known, &described) {
        (Some(called), None) => called.to_owned(),
        (Some(called), Some((_, by))) if called.starts_with(by.as_str()) => called.to_owned(),
        (Some(called), Some((_, by))) => format!("{by}-{called}"),
        (None, Some((_, by))) if words.lower(noun) == "fighters" => format!("{by}-fighters"),
        _ => return None,
    };
    let first = described.map_or(noun, |(at, _)| at);
    Some(Named { key: Some(key), text: words.bytes(first, noun) })
}

/// The word that says which fighters they are: a nation, a faith, or for whom they are.
fn modifier(scene: &Scene, before: Range<usize>) -> Option<(usize, String)> {
    let words = &scene.words;
    let at = before.rev().find(|at| {
        let word = &words.list[*at];
        let named = || scene.seen_in(&(*at..at + 1)).any(|seen| seen.is_demonym);
        // What opens the sentence has a capital anyway.
        let proper = || word.capital && (*at > 0 || named() || is_creed(words.lower(*at)));
        word.kind == Kind::Word
            && !words.is(*at, Small::DETERMINER)
            && (names_side(words.lower(*at)) || proper())
    })?;
    let word = words.lower(at);
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let by = if word == "islamic" { "islamist" } else { word };
    plain.then(|| (at, by.to_owned()))
}

fn is_creed(word: &str) -> bool {
    matches!(word, "islamist" | "islamic" | "sunni" | "shiite" | "shia" | "maoist" | "communist")
}

/// "pro-government", "Iranian-backed"
fn names_side(word: &str) -> bool {
    ["pro-", "anti-"].iter().any(|side| word.starts_with(side))
        || ["-backed", "-allied", "-aligned", "-linked"].iter().any(|side| word.ends_with(side))
}

impl Search<'_, '_> {
    /// Fighters of no known group, or of the group that the sentences before speak of.
    pub(super) fn irregulars(&self, core: &Range<usize>) -> Option<Named> {
        let words = &self.scene.words;
        let called = called(self.scene, core)?;
        let noun = core.end - 1;
        // "Attackers": what they do is all that is said.
        if matches!(words.lower(noun), "assailants" | "attackers") {
            return None;
        }
        let bare = self.scene.tokens(&called.text).len() == 1;
        let told = || {
            let group = |seen: &&Seen| seen.kind == EntityKind::ArmedGroup;
            let scenes = (0..REACH).map_while(|back| self.memory?.scene_before(back));
            let mut groups = scenes.filter_map(|scene| Some(scene.seen.iter().rfind(group)?.key.to_owned()));
            let key = groups.next()?;
            Some(Named { key: Some(key), text: called.text.clone() })
        };
        let group = if bare && may_be_of_group(words.lower(noun)) { told() } else { None };
        group.or(Some(called))
    }
}

/// Sentences that a group is looked for in.
const REACH: usize = 3;
