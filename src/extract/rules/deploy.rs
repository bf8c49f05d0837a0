//! Forces go or are sent. Finds "sent 450 troops to", "the deployment of". Not ministers arriving, nor parcels sent.

use super::{Roles, Rule, troops};
use crate::extract::function_words::Small;
use crate::extract::heads::{Head, Shape};
use crate::extract::scene::Scene;
use crate::model::vocabulary::{Predicate, Relation};

pub(super) const RULE: Rule = Rule {
    id: "deploy",
    predicate: Predicate::Deploy,
    roles: Roles::Forces,
    accepts,
    counts: troops,
    dated: true,
    denied: true,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let word = scene.words.lower(scene.heads[head].token);
    let head_found = &scene.heads[head];
    let direct_to = head_found.last == head_found.token + 1 || head_found.passive;
    if word.starts_with("add") && (scene.words.lower(head_found.last + 1) == "to" || direct_to) {
        return false;
    }
    let task = if head_found.passive {
        head_found.first.saturating_sub(8)..head_found.first
    } else {
        head_found.last + 1..head_found.last + 6
    };
    if word.starts_with("transfer") && task.into_iter().any(|at| scene.words.entry(at).about.handed) {
        return false;
    }
    if word.starts_with("put") && !puts_forces(scene, head_found) {
        return false;
    }
    let are = head_found.passive
        && matches!(scene.words.lower(head_found.first), "is" | "are")
        && !matches!(scene.words.lower(head_found.first + 1), "to" | "being");
    // "deployed in April": with a date of its own it is the move, not the stay.
    let dated = || {
        scene.dates.iter().any(|date| {
            scene.tokens(&date.range).start == head_found.last + 1 && date.when.relation == Relation::On
        })
    };
    let reduced =
        head_found.shape == Shape::Participle && scene.words.lower(head_found.last + 1) != "to" && !dated();
    if word == "deployed" && (are || reduced) {
        // "are deployed in", "there are soldiers deployed": they are there.
        return false;
    }
    if word.starts_with("order") {
        let goal = head_found.last + 1..(head_found.last + 6).min(scene.words.len());
        let carried = head_found.last > head_found.token + 1 && scene.troop_heads.contains(&head);
        return carried && scene.seen_in(&goal).any(crate::extract::scene::Seen::is_place);
    }
    if GIVING.iter().any(|stem| word.starts_with(stem)) {
        return head_found.is_verb() && scene.troop_heads.contains(&head);
    }
    if GOING.iter().any(|stem| word.starts_with(stem)) && head_found.last > head_found.token {
        // "went to the coast", not "went to vote", "went to war", "goes to trial".
        let to = scene.words.list.get(head_found.last + 1);
        let behind = head_found.last + 1..(head_found.last + 5).min(scene.words.len());
        let somewhere = to.is_some_and(|next| next.capital)
            || scene.words.is(head_found.last + 1, Small::DETERMINER)
            || scene.seen_in(&behind).any(crate::extract::scene::Seen::is_place);
        let elsewhere = super::near(scene, head, 4, |word| {
            matches!(word, "polls" | "hospital" | "church" | "court" | "rescue" | "aid")
        });
        // "gone over to the ministry" is no move; "flew 200 soldiers to Juba" is.
        let counted = scene.troop_heads.contains(&head);
        let crosses = word.starts_with("cross");
        let direct = head_found.last == head_found.token + 1;
        let told = matches!(head_found.shape, Shape::Finite | Shape::Infinitive) && !crosses;
        let into = scene.seen_in(&behind).any(crate::extract::scene::Seen::is_place);
        let carries = ["fly", "flew", "flies", "flown", "sail", "driv", "drove"]
            .iter()
            .any(|stem| word.starts_with(stem));
        let moves =
            counted && (direct || carries) || direct && told && into && super::forces_named(scene, head, 8);
        return head_found.is_verb() && moves && somewhere && !elsewhere;
    }
    let common = [
        "return",
        "head",
        "arriv",
        "enter",
        "mov",
        "add",
        "commit",
        "land",
        "boost",
        "build",
        "shift",
        "transfer",
        "relocat",
        "brought",
        "bring",
        "rotat",
        "bolster",
        "beef",
        "influx",
        "infiltrat",
    ];
    if common.iter().any(|stem| word.starts_with(stem)) {
        // What anybody may do must be said of forces.
        return super::forces_named(scene, head, 10);
    }
    // "the first deployments took place", "since they deployed there": that of which the article tells.
    let before = scene.words.lower(head_found.first.wrapping_sub(1));
    let told = match word {
        "deployment" | "deployments" | "redeployment" => {
            matches!(before, "first" | "initial" | "latest" | "second")
                && scene.words.lower(head_found.last + 1) != "of"
        }
        "deployed" | "redeployed" => matches!(before, "they" | "we"),
        "sent" | "dispatched" | "despatched" | "rushed" | "airlifted" | "moved" => {
            head_found.passive
                && matches!(before, "they" | "we" | "who")
                && to_serve(scene, head_found.last + 1)
        }
        _ => false,
    };
    let sends = ["send", "sent", "dispatch", "despatch", "rush", "ship"];
    if head_found.is_verb()
        && !head_found.passive
        && head_found.shape != Shape::Participle
        && sends.iter().any(|stem| word.starts_with(stem))
        && !scene.troop_heads.contains(&head)
        // "the troops sent to pacify the country"
        && !matches!(scene.words.lower(head_found.last + 1), "to" | "into" | "in" | "from" | "there")
    {
        return sends_forces(scene, head_found.last + 1);
    }
    told || super::forces_near(scene, head, 6)
}

/// "sent troops to the border", not "sent a letter to the army": what stands before the goal is sent.
fn sends_forces(scene: &Scene, from: usize) -> bool {
    let goal = |at: &usize| matches!(scene.words.lower(*at), "to" | "into" | "toward" | "towards" | "that");
    let end =
        (from..(from + 9).min(scene.words.len())).find(goal).unwrap_or((from + 7).min(scene.words.len()));
    let object = from..end;
    object.clone().any(|at| scene.words.entry(at).about.force)
        || scene.seen_in(&object).any(crate::extract::scene::Seen::is_armed)
}

/// Verbs of going, which need where to.
const GOING: &[&str] = &[
    "go", "flock", "stream", "pour", "flood", "march", "fan", "went", "fly", "flew", "flown", "flies",
    "sail", "driv", "drove", "roll", "rumbl", "sweep", "swept", "storm", "advanc", "push", "cross", "slip",
    "parachut",
];

/// Verbs of giving, which need forces that are given: "offered 200 soldiers".
const GIVING: &[&str] =
    &["offer", "promis", "pledg", "provid", "suppl", "lend", "lent", "volunteer", "donat", "put"];

/// "they were sent to support the army", "as reinforcements": what forces are sent for.
fn to_serve(scene: &Scene, at: usize) -> bool {
    let words = &scene.words;
    let serves = |word: &str| SERVICE.contains(&word);
    let to = (at..at + 5).find(|at| matches!(words.lower(*at), "to" | "as"));
    to.is_some_and(|to| (to + 1..to + 4).any(|at| serves(words.lower(at))))
}

/// What forces do where they are sent.
const SERVICE: &[&str] = &[
    "aid",
    "assist",
    "back",
    "bolster",
    "combat",
    "defend",
    "fight",
    "guard",
    "help",
    "patrol",
    "peacekeepers",
    "police",
    "protect",
    "quell",
    "reinforce",
    "reinforcements",
    "relieve",
    "repel",
    "secure",
    "shore",
    "support",
    "train",
    "trainers",
    "advisers",
];

/// "put 40,000 troops in the region", not "puts the number of troops at": those counted stand between verb and place.
fn puts_forces(scene: &Scene, found: &Head) -> bool {
    let object = found.token + 1..found.last;
    !found.passive
        && scene
            .counts
            .iter()
            .any(|count| troops(count) && object.contains(&scene.tokens(&count.range).start))
}
