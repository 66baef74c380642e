//! How the parts of the server do that can fail without ending it: what `/readyz?verbose` tells. It checks nothing
//! itself: each part says how it does.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Parts by name, each with what is wrong with it. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    parts: Arc<Mutex<BTreeMap<&'static str, Option<String>>>>,
}

impl Checks {
    /// A part does what it should.
    pub fn holds(&self, part: &'static str) {
        self.parts().insert(part, None);
    }

    /// A part does not, and why.
    pub fn fails(&self, part: &'static str, detail: String) {
        self.parts().insert(part, Some(detail));
    }

    /// All parts; `None`: it does what it should.
    pub fn all(&self) -> BTreeMap<&'static str, Option<String>> {
        self.parts().clone()
    }

    fn parts(&self) -> MutexGuard<'_, BTreeMap<&'static str, Option<String>>> {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
