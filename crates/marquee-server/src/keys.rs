//! Keys that change while the server runs: those of the configuration, those of `keys_file`, and the files that either names, looked at
//! again whenever one of them changes, and taken together or not at all. What a start would refuse changes nothing, with one
//! exception: the last key can be taken out. It decides nothing of what a key is good for.

use crate::auth::{AuthConfig, IssuerConfig, KeyConfig, KeysFile, wrong};
use crate::clients::ClientConfig;
use crate::config::{Config, ConfigError};
use crate::devices::DeviceConfig;
use crate::fault;
use crate::watched::{self, FileError, Look, Taken, Watched};
use marquee_access::Keyring;
use marquee_auth::key::KEYS_MAX;
use marquee_auth::{Keys, Verifier};
use marquee_gateway::Checks;
use marquee_issuers::Source;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The keys' name among the checks.
const NAME: &str = "auth.keys";

/// Keys at the start, and what they come from.
pub(crate) struct Loaded {
    pub(crate) config: AuthConfig,
    pub(crate) keyring: Arc<Keyring>,
    pub(crate) known: Look<Said>,
    /// Where the keys of others are.
    pub(crate) sources: Vec<Source>,
}

/// What the files say, all of them together.
pub(crate) struct Said {
    keys: Keys,
    issuer: String,
    audience: String,
    issuers: Vec<IssuerConfig>,
    clients: Vec<ClientConfig>,
    devices: Vec<DeviceConfig>,
    /// Of all that was read.
    digest: [u8; 32],
}

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

/// The keys at the start; files are read.
pub(crate) fn load(config: &AuthConfig) -> Result<Loaded, ConfigError> {
    let Look { files, found } = look(config);
    let said = found.map_err(|error| ConfigError::new(error.to_string()))?;
    if said.keys.iter().next().is_none() && config.issuers.is_empty() {
        return Err(wrong(
            "auth: one key at least, in [[auth.keys]] or the keys_file, or one of [[auth.issuers]]; `openssl rand -base64 48` \
             makes a secret for HS256",
        ));
    }
    let (foreign, sources) = config.others()?.into_iter().unzip();
    let verifier = Verifier::new(&config.issuer, &config.audience, said.keys.clone(), foreign)
        .map_err(|error| wrong(&format!("auth: {error}")))?;
    let (keyring, known) = (Arc::new(Keyring::new(verifier)), Look { files, found: Ok(said) });
    Ok(Loaded { config: config.clone(), keyring, known, sources })
}

/// From now on a change of the files is a change of the keys; `None`: no file has any.
pub(crate) fn watch(
    config: AuthConfig,
    known: Look<Said>,
    keyring: Arc<Keyring>,
    checks: Checks,
) -> Result<Option<Watched>, FileError> {
    if known.files.is_empty() {
        return Ok(None);
    }
    let at_start = config.clone();
    let take = move |said: &Said| {
        let gone = keyring.change(|verifier| verifier.replace_keys(said.keys.clone()));
        for key in gone {
            tracing::info!(kid = key.kid, "a key is gone or is another: what was signed with it is refused");
        }
        Ok(to_tell(&at_start, said).map_or(Taken::Holds, Taken::Partly))
    };
    watched::watch_all(NAME, known, checks, move || look(&config), take).map(Some)
}

/// What holds and still should be told.
fn to_tell(at_start: &AuthConfig, said: &Said) -> Option<String> {
    let mut told = Vec::new();
    for (name, differs) in [
        ("issuer", said.issuer != at_start.issuer),
        ("audience", said.audience != at_start.audience),
        ("issuers", said.issuers != at_start.issuers),
        ("clients", said.clients != at_start.clients),
        ("devices", said.devices != at_start.devices),
    ] {
        if differs {
            told.push(format!(
                "auth.{name} is another than at the start: restart the server to have it hold"
            ));
        }
    }
    if said.keys.iter().next().is_none() && at_start.issuers.is_empty() {
        told.push("no key is left: every token is refused".to_owned());
    }
    (!told.is_empty()).then(|| told.join("; "))
}

/// What the files say now, and which they are.
fn look(config: &AuthConfig) -> Look<Said> {
    let mut reading = Reading { files: Vec::new(), digest: Sha256::new() };
    let found = reading.all(config);
    Look { files: reading.files, found }
}

/// Files as they are read, one after the other.
struct Reading {
    files: Vec<PathBuf>,
    digest: Sha256,
}

impl Reading {
    fn all(&mut self, config: &AuthConfig) -> Result<Said, FileError> {
        let mut auth = match &config.config_file {
            None => config.clone(),
            Some(file) => self.configuration(file)?,
        };
        let own = auth.config_file.clone().unwrap_or_else(|| PathBuf::from("configuration"));
        let mut all: Vec<(PathBuf, KeyConfig)> =
            std::mem::take(&mut auth.keys).into_iter().map(|key| (own.clone(), key)).collect();
        if let Some(file) = auth.keys_file.take() {
            let text = self.text(&file)?;
            let KeysFile { keys } = fault::read(&text).map_err(|fault| FileError::new(&file, fault))?;
            all.extend(keys.into_iter().map(|mut key| {
                key.stands_in(&file);
                (file.clone(), key)
            }));
        }
        let last = all.last().map_or(own, |(file, _)| file.clone());
        if all.len() > KEYS_MAX {
            let detail =
                format!("there are more than {KEYS_MAX} keys: take out those that nothing is signed with");
            return Err(FileError::new(&last, detail));
        }
        let keys = all.iter().map(|(file, key)| key.key(file, |path| self.text(path)));
        let keys = keys.collect::<Result<Vec<_>, _>>()?;
        let keys = Keys::new(keys).map_err(|error| FileError::new(&last, error.to_string()))?;
        let digest = self.digest.clone().finalize().into();
        let AuthConfig { issuer, audience, issuers, clients, devices, .. } = auth;
        Ok(Said { keys, issuer, audience, issuers, clients, devices, digest })
    }

    /// `[auth]` as the configuration's file says it now. All of the file has to be right: a start with it would be refused.
    fn configuration(&mut self, file: &Path) -> Result<AuthConfig, FileError> {
        let text = self.text(file)?;
        let config: Config = fault::read(&text).map_err(|fault| FileError::new(file, fault))?;
        let mut auth = config.auth.ok_or_else(|| {
            FileError::new(
                file,
                "[auth] is gone: without it everyone may do everything, which takes a restart",
            )
        })?;
        auth.stands_in(file);
        Ok(auth)
    }

    /// A file's text. It is one of those that are watched, even if it cannot be read now.
    fn text(&mut self, path: &Path) -> Result<String, FileError> {
        self.files.push(path.to_owned());
        let content = watched::read(path)?;
        for part in [path.as_os_str().as_encoded_bytes(), &content] {
            self.digest.update((part.len() as u64).to_be_bytes());
            self.digest.update(part);
        }
        String::from_utf8(content).map_err(|_| FileError::new(path, "this is not UTF-8"))
    }
}
