//! A small disk whose power can be cut: an ext4 file system in a file. What was not synced when it is cut is gone. It
//! needs the right to mount; without it there is none, and a proof says so.

use std::path::{Path, PathBuf};
use std::process::Command;

/// As much as the log of a series needs, many times.
const SIZE: u64 = 256 << 20;
/// EXT4_IOC_SHUTDOWN without a flush of the journal: as if the power were gone.
const CUT: &str = "open(my $disk, '<', $ARGV[0]) or die \"open: $!\"; my $how = pack('L', 2); \
                   defined ioctl($disk, 0x8004587d, $how) or die \"ioctl: $!\";";

/// The folder of one series: on the disk that is there, or on one of its own.
pub struct Ground {
    folder: tempfile::TempDir,
    cut: bool,
}

impl Ground {
    /// A passing folder on the disk that is there. Its power is not cut.
    pub fn folder() -> Result<Self, String> {
        let folder =
            tempfile::tempdir().map_err(|error| format!("no passing folder can be made: {error}"))?;
        std::fs::create_dir(folder.path().join("data")).map_err(|error| error.to_string())?;
        Ok(Self { folder, cut: false })
    }

    /// A disk of its own, whose power can be cut. The error says why there is none.
    pub fn disk() -> Result<Self, String> {
        let mut ground = Self::folder()?;
        let image = ground.image();
        let file = std::fs::File::create(&image).map_err(|error| format!("{}: {error}", image.display()))?;
        file.set_len(SIZE).map_err(|error| format!("{}: {error}", image.display()))?;
        run(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&image))?;
        ground.mount()?;
        ground.cut = true;
        Ok(ground)
    }

    fn image(&self) -> PathBuf {
        self.folder.path().join("disk.img")
    }

    /// Where a program may put its files.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Whether its power can be cut.
    pub fn is_disk(&self) -> bool {
        self.cut
    }

    /// Cuts the power of a disk; of a folder nothing.
    pub fn cut(&self) -> Result<(), String> {
        if self.cut { run(Command::new("perl").args(["-e", CUT]).arg(self.data())) } else { Ok(()) }
    }

    /// The power is back. Nobody may use the disk any more.
    pub fn restore(&self) -> Result<(), String> {
        if self.cut {
            unmount(&self.data())?;
            self.mount()?;
        }
        Ok(())
    }

    fn mount(&self) -> Result<(), String> {
        run(Command::new("mount").args(["-o", "loop"]).arg(self.image()).arg(self.data()))
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        if self.cut
            && let Err(sentence) = unmount(&self.data())
        {
            eprintln!("{} stays mounted: {sentence}", self.data().display());
        }
    }
}

fn unmount(folder: &Path) -> Result<(), String> {
    run(Command::new("umount").arg(folder))
}

fn run(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let told = command.output().map_err(|error| format!("{program}: {error}"))?;
    if told.status.success() {
        return Ok(());
    }
    Err(format!("{program}: {}, {}", told.status, String::from_utf8_lossy(&told.stderr).trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{File, read, write};

    #[test]
    fn what_was_synced_outlives_a_cut_and_what_was_not_is_gone() {
        let disk = match Ground::disk() {
            Ok(disk) => disk,
            Err(why) => return eprintln!("skipped: {why}"),
        };
        let (synced, unsynced) = (disk.data().join("synced"), disk.data().join("unsynced"));
        write(&synced, "is there").expect("written");
        File::open(&synced).expect("open").sync_all().expect("synced");
        write(&unsynced, "is gone").expect("written");
        disk.cut().expect("cut");
        disk.restore().expect("there again");
        assert_eq!(read(&synced).expect("read"), b"is there");
        assert!(read(&unsynced).is_err(), "a cut that loses nothing is none");
    }
}
