//! The place that a verb has as its object: what is invaded, attacked, visited or handed over.

use super::ground::has_ground;
use super::located::led_by;
use crate::extract::events::Event;
use crate::extract::grammar::company::is_to_fight;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate, PredicateGroup};

/// The place that an event's verb is done to: behind an active verb, before a passive one.
pub(super) fn target<'s>(scene: &'s Scene, event: &Event) -> Option<&'s Seen<'s>> {
    let head = &scene.heads[event.head?];
    if event.rule.predicate == Predicate::Agreement && head.is_verb() {
        return settled_for(scene, head).or_else(|| {
            let participle = head.shape == Shape::Participle;
            participle.then(|| right_behind(scene, head))?
        });
    }
    if event.rule.predicate == Predicate::Agreement && head.shape == Shape::Noun {
        return settled_in(scene, head).or_else(|| target_of(scene, event.rule.predicate, head));
    }
    let moves = matches!(event.rule.predicate, Predicate::Withdraw | Predicate::Talks);
    if moves && head.class == Some(Class::Be) {
        // "be out of Helmand", "is in Geneva for talks on aid to Sudan"
        let behind = head.last + 1..(head.last + 4).min(scene.words.len());
        return scene.seen_in(&behind).find(|seen| seen.is_place());
    }
    if event.rule.predicate == Predicate::Stationed && is_host(scene, head) {
        return before(scene, head);
    }
    if event.rule.predicate == Predicate::Deploy {
        return war(scene, head).or_else(|| goal(scene, head));
    }
    if event.rule.predicate == Predicate::Talks && head.shape == Shape::Noun {
        return seat(scene, head);
    }
    target_of(scene, event.rule.predicate, head)
}

/// "a deal signed in Bonn": where the participle right behind says it was made.
fn settled_in<'s>(scene: &'s Scene, head: &Head) -> Option<&'s Seen<'s>> {
    let made = scene
        .heads
        .iter()
        .find(|other| other.first == head.last + 1 && matches!(other.shape, Shape::Participle))?;
    right_behind(scene, made)
}

/// "signed in Bonn": the place that the words right behind a verb lead.
fn right_behind<'s>(scene: &'s Scene, verb: &Head) -> Option<&'s Seen<'s>> {
    let behind = verb.last + 1..(verb.last + 4).min(scene.words.len());
    scene
        .seen_in(&behind)
        .find(|seen| seen.is_place() && led_by(&scene.words, seen).is_some_and(|led| led == verb.last + 1))
}

/// "a deployment of 3,000 soldiers from Fort Hood to Kuwait", "authorised 375 officers for Mali": where forces go, whatever
/// other place stands before it.
fn goal<'s>(scene: &'s Scene, head: &Head) -> Option<&'s Seen<'s>> {
    let words = &scene.words;
    let moves =
        |other: &&Head| !other.is_cue_of(Predicate::Deploy) && other.is_verb() && other.token > head.last;
    let end = scene.heads.iter().find(moves).map_or(words.len(), |other| other.first);
    // "landed on Haitian soil"
    let ground = |seen: &&Seen| {
        let end = scene.tokens(&seen.range).end;
        seen.kind == EntityKind::Country && matches!(words.lower(end), "soil" | "territory")
    };
    let behind = head.last + 1..(head.last + 4).min(words.len());
    if let Some(soil) = scene.seen_in(&behind).find(ground) {
        return Some(soil);
    }
    let given = GRANTING.iter().any(|stem| words.lower(head.token).starts_with(stem));
    scene.seen_in(&(head.last + 1..end.min(head.last + 30).max(head.last + 1))).find(|seen| {
        let led = led_by(words, seen).map_or("", |led| words.lower(led));
        let start = scene.tokens(&seen.range).start;
        let given = || given && start > 0 && words.lower(start - 1) == "for";
        seen.is_place() && (matches!(led, "to" | "into") || given())
    })
}

/// "have left Europe to fight in Syria": where the war is that they go to.
fn war<'s>(scene: &'s Scene, head: &Head) -> Option<&'s Seen<'s>> {
    let fight = (head.last + 1..head.last + 8).find(|at| is_to_fight(&scene.words, *at))?;
    let behind = fight..(fight + 7).min(scene.words.len());
    scene.seen_in(&behind).find(|seen| {
        let led = led_by(&scene.words, seen).map_or("", |led| scene.words.lower(led));
        seen.is_place() && matches!(led, "in" | "inside")
    })
}

/// "is in Vienna for a meeting on Iraq": where somebody is for it.
fn seat<'s>(scene: &'s Scene, head: &Head) -> Option<&'s Seen<'s>> {
    let words = &scene.words;
    let led = (head.first.saturating_sub(5)..head.first).rev().find(|at| words.lower(*at) == "for")?;
    let there = |seen: &&Seen| {
        seen.is_place()
            && scene.tokens(&seen.range).end == led
            && led_by(words, seen).is_some_and(|at| matches!(words.lower(at), "in" | "at"))
    };
    scene.seen.iter().find(there)
}

/// Verbs of those who grant forces for a mission.
const GRANTING: &[&str] = &["authori", "approv", "pledg", "promis", "provid", "offer"];

/// "Baidoa hosts 350 soldiers", "Mali is home to": the subject is where they are.
fn is_host(scene: &Scene, head: &Head) -> bool {
    let word = scene.words.lower(head.token);
    let hosts = ["host", "hous", "harbor", "harbour"].iter().any(|stem| word.starts_with(stem));
    let home = head.class == Some(Class::Be) && scene.words.lower(head.last) == "to";
    head.is_verb() && !head.passive && (hosts || home)
}

/// The place that a verb of a predicate is done to.
pub(super) fn target_of<'s>(scene: &'s Scene, predicate: Predicate, head: &Head) -> Option<&'s Seen<'s>> {
    if !head.is_verb() || !takes_places(scene, predicate, head) {
        return None;
    }
    if predicate == Predicate::Invade && head.shape == Shape::Participle {
        return antecedent(scene, head);
    }
    // "the port passed to Chinese rule"
    let passes = ["pass", "revert"].iter().any(|stem| scene.words.lower(head.token).starts_with(stem));
    if head.passive || passes { before(scene, head) } else { behind(scene, head) }
}

/// "the invasion of Iraq", "a strike by Hamas against Israel": the place that a noun of violence or war has as its
/// object.
pub(super) fn struck<'s>(scene: &'s Scene, head: &Head, predicate: Predicate) -> Option<&'s Seen<'s>> {
    if head.shape != Shape::Noun {
        return None;
    }
    let led = |at: usize| match scene.words.lower(at) {
        "of" => at == head.last + 1,
        "against" => true,
        "on" => predicate.group() == PredicateGroup::Violence,
        // "a ceasefire for Syria"
        "for" => at == head.last + 1 && predicate == Predicate::Agreement,
        _ => false,
    };
    // What the noun takes stands before the next verb.
    let verb = scene.heads.iter().find(|other| other.token > head.last && other.is_verb());
    let end = verb.map_or(scene.words.len(), |verb| verb.first).min(head.last + 12);
    (head.last + 1..end).filter(|at| led(*at)).find_map(|at| {
        let reach = at..(at + 5).min(scene.words.len());
        // "the bombing of the U.S. embassies": whose they are is not where.
        // "the bombings of Kenyan beach hotels"
        let hit = |seen: &&Seen| {
            seen.is_place() && !super::is_adjective(&scene.words, scene.tokens(&seen.range).end)
                || seen.is_demonym && has_ground(scene, seen)
        };
        scene.seen_in(&reach).find(hit)
    })
}

/// "Iraq, invaded by its neighbour in May": the place right before a participle.
fn antecedent<'s>(scene: &'s Scene, head: &Head) -> Option<&'s Seen<'s>> {
    let before = head.first.checked_sub(1)?;
    let end = if scene.words.mark(before) == b',' { before } else { head.first };
    scene.seen.iter().find(|seen| seen.is_place() && scene.tokens(&seen.range).end == end)
}

/// "brokered a ceasefire for Syria"
fn settled_for<'s>(scene: &'s Scene, head: &Head) -> Option<&'s Seen<'s>> {
    let object =
        scene.heads.iter().find(|noun| noun.token > head.last && noun.is_cue_of(Predicate::Agreement))?;
    let led = object.last + 1;
    let behind = led + 1..(led + 3).min(scene.words.len());
    let found = scene.seen_in(&behind).find(|seen| seen.is_place());
    found.filter(|_| object.token <= head.last + 5 && scene.words.lower(led) == "for")
}

/// What has places as its object.
fn takes_places(scene: &Scene, predicate: Predicate, head: &Head) -> bool {
    match predicate {
        Predicate::Invade | Predicate::Attack | Predicate::Transfer => true,
        Predicate::Talks => scene.words.lower(head.token).starts_with("visit"),
        _ => false,
    }
}

/// "invaded Iran", "handed over Bagram air base": nothing but the verb's particle and adjectives between.
fn behind<'s>(scene: &'s Scene, head: &Head) -> Option<&'s Seen<'s>> {
    let words = &scene.words;
    let plain = |at: &usize| {
        words.list[*at].kind == Kind::Word
            && (!words.is(*at, Small::PREPOSITION) || matches!(words.lower(*at), "over" | "of"))
    };
    let end = (head.token + 1..(head.token + 7).min(words.len()))
        .take_while(plain)
        .last()
        .map_or(head.token + 1, |last| last + 1);
    // The name may have words of place of its own: "the U.S. consulate in Benghazi".
    let begins = |seen: &&Seen| (head.token + 1..end).contains(&scene.tokens(&seen.range).start);
    scene.seen.iter().find(|seen| begins(seen) && seen.is_place())
}

/// "Hungary was invaded", "control of the Green Zone would be transferred".
fn before<'s>(scene: &'s Scene, head: &Head) -> Option<&'s Seen<'s>> {
    let from = scene.heads.iter().rfind(|other| other.is_verb() && other.last < head.first);
    let clause = scene.clause(head.token);
    let start = from.map_or(clause.start, |other| other.last + 1).max(clause.start);
    let subject = start..head.first;
    scene.seen_in(&subject).find(|seen| {
        let at = scene.tokens(&seen.range).start;
        let led = at.checked_sub(1).is_some_and(|at| matches!(scene.words.lower(at), "by" | "from" | "to"));
        seen.is_place() && !led && head.shape != Shape::Participle
    })
}
