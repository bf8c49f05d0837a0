//! An input cut into parts that can be read apart from one another, on any thread. What a part costs to cut is little; what
//! it costs to read is not known here.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::rc::Rc;
use std::{cell::Cell, fmt};

use super::formats::Content;
use super::session::Session;
use super::{Input, Item, Options, open};
use crate::model::{Place, Problem};

/// How much is put into a part, where an input has more: enough that handing it on costs nothing beside reading it.
pub(super) const PORTION: usize = 64 * 1024;

/// A part of an input, to be read with [`Part::read`]. Its items stand in the input behind those of the parts before it.
pub struct Part {
    /// How many bytes it holds.
    pub size: usize,
    /// How much of the input's file was read when it was cut.
    pub position: u64,
    /// The id of the format that it is in; empty where that is not known.
    pub format: &'static str,
    read: Box<Reading>,
}

/// What a part does with a session of its own.
type Reading = dyn FnOnce(&mut Session<'_>) + Send;

impl Part {
    /// Reads what the part holds, and hands it on in order. Input and options are those that it was cut with.
    pub fn read(self, input: &Input, options: &Options, sink: &mut dyn FnMut(Item)) {
        let mut session = Session::new(input, options, sink);
        (self.read)(&mut session);
        session.finish();
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part").field("size", &self.size).finish_non_exhaustive()
    }
}

/// One input while it is cut.
pub(super) struct Cutter<'s> {
    /// The input.
    pub(super) input: &'s Input,
    /// What the user said about all inputs.
    pub(super) options: &'s Options,
    /// The input as a place.
    pub(super) place: Place,
    /// The id of the format.
    pub(super) format: &'static str,
    position: Rc<Cell<u64>>,
    sink: &'s mut dyn FnMut(Part) -> ControlFlow<()>,
    stopped: bool,
}

impl<'s> Cutter<'s> {
    /// Begins to cut an input.
    pub(super) fn new(
        input: &'s Input,
        options: &'s Options,
        sink: &'s mut dyn FnMut(Part) -> ControlFlow<()>,
    ) -> Self {
        let position = Rc::new(Cell::new(0));
        Self { input, options, place: Place::file(&*input.name), format: "", position, sink, stopped: false }
    }

    /// Counts what is read of the input's file.
    pub(super) fn counted<R: Read>(&self, file: R) -> Counted<R> {
        Counted { file, position: Rc::clone(&self.position) }
    }

    /// Whether nobody wants more: what cuts in a loop ends it then.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Hands on a part of so many bytes.
    pub(super) fn part(&mut self, size: usize, read: impl FnOnce(&mut Session<'_>) + Send + 'static) {
        if !self.stopped {
            let (position, format) = (self.position.get(), self.format);
            let part = Part { size, position, format, read: Box::new(read) };
            self.stopped = (self.sink)(part).is_break();
        }
    }

    /// Hands on a problem that shows before anything is read.
    pub(super) fn problem(&mut self, problem: Problem) {
        self.part(0, |session| session.problem(problem));
    }

    /// Hands on the whole content, for formats that are read whole; or a problem.
    pub(super) fn whole(
        &mut self,
        content: Content<'_>,
        read: impl FnOnce(&[u8], &mut Session<'_>) + Send + 'static,
    ) {
        if let Some(bytes) = self.bytes(content) {
            self.part(bytes.len(), move |session| read(&bytes, session));
        }
    }

    /// The whole content; `None` after a problem was handed on.
    pub(super) fn bytes(&mut self, content: Content<'_>) -> Option<Vec<u8>> {
        let bytes = open::read_whole(content, self.options.max_bytes, &self.place);
        bytes.map_err(|problem| self.problem(problem)).ok()
    }
}

/// A file whose bytes are counted as they are read.
pub(super) struct Counted<R> {
    file: R,
    position: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.position.set(self.position.get() + read as u64);
        Ok(read)
    }
}
