//! The made-up disk keeps the log's law, by the suite that every log runs: what a world finds is not the disk's own fault.

use marquee_core::Epoch;
use marquee_log::Log;
use simulator::disk::{Disk, Platter};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

#[test]
fn the_made_up_disk_keeps_the_law_of_logs() {
    let platters = Mutex::new(HashMap::<PathBuf, Arc<Mutex<Platter>>>::new());
    let platters: &'static _ = Box::leak(Box::new(platters));
    let open = move |folder: &Path| -> Arc<dyn Log> {
        let fresh = || Arc::new(Mutex::new(Platter::new(Epoch::parse("testepoch").unwrap())));
        let mut platters = platters.lock().unwrap();
        Arc::new(Disk::new(platters.entry(folder.to_owned()).or_insert_with(fresh).clone(), None))
    };
    marquee_log::conformance::suite(&open, &|| Box::new(tempfile::tempdir().unwrap()));
}
