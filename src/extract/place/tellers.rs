//! Places where something is said or decided, and nothing else happens.

use super::located::led_by;
use crate::extract::grammar::heads::Shape;
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Words;

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
        at < head.token
            && head.token < token
            && head.class == Some(Class::Say)
            && head.predicates.is_empty()
            && head.is_verb()
            && !scene.is_beside(head.token, at)
    })
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
