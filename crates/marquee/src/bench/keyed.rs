//! A server with a key, and tokens for it: made by the bench, so that it can measure what a token costs. The key is of chance, lies in
//! the bench's folder, and is gone with it.

use super::folder::Folder;
use crate::Failure;
use marquee_auth::{Grant, Issuer, Key, Keys, Scopes};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

const ISSUER: &str = "https://bench.example";
const AUDIENCE: &str = "marquee";
const KID: &str = "bench";
/// Tokens are good for longer than any bench lasts, in seconds.
const LASTS_S: u64 = 24 * 3_600;

/// Whoever gives tokens out.
pub(crate) struct Keyed {
    issuer: Issuer,
    /// What a server is configured by.
    pub(crate) config: PathBuf,
    now_s: u64,
}

impl Keyed {
    /// A key of chance, and the configuration that names it.
    pub(crate) fn within(folder: &Folder) -> Result<Self, Failure> {
        let chance: [u8; 48] = std::array::from_fn(|_| fastrand::u8(..));
        let secret: String = chance.iter().map(|byte| format!("{byte:02x}")).collect();
        let keys = Keys::new([Key::from_secret(KID, secret.as_bytes()).map_err(Failure::failed)?]);
        let issuer =
            Issuer::new(ISSUER, AUDIENCE, &keys.map_err(Failure::failed)?).map_err(Failure::failed)?;
        let config = folder.of("marquee.toml");
        let text = format!(
            "[auth]\nissuer = \"{ISSUER}\"\naudience = \"{AUDIENCE}\"\n[[auth.keys]]\nkid = \"{KID}\"\nalg = \"HS256\"\n\
             secret = \"{secret}\"\n"
        );
        let mut open = std::fs::OpenOptions::new();
        let mut file =
            open.write(true).create_new(true).mode(0o600).open(&config).map_err(Failure::failed)?;
        std::io::Write::write_all(&mut file, text.as_bytes()).map_err(Failure::failed)?;
        let now_s = SystemTime::now().duration_since(UNIX_EPOCH).map_err(Failure::failed)?.as_secs();
        Ok(Self { issuer, config, now_s })
    }

    /// A token of that id for somebody.
    pub(crate) fn token(&self, sub: &str, jti: &str, scope: &str) -> Result<String, Failure> {
        let scopes = Scopes::parse(scope).map_err(Failure::failed)?;
        let grant = Grant { sub, scopes: &scopes, iat_s: self.now_s, lifetime_s: LASTS_S, jti, family: None };
        self.issuer.issue(&grant).map_err(Failure::failed)
    }

    /// The header that carries one.
    pub(crate) fn header(&self, sub: &str, scope: &str) -> Result<String, Failure> {
        Ok(format!("authorization: Bearer {}\r\n", self.token(sub, sub, scope)?))
    }
}
