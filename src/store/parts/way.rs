//! Records on their way from the thread that reads them to the one that prints them, some hundreds at a time: one piece of memory a block,
//! and not one a cell. Knows nothing of queries.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::merge::Feed;
use crate::error::Result;

/// Bytes after which a block goes on its way.
pub(super) const FULL: usize = 256 * 1024;
/// Blocks under way: as many as keep both sides busy where one is now faster and now slower.
const UNDER_WAY: usize = 4;

/// Where blocks come from: filled ones go one way and empty ones back, so that no memory is asked for anew.
pub(in crate::store) struct Sender {
    filled: SyncSender<Vec<u8>>,
    emptied: Receiver<Vec<u8>>,
}

/// Where they go.
pub(in crate::store) struct Taker {
    filled: Receiver<Vec<u8>>,
    emptied: SyncSender<Vec<u8>>,
}

pub(in crate::store) fn way() -> (Sender, Taker) {
    let (filled, to_take) = sync_channel(UNDER_WAY);
    let (back, emptied) = sync_channel(UNDER_WAY);
    (Sender { filled, emptied }, Taker { filled: to_take, emptied: back })
}

impl Sender {
    /// Sends a block and puts an empty one in its place; answers whether anybody still takes them.
    pub(super) fn send(&self, block: &mut Vec<u8>) -> bool {
        let next = self.emptied.try_recv().unwrap_or_default();
        self.filled.send(std::mem::replace(block, next)).is_ok()
    }
}

impl Feed for Taker {
    fn next(&mut self, block: &mut Vec<u8>) -> Result<bool> {
        let Ok(next) = self.filled.recv() else { return Ok(false) };
        let mut emptied = std::mem::replace(block, next);
        emptied.clear();
        // Where enough of them wait, this one goes.
        let _ = self.emptied.try_send(emptied);
        Ok(true)
    }
}
