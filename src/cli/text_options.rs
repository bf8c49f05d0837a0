//! What the command line says of texts that do not say it themselves; shared by the commands that read files.

use chrono::NaiveDate;
use clap::Args;

use super::clock;
use crate::source::{Limits, Options};

/// How texts are read from files.
#[derive(Debug, Args)]
pub(super) struct TextOptions {
    /// Day of publication (YYYY-MM-DD) where an article does not say
    #[arg(long, value_name = "DAY", value_parser = day)]
    published: Option<NaiveDate>,
    /// Publisher where an article does not say
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Encoding of texts that are not UTF-8, such as windows-1252
    #[arg(long, value_name = "LABEL")]
    encoding: Option<String>,
    /// Largest document read: a file, a line of a JSON Lines file, or a row of a CSV file
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    max_bytes: u64,
    /// How many times its size a .gz or .zst file may unpack to
    #[arg(long, value_name = "TIMES", default_value_t = 200)]
    max_expansion: u64,
    /// How many times over a file may be packed
    #[arg(long, value_name = "LAYERS", default_value_t = 3)]
    max_layers: u32,
    /// How many elements a web page may have
    #[arg(long, value_name = "ELEMENTS", default_value_t = 200_000)]
    max_elements: usize,
}

impl TextOptions {
    /// The same for the readers of files.
    pub(super) fn options(&self) -> Options {
        Options {
            max_bytes: self.max_bytes,
            encoding: self.encoding.clone(),
            published: self.published,
            publisher: self.publisher.clone(),
            today: clock::today(),
            limits: Limits {
                max_expansion: self.max_expansion,
                max_layers: self.max_layers,
                max_elements: self.max_elements,
            },
        }
    }
}

/// A day of the calendar.
pub(super) fn day(words: &str) -> Result<NaiveDate, String> {
    words.parse().map_err(|_| "write a day of the calendar as YYYY-MM-DD".to_owned())
}
