//! Counts that no cue takes: a level where something is, a size where it belongs to a group.

use std::ops::Range;

use super::army_size::is_army_size;
use super::size::{has_members, is_armed, is_deed_of_group, is_large, is_size};
use crate::extract::attach::counts;
use crate::extract::attach::counts_shared::is_listed;
use crate::extract::attach::headless::is_commemorated;
use crate::extract::events::{Event, behind, is_of_compared};
use crate::extract::grammar::heads::{Head, Mood, Shape};
use crate::extract::roles::confined::{is_in_custody, is_trapped};
use crate::extract::roles::doers;
use crate::extract::rules;
use crate::extract::scene::{Counting, Mover, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::model::vocabulary::{Predicate, PredicateGroup};
use crate::text::WordSet;

/// A count that no cue took: a level where something is, a size where it belongs to a group.
pub(in crate::extract) fn lone(
    scene: &Scene,
    index: usize,
    head: Option<usize>,
    dates: &[(usize, usize)],
) -> Option<Event> {
    let count = &scene.counts[index];
    let tokens = scene.tokens(&count.range);
    // "The soldier, 22, comes from": an age.
    let comma = |at: usize| scene.words.raw(at) == ",";
    if tokens.len() == 1 && tokens.start > 0 && comma(tokens.start - 1) && comma(tokens.end) {
        return None;
    }
    if is_wanted(scene, &tokens) {
        return None;
    }
    let predicate = match count.counting {
        Counting::Troops | Counting::People if is_in_custody(scene, &tokens) => Predicate::Captured,
        Counting::Attacks if is_ailment(scene, &tokens) => return None,
        Counting::Attacks => Predicate::Attack,
        Counting::Troops | Counting::People
            if is_large(count)
                && !is_dealt_in(scene, &tokens)
                && !tokens
                    .clone()
                    .any(|at| matches!(scene.words.lower(at), "captured" | "detained" | "jailed"))
                && (is_size(scene, &tokens, is_armed(count))
                    || has_members(scene, &tokens, head)
                    || is_army_size(scene, &tokens)) =>
        {
            Predicate::Members
        }
        Counting::Troops => Predicate::Stationed,
        Counting::People if count.mover == Mover::Residents && is_trapped(scene, &tokens) => {
            let date = inside_clause(scene, &tokens, dates);
            return Some(Event {
                rule: rules::rule_of(Predicate::Stationed)?,
                head: None,
                count: Some(index),
                date,
            });
        }
        Counting::People if is_listed_with_troops(scene, index) || is_of_troops(scene, &tokens) => {
            Predicate::Stationed
        }
        Counting::People | Counting::Money => return None,
    };
    if predicate == Predicate::Stationed && !can_be_level(scene, &tokens, head)
        || predicate == Predicate::Members && is_deed_of_group(scene, &tokens)
    {
        return None;
    }
    let located = scene.seen.iter().any(|seen| seen.is_place());
    let armed = scene.seen.iter().any(|seen| seen.is_armed());
    if predicate == Predicate::Stationed
        && !(located || armed || head.is_some_and(|head| counts::is_there(scene, &scene.heads[head])))
    {
        return None;
    }
    let date = behind(scene, index)
        .or_else(|| head.and_then(|head| dates.iter().find(|(_, at)| *at == head)).map(|(date, _)| *date))
        .or_else(|| inside_clause(scene, &tokens, dates))
        .filter(|date| {
            !is_of_compared(scene, index, *date) && !is_of_what_will_be(scene, &tokens, head, *date)
        });
    Some(Event { rule: rules::rule_of(predicate)?, head: None, count: Some(index), date })
}

/// "has 2,000 soldiers there and will have 3,000 by March": the day is of those who will be there.
fn is_of_what_will_be(scene: &Scene, tokens: &Range<usize>, head: Option<usize>, date: usize) -> bool {
    let start = scene.tokens(&scene.dates[date].range).start;
    let now = head.is_some_and(|head| {
        let head = &scene.heads[head];
        head.shape == Shape::Finite && head.mood == Mood::Present && head.last < tokens.start
    });
    let ahead = |verb: &Head| {
        (tokens.end..start).contains(&verb.first) && verb.is_finite() && verb.mood == Mood::Will
    };
    now && scene.dates[date].ahead && scene.heads.iter().any(ahead)
}

/// "2,100 soldiers and police": people, of whom the first are troops.
fn is_of_troops(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let noun = tokens.end.saturating_sub(1);
    matches!(words.lower(noun), "soldiers" | "troops")
        && words.lower(tokens.end) == "and"
        && matches!(words.lower(tokens.end + 1), "police" | "policemen" | "gendarmes")
}

/// "13,000 soldiers, 1,900 police officers and 1,500 civilian employees": those who are where the troops are.
fn is_listed_with_troops(scene: &Scene, index: usize) -> bool {
    let listed = (1..=index).rev().take_while(|index| is_listed(scene, *index));
    listed.into_iter().any(|index| scene.counts[index - 1].counting == Counting::Troops)
}

/// What forces are in where they are.
const INVOLVED: &[&str] = &["involved", "engaged", "participating", "embroiled"];

/// What forces are doing where they are: "where 2,200 soldiers are assisting the government".
static SERVING: WordSet = WordSet::of(
    "advising aiding assisting backing battling combating defending fighting guarding helping hunting \
    monitoring operating patrolling policing preparing protecting pursuing securing serving supporting training working",
);

/// What is done by forces that are at hand for it: "backed by 1,000 troops".
const ATTENDING: &[&str] = &[
    "backed",
    "supported",
    "guarded",
    "protected",
    "accompanied",
    "aided",
    "assisted",
    "defended",
    "secured",
    "patrolled",
    "policed",
    "manned",
    "staffed",
    "escorted",
    "reinforced",
    "garrisoned",
    "occupied",
];

/// What says that forces are or were somewhere, in whatever sense.
const PLACED: [Predicate; 4] =
    [Predicate::Stationed, Predicate::Deploy, Predicate::Withdraw, Predicate::Remain];

/// "three heart attacks"
fn is_ailment(scene: &Scene, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| {
        matches!(scene.words.lower(at), "heart" | "panic" | "asthma" | "anxiety" | "hunger" | "bird")
    })
}

/// "an army of 100,000 would be needed": nobody has it.
fn is_wanted(scene: &Scene, tokens: &Range<usize>) -> bool {
    let clause = scene.clause(tokens.start);
    clause.clone().any(|at| matches!(scene.words.lower(at), "would" | "could" | "might" | "if"))
        && clause.clone().any(|at| {
            matches!(scene.words.lower(at), "needed" | "required" | "necessary" | "need" | "require")
        })
}

/// Whether a lone count can be the level of forces somewhere: its verb says that they are there or had there, or there
/// is none, and no casualty word is near.
fn can_be_level(scene: &Scene, tokens: &Range<usize>, head: Option<usize>) -> bool {
    let words = &scene.words;
    let clause = scene.clause(tokens.start);
    // "whose 7,000 observers there struggled, said two civilians were killed": of others.
    let of_others = |at: usize| {
        let between = tokens.end..at;
        scene.counts.iter().any(|count| between.contains(&scene.tokens(&count.range).start))
    };
    let hurt = clause.clone().any(|at| words.is(at, Small::ELSEWHERE) && !of_others(at));
    // "an attack by dozens of militants": who does something is not where.
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| words.lower(at));
    let level = before(1) == "of"
        && matches!(
            before(2),
            "presence"
                | "force"
                | "contingent"
                | "mission"
                | "garrison"
                | "detachment"
                | "strength"
                | "total"
                | "peak"
                | "high"
                | "low"
                | "level"
                | "levels"
                | "ceiling"
                | "cap"
                | "limit"
        );
    // "the base, guarded by 200 soldiers": who does no more than be there for something.
    let attends = before(1) == "by"
        && head.is_some_and(|head| {
            let head = &scene.heads[head];
            head.last + 2 == tokens.start && ATTENDING.contains(&words.lower(head.token))
        });
    let does = matches!(before(1), "by" | "against" | "of") && !level && !attends;
    // "1,000 troops short"; "more than 25 militants descended on the town": who does something unheard of.
    let short = words.lower(tokens.end) == "short"
        || tokens.clone().any(|at| {
            matches!(
                words.lower(at),
                "former" | "retired" | "ex" | "would-be" | "captured" | "detained" | "jailed"
            )
        });
    // "funding for 4,000 troops", "the handover of 250 fighters": provided for or dealt in, not there.
    let does = does || is_provided_for(scene, tokens);
    let there = !does
        && !short
        && head.is_none_or(|head| {
            let head = &scene.heads[head];
            counts::is_there(scene, head)
                || attends
                || !head.is_verb()
                || PLACED.iter().any(|predicate| head.is_cue_of(*predicate))
                || head.class.is_some_and(|class| class != Class::Other)
                || placed_after(scene, tokens.end)
                || numbers_forces(scene, head)
                || raises_forces(scene, head, tokens.start)
                || tokens.end <= head.first
                    && (INVOLVED.contains(&words.lower(head.token))
                        || SERVING.has(words.lower(head.token))
                            && (words.is(head.first, Small::BE) || head.first == tokens.end))
        });
    // "a ship with 18 sailors on board": a crew is where its ship is.
    if words.lower(tokens.end) == "aboard"
        || words.lower(tokens.end) == "on" && words.lower(tokens.end + 1) == "board"
    {
        return false;
    }
    // "several military officers said": who says so is nowhere.
    let says = |head: &Head| head.first == tokens.end && head.class == Some(Class::Say) && head.is_verb();
    // "500 militants seized the town"
    let seizes = |head: &Head| {
        // "Dozens of militants early on Monday attacked"
        let dated = || {
            scene.dates.iter().map(|date| scene.tokens(&date.range)).any(|date| {
                date.end == head.first && tokens.end <= date.start && date.start <= tokens.end + 1
            })
        };
        (head.first == tokens.end || dated())
            && head.is_verb()
            && !head.passive
            && (head.predicates.any(PredicateGroup::Violence) || head.is_cue_of(Predicate::Invade))
    };
    // "15,000 soldiers launched an offensive on the town"
    let next = scene.heads.iter().find(|head| head.first >= tokens.end && head.shape == Shape::Finite);
    let launches = |head: &Head| {
        (head.first == tokens.end || next.is_some_and(|next| next.token == head.token))
            && words.lower(head.token).starts_with("launch")
            && !head.passive
    };
    if scene.heads.iter().any(|head| launches(head) || seizes(head)) {
        return false;
    }
    // "thousands of commandos drove the rebels out": where they did it is not where they are.
    let drives =
        |head: &Head| head.first >= tokens.end && clause.contains(&head.token) && doers::expels(scene, head);
    let there = there && !doers::is_remains(scene, tokens.start) && !scene.heads.iter().any(drives);
    there && !hurt && !scene.heads.iter().any(says)
}

/// "money for 4,000 troops", "barracks for 300 soldiers": something is provided for them.
fn is_provided_for(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let Some(before) = tokens.start.checked_sub(2).filter(|at| words.lower(at + 1) == "for") else {
        return false;
    };
    matches!(
        words.lower(before),
        "funding"
            | "funds"
            | "money"
            | "pay"
            | "budget"
            | "salaries"
            | "wages"
            | "equipment"
            | "supplies"
            | "uniforms"
            | "weapons"
            | "arms"
            | "housing"
            | "accommodation"
            | "barracks"
            | "room"
            | "space"
            | "capacity"
            | "visas"
            | "call"
            | "calls"
            | "request"
            | "requests"
            | "plan"
            | "plans"
            | "need"
            | "gear"
            | "support"
            | "training"
            | "food"
            | "rations"
    )
}

/// "the handover of 250 fighters", "in exchange for 100 members": dealt in, not the size of anything.
fn is_dealt_in(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let Some(before) = tokens.start.checked_sub(2).filter(|at| matches!(words.lower(at + 1), "of" | "for"))
    else {
        return false;
    };
    matches!(
        words.lower(before),
        "handover"
            | "release"
            | "exchange"
            | "return"
            | "surrender"
            | "swap"
            | "extradition"
            | "trial"
            | "trials"
            | "identities"
            | "names"
            | "list"
            | "funeral"
            | "funerals"
            | "families"
            | "repatriation"
            | "defection"
            | "defections"
            | "evacuation"
            | "loss"
            | "remains"
    )
}

/// "900 troops in Syria": words of place stand right after the count; "surrendered in" is what they did there.
fn placed_after(scene: &Scene, end: usize) -> bool {
    let verb = |at: usize| scene.heads.iter().any(|head| head.token == at && head.shape == Shape::Finite);
    (end..end + 3).take_while(|at| !verb(*at)).any(|at| {
        matches!(scene.words.lower(at), "in" | "at" | "inside" | "across" | "there" | "on" | "near")
    })
}

/// "the number of soldiers in Gao stands at 900", "troop levels rose to 5,000": a verb of numbers of forces.
fn numbers_forces(scene: &Scene, head: &Head) -> bool {
    let clause = scene.clause(head.token);
    scene.words.is(head.token, Small::NUMBERING)
        && (clause.start..head.first).any(|at| {
            scene.words.entry(at).about.force || matches!(scene.words.lower(at), "deployment" | "presence")
        })
}

/// "has raised the number of soldiers in Mali to 900": a verb of making more or fewer, with forces as its object.
fn raises_forces(scene: &Scene, head: &Head, count: usize) -> bool {
    let word = scene.words.lower(head.token);
    let raises = [
        "rais", "expand", "increas", "boost", "lift", "tak", "took", "doubl", "tripl", "push", "bring",
        "brought", "lower",
    ];
    let to = count.checked_sub(1).is_some_and(|at| matches!(scene.words.lower(at), "to" | "from"));
    to && head.last < count
        && raises.iter().any(|stem| word.starts_with(stem))
        && (head.last + 1..count).any(|at| scene.words.entry(at).about.force)
}

/// "currently" beside the count, where no other event has it.
fn inside_clause(scene: &Scene, tokens: &Range<usize>, dates: &[(usize, usize)]) -> Option<usize> {
    let clause = scene.clause(tokens.start);
    (0..scene.dates.len()).find(|date| {
        let at = scene.tokens(&scene.dates[*date].range);
        clause.contains(&at.start)
            && !is_commemorated(scene, at.start)
            && !dates.iter().any(|(other, head)| {
                let head = &scene.heads[*head];
                other == date && (!head.predicates.is_empty() || head.class == Some(Class::Say))
            })
    })
}
