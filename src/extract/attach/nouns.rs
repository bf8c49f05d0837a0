//! From the head that stands nearest to a date to the one that the date is of: the noun that a verb says no more of than
//! that it takes place, or the announcement of a thing.

use super::in_all;
use crate::extract::grammar::ahead::{what_begins, what_is_due};
use crate::extract::grammar::heads::{Head, Mood, Shape};
use crate::extract::grammar::insertion::subject_noun;
use crate::extract::grammar::support::{REACTIONS, is_hoped_for, is_support};
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// The head that a date behind it belongs to, given the nearest before it.
pub(super) fn through_noun(scene: &Scene, nearest: usize, date: usize) -> usize {
    let nearest = before_starting(scene, nearest, date);
    to_what_becomes_of_it(scene, nearest, date)
        .or_else(|| to_the_flight(scene, nearest))
        .or_else(|| to_the_extended_deal(scene, nearest, date))
        .or_else(|| to_the_extension(scene, nearest, date))
        .or_else(|| to_the_announcement(scene, nearest, date))
        .or_else(|| to_the_reaction(scene, nearest))
        .or_else(|| to_the_end(scene, nearest))
        .or_else(|| in_all::mover(scene, scene.heads[nearest].token))
        .or_else(|| to_the_talks(scene, nearest))
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

/// "fled fighting in June": when they fled.
fn to_the_flight(scene: &Scene, nearest: usize) -> Option<usize> {
    let noun = &scene.heads[nearest];
    let before = scene.heads[..nearest].iter().rposition(Head::is_verb)?;
    let verb = &scene.heads[before];
    let flees = ["fled", "flee", "escap"].iter().any(|stem| scene.words.lower(verb.token).starts_with(stem));
    let from = noun.predicates.any(PredicateGroup::Violence) || scene.words.lower(noun.token) == "fighting";
    (flees && from && noun.token <= verb.last + 2).then_some(before)
}

/// "extended the truce until June", "the truce was prolonged until June": so long the deal is to hold.
fn to_the_extended_deal(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let words = &scene.words;
    let verb = scene.heads[..=nearest].iter().rposition(Head::is_verb)?;
    let head = &scene.heads[verb];
    let extends = ["exten", "prolong", "renew"].iter().any(|stem| words.lower(head.token).starts_with(stem));
    let lasts = matches!(words.lower(date), "until" | "through" | "till" | "to" | "by" | "for" | "beyond");
    let deal = |noun: &Head| noun.shape == Shape::Noun && noun.is_cue_of(Predicate::Agreement);
    if !extends || !lasts {
        return None;
    }
    let object = (verb + 1..=nearest).find(|at| deal(&scene.heads[*at]) && !crossed(scene, verb, *at));
    let passive = || subject_noun(words, &scene.heads, verb, deal).filter(|_| head.passive);
    object.filter(|_| !head.passive).or_else(passive)
}

/// "extended the deployment of its troops until June": how long is said by the verb.
fn to_the_extension(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let before = scene.heads[..nearest].iter().rposition(Head::is_verb)?;
    let verb = &scene.heads[before];
    let extends = ["exten", "prolong"].iter().any(|stem| scene.words.lower(verb.token).starts_with(stem));
    let lasts =
        matches!(scene.words.lower(date), "until" | "through" | "till" | "to" | "by" | "for" | "beyond");
    // "extends the stay of the force known as the Office until May"
    let named =
        matches!(scene.words.lower(scene.heads[nearest].token), "known" | "called" | "named" | "dubbed");
    let noun = scene.heads[nearest].shape == Shape::Noun || named;
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

/// "announce plans for a withdrawal next month": the day is that of the announcement; "agreed to a withdrawal by
/// 2026" is not, nor "announced talks next month".
fn to_the_announcement(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let noun = &scene.heads[nearest];
    let before = scene.heads[..nearest].iter().rposition(Head::is_verb)?;
    let verb = &scene.heads[before];
    let announces = verb.is_cue_of(Predicate::Announce);
    // "declared a truce until elections on Nov. 1": the day is that of the elections.
    let led = noun.first.checked_sub(1).map_or("", |at| scene.words.lower(at));
    if announces && matches!(led, "until" | "before" | "after" | "till") {
        return None;
    }
    // "called a vote for December", "announced the pullout for May"
    if announces && scene.words.lower(date) == "for" {
        return None;
    }
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
    let its_own = (announces || verb.is_cue_of(Predicate::Vote))
        && verb.mood != Mood::Past
        && (verb.last + 1..noun.token)
            .any(|at| matches!(scene.words.lower(at), "for" | "of" | "on" | "over"));
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

/// "suspended its bombing campaign on Thursday": that day nothing is bombed.
fn to_the_end(scene: &Scene, nearest: usize) -> Option<usize> {
    let noun = &scene.heads[nearest];
    let deed = noun.shape == Shape::Noun && noun.predicates.any(PredicateGroup::Violence);
    let before = scene.heads[..nearest].iter().rposition(Head::is_verb).filter(|_| deed)?;
    let verb = &scene.heads[before];
    let near = noun.token <= verb.last + 6 && !crossed(scene, before, nearest);
    (verb.is_cue_of(Predicate::EndMission) && !verb.passive && near).then_some(before)
}

/// "talks on a peace deal this weekend": the talks take place then.
fn to_the_talks(scene: &Scene, nearest: usize) -> Option<usize> {
    // "talks on a truce and hostage release deal"
    let verbless = |at: &usize| !scene.heads[*at].is_verb();
    let talks = |at: &usize| scene.heads[*at].is_cue_of(Predicate::Talks);
    let before = (0..nearest).rev().take(4).take_while(verbless).find(talks)?;
    let (deal, talks) = (&scene.heads[nearest], &scene.heads[before]);
    let nouns = deal.shape == Shape::Noun && talks.shape == Shape::Noun;
    let about = matches!(scene.words.lower(talks.last + 1), "on" | "over" | "about" | "towards" | "toward");
    let fits = deal.is_cue_of(Predicate::Agreement) && talks.is_cue_of(Predicate::Talks);
    (nouns && about && fits && deal.token <= talks.last + 10).then_some(before)
}

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
    if !head.is_verb() || (!head.predicates.is_empty() || head.class == Some(Class::Say)) && !support {
        return None;
    }
    // "to resume the talks that collapsed last month": what the relative clause says of the noun.
    let of_itself = |noun: &Head| {
        // "to go to the talks, which begin on Friday"
        let behind = noun.last + 1 + usize::from(scene.words.mark(noun.last + 1) == b',');
        matches!(scene.words.lower(behind), "that" | "which") && head.first <= noun.last + 4
    };
    let fits = |noun: &Head| {
        takes_place(head, noun)
            && (support || noun.predicates.any(PredicateGroup::Politics))
            && (head.shape == Shape::Participle || of_itself(noun) || !is_hoped_for(scene, noun))
    };
    let object = (nearest + 1..scene.heads.len()).find(|index| {
        let noun = &scene.heads[*index];
        // "the talks ended without agreement on Saturday"
        let lacking = (1..=2).any(|back| scene.words.lower(noun.first.wrapping_sub(back)) == "without");
        noun.token < date && noun.shape == Shape::Noun && fits(noun) && !lacking
    });
    let noun = object.or_else(|| subject_noun(&scene.words, &scene.heads, nearest, fits))?;
    // "the talks on a truce and hostage release deal due to resume": talks resume, a deal does not.
    let word = scene.words.lower(head.token);
    let goes_on = ["resum", "continu", "restart", "reconven"].iter().any(|stem| word.starts_with(stem));
    Some(to_the_talks(scene, noun).filter(|_| goes_on).unwrap_or(noun))
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

fn crossed(scene: &Scene, first: usize, second: usize) -> bool {
    (scene.heads[first].last + 1..scene.heads[second].first)
        .any(|at| scene.words.list[at].kind == Kind::Mark && scene.words.raw(at) != "-")
}

/// "rejected a truce on Monday": what is refused.
pub(super) fn refused(scene: &Scene, verb: usize) -> Option<usize> {
    let head = scene.heads.get(verb)?;
    let noun = scene.heads.get(verb + 1)?;
    let plain = (head.last + 1..noun.first).all(|at| scene.words.list[at].kind == Kind::Word);
    let object = noun.shape == Shape::Noun
        && noun.predicates.any(PredicateGroup::Politics)
        && noun.first <= head.last + 6;
    let refuses = head.is_verb() && head.class == Some(Class::Deny) && head.predicates.is_empty();
    (refuses && object && plain && !head.passive).then_some(verb + 1)
}

/// "in London on Saturday for talks": what somebody is there for.
pub(super) fn purpose(scene: &Scene, end: usize) -> Option<usize> {
    let words = &scene.words;
    // "collapsed on Friday during a round in Vienna"
    let led = matches!(words.lower(end), "for" | "during")
        || words.lower(end) == "to" && words.lower(end + 1) == "attend";
    let talks = |head: &Head| {
        head.shape == Shape::Noun
            && head.is_cue_of(Predicate::Talks)
            && head.token > end
            && head.token < end + 6
    };
    let index = scene.heads.iter().position(talks).filter(|_| led)?;
    let plain = (end + 1..scene.heads[index].token).all(|at| words.list[at].kind == Kind::Word);
    plain.then_some(index)
}
