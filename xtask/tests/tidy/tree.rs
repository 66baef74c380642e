//! The files that the checks look at: what git tracks or would track, or all but build folders where there is no git.
//! Held in memory by path, so that a check is a pure function and can be tried on a tree of three lines.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders that hold no source, where git cannot say so.
const NOT_SOURCE: [&str; 4] = [".git", "target", "node_modules", "data"];

/// Text files by their path from the root, with `/`.
pub(crate) struct Tree(BTreeMap<String, String>);

impl Tree {
    /// The repository as it lies on disk.
    pub(crate) fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the repository");
        let paths = tracked(root).unwrap_or_else(|| {
            let mut paths = Vec::new();
            walk(root, root, &mut paths);
            paths
        });
        // What is deleted but not committed has no text, and what is not UTF-8 is no text: neither is looked at.
        let read = |path: String| std::fs::read_to_string(root.join(&path)).ok().map(|text| (path, text));
        let tree = Self(paths.into_iter().filter_map(read).collect());
        assert!(
            tree.text("Cargo.toml").is_some(),
            "no Cargo.toml in {}: the tree is not ours",
            root.display()
        );
        tree
    }

    /// A tree of these files.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect())
    }

    /// Every file: its path and its text.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }
}

/// What git knows, with new files that it does not ignore.
fn tracked(root: &Path) -> Option<Vec<String>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let paths = String::from_utf8(listed.stdout).ok()?;
    let paths: Vec<String> = paths.split_terminator('\0').map(str::to_owned).collect();
    (!paths.is_empty()).then_some(paths)
}

fn walk(root: &Path, folder: &Path, paths: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default();
        if NOT_SOURCE.iter().any(|&not| name == not) {
            continue;
        }
        if path.is_dir() {
            walk(root, &path, paths);
        } else if let Some(path) = path.strip_prefix(root).ok().and_then(Path::to_str) {
            paths.push(path.to_owned());
        }
    }
}

#[test]
fn walking_finds_what_git_finds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
    let Some(tracked) = tracked(root) else {
        assert!(std::env::var_os("CI").is_none(), "CI has a clone, and git");
        eprintln!("skipped: no git here");
        return;
    };
    let mut walked = Vec::new();
    walk(root, root, &mut walked);
    for path in tracked.iter().filter(|path| root.join(path).is_file()) {
        assert!(walked.contains(path), "{path} is tracked and was not found by walking");
    }
}
