//! From heads, dates and counts to what is claimed: one event a clause, and one for every count.

use std::cell::LazyCell;
use std::ops::Range;

use super::amount::lone::lone;
use super::attach::counts;
use super::attach::counts_shared;
use super::attach::dates_shared::{date_behind, shared};
use super::attach::deed_dates::{date_of, end_of};
use super::attach::in_all;
use super::attach::of_those::of_those;
use super::attach::the_rest::moved as moved_rest;
use super::attach::wholes::{has_counted_part, is_whole, of_a_part};
use super::grammar::heads::{Head, Shape};
use super::roles::doers;
use super::roles::movers;
use super::rules::{self, Roles, Rule};
use super::scene::{Counted, Counting, Mover, Scene};
use super::stance::stance;
use super::words::function_words::Small;
use super::words::word::Kind;
use crate::model::vocabulary::{Polarity, Predicate, PredicateGroup};

/// Something that a sentence claims.
pub(super) struct Event {
    /// The rule that reads it.
    pub(super) rule: &'static Rule,
    /// Its head; none where a count stands alone.
    pub(super) head: Option<usize>,
    /// Its count.
    pub(super) count: Option<usize>,
    /// Its date.
    pub(super) date: Option<usize>,
}

/// Everything that a sentence claims, in order of its heads, then its lone counts; `harm` is what the sentence before says
/// became of people.
pub(super) fn events(scene: &mut Scene, harm: Option<Predicate>) -> Vec<Event> {
    let count_heads = count_heads(scene);
    let commanded = |count: usize| {
        count_heads[count].filter(|_| {
            let counted = &scene.counts[count];
            counted.counting == Counting::Troops || counted.mover == Mover::Posted
        })
    };
    let troop_heads = (0..count_heads.len()).filter_map(commanded).collect();
    let residents =
        |count: usize| count_heads[count].filter(|_| scene.counts[count].mover == Mover::Residents);
    let resident_heads = (0..count_heads.len()).filter_map(residents).collect();
    (scene.troop_heads, scene.resident_heads) = (troop_heads, resident_heads);
    let scene = &*scene;
    // Most heads are none of a rule: without one and without a count, nobody asks for dates.
    let date_heads = LazyCell::new(|| shared(scene));
    let mut events = Vec::new();
    let mut used = vec![false; scene.counts.len()];
    for head in 0..scene.heads.len() {
        let Some(rule) = rules::rule_for(scene, head) else { continue };
        let date = date_of(scene, &date_heads, head, rule);
        let counts: Vec<usize> = (0..scene.counts.len())
            .filter(|count| count_heads[*count].is_some_and(|of| of == head || are_twins(scene, of, head)))
            .filter(|count| (rule.counts)(&scene.counts[*count]))
            .filter(|count| rule.roles != Roles::Forces || flees(scene, *count, head))
            .collect();
        for count in &counts {
            used[*count] = true;
            events.extend(counted(scene, rule, head, *count, date));
        }
        // "rejected calls to bring home those serving in Mali": that they are there is not denied.
        let described = rule.predicate == Predicate::Stationed
            && matches!(scene.heads[head].shape, Shape::Participle | Shape::Gerund);
        let denied = rule.denied
            && !described
            && stance(&scene.words, &scene.heads, head, false).1 == Polarity::Denied;
        if counts.is_empty() && (date.is_some() && rule.dated || denied) {
            events.push(Event { rule, head: Some(head), count: None, date });
        }
        if let Some(end) = date.and_then(|first| end_of(scene, &date_heads, head, first)) {
            events.push(Event { rule, head: Some(head), count: None, date: Some(end) });
        }
    }
    for count in (0..scene.counts.len()).filter(|count| !used[*count]) {
        let part = of_those(scene, count, harm);
        events.extend(part.or_else(|| lone(scene, count, count_heads[count], &date_heads)));
    }
    events
}

/// Residents are counted only where they flee or return: not "pulled out of Jaffna, a town of 30,000 people".
fn flees(scene: &Scene, count: usize, head: usize) -> bool {
    scene.counts[count].mover != Mover::Residents || movers::flee(scene, head) || movers::stay(scene, head)
}

/// The head of each count.
fn count_heads(scene: &Scene) -> Vec<Option<usize>> {
    let heads = scene
        .counts
        .iter()
        .map(|count| {
            let head = in_all::moved(scene, count)
                .or_else(|| own_noun(scene, count))
                .or_else(|| counts::count_head(scene, count).filter(|_| !is_of(scene, count)));
            let harms = head.is_some_and(|head| scene.heads[head].predicates.any(PredicateGroup::Violence));
            let described = if harms { None } else { described(scene, count) };
            described.or_else(|| head.and_then(|head| moved_rest(scene, head, count))).or(head)
        })
        .collect();
    let mut heads = counts_shared::shared(scene, heads);
    for (head, count) in heads.iter_mut().zip(&scene.counts) {
        *head = head.filter(|head| !doers::does(scene, *head, count));
    }
    heads
}

/// "ten captured soldiers were shown to reporters": the participle before the noun says what became of them.
fn described(scene: &Scene, count: &Counted) -> Option<usize> {
    let tokens = scene.tokens(&count.range);
    let noun = tokens.end.checked_sub(1)?;
    scene.heads.iter().position(|head| {
        head.token > tokens.start
            && head.token < noun
            && head.first == head.token
            && head.last == head.token
            && head.is_verb()
            && scene.words.is(head.token, Small::ED)
            && head.predicates.any(PredicateGroup::Violence)
    })
}

/// "Of 30 hostages, 12 died": those of whom the other count is a part.
fn is_of(scene: &Scene, count: &Counted) -> bool {
    let tokens = scene.tokens(&count.range);
    scene.words.lower(0) == "of" && (1..=2).contains(&tokens.start) && scene.words.raw(tokens.end) == ","
}

/// "killing and wounding dozens", "were captured and shot dead": two harms done to the same people.
fn are_twins(scene: &Scene, one: usize, other: usize) -> bool {
    let (first, second) = (&scene.heads[one.min(other)], &scene.heads[one.max(other)]);
    let harms = |head: &Head| {
        let harms = [Predicate::Killed, Predicate::Wounded, Predicate::Captured];
        head.is_verb() && harms.iter().any(|harm| head.is_cue_of(*harm))
    };
    let joined = first.last + 2 == second.first && matches!(scene.words.lower(first.last + 1), "and" | "or");
    one != other && joined && harms(first) && harms(second)
}

/// A count of a head; "drop to 5,500 in 2016" is a dated withdrawal and the level it leads to.
fn counted(scene: &Scene, rule: &'static Rule, head: usize, count: usize, date: Option<usize>) -> Vec<Event> {
    let start = scene.tokens(&scene.counts[count].range).start;
    // "was cut to 1,300 from 1,600 in May": it was cut in May.
    let falls_to = rule.predicate == Predicate::Withdraw
        && start > 0
        && scene.words.lower(start - 1) == "to"
        && scene.heads[head].last + 4 > start;
    let compared = |date: usize| !falls_to && is_of_compared(scene, count, date);
    let date = behind(scene, count).or(date.filter(|date| !compared(*date)));
    // "some of the 240 hostages seized in May": all of them were.
    let tokens = scene.tokens(&scene.counts[count].range);
    let done = scene.heads[head].shape == Shape::Participle
        && scene.heads[head].first == tokens.end
        && rule.predicate.group() == PredicateGroup::Violence;
    if is_whole(scene, start) && !done {
        return of_a_part(rule, head, count, date.filter(|_| !has_counted_part(scene, start)));
    }
    // "reduced from 5,200 soldiers to 3,000": so many there were. "reduce its presence from 900 to 400": and are to be.
    let presence = rule.predicate == Predicate::Remain
        && scene.heads[head].shape == Shape::Noun
        && start > 0
        && !matches!(scene.words.lower(start - 1), "of" | "the")
        && scene.heads[head].token < start;
    // "will remain, down from 350"
    let compared = start > 1
        && scene.words.lower(start - 1) == "from"
        && matches!(scene.words.lower(start - 2), "down" | "up")
        && rule.predicate.group() == PredicateGroup::Presence;
    if presence || compared || rule.predicate == Predicate::Withdraw && is_starting_level(scene, head, count)
    {
        let level = rules::rule_of(Predicate::Stationed);
        return level
            .map(|rule| Event { rule, head: Some(head), count: Some(count), date: None })
            .into_iter()
            .collect();
    }
    // "on top of the 400 already there"
    let there = scene.words.lower(scene.tokens(&scene.counts[count].range).end) == "already";
    if there
        && rule.predicate == Predicate::Deploy
        && scene.words.is(start.wrapping_sub(1), Small::DETERMINER)
    {
        let level = rules::rule_of(Predicate::Stationed);
        return level
            .map(|rule| Event { rule, head: None, count: Some(count), date: None })
            .into_iter()
            .collect();
    }
    let to_level = rule.predicate == Predicate::Withdraw && start > 0 && scene.words.lower(start - 1) == "to"
        || is_reinforced(scene, rule, head, start)
        || is_total(scene, rule, head, start);
    let size = if super::amount::army_size::is_army_size(scene, &(start..start + 1)) {
        Predicate::Members
    } else {
        Predicate::Stationed
    };
    let level = rules::rule_of(size).filter(|_| to_level);
    let Some(level) = level else {
        return vec![Event { rule, head: Some(head), count: Some(count), date }];
    };
    let mut events = vec![Event { rule: level, head: Some(head), count: Some(count), date }];
    if date.is_some() {
        events.push(Event { rule, head: Some(head), count: None, date });
    }
    events
}

/// "from 5,200 soldiers to 3,000": the first of the two.
fn is_starting_level(scene: &Scene, head: usize, count: usize) -> bool {
    let tokens = scene.tokens(&scene.counts[count].range);
    let words = &scene.words;
    let from = (1..=2).any(|back| tokens.start.checked_sub(back).is_some_and(|at| words.lower(at) == "from"));
    let to = (tokens.end..tokens.end + 8).any(|at| words.lower(at) == "to");
    let last = scene.heads[head].last;
    // "drop to 8,600 from 13,000", "be reduced to 30,000 by mid-2008, from 48,000"
    let dated = |end: usize| scene.dates.iter().any(|date| scene.tokens(&date.range).start == end);
    let left = scene.counts.iter().map(|count| scene.tokens(&count.range)).any(|left| {
        last < left.start
            && left.end <= tokens.start
            && words.lower(left.start - 1) == "to"
            && (left.end + 3 > tokens.start || left.end + 8 > tokens.start && dated(left.end))
    });
    from && (to || left) && last < tokens.start || is_cut_down(scene, head, &tokens)
}

/// "the force of 3,000 will be cut to 1,000", "the 9,500-strong contingent will be cut by 500": how many there are before.
fn is_cut_down(scene: &Scene, head: usize, tokens: &Range<usize>) -> bool {
    let (found, words) = (&scene.heads[head], &scene.words);
    let shrinks = ["cut", "reduc", "trim", "slash", "scal", "pare", "shr", "fall", "fell", "drop", "declin"];
    let to = found.last + 1;
    let left = |count: &Counted| (to + 1..to + 4).contains(&scene.tokens(&count.range).start);
    tokens.end <= found.first
        && found.is_verb()
        && shrinks.iter().any(|stem| words.lower(found.token).starts_with(stem))
        && matches!(words.lower(to), "to" | "by")
        && scene.counts.iter().any(left)
}

/// "bringing the total to 1,200": how many there are then.
fn is_total(scene: &Scene, rule: &Rule, head: usize, start: usize) -> bool {
    let found = &scene.heads[head];
    let brings = ["bring", "brought", "rais", "tak", "took"];
    let total = |at: usize| {
        matches!(
            scene.words.lower(at),
            "total"
                | "number"
                | "numbers"
                | "strength"
                | "figure"
                | "level"
                | "contingent"
                | "force"
                | "presence"
                | "deployment"
        )
    };
    rule.predicate == Predicate::Deploy
        && brings.iter().any(|stem| scene.words.lower(found.token).starts_with(stem))
        && found.token < start
        && scene.words.lower(start - 1) == "to"
        && (found.token + 1..start).any(total)
}

/// "reinforce the 7,800-strong force", "boost its forces to 5,000": those who are there, not those who come.
fn is_reinforced(scene: &Scene, rule: &Rule, head: usize, start: usize) -> bool {
    let word = scene.words.lower(scene.heads[head].token);
    let grows =
        ["reinforc", "bolster", "beef", "boost", "strengthen"].iter().any(|stem| word.starts_with(stem));
    let before = start.checked_sub(1).map_or("", |at| scene.words.lower(at));
    rule.predicate == Predicate::Deploy
        && grows
        && scene.heads[head].is_verb()
        && !scene.heads[head].passive
        && scene.heads[head].token < start
        && (matches!(before, "the" | "its" | "their" | "to")
            || before == "of" && start > 1 && scene.words.is(start - 2, Small::COLLECTIVE))
}

/// "nine strikes on Saturday and 14 on Sunday": the date right behind a count that is not alone.
pub(super) fn behind(scene: &Scene, count: usize) -> Option<usize> {
    date_behind(scene, count).or_else(|| of_included(scene, count)).filter(|_| scene.counts.len() > 1)
}

/// "including some 80 in two towns in May, and 30 in a raid in June": the date behind a part, before the next.
fn of_included(scene: &Scene, count: usize) -> Option<usize> {
    let tokens = |count: usize| scene.tokens(&scene.counts[count].range);
    let led = |count: usize| tokens(count).start.checked_sub(1).map_or("", |at| scene.words.lower(at));
    let included = led(count) == "including"
        || led(count) == "and" && count.checked_sub(1).is_some_and(|before| led(before) == "including");
    let end = tokens(count).end;
    let next = scene.counts.get(count + 1).map_or(scene.words.len(), |next| scene.tokens(&next.range).start);
    let plain = |date: usize| {
        (end..date).all(|at| matches!(scene.words.list[at].kind, Kind::Word | Kind::Number))
            && !scene.heads.iter().any(|head| head.is_verb() && (end..date).contains(&head.token))
    };
    let start = |date: &usize| scene.tokens(&scene.dates[*date].range).start;
    (0..scene.dates.len())
        .find(|date| start(date) >= end && start(date) < next && start(date) <= end + 8)
        .filter(|date| included && plain(start(date)))
}

/// "900 soldiers, down from 2,000 in 2018": the year is that of the number compared with.
pub(super) fn is_of_compared(scene: &Scene, count: usize, date: usize) -> bool {
    let own = scene.tokens(&scene.counts[count].range).end;
    let date = scene.tokens(&scene.dates[date].range).start;
    let compared =
        |at: usize| matches!(scene.words.lower(at), "from" | "with" | "against" | "than" | "versus");
    scene.counts.iter().any(|other| {
        let tokens = scene.tokens(&other.range);
        // "up from 1,040 in the same period of 2007"
        let of_other = tokens.end <= date
            && date <= tokens.end + 6
            && (tokens.end..date).all(|at| scene.words.list[at].kind == Kind::Word)
            && !scene.heads.iter().any(|head| head.is_verb() && (tokens.end..date).contains(&head.token));
        own < tokens.start && of_other && (own..tokens.start).any(compared)
    })
}

/// "70 assaults", "six dead": what is counted is the head itself. "Three election officials" are no election.
pub(super) fn own_noun(scene: &Scene, count: &Counted) -> Option<usize> {
    let tokens = scene.tokens(&count.range);
    scene.heads.iter().position(|head| {
        // "will total around 6,000 troops", "units totalling 2,500 men"
        let totals = head.token == tokens.start && scene.words.lower(head.token).starts_with("total");
        // "800 wounded were brought to hospitals"
        let named = head.token + 1 == tokens.end && scene.words.is(tokens.end, Small::BE | Small::HAVE);
        tokens.contains(&head.token)
            && !head.predicates.is_empty()
            && (totals || named || !matches!(head.shape, Shape::Finite | Shape::Infinitive | Shape::Gerund))
            && !doers::is_captive(scene, head)
            && (!head.predicates.any(PredicateGroup::Politics) || head.token + 1 == tokens.end)
    })
}
