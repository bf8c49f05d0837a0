//! What the program finds of a version: the earlier ones that it is the same as, or may be. The first few say where it
//! comes from; among hundreds of copies every pair would only say so again.

use crate::model::vocabulary::{OriginMethod, OriginVerdict};

/// Copies that are kept of those before a version.
const COPIES: usize = 4;
/// And quotations.
const QUOTATIONS: usize = 2;

/// A judgement on a version and an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edge {
    pub(super) method: OriginMethod,
    /// Of the earlier version.
    pub(super) rank: String,
    pub(super) earlier: i64,
    pub(super) score: Option<f64>,
    /// A run of words that both quote.
    pub(super) quotation: Option<u64>,
    pub(super) note: Option<String>,
}

/// All of one version.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Edges {
    copies: Vec<Edge>,
    quotations: Vec<Edge>,
}

impl Edges {
    /// Adds one, and keeps the first of each kind by rank.
    pub(super) fn add(&mut self, edge: Edge) {
        let (list, limit) = match edge.method {
            OriginMethod::Quotation => (&mut self.quotations, QUOTATIONS),
            _ => (&mut self.copies, COPIES),
        };
        let at = list.partition_point(|other| other.rank < edge.rank);
        if list.get(at).is_none_or(|other| other.earlier != edge.earlier) {
            list.insert(at, edge);
            list.truncate(limit);
        }
    }

    /// Whether no version after these would be kept.
    pub(super) fn has_all_copies(&self) -> bool {
        self.copies.len() == COPIES
    }

    pub(super) fn has_all_quotations(&self) -> bool {
        self.quotations.len() == QUOTATIONS
    }

    pub(super) fn is_empty(&self) -> bool {
        self.copies.is_empty() && self.quotations.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Edge> {
        self.copies.iter().chain(&self.quotations)
    }
}

impl Edge {
    /// What it says of the two.
    pub(super) fn verdict(&self) -> OriginVerdict {
        match self.method {
            OriginMethod::Quotation => OriginVerdict::Unsure,
            _ => OriginVerdict::Same,
        }
    }
}
