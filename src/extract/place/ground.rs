//! Ground that a name says whose it is: "Iraq's north", "Egyptian beach resorts", "the Syrian civil war", "the Gaza war".

use super::located::{is_of_compound, lies_beside};
use crate::extract::grammar::heads::Shape;
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, PredicateGroup};
use crate::text::WordSet;

/// Nouns of what lies in a place, and of what goes on in it, whoever is in it.
static GROUND: WordSet = WordSet::of(
    "airport capital city town province region north south east west district coast outskirts suburbs \
    streets center centre market hospital port mountains desert state territory soil neighborhood neighbourhood area \
    parliament university stadium prison cities towns villages village provinces regions districts suburb resort resorts \
    island islands countryside airspace waters jungle airports hospitals schools prisons markets \
    theater theatre church mosque bridge shrine hotel heart quarter beach nightclub cemetery bazaar slum synagogue temple jail \
    building buildings hotels beaches \
    conflict insurgency uprising crisis violence fighting revolution unrest rebellion \
    tensions strife bloodshed turmoil",
);

/// Whether a name says whose ground or strife the words behind it are of: neither an attack of its own nor an office.
pub(in crate::extract) fn has_ground(scene: &Scene, seen: &Seen) -> bool {
    let owns = scene.words.is_possessive(scene.tokens(&seen.range).end.saturating_sub(1));
    let somewhere = seen.is_place() || seen.is_demonym && seen.kind == EntityKind::Country;
    if seen.is_pronoun || !somewhere || lies_beside(&scene.words, seen) {
        return false;
    }
    if owns && seen.is_place() {
        owns_ground(scene, seen)
    } else {
        describes_ground(scene, seen) || suffers(scene, seen)
    }
}

/// "Syria has been embroiled in a civil war": the subject of what a country goes through.
fn suffers(scene: &Scene, seen: &Seen) -> bool {
    let words = &scene.words;
    let end = scene.tokens(&seen.range).end;
    let mut behind = (end..(end + 5).min(words.len()))
        .skip_while(|at| words.is(*at, Small::BE | Small::HAVE | Small::LY) || words.lower(*at) == "long");
    seen.is_place()
        && words.is(end, Small::BE | Small::HAVE)
        && behind.next().is_some_and(|at| STRICKEN.has(words.lower(at)))
}

/// What has happened to a country at war.
static STRICKEN: WordSet = WordSet::of(
    "embroiled mired engulfed plunged torn gripped racked wracked ravaged devastated roiled convulsed beset plagued riven consumed \
    suffered endured",
);

fn owns_ground(scene: &Scene, seen: &Seen) -> bool {
    let words = &scene.words;
    let end = scene.tokens(&seen.range).end;
    let mut noun = (end..(end + 6).min(words.len()))
        .take_while(|at| words.list[*at].kind == Kind::Word && !words.is(*at, Small::PREPOSITION));
    let attacks = scene.heads.iter().any(|head| {
        head.shape == Shape::Noun
            && head.predicates.any(PredicateGroup::Violence)
            && (end..end + 7).contains(&head.token)
    });
    let ground = |at: usize| {
        let word = words.lower(at);
        word == "war" || is_ground(word)
    };
    !attacks && noun.any(ground)
}

/// "Egyptian beach resorts", "the Syrian civil war", "the Gaza war", but not "the Russian war", "Iraq war veterans".
fn describes_ground(scene: &Scene, seen: &Seen) -> bool {
    let words = &scene.words;
    let end = scene.tokens(&seen.range).end;
    let ends = |at: usize| {
        at >= words.len()
            || words.list[at].kind != Kind::Word
            || words.is(at, Small::FUNCTION | Small::PREPOSITION | Small::CLAUSE | Small::HAVE | Small::MODAL)
            || scene.heads.iter().any(|head| head.is_verb() && (head.first..=head.last).contains(&at))
    };
    // "the Israel-Lebanon conflict"
    if is_of_compound(words, end) {
        return false;
    }
    let Some(noun) = (end..end + 3).take_while(|at| !ends(*at)).last().filter(|at| ends(at + 1)) else {
        return false;
    };
    let word = words.lower(noun);
    let civil = !seen.is_demonym || noun > end && words.lower(noun - 1) == "civil";
    // "an attack on an Iraqi base" that hurt others' soldiers: who keeps it is at home.
    let guests = |other: &Seen| {
        other.kind == EntityKind::Force && other.country.is_some() && other.country != Some(seen.key)
    };
    let base = || matches!(word, "base" | "bases" | "airbase" | "outpost") && scene.seen.iter().any(guests);
    is_ground(word) || word == "war" && civil || base()
}

pub(in crate::extract) fn is_ground(word: &str) -> bool {
    GROUND.has(word)
}
