//! The page: valid, the same every time, every figure as the view has it, every number with its evidence, and nothing that a stranger
//! wrote does anything in it.
#![allow(clippy::unwrap_used)]

mod browser;
mod figures;
mod hostile;
mod pictures;
#[path = "../stage/mod.rs"]
mod stage;

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};
use stage::Stage;

/// A page, parsed as a browser does.
struct Page {
    html: Html,
    source: String,
}

impl Page {
    fn of(source: String) -> Self {
        Self { html: Html::parse_document(&source), source }
    }

    /// All reports of a stage.
    fn all(stage: &Stage) -> Self {
        Self::of(stage.ok(&["report", "all", "--format", "html"]))
    }

    fn select<'a>(&'a self, selector: &str) -> Vec<ElementRef<'a>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    fn one<'a>(&'a self, selector: &str) -> ElementRef<'a> {
        let found = self.select(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found[0]
    }
}

fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The page of a report from a table that no database holds.
fn page_of(name: &str, table: factdb::report::Table) -> Page {
    let tables = [table];
    let story = factdb::report::Story { reports: vec![name.to_owned()], ..Default::default() };
    let document = factdb::report::Document { tables: &tables, story: Some(&story) };
    printed(&document)
}

fn printed(document: &factdb::report::Document<'_>) -> Page {
    let mut out = Vec::new();
    let html = factdb::render::format("html").unwrap();
    (html.write)(document, &factdb::render::Look::default(), &mut out).unwrap();
    Page::of(String::from_utf8(out).unwrap())
}

/// What is right on every page, whatever it shows.
fn assert_sound(page: &Page) {
    assert!(page.html.errors.is_empty(), "{:#?}", page.html.errors);
    let ids: Vec<&str> = page.select("[id]").iter().map(|element| element.attr("id").unwrap()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
    for attribute in ["aria-labelledby", "for"] {
        for element in page.select(&format!("[{attribute}]")) {
            for id in element.attr(attribute).unwrap().split(' ') {
                assert!(unique.contains(id), "{attribute} names {id}, which is not there");
            }
        }
    }
    for link in page.select("a") {
        let target = link.attr("href").unwrap();
        match target.strip_prefix('#') {
            Some(id) => assert!(unique.contains(id), "a link leads to {id}, which is not there"),
            None => {
                assert!(target.starts_with("https://") || target.starts_with("http://"), "{target}");
                assert!(link.attr("rel").unwrap().contains("noopener"), "{target}");
            }
        }
    }
    for element in page.select("*") {
        for (name, value) in element.value().attrs() {
            let loads = ["src", "srcset", "data", "action", "background", "poster", "style", "srcdoc"]
                .contains(&name);
            assert!(!loads && !name.starts_with("on"), "{} has {name}={value}", element.value().name());
            assert!(!value.contains("javascript:") || name == "aria-label", "{name}={value}");
        }
    }
    assert_eq!(
        page.select("script, iframe, object, embed, img, link, base, form, meta[http-equiv=refresh]").len(),
        1
    );
    assert!(!page.one("style").text().collect::<String>().contains("http"), "nothing is loaded by the style");
    let hidden = page.source.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(hidden, None);
}

#[test]
fn every_page_is_valid_and_loads_nothing() {
    for stage in [Stage::example(), Stage::new()] {
        assert_sound(&Page::all(&stage));
        assert_sound(&Page::of(stage.ok(&["report", "--format", "html"])));
        for report in factdb::report::reports() {
            assert_sound(&Page::of(stage.ok(&["report", &report.name, "--format", "html"])));
        }
    }
}

#[test]
fn the_policy_allows_the_page_s_own_style_and_script_and_nothing_else() {
    let page = Page::all(&Stage::example());
    let policy = page.one("meta[http-equiv=Content-Security-Policy]").attr("content").unwrap();
    let parts: Vec<&str> = policy.split("; ").collect();
    assert_eq!(parts[0], "default-src 'none'");
    assert_eq!(parts[3..], ["base-uri 'none'", "form-action 'none'"]);
    for (part, kind) in [(parts[1], "style-src"), (parts[2], "script-src")] {
        let hash = part.strip_prefix(kind).and_then(|rest| rest.strip_prefix(" 'sha256-")).expect("a hash");
        assert!(hash.len() == 45 && hash.ends_with("='"), "{part}");
    }
    let before = |tag: &str| page.source.find(tag).unwrap();
    assert!(before("Content-Security-Policy") < before("<style>"), "the policy comes first");
}

#[test]
fn the_same_database_gives_the_same_bytes() {
    let stage = Stage::example();
    let again = Stage::example();
    assert_eq!(Page::all(&stage).source, Page::all(&stage).source);
    assert_eq!(Page::all(&stage).source, Page::all(&again).source);
}

#[test]
fn who_hears_the_page_or_has_no_mouse_finds_everything() {
    let page = Page::all(&Stage::example());
    assert_eq!(page.one("html").attr("lang"), Some("en"));
    for landmark in ["header.masthead", "nav[aria-label]", "main#content", "footer"] {
        page.one(landmark);
    }
    assert_eq!(page.one("a.skip").attr("href"), Some("#content"));
    for table in page.select("table") {
        assert_eq!(within(table, "caption").len(), 1);
        assert!(within(table, "thead th").iter().all(|head| head.attr("scope") == Some("col")));
        assert!(within(table, "tbody tr").iter().all(|row| within(*row, "th[scope=row]").len() == 1));
    }
    assert!(
        page.select(".scroll").iter().all(|scroll| scroll.attr("tabindex") == Some("0")),
        "keys scroll tables"
    );
    for picture in page.select("svg") {
        let named = picture.attr("aria-labelledby").is_some() && within(picture, "title, desc").len() >= 2;
        assert!(
            named
                || picture.attr("aria-hidden") == Some("true")
                || picture.parent().unwrap().value().as_element().unwrap().name() != "div"
        );
    }
    assert!(
        page.source.contains("prefers-reduced-motion") && page.source.contains("prefers-color-scheme: dark")
    );
}

#[test]
fn nothing_shows_a_digest_as_its_publisher_s_words() {
    let stage = Stage::example();
    let page = Page::all(&stage);
    let sources = page.select("#evidence .source");
    assert_eq!(sources.len(), 5, "every article of the example");
    for source in sources {
        let byline = words(within(source, ".byline b")[0]);
        assert!(byline.starts_with("digest of "), "{byline}");
        assert!(words(within(source, "p.retold")[0]).contains("not its publisher’s"));
        assert!(within(source, "blockquote").iter().all(|quote| quote.attr("class") == Some("retold")));
    }
}

#[test]
fn evidence_marks_the_quote_in_its_sentence_and_names_who_says_so() {
    let stage = Stage::example();
    let page = Page::all(&stage);
    let claims = page.select("#evidence .claim");
    assert_eq!(claims.len(), 80);
    let database = stage.connection();
    let columns = ["quote", "sentence", "stance_said", "speaker_said", "claim_key"];
    let sql = format!("SELECT {} FROM claim_details WHERE claim_key = ?1", columns.join(", "));
    let mut statement = database.prepare(&sql).unwrap();
    let clean = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for claim in claims {
        let key = claim.attr("id").unwrap().strip_prefix("claim-").unwrap();
        let row =
            |row: &rusqlite::Row<'_>| (0..5).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<String>>>();
        let told: Vec<String> = statement.query_row([key], row).unwrap().into_iter().map(clean).collect();
        let shown = |selector: &str| clean(words(within(claim, selector)[0]));
        assert_eq!(shown("mark"), told[0]);
        assert_eq!(shown("blockquote"), told[1]);
        let facts = within(claim, "dd").iter().map(|fact| clean(words(*fact))).collect::<Vec<_>>();
        for (column, value) in columns.iter().zip(&told).skip(2) {
            assert!(facts.iter().any(|fact| fact.contains(value)), "{key}: {column} in {facts:?}");
        }
    }
}

#[test]
fn an_article_published_on_two_days_has_its_name_once() {
    let told = |key: &str, published: &str| factdb::report::Evidence {
        claim_key: key.to_owned(),
        article_key: "one".to_owned(),
        published: published.to_owned(),
        ..Default::default()
    };
    let evidence = vec![told("a", "2024-07-22"), told("b", "2024-07-23"), told("c", "2024-07-23")];
    let story = factdb::report::Story { evidence, ..Default::default() };
    let document = factdb::report::Document { tables: &[], story: Some(&story) };
    let page = printed(&document);
    assert_sound(&page);
    assert_eq!(page.select(".source").len(), 2);
    page.one("#article-1");
}
