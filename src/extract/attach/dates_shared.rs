//! Dates of several heads, and heads with several dates.

use chrono::Months;

use super::dates::dates;
use crate::extract::grammar::ahead::what_begins;
use crate::extract::grammar::heads::{Head, Mood, Shape};
use crate::extract::scene::{Dated, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Words;
use crate::model::When;
use crate::model::vocabulary::{Precision, Predicate, PredicateGroup, Relation};

/// The date of a head that has several: one of the calendar before one that is counted from another day, and any
/// before "now".
pub(super) fn first_of(scene: &Scene, own: impl Iterator<Item = usize> + Clone) -> Option<usize> {
    let words = |date: usize| {
        let tokens = scene.tokens(&scene.dates[date].range);
        (scene.words.lower(tokens.start).to_owned(), tokens)
    };
    let rank = |date: &usize| {
        let (first, tokens) = words(*date);
        let now = tokens.len() == 1 && matches!(first.as_str(), "now" | "currently" | "today");
        let when = &scene.dates[*date].when;
        let unbound = when.earliest.is_none() && when.latest.is_none();
        (unbound, now, first == "for", scene.dates[*date].relative)
    };
    own.min_by_key(rank)
}

/// The date right behind a count: "14 on Sunday", "23,000 more by September", "a further 600 expected next week".
pub(in crate::extract) fn date_behind(scene: &Scene, count: usize) -> Option<usize> {
    let end = scene.tokens(&scene.counts[count].range).end;
    let passed = matches!(
        scene.words.lower(end),
        "more" | "others" | "expected" | "due" | "arriving" | "following" | "leaving"
    );
    let start = end + usize::from(passed);
    (0..scene.dates.len()).find(|date| scene.tokens(&scene.dates[*date].range).start == start)
}

/// Dates, each followed by the day itself where a clause tells of it: "since 1 May, when the troops began to leave".
pub(in crate::extract) fn with_clauses(words: &Words, dates: impl Iterator<Item = Dated>) -> Vec<Dated> {
    let mut found = Vec::new();
    for date in dates {
        let end = words.within(&date.range).end;
        let told = words.lower(end) == "when" || words.raw(end) == "," && words.lower(end + 1) == "when";
        let own = told.then(|| the_day_itself(&date.when)).flatten();
        let clause = own.map(|when| Dated { when, of_clause: true, ..date.clone() });
        found.push(date);
        found.extend(clause);
    }
    found
}

/// "since 1 May", "after 1 May": the day or period that they name.
fn the_day_itself(when: &When) -> Option<When> {
    let (earliest, latest) = match (when.relation, when.precision) {
        (Relation::On | Relation::Around, _) => (when.earliest?, when.latest?),
        (Relation::From, Precision::Day) => (when.earliest?, when.earliest?),
        (Relation::After, Precision::Day) => (when.earliest?.pred_opt()?, when.earliest?.pred_opt()?),
        // "after the end of 2014, when all are to leave"
        (Relation::After, Precision::Year) => {
            let last = when.earliest?.pred_opt()?;
            (last.checked_sub_months(Months::new(12))?.succ_opt()?, last)
        }
        (Relation::From, Precision::Month) => {
            let first = when.earliest?;
            (first, first.checked_add_months(Months::new(1))?.pred_opt()?)
        }
        (Relation::From, Precision::Year) => {
            let first = when.earliest?;
            (first, first.checked_add_months(Months::new(12))?.pred_opt()?)
        }
        _ => return None,
    };
    Some(When {
        relation: Relation::On,
        earliest: Some(earliest),
        latest: Some(latest),
        edtf: None,
        ..when.clone()
    })
}

/// "on Wednesday defended his decision during an unannounced trip to Niger": the day on which somebody does something there
/// is one of the visit.
fn on_a_visit(scene: &Scene, pairs: &[(usize, usize)], visit: usize) -> Option<usize> {
    let (head, words) = (&scene.heads[visit], &scene.words);
    let noun = head.shape == Shape::Noun && matches!(words.lower(head.token), "visit" | "trip" | "tour");
    let led = (head.token.saturating_sub(4)..head.token).find(|at| words.lower(*at) == "during");
    let led = led.filter(|led| noun && words.lower(led + 1) != "the")?;
    if pairs.iter().any(|(_, at)| *at == visit) {
        return None;
    }
    let told = |at: usize| {
        let verb = &scene.heads[at];
        verb.shape == Shape::Finite && verb.mood == Mood::Past && verb.last < led && !verb.negated
    };
    let of_day = |(date, at): &&(usize, usize)| {
        let when = &scene.dates[*date].when;
        let start = scene.tokens(&scene.dates[*date].range).start;
        told(*at) && start < led && when.relation == Relation::On && when.precision == Precision::Day
    };
    pairs.iter().find(of_day).map(|(date, _)| *date)
}

/// Dates with their heads; a date before or after coordinated verbs or nouns is theirs together, and one before a
/// sentence is that of every clause that "and" joins.
pub(in crate::extract) fn shared(scene: &Scene) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> =
        dates(scene).into_iter().enumerate().filter_map(|(date, head)| Some((date, head?))).collect();
    for visit in 0..scene.heads.len() {
        if let Some(date) = on_a_visit(scene, &pairs, visit) {
            pairs.push((date, visit));
        }
    }
    let done_there: Vec<(usize, usize)> =
        pairs.iter().filter_map(|pair| done_at_talks(scene, &pairs, *pair)).collect();
    pairs.extend(done_there);
    for first in 0..scene.heads.len() {
        let Some(second) = coordinated(scene, first) else { continue };
        let date_of = |head: usize| pairs.iter().find(|(_, at)| *at == head).map(|(date, _)| *date);
        let starts_before =
            |date: usize| scene.tokens(&scene.dates[date].range).start < scene.heads[first].first;
        match (date_of(first), date_of(second)) {
            (Some(date), None) if starts_before(date) => pairs.push((date, second)),
            // "will cease operations on 22 November and start withdrawing"
            (Some(date), None) if second > first + 1 || done_then(scene, first, second, date) => {
                pairs.push((date, second));
            }
            (None, Some(date)) => pairs.push((date, first)),
            _ => {}
        }
    }
    let when: Vec<(usize, usize)> =
        pairs.iter().filter_map(|pair| before_when(scene, &pairs, *pair)).collect();
    pairs.extend(when);
    if let Some((date, head)) = pairs.iter().find(|(date, _)| opens_sentence(scene, *date)).copied() {
        let joined = next_clause(scene, head).filter(|next| !pairs.iter().any(|(_, at)| at == next));
        pairs.extend(joined.map(|next| (date, next)));
    }
    pairs
}

/// "visited Gao last month and signed a pact": a date right before "and" is that of what was done next as well.
fn done_then(scene: &Scene, first: usize, second: usize, date: usize) -> bool {
    let past = |at: usize| {
        let head = &scene.heads[at];
        head.shape == Shape::Finite && head.mood == Mood::Past && !head.negated
    };
    let end = scene.tokens(&scene.dates[date].range).end;
    past(first) && past(second) && scene.words.lower(end) == "and" && scene.heads[second].first <= end + 2
}

/// "was signed at Wednesday's summit": what is done at talks is done on their day.
fn done_at_talks(
    scene: &Scene,
    pairs: &[(usize, usize)],
    (date, noun): (usize, usize),
) -> Option<(usize, usize)> {
    let start = scene.tokens(&scene.dates[date].range).start;
    let led = start.checked_sub(1).filter(|at| matches!(scene.words.lower(*at), "at" | "during"))?;
    let talks = &scene.heads[noun];
    let verb = noun.checked_sub(1)?;
    let head = &scene.heads[verb];
    let held = talks.shape == Shape::Noun && talks.is_cue_of(Predicate::Talks) && talks.first > start;
    let told = head.shape == Shape::Finite && head.mood == Mood::Past && !head.negated;
    let free = !pairs.iter().any(|(_, at)| *at == verb);
    let near = head.last < led && led - head.last <= 4;
    (held && told && free && near && head.is_cue_of(Predicate::Agreement)).then_some((date, verb))
}

/// "was sent when riots broke out in 1997": what is told by the other event has its date.
fn before_when(
    scene: &Scene,
    pairs: &[(usize, usize)],
    (date, told): (usize, usize),
) -> Option<(usize, usize)> {
    let start = scene.tokens(&scene.dates[date].range).start;
    let first = scene.heads[told].first;
    let when = (first.saturating_sub(8)..first).rfind(|at| scene.words.lower(*at) == "when")?;
    let main = scene.heads.iter().rposition(|head| head.last < when && head.is_verb())?;
    let head = &scene.heads[main];
    let past = head.shape == Shape::Finite && head.mood == Mood::Past && !head.negated;
    let plain = scene.words.raw(when - 1) != "," && head.last + 8 > when;
    let told_past = scene.heads[told].shape == Shape::Finite && scene.heads[told].mood == Mood::Past;
    let free = !pairs.iter().any(|(_, at)| *at == main)
        && scene.heads[main + 1..told].iter().all(|head| !head.is_verb());
    (past && plain && told_past && free && start > first && head.predicates.any(PredicateGroup::Presence))
        .then_some((date, main))
}

fn opens_sentence(scene: &Scene, date: usize) -> bool {
    scene.tokens(&scene.dates[date].range).start == 0
}

/// The cue verb of the clause that "and" joins to this one, in the same tense, with a subject of its own: "in 1979
/// Vietnam invaded Cambodia and China invaded Vietnam".
fn next_clause(scene: &Scene, first: usize) -> Option<usize> {
    let head = &scene.heads[first];
    let finite = |head: &Head| head.shape == Shape::Finite;
    let second = (first + 1..scene.heads.len()).find(|next| finite(&scene.heads[*next]))?;
    let next = &scene.heads[second];
    let joined = (head.last + 1..next.first).rev().find(|at| scene.words.lower(*at) == "and")?;
    let dated = scene.dates.iter().map(|date| scene.tokens(&date.range).start).any(|date| date > joined);
    (finite(head) && head.mood == next.mood && !next.predicates.is_empty() && !dated).then_some(second)
}

/// The cue that "and" joins to this one: a verb without a subject of its own, or a noun beside a noun.
fn coordinated(scene: &Scene, first: usize) -> Option<usize> {
    let head = &scene.heads[first];
    let beside = first + 1;
    // "and start withdrawing"
    let second = what_begins(scene, beside).unwrap_or(beside);
    let next = scene.heads.get(second)?;
    if head.predicates.is_empty() || next.predicates.is_empty() || head.is_verb() != next.is_verb() {
        return None;
    }
    // "has started leaving and will be gone by May": what is done has no day that is still to come.
    let before = first.checked_sub(1).map(|before| &scene.heads[before]);
    let told = before.filter(|before| before.last + 1 == head.first && !head.is_finite()).unwrap_or(head);
    let ahead = |head: &Head| matches!(head.mood, Mood::Will | Mood::Would);
    if told.is_finite()
        && told.mood == Mood::Past
        && ahead(&scene.heads[beside])
        && scene.heads[beside].is_finite()
    {
        return None;
    }
    let joined = (head.last + 1..scene.heads[beside].first)
        .rev()
        .take(3)
        .find(|at| matches!(scene.words.lower(*at), "and" | "or"))?;
    if !head.is_verb() {
        let both = [head, next]
            .iter()
            .all(|head| head.shape == Shape::Noun && head.predicates.any(PredicateGroup::Presence));
        let bare = (joined + 1..next.first).all(|at| scene.words.is(at, Small::DETERMINER));
        return (both && bare).then_some(second);
    }
    let bare = (joined + 1..scene.heads[beside].first).all(|at| {
        scene.words.lower(at).ends_with("ly") || matches!(scene.words.lower(at), "then" | "also" | "to")
    });
    bare.then_some(second)
}
