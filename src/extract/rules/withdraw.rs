//! Forces leave. Finds "will pull out of", "the withdrawal of", "cut to". Not money from a bank, nor a person leaving for home.

use super::{Roles, Rule};
use crate::extract::attach::counts::left_harmed;
use crate::extract::grammar::company::{drops_something, is_of_a_bond};
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::matter::{is_commerce, is_leaving};
use crate::extract::place::ground::is_ground;
use crate::extract::place::is_located;
use crate::extract::roles::movers::{
    are_the_last, flee, is_of_disaster, is_off_to_fight, mission_leaves, returns_from,
};
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};
use crate::text::WordSet;

pub(super) const RULE: Rule = Rule {
    id: "withdraw",
    predicate: Predicate::Withdraw,
    roles: Roles::Forces,
    accepts,
    counts: super::movers,
    dated: true,
    denied: true,
};

/// Words that say nothing else need no forces beside them.
fn accepts(scene: &Scene, head: usize) -> bool {
    let word = scene.words.lower(scene.heads[head].token);
    if is_of_a_bond(&scene.words, &scene.heads[head])
        || left_harmed(scene, head).is_some()
        || leaves_other(scene, head)
    {
        return false;
    }
    // "90 soldiers captured in May returned home"
    let clause = scene.clause(scene.heads[head].token);
    let held = |other: &Head| {
        other.shape == Shape::Participle
            && other.is_cue_of(Predicate::Captured)
            && clause.contains(&other.token)
    };
    if word.starts_with("return") && scene.heads[..head].last().is_some_and(held) {
        return false;
    }
    // "there are 1,000 soldiers left in Niger": they are still there.
    if word == "left" && are_left(scene, head) {
        return false;
    }
    // "to remove the rebels from a list by May": they are crossed out.
    if super::near(scene, head, 9, |word| matches!(word, "list" | "lists" | "blacklist")) {
        return false;
    }
    if word.starts_with("return") && scene.heads[head].last == scene.heads[head].token && !flee(scene, head) {
        return returns_from(scene, head);
    }
    // "sent back to Iraq": where they were before, and are again.
    if sends_back_abroad(scene, head) {
        return false;
    }
    if word.starts_with("withdraw")
        || word.starts_with("withdrew")
        || matches!(word, "pullout" | "pull-out" | "drawdown" | "draw-down" | "pullback" | "pull-back")
    {
        return !super::near(scene, head, 3, |word| {
            matches!(
                word,
                "money"
                    | "fund"
                    | "funds"
                    | "cash"
                    | "candidacy"
                    | "nomination"
                    | "investors"
                    | "customers"
                    | "support"
                    | "backing"
                    | "recognition"
                    | "objections"
                    | "offer"
                    | "complaint"
                    | "charges"
                    | "name"
                    | "names"
            )
        });
    }
    if word == "decrease" {
        let counted = ["in", "the", "number", "of"];
        let last = scene.heads[head].last;
        return (0..4).all(|step| scene.words.lower(last + 1 + step) == counted[step])
            && super::forces_near(scene, head, 8);
    }
    if super::leaves_behind(scene, head) {
        return false;
    }
    // "the flag was lowered": what is made less is a number or a level.
    if word.starts_with("lower") {
        return scene.troop_heads.contains(&head)
            || super::forces_near(scene, head, 6)
                && super::near(scene, head, 5, |word| {
                    matches!(word, "number" | "numbers" | "level" | "levels" | "strength")
                });
    }
    // "to vacate the air base within 15 days"
    if word.starts_with("vacat") && scene.heads[head].is_verb() && super::transfer::hands_base(scene, head) {
        return true;
    }
    if word.starts_with("cross") {
        return are_the_last(scene, head);
    }
    if flee(scene, head) {
        return !returns(scene, head);
    }
    // "warlords uprooted by the courts": of people who live there alone.
    if ["uproot", "displac"].iter().any(|stem| word.starts_with(stem)) {
        return false;
    }
    let found = &scene.heads[head];
    if drives_out_others(scene, head) || ends_a_mission(scene, head) || goes_out_to(scene, head) {
        return false;
    }
    // "the road has to be cut off"
    let severed =
        word == "cut" && matches!(scene.words.lower(scene.heads[head].last + 1), "off" | "short" | "through");
    if severed
        || is_journey(scene, head)
        || is_cut_of_money(scene, head)
        || drops_something(&scene.words, &scene.heads[head])
    {
        return false;
    }
    // "be out of the country", "will be gone"
    if found.class == Some(Class::Be) || word == "gone" && found.last == found.token {
        return true;
    }
    if found.last > found.token && matches!(scene.words.lower(found.last), "down") {
        return !is_commerce(scene) && !brings_down_other(scene, head);
    }
    // "are being moved within Iraq, not leaving": forces that the clause before names.
    let not_leaving = found.negated && found.shape == Shape::Gerund && super::about_in(scene, head, 14);
    let evacuation = matches!(word, "evacuation" | "evacuations")
        && scene.words.lower(found.last + 1) == "from"
        && scene.seen_in(&(found.last + 2..found.last + 5)).any(|seen| seen.is_place())
        && !is_of_disaster(scene);
    if evacuation
        || is_plan_to_leave(scene, head)
        || not_leaving
        || is_timed(scene, head)
        || mission_leaves(scene, head)
        || they_pull_out(scene, head)
    {
        return true;
    }
    super::forces_near(scene, head, 6)
        && !super::near(scene, head, 4, |word| matches!(word, "power" | "office"))
}

/// "there are 1,000 soldiers left in Niger"
fn are_left(scene: &Scene, head: usize) -> bool {
    let words = &scene.words;
    let first = scene.heads[head].first;
    let there = (first.saturating_sub(10)..first).find(|at| words.lower(*at) == "there");
    there.is_some_and(|there| {
        (there + 1..there + 3).any(|at| words.is(at, Small::BE))
            && (there + 2..first).all(|at| {
                matches!(words.list[at].kind, Kind::Word | Kind::Number) && !words.is(at, Small::CLAUSE)
            })
            && matches!(words.lower(first + 1), "in" | "on" | "at" | "there" | "across")
    })
}

/// "no plans to leave Iraq": what is planned, refused or asked for, and of a country; not where a person goes.
fn is_plan_to_leave(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let leaves = matches!(scene.words.lower(found.token), "leave" | "leaving" | "exit" | "exiting");
    let behind = found.last + 1..(found.last + 3).min(scene.words.len());
    let country = scene.seen_in(&behind).any(|seen| seen.kind == EntityKind::Country && !seen.is_demonym);
    let before = head.checked_sub(1).map(|before| &scene.heads[before]);
    let planned = before.is_some_and(|before| {
        matches!(before.class, Some(Class::Plan | Class::Propose | Class::Deny | Class::Expect))
            && before.last + 1 == found.first
    });
    let near = before.map_or(0, |before| before.first.saturating_sub(4))..found.first;
    let person = scene.seen_in(&near).any(|seen| seen.kind == EntityKind::Person);
    leaves && country && planned && !person
}

/// "a timetable for leaving Iraq by 2011", "a deadline to leave": what a plan in time is for.
fn is_timed(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let Some(before) = found.first.checked_sub(1) else { return false };
    let plan = match found.shape {
        Shape::Infinitive => before,
        Shape::Gerund if words.lower(before) == "for" => before.wrapping_sub(1),
        _ => return false,
    };
    let timed = matches!(
        words.lower(plan),
        "timetable" | "timeline" | "deadline" | "timeframe" | "calendar" | "schedule"
    );
    let leaves =
        ["leav", "exit", "depart", "vacat"].iter().any(|stem| words.lower(found.token).starts_with(stem));
    timed && leaves
}

/// "if they do not pull back from the zone": those of whom the sentence before tells.
fn they_pull_out(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let pulls = words.lower(found.token).starts_with("pull") && found.last == found.token + 1;
    let they = matches!(words.lower(found.first.wrapping_sub(1)), "they" | "we");
    let from = matches!(words.lower(found.last + 1), "from" | "of" | "by");
    pulls && from && (they && found.shape == Shape::Finite || state_pulls_out(scene, found))
}

/// "Israel will pull out of the town": a country, and where its forces are; of deals and contests countries pull out as well.
fn state_pulls_out(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let clause = scene.clause(found.token);
    let state = |seen: &Seen| {
        matches!(seen.kind, EntityKind::Country | EntityKind::Government | EntityKind::Alliance)
            && !is_located(scene, seen)
    };
    let behind = found.last + 2..(found.last + 6).min(words.len());
    let plain = |at: &usize| words.list[*at].kind == Kind::Word;
    let ground = behind.clone().take_while(plain).any(|at| is_ground(words.lower(at)));
    let first = behind.start..behind.start + 2;
    let named = scene
        .seen_in(&first)
        .any(|seen| seen.is_place() && !words.is_possessive(scene.tokens(&seen.range).end - 1));
    scene.seen_in(&(clause.start..found.first)).any(state) && (ground || named)
}

/// "left the State Department", "leave the rebels more entrenched": an office, or those who are left somehow.
fn leaves_other(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let leaves = is_leaving(words.lower(found.token));
    if !leaves || found.passive || scene.troop_heads.contains(&head) {
        return false;
    }
    let behind = found.last + 1..(found.last + 5).min(words.len());
    let office = behind.clone().any(|at| {
        matches!(
            words.lower(at),
            "department" | "ministry" | "office" | "job" | "administration" | "college" | "school"
        )
    });
    let group = scene.seen_in(&behind).any(|seen| seen.kind == EntityKind::ArmedGroup)
        && behind
            .clone()
            .any(|at| matches!(words.lower(at), "more" | "less" | "weaker" | "stronger" | "free"));
    office || group
}

/// "would not be sent back to Iraq": sent, unless that is their own country.
fn sends_back_abroad(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    if found.last == found.token || words.lower(found.last) != "back" {
        return false;
    }
    let sends = ["send", "sent", "ship", "fly", "flown", "flew"]
        .iter()
        .any(|stem| words.lower(found.token).starts_with(stem));
    let to = matches!(words.lower(found.last + 1), "to" | "into");
    let behind = found.last + 2..(found.last + 4).min(words.len());
    let country = scene.seen_in(&behind).find(|seen| seen.kind == EntityKind::Country && !seen.is_demonym);
    let own = |country: &str| {
        scene.seen.iter().any(|seen| {
            seen.is_armed() && seen.key.strip_prefix(country).is_some_and(|end| end.starts_with('-'))
        })
    };
    let combat = behind.clone().any(|at| matches!(words.lower(at), "combat" | "battle" | "action" | "war"));
    sends && to && (combat || country.is_some_and(|country| !own(country.key)))
}

/// "a row brought down the government", "brought down a jet"
fn brings_down_other(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let brings =
        ["bring", "brought", "tak", "took"].iter().any(|stem| words.lower(found.token).starts_with(stem));
    let forces = |at: usize| {
        let about = words.entry(at).about;
        about.force
            || matches!(words.lower(at), "number" | "numbers" | "level" | "levels" | "strength" | "size")
    };
    let object = found.token + 1..(found.last + 7).min(words.len());
    let object = object.take_while(|at| words.list[*at].kind != Kind::Mark && words.lower(*at) != "after");
    brings && !found.passive && !scene.troop_heads.contains(&head) && !object.into_iter().any(forces)
}

/// "returned to their homes", "poured over the border": residents come.
fn returns(scene: &Scene, head: usize) -> bool {
    let comes = ["return", "stream", "pour", "flock", "flood", "cross"];
    is_off_to_fight(scene, head)
        || comes.iter().any(|stem| scene.words.lower(scene.heads[head].token).starts_with(stem))
}

/// "forced 200 families out of the town": who is driven out must be forces.
fn drives_out_others(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let drives =
        ["forc", "driv", "drove", "push", "chas", "flush", "kick", "throw", "threw", "expel", "oust"];
    let object = found.token + 1..(found.token + 8).min(scene.words.len());
    let forces = |at: usize| scene.words.entry(at).about.force;
    drives.iter().any(|stem| word.starts_with(stem))
        && !found.passive
        && found.shape != Shape::Participle
        && !object.clone().any(forces)
        && !scene.seen_in(&object).any(Seen::is_armed)
}

/// "move out to Kuwait": they go where they are needed.
fn goes_out_to(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    found.last > found.token
        && scene.words.lower(found.last) == "out"
        && scene.words.lower(found.last + 1) == "to"
        && scene.seen_in(&(found.last + 2..(found.last + 5).min(scene.words.len()))).any(Seen::is_place)
}

/// "spending cuts", "a tax cut": money is cut.
fn is_cut_of_money(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let before = found.token.checked_sub(1).map_or("", |at| scene.words.lower(at));
    scene.words.lower(found.token).starts_with("cut")
        && matches!(
            before,
            "spending"
                | "budget"
                | "tax"
                | "rate"
                | "job"
                | "pay"
                | "defense"
                | "defence"
                | "price"
                | "funding"
                | "power"
                | "aid"
        )
}

/// "the minister left for Europe on Sunday": a person, by name, goes on a journey.
fn is_journey(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let goes = ["leav", "left", "depart", "flew", "fly", "return"].iter().any(|stem| word.starts_with(stem));
    let subject = found.first.saturating_sub(2)..found.first;
    // "soldiers in a convoy leaving the camp fired"
    let vehicle = |at: usize| VEHICLES.has(scene.words.lower(at));
    if goes && found.shape == Shape::Gerund && found.first.checked_sub(1).is_some_and(vehicle) {
        return true;
    }
    let person = scene.seen_in(&subject).any(|seen| seen.kind == EntityKind::Person);
    goes && found.is_verb() && !found.passive && person && !scene.troop_heads.contains(&head)
}

/// What people who set out somewhere travel in.
static VEHICLES: WordSet =
    WordSet::of("convoy vehicle vehicles truck bus car train plane helicopter jeep minibus");

/// "wind down the mission", "phase out the operation": that is its end.
fn ends_a_mission(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let object = found.token + 1..(found.last + 6).min(scene.words.len());
    let mission = |at: usize| {
        matches!(scene.words.lower(at), "mission" | "missions" | "operation" | "operations" | "campaign")
    };
    (word.starts_with("wind") || word == "wound" || word.starts_with("phas"))
        && object.into_iter().any(mission)
}
