//! Keys by their `kid`: each has one algorithm, which no token can change. Secrets are never shown, and are wiped when the
//! last who holds the key lets go of it.

use crate::algorithm::{Algorithm, Material, RsaPrivate};
use rsa::pkcs1::{DecodeRsaPrivateKey as _, DecodeRsaPublicKey as _};
use rsa::pkcs1v15;
use rsa::pkcs8::{DecodePrivateKey as _, DecodePublicKey as _};
use rsa::traits::PublicKeyParts as _;
use sha2::Sha256;
use std::fmt;
use std::sync::Arc;

pub use crate::verify::KID_BYTES_MAX;

/// The shortest secret of HS256, in bytes: RFC 7518 asks for as many as the hash has.
pub const SECRET_BYTES_MIN: usize = 32;
/// The smallest RSA key, in bits (RFC 7518).
pub const RSA_BITS_MIN: usize = 2048;
/// The most keys at once. Each token is looked up in them, one by one.
pub const KEYS_MAX: usize = 100;
/// How every PEM begins.
const PEM: &str = "-----BEGIN ";

/// A key that tokens are checked with, and signed with if it has a private part.
pub struct Key {
    kid: String,
    material: Material,
}

/// Why there is no key, and of which `kid`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyError {
    kid: String,
    fault: KeyFault,
}

/// What is wrong with a key, or with several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum KeyFault {
    /// The `kid` is empty, too long, or has control characters.
    Kid,
    /// A secret of so many bytes.
    ShortSecret(usize),
    /// A PEM where a secret is due.
    PemAsSecret,
    /// HS256 with a PEM.
    SecretDue,
    /// What was given is not a PEM.
    NotPem,
    /// A certificate where a key is due.
    Certificate,
    /// The private key is encrypted.
    Encrypted,
    /// A PEM that is no key of the algorithm.
    Unfit(Algorithm),
    /// An RSA key of so many bits.
    ShortRsa(usize),
    /// Two keys of one `kid`.
    Twice,
    /// More than [`KEYS_MAX`] keys.
    TooMany,
}

impl KeyError {
    /// What is wrong.
    pub fn fault(&self) -> KeyFault {
        self.fault
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kid = &self.kid;
        match self.fault {
            KeyFault::Kid => write!(
                f,
                "the kid {kid:?} is none: write 1 to {KID_BYTES_MAX} bytes without control characters"
            ),
            KeyFault::ShortSecret(bytes) => write!(
                f,
                "the secret of key {kid:?} has {bytes} bytes, and HS256 needs at least {SECRET_BYTES_MIN}: \
                 make one with `openssl rand -base64 48`"
            ),
            KeyFault::PemAsSecret => write!(
                f,
                "the secret of key {kid:?} is a PEM: if it is a key, write alg = \"RS256\", \"ES256\" or \"EdDSA\" and give it \
                 as public_key_pem or private_key_pem; a public key is no secret"
            ),
            KeyFault::SecretDue => {
                write!(f, "key {kid:?} has alg HS256 and a PEM: give it a secret, or the alg of its PEM")
            }
            KeyFault::NotPem => write!(
                f,
                "key {kid:?} is not a PEM: give the whole text from -----BEGIN to the last -----END line"
            ),
            KeyFault::Certificate => write!(
                f,
                "key {kid:?} is a certificate: give its public key, which `openssl x509 -pubkey -noout` prints"
            ),
            KeyFault::Encrypted => {
                write!(
                    f,
                    "key {kid:?} is encrypted: give it as `openssl pkey` prints it, in a file that only the server reads"
                )
            }
            KeyFault::Unfit(algorithm) => {
                let (kind, make) = match algorithm {
                    Algorithm::Rs256 => {
                        ("an RSA key", "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072")
                    }
                    Algorithm::Es256 => {
                        ("a P-256 key", "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256")
                    }
                    Algorithm::EdDsa | Algorithm::Hs256 => {
                        ("an Ed25519 key", "openssl genpkey -algorithm ED25519")
                    }
                };
                write!(f, "key {kid:?} is not {kind}, which alg {algorithm} needs: make one with `{make}`")
            }
            KeyFault::ShortRsa(bits) => write!(
                f,
                "key {kid:?} has {bits} bits, and RS256 needs at least {RSA_BITS_MIN}: make a larger one, or one for EdDSA"
            ),
            KeyFault::Twice => write!(f, "two keys have the kid {kid:?}: give each its own"),
            KeyFault::TooMany => {
                write!(f, "there are more than {KEYS_MAX} keys: take out those that nothing is signed with")
            }
        }
    }
}

impl std::error::Error for KeyError {}

impl Key {
    /// A key of HS256. The bytes are taken as they are.
    pub fn from_secret(kid: &str, secret: &[u8]) -> Result<Self, KeyError> {
        let fault = if secret.trim_ascii_start().starts_with(PEM.as_bytes()) {
            KeyFault::PemAsSecret
        } else if secret.len() < SECRET_BYTES_MIN {
            KeyFault::ShortSecret(secret.len())
        } else {
            return Self::new(kid, Material::hs256(secret));
        };
        Err(KeyError { kid: shown(kid), fault })
    }

    /// A key of the algorithm from a PEM: a public key (`PUBLIC KEY`, or `RSA PUBLIC KEY`), or a private one (`PRIVATE KEY`, or
    /// the older `RSA PRIVATE KEY` and `EC PRIVATE KEY`), which holds the public one.
    pub fn from_pem(kid: &str, algorithm: Algorithm, pem: &str) -> Result<Self, KeyError> {
        let material = match algorithm {
            Algorithm::Hs256 => Err(KeyFault::SecretDue),
            Algorithm::Es256 | Algorithm::EdDsa | Algorithm::Rs256 => read(algorithm, pem.trim()),
        };
        match material {
            Ok(material) => Self::new(kid, material),
            Err(fault) => Err(KeyError { kid: shown(kid), fault }),
        }
    }

    pub(crate) fn new(kid: &str, material: Material) -> Result<Self, KeyError> {
        if kid.is_empty() || kid.len() > KID_BYTES_MAX || kid.chars().any(char::is_control) {
            return Err(KeyError { kid: shown(kid), fault: KeyFault::Kid });
        }
        Ok(Self { kid: kid.to_owned(), material })
    }

    /// What it is called in a token.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// Its algorithm.
    pub fn algorithm(&self) -> Algorithm {
        self.material.algorithm()
    }

    /// Whether it has what tokens are signed with.
    pub fn signs(&self) -> bool {
        self.material.signs()
    }

    /// Whether a token that is good by one is good by the other: the same name and the same material, with or without what signs.
    pub fn checks_like(&self, other: &Self) -> bool {
        self.kid == other.kid && self.material.checks_like(&other.material)
    }

    pub(crate) fn material(&self) -> &Material {
        &self.material
    }
}

/// Nothing of the secret.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key")
            .field("kid", &self.kid)
            .field("algorithm", &self.algorithm())
            .field("signs", &self.signs())
            .finish_non_exhaustive()
    }
}

/// A `kid` as an error shows it.
fn shown(kid: &str) -> String {
    kid.chars().take(KID_BYTES_MAX).collect()
}

/// What a PEM holds, if it is of the algorithm.
fn read(algorithm: Algorithm, pem: &str) -> Result<Material, KeyFault> {
    let label = pem.strip_prefix(PEM).and_then(|rest| rest.split_once("-----")).ok_or(KeyFault::NotPem)?.0;
    let material = match (algorithm, label) {
        (_, "CERTIFICATE") => return Err(KeyFault::Certificate),
        (_, "ENCRYPTED PRIVATE KEY") => return Err(KeyFault::Encrypted),
        // Through the types of PKCS #1 v1.5, which refuse a key that is meant for PSS alone.
        (Algorithm::Rs256, "PUBLIC KEY") => {
            pkcs1v15::VerifyingKey::<Sha256>::from_public_key_pem(pem).ok().map(Material::Rs256)
        }
        (Algorithm::Rs256, "RSA PUBLIC KEY") => rsa::PublicKey::from_pkcs1_pem(pem)
            .ok()
            .map(|key| Material::Rs256(pkcs1v15::VerifyingKey::new(key))),
        (Algorithm::Rs256, "PRIVATE KEY") => {
            pkcs1v15::SigningKey::<Sha256>::from_pkcs8_pem(pem).ok().and_then(|key| rsa_private(key.into()))
        }
        (Algorithm::Rs256, "RSA PRIVATE KEY") => {
            rsa::PrivateKey::from_pkcs1_pem(pem).ok().and_then(rsa_private)
        }
        (Algorithm::Es256, "PUBLIC KEY") => {
            p256::PublicKey::from_public_key_pem(pem).ok().map(|key| Material::Es256(key.into()))
        }
        (Algorithm::Es256, "PRIVATE KEY" | "EC PRIVATE KEY") => {
            p256::SecretKey::from_pem(pem).ok().map(|key| Material::Es256Private(key.into()))
        }
        (Algorithm::EdDsa, "PUBLIC KEY") => ed25519_dalek::VerifyingKey::from_public_key_pem(pem)
            .ok()
            // With a key of small order, one signature is good for many messages.
            .filter(|key| !key.is_weak())
            .map(Material::EdDsa),
        (Algorithm::EdDsa, "PRIVATE KEY") => {
            ed25519_dalek::SigningKey::from_pkcs8_pem(pem).ok().map(Material::EdDsaPrivate)
        }
        _ => None,
    };
    let material = material.ok_or(KeyFault::Unfit(algorithm))?;
    match material.public() {
        Some(crate::algorithm::Public::Rs256(key)) if bits(key) < RSA_BITS_MIN => {
            Err(KeyFault::ShortRsa(bits(key)))
        }
        _ => Ok(material),
    }
}

fn rsa_private(key: rsa::PrivateKey) -> Option<Material> {
    RsaPrivate::new(key).map(|key| Material::Rs256Private(Box::new(key)))
}

/// How large an RSA key is, in bits.
pub(crate) fn bits(key: &rsa::PublicKey) -> usize {
    let modulus = key.n_bytes();
    modulus.first().map_or(0, |first| modulus.len() * 8 - first.leading_zeros() as usize)
}

/// Several keys at once, each by its `kid`, so that keys can be changed without a moment in which a token is refused.
/// What is not in it checks nothing: a key that is taken out is gone at once.
#[derive(Clone, Debug, Default)]
pub struct Keys(Vec<Arc<Key>>);

impl Keys {
    /// The keys in their order. Two of one `kid` are an error, whatever their algorithms.
    pub fn new(keys: impl IntoIterator<Item = Key>) -> Result<Self, KeyError> {
        let mut all: Vec<Arc<Key>> = Vec::new();
        for key in keys {
            let fault = if all.iter().any(|other| other.kid == key.kid) {
                KeyFault::Twice
            } else if all.len() == KEYS_MAX {
                KeyFault::TooMany
            } else {
                all.push(Arc::new(key));
                continue;
            };
            return Err(KeyError { kid: key.kid, fault });
        }
        Ok(Self(all))
    }

    /// The key that signs: the first with a private part.
    pub fn signing(&self) -> Option<&Arc<Key>> {
        self.0.iter().find(|key| key.signs())
    }

    /// The key of that `kid` and that algorithm.
    pub(crate) fn find(&self, kid: &str, algorithm: Algorithm) -> Option<&Key> {
        self.0.iter().find(|key| key.kid == kid && key.algorithm() == algorithm).map(Arc::as_ref)
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Key> {
        self.0.iter().map(Arc::as_ref)
    }

    /// Takes the key of that `kid` out; whether there was one.
    pub fn remove(&mut self, kid: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|key| key.kid != kid);
        self.0.len() < before
    }
}
