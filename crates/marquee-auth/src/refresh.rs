//! Refresh tokens that need not be stored to be known: `mr_<family>.<generation>.<mac>`. Each login begins a family; each use
//! makes the next generation. Which generation is the newest is remembered elsewhere; here is only whether a text was made
//! by this server.
//!
//! The mac is HMAC-SHA256 of the generation, under a key that is HMAC-SHA256 of the family's id under the server's secret: what
//! is known of one family says nothing of another.

use crate::algorithm::keyed;
use crate::refusal::Refusal;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::Mac as _;
use sha2::Sha256;
use std::fmt;
use subtle::ConstantTimeEq as _;
use zeroize::{Zeroize as _, Zeroizing};

/// The longest id of a family, in bytes.
pub const FAMILY_BYTES_MAX: usize = 64;
/// No refresh token is longer, in bytes: the mark, the family, ten digits, the mac and two dots.
pub const REFRESH_BYTES_MAX: usize = 3 + FAMILY_BYTES_MAX + 1 + 10 + 1 + 43;
/// What every refresh token begins with, so that people and scanners for leaked secrets know one.
pub const MARK: &str = "mr_";
/// What keys of families are made for: a secret that is used for something else too makes others there.
const PURPOSE: &[u8] = b"marquee refresh family v1\0";

/// The id of a family of refresh tokens: 1 to 64 of `[A-Za-z0-9_-]`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Family(String);

impl Family {
    /// The id, if it is one.
    pub fn parse(id: &str) -> Option<Self> {
        (!id.is_empty()
            && id.len() <= FAMILY_BYTES_MAX
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte)))
        .then(|| Self(id.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What makes refresh tokens and knows them again. Never shown, and wiped when it is dropped.
pub struct RefreshSecret(Zeroizing<[u8; 32]>);

impl RefreshSecret {
    /// The server's secret: 32 bytes of chance.
    pub fn new(mut secret: [u8; 32]) -> Self {
        let kept = Zeroizing::new(secret);
        secret.zeroize();
        Self(kept)
    }

    /// The token of that generation of the family.
    pub fn token(&self, family: &Family, generation: u32) -> String {
        let of_family = keyed(&*self.0).chain_update(PURPOSE).chain_update(family.0.as_bytes());
        let key = Zeroizing::new(<[u8; 32]>::from(of_family.finalize().into_bytes()));
        let mac: hmac::Hmac<Sha256> = keyed(&*key).chain_update(generation.to_be_bytes());
        format!("{MARK}{family}.{generation}.{}", BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }

    /// The family and the generation of a token that this secret made, in its one spelling. The whole text is compared, in
    /// constant time, with what would be made.
    pub fn read(&self, text: &str) -> Result<(Family, u32), Refusal> {
        let parts = || {
            let text = (text.len() <= REFRESH_BYTES_MAX).then_some(text)?;
            let (family, rest) = text.strip_prefix(MARK)?.split_once('.')?;
            let (generation, _) = rest.split_once('.')?;
            Some((Family::parse(family)?, generation.parse().ok()?))
        };
        let (family, generation) = parts().ok_or(Refusal::RefreshToken)?;
        let ours = self.token(&family, generation);
        if bool::from(ours.as_bytes().ct_eq(text.as_bytes())) {
            Ok((family, generation))
        } else {
            Err(Refusal::RefreshToken)
        }
    }
}

/// Nothing of the secret.
impl fmt::Debug for RefreshSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshSecret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn family(id: &str) -> Family {
        Family::parse(id).unwrap()
    }

    #[test]
    fn a_token_is_read_by_the_secret_that_made_it_and_by_no_other() {
        let secret = RefreshSecret::new([7; 32]);
        let longest = "f".repeat(FAMILY_BYTES_MAX);
        for (id, generation) in [("a", 0), ("01936d0e-9f3c-7a31-8b53-000000000001", 7), (&longest, u32::MAX)]
        {
            let text = marquee_leaks::token(secret.token(&family(id), generation));
            assert_eq!(secret.read(&text), Ok((family(id), generation)));
            assert_eq!(text, secret.token(&family(id), generation));
            assert!(text.len() <= REFRESH_BYTES_MAX);
            assert_eq!(RefreshSecret::new([8; 32]).read(&text), Err(Refusal::RefreshToken));
        }
    }

    #[test]
    fn the_token_is_what_another_program_makes_of_the_same_rule() {
        // hmac(hmac(secret, purpose + family), be32(generation)), by Python's hmac.
        let text = marquee_leaks::token(RefreshSecret::new([7; 32]).token(&family("wall"), 258));
        assert_eq!(text, "mr_wall.258.N_k5VjoVBACIcbeE_OqS67dCeEnktDmDtrI4D1pe58M");
    }

    #[test]
    fn no_other_spelling_is_read() {
        let secret = RefreshSecret::new([7; 32]);
        let good = marquee_leaks::token(secret.token(&family("wall"), 12));
        let mac = good.rsplit('.').next().unwrap();
        for bad in [
            String::new(),
            "mr_".to_owned(),
            good.replace("mr_", "MR_"),
            good.replace("mr_", ""),
            format!("{good}="),
            format!("{good} "),
            format!(" {good}"),
            format!("{good}\n"),
            format!("{good}.x"),
            format!("mr_wall.012.{mac}"),
            format!("mr_wall.+12.{mac}"),
            format!("mr_wall.13.{mac}"),
            format!("mr_wall.4294967308.{mac}"),
            format!("mr_wall..{mac}"),
            format!("mr_walls.12.{mac}"),
            format!("mr_.12.{mac}"),
            format!("mr_wa.ll.12.{mac}"),
            format!("mr_wall.12.{}", &mac[1..]),
            "mr_wall.12.".to_owned(),
            "mr_wall.12".to_owned(),
            "m".repeat(1 << 20),
        ] {
            assert_eq!(secret.read(&bad), Err(Refusal::RefreshToken), "{bad:.80}");
        }
        // The last character has two bits that say nothing: with them set it is another text.
        let (start, last) = good.split_at(good.len() - 1);
        let at =
            |c: char| "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".find(c).unwrap();
        let next = &"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            [at(last.chars().next().unwrap()) + 1..];
        assert_eq!(secret.read(&format!("{start}{}", &next[..1])), Err(Refusal::RefreshToken));
    }

    #[test]
    fn the_secret_is_not_shown() {
        assert_eq!(format!("{:?}", RefreshSecret::new([7; 32])), "RefreshSecret(..)");
    }

    proptest! {
        #[test]
        fn one_changed_byte_is_never_read(at in 0usize..60, to in any::<char>()) {
            let secret = RefreshSecret::new([7; 32]);
            let good = secret.token(&family("wall"), 12);
            let at = at % good.len();
            prop_assume!(!good[at..].starts_with(to));
            let bad = format!("{}{to}{}", &good[..at], &good[at + 1..]);
            prop_assert_eq!(secret.read(&bad), Err(Refusal::RefreshToken));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            prop_assert!(RefreshSecret::new([7; 32]).read(&text).is_err());
        }
    }
}
