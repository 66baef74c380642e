//! The sources there are: those that need no configuration, and those that are configured. Read once, at the start;
//! every fault is told with the hook that has it.

use super::entry::{Entry, Grafana, Signing};
use super::generic::{Generic, TemplateConfig};
use super::secret::Secret;
use super::{Events, Payload, alertmanager, cloudevents, grafana, nightingale};
use crate::body;
use http::{HeaderMap, HeaderName};
use marquee_protocol::problem::{Problem, Slug};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most hooks that may be configured.
const HOOKS_MAX: usize = 100;
/// The longest name, in characters.
const NAME_MAX: usize = 63;
/// The longest secret and the longest key, in bytes.
const SECRET_MAX: usize = 512;

/// One hook as it is configured.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HookConfig {
    /// What the path calls it: `^[a-z0-9][a-z0-9-]{0,62}$`.
    pub name: String,
    /// Whose payload it takes: `alertmanager`, `grafana`, `cloudevents`, `nightingale` or `generic`.
    pub kind: String,
    /// What requests are signed with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<Secret>,
    /// What stands at the end of the path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Secret>,
    /// The header with the time that Grafana signs, as its contact point names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp_header: Option<String>,
    /// How a `generic` payload is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateConfig>,
}

/// Whose payload it is.
enum Kind {
    Alertmanager,
    Grafana,
    CloudEvents,
    Nightingale,
    Generic(Box<Generic>),
}

/// One source: what it takes, and from whom.
pub(super) struct Source {
    kind: Kind,
    pub(super) entry: Entry,
}

/// All sources, by name.
pub struct Hooks(BTreeMap<String, Source>);

impl Hooks {
    /// The sources of a configuration, or every fault of it.
    pub fn new(configured: &[HookConfig]) -> Result<Self, Vec<String>> {
        let (mut sources, mut faults) = (BTreeMap::new(), Vec::new());
        if configured.len() > HOOKS_MAX {
            faults.push(format!("hooks: {} are too many: at most {HOOKS_MAX}", configured.len()));
        }
        for config in configured {
            let named = |fault: String| format!("hooks {:?}: {fault}", config.name);
            if sources.contains_key(&config.name) {
                faults.push(named("this name stands twice: each hook has its own".into()));
            }
            match Source::new(config) {
                Ok(source) => {
                    sources.insert(config.name.clone(), source);
                }
                Err(own) => faults.extend(own.into_iter().map(named)),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        for (name, kind) in [
            ("alertmanager", Kind::Alertmanager),
            ("grafana", Kind::Grafana),
            ("cloudevents", Kind::CloudEvents),
            ("nightingale", Kind::Nightingale),
        ] {
            sources.entry(name.into()).or_insert_with(|| Source { kind, entry: Entry::default() });
        }
        Ok(Self(sources))
    }

    pub(super) fn find(&self, name: &str) -> Result<&Source, Problem> {
        self.0.get(name).ok_or_else(|| {
            let known = self.0.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            Problem::new(Slug::NotFound, format!("there is no source {name:?}; known: {known}"))
        })
    }
}

impl Source {
    fn new(config: &HookConfig) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        if !is_name(&config.name) {
            faults.push("a name is 1 to 63 of a-z, 0-9 and '-', the first a letter or digit".into());
        }
        let kind = kind(config).map_err(|own| faults.extend(own)).ok();
        if let Some(fault) = config.secret.as_ref().and_then(|secret| unfit("secret", secret)) {
            faults.push(fault);
        }
        if let Some(key) = &config.key {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            faults.extend(unfit("key", key).or_else(|| {
                let fault = "key: of A-Z, a-z, 0-9, '-', '.', '_' and '~', because it stands in a path";
                (!key.text().bytes().all(plain)).then(|| fault.to_owned())
            }));
        }
        let grafana = grafana_entry(config, &mut faults);
        let signing = config.secret.clone().map(|secret| Signing::new(secret, grafana)).transpose();
        let signing = signing.map_err(|fault| faults.push(format!("secret: {fault}"))).ok().flatten();
        let entry = Entry { key: config.key.clone(), signing };
        match kind {
            Some(kind) if faults.is_empty() => Ok(Self { kind, entry }),
            _ => Err(faults),
        }
    }

    /// Whether a payload of this media type is one for it.
    pub(super) fn takes(&self, headers: &HeaderMap) -> Result<(), Problem> {
        let media_type = body::media_type(headers);
        let json = media_type == "application/json";
        let (taken, right) = match self.kind {
            Kind::CloudEvents => (
                cloudevents::is_one(&media_type, headers),
                "this hook takes application/cloudevents+json, application/cloudevents-batch+json, or a body with \
                 the attributes of an event as ce- headers",
            ),
            Kind::Generic(_) => (json || media_type.ends_with("+json"), "hooks take application/json"),
            _ => (json, "hooks take application/json"),
        };
        if taken { Ok(()) } else { Err(Problem::new(Slug::UnsupportedMediaType, right)) }
    }

    pub(super) fn read(&self, payload: &Payload<'_>) -> Result<Events, Problem> {
        match &self.kind {
            Kind::Alertmanager => alertmanager::read(payload.body),
            Kind::Grafana => grafana::read(payload.body),
            Kind::CloudEvents => cloudevents::read(payload),
            Kind::Nightingale => nightingale::read(payload.body),
            Kind::Generic(generic) => generic.read(payload),
        }
    }
}

fn is_name(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    name.len() <= NAME_MAX
        && name.bytes().next().is_some_and(letter)
        && name.bytes().all(|byte| letter(byte) || byte == b'-')
}

fn kind(config: &HookConfig) -> Result<Kind, Vec<String>> {
    let kind = match &*config.kind {
        "generic" => {
            let missing =
                || vec!["template is missing: a generic hook says how its payload is read".to_owned()];
            let template = config.template.as_ref().ok_or_else(missing)?;
            return Generic::new(template).map(|generic| Kind::Generic(Box::new(generic)));
        }
        "alertmanager" => Kind::Alertmanager,
        "grafana" => Kind::Grafana,
        "cloudevents" => Kind::CloudEvents,
        "nightingale" => Kind::Nightingale,
        other => {
            let right = "alertmanager, grafana, cloudevents, nightingale or generic";
            return Err(vec![format!("kind: {other:?} is none: give {right}")]);
        }
    };
    match config.template {
        None => Ok(kind),
        Some(_) => Err(vec![format!("template: only generic hooks have one, and this is {}", config.kind)]),
    }
}

fn unfit(member: &str, secret: &Secret) -> Option<String> {
    let length = secret.text().len();
    if length == 0 || length > SECRET_MAX {
        return Some(format!("{member}: 1 to {SECRET_MAX} bytes; leave it out if there is none"));
    }
    secret
        .is_placeholder()
        .then(|| format!("{member}: this is what --print-config shows in its place: give the true one"))
}

fn grafana_entry(config: &HookConfig, faults: &mut Vec<String>) -> Option<Grafana> {
    let Some(name) = &config.timestamp_header else {
        return (config.kind == "grafana").then_some(Grafana { timestamp: None });
    };
    if config.kind != "grafana" || config.secret.is_none() {
        faults.push("timestamp_header: it belongs to a grafana hook with a secret".into());
    }
    match HeaderName::from_bytes(name.as_bytes()) {
        Ok(name) => Some(Grafana { timestamp: Some(name) }),
        Err(_) => {
            faults.push(format!("timestamp_header: {name:?} is no name of a header"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn hooks(configured: &Value) -> Result<Hooks, String> {
        let configured: Vec<HookConfig> =
            serde_json::from_value(configured.clone()).map_err(|error| error.to_string())?;
        Hooks::new(&configured).map_err(|faults| faults.join("; "))
    }

    #[test]
    fn four_sources_need_no_configuration_and_a_configured_one_takes_its_place() {
        let known = |hooks: &Hooks| hooks.0.keys().cloned().collect::<Vec<_>>();
        let none = hooks(&json!([])).unwrap_or_else(|said| panic!("{said}"));
        assert_eq!(known(&none), ["alertmanager", "cloudevents", "grafana", "nightingale"]);
        let own = json!([
            {"name": "grafana", "kind": "grafana", "secret": "s", "timestamp_header": "X-Time"},
            {"name": "ci", "kind": "generic", "template": {"text": "{/m}"}},
        ]);
        let own = hooks(&own).unwrap_or_else(|said| panic!("{said}"));
        assert_eq!(known(&own), ["alertmanager", "ci", "cloudevents", "grafana", "nightingale"]);
        assert!(own.0["grafana"].entry.signing.is_some() && own.0["alertmanager"].entry.signing.is_none());
        let problem = own.find("other").map(|_| ()).unwrap_err();
        assert!(problem.slug == Slug::NotFound && problem.detail.contains("ci, cloudevents"), "{problem:?}");
    }

    #[test]
    fn every_fault_is_told_with_its_hook() {
        let long = "n".repeat(NAME_MAX + 1);
        for (hook, words) in [
            (json!({"name": "Ops", "kind": "grafana"}), &["\"Ops\"", "a name is"][..]),
            (json!({"name": "", "kind": "grafana"}), &["a name is"]),
            (json!({"name": "-a", "kind": "grafana"}), &["a name is"]),
            (json!({"name": "a.b", "kind": "grafana"}), &["a name is"]),
            (json!({"name": long, "kind": "grafana"}), &["a name is"]),
            (json!({"name": "a", "kind": "zabbix"}), &["hooks \"a\"", "kind", "zabbix", "generic"]),
            (json!({"name": "a", "kind": "generic"}), &["template is missing"]),
            (
                json!({"name": "a", "kind": "generic", "template": {"text": "{m}"}}),
                &["hooks \"a\": template.text"],
            ),
            (json!({"name": "a", "kind": "grafana", "template": {"text": "x"}}), &["only generic"]),
            (json!({"name": "a", "kind": "grafana", "secret": ""}), &["secret: 1 to"]),
            (json!({"name": "a", "kind": "grafana", "secret": "(hidden)"}), &["secret", "--print-config"]),
            (json!({"name": "a", "kind": "grafana", "secret": "whsec_%"}), &["secret", "base64"]),
            (json!({"name": "a", "kind": "grafana", "key": "a/b"}), &["key", "path"]),
            (json!({"name": "a", "kind": "grafana", "key": "x".repeat(SECRET_MAX + 1)}), &["key: 1 to"]),
            (
                json!({"name": "a", "kind": "grafana", "secret": "s", "timestamp_header": "a b"}),
                &["no name of a header"],
            ),
            (json!({"name": "a", "kind": "grafana", "timestamp_header": "a"}), &["with a secret"]),
            (
                json!({"name": "a", "kind": "alertmanager", "secret": "s", "timestamp_header": "a"}),
                &["a grafana hook"],
            ),
            (json!({"name": "A", "kind": "zabbix", "key": ""}), &["a name is", "kind", "key"]),
            (json!({"name": "a", "kind": "grafana", "token": "x"}), &["token"]),
            (json!({"name": "a", "kind": "generic", "template": {"txt": "x"}}), &["txt"]),
        ] {
            let said = hooks(&json!([hook])).map(|_| ()).unwrap_err();
            assert!(words.iter().all(|word| said.contains(word)), "{hook}: {said}");
        }
        let twice = json!([{"name": "a", "kind": "grafana"}, {"name": "a", "kind": "cloudevents"}]);
        assert!(hooks(&twice).is_err_and(|said| said.contains("\"a\": this name stands twice")));
        let many: Vec<Value> =
            (0..=HOOKS_MAX).map(|n| json!({"name": format!("h{n}"), "kind": "grafana"})).collect();
        assert!(hooks(&json!(many)).is_err_and(|said| said.contains("at most 100")));
        assert!(hooks(&json!(many[1..])).is_ok());
    }
}
