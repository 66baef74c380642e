//! What random notices say, so that two of them are often equal, or equal but for one thing.

use marquee_core::board::ContentHash;
use proptest::collection::vec;
use proptest::prelude::*;

#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) level: u8,
    pub(super) text: u8,
    pub(super) key: Option<u8>,
    pub(super) extra: u8,
    pub(super) beyond_a_quarter: bool,
}

impl Content {
    /// Different for different contents, which is all that a machine may rely on.
    pub(super) fn hash(&self, ttl: Option<u8>, starts_at: Option<u64>) -> ContentHash {
        let mut hash = [0; 16];
        hash[..8].copy_from_slice(&starts_at.unwrap_or(0).to_be_bytes());
        hash[8..14].copy_from_slice(&[
            self.level,
            self.text,
            self.key.map_or(0, |key| key + 1),
            self.extra,
            u8::from(self.beyond_a_quarter),
            ttl.map_or(0, |ttl| ttl + 1),
        ]);
        hash
    }
}

/// Six, of which two often differ in their key alone.
pub(super) fn contents() -> impl Strategy<Value = Vec<Content>> {
    (vec(content(), 6), any::<bool>()).prop_map(|(mut contents, alike)| {
        if alike {
            contents[2] = Content { key: Some(1), ..contents[0].clone() };
            contents[0].key = None;
        }
        contents
    })
}

fn content() -> impl Strategy<Value = Content> {
    let key = prop_oneof![2 => Just(None), 1 => (0u8..2).prop_map(Some)];
    let extra = prop_oneof![3 => Just(0u8), 1 => 1u8..5];
    (0u8..4, 0u8..2, key, extra, prop::bool::weighted(0.1)).prop_map(
        |(level, text, key, extra, beyond_a_quarter)| Content { level, text, key, extra, beyond_a_quarter },
    )
}
