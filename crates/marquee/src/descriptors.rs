//! Open descriptors: a connection is one, and what a process may have at first is often no more than a thousand. This asks for
//! as many as are needed, as far as the limit above that goes; it never counts those that are open.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::io;

/// Lets this process, and those that it starts, have so many, or as many as it may let them; how many they may have now.
pub(crate) fn allow(needed: u64) -> io::Result<u64> {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let (current, most) = (current.unwrap_or(u64::MAX), maximum.unwrap_or(u64::MAX));
    if current >= needed {
        return Ok(current);
    }
    let allowed = needed.min(most);
    setrlimit(Resource::Nofile, Rlimit { current: Some(allowed), maximum })?;
    Ok(allowed)
}
