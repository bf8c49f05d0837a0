//! What stands around a name: sentences, and the run of capitals that a person's or a place's name is.

use super::Reading;
use crate::entity::token::{Gap, Shape};
use crate::entity::words::Classes;

impl Reading<'_> {
    /// The first token of the sentence that holds the token.
    pub(super) fn sentence_start(&self, at: usize) -> usize {
        let may_start = |at: &usize| {
            *at == 0 || self.tokens[*at].gap == Gap::Paragraph || !self.tokens[*at - 1].is_word()
        };
        let starts = |at: &usize| may_start(at) && self.starts_sentence(*at) && !self.is_continued(*at);
        (0..=at).rev().find(starts).unwrap_or(0)
    }

    /// A mark that makes a capital plain but ends no sentence.
    fn is_continued(&self, at: usize) -> bool {
        let is_inner = |token: &crate::entity::token::Token| {
            matches!(token.shape, Shape::Mark(b'_' | b':' | b'(' | b'*' | 0))
        };
        self.tokens[at].gap != Gap::Paragraph
            && self
                .before(at)
                .is_some_and(|before| is_inner(before) || (before.is_mark(b'"') && self.is_opening(at)))
    }

    /// Whether the quotation mark before the token opens in the middle of a sentence.
    fn is_opening(&self, at: usize) -> bool {
        self.tokens[at].gap == Gap::None && at >= 2 && !self.starts_sentence_mark(at - 2)
    }

    pub(super) fn starts_paragraph(&self, at: usize) -> bool {
        at == 0
            || match self.tokens[at].gap {
                Gap::Paragraph => true,
                Gap::Line => {
                    matches!(self.tokens[at - 1].shape, Shape::Mark(b'.' | b'!' | b'?' | b'"' | b':'))
                }
                _ => false,
            }
    }

    /// Whether the line that holds the token is written in a headline's capitals, and without a stop.
    pub(super) fn is_headline(&self, at: usize) -> bool {
        let is_break = |at: &usize| *at == 0 || self.tokens[*at].gap >= Gap::Line;
        let first = (at.saturating_sub(40)..=at).rev().find(is_break).unwrap_or(at);
        let rest = self.tokens[first + 1..].iter().take_while(|token| token.gap < Gap::Line);
        let (mut small, mut capital, mut is_stopped) = (0, 0, false);
        for token in std::iter::once(&self.tokens[first]).chain(rest).take(40) {
            let is_long = token.end - token.start >= 4;
            small += usize::from(is_long && token.shape == Shape::Lower);
            capital += usize::from(is_long && matches!(token.shape, Shape::Capital | Shape::Upper));
            is_stopped = token.is_mark(b'.');
        }
        capital >= 3 && capital > 2 * small && !is_stopped
    }

    /// The end of the run of capitals that begins at a token, and how many words it has: "Abu Mahdi al-Muhandis" has
    /// three. None where it does not begin with a name's word.
    pub(super) fn name_run(&self, first: usize, may_cover: bool) -> Option<(usize, usize)> {
        let (mut at, mut count, mut run) = (first, 0, None);
        while let Some(token) = self.token(at) {
            let joins = at == first || matches!(token.gap, Gap::Space | Gap::Line) || self.is_joined(at);
            let is_inner = at > first && token.gap != Gap::Paragraph;
            if !joins {
                break;
            }
            if self.is_name_word(at) && (!self.is_marked(at) || (may_cover && is_inner)) {
                count += usize::from(!self.is_joined(at) || !self.is_after_particle(at));
                let is_initial = token.shape == Shape::Initial && self.is_mark(at + 1, b'.');
                at += 1 + usize::from(is_initial);
                if !is_initial {
                    run = Some((at, count));
                }
            } else if is_inner && self.is_nickname(at) {
                at += 3;
            } else if is_inner && self.is_link(at) && self.leads_on(at) {
                at += 1;
            } else {
                break;
            }
        }
        run
    }

    /// A nickname between given and family name, in quotation marks.
    fn is_nickname(&self, at: usize) -> bool {
        self.is_mark(at, b'"')
            && self.is_mark(at + 2, b'"')
            && self.token(at + 3).is_some_and(|next| next.gap == Gap::Space && next.shape == Shape::Capital)
    }

    /// A particle, or a hyphen or an apostrophe inside a word.
    fn is_link(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.classes.has(Classes::PARTICLE)
            || self.is_between_hyphens(at)
            || ((token.is_mark(b'-') || token.is_mark(b'\'')) && token.gap == Gap::None)
    }

    fn is_joined(&self, at: usize) -> bool {
        self.tokens[at].gap == Gap::None
            && at >= 1
            && (self.is_mark(at - 1, b'-')
                || self.is_mark(at - 1, b'\'')
                || self.tokens[at].is_mark(b'-')
                || self.tokens[at].is_mark(b'\''))
    }

    fn is_after_particle(&self, at: usize) -> bool {
        at >= 2 && !self.tokens[at - 2].classes.has(Classes::PARTICLE)
    }

    /// Whether a capital follows a particle, a hyphen or an apostrophe, with nothing between.
    fn leads_on(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let skip = usize::from(token.is_word() && self.is_mark(at + 1, b'-'));
        let next = self.token(at + 1 + skip);
        let is_close = |gap: Gap| if token.is_word() { gap <= Gap::Space } else { gap == Gap::None };
        next.is_some_and(|next| {
            is_close(next.gap)
                && (next.is_capital()
                    || (token.is_mark(b'-') && next.shape == Shape::Lower && self.is_short(at + 1)))
        })
    }

    /// "-ul", "-e-": a small part inside a name.
    fn is_short(&self, at: usize) -> bool {
        self.tokens[at].classes.has(Classes::PARTICLE) || self.is_between_hyphens(at)
    }

    /// The "e" of "Dasht-e-Leili": a letter or two between hyphens.
    fn is_between_hyphens(&self, at: usize) -> bool {
        let hyphen = |at: usize| self.is_mark(at, b'-') && self.tokens[at].gap == Gap::None;
        self.token(at).is_some_and(|part| {
            part.shape == Shape::Lower && part.gap == Gap::None && part.end - part.start <= 2
        }) && at >= 1
            && hyphen(at - 1)
            && hyphen(at + 1)
    }

    /// Whether the word may be one of a name.
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is_initial = token.shape == Shape::Initial
            && self.is_mark(at + 1, b'.')
            && self.tokens[at + 1].gap == Gap::None;
        let is_ordinary =
            token.classes.has(Classes::PLAIN | Classes::TITLE) && !token.classes.has(Classes::GIVEN);
        is_initial || (matches!(token.shape, Shape::Capital | Shape::Initial) && !is_ordinary)
    }

    /// Where the run of capitals begins that ends before `last`.
    pub(super) fn run_start(&self, last: usize) -> Option<usize> {
        let mut first = None;
        for at in (last.saturating_sub(9)..last).rev() {
            let token = &self.tokens[at];
            if self.is_name_word(at) && !self.is_marked(at) {
                first = Some(at);
            } else if !(token.classes.has(Classes::PARTICLE)
                || self.is_between_hyphens(at)
                || token.is_mark(b'-')
                || token.is_mark(b'\'')
                || token.is_mark(b'.'))
            {
                break;
            }
            if self.starts_paragraph(at) || (token.is_mark(b'.') && !self.is_abbreviation(at)) {
                break;
            }
        }
        first.filter(|first| self.name_run(*first, false).is_some_and(|(end, _)| end == last))
    }

    /// Whether a word of the tokens ends the names of bodies.
    pub(super) fn holds_body(&self, first: usize, last: usize) -> bool {
        (first..last).any(|at| self.has(at, Classes::BODY) && !self.has(at, Classes::GIVEN))
    }
}
