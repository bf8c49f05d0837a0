//! What makes a claim the same claim: its key names what is read, its reading hash how it was read.
//! Neither depends on row ids, so that both survive re-import and moves between databases.

use std::borrow::Cow;
use std::collections::HashSet;

use sha2::{Digest, Sha256};

use crate::model::vocabulary::Vocabulary;
use crate::model::{Claim, Named, Quantity, Reading, When};
use crate::text::{Span, fold};

/// Length of keys and reading hashes: 16 hexadecimal digits, 64 bits.
const DIGITS: usize = 16;
/// Between the parts of what is hashed; no text of ours holds it.
const SEPARATOR: char = '\u{1f}';

/// Names the claims of one article.
#[derive(Debug)]
pub struct Identity<'a> {
    article_key: &'a str,
    text: &'a str,
    sentences: &'a [Span],
    /// Byte at which each code point begins, and the text's length; empty where every byte is one.
    bytes: Vec<usize>,
}

impl<'a> Identity<'a> {
    /// Prepares an article's text and the spans of its sentences.
    pub fn new(article_key: &'a str, text: &'a str, sentences: &'a [Span]) -> Self {
        let bytes = match text.is_ascii() {
            true => Vec::new(),
            false => text.char_indices().map(|(byte, _)| byte).chain(std::iter::once(text.len())).collect(),
        };
        Self { article_key, text, sentences, bytes }
    }

    /// The words of a span; empty where the text is too short.
    pub fn words(&self, span: Span) -> &'a str {
        match (self.byte(span.start), self.byte(span.end)) {
            (Some(start), Some(end)) => self.text.get(start..end).unwrap_or_default(),
            _ => "",
        }
    }

    /// Whether the text has so many code points at least.
    pub(super) fn holds(&self, end: usize) -> bool {
        self.byte(end).is_some()
    }

    /// The byte at which a code point begins.
    fn byte(&self, at: usize) -> Option<usize> {
        if self.bytes.is_empty() {
            (at <= self.text.len()).then_some(at)
        } else {
            self.bytes.get(at).copied()
        }
    }

    /// How often the folded sentence that begins here has stood before.
    fn occurrence(&self, start: usize) -> usize {
        let at = self.sentences.partition_point(|sentence| sentence.start < start);
        let Some(own) = self.sentences.get(at).filter(|own| own.start == start) else { return 0 };
        let own = self.words(*own);
        let mut own_folded = None;
        let before = self.sentences[..at].iter().map(|other| self.words(*other));
        let same = before.filter(|other| {
            !surely_differ(own, other) && folded(other) == *own_folded.get_or_insert_with(|| folded(own))
        });
        same.count()
    }

    /// Names what is read: article, folded sentence and its occurrence, span in the sentence, predicate, quantity and
    /// date words.
    pub fn key(&self, claim: &Claim) -> String {
        self.key_in(&self.sentence(claim.evidence.sentence), claim)
    }

    /// The same in a sentence that is folded already.
    fn key_in(&self, sentence: &Sentence<'_>, claim: &Claim) -> String {
        let evidence = claim.evidence;
        let before = folded(self.words(Span::new(evidence.sentence.start, evidence.quote.start)));
        let quote = folded(self.words(evidence.quote));
        hash(&[
            self.article_key,
            &sentence.folded,
            &sentence.occurrence,
            &before.chars().count().to_string(),
            &quote.chars().count().to_string(),
            claim.reading.predicate.word(),
            &claim.reading.quantity.as_ref().map(quantity_words).unwrap_or_default(),
            &claim.reading.when.as_ref().map(when_words).unwrap_or_default(),
        ])
    }

    fn sentence(&self, span: Span) -> Sentence<'a> {
        let (folded, occurrence) = (folded(self.words(span)), self.occurrence(span.start).to_string());
        Sentence { span, folded, occurrence }
    }
}

/// A sentence as the keys of its claims name it.
struct Sentence<'a> {
    span: Span,
    folded: Cow<'a, str>,
    occurrence: String,
}

/// A claim with its quote and its names.
#[derive(Debug, Clone)]
pub struct NamedClaim {
    pub(super) key: String,
    pub(super) reading_hash: String,
    pub(super) quote: String,
    pub(super) claim: Claim,
}

/// Names claims of an article whose sentences are known, in order.
pub fn named(article_key: &str, text: &str, sentences: &[Span], claims: Vec<Claim>) -> Vec<NamedClaim> {
    if claims.is_empty() {
        return Vec::new();
    }
    let identity = Identity::new(article_key, text, sentences);
    // Claims of one sentence come one after the other.
    let mut last: Option<Sentence<'_>> = None;
    let named = claims.into_iter().map(|claim| {
        let span = claim.evidence.sentence;
        let known = last.take().filter(|known| known.span == span);
        let sentence = last.insert(known.unwrap_or_else(|| identity.sentence(span)));
        NamedClaim {
            key: identity.key_in(sentence, &claim),
            reading_hash: reading_hash(&claim.reading),
            quote: identity.words(claim.evidence.quote).to_owned(),
            claim,
        }
    });
    named.collect()
}

/// The same without those that are read twice.
pub(super) fn distinct(claims: &[NamedClaim]) -> impl Iterator<Item = &NamedClaim> {
    let mut seen = HashSet::with_capacity(claims.len());
    claims.iter().filter(move |claim| seen.insert((&claim.key, &claim.reading_hash)))
}

/// Names how a claim was read: every slot.
pub(super) fn reading_hash(reading: &Reading) -> String {
    let speaker = &reading.speaker;
    hash(&[
        reading.predicate.word(),
        reading.phase.map_or("", Vocabulary::word),
        &entity(reading.subject.as_ref()),
        &entity(reading.object.as_ref()),
        &entity(reading.place.as_ref()),
        &reading.quantity.as_ref().map(quantity_values).unwrap_or_default(),
        &reading.when.as_ref().map(when_values).unwrap_or_default(),
        reading.stance.word(),
        reading.polarity.word(),
        speaker.kind.word(),
        speaker.key.as_deref().or(speaker.text.as_deref()).unwrap_or_default(),
        &speaker.count.map(|count| count.to_string()).unwrap_or_default(),
        &entity(reading.via.as_ref()),
    ])
}

/// An entity by its key, or by its words where it has none.
fn entity(named: Option<&Named>) -> String {
    match named {
        Some(Named { key: Some(key), .. }) => format!("#{key}"),
        Some(Named { text: Some(text), .. }) => folded(text).into_owned(),
        _ => String::new(),
    }
}

fn quantity_words(quantity: &Quantity) -> String {
    quantity.text.as_deref().map_or_else(|| quantity_values(quantity), |words| folded(words).into_owned())
}

fn when_words(when: &When) -> String {
    when.text.as_deref().map_or_else(|| when_values(when), |words| folded(words).into_owned())
}

fn quantity_values(quantity: &Quantity) -> String {
    let number = |bound: Option<i64>| bound.map(|number| number.to_string()).unwrap_or_default();
    [
        &number(quantity.low),
        &number(quantity.best),
        &number(quantity.high),
        quantity.qualifier.word(),
        &quantity.unit,
    ]
    .join(" ")
}

fn when_values(when: &When) -> String {
    let day = |bound: Option<chrono::NaiveDate>| bound.map(|day| day.to_string()).unwrap_or_default();
    [when.relation.word(), &day(when.earliest), &day(when.latest), when.precision.word()].join(" ")
}

/// Whether two texts differ however they are folded: where they first do, both have a letter or digit that nothing joins.
fn surely_differ(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let Some(at) = a.iter().zip(b).position(|(a, b)| a != b || !a.is_ascii()) else { return false };
    let stands_alone =
        |words: &[u8]| words[at].is_ascii_alphanumeric() && words.get(at + 1).is_none_or(u8::is_ascii);
    stands_alone(a) && stands_alone(b)
}

fn folded(words: &str) -> Cow<'_, str> {
    let plain = words.trim_matches(' ');
    if folds_to_itself(plain) {
        Cow::Borrowed(plain)
    } else {
        Cow::Owned(fold(words).text().trim().to_owned())
    }
}

/// Whether these are letters and signs that stand for themselves, with single spaces between them: as most words are.
fn folds_to_itself(words: &str) -> bool {
    let mut before = b' ';
    words.bytes().all(|byte| {
        let is_plain = matches!(byte, b'!'..=b'~') && !matches!(byte, b'\'' | b'`');
        let is_gap = byte == b' ' && before != b' ';
        before = byte;
        is_plain || is_gap
    })
}

fn hash(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    let mut separator = [0; 4];
    let separator = SEPARATOR.encode_utf8(&mut separator).as_bytes();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(separator);
    }
    let digits = hash.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 15]).take(DIGITS);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Identity, folded, folds_to_itself, surely_differ};
    use crate::text::{fold, sentences};

    #[test]
    fn what_folds_to_itself_is_not_folded() {
        let signs =
            ["", "a", " ", "'", "`", "\"", "-", "~", "\t", "\n", "\u{301}", "\u{e9}", "\u{a0}", "\u{2019}"];
        for one in signs {
            for words in
                signs.iter().flat_map(|two| signs.map(|three| format!("{one}{two}{three}b{two}{one}")))
            {
                assert_eq!(folded(&words), fold(&words).text().trim(), "{words:?}");
            }
        }
        assert!(folds_to_itself("Troops left (in 2,024), \"all\" - of them."));
    }

    #[test]
    fn what_surely_differs_folds_to_different_words() {
        let words = [
            "",
            "a",
            "ab",
            "fi",
            "\u{FB01}",
            "cafe",
            "cafe\u{301}",
            "caf\u{e9}",
            "a  b",
            "a b",
            "a \u{201c}b",
            "a ''b",
            "1",
            "2",
        ];
        for a in words {
            for b in words {
                assert!(!surely_differ(a, b) || folded(a) != folded(b), "{a:?} {b:?}");
            }
        }
        assert!(surely_differ("They left.", "Then they left."));
    }

    #[test]
    fn a_sentence_that_stands_again_is_counted_however_it_is_set() {
        let text = "It left. \u{201c}It left.\u{201d} It  left. It left on Monday. It left.";
        let sentences = sentences(text);
        let identity = Identity::new("k", text, &sentences);
        let counts: Vec<usize> = sentences.iter().map(|own| identity.occurrence(own.start)).collect();
        assert_eq!(counts, [0, 0, 1, 0, 2], "{sentences:?}");
        assert_eq!(identity.words(sentences[3]), "It left on Monday.");
    }
}
