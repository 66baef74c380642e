//! `[auth]`: whose tokens are taken and where the keys are, as the configuration says it, and a key as it is read. It verifies no
//! token, and looks at no file by itself.

use crate::clients::ClientConfig;
use crate::config::ConfigError;
use crate::devices::{self, DeviceConfig};
use crate::watched::FileError;
use marquee_auth::{Algorithm, Devices, Foreign, Key, KeyError, Keys, Scopes};
use marquee_gateway::hooks::Secret;
use marquee_issuers::Source;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Who may do what; without it everyone may do everything.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthConfig {
    /// What our own tokens say in `iss`.
    pub issuer: String,
    /// What every token has to name in `aud`.
    pub audience: String,
    /// The keys that tokens are checked with. They may change while the server runs.
    #[serde(default)]
    pub keys: Vec<KeyConfig>,
    /// More keys, in a file of their own: `[[keys]]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys_file: Option<PathBuf>,
    /// Others whose tokens are taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issuers: Vec<IssuerConfig>,
    /// Who may log in with a secret.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clients: Vec<ClientConfig>,
    /// Devices that sign their requests: at most 10,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<DeviceConfig>,
    /// The file that all this stands in, if it does: it is looked at again for keys.
    #[serde(skip)]
    pub config_file: Option<PathBuf>,
}

/// Another issuer, whose public keys are fetched.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssuerConfig {
    /// What its tokens say in `iss`, exactly.
    pub issuer: String,
    /// Where its keys are: https.
    pub jwks_url: String,
    /// The most that its tokens open.
    pub scope: String,
    /// Whether the URL, and where it leads, may be within an own network.
    #[serde(default)]
    pub allow_private_addresses: bool,
}

/// The file of `keys_file`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeysFile {
    /// Has to be there, so that a file that is just being written is not taken for one without keys.
    pub(crate) keys: Vec<KeyConfig>,
}

/// A key, by one of the places where it may be.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
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
    /// All that stands in that file: what is relative in it is beside it, wherever the server was started.
    pub(crate) fn stands_in(&mut self, file: &Path) {
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        if let Some(keys_file) = &mut self.keys_file {
            *keys_file = beside(&file, keys_file);
        }
        self.keys.iter_mut().for_each(|key| key.stands_in(&file));
        for path in self.devices.iter_mut().filter_map(|device| device.secret_file.as_mut()) {
            *path = beside(&file, path);
        }
        self.config_file = Some(file);
    }

    /// The others: as tokens are held against them, and where their keys come from.
    pub(crate) fn others(&self) -> Result<Vec<(Foreign, Source)>, ConfigError> {
        let other = |one: &IssuerConfig| {
            let wrong = |what: &str, error: &dyn std::fmt::Display| {
                wrong(&format!("auth.issuers, {:?}: {what}: {error}", one.issuer))
            };
            let most = Scopes::parse(&one.scope).map_err(|error| wrong("scope", &error))?;
            let source = Source::new(&one.issuer, &one.jwks_url, one.allow_private_addresses)
                .map_err(|error| wrong("jwks_url", &error))?;
            // None of its tokens is taken until its keys are here.
            Ok((Foreign { issuer: one.issuer.clone(), keys: Keys::default(), most }, source))
        };
        self.issuers.iter().map(other).collect()
    }
}

impl AuthConfig {
    /// Who signs in place of carrying a token. Files are read.
    pub fn devices(&self) -> Result<Devices, ConfigError> {
        devices::read(&self.issuer, &self.devices)
    }
}

impl KeyConfig {
    /// As in [`AuthConfig::stands_in`].
    pub(crate) fn stands_in(&mut self, file: &Path) {
        let in_files = [&mut self.secret_file, &mut self.public_key_file, &mut self.private_key_file];
        for path in in_files.into_iter().flatten() {
            *path = beside(file, path);
        }
    }

    /// The key, where `file` is the one that it stands in and `read` gives the text of another.
    pub(crate) fn key(
        &self,
        file: &Path,
        mut read: impl FnMut(&Path) -> Result<String, FileError>,
    ) -> Result<Key, FileError> {
        let refused =
            |detail: &dyn std::fmt::Display| FileError::new(file, format!("keys, {:?}: {detail}", self.kid));
        let Some(algorithm) = Algorithm::parse(&self.alg) else {
            let detail = format!("alg is one of HS256, ES256, EdDSA and RS256, not {:?}", self.alg);
            return Err(refused(&detail));
        };
        let mut texts = Vec::new();
        texts.extend(self.secret.iter().map(|secret| secret.text().to_owned()));
        texts.extend(self.public_key_pem.clone());
        texts.extend(self.private_key_pem.iter().map(|secret| secret.text().to_owned()));
        let in_files = [&self.secret_file, &self.public_key_file, &self.private_key_file];
        for path in in_files.into_iter().flatten() {
            texts.push(read(path)?);
        }
        let [text] = &texts[..] else {
            let due = match algorithm {
                Algorithm::Hs256 => "secret or secret_file",
                _ => "public_key_pem, public_key_file, private_key_pem or private_key_file",
            };
            return Err(refused(&format!("give one of {due}, and one alone")));
        };
        match algorithm {
            Algorithm::Hs256 => Key::from_secret(&self.kid, text.trim_end().as_bytes()),
            _ => Key::from_pem(&self.kid, algorithm, text),
        }
        .map_err(|error: KeyError| refused(&error))
    }
}

/// A path that stands in a file.
pub(crate) fn beside(file: &Path, path: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(path)
}

pub(crate) fn wrong(sentence: &str) -> ConfigError {
    ConfigError::new(format!("configuration: {sentence}"))
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, Flags};

    #[test]
    fn files_of_auth_are_beside_the_file_that_names_them_and_are_printed_so_that_they_read_back() {
        let file = "
            [auth]
            issuer = 'https://marquee.example'
            audience = 'marquee'
            keys_file = 'keys.toml'
            [[auth.keys]]
            kid = 'h1'
            alg = 'HS256'
            secret_file = 'secrets/h1'
            [[auth.issuers]]
            issuer = 'https://idp.example'
            jwks_url = 'https://idp.example/jwks.json'
            scope = 'subscribe:*'";
        let folder = tempfile::tempdir().unwrap();
        let load = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            Config::load(Some(&path), std::iter::empty(), Flags::default()).unwrap()
        };
        let config = load("marquee.toml", file);
        let auth = config.auth.clone().unwrap();
        assert_eq!(auth.keys_file, Some(folder.path().join("keys.toml")));
        assert_eq!(auth.keys[0].secret_file, Some(folder.path().join("secrets/h1")));
        let mut printed = load("printed.toml", &config.to_toml());
        printed.auth.as_mut().unwrap().config_file = auth.config_file;
        assert_eq!(printed, config);
    }
}
