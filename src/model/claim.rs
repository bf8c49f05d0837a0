//! A claim: who does what, how many, where, when; who says so, how firmly, in which words.

use super::quantity::Quantity;
use super::vocabulary::{Method, Phase, Polarity, Predicate, SpeakerKind, Stance};
use super::when::When;
use crate::text::Span;

/// An entity as a claim names it: its key, and the words that were resolved to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Entity key, if the words could be resolved.
    pub key: Option<String>,
    /// The words.
    pub text: Option<String>,
}

/// Who the article says it from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// What kind of speaker.
    pub kind: SpeakerKind,
    /// Entity key when known.
    pub key: Option<String>,
    /// The words; none for the article's own voice.
    pub text: Option<String>,
    /// How many speakers, where the words say so ("four Iraqi sources").
    pub count: Option<i64>,
}

/// What a claim says: every slot as read, without the words' position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What happens.
    pub predicate: Predicate,
    /// Which part of it.
    pub phase: Option<Phase>,
    /// Who does it.
    pub subject: Option<Named>,
    /// To whom.
    pub object: Option<Named>,
    /// Where.
    pub place: Option<Named>,
    /// How many.
    pub quantity: Option<Quantity>,
    /// When.
    pub when: Option<When>,
    /// How the thing stands, as reported.
    pub stance: Stance,
    /// Whether the words affirm or deny it.
    pub polarity: Polarity,
    /// Who says so.
    pub speaker: Speaker,
    /// News organisation through which it came (entity key).
    pub via: Option<Named>,
}

/// Where a claim stands in its article's text, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The shortest run of words that holds the claim.
    pub quote: Span,
    /// The sentence (or sentences) around it.
    pub sentence: Span,
}

/// A claim with its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Where it stands.
    pub evidence: Evidence,
    /// What it says.
    pub reading: Reading,
    /// Extracted by a rule or curated by a person.
    pub method: Method,
    /// Whether a complete reading of the article must contain it.
    pub core: bool,
    /// The rule that read it.
    pub rule: Option<String>,
}
