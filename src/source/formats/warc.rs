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
use crate::source::part::Cutter;
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
    cut,
};

/// How much of a record is kept to see whether it is a page, when it is too large to be one.
const HEAD: u64 = 64 * 1024;

fn is_certain(head: &str) -> bool {
    head.trim_start().starts_with("WARC/")
}

fn cut(content: Content<'_>, cutter: &mut Cutter<'_>) {
    let mut records = Records::new(content);
    let mut pages = 0;
    while !cutter.is_stopped() {
        match records.next() {
            Ok(Some(record)) => pages += usize::from(take(record, &mut records, cutter)),
            Ok(None) => break,
            Err(fault) => {
                let place = cutter.place.at_field(format!("record {}", records.number()));
                let ends = fault.ends;
                cutter.problem(match fault.error {
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
            Problem::warning(cutter.place.clone(), "there is no response with a web page in the archive");
        cutter.problem(problem.with_way_out("check that it is the right file"));
    }
}

/// Hands on one record if it is a page; whether it is one.
fn take<R: BufRead>(record: Record, records: &mut Records<R>, cutter: &mut Cutter<'_>) -> bool {
    let kind = record.get("warc-type").unwrap_or_default().to_ascii_lowercase();
    if !matches!(kind.as_str(), "response" | "resource") {
        return false;
    }
    let address = record.get("warc-target-uri").map(|uri| uri.trim_matches(['<', '>']).to_owned());
    let place = match &address {
        Some(address) => cutter.place.at_field(address.clone()),
        None => cutter.place.at_field(format!("record {}", records.number())),
    };
    let max_bytes = cutter.options.max_bytes;
    let mut block = Vec::new();
    let kept = if record.length > max_bytes { HEAD.min(max_bytes) } else { record.length };
    if let Err(error) = records.block().take(kept).read_to_end(&mut block) {
        cutter.problem(unreadable(&error, &place));
        records.stop();
        return true;
    }
    let capture = Capture { block, is_resource: kind == "resource", address, place, record };
    if capture.response().is_none() {
        return false;
    }
    if (capture.block.len() as u64) < capture.record.length {
        let cut_off =
            Problem::refused(capture.place.clone(), "the archive ends in the middle of this record");
        cutter.problem(match capture.record.length > max_bytes {
            true => too_large("the record", max_bytes, &capture.place),
            false => cut_off.with_way_out("get the archive again; its copy is not whole"),
        });
        return true;
    }
    cutter.part(capture.block.len(), move |session| capture.read(session));
    true
}

/// A record that may be a page, with its block.
struct Capture {
    record: Record,
    block: Vec<u8>,
    is_resource: bool,
    address: Option<String>,
    place: Place,
}

impl Capture {
    /// What its server sent, if that is a page.
    fn response(&self) -> Option<http::Response<'_>> {
        match self.is_resource {
            true => http::resource(&self.block, self.record.get("content-type")),
            false => http::response(&self.block),
        }
    }

    fn read(&self, session: &mut Session<'_>) {
        let Some(response) = self.response() else { return };
        let page = http::payload(&response, session.options.max_bytes, &self.place).and_then(|bytes| {
            let (charset, address) = (response.charset.as_deref(), self.address.as_deref());
            page::read(&Page { bytes: &bytes, charset, address }, &self.place, session.options)
        });
        match page {
            Err(problem) => session.problem(problem),
            Ok((mut article, warnings)) => {
                let captured = self.record.get("warc-date");
                let captured = captured.map(|date| Node::new(1, Value::Text(date.to_owned())));
                article.retrieved =
                    captured.and_then(|date| dates::find(&date).date).map(|date| date.stamp());
                metadata::fill(&mut article, session.options);
                session.problems(warnings);
                session.item(Item::Article { place: self.place.clone(), article: Box::new(article) });
            }
        }
    }
}
