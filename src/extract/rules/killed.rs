//! People are killed. Finds "killed at least 25", "12 dead", "the death toll rose to 45".

use super::{Roles, Rule, people};
use crate::extract::amount::toll::is_put;
use crate::extract::matter::is_commerce;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::{EntityKind, Predicate};

pub(super) const RULE: Rule = Rule {
    id: "killed",
    predicate: Predicate::Killed,
    roles: Roles::Victims,
    accepts,
    counts: people,
    dated: false,
    denied: false,
};

/// "death warrants", "a death sentence": nobody has died.
const COMPOUNDS: &[&str] = &[
    "warrant",
    "warrants",
    "penalty",
    "penalties",
    "sentence",
    "sentences",
    "squad",
    "squads",
    "threat",
    "threats",
    "row",
    "camp",
    "camps",
];

fn accepts(scene: &Scene, head: usize) -> bool {
    if super::is_threatened(scene, head) || super::is_of_disease(scene) {
        return false;
    }
    let word = scene.words.lower(scene.heads[head].token);
    if word.starts_with("claim") {
        return scene.heads[head].last > scene.heads[head].token;
    }
    let found = &scene.heads[head];
    if found.is_verb() && matches!(word, "lose" | "loses" | "lost" | "losing") && found.last == found.token {
        return loses_lives(scene, head);
    }
    let next = scene.words.lower(scene.heads[head].last + 1);
    if word == "death" && COMPOUNDS.contains(&next) {
        return false;
    }
    // "the 15-member body": a council.
    if word == "body" && scene.words.lower(found.token.saturating_sub(1)).ends_with("member") {
        return false;
    }
    if word == "victims" {
        // "the victims of the blast in Homs included"
        let included = (found.last + 1..found.last + 9).find(|at| scene.words.is(*at, Small::NUMBERING));
        let of = included.filter(|_| scene.words.lower(found.last + 1) == "of");
        let plain = |end: usize| {
            !scene.heads.iter().any(|other| other.is_verb() && (found.last + 1..end).contains(&other.token))
        };
        // "six of the victims left hospital in a good condition"
        let alive = (found.last + 1..found.last + 7)
            .any(|at| matches!(scene.words.lower(at), "condition" | "treated" | "discharged" | "hospital"));
        if alive {
            return false;
        }
        return of.is_some_and(plain)
            || scene.words.is(scene.heads[head].token + 1, Small::NUMBERING)
            || scene.words.lower(found.token + 1) == "also"
            // "the victims were 14 soldiers"
            || matches!(scene.words.lower(found.token + 1), "are" | "were")
                && scene.counts.iter().any(|count| scene.tokens(&count.range).start == found.token + 2)
            || scene.words.lower(0) == "among"
            || scene.words.lower(scene.heads[head].token.saturating_sub(2)) == "among";
    }
    // "taking the army's losses to 11"
    let verb = head.checked_sub(1).map(|before| &scene.heads[before]).filter(|verb| verb.is_verb());
    let raised = verb.is_some_and(|verb| {
        let word = scene.words.lower(verb.token);
        let raises =
            ["bring", "brought", "tak", "took", "push", "rais"].iter().any(|stem| word.starts_with(stem));
        raises && verb.last + 5 > found.token
    });
    let to = || {
        (found.last + 1..found.last + 12).any(|at| {
            scene.words.lower(at) == "to"
                && scene.counts.iter().any(|count| scene.tokens(&count.range).start == at + 1)
        })
    };
    if word == "losses" && raised && to() {
        return true;
    }
    // "put its losses at 974"
    let put = (found.last + 1..found.last + 8).any(|at| is_put(scene, found, at));
    if matches!(word, "losses" | "deaths") && put {
        return true;
    }
    let spared = [
        "sav", "spar", "chang", "improv", "rebuil", "threat", "endanger", "risk", "jeopard", "protect",
        "wast",
    ];
    // "revised the toll to 13": how many it counts.
    if matches!(word, "toll" | "tolls") {
        let counted = (found.last + 1..(found.last + 17).min(scene.words.len())).any(|at| {
            matches!(scene.words.lower(at), "to" | "at" | "from" | "past" | "above" | "beyond")
                && scene.counts.iter().any(|count| scene.tokens(&count.range).start == at + 1)
        });
        // "The Palestinian toll now tops 425"
        let numbers = (found.last + 1..found.last + 5).any(|at| scene.words.is(at, Small::NUMBERING));
        if (counted || numbers)
            && !super::near(scene, head, 6, |word| {
                matches!(word, "road" | "traffic" | "virus" | "coronavirus")
            })
        {
            return true;
        }
    }
    // "casualties included 12 wounded soldiers": the words behind say what became of them.
    if word == "casualties" && scene.words.lower(found.last + 1).starts_with("includ") {
        return false;
    }
    // "suffered several losses of territory"
    if matches!(word, "loss" | "losses")
        && scene.words.lower(found.last + 1) == "of"
        && matches!(
            scene.words.lower(found.last + 2),
            "territory" | "ground" | "land" | "equipment" | "tanks" | "aircraft" | "money" | "power" | "jobs"
        )
    {
        return false;
    }
    if word == "lives" && super::near(scene, head, 6, |word| spared.iter().any(|stem| word.starts_with(stem)))
    {
        return false;
    }
    !matches!(word, "lives" | "loss" | "losses" | "toll")
        || super::near(scene, head, 6, |word| matches!(word, "death" | "of" | "cost" | "claimed" | "lost"))
}

/// "lost 70 soldiers", "Israel has lost 13 people", "we have lost 120 of our people": a party loses members, a country jobs.
fn loses_lives(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    if found.passive {
        return scene.troop_heads.contains(&head);
    }
    // An army that loses soldiers loses them for good.
    let men = super::near(scene, head, 5, |word| word == "men") && super::forces_near(scene, head, 8);
    if men || scene.troop_heads.contains(&head) {
        return true;
    }
    let next = found.last + 1;
    let counted = |whom: &[&str]| {
        scene.counts.iter().any(|count| {
            let tokens = scene.tokens(&count.range);
            (next..next + 2).contains(&tokens.start)
                && tokens.clone().any(|at| whom.contains(&scene.words.lower(at)))
        })
    };
    let any = |words: &[&str]| (0..scene.words.len()).any(|at| words.contains(&scene.words.lower(at)));
    // People are lost where there is fighting, and by those who fight.
    let fought = any(&["war", "fighting", "battle", "conflict", "rockets", "offensive"])
        || (0..scene.words.len()).any(|at| scene.words.entry(at).about.deed);
    let before = found.first.saturating_sub(3)..found.first;
    // "We have lost 11 people"
    let side = scene.seen_in(&before).any(|seen| seen.is_armed() || seen.kind == EntityKind::Country)
        || !is_commerce(scene)
            && (found.first.saturating_sub(1)..found.first).any(|at| scene.words.lower(at) == "we");
    let moved = any(&["population", "census", "emigration", "jobs", "births"]);
    counted(&["our"]) && !is_commerce(scene)
        || counted(&["people", "men", "civilians"]) && (fought || side) && !moved
}
