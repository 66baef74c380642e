//! What a board shows at one time, as GET answers it. Of a board that was never written all but its name is null.

use marquee_core::timeline::{Pinned, Screen, Shown};
use marquee_core::{BoardName, Cursor};
use serde::Serialize;
use utoipa::ToSchema;

/// What every screen of a board shows at one time. Of a board that was never written all but `board` is null.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Screen, example = json!({
    "at": 1_769_851_800_000_u64, "board": "ops", "cursor": "k3j9x2ab.42", "x": 512_000, "pin": null,
    "slot": {"id": "a", "rev": 42, "head": 500_000, "end": 524_000}, "trail": [], "active": ["a"],
}))]
pub struct ScreenAnswer {
    /// The time, ms since the Unix epoch; later than the one asked for if that was before the last entry.
    #[schema(required)]
    pub at: Option<u64>,
    /// The board.
    pub board: String,
    /// The last entry that is taken into account.
    #[schema(required)]
    pub cursor: Option<String>,
    /// The ribbon's position, in thousandths of a cell.
    #[schema(required)]
    pub x: Option<u64>,
    /// What is held on top.
    #[schema(required)]
    pub pin: Option<PinAnswer>,
    /// What is entering, or last entered.
    #[schema(required)]
    pub slot: Option<SlotAnswer>,
    /// What has ended but may still be on the glass, oldest first.
    #[schema(required)]
    pub trail: Option<Vec<SlotAnswer>>,
    /// The ids of the active notices, in order of their first version.
    #[schema(required)]
    pub active: Option<Vec<String>>,
}

/// The stretch of the ribbon that a notice holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Slot)]
pub struct SlotAnswer {
    /// The notice.
    pub id: String,
    /// The version of the content that is shown.
    pub rev: u64,
    /// Where it entered, in thousandths of a cell.
    pub head: u64,
    /// From where on the next may enter, in thousandths of a cell.
    pub end: u64,
}

/// A notice held on top while the ribbon stands still.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Pin)]
pub struct PinAnswer {
    /// The notice.
    pub id: String,
    /// The version of the content that is shown.
    pub rev: u64,
    /// Since when, ms since the Unix epoch.
    pub from: u64,
    /// Until when, ms since the Unix epoch.
    pub until: u64,
}

/// The answer for a board that plays.
pub fn screen(board: &BoardName, cursor: &Cursor, screen: &Screen) -> ScreenAnswer {
    ScreenAnswer {
        at: Some(screen.at),
        board: board.to_string(),
        cursor: Some(cursor.to_string()),
        x: Some(screen.x),
        pin: screen.pin.as_ref().map(PinAnswer::from),
        slot: screen.slot.as_ref().map(SlotAnswer::from),
        trail: Some(screen.trail.iter().map(SlotAnswer::from).collect()),
        active: Some(screen.active.iter().map(ToString::to_string).collect()),
    }
}

/// The answer for a board that was never written.
pub fn no_screen(board: &BoardName) -> ScreenAnswer {
    ScreenAnswer {
        at: None,
        board: board.to_string(),
        cursor: None,
        x: None,
        pin: None,
        slot: None,
        trail: None,
        active: None,
    }
}

impl From<&Shown> for SlotAnswer {
    fn from(slot: &Shown) -> Self {
        Self { id: slot.id.to_string(), rev: slot.rev.0, head: slot.head, end: slot.end }
    }
}

impl From<&Pinned> for PinAnswer {
    fn from(pin: &Pinned) -> Self {
        Self { id: pin.id.to_string(), rev: pin.rev.0, from: pin.from, until: pin.until }
    }
}
