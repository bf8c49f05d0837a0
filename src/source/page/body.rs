//! Where the article is in a page. What a browser shows around it – navigation, adverts, other stories, captions – is
//! left out. Which part of the page it is, dom_smoothie finds.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability, TextMode};

use super::prose::prose;
use crate::source::Limits;

/// The depth of markup that browsers build trees of; what lies deeper is no page that a person wrote.
const DEPTH: usize = 512;
/// What is no part of an article wherever it stands.
const FURNITURE: &str = "figcaption, nav, [role='navigation'], [role='dialog'], [aria-modal='true']";
/// What is called by the names of captions, other stories and the like; where it is long, the name means something else.
const CALLED: &str = "[class*='related-article'], [class*='related-stories'], [class*='related-links'], \
    [class*='newsletter-sign'], [class~='caption'], [class*='-caption'], [class*='_caption'], [class*='caption-'], \
    [itemprop='caption'], [class*='slideshow'], [class*='photo-credit'], [class*='image-credit'], \
    [class*='screen-reader-text'], [class*='visually-hidden']";
/// Bytes of text, beyond which it does.
const CALLED_AT_MOST: usize = 1_000;

/// What was found.
pub(super) struct Found {
    /// The article's text.
    pub(super) text: String,
    /// Its title by the page's own.
    pub(super) title: Option<String>,
    /// Its first heading.
    pub(super) heading: Option<String>,
    /// Its byline.
    pub(super) byline: Option<String>,
    /// What the page looks like.
    pub(super) shape: Shape,
}

/// What a page looks like, to tell what has no article.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    /// Characters of the article.
    pub(super) text: usize,
    /// Of those, in links.
    pub(super) linked: usize,
    /// Whether the page asks for a password.
    pub(super) asks_password: bool,
}

/// Finds the article.
pub(super) fn find(document: Document, limits: Limits) -> Found {
    let shape =
        Shape { asks_password: document.select("input[type='password']").exists(), ..Shape::default() };
    let heading =
        document.select("h1").iter().map(|h1| prose_line(&h1.text())).find(|words| !words.is_empty());
    if depth(&document.root()) > DEPTH || document.tree.len() > limits.max_elements.saturating_mul(8) {
        return whole(&document, heading, shape);
    }
    document.select(FURNITURE).remove();
    let called = document.select(CALLED);
    let short = called.nodes().iter().filter(|node| node.text().trim().len() <= CALLED_AT_MOST);
    short.for_each(NodeRef::remove_from_parent);
    let config = Config {
        disable_json_ld: true,
        max_elements_to_parse: 0,
        text_mode: TextMode::Raw,
        ..Config::default()
    };
    let reader = Readability::with_document(document, None, Some(config)).ok();
    let read = reader.and_then(|mut reader| Some((reader.parse().ok()?, reader)));
    let Some((article, reader)) = read else {
        return Found { text: String::new(), title: None, heading, byline: None, shape };
    };
    let part = reader.doc.select_single("#readability-page-1");
    let linked = part.select("a").iter().map(|link| link.text().trim().chars().count()).sum();
    let text = part.nodes().first().map(prose).unwrap_or_default().replace('\0', "");
    let shape = Shape { text: text.chars().count(), linked, ..shape };
    let title = Some(prose_line(&article.title)).filter(|title| !title.is_empty());
    let byline = article.byline.map(|byline| prose_line(&byline)).filter(|byline| is_name(byline));
    Found { text, title, heading, byline, shape }
}

/// A page too deep to be taken apart gives all its words.
fn whole(document: &Document, heading: Option<String>, shape: Shape) -> Found {
    let text = prose(&document.root()).replace('\0', "");
    let title = Some(prose_line(&document.select_single("title").text())).filter(|title| !title.is_empty());
    let shape = Shape { text: text.chars().count(), ..shape };
    Found { text, title, heading, byline: None, shape }
}

fn prose_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace('\0', "")
}

fn is_name(byline: &str) -> bool {
    !byline.is_empty() && byline.chars().count() <= 100 && byline.chars().any(char::is_alphabetic)
}

/// How deep a tree is.
fn depth(root: &NodeRef<'_>) -> usize {
    let (mut depth, mut deepest) = (0, 0);
    let mut next = root.first_child();
    while let Some(node) = next {
        deepest = deepest.max(depth);
        next = node.first_child();
        if next.is_some() {
            depth += 1;
            continue;
        }
        let mut above = node;
        next = loop {
            if let Some(sibling) = above.next_sibling() {
                break Some(sibling);
            }
            match above.parent().filter(|parent| parent.id != root.id) {
                Some(parent) => above = parent,
                None => break None,
            }
            depth -= 1;
        };
    }
    deepest
}
