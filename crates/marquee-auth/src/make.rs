//! New keys as the PEM that a file holds, made of chance that is handed in: this room rolls no dice and opens no file. Only Ed25519,
//! which ADR 0016 prefers; other keys are made by other tools.

use ed25519_dalek::pkcs8::{EncodePrivateKey as _, KeypairBytes};
use rsa::pkcs8::LineEnding;
use zeroize::Zeroizing;

/// The private key of these 32 random bytes, as `openssl genpkey -algorithm ED25519` would write it; wiped when it is let go of.
pub fn eddsa_pem(chance: &[u8; 32]) -> Zeroizing<String> {
    let pair = KeypairBytes { secret_key: *chance, public_key: None };
    pair.to_pkcs8_pem(LineEnding::LF)
        .unwrap_or_else(|error| unreachable!("32 bytes always have a PKCS #8: {error}"))
}
