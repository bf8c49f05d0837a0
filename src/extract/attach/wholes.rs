//! Numbers of a whole, of which only a part does something: "half of the 9,800 troops left", "200 of a force of 2,500".

use crate::extract::events::Event;
use crate::extract::rules::{self, Rule};
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// "half of the 9,800 troops", "most of the 1,300": the number is that of the whole.
pub(in crate::extract) fn is_whole(scene: &Scene, start: usize) -> bool {
    let words = &scene.words;
    let before = |back: usize| start.checked_sub(back).map_or("", |at| words.lower(at));
    let determined = matches!(before(1), "the" | "its" | "their" | "those" | "these");
    let (of, part) = if determined { (before(2), before(3)) } else { (before(1), before(2)) };
    let direct = determined && before(2) == "half";
    let portion = matches!(
        part,
        "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "half"
            | "most"
            | "majority"
            | "bulk"
            | "some"
            | "many"
            | "third"
            | "thirds"
            | "quarter"
            | "part"
            | "rest"
            | "last"
            | "first"
            | "remainder"
    );
    // "8,000 of the 13,000 soldiers"
    let figure = start.checked_sub(3).is_some_and(|at| words.list[at].kind == Kind::Number);
    // "a reduction in the 160,000 troops"
    let cut = || {
        let noun = start.checked_sub(3).map_or("", |at| words.lower(at));
        determined
            && of == "in"
            && ["reduction", "cut", "drawdown", "decrease"].iter().any(|stem| noun.starts_with(stem))
    };
    direct || of == "of" && (portion || figure) && determined || cut() || is_body_shared(scene, start)
}

/// "200 of a planned force of 2,500": the number of a body that another number is a part of.
fn is_body_shared(scene: &Scene, start: usize) -> bool {
    let words = &scene.words;
    let of = |at: usize| words.lower(at) == "of";
    let Some(body) = start.checked_sub(2).filter(|body| of(body + 1)) else { return false };
    let plain = |at: &usize| words.list[*at].kind == Kind::Word && !words.is(*at, Small::CLAUSE);
    let outer = (body.saturating_sub(5)..body).rev().take_while(plain).find(|at| of(*at));
    outer.and_then(|of| of.checked_sub(1)).is_some_and(|at| words.list[at].kind == Kind::Number)
}

/// "the last 40 of the 550", "200 of a force of 2,500": the part has its own count.
pub(in crate::extract) fn has_counted_part(scene: &Scene, start: usize) -> bool {
    let words = &scene.words;
    let near = start.saturating_sub(8)..start;
    scene.counts.iter().map(|part| scene.tokens(&part.range).start).any(|part| {
        let mut between = part + 1..start;
        near.contains(&part)
            && between.clone().any(|at| words.lower(at) == "of")
            && between.all(|at| words.list[at].kind != Kind::Mark && !words.is(at, Small::JOINING))
    })
}

/// What happens to a part of forces tells how many there are in all: a level, and the dated move of the part.
pub(in crate::extract) fn of_a_part(
    rule: &'static Rule,
    head: usize,
    count: usize,
    date: Option<usize>,
) -> Vec<Event> {
    if rule.predicate.group() != PredicateGroup::Presence {
        return Vec::new();
    }
    // "the first of the 30,000 extra troops will arrive": all of them are yet to come.
    let whole = if rule.predicate == Predicate::Deploy { Predicate::Deploy } else { Predicate::Stationed };
    let level = rules::rule_of(whole).map(|rule| Event { rule, head: None, count: Some(count), date: None });
    let part = Event { rule, head: Some(head), count: None, date };
    level.into_iter().chain(date.is_some().then_some(part)).collect()
}
