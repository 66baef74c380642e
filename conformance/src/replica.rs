//! What a terminal believes to be active, from a snapshot or from entries alone. It plays nothing: it is the least that
//! a replica has to get right.

use crate::wire::Frame;
use serde_json::Value;
use std::collections::BTreeMap;

/// Active notices by id, and when each is over, ms.
#[derive(Clone, Default, Debug)]
pub(crate) struct Replica {
    notices: BTreeMap<String, u64>,
}

impl Replica {
    pub(crate) fn take(&mut self, frame: &Frame) {
        match frame.kind() {
            "snapshot" => {
                self.notices.clear();
                for notice in frame.value["notices"].as_array().into_iter().flatten() {
                    self.put(notice);
                }
            }
            "put" => self.put(&frame.value["notice"]),
            "delete" => {
                self.notices.remove(frame.notice_id());
            }
            _ => {}
        }
    }

    fn put(&mut self, notice: &Value) {
        if let (Some(id), Some(over)) = (notice["id"].as_str(), notice["expires_at"].as_u64()) {
            self.notices.insert(id.to_owned(), over);
        }
    }

    /// The ids of what is active at this time, ms.
    pub(crate) fn active(&self, now: u64) -> Vec<String> {
        self.notices.iter().filter(|(_, over)| **over > now).map(|(id, _)| id.clone()).collect()
    }
}
