//! `[auth]`: keys, and whose tokens are taken, from the configuration and the files that it names. It verifies no token.

use crate::config::ConfigError;
use crate::devices::{self, DeviceConfig};
use marquee_auth::{Algorithm, Devices, Key, KeyError, Keys, Verifier};
use marquee_gateway::hooks::Secret;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

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
    /// Devices that sign their requests: at most 10,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<DeviceConfig>,
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
    /// Who signs in place of carrying a token. Files are read.
    pub fn devices(&self) -> Result<Devices, ConfigError> {
        devices::read(&self.issuer, &self.devices)
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
