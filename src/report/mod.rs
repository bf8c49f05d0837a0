//! Canned reports: one SQL view each.

mod table;

pub use table::{Align, Column, Table, Value};
