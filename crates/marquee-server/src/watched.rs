//! Files that are looked at again whenever they change while the server runs. The folder is watched, not the file:
//! so a file that is replaced by a rename, or a link that comes to point elsewhere, is seen. What is looked at may be several
//! files, and others than before. What cannot be used changes nothing, and is told. It never decides what a file means.

use marquee_gateway::Checks;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The largest file, in bytes.
pub(crate) const FILE_MAX: u64 = 1 << 20;
/// How long a folder has to be quiet before the file is read.
const QUIET: Duration = Duration::from_millis(50);
/// How long a folder that is never quiet can put that off.
const QUIET_MAX: Duration = Duration::from_secs(1);
/// How often the file is looked at where the system tells of no change, as on some network disks.
const LOOK_AGAIN: Duration = Duration::from_secs(60);
/// When to try again what the server could not take at that moment.
const TRY_AGAIN: Duration = Duration::from_secs(1);

/// What became of a file's content.
pub(crate) enum Taken {
    /// It holds from now on.
    Holds,
    /// It will; not all of it could be done yet.
    Later(String),
    /// It does, and there is something to tell the operator: what of it needs more than a look.
    Partly(String),
}

/// What a look found, and in which files, the first at the head.
pub(crate) struct Look<T> {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) found: Result<T, FileError>,
}

/// Why a file holds nothing; the sentence is for the operator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileError {
    path: PathBuf,
    detail: String,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.detail)
    }
}

impl FileError {
    pub(crate) fn new(path: &Path, detail: impl Into<String>) -> Self {
        Self { path: path.to_owned(), detail: detail.into() }
    }
}

/// A file that is configured, as it was when it was read.
pub(crate) struct Configured {
    pub(crate) path: PathBuf,
    pub(crate) content: Vec<u8>,
}

impl Configured {
    /// The file, if one is named.
    pub(crate) fn read(path: &Path) -> Result<Option<Self>, FileError> {
        if path.as_os_str().is_empty() {
            return Ok(None);
        }
        Ok(Some(Self { path: path.to_owned(), content: read(path)? }))
    }
}

/// What a TOML file says.
pub(crate) fn toml<T: DeserializeOwned>(path: &Path, content: &[u8]) -> Result<T, FileError> {
    let text = std::str::from_utf8(content)
        .map_err(|error| FileError::new(path, format!("this is not UTF-8: {error}")))?;
    toml::from_str(text).map_err(|error| FileError::new(path, error.to_string()))
}

/// The whole of a file, if it is not too large.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    let mut content = Vec::new();
    let file = std::fs::File::open(path).map_err(|error| FileError::new(path, error.to_string()))?;
    let read = file.take(FILE_MAX + 1).read_to_end(&mut content);
    read.map_err(|error| FileError::new(path, error.to_string()))?;
    if content.len() as u64 > FILE_MAX {
        return Err(FileError::new(path, "the file is larger than 1 MiB"));
    }
    Ok(content)
}

/// A file under watch, until it is dropped.
pub(crate) struct Watched {
    tell: SyncSender<Told>,
    thread: Option<JoinHandle<()>>,
}

enum Told {
    Changed,
    Ended,
}

/// Watches a file whose content holds already. `take` is called, in a thread of its own, with each new one; what it
/// refuses is reported among the checks under `name`.
pub(crate) fn watch(
    name: &'static str,
    Configured { path, content }: Configured,
    checks: Checks,
    mut take: impl FnMut(&[u8]) -> Result<Taken, FileError> + Send + 'static,
) -> Result<Watched, FileError> {
    let known = Look { files: vec![path.clone()], found: Ok(content) };
    let look = move || Look { files: vec![path.clone()], found: read(&path) };
    watch_all(name, known, checks, look, move |content| take(content))
}

/// The same of all that a look finds.
pub(crate) fn watch_all<T: PartialEq + Send + 'static>(
    name: &'static str,
    known: Look<T>,
    checks: Checks,
    mut look: impl FnMut() -> Look<T> + Send + 'static,
    mut take: impl FnMut(&T) -> Result<Taken, FileError> + Send + 'static,
) -> Result<Watched, FileError> {
    let Look { files, found: mut known } = known;
    let place = files.first().cloned().unwrap_or_default();
    let failed = |error: &dyn fmt::Display| FileError::new(&place, format!("it cannot be watched: {error}"));
    // One word that waits says as much as many.
    let (tell, told) = sync_channel(1);
    let (changed, again_at_once) = (tell.clone(), tell.clone());
    let watcher = notify::recommended_watcher(move |_: notify::Result<notify::Event>| {
        // Whatever happened in the folder, the file is read again; whether it differs is seen then.
        let _waits_already = changed.try_send(Told::Changed);
    })
    .map_err(|error| failed(&error))?;
    let mut folders = Folders { watcher, watched: BTreeSet::new() };
    folders.follow(&files).map_err(|error| failed(&error))?;
    checks.holds(name);
    // It may have changed after it was read and before it was watched.
    let _waits_already = tell.try_send(Told::Changed);
    let watching = {
        let place = place.clone();
        move || {
            let mut again = false;
            while changed_or_time(&told, if again { TRY_AGAIN } else { LOOK_AGAIN }) {
                let Look { files, found } = look();
                // A folder that is not there is missed by the look, too, and is looked for again.
                if folders.follow(&files).is_ok_and(|more| more) {
                    let _waits_already = again_at_once.try_send(Told::Changed);
                }
                if found == known && !again {
                    continue;
                }
                let taken = found.as_ref().map_err(FileError::clone).and_then(&mut take);
                again = matches!(taken, Ok(Taken::Later(_)));
                match taken {
                    Ok(Taken::Holds) => {
                        tracing::info!(file = %place.display(), "{name} is read anew and holds");
                        checks.holds(name);
                    }
                    Ok(Taken::Later(detail)) => checks.fails(name, detail),
                    Ok(Taken::Partly(detail)) => {
                        tracing::warn!(file = %place.display(), detail, "{name} is read anew and holds, with something left to do");
                        checks.fails(name, detail);
                    }
                    Err(error) => {
                        tracing::error!(%error, "{name} is not taken: what held before goes on");
                        checks.fails(name, error.to_string());
                    }
                }
                known = found;
            }
        }
    };
    let thread = std::thread::Builder::new().name(name.into()).spawn(watching).map_err(|e| failed(&e))?;
    Ok(Watched { tell, thread: Some(thread) })
}

/// The folders of the files that are looked at.
struct Folders {
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
}

impl Folders {
    /// From now on those of these files are watched, and no others; whether there are any that were not.
    fn follow(&mut self, files: &[PathBuf]) -> notify::Result<bool> {
        let folder = |file: &PathBuf| match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let due: BTreeSet<PathBuf> = files.iter().map(folder).collect();
        for gone in self.watched.difference(&due) {
            // One that is gone from the disk is watched no more already.
            let _gone_already = self.watcher.unwatch(gone);
        }
        self.watched.retain(|folder| due.contains(folder));
        let (mut more, mut result) = (false, Ok(()));
        for folder in due {
            if self.watched.contains(&folder) {
                continue;
            }
            match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                Ok(()) => more |= self.watched.insert(folder),
                Err(error) => result = Err(error),
            }
        }
        result.map(|()| more)
    }
}

/// Waits for a change, and then for quiet; `false`: it is over.
fn changed_or_time(told: &Receiver<Told>, within: Duration) -> bool {
    match told.recv_timeout(within) {
        Ok(Told::Changed) => {}
        Err(RecvTimeoutError::Timeout) => return true,
        Ok(Told::Ended) | Err(RecvTimeoutError::Disconnected) => return false,
    }
    let latest = Instant::now() + QUIET_MAX;
    loop {
        match told.recv_timeout(QUIET.min(latest.saturating_duration_since(Instant::now()))) {
            Ok(Told::Changed) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Ok(Told::Ended) | Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _gone = self.tell.send(Told::Ended);
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the watch of a file ended in a panic");
        }
    }
}
