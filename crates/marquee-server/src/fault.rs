//! What is wrong with a TOML file that may hold secrets: the place, and what is due there. It never shows a value, nor the line that one
//! stands on, as the errors of `toml` do.

use serde::de::DeserializeOwned;
use toml::Table;

/// What a file says, or what is wrong with it.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| {
        let message = error.message();
        let Some(place) = error.span().map(|span| span.start) else { return message.to_owned() };
        let before = text.get(..place).unwrap_or(text);
        let (number, line) =
            (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or_default());
        let column = line.chars().count() + 1;
        // Where all of it is TOML, what stands before the first `=` of the line is a key and no part of a value.
        let key = line.split_once('=').map(|(key, _)| key.trim()).filter(|_| text.parse::<Table>().is_ok());
        let key = key.map(|key| format!(", {key}")).unwrap_or_default();
        format!("line {number}, column {column}{key}: {}", due(message))
    })
}

/// A message without the value that it begins with.
fn due(message: &str) -> String {
    if !message.starts_with("invalid type") && !message.starts_with("invalid value") {
        return message.to_owned();
    }
    // A value may have the word in it; what is due stands last.
    let due = message.rsplit_once(", expected ").map(|(_, due)| format!("expected {due}"));
    due.unwrap_or_else(|| "the value is not what is due here".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn said(text: &str) -> String {
        read::<Config>(text).unwrap_err()
    }

    #[test]
    fn the_place_is_told_and_what_is_due_there() {
        for (text, words) in [
            ("drain_ms = -1", &["line 1, column 12, drain_ms", "u64"][..]),
            ("open = true\nlisten = 'everywhere'", &["line 2", "listen", "address"]),
            ("[limits]\nqueues = 1", &["line 2", "unknown field `queues`"]),
            ("[auth]\nissuer = 'a'", &["missing field `audience`"]),
            ("listen = ", &["line 1, column 10: "]),
        ] {
            let said = said(text);
            assert!(words.iter().all(|word| said.contains(word)), "{text}: {said}");
        }
    }

    #[test]
    fn no_secret_is_shown_whatever_is_wrong_around_it() {
        for text in [
            "auth.keys = 'sesame'",
            "auth = 'sesame'",
            "[[auth.keys]]\nsecret = 'sesame",
            "[[auth.keys]]\nsecret = sesame",
            "[[auth.keys]]\nsecret = 'sesame' x",
            "[[auth.keys]]\nsecret = \"sesame\\q\"",
            "[[auth.keys]]\nsecret = ['sesame']",
            "[[auth.keys]]\nsecret = 'sesame'\nsecret = 'sesame'",
            "[[auth.keys]]\nsecret = '''\nsesame=\n",
            "[auth]\nissuer = ['sesame, expected sesame']",
            "[[auth.keys]]\nkid = 'a'\nalg = 'HS256'\nsecret = 5350",
            "[[hooks]]\nname = 'a'\nkind = 'generic'\nsecret = 5350",
        ] {
            let said = said(text);
            assert!(!said.contains("sesame") && !said.contains("5350"), "{text}: {said}");
            assert!(said.contains("line ") || said.contains("missing"), "{text}: {said}");
        }
    }
}
