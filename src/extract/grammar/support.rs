//! Verbs that say of an event no more than that it takes place, and those that say something else of it.

use super::heads::{Head, Shape};
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::{Kind, is_one_of};

/// Whether a verb says no more than that the noun takes place, begins or is over.
pub(in crate::extract) fn is_support(scene: &Scene, head: &Head) -> bool {
    // "the mission will be over" says more.
    let says_more = head.class == Some(Class::Be) && !head.predicates.is_empty();
    // "12 attacks were reported"
    let noted = head.passive && is_one_of(NOTED, scene.words.lower(head.token));
    let word = scene.words.lower(head.token);
    let shifted = head.passive && is_shifted(scene, head);
    // "a truce went into effect", "entered into force"
    let in_force = matches!(word, "go" | "goes" | "went" | "going" | "gone" | "enter" | "enters" | "entered")
        && (head.token + 1..head.token + 3).any(|at| matches!(scene.words.lower(at), "effect" | "force"));
    head.is_verb() && !says_more && (noted || shifted || in_force || is_one_of(SUPPORT, word))
}

/// "was brought forward to May", "pushed back": an event that is moved to another day.
pub(in crate::extract) fn is_shifted(scene: &Scene, head: &Head) -> bool {
    matches!(scene.words.lower(head.token), "brought" | "moved" | "pushed" | "put" | "shifted")
        && (head.token + 1..head.token + 3)
            .any(|at| matches!(scene.words.lower(at), "forward" | "back" | "off" | "up"))
}

/// What is done about an event by those who count them.
const NOTED: &[&str] = &["reported", "recorded", "registered", "documented"];

/// Verbs that lend a noun its verb: "talks were held", "the pullout was completed", "carried out an attack".
const SUPPORT: &[&str] = &[
    "be",
    "is",
    "are",
    "was",
    "were",
    "been",
    "come",
    "comes",
    "came",
    "coming",
    "occur",
    "occurs",
    "occurred",
    "occurring",
    "happen",
    "happens",
    "happened",
    "take",
    "takes",
    "took",
    "taken",
    "taking",
    "begin",
    "begins",
    "began",
    "begun",
    "beginning",
    "start",
    "starts",
    "started",
    "starting",
    "open",
    "opens",
    "opened",
    "opening",
    "resume",
    "resumes",
    "resumed",
    "resuming",
    "continue",
    "continues",
    "continued",
    "hold",
    "holds",
    "held",
    "holding",
    "host",
    "hosts",
    "hosted",
    "hosting",
    "launch",
    "launches",
    "launched",
    "launching",
    "carry",
    "carries",
    "carried",
    "carrying",
    "conduct",
    "conducts",
    "conducted",
    "conducting",
    "stage",
    "staged",
    "mount",
    "mounted",
    "complete",
    "completes",
    "completed",
    "completing",
    "finish",
    "finishes",
    "finished",
    "finishing",
    "end",
    "ends",
    "ended",
    "ending",
    "conclude",
    "concludes",
    "concluded",
    "concluding",
    "collapse",
    "collapses",
    "collapsed",
    "suspend",
    "suspended",
    "postpone",
    "postponed",
    "delay",
    "delayed",
    "schedule",
    "scheduled",
    "slated",
    "planned",
    "expected",
    "sign",
    "signs",
    "signed",
    "reach",
    "reaches",
    "reached",
    "expire",
    "expires",
    "expired",
    "convene",
    "convened",
    "attend",
    "attended",
    "make",
    "made",
    "paid",
    "pay",
    "close",
    "closes",
    "closed",
    "wrap",
    "wraps",
    "wrapped",
    "kick",
    "kicks",
    "kicked",
    "adjourned",
    "reconvene",
    "reconvened",
    "stalled",
    "faltered",
    "failed",
    "foundered",
    "got",
    "gets",
    "win",
    "wins",
    "won",
    "see",
    "sees",
    "saw",
    "witness",
    "witnessed",
];

/// Beginnings of verbs for what is done about a deal that others made.
pub(in crate::extract) const REACTIONS: &[&str] = &[
    "hail", "welcom", "prais", "applaud", "critici", "condemn", "denounc", "slam", "lambast", "defend",
    "dismiss", "violat", "broke", "break", "breach", "mention", "recall", "mark", "celebrat", "quit",
    "abandon", "annul",
];

/// Beginnings of verbs for going to an event, or staying away from it.
const ATTENDING: &[&str] =
    &["attend", "join", "boycott", "contest", "skip", "monitor", "observ", "watch", "address", "take"];

/// "hopes of talks rose on Sunday": the hopes rose.
pub(in crate::extract) fn is_hoped_for(scene: &Scene, noun: &Head) -> bool {
    let words = &scene.words;
    let linked = (1..=4)
        .filter_map(|back| noun.token.checked_sub(back))
        .take_while(|at| words.list[*at].kind == Kind::Word)
        .find(|at| words.is(*at, Small::PREPOSITION))
        .filter(|at| matches!(words.lower(*at), "of" | "for" | "about" | "over" | "on"));
    // "efforts to forge a truce resumed": the efforts did.
    let forged = scene.heads.iter().any(|head| {
        let gap = head.last + 1..noun.first;
        head.shape == Shape::Infinitive
            // "to join the elections planned for May": they are held all the same.
            && !ATTENDING.iter().any(|stem| words.lower(head.token).starts_with(stem))
            && gap.len() <= 4
            && head.last < noun.first
            && gap.clone().all(|at| words.list[at].kind == Kind::Word && !words.is(at, Small::PREPOSITION))
    });
    forged
        || linked.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
            matches!(
                words.lower(at),
                "hope"
                    | "hopes"
                    | "prospect"
                    | "prospects"
                    | "chance"
                    | "chances"
                    | "fear"
                    | "fears"
                    | "expectations"
                    | "speculation"
                    | "calls"
                    | "demands"
                    | "doubts"
                    | "pressure"
                    | "optimism"
                    | "rumors"
                    | "rumours"
                    | "opposition"
                    | "support"
            )
        })
}
