//! What a page says of its article: schema.org data, OpenGraph, meta elements, time elements, its address – in that
//! order, field by field, and with where the date was found.

use chrono::NaiveDate;
use dom_query::Document;

use super::json_ld;
use crate::model::vocabulary::PublishedFrom;
use crate::model::{Article, Place, Problem, Published};
use crate::source::Options;
use crate::source::metadata::{Metadata, future, is_url};
use crate::source::node::{Field, Node, Value};

/// Names of meta elements that mean the same as a field of records, OpenGraph first; lower-case.
const META: &[(&str, &[&str])] = &[
    (
        "title",
        &["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "title", "headline"],
    ),
    ("url", &["og:url", "twitter:url", "parsely-link", "dc.identifier"]),
    (
        "publisher",
        &[
            "og:site_name",
            "publisher",
            "dc.publisher",
            "dcterms.publisher",
            "article:publisher",
            "application-name",
            "cre",
        ],
    ),
    (
        "author",
        &[
            "article:author",
            "article:author_name",
            "og:article:author",
            "author",
            "byl",
            "byline",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
            "article.author",
            "citation_author",
        ],
    ),
    (
        "published",
        &[
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "article:published",
            "datepublished",
            "date.published",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date.created",
            "dc.date",
            "dcterms.date",
            "publish-date",
            "publish_date",
            "published_time",
            "publication_date",
            "pubdate",
            "date_published",
            "pub_date",
            "article.published",
            "article_date_original",
            "cxenseparse:recs:publishtime",
            "bt:pubdate",
            "displaydate",
            "originalpublicationdate",
            "citation_publication_date",
            "date",
        ],
    ),
    (
        "modified",
        &[
            "article:modified_time",
            "og:article:modified_time",
            "og:updated_time",
            "article:modified",
            "datemodified",
            "dcterms.modified",
            "dc.date.modified",
            "lastmod",
            "last-modified",
            "article.updated",
            "revision_date",
        ],
    ),
    (
        "language",
        &["og:locale", "content-language", "dc.language", "dcterms.language", "language", "inlanguage"],
    ),
];

/// What a page says of itself.
pub(super) struct Said {
    /// The article without a text.
    pub(super) article: Article,
    /// Dates that could not be read, where no other was found.
    pub(super) warnings: Vec<Problem>,
    /// Whether schema.org data or OpenGraph call it an article.
    pub(super) is_article: bool,
}

/// Reads what a page says of itself. `address` is where it was found, where that is known.
pub(super) fn read(page: &Document, address: Option<&str>, place: &Place, options: &Options) -> Said {
    let json_ld = json_ld::article(page);
    let metas = Metas::of(page);
    let kind = metas.get("og:type");
    let is_article = json_ld.is_some() || kind.is_some_and(|kind| kind.eq_ignore_ascii_case("article"));
    let sources = [
        json_ld.map(|node| (PublishedFrom::JsonLd, node)),
        Some((PublishedFrom::Meta, metas.table())),
        Some((PublishedFrom::Meta, document(page))),
        time(page).map(|node| (PublishedFrom::Time, node)),
    ];
    let mut said = Said { article: Article::default(), warnings: Vec::new(), is_article };
    for (from, node) in sources.into_iter().flatten() {
        let (article, warnings) = Metadata::read(&node, place, from, options);
        said.lay_below(article, warnings);
    }
    said.address(page, address, place, options);
    said
}

impl Said {
    /// Fills what is still empty.
    fn lay_below(&mut self, below: Article, warnings: Vec<Problem>) {
        if self.article.published.is_none() {
            let warnings = warnings.into_iter().map(|mut problem| {
                problem.place.line = None;
                problem
            });
            match below.published.is_some() {
                true => self.warnings = warnings.collect(),
                false => self.warnings.extend(warnings),
            }
        }
        let article = &mut self.article;
        article.url = article.url.take().or(below.url.filter(|url| is_deep(url)));
        article.title = article.title.take().or(below.title);
        let author = below.author.map(|author| names(&author)).filter(|author| !author.is_empty());
        article.author = article.author.take().or(author);
        let publisher = below.publisher.filter(|name| !name.starts_with('@'));
        article.publisher = article.publisher.take().or(publisher);
        article.published = article.published.or(below.published);
        article.modified = article.modified.take().or(below.modified);
        article.language = article.language.take().or(below.language);
    }

    /// The address: the page's own word, else where it was found; and the date in it, where nothing else has one.
    fn address(&mut self, page: &Document, address: Option<&str>, place: &Place, options: &Options) {
        let linked = page.select("link[rel='canonical']").iter().find_map(|link| link.attr("href"));
        let linked = linked.map(|link| link.trim().to_owned()).filter(|link| is_url(link) && is_deep(link));
        let given = || address.filter(|address| is_url(address)).map(str::to_owned);
        let article = &mut self.article;
        article.url = article.url.take().or(linked).or_else(given);
        if article.published.is_none()
            && let Some(date) = article.url.as_deref().and_then(date_in)
        {
            article.published = Some(Published { date, from: PublishedFrom::Url });
            self.warnings.clear();
            let written = crate::source::dates::find(&Node::new(1, Value::Text(date.to_string())));
            self.warnings.extend(written.date.and_then(|written| future(written, options, place)));
        }
    }
}

/// Names without addresses of profiles and the word before them.
fn names(author: &str) -> String {
    let author = author
        .split(", ")
        .filter(|name| !is_url(name) && !name.starts_with('@'))
        .collect::<Vec<_>>()
        .join(", ");
    let bare = author.strip_prefix("By ").or(author.strip_prefix("by ")).unwrap_or(&author);
    bare.trim().to_owned()
}

/// Whether an address leads somewhere below a site's front page.
fn is_deep(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| url.path().len() > 1 || url.query().is_some())
}

/// The meta elements of a page, in order.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(page: &Document) -> Self {
        let mut metas = Vec::new();
        for meta in page.select("meta").iter() {
            let Some(content) = meta.attr("content").map(|content| content.trim().to_owned()) else {
                continue;
            };
            for attribute in ["property", "name", "itemprop", "http-equiv"] {
                let names = meta.attr(attribute).unwrap_or_default().to_lowercase();
                let names = names.split_whitespace().map(|name| (name.to_owned(), content.clone()));
                metas.extend(names.filter(|(_, content)| !content.is_empty()));
            }
        }
        Self(metas)
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, content)| content.as_str())
    }

    fn table(&self) -> Node {
        let field = |(field, names): &(&str, &[&str])| {
            let usable = |content: &&str| !is_url(content) || *field == "url";
            let content = names.iter().filter_map(|name| self.get(name)).find(usable)?;
            Some(text_field(field, json_ld::plain(content)))
        };
        Node::new(1, Value::Table(META.iter().filter_map(field).collect()))
    }
}

fn text_field(name: &str, words: String) -> Field {
    Field { name: name.to_owned(), node: Node::new(1, Value::Text(words)) }
}

/// The language that the page is marked with.
fn document(page: &Document) -> Node {
    let language =
        page.select_single("html[lang]").attr("lang").map(|lang| text_field("language", lang.to_string()));
    Node::new(1, Value::Table(language.into_iter().collect()))
}

/// The time elements that say that they are the day of publication; else the only day that time elements name.
fn time(page: &Document) -> Option<Node> {
    let mut marked = Vec::new();
    let mut days = std::collections::BTreeMap::new();
    for time in page.select("time[datetime], [itemprop='datePublished']").iter() {
        let written = time.attr("datetime").or_else(|| time.attr("content")).unwrap_or_else(|| time.text());
        let field = text_field("published", written.trim().to_owned());
        let names = ["itemprop", "class", "pubdate", "data-testid"]
            .map(|name| {
                time.attr(name).map(|value| format!("{name} {value}")).unwrap_or_default().to_lowercase()
            })
            .join(" ");
        let day = crate::source::dates::find(&field.node).date.map(|date| date.day);
        if ["publish", "pubdate", "entry-date"].iter().any(|word| names.contains(word))
            && !names.contains("updated")
        {
            marked.push(field.clone());
        }
        days.extend(day.map(|day| (day, field)));
    }
    let only = if days.len() == 1 { days.into_values().next() } else { None };
    let field = marked.into_iter().next().or(only)?;
    Some(Node::new(1, Value::Table(vec![field])))
}

/// The day in an address: `/2024/07/22/`, `/2024-07-22-`, `/20240722/`.
fn date_in(address: &str) -> Option<NaiveDate> {
    let url = url::Url::parse(address).ok()?;
    let parts: Vec<&str> = url.path().split(['/', '-', '_']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str, length: usize| {
        (part.len() == length || length == 2 && part.len() == 1).then(|| part.parse::<u32>().ok()).flatten()
    };
    let day = |year: u32, month: u32, day: u32| {
        NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| (1990..2100).contains(&year))
    };
    let apart =
        parts.windows(3).find_map(|part| day(number(part[0], 4)?, month(part[1])?, number(part[2], 2)?));
    apart.or_else(|| {
        parts.iter().find_map(|part| {
            let digits = number(part, 8)?;
            day(digits / 10_000, digits / 100 % 100, digits % 100)
        })
    })
}

/// A month in an address, as a number or as the three letters that it begins with.
fn month(part: &str) -> Option<u32> {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let named = || NAMES.iter().position(|name| part.eq_ignore_ascii_case(name)).map(|at| at as u32 + 1);
    match part.len() {
        1 | 2 => part.parse().ok(),
        3 => named(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::date_in;

    #[test]
    fn days_in_addresses() {
        for (address, day) in [
            ("https://x.example/2024/07/22/some-to-go", Some("2024-07-22")),
            ("https://x.example/world/2024/jul/22/some-to-go", Some("2024-07-22")),
            ("https://x.example/a/some-to-go-2024-07-22/", Some("2024-07-22")),
            ("https://x.example/20240722/some", Some("2024-07-22")),
            ("https://x.example/2024/07/some-22", None),
            ("https://x.example/id/20241399", None),
            ("https://x.example/2024/07/", None),
        ] {
            assert_eq!(date_in(address).map(|day| day.to_string()).as_deref(), day, "{address}");
        }
    }
}
