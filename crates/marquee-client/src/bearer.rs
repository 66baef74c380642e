//! A token on its way to a server. It is carried and never shown: neither an error nor a debug output has a part of it.

use std::fmt;

/// The longest token that a server takes, in bytes.
const TOKEN_BYTES_MAX: usize = 8 * 1024;

/// A token.
#[derive(Clone, PartialEq, Eq)]
pub struct Bearer(String);

impl Bearer {
    /// A text that has the form of a token: three parts with points between, of the letters of base64url. Whether it is good is
    /// the server's to say.
    pub fn new(text: &str) -> Option<Self> {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        let parts =
            text.len() <= TOKEN_BYTES_MAX && text.split('.').count() == 3 && text.split('.').all(part);
        parts.then(|| Self(text.to_owned()))
    }

    /// The text, for who sends it.
    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    /// The value of `Authorization`.
    pub(crate) fn authorization(&self) -> String {
        format!("Bearer {}", self.0)
    }
}

/// Nothing of it.
impl fmt::Debug for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bearer(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_three_parts_and_is_never_shown() {
        let token = Bearer::new("eyJh.eyJz-_.c2ln").unwrap();
        assert_eq!(token.authorization(), "Bearer eyJh.eyJz-_.c2ln");
        assert!(!format!("{token:?}").contains("eyJ"));
        for bad in [
            "",
            "a.b",
            "a.b.c.d",
            "a..c",
            "a.b c.d",
            "a.b.c\nx: y",
            "a.b.c=",
            &format!("a.b.{}", "c".repeat(8_192)),
        ] {
            assert_eq!(Bearer::new(bad), None, "{bad:?}");
        }
        assert!(Bearer::new("mr_wall.258.N_k5VjoVBACI").is_some(), "a refresh token, to be taken back");
    }
}
