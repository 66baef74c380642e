//! `[[auth.clients]]`: who may log in, by a secret or a hash of it, and the secret that refresh tokens are made with. It lets nobody in.

use crate::auth::wrong;
use crate::config::ConfigError;
use marquee_access::clients::{CLIENTS_MAX, Client, Proof};
use marquee_access::{Clients, Keyring};
use marquee_auth::claims::is_name;
use marquee_auth::{RefreshSecret, Scopes};
use marquee_gateway::hooks::Secret;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

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

/// Who may log in, and the secret by which refresh tokens are made: it is kept beside the log, since they are good as long as that is.
pub(crate) fn load(
    clients: &[ClientConfig],
    keyring: &Keyring,
    data: &Path,
) -> Result<(Clients, RefreshSecret), ConfigError> {
    if clients.len() > CLIENTS_MAX {
        return Err(wrong(&format!("auth.clients: at most {CLIENTS_MAX}")));
    }
    if !clients.is_empty() {
        let issuer = keyring.verifier().own_issuer();
        issuer.map_err(|error| wrong(&format!("auth.clients: whoever logs in gets a token: {error}")))?;
    }
    let mut known = BTreeMap::new();
    for client in clients {
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
            return Err(refused("client_id is a name: 1 to 255 bytes without control characters".to_owned()));
        }
        if known.insert(client.client_id.clone(), Client { proof, scopes }).is_some() {
            return Err(refused("two clients have this name".to_owned()));
        }
    }
    Ok((Clients::new(known), refresh_secret(&data.join(REFRESH_KEY))?))
}

/// Where the secret of refresh tokens is kept, within the data.
const REFRESH_KEY: &str = "refresh.key";

/// The secret of a file, which is made if it is not there. Whoever has lost it logs in again: no more is lost with it.
fn refresh_secret(path: &Path) -> Result<RefreshSecret, ConfigError> {
    let failed = |error: std::io::Error| wrong(&format!("{}: {error}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut open = OpenOptions::new();
    let mut file =
        open.read(true).write(true).create(true).truncate(false).mode(0o600).open(path).map_err(failed)?;
    let mut secret = Vec::new();
    // One more than it may have is seen, and no more is read.
    (&file).take(33).read_to_end(&mut secret).map_err(failed)?;
    if secret.is_empty() {
        // It is new, or its making was cut short: nothing was made with it.
        secret = rand::random::<[u8; 32]>().to_vec();
        file.write_all(&secret).and_then(|()| file.sync_all()).map_err(failed)?;
    }
    let secret = <[u8; 32]>::try_from(secret).map_err(|_| {
        wrong(&format!(
            "{}: this has to be 32 bytes; take it away, and whoever has logged in does so again",
            path.display()
        ))
    })?;
    Ok(RefreshSecret::new(secret))
}
