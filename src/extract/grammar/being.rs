//! What "be" says of forces and missions with the words beside it: "there will be no troops", "will be out of", "will be
//! over". It is no cue by itself.

use super::heads::{Head, Mood, Predicates, Shape};
use crate::extract::matter::is_actor;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::Predicate;

/// Gives each "be" what it says with the words beside it.
pub(in crate::extract) fn settle(words: &Words, heads: &mut [Head]) {
    for head in heads {
        let plain =
            head.class == Some(Class::Be) && head.predicates.is_empty() && head.shape != Shape::Gerund;
        if plain && let Some((predicate, last)) = said(words, head) {
            head.predicates.add(predicate);
            head.last = last;
            let none = [Predicate::Remain, Predicate::Stationed, Predicate::Deploy];
            head.negated |= none.contains(&predicate) && last == head.token;
        }
        if head.predicates.is_empty()
            && let Some(predicate) = expected(words, head)
        {
            head.predicates.add(predicate);
        }
        if are_present(words, head) {
            head.predicates = Predicates::default();
            head.predicates.add(Predicate::Stationed);
        }
        if head.predicates.is_empty() && are_gone(words, head) {
            head.predicates.add(Predicate::Withdraw);
        }
    }
}

/// "the envoy, who was expected in Doha", "400 soldiers expected in Mali next week"
fn expected(words: &Words, head: &Head) -> Option<Predicate> {
    let forces = |at: usize| words.entry(at).about.force;
    if words.lower(head.token) != "expected" || !is_due_somewhere(words, head.last) {
        return None;
    }
    if (head.first.saturating_sub(6)..head.first).any(forces) {
        return Some(Predicate::Deploy);
    }
    (words.is(head.first, Small::BE) && is_person(words, head)).then_some(Predicate::Talks)
}

/// Whether somebody stands right before a verb, by name, office or pronoun.
fn is_person(words: &Words, head: &Head) -> bool {
    let named = head.first.checked_sub(1).is_some_and(|at| {
        words.list[at].capital || matches!(words.lower(at), "who" | "he" | "she") || is_actor(words.lower(at))
    });
    // "the foreign ministers of both countries are expected in Geneva"
    let office = |at: usize| {
        matches!(
            words.lower(at),
            "ministers" | "envoys" | "negotiators" | "delegations" | "leaders" | "presidents"
        )
    };
    named
        || (head.first.saturating_sub(5)..head.first)
            .rev()
            .take_while(|at| words.list[*at].kind == Kind::Word)
            .any(office)
}

/// "the last soldiers will be gone today"
fn are_gone(words: &Words, head: &Head) -> bool {
    let gone = words.lower(head.token) == "gone" && words.lower(head.token.wrapping_sub(1)) == "be";
    // "the soldiers have been leaving, and all will be gone": those named before.
    let all = matches!(words.lower(head.first.wrapping_sub(1)), "all" | "they" | "most");
    let mut subject = head.first.saturating_sub(if all { 18 } else { 6 })..head.first;
    gone && subject
        .any(|at| words.entry(at).about.force || matches!(words.lower(at), "mission" | "coalition"))
}

/// "a force of 6,000 is present in the north"
fn are_present(words: &Words, head: &Head) -> bool {
    let mut subject = head.first.saturating_sub(6)..head.first;
    words.lower(head.token) == "present"
        && words.is(head.first, Small::BE)
        && matches!(words.lower(head.last + 1), "in" | "at" | "on" | "along" | "across" | "there")
        && subject.any(|at| words.entry(at).about.force)
}

/// What a "be" says, and its last token.
fn said(words: &Words, head: &Head) -> Option<(Predicate, usize)> {
    let next = head.token + 1;
    let before = head.first.checked_sub(1).map_or("", |at| words.lower(at));
    let ahead = matches!(head.mood, Mood::Will | Mood::Would | Mood::May | Mood::Should);
    let forces = |at: usize| is_force(words, at);
    // "there will be no American troops in Iraq", "there are no foreign soldiers in Mali"
    let named = |at: &usize| {
        !words.is(*at, Small::PREPOSITION) && !matches!(words.lower(*at), "among" | "amongst" | "that" | "to")
    };
    let none = before == "there" && (words.lower(next) == "no" || head.negated && words.lower(next) == "any");
    if none
        && let Some(noun) = (next + 1..next + 5).take_while(named).find(|at| forces(*at) && !forces(at + 1))
    {
        if matches!(words.lower(noun + 1), "deployed" | "sent" | "dispatched") {
            return Some((Predicate::Deploy, head.token));
        }
        return Some((if ahead { Predicate::Remain } else { Predicate::Stationed }, head.token));
    }
    let skipped =
        usize::from(matches!(words.lower(next), "all" | "completely" | "fully" | "mostly" | "also" | "both"));
    let particle = next + skipped;
    // "to withdraw by May and be out of the country": the subject of the first is that of the second.
    let joined = matches!(before, "and" | "or");
    let subject = || head.first.saturating_sub(if joined { 16 } else { 6 })..head.first;
    match words.lower(particle) {
        // "all forces would be out of Iraq"
        "out" if words.lower(particle + 1) == "of" && subject().any(forces) => {
            Some((Predicate::Withdraw, particle))
        }
        // "all soldiers must be out by June"
        "out" if matches!(words.lower(particle + 1), "by" | "before" | "from") && subject().any(forces) => {
            Some((Predicate::Withdraw, particle))
        }
        // "will be home before Christmas", "will be home from Iraq in May"
        "home" if ahead && words.lower(particle + 1) != "to" && subject().any(forces) => {
            Some((Predicate::Withdraw, particle))
        }
        // "will be back in Ghana by Christmas"
        "back" if ahead && is_timed(words, particle + 1) && subject().any(forces) => {
            Some((Predicate::Withdraw, particle))
        }
        // "is due home in August", "are due out by May"
        "due"
            if matches!(words.lower(particle + 1), "home" | "out" | "back")
                && is_timed(words, particle + 2)
                && subject().any(forces) =>
        {
            Some((Predicate::Withdraw, particle + 1))
        }
        // "must be off the base by May"
        "off" if is_timed(words, particle + 1) && subject().any(forces) => {
            let ground = |at: usize| {
                matches!(
                    words.lower(at),
                    "base" | "bases" | "soil" | "island" | "field" | "territory" | "land" | "compound"
                )
            };
            (particle + 1..particle + 5).any(ground).then_some((Predicate::Withdraw, particle))
        }
        // "will be on the ground by May"
        "on" if ahead
            && words.lower(particle + 1) == "the"
            && words.lower(particle + 2) == "ground"
            && is_timed(words, particle + 3)
            && subject().any(forces) =>
        {
            Some((Predicate::Deploy, particle + 2))
        }
        // "are on their way home", "are on the way out"
        "on" if words.lower(particle + 2) == "way" && matches!(words.lower(particle + 3), "home" | "out") => {
            Some((Predicate::Withdraw, particle + 3))
        }
        // "are on their way to Mali"
        "on" if words.lower(particle + 2) == "way" && words.lower(particle + 3) == "to" => {
            Some((Predicate::Deploy, particle + 3))
        }
        // "were already en route to Mali"
        "en" if words.lower(particle + 1) == "route" && words.lower(particle + 2) == "to" => {
            Some((Predicate::Deploy, particle + 2))
        }
        // "a battalion is to be in place by May"
        "in" if words.lower(particle + 1) == "place"
            && matches!(words.lower(particle + 2), "by" | "before")
            && (head.first.saturating_sub(20)..head.first).any(forces) =>
        {
            Some((Predicate::Deploy, particle + 1))
        }
        // "will be in Tuzla by the weekend"
        "in" if ahead
            && words.list.get(particle + 1).is_some_and(|word| word.capital)
            && (particle + 2..particle + 5).any(|at| is_deadline(words, at))
            && subject().any(forces) =>
        {
            Some((Predicate::Deploy, particle))
        }
        // "was in Moscow on Tuesday to press for a truce", "is in Doha for talks"
        "in" if words.list.get(particle + 1).is_some_and(|word| word.capital)
            && !subject().any(forces)
            && (particle + 2..particle + 7)
                .take_while(|at| !matches!(words.lower(*at), "and" | "but" | "while" | ","))
                .any(|at| is_to_talk(words, at)) =>
        {
            Some((Predicate::Talks, head.token))
        }
        // "the envoy is due in Amman on Friday", "two destroyers are due in the Gulf"
        "due" if is_due_somewhere(words, particle) => {
            let person = is_person(words, head).then_some(Predicate::Talks);
            let predicate = if subject().any(forces) { Some(Predicate::Deploy) } else { person };
            predicate.map(|predicate| (predicate, particle))
        }
        // "Mali is home to 300 soldiers"
        "home" if words.lower(particle + 1) == "to" => Some((Predicate::Stationed, particle + 1)),
        // "the mission will be over by August"
        "over"
            if words.is(particle + 1, Small::PREPOSITION)
                && subject().any(|at| words.entry(at).about.mission) =>
        {
            Some((Predicate::EndMission, particle))
        }
        _ => None,
    }
}

/// Who is sent: forces, monitors, or so many of a nation ("39,000 Americans").
fn is_force(words: &Words, at: usize) -> bool {
    let word = words.lower(at);
    if words.entry(at).about.force && word != "presence" {
        return true;
    }
    let nation = words.list.get(at).is_some_and(|found| found.capital)
        && word.ends_with('s')
        && at > 0
        && words.list[at - 1].kind == Kind::Number;
    nation || matches!(word, "monitors" | "inspectors" | "policemen" | "legionnaires" | "reservists")
}

/// Whether a date or deadline follows within a few words.
fn is_timed(words: &Words, from: usize) -> bool {
    (from..(from + 6).min(words.len())).any(|at| is_deadline(words, at) || words.is(at, Small::CALENDAR))
}

/// "by", "before", "no later than", "within"
fn is_deadline(words: &Words, at: usize) -> bool {
    matches!(words.lower(at), "by" | "before" | "within" | "until")
        || words.lower(at) == "later" && words.lower(at + 1) == "than"
}

/// "due in Amman", "due at the White House on Friday": where somebody is to be, not when.
fn is_due_somewhere(words: &Words, due: usize) -> bool {
    let article = usize::from(words.lower(due + 2) == "the");
    let name = due + 2 + article;
    matches!(words.lower(due + 1), "in" | "at")
        && words.list.get(name).is_some_and(|word| word.capital)
        && !words.is(name, Small::CALENDAR)
        && !matches!(words.lower(name + 1 - article), "court" | "parliament")
}

/// "to discuss", "for talks": what somebody is somewhere for.
fn is_to_talk(words: &Words, at: usize) -> bool {
    let next = words.lower(at + 1);
    let meeting = |at: usize| {
        matches!(
            words.lower(at),
            "talks" | "meeting" | "meetings" | "negotiations" | "consultations" | "discussions" | "summit"
        )
    };
    match words.lower(at) {
        "to" => ["discuss", "negotiat", "mediat", "broker", "meet", "press", "attend", "confer", "seek"]
            .iter()
            .any(|stem| next.starts_with(stem)),
        // "for a second round of talks"
        "for" => (at + 1..at + 6).take_while(|at| !words.is(*at, Small::CLAUSE)).any(meeting),
        "trying" | "seeking" | "attempting" | "hoping" => next == "to",
        _ => false,
    }
}
