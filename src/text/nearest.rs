//! The run of words most like a quote, for error messages. Works on folded texts, knows no offsets of originals.

use std::collections::HashSet;

/// Bytes of the text that are looked at.
const TEXT_LIMIT: usize = 1 << 20;
/// Characters of the quote that are compared; more would not show in a message.
const QUOTE_LIMIT: usize = 200;
/// Characters shown.
const SHOWN: usize = 160;
/// Runs whose edit distance is measured.
const CANDIDATES: usize = 12;
/// Below this a run is not worth showing.
const LIKE_ENOUGH: f64 = 0.6;

/// Runs that share most trigrams with the quote are found in one pass; the best of them are compared letter by letter.
pub(super) fn nearest(text: &str, quote: &str) -> Option<String> {
    let text = &text[..text.floor_char_boundary(TEXT_LIMIT)];
    let quote: String = quote.chars().take(QUOTE_LIMIT).collect();
    if text.is_empty() || quote.is_empty() {
        return None;
    }
    let (likeness, run) = candidates(text, &quote)
        .into_iter()
        .flat_map(|start| runs(text, start, quote.len()))
        .map(|run| (strsim::normalized_levenshtein(&quote, run), run))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (likeness >= LIKE_ENOUGH).then(|| run.chars().take(SHOWN).collect())
}

/// Starts of the words from which a run as long as the quote has most of its trigrams.
fn candidates(text: &str, quote: &str) -> Vec<usize> {
    let trigram = |w: &[u8]| [w[0], w[1], w[2]].map(|b| b.to_ascii_lowercase());
    let wanted: HashSet<[u8; 3]> = quote.as_bytes().windows(3).map(trigram).collect();
    let mut seen = vec![0u32];
    for window in text.as_bytes().windows(3) {
        seen.push(seen[seen.len() - 1] + u32::from(wanted.contains(&trigram(window))));
    }
    let until = |byte: usize| seen[byte.min(seen.len() - 1)];
    let shared = |start: usize| until(start + quote.len()) - until(start);
    let mut starts: Vec<(u32, usize)> = word_starts(text).map(|start| (shared(start), start)).collect();
    starts.sort_by_key(|&(shared, start)| (std::cmp::Reverse(shared), start));
    starts.into_iter().take(CANDIDATES).map(|(_, start)| start).collect()
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(text.match_indices(' ').map(|(space, _)| space + 1))
}

/// Runs of whole words from `start` that are about as long as the quote.
fn runs(text: &str, start: usize, length: usize) -> Vec<&str> {
    let slack = length / 4 + 4;
    let limit = text.ceil_char_boundary((start + length + slack).min(text.len()));
    let rest = &text[start..limit];
    let ends = rest.match_indices(' ').map(|(space, _)| space);
    let whole = (limit == text.len()).then_some(rest.len());
    ends.chain(whole).filter(|end| end + slack >= length).map(|end| &rest[..end]).collect()
}
