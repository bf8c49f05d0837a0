//! All names in one tree, word by word: the longest name at a word is found in one walk, and no name begins or ends
//! inside a word.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::token::{Gap, Token, tokens};
use super::words::{Classes, Fast, Words};

/// How good a name is for its entity: the less, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A name, as written in the file.
    Full,
    /// An adjective or noun for what is of the country.
    Demonym,
    /// Another form of a name: a headline's capitals.
    Form,
    /// Another form of a demonym.
    DemonymForm,
    /// Weak, as the file says.
    Weak,
    /// The family name of a person, of which the file says nothing.
    Family,
}

impl Strength {
    pub(super) fn is_strong(self) -> bool {
        self < Self::Weak
    }
}

/// An entity that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) entry: u32,
    pub(super) strength: Strength,
}

/// A name in a text: tokens `first..last`, and the number of its list of candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) list: u32,
}

/// The names that end at a node: the number of their list, 0 if there are none, whether a strong one is among them, and
/// whether other names go on from there.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    list: u32,
    is_strong: bool,
    leads_on: bool,
}

/// What begins with a word: the node, 0 if no name does, what ends there, and a filter of the steps that lead on.
#[derive(Debug, Clone, Copy, Default)]
struct Root {
    node: u32,
    end: End,
    onward: u64,
}

/// The tree. Nodes are numbers; 0 is no node. It is large, and names stand far apart in it: what a walk needs at a step lies
/// together, and an end says where no edge need be looked for.
#[derive(Debug)]
pub(super) struct Trie {
    /// Per word.
    roots: Vec<Root>,
    edges: HashMap<u64, u32, BuildHasherDefault<Fast>>,
    /// Per node, but for those of roots, what ends there.
    ends: Vec<End>,
    lists: Vec<Vec<Candidate>>,
}

impl Trie {
    pub(super) fn new() -> Self {
        Self {
            roots: Vec::new(),
            edges: HashMap::default(),
            ends: vec![End::default()],
            lists: vec![Vec::new()],
        }
    }

    /// Adds a name; one without words is passed over.
    pub(super) fn add(&mut self, words: &mut Words, name: &str, candidate: Candidate) {
        let tokens = tokens(name, |_, bytes| (words.number(word(bytes)), Default::default()));
        self.roots.resize(words.len(), Root::default());
        let Some(first) = tokens.first() else { return };
        let root = first.word as usize;
        let mut node = 0;
        for (number, (step, _)) in steps(&tokens).enumerate() {
            match number {
                0 => {}
                1 => self.roots[root].onward |= 1 << (step & 63),
                _ => self.ends[node as usize].leads_on = true,
            }
            let next = self.ends.len() as u32;
            let child = match node {
                0 => &mut self.roots[root].node,
                _ => self.edges.entry(edge(node, step)).or_insert(0),
            };
            if *child == 0 {
                *child = next;
                self.ends.push(End::default());
            }
            node = *child;
        }
        if node != 0 && first.is_word() {
            self.end(root, node, candidate);
            mark_first(words, &name[first.start as usize..first.end as usize]);
        }
    }

    fn end(&mut self, root: usize, node: u32, candidate: Candidate) {
        let root = &mut self.roots[root];
        let end = if root.node == node { &mut root.end } else { &mut self.ends[node as usize] };
        if end.list == 0 {
            end.list = self.lists.len() as u32;
            self.lists.push(Vec::new());
        }
        end.is_strong |= candidate.strength.is_strong();
        let list = &mut self.lists[end.list as usize];
        match list.iter_mut().find(|known| known.entry == candidate.entry) {
            Some(known) => known.strength = known.strength.min(candidate.strength),
            None => list.push(candidate),
        }
        list.sort_by_key(|candidate| candidate.strength);
    }

    pub(super) fn lists(&self) -> impl Iterator<Item = &[Candidate]> {
        self.lists.iter().map(Vec::as_slice)
    }

    /// Candidates by the number of their list, the strongest first.
    pub(super) fn list(&self, number: u32) -> &[Candidate] {
        &self.lists[number as usize]
    }

    /// The longest name that begins with the token, and the longest that is strong.
    pub(super) fn longest(&self, tokens: &[Token], first: usize) -> Option<(Hit, Option<Hit>)> {
        let Root { mut node, mut end, onward } = *self.roots.get(tokens[first].word as usize)?;
        let (mut last, mut longest, mut strong) = (first + 1, None, None);
        while node != 0 {
            if end.list != 0 {
                let hit = Hit { first, last, list: end.list };
                longest = Some(hit);
                if end.is_strong {
                    strong = Some(hit);
                }
            }
            let Some((step, at)) = next_step(tokens, last) else { break };
            let leads_on = if last == first + 1 { onward >> (step & 63) & 1 == 1 } else { end.leads_on };
            if !leads_on {
                break;
            }
            node = self.edges.get(&edge(node, step)).copied().unwrap_or(0);
            end = self.ends[node as usize];
            last = at + 1;
        }
        longest.map(|longest| (longest, strong))
    }
}

/// Marks the first word of a name, in the form in which it is looked up.
fn mark_first(words: &mut Words, first: &str) {
    tokens(first, |_, bytes| {
        words.mark(word(bytes), Classes::NAME);
        Default::default()
    });
}

fn word(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

fn edge(node: u32, step: u32) -> u64 {
    u64::from(node) << 32 | u64::from(step)
}

/// The words of a whole name, each with its place.
fn steps(tokens: &[Token]) -> impl Iterator<Item = (u32, usize)> {
    let first = tokens.first().map(|token| (token.word << 1, 0));
    std::iter::successors(first, |(_, at)| next_step(tokens, at + 1))
}

/// The word of a name that begins at the token: a hyphen before it is as good as a space, a paragraph ends all.
fn next_step(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let mut token = tokens.get(at)?;
    let (mut at, mut is_apart) = (at, token.gap != Gap::None);
    if token.is_mark(b'-') && token.gap < Gap::Line {
        at += 1;
        is_apart = true;
        token = tokens.get(at)?;
    }
    let is_word = token.gap != Gap::Paragraph && token.word != 0;
    is_word.then_some((token.word << 1 | u32::from(is_apart), at))
}
