//! The block list: a file that is watched, ready to judge once it is read. What it says of a text is the protocol's
//! business.

use crate::watched::{self, FileError, Taken, Watched};
use marquee_gateway::Checks;
use marquee_protocol::blocklist::{BlockList, BlockListFile};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

/// The file's name among the checks.
const NAME: &str = "block_list";

/// The list in force: another one may take its place.
pub(crate) type InForce = Arc<RwLock<Arc<BlockList>>>;

/// A list's file, as it was at the start.
pub(crate) struct ListFile {
    path: PathBuf,
    content: Vec<u8>,
}

/// The list at the start, and the file it comes from, if one is configured.
pub(crate) fn load(path: &Path) -> Result<(InForce, Option<ListFile>), FileError> {
    if path.as_os_str().is_empty() {
        return Ok((InForce::default(), None));
    }
    let content = watched::read(path)?;
    let list = Arc::new(read(path, &content)?);
    Ok((Arc::new(RwLock::new(list)), Some(ListFile { path: path.to_owned(), content })))
}

/// From now on a change of the file is a change of the list.
pub(crate) fn watch(file: ListFile, in_force: InForce, checks: Checks) -> Result<Watched, FileError> {
    let path = file.path.clone();
    watched::watch(NAME, file.path, file.content, checks, move |content| {
        let list = Arc::new(read(&path, content)?);
        *in_force.write().unwrap_or_else(PoisonError::into_inner) = list;
        Ok(Taken::Holds)
    })
}

fn read(path: &Path, content: &[u8]) -> Result<BlockList, FileError> {
    let refused = |detail: String| FileError::new(path, detail);
    let text =
        std::str::from_utf8(content).map_err(|error| refused(format!("this is not UTF-8: {error}")))?;
    let file: BlockListFile = toml::from_str(text).map_err(|error| refused(error.to_string()))?;
    BlockList::new(&file).map_err(|faults| refused(faults.join("; ")))
}
