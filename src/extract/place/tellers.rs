//! Places where something is said or decided, and nothing else happens.

use super::located::led_by;
use crate::extract::events::Event;
use crate::extract::grammar::heads::Shape;
use crate::extract::roles::anchor;
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Words;
use crate::model::vocabulary::{EntityKind, PredicateGroup};

/// "sources in Riyadh": where those are who say it.
pub(super) fn speaks_there(scene: &Scene, seen: &Seen) -> bool {
    let Some(led) = led_by(&scene.words, seen).filter(|at| scene.words.is(*at, Small::PREPOSITION)) else {
        return false;
    };
    let from = scene.tokens(&seen.range).start;
    let close = led + 2 >= from;
    close
        && scene
            .attributions
            .iter()
            .any(|speaker| scene.tokens(&speaker.text).end == led && speaker.text.start > 0)
}

/// "In Washington, a spokesman said the forces now number", "Speaking in Geneva, the minister said": where it is said.
pub(super) fn is_said_there(scene: &Scene, seen: &Seen, token: usize) -> bool {
    let at = scene.tokens(&seen.range).start;
    scene.heads.iter().any(|head| {
        // "…, the minister said in Paris on Friday"
        let behind = || {
            let led = led_by(&scene.words, seen);
            token < head.token
                && led.is_some_and(|led| led == head.last + 1 && scene.words.lower(led) == "in")
        };
        (at < head.token && head.token < token || behind())
            && head.class == Some(Class::Say)
            && head.predicates.is_empty()
            && head.is_verb()
            && !scene.is_beside(head.token, at)
    })
}

/// "The governor of Gao said ten people were killed": where those hold office who tell of harm, if nothing says more.
pub(in crate::extract) fn of_the_official(scene: &Scene, event: &Event) -> Option<Named> {
    let words = &scene.words;
    let harm = event.rule.predicate.group() == PredicateGroup::Violence && event.count.is_some();
    let byte = words.list.get(anchor(scene, event))?.start;
    let nearest =
        scene.attributions.iter().min_by_key(|told| told.text.start.abs_diff(byte)).filter(|_| harm)?;
    let text = scene.tokens(&nearest.text);
    let local = |at: usize| {
        matches!(
            words.lower(at),
            "governor" | "mayor" | "prefect" | "administrator" | "commissioner" | "ombudsman"
        )
    };
    let office = text.clone().any(local);
    let place = |seen: &&Seen| {
        seen.is_place() && !seen.is_demonym && !seen.is_pronoun && seen.kind != EntityKind::Country
    };
    let seat = scene.seen_in(&text).find(place).filter(|_| office)?;
    Some(Named { key: Some(seat.key.to_owned()), text: seat.range.clone() })
}

/// "agreed in Brussels to cut the force", "ministers in Paris decided to leave": where it is decided who comes and goes.
pub(super) fn is_decided_there(scene: &Scene, seen: &Seen, token: usize) -> bool {
    let words = &scene.words;
    let at = scene.tokens(&seen.range).start;
    let Some(led) = led_by(words, seen).filter(|led| at <= token && matches!(words.lower(*led), "in" | "at"))
    else {
        return false;
    };
    let moves = scene.heads.iter().find(|head| head.token == token);
    let Some(moves) = moves.filter(|head| head.shape == Shape::Infinitive) else { return false };
    let decides = scene.heads.iter().rfind(|head| head.is_verb() && head.last < moves.first);
    let of_officials = led > 0 && words.role(led - 1).is_some();
    let behind_verb =
        decides.is_some_and(|verb| verb.last < led && verb.last + 3 > led && is_deciding(words, verb.token));
    of_officials || behind_verb
}

/// Verbs of what is decided.
fn is_deciding(words: &Words, verb: usize) -> bool {
    ["agree", "decid", "vot", "resolv", "pledg", "vow", "promis", "offer", "urg", "call", "ask", "met"]
        .iter()
        .any(|stem| words.lower(verb).starts_with(stem))
}
