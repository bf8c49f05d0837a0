//! The date of what a head says, where it is that of the deed: "stormed the hotel on Sunday, killing 12".

use super::counts::left_harmed;
use super::dates_shared::{date_behind, first_of};
use super::since_clause::date_since;
use crate::extract::grammar::blow::blow;
use crate::extract::grammar::heads::{Head, Mood, Shape};
use crate::extract::grammar::support::is_shifted;
use crate::extract::rules::Rule;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::model::vocabulary::{Predicate, PredicateGroup, Relation};

/// The date of a head. What kills has the date of the attack beside it, or the one since when it was counted.
pub(in crate::extract) fn date_of(
    scene: &Scene,
    dates: &[(usize, usize)],
    head: usize,
    rule: &Rule,
) -> Option<usize> {
    let own = dates.iter().filter(|(_, at)| *at == head).map(|(date, _)| *date);
    // "10,000 are to leave by December and 23,000 more by May": a second count has its own.
    let start = |date: usize| scene.tokens(&scene.dates[date].range).start;
    let earliest = own.clone().map(start).min();
    let of_another = |date: &usize| {
        earliest.is_some_and(|earliest| earliest < start(*date))
            && (1..scene.counts.len()).any(|count| date_behind(scene, count) == Some(*date))
    };
    let own = own.filter(|date| !of_another(date));
    // "on Monday extended the mandate until June": how long is what it says.
    let lasts = |date: &usize| scene.dates[*date].when.relation == Relation::Until;
    let extended =
        ["exten", "prolong"].iter().any(|stem| scene.words.lower(scene.heads[head].token).starts_with(stem));
    let moved = own.clone().find(|date| is_moved_to(scene, start(*date)));
    let own = moved
        .or_else(|| own.clone().find(lasts).filter(|_| extended).or_else(|| first_of(scene, own.clone())));
    if own.is_some() || rule.predicate.group() != PredicateGroup::Violence {
        return own;
    }
    let clause = scene.clause(scene.heads[head].token);
    let of_attack = dates.iter().find(|(date, at)| {
        let other = &scene.heads[*at];
        // "the number of attacks rose to 330 in 2015"
        let numbers = scene.words.is(other.token, Small::NUMBERING) && other.predicates.is_empty();
        clause.contains(&scene.tokens(&scene.dates[*date].range).start)
            && (other.predicates.any(PredicateGroup::Violence) || numbers)
    });
    // "died in the shelling overnight, bringing the toll since the war began in May to 260": each has its own.
    let since = date_since(scene, head);
    let own = |date: usize| scene.tokens(&scene.dates[date].range).start > scene.heads[head].last;
    let of_attack = of_attack.filter(|(date, _)| !is_another_day(scene, *date, head));
    let of_attack =
        of_attack.filter(|(date, _)| since.is_none() || own(*date) || scene.heads[head].shape != Shape::Noun);
    of_attack
        .map(|(date, _)| *date)
        .or(since)
        .or_else(|| of_deed(scene, dates, head))
        .or_else(|| of_cause(scene, dates, head))
        .or_else(|| of_blow(scene, dates, head))
}

/// "postponed from February 14 to March 28": the day behind "to" is the one that it is put off to. Two days of one stretch
/// are one date.
fn is_moved_to(scene: &Scene, date: usize) -> bool {
    let words = &scene.words;
    let to = date.checked_sub(1).filter(|at| matches!(words.lower(*at), "to" | "until"));
    let before =
        |to: usize| scene.dates.iter().map(|date| scene.tokens(&date.range)).find(|date| date.end == to);
    to.and_then(before).is_some_and(|from| {
        words.lower(from.start) == "from" || words.lower(from.start.wrapping_sub(1)) == "from"
    })
}

/// The verb before a date.
fn verb_before<'s>(scene: &'s Scene, date: usize) -> Option<&'s Head> {
    let start = scene.tokens(&scene.dates[date].range).start;
    scene.heads.iter().rfind(|verb| verb.is_verb() && verb.last < start)
}

/// The verb before a date, where it says that something ends then.
pub(in crate::extract) fn told_end<'s>(scene: &'s Scene, date: usize) -> Option<&'s Head> {
    verb_before(scene, date).filter(|verb| verb.is_cue_of(Predicate::EndMission))
}

/// The same, where it says that something goes on then: "ended on Friday and will resume on Nov. 20".
fn told_again<'s>(scene: &'s Scene, date: usize) -> Option<&'s Head> {
    let resumes = |word: &str| ["resum", "reconven", "restart"].iter().any(|stem| word.starts_with(stem));
    verb_before(scene, date).filter(|verb| resumes(scene.words.lower(verb.token)))
}

/// The same, where it says that something is put off until then or brought forward to then: "due in May, has been postponed
/// to July".
fn told_moved<'s>(scene: &'s Scene, date: usize) -> Option<&'s Head> {
    let put_off = |verb: &&Head| {
        let word = scene.words.lower(verb.token);
        let stem = ["postpon", "delay", "reschedul", "defer"].iter().any(|stem| word.starts_with(stem));
        stem || is_shifted(scene, verb)
    };
    verb_before(scene, date).filter(put_off)
}

/// "the pullout, which began in May, is to be completed by September": the day of its end, beside that of its beginning.
pub(in crate::extract) fn end_of(
    scene: &Scene,
    dates: &[(usize, usize)],
    head: usize,
    first: usize,
) -> Option<usize> {
    let start = |date: usize| scene.tokens(&scene.dates[date].range).start;
    let found = &scene.heads[head];
    let lasts = found.predicates.any(PredicateGroup::Presence) || found.is_cue_of(Predicate::Talks);
    let noun = found.shape == Shape::Noun && (lasts || found.predicates.any(PredicateGroup::Politics));
    let ends = |date: usize| {
        let over = told_end(scene, date).or_else(|| told_again(scene, date)).filter(|_| lasts);
        over.or_else(|| told_moved(scene, date)).is_some_and(|verb| start(first) < verb.first)
    };
    dates
        .iter()
        .filter(|(date, at)| noun && *at == head && *date != first)
        .map(|(date, _)| *date)
        .find(|date| start(*date) > start(first) && ends(*date))
}

/// "was rocked on Tuesday by two bombings that killed 31": the date of what a place was hit by.
fn of_blow(scene: &Scene, dates: &[(usize, usize)], index: usize) -> Option<usize> {
    let head = &scene.heads[index];
    let hit = blow(&scene.words, head.first)?;
    let within = |(date, _): &&(usize, usize)| {
        let at = scene.tokens(&scene.dates[*date].range).start;
        (scene.clause(hit).start..head.first).contains(&at)
    };
    dates.iter().find(within).map(|(date, _)| *date)
}

/// "stormed the hotel on Sunday and killed 12", "exploded on Sunday, leaving 12 dead": the date of the verb whose outcome a
/// head tells.
fn of_deed(scene: &Scene, dates: &[(usize, usize)], index: usize) -> Option<usize> {
    let head = &scene.heads[index];
    let words = &scene.words;
    // "…, officials said, and wounding hundreds"
    let done = |other: &Head| {
        other.shape == Shape::Finite && other.last < head.first && other.class != Some(Class::Say)
    };
    let deed = scene.heads[..index].iter().rposition(done)?;
    // "walked in on Monday and killed eight, and wounded nine"
    let joined = scene.heads[deed].predicates.any(PredicateGroup::Violence)
        && words.lower(head.first.saturating_sub(1)) == "and"
        && !dates.iter().any(|(_, at)| *at == deed);
    if let Some(date) = joined.then(|| of_deed(scene, dates, deed)).flatten() {
        return Some(date);
    }
    let verb = &scene.heads[deed];
    // "set off explosions": as it was or as it is.
    let plain = matches!(words.lower(verb.token), "set" | "hit" | "put" | "cut" | "shut" | "burst" | "split");
    let told = (verb.mood == Mood::Past || plain) && !verb.negated && verb.class != Some(Class::Plan);
    let gap = verb.last + 1..head.first;
    // "landed on Sunday to meet those who had killed": a clause of its own tells of another time.
    let crossed = gap
        .clone()
        .any(|at| matches!(words.mark(at), b';' | b':') || words.is(at, Small::RELATIVE | Small::CLAUSE));
    let before = (0..head.first).rev().find(|at| !words.is(*at, Small::LY))?;
    let outcome = match head.shape {
        Shape::Finite => words.lower(before) == "and",
        Shape::Infinitive => false,
        Shape::Gerund => words.raw(before) == "," || words.lower(before) == "and",
        Shape::Participle | Shape::Word => {
            gap.clone().any(|at| words.lower(at) == "leaving" && at > 0 && words.raw(at - 1) == ",")
        }
        Shape::Noun => false,
    };
    // "fighting last week left 30 injured"
    let outcome = outcome || left_harmed(scene, deed) == Some(index);
    let tokens = |date: usize| scene.tokens(&scene.dates[date].range);
    // "tore through the barracks on Tuesday killed 19": right behind the date of its relative clause.
    let behind = |date: usize| head.shape == Shape::Finite && tokens(date).end == head.first;
    let fits = |(date, at): &&(usize, usize)| {
        (deed..index).contains(at)
            && tokens(*date).end <= head.first
            && (outcome && !crossed || behind(*date))
    };
    told.then(|| dates.iter().find(fits)).flatten().map(|(date, _)| *date)
}

/// "were killed when a drone bombed a market on Sunday": the date of what they died of.
fn of_cause(scene: &Scene, dates: &[(usize, usize)], index: usize) -> Option<usize> {
    let head = &scene.heads[index];
    let words = &scene.words;
    let suffers = head.passive || head.shape == Shape::Participle || words.is(head.token, Small::DYING);
    let end = scene.words.len();
    let joint = (head.last + 1..(head.last + 16).min(end))
        .take_while(|at| !matches!(words.mark(*at), b';' | b':'))
        .find(|at| matches!(words.lower(*at), "when" | "after" | "as"))?;
    let finite =
        |other: &&Head| other.shape == Shape::Finite && other.first > joint && other.first < joint + 14;
    let verb = scene.heads.iter().position(|other| finite(&other)).filter(|_| suffers)?;
    let cause = &scene.heads[verb];
    let fits = |(date, at): &&(usize, usize)| {
        (verb..verb + 3).contains(at) && scene.tokens(&scene.dates[*date].range).start > cause.last
    };
    let past = cause.mood == Mood::Past && cause.class != Some(Class::Say) && !cause.negated;
    past.then(|| dates.iter().find(fits)).flatten().map(|(date, _)| *date)
}

/// "killed 14 on Monday, a day after a blast claimed 17 lives": between the two stands how far they lie apart.
fn is_another_day(scene: &Scene, date: usize, head: usize) -> bool {
    let words = &scene.words;
    let between = scene.tokens(&scene.dates[date].range).end..scene.heads[head].first;
    between.clone().any(|at| {
        matches!(words.lower(at), "after" | "before")
            && at > between.start
            && matches!(
                words.lower(at - 1).trim_end_matches('s'),
                "day" | "week" | "month" | "year" | "weekend"
            )
    })
}
