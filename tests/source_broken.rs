//! Broken and hostile input: a message that a person understands, nothing lost beside it, no panic and no long wait.

mod source_support;

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use source_support::{compare, options, paths, sample};

#[test]
fn bytes_that_are_no_text() {
    for (bytes, told) in [
        (&b""[..], "a.txt: the file is empty"),
        (b" \n\t\r\n", "a.txt: there is only white space in it"),
        (b"\xEF\xBB\xBF\n", "only white space"),
        (
            b"caf\xE9",
            "a.txt:1: not UTF-8: byte 0xE9; name the file's encoding, for instance --encoding windows-1252",
        ),
        (b"one\ntwo \xFF", "a.txt:2: not UTF-8: byte 0xFF"),
        (b"one\ntwo\0", "a.txt:2: a NUL character: binary content"),
        (b"\x89PNG\r\n\x1a\n\0", "a PNG image"),
        (b"%PDF-1.7\n", "a PDF document, not text; save its text as .txt or .md"),
        (b"PK\x03\x04\x14\0", "a ZIP archive or an Office document"),
        (b"\x1F\x8B\x08", "the gzip data ends in the middle"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"<!DOCTYPE html><html>", "a web page (HTML)"),
        (b"---\ntitle: T\n---\n \n", "a.txt:4: there is no text behind the front matter"),
    ] {
        let found = sample("a.txt", bytes, &options());
        assert!(
            found.len() == 1 && found[0].starts_with("refused") && found[0].contains(told),
            "{told}: {found:?}"
        );
        let found = sample("a.jsonl", bytes, &options());
        assert!(
            found.len() <= 3 && found.iter().all(|line| line.starts_with("refused")),
            "{told}: {found:?}"
        );
    }
}

#[test]
fn encodings() {
    let mut said = options();
    said.encoding = Some("windows-1252".to_owned());
    assert_eq!(sample("a.txt", b"caf\xE9", &said), [r#"article text="café""#]);
    assert_eq!(sample("a.txt", "café", &said), [r#"article text="café""#]);
    assert_eq!(sample("a.jsonl", b"{\"text\": \"caf\xE9\"}", &said), [r#"article text="café""#]);
    said.encoding = Some("windows-1525".to_owned());
    assert!(sample("a.txt", b"caf\xE9", &said)[0].contains("did you mean --encoding windows-125"));
    let wide = |mark: [u8; 2], order: fn(u16) -> [u8; 2], text: &str| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(order)).collect()
    };
    for (name, text) in
        [("a.txt", "café"), ("a.json", "[{\"text\": \"café\"}]"), ("a.jsonl", "{\"text\": \"café\"}\n")]
    {
        let little = wide([0xFF, 0xFE], u16::to_le_bytes, text);
        let big = wide([0xFE, 0xFF], u16::to_be_bytes, text);
        for bytes in [little, big] {
            assert_eq!(sample(name, bytes, &options()), [r#"article text="café""#], "{name}");
        }
    }
    said.encoding = Some("utf-16le".to_owned());
    assert_eq!(
        sample("a.txt", &wide([0xFF, 0xFE], u16::to_le_bytes, "café")[2..], &said),
        [r#"article text="café""#]
    );
}

#[test]
fn json_that_is_none() {
    compare(
        &[
            (
                "a.json",
                "{\"text\": \"One.\", \"title\": ",
                &["refused a.json:1: the JSON ends in the middle (column 26)"],
            ),
            (
                "a.json",
                "{\"text\": \"One.\"\n \"title\": 1}",
                &["refused a.json:2: this is not JSON (column 2)"],
            ),
            ("a.json", "[]", &["warning a.json: there is nothing in it"]),
            ("a.json", "hello", &["…a file of JSON begins with { or ["]),
            ("a.json", "{\"a\": 1}", &["refused a.json:1: an article without a text"]),
            ("a.json", "{\"text\": \"a\\u0000b\"}", &["refused a.json:1: a NUL character"]),
            (
                "a.json",
                "[{\"text\": \"\\ud800\"}, {\"text\": \"T.\"}]",
                &["…cannot be read", "article text="],
            ),
            ("a.toml", "title = 'x'\n", &["refused a.toml: it holds neither claims nor entities"]),
            ("a.toml", "[[claim]]\nquote = 'never closed\n", &["refused a.toml:2: this is not TOML"]),
            (
                "a.jsonl",
                "{\"text\": \"T.\"}\n{\"quote\": \"q\", \"predicate\": \"withdraw\"}",
                &["article text=", "refused a.jsonl:2: this is of claims, but the file began with articles"],
            ),
        ],
        &options(),
    );
}

#[test]
fn what_is_too_large_is_passed_over_and_the_rest_goes_in() {
    let mut small = options();
    small.max_bytes = 1_000;
    let long = "x".repeat(2_000);
    assert!(
        sample("a.txt", &long, &small)[0]
            .contains("larger than 1000 bytes; if it is what it should be, raise the limit with --max-bytes")
    );
    let lines = format!("{{\"text\": \"One.\"}}\n{{\"text\": \"{long}\"}}\n{{\"text\": \"Three.\"}}");
    let found = sample("a.jsonl", lines, &small);
    assert!(
        found.len() == 3 && found[1].starts_with("refused a.jsonl:2: the line is larger than 1000 bytes"),
        "{found:?}"
    );
}

#[test]
fn nesting_and_bombs_end_quickly() {
    let deep = 100_000;
    let bomb = (1..30).fold("a0: &a0 x\n".to_owned(), |yaml, n| {
        yaml + &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(", "))
    });
    let samples = [
        ("a.json", "[".repeat(deep)),
        ("a.json", "[".repeat(deep) + &"]".repeat(deep)),
        ("a.json", "{\"text\":".repeat(deep)),
        ("a.json", format!("{{\"text\": \"T.\", \"x\": {}{}}}", "[".repeat(deep), "]".repeat(deep))),
        ("a.jsonl", "[".repeat(deep) + "\n" + &"[".repeat(deep)),
        ("c.toml", format!("[[claim]]\nquote = {}{}\n", "[".repeat(deep), "]".repeat(deep))),
        ("c.toml", format!("[[claim]]\n{}x = 1\n", "a.".repeat(deep))),
        ("c.toml", "[[claim]]\n".to_owned() + &"x = {".repeat(deep)),
        ("a.md", format!("---\ntitle: T\n{bomb}---\nText.")),
        ("a.md", format!("---\nx: {}\n---\nText.", "[".repeat(30_000))),
        ("a.md", format!("---\n{}\n---\nText.", "- ".repeat(30_000))),
        ("a.md", format!("---\nx: {}\n---\nText.", "{a: ".repeat(15_000))),
        ("a.md", "> ".repeat(deep) + "Text."),
        ("a.md", "[".repeat(deep) + "Text."),
        ("a.md", "*a ".repeat(deep) + "Text."),
        ("a.csv", "text,title\n".to_owned() + &"\"".repeat(deep)),
    ];
    for (name, content) in samples {
        let (begun, shown) = (Instant::now(), content.chars().take(30).collect::<String>());
        let found = sample(name, content, &options());
        assert!(!found.is_empty(), "{name} {shown}");
        assert!(begun.elapsed() < Duration::from_secs(10), "{name} {shown}: {:?}", begun.elapsed());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_bytes_give_an_item_and_no_panic(bytes in "\\PC{0,60}|[-+:\\[\\]{}\"',;#\\n\\t a-z0-9]{0,200}") {
        for name in ["a.txt", "a.md", "a.json", "a.jsonl", "a.toml", "a.csv", "-"] {
            for content in [bytes.clone(), format!("---\n{bytes}\n---\nT."), format!("[[claim]]\n{bytes}")] {
                proptest::prop_assert!(!sample(name, &content, &options()).is_empty(), "{name}: {content:?}");
            }
        }
    }

    #[test]
    fn any_date_is_read_or_warned_about(date in "[-0-9/.:TZ+ ,APMapmJulySept]{0,30}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9é]{1,4}.{0,12}") {
        let record = format!("---\ndate: '{}'\n---\nT.", date.replace('\'', ""));
        let found = sample("a.md", record, &options());
        let told = found.len() > 1 || found[0].starts_with("refused");
        proptest::prop_assert!(told || found[0].contains("published=") || date.trim().is_empty(), "{found:?}");
    }
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, content).expect("a file");
    }
    folder
}

#[test]
fn folders_are_walked_in_order_and_everything_else_is_counted() {
    let folder = folder(&[
        ("b.txt", "B"),
        ("a/z.md", "Z"),
        ("a/y.JSONL", "{\"text\": \"Y\"}"),
        (".hidden/x.txt", "X"),
        ("a/.x.txt", "X"),
        ("p.pdf", "x"),
        ("q.pdf", "x"),
        ("README", "x"),
    ]);
    let (top, file) = (folder.path().to_path_buf(), folder.path().join("a/z.md"));
    let (found, lines) = paths(&[top.clone(), file, top.join("README"), top.join("missing")], &options());
    let names: Vec<_> = found
        .inputs
        .iter()
        .map(|input| (input.name.replace(&*top.to_string_lossy(), ""), input.named))
        .collect();
    let expected = [("/a/y.JSONL", false), ("/a/z.md", true), ("/b.txt", true), ("/README", true)];
    assert_eq!(names, expected.map(|(name, named)| (name.to_owned(), named)));
    assert_eq!(format!("{:?}", found.passed_over), r#"{"(none)": 1, "pdf": 2}"#);
    assert!(lines[0].contains("missing: there is no such file or folder; check the path"), "{lines:?}");
    assert_eq!(lines.len(), 5, "{lines:?}");
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_no_files() {
    let folder = folder(&[("real/a.txt", "A"), ("in/b.txt", "B"), ("empty/x.pdf", "x"), ("void/.keep", "")]);
    let path = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink(path("real/a.txt"), path("in/link.txt")).expect("a link");
    std::os::unix::fs::symlink(path("in"), path("in/loop")).expect("a link");
    let pipe = std::process::Command::new("mkfifo").arg(path("in/p.txt")).status();
    assert!(pipe.expect("mkfifo").success());
    let (found, lines) = paths(&[path("in"), path("in/link.txt"), path("void")], &options());
    assert_eq!(found.passed_over.get("links"), Some(&2));
    assert!(lines.iter().any(|line| line.contains("p.txt: this is a pipe or a device")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("void: the folder holds nothing")), "{lines:?}");
    assert_eq!(lines.iter().filter(|line| line.starts_with("article")).count(), 2, "{lines:?}");
}

#[test]
fn a_claim_file_reads_its_article_and_nothing_else() {
    let header = |file: &str| format!("[article]\nkey = 'k'\ntitle = 'Header'\nfile = '{file}'\n");
    let folder = folder(&[
        ("secret.txt", "Secret."),
        ("deep/claims/ok.toml", &header("texts/a.md")),
        ("deep/claims/texts/a.md", "---\ntitle: File\nauthor: Ann\n---\n*One*."),
        ("deep/claims/up.toml", &header("../../secret.txt")),
        ("deep/claims/absolute.toml", &header("/etc/hostname")),
        ("deep/claims/missing.toml", &header("texts/b.md")),
        ("deep/claims/folder.toml", &header("texts")),
        ("deep/claims/linked.toml", &header("link/a.md")),
    ]);
    let claims = folder.path().join("deep/claims");
    #[cfg(unix)]
    std::os::unix::fs::symlink(claims.join("texts"), claims.join("link")).expect("a link");
    let told = |arguments: &[PathBuf], name: &str| -> String {
        let (_, lines) = paths(arguments, &options());
        lines.into_iter().find(|line| line.contains(name)).unwrap_or_default()
    };
    let top = [folder.path().to_path_buf()];
    assert!(told(&top, "title=Header").contains(r#"[key=k title=Header author=Ann text="One."]"#));
    assert!(told(&top, "up.toml").contains("it lies outside the claim file's folder; name the claim file"));
    assert!(told(&top, "absolute.toml").contains("its path is absolute"));
    assert!(told(&top, "missing.toml").contains("claims/texts/b.md; its path is relative to the claim file"));
    assert!(told(&top, "folder.toml").contains("this is a folder"));
    if cfg!(unix) {
        assert!(told(&top, "linked.toml").contains("a symbolic link leads there"));
    }
    assert!(told(&[claims.join("up.toml")], "claims 0").contains("Secret."));
    assert!(told(&[claims], "Secret.").contains("claims 0"));
}

#[test]
fn tables_are_read_row_by_row_in_every_encoding() {
    let mut said = options();
    said.encoding = Some("windows-1252".to_owned());
    let cafe = [r#"article title=T text="café""#];
    assert_eq!(sample("a.csv", b"title,text\nT,caf\xE9\n", &said), cafe);
    let wide: Vec<u8> = "\u{feff}title,text\nT,café\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(sample("a.csv", wide, &options()), cafe);
    let found = sample("a.csv", b"title,text\nT,caf\xE9\nU,U.\n", &options());
    assert!(found[0].starts_with("refused a.csv:2: not UTF-8: byte 0xE9"), "{found:?}");
    assert_eq!(found[1..], [r#"article title=U text="U.""#], "a row that does not fit is refused alone");

    let most = usize::try_from(options().max_bytes).unwrap();
    let open = format!("title,text\nT,T.\nU,\"{}", "u ".repeat(most));
    let found = sample("a.csv", open, &options());
    assert_eq!(found[0], r#"article title=T text="T.""#);
    let told = found.len() == 2 && found[1].contains("the row is larger than");
    assert!(told, "a quotation mark that is never closed");
}

#[test]
fn long_inputs_are_read_in_portions_and_every_line_is_told() {
    const BAD: usize = 700;
    let words = "word ".repeat(40);
    let record = |n: usize| match n {
        BAD => r#"{"title": "no text"}"#.to_owned(),
        _ => format!(r#"{{"key": "k{n}", "text": "{words}{n}"}}"#),
    };
    let records: Vec<String> = (0..1_000).map(record).collect();
    let row = |n: usize| if n == BAD { format!("k{n},\n") } else { format!("k{n},{words}{n}\n") };
    let rows: String = (0..1_000).map(row).collect();
    for (name, content) in [
        ("a.json", format!("[\n{}\n]", records.join(",\n"))),
        ("a.jsonl", format!("\n{}\n", records.join("\n"))),
        ("a.csv", format!("key,text\n{rows}")),
    ] {
        let found = sample(name, content, &options());
        assert_eq!(found.len(), 1_000, "{name}");
        for (n, found) in found.iter().enumerate() {
            let expected = match n {
                BAD => format!("refused {name}:{}: an article without a text", BAD + 2),
                _ => format!("article key=k{n} "),
            };
            assert!(found.starts_with(&expected), "{expected}: {found}");
        }
    }
}
