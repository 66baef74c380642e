//! A damaged board alone is affected: the others are served as if nothing were, and of the damaged one what precedes
//! the damage is there to be looked at.

use crate::rig::{Rig, damage, placed, publish, start};
use marquee_applier::NotDone;
use marquee_core::board::Outcome;
use marquee_core::{BoardName, Policy, Version};
use marquee_log::Log;
use std::path::Path;
use std::sync::Arc;

fn board(name: &str) -> BoardName {
    BoardName::parse(name).unwrap()
}

async fn publish_to(rig: &Rig, name: &str, id: &str) -> Result<Outcome, NotDone> {
    rig.applier.submit(board(name), publish(id)).await
}

async fn version(rig: &Rig, name: &str) -> Option<u64> {
    let boards = rig.applier.boards().await.unwrap();
    boards.board(&board(name)).map(|board| board.version().0)
}

/// Two boards of ten entries; `main` is the first one, so its number is 1. With `stop`, both have a last checkpoint.
async fn two_boards(folder: &Path, stop: bool) {
    let rig = start(folder);
    for n in 0..9 {
        placed(rig.publish(&format!("n{n}")).await);
        placed(publish_to(&rig, "ops", &format!("n{n}")).await);
    }
    let kept = if stop { None } else { Some(crate::rig::crashed(folder)) };
    rig.applier.stop();
    drop(rig);
    if let Some(kept) = kept {
        for file in ["marquee.db", "marquee.db-wal"] {
            std::fs::copy(kept.path().join(file), folder.join(file)).unwrap();
        }
    }
}

#[tokio::test]
async fn an_entry_that_a_start_needs_stops_its_board_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    two_boards(folder.path(), false).await;
    damage(folder.path(), "UPDATE entries SET body = x'00' WHERE board = 1 AND version = 7");
    let rig = start(folder.path());
    let refused = NotDone::Damaged { board: BoardName::main(), version: Version(7) };
    assert_eq!(rig.publish("next").await, Err(refused.clone()));
    assert_eq!(rig.applier.trim(BoardName::main(), Version(2)).await, Err(refused));
    assert_eq!(version(&rig, "main").await, Some(6), "what precedes the damage is shown");
    assert_eq!(placed(publish_to(&rig, "ops", "next").await).version, Version(11));
    // Boards that follow the defaults are brought to others; the damaged one is left out.
    let policy = Policy { speed: 77, ..Policy::default() };
    assert_eq!(rig.applier.set_defaults(Arc::new(policy)).await, Ok(()));
    assert_eq!((version(&rig, "main").await, version(&rig, "ops").await), (Some(6), Some(12)));
    assert_eq!(rig.applier.damages().into_iter().collect::<Vec<_>>(), [(BoardName::main(), Version(7))]);
    rig.applier.stop();
    assert_eq!(rig.log.checkpoint(&BoardName::main()), Ok(None), "nothing of it was written");
    assert_eq!(rig.log.checkpoint(&board("ops")).unwrap().unwrap().version, Version(12));
}

#[tokio::test]
async fn an_entry_that_only_readers_need_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    two_boards(folder.path(), true).await;
    damage(folder.path(), "DELETE FROM entries WHERE board = 1 AND version = 7");
    let rig = start(folder.path());
    assert_eq!(placed(rig.publish("next").await).version, Version(11));
    assert_eq!(rig.applier.damage(&BoardName::main()), None);
}

#[tokio::test]
async fn a_damaged_state_is_made_anew_of_all_entries_and_stops_the_board_where_some_are_trimmed() {
    for trimmed in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        two_boards(folder.path(), true).await;
        if trimmed {
            let rig = start(folder.path());
            rig.applier.trim(BoardName::main(), Version(3)).await.unwrap();
            rig.applier.stop();
        }
        damage(folder.path(), "UPDATE checkpoints SET body = x'00' WHERE board = 1");
        let rig = start(folder.path());
        let next = rig.publish("next").await;
        if trimmed {
            let refused = NotDone::Damaged { board: BoardName::main(), version: Version(10) };
            assert_eq!((next, version(&rig, "main").await), (Err(refused), None));
        } else {
            assert_eq!(placed(next).version, Version(11));
            assert_eq!(rig.active().await.len(), 10);
        }
        placed(publish_to(&rig, "ops", "other").await);
        rig.applier.stop();
        let made_anew = rig.log.checkpoint(&BoardName::main()).is_ok();
        assert_eq!(made_anew, !trimmed, "what can be made anew is whole again after the next state is kept");
    }
}

#[tokio::test]
async fn ids_that_cannot_be_read_stop_their_board() {
    let folder = tempfile::tempdir().unwrap();
    two_boards(folder.path(), true).await;
    damage(folder.path(), "UPDATE ids SET id = '' WHERE board = 1 AND version = 7");
    let rig = start(folder.path());
    let refused = NotDone::Damaged { board: BoardName::main(), version: Version(0) };
    assert_eq!(rig.publish("n3").await, Err(refused), "it would take for new what it has");
    assert_eq!(version(&rig, "main").await, Some(10));
    placed(publish_to(&rig, "ops", "next").await);
}
