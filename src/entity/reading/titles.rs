//! What stands before a family name: a title that tells whose it is, or a given name that tells that it is another's.

use super::Reading;
use crate::entity::mention::EntityId;
use crate::entity::token::{Gap, Shape};
use crate::entity::trie::Candidate;
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

/// Honorifics and ranks, which fit whoever bears the name.
const GENERAL: &[&str] = &[
    "mr", "mrs", "ms", "dr", "sir", "dame", "lord", "sheikh", "sheik", "gen", "general", "lt", "col",
    "colonel", "maj", "adm", "admiral", "brig", "capt",
];

/// The words before a name, if they are a title.
#[derive(Debug, Default)]
pub(super) struct Title {
    /// Its words in small letters, the last first.
    words: Vec<String>,
}

impl Title {
    pub(super) fn is_none(&self) -> bool {
        self.words.is_empty()
    }

    fn is_general(&self) -> bool {
        self.words.iter().all(|word| GENERAL.contains(&word.as_str()))
    }

    /// How many of the title's words are in the office's key; none where its noun is not.
    fn fit(&self, office: &str) -> usize {
        let Some(noun) = self.words.first() else { return 0 };
        let parts: Vec<&str> = office.split('-').collect();
        let noun = match noun.as_str() {
            "premier" => "prime",
            "state" if self.words.len() > 1 => "state",
            noun => noun,
        };
        let is_vice = parts.contains(&"vice") != self.words.iter().any(|word| word == "vice");
        if !parts.contains(&noun) || is_vice {
            return 0;
        }
        1 + self.words[1..]
            .iter()
            .filter(|word| word.as_str() != "of" && parts.contains(&spelt(word)))
            .count()
    }
}

fn spelt(word: &str) -> &str {
    match word {
        "defence" => "defense",
        word => word,
    }
}

impl Reading<'_> {
    /// The title before the name that begins at the token.
    pub(super) fn title_before(&self, first: usize) -> Title {
        let mut words = Vec::new();
        let mut at = first;
        while words.len() < 6 && at > 0 && !self.starts_sentence(at) {
            let stop = self.is_mark(at - 1, b'.') && at >= 2 && self.has(at - 2, Classes::ABBREVIATION);
            at -= if stop { 2 } else { 1 };
            let token = &self.tokens[at];
            let is_noun = token.classes.has(Classes::TITLE)
                || (token.classes.has(Classes::ROLE) && token.shape == Shape::Lower);
            let is_of_state = self.is_word(at, "state") && at >= 2 && self.is_word(at - 1, "of");
            let goes_on = !words.is_empty()
                && self.is_one_of(
                    at,
                    &[
                        "of", "prime", "foreign", "defense", "defence", "interior", "vice", "supreme",
                        "finance", "national", "security", "state", "general",
                    ],
                );
            if !(is_noun || is_of_state || goes_on)
                || self.tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Paragraph)
            {
                break;
            }
            words.push(self.text[token.start as usize..token.end as usize].to_lowercase());
        }
        if words.iter().all(|word| matches!(word.as_str(), "of" | "state")) && words.len() < 3 {
            words.clear();
        }
        Title { words }
    }

    /// How well a person fits a title on the day of publication: 0 not at all.
    pub(super) fn title_fit(&self, title: &Title, candidate: &Candidate) -> usize {
        let entry = self.gazetteer.known(candidate.entry);
        let fits = entry.offices.iter().map(|office| {
            let fit = title.fit(&office.parent);
            let holds = self.published.is_some_and(|day| office.holds_on(day));
            if fit == 0 { 0 } else { 2 * fit + 3 * usize::from(holds) }
        });
        let best = fits.max().unwrap_or(0);
        if best == 0 && title.is_general() {
            usize::from(self.is_in_office(candidate.entry)) + 1
        } else {
            best
        }
    }

    pub(super) fn is_in_office(&self, entry: u32) -> bool {
        let offices = &self.gazetteer.known(entry).offices;
        self.published.is_some_and(|day| offices.iter().any(|office| office.holds_on(day)))
    }

    /// Whether another name's word stands directly before: "Nancy Bush".
    pub(super) fn follows_name(&self, first: usize) -> bool {
        let Some(before) = self.before(first) else { return false };
        if self.tokens[first].gap == Gap::None {
            return before.is_mark(b'-')
                && !self.is_marked(first.wrapping_sub(2))
                && self.tokens.get(first.wrapping_sub(2)).is_some_and(|word| word.is_capital());
        }
        let is_initial = before.is_mark(b'.')
            && first >= 2
            && self.tokens[first - 2].shape == Shape::Initial
            && self.is_abbreviation(first - 1);
        if is_initial {
            return true;
        }
        let is_plain =
            before.classes.has(Classes::PLAIN | Classes::TITLE | Classes::ROLE | Classes::SAY | Classes::ACT);
        self.tokens[first].gap == Gap::Space
            && matches!(before.shape, Shape::Capital | Shape::Initial)
            && !is_plain
            && !self.is_marked(first - 1)
            && (!before.is_known() || before.classes.has(Classes::GIVEN) || !self.is_headline(first))
    }

    /// Whether a name's or a body's word stands directly after: "Trump Tower".
    pub(super) fn leads_to_name(&self, last: usize) -> bool {
        self.token(last).is_some_and(|next| {
            next.gap == Gap::Space
                && next.shape == Shape::Capital
                && !next.classes.has(Classes::PLAIN)
                && (next.classes.has(Classes::BODY) || !self.is_headline(last))
        })
    }

    /// Whether a person is named directly after the words, which then are the person's title.
    pub(super) fn is_title_of_person(&self, last: usize) -> bool {
        let Some(next) = self.token(last).filter(|next| matches!(next.gap, Gap::Space | Gap::Line)) else {
            return false;
        };
        if let Some(marked) = self.marked_at(last) {
            return self.kind(marked.entity) == EntityKind::Person;
        }
        let hit = self.gazetteer.trie().longest(&self.tokens, last);
        let is_person = |list: &[Candidate]| list.iter().any(|one| self.kind_of(one) == EntityKind::Person);
        hit.is_some_and(|(hit, _)| is_person(self.gazetteer.trie().list(hit.list)))
            || (next.is_capital() && !next.classes.has(Classes::PLAIN) && self.family_at(last).is_some())
    }

    /// Where a person is named in full: before the token, else anywhere.
    pub(super) fn named_in_full(&self, entry: u32) -> Option<usize> {
        self.full.get(&EntityId::Known(entry)).copied()
    }
}
