//! Web archives: every page in them an article, whatever its codings, and whatever stands between.

mod source_support;

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use source_support::{options, sample};

const STORY: &str = "<p>BAGHDAD (Reuters) - The council said on Monday that some of the soldiers would leave the valley by \
    March, after months of talks about the road and the two bridges.</p><p>About 2,500 are stationed there, a spokesman \
    said. He did not say how many would stay, or where they would be housed in the winter.</p>";

fn page(title: &str) -> Vec<u8> {
    format!("<!DOCTYPE html><title>{title}</title><article><h1>{title}</h1>{STORY}</article>").into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes everything");
    encoder.finish().expect("memory takes everything")
}

/// Brotli that stores its bytes: window, length, "not compressed"; the bytes; the end.
fn brotli(bytes: &[u8]) -> Vec<u8> {
    let head = (u32::try_from(bytes.len() - 1).expect("a short text") << 4) | 1 << 20;
    [&head.to_le_bytes()[..3], bytes, &[3]].concat()
}

fn chunked(bytes: &[u8]) -> Vec<u8> {
    let chunks = bytes
        .chunks(100)
        .flat_map(|chunk| [format!("{:x}\r\n", chunk.len()).as_bytes(), chunk, b"\r\n"].concat());
    chunks.chain(*b"0\r\n\r\n").collect()
}

fn record(kind: &str, address: &str, block: &[u8]) -> Vec<u8> {
    let mut head = format!("WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-07-22T10:00:00Z\r\n");
    write!(head, "WARC-Target-URI: {address}\r\nContent-Length: {}\r\n\r\n", block.len()).expect("a string");
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn response(address: &str, head: &str, body: &[u8]) -> Vec<u8> {
    record("response", address, &[format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat())
}

const HTML: &str = "Content-Type: text/html; charset=utf-8";

#[test]
fn every_page_is_an_article_with_the_time_of_its_capture() {
    let archive = [
        record("warcinfo", "", b"software: x"),
        record("request", "https://c.example/1", b"GET / HTTP/1.1\r\n\r\n"),
        response("https://c.example/1", HTML, &page("One")),
        response("https://c.example/x.png", "Content-Type: image/png", b"\x89PNG\0\0"),
        record(
            "response",
            "https://c.example/gone",
            b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>no",
        ),
        record("revisit", "https://c.example/1", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        record("resource", "<https://c.example/2>", &page("Two")),
    ];
    let packed: Vec<u8> = archive.iter().flat_map(|record| gzip(record)).collect();
    for (name, bytes) in [("a.warc", archive.concat()), ("a.warc.gz", packed.clone()), ("-", packed)] {
        let found = sample(name, bytes, &options());
        assert_eq!(found.len(), 2, "{name}: {found:#?}");
        for (line, (address, title)) in
            found.iter().zip([("https://c.example/1", "One"), ("https://c.example/2", "Two")])
        {
            let expected = format!("article url={address} title={title} retrieved=2024-07-22T10:00:00Z ");
            assert!(line.starts_with(&expected) && line.contains("BAGHDAD (Reuters)"), "{line}");
        }
    }
}

#[test]
fn codings_are_undone_and_heads_that_lie_are_forgiven() {
    let (html, packed) = (page("One"), gzip(&page("One")));
    for (head, body) in [
        ("Content-Encoding: gzip", packed.clone()),
        ("Transfer-Encoding: chunked", chunked(&html)),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(&packed)),
        ("Transfer-Encoding: chunked", html.clone()),
        ("Content-Encoding: gzip", html.clone()),
        ("Content-Encoding: br", brotli(&html)),
        ("Content-Encoding: br", html.clone()),
        ("Content-Encoding: identity", html.clone()),
    ] {
        let found = sample(
            "a.warc",
            response("https://c.example/1", &format!("{HTML}\r\n{head}"), &body),
            &options(),
        );
        assert!(found.len() == 1 && found[0].contains("title=One"), "{head}: {found:#?}");
    }
    let found = sample(
        "a.warc",
        response("u", &format!("{HTML}\r\nContent-Encoding: gzip"), &packed[..200]),
        &options(),
    );
    assert!(found[0].starts_with("refused a.warc: u: the page's gzip coding is damaged"), "{found:#?}");
}

#[test]
fn what_is_damaged_is_told_and_the_rest_is_read() {
    let (one, two) = (
        response("https://c.example/1", HTML, &page("One")),
        response("https://c.example/2", HTML, &page("Two")),
    );
    let without_length = b"WARC/1.0\r\nWARC-Type: response\r\n\r\n".to_vec();
    let absurd =
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999999\r\n\r\n".to_vec();
    for (between, told) in [
        (b"rubbish\nand more\n".to_vec(), "record 1: 2 lines behind it are no record"),
        (without_length, "record 2: the record does not say how long it is (Content-Length: nothing)"),
        (absurd, "(Content-Length: 99999999999999999999999)"),
    ] {
        let found = sample("a.warc", [&one[..], &between, &two].concat(), &options());
        assert!(
            found.iter().any(|line| line.starts_with("refused a.warc: record") && line.contains(told)),
            "{found:#?}"
        );
        assert_eq!(found.iter().filter(|line| line.starts_with("article")).count(), 2, "{found:#?}");
    }
    let archive = [&one[..], &two].concat();
    let found = sample("a.warc", &archive[..archive.len() - 100], &options());
    assert!(
        found[1].contains("https://c.example/2: the archive ends in the middle of this record"),
        "{found:#?}"
    );
    let packed = [gzip(&one), gzip(&two)].concat();
    let found = sample("a.warc.gz", &packed[..packed.len() - 50], &options());
    assert!(found.len() == 2 && found[1].contains("the gzip data ends in the middle"), "{found:#?}");
    let found = sample("a.warc", record("warcinfo", "", b"x"), &options());
    assert!(
        found.len() == 1 && found[0].starts_with("warning a.warc: there is no response with a web page"),
        "{found:#?}"
    );
    let endless = format!("WARC/1.0\r\nX: {}", "x".repeat(700_000));
    assert!(sample("a.warc", endless, &options()).len() == 2, "a line without end");
}

#[test]
fn a_record_may_be_larger_than_is_allowed_without_costing_the_others() {
    let mut small = options();
    small.max_bytes = 5_000;
    let large = [page("Large"), b"x".repeat(10_000)].concat();
    let archive = [
        response("https://c.example/film", "Content-Type: video/mp4", &b"x".repeat(10_000)),
        response("https://c.example/large", HTML, &large),
        response("https://c.example/bomb", &format!("{HTML}\r\nContent-Encoding: gzip"), &gzip(&large)),
        response("https://c.example/1", HTML, &page("One")),
    ]
    .concat();
    let found = sample("a.warc", gzip(&archive), &small);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(
        found[0].contains("https://c.example/large: the record is larger than 5000 bytes")
            && found[0].contains("--max-bytes")
    );
    assert!(found[1].contains("https://c.example/bomb: the page is larger than 5000 bytes"));
    assert!(found[2].contains("title=One"));
}
