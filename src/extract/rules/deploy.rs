//! Forces go or are sent. Finds "sent 450 troops to", "the deployment of". Not ministers arriving, nor parcels sent.

use super::invade::is_land;
use super::{Roles, Rule, troops};
use crate::entity::is_building;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::roles::movers::{flee, joins_war};
use crate::extract::scene::{Counted, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, Relation};
use crate::text::WordSet;

pub(super) const RULE: Rule = Rule {
    id: "deploy",
    predicate: Predicate::Deploy,
    roles: Roles::Forces,
    accepts,
    counts: super::movers,
    dated: true,
    denied: true,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let is = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if is_other(scene, found) {
        return false;
    }
    if flee(scene, head) {
        return true;
    }
    if is(&["order"]) {
        let goal = found.last + 1..(found.last + 6).min(scene.words.len());
        let carried = found.last > found.token + 1 && scene.troop_heads.contains(&head);
        return carried && scene.seen_in(&goal).any(Seen::is_place);
    }
    if is(&["reach"]) {
        return reaches_place(scene, head);
    }
    if is(&["includ", "involv", "envisag", "foresee"]) {
        return found.negated || scene.troop_heads.contains(&head);
    }
    if is(&["join"]) {
        return joins_war(&scene.words, found) && scene.troop_heads.contains(&head);
    }
    if is(&["put"]) {
        return found.is_verb() && (scene.troop_heads.contains(&head) || puts_on_ground(scene, found));
    }
    if moves_date(scene, found) || enters_homes(scene, found) {
        return false;
    }
    // "was brought in nine years ago": forces that are named, and the word right behind the verb.
    if is(&["bring", "brought"]) && scene.words.lower(found.last) == "in" {
        let named = || found.passive && super::forces_named(scene, head, 10);
        return found.last == found.token + 1 && (scene.troop_heads.contains(&head) || named());
    }
    // "brought to an end": those who are brought must be counted.
    if is(&["bring", "brought", "transport", "ferr", "bus", "travel"]) {
        return scene.troop_heads.contains(&head);
    }
    // "a ceiling of 9,000 soldiers authorised by parliament": so many there may be.
    if is(&["authori", "approv"]) {
        let object = found.last + 1..found.last + 7;
        // "authorised funding for 4,000 troops": the money is.
        let counted = |count: &Counted| {
            let start = scene.tokens(&count.range).start;
            let funded = (found.last + 1..start).any(|at| scene.words.lower(at) == "for");
            troops(count) && object.contains(&start) && !funded
        };
        return found.is_verb() && !found.passive && scene.counts.iter().any(counted);
    }
    if is(GIVING) {
        // "provides most of the 160,000-strong force": the force is there.
        let share = (found.last + 1..found.last + 5)
            .any(|at| matches!(scene.words.lower(at), "majority" | "bulk" | "most" | "backbone" | "lion's"));
        return !share && found.is_verb() && scene.troop_heads.contains(&head);
    }
    if is(GOING) && found.last > found.token {
        return goes_somewhere(scene, head);
    }
    if is(&["commit"]) && commits_deed(scene, found) {
        return false;
    }
    if is(COMMON) {
        // What anybody may do must be said of forces.
        return super::forces_named(scene, head, 10);
    }
    let active = found.is_verb() && !found.passive && found.shape != Shape::Participle;
    // "the troops sent to pacify the country"
    let bare = matches!(scene.words.lower(found.last + 1), "to" | "into" | "in" | "from" | "there");
    if active && is(SENDING) && !bare && !scene.troop_heads.contains(&head) {
        return sends_forces(scene, found.last + 1);
    }
    is_told(scene, found) || super::forces_near(scene, head, 6)
}

/// "soldiers reached the airport": forces and ground, no deal.
fn reaches_place(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let behind = found.last + 1..(found.last + 5).min(scene.words.len());
    let ground = |at: usize| {
        let word = scene.words.lower(at);
        is_land(word)
            || is_building(word)
            || matches!(word, "border" | "capital" | "village" | "outskirts" | "base" | "bases" | "garrisons")
    };
    let before = found.first.saturating_sub(6)..found.first;
    let forces = before.clone().any(|at| scene.words.entry(at).about.force)
        || scene.seen_in(&before).any(|seen| seen.is_armed());
    let there =
        behind.clone().any(ground) || scene.seen_in(&behind).any(|seen| seen.is_place() && !seen.is_demonym);
    let forces = forces || scene.troop_heads.contains(&head);
    matches!(found.shape, Shape::Finite | Shape::Infinitive) && !found.passive && forces && there
}

/// "should not commit violence": a deed, no forces.
fn commits_deed(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let mut object = (found.last + 1..found.last + 6).take_while(|at| !words.entry(*at).about.force);
    object.any(|at| DEEDS.has(words.lower(at)))
}

/// What is committed without sending anybody.
static DEEDS: WordSet = WordSet::of(
    "violence crime crimes atrocity atrocities abuse abuses murder murders suicide act acts attack attacks \
                     genocide massacre massacres offence offences offense offenses terrorism treason",
);

/// "added to", "transferred control of", "puts the number at", "are deployed in": a cue in another sense.
fn is_other(scene: &Scene, found: &Head) -> bool {
    let word = scene.words.lower(found.token);
    let direct_to = found.last == found.token + 1 || found.passive;
    let adds = word.starts_with("add") && (scene.words.lower(found.last + 1) == "to" || direct_to);
    let mut task = if found.passive {
        found.first.saturating_sub(8)..found.first
    } else {
        found.last + 1..found.last + 6
    };
    let hands = word.starts_with("transfer") && task.any(|at| scene.words.entry(at).about.handed);
    let puts = word.starts_with("put") && !puts_forces(scene, found) && !puts_on_ground(scene, found);
    let are = found.passive
        && matches!(scene.words.lower(found.first), "is" | "are")
        && !matches!(scene.words.lower(found.first + 1), "to" | "being");
    // "deployed in April": with a date of its own it is the move, not the stay.
    let dated = || {
        scene.dates.iter().any(|date| {
            scene.tokens(&date.range).start == found.last + 1 && date.when.relation == Relation::On
        })
    };
    let reduced = found.shape == Shape::Participle && scene.words.lower(found.last + 1) != "to" && !dated();
    // "are deployed in", "there are soldiers deployed": they are there.
    // "move out": where to must follow.
    let out = found.last > found.token
        && scene.words.lower(found.last) == "out"
        && !word.starts_with("fan")
        && !matches!(scene.words.lower(found.last + 1), "to" | "into" | "for");
    // "the plan may not move forward"
    // "moved closer to a deal", but for troops that are counted.
    let counted = || {
        (0..scene.heads.len())
            .any(|head| scene.heads[head].token == found.token && scene.troop_heads.contains(&head))
    };
    let onward = word.starts_with("mov")
        && !(scene.words.lower(found.token + 1) == "closer" && counted())
        && matches!(scene.words.lower(found.token + 1), "forward" | "ahead" | "on" | "closer" | "past");
    out || onward || adds || hands || puts || word == "deployed" && (are || reduced)
}

/// "went to the coast", not "went to vote", "went to war", "goes to trial".
fn goes_somewhere(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let to = scene.words.list.get(found.last + 1);
    let behind = found.last + 1..(found.last + 7).min(scene.words.len());
    let place = scene.seen_in(&behind).any(Seen::is_place);
    let somewhere =
        to.is_some_and(|next| next.capital) || scene.words.is(found.last + 1, Small::DETERMINER) || place;
    let elsewhere = super::near(scene, head, 4, |word| {
        matches!(word, "polls" | "hospital" | "church" | "court" | "rescue" | "aid")
    });
    // "gone over to the ministry" is no move; "flew 200 soldiers to Juba" is.
    let counted = scene.troop_heads.contains(&head);
    let inward = matches!(scene.words.lower(found.token + 1), "in" | "back" | "down" | "up");
    let direct = found.last == found.token + 1 + usize::from(inward);
    let told = matches!(found.shape, Shape::Finite | Shape::Infinitive) && !word.starts_with("cross");
    let carries = CARRYING.iter().any(|stem| word.starts_with(stem));
    // "vowed to march into Goma": who marches so, marches to war.
    let marches = word.starts_with("march")
        && scene.words.lower(found.last) == "into"
        && !super::near(scene, head, 8, |word| word.starts_with("protest") || word.starts_with("demonstrat"));
    let forces = || marches || super::forces_named(scene, head, 8);
    let moves = counted && (direct || carries) || direct && told && place && forces();
    found.is_verb() && moves && somewhere && !elsewhere
}

/// "the first deployments took place", "since they deployed there": that of which the article tells.
fn is_told(scene: &Scene, found: &Head) -> bool {
    let before = scene.words.lower(found.first.wrapping_sub(1));
    match scene.words.lower(found.token) {
        "deployment" | "deployments" | "redeployment" => {
            matches!(before, "first" | "initial" | "latest" | "second")
                && scene.words.lower(found.last + 1) != "of"
        }
        "deployed" | "redeployed" => matches!(before, "they" | "we"),
        "sent" | "dispatched" | "despatched" | "rushed" | "airlifted" | "moved" => {
            found.passive && matches!(before, "they" | "we" | "who") && to_serve(scene, found.last + 1)
        }
        _ => false,
    }
}

/// Verbs of sending, whose object may be anything.
const SENDING: &[&str] = &["send", "sent", "dispatch", "despatch", "rush", "ship"];

/// Verbs of going that carry others as well.
const CARRYING: &[&str] = &["fly", "flew", "flies", "flown", "sail", "driv", "drove"];

/// What anybody may do.
const COMMON: &[&str] = &[
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

/// "sent troops to the border", not "sent a letter to the army": what stands before the goal is sent.
fn sends_forces(scene: &Scene, from: usize) -> bool {
    if GOODS.has(scene.words.lower(from)) {
        return false;
    }
    let goal = |at: &usize| matches!(scene.words.lower(*at), "to" | "into" | "toward" | "towards" | "that");
    let end =
        (from..(from + 9).min(scene.words.len())).find(goal).unwrap_or((from + 7).min(scene.words.len()));
    let object = from..end;
    object.clone().any(|at| scene.words.entry(at).about.force) || scene.seen_in(&object).any(Seen::is_armed)
}

/// What is sent and is nobody.
static GOODS: WordSet = WordSet::of(
    "weapons arms ammunition munitions aid supplies equipment money food missiles rockets medicine help assistance letters",
);

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

/// "move the deadline to July": a date is moved.
fn moves_date(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let object = found.last + 1..(found.last + 5).min(words.len());
    let moves = ["mov", "shift", "push", "bring", "brought"];
    moves.iter().any(|stem| words.lower(found.token).starts_with(stem))
        && !found.passive
        && object.take_while(|at| words.lower(*at) != "to").any(|at| {
            matches!(words.lower(at), "deadline" | "date" | "election" | "elections" | "meeting" | "vote")
        })
}

/// "shall not enter homes", "rushed inside the hotel", "entered politics"
fn enters_homes(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let inside = usize::from(matches!(words.lower(found.last + 1), "inside" | "into"));
    let behind = found.last + 1 + inside..(found.last + 5 + inside).min(words.len());
    let enters = words.lower(found.token).starts_with("enter")
        || words.lower(found.token).starts_with("rush") && inside > 0;
    let home = |at: usize| {
        let word = words.lower(at);
        ENTERED.has(word) || is_building(word) && !GROUND.has(word)
    };
    enters
        && behind
            .take_while(|at| words.list[*at].kind == Kind::Word && !words.is(*at, Small::PREPOSITION))
            .any(home)
}

/// What is entered without anybody being sent there.
static ENTERED: WordSet = WordSet::of(
    "home homes house houses building buildings mosques politics talks negotiations service race phase",
);

/// Buildings that forces are sent to.
static GROUND: WordSet = WordSet::of("airport barracks bridge dam fortress citadel checkpoint crossing");

/// "put American troops on the ground in Iraq", "put boots back on the ground".
fn puts_on_ground(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let object = found.token + 1..found.last;
    let ground = words.lower(found.last) == "on"
        && matches!(words.lower(found.last + 2), "ground" | "border" | "streets");
    !found.passive && ground && object.into_iter().any(|at| words.entry(at).about.force)
}

/// "put 40,000 troops in the region", not "puts the number of troops at": those counted stand between verb and place.
fn puts_forces(scene: &Scene, found: &Head) -> bool {
    let object = found.token + 1..found.last;
    !found.passive
        && scene
            .counts
            .iter()
            .any(|count| troops(count) && object.contains(&scene.tokens(&count.range).start))
}
