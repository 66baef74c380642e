//! How long a token lets a connection stay: the terminal is told a minute ahead, and sent away when it is over. It reads no token, and
//! knows of no revocation.

/// So long before the end the terminal is told, ms.
const TOLD_AHEAD_MS: u64 = 60_000;

/// What there is to do about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Expiry {
    /// It ends in so many ms, and the terminal does not know yet.
    Tell(u64),
    /// It is over.
    Over,
}

/// What is due of a token that ends at some moment.
pub(super) fn due(ends_at: u64, told: bool, now: u64) -> Option<Expiry> {
    if now >= ends_at {
        return Some(Expiry::Over);
    }
    let left = ends_at - now;
    (!told && left <= TOLD_AHEAD_MS).then_some(Expiry::Tell(left))
}

/// When something will be due, ms; `u64::MAX`: never.
pub(super) fn deadline(ends_at: u64, told: bool) -> u64 {
    if told || ends_at == u64::MAX { ends_at } else { ends_at.saturating_sub(TOLD_AHEAD_MS) }
}

/// The same as a terminal is told of it; `None`: never.
pub(super) fn shown(ends_at: u64) -> Option<u64> {
    (ends_at != u64::MAX).then_some(ends_at)
}
