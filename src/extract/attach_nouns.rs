//! From the head that stands nearest to a date to the one that the date is of: the noun that a verb says no more of than
//! that it takes place, or the announcement of a thing.

use super::function_words::Small;
use super::heads::{Head, Mood, Shape};
use super::insertion::subject_noun;
use super::lexicon::Class;
use super::scene::Scene;
use super::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// The head that a date behind it belongs to, given the nearest before it.
pub(super) fn through_noun(scene: &Scene, nearest: usize, date: usize) -> usize {
    let nearest = before_starting(scene, nearest, date);
    to_what_becomes_of_it(scene, nearest, date)
        .or_else(|| to_the_extension(scene, nearest, date))
        .or_else(|| to_the_announcement(scene, nearest, date))
        .or_else(|| to_the_reaction(scene, nearest))
        .or_else(|| through_having(scene, nearest))
        .or_else(|| to_the_vote(scene, nearest, date))
        .or_else(|| to_the_move(scene, nearest))
        .or_else(|| to_the_deal(scene, nearest))
        .or_else(|| to_the_noun(scene, nearest, date))
        .unwrap_or(nearest)
}

/// "will be brought down starting sometime in 2017": "starting" leads the date.
fn before_starting(scene: &Scene, nearest: usize, date: usize) -> usize {
    let head = &scene.heads[nearest];
    let leads = head.class == Some(Class::Start) && head.shape == Shape::Gerund && date <= head.last + 2;
    nearest.checked_sub(1).filter(|_| leads).unwrap_or(nearest)
}

/// "reduce their presence by September": a presence lasts until or beyond a date; what happens on one is said by its
/// verb.
fn to_what_becomes_of_it(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let noun = &scene.heads[nearest];
    let lasts = matches!(
        scene.words.lower(date),
        "after" | "beyond" | "past" | "until" | "through" | "till" | "since"
    );
    if noun.shape != Shape::Noun || !noun.is_cue_of(Predicate::Remain) || lasts {
        return None;
    }
    scene.heads[..nearest].iter().rposition(Head::is_verb)
}

/// "extended the deployment of its troops until June": how long is said by the verb.
fn to_the_extension(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let before = scene.heads[..nearest].iter().rposition(Head::is_verb)?;
    let verb = &scene.heads[before];
    let extends = ["exten", "prolong"].iter().any(|stem| scene.words.lower(verb.token).starts_with(stem));
    let lasts =
        matches!(scene.words.lower(date), "until" | "through" | "till" | "to" | "by" | "for" | "beyond");
    let noun = scene.heads[nearest].shape == Shape::Noun;
    (extends && lasts && noun && verb.is_cue_of(Predicate::Remain)).then_some(before)
}

/// The head that a date before a verb belongs to: "on Sunday the leaders held talks".
pub(super) fn through_verb(scene: &Scene, verb: usize) -> usize {
    let verb = what_is_due(scene, verb).unwrap_or(verb);
    let head = &scene.heads[verb];
    // "had a phone call": had alone lends itself to talks and deals, not to a presence.
    let has = head.class == Some(Class::Have) && head.predicates.is_empty();
    if !has && !is_support(scene, head) {
        return verb;
    }
    let end = (head.last + 1..(head.last + 9).min(scene.words.len()))
        .find(|at| {
            scene.words.list[*at].kind == Kind::Mark
                || scene.words.is(*at, Small::RELATIVE)
                || matches!(scene.words.lower(*at), "and" | "but" | "as")
        })
        .unwrap_or((head.last + 9).min(scene.words.len()));
    let fits = |noun: &Head| takes_place(head, noun) && (!has || noun.is_cue_of(Predicate::Talks));
    let object = (verb + 1..scene.heads.len())
        .take_while(|index| scene.heads[*index].token < end && !scene.heads[*index].is_verb())
        .find(|index| scene.heads[*index].shape == Shape::Noun && fits(&scene.heads[*index]));
    object
        .or_else(|| what_begins(scene, verb))
        .or_else(|| subject_noun(&scene.words, &scene.heads, verb, fits))
        .unwrap_or(verb)
}

/// "By May the troops are expected to leave", "are due to", "plan to": what is ahead has the date, not that it is expected.
/// "On Monday they were ordered to leave" tells when they were ordered.
fn what_is_due(scene: &Scene, verb: usize) -> Option<usize> {
    let ahead = |head: &Head| {
        let word = scene.words.lower(head.token);
        let expected = head.class == Some(Class::Expect) && (head.passive || head.shape == Shape::Word);
        let due = DUE.contains(&word) && (head.passive || head.shape == Shape::Word);
        let plans = matches!(head.class, Some(Class::Plan | Class::Propose))
            && head.shape == Shape::Finite
            && !head.passive
            && head.mood == Mood::Present;
        head.predicates.is_empty() && (expected || due || plans)
    };
    let head = scene.heads.get(verb)?;
    let word = verb + 1;
    let be = head.class == Some(Class::Be) && scene.heads.get(word)?.first == head.last + 1;
    let governor = if be { word } else { verb };
    let next = governor + 1;
    let fits = ahead(&scene.heads[governor]);
    let infinitive = scene.heads.get(next)?;
    let right_behind =
        infinitive.shape == Shape::Infinitive && infinitive.first == scene.heads[governor].last + 1;
    (fits && right_behind).then(|| what_begins(scene, next).unwrap_or(next))
}

/// What is ahead.
const DUE: &[&str] =
    &["due", "scheduled", "set", "slated", "supposed", "bound", "planned", "ready", "poised", "meant"];

/// "began leaving", "started to pull out", "completed withdrawing": the verb right behind one that tells how far it is.
pub(super) fn what_begins(scene: &Scene, verb: usize) -> Option<usize> {
    let head = scene.heads.get(verb)?;
    let next = scene.heads.get(verb + 1)?;
    let tells = head.class == Some(Class::Start) || head.is_cue_of(Predicate::EndMission);
    let goes_on = match next.shape {
        Shape::Infinitive => head.class == Some(Class::Start),
        shape => shape == Shape::Gerund,
    };
    (tells && goes_on && next.first == head.last + 1 && !next.predicates.is_empty()).then_some(verb + 1)
}

/// "announce plans for a withdrawal next month": the day is that of the announcement; "agreed to a withdrawal by
/// 2026" is not, nor "announced talks next month".
fn to_the_announcement(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let noun = &scene.heads[nearest];
    let before = scene.heads[..nearest].iter().rposition(Head::is_verb)?;
    let verb = &scene.heads[before];
    let announces = verb.is_cue_of(Predicate::Announce);
    let object = noun.shape == Shape::Noun
        && if announces {
            !noun.predicates.is_empty()
        } else if verb.is_cue_of(Predicate::Vote) {
            // "vote on the deal in May"
            (verb.last + 1..noun.token)
                .any(|at| matches!(scene.words.lower(at), "on" | "over" | "for" | "against"))
        } else if verb.is_cue_of(Predicate::Talks) && noun.predicates.any(PredicateGroup::Politics) {
            // "met observers for the election on Sunday"
            verb.mood == Mood::Past
                && verb.shape == Shape::Finite
                && !scene.dates.iter().any(|found| found.ahead && scene.tokens(&found.range).start == date)
                && (verb.last + 1..noun.token)
                    .any(|at| matches!(scene.words.lower(at), "for" | "over" | "about" | "after" | "before"))
        } else {
            verb.predicates.any(PredicateGroup::Politics)
                && (noun.predicates.any(PredicateGroup::Presence)
                    || noun.predicates.any(PredicateGroup::Violence))
        };
    let deadline = matches!(scene.words.lower(date), "by" | "until" | "before" | "till");
    let ahead = (date..date + 2).any(|at| matches!(scene.words.lower(at), "next" | "coming"));
    // "announce a date for the pullout by October"
    let its_own = announces
        && verb.mood != Mood::Past
        && (verb.last + 1..noun.token).any(|at| matches!(scene.words.lower(at), "for" | "of"));
    let fits = (!deadline || its_own) && !(ahead && announces && verb.mood == Mood::Past);
    (object && fits && noun.token <= verb.last + 7 && !crossed(scene, before, nearest)).then_some(before)
}

/// "hailed the truce on Friday", "pulled out of the pact last year": a day of what is done about a deal, not of the deal.
fn to_the_reaction(scene: &Scene, nearest: usize) -> Option<usize> {
    let noun = &scene.heads[nearest];
    let deal = noun.shape == Shape::Noun
        && (noun.is_cue_of(Predicate::Agreement) || noun.is_cue_of(Predicate::Election));
    let before = scene.heads[..nearest].iter().rposition(Head::is_verb).filter(|_| deal)?;
    let verb = &scene.heads[before];
    let reacts = REACTIONS.iter().any(|stem| scene.words.lower(verb.token).starts_with(stem))
        || verb.is_cue_of(Predicate::Withdraw);
    let near = noun.token <= verb.last + 8 && !crossed(scene, before, nearest);
    (reacts && near && verb.shape == Shape::Finite && !verb.passive).then_some(before)
}

/// Beginnings of verbs for what is done about a deal that others made.
const REACTIONS: &[&str] = &[
    "hail", "welcom", "prais", "applaud", "critici", "condemn", "denounc", "slam", "lambast", "defend",
    "dismiss", "violat", "broke", "break", "breach", "mention", "recall", "mark", "celebrat", "quit",
    "abandon", "annul",
];

/// "drawing down the troops it has in Iraq in September": what is had is no event.
fn through_having(scene: &Scene, nearest: usize) -> Option<usize> {
    let head = &scene.heads[nearest];
    if !matches!(head.class, Some(Class::Have | Class::Be)) || !head.predicates.is_empty() {
        return None;
    }
    let before = nearest.checked_sub(1)?;
    let found = &scene.heads[before];
    let joined = (found.last + 1..head.first).all(|at| {
        scene.words.list[at].kind != Kind::Mark
            && !matches!(
                scene.words.lower(at),
                "but" | "and" | "there" | "while" | "as" | "although" | "because"
            )
    });
    (joined && !found.predicates.is_empty()).then_some(before)
}

/// "voted to expel the forces in 2020": a date after an infinitive is that of the vote; "agreed to withdraw by 2026" is
/// not: what was done has no day that is still to come.
fn to_the_vote(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let ahead = scene.dates.iter().any(|found| found.ahead && scene.tokens(&found.range).start == date);
    let before = nearest.checked_sub(1).filter(|_| !ahead)?;
    let (head, found) = (&scene.heads[nearest], &scene.heads[before]);
    let done = found.shape == Shape::Finite && found.mood == Mood::Past && !found.predicates.is_empty();
    (head.shape == Shape::Infinitive && done && head.first <= found.last + 2).then_some(before)
}

/// "the deal over the city, which lies in the north, was agreed in May": the deal and its verb are one event.
fn to_the_deal(scene: &Scene, nearest: usize) -> Option<usize> {
    let head = &scene.heads[nearest];
    let agreed = head.passive && head.shape == Shape::Finite && head.is_cue_of(Predicate::Agreement);
    let deal = |noun: &Head| noun.is_cue_of(Predicate::Agreement);
    agreed.then(|| subject_noun(&scene.words, &scene.heads, nearest, deal))?
}

/// "would be sent to patrol the border within 72 hours": what forces are sent for is no event of its own.
fn to_the_move(scene: &Scene, nearest: usize) -> Option<usize> {
    let before = nearest.checked_sub(1)?;
    let (head, found) = (&scene.heads[nearest], &scene.heads[before]);
    let purpose = head.shape == Shape::Infinitive
        && (head.predicates.is_empty() || head.is_cue_of(Predicate::Train))
        && !head.negated;
    let moves = found.is_verb() && found.is_cue_of(Predicate::Deploy) && head.first <= found.last + 9;
    (purpose && moves && !crossed(scene, before, nearest)).then_some(before)
}

/// "talks were suspended in September", "struck an agreement last week": the verb says something of the noun.
fn to_the_noun(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let head = &scene.heads[nearest];
    let support = is_support(scene, head);
    if !head.is_verb() || !head.predicates.is_empty() && !support || head.class == Some(Class::Say) {
        return None;
    }
    let fits = |noun: &Head| {
        takes_place(head, noun)
            && (support || noun.predicates.any(PredicateGroup::Politics))
            && (head.shape == Shape::Participle || !is_hoped_for(scene, noun))
    };
    let object = (nearest + 1..scene.heads.len()).find(|index| {
        let noun = &scene.heads[*index];
        noun.token < date && noun.shape == Shape::Noun && fits(noun)
    });
    object.or_else(|| subject_noun(&scene.words, &scene.heads, nearest, fits))
}

/// "hopes of talks rose on Sunday": the hopes rose.
fn is_hoped_for(scene: &Scene, noun: &Head) -> bool {
    let words = &scene.words;
    let linked = (1..=4)
        .filter_map(|back| noun.token.checked_sub(back))
        .find(|at| words.is(*at, Small::PREPOSITION))
        .filter(|at| matches!(words.lower(*at), "of" | "for" | "about" | "over" | "on"));
    // "efforts to forge a truce resumed": the efforts did.
    let forged = scene.heads.iter().any(|head| {
        let gap = head.last + 1..noun.first;
        head.shape == Shape::Infinitive
            && gap.len() <= 4
            && head.last < noun.first
            && gap.clone().all(|at| words.list[at].kind == Kind::Word && !words.is(at, Small::PREPOSITION))
    });
    forged
        || linked.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
            matches!(
                words.lower(at),
                "hope"
                    | "hopes"
                    | "prospect"
                    | "prospects"
                    | "chance"
                    | "chances"
                    | "fear"
                    | "fears"
                    | "expectations"
                    | "speculation"
                    | "calls"
                    | "demands"
                    | "doubts"
                    | "pressure"
                    | "optimism"
                    | "rumors"
                    | "rumours"
                    | "opposition"
                    | "support"
            )
        })
}

/// Whether a verb can say of a noun that it takes place: what a verb of agreement is said of is the agreement itself.
fn takes_place(verb: &Head, noun: &Head) -> bool {
    let ended = verb.predicates.has(Predicate::EndMission);
    let lasts = noun.predicates.has(Predicate::EndMission)
        || noun.predicates.has(Predicate::Remain)
        || noun.predicates.any(PredicateGroup::Violence);
    let is_over = ended && lasts;
    !noun.predicates.is_empty() && !is_over
}

/// Whether a verb says no more than that the noun takes place, begins or is over.
fn is_support(scene: &Scene, head: &Head) -> bool {
    // "the mission will be over" says more.
    let says_more = head.class == Some(Class::Be) && !head.predicates.is_empty();
    head.is_verb() && !says_more && SUPPORT.contains(&scene.words.lower(head.token))
}

/// Verbs that lend a noun its verb: "talks were held", "the pullout was completed", "carried out an attack".
const SUPPORT: &[&str] = &[
    "be",
    "is",
    "are",
    "was",
    "were",
    "been",
    "come",
    "comes",
    "came",
    "coming",
    "occur",
    "occurs",
    "occurred",
    "occurring",
    "happen",
    "happens",
    "happened",
    "take",
    "takes",
    "took",
    "taken",
    "taking",
    "begin",
    "begins",
    "began",
    "begun",
    "beginning",
    "start",
    "starts",
    "started",
    "starting",
    "open",
    "opens",
    "opened",
    "opening",
    "resume",
    "resumes",
    "resumed",
    "resuming",
    "continue",
    "continues",
    "continued",
    "hold",
    "holds",
    "held",
    "holding",
    "host",
    "hosts",
    "hosted",
    "hosting",
    "launch",
    "launches",
    "launched",
    "launching",
    "carry",
    "carries",
    "carried",
    "carrying",
    "conduct",
    "conducts",
    "conducted",
    "conducting",
    "stage",
    "staged",
    "mount",
    "mounted",
    "complete",
    "completes",
    "completed",
    "completing",
    "finish",
    "finishes",
    "finished",
    "finishing",
    "end",
    "ends",
    "ended",
    "ending",
    "conclude",
    "concludes",
    "concluded",
    "concluding",
    "collapse",
    "collapses",
    "collapsed",
    "suspend",
    "suspended",
    "postpone",
    "postponed",
    "delay",
    "delayed",
    "schedule",
    "scheduled",
    "slated",
    "planned",
    "expected",
    "sign",
    "signs",
    "signed",
    "reach",
    "reaches",
    "reached",
    "expire",
    "expires",
    "expired",
    "convene",
    "convened",
    "attend",
    "attended",
    "make",
    "made",
    "paid",
    "pay",
];

fn crossed(scene: &Scene, first: usize, second: usize) -> bool {
    (scene.heads[first].last + 1..scene.heads[second].first)
        .any(|at| scene.words.list[at].kind == Kind::Mark && scene.words.raw(at) != "-")
}
