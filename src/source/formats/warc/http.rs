//! What a server sent: whether it is a web page, and its bytes without the codings of the transfer. Lenient, since
//! archives hold bodies that were decoded already beside heads that say otherwise.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use crate::model::{Place, Problem};
use crate::source::open::too_large;
use crate::source::page::is_page;

/// The most fields of a head that are looked at.
const FIELDS: usize = 256;
/// Room that brotli reads ahead in.
const BUFFER: usize = 16 * 1024;

/// A response with a page.
#[derive(Debug, Default)]
pub(super) struct Response<'b> {
    body: &'b [u8],
    chunked: bool,
    /// Codings of the content, in the order in which they were laid on.
    codings: Vec<String>,
    /// The charset that the server said.
    pub(super) charset: Option<String>,
}

/// A resource that was kept without a head, if it is a page.
pub(super) fn resource<'b>(block: &'b [u8], content_type: Option<&str>) -> Option<Response<'b>> {
    Response { body: block, ..Response::default() }.of_type(content_type)
}

/// A response, if it was successful and is a page.
pub(super) fn response(block: &[u8]) -> Option<Response<'_>> {
    let (head, body) = split(block);
    let head = of_version_1(head);
    let mut fields = [httparse::EMPTY_HEADER; FIELDS];
    let mut parsed = httparse::Response::new(&mut fields);
    let mut config = httparse::ParserConfig::default();
    config
        .allow_obsolete_multiline_headers_in_responses(true)
        .allow_spaces_after_header_name_in_responses(true)
        .ignore_invalid_headers_in_responses(true);
    config.parse_response(&mut parsed, &head).ok()?;
    if !matches!(parsed.code, Some(200 | 203)) {
        return None;
    }
    let field = |name: &str| {
        let field = parsed.headers.iter().find(|field| field.name.eq_ignore_ascii_case(name))?;
        Some(String::from_utf8_lossy(field.value).to_ascii_lowercase())
    };
    let words = |value: String| value.split(',').map(|word| word.trim().to_owned()).collect::<Vec<_>>();
    let response = Response {
        body,
        chunked: field("transfer-encoding").is_some_and(|value| value.contains("chunked")),
        codings: field("content-encoding").map(words).unwrap_or_default(),
        charset: None,
    };
    response.of_type(field("content-type").as_deref())
}

/// The head with its empty line, and the body.
fn split(block: &[u8]) -> (&[u8], &[u8]) {
    let ends = |at: &usize| block[..=*at].ends_with(b"\r\n\r\n") || block[..=*at].ends_with(b"\n\n");
    let end = (0..block.len()).filter(|at| block[*at] == b'\n').find(ends).map_or(block.len(), |at| at + 1);
    block.split_at(end)
}

/// Heads of later versions are kept in the form of the first.
fn of_version_1(head: &[u8]) -> Vec<u8> {
    let version = head.iter().position(|byte| *byte == b' ').unwrap_or_default();
    match head.starts_with(b"HTTP/") && !head.starts_with(b"HTTP/1.") {
        true => [b"HTTP/1.1", &head[version..]].concat(),
        false => head.to_vec(),
    }
}

impl Response<'_> {
    /// The response with its charset, if its type is a page's, or it has none and begins as pages do.
    fn of_type(mut self, content_type: Option<&str>) -> Option<Self> {
        let content_type = content_type.unwrap_or_default().to_ascii_lowercase();
        let is_html =
            ["text/html", "application/xhtml"].iter().any(|kind| content_type.trim().starts_with(kind));
        let begins_so = || is_page(&String::from_utf8_lossy(&self.body[..self.body.len().min(1_000)]));
        let is_page = is_html || content_type.is_empty() && begins_so();
        if !is_page {
            return None;
        }
        let charset = content_type.split_once("charset=").map(|(_, label)| label);
        let label = charset.and_then(|label| label.split([';', ',']).next());
        self.charset = label.map(|label| label.trim().trim_matches(['"', '\'']).to_owned());
        Some(self)
    }
}

/// The page's bytes: chunks joined, content decoded, never more than `max_bytes`.
pub(super) fn payload(response: &Response<'_>, max_bytes: u64, place: &Place) -> Result<Vec<u8>, Problem> {
    let joined = if response.chunked { joined(response.body) } else { None };
    let mut bytes = joined.unwrap_or_else(|| response.body.to_vec());
    for coding in response.codings.iter().rev() {
        let mut decoded = Vec::new();
        let most = max_bytes.saturating_add(1);
        let done: io::Result<usize> = match coding.as_str() {
            "gzip" | "x-gzip" if bytes.starts_with(b"\x1F\x8B") => {
                MultiGzDecoder::new(&bytes[..]).take(most).read_to_end(&mut decoded)
            }
            "deflate" => inflate(&bytes, most, &mut decoded),
            "br" => brotli_decompressor::Decompressor::new(&bytes[..], BUFFER)
                .take(most)
                .read_to_end(&mut decoded),
            "zstd" => zstd(&bytes, most, &mut decoded),
            _ => continue,
        };
        if decoded.len() as u64 > max_bytes {
            return Err(too_large("the page", max_bytes, place));
        }
        // What cannot be decoded was decoded before it was kept, if it is a page as it stands.
        match done {
            Ok(_) => bytes = decoded,
            Err(_) if is_page(&String::from_utf8_lossy(&bytes[..bytes.len().min(1_000)])) => {}
            Err(_) => {
                let reason = format!("the page's {coding} coding is damaged or cut off");
                return Err(Problem::refused(place.clone(), reason).with_way_out("get the archive again"));
            }
        }
    }
    Ok(bytes)
}

/// Deflate, with the frame that the standard asks for or without it.
fn inflate(bytes: &[u8], most: u64, decoded: &mut Vec<u8>) -> io::Result<usize> {
    ZlibDecoder::new(bytes).take(most).read_to_end(decoded).or_else(|_| {
        decoded.clear();
        DeflateDecoder::new(bytes).take(most).read_to_end(decoded)
    })
}

fn zstd(bytes: &[u8], most: u64, decoded: &mut Vec<u8>) -> io::Result<usize> {
    let decoder = ruzstd::decoding::StreamingDecoder::new(bytes).map_err(io::Error::other)?;
    decoder.take(most).read_to_end(decoded)
}

/// Chunks joined; `None` where the body is not in chunks, whatever its head says. A body that is cut off gives what is there.
fn joined(body: &[u8]) -> Option<Vec<u8>> {
    let (mut bytes, mut rest) = (Vec::new(), body);
    loop {
        let end = rest.iter().take(1_000).position(|byte| *byte == b'\n');
        let Some(end) = end else { return (!bytes.is_empty()).then_some(bytes) };
        let size = String::from_utf8_lossy(&rest[..end]);
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16);
        match size {
            Ok(0) => return Some(bytes),
            Ok(size) => {
                rest = &rest[end + 1..];
                let size = size.min(rest.len());
                bytes.extend_from_slice(&rest[..size]);
                rest = rest[size..].trim_ascii_start();
            }
            Err(_) if bytes.is_empty() => return None,
            Err(_) => {
                bytes.extend_from_slice(rest);
                return Some(bytes);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{joined, response};

    #[test]
    fn chunks_are_joined_and_what_is_none_is_left() {
        for (body, whole) in [
            (&b"4\r\nOne \r\n4;x=y\r\ntwo.\r\n0\r\n\r\n"[..], Some("One two.")),
            (b"<html>not chunked", None),
            (b"4\r\nOne \r\nff\r\ntwo", Some("One two")),
            (b"0\r\n\r\n", Some("")),
            (b"ffffffffffffffff\r\nOne", Some("One")),
        ] {
            assert_eq!(joined(body).as_deref(), whole.map(str::as_bytes));
        }
    }

    #[test]
    fn pages_are_told_from_other_responses() {
        for (head, is_page) in [
            ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"UTF-8\"\r\n\r\n", true),
            ("HTTP/2 200\r\ncontent-type: TEXT/HTML\r\n\r\n", true),
            ("HTTP/1.0 200 OK\nBad header\nContent-Type: application/xhtml+xml\n\n", true),
            ("HTTP/1.1 200 OK\r\n\r\n<!DOCTYPE html>", true),
            ("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n", false),
            ("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", false),
            ("", false),
            ("nonsense", false),
        ] {
            assert_eq!(response(head.as_bytes()).is_some(), is_page, "{head}");
        }
    }
}
