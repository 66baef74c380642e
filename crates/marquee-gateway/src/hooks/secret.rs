//! A word that is configured, compared and never shown: printing one gives a placeholder, by whatever way it is
//! printed. It never leaves the process.

use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;
use subtle::ConstantTimeEq;

/// What stands for a secret wherever one would be printed. It is refused as a secret, so that a configuration that
/// was printed and used again is not taken for a whole one.
const HIDDEN: &str = "(hidden)";

/// A secret or a key of a hook.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// A secret with this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for whoever has to use it.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether it is only what stands for one.
    pub fn is_placeholder(&self) -> bool {
        self.0 == HIDDEN
    }

    /// Whether what was given is it. The time it takes tells neither where they differ nor how long the secret is.
    pub(super) fn is(&self, given: &[u8]) -> bool {
        Sha256::digest(self.0.as_bytes()).ct_eq(&Sha256::digest(given)).into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_itself_and_never_shown() {
        let secret = Secret::new("open sesame");
        assert!(secret.is(b"open sesame"));
        for other in [&b"open sesam"[..], b"open sesame ", b"", b"Open sesame"] {
            assert!(!secret.is(other), "{other:?}");
        }
        let shown = [format!("{secret:?}"), serde_json::to_string(&secret).unwrap_or_default()];
        for shown in shown {
            assert!(shown.contains(HIDDEN) && !shown.contains("sesame"), "{shown}");
        }
    }
}
