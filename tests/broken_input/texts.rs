//! Bytes that are no text, or text in another encoding than expected.

use std::io::Write as _;
use std::time::{Duration, Instant};

use super::support::Desk;
use super::{Broken, import};

#[test]
fn what_is_no_text_is_refused_by_its_name() {
    let noise: Vec<u8> = (0..5_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let image = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &noise[..]].concat();
    for (name, content, told) in [
        ("noise.txt", &noise[..], &["in/noise.txt", "binary content, not text", "import the text alone"][..]),
        ("photo.txt", &image, &["in/photo.txt", "a PNG image, not text", "import the text"]),
        ("report.txt", b"%PDF-1.7 \xE2\xE3", &["in/report.txt", "a PDF document", "save its text as .txt"]),
        ("empty.txt", b"", &["in/empty.txt", "the file is empty", "nothing to import"]),
        ("empty.toml", b"", &["in/empty.toml", "the file is empty"]),
        ("empty.jsonl", b"", &["in/empty.jsonl", "the file is empty"]),
        ("blank.txt", b" \t\r\n\n", &["in/blank.txt", "only white space"]),
        ("nul.txt", b"First line.\nSecond \0 line.", &["in/nul.txt:2", "NUL", "--encoding utf-16le"]),
        ("nul.json", br#"{"text": "One \u0000 two."}"#, &["in/nul.json:1", "NUL character", "remove it"]),
    ] {
        import(&Broken { files: &[(name, content)], told, ..Broken::default() });
    }
}

#[test]
fn another_encoding_is_refused_with_its_way_out_and_the_way_out_works() {
    let files = [("west.txt", &b"---\nkey: west\n---\nThe caf\xE9 of Erbil\x92s citadel is closed."[..])];
    let told = &["in/west.txt:4", "not UTF-8", "0xE9", "--encoding windows-1252"];
    import(&Broken { files: &files, told, ..Broken::default() });

    let options = &["--encoding", "windows-1252"];
    let (desk, _) =
        import(&Broken { files: &files, options, code: 0, kept: &["west 0"], ..Broken::default() });
    let text = desk.texts("SELECT text FROM articles WHERE key = 'west'");
    assert_eq!(text, ["The café of Erbil’s citadel is closed."]);

    let options = &["--encoding", "windows-1525"];
    let told = &["windows-1525", "did you mean --encoding windows-125"];
    import(&Broken { files: &files, options, told, ..Broken::default() });
}

#[test]
fn byte_order_marks_are_no_part_of_a_text() {
    let text = "---\nkey: marked\n---\nThe café of Erbil is closed.";
    let wide = |mark: [u8; 2], order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(order)).collect()
    };
    for bytes in [
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        wide([0xFF, 0xFE], u16::to_le_bytes),
        wide([0xFE, 0xFF], u16::to_be_bytes),
    ] {
        let files = [("marked.txt", &bytes[..])];
        let (desk, _) = import(&Broken { files: &files, code: 0, kept: &["marked 0"], ..Broken::default() });
        let text = desk.texts("SELECT text FROM articles WHERE key = 'marked'");
        assert_eq!(text, ["The café of Erbil is closed."]);
    }
}

#[test]
fn what_is_larger_than_allowed_is_refused_with_the_option_that_allows_it() {
    let long = "The talks went on. ".repeat(200);
    let lines = format!(
        "{{\"key\": \"a\", \"text\": \"One.\"}}\n{{\"text\": \"{long}\"}}\n{{\"key\": \"b\", \"text\": \"Two.\"}}\n"
    );
    let options = &["--max-bytes", "3000"];
    for (name, content, told, kept) in [
        ("long.txt", long.as_bytes(), &["in/long.txt", "larger than 3000 bytes", "--max-bytes"][..], &[][..]),
        (
            "long.jsonl",
            lines.as_bytes(),
            &["in/long.jsonl:2", "the line is larger", "--max-bytes"],
            &["a 0", "b 0"],
        ),
    ] {
        import(&Broken { files: &[(name, content)], options, told, kept, ..Broken::default() });
    }
}

#[test]
fn a_line_of_a_hundred_megabytes_is_refused_at_once() {
    let desk = Desk::new();
    for (name, before, after) in [
        ("huge.txt", "", ""),
        ("huge.json", "{\"text\": \"", "\"}"),
        ("huge.jsonl", "{\"text\": \"", "\"}\n{\"key\": \"after\", \"text\": \"After it.\"}\n"),
    ] {
        let file = std::fs::File::create(desk.path(name)).expect("a file");
        let mut file = std::io::BufWriter::new(file);
        file.write_all(before.as_bytes()).expect("room on the disk");
        let portion = "word ".repeat(20_000);
        for _ in 0..1_000 {
            file.write_all(portion.as_bytes()).expect("room on the disk");
        }
        file.write_all(after.as_bytes()).expect("room on the disk");
        drop(file);
        let begun = Instant::now();
        desk.run(&["import", name]).tells(&[name, "larger than 67108864 bytes", "--max-bytes"]).ends_with(1);
        assert!(begun.elapsed() < Duration::from_secs(60), "{name}: {:?}", begun.elapsed());
        std::fs::remove_file(desk.path(name)).expect("removed");
    }
    assert_eq!(super::articles(&desk), ["after 0"]);
}
