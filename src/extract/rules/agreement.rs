//! A deal is reached or signed. Finds "agreed Sunday to a cease-fire", "was signed Sept. 5".

use super::{Roles, Rule};
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::grammar::insertion::{antecedent, subject_noun};
use crate::extract::matter::{is_actor, is_commerce, is_public};
use crate::extract::scene::{Counting, Scene};
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "agreement",
    predicate: Predicate::Agreement,
    roles: Roles::Parties,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    if is_commerce(scene) {
        return false;
    }
    let found = &scene.heads[head];
    if found.is_verb() {
        // "agreed in a poll"
        if super::near(scene, head, 6, |word| matches!(word, "poll" | "polls" | "survey"))
            || signs_order(scene, found)
        {
            return false;
        }
        if scene.words.lower(found.token).starts_with("accept") {
            let object = found.last + 1..(found.last + 12).min(scene.words.len());
            return object.into_iter().any(|at| is_deal(scene.words.lower(at)));
        }
        if REACHING.iter().any(|stem| scene.words.lower(found.token).starts_with(stem)) {
            return is_reached(scene, found);
        }
        // "the deal over the city, which lies in the north, was agreed": what is said of the deal is.
        let deal = |noun: &Head| noun.is_cue_of(Predicate::Agreement);
        if found.passive && subject_noun(&scene.words, &scene.heads, head, deal).is_some() {
            return true;
        }
        let sides = super::near(scene, head, 8, is_actor);
        return sides || super::parties_near(scene, head) || super::near(scene, head, 6, is_deal);
    }
    // "reached a provisional arrangement"
    if matches!(scene.words.lower(found.token), "arrangement" | "understanding") {
        let verb = scene.heads[..head].last();
        return verb.is_some_and(|verb| {
            let word = scene.words.lower(verb.token);
            verb.is_verb()
                && verb.last + 5 > found.token
                && ["reach", "sign"].iter().any(|stem| word.starts_with(stem))
        });
    }
    if scene.words.lower(found.token) == "cessation" {
        return scene.words.lower(found.last + 1) == "of"
            && matches!(scene.words.lower(found.last + 2), "hostilities" | "fighting" | "violence");
    }
    !is_idiom(scene, found)
        && !is_celebrated(scene, found)
        && !is_business(scene)
        && !is_in_doubt(scene, found)
        && !signs_order(scene, found)
}

/// "the pact was in jeopardy on Tuesday": nothing becomes of it.
fn is_in_doubt(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    (found.last + 1..(found.last + 5).min(words.len())).any(|at| {
        words.is(at, Small::BE)
            && words.lower(at + 1) == "in"
            && matches!(
                words.lower(at + 2),
                "jeopardy" | "danger" | "doubt" | "limbo" | "trouble" | "question"
            )
    })
}

/// "cease-fire celebrations", "in celebration of the truce": the day on which it is celebrated.
fn is_celebrated(scene: &Scene, found: &Head) -> bool {
    let celebrates =
        |word: &str| ["celebrat", "rall", "anniversar", "festiv"].iter().any(|stem| word.starts_with(stem));
    let before = found.first.saturating_sub(3)..found.first;
    celebrates(scene.words.lower(found.last + 1))
        || before.into_iter().any(|at| scene.words.lower(at).starts_with("celebrat"))
}

/// "a great deal of rain", "of his own accord"
fn is_idiom(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let before = words.lower(found.token.wrapping_sub(1));
    matches!(before, "great" | "good") && words.lower(found.last + 1) == "of" || before == "own"
}

/// "a $3 billion deal to buy a rival": money, and neither states nor armies.
fn is_business(scene: &Scene) -> bool {
    scene.counts.iter().any(|count| count.counting == Counting::Money) && !is_public(scene)
}

/// "an order that the president will sign", "signed a bill": what one side signs is no deal.
fn signs_order(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let near = found.first.saturating_sub(12)..(found.last + 8).min(words.len());
    let order = |at: usize| {
        matches!(
            words.lower(at),
            "order"
                | "orders"
                | "decree"
                | "bill"
                | "act"
                | "law"
                | "legislation"
                | "waiver"
                | "proclamation"
                | "directive"
        )
    };
    words.lower(found.token).starts_with("sign")
        && near.clone().any(order)
        && !near.clone().any(|at| is_deal(words.lower(at)))
}

/// Verbs of what becomes of a deal, among other things.
const REACHING: &[&str] = &["reach", "str", "clinch", "conclud", "hammer", "thrash", "forg", "seal"];

/// "a deal struck in May", "the truce, reached on Sunday": of an active verb the noun behind it is read.
fn is_reached(scene: &Scene, found: &Head) -> bool {
    let before = found.first.saturating_sub(4)..found.first;
    let words = &scene.words;
    let inserted =
        found.first >= 2 && words.raw(found.first - 1) == "," && is_deal(words.lower(found.first - 2));
    let passive = found.passive || found.shape == Shape::Participle || inserted;
    // "a peace plan hammered out in May"
    let planned = |at: usize| {
        matches!(words.lower(at), "plan" | "roadmap" | "settlement")
            && matches!(words.lower(at.wrapping_sub(1)), "peace" | "ceasefire" | "truce" | "political")
    };
    // "the pacts that the two states concluded in May"
    let told = antecedent(scene, found).is_some_and(|noun| is_deal(words.lower(noun)));
    told || planned(found.first.wrapping_sub(1))
        || passive && before.rev().any(|at| is_deal(words.lower(at)) || planned(at))
}

fn is_deal(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    matches!(one, "agreement" | "deal" | "accord" | "pact" | "ceasefire" | "cease-fire" | "truce")
        || matches!(word, "treaty" | "treaties" | "protocol" | "protocols")
}
