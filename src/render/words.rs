//! Where a line may end: between words, but not inside a figure or a date, and a figure stays with its qualifier if it can.

use std::ops::Range;

use super::width::{char_width, width};

/// What belongs to the figure after it: "about 2,500", "at least 70".
const QUALIFIERS: &str = "about around approximately roughly some nearly almost circa c. least most to than over under \
    exactly only by until since ~ ≈ ≤ ≥ < > = + - ± –";

/// What belongs to the day or year beside it.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august \
    september october november december";

/// CJK numerals: unlike other CJK characters they are not parted.
const CJK_NUMERALS: &str = "〇一二三四五六七八九十百千万億亿萬两兆";

/// What may not begin a line of CJK text.
const CLOSING: &str = "、。，．！？；：）】」』〉》”’%‰";

/// The words of `text` as byte ranges. Ends at spaces and between CJK characters; a number with a space in it ("2 500") is one word.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for part in spaced(text) {
        match words.last_mut() {
            Some(last) if is_number_group(&text[last.clone()], &text[part.clone()]) => last.end = part.end,
            _ => words.extend(between_ideographs(text, part)),
        }
    }
    words
}

fn spaced(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = 0;
    text.split(' ').filter_map(move |part| {
        let range = next..next + part.len();
        next = range.end + 1;
        (!part.is_empty()).then_some(range)
    })
}

/// French and SI thousands: up to three digits, then three ("2 500", "12 500").
fn is_number_group(left: &str, right: &str) -> bool {
    let leading = left.rsplit(' ').next().unwrap_or(left).trim_start_matches(|c: char| !c.is_ascii_digit());
    let trailing = right.trim_end_matches(|c: char| c.is_ascii_punctuation() || c == '–');
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(leading) && leading.len() <= 3 && digits(trailing) && trailing.len() == 3
}

fn between_ideographs(text: &str, word: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = word.start;
    let mut before = None;
    for (offset, c) in text[word.clone()].char_indices() {
        if before.is_some_and(is_ideograph) && is_ideograph(c) && !CLOSING.contains(c) {
            parts.push(start..word.start + offset);
            start = word.start + offset;
        }
        before = Some(c);
    }
    parts.push(start..word.end);
    parts
}

fn is_ideograph(c: char) -> bool {
    c >= '\u{2e80}' && !c.is_numeric() && !CJK_NUMERALS.contains(c) && char_width(c) == 2
}

/// Whether two neighbouring words should share a line if there is room for both.
pub(super) fn keeps_together(left: &str, right: &str) -> bool {
    let left = left.trim_start_matches(['(', '"', '“', '[']).to_lowercase();
    let right = right.trim_start_matches(['(', '"', '“', '[']);
    let number_follows = right.starts_with(|c: char| c.is_numeric() || matches!(c, '$' | '€' | '£'));
    let number_precedes = left.starts_with(|c: char| c.is_numeric());
    (number_follows && (is_listed(&left, QUALIFIERS) || is_month(&left)))
        || (number_precedes && is_month(&right.to_lowercase()))
}

fn is_month(word: &str) -> bool {
    is_listed(word.trim_end_matches(['.', ',', ')', ';', ':']), MONTHS)
}

fn is_listed(word: &str, list: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// Whether `word` is an address, a key or a hash: long, and nothing that anybody reads letter by letter.
pub(super) fn is_breakable(word: &str) -> bool {
    word.len() > 20 && width(word) > 20 && word.contains(|c: char| !c.is_alphabetic())
}

/// `word` in parts of at most `room` columns: preferably after punctuation, never inside a number, which rather overflows.
pub(super) fn pieces(text: &str, word: Range<usize>, room: usize) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> =
        text[word.clone()].char_indices().map(|(i, c)| (word.start + i, c)).collect();
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(to) = piece_end(&chars, from, room) {
        parts.push(chars[from].0..chars[to].0);
        from = to;
    }
    parts.push(chars.get(from).map_or(word.end, |&(index, _)| index)..word.end);
    parts
}

/// Where the piece that begins at `from` ends; none if the rest fits or cannot be broken.
fn piece_end(chars: &[(usize, char)], from: usize, room: usize) -> Option<usize> {
    let (mut used, mut any, mut good) = (0, None, None);
    for at in from..chars.len() {
        let columns = char_width(chars[at].1);
        if at > from && columns > 0 && !inside_number(chars, at) {
            if used + columns > room && any.is_none() {
                return Some(at);
            }
            any = Some(at).filter(|_| used <= room).or(any);
            good = any.filter(|&at| "/-_=&#.?".contains(chars[at - 1].1)).or(good);
        }
        used += columns;
        if used > room && any.is_some() {
            return good.filter(|&good| good - from > room / 2).or(any);
        }
    }
    None
}

/// Whether a number runs across the place before `at`: "20|25", "2,|500", "2025|-09", "$|900".
fn inside_number(chars: &[(usize, char)], at: usize) -> bool {
    let digit =
        |index: usize| chars.get(index).is_some_and(|(_, c)| c.is_numeric() || CJK_NUMERALS.contains(*c));
    let joint = |index: usize| {
        matches!(chars[index].1, '.' | ',' | ':' | '-' | '–' | '/' | '\'' | '’' | '\u{a0}' | '\u{202f}')
    };
    let sign =
        |index: usize| matches!(chars[index].1, '$' | '€' | '£' | '+' | '-' | '−' | '~' | '≈' | '≤' | '≥');
    if digit(at) {
        digit(at - 1) || sign(at - 1) || (at >= 2 && joint(at - 1) && digit(at - 2))
    } else {
        digit(at - 1) && ((joint(at) && digit(at + 1)) || chars[at].1 == '%')
    }
}
