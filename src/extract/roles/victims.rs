//! Who is killed, wounded, captured or trained: named in the count or right behind it, as the count before goes on, or as those of
//! their kind that the sentence and the ones before speak of. "Afghan civilians" are `afghan-civilians`.

use std::ops::Range;

use super::actor::Search;
use super::attacked::attacked;
use super::forces::{armed, host, of_many, state};
use super::irregulars::{called, may_be_of_group};
use super::losers::{of_toll, paid_by, who_loses};
use super::victim_words::{OF_A_KIND, ORDINARY, SOLDIER};
use crate::entity::Mention;
use crate::extract::events::Event;
use crate::extract::memory::Memory;
use crate::extract::place::is_located;
use crate::extract::scene::{Counted, Named, Scene, Seen};
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, NameKind, Predicate};

/// Who suffers, where they are counted; `by` is who does it.
pub(in crate::extract) fn victims(
    scene: &Scene,
    event: &Event,
    by: Option<&Named>,
    place: Option<&Named>,
    memory: &Memory<'_>,
) -> Option<Named> {
    if event.rule.predicate == Predicate::Attack {
        let counted = || {
            let tokens = scene.tokens(&scene.counts[event.count?].range);
            scene.heads.iter().position(|head| tokens.contains(&head.token))
        };
        let head = event.head.or_else(counted)?;
        return attacked(&Search { scene, memory: Some(memory), sends: false }, head, event.count.is_some());
    }
    let count = event.count?;
    let by = by.and_then(|by| by.key.as_deref());
    let place = place.and_then(|place| place.key.as_deref());
    let victims = Victims { scene, by, place, memory };
    match event.rule.predicate {
        Predicate::Killed | Predicate::Wounded | Predicate::Captured => {
            // "Israel lost 13 people": a country's own, but no forces.
            let state = |named: &Named| {
                victims.noun(&scene.counts[count]) == "people"
                    && scene.seen.iter().any(|seen| {
                        seen.range == named.text && seen.kind == EntityKind::Country && !seen.is_demonym
                    })
            };
            let loses =
                event.head.and_then(|head| who_loses(scene, head, memory)).filter(|named| !state(named));
            loses.map(|named| victims.civil(count, named)).or_else(|| victims.of(count))
        }
        Predicate::Train => {
            let count = &scene.counts[count];
            victims.named(count).or_else(|| victims.of_whom(count))
        }
        _ => None,
    }
}

/// "Thousands of Palestinians are returning", "3,000 people fled": those who live there are no forces.
pub(super) fn residents(scene: &Scene, count: usize, memory: &Memory<'_>) -> Named {
    let victims = Victims { scene, by: None, place: None, memory };
    let range = &scene.counts[count].range;
    let inside = |seen: &&Seen| range.start <= seen.range.start && seen.range.end <= range.end;
    let nation = scene.seen.iter().filter(inside).find(|seen| seen.is_demonym || state(seen).is_some());
    let adjective = nation.and_then(|nation| victims.adjective(nation.key));
    found(adjective.map_or_else(|| "civilians".to_owned(), |adjective| format!("{adjective}-civilians")))
}

struct Victims<'s, 'm> {
    scene: &'s Scene<'s>,
    /// Who does it.
    by: Option<&'s str>,
    /// Where it happens.
    place: Option<&'s str>,
    memory: &'s Memory<'m>,
}

impl Victims<'_, '_> {
    fn of(&self, index: usize) -> Option<Named> {
        let count = &self.scene.counts[index];
        self.named(count)
            .or_else(|| self.owned(count))
            .or_else(|| self.of_whom(count))
            .or_else(|| {
                let unit = count.quantity.unit.as_str();
                self.adjective(&paid_by(self.scene, count)?)
                    .map(|adjective| found(format!("{adjective}-{unit}")))
            })
            .or_else(|| {
                of_toll(self.scene, count, self.country().as_deref().filter(|_| self.place.is_some()))
            })
            .or_else(|| self.goes_on(index))
            .or_else(|| self.like_the_one(count))
            .or_else(|| match count.quantity.unit.as_str() {
                // "three government soldiers"
                "troops" if self.says(count, "government") => self.at_home(),
                "troops" => of_many(self.scene, &count.range, self.memory)
                    .or_else(|| self.soldiers(self.noun(count) == "peacekeepers")),
                "fighters" => self.fighters(count),
                "civilians" => Some(self.civilians()),
                "people" if self.is_police(count) => self.at_home(),
                "people" if OF_A_KIND.contains(&self.noun(count)) => Some(found(self.noun(count).to_owned())),
                _ => None,
            })
    }

    /// Whether a word stands in the count.
    fn says(&self, count: &Counted, word: &str) -> bool {
        self.scene.tokens(&count.range).any(|at| self.scene.words.lower(at) == word)
    }

    /// "Israel has lost three civilians": they are none of its forces.
    fn civil(&self, count: usize, named: Named) -> Named {
        let country = named.key.as_deref().and_then(|key| key.strip_suffix("-forces"));
        let adjective = country.and_then(|country| self.adjective(country));
        match adjective.filter(|_| self.scene.counts[count].quantity.unit == "civilians") {
            Some(adjective) => Named { key: Some(format!("{adjective}-civilians")), ..named },
            None => named,
        }
    }

    /// "14 Hezbollah fighters", "three Iraqi civilians", "67 Israelis": by the name in the count.
    fn named(&self, count: &Counted) -> Option<Named> {
        let inside =
            |seen: &&Seen| count.range.start <= seen.range.start && seen.range.end <= count.range.end;
        let mut seen = self.scene.seen.iter().filter(inside);
        if let Some(people) = seen.clone().find(|seen| seen.kind == EntityKind::Other) {
            return Some(key(people, people.key.to_owned()));
        }
        if let Some(group) = seen.clone().find(|seen| seen.is_armed()) {
            return armed(group);
        }
        let nation = seen.find(|seen| seen.is_demonym || state(seen).is_some())?;
        let of = |noun: &str| {
            self.adjective(nation.key).map(|adjective| key(nation, format!("{adjective}-{noun}")))
        };
        match count.quantity.unit.as_str() {
            "troops" => armed(nation),
            "civilians" => of("civilians"),
            "contractors" => of("contractors"),
            "fighters" => called(self.scene, &self.scene.tokens(&count.range)),
            _ if nation.kind != EntityKind::Country => None,
            "people" if nation.range.end == count.range.end => Some(self.nationals(nation)),
            "people" if self.is_police(count) => state(nation),
            "people" if ORDINARY.contains(&self.noun(count)) => of("civilians"),
            _ => None,
        }
    }

    /// "Russia said 63 of its soldiers", "the group lost 12 of its fighters": those of the last that was named before.
    fn owned(&self, count: &Counted) -> Option<Named> {
        let tokens = self.scene.tokens(&count.range);
        let own = tokens.clone().any(|at| matches!(self.scene.words.lower(at), "its" | "their" | "our"));
        if !own || !matches!(count.quantity.unit.as_str(), "troops" | "fighters" | "members") {
            return None;
        }
        let located = |seen: &Seen| seen.is_place() && is_located(self.scene, seen);
        let before: Vec<&Seen> =
            self.scene.seen_in(&(0..tokens.start)).filter(|seen| !located(seen)).collect();
        before.iter().rev().find_map(|seen| armed(seen))
    }

    /// "34 members of the militia", "two soldiers from Chad": by the name behind the count.
    fn of_whom(&self, count: &Counted) -> Option<Named> {
        let words = &self.scene.words;
        let organised = matches!(count.quantity.unit.as_str(), "troops" | "fighters" | "members");
        let end = self.scene.tokens(&count.range).end;
        if !organised || !matches!(words.lower(end), "of" | "from" | "with") {
            return None;
        }
        let stop = (end + 1..(end + 7).min(words.len()))
            .take_while(|at| words.list[*at].kind != Kind::Mark && words.lower(*at) != "in")
            .last()?;
        let behind = end + 1..stop + 1;
        match count.quantity.unit.as_str() {
            "troops" => self.scene.seen_in(&behind).find_map(armed),
            _ => self.scene.seen_in(&behind).find(|seen| seen.is_armed()).and_then(armed).or_else(|| {
                // "members of the Jordanian security forces", "members of the government's forces"
                let own = self.scene.seen_in(&behind).find(|seen| self.is_of_forces(seen)).and_then(state);
                own.or_else(|| self.of_government(end + 1..stop + 1))
            }),
        }
    }

    /// "the government's security forces"
    fn of_government(&self, behind: Range<usize>) -> Option<Named> {
        let words = &self.scene.words;
        let army = behind.clone().any(|at| words.entry(at).about.army);
        let own = behind
            .clone()
            .any(|at| matches!(words.lower(at).trim_end_matches("'s"), "government" | "security"));
        if army && own { self.at_home() } else { None }
    }

    /// "A French soldier was killed and 16 were wounded": those of the one before.
    fn like_the_one(&self, count: &Counted) -> Option<Named> {
        let words = &self.scene.words;
        let tokens = self.scene.tokens(&count.range);
        let soldier = (0..tokens.start).rev().take(12).find(|at| SOLDIER.contains(&words.lower(*at)))?;
        let behind = tokens.start.checked_sub(1).is_some_and(|at| words.lower(at) == "and")
            || tokens.start > soldier + 3;
        let bare = tokens.len() == 1 || words.lower(tokens.end - 1) == "others";
        let near = soldier.saturating_sub(3)..soldier + 1;
        let named = self.scene.seen_in(&near).filter_map(armed).last();
        named.filter(|_| bare && behind)
    }

    /// "killed ten Iraqi soldiers and wounded 12", "13 others": those of the count before.
    fn goes_on(&self, index: usize) -> Option<Named> {
        // "139 died, 70 of them civilians, and 900 were hurt": the 70 are told of beside the 139.
        let of_them = |at: usize| {
            let tokens = self.scene.tokens(&self.scene.counts[at].range);
            [tokens.start + 1, tokens.end].into_iter().any(|of| self.scene.words.says_of_them(of))
        };
        let before = (0..index).rev().find(|at| !of_them(*at))?;
        let (count, other) = (&self.scene.counts[index], &self.scene.counts[before]);
        let last = self.scene.tokens(&count.range).end.checked_sub(1)?;
        let words = &self.scene.words;
        let bare = words.list[last].kind == Kind::Number
            || matches!(words.lower(last), "others" | "other" | "more" | "another")
            || count.range.end - count.range.start == count.quantity.text.as_ref().map_or(0, String::len);
        (bare && count.quantity.unit == other.quantity.unit).then(|| self.of(before))?
    }

    /// "killed three soldiers": those of the forces that the sentence speaks of, of those last spoken of, of the country.
    fn soldiers(&self, peacekeepers: bool) -> Option<Named> {
        let forces = |seen: &Seen| {
            let force = matches!(seen.kind, EntityKind::Force | EntityKind::Coalition);
            if force { armed(seen).filter(|named| self.suffers(named)) } else { None }
        };
        let here = |seen: &Seen| {
            let named = if self.is_of_forces(seen) { state(seen) } else { None };
            named.filter(|named| self.suffers(named)).or_else(|| forces(seen))
        };
        let near = || {
            let scenes = (0..2).map_while(|back| self.memory.scene_before(back));
            let mut keys = scenes.filter_map(|scene| scene.seen.iter().rev().find_map(forces)?.key);
            keys.next().map(found)
        };
        let told =
            || self.memory.forces().filter(|key| self.by != Some(*key)).map(|key| found(key.to_owned()));
        self.scene
            .seen
            .iter()
            .find_map(here)
            .or_else(near)
            .or_else(|| self.at_home().filter(|_| !peacekeepers))
            .or_else(told)
    }

    fn country(&self) -> Option<String> {
        let gazetteer = self.memory.names.gazetteer;
        let place = self.place.and_then(|place| gazetteer.by_key(place));
        let own = place.and_then(|place| gazetteer.country_of(place));
        own.map(str::to_owned).or_else(|| host(self.scene, self.memory))
    }

    /// The forces of the country where it happens.
    fn at_home(&self) -> Option<Named> {
        let home = found(format!("{}-forces", self.country()?));
        Some(home).filter(|home| self.suffers(home))
    }

    /// "three gunmen", "30 Islamist militants", and those who may be of a group spoken of.
    fn fighters(&self, count: &Counted) -> Option<Named> {
        let called = called(self.scene, &self.scene.tokens(&count.range));
        let only = || called.as_ref().is_some_and(|_| !may_be_of_group(self.noun(count)));
        if only() { called } else { self.group().or(called) }
    }

    /// "killed 12 militants": the group that the sentence or the ones before speak of.
    fn group(&self) -> Option<Named> {
        let group = |seen: &&Seen| seen.kind == EntityKind::ArmedGroup && self.by != Some(seen.key);
        if let Some(seen) = self.scene.seen.iter().find(group) {
            return armed(seen);
        }
        let before = (0..REACH).map_while(|back| self.memory.scene_before(back)).find_map(|scene| {
            let seen = scene.seen.iter().rfind(group)?;
            Some(found(seen.key.to_owned()))
        });
        let names = self.memory.names;
        let other = |mention: &&Mention| {
            names.kind(mention) == EntityKind::ArmedGroup && self.by != Some(names.key(mention))
        };
        before.or_else(|| names.most(other).map(|key| found(key.to_owned())))
    }

    /// "40 civilians": of the country where it happens, if the article calls any civilians so.
    fn civilians(&self) -> Named {
        let called = |adjective: &String| {
            let lower = self.memory.cases.lower;
            lower.contains(&format!("{} civilian", adjective.replace('-', " ")))
        };
        let adjective = self.country().and_then(|country| self.adjective(&country)).filter(called);
        found(adjective.map_or_else(|| "civilians".to_owned(), |adjective| format!("{adjective}-civilians")))
    }

    /// "67 Israelis": those of a nation.
    fn nationals(&self, nation: &Seen) -> Named {
        let words = self.scene.tokens(&nation.range);
        let plural = words.map(|at| self.scene.words.lower(at)).collect::<Vec<_>>().join("-");
        match nation.key {
            "us" => key(nation, "us-citizens".to_owned()),
            _ => key(nation, plural),
        }
    }

    /// "an Iraqi army patrol", "an Afghan police post"
    fn is_of_forces(&self, seen: &Seen) -> bool {
        let end = self.scene.tokens(&seen.range).end;
        let words = &self.scene.words;
        // "a Kenyan base", "a Malian convoy"
        let post = matches!(
            words.lower(end),
            "base" | "outpost" | "camp" | "convoy" | "patrol" | "barracks" | "garrison"
        );
        seen.is_demonym && (post || (end..end + 2).any(|at| words.entry(at).about.army))
    }

    fn suffers(&self, named: &Named) -> bool {
        named.key.as_deref() != self.by
    }

    fn is_police(&self, count: &Counted) -> bool {
        self.scene.tokens(&count.range).any(|at| self.scene.words.lower(at).starts_with("police"))
    }

    fn noun(&self, count: &Counted) -> &str {
        self.scene.tokens(&count.range).last().map_or("", |at| self.scene.words.lower(at))
    }

    /// "afghan" of Afghanistan, in keys; the United States and the United Kingdom have theirs.
    fn adjective(&self, country: &str) -> Option<String> {
        if matches!(country, "us" | "uk") {
            return Some(country.to_owned());
        }
        let gazetteer = self.memory.names.gazetteer;
        let names = &gazetteer.entry(gazetteer.by_key(country)?)?.names;
        let adjective =
            |(name, kind): &&(String, NameKind)| *kind == NameKind::Demonym && !name.ends_with('s');
        let first = names.iter().find(adjective)?;
        // "Turk" is who "Turkish" is said of.
        let longer = format!("{}ish", first.0);
        let name = names.iter().find(|(name, _)| *name == longer).unwrap_or(first);
        Some(name).map(|(name, _)| name.to_lowercase().replace(' ', "-"))
    }
}

/// Sentences that a group is looked for in.
const REACH: usize = 3;

fn key(seen: &Seen, key: String) -> Named {
    Named { key: Some(key), text: seen.range.clone() }
}

fn found(key: String) -> Named {
    Named { key: Some(key), text: 0..0 }
}
