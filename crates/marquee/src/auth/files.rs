//! Files that only their owner may read, from the moment they are there: made with that mode, never overwritten; replaced as a
//! whole or not at all. It decides nothing of what stands in them.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// Its owner reads and writes, nobody else does anything.
const OWNER_ALONE: u32 = 0o600;
/// Names that are tried for what is put aside.
const ASIDE_MAX: u32 = 100;

/// Makes a file that was not there. Whoever has laid one there before, or a link, keeps it: that is an error.
pub(super) fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(OWNER_ALONE).open(path)?;
    let written = written(&mut file, text);
    if written.is_err() {
        // It is ours and not whole; the error of the writing is the one to tell.
        let _gone = std::fs::remove_file(path);
    }
    written?;
    sync_folder(path)
}

/// Puts a text in the place of a file's. Whoever reads meanwhile reads the one or the other, after a crash too.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut fresh = tempfile::Builder::new()
        .prefix(".marquee-")
        .permissions(Permissions::from_mode(OWNER_ALONE))
        .tempfile_in(folder(path))?;
    written(fresh.as_file_mut(), text)?;
    fresh.persist(path).map_err(|error| error.error)?;
    sync_folder(path)
}

/// Gives what is there another name, `NAME.old`, and says which.
pub(super) fn put_aside(path: &Path) -> io::Result<PathBuf> {
    for number in 1..=ASIDE_MAX {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 1 { ".old".to_owned() } else { format!(".old{number}") });
        let aside = PathBuf::from(name);
        if aside.symlink_metadata().is_err() {
            std::fs::rename(path, &aside)?;
            return Ok(aside);
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "too many files were put aside: delete old ones"))
}

/// Whether others than its owner may read a file; of one that cannot be looked at, no.
pub(super) fn is_open(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|about| about.permissions().mode() & !OWNER_ALONE & 0o777 != 0)
}

fn written(file: &mut File, text: &str) -> io::Result<()> {
    // Whatever the mask of the process took away.
    file.set_permissions(Permissions::from_mode(OWNER_ALONE))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// That a name is there is on disk only with its folder.
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(folder(path))?.sync_all()
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_file_is_made_for_its_owner_alone_and_what_is_there_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        create(&path, "one").unwrap();
        assert_eq!((mode(&path), std::fs::read_to_string(&path).unwrap()), (0o600, "one".to_owned()));
        assert_eq!(create(&path, "two").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), &link).unwrap();
        assert!(create(&link, "x").is_err(), "a link that points at nothing is not followed");
        assert!(!folder.path().join("elsewhere").exists());
    }

    #[test]
    fn a_replaced_file_is_its_owners_alone_whatever_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "one").unwrap();
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        assert!(is_open(&path));
        replace(&path, "two").unwrap();
        assert!(!is_open(&path));
        assert_eq!((mode(&path), std::fs::read_to_string(&path).unwrap()), (0o600, "two".to_owned()));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_is_put_aside_takes_the_place_of_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        for (text, name) in [("one", "a.old"), ("two", "a.old2")] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(put_aside(&path).unwrap(), folder.path().join(name));
        }
        assert_eq!(std::fs::read_to_string(folder.path().join("a.old")).unwrap(), "one");
    }
}
