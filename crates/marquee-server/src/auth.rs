//! `[auth]`: keys, and whose tokens are taken, from the configuration and the files that it names. It verifies no token.

use crate::config::ConfigError;
use marquee_access::Clients;
use marquee_access::clients::{CLIENTS_MAX, Client, Proof};
use marquee_auth::claims::is_name;
use marquee_auth::{Algorithm, Key, KeyError, Keys, RefreshSecret, Scopes, Verifier};
use marquee_gateway::hooks::Secret;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Who may do what; without it everyone may do everything.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthConfig {
    /// What our own tokens say in `iss`.
    pub issuer: String,
    /// What every token has to name in `aud`.
    pub audience: String,
    /// The keys that tokens are checked with: one at least.
    pub keys: Vec<KeyConfig>,
    /// Who may log in with a secret.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clients: Vec<ClientConfig>,
}

/// A client, by its secret or by an Argon2 hash of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientConfig {
    /// What it calls itself: the subject of its tokens.
    pub client_id: String,
    /// Its secret: 16 bytes at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<Secret>,
    /// The hash of it, in place of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret_argon2: Option<Secret>,
    /// What its tokens open.
    pub scope: String,
}

/// A key, by one of the places where it may be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyConfig {
    /// What tokens call it.
    pub kid: String,
    /// `HS256`, `ES256`, `EdDSA` or `RS256`.
    pub alg: String,
    /// Of HS256: at least 32 bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<Secret>,
    /// The same in a file; white space at its end is no part of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret_file: Option<PathBuf>,
    /// Of the others: the public key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_key_pem: Option<String>,
    /// The same in a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_key_file: Option<PathBuf>,
    /// The private key, which has the public one in it, and signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private_key_pem: Option<Secret>,
    /// The same in a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private_key_file: Option<PathBuf>,
}

impl AuthConfig {
    /// What tokens are held against. Files are read.
    pub fn verifier(&self) -> Result<Verifier, ConfigError> {
        if self.keys.is_empty() {
            return Err(wrong(
                "auth.keys: one key at least; `openssl rand -base64 48` makes a secret for HS256",
            ));
        }
        let keys = self.keys.iter().map(KeyConfig::read).collect::<Result<Vec<_>, _>>()?;
        let keys = Keys::new(keys).map_err(|error| wrong(&format!("auth.keys: {error}")))?;
        Verifier::new(&self.issuer, &self.audience, keys, Vec::new())
            .map_err(|error| wrong(&format!("auth: {error}")))
    }
}

impl AuthConfig {
    /// Who may log in, and the secret by which refresh tokens are made: it is kept beside the log, since they are good as long as
    /// that is.
    pub(crate) fn clients(&self, data: &Path) -> Result<(Clients, RefreshSecret), ConfigError> {
        if self.clients.len() > CLIENTS_MAX {
            return Err(wrong(&format!("auth.clients: at most {CLIENTS_MAX}")));
        }
        if !self.clients.is_empty() {
            let issuer = self.verifier()?.own_issuer();
            issuer.map_err(|error| wrong(&format!("auth.clients: whoever logs in gets a token: {error}")))?;
        }
        let mut clients = BTreeMap::new();
        for client in &self.clients {
            let place = format!("auth.clients, {:?}", client.client_id);
            let refused = |detail: String| wrong(&format!("{place}: {detail}"));
            let proof = match (&client.client_secret, &client.client_secret_argon2) {
                (Some(secret), None) if secret.is_placeholder() => {
                    return Err(refused("the secret is hidden: write it in".to_owned()));
                }
                (Some(secret), None) => Proof::secret(secret.text()),
                (None, Some(hash)) => Proof::argon2(hash.text()),
                _ => return Err(refused("give one of client_secret and client_secret_argon2".to_owned())),
            };
            let proof = proof.map_err(|error| refused(error.to_string()))?;
            let scopes = Scopes::parse(&client.scope).map_err(|error| refused(error.to_string()))?;
            if !is_name(&client.client_id) {
                return Err(refused(
                    "client_id is a name: 1 to 255 bytes without control characters".to_owned(),
                ));
            }
            if clients.insert(client.client_id.clone(), Client { proof, scopes }).is_some() {
                return Err(refused("two clients have this name".to_owned()));
            }
        }
        Ok((Clients::new(clients), refresh_secret(&data.join(REFRESH_KEY))?))
    }
}

/// Where the secret of refresh tokens is kept, within the data.
const REFRESH_KEY: &str = "refresh.key";

/// The secret of a file, which is made if it is not there. Whoever has lost it logs in again: no more is lost with it.
fn refresh_secret(path: &Path) -> Result<RefreshSecret, ConfigError> {
    let failed = |error: std::io::Error| wrong(&format!("{}: {error}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(mut file) => {
            let secret: [u8; 32] = rand::random();
            file.write_all(&secret).and_then(|()| file.sync_all()).map_err(failed)?;
            Ok(RefreshSecret::new(secret))
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let mut secret = std::fs::read(path).map_err(failed)?;
            if secret.is_empty() {
                // Its making was cut short: nothing was made with it.
                secret = rand::random::<[u8; 32]>().to_vec();
                std::fs::write(path, &secret).map_err(failed)?;
            }
            let secret = <[u8; 32]>::try_from(secret).map_err(|_| {
                wrong(&format!(
                    "{}: this has to be 32 bytes; take it away, and whoever has logged in does so again",
                    path.display()
                ))
            })?;
            Ok(RefreshSecret::new(secret))
        }
        Err(error) => Err(failed(error)),
    }
}

impl KeyConfig {
    fn read(&self) -> Result<Key, ConfigError> {
        let place = format!("auth.keys, {:?}", self.kid);
        let refused = |error: KeyError| wrong(&format!("{place}: {error}"));
        let file = |path: &PathBuf| {
            std::fs::read_to_string(path)
                .map_err(|error| wrong(&format!("{place}: {}: {error}", path.display())))
        };
        let Some(algorithm) = Algorithm::parse(&self.alg) else {
            return Err(wrong(&format!(
                "{place}: alg is one of HS256, ES256, EdDSA and RS256, not {:?}",
                self.alg
            )));
        };
        let mut texts = Vec::new();
        texts.extend(self.secret.iter().map(|secret| secret.text().to_owned()));
        texts.extend(self.public_key_pem.clone());
        texts.extend(self.private_key_pem.iter().map(|secret| secret.text().to_owned()));
        let in_files = [&self.secret_file, &self.public_key_file, &self.private_key_file];
        for path in in_files.into_iter().flatten() {
            texts.push(file(path)?);
        }
        let [text] = &texts[..] else {
            let due = match algorithm {
                Algorithm::Hs256 => "secret or secret_file",
                _ => "public_key_pem, public_key_file, private_key_pem or private_key_file",
            };
            return Err(wrong(&format!("{place}: give one of {due}, and one alone")));
        };
        match algorithm {
            Algorithm::Hs256 => Key::from_secret(&self.kid, text.trim_end().as_bytes()),
            _ => Key::from_pem(&self.kid, algorithm, text),
        }
        .map_err(refused)
    }
}

fn wrong(sentence: &str) -> ConfigError {
    ConfigError::new(format!("configuration: {sentence}"))
}
