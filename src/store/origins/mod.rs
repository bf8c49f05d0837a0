//! Who is behind an article: which texts are one text. What the program finds follows from the texts alone, whatever the
//! order they came in; what a person says goes before it. Where an article stands among its copies, triggers keep.

/// What orders versions, as the triggers write it.
macro_rules! rank {
    ($articles:literal) => {
        concat!(
            "coalesce(",
            $articles,
            ".published, '9999-12-31') || ' ' || ",
            $articles,
            ".key || printf(' %04d', ",
            $articles,
            ".version)"
        )
    };
}

mod alike;
mod comparison;
mod edges;
mod listed;
mod person;
mod settle;
mod window;

pub(super) use comparison::Comparison;
pub use listed::{Cluster, Judgement, Listed};
pub use person::Saying;
