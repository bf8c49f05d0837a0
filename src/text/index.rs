//! Bytes and code points of one text, each from the other.

use std::ops::Range;

use super::Span;

/// A step of the table: one entry every so many bytes.
const STEP: usize = 64;

/// Translates between bytes, in which texts are cut, and code points, in which claims are stored.
#[derive(Debug)]
pub struct Index<'t> {
    text: &'t str,
    /// Code points before every [`STEP`]th byte; empty for ASCII, where both are one.
    points: Vec<usize>,
}

impl<'t> Index<'t> {
    /// Reads a text once.
    pub fn new(text: &'t str) -> Self {
        let mut points = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                points.push(count);
                // At most 64: counted in bytes, many at once.
                count += usize::from(chunk.iter().map(|byte| u8::from(is_start(*byte))).sum::<u8>());
            }
        }
        Self { text, points }
    }

    /// Code points before a byte, which must be on a character's boundary.
    pub fn point(&self, byte: usize) -> usize {
        if self.points.is_empty() {
            return byte;
        }
        let step = (byte / STEP).min(self.points.len() - 1);
        self.points[step]
            + self.text.as_bytes()[step * STEP..byte].iter().filter(|byte| is_start(**byte)).count()
    }

    /// The byte at which a code point begins.
    pub fn byte(&self, point: usize) -> usize {
        if self.points.is_empty() {
            return point.min(self.text.len());
        }
        let step = self.points.partition_point(|before| *before <= point).saturating_sub(1);
        let mut left = point - self.points[step];
        let mut byte = step * STEP;
        for (at, value) in self.text.as_bytes()[byte..].iter().enumerate() {
            if is_start(*value) {
                if left == 0 {
                    return byte + at;
                }
                left -= 1;
            }
        }
        byte = self.text.len();
        byte
    }

    /// Bytes as code points.
    pub fn span(&self, bytes: Range<usize>) -> Span {
        Span::new(self.point(bytes.start), self.point(bytes.end))
    }

    /// Code points as bytes.
    pub fn bytes(&self, span: Span) -> Range<usize> {
        self.byte(span.start)..self.byte(span.end)
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::Index;
    use crate::text::Span;

    #[test]
    fn bytes_and_code_points_follow_from_each_other() {
        let text = "Türkiye’s forces – 2,500 of them – stayed. ".repeat(9);
        let index = Index::new(&text);
        for (point, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.point(byte), point);
            assert_eq!(index.byte(point), byte);
        }
        assert_eq!(index.bytes(Span::new(0, text.chars().count())), 0..text.len());
    }
}
