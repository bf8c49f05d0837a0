//! Databases that strangers made or users changed: opening one runs nothing of a stranger's, loses nothing of a
//! user's, and what is damaged says so.

mod hostile;
mod readonly;
#[path = "../support/mod.rs"]
mod support;
mod views;

use support::Desk;

/// An article with two claims, for the reports to show.
const CAMP: &str = r#"
[article]
key = "camp"
title = "The camp"
publisher = "The Paper"
published = "2024-05-05"
text = "The camp houses 400 soldiers. They leave it by March 2025."
[[claim]]
quote = "houses 400 soldiers"
predicate = "stationed"
place = "iraq"
stance = "asserted"
[[claim]]
quote = "leave it by March 2025"
predicate = "withdraw"
stance = "planned"
when = { text = "by March 2025", relation = "by", latest = "2025-03-31", precision = "month" }
"#;

/// Another article, to be imported afterwards.
const LATER: &str = "---\nkey: later\n---\nThe road was closed.";

/// A database with an article, after somebody else had it in hand.
#[track_caller]
fn changed_by(sql: &str) -> Desk {
    let desk = Desk::new();
    desk.write("camp.toml", CAMP);
    desk.write("later.md", LATER);
    desk.run(&["import", "camp.toml"]).ends_with(0);
    desk.database().execute_batch(sql).expect("SQL");
    desk
}
