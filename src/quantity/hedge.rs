//! How exact a number is, by the words around it: "about", "no fewer than", "or so". Knows no nouns.

use std::sync::LazyLock;

use super::lexeme::Traits;
use super::lexicon::{self, Table};
use super::sentence::Sentence;
use crate::model::vocabulary::{Qualifier, Vocabulary};

type Phrase = (Vec<&'static str>, Qualifier);

/// Phrases before a number by their last word, longest first.
static BEFORE: LazyLock<Table<Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: Table<Vec<Phrase>> = Table::default();
    for (words, qualifier) in phrases_of("") {
        let Some(last) = words.last() else { continue };
        phrases.entry(last).or_default().push((words, qualifier));
    }
    phrases.values_mut().for_each(|list| list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
    phrases
});

/// Phrases after a number, longest first.
static AFTER: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let mut phrases = phrases_of("after ");
    phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    phrases
});

fn phrases_of(prefix: &str) -> Vec<Phrase> {
    let sections = lexicon::sections(include_str!("lexicon/hedges.txt"));
    let named = sections.filter_map(|(section, phrases)| {
        let name = section.strip_prefix(prefix)?;
        Some((Qualifier::from_word(name)?, phrases))
    });
    named
        .flat_map(|(qualifier, phrases)| {
            phrases.into_iter().map(move |p| (p.split(' ').collect(), qualifier))
        })
        .collect()
}

/// What was read before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Before {
    /// The first token of the hedges and of "another".
    pub(super) start: usize,
    /// The hedge that counts: the first that bounds, else the first.
    pub(super) qualifier: Option<Qualifier>,
    pub(super) additional: bool,
    pub(super) remaining: bool,
    pub(super) total: bool,
}

/// Hedges and words such as "another" that end where the number begins.
pub(super) fn before(sentence: &Sentence, number: usize) -> Before {
    let mut found =
        Before { start: number, qualifier: None, additional: false, remaining: false, total: false };
    let mut at = number;
    // The outermost of the hedges comes last, and is the first that is read.
    while let Some(step) = step_back(sentence, at) {
        if found.qualifier.is_some_and(bounds) && is_preposition(sentence, &step, at) {
            break;
        }
        at = step.start;
        match step.says {
            Says::Hedge(qualifier) => {
                let weaker = found.qualifier.is_some_and(|inner| bounds(inner) && !bounds(qualifier));
                found.qualifier = if weaker { found.qualifier } else { Some(qualifier) };
            }
            Says::Additional => found.additional = true,
            Says::Remaining => found.remaining = true,
            Says::Total => found.total = true,
            Says::Nothing => continue,
        }
        if !matches!(step.says, Says::Remaining) {
            found.start = at;
        }
    }
    found
}

enum Says {
    Hedge(Qualifier),
    Additional,
    Remaining,
    Total,
    Nothing,
}

struct Step {
    start: usize,
    says: Says,
}

fn step_back(sentence: &Sentence, at: usize) -> Option<Step> {
    let last = at.checked_sub(1)?;
    let step = |start, says| Some(Step { start, says });
    match sentence.word(last) {
        "~" | "≈" => return step(last, Says::Hedge(Qualifier::About)),
        ">" => return step(last, Says::Hedge(Qualifier::MoreThan)),
        "<" => return step(last, Says::Hedge(Qualifier::LessThan)),
        "≥" => return step(last, Says::Hedge(Qualifier::AtLeast)),
        "-" if sentence.is_hyphen(last) => return glued_hedge(sentence, last),
        _ => {}
    }
    if let Some((start, qualifier)) = phrase_before(sentence, at) {
        return match is_reached(sentence, start, at) {
            true => step(start, Says::Nothing),
            false => step(soften(sentence, start), Says::Hedge(qualifier)),
        };
    }
    match () {
        () if sentence.is_any(last, &["another", "additional", "further", "extra"])
            || sentence.is(last, "added") && last > 0 && sentence.is_any(last - 1, &["an", "the"]) =>
        {
            step(with_article(sentence, last), Says::Additional)
        }
        () if sentence.is(last, "remaining") => step(last, Says::Remaining),
        () if sentence.is(last, "of") && sentence.is(last.wrapping_sub(1), "total") => {
            step(with_article(sentence, last - 1), Says::Total)
        }
        () if sentence.is_any(last, &["total", "totaling", "totalling"]) => step(last, Says::Total),
        () if sentence.is_any(last, &["only", "just", "exactly", "current", "mere", "new"]) => {
            step(last, Says::Nothing)
        }
        () => None,
    }
}

/// "more than-150": a hyphen that typesetting left between a hedge and its number.
fn glued_hedge(sentence: &Sentence, hyphen: usize) -> Option<Step> {
    let (start, qualifier) = phrase_before(sentence, hyphen)?;
    Some(Step { start, says: Says::Hedge(qualifier) })
}

/// "taking that contingent up to 725": so many it has then, not at most.
fn is_reached(sentence: &Sentence, start: usize, end: usize) -> bool {
    const BRINGING: &[&str] = &[
        "taking", "takes", "took", "take", "bringing", "brings", "brought", "bring", "raising", "raises",
        "raised", "pushing", "pushes", "pushed",
    ];
    let up_to = end == start + 2 && sentence.is(start, "up") && sentence.is(start + 1, "to");
    // Something is brought: "taking up to 700 passengers" takes so many.
    up_to && start >= 3 && (start.saturating_sub(6)..start - 1).any(|at| sentence.is_any(at, BRINGING))
}

/// "come under at least 70 attacks": before a bound, a bare "under" or "over" bounds nothing.
fn is_preposition(sentence: &Sentence, step: &Step, end: usize) -> bool {
    step.start + 1 == end && sentence.is_any(step.start, &["under", "over", "above", "below"])
}

/// "a further", "an estimated".
fn with_article(sentence: &Sentence, at: usize) -> usize {
    let before = at.checked_sub(1).filter(|before| sentence.is_any(*before, &["a", "an"]));
    before.unwrap_or(at)
}

/// "just over", "well below".
fn soften(sentence: &Sentence, start: usize) -> usize {
    let mut at = start;
    while let Some(before) = at.checked_sub(1).filter(|before| sentence.has(*before, Traits::SOFTENER)) {
        at = before;
    }
    let little = at > 0 && sentence.is_any(at, &["little", "bit"]) && sentence.is(at - 1, "a");
    if little { at - 1 } else { at }
}

/// The longest hedge whose last word stands before `at`.
fn phrase_before(sentence: &Sentence, at: usize) -> Option<(usize, Qualifier)> {
    let last = at.checked_sub(1)?;
    let word = sentence.word(last);
    if !sentence.has(last, Traits::HEDGE) {
        return None;
    }
    let phrases = BEFORE.get(word.to_ascii_lowercase().as_str())?;
    let (words, qualifier) = phrases.iter().find(|(words, _)| ends_with(sentence, at, words))?;
    let start = at - words.len();
    let topic = words.len() == 1
        && sentence.is_any(start, &["about", "over"])
        && start.checked_sub(1).is_some_and(|before| sentence.has(before, Traits::TOPIC));
    (!topic).then_some((start, *qualifier))
}

fn ends_with(sentence: &Sentence, at: usize, words: &[&str]) -> bool {
    let Some(start) = at.checked_sub(words.len()) else { return false };
    words.iter().enumerate().all(|(i, word)| sentence.is(start + i, word))
}

/// A hedge after a number, and the token after it: "or so", "-plus", "+".
pub(super) fn after(sentence: &Sentence, number_end: usize) -> Option<(Qualifier, usize)> {
    if sentence.mark(number_end) == Some('+') && sentence.is_glued(number_end) {
        return Some((Qualifier::AtLeast, number_end + 1));
    }
    let hyphen = sentence.is_hyphen(number_end);
    let at = if hyphen { number_end + 1 } else { number_end };
    let fits = |words: &[&str]| words.iter().enumerate().all(|(i, word)| sentence.is(at + i, word));
    let (words, qualifier) = AFTER.iter().find(|(words, _)| fits(words))?;
    let end = at + words.len();
    // "25, at least 10 of them" and "odd" jobs: only a hyphen makes "plus" and "odd" part of the number.
    let single = words.len() == 1 && *words != ["plus"] && !hyphen;
    let other = super::cardinal::read(sentence, end).is_some();
    (!single && !other).then_some((*qualifier, end))
}

/// Whether the qualifier sets a bound.
pub(super) fn bounds(qualifier: Qualifier) -> bool {
    use Qualifier as Q;
    matches!(qualifier, Q::AtLeast | Q::MoreThan | Q::AtMost | Q::LessThan | Q::Between)
}
