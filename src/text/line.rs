//! What line breaks mean: one paragraph a line, or prose wrapped by hand. Knows lines, not punctuation within them.

use super::character::{is_blank, is_bullet, is_dash};
use super::stop::{head, tail};

/// How a text uses its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// A line is a paragraph, a heading or an item.
    Lines,
    /// Paragraphs run over several lines of about one width.
    Wrapped,
}

/// Lines as long as typewriters, mailers and wire services wrap them, in bytes.
const WRAPPED_WIDTH: std::ops::RangeInclusive<usize> = 55..=105;
/// A wrapped line that would have had room for the next word up to here was ended on purpose.
const FULL_WIDTH: usize = 60;

impl Layout {
    /// Of the lines that another follows at once, most are of that width and many are followed by a small letter. Lists
    /// of headlines have the width, too, but not the small letters.
    pub(super) fn of(text: &str) -> Self {
        let (mut followed, mut wide, mut small) = (0, 0, 0);
        let mut previous = "";
        for line in text.lines() {
            if !previous.is_empty() && !line.is_empty() {
                followed += 1;
                wide += usize::from(WRAPPED_WIDTH.contains(&previous.len()));
                small += usize::from(line.starts_with(char::is_lowercase));
            }
            previous = line;
        }
        if followed > 1 && wide * 3 >= followed * 2 && small * 5 >= followed {
            Self::Wrapped
        } else {
            Self::Lines
        }
    }
}

/// White space and what is in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// First byte after it.
    pub(super) end: usize,
    /// Line breaks in it.
    pub(super) breaks: usize,
    /// Whether it holds white space at all, not only invisible characters.
    pub(super) is_visible: bool,
}

impl Gap {
    /// The gap, possibly empty, that begins at byte `start`.
    pub(super) fn at(text: &str, start: usize) -> Self {
        let mut gap = Self { end: text.len(), breaks: 0, is_visible: false };
        let mut previous = ' ';
        for (byte, c) in text[start..].char_indices() {
            if !is_blank(c) {
                gap.end = start + byte;
                break;
            }
            gap.is_visible |= c.is_whitespace();
            gap.breaks += match c {
                '\n' if previous == '\r' => 0,
                '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' => 1,
                '\u{2029}' => 2,
                _ => 0,
            };
            previous = c;
        }
        gap
    }
}

/// Whether a sentence that no stop has ended ends with its line. `at` is the line break, `gap` the white space from there.
pub(super) fn ends_sentence(text: &str, at: usize, gap: Gap, layout: Layout) -> bool {
    let next = &text[gap.end..];
    if gap.breaks > 1 || begins_item(next) {
        return true;
    }
    if begins_small(next) || next.starts_with([',', ';', ':', ')', '!', '?', '%']) {
        return false;
    }
    layout == Layout::Lines || !is_full(text, at, next)
}

/// Whether the line that ends at byte `at` had no room for the next word.
fn is_full(text: &str, at: usize, next: &str) -> bool {
    let line = text[..at].bytes().rev().take(FULL_WIDTH).take_while(|b| !matches!(b, b'\n' | b'\r')).count();
    let word = next.bytes().take(FULL_WIDTH).take_while(|b| !b.is_ascii_whitespace()).count();
    line + 1 + word > FULL_WIDTH
}

/// Whether a list item begins here: a bullet, or a dash that stands alone before a capital.
pub(super) fn begins_item(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    let rest = chars.as_str().trim_start();
    let stands_alone = rest.len() < chars.as_str().len();
    is_bullet(first) || (is_dash(first) && stands_alone && !begins_small(rest))
}

/// Whether the first word is written small all through: `troops`, but not `al-Sudani` or `iPhone`.
pub(super) fn begins_small(text: &str) -> bool {
    let is_word = |c: &char| c.is_alphanumeric() || is_dash(*c);
    let mut word = text.chars().take(24).take_while(is_word).peekable();
    word.peek().is_some_and(|c| c.is_lowercase()) && !word.any(char::is_uppercase)
}

/// Bytes looked at to either side of a stop for a heading; longer lines are none.
const HEADING_REACH: usize = 160;

/// Whether the line around byte `at` is written as headings are: short, no stop at its end, most words capitalised.
pub(super) fn is_in_heading(text: &str, at: usize) -> bool {
    let before = tail(&text[..at], HEADING_REACH);
    let after = head(&text[at..], HEADING_REACH);
    let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line_end = after.find(['\n', '\r']).unwrap_or(after.len());
    if before.len() - line_start + line_end > HEADING_REACH {
        return false;
    }
    let (before, after) = (&before[line_start..], after[..line_end].trim_end());
    let words = || before.split_whitespace().chain(after.split_whitespace());
    let small = words().filter(|word| begins_small(word)).count();
    !after.ends_with(['.', '!', '?', '"', '”']) && small * 3 <= words().count()
}
