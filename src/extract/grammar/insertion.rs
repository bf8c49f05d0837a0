//! What stands inside a clause without being of it: relative clauses and asides between commas, dashes or brackets; and
//! what a relative clause is said of.

use std::ops::Range;

use super::heads::{Head, Mood, Shape};
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::{Kind, Words};

/// Insertions from a token on: ", who made it a key part of his campaign,", "— in his words —", "(as agreed)".
pub(in crate::extract) fn insertions(scene: &Scene, from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = from;
    while at < scene.words.len() {
        match end_of_insertion(scene, at) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The token behind an insertion that opens here.
fn end_of_insertion(scene: &Scene, at: usize) -> Option<usize> {
    let words = &scene.words;
    if words.list[at].kind != Kind::Mark {
        return None;
    }
    if let Some(end) = manner_before_verb(scene, at) {
        return Some(end);
    }
    let closing = match words.raw(at) {
        "," if is_relative(words.lower(at + 1)) || words.lower(at + 1) == "when" => ",",
        "(" => ")",
        dash @ ("—" | "–") => dash,
        // " - which the group said was a base - "
        "-" if is_relative(words.lower(at + 1)) => "-",
        _ => return None,
    };
    (at + 1..words.len())
        .take_while(|end| words.raw(*end) != ";")
        .find(|end| words.raw(*end) == closing)
        .map(|end| end + 1)
}

/// "The president, in a statement read out by his office, announced": what a preposition opens behind a subject and a
/// comma closes right before the verb.
fn manner_before_verb(scene: &Scene, at: usize) -> Option<usize> {
    let words = &scene.words;
    let opens =
        words.mark(at) == b',' && at > 0 && matches!(words.lower(at + 1), "in" | "at" | "during" | "through");
    let end =
        (at + 2..(at + ASIDE).min(words.len())).find(|end| words.mark(*end) == b',').filter(|_| opens)?;
    let verb = scene.heads.iter().any(|head| head.first == end + 1 && head.shape == Shape::Finite);
    (verb && !words.list[at - 1].kind.eq(&Kind::Mark)).then_some(end + 1)
}

/// "The group, also known as the Front, has killed": where an aside without a verb of its own that ends right before a
/// verb begins.
pub(in crate::extract) fn aside_before(scene: &Scene, verb: &Head, end: usize) -> usize {
    let words = &scene.words;
    if verb.shape != Shape::Finite || end < 3 || words.mark(end - 1) != b',' {
        return end;
    }
    let open = (end.saturating_sub(ASIDE)..end - 1).rev().find(|at| words.list[*at].kind == Kind::Mark);
    let Some(open) = open.filter(|at| words.mark(*at) == b',' && *at > 0) else { return end };
    let inside = |head: &Head| head.is_verb() && (open..end).contains(&head.token);
    let described = words.lower(open + 1) == "also"
        || scene.heads.iter().any(|head| head.first == open + 1 && head.shape == Shape::Participle);
    let finite = scene.heads.iter().any(|head| inside(head) && head.shape == Shape::Finite);
    if described && !finite { open } else { end }
}

/// Tokens of an aside, at most.
const ASIDE: usize = 16;

fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "whose" | "whom" | "where")
}

/// "nine people, including four members of the mission, were killed": the token behind an insertion after a count, which
/// may be any that holds no clause.
pub(in crate::extract) fn beyond_insertion(scene: &Scene, from: usize) -> usize {
    let opens = scene.words.raw(from);
    if matches!(opens, "including" | "among") {
        return beyond_including(scene, from);
    }
    let closes = if opens == "(" { ")" } else { opens };
    if !matches!(opens, "," | "(" | "—" | "–" | "-") {
        return from;
    }
    // "--" is two marks.
    let double = usize::from(opens == "-" && scene.words.raw(from + 1) == "-");
    let end =
        (from + 1 + double..(from + 22).min(scene.words.len())).find(|at| scene.words.raw(*at) == closes);
    // ", believed to be locals,": a verb that opens it is a participle, whatever it looks like.
    let inside = from + 2 + double;
    let is_clause = |end: usize| {
        scene.heads.iter().any(|head| head.shape == Shape::Finite && (inside..end).contains(&head.token))
    };
    end.filter(|end| !is_clause(*end)).map_or(from, |end| end + 1 + double)
}

/// "nine people including four members of the mission were killed": the first verb behind what is included.
fn beyond_including(scene: &Scene, from: usize) -> usize {
    let verb = scene
        .heads
        .iter()
        .find(|head| head.first > from && head.shape == Shape::Finite && !head.predicates.is_empty());
    let plain = |end: usize| {
        (from..end).all(|at| scene.words.list[at].kind != Kind::Mark && !scene.words.is(at, Small::RELATIVE))
    };
    verb.map(|head| head.first).filter(|first| *first < from + 16 && plain(*first)).unwrap_or(from)
}

/// The noun that a verb is said of, where it stands before it: "talks, which began", "the truce, agreed on Monday, took".
pub(in crate::extract) fn subject_noun(
    words: &Words,
    heads: &[Head],
    verb: usize,
    fits: impl Fn(&Head) -> bool,
) -> Option<usize> {
    let verb = before_and(words, heads, governing(heads, verb));
    let first = heads[verb].first;
    (0..verb).rev().take(5).find(|noun| {
        let head = &heads[*noun];
        head.shape == Shape::Noun
            && fits(head)
            && first <= head.last + REACH
            && (is_said_of(words, &heads[*noun + 1..verb], head.last + 1..first)
                || is_told_aside(words, heads, *noun, verb))
    })
}

/// "ended on Saturday and will resume": the first of two finite verbs that "and" joins, of which the second is to come.
fn before_and(words: &Words, heads: &[Head], verb: usize) -> usize {
    let first = heads[verb].first;
    let ahead = heads[verb].is_finite() && !matches!(heads[verb].mood, Mood::Past | Mood::Present);
    let joined = ahead && first > 0 && matches!(words.lower(first - 1), "and" | "but");
    let before = heads[..verb].iter().rposition(Head::is_verb);
    before.filter(|at| joined && heads[*at].is_finite() && heads[*at].last + 12 > first).unwrap_or(verb)
}

/// "are due to begin", "is expected to be signed": the first of the verbs that share a subject.
fn governing(heads: &[Head], verb: usize) -> usize {
    let mut first = verb;
    while first > 0
        && matches!(heads[first].shape, Shape::Infinitive | Shape::Word)
        && heads[first - 1].last + 1 == heads[first].first
        && heads[first - 1].shape != Shape::Noun
    {
        first -= 1;
    }
    first
}

/// How far a subject may stand from its verb, in tokens.
const REACH: usize = 18;

/// Whether nothing but the noun's own complements, an insertion or a relative pronoun stands between it and its verb.
fn is_said_of(words: &Words, between: &[Head], gap: Range<usize>) -> bool {
    let is_mark = |at: &usize| words.list[*at].kind == Kind::Mark && words.raw(*at) != "-";
    let marks: Vec<usize> = gap.clone().filter(is_mark).collect();
    let plain = |range: Range<usize>| {
        !between.iter().any(|head| head.shape == Shape::Finite && range.contains(&head.token))
    };
    // "talks including Ukraine, Russia and the rebels are": a list of who takes part.
    let lists = matches!(words.lower(gap.start), "including" | "involving" | "between" | "among" | "with")
        && marks.iter().all(|at| words.mark(*at) == b',')
        && !words.is(gap.end - 1, Small::RELATIVE)
        && words.list[gap.end - 1].kind == Kind::Word;
    if lists
        && plain(gap.clone())
        && !between.iter().any(|head| head.shape == Shape::Noun && !head.predicates.is_empty())
    {
        return true;
    }
    match marks[..] {
        [] => plain(gap),
        // ", which began"
        [comma] => {
            words.raw(comma) == ","
                && comma + 2 == gap.end
                // "the talks with the president, who took office": no event is a "who".
                && words.lower(comma + 1) != "who"
                && is_relative(words.lower(comma + 1))
                && plain(gap.start..comma)
        }
        // ", agreed on Monday, took effect"
        [open, close] => {
            words.raw(open) == words.raw(close) && close + 1 == gap.end && plain(gap.start..open)
        }
        _ => false,
    }
}

/// "the election in the south, held on Tuesday, gave", ", to be held in May,": a participle right behind a comma, and no
/// verb since the noun.
fn is_told_aside(words: &Words, heads: &[Head], noun: usize, verb: usize) -> bool {
    let found = &heads[verb];
    let participle = found.shape == Shape::Infinitive && found.passive
        || found.first == found.token
            && matches!(found.shape, Shape::Finite | Shape::Participle)
            && (words.is(found.token, Small::ED)
                || matches!(words.lower(found.token), "held" | "begun" | "due"));
    let mut gap = heads[noun].last + 1..found.first;
    let comma = gap.next_back().is_some_and(|at| words.mark(at) == b',');
    // "met on Monday, held": of one who did the one and the other.
    let told = heads[..verb].iter().any(|head| head.is_verb() && head.last + 12 > found.first);
    participle && comma && !told && gap.into_iter().all(|at| words.list[at].kind != Kind::Mark)
}

/// The noun that the relative clause around a verb is said of: "the barracks, which the army handed over".
pub(in crate::extract) fn antecedent(scene: &Scene, head: &Head) -> Option<usize> {
    let words = &scene.words;
    let pronoun =
        (0..head.first).rev().take(6).find(|at| matches!(words.lower(*at), "which" | "that" | "who"))?;
    let verb_between =
        scene.heads.iter().any(|other| other.is_verb() && (pronoun..head.first).contains(&other.token));
    let before = pronoun.checked_sub(1)?;
    let noun = if words.raw(before) == "," { before.checked_sub(1)? } else { before };
    (!verb_between && words.list[noun].kind == Kind::Word).then_some(noun)
}
