//! Short words beside marks: what a question is called, who says so.

use super::rows::Row;
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

/// Who printed a row: the publisher, or the headline where no publisher is known.
pub(super) fn source(row: Row<'_>) -> String {
    let publisher = row.text("source").map(publisher).filter(|name| !name.starts_with('('));
    let title = || row.text("title").map(|title| crate::render::sanitise::cut(&words::line(title), 40));
    publisher.or_else(title).unwrap_or_else(|| "evidence".to_owned())
}
