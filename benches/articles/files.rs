//! Articles as files of the formats that news comes in.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

use crate::article::{Article, Articles};
use crate::page::{escape, page};

/// Files in one folder.
const FOLDER: u64 = 1_000;
/// Entries of one feed.
const FEED: u64 = 50;

/// Writes articles of these numbers to a folder in a format; those of one file among so many files.
pub fn write(format: &str, folder: &Path, articles: &Articles, numbers: std::ops::Range<u64>, files: u64) {
    std::fs::create_dir_all(folder).unwrap();
    match format {
        "text" => each(folder, "txt", articles, numbers, |article, _| text(article)),
        "html" => each(folder, "html", articles, numbers, page),
        "jsonl" => split(folder, "jsonl", articles, numbers, files, &|article, _| jsonl(article)),
        "csv" => csv(&folder.join("articles.csv"), articles, numbers),
        "rss" => feeds(folder, articles, numbers),
        "warc" => split(folder, "warc.gz", articles, numbers, files, &warc),
        other => panic!("{other} is none of text, jsonl, html, csv, rss and warc"),
    }
}

/// A file for each article, a thousand a folder.
fn each(
    folder: &Path,
    ending: &str,
    articles: &Articles,
    numbers: std::ops::Range<u64>,
    content: fn(&Article, &Articles) -> String,
) {
    for number in numbers {
        let folder = folder.join(format!("{:04}", number / FOLDER));
        if number % FOLDER == 0 || !folder.exists() {
            std::fs::create_dir_all(&folder).unwrap();
        }
        let article = articles.article(number);
        std::fs::write(folder.join(format!("{number:07}.{ending}")), content(&article, articles)).unwrap();
    }
}

/// Articles one behind the other, among several files of about as many.
fn split(
    folder: &Path,
    ending: &str,
    articles: &Articles,
    numbers: std::ops::Range<u64>,
    files: u64,
    content: &dyn Fn(&Article, &Articles) -> Vec<u8>,
) {
    let share = (numbers.end - numbers.start).div_ceil(files);
    for file in 0..files {
        let mut out = create(folder.join(format!("articles-{file:03}.{ending}")));
        let first = numbers.start + file * share;
        for number in first..(first + share).min(numbers.end) {
            out.write_all(&content(&articles.article(number), articles)).unwrap();
        }
        out.flush().unwrap();
    }
}

fn create(path: PathBuf) -> BufWriter<File> {
    BufWriter::with_capacity(1 << 20, File::create(path).unwrap())
}

fn text(article: &Article) -> String {
    format!(
        "---\ntitle: {}\nurl: {}\npublisher: {}\nauthor: {}\npublished: {}\n---\n{}\n",
        json!(article.title),
        article.url,
        article.publisher,
        article.author,
        article.published,
        article.text()
    )
}

fn jsonl(article: &Article) -> Vec<u8> {
    let record = json!({ "url": article.url, "title": article.title, "author": article.author,
        "publisher": article.publisher, "published": article.published.to_string(), "text": article.text() });
    format!("{record}\n").into_bytes()
}

fn csv(path: &Path, articles: &Articles, numbers: std::ops::Range<u64>) {
    let mut out = csv::Writer::from_writer(create(path.to_owned()));
    out.write_record(["url", "title", "author", "publisher", "published", "text"]).unwrap();
    for number in numbers {
        let article = articles.article(number);
        let day = article.published.to_string();
        let fields =
            [&article.url, &article.title, &article.author, &article.publisher, &day, &article.text()];
        out.write_record(fields).unwrap();
    }
    out.flush().unwrap();
}

/// Feeds with the whole text, fifty articles each.
fn feeds(folder: &Path, articles: &Articles, numbers: std::ops::Range<u64>) {
    let mut first = numbers.start;
    while first < numbers.end {
        let mut out = create(folder.join(format!("feed-{:05}.xml", first / FEED)));
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Example Courier</title><link>https://courier.example/</link><description>All the news</description><language>en</language>\n").unwrap();
        let end = (first + FEED).min(numbers.end);
        (first..end).for_each(|number| out.write_all(item(&articles.article(number)).as_bytes()).unwrap());
        out.write_all(b"</channel></rss>\n").unwrap();
        out.flush().unwrap();
        first = end;
    }
}

fn item(article: &Article) -> String {
    let paragraphs: String =
        article.paragraphs.iter().map(|words| format!("<p>{}</p>", escape(words))).collect();
    format!(
        "<item><title>{}</title><link>{}</link><guid isPermaLink=\"true\">{}</guid><pubDate>{}</pubDate><dc:creator>{}</dc:creator><content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>\n",
        escape(&article.title),
        article.url,
        article.url,
        article.published.format("%a, %d %b %Y 08:00:00 +0000"),
        escape(&article.author),
    )
}

/// A response as a crawler keeps it: a packed member of its own.
fn warc(article: &Article, articles: &Articles) -> Vec<u8> {
    let page = page(article, articles);
    let block = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nServer: example\r\n\r\n{page}",
        page.len()
    );
    let mut packed = GzEncoder::new(Vec::with_capacity(16_000), Compression::fast());
    write!(
        packed,
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{:012x}>\r\nWARC-Date: {}T10:00:00Z\r\nWARC-Target-URI: {}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        article.number,
        article.published,
        article.url,
        block.len(),
    )
    .unwrap();
    packed.finish().unwrap()
}
