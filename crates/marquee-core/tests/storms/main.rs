//! Storms in virtual time: more alerts than anyone can read, and what a board and its screens promise all the same.
//! Each promise is put as a sentence that can be measured; nothing here waits, and nothing runs on a clock.

mod alerts;
mod bounds;
mod pins;
mod reel;

use proptest::prelude::ProptestConfig;

/// Unless `PROPTEST_CASES` says how many.
fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig::default();
    ProptestConfig { cases: if asked { config.cases } else { cases }, ..config }
}
