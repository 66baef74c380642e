//! Turns to catch up: of the terminals that are far behind on one core a few read at a time, so that whoever publishes
//! there, or is live, waits for those few and not for thousands. It holds nothing while a terminal is written to, so
//! a slow one costs nobody a turn.

use std::sync::Arc;
use tokio::sync::Semaphore;

/// Terminals that may stand ready to read on one core. One reads a page and writes it, some 50 µs.
const AT_ONCE: usize = 4;

thread_local! {
    /// A connection never leaves its core, so turns do not either.
    static OF_THIS_CORE: Arc<Semaphore> = Arc::new(Semaphore::new(AT_ONCE));
}

/// Waits for a turn to read one page.
pub(crate) async fn take() {
    let turns = OF_THIS_CORE.with(Arc::clone);
    let turn = turns.acquire().await;
    // Everything else that is ready comes first; those who wait for a turn are not.
    tokio::task::yield_now().await;
    drop(turn);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[tokio::test]
    async fn whoever_comes_after_a_thousand_waits_for_a_few_turns() {
        const TERMINALS: usize = 1_000;
        const PAGES: usize = 3;
        let reads = Arc::new(AtomicUsize::default());
        let terminal = |reads: Arc<AtomicUsize>| async move {
            for _ in 0..PAGES {
                take().await;
                reads.fetch_add(1, Ordering::Relaxed);
            }
        };
        let terminals: Vec<_> = (0..TERMINALS).map(|_| tokio::spawn(terminal(reads.clone()))).collect();
        let publisher = tokio::spawn({
            let reads = reads.clone();
            async move {
                // It waits for its socket, then for its answer.
                for _ in 0..2 {
                    tokio::task::yield_now().await;
                }
                reads.load(Ordering::Relaxed)
            }
        });
        let before_it = publisher.await.unwrap();
        assert!(before_it <= 4 * AT_ONCE, "{before_it} pages were read before a publisher was answered");
        for terminal in terminals {
            terminal.await.unwrap();
        }
        assert_eq!(reads.load(Ordering::Relaxed), TERMINALS * PAGES, "each has its turns");
    }
}
