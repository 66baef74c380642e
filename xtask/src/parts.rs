//! What the tests need beside Rust. Each part has a script that installs it; here they are only named, called and
//! looked for.

use crate::place;
use std::path::PathBuf;
use std::process::Command;

/// Each has its `scripts/parts/<name>.sh`.
const PARTS: [&str; 4] = ["chromium", "alertmanager", "nginx", "fonts"];
/// The oldest Node whose features the web tools use.
const NODE_MAJOR_MIN: u32 = 20;

/// The parts' scripts.
pub(crate) fn scripts() -> impl Iterator<Item = PathBuf> {
    PARTS.iter().map(|part| place::root().join("scripts/parts").join(part).with_extension("sh"))
}

/// Installs every part, in view of who asked; says whether all is there.
pub(crate) fn run() -> Result<bool, String> {
    let mut whole = true;
    for script in scripts() {
        let done = Command::new("bash")
            .arg(&script)
            .arg("install")
            .status()
            .map_err(|error| format!("bash could not be started: {error}"))?;
        whole &= done.success();
    }
    match node() {
        Ok(()) => println!("node: there, {NODE_MAJOR_MIN} or newer"),
        Err(sentence) => {
            eprintln!("{sentence}");
            whole = false;
        }
    }
    println!(
        "{}",
        if whole { "Everything that the tests need is there." } else { "Something is missing: see above." }
    );
    Ok(whole)
}

/// Whether Node is there and new enough.
pub(crate) fn node() -> Result<(), String> {
    let asked = Command::new("node").arg("--version").output();
    let version =
        asked.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    new_enough(&version)?;
    on_path("npm")
}

fn new_enough(version: &str) -> Result<(), String> {
    let major = version.strip_prefix('v').and_then(|rest| rest.split('.').next()?.parse::<u32>().ok());
    match major {
        Some(NODE_MAJOR_MIN..) => Ok(()),
        Some(_) => Err(format!(
            "Node is {version}, the web packages need {NODE_MAJOR_MIN} or newer: install one from your system's \
             packages or nodejs.org, and see that `node --version` says so"
        )),
        None => Err(format!(
            "Node is missing, the web packages need {NODE_MAJOR_MIN} or newer: install it from your system's \
             packages or nodejs.org (the server itself does not need it)"
        )),
    }
}

/// Whether a program can be found by its name.
pub(crate) fn on_path(program: &str) -> Result<(), String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if std::env::split_paths(&path).any(|folder| folder.join(program).is_file()) {
        return Ok(());
    }
    Err(format!("{program} is missing: `cargo xtask parts` installs what the tests need"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_node_and_none_at_all_are_told_apart() {
        assert_eq!(new_enough("v20.0.0"), Ok(()));
        assert_eq!(new_enough("v24.1.0"), Ok(()));
        assert!(new_enough("v18.20.4").is_err_and(|error| error.starts_with("Node is v18.20.4")));
        assert!(new_enough("").is_err_and(|error| error.starts_with("Node is missing")));
    }

    #[test]
    fn every_part_has_its_script() {
        for script in scripts() {
            assert!(
                script.is_file(),
                "{} is not there: write it, or take the part out of PARTS",
                script.display()
            );
        }
    }

    #[test]
    fn a_missing_program_is_named_with_the_way_to_get_it() {
        assert_eq!(on_path("sh"), Ok(()));
        assert!(on_path("no-such-program").is_err_and(|error| error.contains("cargo xtask parts")));
    }
}
