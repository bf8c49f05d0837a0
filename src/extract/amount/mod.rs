//! Counts by themselves: which matter, and what one says that no verb takes.

pub(super) mod army_size;
pub(super) mod counted;
pub(super) mod hedges;
pub(super) mod lone;
mod size;
pub(super) mod toll;
