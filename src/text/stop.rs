//! Whether a full stop, question mark, exclamation mark or ellipsis ends its sentence. Looks at a bounded stretch of
//! text around it, so that no text takes more than linear time.

use super::abbreviation::{goes_on, is_abbreviation};
use super::character::{is_blank, is_bullet, is_dash, is_quote};
use super::glue::glued_end;
use super::lexicon::{is_speech_verb, is_starter};
use super::line::{Gap, Layout, begins_item, begins_small, is_in_heading};

/// Bytes looked at to either side where a rule asks for more than the nearest words.
const REACH: usize = 160;

/// A stop in its text. Offsets are bytes.
pub(super) struct Stop<'a> {
    pub(super) text: &'a str,
    /// The stop itself.
    pub(super) at: usize,
    /// Where its sentence begins.
    pub(super) start: usize,
    pub(super) layout: Layout,
    /// Whether a straight quotation mark stands open before it.
    pub(super) is_quoting: bool,
}

/// What the stop does. Offsets are bytes.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    /// Where the sentence ends, if it does.
    pub(super) end: Option<usize>,
    /// Where to read on.
    pub(super) resume: usize,
    /// Line breaks before this byte have been judged with the stop.
    pub(super) settled: usize,
    /// Whether a paragraph ends with the sentence.
    pub(super) ends_paragraph: bool,
}

/// What kind of stop stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A single full stop, which may be an abbreviation's.
    Period,
    /// Three dots, spaced or not, which may stand for words left out.
    Ellipsis,
    /// Anything that ends a sentence where the next can begin.
    Full,
}

/// Reads the stop with all stops and closing marks that follow it at once, and what comes then.
pub(super) fn judge(stop: &Stop<'_>) -> Verdict {
    plain(stop).unwrap_or_else(|| judge_any(stop))
}

/// No abbreviation is longer.
const LONGEST: usize = 15;

/// The same for most stops: a full stop behind a word that is no abbreviation, a blank or line breaks, and a capital.
fn plain(stop: &Stop<'_>) -> Option<Verdict> {
    let (before, rest) = (&stop.text.as_bytes()[..stop.at], &stop.text.as_bytes()[stop.at..]);
    let breaks = rest.get(1..)?.iter().take_while(|byte| **byte == b'\n').count();
    let gap = if breaks == 0 && rest.get(1) == Some(&b' ') { 1 } else { breaks };
    let begins = gap > 0 && rest.get(1 + gap).is_some_and(u8::is_ascii_uppercase);
    if !begins || rest[0] != b'.' || breaks == 1 && stop.layout == Layout::Wrapped {
        return None;
    }
    if breaks == 0 {
        let before = before.get(stop.start..)?;
        let letters =
            before.iter().rev().take(LONGEST + 1).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (_, word) = before.split_at(before.len() - letters);
        let ends_before = before.iter().nth_back(letters);
        let is_word = letters > LONGEST
            || letters > 0
                && ends_before.is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_digit() && *byte != b'.')
                && !is_abbreviation(std::str::from_utf8(word).ok()?);
        if !is_word {
            return None;
        }
    }
    let (end, settled) = (stop.at + 1, stop.at + 1 + gap);
    Some(Verdict { end: Some(end), resume: end, settled, ends_paragraph: breaks > 0 })
}

fn judge_any(stop: &Stop<'_>) -> Verdict {
    let (mark, resume) = read_mark(stop.text, stop.at);
    let closed = resume + closing_marks(&stop.text[resume..]);
    let gap = Gap::at(stop.text, closed);
    let mut verdict = Verdict { resume, settled: gap.end, ..Verdict::default() };
    if !gap.is_visible {
        verdict.settled = resume;
        verdict.end = glued_end(stop, mark, resume, closed);
        return verdict;
    }
    let next = &stop.text[gap.end..];
    let ends = match gap.breaks {
        0 => stop.ends_before(mark, (resume, closed), next),
        1 if stop.layout == Layout::Wrapped => {
            begins_item(next) || stop.ends_before(mark, (resume, closed), next)
        }
        1 => !begins_small(next),
        _ => true,
    };
    verdict.ends_paragraph = ends && gap.breaks > 0;
    verdict.end = ends.then_some(closed);
    verdict
}

impl<'a> Stop<'a> {
    /// Whether the sentence ends before `next`, which white space divides from the stop and its closing marks.
    fn ends_before(&self, mark: Mark, (resume, closed): (usize, usize), next: &str) -> bool {
        let closing = &self.text[resume..closed];
        let word = next_word(next);
        match mark {
            _ if !can_begin(next, closing) => false,
            Mark::Full => !(closing.contains(is_quote) && is_attribution(next)),
            Mark::Ellipsis => !self.before().ends_with(char::is_whitespace) || is_starter(word),
            Mark::Period => !self.is_numbering() && !self.is_abbreviating(word),
        }
    }

    /// Whether the full stop belongs to the word before it alone. In headings any word is capitalised, so that none opens
    /// a sentence there: `U.S. And Iraq Agree`.
    fn is_abbreviating(&self, next: &str) -> bool {
        let word = self.word();
        goes_on(word, next)
            || (is_abbreviation(word) && is_starter(next) && is_in_heading(self.text, self.at))
    }

    /// The sentence up to the stop.
    pub(super) fn before(&self) -> &'a str {
        &self.text[self.start.min(self.at)..self.at]
    }

    /// The word with its inner full stops that the stop follows: `Gen`, `U.S`.
    fn word(&self) -> &'a str {
        let before = tail(self.before(), REACH);
        let word = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '.');
        &before[word.len()..]
    }

    /// `1.` at the beginning numbers its sentence.
    fn is_numbering(&self) -> bool {
        let before = self.before();
        let label = before.trim_start();
        before.len() < 64
            && label.len() <= 3
            && !label.is_empty()
            && label.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The kind of stop that begins at byte `at`, and the byte after the last of its marks: `.`, `?!`, `. . .`, `....`.
fn read_mark(text: &str, at: usize) -> (Mark, usize) {
    let (mut dots, mut is_loud, mut end) = (0, false, at);
    loop {
        let rest = &text[end..];
        let mut chars = rest.chars();
        match chars.next() {
            Some('.') => dots += 1,
            Some('…') => dots += 3,
            Some('!' | '?') => is_loud = true,
            Some(' ' | '\u{A0}') if continues_dots(chars.as_str()) => {}
            _ => break,
        }
        end = text.len() - chars.as_str().len();
    }
    let mark = match dots {
        _ if is_loud => Mark::Full,
        1 => Mark::Period,
        3 => Mark::Ellipsis,
        _ => Mark::Full,
    };
    (mark, end)
}

/// Whether a dot after a space goes on with an ellipsis, and does not begin `.5` or `.com`.
fn continues_dots(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Length in bytes of the closing quotation marks and brackets at the beginning. An opening mark before white space closes.
fn closing_marks(text: &str) -> usize {
    let mut chars = text.chars();
    let mut end = 0;
    while let Some(c) = chars.next() {
        let is_before_blank = chars.as_str().chars().next().is_none_or(is_blank);
        let closes = match c {
            '"' | '\'' | '’' | '”' | '»' | '›' | ')' | ']' | '}' => true,
            '“' | '‘' | '„' | '«' => is_before_blank,
            _ => false,
        };
        if !closes {
            break;
        }
        end = text.len() - chars.as_str().len();
    }
    end
}

/// Whether a sentence can begin with the text, after a stop and these closing marks.
fn can_begin(text: &str, closing: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let inner = text.trim_start_matches(is_opening).trim_start();
    if is_dash(first) {
        // `"We left." - Trump` is one sentence, `left. - The` two.
        return !closing.contains(is_quote) && !begins_small(text.trim_start_matches(is_dash).trim_start());
    }
    if first == '[' || is_bullet(first) {
        return true; // `[they] stayed`: the bracket hides the capital
    }
    !begins_small(inner) && !inner.starts_with([',', ';', ':', ')', '!', '?', '%', '.', '…'])
}

fn is_opening(c: char) -> bool {
    is_quote(c) || matches!(c, '(' | '[' | '{' | '¿' | '¡')
}

/// The first word with its full stop, if it has one: `The`, but `A.` of `A. Smith`.
pub(super) fn next_word(text: &str) -> &str {
    let word = text.trim_start_matches(|c: char| is_opening(c) || is_dash(c) || is_blank(c));
    let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
    &word[..end + usize::from(word[end..].starts_with('.'))]
}

/// Whether the text goes on with who asked or exclaimed: `Hagel asked.`, `Mr. Trump tweeted Sunday.`; not `Hagel said he`.
fn is_attribution(text: &str) -> bool {
    let mut words = head(text, REACH).split_whitespace().take(7);
    let mut previous = "";
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_punctuation());
        if is_speech_verb(bare) {
            let object = words.next().filter(|_| bare == word).unwrap_or_default();
            return !previous.is_empty()
                && !matches!(object, "he" | "she" | "it" | "they" | "that" | "the" | "a" | "his");
        }
        let is_name = begins_name(word) && (!word.ends_with('.') || goes_on(bare, "X"));
        if previous.is_empty() && (!is_name || is_starter(bare)) || word.ends_with(['!', '?', ';', ':']) {
            return false;
        }
        previous = word;
    }
    false
}

fn begins_name(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

/// The last bytes of the text, up to `limit`.
pub(super) fn tail(text: &str, limit: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(limit))..]
}

/// The first bytes of the text, up to `limit`.
pub(super) fn head(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}
