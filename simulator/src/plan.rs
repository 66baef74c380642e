//! What a world is like, by its number: how many there are, how the server is set up, how often what fails. It happens
//! nothing here.

use fastrand::Rng;
use marquee_core::Policy;
use marquee_core::session::Heartbeat;

/// A world's make-up.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) boards: usize,
    pub(crate) publishers: usize,
    pub(crate) terminals: usize,
    /// How long things happen, ms; then the world falls quiet.
    pub(crate) busy_ms: u64,
    /// Between two publishes of one publisher, at most, ms.
    pub(crate) pause_ms: u64,
    /// Entries that the ring holds of one board.
    pub(crate) ring: usize,
    /// Entries that are kept of a board.
    pub(crate) keep_entries: u64,
    /// Commands that may wait.
    pub(crate) queue: usize,
    pub(crate) first_policy: Policy,
    pub(crate) heartbeat: Heartbeat,
    /// How long a sync takes, at most, ms.
    pub(crate) sync_ms: u64,
    /// How long a way through the network takes, at most, ms.
    pub(crate) way_ms: u64,
    /// When what fails; in the order of time.
    pub(crate) faults: Vec<(u64, Fault)>,
}

/// What may happen to a world.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// The process is killed, wherever it is; or the power goes.
    Crash,
    /// The next sync fails.
    FailedSync,
    /// The disk is full for a while.
    Full,
    /// The server is restarted in order.
    Restart,
    /// A copy of the log is put back, as a new history.
    Restored,
    /// The server's wall clock is set.
    Jump,
    /// A connection is cut.
    Cut,
    /// A connection is dead, and nobody is told.
    HalfOpen,
    /// Old entries are let go, at a reader's edge or anywhere.
    Trim,
    /// A terminal comes back with a cursor that it made up.
    Liar,
    /// The token of a terminal that is connected is taken back.
    TakenBack,
}

/// How often each happens in a world, among a hundred.
const WEIGHTS: [(Fault, u32); 11] = [
    (Fault::Crash, 16),
    (Fault::FailedSync, 6),
    (Fault::Full, 6),
    (Fault::Restart, 6),
    (Fault::Restored, 4),
    (Fault::Jump, 8),
    (Fault::Cut, 18),
    (Fault::HalfOpen, 8),
    (Fault::Trim, 18),
    (Fault::Liar, 10),
    (Fault::TakenBack, 12),
];

impl Plan {
    pub(crate) fn of(rng: &mut Rng) -> Self {
        let busy_ms = rng.u64(10_000..30_000);
        let mut faults: Vec<_> = (0..rng.usize(4..14)).map(|_| (rng.u64(500..busy_ms), fault(rng))).collect();
        faults.sort_by_key(|(at, _)| *at);
        let levels = Policy::default().levels;
        Self {
            boards: rng.usize(1..4),
            publishers: rng.usize(1..4),
            terminals: rng.usize(1..6),
            busy_ms,
            pause_ms: rng.u64(100..1_200),
            ring: rng.usize(2..24),
            keep_entries: rng.u64(4..60),
            queue: rng.usize(1..4),
            first_policy: Policy {
                max_active: rng.usize(2..16),
                fold_ms: rng.u64(0..6_000),
                pin_min_ms: rng.u64(200..2_000),
                pin_queue: rng.usize(0..4),
                breath_ms: rng.u64(0..2_000),
                speed: rng.u64(5..80),
                levels,
                ..Policy::default()
            },
            heartbeat: Heartbeat {
                interval_ms: rng.u64(2_000..5_000),
                timeout_ms: rng.u64(2_000..4_000),
                max_failures: rng.u32(2..4),
            },
            sync_ms: rng.u64(2..60),
            way_ms: rng.u64(2..120),
            faults,
        }
    }
}

fn fault(rng: &mut Rng) -> Fault {
    let mut left = rng.u32(0..WEIGHTS.iter().map(|(_, weight)| weight).sum());
    for (fault, weight) in WEIGHTS {
        match left.checked_sub(weight) {
            Some(rest) => left = rest,
            None => return fault,
        }
    }
    Fault::Crash
}
