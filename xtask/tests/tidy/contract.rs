//! Checks of what the world is told: errors and their pages, frames and PROTOCOL.md, documents that must be there.

use super::tree::Tree;
use std::collections::BTreeSet;

/// Where the errors' slugs are.
const PROBLEMS: &str = "crates/marquee-protocol/src/problem.rs";
/// Where each has a page that the server serves.
const PAGES: &str = "docs/errors/";
/// The contract.
const PROTOCOL: &str = "PROTOCOL.md";
/// What a newcomer walks through in ten minutes.
const ARCHITECTURE: &str = "ARCHITECTURE.md";
const ARCHITECTURE_LINES_MAX: usize = 200;
/// What every implementation of the timeline is held against.
const VECTORS: &str = "tests/vectors/timeline.json";

/// The `type` of every frame, in either direction.
const FRAMES: [&str; 15] = [
    "hello",
    "subscribed",
    "reset",
    "snapshot",
    "put",
    "delete",
    "policy",
    "bookmark",
    "pong",
    "error",
    "bye",
    "unsubscribed",
    "subscribe",
    "unsubscribe",
    "ping",
];

/// The slugs in the source of the problems: what the arms of `fn slug` give.
fn slugs(source: &str) -> BTreeSet<&str> {
    let from_slug = source.lines().skip_while(|line| !line.contains("fn slug("));
    let mut inside = from_slug.clone();
    let indent = inside.next().map_or("", |line| &line[..line.len() - line.trim_start().len()]);
    from_slug
        .skip(1)
        .take_while(|line| line.strip_prefix(indent) != Some("}"))
        .filter_map(|line| line.split_once("=> \"")?.1.split_once('"'))
        .map(|(slug, _)| slug)
        .collect()
}

/// Errors that a client may meet without a page that explains them, and pages of errors that are no more.
pub(crate) fn errors_without_pages(tree: &Tree) -> Vec<String> {
    let slugs = slugs(tree.text(PROBLEMS).unwrap_or_default());
    if slugs.is_empty() {
        return vec![format!(
            "{PROBLEMS}: no slug was found: write them as `Self::Name => \"slug\"` in `fn slug`, where this check \
             looks for them"
        )];
    }
    let pages: BTreeSet<&str> = tree
        .files()
        .filter_map(|(path, _)| path.strip_prefix(PAGES)?.strip_suffix(".md"))
        .filter(|page| *page != "README")
        .collect();
    let without_page = slugs.difference(&pages).map(|slug| {
        format!(
            "{PAGES}{slug}.md is missing: write what the error {slug} means and what to do when one meets it"
        )
    });
    let without_error = pages.difference(&slugs).map(|page| {
        format!("{PAGES}{page}.md explains no error of {PROBLEMS}: delete it, or rename it to its slug")
    });
    without_page.chain(without_error).collect()
}

/// Frames that the contract does not show.
pub(crate) fn frames_untold(tree: &Tree) -> Vec<String> {
    let Some(protocol) = tree.text(PROTOCOL) else {
        return vec![format!("{PROTOCOL} is missing: it is the contract, and terminals are written from it")];
    };
    let shown = |frame: &str| {
        let forms = [format!("\"type\":\"{frame}\""), format!("\"type\": \"{frame}\"")];
        forms.iter().any(|form| protocol.contains(form))
    };
    FRAMES
        .iter()
        .filter(|frame| !shown(frame))
        .map(|frame| {
            format!("{PROTOCOL}: the frame {frame} is not shown: add an example with \"type\":\"{frame}\" to its section")
        })
        .collect()
}

/// Documents that are missing or too long to be read.
pub(crate) fn documents(tree: &Tree) -> Vec<String> {
    let mut violations = Vec::new();
    match tree.text(ARCHITECTURE).map(|text| text.lines().count()) {
        None => violations.push(format!("{ARCHITECTURE} is missing: the flow, the rooms, what is never true")),
        Some(lines) if lines > ARCHITECTURE_LINES_MAX => violations.push(format!(
            "{ARCHITECTURE}: {lines} lines, at most {ARCHITECTURE_LINES_MAX}: move detail to an ADR or to the module \
             that it is about"
        )),
        Some(_) => {}
    }
    if tree.text(VECTORS).is_none() {
        violations
            .push(format!("{VECTORS} is missing: every implementation of the timeline is held against it"));
    }
    violations
}
