//! The folder that a bench writes to: a temporary one on a real disk, and what that disk can do by itself. Gone with
//! its value.

use crate::Failure;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// File systems that are memory: a sync there costs nothing and proves nothing.
const MEMORY: [&str; 2] = ["tmpfs", "ramfs"];

pub(crate) struct Folder {
    folder: tempfile::TempDir,
    /// `ext4 on /dev/sda1`.
    pub(crate) file_system: String,
}

impl Folder {
    /// A new folder within another; says so if that is memory.
    pub(crate) fn within(parent: &Path) -> Result<Self, Failure> {
        let said = |error| Failure::failed(format!("{}: {error}", parent.display()));
        let folder = tempfile::Builder::new().prefix("marquee-bench-").tempdir_in(parent).map_err(said)?;
        let whole = folder.path().canonicalize().map_err(said)?;
        let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let (kind, device) = mounted(&mounts, &whole).unwrap_or(("an unknown file system", "?"));
        if MEMORY.contains(&kind) {
            eprintln!(
                "marquee: {} is {kind}, memory and no disk: name a folder on a disk with --folder",
                parent.display()
            );
        }
        Ok(Self { file_system: format!("{kind} on {device}"), folder })
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A folder in it for one server.
    pub(crate) fn of(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Syncs a second of the bare disk: so many bytes appended, then `fdatasync`, again and again.
    pub(crate) fn syncs_per_s(&self, bytes: &[u8], lasts: Duration) -> Result<f64, Failure> {
        let path = self.path().join("bare");
        let mut file = OpenOptions::new().create(true).append(true).open(&path).map_err(Failure::failed)?;
        let (begun, mut syncs) = (Instant::now(), 0_u32);
        while begun.elapsed() < lasts {
            file.write_all(bytes).and_then(|()| file.sync_data()).map_err(Failure::failed)?;
            syncs += 1;
        }
        let per_s = f64::from(syncs) / begun.elapsed().as_secs_f64();
        std::fs::remove_file(&path).map_err(Failure::failed)?;
        Ok(per_s)
    }
}

/// The kind and the device of the file system that a path is on, of `/proc/self/mountinfo`, see proc(5).
fn mounted<'a>(mounts: &'a str, path: &Path) -> Option<(&'a str, &'a str)> {
    let lines = mounts.lines().filter_map(|line| {
        let (before, after) = line.split_once(" - ")?;
        let place = Path::new(before.split(' ').nth(4)?);
        let mut words = after.split(' ');
        path.starts_with(place).then_some((place.components().count(), words.next()?, words.next()?))
    });
    // Of two on one place the later one hides the earlier.
    lines.max_by_key(|(depth, ..)| *depth).map(|(_, kind, device)| (kind, device))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_on_the_deepest_mount_above_it() {
        let mounts = "21 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                      30 21 0:27 / /tmp rw,nosuid shared:5 - tmpfs tmpfs rw\n\
                      31 30 8:2 / /tmp/real rw - xfs /dev/sdb rw\n";
        assert_eq!(mounted(mounts, Path::new("/var/x")), Some(("ext4", "/dev/sda1")));
        assert_eq!(mounted(mounts, Path::new("/tmp/x")), Some(("tmpfs", "tmpfs")));
        assert_eq!(mounted(mounts, Path::new("/tmp/real/x")), Some(("xfs", "/dev/sdb")));
        assert_eq!(mounted(mounts, Path::new("/tmpx")), Some(("ext4", "/dev/sda1")));
        assert_eq!(mounted("", Path::new("/x")), None);
    }
}
