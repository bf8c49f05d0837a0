//! Plain types for what files and the database hold. Knows no file format, no SQL and no clock.

pub mod article;
pub mod claim;
pub mod entity;
pub mod problem;
pub mod quantity;
pub mod vocabulary;
pub mod when;

pub use article::{Article, Published};
pub use claim::{Claim, Evidence, Named, Reading, Speaker};
pub use entity::{Entity, EntityName, EntityRelation};
pub use problem::{Place, Problem, Severity};
pub use quantity::Quantity;
pub use when::When;
