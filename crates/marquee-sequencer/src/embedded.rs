//! The order of one process: a bounded channel, stamped as it is read. What waits in it dies with the process,
//! and nobody has been told that it was done.

use crate::law::{CommandId, Next, Ordered, Orders, Sequencer, SubmitError};
use crate::time::Time;
use marquee_core::board::{Command, Position};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

/// `None` is a nudge.
type Waiting = Option<(CommandId, Command)>;

/// The side that takes commands.
pub struct Embedded {
    sender: RwLock<Option<SyncSender<Waiting>>>,
    /// Whether a nudge waits.
    nudged: Arc<AtomicBool>,
    together: Together,
    stamp: Arc<Stamp>,
}

/// Held while several commands go in; the reader waits for that, which takes no longer than to put them there.
type Together = Arc<Mutex<()>>;

/// The side that gives them out.
pub struct EmbeddedOrders {
    receiver: Receiver<Waiting>,
    nudged: Arc<AtomicBool>,
    together: Together,
    position: Position,
    stamp: Arc<Stamp>,
}

/// The time of the commands that are being applied, and the clock for the next ones.
struct Stamp {
    time: Arc<Time>,
    being_applied: Mutex<Option<u64>>,
}

impl Stamp {
    fn being_applied(&self) -> MutexGuard<'_, Option<u64>> {
        self.being_applied.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An order that goes on after a position, in which at most `waiting_max` commands wait.
pub fn embedded(after: Position, time: Arc<Time>, waiting_max: usize) -> (Embedded, EmbeddedOrders) {
    let (sender, receiver) = sync_channel(waiting_max);
    let stamp = Arc::new(Stamp { time, being_applied: Mutex::new(None) });
    let nudged = Arc::<AtomicBool>::default();
    let together = Together::default();
    let embedded = Embedded {
        sender: RwLock::new(Some(sender)),
        nudged: nudged.clone(),
        together: together.clone(),
        stamp: stamp.clone(),
    };
    (embedded, EmbeddedOrders { receiver, nudged, together, position: after, stamp })
}

fn send(sender: Option<&SyncSender<Waiting>>, submitted: (CommandId, Command)) -> Result<(), SubmitError> {
    sender.ok_or(SubmitError::Closed)?.try_send(Some(submitted)).map_err(|error| match error {
        TrySendError::Full(_) => SubmitError::Full,
        TrySendError::Disconnected(_) => SubmitError::Closed,
    })
}

impl Sequencer for Embedded {
    fn submit(&self, id: CommandId, command: Command) -> Result<(), SubmitError> {
        let sender = self.sender.read().unwrap_or_else(PoisonError::into_inner);
        send(sender.as_ref(), (id, command))
    }

    fn submit_all(&self, commands: Vec<(CommandId, Command)>) -> Vec<Result<(), SubmitError>> {
        let sender = self.sender.read().unwrap_or_else(PoisonError::into_inner);
        let _together = self.together.lock().unwrap_or_else(PoisonError::into_inner);
        commands.into_iter().map(|submitted| send(sender.as_ref(), submitted)).collect()
    }

    fn watermark(&self) -> u64 {
        // The clock is read under the same lock as at stamping: so no stamp lies below what is told here.
        let being_applied = self.stamp.being_applied();
        being_applied.unwrap_or_else(|| self.stamp.time.now())
    }

    fn nudge(&self) {
        let sender = self.sender.read().unwrap_or_else(PoisonError::into_inner);
        // One that waits already is enough; a full order wakes its reader by itself, and an ended one has none.
        if let Some(sender) = sender.as_ref()
            && !self.nudged.swap(true, Ordering::AcqRel)
            && sender.try_send(None).is_err()
        {
            self.nudged.store(false, Ordering::Release);
        }
    }

    fn close(&self) {
        *self.sender.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Orders for EmbeddedOrders {
    fn next(&mut self, most: usize, within: Duration) -> Next {
        let first = match self.receiver.recv_timeout(within) {
            Ok(Some(first)) => first,
            Ok(None) => {
                self.nudged.store(false, Ordering::Release);
                return Next::Quiet;
            }
            Err(RecvTimeoutError::Timeout) => return Next::Quiet,
            Err(RecvTimeoutError::Disconnected) => return Next::Ended,
        };
        // It may be the first of several, of which the others are on their way.
        drop(self.together.lock().unwrap_or_else(PoisonError::into_inner));
        let nudged = &self.nudged;
        let more = self.receiver.try_iter().filter_map(|next| {
            // Who is awake needs no nudge: it looks around after these.
            if next.is_none() {
                nudged.store(false, Ordering::Release);
            }
            next
        });
        let waiting = std::iter::once(first).chain(more).take(most.max(1));
        let mut being_applied = self.stamp.being_applied();
        let at = self.stamp.time.now();
        being_applied.get_or_insert(at);
        let position = &mut self.position;
        let commands = waiting.map(|(id, command)| {
            position.0 += 1;
            Ordered { position: *position, at, id, command }
        });
        Next::Commands(commands.collect())
    }

    fn applied(&mut self) {
        *self.stamp.being_applied() = None;
    }
}
