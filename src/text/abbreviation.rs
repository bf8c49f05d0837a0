//! Whether the full stop after a word is the word's own. Knows the lexicon, not the text around.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::{is_starter, is_time_word, words};

/// What may follow an abbreviation within its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    BeforeName,
    BeforeFigure,
    Within,
    Hour,
}

static ABBREVIATIONS: LazyLock<FxHashMap<&str, Kind>> =
    LazyLock::new(|| read_sections(include_str!("lexicon/abbreviations.txt")));

/// Whether the word's full stop may be its own.
pub(super) fn is_abbreviation(word: &str) -> bool {
    kind(word).is_some()
}

/// Whether a sentence goes on after `word` and its full stop, given the next word (its letters and digits).
pub(super) fn goes_on(word: &str, next: &str) -> bool {
    let next_is_figure = next.starts_with(|c: char| c.is_ascii_digit());
    match kind(word) {
        None => false,
        Some(Kind::BeforeName) => true,
        Some(Kind::BeforeFigure) => next_is_figure,
        Some(Kind::Within) => !is_starter(next),
        Some(Kind::Hour) => next_is_figure || is_time_word(next.trim_end_matches('.')),
    }
}

fn kind(word: &str) -> Option<Kind> {
    let listed = ABBREVIATIONS.get(word).copied();
    let shouted = || ABBREVIATIONS.get(capitalised(word)?.as_str()).copied();
    listed.or_else(shouted).or_else(|| is_initials(word).then_some(Kind::Within))
}

/// `GEN` → `Gen`, for bylines and headings in capitals.
fn capitalised(word: &str) -> Option<String> {
    let is_shouted = (2..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    is_shouted.then(|| format!("{}{}", &word[..1], word[1..].to_ascii_lowercase()))
}

/// `J`, `U.S`, `H.R`: single capitals with full stops between.
fn is_initials(word: &str) -> bool {
    if let [b'A'..=b'Z', second, ..] = word.as_bytes()
        && *second != b'.'
    {
        return false;
    }
    let is_capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    word.split('.').all(is_capital)
}

/// Reads `[section]` lines with words below them; a test keeps the sections known.
fn read_sections(lexicon: &'static str) -> FxHashMap<&'static str, Kind> {
    let mut kind = None;
    let mut entries = FxHashMap::default();
    for word in words(lexicon) {
        match word {
            "[before_name]" => kind = Some(Kind::BeforeName),
            "[before_figure]" => kind = Some(Kind::BeforeFigure),
            "[within]" => kind = Some(Kind::Within),
            "[hour]" => kind = Some(Kind::Hour),
            _ => entries.extend(kind.map(|kind| (word, kind))),
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::{ABBREVIATIONS, Kind, words};

    #[test]
    fn the_lexicon_is_read_whole_and_lists_nothing_twice() {
        let lexicon = include_str!("lexicon/abbreviations.txt");
        let (sections, entries): (Vec<_>, Vec<_>) = words(lexicon).partition(|word| word.starts_with('['));
        assert_eq!(sections, ["[before_name]", "[before_figure]", "[within]", "[hour]"]);
        assert_eq!(entries.len(), ABBREVIATIONS.len(), "an abbreviation is listed twice");
        assert_eq!(ABBREVIATIONS.get("Gen"), Some(&Kind::BeforeName));
        assert_eq!(ABBREVIATIONS.get("p.m"), Some(&Kind::Hour));
    }
}
