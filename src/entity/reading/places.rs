//! Places that nobody has listed, found by clear patterns: "the town of X", "X province", "in X, a village in Y",
//! "in X, Country", "Camp X".

use super::sites::STRUCK;
use super::{OF_PLACES, Reading};
use crate::entity::gazetteer::is_place;
use crate::entity::mention::{EntityId, How};
use crate::entity::token::{Gap, Shape};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

/// Nouns for places under guard.
const BASES: &[&str] = &["base", "airbase", "airfield", "camp", "outpost", "garrison"];
/// What is done "on" a place.
const DEEDS: &[&str] = &[
    "attack",
    "attacks",
    "strike",
    "strikes",
    "airstrike",
    "airstrikes",
    "raid",
    "raids",
    "assault",
    "bombardment",
    "march",
];
/// What stands or happens "at" a place.
const SITED: &[&str] = &[
    "post",
    "barracks",
    "checkpoint",
    "position",
    "positions",
    "airstrip",
    "station",
    "mine",
    "roadblock",
    "clashes",
    "fighting",
    "battle",
    "ambush",
    "attack",
    "guards",
];
/// Nouns for more than one place: names follow, none stands before.
const SEVERAL: &[&str] = &[
    "cities",
    "towns",
    "villages",
    "hamlets",
    "districts",
    "neighborhoods",
    "neighbourhoods",
    "suburbs",
    "settlements",
];
/// Nouns after which no name follows or stands before without "of".
const LOOSE: &[&str] = &[
    "state",
    "department",
    "quarter",
    "island",
    "valley",
    "city",
    "town",
    "village",
    "port",
    "camp",
    "outpost",
    "base",
    "county",
];

impl Reading<'_> {
    pub(super) fn find_places(&mut self, telling: &[u32]) {
        for at in telling.iter().map(|at| *at as usize) {
            let token = self.tokens[at];
            if token.is_mark(b',') {
                self.place_struck(at);
            }
            if !token.classes.has(OF_PLACES) {
                continue;
            }
            if token.classes.has(Classes::PLACE) {
                match token.shape {
                    Shape::Lower => {
                        self.place_of(at);
                        self.place_before(at);
                        self.place_described(at);
                    }
                    Shape::Capital => {
                        self.place_title(at);
                        if token.classes.has(Classes::BUILDING) && !self.is_marked(at) {
                            self.building(at);
                        }
                    }
                    _ => {}
                }
            } else if matches!(token.shape, Shape::Capital | Shape::Lower)
                && token.classes.has(Classes::BUILDING)
                && !self.is_marked(at)
            {
                self.building(at);
            } else if token.classes.has(Classes::ANAPHOR) && self.is_word(at, "capital") {
                self.capital_of(at);
                if self.is_word(at + 1, "of") {
                    self.place_run(at + 2, EntityKind::Place, None);
                }
            } else if token.classes.has(Classes::IN)
                && self.is_one_of(at, &["in", "at", "near", "outside", "around", "to", "from"])
            {
                self.place_in(at);
                // "a post at Seytenga", "fighting at Maksat"
                let site = self.is_word(at, "at")
                    && at
                        .checked_sub(1)
                        .is_some_and(|noun| self.has(noun, Classes::PLACE) || self.is_one_of(noun, SITED));
                // "a base next to Binyamina"
                let beside = self.is_word(at, "to")
                    && at
                        .checked_sub(1)
                        .is_some_and(|word| self.is_one_of(word, &["next", "close", "adjacent"]));
                if (site || beside || self.is_one_of(at, &["in", "near", "outside"]))
                    && !self.is_marked(at + 1)
                {
                    self.place_unknown(at);
                }
            } else if token.classes.has(Classes::BEARING) && token.shape == Shape::Lower {
                self.beside_bearing(at);
            }
        }
    }

    /// "attacked X, in southern Niger", "strikes on X, near Gao": what is struck, and behind a comma where it lies.
    fn place_struck(&mut self, comma: usize) {
        let lies = (comma + 1..comma + 7)
            .take_while(|at| self.token(*at).is_some_and(|token| token.is_word() || token.is_mark(b'-')))
            .find_map(|at| self.marked_at(at));
        let led = self.is_one_of(comma + 1, &["in", "near", "outside", "north", "south", "east", "west"]);
        let Some(lies) =
            lies.filter(|marked| led && is_place(self.kind(marked.entity)) && marked.how != How::Demonym)
        else {
            return;
        };
        let Some(first) = self.run_start(comma).filter(|first| *first >= 1 && comma - first <= 2) else {
            return;
        };
        let before = first - 1;
        let deed = self.is_one_of(before, STRUCK)
            || self.is_word(before, "on") && before >= 1 && self.is_one_of(before - 1, DEEDS);
        if deed && !self.starts_sentence(first) && !self.holds_body(first, comma) {
            let country = self.gazetteer.country_of(lies.entity).map(str::to_owned);
            self.mark_place(first, comma, EntityKind::Place, country);
        }
    }

    /// "east of X", "the outskirts of X", "the X-Y border".
    fn beside_bearing(&mut self, at: usize) {
        if self.is_word(at, "border") {
            self.border(at);
        } else if self.is_word(at + 1, "of") && !self.is_marked(at + 2) {
            self.place_unknown(at + 1);
        }
    }

    /// "in Khyber": one unknown name after words of place, where no sentence begins and no noun follows.
    fn place_unknown(&mut self, preposition: usize) {
        let first = preposition + 1;
        let plain = |at: usize| {
            self.token(at).is_none_or(|next| {
                next.gap == Gap::Paragraph
                    || next.shape != Shape::Capital && !next.is_mark(b'-') && !next.is_mark(b'\'')
            })
        };
        let Some((last, 1..=2)) = self.name_run(first, false) else { return };
        // A list of places, and a name that the gazetteer knows but for its context, are settled elsewhere.
        let in_list = self.is_mark(last, b',') && self.marked_at(last + 1).is_some();
        let known = self.gazetteer.trie().longest(&self.tokens, first).is_some();
        if in_list || known || self.has(first, Classes::NO_PLACE) {
            return;
        }
        // "in La Victoria": behind such a word a given name is a town's.
        let led = self.is_one_of(first, &["la", "el", "las", "los", "san", "santa", "santo", "port", "fort"]);
        let plain_word = |at: usize| {
            self.has(at, Classes::PLAIN | Classes::BODY) && !(led && at == first)
                || self.has(at, Classes::GIVEN) && !(led && last > first + 1)
        };
        let unknown = (first..last).all(|at| !self.is_marked(at) && !plain_word(at))
            && self.tokens[first].shape == Shape::Capital
            && self.tokens[first].gap == Gap::Space;
        let noun_follows = self.token(last).is_some_and(|next| {
            next.shape == Shape::Lower
                && next.gap == Gap::Space
                && !self.has(last, Classes::AFTER_PLACE | Classes::AUXILIARY | Classes::IN | Classes::SAY)
        });
        if unknown && plain(last) && !noun_follows {
            self.mark_place(first, last, EntityKind::Place, None);
        }
    }

    /// "Iraq's capital".
    fn capital_of(&mut self, noun: usize) {
        let owns = noun >= 3 && self.is_word(noun - 1, "s") && self.is_mark(noun - 2, b'\'');
        let owner = noun.checked_sub(3).filter(|_| owns).and_then(|at| self.marked_at(at));
        let country = owner.filter(|marked| self.kind(marked.entity) == EntityKind::Country);
        if let Some((marked, city)) =
            country.and_then(|marked| Some((marked, self.gazetteer.capital(marked.entity)?)))
        {
            self.mark(marked.first, noun + 1, city, How::Name);
        }
    }

    /// "the town of X".
    fn place_of(&mut self, noun: usize) {
        let is_of = self.is_word(noun + 1, "of") && self.tokens[noun].shape == Shape::Lower;
        if is_of && self.is_one_of(noun, SEVERAL) {
            self.place_list(noun + 2);
        } else if is_of && !self.is_word(noun, "state") {
            self.place_run(noun + 2, self.kind_for(noun), None);
        }
    }

    /// "the villages of X, Y and Z".
    fn place_list(&mut self, first: usize) {
        let mut at = first;
        for _ in 0..8 {
            let Some((last, 1..=3)) = self.name_run(at, true) else { return };
            self.place_run(at, EntityKind::Place, None);
            let comma = last + usize::from(self.is_mark(last, b','));
            at = comma + usize::from(self.is_word(comma, "and"));
            if at == last {
                return;
            }
        }
    }

    /// "X province", "X airport".
    fn place_before(&mut self, noun: usize) {
        if self.tokens[noun].gap != Gap::Space || self.is_one_of(noun, SEVERAL) {
            return;
        }
        let is_air = noun >= 1
            && self.is_word(noun, "base")
            && self.is_one_of(noun - 1, &["air", "military", "naval"]);
        let last = noun - usize::from(is_air);
        let Some(first) = self.run_start(last) else { return };
        // "in Esperanza town"
        let placed = first >= 1
            && self.is_one_of(first - 1, &["in", "at", "near", "outside"])
            && self.is_one_of(noun, &["town", "city", "camp", "base", "outpost", "port"]);
        // "in the Ahmadiyeh area", but no "Bay Area"
        let led = first >= 2
            && self.is_word(first - 1, "the")
            && self.is_one_of(first - 2, &["in", "at", "near", "outside", "around", "from", "to", "into"]);
        if self.is_word(noun, "area") && !led {
            return;
        }
        if self.is_one_of(noun, LOOSE)
            && !is_air
            && !placed
            && !self.is_word(noun, "village")
            && !self.is_word(noun, "island")
        {
            return;
        }
        if self.starts_sentence(first) && !self.is_one_of(noun, &["district", "province", "governorate"]) {
            return;
        }
        let is_adjective = self.has(first, Classes::IN | Classes::PLAIN);
        if last - first <= 5 && !is_adjective && !self.holds_body(first, last) {
            self.mark_place(first, last, self.kind_for(noun), None);
        }
    }

    /// "the raid on X, a poor and remote town,": what the words behind its comma say it is.
    fn place_described(&mut self, noun: usize) {
        let closed =
            self.token(noun + 1).is_none_or(|next| matches!(next.shape, Shape::Mark(b',' | b'.' | b')')))
                || self.is_one_of(noun + 1, &["in", "near", "on", "where", "that", "of"]);
        if !closed || !self.is_one_of(noun, &["town", "village", "city", "hamlet", "suburb", "settlement"]) {
            return;
        }
        let article = (noun.saturating_sub(5)..noun).rev().find(|at| self.is_one_of(*at, &["a", "an"]));
        let comma = article.and_then(|at| at.checked_sub(1)).filter(|at| self.is_mark(*at, b','));
        let Some((comma, first)) = comma.and_then(|comma| Some((comma, self.run_start(comma)?))) else {
            return;
        };
        let plain = (comma + 2..noun).all(|at| self.tokens[at].shape == Shape::Lower);
        if plain && comma - first <= 3 && !self.starts_sentence(first) && !self.holds_body(first, comma) {
            self.mark_place(first, comma, EntityKind::Place, None);
        }
    }

    /// "Camp X", "Forward Operating Base X", "X Air Base".
    fn place_title(&mut self, noun: usize) {
        if !self.is_one_of(noun, &["camp", "base", "outpost", "airport", "airfield", "district", "province"])
            || self.is_marked(noun)
        {
            return;
        }
        let is_title = self.is_one_of(noun, &["camp", "base", "outpost"]);
        if is_title
            && !self.starts_sentence(noun + 1)
            && let Some((last, 1..=2)) = self
                .name_run(noun + 1, false)
                .filter(|_| self.tokens.get(noun + 1).is_some_and(|next| next.gap == Gap::Space))
        {
            let first = if self.is_word(noun, "base") { noun + 1 } else { noun };
            self.mark_place(first, last, EntityKind::Base, None);
            return;
        }
        let is_air = noun >= 1 && self.is_one_of(noun - 1, &["air", "military", "naval", "international"]);
        let last = noun - usize::from(is_air);
        if let Some(first) = self
            .run_start(last)
            .filter(|first| last > *first && !self.is_headline(*first) && !self.starts_sentence(*first))
            && !self.holds_body(first, last)
            && !self.is_word(noun, "camp")
        {
            self.mark_place(first, last, self.kind_for(noun), None);
        }
    }

    /// "in X, a village in Y"; "in X, Country".
    fn place_in(&mut self, preposition: usize) {
        let first = preposition + 1;
        // "in Sheikh Hadid, north of": nobody is in a sheikh.
        let named = first + usize::from(self.is_word(first, "sheikh"));
        let Some((last, 1..=3)) = self.name_run(named, false) else { return };
        let is_cited = preposition >= 1 && self.has(preposition - 1, Classes::CITING);
        if is_cited
            || !self.is_mark(last, b',')
            || self.tokens[first].gap != Gap::Space
            || self.holds_body(first, last)
        {
            return;
        }
        let country = self
            .marked_at(last + 1)
            .filter(|marked| is_place(self.kind(marked.entity)) && marked.how != How::Demonym);
        let is_described = self.is_one_of(last + 1, &["a", "an", "the"])
            && (last + 2..last + 6)
                .take_while(|at| self.token(*at).is_some_and(|token| token.is_word()))
                .any(|at| {
                    self.has(at, Classes::PLACE) || self.is_one_of(at, &["capital", "stronghold", "area"])
                });
        // "at Port Loko, north of the capital", "near Tarin Kowt, some 40 miles east of"
        let is_measured = (last + 1..last + 7)
            .take_while(|at| self.token(*at).is_some_and(|token| !matches!(token.shape, Shape::Mark(_))))
            .any(|at| self.has(at, Classes::BEARING) && self.is_one_of(at + 1, &["of", "from"]));
        let is_list = country.is_some_and(|marked| self.is_one_of(marked.last, &["and", "or"]));
        if (country.is_some() && !is_list) || is_described || is_measured {
            let key = country.and_then(|marked| self.gazetteer.country_of(marked.entity)).map(str::to_owned);
            self.mark_place(first, last, EntityKind::Place, key);
        }
    }

    fn place_run(&mut self, first: usize, kind: EntityKind, country: Option<String>) {
        let is_close = self.token(first).is_some_and(|next| next.gap == Gap::Space || next.gap == Gap::Line);
        if let Some((last, 1..=3)) = self.name_run(first, false).filter(|_| is_close) {
            self.mark_place(first, last, kind, country);
        }
    }

    fn kind_for(&self, noun: usize) -> EntityKind {
        if self.is_one_of(noun, BASES) { EntityKind::Base } else { EntityKind::Place }
    }

    /// Marks a place: one that is known by a weak name, else a found one.
    fn mark_place(&mut self, first: usize, last: usize, kind: EntityKind, country: Option<String>) {
        if (first..last).any(|at| self.is_marked(at)) || !self.tokens[first].is_word() {
            return;
        }
        let known = self.gazetteer.trie().longest(&self.tokens, first).filter(|(hit, _)| hit.last == last);
        let known = known.and_then(|(hit, _)| {
            let list = self.gazetteer.trie().list(hit.list);
            list.iter().find(|one| is_place(self.kind_of(one))).map(|one| EntityId::Known(one.entry))
        });
        let Some(entity) = known.or_else(|| self.found(first, last, kind, country)) else { return };
        let how = if matches!(entity, EntityId::Known(_)) { How::Name } else { How::Found };
        self.mark(first, last, entity, how);
    }
}
