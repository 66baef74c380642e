//! The configuration: built-in defaults < TOML file < environment < flags, parsed once. Unknown keys are refused,
//! and what holds can be printed. It opens nothing but the file.

use crate::auth::AuthConfig;
use crate::fault;
use marquee_applier::Keep;
use marquee_core::session::Heartbeat;
use marquee_gateway::Origin;
use marquee_gateway::hooks::{HookConfig, Hooks};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// What the names of environment variables begin with: `MARQUEE_LISTEN`, `MARQUEE_LIMITS__QUEUE`.
const ENV_PREFIX: &str = "MARQUEE_";

/// Everything that can be configured.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where publishers and terminals connect: an address and a port; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The folder of the log; made if it is not there.
    pub data: PathBuf,
    /// Whether everyone on the network may do everything: needed to listen beyond loopback without keys.
    pub open: bool,
    /// Host names that are answered, beside local ones: `wall.example`.
    pub hosts: Vec<String>,
    /// Origins of pages that may publish and follow, beside the server's own: `https://cms.example`.
    pub allowed_origins: Vec<String>,
    /// How long terminals are sent away before the end, ms: 0–600,000.
    pub drain_ms: u64,
    /// How long a hook's notice lives without a word of it, s: 60–2,592,000.
    pub hook_ttl: u64,
    /// The policy of boards that have none of their own, in a file that is watched; empty: the built-in one.
    pub policy_file: PathBuf,
    /// Words and patterns that are not shown, in a file that is watched; empty: none.
    pub block_list: PathBuf,
    /// What the program tells its operator.
    pub log: Log,
    /// Bounds of memory and load.
    pub limits: Limits,
    /// How long entries are kept.
    pub keep: KeepEntries,
    /// When silent terminals are asked and given up.
    pub heartbeat: Beat,
    /// Other systems that may publish: at most 100.
    pub hooks: Vec<HookConfig>,
    /// Keys and tokens; absent: everyone may do everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth: Option<AuthConfig>,
}

/// Diagnostics.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// What is told: `info`, `marquee_edge=debug,info`.
    pub filter: String,
    /// `text` or `json`.
    pub format: Format,
}

/// How diagnostics are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Format {
    Text,
    Json,
}

/// Bounds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Boards there may be; a further one is 422: 1–10,000.
    pub max_boards: usize,
    /// Ids that are remembered over all boards; the oldest go first: 1,000 at least.
    pub max_ids: usize,
    /// Commands that wait to be stored; a further one is 503: 1–1,000,000.
    pub queue: usize,
    /// Connections at the same time; a further one is 503: 1 at least.
    pub max_connections: usize,
    /// A write that makes no progress for so long ends its connection, ms: 1,000–600,000.
    pub write_stall_ms: u64,
    /// With keys: notices a second that one token or one hook may publish; 0: no limit. At most 1,000,000.
    pub notices_per_s: u32,
    /// With keys: requests for tokens a second that one client may make; 0: no limit. At most 1,000,000.
    pub token_requests_per_s: u32,
}

/// How long entries are kept, whichever ends first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct KeepEntries {
    /// ms: 60,000 at least.
    pub keep_ms: u64,
    /// Of each board: 1 at least.
    pub keep_entries: u64,
}

/// The heartbeat of WebSocket connections.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Beat {
    /// Silence before a ping, ms: 100 at least.
    pub interval_ms: u64,
    /// Silence after a ping that counts as a failure, ms: 100 at least.
    pub timeout_ms: u64,
    /// Failures that end the connection: 1 at least.
    pub max_failures: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data: PathBuf::from("data"),
            open: false,
            hosts: Vec::new(),
            allowed_origins: Vec::new(),
            drain_ms: 10_000,
            hook_ttl: 86_400,
            policy_file: PathBuf::new(),
            block_list: PathBuf::new(),
            log: Log::default(),
            limits: Limits::default(),
            keep: KeepEntries::default(),
            heartbeat: Beat::default(),
            hooks: Vec::new(),
            auth: None,
        }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self { filter: "info".into(), format: Format::Text }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_boards: 10_000,
            max_ids: 5_000_000,
            queue: 8_192,
            max_connections: 15_000,
            write_stall_ms: 30_000,
            notices_per_s: 2_000,
            token_requests_per_s: 10,
        }
    }
}

impl Default for KeepEntries {
    fn default() -> Self {
        let Keep { keep_ms, keep_entries } = Keep::default();
        Self { keep_ms, keep_entries }
    }
}

impl Default for Beat {
    fn default() -> Self {
        let Heartbeat { interval_ms, timeout_ms, max_failures } = Heartbeat::default();
        Self { interval_ms, timeout_ms, max_failures }
    }
}

/// What flags say; each beats file and environment.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the names of Config")]
pub struct Flags {
    pub listen: Option<SocketAddr>,
    pub data: Option<PathBuf>,
    pub open: bool,
}

/// Why there is no configuration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConfigError(String);

impl ConfigError {
    pub(crate) fn new(sentence: String) -> Self {
        Self(sentence)
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// What holds, from a file if one is named, the environment and the flags.
    pub fn load(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
        flags: Flags,
    ) -> Result<Self, ConfigError> {
        let mut table = match file {
            None => Table::new(),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|error| ConfigError(format!("{}: {error}", path.display())))?;
                // Read once by itself, so that a fault is told with its line.
                fault::read::<Self>(&text)
                    .and_then(|_| fault::read(&text))
                    .map_err(|fault| ConfigError(format!("{}: {fault}", path.display())))?
            }
        };
        let known = Table::try_from(Self::default()).unwrap_or_default();
        for (name, value) in environment {
            let Some(key) = name.strip_prefix(ENV_PREFIX) else { continue };
            overlay(&mut table, &known, &key.to_ascii_lowercase(), &value);
        }
        let mut config: Self =
            table.try_into().map_err(|error| ConfigError(format!("configuration: {error}")))?;
        config.listen = flags.listen.unwrap_or(config.listen);
        config.data = flags.data.unwrap_or(config.data);
        config.open |= flags.open;
        if let (Some(path), Some(auth)) = (file, &mut config.auth) {
            auth.stands_in(path);
        }
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let Self { limits, keep, heartbeat, .. } = self;
        let rules = [
            (self.drain_ms <= 600_000, "drain_ms: 0 to 600,000 ms"),
            ((60..=2_592_000).contains(&self.hook_ttl), "hook_ttl: 60 to 2,592,000 s"),
            ((1..=10_000).contains(&limits.max_boards), "limits.max_boards: 1 to 10,000"),
            (limits.max_ids >= 1_000, "limits.max_ids: 1,000 at least"),
            ((1..=1_000_000).contains(&limits.queue), "limits.queue: 1 to 1,000,000"),
            ((1..=1_000_000).contains(&limits.max_connections), "limits.max_connections: 1 to 1,000,000"),
            ((1_000..=600_000).contains(&limits.write_stall_ms), "limits.write_stall_ms: 1,000 to 600,000"),
            (limits.notices_per_s <= 1_000_000, "limits.notices_per_s: 0 to 1,000,000"),
            (limits.token_requests_per_s <= 1_000_000, "limits.token_requests_per_s: 0 to 1,000,000"),
            (keep.keep_ms >= 60_000, "keep.keep_ms: 60,000 ms at least"),
            (keep.keep_entries >= 1, "keep.keep_entries: 1 at least"),
            (heartbeat.interval_ms >= 100, "heartbeat.interval_ms: 100 ms at least"),
            (heartbeat.timeout_ms >= 100, "heartbeat.timeout_ms: 100 ms at least"),
            (heartbeat.max_failures >= 1, "heartbeat.max_failures: 1 at least"),
        ];
        let broken = rules.iter().filter(|(holds, _)| !holds);
        let mut broken: Vec<String> = broken.map(|(_, rule)| (*rule).to_owned()).collect();
        let none = self.allowed_origins.iter().filter(|origin| Origin::parse(origin).is_none());
        broken.extend(none.map(|origin| {
            format!(
                "allowed_origins: {origin:?} is no origin: write scheme, host and port as a browser sends them, without a slash at \
                 the end, names as xn--…, each origin by itself: \"https://cms.example\""
            )
        }));
        broken.extend(Hooks::new(&self.hooks).err().unwrap_or_default());
        if !broken.is_empty() {
            return Err(ConfigError(format!("configuration: {}", broken.join("; "))));
        }
        if self.auth.is_none() && !self.open && !self.listen.ip().is_loopback() {
            return Err(ConfigError(format!(
                "without keys everyone may do everything, so the server listens on loopback only: use --listen \
                 127.0.0.1:{}, or --open if everyone who reaches {} may publish",
                self.listen.port(),
                self.listen
            )));
        }
        Ok(())
    }

    /// What holds, as a file would say it.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_else(|error| unreachable!("a configuration is TOML: {error}"))
    }
}

/// Sets a key that is known: `limits__queue` is `queue` in `[limits]`. Other variables are not for us.
fn overlay(table: &mut Table, known: &Table, key: &str, value: &str) {
    if let Some((section, rest)) = key.split_once("__") {
        if let Some(Value::Table(known)) = known.get(section) {
            let entry = table.entry(section).or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(inner) = entry {
                overlay(inner, known, rest, value);
            }
        }
        return;
    }
    let read = match known.get(key) {
        Some(Value::Integer(_)) => value.parse().ok().map(Value::Integer),
        Some(Value::Boolean(_)) => value.parse().ok().map(Value::Boolean),
        Some(Value::Array(_)) => Some(Value::Array(
            value.split(',').map(str::trim).filter(|one| !one.is_empty()).map(Value::from).collect(),
        )),
        Some(_) => None,
        None => return,
    };
    // What does not fit stays text, and is refused with its name when all is read.
    table.insert(key.into(), read.unwrap_or_else(|| value.into()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(file: &str, environment: &[(&str, &str)], flags: Flags) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("marquee.toml");
        std::fs::write(&path, file).unwrap();
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::load(Some(&path), environment, flags)
    }

    #[test]
    fn flags_beat_the_environment_which_beats_the_file() {
        let file = "listen = '127.0.0.1:1'\ndata = '/file'\n[limits]\nqueue = 5\nmax_boards = 7";
        let environment = [
            ("MARQUEE_LISTEN", "127.0.0.1:2"),
            ("MARQUEE_LIMITS__QUEUE", "6"),
            ("MARQUEE_HOSTS", "a.example, b.example"),
            ("MARQUEE_BIN", "is not for the server"),
            ("HOME", "/root"),
        ];
        let config = load(file, &environment, Flags::default()).unwrap();
        assert_eq!((config.listen.port(), config.limits.queue, config.limits.max_boards), (2, 6, 7));
        assert_eq!(config.hosts, ["a.example", "b.example"]);
        let flags = Flags { listen: "127.0.0.1:3".parse().ok(), data: Some("/flag".into()), open: false };
        let config = load(file, &environment, flags).unwrap();
        assert_eq!((config.listen.port(), config.data), (3, PathBuf::from("/flag")));
    }

    #[test]
    fn what_is_printed_reads_back() {
        let config = Config { hosts: vec!["wall.example".into()], drain_ms: 5, ..Config::default() };
        assert_eq!(load(&config.to_toml(), &[], Flags::default()).unwrap(), config);
    }

    #[test]
    fn hooks_are_printed_without_their_secrets_and_not_taken_back_so() {
        let file = "
            [[hooks]]
            name = 'grafana'
            kind = 'grafana'
            secret = 'open sesame'
            [[hooks]]
            name = 'ci'
            kind = 'generic'
            key = 'sesame-too'
            [hooks.template]
            text = '{/message}'
            level = '{/severity}'
            level_map = { 5 = 'URGENT' }";
        let config = load(file, &[], Flags::default()).unwrap();
        let shown = config.to_toml();
        assert!(!shown.contains("sesame") && !format!("{config:?}").contains("sesame"), "{shown}");
        let said = load(&shown, &[], Flags::default()).unwrap_err().to_string();
        assert!(said.contains("hooks \"grafana\": secret") && said.contains("hooks \"ci\": key"), "{said}");
        let open = shown.replace("secret = \"(hidden)\"\n", "").replace("key = \"(hidden)\"\n", "");
        let read = load(&open, &[], Flags::default()).unwrap();
        assert_eq!((read.hooks.len(), &read.hooks[1].template), (2, &config.hooks[1].template));
    }

    #[test]
    fn a_fault_beside_a_secret_is_told_by_its_line_and_without_the_secret() {
        let begin = "[auth]\nissuer = 'a'\naudience = 'b'\n[[auth.keys]]\nkid = 'k'\nalg = 'HS256'\n";
        for (line, words) in [
            ("secert = 'open sesame'", &["line 7", "secert"][..]),
            ("secret = 'open sesame", &["line 7"]),
            ("secret = 'open sesame' 5", &["line 7"]),
            ("secret = ['open sesame']", &["line 7", "string"]),
            ("secret = 'a'\nsecret = 'open sesame'", &["line 8", "duplicate"]),
        ] {
            let said = load(&format!("{begin}{line}"), &[], Flags::default()).unwrap_err().to_string();
            assert!(words.iter().all(|word| said.contains(word)), "{line}: {said}");
            assert!(!said.contains("sesame"), "{said}");
        }
    }

    #[test]
    fn what_is_unknown_or_wrong_is_refused_by_name() {
        for (file, word) in [
            ("listne = '127.0.0.1:1'", "listne"),
            ("[limits]\nqueues = 1", "queues"),
            ("drain_ms = -1", "drain_ms"),
            ("drain_ms = 600001", "drain_ms"),
            ("[heartbeat]\nmax_failures = 0", "heartbeat.max_failures"),
            ("[log]\nformat = 'xml'", "xml"),
            ("listen = 'everywhere'", "listen"),
            ("listen = ", "1"),
            ("allowed_origins = ['https://cms.example/']", "\"https://cms.example/\" is no origin"),
            ("allowed_origins = ['*']", "\"*\" is no origin"),
            ("allowed_origins = ['null']", "\"null\" is no origin"),
            ("allowed_origins = ['https://bücher.example']", "xn--"),
            ("[[hooks]]\nname = 'a'\nkind = 'grafana'\ntoken = 'x'", "token"),
            ("[[hooks]]\nname = 'a'\nkind = 'zabbix'", "hooks \"a\": kind"),
            ("[[hooks]]\nkind = 'grafana'", "name"),
            ("[[hooks]]\nname = 'a'\nkind = 'generic'\ntemplate.text = '{m}'", "hooks \"a\": template.text"),
        ] {
            let said = load(file, &[], Flags::default()).unwrap_err().to_string();
            assert!(said.contains(word), "{file}: {said}");
        }
        let said = load("", &[("MARQUEE_LIMITS__QUEUE", "many")], Flags::default()).unwrap_err().to_string();
        assert!(said.contains("queue"), "{said}");
    }

    #[test]
    fn without_keys_it_listens_on_loopback_only() {
        let said = load("listen = '0.0.0.0:8080'", &[], Flags::default()).unwrap_err().to_string();
        assert!(said.contains("--open") && said.contains("127.0.0.1:8080"), "{said}");
        let open = Flags { open: true, ..Flags::default() };
        assert!(load("listen = '0.0.0.0:8080'", &[], open).is_ok());
        assert!(load("listen = '[::1]:8080'", &[], Flags::default()).is_ok());
    }
}
