//! The four algorithms: what a key of each is, how it signs, how it checks. It never chooses one: a key has one, and a
//! token can only agree with it.
//!
//! Signatures are deterministic: HS256, EdDSA and RS256 by their nature, ES256 by RFC 6979.

use ed25519_dalek::Signer as _;
use hmac::{Hmac, KeyInit as _, Mac as _};
use p256::ecdsa::signature::Verifier as _;
use rsa::pkcs1v15;
use rsa::pkcs8::EncodePrivateKey as _;
use rsa::rand_core::{TryCryptoRng, TryRng};
use rsa::signature::RandomizedSigner as _;
use sha2::{Digest as _, Sha256};
use std::convert::Infallible;
use std::fmt;
use zeroize::Zeroizing;

/// How tokens are signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Algorithm {
    /// HMAC with SHA-256: who can check can sign.
    Hs256,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// Ed25519.
    EdDsa,
    /// RSA, PKCS #1 v1.5, with SHA-256.
    Rs256,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Hs256, Self::Es256, Self::EdDsa, Self::Rs256];

    /// The algorithm of that name, spelled exactly as RFC 7518 and RFC 8037 do.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.as_str() == name)
    }

    /// Its name in a token.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
            Self::Rs256 => "RS256",
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a public key is made of, to be shown to others.
pub(crate) enum Public<'a> {
    Es256(&'a p256::ecdsa::VerifyingKey),
    EdDsa(&'a ed25519_dalek::VerifyingKey),
    Rs256(&'a rsa::PublicKey),
}

/// What a key checks with, and what it signs with if it has a private part. All private parts are wiped when they are
/// dropped, by the crates that they are of.
pub(crate) enum Material {
    /// The state of an HMAC that has taken in the secret; the secret itself is not kept.
    Hs256(Hmac<Sha256>),
    Es256(p256::ecdsa::VerifyingKey),
    Es256Private(p256::ecdsa::SigningKey),
    EdDsa(ed25519_dalek::VerifyingKey),
    EdDsaPrivate(ed25519_dalek::SigningKey),
    Rs256(pkcs1v15::VerifyingKey<Sha256>),
    Rs256Private(Box<RsaPrivate>),
}

impl Material {
    pub(crate) fn hs256(secret: &[u8]) -> Self {
        Self::Hs256(keyed(secret))
    }

    pub(crate) fn algorithm(&self) -> Algorithm {
        match self {
            Self::Hs256(_) => Algorithm::Hs256,
            Self::Es256(_) | Self::Es256Private(_) => Algorithm::Es256,
            Self::EdDsa(_) | Self::EdDsaPrivate(_) => Algorithm::EdDsa,
            Self::Rs256(_) | Self::Rs256Private(_) => Algorithm::Rs256,
        }
    }

    /// The public part, which an HMAC has not.
    pub(crate) fn public(&self) -> Option<Public<'_>> {
        match self {
            Self::Hs256(_) => None,
            Self::Es256(key) => Some(Public::Es256(key)),
            Self::Es256Private(key) => Some(Public::Es256(key.verifying_key())),
            Self::EdDsa(key) => Some(Public::EdDsa(key)),
            Self::EdDsaPrivate(key) => Some(Public::EdDsa(key.as_ref())),
            Self::Rs256(key) => Some(Public::Rs256(key.as_ref())),
            Self::Rs256Private(key) => Some(Public::Rs256(key.verifying.as_ref())),
        }
    }

    pub(crate) fn signs(&self) -> bool {
        match self {
            Self::Hs256(_) | Self::Es256Private(_) | Self::EdDsaPrivate(_) | Self::Rs256Private(_) => true,
            Self::Es256(_) | Self::EdDsa(_) | Self::Rs256(_) => false,
        }
    }

    /// Whether the two take the same signatures: the private part is not asked for, because it checks nothing.
    pub(crate) fn checks_like(&self, other: &Self) -> bool {
        match (self, other) {
            // The secrets are not kept: what they make of a text tells whether they are one.
            (Self::Hs256(one), Self::Hs256(other)) => {
                let tag = one.clone().finalize().into_bytes();
                other.clone().verify_slice(&tag).is_ok()
            }
            _ => match (self.public(), other.public()) {
                (Some(Public::Es256(one)), Some(Public::Es256(other))) => one == other,
                (Some(Public::EdDsa(one)), Some(Public::EdDsa(other))) => one == other,
                (Some(Public::Rs256(one)), Some(Public::Rs256(other))) => one == other,
                _ => false,
            },
        }
    }

    /// Whether the signature of the message is this key's. An HMAC is compared in constant time; the others compare
    /// public values.
    pub(crate) fn checks(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Hs256(mac) => mac.clone().chain_update(message).verify_slice(signature).is_ok(),
            Self::Es256(key) => es256_checks(key, message, signature),
            Self::Es256Private(key) => es256_checks(key.verifying_key(), message, signature),
            Self::EdDsa(key) => eddsa_checks(key, message, signature),
            Self::EdDsaPrivate(key) => eddsa_checks(key.as_ref(), message, signature),
            Self::Rs256(key) => rs256_checks(key, message, signature),
            Self::Rs256Private(key) => rs256_checks(&key.verifying, message, signature),
        }
    }

    /// The signature of the message; nothing if there is no private part, or the arithmetic found itself wrong.
    pub(crate) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Hs256(mac) => Some(mac.clone().chain_update(message).finalize().into_bytes().to_vec()),
            Self::Es256Private(key) => {
                let signature: p256::ecdsa::Signature =
                    p256::ecdsa::signature::Signer::try_sign(key, message).ok()?;
                Some(signature.to_vec())
            }
            Self::EdDsaPrivate(key) => Some(key.try_sign(message).ok()?.to_vec()),
            Self::Rs256Private(key) => key.sign(message),
            Self::Es256(_) | Self::EdDsa(_) | Self::Rs256(_) => None,
        }
    }
}

/// Both of the two values that ECDSA gives a signature are taken (`s` and `n - s`), because the issuers of the world make either.
/// A token is known by its `jti`, never by its bytes, so a second spelling of it is the same token.
fn es256_checks(key: &p256::ecdsa::VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
    p256::ecdsa::Signature::from_slice(signature)
        .is_ok_and(|signature| key.verify(message, &signature).is_ok())
}

/// Strictly: no point of small order, no second spelling.
fn eddsa_checks(key: &ed25519_dalek::VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
    ed25519_dalek::Signature::from_slice(signature)
        .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok())
}

fn rs256_checks(key: &pkcs1v15::VerifyingKey<Sha256>, message: &[u8], signature: &[u8]) -> bool {
    pkcs1v15::Signature::try_from(signature).is_ok_and(|signature| key.verify(message, &signature).is_ok())
}

/// What one step of SHA-256 takes in, in bytes.
const BLOCK_BYTES: usize = 64;

/// An HMAC that has taken in a key of any length: a longer one than a block by its hash, as RFC 2104 has it. Written out,
/// because the crate's own way has an error, and no answer to it could be right.
pub(crate) fn keyed(secret: &[u8]) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0; BLOCK_BYTES]);
    if secret.len() > BLOCK_BYTES {
        block[..32].copy_from_slice(&Sha256::digest(secret));
    } else {
        block[..secret.len()].copy_from_slice(secret);
    }
    Hmac::new((&*block).into())
}

/// An RSA key that signs.
pub(crate) struct RsaPrivate {
    signing: pkcs1v15::SigningKey<Sha256>,
    verifying: pkcs1v15::VerifyingKey<Sha256>,
    /// What masks are drawn from: nobody who lacks the private part can tell them.
    masks: Hmac<Sha256>,
}

impl RsaPrivate {
    pub(crate) fn new(key: rsa::PrivateKey) -> Option<Self> {
        let der = key.to_pkcs8_der().ok()?;
        let seed = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(der.as_bytes())));
        let masks = keyed(&*seed);
        let signing = pkcs1v15::SigningKey::new(key);
        let verifying = pkcs1v15::VerifyingKey::new(signing.as_ref().to_public_key());
        Some(Self { signing, verifying, masks })
    }

    fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let seed = self.masks.clone().chain_update(message).finalize();
        let seed = Zeroizing::new(<[u8; 32]>::from(seed.into_bytes()));
        let mut masks = Masks { mac: keyed(&*seed), block: 0 };
        let signature = self.signing.try_sign_with_rng(&mut masks, message).ok()?;
        Some(Box::<[u8]>::from(signature).into_vec())
    }
}

/// The numbers that hide an RSA key's arithmetic from a clock. This room rolls no dice, so they are drawn from the key and the
/// message, as RFC 6979 does for ECDSA: secret, different for each message, and without any effect on the signature.
struct Masks {
    mac: Hmac<Sha256>,
    block: u64,
}

impl TryRng for Masks {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for piece in bytes.chunks_mut(32) {
            let block = self.mac.clone().chain_update(self.block.to_be_bytes()).finalize().into_bytes();
            piece.copy_from_slice(&block[..piece.len()]);
            self.block += 1;
        }
        Ok(())
    }
}

impl TryCryptoRng for Masks {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jwks;
    use base64::Engine as _;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn an_hmac_takes_keys_of_every_length_as_another_program_does() {
        // By Python's hmac.
        let secret: Vec<u8> = (0..100).collect();
        for (length, expected) in [
            (64, "eb97f15211c02e38e3213edb045e8301601867c1cd49df01c687eb04f8909e98"),
            (100, "db6809271b5ef15f93eaacb092765bdaba0f29c729418c566ab2c3769a1b5f13"),
        ] {
            let mac = Material::hs256(&secret[..length]).sign(b"message").unwrap();
            assert_eq!(hex(&mac), expected, "{length}");
        }
    }

    /// The examples of RFC 7515 (A.1, A.3) and RFC 8037 (A.4), whose secret and keys are published there.
    #[test]
    fn the_signatures_of_the_standards_hold() {
        let claims =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let bytes = |text: &str| BASE64_URL_SAFE_NO_PAD.decode(text).unwrap();
        let secret = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        let message = format!("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{claims}");
        let signature = bytes("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert!(Material::hs256(&bytes(secret)).checks(message.as_bytes(), &signature));

        let document = r#"{"keys":[{"kty":"EC","crv":"P-256","kid":"a3",
            "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}"#;
        let keys = jwks::read(document.as_bytes()).unwrap().keys;
        let key = keys.find("a3", Algorithm::Es256).unwrap();
        let message = format!("{}.{claims}", BASE64_URL_SAFE_NO_PAD.encode(r#"{"alg":"ES256"}"#));
        let signature =
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        assert!(key.material().checks(message.as_bytes(), &bytes(signature)));

        let document = r#"{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a4","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#;
        let keys = jwks::read(document.as_bytes()).unwrap().keys;
        let key = keys.find("a4", Algorithm::EdDsa).unwrap();
        let encoded = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
        let message = format!("{}.{}", encoded(r#"{"alg":"EdDSA"}"#), encoded("Example of Ed25519 signing"));
        let signature =
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        assert!(key.material().checks(message.as_bytes(), &bytes(signature)));
    }

    #[test]
    fn the_numbers_that_hide_rsa_differ_for_each_message_and_never_repeat() {
        let stream = |seed: &[u8]| {
            let (mut masks, mut bytes) = (Masks { mac: keyed(seed), block: 0 }, vec![0; 96]);
            let Ok(()) = masks.try_fill_bytes(&mut bytes);
            let Ok(number) = masks.try_next_u64();
            bytes.extend(number.to_le_bytes());
            bytes
        };
        let one = stream(b"one");
        assert_eq!(one, stream(b"one"));
        assert_ne!(one, stream(b"two"));
        assert_ne!(one[..32], one[32..64]);
        assert_ne!(one[64..72], one[96..]);
    }
}
