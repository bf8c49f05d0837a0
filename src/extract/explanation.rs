//! How a text was read, for people and programs to look at: every sentence with what was found in it. Offsets are code
//! points. Knows what the reader found, and nothing of how it is printed.

use std::ops::Range;

use super::rules;
use super::scene::Scene;
use super::signal::Prospect;
use crate::date::{DateExpression, Earlier};
use crate::entity::{Gazetteer, How, Mentions};
use crate::model::vocabulary::{EntityKind, Predicate, Qualifier};
use crate::model::{Claim, When};
use crate::quantity;
use crate::text::{Index, Span};

/// A text as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// A sentence with everything found in it, each kind in order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Why it was not read for claims, if it was not.
    pub skipped: Option<Skip>,
    /// Its date expressions.
    pub dates: Vec<FoundDate>,
    /// Its numbers.
    pub quantities: Vec<FoundQuantity>,
    /// Its entities.
    pub entities: Vec<FoundName>,
    /// Its cue words.
    pub cues: Vec<FoundCue>,
    /// What it claims.
    pub claims: Vec<Claim>,
}

/// Why a sentence is not read for claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// It is navigation, another story's headline, a byline, an advertisement.
    Furniture,
    /// It has no letters.
    NoWords,
}

/// A date expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// The words of the time itself, as TIMEX3 bounds them.
    pub extent: Span,
    /// With the words that say how things stand to it.
    pub phrase: Span,
    /// DATE, TIME, DURATION or SET.
    pub timex_type: &'static str,
    /// TIMEX3 value, where something places it.
    pub timex_value: Option<String>,
    /// Relation, bounds and precision; none for bare lengths, sets and vague times.
    pub when: Option<When>,
}

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundQuantity {
    /// The number with its hedge and its noun.
    pub span: Span,
    /// Lower bound.
    pub low: Option<i64>,
    /// The number named.
    pub best: Option<i64>,
    /// Upper bound.
    pub high: Option<i64>,
    /// How it is hedged.
    pub qualifier: Qualifier,
    /// What is counted, where the sentence says it.
    pub unit: Option<String>,
    /// Whether claims can have it: a count of people or attacks, or money.
    pub is_read: bool,
}

/// Words that mean an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundName {
    /// The words.
    pub span: Span,
    /// Its key.
    pub key: String,
    /// What it is.
    pub kind: EntityKind,
    /// How the words mean it.
    pub how: How,
}

impl FoundName {
    /// Whether claims can have it: a name that could mean something else is left out.
    pub fn is_read(&self) -> bool {
        is_clear(self.how)
    }
}

/// Whether a mention is sure enough to be read.
pub(super) fn is_clear(how: How) -> bool {
    how != How::Weak
}

/// A cue: a word that can make a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCue {
    /// From its first auxiliary to its particle.
    pub span: Span,
    /// The predicates that it can be of.
    pub predicates: Vec<Predicate>,
    /// The rule that accepts it here.
    pub rule: Option<&'static str>,
}

/// Sees what the reader finds as it finds it. Nothing that it does changes what is read.
pub(super) trait Watch {
    /// What is to be looked for in a sentence that may hold this.
    fn prospect(&self, found: Prospect) -> Prospect {
        found
    }
    /// The entities of the text.
    fn names(&mut self, _gazetteer: &Gazetteer, _mentions: &Mentions) {}
    /// A sentence that is not read; `earlier` are the dates before it.
    fn skipped(&mut self, _sentence: &Range<usize>, _why: Skip, _earlier: &Earlier<'_>) {}
    /// The numbers of the sentence that is read next.
    fn counts(&mut self, _counts: &[quantity::Count]) {}
    /// A sentence that is read, and its dates.
    fn sentence(&mut self, _scene: &Scene, _dates: &[DateExpression]) {}
}

/// Looks away: reading costs nothing for being watchable.
pub(super) struct Unwatched;

impl Watch for Unwatched {}

/// Takes notes of everything.
pub(super) struct Notes<'t> {
    index: Index<'t>,
    names: Vec<FoundName>,
    counts: Vec<quantity::Count>,
    sentences: Vec<Sentence>,
}

impl<'t> Notes<'t> {
    /// Nothing is noted yet.
    pub(super) fn new(text: &'t str) -> Self {
        Self { index: Index::new(text), names: Vec::new(), counts: Vec::new(), sentences: Vec::new() }
    }

    /// All that was noted, and the claims with their sentences.
    pub(super) fn explanation(mut self, claims: Vec<Claim>) -> Explanation {
        for claim in claims {
            let start = claim.evidence.sentence.start;
            let at = self.sentences.partition_point(|sentence| sentence.span.start <= start);
            if let Some(sentence) = at.checked_sub(1).and_then(|at| self.sentences.get_mut(at)) {
                sentence.claims.push(claim);
            }
        }
        Explanation { sentences: self.sentences }
    }

    fn dates(&self, dates: &[DateExpression]) -> Vec<FoundDate> {
        let found = |date: &DateExpression| FoundDate {
            extent: self.index.span(date.extent.clone()),
            phrase: self.index.span(date.phrase.clone()),
            timex_type: date.kind.word(),
            timex_value: date.value.clone(),
            when: date.when.clone(),
        };
        dates.iter().map(found).collect()
    }

    fn quantities(&self, scene: &Scene) -> Vec<FoundQuantity> {
        let found = |count: &quantity::Count| {
            let end = count.noun.as_ref().map_or(count.number.end, |noun| noun.end.max(count.number.end));
            let read = scene.counts.iter().find(|read| read.range.start == count.number.start);
            let unit = read.map(|read| read.quantity.unit.as_str()).or_else(|| count.unit.name());
            FoundQuantity {
                span: self.index.span(count.number.start..end),
                low: count.low,
                best: count.best,
                high: count.high,
                qualifier: count.qualifier,
                unit: unit.map(str::to_owned),
                is_read: read.is_some(),
            }
        };
        self.counts.iter().map(found).collect()
    }

    fn cues(&self, scene: &Scene) -> Vec<FoundCue> {
        let cues = scene.heads.iter().enumerate().filter(|(_, head)| !head.predicates.is_empty());
        cues.map(|(at, head)| FoundCue {
            span: self.index.span(scene.words.bytes(head.first, head.last)),
            predicates: head.predicates.list(),
            rule: rules::rule_for(scene, at).map(|rule| rule.id),
        })
        .collect()
    }

    /// The names within a sentence.
    fn names_of(&self, sentence: Span) -> Vec<FoundName> {
        let first = self.names.partition_point(|name| name.span.start < sentence.start);
        let last = self.names.partition_point(|name| name.span.start < sentence.end);
        self.names[first..last].to_vec()
    }
}

impl Watch for Notes<'_> {
    /// Everything that is there is shown, also where no claim comes of it.
    fn prospect(&self, _found: Prospect) -> Prospect {
        Prospect::ALL
    }

    fn names(&mut self, gazetteer: &Gazetteer, mentions: &Mentions) {
        let found = mentions.list.iter().map(|mention| FoundName {
            span: self.index.span(mention.range.clone()),
            key: mentions.key(gazetteer, mention.entity).to_owned(),
            kind: mentions.kind(gazetteer, mention.entity),
            how: mention.how,
        });
        self.names = found.collect();
    }

    /// A sentence that is not read has dates all the same: whoever looks for dates alone wants those, too. Later
    /// sentences do not go back to them.
    fn skipped(&mut self, sentence: &Range<usize>, why: Skip, earlier: &Earlier<'_>) {
        let dates = earlier.read(sentence);
        self.sentences.push(Sentence {
            span: self.index.span(sentence.clone()),
            skipped: Some(why),
            dates: self.dates(&dates),
            quantities: Vec::new(),
            entities: Vec::new(),
            cues: Vec::new(),
            claims: Vec::new(),
        });
    }

    fn counts(&mut self, counts: &[quantity::Count]) {
        self.counts = counts.to_vec();
    }

    fn sentence(&mut self, scene: &Scene, dates: &[DateExpression]) {
        let span = self.index.span(scene.sentence.clone());
        self.sentences.push(Sentence {
            span,
            skipped: None,
            dates: self.dates(dates),
            quantities: self.quantities(scene),
            entities: self.names_of(span),
            cues: self.cues(scene),
            claims: Vec::new(),
        });
    }
}
