//! Names what is plainly not text, so that a message can say "a PDF" instead of "not UTF-8".

/// How files that are no text begin, what they are, and how their text gets out of them.
const BEGINNINGS: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF document", "save its text as .txt or .md"),
    (
        b"PK\x03\x04",
        "a ZIP archive or an Office document",
        "unpack it, or save its text as .txt or its table as .csv",
    ),
    (b"\xD0\xCF\x11\xE0", "an old Office document", "save its text as .txt or its table as .csv"),
    (b"{\\rtf", "a Rich Text document", "save its text as .txt"),
    (b"BZh", "compressed with bzip2", "unpack it"),
    (b"\xFD7zXZ", "compressed with xz", "unpack it"),
    (
        b"filedesc://",
        "an ARC file, the older kind of web archive",
        "make a WARC of it, as `warcio recompress` does",
    ),
    (b"7z\xBC\xAF", "a 7-Zip archive", "unpack it"),
    (b"SQLite format 3\0", "an SQLite database", "name it with --db if it is a fact database"),
    (b"\x89PNG", "a PNG image", "import the text, not the picture"),
    (b"\xFF\xD8\xFF", "a JPEG image", "import the text, not the picture"),
    (b"GIF8", "a GIF image", "import the text, not the picture"),
    (b"RIFF", "an image, sound or film", "import the text"),
    (b"\x7FELF", "a program", "import the text"),
];

/// How documents begin whose text lies between markup, lower-case.
const MARKUP: &[(&str, &str)] =
    &[("<!doctype html", "a web page (HTML)"), ("<html", "a web page (HTML)"), ("<?xml", "an XML document")];

/// What the bytes are and the way out, if they are something known that is no text.
pub(super) fn foreign(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if let Some((_, what, way_out)) = BEGINNINGS.iter().find(|(beginning, ..)| bytes.starts_with(beginning)) {
        return Some((what, way_out));
    }
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = String::from_utf8_lossy(&head[..head.len().min(20)]).to_lowercase();
    let (_, what) = MARKUP.iter().find(|(beginning, _)| head.starts_with(beginning))?;
    Some((what, "save the article's text as .txt or, with its metadata, as .md"))
}
