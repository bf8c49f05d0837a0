//! A sentence as words: byte ranges in the text, lower-case forms, and what kind of token each is.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with inner hyphens and apostrophes.
    Word,
    /// Begins with a digit.
    Number,
    /// `.`, `,`, `;`, `:`, brackets, dashes, and whatever else is neither.
    Mark,
    /// A quotation mark.
    Quote,
}

/// A token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// First byte in the text.
    pub(super) start: usize,
    /// The byte after the last.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
}

/// The words of a sentence.
#[derive(Debug)]
pub(super) struct Words {
    /// The tokens, in order.
    pub(super) list: Vec<Word>,
    /// The sentence in ASCII lower case, byte for byte as long as the sentence.
    lower: String,
    /// First byte of the sentence.
    offset: usize,
}

impl Words {
    /// Cuts a sentence into words.
    pub(super) fn new(text: &str, sentence: Range<usize>) -> Self {
        let offset = sentence.start;
        let lower = text[sentence].to_ascii_lowercase();
        let mut list = Vec::with_capacity(lower.len() / 5);
        let original = &text[offset..offset + lower.len()];
        let mut at = 0;
        while let Some(first) = original[at..].chars().next() {
            let end = at + token_length(&original[at..], first);
            if !first.is_whitespace() {
                list.push(Word {
                    start: offset + at,
                    end: offset + end,
                    kind: kind(first),
                    capital: first.is_uppercase(),
                });
            }
            at = end;
        }
        Self { list, lower, offset }
    }

    /// Number of tokens.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// A token in lower case, without a possessive ending; empty beyond the end.
    pub(super) fn lower(&self, index: usize) -> &str {
        let Some(word) = self.list.get(index) else { return "" };
        let raw = &self.lower[word.start - self.offset..word.end - self.offset];
        raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw)
    }

    /// A token in lower case, as it stands.
    pub(super) fn raw(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |word| &self.lower[word.start - self.offset..word.end - self.offset])
    }

    /// Whether the token ends in a possessive.
    pub(super) fn is_possessive(&self, index: usize) -> bool {
        let raw = self.raw(index);
        raw.ends_with("'s") || raw.ends_with("’s") || raw.ends_with("s'") || raw.ends_with("s’")
    }

    /// The first token that ends after a byte; the number of tokens where there is none.
    pub(super) fn at(&self, byte: usize) -> usize {
        self.list.partition_point(|word| word.end <= byte)
    }

    /// Bytes from a token up to another, both included.
    pub(super) fn bytes(&self, first: usize, last: usize) -> Range<usize> {
        match (self.list.get(first), self.list.get(last)) {
            (Some(first), Some(last)) => first.start..last.end.max(first.start),
            _ => self.offset..self.offset,
        }
    }

    /// Tokens that lie in a range of bytes.
    pub(super) fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        self.at(bytes.start)..self.list.partition_point(|word| word.start < bytes.end)
    }
}

fn kind(first: char) -> Kind {
    match first {
        '"' | '“' | '”' | '„' | '«' | '»' => Kind::Quote,
        first if first.is_ascii_digit() || first == '$' || first == '€' || first == '£' => Kind::Number,
        first if first.is_alphanumeric() => Kind::Word,
        '\'' | '‘' => Kind::Quote,
        _ => Kind::Mark,
    }
}

/// Bytes of the token that begins here.
fn token_length(rest: &str, first: char) -> usize {
    if !first.is_alphanumeric() {
        return first.len_utf8();
    }
    let mut end = first.len_utf8();
    let mut characters = rest[end..].chars().peekable();
    while let Some(next) = characters.next() {
        let joins = match next {
            '-' | '\'' | '’' | '\u{2011}' => characters.peek().is_some_and(|after| after.is_alphanumeric()),
            '.' | ',' => {
                // "U.S.", "2,500", "2.5": the dot or comma stands between letters or digits.
                let last = rest[..end].chars().next_back();
                let abbreviation = next == '.' && is_initials(&rest[..end]);
                abbreviation
                    || last.is_some_and(|last| last.is_ascii_digit())
                        && characters.peek().is_some_and(char::is_ascii_digit)
            }
            other => other.is_alphanumeric() || is_combining(other),
        };
        if !joins {
            break;
        }
        end += next.len_utf8();
    }
    end
}

/// "U", "U.S": single capitals with dots between.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_keep_their_inner_marks() {
        let text = "The U.S.-led force’s 2,500 troops, he said, won't leave.";
        let words = Words::new(text, 0..text.len());
        let shown: Vec<&str> = (0..words.len()).map(|index| words.raw(index)).collect();
        assert_eq!(
            shown,
            ["the", "u.s.-led", "force’s", "2,500", "troops", ",", "he", "said", ",", "won't", "leave", "."]
        );
        assert_eq!(words.lower(2), "force");
    }
}
