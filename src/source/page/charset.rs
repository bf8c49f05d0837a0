//! The characters of a web page, as browsers read them: byte order mark, HTTP header, what the page says in its first
//! kilobyte, UTF-8 where it fits, and last a guess. What does not fit becomes U+FFFD.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far browsers look for a page's own word.
const PRESCAN: usize = 1024;

/// The text of a page, and whether some of its bytes did not fit. `said` is the charset of the HTTP header, `option`
/// what the user says of files that do not say it themselves.
pub(super) fn decode<'b>(
    bytes: &'b [u8],
    said: Option<&str>,
    option: Option<&'static Encoding>,
) -> (Cow<'b, str>, bool) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]);
    }
    let said = said.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let encoding = said.or_else(|| prescan(bytes)).or_else(|| fitting(bytes)).or(option);
    encoding.unwrap_or_else(|| guessed(bytes)).decode_without_bom_handling(bytes)
}

/// What the page says: `<meta charset=…>`, `<meta http-equiv=… content="…; charset=…">`, `<?xml encoding=…?>`.
fn prescan(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_ascii_lowercase();
    let head = without_comments(&head);
    let declared = head.match_indices("<meta").find_map(|(at, _)| {
        let tag = &head[at..];
        charset_in(&tag[..tag.find('>').unwrap_or(tag.len())], "charset")
    });
    let xml = || {
        head.trim_start()
            .strip_prefix("<?xml")?
            .split("?>")
            .next()
            .and_then(|xml| charset_in(xml, "encoding"))
    };
    let encoding = declared.or_else(xml)?;
    // A page whose tags can be read byte by byte is not in UTF-16, whatever it says.
    Some(match encoding.name() {
        "UTF-16LE" | "UTF-16BE" => UTF_8,
        "x-user-defined" => WINDOWS_1252,
        _ => encoding,
    })
}

fn without_comments(head: &str) -> String {
    let mut parts = head.split("<!--");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("-->").map_or("", |(_, rest)| rest));
    }
    kept
}

/// The encoding behind `name=` in a tag.
fn charset_in(tag: &str, name: &str) -> Option<&'static Encoding> {
    tag.match_indices(name).find_map(|(at, _)| {
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '>'));
        Encoding::for_label(&value.as_bytes()[..end.unwrap_or(value.len())])
    })
}

/// UTF-8 where the bytes are UTF-8, but for a slip here and there: one bad byte does not make a page windows-1252.
fn fitting(bytes: &[u8]) -> Option<&'static Encoding> {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (bad == 0 || good > 4 * bad).then_some(UTF_8)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn charsets_are_found_where_browsers_find_them() {
        for (bytes, said, text) in [
            (&b"\xEF\xBB\xBF<meta charset=windows-1252>caf\xC3\xA9"[..], Some("koi8-r"), "café"),
            (b"\xFF\xFEc\0a\0f\0\xE9\0", None, "café"),
            (b"<meta charset=utf-8>caf\xE9", Some("iso-8859-1"), "café"),
            (b"<META CHARSET='windows-1251'>\xEF\xF0\xE8", None, "при"),
            (
                b"<meta http-equiv=Content-Type content=\"text/html; charset=Shift_JIS\">\x93\xFA\x96\x7B",
                None,
                "日本",
            ),
            (b"<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><p>\xB1", None, "ą"),
            (b"<!-- <meta charset=koi8-r> --><p>caf\xC3\xA9", None, "café"),
            (b"<meta charset=utf-16><p>caf\xC3\xA9", None, "café"),
            (b"<meta charset=nonsense><p>caf\xC3\xA9", None, "café"),
            (
                b"<p>caf\xC3\xA9 \xE2\x80\x93 \xE2\x80\x9Cdeux\xE2\x80\x9D \xC3\xA0 \xFF",
                None,
                "café – “deux” à \u{FFFD}",
            ),
            (b"<p>Le pr\xE9sident a d\xE9cid\xE9 hier soir", None, "Le président a décidé hier soir"),
        ] {
            let decoded = decode(bytes, said, None).0;
            assert!(decoded.ends_with(text), "{decoded}: {text}");
        }
    }
}
