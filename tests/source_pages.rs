//! Saved web pages: the article in them, what they say of themselves, and what is a page but no article.

mod source_support;

use std::time::{Duration, Instant};

use source_support::{options, paths, sample};

const STORY: &str = "<p>BAGHDAD (Reuters) - The council said on Monday that some of the soldiers would leave the \
    valley by March, after months of talks about the road and the two bridges.</p>\
    <p>About 2,500 are stationed there, a spokesman said. He did not say how many would stay, or where they would \
    be housed in the winter.</p><p>The governor's office, which had asked for a later date, said it had not been \
    told, and that it would wait for a letter before it said more.</p>";

/// A page with furniture around a story; `head` and `story` are the test's.
fn page(head: &str, story: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head>{head}</head><body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>\
         <div id=cookie role=dialog>We use cookies. <button>Accept</button></div>\
         <main><article><h1>Some to go</h1>{story}\
         <figure><img src=x.jpg><figcaption>A tank on the road. Photo: A. Lens</figcaption></figure>\
         </article></main><aside class=related-stories><h3>Related</h3><ul><li><a href=/1>Other news of the day</a>\
         <li><a href=/2>Yet more of it</a></ul></aside><footer>© The Courier. All rights reserved.</footer></body></html>"
    )
}

fn one(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let found = sample(name, bytes, &options());
    assert_eq!(found.len(), 1, "{found:#?}");
    found.into_iter().next().expect("one item")
}

#[test]
fn the_article_is_found_without_what_stands_around_it() {
    let found = one("a.html", page("<title>Some to go | The Courier</title>", STORY));
    let text = found.split_once("text=").expect("a text").1;
    assert!(text.starts_with("\"BAGHDAD (Reuters) - The council said"), "{text}");
    assert!(text.ends_with("before it said more.\""), "{text}");
    assert!(text.contains("bridges.\\n\\nAbout 2,500 are"), "paragraphs are kept: {text}");
    for furniture in ["Home", "cookies", "tank", "Related", "Other news", "rights reserved"] {
        assert!(!text.contains(furniture), "{furniture}: {text}");
    }
}

#[test]
fn metadata_come_from_schema_org_then_opengraph_then_meta_then_time_then_the_address() {
    let json_ld = "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"Organization\", \"@id\": \"#p\", \"name\": \
        \"The Courier\"}, {\"@type\": [\"NewsArticle\"], \"headline\": \"Some &amp; some\", \"author\": [{\"name\": \"Ann\"}, \
        {\"name\": \"Bo\"}], \"publisher\": {\"@id\": \"#p\"}, \"datePublished\": \"2024-07-22T10:00:00+03:00\", \
        \"dateModified\": \"2024-07-23T10:00:00Z\", \"url\": \"https://c.example/a\", \"inLanguage\": \"en\",}]}</script>";
    let json_ld = json_ld.replace(",}]}", "}]}");
    let open_graph = "<meta property='og:title' content='OG'><meta property='og:site_name' content='OG Courier'>\
        <meta property='article:published_time' content='2024-07-21T10:00:00Z'><meta property='og:url' content='https://c.example/og'>\
        <meta property='og:locale' content='en_GB'>";
    let meta = "<meta name=author content='By Cy'><meta name=date content='2024-07-20'><link rel=canonical href='https://c.example/2024/07/18/x'>";
    let time = "<p><time datetime='2024-07-19T08:00'>July 19</time></p>";
    let story = format!("{time}{STORY}");
    for (head, story, expected) in [
        (
            format!("{json_ld}{open_graph}{meta}"),
            &*story,
            "article url=https://c.example/a title=Some & some author=Ann, Bo publisher=The Courier published=2024-07-22 (json_ld) \
             modified=2024-07-23T10:00:00Z language=en text=",
        ),
        (
            format!("<html lang=de>{open_graph}{meta}"),
            &story,
            "article url=https://c.example/og title=OG author=Cy publisher=OG Courier published=2024-07-21 (meta) language=en_GB text=",
        ),
        (
            meta.to_owned(),
            &story,
            "article url=https://c.example/2024/07/18/x title=Some to go author=Cy published=2024-07-20 (meta)",
        ),
        (
            "<title>Some to go</title><link rel=canonical href='https://c.example/2024/07/18/x'>".to_owned(),
            &story,
            "article url=https://c.example/2024/07/18/x title=Some to go published=2024-07-19 (time)",
        ),
        (
            "<link rel=canonical href='https://c.example/2024/07/18/x'>".to_owned(),
            STORY,
            "article url=https://c.example/2024/07/18/x title=Some to go published=2024-07-18 (url)",
        ),
    ] {
        let found = one("a.html", page(&head, story));
        assert!(found.starts_with(expected), "{expected}\n{found}");
    }
}

#[test]
fn schema_org_data_may_be_broken() {
    for script in [
        "{\"@type\": \"NewsArticle\", \"headline\": ",
        "[[[[[[[[1]]]]]]]]",
        "{\"@type\": 7, \"headline\": \"Seven\"}",
        "{\"@type\": \"NewsArticle\", \"headline\": {\"a\": 1}, \"author\": 7, \"datePublished\": \"\"}",
    ] {
        let head =
            format!("<script type=application/ld+json>{script}</script><meta name=date content=2024-07-20>");
        let found = one("a.html", page(&head, STORY));
        assert!(
            found.contains("title=Some to go") && found.contains("published=2024-07-20 (meta)"),
            "{found}"
        );
    }
    let folded = "{\"@type\": \"Article\", \"headline\": \"Line\n break\"};";
    let found = one("a.html", page(&format!("<script type=application/ld+json>{folded}</script>"), STORY));
    assert!(found.contains("title=Line break"), "{found}");
}

#[test]
fn pages_are_told_by_their_content_whatever_they_are_called() {
    for (name, before) in
        [("a.txt", ""), ("-", "\u{feff}\n "), ("page", "<!-- saved from url=(0021)https://c.example/s -->\n")]
    {
        let found = one(name, format!("{before}{}", page("", STORY)));
        assert!(found.contains("title=Some to go") && found.contains("BAGHDAD"), "{name}: {found}");
        assert_eq!(found.contains("url=https://c.example/s"), name == "page", "{found}");
    }
}

#[test]
fn characters_are_read_as_browsers_read_them() {
    let story = STORY.replace("council", "café “council”");
    for (label, encoding) in [
        ("windows-1252", encoding_rs::WINDOWS_1252),
        ("gbk", encoding_rs::GBK),
        ("utf-8", encoding_rs::UTF_8),
    ] {
        let html = page(&format!("<meta charset={label}>"), &story);
        let found = one("a.html", encoding.encode(&html).0);
        assert!(found.contains("café “council”"), "{label}: {found}");
    }
    let mut bytes = page("<meta charset=utf-8>", &story).into_bytes();
    let at = bytes.windows(5).position(|part| part == b"March").expect("a word");
    bytes[at] = 0xFF;
    let found = sample("a.html", &bytes, &options());
    assert!(
        found[0].starts_with("warning a.html: some bytes do not fit") && found[1].contains("café"),
        "{found:?}"
    );
    let found = one("a.html", page("", STORY).replace("March", "Mar\0ch"));
    assert!(found.contains("Mar"), "{found}");
    let wide: Vec<u8> = page("", STORY).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(one("a.html", wide).contains("--encoding utf-16le"));
}

#[test]
fn what_is_no_article_is_refused_as_what_it_is() {
    let links = (0..60)
        .map(|n| format!("<li><a href=/{n}>What happened in the valley today, part {n}</a>"))
        .collect::<String>();
    for (body, told) in [
        (format!("<h1>Front page</h1><ul>{links}</ul>"), "without an article"),
        ("<h1>Sign in</h1><form><input name=u><input type=password></form><p>Welcome back.</p>".to_owned(), "without an article"),
        ("<h1>Before you continue</h1><p>We use cookies and similar technologies to show you adverts, to measure them, and to \
          make our pages better. Choose what you want us to do with them, and come back at any time.</p>".to_owned(), "a cookie wall"),
        ("<p>Please enable JavaScript and disable any ad blocker to go on.</p>".to_owned(), "JavaScript"),
        ("<p>You must be signed in. Log in to read this story, or subscribe to read every story of the valley.</p>".to_owned(), "login wall"),
        ("<h1>404 Not Found</h1><hr>nginx".to_owned(), "without an article"),
        (String::new(), "it has no text"),
    ] {
        let found = one("a.html", format!("<!DOCTYPE html><title>T</title><body>{body}</body>"));
        assert!(found.starts_with("refused a.html: a web page (HTML) without an article: ") && found.contains(told), "{found}");
        assert!(found.contains("; import the article's own page"), "{found}");
    }
}

#[test]
fn hostile_markup_ends_quickly() {
    let deep = |tag: &str, times: usize| format!("<html><body>{}{STORY}", format!("<{tag}>").repeat(times));
    let reopened = (0..3_000).map(|n| format!("<b id={n}>")).collect::<String>() + &"<p>x".repeat(3_000);
    for (what, html, told) in [
        ("b", deep("b", 50_000), "tags such as <b> and <a> open"),
        ("font", deep("font size=1", 50_000), "tags such as"),
        ("div", deep("div", 20_000), "nests its markup 20000 levels deep"),
        ("fewer", deep("div", 1_500), "BAGHDAD"),
        ("table", deep("table><tr><td", 5_000), "levels deep"),
        ("tables", deep("table><tr><td", 600), "BAGHDAD"),
        ("span", deep("span", 50_000), "levels deep"),
        ("svg", deep("svg><g", 20_000), "levels deep"),
        ("p", "<html>".to_owned() + &"<p>".repeat(210_000), "--max-elements"),
        ("reopened", format!("<html><body>{reopened}"), "tags such as"),
        (
            "attributes",
            format!("<html><body {}>{STORY}", (0..20_000).map(|n| format!("a{n}=1 ")).collect::<String>()),
            "BAGHDAD",
        ),
        ("comment", format!("<html><!--{}", "<!--".repeat(100_000)), "html"),
        ("open tag", format!("<html><a href=\"{}", "x".repeat(900_000)), "html"),
        ("meta", format!("<html>{}{STORY}", "<meta name=date content=2024-07-20>".repeat(5_000)), "BAGHDAD"),
        (
            "json-ld",
            page(&format!("<script type=application/ld+json>{}</script>", "[".repeat(100_000)), STORY),
            "BAGHDAD",
        ),
    ] {
        let begun = Instant::now();
        let found = sample("a.html", html, &options());
        assert!(
            found.iter().any(|line| line.contains(told)),
            "{what}: {}",
            found[0].chars().take(300).collect::<String>()
        );
        assert!(begun.elapsed() < Duration::from_secs(20), "{what} took {:?}", begun.elapsed());
    }
}

#[test]
fn folders_of_saved_pages_give_the_pages_and_not_their_parts() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, content: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        std::fs::write(path, content).expect("a file");
    };
    write("story.html", &page("", STORY));
    write("story_files/frame.html", "<html>An advert");
    write("other_files/story.htm", &page("", STORY));
    write("claims.toml", "[article]\nkey = 'k'\nfile = 'story.html'\n");
    let (found, lines) = paths(&[folder.path().to_path_buf()], &options());
    assert_eq!(format!("{:?}", found.passed_over), r#"{"parts of saved pages": 1}"#);
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert!(
        lines[0].contains("[key=k title=Some to go") && lines[0].contains("BAGHDAD"),
        "a claim file's page: {lines:#?}"
    );
    assert!(lines[1..].iter().all(|line| line.starts_with("article title=Some to go")), "{lines:#?}");
}
