//! The text of a file of keys: a key put first, a key taken out, and everything else as its owner wrote it, comments too. A change
//! is held against what the text means before and after: where that is not exactly the change, there is none. It opens no file.

use toml::{Table, Value};

/// What a new file begins with.
const HEAD: &str = "\
# The keys of a Marquee server. The first that has a private part signs the tokens of `marquee token`; all of them check.
# `marquee keys list`, `rotate` and `remove` read and change this file; paths in it are relative to it. Let nobody but the
# server's user read it and the files that it names: who has a private key can make any token.
";
/// How each key begins.
const BEGIN: &str = "[[keys]]";
/// What stands where there is no key: a file without a word of keys may be one that is just being written, and is not believed.
const NONE: &str = "keys = []\n";

/// A key of EdDSA with its private part in a file.
pub(super) fn block(kid: &str, file: &str) -> String {
    let text = |text: &str| Value::from(text).to_string();
    format!("{BEGIN}\nkid = {}\nalg = \"EdDSA\"\nprivate_key_file = {}\n", text(kid), text(file))
}

/// A new file with that key.
pub(super) fn new(block: &str) -> String {
    format!("{HEAD}\n{block}")
}

/// The text with that key before all others. `None`: it cannot be put there for sure.
pub(super) fn with_first(text: &str, block: &str) -> Option<String> {
    let mut expected = keys(text)?;
    let bare = text.strip_prefix(NONE).map(str::to_owned);
    let bare = bare.unwrap_or_else(|| text.replacen(&format!("\n{NONE}"), "\n", 1));
    let bare = if expected.is_empty() { &bare } else { text };
    let at = begins(bare).first().copied().unwrap_or(bare.len());
    let gap = if bare[..at].is_empty() || bare[..at].ends_with('\n') { "" } else { "\n" };
    let changed = format!("{}{gap}{block}\n{}", &bare[..at], &bare[at..]);
    expected.insert(0, keys(block)?.pop()?);
    is(changed, text, &expected)
}

/// The text without the key of that kid. `None`: it cannot be cut out for sure.
pub(super) fn without(text: &str, kid: &str) -> Option<String> {
    let mut expected = keys(text)?;
    let number = expected.iter().position(|key| key.get("kid").and_then(Value::as_str) == Some(kid))?;
    expected.remove(number);
    let begins = begins(text);
    let from = *begins.get(number)?;
    let to = begins.get(number + 1).copied().unwrap_or(text.len());
    let none = if expected.is_empty() { NONE } else { "" };
    is(format!("{}{none}{}", &text[..from], &text[to..]), text, &expected)
}

/// Where lines are that begin a key, or look so.
fn begins(text: &str) -> Vec<usize> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with(BEGIN) {
            found.push(at);
        }
        at += line.len();
    }
    found
}

/// The keys that a text means.
fn keys(text: &str) -> Option<Vec<Value>> {
    match text.parse::<Table>().ok()?.remove("keys") {
        None => Some(Vec::new()),
        Some(Value::Array(keys)) => Some(keys),
        Some(_) => None,
    }
}

/// The changed text, if it means these keys and otherwise what the text before meant.
fn is(changed: String, before: &str, expected: &[Value]) -> Option<String> {
    let (mut now, mut then) = (changed.parse::<Table>().ok()?, before.parse::<Table>().ok()?);
    let found = now.remove("keys").unwrap_or(Value::Array(Vec::new()));
    then.remove("keys");
    (found.as_array().is_some_and(|found| found == expected) && now == then).then_some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kids(text: &str) -> Vec<String> {
        let kid = |key: &Value| key["kid"].as_str().unwrap().to_owned();
        keys(text).unwrap().iter().map(kid).collect()
    }

    #[test]
    fn a_key_is_put_first_and_taken_out_and_comments_stay() {
        let text = new(&block("a", "a.pem"));
        let text = with_first(&format!("{text}# of the cms\n"), &block("b", "b \"2\".pem")).unwrap();
        assert_eq!(kids(&text), ["b", "a"]);
        assert!(text.starts_with(HEAD) && text.contains("# of the cms"));
        let less = without(&text, "b").unwrap();
        assert_eq!(kids(&less), ["a"]);
        assert!(less.starts_with(HEAD) && less.contains("# of the cms"));
        assert_eq!(without(&text, "c"), None);
        assert_eq!(kids(&with_first("", &block("a", "a.pem")).unwrap()), ["a"]);
        assert_eq!(kids(&with_first("# nothing yet", &block("a", "a.pem")).unwrap()), ["a"]);
        let none = without(&less, "a").unwrap();
        assert!(kids(&none).is_empty() && none.contains("\nkeys = []\n"), "{none}");
        let some = with_first(&none, &block("c", "c.pem")).unwrap();
        assert_eq!(kids(&some), ["c"]);
        assert!(some.starts_with(HEAD) && !some.contains("keys = []"), "{some}");
    }

    #[test]
    fn what_cannot_be_cut_for_sure_is_left() {
        let inline = "keys = [{ kid = 'a', alg = 'EdDSA', private_key_file = 'a' }]\n";
        assert_eq!(with_first(inline, &block("b", "b.pem")), None);
        assert_eq!(without(inline, "a"), None);
        // A line that looks like the beginning of a key, in the middle of another one's text.
        let hidden = format!("{}note = '''\n[[keys]]\n'''\n{}", block("a", "a.pem"), block("b", "b.pem"));
        assert_eq!(without(&hidden, "a"), None);
        assert_eq!(without(&hidden, "b"), None);
        // What stands between keys and is none of theirs would go with the key before it.
        let other = format!("{}[other]\nx = 1\n{}", block("a", "a.pem"), block("b", "b.pem"));
        assert_eq!(without(&other, "a"), None);
        assert_eq!(kids(&without(&other, "b").unwrap()), ["a"]);
    }
}
