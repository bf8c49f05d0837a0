//! Which head a count or a date belongs to.

mod before_head;
pub(super) mod counts;
pub(super) mod counts_shared;
mod dates;
pub(super) mod dates_shared;
mod day_for;
pub(super) mod deadline;
pub(super) mod deed_dates;
mod groups;
pub(super) mod headless;
pub(super) mod in_all;
mod nouns;
pub(super) mod of_those;
pub(super) mod since_clause;
mod subjects;
pub(super) mod the_rest;
pub(super) mod wholes;
