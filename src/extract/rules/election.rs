//! An election is held. Finds "parliamentary elections in October".

use super::{Roles, Rule};
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::matter::{is_of_office, is_public};
use crate::extract::scene::{Dated, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};

pub(super) const RULE: Rule = Rule {
    id: "election",
    predicate: Predicate::Election,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

/// Clubs elect too, and opinion is polled.
fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let before = found.token.checked_sub(1);
    if !found.is_verb() {
        // "a ballot on May 25": a paper is no event.
        if words.lower(found.token) == "ballot" {
            let dated = |at: usize| scene.dates.iter().any(|date| scene.tokens(&date.range).start == at);
            return dated(found.last + 1) && before.is_some_and(|at| matches!(words.lower(at), "a" | "the"));
        }
        let of_an_office = is_of_an_office(scene, found);
        if words.lower(found.token) == "vote" {
            return of_an_office;
        }
        if words.lower(found.token) == "voting" && !of_an_office {
            return is_held(scene, found);
        }
        if words.lower(found.token) == "poll" {
            let dated = |at: usize| scene.dates.iter().any(|date| scene.tokens(&date.range).end == at);
            let shows = super::near(scene, head, 6, |word| {
                ["show", "found", "suggest", "opinion", "percent"].iter().any(|stem| word.starts_with(stem))
            });
            return found.first > 1 && dated(found.first) && !shows;
        }
        let polled = matches!(before.map_or("", |at| words.lower(at)), "opinion" | "exit" | "straw");
        // "grace and election": without an article it is no event.
        let mass = words.lower(found.token) == "election"
            && before.is_some_and(|at| matches!(words.lower(at), "and" | "of" | "by"));
        return !polled && !mass;
    }
    if words.lower(found.token).starts_with("vot") {
        let gerund = found.shape == Shape::Gerund && found.first == found.last;
        return elects(scene, head) || gerund && is_held(scene, found);
    }
    // Nobody else is re-elected.
    if words.lower(found.token).starts_with("re-elect") || words.lower(found.token).starts_with("reelect") {
        return true;
    }
    // "the country is to go to the polls"; for a referendum it votes.
    if found.last > found.token && words.lower(found.last) == "polls" {
        return !asks_people(scene, head);
    }
    let voters =
        || super::near(scene, head, 8, |word| matches!(word, "voters" | "polls" | "citizens" | "candidates"));
    let chooses = scene.heads.get(head + 1).is_some_and(|next| {
        next.shape == Shape::Infinitive && next.first == found.last + 1
            || words.lower(found.last + 1) == "not"
    });
    !chooses && (is_public(scene) || voters())
}

/// "the presidential vote", "the parliamentary voting"
pub(super) fn is_of_an_office(scene: &Scene, found: &Head) -> bool {
    let office = |at| is_of_office(scene.words.lower(at));
    !found.is_verb() && (found.token.checked_sub(1).is_some_and(office) || is_for_an_office(scene, found))
}

/// "a nationwide vote for local councils", "the Dec. 15 vote on a new national government": of those who are chosen.
fn is_for_an_office(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let chosen = |at: usize| {
        matches!(
            words.lower(at),
            "government" | "parliament" | "president" | "council" | "councils" | "assembly"
        ) && !words.is_possessive(at)
            && !matches!(words.lower(at - 1), "the" | "security" | "'s")
    };
    let near = found.last + 2..(found.last + 6).min(words.len());
    let behind = near
        .take_while(|at| words.list[*at].kind == Kind::Word && !words.is(*at, Small::PREPOSITION))
        .find(|at| chosen(*at));
    let new = |at: usize| {
        matches!(words.lower(at), "a" | "an" | "new" | "local" | "national" | "provincial" | "regional")
    };
    matches!(words.lower(found.token), "vote" | "voting")
        && matches!(words.lower(found.last + 1), "for" | "on")
        && behind.is_some_and(|end| (found.last + 2..end).any(new))
}

/// "voted last week to choose a president"
fn to_elect(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    (found.last + 1..(found.last + 5).min(words.len()))
        .any(|at| words.lower(at) == "to" && matches!(words.lower(at + 1), "elect" | "choose"))
}

/// "go to the polls in a referendum"
pub(super) fn asks_people(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let behind = found.last + 1..(found.last + 10).min(scene.words.len());
    found.is_verb() && behind.into_iter().any(|at| is_referendum(scene.words.lower(at)))
}

/// "voted on Sunday in an election", "Afghans voted on Saturday": a people, not its parliament.
pub(super) fn elects(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let before = found.first.saturating_sub(3)..found.first;
    let people = || {
        scene.seen_in(&before).any(|seen| {
            let last = scene.tokens(&seen.range).end - 1;
            seen.is_demonym && scene.words.lower(last).ends_with('s') && last + 1 == found.first
        })
    };
    // "Libya will not vote on December 10": a country, and nothing that it votes on.
    let country = || {
        let state = |seen: &Seen| seen.kind == EntityKind::Country && !seen.is_pronoun && !seen.is_demonym;
        let right_behind = |date: &Dated| {
            let date = scene.tokens(&date.range);
            // "voted on Friday against the resolution"
            let matter = matches!(scene.words.lower(date.end), "against" | "for" | "to" | "on" | "with");
            date.start == found.last + 1 && !matter
        };
        scene.seen_in(&before).any(|seen| state(seen) && scene.tokens(&seen.range).end == found.first)
            && scene.dates.iter().any(right_behind)
    };
    found.is_verb()
        && scene.words.lower(found.token).starts_with("vot")
        && (found.last > found.token
            || (people() || country()) && !asks_people(scene, head)
            || to_elect(scene, found))
}

/// "Sunday's voting", "voting began on Sunday": of a people, as a rule, unless it is asked something.
fn is_held(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let opens = matches!(
        words.lower(found.last + 1),
        "began" | "begins" | "begin" | "started" | "starts" | "ended" | "ends" | "opened" | "took" | "takes"
    ) || words.lower(found.last + 1) == "will"
        && matches!(words.lower(found.last + 2), "begin" | "start" | "take" | "be" | "end");
    let dated = found.first.checked_sub(1).is_some_and(|at| {
        words.is(at, Small::CALENDAR) && words.is_possessive(at) || words.lower(at) == "weekend"
    });
    // "take part in voting on January 25"
    let behind = |date: &Dated| scene.tokens(&date.range).start == found.last + 1;
    let led =
        found.first.checked_sub(1).is_some_and(|at| matches!(words.lower(at), "in" | "during" | "after"));
    // "the second round of voting"
    let round = found.first >= 2
        && words.lower(found.first - 1) == "of"
        && matches!(words.lower(found.first - 2), "round" | "rounds" | "day");
    (opens || dated || round || led && scene.dates.iter().any(behind)) && !is_asked(scene)
}

/// Whether a sentence tells of a referendum.
pub(super) fn is_asked(scene: &Scene) -> bool {
    (0..scene.words.len()).any(|at| is_referendum(scene.words.lower(at)))
}

/// A vote in which a people is asked something.
pub(super) fn is_referendum(word: &str) -> bool {
    word.starts_with("referend") || word.starts_with("plebiscite")
}
