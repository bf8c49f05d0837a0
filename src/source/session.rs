//! One input while it is read: where its items go, and what holds for all of them.

use super::formats::Content;
use super::{ClaimFile, CuratedClaim, Input, Item, Options, decode, open};
use crate::model::{Place, Problem};

/// Claims without a header are handed on in portions, so that a long file needs little memory.
const PORTION: usize = 1_000;

/// One input while it is read.
pub(super) struct Session<'s> {
    /// The input.
    pub(super) input: &'s Input,
    /// What the user said about all inputs.
    pub(super) options: &'s Options,
    /// The input as a place.
    pub(super) place: Place,
    sink: &'s mut dyn FnMut(Item),
    claims: Vec<CuratedClaim>,
    /// Whether the input gave anything yet, if only a problem.
    silent: bool,
}

impl<'s> Session<'s> {
    /// Begins to read an input.
    pub(super) fn new(input: &'s Input, options: &'s Options, sink: &'s mut dyn FnMut(Item)) -> Self {
        Self { input, options, place: Place::file(&input.name), sink, claims: Vec::new(), silent: true }
    }

    /// Hands an item on.
    pub(super) fn item(&mut self, item: Item) {
        self.silent = false;
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

    /// Ends the reading. An input that gave nothing at all is worth a word.
    pub(super) fn finish(mut self) {
        self.portion();
        if self.silent {
            let problem = Problem::warning(self.place.clone(), "there is nothing in it");
            self.problem(problem.with_way_out("check that it is the right file"));
        }
    }

    fn portion(&mut self) {
        let claims = std::mem::take(&mut self.claims);
        if !claims.is_empty() {
            self.item(Item::Claims(ClaimFile { place: self.place.clone(), header: None, claims }));
        }
    }

    /// The whole content as it is; `None` after a problem was handed on.
    pub(super) fn whole_bytes(&mut self, content: Content<'_>) -> Option<Vec<u8>> {
        let bytes = open::read_whole(content, self.options.max_bytes, &self.place);
        bytes.map_err(|problem| self.problem(problem)).ok()
    }

    /// The whole content as text; `None` after a problem was handed on.
    pub(super) fn whole_text(&mut self, content: Content<'_>) -> Option<String> {
        let bytes = open::read_whole(content, self.options.max_bytes, &self.place);
        let text =
            bytes.and_then(|bytes| Ok(decode::decode(&bytes, &self.place, self.options)?.into_owned()));
        text.map_err(|problem| self.problem(problem)).ok()
    }
}
