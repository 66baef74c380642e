//! A text with holes: `{/json/pointer}` stands for a value of an item, `{$/json/pointer}` for one of the whole payload,
//! `{{` for a brace. Parsed once, when the configuration is read; filling one never fails and never grows without end.

use serde_json::Value;

/// The longest template, in bytes.
const TEMPLATE_MAX: usize = 4_096;
/// Where a filled text is cut, in bytes: far above what any member of a notice may have.
const FILLED_MAX: usize = 32_768;

/// A parsed template.
#[derive(Debug)]
pub(super) struct Template(Vec<Part>);

#[derive(PartialEq, Eq, Debug)]
enum Part {
    Constant(String),
    Item(String),
    Whole(String),
}

impl Template {
    /// The fault says what is wrong and how it would be right.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if text.len() > TEMPLATE_MAX {
            return Err(format!("{} bytes are too many: at most {TEMPLATE_MAX}", text.len()));
        }
        let (mut parts, mut constant, mut rest) = (Vec::new(), String::new(), text);
        while let Some(at) = rest.find('{') {
            constant.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(behind) = rest.strip_prefix('{') {
                constant.push('{');
                rest = behind;
                continue;
            }
            let Some(end) = rest.find('}') else {
                return Err(format!("{{{rest} has no end: close it with }}, or write {{{{ for a brace"));
            };
            if !constant.is_empty() {
                parts.push(Part::Constant(std::mem::take(&mut constant)));
            }
            parts.push(match rest[..end].strip_prefix('$') {
                Some(pointer) => Part::Whole(checked(pointer)?),
                None => Part::Item(checked(&rest[..end])?),
            });
            rest = &rest[end + 1..];
        }
        constant.push_str(rest);
        if !constant.is_empty() {
            parts.push(Part::Constant(constant));
        }
        Ok(Self(parts))
    }

    /// The text for an item of a payload; what is not there is empty.
    pub(super) fn fill(&self, item: &Value, whole: &Value) -> String {
        let mut filled = String::new();
        for part in &self.0 {
            match part {
                Part::Constant(text) => push(&mut filled, text),
                Part::Item(pointer) => push_value(&mut filled, item.pointer(pointer)),
                Part::Whole(pointer) => push_value(&mut filled, whole.pointer(pointer)),
            }
        }
        filled
    }
}

/// An RFC 6901 pointer as it is, or what is wrong with it.
pub(super) fn checked(pointer: &str) -> Result<String, String> {
    let escaped = pointer.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
    if !escaped {
        return Err(format!("{pointer:?} is no JSON pointer: ~ is written ~0, and / in a name ~1"));
    }
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return Err(format!("{pointer:?} is no JSON pointer: begin it with a slash, as in /{pointer}"));
    }
    Ok(pointer.to_owned())
}

/// Strings as they are, numbers and truth as JSON writes them, lists with a comma between, objects as JSON.
fn push_value(filled: &mut String, value: Option<&Value>) {
    match value {
        None | Some(Value::Null) => {}
        Some(Value::String(text)) => push(filled, text),
        Some(Value::Array(items)) => {
            for (place, item) in items.iter().enumerate() {
                if filled.len() >= FILLED_MAX {
                    return;
                }
                push(filled, if place == 0 { "" } else { ", " });
                push_value(filled, Some(item));
            }
        }
        Some(other) => push(filled, &other.to_string()),
    }
}

fn push(filled: &mut String, text: &str) {
    let room = FILLED_MAX.saturating_sub(filled.len());
    filled.push_str(&text[..text.floor_char_boundary(room)]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn filled(template: &str) -> String {
        let item = json!({
            "s": "text", "n": 1.50, "t": true, "z": null, "a": ["x", 2, ["y"]], "o": {"k": "v"}, "a/b": {"c~d": "deep"}
        });
        let whole = json!({"title": "whole", "items": [item]});
        Template::parse(template).unwrap_or_else(|fault| panic!("{fault}")).fill(&item, &whole)
    }

    #[test]
    fn pointers_are_replaced_and_the_rest_stays() {
        for (template, text) in [
            ("", ""),
            ("constant } only", "constant } only"),
            ("{/s}", "text"),
            ("<{/s}/{/n}/{/t}>", "<text/1.5/true>"),
            ("{/a/0}{/a/2/0}", "xy"),
            ("{/a}", "x, 2, y"),
            ("{/o}", r#"{"k":"v"}"#),
            ("{/a~1b/c~0d}", "deep"),
            ("[{/z}{/missing}{/s/x}]", "[]"),
            ("{$/title}: {/s}", "whole: text"),
            ("{$/items/0/s}", "text"),
            ("{{/s} {{{/s}", "{/s} {text"),
        ] {
            assert_eq!(filled(template), text, "{template}");
        }
        let string = Template::parse("{}").unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(string.fill(&json!("all of it"), &Value::Null), "all of it");
    }

    #[test]
    fn what_is_no_template_is_told_with_what_to_write() {
        let long = "x".repeat(TEMPLATE_MAX + 1);
        for (template, word) in [
            ("{/s", "close it"),
            ("a {s}", "/s"),
            ("{$s}", "slash"),
            ("{/a~b}", "~0"),
            ("{/a~}", "~0"),
            (&*long, "4096"),
        ] {
            let fault = Template::parse(template).map(|_| ()).unwrap_err();
            assert!(fault.contains(word), "{template:.20}: {fault}");
        }
    }

    #[test]
    fn a_filled_text_is_cut_between_characters() {
        let item = json!({"big": "é".repeat(FILLED_MAX), "many": vec![1; FILLED_MAX]});
        for template in ["{/big}", "x{/big}{/big}{/big}", "{/many}{/many}"] {
            let template = Template::parse(template).unwrap_or_else(|fault| panic!("{fault}"));
            let filled = template.fill(&item, &item);
            assert!((FILLED_MAX - 1..=FILLED_MAX).contains(&filled.len()), "{}", filled.len());
        }
    }
}
