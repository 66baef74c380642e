//! What the caller of a request or a connection may do. It says what, never who: where it comes from
//! (a token, a cookie, nothing) is the business of whoever makes one.

use crate::BoardName;

/// One value that every request and every connection carries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Access {
    /// No keys are configured: everyone may do everything.
    Everyone,
}

impl Access {
    /// Whether notices may be put on the board.
    pub fn may_publish(&self, _board: &BoardName) -> bool {
        match self {
            Self::Everyone => true,
        }
    }

    /// Whether the board may be read and followed.
    pub fn may_subscribe(&self, _board: &BoardName) -> bool {
        match self {
            Self::Everyone => true,
        }
    }

    /// Whether operator's terminals may be opened.
    pub fn may_administer(&self) -> bool {
        match self {
            Self::Everyone => true,
        }
    }
}
