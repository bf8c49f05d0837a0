//! One text read: names found, weak ones settled by what stands around them, unknown people and places found by
//! patterns, references back resolved. Each of these is a file; this one holds what they share.

mod again;
mod back;
mod capitals;
mod context;
mod countries;
mod elsewhere;
mod hits;
mod people;
mod places;
mod sites;
mod titles;
mod weak;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::gazetteer::Gazetteer;
use super::mention::{EntityId, FoundEntity, How, Mention, Mentions};
use super::signal::{Signal, signals};
use super::token::{Gap, Shape, Token, recycle};
use super::trie::Hit;
use super::words::Classes;
use crate::model::entity::slug;
use crate::model::vocabulary::EntityKind;

/// A mention by its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marked {
    first: usize,
    last: usize,
    entity: EntityId,
    how: How,
}

pub(super) struct Reading<'a> {
    gazetteer: &'a Gazetteer,
    text: &'a str,
    published: Option<NaiveDate>,
    tokens: Vec<Token>,
    /// The tokens at which a pattern or a reference back may begin, by their classes or as a comma.
    telling: Vec<u32>,
    /// Those at which a name may begin, or a name's part.
    capitals: Vec<u32>,
    /// Per token: 1 and the number of its mention in `marked`, or 0.
    cover: Vec<u32>,
    marked: Vec<Marked>,
    /// Names that need their context, in order.
    open: Vec<Hit>,
    found: Vec<FoundEntity>,
    /// Family names of the people found.
    families: BTreeMap<String, EntityId>,
    /// The mentions in the order of the text, while references back are resolved.
    order: Vec<Marked>,
    /// People named in full, with the token of their first mention.
    full: BTreeMap<EntityId, usize>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer, text: &'a str, published: Option<NaiveDate>) -> Self {
        let tokens = gazetteer.tokens(text);
        let cover = vec![0; tokens.len()];
        let (telling, capitals) = telling(&tokens);
        let marked = Vec::with_capacity(tokens.len() / 8 + 4);
        Self {
            gazetteer,
            text,
            published,
            tokens,
            telling,
            capitals,
            cover,
            marked,
            open: Vec::new(),
            found: Vec::new(),
            families: BTreeMap::new(),
            order: Vec::new(),
            full: BTreeMap::new(),
        }
    }

    /// The words of the text that were asked for, in order.
    pub(super) fn signals(&self) -> Vec<Signal> {
        signals(self.text, &self.tokens)
    }

    pub(super) fn mentions(mut self) -> Mentions {
        let (telling, capitals) = (std::mem::take(&mut self.telling), std::mem::take(&mut self.capitals));
        self.find_names(&capitals);
        self.find_people(&telling);
        self.find_places(&telling);
        self.settle_weak();
        self.find_family_names(&capitals);
        self.find_places_again(&capitals);
        self.refer_back(&telling);
        self.finish()
    }

    fn finish(self) -> Mentions {
        let mention = |marked: &Marked| Mention {
            range: self.range(marked.first, marked.last),
            entity: marked.entity,
            how: marked.how,
        };
        let list = self.order.iter().map(mention).collect();
        recycle(self.tokens);
        Mentions { list, found: self.found }
    }

    /// Marks tokens; what they were part of before is a mention no longer.
    fn mark(&mut self, first: usize, last: usize, entity: EntityId, how: How) {
        for at in first..last {
            if let Some(old) = self.marked_at(at) {
                self.cover[old.first..old.last].fill(0);
            }
        }
        self.marked.push(Marked { first, last, entity, how });
        self.cover[first..last].fill(self.marked.len() as u32);
        if self.kind(entity) == EntityKind::Person && matches!(how, How::Name | How::Found) {
            self.full.entry(entity).and_modify(|at| *at = first.min(*at)).or_insert(first);
        }
    }

    fn marked_at(&self, at: usize) -> Option<Marked> {
        let number = *self.cover.get(at)?;
        number.checked_sub(1).map(|number| self.marked[number as usize])
    }

    fn is_marked(&self, at: usize) -> bool {
        self.cover.get(at).is_some_and(|number| *number > 0)
    }

    fn kind(&self, entity: EntityId) -> EntityKind {
        match entity {
            EntityId::Known(_) => self.gazetteer.kind(entity),
            EntityId::Found(number) => self.found[number as usize].kind,
        }
    }

    /// The found entity with this name, a new one if need be.
    fn found(
        &mut self,
        first: usize,
        last: usize,
        kind: EntityKind,
        country: Option<String>,
    ) -> Option<EntityId> {
        let name = self.words(first, last);
        self.found_as(slug(&name), name, kind, country)
    }

    /// The found entity with this key and kind, a new one if need be.
    fn found_as(
        &mut self,
        key: String,
        name: String,
        kind: EntityKind,
        country: Option<String>,
    ) -> Option<EntityId> {
        if key.is_empty() {
            return None;
        }
        if let Some(known) =
            self.gazetteer.by_key(&key).filter(|known| same_sort(self.gazetteer.kind(*known), kind))
        {
            return Some(known);
        }
        let number = self.found.iter().position(|found| found.key == key && found.kind == kind);
        let number = number.unwrap_or_else(|| {
            self.found.push(FoundEntity { key, name, kind, country });
            self.found.len() - 1
        });
        Some(EntityId::Found(number as u32))
    }

    fn range(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        self.tokens[first].start as usize..self.tokens[last - 1].end as usize
    }

    /// The words as written, white space made plain.
    fn words(&self, first: usize, last: usize) -> String {
        self.text[self.range(first, last)].split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn before(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at.checked_sub(1)?)
    }

    fn has(&self, at: usize, class: Classes) -> bool {
        self.token(at).is_some_and(|token| token.classes.has(class))
    }

    fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    /// The bytes of a token; none beyond the ends.
    #[inline]
    fn bytes(&self, at: usize) -> &'a [u8] {
        self.token(at).map_or(&[], |token| &self.text.as_bytes()[token.start as usize..token.end as usize])
    }

    #[inline]
    fn is_word(&self, at: usize, word: &str) -> bool {
        let bytes = self.bytes(at);
        bytes.len() == word.len() && bytes.eq_ignore_ascii_case(word.as_bytes())
    }

    #[inline]
    fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        let bytes = self.bytes(at);
        // Most differ in length, which needs no call to compare.
        words.iter().any(|word| word.len() == bytes.len() && bytes.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// Whether a sentence, a paragraph or a quotation begins with the token.
    fn starts_sentence(&self, at: usize) -> bool {
        let (Some(before), Some(token)) = (self.before(at), self.token(at)) else { return true };
        let gap = token.gap;
        match before.shape {
            _ if gap == Gap::Paragraph => true,
            Shape::Mark(b'.') => gap != Gap::None && !self.is_abbreviation(at - 1),
            Shape::Mark(b'!' | b'?') => gap != Gap::None,
            Shape::Mark(b'"') => gap == Gap::None || (at >= 2 && self.starts_sentence_mark(at - 2)),
            Shape::Mark(b'_' | b':' | b'(' | b'*' | 0) => true,
            _ => false,
        }
    }

    /// Whether the mark ends a sentence, here before a closing quotation mark.
    fn starts_sentence_mark(&self, at: usize) -> bool {
        matches!(self.tokens[at].shape, Shape::Mark(b'.' | b'!' | b'?'))
    }

    /// Whether the stop belongs to an abbreviation or an initial.
    fn is_abbreviation(&self, stop: usize) -> bool {
        let Some(word) = self.before(stop) else { return false };
        if self.tokens[stop].gap != Gap::None {
            return false;
        }
        let goes_on = self.token(stop + 1).is_some_and(|next| !next.classes.has(Classes::PLAIN));
        word.classes.has(Classes::ABBREVIATION) || (word.shape == Shape::Initial && goes_on)
    }
}

/// Words that tell of people.
const OF_PEOPLE: Classes = Classes::TITLE.or(Classes::ROLE).or(Classes::SAY).or(Classes::CITING);
/// Words that tell of places.
const OF_PLACES: Classes =
    Classes::PLACE.or(Classes::BUILDING).or(Classes::ANAPHOR).or(Classes::IN).or(Classes::BEARING);

/// The tokens at which a pattern or a reference back may begin, and those at which a name may.
fn telling(tokens: &[Token]) -> (Vec<u32>, Vec<u32>) {
    let classes = OF_PEOPLE.or(OF_PLACES).or(Classes::BACK);
    let mut telling = Vec::with_capacity(tokens.len() / 2);
    let mut capitals = Vec::with_capacity(tokens.len() / 3);
    for (token, at) in tokens.iter().zip(0..) {
        if token.classes.has(classes) || token.is_mark(b',') {
            telling.push(at);
        }
        if token.is_capital() || token.classes.has(Classes::NAME.or(Classes::PARTICLE)) {
            capitals.push(at);
        }
    }
    (telling, capitals)
}

/// Whether a name found as the one may be an entity known as the other.
fn same_sort(known: EntityKind, found: EntityKind) -> bool {
    let is_place = super::gazetteer::is_place;
    known == found || (is_place(known) && is_place(found))
}
