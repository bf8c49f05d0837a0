//! Titles, quotes, names and addresses from strangers who mean harm: they are words, in the page and in every other format.

use factdb::render::FORMATS;

use crate::stage::{Stage, article, claim};
use crate::{Page, assert_sound, within, words};

/// Markup that would run, close what is open, or turn the order of reading.
const MARKUP: &str = "</title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'><a href='javascript:alert(3)'>\
     <svg onload=alert(4)><!-- ]]> {{7*7}} &lt;b&gt; &#x3c;";
/// What steers a terminal, hides, or is no character at all to most programs.
const STEERING: &str =
    "\u{1b}[31mred\u{1b}]0;owned\u{7} \u{202e}desrever\u{2066}\u{200b}\u{feff}\u{1}\u{7f}\u{85}\u{2028}";
/// Addresses that are none a browser may follow, and one that looks like another.
const ADDRESSES: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "//evil.example/x",
    "https://good.example/\u{202e}moc.live",
    "https://good.example/ onmouseover=alert(1)",
    "httpsx://evil.example",
];

/// A story whose every text is hostile; what an import would not let in, another client wrote.
pub(crate) fn hostile() -> Stage {
    let stage = Stage::new();
    let word = "w".repeat(100_000);
    let quote = format!("about 2,500 soldiers {MARKUP} would leave by September 2025");
    let text = format!("Officials said {quote}, {word} and so on.");
    stage.write("bad.md", &article("bad", "title: Bad\npublished: 2024-07-22\npublisher: Bad", &text));
    let fields = "when = { text = \"by September 2025\", relation = \"by\", latest = \"2025-09-30\", precision = \"month\" }\n\
                  quantity = { text = \"about 2,500\", best = 2500, qualifier = \"about\", unit = \"troops\" }\nplace = \"iraq\"\n\
                  speaker = { kind = \"anonymous\", text = \"Officials\" }";
    stage.write(
        "bad.toml",
        &format!(
            "[article]\nkey = \"bad\"\nfile = \"bad.md\"\n{}",
            claim("would leave by September 2025", fields)
        ),
    );
    stage.imported(&["bad.md", "bad.toml"]);
    let database = stage.connection();
    let title = format!("={MARKUP} {STEERING} {word}");
    database.execute("UPDATE articles SET title = ?1, url = ?2", (&title, ADDRESSES[0])).unwrap();
    database
        .execute(
            "UPDATE entities SET name = ?1 WHERE key = 'iraq' OR id IN (SELECT publisher_id FROM articles)",
            [format!("+{MARKUP}{STEERING}")],
        )
        .unwrap();
    stage
}

#[test]
fn the_page_shows_hostile_words_as_words() {
    let stage = hostile();
    let page = Page::all(&stage);
    assert_sound(&page);
    assert!(
        words(page.one("#evidence h3")).starts_with("=</title></style></script><script>alert(1)"),
        "they are all shown"
    );
    assert!(!page.select(".gantt li").is_empty() && page.source.len() < 1_000_000, "and drawn, and cut");
    assert!(page.select("img").is_empty());
    let stage = Stage::example();
    stage.connection().execute("UPDATE claims SET speaker_text = ?1", [MARKUP]).unwrap();
    assert_sound(&Page::all(&stage));
}

#[test]
fn only_an_address_of_the_web_becomes_a_link() {
    let stage = hostile();
    for address in ADDRESSES {
        stage.connection().execute("UPDATE articles SET url = ?1", [address]).unwrap();
        let page = Page::all(&stage);
        assert_sound(&page);
        assert!(within(page.one(".byline"), "a").is_empty(), "{address}");
    }
    stage.connection().execute("UPDATE articles SET url = 'https://good.example/a?b=1&c=\"2\"'", []).unwrap();
    let page = Page::all(&stage);
    let link = within(page.one(".byline"), "a")[0];
    assert_eq!(link.attr("href"), Some("https://good.example/a?b=1&c=\"2\""));
    assert_eq!(link.attr("rel"), Some("external noopener noreferrer nofollow"));
}

#[test]
fn keys_that_others_wrote_are_no_names_of_elements() {
    let stage = hostile();
    let database = stage.connection();
    for key in ["a b c d e f g h ", "\"><script>alert(", "k\u{202e}kkkkkkkkkkkkkk", "−−−−−−−−−−−−−−−−"]
    {
        database.execute("UPDATE claims SET key = ?1", [key]).unwrap();
        database.execute("UPDATE articles SET key = ?1", [format!("a {key}")]).unwrap();
        assert_sound(&Page::all(&stage));
    }
}

#[test]
fn no_format_lets_them_steer_a_terminal_or_be_a_formula() {
    let stage = hostile();
    for format in FORMATS.iter().map(|format| format.name) {
        let printed = stage.ok(&["report", "all", "--format", format, "--width", "80"]);
        let steering = printed.chars().find(|c| {
            (c.is_control() && *c != '\n')
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        assert_eq!(steering, None, "{format}");
    }
    let printed = stage.ok(&["report", "schedules", "--format", "csv"]);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(printed.as_bytes());
    let mut formulas = 0;
    for cell in
        reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
    {
        let number = cell.parse::<f64>().is_ok();
        assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", &cell[..40]);
        formulas += usize::from(cell.starts_with("'=") || cell.starts_with("'+"));
    }
    assert!(formulas >= 2, "title and place were formulas");
}

#[test]
fn markdown_has_no_markup_of_theirs() {
    use pulldown_cmark::{Event, Options, Parser};
    let printed = hostile().ok(&["report", "all", "--format", "markdown", "--all-columns"]);
    for event in Parser::new_ext(&printed, Options::all()) {
        let markup = matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(pulldown_cmark::Tag::Link { .. } | pulldown_cmark::Tag::Image { .. })
        );
        assert!(!markup, "{event:?}");
    }
}
