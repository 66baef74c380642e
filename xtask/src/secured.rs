//! The demo with keys: set up by the commands that an operator types, in a folder that is gone with the demo. It reads neither the
//! keys nor the tokens' insides.

use crate::demo::BOARD;
use std::fs::{OpenOptions, Permissions};
use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How long the demo's tokens are good, in seconds: a day, so that none ends while someone looks.
const TTL_S: &str = "86400";

/// What a server with keys is spoken to with.
pub(crate) struct Secured {
    /// Its configuration.
    pub(crate) config: PathBuf,
    /// Where a token lies that may publish to the board.
    pub(crate) publisher_file: PathBuf,
    /// The same, for requests.
    pub(crate) publisher: String,
    /// A token that may follow the board.
    pub(crate) screen: String,
}

impl Secured {
    /// Sets a server up in a folder.
    pub(crate) fn init(binary: &Path, folder: &Path, address: SocketAddr) -> Result<Self, String> {
        let text = |path: &Path| path.display().to_string();
        // The operator's token is nobody's here: whoever wants one makes it.
        said(binary, &["init", "--dir", &text(folder), "--listen", &address.to_string()])?;
        let config = folder.join("marquee.toml");
        let token = |sub: &str, verb: &str| {
            let scope = format!("{verb}:{BOARD}");
            said(
                binary,
                &["token", "--config", &text(&config), "--sub", sub, "--scope", &scope, "--ttl", TTL_S],
            )
        };
        let (publisher, screen) = (token("demo-publisher", "publish")?, token("demo-screen", "subscribe")?);
        let publisher_file = folder.join("publisher.token");
        write(&publisher_file, &publisher)
            .map_err(|error| format!("{} cannot be written: {error}", publisher_file.display()))?;
        Ok(Self { config, publisher_file, publisher, screen })
    }
}

/// What a command of the product prints; an error with its words if it fails.
fn said(binary: &Path, arguments: &[&str]) -> Result<String, String> {
    let name = arguments.first().copied().unwrap_or_default();
    let output = Command::new(binary)
        .args(arguments)
        .output()
        .map_err(|error| format!("{} could not be started: {error}", binary.display()))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`marquee {name}` ended with {}: {}", output.status, words.trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn write(path: &Path, token: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    writeln!(file, "{token}")
}
