//! The board `_auth`: how far each reader is survives what the disk does, and its damage is nobody else's.

use crate::rig::{Rig, crashed, damage, placed, start, start_keeping};
use marquee_applier::restore;
use marquee_applier::{Keep, NotDone};
use marquee_core::auth::Reader;
use marquee_core::board::Op;
use marquee_core::{BoardName, Cursor, Epoch, Version};
use marquee_log::Log;
use marquee_log::faults::Fault;
use std::sync::Arc;

/// A reader of `main` is at this version.
fn advance(name: &str, version: u64) -> Op {
    let reader = Reader { subject: "".into(), name: name.into(), board: BoardName::main() };
    let seen = Cursor { epoch: Epoch::parse("testepoch").unwrap(), version: Version(version) };
    Op::Advance([(Arc::new(reader), seen)].into())
}

#[tokio::test]
async fn readers_outlive_a_crash_a_full_disk_and_trimming() {
    let folder = tempfile::tempdir().unwrap();
    let rig = start_keeping(folder.path(), Keep { keep_entries: 2, ..Keep::default() });
    let auth = BoardName::auth();
    for n in 1..=5 {
        rig.applier.submit(auth.clone(), advance("lobby", n)).await.unwrap();
        rig.applier.submit(auth.clone(), advance(&format!("hall-{n}"), n)).await.unwrap();
    }
    let before = rig.applier.boards().await.unwrap().auth().clone();
    assert_eq!((before.version(), before.places().count()), (Version(10), 6));
    // No checkpoint yet: as after a crash, the entries alone tell.
    assert_eq!(rig.log.checkpoint(&auth).unwrap(), None);
    assert_eq!(restore::auth(&*rig.log), Ok((before.clone(), None)));

    rig.log.fail(Fault::NoRoom);
    assert_eq!(rig.applier.submit(auth.clone(), advance("lobby", 9)).await, Err(NotDone::NoRoom));
    assert_eq!(*rig.applier.boards().await.unwrap().auth(), before, "as if it had never been tried");
    rig.log.mend();
    rig.applier.stop();
    assert_eq!(
        rig.ring.bounds(&auth).oldest,
        Version(9),
        "its entries go, its state stays in the checkpoint"
    );
    drop(rig);
    let rig = start(folder.path());
    let boards = rig.applier.boards().await.unwrap();
    assert_eq!(*boards.auth(), before);
    assert_eq!(boards.iter().count(), 0, "it is no board of anyone's");
}

async fn seen(rig: &Rig, name: &str) -> Option<u64> {
    let reader = Reader { subject: "".into(), name: name.into(), board: BoardName::main() };
    let boards = rig.applier.boards().await.unwrap();
    boards.auth().place(&reader).map(|place| place.seen.version.0)
}

#[tokio::test]
async fn damaged_readers_are_where_they_were_before_and_stop_no_board() {
    let auth = BoardName::auth();
    let folder = tempfile::tempdir().unwrap();
    let copy = {
        let rig = start(folder.path());
        for n in 1..=5 {
            rig.applier.submit(auth.clone(), advance("lobby", n)).await.unwrap();
        }
        crashed(folder.path())
    };
    damage(copy.path(), "UPDATE entries SET body = x'00' WHERE version = 4");
    let rig = start(copy.path());
    assert_eq!(seen(&rig, "lobby").await, Some(3), "an older place: what it has seen is sent again");
    let refused = NotDone::Damaged { board: auth.clone(), version: Version(4) };
    assert_eq!(rig.applier.submit(auth.clone(), advance("lobby", 9)).await, Err(refused));
    assert_eq!(seen(&rig, "lobby").await, Some(3), "nothing is applied after a damage");
    placed(rig.publish("next").await);
    rig.applier.stop();
    assert_eq!(rig.log.checkpoint(&auth), Ok(None), "nothing of it was written");
}
