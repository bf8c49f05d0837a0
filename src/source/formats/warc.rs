//! Web archives: each response that is a web page is an article, retrieved when it was captured. Record by record, so that
//! an archive may be larger than memory. Lenient: what is no record is passed over until the next one begins.

mod http;
mod record;

use std::io::{BufRead, Read};

use self::record::{Record, Records};
use super::{Content, Format, Session};
use crate::model::{Place, Problem};
use crate::source::node::{Node, Value};
use crate::source::open::{too_large, unreadable};
use crate::source::page::{self, Page};
use crate::source::{Item, Kind, dates, metadata};

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "warc",
    name: "a web archive (WARC)",
    extensions: &["warc"],
    holds: &[Kind::Articles],
    is_certain,
    recognise: is_certain,
    kind: |_| Some(Kind::Articles),
    read,
};

/// How much of a record is kept to see whether it is a page, when it is too large to be one.
const HEAD: u64 = 64 * 1024;

fn is_certain(head: &str) -> bool {
    head.trim_start().starts_with("WARC/")
}

fn read(content: Content<'_>, session: &mut Session<'_>) {
    let mut records = Records::new(content);
    let mut pages = 0;
    loop {
        match records.next() {
            Ok(Some(record)) => pages += usize::from(take(&record, &mut records, session)),
            Ok(None) => break,
            Err(fault) => {
                let place = session.place.at_field(format!("record {}", records.number()));
                let ends = fault.ends;
                session.problem(match fault.error {
                    Some(error) => unreadable(&error, &place),
                    None => Problem::refused(place, fault.reason).with_way_out(fault.way_out),
                });
                if ends {
                    return;
                }
            }
        }
    }
    if pages == 0 {
        let problem =
            Problem::warning(session.place.clone(), "there is no response with a web page in the archive");
        session.problem(problem.with_way_out("check that it is the right file"));
    }
}

/// Reads one record; whether it is a page.
fn take<R: BufRead>(record: &Record, records: &mut Records<R>, session: &mut Session<'_>) -> bool {
    let kind = record.get("warc-type").unwrap_or_default().to_ascii_lowercase();
    if !matches!(kind.as_str(), "response" | "resource") {
        return false;
    }
    let address = record.get("warc-target-uri").map(|uri| uri.trim_matches(['<', '>']).to_owned());
    let place = match &address {
        Some(address) => session.place.at_field(address.clone()),
        None => session.place.at_field(format!("record {}", records.number())),
    };
    let max_bytes = session.options.max_bytes;
    let mut block = Vec::new();
    let kept = if record.length > max_bytes { HEAD.min(max_bytes) } else { record.length };
    if let Err(error) = records.block().take(kept).read_to_end(&mut block) {
        session.problem(unreadable(&error, &place));
        records.stop();
        return true;
    }
    let response = match kind.as_str() {
        "resource" => http::resource(&block, record.get("content-type")),
        _ => http::response(&block),
    };
    let Some(response) = response else { return false };
    if (block.len() as u64) < record.length {
        let cut_off = Problem::refused(place.clone(), "the archive ends in the middle of this record");
        session.problem(match record.length > max_bytes {
            true => too_large("the record", max_bytes, &place),
            false => cut_off.with_way_out("get the archive again; its copy is not whole"),
        });
        return true;
    }
    match http::payload(&response, max_bytes, &place) {
        Ok(bytes) => page(&bytes, response.charset.as_deref(), address.as_deref(), record, &place, session),
        Err(problem) => session.problem(problem),
    }
    true
}

fn page(
    bytes: &[u8],
    charset: Option<&str>,
    address: Option<&str>,
    record: &Record,
    place: &Place,
    session: &mut Session<'_>,
) {
    match page::read(&Page { bytes, charset, address }, place, session.options) {
        Err(problem) => session.problem(problem),
        Ok((mut article, warnings)) => {
            let captured = record.get("warc-date").map(|date| Node::new(1, Value::Text(date.to_owned())));
            article.retrieved = captured.and_then(|date| dates::find(&date).date).map(|date| date.stamp());
            metadata::fill(&mut article, session.options);
            session.problems(warnings);
            session.item(Item::Article { place: place.clone(), article: Box::new(article) });
        }
    }
}
