//! Checks of single files: their first line, their size, words that must not stay. It knows no syntax, only lines.

use super::tree::Tree;

/// No source file is longer.
const LINES_MAX: usize = 500;
/// Nine production files in ten are at most this long.
const LINES_USUAL: usize = 400;
/// What counts as source.
const SOURCE: [&str; 9] = ["rs", "ts", "tsx", "mts", "js", "mjs", "css", "html", "sh"];
/// What is read for paths of a machine: source, documents and configuration.
const TEXT: [&str; 8] = ["md", "toml", "json", "yml", "yaml", "proto", "service", "conf"];

/// Words that must not stay in source, and what to do about each. Written in halves, lest this file be caught.
const UNFINISHED: [(&str, &str); 8] = [
    (concat!("to", "do!("), "write what is missing"),
    (concat!("un", "implemented!("), "write what is missing, or refuse it with an error"),
    (concat!("db", "g!("), "take it out"),
    (concat!("#[ig", "nore"), "make the test run, or delete it"),
    (concat!("#[al", "low("), "use #[expect(…, reason = \"…\")]: it tells when it is no longer needed"),
    (concat!("#![al", "low("), "use #![expect(…, reason = \"…\")]: it tells when it is no longer needed"),
    (concat!("TO", "DO"), "do it, or open an issue and take the word out"),
    (concat!("FIX", "ME"), "mend it, or open an issue and take the word out"),
];

fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// Written by a program: its generator is what a person reads.
fn generated(path: &str) -> bool {
    path.split('/').any(|part| part == "dist" || part == "generated") || path.contains(".generated.")
}

fn test(path: &str) -> bool {
    path.split('/').any(|part| matches!(part, "tests" | "test" | "benches" | "e2e" | "tests.rs"))
        || path.contains(".test.")
        || path.contains(".spec.")
}

/// Source files that a person wrote.
fn sources(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.files().filter(|(path, _)| SOURCE.contains(&extension(path)) && !generated(path))
}

/// `.rs` files that do not begin with `//!`, `.ts` files that do not begin with a comment.
pub(crate) fn without_a_first_line(tree: &Tree) -> Vec<String> {
    let begins = |path: &str, text: &str| match extension(path) {
        "rs" => text.starts_with("//!"),
        "ts" | "tsx" | "mts" => text.starts_with("//") || text.starts_with("/*"),
        _ => true,
    };
    let sign = |path: &str| if extension(path) == "rs" { "//!" } else { "/**" };
    sources(tree)
        .filter(|(path, text)| !begins(path, text))
        .map(|(path, _)| {
            let sign = sign(path);
            format!("{path}: begin it with `{sign}` and say what it is, why, and what it never does")
        })
        .collect()
}

/// Files above 500 lines; and, if fewer than nine production files in ten are short, the longest of them.
pub(crate) fn too_long(tree: &Tree) -> Vec<String> {
    let lines = |text: &str| text.lines().count();
    let mut violations: Vec<String> = sources(tree)
        .filter(|(_, text)| lines(text) > LINES_MAX)
        .map(|(path, text)| {
            format!("{path}: {} lines, at most {LINES_MAX}: split it where it holds two ideas", lines(text))
        })
        .collect();
    let production: Vec<(&str, usize)> = sources(tree)
        .filter(|(path, _)| extension(path) == "rs" && !test(path))
        .map(|(path, text)| (path, lines(text)))
        .collect();
    let long: Vec<_> = production.iter().filter(|(_, lines)| *lines >= LINES_USUAL).collect();
    if long.len() * 10 > production.len() {
        let names: Vec<String> = long.iter().map(|(path, lines)| format!("{path} ({lines})")).collect();
        violations.push(format!(
            "{} of {} production files have {LINES_USUAL} lines or more, at most one in ten may: split some of {}",
            long.len(),
            production.len(),
            names.join(", ")
        ));
    }
    violations
}

/// Words of what is not finished, or was silenced.
pub(crate) fn unfinished(tree: &Tree) -> Vec<String> {
    let mut violations = Vec::new();
    for (path, text) in sources(tree) {
        for (number, line) in (1..).zip(text.lines()) {
            for (word, remedy) in UNFINISHED {
                if has_word(line, word) {
                    violations.push(format!("{path}:{number}: `{word}`: {remedy}"));
                }
            }
        }
    }
    violations
}

/// Whether a line has the word, not as a part of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let joined = |edge: Option<char>, c: Option<char>| edge.is_some_and(part) && c.is_some_and(part);
        !joined(before, word.chars().next()) && !joined(word.chars().next_back(), after)
    })
}

/// Paths of the machine that someone worked on.
pub(crate) fn of_one_machine(tree: &Tree) -> Vec<String> {
    let foreign =
        [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];
    let looked_at = |path: &str| {
        (SOURCE.contains(&extension(path)) || TEXT.contains(&extension(path)) || extension(path).is_empty())
            && !generated(path)
    };
    let mut violations = Vec::new();
    for (path, text) in tree.files().filter(|(path, _)| looked_at(path)) {
        for (number, line) in (1..).zip(text.lines()) {
            // `$HOME/work/` and `https://host/work/` are no paths of a machine: the slash has to begin one.
            let begins = |at: usize| {
                line[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !"}.-_~".contains(c))
            };
            let continues = |end: usize| line[end..].starts_with(|c: char| c.is_alphanumeric() || c == '.');
            for word in foreign {
                if line.match_indices(word).any(|(at, _)| begins(at) && continues(at + word.len())) {
                    violations.push(format!(
                        "{path}:{number}: a path under `{word}` is of one machine: write it from the repository's root"
                    ));
                }
            }
        }
    }
    violations
}
