//! Web pages as browsers and clippers save them: the article in the page, and what the page says of it.

use super::{Format, Session};
use crate::source::page::{self, Page};
use crate::source::{Item, Kind, metadata};

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "html",
    name: "a web page (HTML)",
    extensions: &["html", "htm", "xhtml"],
    holds: &[Kind::Articles],
    is_certain: page::is_page,
    recognise: page::is_page,
    kind: |_| Some(Kind::Articles),
    cut: |content, cutter| cutter.whole(content, read),
};

fn read(bytes: &[u8], session: &mut Session<'_>) {
    let page = Page { bytes, ..Page::default() };
    match page::read(&page, &session.place, session.options) {
        Err(problem) => session.problem(problem),
        Ok((mut article, warnings)) => {
            metadata::fill(&mut article, session.options);
            session.problems(warnings);
            let place = session.place.clone();
            session.item(Item::Article { place, article: Box::new(article) });
        }
    }
}
