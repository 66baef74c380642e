//! CPU time, as the kernel keeps it: of a process, of this thread. It is read from `/proc` and never estimated.

use crate::Failure;
use std::time::Duration;

/// What was taken, in µs.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub(crate) struct Cpu {
    pub(crate) user_us: f64,
    pub(crate) system_us: f64,
}

impl Cpu {
    /// Of a process so far, all of its threads, those that have ended too.
    pub(crate) fn of_process(pid: u32) -> Result<Self, Failure> {
        Self::read(&format!("/proc/{pid}/stat"))
    }

    /// Of the calling thread so far.
    pub(crate) fn of_this_thread() -> Result<Self, Failure> {
        Self::read("/proc/thread-self/stat")
    }

    /// What came since an earlier reading.
    pub(crate) fn since(self, earlier: Self) -> Self {
        Self { user_us: self.user_us - earlier.user_us, system_us: self.system_us - earlier.system_us }
    }

    pub(crate) fn total_us(self) -> f64 {
        self.user_us + self.system_us
    }

    /// In percent of one core, over a time.
    pub(crate) fn percent_of(self, took: Duration) -> f64 {
        100.0 * self.total_us() / (took.as_secs_f64() * 1e6)
    }

    fn read(path: &str) -> Result<Self, Failure> {
        let stat = std::fs::read_to_string(path).map_err(|error| {
            Failure::failed(format!("{path}: {error}; CPU time is read from /proc, which Linux has"))
        })?;
        parse(&stat).ok_or_else(|| Failure::failed(format!("{path} cannot be read: {stat}")))
    }
}

/// Of `stat`, see proc(5): what stands after the name, which may hold anything, begins with the third field.
fn parse(stat: &str) -> Option<Cpu> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    let tick_us = 1e6 / rustix::param::clock_ticks_per_second() as f64;
    Some(Cpu { user_us: ticks()? * tick_us, system_us: ticks()? * tick_us })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_process_may_hold_anything() {
        let tick_us = 1e6 / rustix::param::clock_ticks_per_second() as f64;
        let stat = "7 (a b) 1 2) S 1 7 7 0 -1 4194304 90 0 0 0 12 34 0 0 20 0 3 0 100 0 0";
        let expected = Cpu { user_us: 12.0 * tick_us, system_us: 34.0 * tick_us };
        assert_eq!(parse(stat), Some(expected));
        assert_eq!(parse("7 (a) S 1"), None);
    }
}
