//! What is new each time: chance from the operating system, the clock, keys and tokens made of both. What they are is
//! `marquee-auth`'s to say; nothing of a key is shown here.

use crate::Failure;
use marquee_auth::{Algorithm, Grant, Issuer, Key, Keys, Scopes, make};
use rand::TryRng as _;
use rand::rngs::SysRng;
use std::time::{SystemTime, UNIX_EPOCH};
use zeroize::Zeroizing;

/// Of the name of a new key, in bytes of chance.
const KID_BYTES: usize = 5;
/// Of a token's id, in bytes of chance.
const JTI_BYTES: usize = 16;

/// Of a client's secret, in bytes of chance.
const SECRET_BYTES: usize = 32;
/// Of a hash's salt, as RFC 9106 advises.
const SALT_BYTES: usize = 16;

/// A key that did not exist before.
pub(super) struct NewKey {
    pub(super) key: Key,
    /// What its file holds.
    pub(super) pem: Zeroizing<String>,
}

/// A token, and what it says that is not known before.
pub(super) struct NewToken {
    pub(super) text: String,
    pub(super) jti: String,
    pub(super) exp_s: u64,
    pub(super) kid: String,
}

/// A key of EdDSA: small, quick, and a reader of it cannot sign (ADR 0016).
pub(super) fn key() -> Result<NewKey, Failure> {
    let kid = format!("k{}", hex(&chance::<KID_BYTES>()?));
    let pem = make::eddsa_pem(&Zeroizing::new(chance::<32>()?));
    let key = Key::from_pem(&kid, Algorithm::EdDsa, &pem).map_err(Failure::failed)?;
    Ok(NewKey { key, pem })
}

/// A token for that one, signed by the first key that can.
pub(super) fn token(
    (issuer, audience): (&str, &str),
    keys: &Keys,
    sub: &str,
    scopes: &Scopes,
    lifetime_s: u64,
) -> Result<NewToken, Failure> {
    let issuer = Issuer::new(issuer, audience, keys).map_err(Failure::failed)?;
    let (jti, iat_s) = (hex(&chance::<JTI_BYTES>()?), now_s()?);
    let grant = Grant { sub, scopes, iat_s, lifetime_s, jti: &jti, family: None };
    let text = issuer.issue(&grant).map_err(Failure::usage)?;
    Ok(NewToken { text, kid: issuer.kid().to_owned(), exp_s: iat_s + lifetime_s, jti })
}

/// A secret for whoever logs in.
pub(super) fn secret() -> Result<Zeroizing<String>, Failure> {
    Ok(Zeroizing::new(hex(&Zeroizing::new(chance::<SECRET_BYTES>()?)[..])))
}

/// What makes two hashes of one secret differ.
pub(super) fn salt() -> Result<[u8; SALT_BYTES], Failure> {
    chance()
}

/// Seconds since 1970, by this machine's clock.
pub(super) fn now_s() -> Result<u64, Failure> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since
        .map(|since| since.as_secs())
        .map_err(|_| Failure::failed("this machine's clock is before 1970: set it"))
}

fn chance<const BYTES: usize>() -> Result<[u8; BYTES], Failure> {
    let mut bytes = [0; BYTES];
    SysRng
        .try_fill_bytes(&mut bytes)
        .map_err(|error| Failure::failed(format!("the operating system gives no random numbers: {error}")))?;
    Ok(bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
