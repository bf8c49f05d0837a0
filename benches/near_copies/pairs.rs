//! Pairs of texts: an article and what another masthead made of it, or two articles about one event.

use super::random::Random;
use super::rewrite::rewritten;
use super::story::{Article, Event};

/// Two texts.
pub type Pair = (String, String);

/// An original and a rewriting of it, by number.
pub fn copy(number: u64) -> Pair {
    let random = &mut Random::new(0, 2 * number);
    let event = Event::new(random);
    let original = event.article(6 + random.index(14), random);
    let copy = rewritten(&original, &event, random);
    (original.text(), copy.text())
}

/// Two stories about one event, by number. They share names, figures, places and quotations, two of three a sentence of
/// an agency.
pub fn different(number: u64) -> Pair {
    let random = &mut Random::new(0, 2 * number + 1);
    let event = Event::new(random);
    let mut one = event.article(4 + random.index(14), random);
    let mut other = event.article(4 + random.index(14), random);
    if random.percent(66) {
        for article in [&mut one, &mut other] {
            article.paragraphs.insert(0, vec![event.agency.clone()]);
        }
    }
    (one.text(), other.text())
}

/// An article of its own, by number: for reading.
#[allow(dead_code)]
pub fn article(number: u64) -> Article {
    let random = &mut Random::new(0, number);
    Event::new(random).article(8, random)
}
