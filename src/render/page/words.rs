//! Words from strangers for a page: clean, and of a length that can be read.

use crate::render::sanitise;

/// The longest a cell gets, in characters.
const CELL: usize = 400;
/// The longest that a passage of evidence gets.
const PASSAGE: usize = 4000;

/// One clean line of any length.
pub(super) fn line(text: &str) -> String {
    sanitise::line(text)
}

/// One clean line for a cell.
pub(super) fn cell(text: &str) -> String {
    sanitise::cut(&sanitise::line(text), CELL)
}

/// One clean line for a label in a picture.
pub(super) fn label(text: &str) -> String {
    sanitise::cut(&sanitise::line(text), 90)
}

/// A passage of evidence: line breaks become spaces.
pub(super) fn passage(text: &str) -> String {
    let shown: String = text.chars().filter_map(sanitise::shown).collect();
    sanitise::cut(&shown, PASSAGE)
}

/// A word of the vocabulary for people: `end mission` for `end_mission`.
pub(super) fn plain(text: &str) -> String {
    line(&text.replace('_', " "))
}

/// The same with a capital.
pub(super) fn capital(text: &str) -> String {
    let text = plain(text);
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A count with its noun, in the plural where it must be.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", thousands(count as u64), if count == 1 { "" } else { "s" })
}

/// A number with commas: `168,000`.
pub(super) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{capital, cell, thousands};

    #[test]
    fn numbers_are_read_in_groups_of_three() {
        let read = [0, 7, 999, 1_000, 168_000, 1_234_567].map(thousands);
        assert_eq!(read, ["0", "7", "999", "1,000", "168,000", "1,234,567"]);
    }

    #[test]
    fn what_steers_or_hides_is_gone_and_the_rest_has_a_length() {
        assert_eq!(cell("a\u{202e}b\u{0}\n c"), "ab c");
        assert_eq!(cell(&"x".repeat(100_000)).chars().count(), 400);
        assert_eq!(capital("end_mission, complete"), "End mission, complete");
    }
}
