//! Where: the most exact place that the clause gives, else its sentence, else the sentence before, else the article.

mod apart;
mod closer;
mod elsewhere;
mod filed;
pub(super) mod governor;
pub(super) mod ground;
mod held;
mod located;
mod of_count;
mod struck;
mod target;
mod tellers;
mod whereabouts;

use std::ops::Range;

pub(in crate::extract) use self::apart::names_scene;
use self::apart::{is_apart, is_said_in, is_seat};
use self::closer::closer;
use self::elsewhere::{arrives_at, is_of_another, is_told_beside, points_back, refers_back, sets_out};
use self::governor::{governor, hit_before, of_the_attack, of_the_subject};
pub(in crate::extract) use self::ground::has_ground;
use self::held::{held_in, named_for};
pub(in crate::extract) use self::located::{is_adjective, is_located, is_located_in, led_by, tells_where};
use self::of_count::{beside_count, is_of_part};
pub(in crate::extract) use self::struck::is_struck;
use self::struck::struck_place;
use self::target::{struck, target};
pub(in crate::extract) use self::tellers::of_the_official;
use self::tellers::{is_decided_there, is_said_there, speaks_there};
use crate::entity::is_building;
use crate::extract::events::Event;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::rules::rule_for;
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate, PredicateGroup};

/// The place of what a head says, within its clause or sentence. Of harm: where nobody merely speaks of it and no hurt are brought.
pub(super) fn place(
    scene: &Scene,
    event: &Event,
    token: usize,
    clause: &Range<usize>,
    subject: Option<&str>,
) -> Option<Named> {
    if points_back(scene, event) {
        return None;
    }
    let told_from =
        scene.seen.iter().any(|seen| speaks_there(scene, seen) || is_said_there(scene, seen, token));
    let apart = || found(scene, event, token, clause, subject, Tellers::Apart);
    let whole = || found(scene, event, token, clause, subject, Tellers::Within);
    match event.rule.predicate {
        predicate if predicate.group() == PredicateGroup::Violence => apart(),
        // An army is nowhere but where it is said to be.
        Predicate::Members => apart().or_else(|| whole().filter(|_| !told_from)),
        _ if told_from => apart().or_else(whole),
        _ => whole(),
    }
}

/// The same of harm where neither its clause nor the sentence before says more: where those are who tell of it, or where the hurt are.
pub(super) fn place_of_tellers(
    scene: &Scene,
    event: &Event,
    token: usize,
    clause: &Range<usize>,
    subject: Option<&str>,
) -> Option<Named> {
    let violence = event.rule.predicate.group() == PredicateGroup::Violence && !points_back(scene, event);
    violence.then(|| found(scene, event, token, clause, subject, Tellers::Within)).flatten()
}

/// Whether a place may be where those are who tell of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tellers {
    Apart,
    Within,
}

fn found(
    scene: &Scene,
    event: &Event,
    token: usize,
    clause: &Range<usize>,
    subject: Option<&str>,
    tellers: Tellers,
) -> Option<Named> {
    let own = subject.map(country_of);
    // "the country" beside "the US" is not the US.
    let agent = |seen: &Seen| {
        event.rule.predicate.group() != PredicateGroup::Violence
            && scene
                .seen
                .iter()
                .any(|other| !other.is_pronoun && other.key == seen.key && !is_located(scene, other))
    };
    let own_end = clause.end;
    let clause = &(clause.start..joined_end(scene, token, clause.end));
    let after = token..clause.end;
    // "told reporters in Manila": where nothing but that is told.
    let is_beside = |seen: &Seen| match tellers {
        Tellers::Apart => is_apart(&scene.words, seen),
        Tellers::Within => led_by(&scene.words, seen).is_some_and(|led| is_said_in(&scene.words, seen, led)),
    };
    // "according to the US": who says it is not where it is.
    let speaks = |seen: &Seen| {
        let tells = scene
            .attributions
            .iter()
            .any(|speaker| speaker.text.start <= seen.range.start && seen.range.end <= speaker.text.end);
        // "the health ministry in Gaza": what it counts is there, if nowhere else.
        let from_there = || {
            let led = led_by(&scene.words, seen).map_or("", |at| scene.words.lower(at));
            tellers == Tellers::Within && seen.kind != EntityKind::Country && matches!(led, "in" | "at")
        };
        tells && !from_there()
            || tellers == Tellers::Apart && (speaks_there(scene, seen) || is_said_there(scene, seen, token))
            || event.rule.predicate.group() == PredicateGroup::Violence && is_beside(seen)
            || event.rule.predicate.group() == PredicateGroup::Presence
                && is_decided_there(scene, seen, token)
    };
    // "a conference on Somalia opens in London", "talks on a Gaza truce in Doha": what is talked of.
    let matter = |seen: &Seen| {
        let end = scene.tokens(&seen.range).end;
        let describes = || {
            scene.words.list.get(end).is_some_and(|next| next.kind == Kind::Word)
                && !scene.words.is(end, Small::FUNCTION | Small::PREPOSITION | Small::CLAUSE | Small::BE)
        };
        event.rule.predicate == Predicate::Talks
            && (seen.kind == EntityKind::Country || describes())
            && led_by(&scene.words, seen)
                .is_some_and(|at| matches!(scene.words.lower(at), "on" | "over" | "about"))
    };
    let settles = matches!(event.rule.predicate, Predicate::Talks | Predicate::Agreement);
    let fits = |seen: &&Seen| {
        seen.is_place()
            && !matter(seen)
            && !(settles && is_seat(&scene.words, seen))
            && is_located(scene, seen)
            && !(seen.is_pronoun && agent(seen))
            && !speaks(seen)
            && !(comes_from(scene, seen) && stays(event.rule.predicate))
            && !is_told_beside(scene, event, seen, token)
            && !is_of_part(scene, event, seen)
    };
    // What is invaded is the country, wherever else the clause may be.
    let whole = event.rule.predicate == Predicate::Invade;
    let named = |seen: &Seen| {
        let seen = capital_by_name(scene, seen)
            .or_else(|| town_of(scene, seen))
            .or_else(|| town_on(scene, seen))
            .unwrap_or(seen);
        let seen = closer(scene, seen, clause).filter(|_| !whole).unwrap_or(seen);
        Named { key: Some(seen.key.to_owned()), text: seen.range.clone() }
    };
    let presence = event.rule.predicate.group() == PredicateGroup::Presence;
    let sent_home = |seen: &&Seen| {
        let is_own = Some(seen.key) == own.as_deref() && seen.kind == EntityKind::Country;
        fits(seen)
            && !(is_own && presence && !arrives_at(scene, event, seen))
            && !sets_out(scene, event, seen, own.as_deref())
    };
    // "the group, which held talks in Doha": where they talk is not where anybody fights.
    let is_elsewhere = |seen: &&Seen| {
        let at = scene.tokens(&seen.range).start;
        event.rule.predicate.group() == PredicateGroup::Violence
            && governor(&scene.heads, at).is_some_and(|head| {
                head.predicates.any(PredicateGroup::Politics)
                    && !head.predicates.any(PredicateGroup::Violence)
                    && scene.heads.iter().position(|other| other.token == head.token).is_some_and(|at| {
                        // "a shell landed on": a cue in another sense says nothing.
                        rule_for(scene, at)
                            .is_some_and(|rule| rule.predicate.group() == PredicateGroup::Politics)
                    })
            })
    };
    let ground = |tokens: &Range<usize>| {
        let settled = event.rule.predicate.group() == PredicateGroup::Politics;
        let ground = scene.seen_in(tokens).find(|seen| !settled && has_ground(scene, seen))?;
        let own = Some(ground.key) == own.as_deref() && presence;
        (!own).then(|| Named { key: Some(ground.key.to_owned()), text: ground.range.clone() })
    };
    right_behind(scene, event)
        .map(named)
        .or_else(|| held_in(scene, event, token))
        .or_else(|| named_for(scene, event).map(named))
        .or_else(|| beside_count(scene, event).map(named))
        .or_else(|| struck_by(scene, event).or_else(|| target(scene, event)).map(named))
        .or_else(|| where_it_is(scene, clause).map(named))
        .or_else(|| there(scene, event).map(named))
        .or_else(|| {
            // "a blast in a Lagos market killed 11 and shook the nation": so large a place says nothing of where.
            let wide = |seen: &Seen| {
                let attacked = |head: usize| of_the_attack(scene, event.rule.predicate, head).is_some();
                seen.is_pronoun && seen.kind == EntityKind::Country && event.head.is_some_and(attacked)
            };
            let mut behind = scene.seen_in(&after);
            behind
                .find(|seen| {
                    sent_home(seen)
                        && !is_elsewhere(seen)
                        && !wide(seen)
                        && !is_of_another(scene, event, seen)
                })
                .map(named)
        })
        .or_else(|| of_the_attack(scene, event.rule.predicate, event.head?).map(named))
        .or_else(|| of_the_subject(scene, event, clause).map(named))
        .or_else(|| struck_place(scene, event).map(named))
        .or_else(|| {
            let mut within = scene.seen_in(clause).filter(|seen| sent_home(seen) && !is_elsewhere(seen));
            let first = within.next()?;
            // "a meeting in Kabul came before forces in Iraq leave": of two that belong to two verbs the nearer.
            let at = |seen: &Seen| scene.tokens(&seen.range).start;
            let told = |head: &Head| head.shape == Shape::Finite && head.token > at(first);
            let verb = scene.heads.iter().find(|head| told(head)).map_or(usize::MAX, |head| head.token);
            let nearer = within.filter(|seen| presence && at(seen) > verb).last();
            Some(named(nearer.unwrap_or(first)))
        })
        .or_else(|| hit_before(scene, event).map(named))
        .or_else(|| ground(clause))
        .or_else(|| {
            if refers_back(scene, event, clause) {
                return None;
            }
            let joined = |seen: &Seen| {
                presence && scene.tokens(&seen.range).start >= clause.end && clause.end < own_end
            };
            nearest(scene, token, |seen| sent_home(seen) && !is_elsewhere(seen) && !joined(seen))
                .map(named)
                .or_else(|| ground(&(0..scene.words.len())))
        })
}

/// "the March election in Russia": the place right behind a noun of politics, whatever stands before it.
fn right_behind<'s>(scene: &'s Scene, event: &Event) -> Option<&'s Seen<'s>> {
    let head = &scene.heads[event.head?];
    let noun = head.shape == Shape::Noun && event.rule.predicate.group() == PredicateGroup::Politics;
    let led = matches!(scene.words.lower(head.last + 1), "in" | "at");
    let behind = head.last + 2..(head.last + 5).min(scene.words.len());
    let first = |seen: &&Seen| {
        scene.words.is(head.last + 2, Small::DETERMINER) || scene.tokens(&seen.range).start == head.last + 2
    };
    scene
        .seen_in(&behind)
        .find(|seen| seen.is_place() && !seen.is_pronoun)
        .filter(first)
        .filter(|_| noun && led)
}

/// The place that the event's own noun has as its object.
fn struck_by<'s>(scene: &'s Scene, event: &Event) -> Option<&'s Seen<'s>> {
    struck(scene, &scene.heads[event.head?], event.rule.predicate)
}

/// "soldiers from the United Kingdom": where they come from is not where they are.
pub(super) fn comes_from(scene: &Scene, seen: &Seen) -> bool {
    let start = scene.tokens(&seen.range).start;
    (1..=2).filter_map(|back| start.checked_sub(back)).any(|at| scene.words.lower(at) == "from")
}

/// Whether nobody moves: where something is from tells nothing of where it is.
fn stays(predicate: Predicate) -> bool {
    predicate.group() == PredicateGroup::Violence && predicate != Predicate::Captured
        || matches!(predicate, Predicate::Stationed | Predicate::Remain | Predicate::Deploy)
}

/// "the Tanzanian capital of Dar es Salaam", "the capital, Nairobi": the name behind says which.
fn capital_by_name<'s>(scene: &'s Scene, seen: &Seen) -> Option<&'s Seen<'s>> {
    let words = &scene.words;
    let end = scene.tokens(&seen.range).end;
    let capital = seen.is_place() && words.lower(end.checked_sub(1)?) == "capital";
    let next = match words.lower(end) {
        "of" => end + 1,
        _ if words.mark(end) == b',' => end + 1,
        _ => end,
    };
    let named = |other: &&Seen| {
        other.is_place() && other.kind != EntityKind::Country && scene.tokens(&other.range).start == next
    };
    scene.seen.iter().find(named).filter(|_| capital)
}

/// "in the Black Sea port city of Odesa": what lies there is named behind.
fn town_on<'s>(scene: &'s Scene, seen: &Seen) -> Option<&'s Seen<'s>> {
    let words = &scene.words;
    let end = scene.tokens(&seen.range).end;
    // "the central Gaza city of Rafah": where the name takes the noun in, "of" is right behind it.
    let of = (end..end + 4).find(|at| words.lower(*at) == "of")?;
    // "the Bala district of Farah": what is named itself lies in what stands behind.
    let town = matches!(words.lower(of - 1), "city" | "town" | "village" | "port" | "resort" | "suburb");
    // "the Damascus district of Mazzeh": of two the one that nobody has listed is the smaller.
    let part = matches!(words.lower(of - 1), "district" | "neighborhood" | "neighbourhood" | "quarter");
    let smaller = |other: &Seen| part && seen.country.is_some() && other.country.is_none();
    let plain = (end..of).all(|at| words.list[at].kind == Kind::Word && !words.list[at].capital);
    let behind = of + 1..(of + 4).min(words.len());
    scene
        .seen_in(&behind)
        .find(|other| (town || smaller(other)) && plain && other.is_place() && !other.is_pronoun)
}

/// "at the Riverside Mall in Nairobi": a building that no list has is in the town right behind it.
fn town_of<'s>(scene: &'s Scene, seen: &Seen) -> Option<&'s Seen<'s>> {
    let words = &scene.words;
    let end = scene.tokens(&seen.range).end;
    let built = seen.country.is_none() && is_building(words.lower(end.checked_sub(1)?));
    let behind = end + 1..(end + 4).min(words.len());
    let known = |other: &&Seen| other.is_place() && !other.is_pronoun && other.country.is_some();
    let led = matches!(words.lower(end), "in" | "at" | "near") || words.mark(end) == b',';
    scene.seen_in(&behind).find(known).filter(|_| built && led)
}

/// "Syria, where there are": the place that a clause with "where" hangs on.
fn where_it_is<'s>(scene: &'s Scene, clause: &Range<usize>) -> Option<&'s Seen<'s>> {
    let at = clause.clone().find(|at| scene.words.lower(*at) == "where")?;
    let owns = |seen: &Seen| scene.words.is_possessive(scene.tokens(&seen.range).end.saturating_sub(1));
    let last = scene.seen_in(&(0..at)).filter(|seen| seen.is_place() && !owns(seen)).last()?;
    // "in Borno state in northern Nigeria, where"
    Some(closer(scene, last, &(0..at)).unwrap_or(last))
}

/// "leaving through Chad would not stay there", "ended the Iraq war and removed his troops there": the place that the
/// sentence named last.
fn there<'s>(scene: &'s Scene, event: &Event) -> Option<&'s Seen<'s>> {
    let head = &scene.heads[event.head?];
    let words = &scene.words;
    let plain = |at: &usize| {
        words.list.get(*at).is_some_and(|word| matches!(word.kind, Kind::Word | Kind::Number))
            && !words.is(*at, Small::PREPOSITION | Small::CLAUSE | Small::BE)
    };
    let object = (head.last + 1..).take_while(plain).take(6);
    let points = head.is_verb() && object.into_iter().any(|at| words.lower(at) == "there");
    let town = |seen: &&Seen| seen.is_place() && !seen.is_pronoun;
    scene.seen_in(&(0..head.first)).filter(town).last().filter(|_| points)
}

/// "will shrink to 900 and from May the rest will gather in Gao": what "and" joins with a subject and a verb
/// of its own is told of another place.
fn joined_end(scene: &Scene, token: usize, end: usize) -> usize {
    let words = &scene.words;
    let opens = |at: &usize| {
        let next = scene.heads.iter().find(|head| head.first > *at && head.is_verb());
        let own = next.filter(|head| head.shape == Shape::Finite && head.first <= at + 9);
        own.is_some_and(|head| {
            let subject = at + 1..head.first;
            subject.len() >= 2
                && subject.clone().all(|at| matches!(words.list[at].kind, Kind::Word | Kind::Number))
                && (words.is(at + 1, Small::DETERMINER | Small::PREPOSITION)
                    || scene.counts.iter().any(|count| scene.tokens(&count.range).start == at + 1))
                && !subject.clone().any(|at| words.is(at, Small::RELATIVE))
        })
    };
    let joined =
        (token + 1..end).filter(|at| matches!(words.lower(*at), "and" | "but")).find(opens).unwrap_or(end);
    (token + 1..joined).find(|at| subordinates(scene, *at)).unwrap_or(joined)
}

/// "as talks continued in Geneva", "after a truce was signed in Doha": a clause that is told beside this one, with a verb of
/// its own.
fn subordinates(scene: &Scene, at: usize) -> bool {
    let words = &scene.words;
    let opens = matches!(
        words.lower(at),
        "as" | "after" | "before" | "while" | "when" | "since" | "because" | "although"
    );
    let counts = matches!(words.lower(at + 1), "many" | "much" | "well" | "few" | "part" | "of");
    if !opens || counts {
        return false;
    }
    let next = scene.heads.iter().find(|head| head.first > at && head.is_verb());
    next.is_some_and(|head| {
        head.shape == Shape::Finite
            && head.first > at + 1
            && head.first <= at + 9
            && (at + 1..head.first).all(|at| words.list[at].kind == Kind::Word)
    })
}

fn nearest<'s>(scene: &'s Scene, token: usize, fits: impl Fn(&&Seen) -> bool) -> Option<&'s Seen<'s>> {
    let byte = scene.words.list.get(token)?.start;
    scene.seen.iter().filter(fits).min_by_key(|seen| seen.range.start.abs_diff(byte))
}

fn country_of(force: &str) -> String {
    force.strip_suffix("-forces").or_else(|| force.strip_suffix("-government")).unwrap_or(force).to_owned()
}
