//! When a terminal that lost its connection comes back: it never gives up, and never comes in a crowd. Rules alone; it
//! waits for nothing itself.

/// The least that is waited after an ordinary end, ms.
const BACKOFF_MIN_MS: u64 = 500;
/// The most, ms.
const BACKOFF_MAX_MS: u64 = 20_000;
/// What is waited at least after an end that says that the terminal itself is at fault, ms.
pub(super) const FAULT_WAIT_MS: u64 = 300_000;
/// The doublings after which the bound is reached in any case.
const DOUBLINGS_MAX: u32 = 16;

/// The code of a message that was too big.
pub(super) const TOO_BIG: u16 = 1009;
/// The code of a terminal that sent too much that could not be read.
pub(super) const BAD_MESSAGES: u16 = 4400;
/// The code of a token that has ended.
pub(super) const TOKEN_EXPIRED: u16 = 4401;
/// The code of a token that was taken back.
pub(super) const TOKEN_REVOKED: u16 = 4403;
/// What stands for an end that nobody gave a code.
pub(super) const NO_CODE: u16 = 1006;

/// Full jitter: anything from the least to a bound that doubles with each attempt. `chance` is any number, each as likely
/// as another.
pub(super) fn backoff_ms(attempt: u32, chance: u32) -> u64 {
    let bound = BACKOFF_MAX_MS.min(2 * BACKOFF_MIN_MS * (1 << attempt.min(DOUBLINGS_MAX)));
    // The chance as a share of its range: a product, as a remainder would not be even.
    BACKOFF_MIN_MS + (((bound - BACKOFF_MIN_MS) * u64::from(chance)) >> 32)
}

/// What a close code demands, ms.
pub(super) fn floor_ms(code: u16) -> u64 {
    if matches!(code, TOO_BIG | BAD_MESSAGES | TOKEN_REVOKED) { FAULT_WAIT_MS } else { 0 }
}

/// Whether it takes another token to come back after this code.
pub(super) fn needs_token(code: u16) -> bool {
    matches!(code, TOKEN_EXPIRED | TOKEN_REVOKED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_is_full_jitter_under_a_bound_that_doubles() {
        for (attempt, bound) in [(0, 1_000), (1, 2_000), (3, 8_000), (4, 16_000), (5, 20_000), (99, 20_000)] {
            assert_eq!(backoff_ms(attempt, 0), 500, "attempt {attempt}");
            let most = backoff_ms(attempt, u32::MAX);
            assert!((bound - 1..=bound).contains(&most), "attempt {attempt}: {most}");
            assert_eq!(backoff_ms(attempt, 1 << 31), 500 + (bound - 500) / 2, "attempt {attempt}");
        }
    }

    #[test]
    fn ends_that_are_the_terminals_fault_keep_it_away_for_five_minutes() {
        for code in [1009, 4400, 4403] {
            assert_eq!(floor_ms(code), 300_000, "{code}");
        }
        for code in [1000, 1001, 1006, 1011, 1012, 1013, 4401, 4408, 4999] {
            assert_eq!(floor_ms(code), 0, "{code}");
        }
        assert!(needs_token(4401) && needs_token(4403) && !needs_token(4400) && !needs_token(1012));
    }
}
