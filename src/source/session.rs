//! A part of an input while it is read: where its items go, and what holds for all of them.

use std::borrow::Cow;

use super::{ClaimFile, CuratedClaim, Input, Item, Options, decode};
use crate::model::{Place, Problem};

/// Claims without a header are handed on in portions, so that a long file needs little memory.
const PORTION: usize = 1_000;

/// A part of an input while it is read.
pub(super) struct Session<'s> {
    /// The input.
    pub(super) input: &'s Input,
    /// What the user said about all inputs.
    pub(super) options: &'s Options,
    /// The input as a place.
    pub(super) place: Place,
    sink: &'s mut dyn FnMut(Item),
    claims: Vec<CuratedClaim>,
}

impl<'s> Session<'s> {
    /// Begins to read an input.
    pub(super) fn new(input: &'s Input, options: &'s Options, sink: &'s mut dyn FnMut(Item)) -> Self {
        Self { input, options, place: Place::file(&*input.name), sink, claims: Vec::new() }
    }

    /// Hands an item on.
    pub(super) fn item(&mut self, item: Item) {
        (self.sink)(item);
    }

    /// Hands a problem on.
    pub(super) fn problem(&mut self, problem: Problem) {
        self.item(Item::Problem(problem));
    }

    /// Hands the problems of one thing on, in the order of their lines.
    pub(super) fn problems(&mut self, mut problems: Vec<Problem>) {
        problems.sort_by_key(|problem| problem.place.line);
        problems.into_iter().for_each(|problem| self.problem(problem));
    }

    /// Keeps a claim that stands on its own until there are enough for a portion.
    pub(super) fn claim(&mut self, claim: CuratedClaim) {
        self.claims.push(claim);
        if self.claims.len() >= PORTION {
            self.portion();
        }
    }

    /// Ends the reading.
    pub(super) fn finish(mut self) {
        self.portion();
    }

    fn portion(&mut self) {
        let claims = std::mem::take(&mut self.claims);
        if !claims.is_empty() {
            self.item(Item::Claims(ClaimFile { place: self.place.clone(), header: None, claims }));
        }
    }

    /// Bytes as text; `None` after a problem was handed on.
    pub(super) fn text<'b>(&mut self, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
        decode::decode(bytes, &self.place, self.options).map_err(|problem| self.problem(problem)).ok()
    }
}
