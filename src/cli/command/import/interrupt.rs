//! Ctrl-C: the first ends the batch in hand, the second ends the program at once.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// A flag that is set when the user or the system wants the run to end.
pub(super) fn flag() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        // Asked for first, so that it finds the flag set by an earlier signal only. Where the system lets nobody watch its
        // signals, the run ends as any program does, and what is committed stays.
        let _ = signal_hook::flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&flag));
        let _ = signal_hook::flag::register(signal, Arc::clone(&flag));
    }
    flag
}
