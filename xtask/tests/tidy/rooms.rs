//! Checks of the crates: which may import which, what they are called, that the workspace lists and explains each.

use super::tree::Tree;
use toml::{Table, Value};

/// Which crate of ours may import which, in the order of the flow. Tests may import more: `[dev-dependencies]` are free.
const MAY_IMPORT: [(&str, &[&str]); 20] = [
    ("marquee-faults", &[]),
    // For tests: no crate of the product has it but under [dev-dependencies].
    ("marquee-leaks", &[]),
    (XTASK, &["marquee-leaks"]),
    ("marquee-core", &["marquee-faults"]),
    ("marquee-websocket", &[]),
    ("marquee-protocol", &["marquee-core"]),
    ("marquee-auth", &["marquee-core"]),
    ("marquee-issuers", &["marquee-auth", "marquee-access"]),
    ("marquee-log", &["marquee-faults", "marquee-core"]),
    ("marquee-sequencer", &["marquee-core"]),
    ("marquee-lifecycle", &["marquee-core"]),
    ("marquee-asrun", &["marquee-core"]),
    (
        "marquee-applier",
        &[
            "marquee-faults",
            "marquee-core",
            "marquee-lifecycle",
            "marquee-protocol",
            "marquee-log",
            "marquee-sequencer",
        ],
    ),
    (
        "marquee-access",
        &["marquee-core", "marquee-protocol", "marquee-auth", "marquee-log", "marquee-applier"],
    ),
    (
        "marquee-gateway",
        &[
            "marquee-core",
            "marquee-auth",
            "marquee-access",
            "marquee-protocol",
            "marquee-lifecycle",
            "marquee-applier",
            "marquee-log",
            "marquee-sequencer",
        ],
    ),
    // The applier and the sequencer for their bounded handle and the clock: reports go back through it.
    (
        "marquee-edge",
        &[
            "marquee-faults",
            "marquee-core",
            "marquee-protocol",
            "marquee-websocket",
            "marquee-lifecycle",
            "marquee-asrun",
            "marquee-log",
            "marquee-applier",
            "marquee-access",
            "marquee-sequencer",
        ],
    ),
    (
        "marquee-server",
        &[
            "marquee-core",
            "marquee-auth",
            "marquee-access",
            "marquee-issuers",
            "marquee-protocol",
            "marquee-log",
            "marquee-sequencer",
            "marquee-lifecycle",
            "marquee-asrun",
            "marquee-applier",
            "marquee-gateway",
            "marquee-edge",
        ],
    ),
    ("marquee-client", &["marquee-core", "marquee-protocol"]),
    // It runs the rooms' own machines, and judges by the judge of all proofs.
    (
        "simulator",
        &[
            "marquee-faults",
            "marquee-core",
            "marquee-protocol",
            "marquee-log",
            "marquee-sequencer",
            "marquee-lifecycle",
            "marquee-applier",
            "proof",
        ],
    ),
    // Keys and tokens are made on the command line, without a server.
    (
        "marquee",
        &[
            "marquee-faults",
            "marquee-server",
            "marquee-client",
            "marquee-auth",
            "marquee-core",
            "marquee-protocol",
        ],
    ),
];

/// The crates outside `crates/`, by folder, and what they are called: they are no part of the product, and
/// import nothing of it unless the table above says so.
const OUTSIDE: [(&str, &str); 4] = [
    ("xtask", XTASK),
    ("proof", "proof"),
    ("simulator", "simulator"),
    ("conformance", "marquee-conformance"),
];
const XTASK: &str = "xtask";

fn outside(folder: &str) -> Option<&'static str> {
    OUTSIDE.iter().find(|(outside, _)| *outside == folder).map(|(_, name)| *name)
}

/// Every crate: its folder and its manifest, or why that cannot be read.
fn crates(tree: &Tree) -> impl Iterator<Item = (&str, Result<Table, String>)> {
    tree.files().filter_map(|(path, text)| {
        let folder = path.strip_suffix("/Cargo.toml")?;
        (outside(folder).is_some() || folder.strip_prefix("crates/").is_some_and(|name| !name.contains('/')))
            .then(|| (folder, text.parse::<Table>().map_err(|error| format!("{path}: not TOML: {error}"))))
    })
}

fn name_of(folder: &str) -> &str {
    outside(folder).or_else(|| folder.rsplit('/').next()).unwrap_or(folder)
}

/// The packages of ours that a manifest imports outside of tests, under whatever name.
fn imports(manifest: &Table) -> Vec<String> {
    let targets = manifest.get("target").and_then(Value::as_table);
    let tables = std::iter::once(manifest)
        .chain(targets.into_iter().flat_map(|all| all.values().filter_map(Value::as_table)));
    let mut found = Vec::new();
    for table in tables {
        for kind in ["dependencies", "build-dependencies"] {
            for (name, wish) in table.get(kind).and_then(Value::as_table).into_iter().flatten() {
                let package = wish.get("package").and_then(Value::as_str).unwrap_or(name);
                if package == "marquee"
                    || package.starts_with("marquee-")
                    || OUTSIDE.iter().any(|(_, outside)| *outside == package)
                {
                    found.push(package.to_owned());
                }
            }
        }
    }
    found
}

/// Imports that the table above does not allow.
pub(crate) fn forbidden_imports(tree: &Tree) -> Vec<String> {
    let mut violations = Vec::new();
    for (folder, manifest) in crates(tree) {
        let name = name_of(folder);
        let manifest = match manifest {
            Ok(manifest) => manifest,
            Err(sentence) => {
                violations.push(sentence);
                continue;
            }
        };
        let may: &[&str] = if let Some((_, may)) = MAY_IMPORT.iter().find(|(room, _)| *room == name) {
            may
        } else if outside(folder).is_some() {
            &[]
        } else {
            violations.push(format!(
                "{folder}: no rule says what it may import: add it to MAY_IMPORT in xtask/tests/tidy/rooms.rs and \
                 to ARCHITECTURE.md"
            ));
            continue;
        };
        for import in imports(&manifest).iter().filter(|import| !may.contains(&import.as_str())) {
            let may = if may.is_empty() { "none of ours".to_owned() } else { may.join(", ") };
            violations.push(format!(
                "{folder}/Cargo.toml: {name} may not import {import} (it may: {may}): move what is shared to a room \
                 that both may import, or hand it in from above"
            ));
        }
    }
    violations
}

/// Crates whose package name is not their folder's.
pub(crate) fn misnamed(tree: &Tree) -> Vec<String> {
    let mut violations = Vec::new();
    for (folder, manifest) in crates(tree) {
        let Ok(manifest) = manifest else { continue };
        let package = manifest.get("package").and_then(|package| package.get("name")).and_then(Value::as_str);
        if package != Some(name_of(folder)) {
            let package = package.unwrap_or("without a name");
            violations.push(format!(
                "{folder}/Cargo.toml: the crate is {package}: call it as its folder, or move it"
            ));
        }
    }
    violations
}

/// Crates that the workspace does not list, members without a line that explains them, members that are not there.
pub(crate) fn unlisted(tree: &Tree) -> Vec<String> {
    let root = tree.text("Cargo.toml").unwrap_or_default();
    // Read as lines: what is looked for are comments, which TOML's values do not have.
    let lines = root.lines().skip_while(|line| !line.starts_with("members")).skip(1);
    let members: Vec<(&str, &str)> = lines
        .take_while(|line| !line.starts_with(']'))
        .filter_map(|line| line.trim().strip_prefix('"')?.split_once('"'))
        .collect();
    let mut violations = Vec::new();
    if members.is_empty() {
        violations
            .push("Cargo.toml: list the workspace's members one a line, each with a comment".to_owned());
    }
    for (member, rest) in &members {
        if rest.split_once('#').is_none_or(|(_, words)| words.trim().is_empty()) {
            violations.push(format!("Cargo.toml: say in a comment beside \"{member}\" what it holds"));
        }
        if tree.text(&format!("{member}/Cargo.toml")).is_none() {
            violations
                .push(format!("Cargo.toml: \"{member}\" is a member and is not there: take the line out"));
        }
    }
    for (folder, _) in crates(tree) {
        if !members.iter().any(|(member, _)| *member == folder) {
            violations.push(format!(
                "{folder}: not a member of the workspace: add it to Cargo.toml, where it stands in the flow, with a \
                 comment"
            ));
        }
    }
    violations
}
