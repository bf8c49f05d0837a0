//! Broken and hostile input from end to end: a message that a journalist understands, the right exit code, everything
//! else taken in, nothing taken in by halves.

mod claims;
mod databases;
mod files;
mod records;
#[path = "../support/mod.rs"]
mod support;
mod texts;

use support::{Desk, Ran};

/// What is imported together with something broken, and must get in whole.
const NEIGHBOUR: &str = r#"
[article]
key = "neighbour"
text = "The ministry counts 2,500 soldiers in Erbil. It has said so before."
[[claim]]
quote = "2,500 soldiers in Erbil"
predicate = "stationed"
stance = "asserted"
"#;

/// Something broken: the files, more options, and what must come of it.
struct Broken<'a> {
    files: &'a [(&'a str, &'a [u8])],
    options: &'a [&'a str],
    code: i32,
    /// Words of the message: file, line, reason, way out.
    told: &'a [&'a str],
    /// Keys of the articles that get in all the same, with the number of their claims.
    kept: &'a [&'a str],
}

impl Default for Broken<'_> {
    /// One thing that is refused, with nothing kept of it.
    fn default() -> Self {
        Self { files: &[], options: &[], code: 1, told: &[], kept: &[] }
    }
}

/// Imports the folder `in` with what is broken and its neighbour.
#[track_caller]
fn import(broken: &Broken<'_>) -> (Desk, Ran) {
    let desk = Desk::new();
    for (name, content) in broken.files {
        desk.write(&format!("in/{name}"), content);
    }
    desk.write("in/neighbour.toml", NEIGHBOUR);
    let ran = desk.run(&[&["import", "in"], broken.options].concat());
    ran.tells(broken.told).ends_with(broken.code);
    let mut kept: Vec<&str> = broken.kept.to_vec();
    kept.push("neighbour 1");
    kept.sort_unstable();
    assert_eq!(articles(&desk), kept, "{ran:?}");
    desk.run(&["check"]).ends_with(0);
    (desk, ran)
}

/// Key of every article and the number of its claims.
fn articles(desk: &Desk) -> Vec<String> {
    desk.texts(
        "SELECT articles.key || ' ' || count(claims.id) FROM articles LEFT JOIN claims ON article_id = articles.id
         GROUP BY articles.id ORDER BY 1",
    )
}
