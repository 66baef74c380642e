//! Clients that may log in with a secret. Comparing takes the same time whoever asks and however wrong it is. It gives nobody a
//! token.

use argon2::Argon2;
use argon2::password_hash::PasswordVerifier as _;
use argon2::password_hash::phc::PasswordHash;
use marquee_core::Scopes;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;

/// Clients that may be configured.
pub const CLIENTS_MAX: usize = 10_000;
/// The longest secret that is compared, in bytes. A longer one is nobody's.
pub const SECRET_BYTES_MAX: usize = 1_024;
/// The shortest secret that is taken from a configuration, in bytes.
pub const SECRET_BYTES_MIN: usize = 16;
/// Secrets that are hashed at once: each takes some MiB and a core for a while.
const HASHING_AT_ONCE: usize = 2;
/// The most memory that a hash in the configuration may ask for, KiB.
const MEMORY_KIB_MAX: u32 = 256 << 10;

/// How a client proves that it is one.
#[derive(Clone)]
pub enum Proof {
    /// By a secret; this is its SHA-256.
    Secret([u8; 32]),
    /// By a secret, of which an Argon2 hash is configured.
    Argon2(Arc<PasswordHash>),
}

/// Nothing of any secret.
impl fmt::Debug for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Proof(..)")
    }
}

/// Why a proof is none; the sentence is the operator's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProofError(String);

impl fmt::Display for ProofError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ProofError {}

impl Proof {
    /// By this secret.
    pub fn secret(secret: &str) -> Result<Self, ProofError> {
        if (SECRET_BYTES_MIN..=SECRET_BYTES_MAX).contains(&secret.len()) {
            return Ok(Self::Secret(Sha256::digest(secret).into()));
        }
        Err(ProofError(format!(
            "a secret has {SECRET_BYTES_MIN} to {SECRET_BYTES_MAX} bytes; `openssl rand -base64 32` makes one"
        )))
    }

    /// By the secret of this hash, in the form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
    pub fn argon2(hash: &str) -> Result<Self, ProofError> {
        let wrong = |detail: String| ProofError(format!("this is no Argon2 hash that can be used: {detail}"));
        let hash = PasswordHash::new(hash).map_err(|error| wrong(error.to_string()))?;
        if !hash.algorithm.as_str().starts_with("argon2") || hash.hash.is_none() {
            return Err(wrong("it has to begin with $argon2id$ and to have a salt and a hash".to_owned()));
        }
        match hash.params.get_decimal("m") {
            Some(kib) if kib <= MEMORY_KIB_MAX => Ok(Self::Argon2(Arc::new(hash))),
            _ => Err(wrong(format!("its m has to be {MEMORY_KIB_MAX} at most"))),
        }
    }

    fn holds(&self, secret: &[u8]) -> bool {
        match self {
            Self::Secret(hash) => <[u8; 32]>::from(Sha256::digest(secret)).ct_eq(hash).into(),
            Self::Argon2(hash) => Argon2::default().verify_password(secret, &**hash).is_ok(),
        }
    }
}

/// One client.
#[derive(Clone, Debug)]
pub struct Client {
    /// How it proves that it is this one.
    pub proof: Proof,
    /// What its tokens open.
    pub scopes: Scopes,
}

/// All of them, by their ids.
#[derive(Debug)]
pub struct Clients {
    clients: BTreeMap<String, Client>,
    /// What is compared with where there is no such client, so that it takes as long.
    nobody: Proof,
    hashing: Arc<Semaphore>,
}

impl Clients {
    /// These.
    pub fn new(clients: BTreeMap<String, Client>) -> Self {
        let slow = clients.values().find(|client| matches!(client.proof, Proof::Argon2(_)));
        let nobody = slow.map_or(Proof::Secret([0; 32]), |client| client.proof.clone());
        Self { clients, nobody, hashing: Arc::new(Semaphore::new(HASHING_AT_ONCE)) }
    }

    /// A client by its id alone.
    pub fn find(&self, id: &str) -> Option<&Client> {
        self.clients.get(id)
    }

    /// The client that has shown its secret; `None`: there is no such client, or that is not its secret.
    pub async fn prove(&self, id: &str, secret: String) -> Option<&Client> {
        let client = self.clients.get(id);
        let proof = client.map_or(&self.nobody, |client| &client.proof).clone();
        let fair = secret.len() <= SECRET_BYTES_MAX;
        let holds = match proof {
            Proof::Secret(_) => proof.holds(secret.as_bytes()),
            Proof::Argon2(_) => {
                let _turn = self.hashing.acquire().await.ok()?;
                let hashed = tokio::task::spawn_blocking(move || fair && proof.holds(secret.as_bytes()));
                hashed.await.unwrap_or(false)
            }
        };
        client.filter(|_| fair && holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::PasswordHasher as _;
    use argon2::{Algorithm, Params, Version};

    fn clients() -> Clients {
        let quick = Params::new(64, 1, 1, None).unwrap();
        let hash = Argon2::new(Algorithm::Argon2id, Version::V0x13, quick)
            .hash_password_with_salt(b"a secret of the panel", b"salt-of-the-test")
            .unwrap();
        let client =
            |proof: Result<Proof, ProofError>| Client { proof: proof.unwrap(), scopes: Scopes::none() };
        Clients::new(BTreeMap::from([
            ("wall".to_owned(), client(Proof::secret("a secret of the wall"))),
            ("panel".to_owned(), client(Proof::argon2(&hash.to_string()))),
        ]))
    }

    #[tokio::test]
    async fn a_client_is_known_by_its_own_secret_alone() {
        let clients = clients();
        for (id, secret, known) in [
            ("wall", "a secret of the wall", true),
            ("panel", "a secret of the panel", true),
            ("wall", "a secret of the panel", false),
            ("panel", "a secret of the wall", false),
            ("panel", "", false),
            ("wall", "a secret of the wall ", false),
            ("Wall", "a secret of the wall", false),
            ("", "", false),
            ("nobody", "a secret of the panel", false),
        ] {
            assert_eq!(clients.prove(id, secret.to_owned()).await.is_some(), known, "{id} {secret}");
        }
        let long = "x".repeat(SECRET_BYTES_MAX + 1);
        assert!(
            clients.prove("panel", long.clone()).await.is_none()
                && clients.prove("wall", long).await.is_none()
        );
    }

    #[test]
    fn what_cannot_be_a_secret_or_a_hash_is_refused_in_the_operators_words() {
        assert!(Proof::secret("short").unwrap_err().to_string().contains("openssl rand"));
        for hash in [
            "",
            "secret",
            "$2b$10$abcdefghijklmnopqrstuv",
            "$argon2id$v=19$m=64,t=1,p=1$c2FsdC1vZi10ZXN0",
            "$argon2id$v=19$m=4194304,t=1,p=1$c2FsdC1vZi10ZXN0$aGFzaC1vZi10aGUtdGVzdA",
        ] {
            let said = Proof::argon2(hash).unwrap_err().to_string();
            assert!(said.contains("no Argon2 hash") && !said.contains("c2FsdC"), "{hash}: {said}");
        }
    }
}
