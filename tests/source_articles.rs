//! Articles in every format and under every name that the wild gives their fields.

mod source_support;

use source_support::{compare, options, sample};

#[test]
fn text_is_kept_to_the_character() {
    compare(
        &[
            (
                "a.txt",
                "One.\r\n\r\n Two\u{a0}– “three”.\n\n",
                &[r#"article text="One.\r\n\r\n Two\u{a0}– “three”.\n\n""#],
            ),
            ("a.txt", "---\ntitle: T\n---\n\n One.\r\n", &[r#"article title=T text="\n One.\r\n""#]),
            ("a.txt", "---\r\ntitle: T\r\n---\r\nOne.", &[r#"article title=T text="One.""#]),
            (
                "a.txt",
                "+++\ntitle = \"T\"\ndate = 2024-07-22\n+++\nOne.",
                &[r#"article title=T published=2024-07-22 (front_matter) text="One.""#],
            ),
            ("a.txt", "---\n---\nOne.", &[r#"article text="One.""#]),
            ("a.txt", "---\ntitle: never closed\n\nOne.", &[r#"article text="---\ntitle: never"#]),
            ("a.txt", "---\nA line of prose, no field.\n---\nOne.", &[r#"article text="---\nA line"#]),
            ("a.txt", "\u{feff}---\ntitle: T\n---\nOne.", &[r#"article title=T text="One.""#]),
            ("notes", "Just words, under a name without extension.", &[r#"article text="Just words"#]),
        ],
        &options(),
    );
}

#[test]
fn front_matter_as_people_write_it() {
    compare(
        &[
            (
                "a.md",
                "---\ntitle: Iraq: the plan\nauthor: @desk\n---\nOne.",
                &[
                    "…it was read line by line; put values",
                    r#"article title=Iraq: the plan author=@desk text="One.""#,
                ],
            ),
            (
                "a.md",
                "---\ntitle: %5 leave\n---\nOne.",
                &["warning a.md:2: ", r#"article title=%5 leave text="One.""#],
            ),
            (
                "a.md",
                "---\ntags:\n\t- a\nauthor:\n  - Ann\n\t- Bob\ntitle: T\n---\nOne.",
                &["…line by line", r#"article title=T author=Ann, Bob text="One.""#],
            ),
            (
                "a.md",
                "---\ntitle: A\nauthor: X\ntitle: B\n---\nOne.",
                &[
                    "warning a.md:4: \"title\" stands twice; the value of line 2 is taken",
                    r#"article title=A author=X text="One.""#,
                ],
            ),
            (
                "a.md",
                "---\ntitle: 007\nkey: 000\ndate: 2024-07-22\n---\nOne.",
                &[r#"article key=000 title=007 published=2024-07-22 (front_matter) text="One.""#],
            ),
            ("a.md", "---\ntitle: \"\"\npublisher:\nauthor: \" \"\n---\nOne.", &[r#"article text="One.""#]),
            (
                "a.md",
                "---\ntitle: >\n  folded\n  words\n---\nOne.",
                &[r#"article title=folded words text="One.""#],
            ),
            (
                "a.md",
                "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: T\n---\nOne.",
                &[r#"article title=T text="One.""#],
            ),
        ],
        &options(),
    );
}

#[test]
fn what_a_web_clipper_writes() {
    let page = "---\ntitle: \"The plan\"\nsource: \"https://news.example/plan\"\nauthor:\n  - \"[[Ann Lee]]\"\n  - \"[[b|Bob]]\"\n\
                published: 2024-07-22\ncreated: 2024-07-23\ndescription: \"x\"\ntags:\n  - \"clippings\"\n---\n\
                ## Head\n\nThe [[Reuters]] agency says *2,500* troops\nstay.";
    let expected = r#"article url=https://news.example/plan title=The plan author=Ann Lee, Bob published=2024-07-22 (front_matter) retrieved=2024-07-23 text="Head\n\nThe Reuters agency says 2,500 troops stay.""#;
    compare(&[("clip.md", page, &[expected])], &options());
}

#[test]
fn names_of_fields_in_the_wild() {
    let record = |fields: &str| format!("{{{fields}, \"text\": \"T.\"}}");
    for (fields, expected) in [
        (r#""source": "https://a.example/x""#, "url=https://a.example/x"),
        (r#""source": "Reuters""#, "publisher=Reuters"),
        (
            r#""source": {"id": null, "name": "BBC News"}, "url": "https://a.example/x""#,
            "url=https://a.example/x publisher=BBC News",
        ),
        (r#""link": "https://a.example/x""#, "url=https://a.example/x"),
        (r#""Source URL": "https://a.example/x""#, "url=https://a.example/x"),
        (r#""permalink": "not a url""#, ""),
        (r#""headline": "H""#, "title=H"),
        (r#""author": [{"@type": "Person", "name": "Ann"}, "Bob"]"#, "author=Ann, Bob"),
        (r#""byline": "Ann\n  Lee""#, "author=Ann Lee"),
        (r#""publisher": {"name": "The Paper"}"#, "publisher=The Paper"),
        (r#""site_name": "The Paper""#, "publisher=The Paper"),
        (r#""og:site_name": "The Paper""#, "publisher=The Paper"),
        (r#""datePublished": "2024-07-22T23:30:00-04:00""#, "published=2024-07-22 (record)"),
        (r#""published_at": 1721642400"#, "published=2024-07-22 (record)"),
        (r#""pubDate": "Mon, 22 Jul 2024 10:00:00 GMT""#, "published=2024-07-22 (record)"),
        (r#""published": true, "date": "2024-07-22""#, "published=2024-07-22 (record)"),
        (r#""published": "2024-07-22", "published_from": "url""#, "published=2024-07-22 (url)"),
        (r#""dateModified": "2024-07-22T10:00:00+03:00""#, "modified=2024-07-22T07:00:00Z"),
        (r#""accessed": "2024-07-25""#, "retrieved=2024-07-25"),
        (r#""inLanguage": "en-GB""#, "language=en-GB"),
        (r#""agency": "AFP", "text_kind": "digest""#, "text_kind=digest wire=AFP"),
        (r#""image": "x", "keywords": ["a"], "anything": {"a": [1]}"#, ""),
    ] {
        let found = sample("a.json", record(fields), &options());
        let expected = format!("article {expected}{}text=\"T.\"", if expected.is_empty() { "" } else { " " });
        assert_eq!(found, [expected], "{fields}");
    }
    for name in ["text", "body", "content", "articleBody", "full_text", "Text-Content"] {
        assert_eq!(
            sample("a.json", format!(r#"{{"{name}": "T."}}"#), &options()),
            [r#"article text="T.""#],
            "{name}"
        );
    }
}

#[test]
fn dates_keep_what_is_sure() {
    compare(
        &[
            (
                "a.json",
                r#"{"date": ["2024-07-22", "x"], "text": "T."}"#,
                &["…kept the first date", "article published=2024-07-22"],
            ),
            (
                "a.json",
                r#"{"date": "2024-07-22 (updated)", "text": "T."}"#,
                &["warning a.json:1: kept", "article published=2024-07-22"],
            ),
            (
                "a.json",
                r#"{"date": "07/08/2024", "text": "T."}"#,
                &["…may be the 07. of month 08", "article text="],
            ),
            ("a.json", r#"{"date": "2024-07", "text": "T."}"#, &["…is a month, not a day", "article text="]),
            (
                "a.json",
                r#"{"date": "2024-02-30", "text": "T."}"#,
                &["…there is no day \"2024-02-30\"", "article text="],
            ),
            (
                "a.json",
                r#"{"date": "2031-01-01", "text": "T."}"#,
                &["…after today", "article published=2031-01-01"],
            ),
        ],
        &options(),
    );
    let mut said = options();
    said.published = chrono::NaiveDate::from_ymd_opt(2020, 1, 2);
    said.publisher = Some("The Paper".to_owned());
    compare(
        &[
            ("a.txt", "T.", &["article publisher=The Paper published=2020-01-02 (option)"]),
            (
                "a.json",
                r#"{"date": "2024-07-22", "site": "B", "text": "T."}"#,
                &["article publisher=B published=2024-07-22 (record)"],
            ),
        ],
        &said,
    );
}

#[test]
fn records_in_every_format() {
    let (one, two) = (r#"article title=A text="T.""#, r#"article title=B text="U.""#);
    compare(
        &[
            ("a.json", r#"[{"title": "A", "text": "T."}, {"title": "B", "text": "U."}]"#, &[one, two]),
            (
                "a.json",
                r#"{"articles": [{"title": "A", "text": "T."}, {"title": "B", "text": "U."}]}"#,
                &[one, two],
            ),
            (
                "a.json",
                "{\"title\": \"A\", \"text\": \"T.\"}\n{\"title\": \"B\", \"text\": \"U.\"}",
                &[one, two],
            ),
            (
                "a.jsonl",
                "{\"title\": \"A\", \"text\": \"T.\"}\r\n\n{\"title\": \"B\", \"text\": \"U.\"}",
                &[one, two],
            ),
            ("-", "[{\"title\": \"A\", \"text\": \"T.\"}]", &[one]),
            ("a.csv", "title,text\nA,T.\n,\nB,U.\n", &[one, two]),
            ("a.tsv", "title\ttext\nA\tT.\nB\tU.\n", &[one, two]),
            ("-", "Headline;Full Text\nA;T.\nB;\"U.\"\n", &[one, two]),
            ("a.csv", "\u{feff}title;text\r\nA;T.\r\nB;U.\r\n", &[one, two]),
            ("-", "title\ttext\nA\tT.\n", &[one]),
            (
                "a.json",
                "[{\"text\": \"T.\", \"title\": \"A\"}, 7, {\"title\": \"x\"},\n{\"text\": \"U.\", \"title\": \"B\"}]",
                &[
                    one,
                    "refused a.json:1: \"7\" where a record should be",
                    "refused a.json:1: an article without a text",
                    two,
                ],
            ),
            (
                "a.json",
                "[{\"title\": \"A\", \"text\": \"T.\"}, {\"title\"",
                &[one, "refused a.json:1: the JSON ends in the middle"],
            ),
            (
                "a.jsonl",
                "{\"title\": \"A\", \"text\": \"T.\"}\n{\"title\n{\"title\": \"B\", \"text\": \"U.\"}",
                &[one, "refused a.jsonl:2: the JSON ends in the middle", two],
            ),
        ],
        &options(),
    );
}
