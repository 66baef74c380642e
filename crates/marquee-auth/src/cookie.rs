//! Login cookies: 32 bytes of chance, which say nothing. What is stored is their hash, so that whoever reads the store cannot log
//! in. The chance is handed in, and when a cookie ends is decided elsewhere.

use crate::refusal::Refusal;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use std::fmt;
use zeroize::{Zeroize as _, Zeroizing};

/// How long the text of a cookie is, in bytes.
pub const COOKIE_BYTES: usize = 43;

/// The value of a login cookie. Never shown, and wiped when it is dropped.
pub struct Cookie(Zeroizing<[u8; 32]>);

impl Cookie {
    /// The cookie of these 32 bytes of chance.
    pub fn new(mut chance: [u8; 32]) -> Self {
        let kept = Zeroizing::new(chance);
        chance.zeroize();
        Self(kept)
    }

    /// The cookie that a browser sends, in its one spelling. Whether it was ever given out is the store's to say.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        // The length first: no more is decoded than a cookie has.
        let bytes =
            (text.len() == COOKIE_BYTES).then(|| BASE64_URL_SAFE_NO_PAD.decode(text).map(Zeroizing::new));
        let bytes = bytes.ok_or(Refusal::Cookie)?.map_err(|_| Refusal::Cookie)?;
        <[u8; 32]>::try_from(&bytes[..]).map(Self::new).map_err(|_| Refusal::Cookie)
    }

    /// What the browser keeps: 43 characters of base64url.
    pub fn text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(*self.0)
    }

    /// What is stored: SHA-256. A cookie is found by it, so nothing secret is ever compared.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(*self.0).into()
    }
}

/// Nothing of the value.
impl fmt::Debug for Cookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cookie(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_read_from_its_text_and_found_by_its_hash() {
        let cookie = Cookie::new([0xfb; 32]);
        let text = cookie.text();
        marquee_leaks::secret(&text);
        assert_eq!(text.len(), COOKIE_BYTES);
        assert_eq!(Cookie::read(&text).unwrap().hash(), cookie.hash());
        assert_ne!(Cookie::new([0xfa; 32]).hash(), cookie.hash());
        // SHA-256 of 32 zero bytes.
        assert_eq!(Cookie::new([0; 32]).hash()[..4], [0x66, 0x68, 0x7a, 0xad]);
        assert_eq!(format!("{cookie:?}"), "Cookie(..)");
    }

    #[test]
    fn no_other_spelling_is_read() {
        let text = Cookie::new([0xfb; 32]).text();
        for bad in [
            String::new(),
            text.replace('-', "+"),
            text.replace('_', "/"),
            format!("{text}="),
            format!("{}\n", &text[1..]),
            // Two bits beyond the last byte.
            format!("{}-", &text[1..]),
            text[1..].to_owned(),
            "ä".repeat(21) + "a",
            "A".repeat(1 << 20),
        ] {
            assert_eq!(Cookie::read(&bad).map(drop), Err(Refusal::Cookie), "{bad:.60}");
        }
    }
}
