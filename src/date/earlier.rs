//! The dates of the sentences before, to which "that year" and "a week later" go back. Few do: sentences that nobody else
//! asks for are read when one does.

use std::cell::RefCell;
use std::ops::Range;

use super::setting::Named;
use super::{Context, DateExpression, named, read_sentence};

/// How many dates one may go back.
const REACH: usize = 8;

/// The dates of a text's sentences, in order.
#[derive(Debug)]
pub struct Earlier<'t> {
    text: &'t str,
    context: Context,
    dates: RefCell<Dates>,
}

#[derive(Debug, Default)]
struct Dates {
    /// Of the first sentences.
    known: Vec<DateExpression>,
    /// Of those after them.
    rest: Vec<Rest>,
}

#[derive(Debug)]
enum Rest {
    Read(Vec<DateExpression>),
    Unread(Range<usize>),
}

impl<'t> Earlier<'t> {
    /// Before the first sentence of a text.
    pub fn new(text: &'t str, context: Context) -> Self {
        Self { text, context, dates: RefCell::default() }
    }

    /// The dates of the next sentence, by its bytes; they are not remembered.
    pub fn read(&self, sentence: &Range<usize>) -> Vec<DateExpression> {
        read_sentence(self.text, sentence.clone(), &self.context, Before::Text(self))
    }

    /// Remembers the dates of a sentence.
    pub fn remember(&mut self, dates: Vec<DateExpression>) {
        if !dates.is_empty() {
            self.dates.get_mut().rest.push(Rest::Read(dates));
        }
    }

    /// Remembers a sentence: its dates are read when one after it goes back to them.
    pub fn remember_unread(&mut self, sentence: Range<usize>) {
        self.dates.get_mut().rest.push(Rest::Unread(sentence));
    }

    /// Periods named before, the latest first.
    fn named(&self) -> Vec<Named> {
        let mut dates = self.dates.borrow_mut();
        for rest in std::mem::take(&mut dates.rest) {
            let read = match rest {
                Rest::Read(read) => read,
                Rest::Unread(sentence) => {
                    read_sentence(self.text, sentence, &self.context, Before::Sentences(&dates.known))
                }
            };
            dates.known.extend(read);
        }
        latest(&dates.known)
    }
}

/// What stands before a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) enum Before<'a> {
    /// The dates of the sentences before.
    Sentences(&'a [DateExpression]),
    /// The text before.
    Text(&'a Earlier<'a>),
}

impl Before<'_> {
    /// Periods named before, the latest first.
    pub(super) fn named(self) -> Vec<Named> {
        match self {
            Self::Sentences(dates) => latest(dates),
            Self::Text(earlier) => earlier.named(),
        }
    }
}

fn latest(dates: &[DateExpression]) -> Vec<Named> {
    dates.iter().rev().take(REACH).filter_map(named).collect()
}
