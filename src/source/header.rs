//! The `[article]` header of a claim file: strict, and stronger than what the article's own file says.

use super::fields::Fields;
use super::metadata::{fill, future, is_url};
use super::node::Node;
use super::{Header, Input, Options, dates, linked};
use crate::model::vocabulary::{PublishedFrom, TextKind};
use crate::model::{Article, Place, Problem, Published};

/// Every field of a header.
pub const FIELDS: &[&str] = &[
    "key",
    "file",
    "text",
    "title",
    "publisher",
    "author",
    "published",
    "published_from",
    "url",
    "modified",
    "retrieved",
    "language",
    "text_kind",
    "wire",
];

/// What a header says for itself; an absent field leaves the file's word standing.
#[derive(Default)]
struct Written {
    article: Article,
    text_kind: Option<TextKind>,
    warnings: Vec<Problem>,
}

/// Reads a header and its article's file, with warnings; or reports everything that is wrong.
pub(super) fn read(
    node: &Node,
    place: &Place,
    input: &Input,
    options: &Options,
) -> Result<(Header, Vec<Problem>), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut fields = Fields::record(node, place, &mut problems);
    fields.allow_only(FIELDS);
    let written = written(&mut fields, node, place, options);
    let file = fields.text("file");
    let text = fields.get("text").and_then(Node::words).map(str::to_owned);
    if file.is_some() && text.is_some() {
        fields.fault("file", "the header names a file and holds a text", "leave one of them out");
    } else if file.is_none()
        && text.is_none()
        && written.article.key.is_none()
        && written.article.url.is_none()
    {
        fields.missing("file", "name the article with file, text, key or url");
    }
    let linked = match (&file, problems.is_empty()) {
        (Some(file), true) => {
            let line = node.get("file").map_or(node.line, |file| file.line);
            linked::read(file, &place.at_line(line).at_field("article.file"), input, options).map(Some)
        }
        _ => Ok(None),
    };
    match linked {
        Ok(linked) if problems.is_empty() => {
            Ok(header(written, linked, text, place.at_line(node.line), options))
        }
        Ok(_) => Err(problems),
        Err(problem) => Err(vec![problem]),
    }
}

fn header(
    written: Written,
    linked: Option<(Article, std::path::PathBuf, Vec<Problem>)>,
    text: Option<String>,
    place: Place,
    options: &Options,
) -> (Header, Vec<Problem>) {
    let has_text = linked.is_some() || text.is_some();
    let (file, path, mut warnings) = match linked {
        Some((article, path, warnings)) => (article, Some(path), warnings),
        None => (Article { text: text.unwrap_or_default(), ..Article::default() }, None, Vec::new()),
    };
    let mut article = laid_over(written.article, file);
    if let Some(kind) = written.text_kind {
        article.text_kind = kind;
    }
    if has_text {
        fill(&mut article, options);
    }
    warnings.extend(written.warnings);
    (Header { place, article, has_text, path }, warnings)
}

fn laid_over(header: Article, file: Article) -> Article {
    Article {
        key: header.key.or(file.key),
        url: header.url.or(file.url),
        title: header.title.or(file.title),
        author: header.author.or(file.author),
        publisher: header.publisher.or(file.publisher),
        published: header.published.or(file.published),
        modified: header.modified.or(file.modified),
        retrieved: header.retrieved.or(file.retrieved),
        language: header.language.or(file.language),
        language_found: false,
        wire: header.wire.or(file.wire),
        text: file.text,
        text_kind: file.text_kind,
    }
}

fn written(fields: &mut Fields<'_, '_>, node: &Node, place: &Place, options: &Options) -> Written {
    let from = fields.word("published_from").unwrap_or(PublishedFrom::ClaimFile);
    let published = date(fields, "published");
    let line = node.get("published").map_or(node.line, |published| published.line);
    let article = Article {
        key: fields.text("key"),
        url: url(fields),
        title: fields.text("title"),
        author: fields.text("author"),
        publisher: fields.text("publisher"),
        published: published.map(|date| Published { date: date.day, from }),
        modified: date(fields, "modified").map(dates::Written::stamp),
        retrieved: date(fields, "retrieved").map(dates::Written::stamp),
        language: fields.text("language"),
        language_found: false,
        wire: fields.text("wire"),
        ..Article::default()
    };
    let warnings =
        published.and_then(|date| future(date, options, &place.at_line(line))).into_iter().collect();
    if let Some(text) = fields.get("text").filter(|text| text.words().is_none()) {
        fields.fault(
            "text",
            format!("{} where the article's text should be", text.shown()),
            "write the text as one string",
        );
    }
    Written { article, text_kind: fields.word("text_kind"), warnings }
}

fn url(fields: &mut Fields<'_, '_>) -> Option<String> {
    let url = fields.text("url")?;
    if !is_url(&url) {
        fields.fault(
            "url",
            format!("\"{url}\" is no address on the Web"),
            "write it with https:// or leave it out",
        );
    }
    Some(url)
}

fn date(fields: &mut Fields<'_, '_>, name: &str) -> Option<dates::Written> {
    let found = dates::find(fields.get(name)?);
    let Some(reason) = found.warning else {
        if found.date.is_none() {
            fields.fault(name, "this is not a date", "write the day as YYYY-MM-DD");
        }
        return found.date;
    };
    fields.fault(name, reason, "write the day as YYYY-MM-DD");
    None
}
