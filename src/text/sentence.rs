//! English news text cut into sentences: at stops, at line breaks, and nowhere else. Where a stop ends a sentence is
//! `stop`'s, where a line break does `line`'s knowledge.

use std::ops::Range;

use super::Span;
use super::character::is_blank;
use super::line::{Gap, Layout, ends_sentence};
use super::stop::{Stop, judge};

/// Spans of the text's sentences in order. They do not overlap, have no white space at their ends, and hold every
/// visible character of the text: headings, list items and bylines are sentences, too.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut counted = (0, 0);
    let mut count_to = |byte: usize| {
        let (from, count) = counted;
        counted = (byte, count + text[from..byte].chars().count());
        counted.1
    };
    sentence_bytes(text)
        .into_iter()
        .map(|range| Span::new(count_to(range.start), count_to(range.end)))
        .collect()
}

/// The same sentences as byte ranges.
pub fn sentence_bytes(text: &str) -> Vec<Range<usize>> {
    let mut scan = Scan::new(text);
    while let Some(at) = scan.next_mark() {
        match text.as_bytes()[at] {
            b'"' => scan.is_quoting = !scan.is_quoting,
            b'.' | b'!' | b'?' => scan.read_stop(at),
            b'\n' | b'\r' => scan.read_line_break(at),
            _ if text[at..].starts_with('…') => scan.read_stop(at),
            _ if text[at..].starts_with(['\u{2028}', '\u{2029}']) => scan.read_line_break(at),
            _ => {}
        }
    }
    scan.end_sentence(text.len());
    insets(text, scan.ranges)
}

/// What closes a list of links that a page sets into a sentence.
const INSET_END: &str = " MORE";
/// Letters that a name has at most.
const NAME: usize = 24;

/// "President Miller Jane MillerPoll: voters tired of war Senate to vote on aid MORE said": links to other articles, glued to a
/// name within a sentence. They are sentences of their own, and what is around them is read by itself.
fn insets(text: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if !text.contains(INSET_END) {
        return sentences;
    }
    let mut parts = Vec::with_capacity(sentences.len() + 8);
    for sentence in sentences {
        let mut start = sentence.start;
        while let Some(inset) = inset(text, start..sentence.end) {
            parts.extend(visible(text, start..inset.start));
            parts.extend(visible(text, inset.clone()));
            start = inset.end;
        }
        parts.extend(visible(text, start..sentence.end));
    }
    parts
}

/// From where a headline is glued to a name, a capital right behind a small letter, to the word that closes the links.
fn inset(text: &str, sentence: Range<usize>) -> Option<Range<usize>> {
    let words = &text[sentence.clone()];
    let end = words
        .match_indices(INSET_END)
        .map(|(at, _)| at + INSET_END.len())
        .find(|end| words[*end..].chars().next().is_none_or(|next| !next.is_alphanumeric()))?;
    let bytes = words.as_bytes();
    let glued = |at: &usize| {
        // "McDonald", "iPhone": fewer letters stand before the capital. A run of letters without end is no name.
        let letters =
            || bytes[..*at].iter().rev().take(NAME).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let name = |length: usize| length >= 4 && bytes[*at - length].is_ascii_uppercase();
        bytes[*at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase() && name(letters())
    };
    let start = (1..end).find(glued)?;
    Some(sentence.start + start..sentence.start + end)
}

/// A range without the white space at its ends; none where nothing else is in it.
fn visible(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = &text[range.clone()];
    let start = range.end - words.trim_start_matches(is_blank).len();
    let end = range.start + words.trim_end_matches(is_blank).len();
    (start < end).then_some(start..end)
}

/// From the start of the sentence that holds the quote's first character to the end of the one that holds its last:
/// quotes may run over several. Outside all sentences the quote stands for itself.
pub fn enclosing(sentences: &[Span], quote: Span) -> Span {
    let first = sentences.partition_point(|sentence| sentence.end <= quote.start);
    let after = sentences.partition_point(|sentence| sentence.start < quote.end.max(quote.start + 1));
    match sentences.get(first..after) {
        Some([only]) => Span::new(only.start.min(quote.start), only.end.max(quote.end)),
        Some([start, .., end]) => Span::new(start.start.min(quote.start), end.end.max(quote.end)),
        _ => quote,
    }
}

/// Where the reading of a text stands. Offsets are bytes.
struct Scan<'a> {
    text: &'a str,
    layout: Layout,
    ranges: Vec<Range<usize>>,
    /// Where the sentence being read begins.
    start: usize,
    /// The next byte to look at.
    at: usize,
    /// Line breaks before this byte have been judged.
    settled: usize,
    /// Whether a straight quotation mark stands open in this paragraph.
    is_quoting: bool,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        let layout = Layout::of(text);
        // Sentences of news are longer as a rule.
        let ranges = Vec::with_capacity(text.len() / 64 + 1);
        Self { text, layout, ranges, start: 0, at: 0, settled: 0, is_quoting: false }
    }

    /// The next byte that may matter. Letters and spaces are passed over eight at a time: this loop is what the splitter's
    /// speed hangs on.
    fn next_mark(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let is_mark = |byte: &u8| MARKS[usize::from(*byte)];
        while let Some(chunk) = bytes[self.at..].first_chunk::<8>() {
            let found =
                if is_plain(u64::from_le_bytes(*chunk)) { None } else { chunk.iter().position(is_mark) };
            let at = self.at;
            match found {
                Some(mark) => {
                    self.at = at + mark + 1;
                    return Some(at + mark);
                }
                None => self.at = at + 8,
            }
        }
        let at = self.at + bytes[self.at..].iter().position(is_mark)?;
        self.at = at + 1;
        Some(at)
    }

    fn read_stop(&mut self, at: usize) {
        let stop =
            Stop { text: self.text, at, start: self.start, layout: self.layout, is_quoting: self.is_quoting };
        let verdict = judge(&stop);
        self.at = verdict.resume;
        self.settled = self.settled.max(verdict.settled);
        if let Some(end) = verdict.end {
            self.end_sentence(end);
        }
        if verdict.ends_paragraph {
            self.is_quoting = false;
            self.at = verdict.settled;
        }
    }

    fn read_line_break(&mut self, at: usize) {
        if at < self.settled {
            return;
        }
        let gap = Gap::at(self.text, at);
        if ends_sentence(self.text, at, gap, self.layout) {
            self.end_sentence(at);
            self.is_quoting = false;
        }
        self.at = gap.end;
        self.settled = gap.end;
    }

    /// The sentence ends at byte `end`; what is blank in it goes.
    fn end_sentence(&mut self, end: usize) {
        if end < self.start {
            return;
        }
        let run = &self.text[self.start..end];
        let visible = run.trim_start_matches(is_blank);
        let start = end - visible.len();
        let visible = visible.trim_end_matches(is_blank);
        if !visible.is_empty() {
            self.ranges.push(start..start + visible.len());
        }
        self.start = end;
    }
}

/// Whether eight bytes are spaces and ASCII letters alone, or marks that stand among the letters' codes.
fn is_plain(bytes: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const TOP: u64 = 0x80 * EACH;
    let letters = (bytes & (0x40 * EACH)) << 1;
    let from_space = bytes ^ (0x20 * EACH);
    let spaces = !(((from_space & !TOP) + 0x7F * EACH) | from_space) & TOP;
    bytes & TOP == 0 && letters | spaces == TOP
}

/// Bytes that may end a sentence or open a quotation; 0xE2 begins `…` and Unicode's line separators.
const MARKS: [bool; 256] = {
    let marks = *b".!?\n\r\"\xE2";
    let mut table = [false; 256];
    let mut i = 0;
    while i < marks.len() {
        table[marks[i] as usize] = true;
        i += 1;
    }
    table
};
