//! Unpacks gzip and zstd, whatever is inside and however often. A stranger's file may unpack to anything, so what comes
//! out is held against what went in. Knows bytes, not formats.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::formats::Content;
use super::open::Peeked;
use super::{Limits, Options};
use crate::model::{Place, Problem};

/// How names of packed files end, lower-case.
const EXTENSIONS: &[&str] = &["gz", "gzip", "zst", "zstd"];
/// So much may come out of anything: a short file full of one letter is no bomb.
const FREE: u64 = 4 * 1024 * 1024;

/// The path without the endings of packing: `a.jsonl` of `a.jsonl.gz`.
pub(super) fn inner(path: &Path) -> PathBuf {
    let mut inner = path.to_path_buf();
    while is_packed(&inner) {
        inner.set_extension("");
    }
    inner
}

/// Whether a name says that the file is packed.
pub(super) fn is_packed(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_lowercase);
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

/// The content without its packing, told by how it begins; as it is where there is none.
pub(super) fn unpacked<'c>(
    content: Content<'c>,
    options: &Options,
    place: &Place,
) -> Result<Content<'c>, Problem> {
    let mut content = content;
    for layer in 0_u32.. {
        let peeked = Peeked::new(content, 4);
        let Some(packing) = Packing::of(peeked.head()) else { return Ok(Box::new(peeked)) };
        if layer == options.limits.max_layers {
            let reason = format!("packed more than {layer} times over");
            return Err(Problem::refused(place.clone(), reason)
                .with_way_out("unpack it yourself, or raise the limit with --max-layers"));
        }
        let packed = Counted { content: Box::new(peeked), taken: 0 };
        let decoder = match packing {
            Packing::Gzip => Decoder::Gzip(Box::new(MultiGzDecoder::new(packed))),
            Packing::Zstd => Decoder::Zstd(Frames { packed, decoder: Box::default(), inside: false }),
        };
        let watched = Watched { decoder, packing, given: 0, limits: options.limits };
        content = Box::new(BufReader::with_capacity(64 * 1024, watched));
    }
    Ok(content)
}

/// How something is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    Gzip,
    Zstd,
}

impl Packing {
    fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"\x1F\x8B\x08") {
            return Some(Self::Gzip);
        }
        // A frame, or one that says nothing and is skipped.
        let skipped = matches!(head, [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..]);
        (head.starts_with(b"\x28\xB5\x2F\xFD") || skipped).then_some(Self::Zstd)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }
}

/// What is wrong with packed content, and the way out.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) reason: String,
    pub(super) way_out: &'static str,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Fault {}

/// Packed bytes, and how many were taken.
struct Counted<'c> {
    content: Content<'c>,
    taken: u64,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(buffer)?;
        self.taken += read as u64;
        Ok(read)
    }
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.content.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.taken += amount as u64;
        self.content.consume(amount);
    }
}

enum Decoder<'c> {
    Gzip(Box<MultiGzDecoder<Counted<'c>>>),
    Zstd(Frames<'c>),
}

impl Decoder<'_> {
    /// How many packed bytes went in.
    fn taken(&self) -> u64 {
        match self {
            Self::Gzip(decoder) => decoder.get_ref().taken,
            Self::Zstd(frames) => frames.packed.taken,
        }
    }

    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Gzip(decoder) => decoder.read(buffer),
            Self::Zstd(frames) => frames.read(buffer),
        }
    }
}

/// A decoder that ends when out of little comes too much.
struct Watched<'c> {
    decoder: Decoder<'c>,
    packing: Packing,
    given: u64,
    limits: Limits,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.decoder.read(buffer).map_err(|error| self.damaged(error))?;
        self.given += read as u64;
        let most = self.decoder.taken().saturating_mul(self.limits.max_expansion).max(FREE);
        if self.given > most {
            let reason = format!(
                "it unpacks to more than {} times its size ({})",
                self.limits.max_expansion,
                self.packing.word()
            );
            let way_out = "if it is what it should be, raise the limit with --max-expansion";
            return Err(io::Error::other(Fault { reason, way_out }));
        }
        Ok(read)
    }
}

impl Watched<'_> {
    fn damaged(&self, error: io::Error) -> io::Error {
        if error.kind() == io::ErrorKind::Interrupted
            || error.get_ref().is_some_and(|inner| inner.is::<Fault>())
        {
            return error;
        }
        let packing = self.packing.word();
        let cut_off = error.kind() == io::ErrorKind::UnexpectedEof;
        let reason = if cut_off {
            format!("the {packing} data ends in the middle")
        } else {
            format!("the {packing} data is damaged: {error}")
        };
        io::Error::other(Fault { reason, way_out: "get the file again; its copy is not whole" })
    }
}

/// A zstd file is frames behind each other, some of which are to be skipped.
struct Frames<'c> {
    packed: Counted<'c>,
    decoder: Box<FrameDecoder>,
    inside: bool,
}

impl Frames<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() && (self.inside || self.next_frame()?) {
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.packed, one).map_err(plain)?;
            }
            let read = self.decoder.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            self.end_frame()?;
        }
        Ok(0)
    }

    fn end_frame(&mut self) -> io::Result<()> {
        self.inside = false;
        let written = self.decoder.get_checksum_from_data();
        if written.is_some() && written != self.decoder.get_calculated_checksum() {
            return Err(io::Error::other("its checksum does not fit"));
        }
        Ok(())
    }

    /// Begins the next frame, if there is one.
    fn next_frame(&mut self) -> io::Result<bool> {
        while !self.packed.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.packed) {
                Ok(()) => {
                    self.inside = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut self.packed.by_ref().take(u64::from(length)), &mut io::sink())?;
                }
                Err(error) => return Err(plain(error)),
            }
        }
        Ok(false)
    }
}

/// An end in the middle is said as such, however deep it was met.
fn plain(error: FrameDecoderError) -> io::Error {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(inner) = cause {
        if inner.downcast_ref::<io::Error>().is_some_and(|inner| inner.kind() == io::ErrorKind::UnexpectedEof)
        {
            return io::ErrorKind::UnexpectedEof.into();
        }
        cause = inner.source();
    }
    io::Error::other(error)
}

#[cfg(test)]
mod tests {
    use super::{inner, is_packed};
    use std::path::Path;

    #[test]
    fn names_without_the_endings_of_packing() {
        for (name, bare) in [
            ("a.jsonl.gz", "a.jsonl"),
            ("a.txt.GZ.zst", "a.txt"),
            ("d.e/a.gz", "d.e/a"),
            ("a.txt", "a.txt"),
            (".gz", ".gz"),
        ] {
            assert_eq!(inner(Path::new(name)), Path::new(bare));
        }
        assert!(is_packed(Path::new("x.zst")) && !is_packed(Path::new("x.zip")));
    }
}
