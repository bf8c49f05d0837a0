//! What is a page but no article: a front page, a wall in front of one, a message of a server.

use super::body::Shape;
use crate::model::Article;

/// Below this, a page must say itself that it is an article.
const SHORT: usize = 250;
/// Nothing so short is an article.
const NOTHING: usize = 40;
/// How walls and servers begin; the words stand alone on their page.
const WALLS: &[(&str, &str)] = &[
    ("enable javascript", "it only asks for JavaScript"),
    ("javascript is disabled", "it only asks for JavaScript"),
    ("are you a robot", "it is a check for robots"),
    ("verify you are human", "it is a check for robots"),
    ("checking your browser", "it is a check for robots"),
    ("access denied", "the server denied access"),
    ("403 forbidden", "the server denied access"),
    ("404 not found", "the server did not find it"),
    ("page not found", "the server did not find it"),
    ("we use cookies", "it is a cookie wall"),
    ("accept all cookies", "it is a cookie wall"),
    ("cookies and similar technologies", "it is a cookie wall"),
    ("before you continue", "it is a cookie wall"),
    ("we value your privacy", "it is a cookie wall"),
    ("manage your consent", "it is a cookie wall"),
    ("log in to", "it is a login wall"),
    ("sign in to", "it is a login wall"),
    ("subscribe to continue", "it is a login wall"),
    ("subscribe to read", "it is a login wall"),
    ("already a subscriber", "it is a login wall"),
];
/// Longer pages are not walls alone.
const WALL: usize = 800;

/// Why a page is no article; `None` where it is one.
pub(super) fn reason(article: &Article, says_so: bool, shape: &Shape) -> Option<String> {
    let length = shape.text;
    if article.text.trim().is_empty() {
        return Some("it has no text".to_owned());
    }
    let words = article.text.to_lowercase();
    let wall = WALLS
        .iter()
        .find(|(mark, _)| words.contains(mark) && length < WALL && !(says_so && length > SHORT * 2));
    if let Some((_, what)) = wall {
        return Some((*what).to_owned());
    }
    if shape.asks_password && length < SHORT && !says_so {
        return Some("it is a login wall".to_owned());
    }
    if length < NOTHING || length < SHORT && !says_so {
        return Some(format!("its longest part has {length} characters"));
    }
    let front = !says_so && article.url.as_deref().is_some_and(is_front);
    if shape.linked * 2 > length || front && shape.linked * 4 > length {
        return Some("it is a list of links".to_owned());
    }
    None
}

fn is_front(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| url.path().len() <= 1 && url.query().is_none())
}
