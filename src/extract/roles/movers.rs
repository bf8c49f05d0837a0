//! People who move and stay as forces do though no noun says that they are troops, and those who flee.

use crate::extract::grammar::company::is_to_fight;
use crate::extract::grammar::heads::Head;
use crate::extract::matter::is_leaving;
use crate::extract::scene::{Counted, Counting, Mover, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::About;
use crate::extract::words::word::{Kind, Words, is_one_of};
use crate::quantity::is_sending;

/// Says of each count of people how they move.
/// Whether forces were spoken of at all, and in the sentence before, decides on those without a noun.
pub(in crate::extract) fn mark(
    words: &Words,
    seen: &[Seen],
    counts: &mut [Counted],
    forces_known: bool,
    forces_before: bool,
) {
    for count in counts.iter_mut().filter(|count| count.counting == Counting::People) {
        count.mover = mover(words, seen, count, forces_known);
        if forces_before && words.says_of_them(words.within(&count.range).end) {
            count.mover = Mover::Posted;
        }
        if count.mover == Mover::Posted && move_as_forces(words, count) {
            count.counting = Counting::Troops;
            count.quantity.unit = "troops".to_owned();
        }
        if are_men_of_forces(words, count) {
            count.counting = Counting::Troops;
        }
    }
}

/// "Another 300 will arrive", "some 280 have left": a bare number that moves, where forces were spoken of.
fn move_as_forces(words: &Words, count: &Counted) -> bool {
    let Some(last) = words.within(&count.range).last().filter(|at| words.list[*at].kind == Kind::Number)
    else {
        return false;
    };
    let moves =
        ["arriv", "left", "leav", "depart", "withdraw", "stay", "remain", "return", "deploy", "sent", "land"];
    let moves = |at: usize| moves.iter().any(|stem| words.lower(at).starts_with(stem));
    if is_sent(words, words.within(&count.range).start) {
        return true;
    }
    let auxiliary = |at: &usize| words.is(*at, Small::HAVE | Small::MODAL | Small::BE);
    // "about 400 of them will leave"
    let next = if words.says_of_them(last + 1) { last + 3 } else { last + 1 };
    let verb = (next..next + 3).find(|at| !auxiliary(at));
    (auxiliary(&next) || has_moved(words, next)) && verb.is_some_and(moves)
}

/// "another 600 arrived in May"
fn has_moved(words: &Words, at: usize) -> bool {
    matches!(words.lower(at), "arrived" | "landed" | "withdrew" | "departed")
}

/// "sent 3,000 more", "will add 350": right behind a verb of sending or leaving.
fn is_sent(words: &Words, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|at| is_sending(words.lower(at)))
}

/// "a battalion of 770 men", "will send 300 men": no handful, and forces that they are or somebody who sends them.
fn are_men_of_forces(words: &Words, count: &Counted) -> bool {
    let tokens = words.within(&count.range);
    let Some(last) = tokens.clone().last() else { return false };
    // "the 4,000 soldiers will join 8,500 already there"
    let already = words.list[last].kind == Kind::Number && words.lower(last + 1) == "already";
    if already && (tokens.start.saturating_sub(14)..tokens.start).any(|at| words.entry(at).about.force) {
        return true;
    }
    if words.lower(last) != "men" {
        return false;
    }
    let many = [count.quantity.low, count.quantity.best, count.quantity.high];
    let near = tokens.start.saturating_sub(4)..tokens.start;
    let forces = near.clone().any(|at| {
        words.entry(at).about.force
            || ["send", "sent", "deploy", "dispatch"].iter().any(|stem| words.lower(at).starts_with(stem))
    });
    let strong = words.lower(last + 1) == "under";
    many.into_iter().flatten().max().is_some_and(|number| number >= 20) && (forces || strong)
}

fn mover(words: &Words, seen: &[Seen], count: &Counted, forces_known: bool) -> Mover {
    let tokens = words.within(&count.range);
    let Some(last) = tokens.clone().last() else { return Mover::Nobody };
    let noun = words.lower(last);
    // "51 soldiers and police" are counted as people.
    if POSTED.contains(&noun) || words.entry(last).about.force {
        return Mover::Posted;
    }
    if matches!(noun, "members" | "member") {
        return if is_of_forces(words, seen, last) { Mover::Posted } else { Mover::Nobody };
    }
    // "282 have left": those whom the sentences before name.
    let bare = matches!(words.list[last].kind, Kind::Number)
        || noun == "more"
        || tokens.len() == 1 && words.list[last].capital;
    // "the 39,000 deployed to the border"
    if bare && matches!(words.lower(last + 1), "deployed" | "stationed" | "garrisoned") {
        return Mover::Posted;
    }
    let moves = words.is(last + 1, Small::HAVE | Small::MODAL | Small::BE) || has_moved(words, last + 1);
    if bare && forces_known && moves {
        return Mover::Posted;
    }
    if bare && forces_known && is_sent(words, tokens.start) {
        return Mover::Posted;
    }
    // "Thousands fled"
    if matches!(words.lower(last + 1), "flee" | "fled") && tokens.len() == 1 {
        return Mover::Residents;
    }
    let nationals = words.list[last].capital && noun.ends_with('s') && last > tokens.start;
    if nationals && (last + 1..last + 4).any(|at| matches!(words.lower(at), "serve" | "serving")) {
        return Mover::Posted;
    }
    if RESIDENTS.contains(&noun) || nationals { Mover::Residents } else { Mover::Nobody }
}

/// "members of the brigade", "members of the Wagner Group".
fn is_of_forces(words: &Words, seen: &[Seen], noun: usize) -> bool {
    let behind = noun + 1..(noun + 7).min(words.len());
    let About { force, .. } =
        behind.clone().map(|at| words.entry(at).about).find(|about| about.force).unwrap_or_default();
    let named = |seen: &Seen| behind.contains(&words.within(&seen.range).start) && seen.is_armed();
    words.lower(noun + 1) == "of" && (force || seen.iter().any(named))
}

/// Whether a head says that residents flee, leave their homes or come back to them, and no flood or fire drives them.
pub(in crate::extract) fn flee(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let starts = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if !scene.resident_heads.contains(&head) || !found.is_verb() || is_of_disaster(scene) {
        return false;
    }
    let behind = found.last + 1..(found.last + 7).min(scene.words.len());
    // "left Lebanon straining under 800,000 refugees": those who leave stand before the verb.
    let subject = found.passive
        || scene
            .counts
            .iter()
            .any(|count| count.mover == Mover::Residents && scene.tokens(&count.range).start < found.first);
    let homes = |at: usize| HOMES.contains(&scene.words.lower(at));
    let somewhere = || behind.clone().any(homes) || scene.seen_in(&behind).any(Seen::is_place);
    is_off_to_fight(scene, head)
        || starts(&["flee", "fled", "evacuat", "displac", "uproot"])
        // "has driven 136,000 people from their homes"
        || starts(&["driv", "drove"]) && scene.words.lower(found.last) == "homes"
        // "37,500 people have been taken out of the city"
        || starts(&["tak", "bus"]) && found.passive && scene.words.lower(found.last) == "out"
        || starts(&[
            "leav", "left", "abandon", "expel", "airlift", "return", "stream", "pour", "flock", "flood",
            "cross",
        ]) && subject
            && somewhere()
}

/// "have travelled to Syria to join the group", "went there to fight": they come as fighters.
pub(in crate::extract) fn is_off_to_fight(scene: &Scene, head: usize) -> bool {
    let words = &scene.words;
    let found = &scene.heads[head];
    let goes = [
        "left", "leav", "travel", "go", "went", "flock", "head", "stream", "pour", "cross", "slip", "flown",
        "flew",
    ];
    let off = || {
        goes.iter().any(|stem| words.lower(found.token).starts_with(stem))
            && (found.last + 1..(found.last + 9).min(words.len())).any(|at| is_to_fight(words, at))
    };
    scene.resident_heads.contains(&head) && (joins_war(words, found) || off())
}

/// "have joined the fighting in Syria": no ranks, a war somewhere.
pub(in crate::extract) fn joins_war(words: &Words, found: &Head) -> bool {
    let war = |at: usize| {
        matches!(
            words.lower(at),
            "fighting" | "war" | "battle" | "battles" | "fight" | "jihad" | "uprising" | "conflict"
        )
    };
    let mut object = found.token + 1..found.token + 6;
    words.lower(found.token).starts_with("join")
        && object.any(|at| war(at) && matches!(words.lower(at + 1), "in" | "inside" | "there" | "across"))
}

/// "thousands of villagers stay on in the town": residents stay where others fight.
pub(in crate::extract) fn stay(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let next = scene.words.lower(found.last + 1);
    scene.resident_heads.contains(&head)
        && (word.starts_with("remain") || word.starts_with("stay"))
        && matches!(next, "in" | "inside" | "at" | "there" | "trapped" | "stranded" | "besieged" | "behind")
        && !is_of_disaster(scene)
}

pub(in crate::extract) fn is_of_disaster(scene: &Scene) -> bool {
    (0..scene.words.len()).any(|at| is_one_of(DISASTERS, scene.words.lower(at)))
}

/// Nouns of people who are sent, posted and called back.
const POSTED: &[&str] = &[
    "officers",
    "officer",
    "policemen",
    "police",
    "gendarmes",
    "observers",
    "monitors",
    "inspectors",
    "instructors",
    "guards",
];

/// Nouns of people who live where others fight.
const RESIDENTS: &[&str] = &[
    "civilians",
    "residents",
    "people",
    "refugees",
    "villagers",
    "families",
    "inhabitants",
    "citizens",
    "nationals",
    "foreigners",
    "evacuees",
    "staff",
    "workers",
    "diplomats",
    "women",
    "children",
    "displaced",
];

/// Where they live.
const HOMES: &[&str] = &[
    "home",
    "homes",
    "houses",
    "village",
    "villages",
    "town",
    "towns",
    "city",
    "country",
    "area",
    "enclave",
    "camp",
    "camps",
    "border",
    "region",
    "district",
    "neighborhood",
    "neighborhoods",
];

/// What else drives people out.
const DISASTERS: &[&str] = &[
    "hurricane",
    "storm",
    "typhoon",
    "cyclone",
    "flooding",
    "floods",
    "wildfire",
    "wildfires",
    "earthquake",
    "volcano",
    "tsunami",
    "blaze",
    "tornado",
    "monsoon",
    "drought",
];

/// "the last soldiers crossed the border into Kuwait": nobody but those who leave is the last to cross.
pub(in crate::extract) fn are_the_last(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let before = scene.clause(found.token).start.max(found.first.saturating_sub(9))..found.first;
    found.is_verb()
        && before.clone().any(|at| scene.words.entry(at).about.force)
        && before.into_iter().any(|at| matches!(scene.words.lower(at), "last" | "remaining" | "final"))
}

/// "the mission has started leaving Mali": those who are on it, where it has a country behind it.
pub(in crate::extract) fn mission_leaves(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let leaves = is_leaving(word) || ["depart", "exit", "quit"].iter().any(|stem| word.starts_with(stem));
    let mission =
        |at: usize| matches!(scene.words.lower(at), "mission" | "missions" | "operation" | "coalition");
    let subject = found.first.saturating_sub(4)..found.first;
    let behind = found.last + 1..(found.last + 3).min(scene.words.len());
    let country = scene.seen_in(&behind).any(|seen| seen.is_place() && !seen.is_pronoun);
    leaves && found.is_verb() && !found.passive && country && subject.into_iter().any(mission)
}

/// "a battalion returned from Mali in May": forces, not one soldier, from a place and not from leave.
pub(in crate::extract) fn returns_from(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let behind = found.last + 2..(found.last + 5).min(words.len());
    let place = scene.seen_in(&behind).any(|seen| seen.is_place());
    let forces = |word: &str| {
        matches!(
            word,
            "troops"
                | "soldiers"
                | "forces"
                | "marines"
                | "paratroopers"
                | "peacekeepers"
                | "personnel"
                | "battalion"
                | "brigade"
                | "regiment"
                | "contingent"
                | "unit"
                | "units"
                | "company"
                | "squadron"
        )
    };
    words.lower(found.last + 1) == "from"
        && place
        && (scene.troop_heads.contains(&head) || crate::extract::rules::near(scene, head, 6, forces))
}
