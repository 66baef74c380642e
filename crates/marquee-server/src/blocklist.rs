//! The block list: a file that is watched, ready to judge once it is read. What it says of a text is the protocol's
//! business.

use crate::watched::{self, Configured, FileError, Taken, Watched};
use marquee_gateway::Checks;
use marquee_protocol::blocklist::{BlockList, BlockListFile};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

/// The file's name among the checks.
const NAME: &str = "block_list";

/// The list in force: another one may take its place.
pub(crate) type InForce = Arc<RwLock<Arc<BlockList>>>;

/// The list at the start, and the file it comes from, if one is configured.
pub(crate) fn load(path: &Path) -> Result<(InForce, Option<Configured>), FileError> {
    let file = Configured::read(path)?;
    let list = file.as_ref().map_or(Ok(BlockList::default()), |file| read(&file.path, &file.content))?;
    Ok((Arc::new(RwLock::new(Arc::new(list))), file))
}

/// From now on a change of the file is a change of the list.
pub(crate) fn watch(file: Configured, in_force: InForce, checks: Checks) -> Result<Watched, FileError> {
    let path = file.path.clone();
    watched::watch(NAME, file, checks, move |content| {
        let list = Arc::new(read(&path, content)?);
        *in_force.write().unwrap_or_else(PoisonError::into_inner) = list;
        Ok(Taken::Holds)
    })
}

fn read(path: &Path, content: &[u8]) -> Result<BlockList, FileError> {
    let file: BlockListFile = watched::toml(path, content)?;
    BlockList::new(&file).map_err(|faults| FileError::new(path, faults.join("; ")))
}
