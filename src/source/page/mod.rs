//! A web page to an article: its characters, what it says of itself, its main text. Knows HTML, not where pages come from.
//! A page may come from anyone: what would cost more than it is worth is measured before it is done.

mod apart;
mod body;
mod charset;
mod cost;
mod json_ld;
mod metadata;
mod prose;
mod refusal;

pub use apart::time_apart;

use dom_query::Document;
use encoding_rs::Encoding;

use super::{Limits, Options};
use crate::model::{Article, Place, Problem};

/// A page, and what is known of it beside its bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Page<'p> {
    /// The bytes.
    pub(super) bytes: &'p [u8],
    /// The charset that its server said.
    pub(super) charset: Option<&'p str>,
    /// Where it was found.
    pub(super) address: Option<&'p str>,
}

/// What a page gives: an article and warnings, or why there is none.
pub(super) type Read = Result<(Article, Vec<Problem>), Problem>;

/// Room for those steps of other crates that go down into a page by recursion.
const STACK: usize = 64 * 1024 * 1024;

/// Reads a page, on a stack of its own: threads of the caller may have a small one.
pub(super) fn read(page: &Page<'_>, place: &Place, options: &Options) -> Read {
    let broken = || {
        Problem::refused(place.clone(), "this web page (HTML) cannot be read: the reader failed on it")
            .with_way_out("save the article's text as .txt, and please report the page")
    };
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(STACK);
        let work = worker.spawn_scoped(scope, || (read_here(page, place, options), apart::spent()));
        let (read, spent) = work.map_err(|_| broken())?.join().map_err(|_| broken())?;
        apart::add(spent);
        read
    })
}

fn read_here(page: &Page<'_>, place: &Place, options: &Options) -> Read {
    let option = options.encoding.as_deref().and_then(|label| Encoding::for_label(label.as_bytes()));
    let (html, malformed) = charset::decode(page.bytes, page.charset, option);
    if html.bytes().filter(|byte| *byte == 0).count() > html.len() / 8 {
        return Err(Problem::refused(place.clone(), "NUL characters: binary content, not a web page (HTML)")
            .with_way_out("if it is UTF-16 without a byte order mark, say --encoding utf-16le"));
    }
    cost::measure(&html, options.limits).map_err(|(reason, way_out)| {
        Problem::refused(place.clone(), format!("this web page (HTML) {reason}")).with_way_out(way_out)
    })?;
    let document = Document::from(&*html);
    let address = page.address.map(str::to_owned).or_else(|| saved_from(&html));
    let said = metadata::read(&document, address.as_deref(), place, options);
    let mut article = said.article;
    let found = body::find(document, options.limits);
    article.text = found.text;
    article.title = article.title.or(found.title).or_else(|| found.heading.clone());
    article.author = article.author.or(found.byline);
    if let Some(reason) = refusal::reason(&article, said.is_article, &found.shape) {
        return Err(Problem::refused(
            place.clone(),
            format!("a web page (HTML) without an article: {reason}"),
        )
        .with_way_out("import the article's own page, or save its text as .txt"));
    }
    let mut warnings = said.warnings;
    if malformed {
        let problem = Problem::warning(
            place.clone(),
            "some bytes do not fit the page's charset; they are \u{FFFD} in the text",
        );
        warnings.push(problem.with_way_out("save the page again"));
    }
    Ok((article, warnings))
}

/// The words of a piece of HTML, such as a feed's entry; of what is too much to take apart, nothing.
pub(super) fn words(html: &str, limits: Limits) -> Option<String> {
    cost::measure(html, limits).ok()?;
    let document = Document::from(html);
    Some(prose::prose(&document.root()).replace('\0', ""))
}

/// The address that a browser or a clipper wrote above a page that it saved.
fn saved_from(html: &str) -> Option<String> {
    let end = html.char_indices().nth(2_000).map_or(html.len(), |(at, _)| at);
    let head = &html[..end];
    let comment = ["saved from url=", "Page saved with SingleFile", "\n url: "]
        .iter()
        .find_map(|mark| head.split_once(mark))
        .map(|(_, rest)| rest.split("-->").next().unwrap_or(rest))?;
    let start = comment.find("http")?;
    let address = comment[start..].split_whitespace().next()?;
    super::metadata::is_url(address).then(|| address.to_owned())
}

/// Whether content begins as web pages do.
pub(super) fn is_page(head: &str) -> bool {
    let mut head = head.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if head.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("<?xml")) {
        head = head.split_once("?>").map_or("", |(_, rest)| rest).trim_start();
    }
    while let Some(rest) = head.strip_prefix("<!--") {
        head = rest.split_once("-->").map_or("", |(_, rest)| rest).trim_start();
    }
    let start: String = head.chars().take(20).flat_map(char::to_lowercase).collect();
    ["<!doctype html", "<html", "<head", "<body", "<title", "<meta"].iter().any(|tag| start.starts_with(tag))
}
