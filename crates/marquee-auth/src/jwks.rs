//! Public keys as others read them, and those of others (RFC 7517). Ours go out without anything private, and never a key of
//! HS256; of others' keys, whatever is not plainly one of our three public algorithms is passed over, not guessed at.

use crate::algorithm::{Material, Public};
use crate::json::{Json, NotAnObject, Object};
use crate::key::{Key, KeyError, Keys, RSA_BITS_MIN, bits};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use rsa::pkcs1v15;
use rsa::traits::PublicKeyParts as _;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// The longest document that is read, in bytes.
pub const JWKS_BYTES_MAX: usize = 256 * 1024;
/// The most keys of a document, those that are passed over included.
pub const JWKS_KEYS_MAX: usize = 100;

/// The keys of a document.
#[derive(Clone, Debug)]
pub struct Jwks {
    /// Those that tokens can be checked with.
    pub keys: Keys,
    /// How many others there were.
    pub passed_over: usize,
}

/// Why a document gives no keys. Whoever has older ones keeps them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum JwksError {
    /// More than [`JWKS_BYTES_MAX`] bytes.
    TooLong,
    /// Not a JSON object with an array of keys, or with a member that stands twice.
    NotJwks,
    /// More than [`JWKS_KEYS_MAX`] keys.
    TooMany,
    /// Two keys of one `kid` that tokens could be checked with.
    Keys(KeyError),
}

impl fmt::Display for JwksError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "the JWKS has more than {JWKS_BYTES_MAX} bytes: check the issuer's jwks_url"),
            Self::NotJwks => f.write_str(
                "this is no JWKS, which is a JSON object with an array \"keys\" and no member twice: check the issuer's jwks_url",
            ),
            Self::TooMany => write!(f, "the JWKS has more than {JWKS_KEYS_MAX} keys: check the issuer's jwks_url"),
            Self::Keys(error) => write!(f, "the JWKS is not clear: {error}"),
        }
    }
}

impl std::error::Error for JwksError {}

#[derive(Serialize)]
struct Document<'a> {
    keys: Vec<Shown<'a>>,
}

/// A key as it is shown.
#[derive(Serialize)]
struct Shown<'a> {
    kid: &'a str,
    #[serde(rename = "use")]
    usage: &'static str,
    alg: &'static str,
    #[serde(flatten)]
    public: Parameters,
}

#[derive(Serialize)]
#[serde(tag = "kty")]
enum Parameters {
    #[serde(rename = "EC")]
    Ec { crv: &'static str, x: String, y: String },
    #[serde(rename = "OKP")]
    Okp { crv: &'static str, x: String },
    #[serde(rename = "RSA")]
    Rsa { n: String, e: String },
}

/// The document of these keys, for whoever has to check what we sign.
pub fn document(keys: &Keys) -> String {
    let shown = keys.iter().filter_map(|key| {
        let public = parameters(&key.material().public()?)?;
        Some(Shown { kid: key.kid(), usage: "sig", alg: key.algorithm().as_str(), public })
    });
    // Texts always have a JSON.
    serde_json::to_string(&Document { keys: shown.collect() }).unwrap_or_default()
}

fn parameters(public: &Public<'_>) -> Option<Parameters> {
    let text = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
    Some(match public {
        Public::Es256(key) => {
            let point = key.to_sec1_point(false);
            Parameters::Ec { crv: "P-256", x: text(point.x()?), y: text(point.y()?) }
        }
        Public::EdDsa(key) => Parameters::Okp { crv: "Ed25519", x: text(key.as_bytes()) },
        Public::Rs256(key) => Parameters::Rsa { n: text(&key.n_bytes()), e: text(&key.e_bytes()) },
    })
}

/// What a key is known by wherever it is written (RFC 7638): the hash of its public part, the same of the private key and of the
/// public one. Nothing of a key of HS256, which has no public part.
pub fn thumbprint(key: &Key) -> Option<String> {
    // The members in the order of their names, without white space, as the RFC has it: nothing in them has to be escaped.
    let text = match parameters(&key.material().public()?)? {
        Parameters::Ec { crv, x, y } => {
            format!("{{\"crv\":\"{crv}\",\"kty\":\"EC\",\"x\":\"{x}\",\"y\":\"{y}\"}}")
        }
        Parameters::Okp { crv, x } => format!("{{\"crv\":\"{crv}\",\"kty\":\"OKP\",\"x\":\"{x}\"}}"),
        Parameters::Rsa { n, e } => format!("{{\"e\":\"{e}\",\"kty\":\"RSA\",\"n\":\"{n}\"}}"),
    };
    Some(BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(text)))
}

/// The keys of an issuer's document.
pub fn read(document: &[u8]) -> Result<Jwks, JwksError> {
    if document.len() > JWKS_BYTES_MAX {
        return Err(JwksError::TooLong);
    }
    let object = Object::read(document).map_err(|fault| match fault {
        NotAnObject::Json | NotAnObject::Twice => JwksError::NotJwks,
    })?;
    let Some(Json::Array(all)) = object.member("keys") else { return Err(JwksError::NotJwks) };
    if all.len() > JWKS_KEYS_MAX {
        return Err(JwksError::TooMany);
    }
    let usable: Vec<Key> = all.iter().filter_map(key).collect();
    let passed_over = all.len() - usable.len();
    Ok(Jwks { keys: Keys::new(usable).map_err(JwksError::Keys)?, passed_over })
}

/// The key, if tokens can be checked with it.
fn key(value: &Json) -> Option<Key> {
    let Json::Object(jwk) = value else { return None };
    // What is for something else, as the issuer itself says.
    if jwk.member("use").is_some_and(|usage| usage.text() != Some("sig")) {
        return None;
    }
    match jwk.member("key_ops") {
        None => {}
        Some(Json::Array(ops)) if ops.iter().any(|op| op.text() == Some("verify")) => {}
        Some(_) => return None,
    }
    // A private part that the world can read: whoever did sign with it, anyone can now.
    if jwk.member("d").is_some() {
        return None;
    }
    let material = match (jwk.text("kty")?, jwk.text("crv")) {
        ("RSA", _) => rsa(jwk)?,
        ("EC", Some("P-256")) => p256(jwk)?,
        ("OKP", Some("Ed25519")) => ed25519(jwk)?,
        _ => return None,
    };
    let algorithm = material.algorithm().as_str();
    if jwk.member("alg").is_some_and(|alg| alg.text() != Some(algorithm)) {
        return None;
    }
    Key::new(jwk.text("kid")?, material).ok()
}

fn bytes(jwk: &Object, name: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(jwk.text(name)?).ok()
}

fn rsa(jwk: &Object) -> Option<Material> {
    use rsa::BoxedUint;
    let (n, e) = (bytes(jwk, "n")?, bytes(jwk, "e")?);
    let key = rsa::PublicKey::new(BoxedUint::from_be_slice_vartime(&n), BoxedUint::from_be_slice_vartime(&e))
        .ok()?;
    (bits(&key) >= RSA_BITS_MIN).then(|| Material::Rs256(pkcs1v15::VerifyingKey::new(key)))
}

fn p256(jwk: &Object) -> Option<Material> {
    let (x, y) = (<[u8; 32]>::try_from(bytes(jwk, "x")?).ok()?, <[u8; 32]>::try_from(bytes(jwk, "y")?).ok()?);
    let point = p256::Sec1Point::from_affine_coordinates(&x.into(), &y.into(), false);
    p256::ecdsa::VerifyingKey::from_sec1_point(&point).ok().map(Material::Es256)
}

fn ed25519(jwk: &Object) -> Option<Material> {
    let x = <[u8; 32]>::try_from(bytes(jwk, "x")?).ok()?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(&x).ok()?;
    (!key.is_weak()).then_some(Material::EdDsa(key))
}
