//! Forces and armed groups that an article speaks of: the last, and those that it is about.

use super::memory::{Memory, Names, Spoken};
use crate::entity::Mention;
use crate::model::vocabulary::EntityKind;

impl Memory<'_> {
    /// The forces last spoken of, before the first those that the article names most.
    pub(super) fn forces(&self) -> Option<&str> {
        match &self.forces {
            Some(Spoken::Named(mention)) => Some(self.names.key(&self.names.mentions.list[*mention])),
            Some(Spoken::Moved(key)) => Some(key),
            None => self.main_forces.get_or_init(|| self.names.main_forces()).as_deref(),
        }
    }

    /// The forces last spoken of that are not at home: of a country's own forces in it, those that the article is about.
    pub(super) fn forces_abroad(&self, host: Option<&str>) -> Option<&str> {
        let forces = self.forces()?;
        let Some(host) = host else { return Some(forces) };
        let home = match &self.forces {
            Some(Spoken::Named(at)) => self.names.country(&self.names.mentions.list[*at]) == Some(host),
            _ => forces.strip_suffix("-forces") == Some(host),
        };
        if home { self.names.main_forces_but(host).or(Some(forces)) } else { Some(forces) }
    }

    /// Whether the article names anybody's forces.
    pub(super) fn names_forces(&self) -> bool {
        self.names.main_forces().is_some()
    }

    /// The forces of several countries that the article names most.
    pub(super) fn forces_of_many(&self) -> Option<&str> {
        self.names.most(|mention| {
            matches!(self.names.kind(mention), EntityKind::Force | EntityKind::Coalition)
                && self.names.country(mention).is_none()
        })
    }

    /// The armed group that the article names most, and its country.
    pub(super) fn main_group(&self) -> Option<(&str, &str)> {
        let group = self.names.most(|mention| self.names.kind(mention) == EntityKind::ArmedGroup)?;
        let mention = self.names.mentions.list.iter().find(|mention| self.names.key(mention) == group)?;
        Some((group, self.names.country(mention)?))
    }
}

impl<'a> Names<'a> {
    /// The forces that an article names most.
    fn main_forces(self) -> Option<String> {
        let forces =
            |mention: &&Mention| matches!(self.kind(mention), EntityKind::Force | EntityKind::Coalition);
        self.most(forces).map(str::to_owned)
    }

    /// The forces that an article names most, but for those of a country.
    fn main_forces_but(self, host: &str) -> Option<&'a str> {
        let forces = |mention: &&Mention| {
            matches!(self.kind(mention), EntityKind::Force | EntityKind::Coalition)
                && self.country(mention) != Some(host)
        };
        self.most(forces)
    }
}
