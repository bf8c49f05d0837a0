//! A run of a text, in code points.

/// Half-open interval of Unicode code points, so that in SQL `substr(text, start + 1, end - start)` is the run.
///
/// Invariant: `start <= end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First code point, counted from 0.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`. An `end` before `start` gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Number of code points.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether every code point of `other` is inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a code point.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words themselves; `None` where the text is too short.
    pub fn of(self, text: &str) -> Option<&str> {
        let mut boundaries = text.char_indices().map(|(byte, _)| byte).chain(std::iter::once(text.len()));
        let first = boundaries.nth(self.start)?;
        let last = if self.is_empty() { first } else { boundaries.nth(self.len() - 1)? };
        text.get(first..last)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn words_are_cut_by_code_points() {
        let text = "Türkiye’s army";
        assert_eq!(Span::new(0, 7).of(text), Some("Türkiye"));
        assert_eq!(Span::new(10, 14).of(text), Some("army"));
        assert_eq!(Span::new(14, 14).of(text), Some(""));
        assert_eq!(Span::new(10, 15).of(text), None);
    }
}
