//! How much may be under way at once, in bytes: memory is bounded by it, and not by the input.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// What a part weighs beside its bytes.
const EACH: usize = 2 * 1024;

/// Bytes that are read and not written yet.
#[derive(Debug)]
pub(super) struct Budget {
    most: usize,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    taken: usize,
    closed: bool,
}

impl Budget {
    /// Of so many bytes.
    pub(super) fn new(most: usize) -> Self {
        Self { most, state: Mutex::default(), freed: Condvar::new() }
    }

    /// Waits until there is room, and takes it; whether anybody still wants it. One part may be larger than all the room
    /// there is: it then has it alone.
    pub(super) fn take(&self, size: usize) -> bool {
        let full = |state: &mut State| !state.closed && state.taken > 0 && state.taken + size + EACH > self.most;
        let mut state =
            self.freed.wait_while(self.state(), full).unwrap_or_else(PoisonError::into_inner);
        state.taken += size + EACH;
        !state.closed
    }

    /// Gives back what was taken.
    pub(super) fn give_back(&self, size: usize) {
        let mut state = self.state();
        state.taken = state.taken.saturating_sub(size + EACH);
        drop(state);
        self.freed.notify_one();
    }

    /// Nothing is wanted any more: nobody waits from now on.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.freed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, EACH};
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn no_more_is_under_way_than_allowed_and_what_is_larger_goes_alone() {
        let (size, most) = (1_000, 4 * (1_000 + EACH));
        let budget = Budget::new(most);
        let (under_way, seen) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            let (budget, under_way, seen) = (&budget, &under_way, &seen);
            let (send, receive) = std::sync::mpsc::channel();
            scope.spawn(move || {
                for number in 0..500 {
                    let size = if number % 50 == 7 { 10 * most } else { size };
                    assert!(budget.take(size));
                    let now = under_way.fetch_add(size, Ordering::SeqCst) + size;
                    assert!(now <= most || now == size, "{now}");
                    send.send(size).expect("a receiver");
                }
            });
            for size in receive {
                seen.fetch_add(1, Ordering::SeqCst);
                under_way.fetch_sub(size, Ordering::SeqCst);
                budget.give_back(size);
            }
        });
        assert_eq!(seen.into_inner(), 500);
    }

    #[test]
    fn nobody_waits_for_what_is_closed() {
        let budget = Budget::new(1);
        assert!(budget.take(1));
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| budget.take(1));
            budget.close();
            assert!(!waiting.join().expect("an answer"));
        });
    }
}
