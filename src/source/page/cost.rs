//! What a page would cost, told from its tags as they stand: some markup makes a tree that is larger than itself by far,
//! or one so deep that building it takes minutes.

use crate::source::Limits;

/// Tags that a page may leave open that are opened again in every paragraph.
const REOPENED_LIMIT: i64 = 256;
/// Levels of markup; each new element may look at all that are open around it.
const DEEPEST: i64 = 2_000;
/// The tags that are opened again.
const REOPENED: &[&[u8]] = &[
    b"a", b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike", b"strong", b"tt",
    b"u",
];
/// Tags without an end, or whose end may be left out.
const ENDLESS: &[&[u8]] = &[
    b"area",
    b"base",
    b"body",
    b"br",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"frame",
    b"head",
    b"hr",
    b"html",
    b"image",
    b"img",
    b"input",
    b"isindex",
    b"li",
    b"link",
    b"meta",
    b"optgroup",
    b"option",
    b"p",
    b"param",
    b"path",
    b"rect",
    b"circle",
    b"line",
    b"polygon",
    b"use",
    b"rp",
    b"rt",
    b"source",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"track",
    b"wbr",
];
/// Tags whose content is no markup.
const RAW: &[&[u8]] = &[b"script", b"style", b"textarea", b"title", b"xmp", b"noembed", b"noframes"];
/// The longest name that is looked at.
const NAME: usize = 12;

/// Whether a page can be taken apart at a fair cost; otherwise the reason and the way out.
pub(super) fn measure(html: &str, limits: Limits) -> Result<(), (String, &'static str)> {
    let (mut tags, mut open, mut depth) = (0_usize, 0_i64, 0_i64);
    let (mut most_open, mut deepest) = (0, 0);
    let markup = Tags { bytes: html.as_bytes(), at: 0 };
    for tag in markup {
        let step = if tag.closes { -1 } else { 1 };
        tags += usize::from(!tag.closes);
        if REOPENED.contains(&tag.name()) {
            open = (open + step).max(0);
            most_open = most_open.max(open);
        }
        if !ENDLESS.contains(&tag.name()) {
            depth = (depth + step).max(0);
            deepest = deepest.max(depth);
        }
    }
    let text = "save the article's text as .txt";
    if tags > limits.max_elements {
        let reason = format!("has {tags} elements, more than {}", limits.max_elements);
        Err((reason, "if it is what it should be, raise the limit with --max-elements"))
    } else if most_open > REOPENED_LIMIT {
        Err((format!("leaves {most_open} tags such as <b> and <a> open"), text))
    } else if deepest > DEEPEST {
        Err((format!("nests its markup {deepest} levels deep"), text))
    } else {
        Ok(())
    }
}

/// A tag by its name, in lower case, of which the beginning is kept.
struct Tag {
    closes: bool,
    name: [u8; NAME],
    length: usize,
}

impl Tag {
    fn name(&self) -> &[u8] {
        &self.name[..self.length]
    }
}

/// The tags of a page, comments and scripts left out.
struct Tags<'h> {
    bytes: &'h [u8],
    at: usize,
}

impl Iterator for Tags<'_> {
    type Item = Tag;

    fn next(&mut self) -> Option<Tag> {
        loop {
            let rest = &self.bytes[self.at.min(self.bytes.len())..];
            let start = self.at + rest.iter().position(|byte| *byte == b'<')?;
            let rest = &self.bytes[start + 1..];
            self.at = start + 1;
            if rest.starts_with(b"!--") {
                self.at += find(rest, b"-->").unwrap_or(rest.len());
                continue;
            }
            let closes = rest.first() == Some(&b'/');
            let word = &rest[usize::from(closes)..];
            if !word.first().is_some_and(u8::is_ascii_alphabetic) {
                continue;
            }
            let mut tag = Tag { closes, name: [0; NAME], length: 0 };
            for byte in word.iter().take(NAME).take_while(|byte| byte.is_ascii_alphanumeric()) {
                tag.name[tag.length] = byte.to_ascii_lowercase();
                tag.length += 1;
            }
            if !closes && RAW.contains(&tag.name()) {
                self.at += end_of_raw(rest, tag.name());
            }
            return Some(tag);
        }
    }
}

/// Where the content of a raw element ends: at its own end tag.
fn end_of_raw(rest: &[u8], name: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = find(&rest[at..], b"</") {
        at += found + 2;
        if rest[at..].get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name)) {
            return at - 2;
        }
    }
    rest.len()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = wanted[0];
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::measure;
    use crate::source::Limits;

    #[test]
    fn markup_that_costs_too_much_is_known_before_it_is_read() {
        let limits = Limits { max_elements: 10_000, ..Limits::default() };
        let scripts = "<script>document.write('<div><b>')</script><!-- <div><b> -->".repeat(3_000);
        for (html, told) in [
            ("<p><b>one</b><br><li>two".repeat(2_000), None),
            (scripts, None),
            ("<div><b>x</b></div>".repeat(3_000), None),
            ("<p>".repeat(11_000), Some("has 11000 elements")),
            ("<B x=1>".repeat(300), Some("leaves 300 tags")),
            ("<div>".repeat(3_000), Some("3000 levels")),
        ] {
            let measured = measure(&html, limits).err().map(|(reason, _)| reason);
            let fits = match (&measured, told) {
                (Some(reason), Some(told)) => reason.contains(told),
                (measured, told) => measured.is_none() && told.is_none(),
            };
            assert!(fits, "{told:?}: {measured:?}");
        }
    }
}
