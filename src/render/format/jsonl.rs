//! JSON Lines for streams: an object per row; with several tables each says first which it is from.

use std::io::{self, Write};

use serde_json::{Map, Value as Json};

use super::Format;
use super::json::{row_object, visible};
use crate::render::Look;
use crate::report::Document;

pub(super) const FORMAT: Format =
    Format { name: "jsonl", summary: "a JSON object per row", evidence: None, write };

fn write(document: &Document<'_>, _: &Look, out: &mut dyn Write) -> io::Result<()> {
    let tables = document.tables;
    for table in tables {
        for row in &table.rows {
            let mut object = Map::new();
            if tables.len() > 1 {
                object.insert("report".into(), Json::from(table.title.as_str()));
            }
            object.extend(row_object(table, row)); // a column named `report` wins: data before decoration
            writeln!(out, "{}", visible(&serde_json::to_string(&object)?))?;
        }
    }
    Ok(())
}
