//! One page for people: what matters, pictures, tables and the evidence behind every number, in a file that needs no other.

use std::io::{self, Write};

use super::Format;
use crate::render::{Look, page};
use crate::report::Document;

pub(super) const FORMAT: Format = Format {
    name: "html",
    summary: "one page with pictures and evidence, in one file: for a browser, for print",
    evidence: Some(page::shown_claims),
    open: None,
    write,
};

fn write(document: &Document<'_>, _: &Look, out: &mut (dyn Write + Send)) -> io::Result<()> {
    out.write_all(page::page(document).as_bytes())
}
