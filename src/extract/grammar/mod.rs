//! How a sentence hangs together: clauses, phrases, heads and what belongs to them.

pub(super) mod ahead;
pub(super) mod aside;
mod attributive;
pub(super) mod being;
pub(super) mod blow;
pub(super) mod cataphora;
pub(super) mod clause;
pub(super) mod company;
pub(super) mod completion;
mod group;
pub(super) mod heads;
pub(super) mod insertion;
mod noun_or_verb;
pub(super) mod parenthesis;
pub(super) mod phrase;
pub(super) mod subject;
pub(super) mod support;
