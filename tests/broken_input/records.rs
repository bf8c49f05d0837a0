//! JSON, JSON Lines, TOML and front matter that break off, contradict themselves or mean harm.

use super::{Broken, import};

#[test]
fn json_that_breaks_off_or_repeats_itself_is_refused_by_line() {
    let deep = "{\"a\": ".repeat(50_000);
    let lines = b"{\"key\": \"a\", \"text\": \"One.\"}\n{\"key\": \"b\", \"te\n{\"key\": \"c\", \"text\": \"Three.\"}\n";
    for (name, content, told, kept) in [
        (
            "cut.json",
            &b"[{\"key\": \"a\", \"text\": \"One.\"},\n {\"key\": \"b\", \"text\": \"Tw"[..],
            &["in/cut.json:2", "the JSON ends in the middle", "cut off"][..],
            &["a 0"][..],
        ),
        ("cut.jsonl", lines, &["in/cut.jsonl:2", "the JSON ends in the middle"], &["a 0", "c 0"]),
        (
            "twice.json",
            b"[{\"key\": \"a\", \"text\": \"One.\"},\n{\"key\": \"b\",\n\"text\": \"Two.\",\n\"text\": \"Three.\"}]",
            &["in/twice.json:4", "\"text\" stands twice", "line 3", "remove one"],
            &["a 0"],
        ),
        ("deep.json", deep.as_bytes(), &["in/deep.json"], &[]),
        ("textless.json", b"{\"title\": \"T\"}", &["in/textless.json:1", "without a text", "body"], &[]),
        ("prose.json", b"Talks go on.", &["in/prose.json", "JSON begins with { or ["], &[]),
    ] {
        import(&Broken { files: &[(name, content)], told, kept, ..Broken::default() });
    }
}

#[test]
fn toml_that_cannot_be_read_is_refused_by_line_and_wholly() {
    let good = "[article]\nkey = \"a\"\ntext = \"Nine men went.\"\n[[claim]]\nquote = \"Nine men\"\npredicate = \"withdraw\"\n";
    let unclosed = format!("{good}stance = \"asserted\"\n[[claim]]\nquote = \"Nine\n");
    let repeated = format!("{good}stance = \"asserted\"\nstance = \"planned\"\n");
    for (content, told) in [
        (unclosed, &["in/a.toml:9", "this is not TOML", "mend this line; nothing of the file"][..]),
        (repeated, &["in/a.toml:8", "stance\" stands twice, in line 7 and line 8", "nothing of the file"]),
        ("title = \"neither\"\n".to_owned(), &["in/a.toml", "neither claims nor entities", "[[claim]]"]),
    ] {
        import(&Broken { files: &[("a.toml", content.as_bytes())], told, ..Broken::default() });
    }
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_no_date() {
    let text = b"---\nkey: leap\ndate: 2024-02-30\n---\nThe talks ended in February.";
    let told = &["in/leap.md:3", "there is no day \"2024-02-30\"", "write the day as YYYY-MM-DD"];
    let files = [("leap.md", &text[..])];
    let (desk, _) = import(&Broken { files: &files, code: 0, told, kept: &["leap 0"], ..Broken::default() });
    assert_eq!(desk.texts("SELECT count(*) FROM articles WHERE key = 'leap' AND published IS NULL"), ["1"]);
}

#[test]
fn front_matter_that_means_harm_is_data_and_nothing_else() {
    let bomb = (1..30).fold("a0: &a0 x\n".to_owned(), |yaml, n| {
        yaml + &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", "))
    });
    let hostile = format!(
        "---\nkey: hostile\ntitle: \"\\e[31mred\\e]0;owned\\a '); DROP TABLE claims; --\"\nauthor: !!python/object [x]\nurl: \"javascript:alert(1)\"\n{bomb}---\nThe talks ended."
    );
    let files = [("hostile.md", hostile.as_bytes())];
    let (desk, ran) = import(&Broken { files: &files, code: 0, kept: &["hostile 0"], ..Broken::default() });
    assert_eq!(desk.texts("SELECT count(*) FROM articles WHERE url LIKE 'javascript:%'"), ["0"]);
    let said = [
        desk.run(&["show", "hostile"]),
        desk.run(&["search", "ended"]),
        desk.run(&["report", "articles"]),
        desk.run(&["report", "articles", "--format", "markdown"]),
        ran,
    ];
    for ran in said {
        assert_eq!(ran.code, 0);
        assert!(
            !ran.stdout.contains(['\u{1b}', '\u{7}']) && !ran.stderr.contains(['\u{1b}', '\u{7}']),
            "{ran:?}"
        );
    }
}
