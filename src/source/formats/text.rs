//! Plain text, with or without front matter: kept to the character, since claims point into it.

use std::path::Path;

use super::{Format, Session, markdown};
use crate::model::vocabulary::PublishedFrom;
use crate::model::{Article, Place, Problem};
use crate::source::metadata::{self, Metadata};
use crate::source::{Item, Kind, Options, front_matter};

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "text",
    name: "plain text",
    extensions: &["txt", "text"],
    holds: &[Kind::Articles],
    is_certain: |_| false,
    recognise: |_| true,
    kind: |_| Some(Kind::Articles),
    cut: |content, cutter| cutter.whole(content, |bytes, session| read(bytes, session, str::to_owned)),
};

/// Reads a file whose body becomes the article's text by `body`.
pub(super) fn read(bytes: &[u8], session: &mut Session<'_>, body: fn(&str) -> String) {
    let Some(text) = session.text(bytes) else { return };
    match article(&text, &session.place, session.options, body) {
        Err(problem) => session.problem(problem),
        Ok((mut article, warnings)) => {
            metadata::fill(&mut article, session.options);
            session.problems(warnings);
            let place = session.place.clone();
            session.item(Item::Article { place, article: Box::new(article) });
        }
    }
}

/// The article in a text or Markdown file, by the name of the file, without what the options add.
pub(in crate::source) fn article_of_file(
    path: &Path,
    text: &str,
    place: &Place,
    options: &Options,
) -> Result<(Article, Vec<Problem>), Problem> {
    match Format::of_extension(path) {
        Some(format) if format.id == markdown::FORMAT.id => article(text, place, options, markdown::plain),
        Some(format) if format.id != FORMAT.id => {
            let reason = format!("the article's own file is {}, not text", format.name);
            Err(Problem::refused(place.clone(), reason)
                .with_way_out("name a file of text or Markdown, or a saved page"))
        }
        _ => article(text, place, options, str::to_owned),
    }
}

fn article(
    text: &str,
    place: &Place,
    options: &Options,
    body: fn(&str) -> String,
) -> Result<(Article, Vec<Problem>), Problem> {
    let split = front_matter::split(text, place);
    let (mut article, mut warnings) = match &split.fields {
        Some(fields) => Metadata::read(fields, place, PublishedFrom::FrontMatter, options),
        None => (Article::default(), Vec::new()),
    };
    warnings.splice(0..0, split.warnings);
    article.text = body(split.text);
    if article.text.trim().is_empty() {
        return Err(Problem::refused(place.at_line(split.line), "there is no text behind the front matter")
            .with_way_out("put the article's text below it"));
    }
    Ok((article, warnings))
}
