//! Devices that sign their requests in place of carrying a token: whether a signature is of a known device, of this request and
//! of this time. The time is handed in; no error holds a byte of a secret or of what was sent.
//!
//! What is signed is `METHOD\nPATH?QUERY\nTIMESTAMP\nCLIENT_ID`, each as it is sent, byte for byte; `PATH` alone where there is no
//! query. None of the four can have a line's end in it, so no two requests have one text.

use crate::algorithm::keyed;
use crate::refusal::Refusal;
use hmac::{Hmac, Mac as _};
use marquee_core::{Bearer, Mark, Scopes};
use sha2::Sha256;
use std::collections::HashMap;
use std::fmt;
use subtle::ConstantTimeEq as _;

/// How far a request's time may be from ours, in seconds: what is older is a replay.
pub const WINDOW_S: u64 = 300;
/// The most devices; a configuration with more is refused.
pub const DEVICES_MAX: usize = 10_000;
/// The longest id of a client, in bytes.
pub const CLIENT_ID_BYTES_MAX: usize = 128;
/// The longest secret, in bytes.
pub const DEVICE_SECRET_BYTES_MAX: usize = 512;
/// A shorter secret can be guessed by whoever sees one request: it is taken, and the operator is told.
pub const DEVICE_SECRET_BYTES_ADVISED: usize = 16;
/// What a signature begins with; 64 hexadecimal digits follow, in either case.
const PREFIX: &[u8] = b"sha256=";
/// The most digits of a time: enough for thirty thousand years.
const TIME_DIGITS_MAX: usize = 12;

/// A device: its secret is never shown, and wiped when it is dropped.
pub struct Device {
    client_id: String,
    /// Has taken in the secret.
    keyed: Hmac<Sha256>,
    scopes: Scopes,
}

/// The devices there are, and in whose name they are known.
pub struct Devices {
    issuer: String,
    devices: HashMap<String, Device>,
    /// For clients that nobody knows, so that they cost what the known cost.
    nobody: Hmac<Sha256>,
}

/// A request as it came, with what it says of its signature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signed<'a> {
    /// `GET`.
    pub method: &'a str,
    /// The path, with its query if it has one.
    pub target: &'a str,
    /// `X-Client-Id`.
    pub client_id: &'a [u8],
    /// `X-Timestamp`.
    pub timestamp: &'a [u8],
    /// `X-Signature`.
    pub signature: &'a [u8],
}

/// Why there is no such device, or no such set of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DeviceError {
    /// The id is empty, too long, or has a character that a header cannot carry.
    ClientId(String),
    /// The secret of that device is empty or too long.
    Secret(String),
    /// Two devices of one id.
    Twice(String),
    /// More than [`DEVICES_MAX`].
    TooMany,
}

impl fmt::Display for DeviceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ClientId(id) => write!(
                f,
                "the client_id {id:?} is none: write 1 to {CLIENT_ID_BYTES_MAX} visible characters of ASCII"
            ),
            Self::Secret(id) => write!(
                f,
                "the secret of {id:?} has to have 1 to {DEVICE_SECRET_BYTES_MAX} bytes: make one with `openssl rand -hex 32`"
            ),
            Self::Twice(id) => write!(f, "two devices have the client_id {id:?}: give each its own"),
            Self::TooMany => write!(f, "there are more than {DEVICES_MAX}: let several share one"),
        }
    }
}

impl std::error::Error for DeviceError {}

/// Nothing of the secret.
impl fmt::Debug for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Device({:?}, ..)", self.client_id)
    }
}

/// Not what it proves itself by: within the window that would open what the device may.
impl fmt::Debug for Signed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signed({} {}, ..)", self.method, self.target)
    }
}

/// Nothing of any device.
impl fmt::Debug for Devices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Devices({})", self.devices.len())
    }
}

impl Device {
    /// A device that may do what the scope opens. The secret's bytes are taken as they are.
    pub fn new(client_id: &str, secret: &[u8], scopes: Scopes) -> Result<Self, DeviceError> {
        if !is_client_id(client_id.as_bytes()) {
            return Err(DeviceError::ClientId(client_id.chars().take(CLIENT_ID_BYTES_MAX).collect()));
        }
        if secret.is_empty() || secret.len() > DEVICE_SECRET_BYTES_MAX {
            return Err(DeviceError::Secret(client_id.to_owned()));
        }
        Ok(Self { client_id: client_id.to_owned(), keyed: keyed(secret), scopes })
    }
}

impl Devices {
    /// These devices, known in the name of that issuer.
    pub fn new(issuer: &str, devices: impl IntoIterator<Item = Device>) -> Result<Self, DeviceError> {
        let mut known = HashMap::new();
        for device in devices {
            if known.len() == DEVICES_MAX {
                return Err(DeviceError::TooMany);
            }
            let client_id = device.client_id.clone();
            if known.insert(client_id.clone(), device).is_some() {
                return Err(DeviceError::Twice(client_id));
            }
        }
        Ok(Self { issuer: issuer.to_owned(), devices: known, nobody: keyed(&[]) })
    }

    /// What a request's sender may do, if the signature is good at that time (seconds since 1970).
    pub fn verify(&self, request: &Signed<'_>, now_s: u64) -> Result<Bearer, Refusal> {
        let time_s = seconds(request.timestamp)
            .filter(|time_s| time_s.abs_diff(now_s) <= WINDOW_S)
            .ok_or(Refusal::DeviceTime)?;
        let given = signature(request.signature).ok_or(Refusal::DeviceSignature)?;
        if !is_client_id(request.client_id) {
            return Err(Refusal::DeviceSignature);
        }
        let device = std::str::from_utf8(request.client_id).ok().and_then(|id| self.devices.get(id));
        // Whether the client is known is looked at last, and told by nothing.
        let keyed = device.map_or(&self.nobody, |device| &device.keyed).clone();
        let signed =
            [request.method.as_bytes(), request.target.as_bytes(), request.timestamp, request.client_id];
        let tag: [u8; 32] = signed
            .into_iter()
            .enumerate()
            .fold(keyed, |mac, (number, part)| {
                let mac = if number == 0 { mac } else { mac.chain_update(b"\n") };
                mac.chain_update(part)
            })
            .finalize()
            .into_bytes()
            .into();
        let right = bool::from(tag.ct_eq(&given));
        let device = device.filter(|_| right).ok_or(Refusal::DeviceSignature)?;
        let mark = Mark {
            issuer: self.issuer.as_str().into(),
            id: format!("device:{}", device.client_id).into(),
            family: None,
            cookie: None,
            kid: "".into(),
            issued_s: time_s,
        };
        let subject = device.client_id.as_str().into();
        Ok(Bearer { subject, scopes: device.scopes.clone(), ends_at: u64::MAX, mark })
    }
}

fn is_client_id(id: &[u8]) -> bool {
    (1..=CLIENT_ID_BYTES_MAX).contains(&id.len()) && id.iter().all(u8::is_ascii_graphic)
}

/// Whole seconds in their one spelling: digits alone, and none before the first that counts.
fn seconds(text: &[u8]) -> Option<u64> {
    let plain = (1..=TIME_DIGITS_MAX).contains(&text.len()) && text.iter().all(u8::is_ascii_digit);
    let one_spelling = text.len() == 1 || text.first() != Some(&b'0');
    std::str::from_utf8(text).ok().filter(|_| plain && one_spelling)?.parse().ok()
}

fn signature(text: &[u8]) -> Option<[u8; 32]> {
    let digits = text.strip_prefix(PREFIX).filter(|digits| digits.len() == 64)?;
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.as_chunks::<2>().0) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}
