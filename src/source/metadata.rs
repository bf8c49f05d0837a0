//! Metadata as front matter and records hold it in the wild, under many names, to an article. Lenient: what is not
//! understood is left out, and what might mislead is warned about.

use super::Options;
use super::dates::{self, Written};
use super::language::language;
use super::nearest::one_of;
use super::node::{Field, Node, Value, cut};
use crate::model::vocabulary::{PublishedFrom, TextKind, Vocabulary};
use crate::model::{Article, Place, Problem, Published};

// Names are compared without case, hyphens, underscores, colons and spaces; the first that holds something wins.
const KEY: &[&str] = &["key"];
const URL: &[&str] = &[
    "url",
    "canonical",
    "canonicalurl",
    "permalink",
    "link",
    "sourceurl",
    "articleurl",
    "originalurl",
    "ogurl",
    "source",
    "mainentityofpage",
];
const TITLE: &[&str] = &["title", "headline", "name", "ogtitle"];
const AUTHOR: &[&str] = &["author", "authors", "byline", "creator", "dccreator", "articleauthor"];
const PUBLISHER: &[&str] = &[
    "publisher",
    "site",
    "sitename",
    "ogsitename",
    "sourcename",
    "outlet",
    "publication",
    "newspaper",
    "source",
];
const PUBLISHED: &[&str] = &[
    "published",
    "datepublished",
    "publishedat",
    "publisheddate",
    "publishedtime",
    "articlepublishedtime",
    "pubdate",
    "datepublish",
    "publicationdate",
    "publishdate",
    "date",
];
const MODIFIED: &[&str] = &[
    "modified",
    "datemodified",
    "modifiedat",
    "articlemodifiedtime",
    "updated",
    "updatedat",
    "lastmodified",
    "lastmod",
];
/// A web clipper's `created` is the time of clipping.
const RETRIEVED: &[&str] = &[
    "retrieved",
    "retrievedat",
    "clipped",
    "clippedat",
    "captured",
    "accessed",
    "dateaccessed",
    "datedownload",
    "created",
    "createdat",
];
const LANGUAGE: &[&str] = &["language", "lang", "inlanguage", "locale", "oglocale"];
const WIRE: &[&str] = &["wire", "agency", "credit", "newsagency"];
const TEXT: &[&str] =
    &["text", "body", "articlebody", "fulltext", "textcontent", "maintext", "content", "contenttext"];

/// A field's name as it is compared.
pub(super) fn squeezed(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a record's field of this name holds an article's text.
pub(super) fn is_text(name: &str) -> bool {
    TEXT.contains(&squeezed(name).as_str())
}

/// An article's metadata, and what was wrong with it.
pub(super) struct Metadata<'n> {
    fields: Vec<(String, &'n Node)>,
    place: &'n Place,
    warnings: Vec<Problem>,
}

impl<'n> Metadata<'n> {
    /// Reads the table's fields; a date of publication was found in `from`, unless they say better.
    pub(super) fn read(
        table: &'n Node,
        place: &'n Place,
        from: PublishedFrom,
        options: &Options,
    ) -> (Article, Vec<Problem>) {
        let fields = table.fields().iter();
        let fields =
            fields.filter(|field| !field.node.is_absent()).map(|Field { name, node }| (squeezed(name), node));
        let mut metadata = Self { fields: fields.collect(), place, warnings: Vec::new() };
        let article = metadata.article(from, options);
        (article, metadata.warnings)
    }

    fn article(&mut self, from: PublishedFrom, options: &Options) -> Article {
        let from = self.word("publishedfrom").unwrap_or(from);
        let published = self.date(PUBLISHED);
        let Self { warnings, place, .. } = self;
        warnings.extend(published.and_then(|(date, line)| future(date, options, &place.at_line(line))));
        Article {
            key: self.line(KEY),
            url: self.url(),
            title: self.line(TITLE),
            author: self.line(AUTHOR),
            publisher: self.publisher(),
            published: published.map(|(date, _)| Published { date: date.day, from }),
            modified: self.date(MODIFIED).map(|(date, _)| date.stamp()),
            retrieved: self.date(RETRIEVED).map(|(date, _)| date.stamp()),
            language: self.line(LANGUAGE),
            language_found: false,
            text: self.text(),
            text_kind: self.word("textkind").unwrap_or(TextKind::Full),
            wire: self.line(WIRE),
        }
    }

    /// The values under these names, in the names' order.
    fn values<'s>(&'s self, names: &'s [&str]) -> impl Iterator<Item = &'n Node> + 's {
        names
            .iter()
            .flat_map(|name| self.fields.iter().filter(move |(field, _)| field == name))
            .map(|(_, node)| *node)
    }

    fn line(&self, names: &[&str]) -> Option<String> {
        self.values(names).map(names_in).find(|line| !line.is_empty())
    }

    fn url(&self) -> Option<String> {
        self.values(URL).flat_map(|node| node.elements().iter()).find_map(|node| {
            let words = match &node.value {
                Value::Table(_) => node.get("url").or_else(|| node.get("@id"))?.words()?,
                _ => node.words()?,
            };
            is_url(words.trim()).then(|| words.trim().to_owned())
        })
    }

    fn publisher(&self) -> Option<String> {
        self.values(PUBLISHER).map(names_in).find(|name| !name.is_empty() && !is_url(name))
    }

    fn date(&mut self, names: &[&str]) -> Option<(Written, u64)> {
        for node in self.values(names).collect::<Vec<_>>() {
            let found = dates::find(node);
            self.warnings.extend(found.warning.map(|reason| {
                let reason =
                    if found.date.is_some() { reason } else { format!("no date is taken: {reason}") };
                Problem::warning(self.place.at_line(node.line), reason)
                    .with_way_out("write the day as YYYY-MM-DD")
            }));
            if let Some(date) = found.date {
                return Some((date, node.line));
            }
        }
        None
    }

    fn word<V: Vocabulary>(&mut self, name: &str) -> Option<V> {
        let node = self.values(&[name]).next()?;
        let written = names_in(node);
        let value = V::from_word(&written);
        if value.is_none() {
            let words: Vec<&str> = V::ALL.iter().map(|value| value.word()).collect();
            let reason = format!("\"{}\" is no {}, so it is left out", cut(&written), V::NOUN);
            let place = self.place.at_line(node.line);
            self.warnings.push(Problem::warning(place, reason).with_way_out(one_of(&written, &words)));
        }
        value
    }

    /// A record's text, to the character; paragraphs may come as a list.
    fn text(&mut self) -> String {
        let node = self.values(TEXT).find(|node| match &node.value {
            Value::List(paragraphs) => paragraphs.iter().any(|paragraph| paragraph.words().is_some()),
            _ => node.words().is_some(),
        });
        let Some(node) = node else { return String::new() };
        let text = node.elements().iter().filter_map(Node::words).collect::<Vec<_>>().join("\n\n");
        if text.contains("</p>") || text.contains("<br") {
            let place = self.place.at_line(node.line);
            self.warnings.push(
                Problem::warning(place, "the text holds HTML tags, and is kept as it is")
                    .with_way_out("import the readable text instead"),
            );
        }
        text
    }
}

/// Where the input says nothing, what the user says of all inputs holds, and the text tells its language.
pub(super) fn fill(article: &mut Article, options: &Options) {
    let option = options.published.map(|date| Published { date, from: PublishedFrom::Option });
    article.published = article.published.or(option);
    if article.publisher.is_none() {
        article.publisher.clone_from(&options.publisher);
    }
    if article.language.is_none() {
        article.language = language(&article.text).map(str::to_owned);
        article.language_found = article.language.is_some();
    }
}

/// A warning about a date after the day of import.
pub(super) fn future(date: Written, options: &Options, place: &Place) -> Option<Problem> {
    (date.day > options.today).then(|| {
        Problem::warning(
            place.clone(),
            format!("published {}, which is after today; kept as it is", date.day),
        )
        .with_way_out("check the date")
    })
}

/// Whether the words are an address on the Web.
pub(super) fn is_url(words: &str) -> bool {
    url::Url::parse(words).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// The names in a value as one line: of a text, a list, or a table with a `name`.
fn names_in(node: &Node) -> String {
    let names = node.elements().iter().filter_map(|node| match &node.value {
        Value::Text(words) | Value::Number(words) | Value::Date(words) => Some(one_line(words)),
        Value::Integer(number) => Some(number.to_string()),
        Value::Table(_) => node.get("name").and_then(Node::words).map(one_line),
        _ => None,
    });
    names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

/// White space closed up, and wiki links (`[[Reuters]]`, `[[reuters|Reuters]]`) read as their labels.
fn one_line(words: &str) -> String {
    let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some((before, rest)) = line.split_once("[[")
        && let Some((link, after)) = rest.split_once("]]")
    {
        let label = link.rsplit('|').next().unwrap_or(link);
        line = format!("{before}{label}{after}");
    }
    line
}
