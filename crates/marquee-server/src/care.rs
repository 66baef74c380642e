//! The log in an operator's hands: looked through, copied, repaired, wired to what makes sense of its bytes. What is
//! found and what is kept is decided by `marquee-log`; nothing here runs while a server serves.

use crate::server::mint_epoch;
use bytes::Bytes;
use marquee_core::{BoardName, Epoch, Timeline};
use marquee_log::sqlite::{self, Meaning};
use marquee_log::{Checkpoint, Record};
use marquee_protocol::frame::{
    decode_auth, decode_entry, decode_snapshot, encode_auth, encode_entry, encode_snapshot,
};
use std::path::Path;

pub use marquee_log::sqlite::{CareError, Damage, Loss, Outcome, Report, Step};

/// Looks through the log in a folder; `tell` hears how far it is.
pub fn verify(folder: &Path, tell: &mut dyn FnMut(Step)) -> Result<Report, CareError> {
    sqlite::verify(folder, &Frames, tell)
}

/// Makes the log in a folder usable again, under a new epoch; with `rename`, a whole one too.
pub fn repair(folder: &Path, rename: bool, tell: &mut dyn FnMut(Step)) -> Result<Outcome, CareError> {
    sqlite::repair(folder, rename, mint_epoch, &Frames, tell)
}

/// Copies the log in a folder into another one, and looks through the copy.
pub fn backup(folder: &Path, to: &Path, tell: &mut dyn FnMut(Step)) -> Result<Report, CareError> {
    sqlite::backup(folder, to, &Frames, tell)
}

/// Entries are frames, which name their epoch, and states are snapshots.
struct Frames;

impl Meaning for Frames {
    fn entry(&self, board: &BoardName, epoch: &Epoch, record: &Record) -> Result<Bytes, String> {
        let entry = decode_entry(&record.body).map_err(|error| error.to_string())?;
        let entry = entry.ok_or_else(|| format!("is of an unknown kind, {:?}", record.kind))?;
        if (entry.version, entry.at) != (record.version, record.at) {
            return Err(format!("says that it is version {} of {} ms", entry.version, entry.at));
        }
        Ok(encode_entry(board, epoch, &entry))
    }

    fn checkpoint(&self, board: &BoardName, epoch: &Epoch, checkpoint: &Checkpoint) -> Result<Bytes, String> {
        if *board == BoardName::auth() {
            // The cursors in it keep the epoch that they are of: in another history none of them is continued.
            let auth = decode_auth(&checkpoint.body).map_err(|error| error.to_string())?;
            if (auth.version(), auth.at()) != (checkpoint.version, checkpoint.at) {
                return Err(format!("says that it is of version {}", auth.version()));
            }
            return Ok(encode_auth(&auth));
        }
        let replica = decode_snapshot(&checkpoint.body).map_err(|error| error.to_string())?.replica;
        let at = replica.timeline().map(Timeline::now);
        if replica.version() != checkpoint.version || at != Some(checkpoint.at) {
            return Err(format!("says that it is of version {}", replica.version()));
        }
        let (timeline, mark) = replica.state().ok_or("has no state")?;
        let (version, at) = (checkpoint.version, checkpoint.at);
        Ok(encode_snapshot(board, epoch, version, at, Some((timeline, mark)), timeline.policy()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_core::auth::{Auth, Reader};
    use marquee_core::{Change, Cursor, Entry, Policy, Version};
    use std::sync::Arc;

    #[test]
    fn the_readers_of_a_log_are_kept_as_they_are() {
        let epoch = Epoch::parse("oldepoch").unwrap();
        let reader = Reader { subject: "".into(), name: "lobby".into(), board: BoardName::main() };
        let mut auth = Auth::default();
        auth.advance(&[(Arc::new(reader), Cursor { epoch: epoch.clone(), version: Version(3) })], 5);
        let body = encode_auth(&auth);
        let kept = Checkpoint { version: Version(1), at: 5, rules: 1, body: body.clone() };
        let new = Epoch::parse("newepoch").unwrap();
        assert_eq!(Frames.checkpoint(&BoardName::auth(), &new, &kept), Ok(body));
        let other = Checkpoint { version: Version(2), ..kept };
        assert!(Frames.checkpoint(&BoardName::auth(), &new, &other).is_err());
    }

    #[test]
    fn what_is_stored_says_another_epoch_and_nothing_else_of_it_changes() {
        let (board, old) = (BoardName::main(), Epoch::parse("oldepoch").unwrap());
        let change = Change::Policy { policy: Arc::new(Policy::default()), own: true };
        let entry = Entry { version: Version(1), at: 7, change };
        let body = encode_entry(&board, &old, &entry);
        let record = Record { version: Version(1), at: 7, kind: "policy".into(), body: body.clone() };
        assert_eq!(Frames.entry(&board, &old, &record), Ok(body));
        let renamed = Frames.entry(&board, &Epoch::parse("newepoch").unwrap(), &record).unwrap();
        let text = String::from_utf8(renamed.to_vec()).unwrap();
        assert!(text.contains("newepoch.1") && !text.contains("oldepoch"), "{text}");
        assert!(Frames.entry(&board, &old, &Record { version: Version(2), ..record }).is_err());
    }
}
