//! Any JSON, read by a template of the configuration: which values become which members of a notice. It knows no
//! source by name.

use super::template::{Template, checked};
use super::{Event, Events, Payload, bounded, derived_id, key_from, shown_text, tags_from, unread};
use marquee_core::Level;
use marquee_core::policy::bounds;
use marquee_protocol::problem::{Fault, Problem};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The most levels that one template translates, and the most words that mean "it is over".
const WORDS_MAX: usize = 100;
/// What says that it is over, where the configuration does not say.
const RESOLVED: [&str; 7] = ["resolved", "recovered", "ok", "closed", "true", "yes", "1"];

/// A template as it is configured: each member a text in which `{/json/pointer}` is replaced.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateConfig {
    /// A pointer to the list whose items are one notice each; absent: the whole payload is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<String>,
    /// What the notice says. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// A level, an alias of one, or a word of `level_map`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// What the notice is about: with it, it is an alert that fires and is resolved; without, a message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What a message is known by when it is sent again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Tags with commas between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<String>,
    /// An https URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ttl: Option<String>,
    /// What tells that it is over: a word of `resolved_values`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved: Option<String>,
    /// The words, in any case, that mean that it is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved_values: Option<Vec<String>>,
    /// The source's words for levels, in any case: `5 = "URGENT"`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub level_map: BTreeMap<String, String>,
}

/// A template that was read.
#[derive(Debug)]
pub(super) struct Generic {
    items: Option<String>,
    text: Template,
    level: Option<Template>,
    level_map: BTreeMap<String, Level>,
    identity: Identity,
    tags: Option<Template>,
    link: Option<Template>,
    ttl: Option<Template>,
}

/// What makes two items the same.
#[derive(Debug)]
enum Identity {
    /// They are about the same: alerts.
    Key { key: Template, resolved: Option<Resolved> },
    /// They are the same message.
    Id(Template),
    /// They are the same message if nothing in them differs.
    Content,
}

#[derive(Debug)]
struct Resolved {
    said: Template,
    words: Vec<String>,
}

impl Generic {
    /// Every fault, each with the name of what is wrong.
    pub(super) fn new(config: &TemplateConfig) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let mut parsed = |name: &str, text: &Option<String>| {
            let text = text.as_deref()?;
            Template::parse(text).map_err(|fault| faults.push(format!("template.{name}: {fault}"))).ok()
        };
        let text = parsed("text", &config.text);
        let level = parsed("level", &config.level);
        let key = parsed("key", &config.key);
        let id = parsed("id", &config.id);
        let tags = parsed("tags", &config.tags);
        let link = parsed("link", &config.link);
        let ttl = parsed("ttl", &config.ttl);
        let said = parsed("resolved", &config.resolved);
        if let Some(Err(fault)) = config.items.as_deref().map(checked) {
            faults.push(format!("template.items: {fault}"));
        }
        let level_map = level_map(&config.level_map, &mut faults);
        let rules = [
            (
                config.text.is_some(),
                "template.text is missing: say what the notice shows, as in \"{/message}\"",
            ),
            (
                config.level_map.is_empty() || config.level.is_some(),
                "template.level_map needs template.level",
            ),
            (config.resolved.is_none() || config.key.is_some(), "template.resolved needs template.key"),
            (
                config.resolved_values.is_none() || config.resolved.is_some(),
                "template.resolved_values needs template.resolved",
            ),
            (
                config.key.is_none() || config.id.is_none(),
                "template.id is for messages: what has a key is known by it, so leave one of them out",
            ),
            (
                config.resolved_values.as_ref().is_none_or(|words| words.len() <= WORDS_MAX),
                "template.resolved_values: at most 100 words",
            ),
        ];
        faults.extend(rules.iter().filter(|(holds, _)| !holds).map(|(_, rule)| (*rule).to_owned()));
        let (Some(text), true) = (text, faults.is_empty()) else { return Err(faults) };
        let words = config.resolved_values.clone().unwrap_or_else(|| RESOLVED.map(str::to_owned).to_vec());
        let words = words.iter().map(|word| word.trim().to_lowercase()).collect();
        let resolved = said.map(|said| Resolved { said, words });
        let identity = match (key, id) {
            (Some(key), _) => Identity::Key { key, resolved },
            (None, Some(id)) => Identity::Id(id),
            (None, None) => Identity::Content,
        };
        Ok(Self { items: config.items.clone(), text, level, level_map, identity, tags, link, ttl })
    }

    pub(super) fn read(&self, payload: &Payload<'_>) -> Result<Events, Problem> {
        let whole: Value = serde_json::from_slice(payload.body).map_err(|error| unread(&error))?;
        let items = match &self.items {
            None => std::slice::from_ref(&whole),
            Some(pointer) => {
                whole.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).ok_or_else(|| {
                    Problem::invalid(vec![Fault::new(pointer, "the template's items: a list belongs here")])
                })?
            }
        };
        bounded(items, self.items.as_deref().unwrap_or_default())?;
        let place = |index: usize| match &self.items {
            None => String::new(),
            Some(pointer) => format!("{pointer}/{index}"),
        };
        let events = items.iter().enumerate();
        Ok(events.map(|(index, item)| self.event(payload, &whole, item, index, &place(index))).collect())
    }

    fn event(
        &self,
        payload: &Payload<'_>,
        whole: &Value,
        item: &Value,
        index: usize,
        place: &str,
    ) -> Result<Event, Vec<Fault>> {
        let filled = |template: &Template| template.fill(item, whole);
        let nothing = |member: &str| {
            vec![Fault::new(
                place,
                format!("the template's {member} comes to nothing here: see what it points to"),
            )]
        };
        let named = |base: &str| Ok(derived_id(&[payload.source, base]));
        match &self.identity {
            Identity::Key { key, resolved } => {
                let key = key_from(&filled(key)).ok_or_else(|| nothing("key"))?;
                let over = resolved.as_ref().is_some_and(|resolved| {
                    let said = filled(&resolved.said).trim().to_lowercase();
                    resolved.words.contains(&said)
                });
                if over {
                    return Ok(Event::Resolved { key });
                }
                let notice = self.notice(&filled).ok_or_else(|| nothing("text"))?;
                Ok(Event::Firing { key, notice })
            }
            Identity::Id(id) => {
                let id = filled(id);
                let notice = self.notice(&filled).ok_or_else(|| nothing("text"))?;
                let id = if id.trim().is_empty() { Err(nothing("id")) } else { named(&id) }?;
                Ok(Event::Message { id, notice })
            }
            Identity::Content => {
                let notice = self.notice(&filled).ok_or_else(|| nothing("text"))?;
                // A signed id is the same however often it is sent; else the item speaks for itself.
                let id = match payload.webhook_id {
                    Some(webhook) => derived_id(&[payload.source, webhook, &index.to_string()]),
                    None => derived_id(&[payload.source, &item.to_string()]),
                };
                Ok(Event::Message { id, notice })
            }
        }
    }

    fn notice(&self, filled: &impl Fn(&Template) -> String) -> Option<Value> {
        let mut notice = json!({ "text": shown_text(&filled(&self.text))? });
        if let Some(level) = &self.level {
            notice["level"] = self.level(filled(level).trim()).name().into();
        }
        if let Some(tags) = &self.tags {
            let tags = filled(tags);
            notice["tags"] = tags_from(tags.split(',').map(str::trim)).into();
        }
        if let Some(link) = self.link.as_ref().map(filled).filter(|link| !link.is_empty()) {
            notice["link"] = link.into();
        }
        let ttl = self.ttl.as_ref().and_then(|ttl| filled(ttl).trim().parse::<u64>().ok());
        if let Some(ttl) = ttl.filter(|ttl| bounds::TTL.contains(ttl)) {
            notice["ttl"] = ttl.into();
        }
        Some(notice)
    }

    /// As with alerts elsewhere: what is not known is at least a warning.
    fn level(&self, word: &str) -> Level {
        let mapped = self.level_map.get(&word.to_lowercase()).copied();
        mapped.or_else(|| Level::parse(word)).unwrap_or(Level::Warning)
    }
}

fn level_map(config: &BTreeMap<String, String>, faults: &mut Vec<String>) -> BTreeMap<String, Level> {
    if config.len() > WORDS_MAX {
        faults.push(format!("template.level_map: {} words are too many: at most {WORDS_MAX}", config.len()));
    }
    let mut levels = BTreeMap::new();
    for (word, level) in config {
        let Some(level) = Level::parse(level) else {
            let right = "URGENT, WARNING, INFO or LOW, or an alias of one";
            faults.push(format!("template.level_map.{word}: {level:?} is no level: give {right}"));
            continue;
        };
        if levels.insert(word.trim().to_lowercase(), level).is_some() {
            faults.push(format!("template.level_map.{word} stands twice: case makes no difference"));
        }
    }
    levels
}

#[cfg(test)]
mod tests;
