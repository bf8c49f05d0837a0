//! A sentence cut into words, figures and marks, each with what the lexicon knows of it. Knows no grammar.

use std::cell::Cell;
use std::ops::Range;

use super::figure::{self, Figure};
use super::lexeme::{Lexeme, NumberWord, Traits};
use super::lexicon;
use crate::text::{AsciiWord, alphanumeric_end, ascii_word, is_alphanumeric};

#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Word,
    Figure(Figure),
    Mark(char),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) lexeme: &'static Lexeme,
    /// No space stands before it.
    pub(super) glued: bool,
}

thread_local! {
    /// Room for the tokens of a sentence: every sentence with a number needs some, and none for long.
    static SCRATCH: Cell<Vec<Token>> = const { Cell::new(Vec::new()) };
}

/// The tokens of a sentence. Looking beyond its ends is allowed and finds nothing.
pub(super) struct Sentence<'t> {
    text: &'t str,
    pub(super) tokens: Vec<Token>,
}

impl<'t> Sentence<'t> {
    pub(super) fn cut(text: &'t str, range: Range<usize>) -> Self {
        let mut tokens = SCRATCH.take();
        tokens.clear();
        let mut at = range.start;
        let mut glued = false;
        let bytes = text.as_bytes();
        while at < range.end {
            if bytes[at] == b' ' {
                at += 1;
                glued = false;
                continue;
            }
            if bytes[at].is_ascii_alphabetic() {
                let AsciiWord { end, keys } = ascii_word(bytes, at);
                if end <= range.end && ends_word(bytes.get(end)) {
                    let lexeme = lexicon::look_up_key(keys, &bytes[at..end]);
                    tokens.push(Token { start: at, end, kind: Kind::Word, lexeme, glued });
                    (at, glued) = (end, true);
                    continue;
                }
            }
            let Some(sign) = first_sign(text, at) else { break };
            if sign.is_whitespace() {
                at += sign.len_utf8();
                glued = false;
                continue;
            }
            let token = token(&text[..range.end], at, sign, glued);
            at = token.end;
            glued = true;
            tokens.push(token);
        }
        Self { text, tokens }
    }

    /// Gives the room of its tokens to the next sentence.
    pub(super) fn recycle(self) {
        SCRATCH.set(self.tokens);
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    /// Whether the token is this word, in any case.
    #[inline]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.end - token.start == word.len()
                && self.text.as_bytes()[token.start] | 0x20 == word.as_bytes()[0] | 0x20
                && self.text.as_bytes()[token.start..token.end].eq_ignore_ascii_case(word.as_bytes())
        })
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// The token before, if there is one.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|before| *before < self.len())
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn figure(&self, at: usize) -> Option<Figure> {
        match self.tokens.get(at)?.kind {
            Kind::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Word))
    }

    pub(super) fn lexeme(&self, at: usize) -> &'static Lexeme {
        self.tokens.get(at).map_or(&Lexeme::NOTHING, |token| token.lexeme)
    }

    pub(super) fn has(&self, at: usize, traits: Traits) -> bool {
        self.lexeme(at).traits.has(traits)
    }

    pub(super) fn number_word(&self, at: usize) -> Option<NumberWord> {
        self.lexeme(at).number
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// A hyphen or dash without spaces around.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.mark(at).is_some_and(is_dash) && self.is_glued(at) && self.is_glued(at + 1)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// "Iraq's", "soldiers’".
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        let word = self.word(at);
        let ends = ["'s", "’s", "'S", "’S"].iter().any(|end| word.ends_with(end));
        ends || (word.ends_with('s')
            && self.is_glued(at + 1)
            && matches!(self.mark(at + 1), Some('\'' | '’')))
    }

    /// The bytes from the first of these tokens to the last, which is not among them.
    pub(super) fn range(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        (first.start < last.end).then_some(first.start..last.end)
    }
}

/// Whether letters and digits end their word before this byte, whatever comes after it.
#[inline]
fn ends_word(next: Option<&u8>) -> bool {
    next.is_none_or(|byte| byte.is_ascii() && !matches!(byte, b'\'' | b'.'))
}

/// The character that begins at a byte; most are ASCII.
fn first_sign(text: &str, at: usize) -> Option<char> {
    match text.as_bytes()[at] {
        byte if byte.is_ascii() => Some(char::from(byte)),
        _ => text[at..].chars().next(),
    }
}

pub(super) fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '–' | '—' | '‐' | '‑' | '−')
}

fn token(text: &str, start: usize, sign: char, glued: bool) -> Token {
    let mut token = Token {
        start,
        end: start + sign.len_utf8(),
        kind: Kind::Mark(sign),
        lexeme: &Lexeme::NOTHING,
        glued,
    };
    if sign.is_ascii_digit() {
        let (figure, length) = figure::read(&text[start..]);
        token.end = start + length;
        token.kind = Kind::Figure(figure);
    } else if is_alphanumeric(sign) {
        token.end = start + word_length(&text[start..]);
        token.kind = Kind::Word;
        token.lexeme = lexicon::look_up(&text.as_bytes()[start..], token.end - start);
    }
    token
}

/// Letters and digits, apostrophes between them, and the full stops of "U.S.".
fn word_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = alphanumeric_end(bytes, 0);
    if ends_word(bytes.get(end)) {
        return end;
    }
    loop {
        end = alphanumeric_end(bytes, end);
        let Some(sign) = text[end..].chars().next() else { return end };
        let after = end + sign.len_utf8();
        let next = bytes.get(after).copied().unwrap_or(b' ');
        let goes_on = match sign {
            '\'' | '’' => next.is_ascii_alphabetic(),
            '.' => is_initial(bytes, end) && (next.is_ascii_alphabetic() || bytes[..end].contains(&b'.')),
            '\u{AD}' => true,
            _ => is_alphanumeric(sign) && !sign.is_ascii(),
        };
        if !goes_on {
            return end;
        }
        end = after;
    }
}

/// Whether a single letter stands before byte `end`, at the start of the word or after a full stop.
fn is_initial(bytes: &[u8], end: usize) -> bool {
    end >= 1 && bytes[end - 1].is_ascii_alphabetic() && (end == 1 || bytes[end - 2] == b'.')
}
