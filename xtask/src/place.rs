//! Where things lie: the repository and the build's folder. It makes folders of its own there and removes none.

use std::path::{Path, PathBuf};

/// The repository's root: cargo says where this crate is.
pub(crate) fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or_else(|| own.clone(), Path::to_path_buf)
}

/// The folder that cargo builds into: this program lies in `<target>/debug`, whatever configuration chose it.
pub(crate) fn target() -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|error| format!("this program cannot find itself: {error}"))?;
    own.ancestors().nth(2).map(Path::to_path_buf).ok_or_else(|| {
        format!("{} does not lie in a target folder: start it with `cargo xtask`", own.display())
    })
}

/// The folder for logs and stamps of these commands.
pub(crate) fn notes() -> Result<PathBuf, String> {
    let folder = target()?.join("xtask");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    Ok(folder)
}

/// A path as one would type it from the root.
pub(crate) fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
