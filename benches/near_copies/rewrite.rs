//! What other newsrooms make of a text: paragraphs cut, another headline, other words, a lead of their own.

use super::random::Random;
use super::story::{Article, Event};
use super::words::{ADJECTIVES, ADVERBS, FURNITURE, JOINS, NOUNS, PREPOSITIONS, VERBS};

/// The article as another masthead prints it: up to half of it cut, up to a fifth of its own words exchanged.
pub fn rewritten(article: &Article, event: &Event, random: &mut Random) -> Article {
    let mut copy = article.clone();
    copy.title = event.article(1, random).title;
    cut(&mut copy, random);
    let share = random.of(&[0, 0, 5, 10, 15, 20]);
    for sentence in copy.paragraphs.iter_mut().flatten() {
        *sentence = exchanged(sentence, share, random);
    }
    if random.percent(25) {
        let at = random.index(copy.paragraphs.len());
        let moved = copy.paragraphs.remove(at);
        copy.paragraphs.push(moved);
    }
    if random.percent(25) {
        typography(&mut copy);
    }
    if random.percent(60) {
        let lead = event.article(1 + random.index(2), random);
        copy.paragraphs.splice(0..0, lead.paragraphs);
    }
    if random.percent(50) {
        let line = vec![random.of(FURNITURE).to_owned()];
        copy.paragraphs.insert(random.index(copy.paragraphs.len() + 1), line);
    }
    copy
}

/// Cuts nothing, the end, or paragraphs here and there; half stays at least.
fn cut(copy: &mut Article, random: &mut Random) {
    let all = copy.paragraphs.len();
    let keep = all - random.index(all / 2 + 1);
    if random.percent(50) {
        copy.paragraphs.truncate(keep);
    }
    while copy.paragraphs.len() > keep {
        let at = random.index(copy.paragraphs.len());
        copy.paragraphs.remove(at);
    }
}

/// Straight quotation marks, dashes and other spaces.
fn typography(copy: &mut Article) {
    for sentence in copy.paragraphs.iter_mut().flatten() {
        *sentence =
            sentence.replace(['“', '”'], "\"").replace("in two", "in\u{a0}two").replace('-', "\u{2010}");
    }
}

/// Exchanges a share of the words that have a like, in percent.
fn exchanged(sentence: &str, share: u64, random: &mut Random) -> String {
    let mut quoted = false;
    let words: Vec<String> = sentence
        .split(' ')
        .map(|word| {
            quoted |= word.contains('“');
            // Who changes a quotation has read it wrong.
            let other = if quoted || !random.percent(share) { None } else { like(word, random) };
            quoted &= !word.contains('”');
            other.unwrap_or_else(|| word.to_owned())
        })
        .collect();
    words.join(" ")
}

/// Another word of the same group, with the stop of the first.
fn like(word: &str, random: &mut Random) -> Option<String> {
    let bare = word.trim_end_matches(['.', ',', ':']);
    let groups = [NOUNS, VERBS, ADJECTIVES, ADVERBS, PREPOSITIONS, JOINS];
    let group = groups.into_iter().flatten().find(|group| group.contains(&bare))?;
    let others: Vec<&str> = group.iter().copied().filter(|other| *other != bare).collect();
    if others.is_empty() {
        return None;
    }
    Some(format!("{}{}", random.of(&others), &word[bare.len()..]))
}
