//! Where a report was filed: the town of its dateline, for what happened "here", and for a first sentence that names nobody.

use std::ops::Range;

use crate::entity::Mention;
use crate::extract::memory::Memory;
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::words::word::Kind;
use crate::model::vocabulary::EntityKind;

/// Names looked at for the dateline.
const NAMES: usize = 12;

impl Memory<'_> {
    /// "exploded here on Tuesday": in these tokens, but not in what somebody else says.
    pub(in crate::extract) fn filed_here(&self, scene: &Scene, tokens: &Range<usize>) -> Option<Named> {
        let words = &scene.words;
        let quotes = |at: usize| words.list[..at].iter().filter(|word| word.kind == Kind::Quote).count();
        // "told reporters here": where it was said.
        let told = |at: usize| {
            (at.saturating_sub(3)..at).any(|at| {
                matches!(
                    words.lower(at),
                    "told" | "said" | "conference" | "reporters" | "journalists" | "received" | "released"
                )
            })
        };
        let here = |at: usize| words.lower(at) == "here" && !told(at) && quotes(at).is_multiple_of(2);
        tokens.clone().any(here).then(|| self.dateline()).flatten()
    }

    /// "LAHORE, Pakistan — A bomb killed 65 people": the words that stand before the sentence, where it names nobody.
    pub(in crate::extract) fn filed_alone(&self, scene: &Scene) -> Option<Named> {
        let town = self.dateline()?;
        let own = |seen: &Seen| seen.is_pronoun || seen.range.start < town.text.end + 20;
        (scene.sentence.contains(&town.text.start) && scene.seen.iter().all(own)).then_some(town)
    }

    /// The town of the dateline.
    fn dateline(&self) -> Option<Named> {
        let text = self.subject.text;
        let opens = |mention: &&Mention| {
            let (start, end) = (mention.range.start, mention.range.end);
            let capitals = !text[start..end].bytes().any(|byte| byte.is_ascii_lowercase());
            let line = text[end..].lines().next().unwrap_or("");
            let near: String = line.chars().take(40).collect();
            capitals
                && self.names.kind(mention) == EntityKind::Place
                && (start == 0 || text[..start].ends_with('\n'))
                && ["—", "–", "--", " - ", " -", "(", ": "].iter().any(|mark| near.contains(mark))
        };
        let town = self.names.mentions.list.iter().take(NAMES).find(opens)?;
        Some(Named { key: Some(self.names.key(town).to_owned()), text: town.range.clone() })
    }
}
