//! Cutting, reading and writing side by side: one thread cuts the inputs into parts, several read them, and the caller's
//! takes what came of them in the order of the inputs, however many read. Knows nothing of articles.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, Scope};

use super::budget::Budget;
use super::timings::{Stage, Timings};
use crate::error::{Error, Result};
use crate::source::{self, Input, Options, Part};

/// Bytes of inputs that are under way at once. What comes of them takes a few times as much.
const UNDER_WAY: usize = 24 * 1024 * 1024;
/// Room for what goes down into a page or a record by recursion.
const STACK: usize = 16 * 1024 * 1024;

/// What is read side by side.
#[derive(Clone, Copy)]
pub(super) struct Pipeline<'p> {
    pub(super) inputs: &'p [&'p Input],
    pub(super) options: &'p Options,
    /// How many threads read.
    pub(super) jobs: usize,
    /// Set from outside when nothing more is wanted.
    pub(super) stop: &'p AtomicBool,
    pub(super) timings: &'p Timings,
}

/// What the writer is handed, in order.
pub(super) enum Step<T> {
    /// What came of a part, and how far its file was read then.
    Read(T, u64),
    /// What a part held could not be read: a fault of the program's.
    Failed,
    /// The input has nothing more.
    End,
}

/// A part on its way.
struct Task {
    number: u64,
    input: usize,
    part: Part,
}

/// What came of it.
struct Done<T> {
    number: u64,
    input: usize,
    size: usize,
    step: Step<T>,
}

impl Pipeline<'_> {
    /// Reads all inputs by `read` and hands what came of it to `take`, with the number of the input.
    ///
    /// # Errors
    /// Those of `take`, with the first of which all ends.
    pub(super) fn run<T: Send>(
        self,
        read: &(dyn Fn(&Input, Part) -> T + Sync),
        mut take: impl FnMut(usize, Step<T>) -> Result<()>,
    ) -> Result<()> {
        let budget = Budget::new(UNDER_WAY);
        let (give_task, tasks) = channel();
        let (give_done, done) = channel();
        let tasks = Mutex::new(tasks);
        std::thread::scope(|scope| {
            // However this ends: nobody must wait for room any more.
            let _closing = Closing(&budget);
            for _ in 0..self.jobs.max(1) {
                let (tasks, give_done) = (&tasks, give_done.clone());
                start(scope, move || self.work(tasks, &give_done, read))?;
            }
            let budget = &budget;
            start(scope, move || self.cut(budget, give_task, &give_done))?;
            for done in InOrder::new(done) {
                if self.is_stopped() {
                    break;
                }
                take(done.input, done.step)?;
                budget.give_back(done.size);
            }
            Ok(())
        })
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Cuts the inputs, one after another. An input's end goes straight to the writer, which waits for what is before it.
    fn cut<T>(self, budget: &Budget, give_task: Sender<Task>, give_done: &Sender<Done<T>>) {
        let mut clock = self.timings.start();
        self.cut_all(budget, &give_task, give_done);
        clock.lap(Stage::Files);
    }

    fn cut_all<T>(self, budget: &Budget, give_task: &Sender<Task>, give_done: &Sender<Done<T>>) {
        let mut numbers = 0..u64::MAX;
        for (at, input) in self.inputs.iter().enumerate() {
            source::cut(input, self.options, &mut |part| {
                if self.is_stopped() || !budget.take(part.size) {
                    return ControlFlow::Break(());
                }
                let task = numbers.next().map(|number| Task { number, input: at, part });
                match task.map(|task| give_task.send(task)) {
                    Some(Ok(())) => ControlFlow::Continue(()),
                    _ => ControlFlow::Break(()),
                }
            });
            let Some(number) = numbers.next() else { return };
            if self.is_stopped()
                || !budget.take(0)
                || give_done.send(Done { number, input: at, size: 0, step: Step::End }).is_err()
            {
                return;
            }
        }
    }

    /// Reads parts until there are no more.
    fn work<T>(
        self,
        tasks: &Mutex<Receiver<Task>>,
        give_done: &Sender<Done<T>>,
        read: &(dyn Fn(&Input, Part) -> T + Sync),
    ) {
        loop {
            let task = tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(Task { number, input, part }) = task else { return };
            let (size, position) = (part.size, part.position);
            let step = match catch_unwind(AssertUnwindSafe(|| read(self.inputs[input], part))) {
                Ok(came) => Step::Read(came, position),
                Err(_) => Step::Failed,
            };
            if give_done.send(Done { number, input, size, step }).is_err() {
                return;
            }
        }
    }
}

fn start<'scope>(scope: &'scope Scope<'scope, '_>, work: impl FnOnce() + Send + 'scope) -> Result<()> {
    let thread = Builder::new().stack_size(STACK).spawn_scoped(scope, work);
    thread.map(drop).map_err(|error| Error::user(format!("no thread can be started: {error}")))
}

/// Closes a budget whatever happens.
struct Closing<'b>(&'b Budget);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// What comes in any order, in the order of its numbers.
struct InOrder<T> {
    done: Receiver<Done<T>>,
    waiting: BTreeMap<u64, Done<T>>,
    next: u64,
}

impl<T> InOrder<T> {
    fn new(done: Receiver<Done<T>>) -> Self {
        Self { done, waiting: BTreeMap::new(), next: 0 }
    }
}

impl<T> Iterator for InOrder<T> {
    type Item = Done<T>;

    fn next(&mut self) -> Option<Done<T>> {
        let mut came = self.waiting.remove(&self.next);
        while came.is_none() {
            let done = self.done.recv().ok()?;
            if done.number == self.next {
                came = Some(done);
            } else {
                self.waiting.insert(done.number, done);
            }
        }
        self.next += 1;
        came
    }
}
