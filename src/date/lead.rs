//! The words before (and after) a date that say how things stand to it: "by", "since", "starting in", "post-". Knows no calendar.

use super::token::Line;
use super::word::{Key, Part, Pick, Word};

/// How a phrase is led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing leads, or "in", "on", "during".
    On,
    In,
    By,
    Before,
    Until,
    After,
    Since,
    From,
    Starting,
    Within,
    For,
    Around,
    Between,
    /// "as early as".
    Soonest,
    /// "over", "throughout".
    Over,
}

/// The lead of the expression from `start` to `end`, with the tokens of the whole phrase.
pub(super) fn lead(line: &Line, start: usize, end: usize) -> (Lead, usize, usize) {
    // "ahead of Saturday's election", "after Jan. 22 elections": the preposition is the event's, which is on that day.
    if line.possessive(end).is_some() || is_event(line, end) {
        return (Lead::On, start, end);
    }
    let (lead, first) = beyond_deadline(line, start, end).unwrap_or_else(|| before(line, start));
    // "was brought in nine years ago": the word is the verb's.
    let (lead, first) =
        if lead == Lead::In && line.is_key(end - 1, Key::Ago) { (Lead::On, start) } else { (lead, first) };
    match after(line, end, lead != Lead::In && lead != Lead::On) {
        Some(last) => (Lead::Starting, first, last),
        None => (lead, first, end),
    }
}

/// "stay beyond a 2019 pullout deadline", "before the May 1 deadline": the preposition stands before the article.
fn beyond_deadline(line: &Line, start: usize, end: usize) -> Option<(Lead, usize)> {
    let deadline = |at: usize| matches!(line.raw(at), "deadline" | "deadlines" | "cutoff");
    let behind = (end..end + 3).take_while(|at| line.is_lower(*at)).any(deadline);
    let article = start
        .checked_sub(1)
        .filter(|at| matches!(line.raw(*at), "a" | "an" | "the" | "its" | "their" | "his"))?;
    let (lead, first) = before(line, article);
    let turns = matches!(lead, Lead::After | Lead::Before | Lead::By);
    // "past the deadline"
    let past = || article.checked_sub(1).filter(|at| line.raw(*at) == "past");
    let found = if turns { Some((lead, first)) } else { past().map(|at| (Lead::After, at)) };
    found.filter(|_| behind)
}

/// "have 60 days to leave", "giving them a week to disarm": a length of time that somebody has from now on for something.
pub(super) fn is_given(line: &Line, start: usize, end: usize) -> bool {
    let gives = |at: usize| matches!(line.raw(at), "has" | "have" | "gives" | "giving");
    line.raw(end) == "to"
        && line.is_lower(end + 1)
        && (start.saturating_sub(5)..start)
            .rev()
            .take_while(|at| {
                line.is_capital(*at)
                    || line.is_lower(*at)
                    || line.raw(*at).starts_with(|c: char| c.is_ascii_digit())
            })
            .any(gives)
}

/// What takes place on a day, right behind it.
pub(super) fn is_event(line: &Line, at: usize) -> bool {
    line.is_lower(at)
        && matches!(
            line.raw(at),
            "election"
                | "elections"
                | "vote"
                | "referendum"
                | "runoff"
                | "summit"
                | "talks"
                | "meeting"
                | "invasion"
                | "coup"
                | "ceasefire"
                | "agreement"
                | "accord"
        )
}

/// "onward", "and beyond", "or later".
fn after(line: &Line, end: usize, is_open: bool) -> Option<usize> {
    match (line.word(end), line.word(end + 1)) {
        // "pushed a deal signed in May forward": the deal goes forward, not the time.
        (Word::Key(Key::Onward), _) if line.raw(end) == "forward" && !is_open => None,
        (Word::Key(Key::Onward), _) => Some(end + 1),
        (Word::Key(Key::And), Word::Key(Key::Beyond | Key::Onward)) => Some(end + 2),
        (Word::Key(Key::Or), Word::Part(Part::Later)) => Some(end + 2),
        _ => None,
    }
}

fn before(line: &Line, start: usize) -> (Lead, usize) {
    let at = |back: usize| line.before(start, back);
    let word = |back: usize| start.checked_sub(back).map_or("", |at| line.raw(at));
    let led = |lead: Lead, back: usize| (lead, start - back);
    match (at(1), at(2), at(3)) {
        (Word::Key(Key::By), ..) => led(Lead::By, 1),
        (Word::Key(Key::Than), Word::Part(Part::Later), _) if matches!(word(3), "no" | "not" | "No") => {
            led(Lead::By, 3)
        }
        (Word::Key(Key::Until), Word::Key(Key::Up), _) => led(Lead::Until, 2),
        (Word::Key(Key::Until), ..) => led(Lead::Until, 1),
        (Word::Key(Key::Least), Word::Key(Key::At), Word::Key(Key::Until)) => led(Lead::Until, 3),
        (Word::Key(Key::Through), ..) => led(Lead::Until, 1),
        // "through most of next year"
        (Word::Key(Key::Of), _, Word::Key(Key::Through)) if matches!(word(2), "most" | "much" | "all") => {
            led(Lead::Until, 3)
        }
        (Word::Key(Key::Than), ..)
            if matches!(word(2), "sooner" | "earlier") && word(3) != "no" && word(3) != "not" =>
        {
            led(Lead::Before, 2)
        }
        (Word::Key(Key::Since), ..) => led(Lead::Since, 1),
        (Word::Key(Key::Before), ..) => led(Lead::Before, 1),
        (Word::Key(Key::Of), Word::Key(Key::Ahead), _) => led(Lead::Before, 2),
        (Word::Key(Key::To), Word::Pick(Pick::Previous), _) if word(2).eq_ignore_ascii_case("prior") => {
            led(Lead::Before, 2)
        }
        (Word::Key(Key::After | Key::Beyond), ..) => led(Lead::After, 1),
        // "past 2016", "past December": before a year or month "past" leads beyond it.
        _ if word(1) == "past" && (is_year(line, start) || matches!(line.word(start), Word::Month(_))) => {
            led(Lead::After, 1)
        }
        // "stay well into 2017", "extended into next year"
        _ if word(1) == "into" && (is_year(line, start) || is_coming(line, start)) => led(Lead::Until, 1),
        (Word::Mark(b'-'), Word::Key(Key::Post), _) => led(Lead::After, 2),
        (Word::Mark(b'-'), Word::Key(Key::Pre), _) => led(Lead::Before, 2),
        (Word::Key(Key::Starting | Key::Effective), ..) => led(Lead::Starting, 1),
        (Word::Part(Part::Start), ..) if word(1).ends_with("ing") => led(Lead::Starting, 1),
        (
            Word::Key(Key::In | Key::On | Key::From | Key::At),
            Word::Key(Key::Starting | Key::Effective),
            _,
        ) => led(Lead::Starting, 2),
        (Word::Key(Key::In | Key::On | Key::From | Key::At), Word::Part(Part::Start), _)
            if word(2).ends_with("ing") =>
        {
            led(Lead::Starting, 2)
        }
        (Word::Key(Key::Of), Word::Key(Key::As), _) => led(Lead::On, 2),
        (Word::Key(Key::As), _, Word::Key(Key::As)) if matches!(word(2), "early" | "soon") => {
            led(Lead::Soonest, 3)
        }
        (Word::Key(Key::From), ..) => led(Lead::From, 1),
        (Word::Key(Key::Between), ..) => led(Lead::Between, 1),
        (Word::Key(Key::Within), ..) => led(Lead::Within, 1),
        (Word::Key(Key::For), ..) => led(Lead::For, 1),
        (Word::Key(Key::Hedge), Word::Key(Key::For), _) => led(Lead::For, 2),
        (Word::Key(Key::Over | Key::Throughout), ..) => led(Lead::Over, 1),
        (Word::Key(Key::Around | Key::About), Word::Key(Key::By), _) => led(Lead::By, 2),
        (Word::Key(Key::Around | Key::About), Word::Key(Key::In | Key::On | Key::At), _) => {
            led(Lead::Around, 2)
        }
        (Word::Key(Key::Around | Key::About), ..) => led(Lead::Around, 1),
        (Word::Key(Key::In), Word::Key(Key::Back), _) => led(Lead::In, 2),
        (Word::Key(Key::In), ..) => led(Lead::In, 1),
        (Word::Key(Key::On | Key::At | Key::During), ..) => led(Lead::On, 1),
        _ => (Lead::On, start),
    }
}

/// "January", "next year": what lies ahead of somebody who stays into it.
fn is_coming(line: &Line, at: usize) -> bool {
    matches!(
        line.word(at),
        Word::Month(_) | Word::Part(_) | Word::Pick(Pick::Next | Pick::Coming | Pick::Following)
    )
}

/// Four digits, as a year has.
fn is_year(line: &Line, at: usize) -> bool {
    let word = line.raw(at);
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}
