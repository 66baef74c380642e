//! Who runs on which core, and what CPU that took: the server and the bare limit on one, whoever loads them on another, so
//! that a measured core does nothing else. The kernel's own work for the server's core is counted with the server's.

use crate::Failure;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
use std::time::Duration;

/// Which cores are wanted.
#[derive(clap::Args, Clone, Copy, Default)]
pub(crate) struct Wanted {
    /// The core of the server, and of the bare limit [default: the first]
    #[arg(long, value_name = "CORE")]
    server_core: Option<usize>,
    /// The core of all that loads it [default: the next]
    #[arg(long, value_name = "CORE")]
    load_core: Option<usize>,
}

/// Which cores a bench uses; without a second one nobody is pinned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cores {
    pub(crate) server: Option<usize>,
    pub(crate) load: Option<usize>,
}

impl Cores {
    /// Those that are wanted, or the first that this process may use.
    pub(crate) fn of_this_machine(wanted: Wanted) -> Result<Self, Failure> {
        let may = sched_getaffinity(None).map_err(Failure::failed)?;
        let may: Vec<usize> = (0..CpuSet::MAX_CPU).filter(|core| may.is_set(*core)).collect();
        Self::of(&may, wanted)
    }

    fn of(may: &[usize], Wanted { server_core, load_core }: Wanted) -> Result<Self, Failure> {
        if let Some(core) = [server_core, load_core].into_iter().flatten().find(|core| !may.contains(core)) {
            return Err(Failure::usage(format!("core {core} is not among those of this process, {may:?}")));
        }
        let other = |than: Option<usize>| may.iter().copied().find(|core| Some(*core) != than);
        let server = server_core.or_else(|| other(load_core));
        Ok(match (server, load_core.or_else(|| other(server))) {
            (Some(server), Some(load)) => Self { server: Some(server), load: Some(load) },
            _ => Self { server: None, load: None },
        })
    }

    pub(crate) fn about(self) -> String {
        match self {
            Self { server: Some(server), load: Some(load) } => {
                format!("the server and the limit on core {server}, terminals and publishers on core {load}")
            }
            _ => "one core for all: figures of CPU hold, those of time do not".into(),
        }
    }
}

/// Does something on one core; a process that is started meanwhile stays there.
pub(crate) fn on<T>(core: Option<usize>, work: impl FnOnce() -> T) -> Result<T, Failure> {
    let Some(core) = core else { return Ok(work()) };
    let before = sched_getaffinity(None).map_err(Failure::failed)?;
    let mut only = CpuSet::new();
    only.set(core);
    sched_setaffinity(None, &only).map_err(Failure::failed)?;
    let done = work();
    sched_setaffinity(None, &before).map_err(Failure::failed)?;
    Ok(done)
}

/// CPU that a process has taken so far, and the kernel for its core.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taken {
    process_ns: u64,
    kernel_ns: u64,
}

impl Taken {
    pub(crate) fn now(pid: u32, core: Option<usize>) -> Result<Self, Failure> {
        let kernel_ns = match core {
            Some(core) => kernel_thread(core).map_or(Ok(0), threads_ns)?,
            None => 0,
        };
        Ok(Self { process_ns: threads_ns(pid)?, kernel_ns })
    }

    /// In µs since then.
    pub(crate) fn us_since(self, before: Self) -> f64 {
        let ns = (self.process_ns - before.process_ns.min(self.process_ns))
            + (self.kernel_ns - before.kernel_ns.min(self.kernel_ns));
        ns as f64 / 1_000.0
    }

    /// In percent of a core.
    pub(crate) fn percent_since(self, before: Self, passed: Duration) -> f64 {
        self.us_since(before) / passed.as_secs_f64() / 1e4
    }
}

/// Nanoseconds on a core of all threads of a process: proc(5), `schedstat`, the first number.
fn threads_ns(pid: u32) -> Result<u64, Failure> {
    let tasks = format!("/proc/{pid}/task");
    let told = |error: std::io::Error| {
        Failure::failed(format!("{tasks}: {error}; CPU time is read from /proc, which Linux has"))
    };
    let mut ns = 0;
    for task in std::fs::read_dir(&tasks).map_err(told)? {
        let path = task.map_err(told)?.path().join("schedstat");
        // A thread may end while this looks.
        let Ok(stat) = std::fs::read_to_string(path) else { continue };
        ns += stat.split_whitespace().next().and_then(|word| word.parse::<u64>().ok()).unwrap_or_default();
    }
    Ok(ns)
}

/// Of the thread that does what interrupts leave undone on a core.
fn kernel_thread(core: usize) -> Option<u32> {
    let name = format!("ksoftirqd/{core}");
    let processes = std::fs::read_dir("/proc").ok()?;
    processes.flatten().find_map(|process| {
        let pid = process.file_name().to_str()?.parse().ok()?;
        (std::fs::read_to_string(process.path().join("comm")).ok()?.trim() == name).then_some(pid)
    })
}

/// The same clock for all processes, ns.
pub(crate) fn now_ns() -> u64 {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    u64::try_from(now.tv_sec).unwrap_or_default() * 1_000_000_000
        + u64::try_from(now.tv_nsec).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_has_the_first_core_and_the_load_another_unless_they_are_chosen() {
        let of = |may: &[usize], server_core, load_core| {
            Cores::of(may, Wanted { server_core, load_core }).map(|cores| (cores.server, cores.load)).ok()
        };
        assert_eq!(of(&[4, 6, 7], None, None), Some((Some(4), Some(6))));
        assert_eq!(of(&[4, 6, 7], Some(6), None), Some((Some(6), Some(4))));
        assert_eq!(of(&[4, 6, 7], None, Some(4)), Some((Some(6), Some(4))));
        assert_eq!(of(&[4, 6, 7], Some(7), Some(7)), Some((Some(7), Some(7))));
        assert_eq!(of(&[3], None, None), Some((None, None)), "one alone is nobody's");
        assert_eq!(of(&[4, 6], Some(5), None), None);
    }

    #[test]
    fn work_on_a_core_is_counted_and_the_choice_is_given_back() {
        let before = sched_getaffinity(None).unwrap();
        let core = (0..CpuSet::MAX_CPU).find(|core| before.is_set(*core));
        let pid = std::process::id();
        let begun = Taken::now(pid, core).unwrap();
        let inside = on(core, || {
            let until = now_ns() + 5_000_000;
            while now_ns() < until {}
            sched_getaffinity(None).unwrap()
        });
        assert_eq!(inside.unwrap().count(), 1);
        assert_eq!(sched_getaffinity(None).unwrap(), before);
        assert!(Taken::now(pid, core).unwrap().us_since(begun) > 0.0);
    }
}
