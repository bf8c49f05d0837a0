//! Short words beside marks: what a question is called, who says so.

use super::words;

/// `(≤ 2025-09-30)` goes, the words of the date stay: the picture shows the bounds.
pub(super) fn date_words(when: &str) -> String {
    let bounds = when.rfind(" (").filter(|_| when.ends_with(')'));
    words::label(bounds.map_or(when, |start| &when[..start]))
}

/// The parts that are known, joined by a middle dot.
pub(super) fn joined(parts: &[Option<&str>]) -> String {
    let parts: Vec<String> = parts.iter().flatten().map(|part| words::label(part)).collect();
    parts.join(" · ")
}

/// The publisher of `TRT World, 2024-07-22`, without the day.
pub(super) fn publisher(source: &str) -> String {
    let name = source.rsplit_once(", ").filter(|(_, day)| super::day::parsed(day).is_some());
    words::label(name.map_or(source, |(name, _)| name))
}
