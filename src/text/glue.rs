//! Stops with no white space after them: scraped pages lose the break between paragraphs (`left the base.An agreement`),
//! but most such stops are in domains, initials and names. Splits only where little else is possible.

use super::abbreviation::goes_on;
use super::character::{is_blank, is_quote};
use super::lexicon::is_starter;
use super::stop::{Mark, Stop, head, next_word, tail};

/// Bytes of the word before that are looked at.
const REACH: usize = 64;

/// Where the sentence ends, in bytes, if it does. `resume` is the byte after the stop, `closed` after its closing marks.
pub(super) fn glued_end(stop: &Stop<'_>, mark: Mark, resume: usize, closed: usize) -> Option<usize> {
    let closing = &stop.text[resume..closed];
    let before = tail(stop.before(), REACH);
    if is_address(before) || closing.contains('\'') {
        return None;
    }
    let before = before.trim_end_matches(['"', '”', ')', '%']);
    let (next, end) = next_sentence(stop, resume, closed);
    let is_capital = next.trim_start_matches(is_quote).starts_with(char::is_uppercase);
    let least = if next.starts_with(is_quote) { 2 } else { 3 };
    let is_clear = mark != Mark::Ellipsis && (ends_small(before, least) || closing.contains(['”', ')']));
    let is_likely = is_word(before, next) && is_starter(next_word(next));
    (is_capital && !is_dotted(next) && (is_clear || is_likely)).then_some(end)
}

/// What would be the next sentence, and the byte at which this one would end: after its closing marks, but before an
/// opening one. A hyphen that a soft hyphen became (`the Congo.- The`, `of law".-It`) stays with what it follows.
fn next_sentence<'a>(stop: &Stop<'a>, resume: usize, closed: usize) -> (&'a str, usize) {
    let next = &stop.text[closed..];
    let opens = &stop.text[resume..closed] == "\"" && !stop.is_quoting;
    match next.strip_prefix('-') {
        Some(rest) => (rest.trim_start_matches(is_blank), closed + 1),
        None if opens => (&stop.text[resume..], resume),
        None => (next, closed),
    }
}

/// Whether the text ends with a word written small, of as many letters at least.
fn ends_small(text: &str, least: usize) -> bool {
    let word = last_word(text);
    word.chars().count() >= least && word.chars().all(char::is_lowercase)
}

/// Whether the text ends with a word or a number rather than with an initial or a title.
fn is_word(text: &str, next: &str) -> bool {
    let word = last_word(text);
    word.ends_with(|c: char| c.is_ascii_digit())
        || (word.chars().count() > 1 && !goes_on(word, next_word(next)))
}

fn last_word(text: &str) -> &str {
    &text[text.trim_end_matches(char::is_alphanumeric).len()..]
}

/// Whether the last word belongs to an address on the Web, which may go on with capitals.
fn is_address(text: &str) -> bool {
    let start = text.trim_end_matches(|c: char| !c.is_whitespace()).len();
    text[start..].contains(['/', '@', '_', '.', '\\'])
}

/// Whether the next word is long and goes on after a dot: `Example.Org`, but not `U.S.`
fn is_dotted(text: &str) -> bool {
    let text = head(text, REACH);
    let rest = text.trim_start_matches(char::is_alphanumeric);
    text.len() - rest.len() > 1
        && rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}
