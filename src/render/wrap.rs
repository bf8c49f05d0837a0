//! Breaks one line of clean text into lines of a given width.

use std::ops::Range;

use super::width::width;
use super::words::{keeps_together, pieces, words};

/// The lines of `text` as byte ranges, none wider than `room` columns unless a number is; spaces at the breaks belong to no line.
pub(super) fn lines(text: &str, room: usize) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    for unit in units(text, room) {
        match lines.last_mut() {
            Some(line) if width(&text[line.start..unit.end]) <= room => line.end = unit.end,
            _ => lines.push(unit),
        }
    }
    lines
}

/// [`lines`] as strings; one empty line for an empty text.
pub(super) fn wrapped(text: &str, room: usize) -> Vec<String> {
    let lines: Vec<String> = lines(text, room).into_iter().map(|line| text[line].to_string()).collect();
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// What moves to the next line as one: a group where it fits, else a word, else a piece of one.
fn units(text: &str, room: usize) -> Vec<Range<usize>> {
    let mut units = Vec::new();
    for group in groups(text) {
        let fits = |range: &Range<usize>| width(&text[range.clone()]) <= room;
        let whole = group.first().zip(group.last()).map(|(first, last)| first.start..last.end);
        match whole.filter(fits) {
            Some(whole) => units.push(whole),
            None => units.extend(
                group
                    .into_iter()
                    .flat_map(|word| if fits(&word) { vec![word] } else { pieces(text, word, room) }),
            ),
        }
    }
    units
}

/// The words of `text`, those that should stay together in one group.
pub(super) fn groups(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut groups: Vec<Vec<Range<usize>>> = Vec::new();
    for word in words(text) {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| keep(text, last, &word)) => group.push(word),
            _ => groups.push(vec![word]),
        }
    }
    groups
}

fn keep(text: &str, left: &Range<usize>, right: &Range<usize>) -> bool {
    left.end < right.start && keeps_together(&text[left.clone()], &text[right.clone()])
}
