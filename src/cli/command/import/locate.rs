//! Finds curated quotes in their article: folded for white space and typography, nothing else.

use crate::cli::output::counted;
use crate::model::quantity::vague_words;
use crate::model::vocabulary::Qualifier;
use crate::model::{Claim, Evidence, Problem, Quantity};
use crate::source::CuratedClaim;
use crate::text::{Folded, Span, enclosing, fold, sentences};

/// An article's text, prepared for finding quotes in it.
pub(super) struct Finder<'t> {
    text: &'t str,
    folded: Folded,
    sentences: Vec<Span>,
    length: usize,
}

impl<'t> Finder<'t> {
    /// Prepares a text.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, folded: fold(text), sentences: sentences(text), length: text.chars().count() }
    }

    /// The text's sentences.
    pub(super) fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// The claim with its evidence, and warnings about words that the article does not have.
    pub(super) fn locate(&self, claim: CuratedClaim) -> Result<(Claim, Vec<Problem>), Problem> {
        let quote = self.span(&claim)?;
        let evidence = Evidence { quote, sentence: enclosing(&self.sentences, quote) };
        let warnings = self.missing_words(&claim);
        let mut reading = claim.reading;
        if let Some(quantity) = &mut reading.quantity {
            self.say_vague_count(quantity, quote);
        }
        let located =
            Claim { evidence, reading, method: claim.method, core: claim.core, rule: claim.rule };
        Ok((located, warnings))
    }

    /// A vague count without its words gets those of the quote, so that reports print it as it was said.
    fn say_vague_count(&self, quantity: &mut Quantity, quote: Span) {
        if let (None, Some(low), Some(high)) = (&quantity.text, quantity.low, quantity.high)
            && quantity.qualifier == Qualifier::Vague
        {
            let quote = quote.of(self.text).unwrap_or_default();
            quantity.text = vague_words(quote, low, high).map(str::to_owned);
        }
    }

    fn span(&self, claim: &CuratedClaim) -> Result<Span, Problem> {
        let refuse = |reason: String, way_out: String| Problem::refused(claim.place.at_field("quote"), reason).with_way_out(way_out);
        let Some(quote) = &claim.quote else {
            return self.given(claim);
        };
        let found = self.folded.find_all(quote);
        if let Some(span) = claim.span {
            return match found.contains(&span) {
                true => Ok(span),
                false => Err(refuse(
                    format!("the article does not have “{quote}” at {}–{}", span.start, span.end),
                    "leave span out, or correct it".to_owned(),
                )),
            };
        }
        match (found.as_slice(), claim.occurrence) {
            ([], _) => Err(refuse(format!("the article does not say “{quote}”"), self.nearest(quote))),
            ([one], None | Some(1)) => Ok(*one),
            (several, None) => Err(refuse(
                format!("“{quote}” stands {} times in the article", several.len()),
                format!("say which with occurrence = 1 to {}, or quote more of the sentence", several.len()),
            )),
            (several, Some(number)) => several.get(number - 1).copied().ok_or_else(|| {
                refuse(
                    format!("“{quote}” stands {} in the article, not {number}", counted(several.len(), "time")),
                    "correct occurrence".to_owned(),
                )
            }),
        }
    }

    /// A span without a quote: it must be words of the article.
    fn given(&self, claim: &CuratedClaim) -> Result<Span, Problem> {
        let place = claim.place.at_field("span");
        match claim.span {
            Some(span) if span.end <= self.length && !span.is_empty() => {
                let words = span.of(self.text).unwrap_or_default();
                let trimmed = words.trim_start();
                let start = span.start + words.chars().count() - trimmed.chars().count();
                let trimmed = trimmed.trim_end();
                match trimmed.is_empty() {
                    true => Err(Problem::refused(place, "the span holds only white space")),
                    false => Ok(Span::new(start, start + trimmed.chars().count())),
                }
            }
            Some(span) => Err(Problem::refused(
                place,
                format!("{}–{} is outside the article, which has {} code points", span.start, span.end, self.length),
            )),
            None => Err(Problem::refused(claim.place.at_field("quote"), "a claim needs a quote")),
        }
    }

    fn nearest(&self, quote: &str) -> String {
        match self.folded.nearest(quote) {
            Some(near) => format!("the nearest words are “{near}”"),
            None => "copy the words from the article".to_owned(),
        }
    }

    /// Date words are verbatim as well.
    fn missing_words(&self, claim: &CuratedClaim) -> Vec<Problem> {
        let when = claim.reading.when.as_ref().and_then(|when| when.text.as_deref());
        let quantity = claim.reading.quantity.as_ref().and_then(|quantity| quantity.text.as_deref());
        [("when.text", when), ("quantity.text", quantity)]
            .into_iter()
            .filter_map(|(field, words)| Some((field, words?)))
            .filter(|(_, words)| self.folded.find_all(words).is_empty())
            .map(|(field, words)| {
                Problem::warning(claim.place.at_field(field), format!("the article does not say “{words}”"))
                    .with_way_out(self.nearest(words))
            })
            .collect()
    }
}
