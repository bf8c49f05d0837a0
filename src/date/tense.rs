//! Whether the clause around a date looks back or ahead, by its nearest verb. Knows verbs, not what they mean.

use super::token::Line;
use super::word::{Key, Pick, Verb, Word};

/// Where a clause stands to the time of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// The tense of the clause that holds the tokens from `start` to `end`: of the nearest verb before, else after.
pub(super) fn tense(line: &Line, start: usize, end: usize) -> Tense {
    if line.possessive(end).is_some() {
        return Tense::Unknown;
    }
    let before = (clause_start(line, start)..start).rev().find_map(|at| verb(line, at));
    before.or_else(|| (end..clause_end(line, end)).find_map(|at| first_verb(line, at))).unwrap_or(Tense::Unknown)
}

/// Clauses end at these; a comma alone does not end them.
fn clause_start(line: &Line, at: usize) -> usize {
    (0..at).rev().find(|at| matches!(line.word(*at), Word::Mark(b';' | b'"' | b':' | b'~'))).map_or(0, |at| at + 1)
}

fn clause_end(line: &Line, at: usize) -> usize {
    (at..line.tokens.len()).find(|at| matches!(line.word(*at), Word::Mark(b';' | b'~'))).unwrap_or(line.tokens.len())
}

/// The tense a token gives to what follows it.
fn verb(line: &Line, at: usize) -> Option<Tense> {
    match line.word(at) {
        Word::Verb(Verb::Past | Verb::Implicative) => Some(governed(line, at)),
        Word::Verb(Verb::Future) if line.is_capital(at) && at > 0 => None,
        Word::Verb(Verb::Future) if line.raw(at) == "due" && line.is_key(at + 1, Key::To) && !is_infinitive(line, at + 1) => None,
        Word::Key(Key::Could) => Some(Tense::Unknown),
        Word::Verb(Verb::Future) => Some(Tense::Future),
        Word::Verb(Verb::Present) => Some(Tense::Future),
        Word::Month(5) if line.is_lower(at) => Some(Tense::Future),
        Word::Mark(b'\'') if line.is_glued(at + 1) && line.raw(at + 1).eq_ignore_ascii_case("ll") => Some(Tense::Future),
        Word::Key(Key::To) if is_infinitive(line, at) => Some(infinitive(line, at)),
        Word::Other if is_past_form(line.raw(at)) && line.is_lower(at) => Some(governed(line, at)),
        _ => None,
    }
}

fn first_verb(line: &Line, at: usize) -> Option<Tense> {
    verb(line, at)
}

fn is_past_form(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

/// Whether "to" goes with a verb, as far as the word after it tells.
fn is_infinitive(line: &Line, at: usize) -> bool {
    line.is_lower(at + 1) && matches!(line.word(at + 1), Word::Other | Word::Verb(_) | Word::Part(_) | Word::Month(3) | Word::Season(_))
        && !matches!(line.raw(at + 1), "their" | "its" | "which" | "whom" | "all" | "any" | "both" | "it" | "them" | "him")
}

/// "to" and a verb look ahead, but not after "failed" or "began".
fn infinitive(line: &Line, at: usize) -> Tense {
    match line.before(at, 1) {
        Word::Verb(Verb::Implicative) => governed(line, at - 1),
        Word::Verb(Verb::Past) if matches!(line.raw(at - 1), "had" | "was" | "were") => Tense::Past,
        _ => Tense::Future,
    }
}

/// A participle takes the tense of what governs it: "would be pulled", "to be signed", "was expected".
fn governed(line: &Line, at: usize) -> Tense {
    for back in 1..=4 {
        match line.before(at, back) {
            Word::Verb(Verb::Future) if line.is_lower(at - back) => return Tense::Future,
            Word::Month(5) if line.is_lower(at - back) => return Tense::Future,
            Word::Key(Key::Could) => return Tense::Unknown,
            Word::Key(Key::To) => {
                let is_passive = (1..back).any(|near| matches!(line.raw(at - near), "be" | "have" | "been"));
                return if is_passive { infinitive(line, at - back) } else { Tense::Past };
            }
            Word::Key(Key::Not) | Word::Pick(Pick::Last) => {}
            Word::Verb(Verb::Past) if line.raw(at - back) == "been" => {}
            Word::Other if matches!(line.raw(at - back), "be" | "have" | "has" | "also" | "get") || line.raw(at - back).ends_with("ly") => {}
            _ => return Tense::Past,
        }
    }
    Tense::Past
}
