//! The keys of a configuration, as commands see them: `[auth]` of the file, and the file of keys that it names. It reads only what
//! it needs, so that a configuration of a later release is read too; it changes nothing and shows nothing secret.

use super::files;
use crate::Failure;
use marquee_auth::{Algorithm, Key, Keys};
use marquee_server::auth::KeyConfig;
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Whole {
    auth: Option<Auth>,
}

#[derive(Deserialize)]
struct Auth {
    issuer: String,
    audience: String,
    keys_file: Option<PathBuf>,
    #[serde(default)]
    keys: Vec<KeyConfig>,
}

/// What stands in a file of keys.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeysFile {
    #[serde(default)]
    keys: Vec<KeyConfig>,
}

/// The keys, and whose tokens they make.
pub(super) struct Ring {
    pub(super) issuer: String,
    pub(super) audience: String,
    /// Those of the configuration, then those of the file, as the server has them.
    pub(super) held: Vec<Held>,
}

/// One key and where it lies.
pub(super) struct Held {
    pub(super) kid: String,
    pub(super) alg: String,
    /// The file that names it.
    pub(super) named_in: PathBuf,
    /// The file with its secret or its PEM, or the one that names it.
    pub(super) file: PathBuf,
    /// The key, or why it cannot be read.
    pub(super) key: Result<Key, String>,
}

impl Ring {
    /// Reads the configuration and all that it names of keys.
    pub(super) fn read(config: &Path) -> Result<Self, Failure> {
        let auth = auth(config)?;
        let mut held: Vec<Held> = auth.keys.iter().map(|key| Held::read(key, config)).collect();
        if let Some(path) = auth.keys_file.map(|path| beside(config, &path)) {
            held.extend(named(&path)?.iter().map(|key| Held::read(key, &path)));
        }
        for held in held.iter().filter(|held| held.signs() && files::is_open(&held.file)) {
            eprintln!(
                "marquee: others can read {0}, and so make any token: chmod 600 {0}",
                held.file.display()
            );
        }
        Ok(Self { issuer: auth.issuer, audience: auth.audience, held })
    }

    /// All keys, in their order; an error if one of them cannot be read.
    pub(super) fn keys(self) -> Result<Keys, Failure> {
        let keys = self.held.into_iter().map(|held| held.key).collect::<Result<Vec<_>, _>>();
        Keys::new(keys.map_err(Failure::failed)?).map_err(Failure::failed)
    }

    /// The place of the key that signs.
    pub(super) fn signing(&self) -> Option<usize> {
        self.held.iter().position(Held::signs)
    }
}

impl Held {
    fn read(config: &KeyConfig, named_in: &Path) -> Self {
        let files = [&config.secret_file, &config.public_key_file, &config.private_key_file];
        let file = files.into_iter().flatten().next();
        let file = file.map_or_else(|| named_in.to_owned(), |path| beside(named_in, path));
        Self {
            kid: config.kid.clone(),
            alg: config.alg.clone(),
            named_in: named_in.to_owned(),
            key: key(config, named_in),
            file,
        }
    }

    pub(super) fn signs(&self) -> bool {
        self.key.as_ref().is_ok_and(Key::signs)
    }
}

/// The file of keys that a configuration names.
pub(super) fn keys_file(config: &Path) -> Result<Option<PathBuf>, Failure> {
    Ok(auth(config)?.keys_file.map(|path| beside(config, &path)))
}

/// What the configuration says of keys.
fn auth(config: &Path) -> Result<Auth, Failure> {
    let text = std::fs::read_to_string(config).map_err(|error| {
        Failure::usage(format!(
            "{}: {error}: `marquee init` makes a configuration, --config names another one",
            config.display()
        ))
    })?;
    let whole: Whole = toml::from_str(&text).map_err(|error| untold(config, &text, &error))?;
    whole.auth.ok_or_else(|| {
        Failure::usage(format!(
            "{} has no [auth], so its server knows no tokens: `marquee init` makes one that does",
            config.display()
        ))
    })
}

/// The keys that a file of keys has.
fn named(path: &Path) -> Result<Vec<KeyConfig>, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::failed(format!("the keys' file {}: {error}", path.display())))?;
    let file: KeysFile = toml::from_str(&text).map_err(|error| untold(path, &text, &error))?;
    Ok(file.keys)
}

fn key(config: &KeyConfig, named_in: &Path) -> Result<Key, String> {
    let place = format!("key {:?} of {}", config.kid, named_in.display());
    let Some(algorithm) = Algorithm::parse(&config.alg) else {
        return Err(format!("{place}: alg is one of HS256, ES256, EdDSA and RS256, not {:?}", config.alg));
    };
    let mut texts: Vec<String> = Vec::new();
    texts.extend(config.secret.iter().chain(&config.private_key_pem).map(|secret| secret.text().to_owned()));
    texts.extend(config.public_key_pem.clone());
    for path in [&config.secret_file, &config.public_key_file, &config.private_key_file].into_iter().flatten()
    {
        let path = beside(named_in, path);
        let text = std::fs::read_to_string(&path);
        texts.push(text.map_err(|error| format!("{place}: {}: {error}", path.display()))?);
    }
    let [text] = &texts[..] else {
        return Err(format!("{place}: give it one secret or one PEM, here or in a file, and one alone"));
    };
    let key = match algorithm {
        Algorithm::Hs256 => Key::from_secret(&config.kid, text.trim_end().as_bytes()),
        _ => Key::from_pem(&config.kid, algorithm, text),
    };
    key.map_err(|error| format!("{place}: {error}"))
}

/// A path as the file that names it means it.
fn beside(named_in: &Path, path: &Path) -> PathBuf {
    named_in.parent().unwrap_or(Path::new("")).join(path)
}

/// What is wrong with a file, by its line and without a word of it: a secret may stand there.
fn untold(path: &Path, text: &str, error: &toml::de::Error) -> Failure {
    let start = error.span().map_or(0, |span| span.start.min(text.len()));
    let line = text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + 1;
    // What serde says of a wrong value has the value in it.
    let message = match error.message() {
        told if told.starts_with("invalid ") => "a value of another kind is due there",
        told => told,
    };
    Failure::usage(format!("{}, line {line}: {message}", path.display()))
}
