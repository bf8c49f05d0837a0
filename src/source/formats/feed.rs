//! Feeds – RSS, Atom, JSON Feed – each entry an article; one that has only its summary is an excerpt.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use feed_rs::model::{Content as Body, Entry, Feed, Person, Text};

use super::{Format, Session};
use crate::model::vocabulary::{PublishedFrom, TextKind};
use crate::model::{Article, Place, Problem, Published};
use crate::source::node::{Node, Value};
use crate::source::{Item, Kind, Limits, dates, metadata, page};

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "feed",
    name: "a feed (RSS, Atom, JSON Feed)",
    extensions: &["rss", "atom", "rdf", "xml"],
    holds: &[Kind::Articles],
    is_certain: is_feed,
    recognise: is_feed,
    kind: |_| Some(Kind::Articles),
    cut: |content, cutter| cutter.whole(content, read),
};

/// Whether the first element is a feed's, or an object says that it is one.
fn is_feed(head: &str) -> bool {
    let mut head = head.trim_start_matches('\u{feff}').trim_start();
    if head.starts_with('{') {
        return head.contains("://jsonfeed.org/version/")
            || head.contains(":\\/\\/jsonfeed.org\\/version\\/");
    }
    while let Some((end, _)) =
        [("?>", "<?"), ("-->", "<!--"), (">", "<!")].into_iter().find(|(_, start)| head.starts_with(start))
    {
        head = head.split_once(end).map_or("", |(_, rest)| rest).trim_start();
    }
    let name = head
        .strip_prefix('<')
        .unwrap_or_default()
        .split([' ', '\t', '\n', '\r', '>', '/'])
        .next()
        .unwrap_or_default();
    let local = name.rsplit(':').next().unwrap_or(name);
    local == "rss" || local == "feed" || local == "RDF" && head.contains("purl.org/rss/")
}

/// The day on the outlet's own clock of each instant that the feed names; the feed's types know instants alone.
type Days = Arc<Mutex<BTreeMap<DateTime<Utc>, NaiveDate>>>;

fn read(bytes: &[u8], session: &mut Session<'_>) {
    if !bytes.iter().any(|byte| !byte.is_ascii_whitespace()) {
        let problem = Problem::refused(session.place.clone(), "the file is empty");
        return session.problem(problem.with_way_out("there is nothing to import here"));
    }
    let days = Days::default();
    let parser = feed_rs::parser::Builder::new().timestamp_parser({
        let days = Arc::clone(&days);
        move |words| instant(words, &days)
    });
    match parser.build().parse(bytes) {
        Ok(feed) => entries(&feed, bytes, &days, session),
        Err(error) => {
            let reason = format!("this is no feed that can be read: {}", words_of(&error));
            let problem = Problem::refused(session.place.clone(), reason);
            session
                .problem(problem.with_way_out("get the feed again; it is RSS, Atom or JSON Feed, and whole"));
        }
    }
}

fn words_of(error: &feed_rs::parser::ParseFeedError) -> String {
    let words = error.to_string();
    words.chars().filter(|c| !c.is_control()).take(200).collect()
}

fn instant(words: &str, days: &Days) -> Option<DateTime<Utc>> {
    let written = dates::find(&Node::new(1, Value::Text(words.trim().to_owned()))).date?;
    let instant = written.instant.unwrap_or_else(|| written.day.and_time(NaiveTime::MIN).and_utc());
    days.lock().unwrap_or_else(PoisonError::into_inner).entry(instant).or_insert(written.day);
    Some(instant)
}

fn entries(feed: &Feed, bytes: &[u8], days: &Days, session: &mut Session<'_>) {
    let lines = lines_of_entries(bytes);
    if feed.entries.is_empty() {
        let problem = Problem::warning(session.place.clone(), "the feed has no entries");
        return session.problem(problem.with_way_out("there is nothing to import here"));
    }
    for (at, entry) in feed.entries.iter().enumerate() {
        let line = lines.get(at).filter(|_| lines.len() == feed.entries.len());
        let numbered = || session.place.at_field(format!("entry {}", at + 1));
        let place = line.map_or_else(numbered, |line| session.place.at_line(*line));
        match article(entry, feed, days, session.options.limits) {
            Some(mut article) => {
                metadata::fill(&mut article, session.options);
                session.problems(future(&article, session, &place));
                session.item(Item::Article { place, article: Box::new(article) });
            }
            None => {
                let problem = Problem::refused(place, "the feed's entry has no text");
                session.problem(problem.with_way_out("save the article's own page and import that"));
            }
        }
    }
}

fn future(article: &Article, session: &Session<'_>, place: &Place) -> Vec<Problem> {
    let date = article.published.map(|published| dates::Written { day: published.date, instant: None });
    date.and_then(|date| metadata::future(date, session.options, place)).into_iter().collect()
}

/// The lines on which the entries of a feed in XML begin.
fn lines_of_entries(bytes: &[u8]) -> Vec<u64> {
    let mut lines = Vec::new();
    let mut line = 1;
    for (at, byte) in bytes.iter().enumerate() {
        line += u64::from(*byte == b'\n');
        let behind = |tag: &[u8]| bytes[at..].strip_prefix(tag).and_then(|rest| rest.first());
        let tag = (*byte == b'<').then(|| behind(b"<item").or_else(|| behind(b"<entry"))).flatten();
        if tag.is_some_and(|next| next.is_ascii_whitespace() || *next == b'>') {
            lines.push(line);
        }
    }
    lines
}

fn article(entry: &Entry, feed: &Feed, days: &Days, limits: Limits) -> Option<Article> {
    let full = entry.content.as_ref().and_then(|content| body(content, limits));
    let described = || entry.media.iter().find_map(|media| media.description.as_ref());
    let summary = || entry.summary.as_ref().or_else(described).and_then(|summary| prose(summary, limits));
    let (text, text_kind) = match full {
        Some(text) => (text, TextKind::Full),
        None => (summary()?, TextKind::Excerpt),
    };
    let day = |instant: &DateTime<Utc>| {
        days.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(instant)
            .copied()
            .unwrap_or(instant.date_naive())
    };
    let published = entry.published.or(entry.updated);
    let authors = if entry.authors.is_empty() { &feed.authors } else { &entry.authors };
    Some(Article {
        key: None,
        url: address(entry),
        title: entry.title.as_ref().and_then(|title| line(title, limits)),
        author: Some(authors.iter().filter_map(name).collect::<Vec<_>>().join(", "))
            .filter(|names| !names.is_empty()),
        publisher: feed.title.as_ref().and_then(|title| line(title, limits)),
        published: published.map(|instant| Published { date: day(&instant), from: PublishedFrom::Feed }),
        // The feed's types fill one in from the other.
        modified: entry
            .updated
            .filter(|updated| entry.published.is_some_and(|published| published != *updated))
            .map(|instant| instant.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
        retrieved: None,
        language: entry
            .language
            .clone()
            .or_else(|| feed.language.clone())
            .map(|tag| tag.trim().to_owned())
            .filter(|tag| !tag.is_empty()),
        language_found: false,
        text,
        text_kind,
        wire: None,
    })
}

fn body(content: &Body, limits: Limits) -> Option<String> {
    let words = content.body.as_deref()?;
    let is_markup = content.content_type.subty().as_str().contains("html");
    let text = content.content_type.ty().as_str() == "text" || is_markup;
    text.then(|| readable(words, is_markup, limits)).flatten()
}

fn prose(text: &Text, limits: Limits) -> Option<String> {
    readable(&text.content, text.content_type.subty().as_str().contains("html"), limits)
}

/// The words of a text; plain text keeps its characters.
fn readable(words: &str, is_markup: bool, limits: Limits) -> Option<String> {
    let text = if is_markup { page::words(words, limits)? } else { words.replace('\0', "") };
    (!text.trim().is_empty()).then_some(text)
}

/// A title as one line; titles hold markup whatever they say.
fn line(text: &Text, limits: Limits) -> Option<String> {
    let is_markup = text.content.contains(['<', '&']);
    let words = readable(&text.content, is_markup, limits)?;
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Where the article is: the link to it, else an id that is an address.
fn address(entry: &Entry) -> Option<String> {
    let links = || entry.links.iter().filter(|link| metadata::is_url(link.href.trim()));
    let link = links().find(|link| matches!(link.rel.as_deref(), None | Some("alternate")));
    link.map(|link| link.href.trim().to_owned())
        .or_else(|| metadata::is_url(&entry.id).then(|| entry.id.clone()))
}

/// A person's name; RSS writes `desk@courier.example (Ann Writer)`.
fn name(person: &Person) -> Option<String> {
    let name = person.name.as_deref()?.trim();
    let bare = name.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(name);
    let inside = bare
        .split_once('(')
        .and_then(|(mail, rest)| mail.contains('@').then(|| rest.trim_end_matches(')').trim()));
    let name = inside.unwrap_or(bare);
    (!name.is_empty() && !name.contains('@')).then(|| name.split_whitespace().collect::<Vec<_>>().join(" "))
}
