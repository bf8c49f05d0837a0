//! Feeds of every kind: each entry an article, with the day on the outlet's own clock.

mod source_support;

use std::time::{Duration, Instant};

use source_support::{compare, options, sample};

const RSS: &str = r#"<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><link>https://c.example/</link><language>en-gb</language>
<item><title>Some &amp;amp; some</title><link>https://c.example/1</link><dc:creator>Ann Writer</dc:creator>
<pubDate>Mon, 22 Jul 2024 23:30:00 -0400</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>BAGHDAD (Reuters) - One.</p><script>x()</script><p>Two &amp; three.</p>]]></content:encoded></item>
<item><title>Only a summary</title><link>https://c.example/2</link><author>desk@c.example (Bo Desk)</author>
<description>&lt;p&gt;A &lt;b&gt;short&lt;/b&gt; one.&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>https://c.example/3</link></item>
</channel></rss>"#;

#[test]
fn rss_gives_articles_excerpts_and_refusals() {
    compare(
        &[(
            "a.xml",
            RSS,
            &[
                "article url=https://c.example/1 title=Some & some author=Ann Writer publisher=The Courier \
                 published=2024-07-22 (feed) language=en-gb text=\"BAGHDAD (Reuters) - One.\\n\\nTwo & three.\"",
                "article url=https://c.example/2 title=Only a summary author=Bo Desk publisher=The Courier language=en-gb \
                 text_kind=excerpt text=\"A short one.\"",
                "refused a.xml:9: the feed's entry has no text; save the article's own page",
            ],
        )],
        &options(),
    );
}

#[test]
fn atom_and_json_feed_and_rss_1_say_the_same() {
    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title><id>u</id>
        <updated>2024-07-23T10:00:00Z</updated><entry><id>https://c.example/1</id><title type="html">Some &lt;i&gt;to&lt;/i&gt; go</title>
        <link href="https://c.example/1"/><author><name>Ann</name></author><published>2024-07-22T10:00:00+03:00</published>
        <updated>2024-07-23T10:00:00Z</updated><content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content></entry></feed>"#;
    let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "language": "en", "items": [
        {"id": "1", "url": "https://c.example/1", "title": "Some to go", "authors": [{"name": "Ann"}],
         "date_published": "2024-07-22T10:00:00+03:00", "date_modified": "2024-07-23T10:00:00Z",
         "content_html": "<p>One.</p><p>Two.</p>"}]}"#;
    let expected = "article url=https://c.example/1 title=Some to go author=Ann publisher=The Courier published=2024-07-22 (feed) \
        modified=2024-07-23T10:00:00Z language=en text=\"One.\\n\\nTwo.\"";
    compare(
        &[
            ("a.atom", atom, &[expected]),
            ("a.txt", atom, &[expected]),
            ("-", json, &[expected]),
            ("a.json", json, &[expected]),
            (
                "-",
                r##"<?xml version="1.0"?><!-- x --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel><title>The Courier</title></channel><item><title>T</title><link>https://c.example/1</link>
                <description>One.</description></item></rdf:RDF>"##,
                &[
                    "article url=https://c.example/1 title=T publisher=The Courier text_kind=excerpt text=\"One.\"",
                ],
            ),
        ],
        &options(),
    );
}

#[test]
fn broken_feeds_are_refused_with_the_way_out() {
    let laughs = (1..12).fold("<!ENTITY l0 'ha'>".to_owned(), |dtd, n| {
        dtd + &format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10))
    });
    let laughs = RSS
        .replace("<rss", &format!("<!DOCTYPE rss [{laughs}]><rss"))
        .replace("Short.", "&l11;")
        .replace("Nothing", "&l11;");
    let deep = format!("<rss version=\"2.0\"><channel><item>{}", "<a>".repeat(100_000));
    let external = RSS
        .replace("<rss", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss")
        .replace("Nothing", "&x;");
    for (what, content, told) in [
        ("truncated", RSS[..700].to_owned(), "refused a.rss: this is no feed that can be read"),
        ("empty", String::new(), "refused a.rss: the file is empty"),
        (
            "other XML",
            "<?xml version='1.0'?><urlset><url/></urlset>".to_owned(),
            "refused a.rss: this is no feed",
        ),
        (
            "no entries",
            "<rss version='2.0'><channel><title>T</title></channel></rss>".to_owned(),
            "warning a.rss: the feed has no entries",
        ),
        ("deep", deep, "refused a.rss"),
        ("laughs", laughs, "a.rss"),
        ("external", external, "a.rss"),
        ("NUL", RSS.replace("One", "O\0ne"), "a.rss"),
    ] {
        let begun = Instant::now();
        let found = sample("a.rss", &content, &options());
        assert!(
            found.iter().any(|line| line.contains(told) || line.starts_with("article")),
            "{what}: {found:#?}"
        );
        assert!(
            !found.iter().any(|line| line.contains("haha") || line.contains("root:") || line.contains('\0')),
            "{what}: {found:#?}"
        );
        assert!(begun.elapsed() < Duration::from_secs(10), "{what}: {:?}", begun.elapsed());
    }
}

#[test]
fn feeds_in_other_encodings_are_read() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(r#"<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel>
        <title>T</title><item><title>Новости</title><link>https://c.example/1</link><description>Войска ушли.</description></item></channel></rss>"#);
    let found = sample("a.rss", &bytes, &options());
    assert!(found[0].contains("title=Новости") && found[0].contains("Войска ушли."), "{found:?}");
}
