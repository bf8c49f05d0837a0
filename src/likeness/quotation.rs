//! Long direct quotations: two texts of one day that quote the same words of the same speaker may have them from one
//! source.

use super::shingle::{Token, run, tokens, words};
use crate::text::fold;

/// Words that two quotations must share.
const WORDS: usize = 12;
/// Of so many runs one after another one is kept.
const NEIGHBOURS: usize = 4;
/// Words around a quotation in which its speaker is looked for.
const AROUND: usize = 15;

/// Words that a text quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// A run of them.
    pub run: u64,
    /// Words with a capital around the quotation, in order: among them its speaker's name.
    pub names: Vec<u32>,
}

/// The long quotations of a text, each by several of its runs: its first, its last, and of every few neighbours the
/// smallest by hash (winnowing: Schleimer, Wilkerson and Aiken, 2003), so that quotations meet that were cut at either
/// end, if fifteen words of them are the same. In order, without repetition.
pub fn quotations(text: &str) -> Vec<Quotation> {
    quotations_of(&tokens(text))
}

pub(super) fn quotations_of(tokens: &[Token]) -> Vec<Quotation> {
    let marks: Vec<usize> =
        tokens.iter().enumerate().filter(|(_, token)| **token == Token::Mark).map(|(at, _)| at).collect();
    let mut found = Vec::new();
    for pair in marks.windows(2) {
        let [open, close] = *pair else { continue };
        let words: Vec<u64> = tokens[open + 1..close].iter().filter_map(|token| quoted(*token)).collect();
        if words.len() < WORDS {
            continue;
        }
        let names = names(tokens, open, close);
        let runs: Vec<u64> = words.windows(WORDS).map(run).collect();
        let smallest = runs.windows(NEIGHBOURS.min(runs.len())).filter_map(|near| near.iter().min());
        let chosen = smallest.chain(runs.first()).chain(runs.last());
        found.extend(chosen.map(|run| Quotation { run: *run, names: names.clone() }));
    }
    found.sort_by(|a, b| (a.run, &a.names).cmp(&(b.run, &b.names)));
    found.dedup();
    found
}

fn quoted(token: Token) -> Option<u64> {
    match token {
        Token::Word { hash, quoted: true, .. } => Some(hash),
        _ => None,
    }
}

/// The capitalised words just before and behind a quotation.
fn names(tokens: &[Token], open: usize, close: usize) -> Vec<u32> {
    let before = &tokens[open.saturating_sub(AROUND)..open];
    let after = &tokens[close + 1..(close + 1 + AROUND).min(tokens.len())];
    let name = |token: &Token| match token {
        // The lower half: the better mixed in this hash.
        Token::Word { hash, quoted: false, capital: true } => Some(*hash as u32),
        _ => None,
    };
    let mut names: Vec<u32> = before.iter().chain(after).filter_map(name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

impl Quotation {
    /// Whether two quotations can have one speaker: a name stands by both, or by neither.
    pub fn may_share_speaker(&self, other: &Self) -> bool {
        let nameless = self.names.is_empty() && other.names.is_empty();
        nameless || self.names.iter().any(|name| other.names.binary_search(name).is_ok())
    }
}

impl Quotation {
    /// Quotations as they are kept in a file.
    pub fn to_bytes(quotations: &[Self]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(quotations.len() * 16);
        for quotation in quotations {
            let names = &quotation.names[..quotation.names.len().min(usize::from(u8::MAX))];
            bytes.extend(quotation.run.to_le_bytes());
            bytes.push(names.len() as u8);
            bytes.extend(names.iter().flat_map(|name| name.to_le_bytes()));
        }
        bytes
    }

    /// As they were kept, as far as that can be read.
    pub fn from_bytes(mut bytes: &[u8]) -> Vec<Self> {
        let mut quotations = Vec::new();
        while let Some((run, [count, rest @ ..])) = bytes.split_first_chunk::<8>() {
            let Some((names, rest)) = rest.split_at_checked(4 * usize::from(*count)) else { break };
            let names = names.as_chunks::<4>().0.iter().map(|name| u32::from_le_bytes(*name)).collect();
            quotations.push(Self { run: u64::from_le_bytes(*run), names });
            bytes = rest;
        }
        quotations
    }
}

/// The words of a text that make a run, folded; none where it does not have them.
pub fn words_of(text: &str, wanted: u64) -> Option<String> {
    let folded = fold(text);
    let folded = folded.text();
    let words = words(folded);
    let found = words.windows(WORDS).find(|window| {
        let hashes: Vec<u64> = window.iter().map(|(hash, _)| *hash).collect();
        run(&hashes) == wanted
    })?;
    Some(folded[found.first()?.1.start..found.last()?.1.end].to_owned())
}
