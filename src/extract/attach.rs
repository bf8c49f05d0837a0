//! Which head a date or a count belongs to.

use std::ops::Range;

use super::heads::{Head, Shape, is_be, is_determiner};
use super::scene::{Counted, Dated, Scene};
use super::word::Kind;

/// The head that each date belongs to.
pub(super) fn dates(scene: &Scene<'_>) -> Vec<Option<usize>> {
    scene.dates.iter().map(|date| date_head(scene, date)).collect()
}

fn date_head(scene: &Scene<'_>, date: &Dated) -> Option<usize> {
    let tokens = scene.tokens(&date.range);
    before_noun(scene, &tokens).or_else(|| {
        if opens_clause(scene, &tokens) { to_the_right(scene, tokens.end) } else { to_the_left(scene, tokens.start) }
    })
}

/// "the 2003 invasion", "Wednesday's announcement": a date without preposition right before a cue noun.
fn before_noun(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<usize> {
    let index = scene.heads.iter().position(|head| head.token >= tokens.end)?;
    let head = &scene.heads[index];
    let near = head.token - tokens.end <= 2 && head.shape == Shape::Noun && !head.predicates.is_empty();
    let plain = (tokens.end..head.token).all(|at| scene.words.list[at].kind == Kind::Word && !is_determiner(scene.words.lower(at)));
    let possessive = tokens.end.checked_sub(1).is_some_and(|last| scene.words.is_possessive(last));
    let modifies = possessive || tokens.start > 0 && is_determiner(scene.words.lower(tokens.start - 1)) || scene.words.lower(tokens.start).starts_with("post-");
    (near && plain && modifies).then_some(index)
}

/// "By September 2025, all forces will …", "… and in 2014 Obama sent": the date stands before its clause.
fn opens_clause(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let first = tokens.start == 0
        || words.list[tokens.start - 1].kind != Kind::Word && words.list[tokens.start - 1].kind != Kind::Number
        || matches!(words.lower(tokens.start - 1), "and" | "but" | "that" | "while" | "when" | "because" | "if");
    let followed = words.raw(tokens.end) == ","
        || words.list.get(tokens.end).is_some_and(|next| next.capital || is_determiner(words.lower(tokens.end)) || next.kind == Kind::Number)
        || matches!(words.lower(tokens.end), "it" | "they" | "he" | "she" | "we" | "there");
    let closes_sentence = tokens.end + 1 >= words.len();
    first && (tokens.start == 0 || followed) && !closes_sentence
}

fn to_the_left(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let bound = (0..token).rev().find(|at| matches!(scene.words.raw(*at), ";" | "—" | ":")).map_or(0, |at| at + 1);
    let index = scene.heads.iter().rposition(|head| head.last < token && head.token >= bound && can_hold(head))?;
    Some(index)
}

fn to_the_right(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let bound = (token..scene.words.len()).find(|at| matches!(scene.words.raw(*at), ";" | "—")).unwrap_or(scene.words.len());
    let fits = |head: &&Head| head.token >= token && head.token < bound && can_hold(head);
    let finite = scene.heads.iter().position(|head| fits(&head) && head.shape == Shape::Finite);
    finite.or_else(|| scene.heads.iter().position(|head| fits(&head)))
}

/// Words that only colour a clause hold no date.
fn can_hold(head: &Head) -> bool {
    head.shape != Shape::Word || !head.predicates.is_empty()
}

/// The head that a count belongs to.
pub(super) fn count_head(scene: &Scene<'_>, count: &Counted) -> Option<usize> {
    let tokens = scene.tokens(&count.range);
    as_object(scene, &tokens).or_else(|| as_subject(scene, &tokens)).or_else(|| beside(scene, &tokens))
}

/// "killed at least 25 fighters", "the departure of hundreds of troops", "to send an additional 450"
fn as_object(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<usize> {
    let index = scene.heads.iter().rposition(|head| head.last < tokens.start && can_hold(head))?;
    let head = &scene.heads[index];
    let gap = head.last + 1..tokens.start;
    let plain = gap.clone().all(|at| {
        let lower = scene.words.lower(at);
        scene.words.list[at].kind == Kind::Number
            || scene.words.list[at].kind == Kind::Word && (lower == "of" && head.shape == Shape::Noun || !super::heads::is_preposition(lower) || matches!(lower, "by" | "about" | "around" | "over"))
            || scene.words.raw(at) == "-"
    });
    (plain && gap.len() <= 6 && !(head.passive && !scene.words.lower(head.token + 1).eq("by"))).then_some(index)
}

/// "62 militiamen were wounded", "2,500 troops remain", "12 soldiers dead"
fn as_subject(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<usize> {
    let index = scene.heads.iter().position(|head| head.token >= tokens.end && can_hold(head))?;
    let head = &scene.heads[index];
    let gap = tokens.end..head.first;
    let crossed = gap.clone().any(|at| matches!(scene.words.raw(at), "," | ";" | ":" | "—"));
    (!crossed && gap.len() <= 12 && head.shape != Shape::Infinitive).then_some(index)
}

/// Any cue in the same clause, the nearest first: "had about 900 troops in Syria".
fn beside(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<usize> {
    let clause = scene.clause(tokens.start);
    scene
        .heads
        .iter()
        .enumerate()
        .filter(|(_, head)| clause.contains(&head.token) && !head.predicates.is_empty() && head.last < tokens.start)
        .map(|(index, _)| index)
        .next_back()
}

/// Whether a clause says only that something is there: "there are", "has".
pub(super) fn is_there(scene: &Scene<'_>, head: &Head) -> bool {
    let word = scene.words.lower(head.token);
    is_be(word) || matches!(word, "has" | "have" | "had" | "having" | "keeps" | "maintains")
}
