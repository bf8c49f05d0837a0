//! The names of a sentence, as its readers see them.

use std::cell::Cell;
use std::ops::Range;

use super::explanation::is_clear;
use super::memory::{Memory, Names};
use super::scene::Seen;
use crate::entity::{How, Mention};
use crate::model::vocabulary::EntityKind;
use crate::text::WordSet;

/// "US-led forces": a country's name as an adjective.
fn leads_others(text: &str, mention: &Mention) -> bool {
    text.get(mention.range.end..).is_some_and(|rest| rest.starts_with("-led ") || rest.starts_with("‑led "))
}

/// What a country leads where it leads others to war.
static COALITION: WordSet = WordSet::of(
    "troops soldiers coalition alliance airstrikes strikes raids jets warplanes aircraft planes offensive operation \
    bombing campaign",
);

/// "met at the White House", "inside the Kremlin": a building by whose name those are called who work there.
fn is_inside(text: &str, mention: &Mention) -> bool {
    let (Some(before), Some(name)) = (text.get(..mention.range.start), text.get(mention.range.clone()))
    else {
        return false;
    };
    let built = ["House", "Kremlin", "Palace", "Pentagon", "Office"].iter().any(|noun| name.ends_with(noun));
    let before = before.trim_end().trim_end_matches("the").trim_end();
    let leads = |word: &str| {
        before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
    };
    built && (leads("at") || leads("inside"))
}

impl<'a> Memory<'a> {
    /// The mentions that begin in a sentence, by their numbers: of one that is asked for again, looked for once.
    pub(super) fn within(&self, Range { start, end }: &Range<usize>) -> Range<usize> {
        if self.within.get()[..2] != [*start, *end] {
            let found = self.names.within(&(*start..*end));
            self.within.set([*start, *end, found.start, found.end]);
        }
        self.within.get()[2]..self.within.get()[3]
    }

    /// The places of a sentence.
    pub(super) fn places(&self, sentence: &Range<usize>) -> Vec<Seen<'a>> {
        let here = &self.names.mentions.list[self.within(sentence)];
        let somewhere = |mention: &&Mention| {
            let is_place = || {
                let kind = self.names.kind(mention);
                matches!(kind, EntityKind::Country | EntityKind::Place | EntityKind::Base)
                    || kind == EntityKind::Institution && is_inside(self.subject.text, mention)
            };
            mention.how != How::Demonym
                && is_clear(mention.how)
                && is_place()
                && !leads_others(self.subject.text, mention)
        };
        here.iter().filter(somewhere).map(|mention| self.names.seen(mention, self.subject.text)).collect()
    }

    /// The entities of a sentence. Names that can mean something else are left out.
    pub(super) fn seen(&self, sentence: &Range<usize>) -> Vec<Seen<'a>> {
        let here = &self.names.mentions.list[self.within(sentence)];
        let seen = |mention: &Mention| {
            let leads = leads_others(self.subject.text, mention);
            let seen =
                (leads || is_clear(mention.how)).then(|| self.names.seen(mention, self.subject.text))?;
            Some(Seen { is_demonym: seen.is_demonym || leads, ..seen })
        };
        here.iter().filter_map(seen).collect()
    }

    /// Where the names of a sentence end that [`Self::seen`] lists.
    pub(super) fn ends(&self, sentence: &Range<usize>) -> impl Iterator<Item = usize> {
        let here = &self.names.mentions.list[self.within(sentence)];
        let seen = |mention: &&Mention| is_clear(mention.how) || leads_others(self.subject.text, mention);
        here.iter().filter(seen).map(|mention| mention.range.end)
    }
}

impl<'a> Names<'a> {
    /// The coalition that a country leads: "Saudi-led airstrikes".
    fn led_by(self, mention: &Mention, text: &str) -> Option<&'a str> {
        let behind = text.get(mention.range.end..).filter(|_| leads_others(text, mention))?;
        let mut words = behind
            .split_whitespace()
            .skip(1)
            .take(3)
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        words.find(|word| COALITION.has(word))?;
        let name = text.get(mention.range.clone())?.to_lowercase();
        let coalition = [self.key(mention), &name]
            .into_iter()
            .find_map(|leader| self.gazetteer.by_key(&format!("{leader}-led-coalition")))?;
        Some(self.gazetteer.key(coalition))
    }

    /// A mention as the readers of its sentence see it.
    fn seen(self, mention: &Mention, text: &str) -> Seen<'a> {
        if let Some(key) = self.led_by(mention, text) {
            return Seen {
                range: mention.range.clone(),
                key,
                kind: EntityKind::Coalition,
                is_pronoun: false,
                is_demonym: false,
                country: None,
                led: Cell::default(),
            };
        }
        let kind = self.kind(mention);
        let housed = kind == EntityKind::Institution && is_inside(text, mention);
        Seen {
            range: mention.range.clone(),
            key: self.key(mention),
            kind: if housed { EntityKind::Place } else { kind },
            is_pronoun: mention.how == How::Pronoun,
            is_demonym: mention.how == How::Demonym,
            country: self.country(mention),
            led: Cell::default(),
        }
    }
}
