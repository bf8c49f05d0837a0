//! Canned reports: one SQL view each, with its title, question and columns in the header of its file.

mod catalogue;
mod document;
mod evidence;
mod run;
mod table;

pub use catalogue::{BASE_VIEWS, BaseView, PARTS, REPORTS, Report, base_views, reports, views};
pub use document::{Document, Evidence, Overview, Story};
pub use evidence::{evidence, overview};
pub use run::{list, run, stream};
pub use table::{Align, Column, Reads, Rows, Table};

pub use crate::store::{Cell, Value};
