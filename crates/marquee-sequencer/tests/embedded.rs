//! The embedded sequencer under the suite that every backend runs.

use marquee_sequencer::embedded::embedded;
use marquee_sequencer::{Time, conformance};
use std::sync::Arc;

#[test]
fn it_keeps_the_law() {
    conformance::suite(&|after, waiting_max| {
        let (sequencer, orders) = embedded(after, Arc::new(Time::start(0)), waiting_max);
        (Arc::new(sequencer), Box::new(orders))
    });
}
