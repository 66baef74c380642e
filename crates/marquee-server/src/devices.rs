//! `[[auth.devices]]`: devices that sign their requests, from the configuration and the files that it names. It checks no
//! signature.

use crate::config::ConfigError;
use marquee_auth::device::DEVICE_SECRET_BYTES_ADVISED;
use marquee_auth::{Device, DeviceError, Devices, Scopes};
use marquee_gateway::hooks::Secret;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// A device, as it is configured.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceConfig {
    /// What it calls itself: 1 to 128 visible characters of ASCII.
    pub client_id: String,
    /// What it signs with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<Secret>,
    /// The same in a file; white space at its end is no part of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret_file: Option<PathBuf>,
    /// What it may do: `subscribe:ops`.
    pub scope: String,
}

/// All of them, known in the name of that issuer. Files are read.
pub(crate) fn read(issuer: &str, configured: &[DeviceConfig]) -> Result<Devices, ConfigError> {
    let devices = configured.iter().map(DeviceConfig::read).collect::<Result<Vec<_>, _>>()?;
    Devices::new(issuer, devices).map_err(|error| wrong(&format!("auth.devices: {error}")))
}

impl DeviceConfig {
    fn read(&self) -> Result<Device, ConfigError> {
        let place = format!("auth.devices, {:?}", self.client_id);
        let secret = match (&self.secret, &self.secret_file) {
            (Some(secret), None) if secret.is_placeholder() => {
                let detail =
                    "secret: (hidden) is what --print-config shows in its place: write the secret itself";
                return Err(wrong(&format!("{place}: {detail}")));
            }
            (Some(secret), None) => secret.text().to_owned(),
            (None, Some(path)) => std::fs::read_to_string(path)
                .map_err(|error| wrong(&format!("{place}: {}: {error}", path.display())))?,
            _ => return Err(wrong(&format!("{place}: give one of secret and secret_file, and one alone"))),
        };
        let secret = secret.trim_end();
        if !secret.is_empty() && secret.len() < DEVICE_SECRET_BYTES_ADVISED {
            tracing::warn!(
                client_id = self.client_id,
                "the secret of this device is short: whoever sees one of its requests can guess it; make one with \
                 `openssl rand -hex 32`"
            );
        }
        let scopes =
            Scopes::parse(&self.scope).map_err(|error| wrong(&format!("{place}: scope: {error}")))?;
        let refused = |error: DeviceError| wrong(&format!("{place}: {error}"));
        Device::new(&self.client_id, secret.as_bytes(), scopes).map_err(refused)
    }
}

fn wrong(sentence: &str) -> ConfigError {
    ConfigError::new(format!("configuration: {sentence}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(file: &str) -> Result<Devices, String> {
        #[derive(Deserialize)]
        struct File {
            devices: Vec<DeviceConfig>,
        }
        let File { devices } = toml::from_str(file).map_err(|error| error.to_string())?;
        read("us", &devices).map_err(|error| error.to_string())
    }

    #[test]
    fn a_fault_is_told_with_its_device_and_without_its_secret() {
        for (device, words) in [
            ("client_id = 'p'\nscope = 'admin'", &["auth.devices, \"p\"", "secret_file"][..]),
            ("client_id = 'p'\nscope = 'admin'\nsecret = ''", &["auth.devices, \"p\"", "1 to 512"]),
            ("client_id = 'p'\nscope = 'admin'\nsecret = '(hidden)'", &["--print-config"]),
            ("client_id = 'p'\nscope = 'admin'\nsecret = 'sesame'\nsecret_file = 'x'", &["one alone"]),
            ("client_id = 'p'\nscope = 'admin'\nsecret_file = '/nowhere/p'", &["/nowhere/p"]),
            ("client_id = 'p'\nscope = 'follow:ops'\nsecret = 'sesame'", &["scope", "subscribe:BOARD"]),
            ("client_id = 'a b'\nscope = 'admin'\nsecret = 'sesame'", &["client_id", "visible"]),
            ("client_id = 'p'\nscope = 'admin'\nsecret = 'sesame'\nkey = 'x'", &["key"]),
            ("client_id = 'p'\nsecret = 'sesame'", &["scope"]),
        ] {
            let said = read_all(&format!("[[devices]]\n{device}")).map(|_| ()).unwrap_err();
            assert!(words.iter().all(|word| said.contains(word)), "{device}: {said}");
            assert!(!said.contains("sesame"), "{said}");
        }
    }

    #[test]
    fn a_secret_may_lie_in_a_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "a secret of a device\n").unwrap();
        let path = file.path().display();
        let devices = read_all(&format!(
            "[[devices]]\nclient_id = 'p'\nscope = 'subscribe:ops'\nsecret_file = '{path}'"
        ));
        assert_eq!(devices.map(|devices| format!("{devices:?}")), Ok("Devices(1)".to_owned()));
    }
}
