//! A TimeML document: its plain text, its creation day, and the TIMEX3 tags of its text.

use std::ops::Range;

use chrono::NaiveDate;

/// A tagged time.
pub(crate) struct Tag {
    pub(crate) extent: Range<usize>,
    pub(crate) kind: String,
    pub(crate) value: String,
}

/// A document.
pub(crate) struct Document {
    pub(crate) published: Option<NaiveDate>,
    pub(crate) text: String,
    pub(crate) tags: Vec<Tag>,
}

impl Document {
    /// Reads the parts that count; everything else is passed over.
    pub(crate) fn parse(xml: &str) -> Self {
        let created = between(xml, "<DCT>", "</DCT>").and_then(|head| attribute(head, "value"));
        let published = created.and_then(|value| value.get(..10)?.parse().ok());
        let body = between(xml, "<TEXT>", "</TEXT>").unwrap_or("");
        let (mut text, mut tags, mut open) = (String::new(), Vec::new(), None);
        let mut rest = body;
        while let Some(at) = rest.find('<') {
            text.push_str(&plain(&rest[..at]));
            let Some(end) = rest[at..].find('>') else { break };
            let tag = &rest[at..=at + end];
            if tag.starts_with("<TIMEX3") {
                open = Some((text.len(), tag.to_owned()));
            } else if tag == "</TIMEX3>"
                && let Some((start, tag)) = open.take()
                && !text[start..].trim().is_empty()
            {
                let field = |name: &str| attribute(&tag, name).unwrap_or_default().to_owned();
                tags.push(Tag { extent: start..text.len(), kind: field("type"), value: field("value") });
            }
            rest = &rest[at + end + 1..];
        }
        text.push_str(&plain(rest));
        Self { published, text, tags }
    }
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let start = text.find(open)? + open.len();
    let end = text[start..].find(close)? + start;
    Some(&text[start..end])
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    between(tag, &format!(" {name}=\""), "\"")
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
