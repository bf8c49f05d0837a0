//! "have been killed since the war began in 2014": the date of a clause of "since" is when what is counted began; "the
//! deadliest attack since 2001": what is only compared with.

use std::ops::Range;

use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::{Dated, Scene};
use crate::extract::words::word::Kind;
use crate::model::When;
use crate::model::vocabulary::{PredicateGroup, Relation};

/// How many words a clause of "since" may have before its date.
const REACH: usize = 18;

/// The date of the clause of "since" behind a head.
pub(super) fn date_since(scene: &Scene, head: usize) -> Option<usize> {
    (0..scene.dates.len()).find(|date| is_since(scene, &scene.heads[head], *date))
}

/// When what a head says was so: from the date on where a clause of "since" has it.
pub(in crate::extract) fn when(scene: &Scene, head: Option<usize>, date: usize) -> When {
    let mut when = scene.dates[date].when.clone();
    let own = &scene.dates[date];
    let since_the = scene.tokens(&own.range).start.checked_sub(2).is_some_and(|at| {
        own.when.relation == Relation::On
            && scene.words.lower(at) == "since"
            && scene.words.lower(at + 1) == "the"
    });
    // "killed since the Feb. 1 coup", but not "the 2001 invasion" itself, nor the raid of "since the May 1 raid"
    let start = scene.tokens(&own.range).start;
    let harms = head
        .map(|head| &scene.heads[head])
        .is_some_and(|head| head.predicates.any(PredicateGroup::Violence) && head.token < start);
    if since_the && harms || head.is_some_and(|head| is_since(scene, &scene.heads[head], date)) {
        when.relation = Relation::From;
        when.latest = None;
        when.edtf = None;
    }
    when
}

fn is_since(scene: &Scene, head: &Head, date: usize) -> bool {
    let date = &scene.dates[date];
    let start = scene.tokens(&date.range).start;
    // "Since it began a campaign in February, the army has killed": such a clause may stand before the sentence.
    let end = scene.tokens(&date.range).end;
    // "Since it began in February more than 300 have died"
    let closed = scene.words.raw(end) == ","
        || scene.counts.iter().any(|count| scene.tokens(&count.range).start == end);
    let opens = end < head.first && scene.words.lower(0) == "since" && closed;
    let reach = if opens { 0..1 } else { start.saturating_sub(REACH).max(head.last + 1)..start };
    let told = |since: usize| {
        // "since the army's offensive against the rebels in April"
        let event =
            |event: &Head| event.is_verb() || !event.predicates.is_empty() && event.shape == Shape::Noun;
        let told = |head: &Head| (since + 1..start).contains(&head.token) && event(head);
        scene.heads.iter().any(told) && (since..start).all(|at| scene.words.raw(at) != ",")
    };
    date.when.relation == Relation::On
        && reach.into_iter().any(|at| scene.words.lower(at) == "since" && told(at) && !is_record(scene, at))
}

/// "the biggest attack since the group left in August": what it is compared with.
fn is_record(scene: &Scene, since: usize) -> bool {
    let words = &scene.words;
    (since.saturating_sub(6)..since).any(|at| is_superlative(words.lower(at)))
}

fn is_superlative(word: &str) -> bool {
    matches!(
        word,
        "first" | "worst" | "most" | "biggest" | "largest" | "highest" | "lowest" | "record" | "only"
    ) || word.len() > 6 && word.ends_with("iest")
}

/// "the first vote since 2012", "its deadliest year since 1999": what it is compared with, not when it began.
pub(super) fn compares(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let superlative = |at: usize| is_superlative(words.lower(at));
    let plain = |at: &usize| {
        words.list[*at].kind == Kind::Word
            && !scene.heads.iter().any(|head| head.token == *at && head.is_verb())
    };
    // "the deadliest attack since the fall of the Taliban in 2001"
    let since = (tokens.start.saturating_sub(9)..=tokens.start)
        .rev()
        .take_while(|at| words.list[*at].kind != Kind::Mark)
        .find(|at| words.lower(*at) == "since")
        // "the first round since May on Thursday": each day has its own.
        .filter(|since| {
            let of_another = |date: &Dated| {
                let other = scene.tokens(&date.range);
                other.contains(since) && other.start != tokens.start
            };
            !scene.dates.iter().any(of_another)
        });
    // "the biggest attack since the group withdrew in August": what is told there has its own date.
    let told = |since: usize| {
        scene.heads.iter().any(|head| {
            (since..tokens.start).contains(&head.token) && head.is_verb() && !head.predicates.is_empty()
        })
    };
    // "the worst attack this year", "the deadliest month in a decade"
    let nearest = tokens.start.checked_sub(1).filter(|at| words.list[*at].kind == Kind::Word);
    let record = nearest.is_some_and(|noun| {
        let long = scene.words.lower(tokens.end.saturating_sub(1)) == "year";
        long && words.entry(noun).about.deed && (noun.saturating_sub(2)..noun).any(superlative)
    });
    record
        || since.filter(|since| !told(*since)).is_some_and(|since| {
            (1..=7).filter_map(|back| since.checked_sub(back)).take_while(plain).any(superlative)
        })
}
