//! Counts that have the head of another count or of what stands beside them: "two soldiers and two civilians were
//! killed", "along with 450 from Britain", "killed the general and several others".

use std::ops::Range;

use super::dates_shared::date_behind;
use crate::extract::events::own_noun;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::matter::is_leaving;
use crate::extract::roles::confined::is_in_custody;
use crate::extract::scene::{Counting, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// Gives counts the head that they share.
pub(in crate::extract) fn shared(scene: &Scene, mut heads: Vec<Option<usize>>) -> Vec<Option<usize>> {
    for (index, head) in heads.iter_mut().enumerate() {
        *head = with_named(scene, index, *head).or(*head);
    }
    for index in 1..heads.len() {
        // "35 soldiers dead and 149 in captivity": of those something else is told.
        let held = is_in_custody(scene, &scene.tokens(&scene.counts[index].range));
        if own_noun(scene, &scene.counts[index]).is_none() && !held && goes_on(scene, index, heads[index]) {
            heads[index] = heads[index - 1].or(heads[index]);
        }
    }
    for index in 1..heads.len() {
        if is_goal(scene, index) {
            heads[index] = heads[index - 1].or(heads[index]);
        }
        if is_gapped(scene, index, heads[index - 1]) {
            heads[index] = heads[index - 1];
        }
    }
    for index in (1..heads.len()).rev() {
        let farther = !has_cue(scene, heads[index - 1])
            || heads[index - 1] > heads[index]
            || leaves_harmed(scene, heads[index - 1], heads[index]);
        if farther && is_listed(scene, index) && stands_before(scene, index, heads[index]) {
            heads[index - 1] = heads[index];
        }
    }
    heads
}

/// "from more than 150,000 now to fewer than 100,000": what a number becomes.
fn is_goal(scene: &Scene, index: usize) -> bool {
    let words = &scene.words;
    let before = scene.tokens(&scene.counts[index - 1].range).start;
    let from = (1..=3).filter_map(|back| before.checked_sub(back)).any(|at| words.lower(at) == "from");
    let gap = gap(scene, index);
    let dated = |at: usize| scene.dates.iter().any(|date| scene.tokens(&date.range).contains(&at));
    from && gap.clone().last().is_some_and(|at| words.lower(at) == "to")
        && gap.clone().rev().skip(1).all(|at| {
            scene.is_aside(at)
                || dated(at)
                || words.list[at].kind == Kind::Word && !words.is(at, Small::CLAUSE)
        })
        && gap.len() <= 7
}

/// "1,987 have died in Afghanistan and 4,475 in Iraq": a bare number with a place of its own has the verb whose subject
/// the count before is.
fn is_gapped(scene: &Scene, index: usize, before: Option<usize>) -> bool {
    let words = &scene.words;
    let Some(verb) = before.filter(|verb| stands_before(scene, index - 1, Some(*verb))) else { return false };
    let head = &scene.heads[verb];
    let tokens = scene.tokens(&scene.counts[index].range);
    let gap = gap(scene, index);
    let joined = gap.clone().last().is_some_and(|at| {
        words.raw(at) == "," || matches!(words.lower(at), "and" | "while" | "another" | "about" | "some")
    });
    let only_verb = scene
        .heads
        .iter()
        .all(|other| !other.is_verb() || !gap.contains(&other.token) || other.token == head.token);
    let count = &scene.counts[index];
    let bare = count.quantity.text.as_ref().map_or(0, String::len) == count.range.len();
    let behind = tokens.end + 1..(tokens.end + 4).min(words.len());
    let placed = date_behind(scene, index).is_some()
        || matches!(words.lower(tokens.end), "in" | "at" | "near" | "on" | "from" | "outside")
            && scene.seen_in(&behind).any(Seen::is_place);
    head.is_verb() && head.last < tokens.start && joined && only_verb && bare && placed && gap.len() <= 14
}

/// Tokens between a count and the one before it.
fn gap(scene: &Scene, index: usize) -> Range<usize> {
    let before = scene.tokens(&scene.counts[index - 1].range);
    let here = scene.tokens(&scene.counts[index].range);
    before.end.min(here.start)..here.start
}

/// "two soldiers and two civilians", "19 people, including four Americans": it goes on from the count before.
fn goes_on(scene: &Scene, index: usize, head: Option<usize>) -> bool {
    let gap = gap(scene, index);
    // "killed 20 people, two officials said"
    let end = scene.tokens(&scene.counts[index].range).end;
    if scene
        .heads
        .iter()
        .any(|head| head.first == end && head.class == Some(Class::Say) && head.is_verb() && !head.passive)
    {
        return false;
    }
    // "lost 11 people and 40 are in hospital": a clause of its own.
    if scene.words.is(end, Small::BE) && scene.words.is(end + 1, Small::PREPOSITION) {
        return false;
    }
    if is_added(scene, &gap) {
        return gap.len() <= 18 && !stands_before(scene, index, head);
    }
    // "two soldiers from the Netherlands and three from Spain"
    let from = gap.len() <= 7 && scene.words.lower(gap.start) == "from";
    let including = includes(scene, &gap);
    // "killed 127 people across Paris on Friday, 87 of them at a concert hall"
    let of_them = scene.words.says_of_them(end);
    let joins = including
        || of_them && gap.len() <= 14 && gap.clone().last().is_some_and(|at| scene.words.raw(at) == ",")
        || gap.clone().last().is_some_and(|at| {
            matches!(scene.words.lower(at), "and" | "plus" | "with" | "as" | "another")
                || scene.words.raw(at) == "," && (gap.len() <= 3 || from)
        });
    let verb = |head: &Head| head.is_verb() && scene.words.lower(head.token) != "including";
    let verb_between = scene.heads.iter().any(|head| verb(head) && gap.contains(&head.token));
    // "including 80 in two towns in May, and 30 in a single raid"
    let before = scene.tokens(&scene.counts[index - 1].range).start;
    let again = before > 0 && scene.words.lower(before - 1) == "including";
    let included = (gap.clone().any(|at| scene.words.lower(at) == "including") || again) && gap.len() <= 12;
    if included && !verb_between && joins {
        return !stands_before(scene, index, head);
    }
    if specifies(scene, index, &gap) {
        return !stands_before(scene, index, head);
    }
    // "in Lebanon, most of them civilians, and 157 Israelis": not counting what stands between commas.
    let here = scene.tokens(&scene.counts[index].range).start;
    let parts = partitive(scene, &gap);
    let short = gap.clone().filter(|at| !parts.contains(at) && !scene.is_passed(*at, here)).count() <= 4;
    joins
        && ((short || from) && !verb_between || including && gap.len() <= 12)
        && !stands_before(scene, index, head)
}

/// ", most of them civilians,": what is said of those before between commas.
fn partitive(scene: &Scene, gap: &Range<usize>) -> Range<usize> {
    let words = &scene.words;
    let opens = |at: &usize| {
        words.raw(*at) == ","
            && matches!(
                words.lower(at + 1),
                "most"
                    | "many"
                    | "some"
                    | "half"
                    | "mostly"
                    | "mainly"
                    | "nearly"
                    | "about"
                    | "roughly"
                    | "almost"
            )
    };
    let Some(open) = gap.clone().find(opens) else { return 0..0 };
    let close = (open + 1..gap.end).find(|at| words.raw(*at) == ",");
    close.map_or(0..0, |close| open..close + 1)
}

/// "including", "among them", "including those of": who follows is a part of those before.
pub(in crate::extract) fn includes(scene: &Scene, gap: &Range<usize>) -> bool {
    let Some(last) = gap.clone().last() else { return false };
    let words = &scene.words;
    let before = |back: usize| last.checked_sub(back).map_or("", |at| words.lower(at));
    match words.lower(last) {
        "including" => true,
        "them" | "whom" => before(1) == "among",
        "of" => matches!(before(1), "those" | "deaths") && before(2) == "including",
        _ => false,
    }
}

/// "114 people died on Thursday: 67 civilians, 31 soldiers and 16 rebels": what stands behind a colon says who they were.
fn specifies(scene: &Scene, index: usize, gap: &Range<usize>) -> bool {
    let words = &scene.words;
    let colon = gap.clone().last().is_some_and(|at| words.raw(at) == ":");
    let end = scene.tokens(&scene.counts[index].range).end;
    let verb_behind = scene.heads.iter().any(|head| head.shape == Shape::Finite && head.first >= end);
    let people = matches!(scene.counts[index].counting, Counting::People | Counting::Troops);
    colon && people && gap.len() <= 14 && !verb_behind
}

/// "2,300 soldiers have died in the war, along with 450 from Britain", "compared with 1,300 in 2013": the words that add
/// a count to what was said of another, whatever stands between.
fn is_added(scene: &Scene, gap: &Range<usize>) -> bool {
    let Some(last) = gap.clone().last().filter(|_| gap.len() >= 2) else { return false };
    matches!(
        (scene.words.lower(last - 1), scene.words.lower(last)),
        ("along" | "together" | "compared", "with")
            | ("well", "as")
            | ("addition" | "compared", "to")
            | ("up" | "down", "from")
    )
}

/// Whether such words stand right before a count.
pub(in crate::extract) fn is_added_count(scene: &Scene, count: Option<usize>) -> bool {
    let Some(count) = count else { return false };
    let start = scene.tokens(&scene.counts[count].range).start;
    let adds = |word: &str| matches!(word, "as" | "to");
    start >= 2 && adds(scene.words.lower(start - 1)) && is_added(scene, &(start - 2..start))
}

/// "three officers, two civilians and a doctor were killed": nothing but commas and "and" between two counts.
pub(in crate::extract) fn is_listed(scene: &Scene, index: usize) -> bool {
    let gap = gap(scene, index);
    let linking = |at: usize| scene.words.raw(at) == "," || matches!(scene.words.lower(at), "and" | "all");
    !gap.is_empty() && (gap.len() <= 3 && gap.clone().all(linking) || lists_one(scene, &gap))
}

/// ", a nurse and": one without a number between two counts.
fn lists_one(scene: &Scene, gap: &Range<usize>) -> bool {
    let words = &scene.words;
    let item = gap.start + 1..gap.end.saturating_sub(1);
    let plain = |at: usize| {
        words.list[at].kind == Kind::Word
            && !words.is(at, Small::PREPOSITION | Small::RELATIVE | Small::CLAUSE | Small::BE)
            && !scene.heads.iter().any(|head| head.is_verb() && head.token == at)
    };
    words.mark(gap.start) == b','
        && (2..=5).contains(&item.len())
        && matches!(words.lower(item.start), "a" | "an" | "the" | "his" | "her" | "their")
        && item.clone().all(plain)
        && (words.lower(item.end) == "and" || words.mark(item.end) == b',')
}

/// "left 2,100 villagers and 69 soldiers dead": what leaves them so is not what they leave.
fn leaves_harmed(scene: &Scene, leaves: Option<usize>, harmed: Option<usize>) -> bool {
    let (Some(leaves), Some(harmed)) = (leaves, harmed) else { return false };
    is_leaving(scene.words.lower(scene.heads[leaves].token))
        && scene.heads[harmed].predicates.any(PredicateGroup::Violence)
}

/// "killed the general and several others", "a leader along with seven of his aides": counted beside those named.
fn with_named(scene: &Scene, index: usize, head: Option<usize>) -> Option<usize> {
    let start = scene.tokens(&scene.counts[index].range).start;
    let words = &scene.words;
    // "a farmer and his four sons"
    let owned = start > 0 && matches!(words.lower(start - 1), "his" | "her" | "their" | "its");
    let last = start.checked_sub(1 + usize::from(owned))?;
    let added = is_added(scene, &(last.checked_sub(1)?..start));
    let joined = words.lower(last) == "and" || added;
    // "in two raids" is how, not what they did.
    let attack_behind = |head: usize| {
        let head = &scene.heads[head];
        (head.token > start || added) && (head.shape == Shape::Noun || head.is_cue_of(Predicate::Attack))
    };
    if !joined || has_cue(scene, head.filter(|head| !attack_behind(*head))) {
        return None;
    }
    // "killed a leading cleric and 94 others": a participle behind an article describes.
    let describes = |head: &Head| {
        head.shape == Shape::Gerund && head.first > 0 && words.is(head.first - 1, Small::DETERMINER)
    };
    let verb = scene
        .heads
        .iter()
        .rposition(|head| head.last < start && (!added || head.is_verb()) && !describes(head))?;
    let found = &scene.heads[verb];
    let active = matches!(found.shape, Shape::Finite | Shape::Gerund | Shape::Infinitive) && !found.passive;
    let gap = found.last + 1..last;
    let broken = gap.clone().any(|at| words.is(at, Small::RELATIVE) || matches!(words.raw(at), ";" | ":"));
    // "Captain Ali died, along with five others": who dies takes nobody, but has others beside him.
    let takes =
        found.predicates.any(PredicateGroup::Violence) && (added || !words.is(found.token, Small::DYING));
    // "its founder was killed in Kano along with five of his men"
    let suffered = added && found.passive;
    ((active || suffered) && takes && !broken && !gap.is_empty() && gap.len() <= 14).then_some(verb)
}

fn has_cue(scene: &Scene, head: Option<usize>) -> bool {
    head.is_some_and(|head| !scene.heads[head].predicates.is_empty())
}

/// Whether the count is the subject of its head: "killed two soldiers, and five people were wounded".
fn stands_before(scene: &Scene, count: usize, head: Option<usize>) -> bool {
    let end = scene.tokens(&scene.counts[count].range).end;
    // "four civilians and a priest in attacks": an attack is where they are told of, not what is told of them.
    head.map(|head| &scene.heads[head]).is_some_and(|head| {
        let attack = head.shape == Shape::Noun && head.is_cue_of(Predicate::Attack);
        head.first >= end && !head.predicates.is_empty() && !attack
    })
}
