//! Finding a quote in a text although white space and typography differ. What folds to what is in `composition` and
//! `character`; nothing but typography may fold, or a quote would no longer prove its claim.

use super::Span;
use super::composition::{Composer, Grain, Piece};
use super::nearest::nearest;

/// A text folded for searching, with the way back to the original's code points.
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    /// In order; the first begins at byte 0, each ends where the next begins.
    pieces: Vec<Piece>,
}

/// Folds white space and typography: runs of white space → one space (none at the ends); quotation marks and
/// apostrophes → `'` and `"`, two single marks side by side → `"`; dashes → `-`; ligatures → letters; `…` → `...`;
/// soft hyphens, zero-width characters and bidi marks → nothing; decomposed characters → NFC. Letters keep their case.
pub fn fold(text: &str) -> Folded {
    let mut composer = Composer::default();
    composer.text.reserve(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        rest = &rest[composer.take(rest)..];
    }
    Folded { text: composer.text, pieces: composer.pieces }
}

impl Folded {
    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every occurrence of the quote, folded like the text, in order and without overlap, as spans of the original.
    ///
    /// A span holds the visible characters of its occurrence and no white space around them. No occurrence begins or
    /// ends inside a word or a number (`500` is not in `2,500`) or cuts what folds as a whole. A blank quote occurs
    /// nowhere. Time is linear in text and quote.
    pub fn find_all(&self, quote: &str) -> Vec<Span> {
        let quote = fold(quote).text;
        let mut spans: Vec<Span> = Vec::new();
        for start in occurrences(&self.text, &quote) {
            let span = self.original(start, start + quote.len());
            let is_free = |span: &Span| spans.last().is_none_or(|last| last.end <= span.start);
            spans.extend(span.filter(is_free));
        }
        spans
    }

    /// The run of the text's words most like a quote that was not found, for error messages: at least 0.6 alike by
    /// edit distance, cut to 160 characters, folded. Only the first megabyte is looked at, so that a wrong quote
    /// costs milliseconds in any text.
    pub fn nearest(&self, quote: &str) -> Option<String> {
        nearest(&self.text, &fold(quote).text)
    }

    /// The original's span of a run of folded bytes; `None` where an edge is inside a word or a piece.
    fn original(&self, start: usize, end: usize) -> Option<Span> {
        if is_inside_word(&self.text, start) || is_inside_word(&self.text, end) {
            return None;
        }
        Some(Span::new(self.original_start(start)?, self.original_end(end)?))
    }

    fn original_start(&self, byte: usize) -> Option<usize> {
        let piece = self.pieces[self.index_at(byte)];
        let offset = byte - piece.folded as usize;
        (offset == 0 || piece.grain == Grain::Even).then_some(piece.start as usize + offset)
    }

    fn original_end(&self, byte: usize) -> Option<usize> {
        let index = self.index_at(byte - 1);
        let piece = self.pieces[index];
        let limit = self.pieces.get(index + 1).map_or(self.text.len(), |next| next.folded as usize);
        match piece.grain {
            Grain::Even => Some(piece.start as usize + byte - piece.folded as usize),
            Grain::Whole => (byte == limit).then_some(piece.end as usize),
        }
    }

    fn index_at(&self, byte: usize) -> usize {
        self.pieces.partition_point(|piece| piece.folded as usize <= byte).saturating_sub(1)
    }
}

/// Whether a word or a number with separators runs across the edge.
fn is_inside_word(text: &str, edge: usize) -> bool {
    let mut before = text[..edge].chars().rev();
    let mut after = text[edge..].chars();
    let (Some(left), Some(right)) = (before.next(), after.next()) else { return false };
    let is_separator = |c: char| c == '.' || c == ',';
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    (left.is_alphanumeric() && right.is_alphanumeric())
        || (is_separator(left) && right.is_ascii_digit() && is_digit(before.next()))
        || (left.is_ascii_digit() && is_separator(right) && is_digit(after.next()))
}

/// Where the quote begins in the text, in bytes, overlaps included: Knuth, Morris and Pratt, because searching anew
/// after each occurrence that ends inside a word takes quadratic time in texts made to hurt.
fn occurrences(text: &str, quote: &str) -> Vec<usize> {
    let pattern = quote.as_bytes();
    let Some(first) = text.find(quote).filter(|_| !quote.is_empty()) else { return Vec::new() };
    let borders = borders(pattern);
    let mut found = Vec::new();
    let mut matched = 0;
    for (at, byte) in text.bytes().enumerate().skip(first) {
        while matched > 0 && (matched == pattern.len() || pattern[matched] != byte) {
            matched = borders[matched - 1];
        }
        matched += usize::from(pattern[matched] == byte);
        if matched == pattern.len() {
            found.push(at + 1 - matched);
        }
    }
    found
}

/// For each prefix of the pattern the length of its longest proper prefix that is also its suffix.
fn borders(pattern: &[u8]) -> Vec<usize> {
    let mut borders = vec![0; pattern.len()];
    let mut matched = 0;
    for at in 1..pattern.len() {
        while matched > 0 && pattern[matched] != pattern[at] {
            matched = borders[matched - 1];
        }
        matched += usize::from(pattern[matched] == pattern[at]);
        borders[at] = matched;
    }
    borders
}
