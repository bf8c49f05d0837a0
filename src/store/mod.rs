//! The only code that knows SQLite: open, migrate, write, read.

mod article_keys;
mod articles;
mod backup;
mod check;
mod claims;
mod dump;
mod entities;
mod entity_lookup;
mod explain;
mod identity;
mod imports;
mod inspect;
mod migrations;
mod open;
mod query;
mod reviews;
mod schema;
mod scope;
mod search;
mod views;
mod vocabularies;

pub use articles::{ArticleChange, StoredArticle};
pub use check::Finding;
pub use claims::{ClaimChange, StoredClaim};
pub use entities::Usage;
pub use entity_lookup::EntitySummary;
pub use explain::explain;
pub use identity::Identity;
pub use imports::{Counts, Import, Run};
pub use open::{Program, Store};
pub use query::Value;
pub use reviews::{Review, ReviewTarget};
pub use schema::{TableDoc, schema};
pub use scope::{Filter, Scope};
pub use search::Hit;
pub use views::View;
