//! Words that whoever reads a text asks to be told of: they are seen on the way to the names, where every word is looked
//! up anyway. What they mean is the asker's.

use std::ops::BitOr;

use super::token::{Shape, Token};

/// What words signal: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signals(u8);

impl Signals {
    /// Figures.
    pub const FIGURE: Self = Self(1);
    /// A word that could be any other: it holds figures or capitals inside, or letters beyond ASCII.
    pub const ODD: Self = Self(1 << 1);
    /// How many signals the asker can define.
    const DEFINABLE: u8 = 6;

    /// The signal that the asker calls by this number, from 0 to 5.
    pub const fn of(number: u8) -> Self {
        assert!(number < Self::DEFINABLE);
        Self(1 << (number + 2))
    }

    /// Whether one of these is in it.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn bits(self) -> u8 {
        self.0
    }

    pub(super) const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }
}

impl BitOr for Signals {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A word that signals something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// The byte of the text at which it begins.
    pub at: usize,
    /// What it signals.
    pub signals: Signals,
}

/// What the tokens of a text signal, in order.
pub(super) fn signals(text: &str, tokens: &[Token]) -> Vec<Signal> {
    let mut found = Vec::with_capacity(tokens.len() / 4);
    for token in tokens {
        let known = token.classes.signals();
        let signals = if token.word == 0 && token.is_word() { known | unknown(text, token) } else { known };
        if signals != Signals::default() {
            found.push(Signal { at: token.start as usize, signals });
        }
    }
    found
}

/// What a word signals that no list has.
fn unknown(text: &str, token: &Token) -> Signals {
    let bytes = &text.as_bytes()[token.start as usize..token.end as usize];
    let is_plain = match token.shape {
        Shape::Number => bytes.iter().all(u8::is_ascii_digit),
        Shape::Upper | Shape::Initial => bytes.iter().all(u8::is_ascii_uppercase),
        _ => bytes[0].is_ascii_alphabetic() && bytes[1..].iter().all(u8::is_ascii_lowercase),
    };
    match token.shape {
        _ if !is_plain => Signals::ODD | Signals::FIGURE,
        Shape::Number => Signals::FIGURE,
        _ => Signals::default(),
    }
}
