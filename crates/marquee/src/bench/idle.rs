//! `marquee bench idle`: what a terminal costs while nothing happens. Memory is the server's resident pages, allocator
//! included, held against a server that had terminals before and has none.

use super::arguments;
use super::crowd::{Come, Crowd, Form};
use super::folder::Folder;
use super::pinned::{self, Cores, Taken};
use super::progress::{self, Until};
use super::publisher::Publisher;
use super::resume::descriptors;
use super::server::Server;
use super::table::{Cell, Column, Report};
use crate::Failure;
use serde_json::json;
use std::time::{Duration, Instant};

const BOARD: &str = "wall";
/// Descriptors and connections beside the terminals' own.
const MORE: usize = 256;
/// Terminals that come and go before anything is measured.
const BEFORE: usize = 100;
/// How long those that have gone are waited for.
const GONE_AFTER: Duration = Duration::from_secs(2);

const COLUMNS: [Column; 8] = [
    Column { name: "kind", title: "kind", digits: 0 },
    Column { name: "terminals", title: "terminals", digits: 0 },
    Column { name: "before_mib", title: "resident before, MiB", digits: 1 },
    Column { name: "after_mib", title: "resident with them, MiB", digits: 1 },
    Column { name: "bytes_each", title: "bytes a terminal", digits: 0 },
    Column { name: "kernel_bytes_each", title: "the kernel's a socket", digits: 0 },
    Column { name: "idle_s", title: "idle for, s", digits: 0 },
    Column { name: "cpu_percent", title: "CPU of a core, %", digits: 2 },
];

pub(crate) fn run(arguments: &arguments::Idle) -> Result<(), Failure> {
    descriptors((arguments.terminals + MORE) as u64)?;
    let cores = Cores::of_this_machine(arguments.cores)?;
    let mut rows = Vec::new();
    for kind in ["web", "feed"] {
        rows.push(row(arguments, cores, kind)?);
    }
    let about = vec![
        ("who runs where", cores.about()),
        ("heartbeat", "the default: 30 s; terminals answer pings".into()),
    ];
    Report { bench: "idle", about, columns: COLUMNS.into(), rows, plots: Vec::new() }
        .finish(&arguments.common)
}

fn row(arguments: &arguments::Idle, cores: Cores, kind: &str) -> Result<Vec<Cell>, Failure> {
    let folder = Folder::within(&arguments.common.folder)?;
    let keys = [("MARQUEE_LIMITS__MAX_CONNECTIONS", (arguments.terminals + MORE).max(15_000).to_string())];
    let server = pinned::on(cores.server, || Server::start(&folder.of("data"), &keys))??;
    Publisher::open(server.address)?.publish(&json!({"board": BOARD, "text": "the only one"}))?;
    let boards = [BOARD.to_owned()];
    let come =
        Come { address: server.address, boards: &boards, kind, form: Form::Json, counts: true, tokens: &[] };
    let mut before = Crowd::start(cores, &come)?;
    before.connect(BEFORE)?;
    drop(before);
    std::thread::sleep(GONE_AFTER);
    let (resident, kernel) = (resident_bytes(server.pid())?, kernel_bytes());
    let mut crowd = Crowd::start(cores, &come)?;
    crowd.connect(arguments.terminals)?;
    let settle = Duration::from_secs_f64(arguments.settle);
    let wait = |what: &str, time| {
        let what = format!("{} terminals ({kind}) {what}", arguments.terminals);
        progress::during(&what, &Until::Time(time), || std::thread::sleep(time))
            .map_err(|_| Failure::failed("the bench failed"))
    };
    wait("settle", settle)?;
    let (resident_with, kernel_with) = (resident_bytes(server.pid())?, kernel_bytes());
    let (begun, taken) = (Instant::now(), Taken::now(server.pid(), cores.server)?);
    wait("are idle", Duration::from_secs_f64(arguments.seconds))?;
    let (passed, spent) = (begun.elapsed(), Taken::now(server.pid(), cores.server)?);
    drop(crowd);
    server.end()?;
    let each = |bytes: f64| bytes / arguments.terminals as f64;
    let mib = |bytes: f64| bytes / f64::from(1 << 20);
    Ok(vec![
        Cell::Word(kind.into()),
        Cell::Count(arguments.terminals as u64),
        Cell::Number(mib(resident)),
        Cell::Number(mib(resident_with)),
        Cell::Number(each(resident_with - resident)),
        // Both ends are on this machine.
        Cell::Number(each((kernel_with - kernel) / 2.0)),
        Cell::Number(passed.as_secs_f64()),
        Cell::Number(spent.percent_since(taken, passed)),
    ])
}

/// `statm`, see proc(5): the second number, in pages.
pub(crate) fn resident_bytes(pid: u32) -> Result<f64, Failure> {
    let path = format!("/proc/{pid}/statm");
    let statm =
        std::fs::read_to_string(&path).map_err(|error| Failure::failed(format!("{path}: {error}")))?;
    let pages = statm.split_whitespace().nth(1).and_then(|word| word.parse::<f64>().ok());
    let pages = pages.ok_or_else(|| Failure::failed(format!("{path} cannot be read: {statm}")))?;
    Ok(pages * rustix::param::page_size() as f64)
}

/// What the kernel holds of sockets: the slabs of TCP and of files, as far as it tells; 0 where it does not.
fn kernel_bytes() -> f64 {
    let slabs = std::fs::read_to_string("/proc/slabinfo").unwrap_or_default();
    slabs.lines().filter_map(of_slab).sum()
}

/// A line of `slabinfo`: its active objects and the bytes of each, if they are a socket's.
fn of_slab(line: &str) -> Option<f64> {
    const OF_SOCKETS: [&str; 8] = [
        "TCP",
        "TCPv6",
        "sock_inode_cache",
        "filp",
        "dentry",
        "eventpoll_epi",
        "eventpoll_pwq",
        "skbuff_head_cache",
    ];
    let mut words = line.split_whitespace();
    let name = words.next()?;
    let active: f64 = words.next()?.parse().ok()?;
    let bytes: f64 = words.nth(1)?.parse().ok()?;
    OF_SOCKETS.contains(&name).then_some(active * bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slabs_of_sockets_are_counted_by_their_active_objects() {
        assert_eq!(of_slab("TCP  100  120  2432  13  8 : tunables 0 0 0"), Some(243_200.0));
        assert_eq!(of_slab("ext4_inode_cache  100  120  1000  13  8"), None);
        assert_eq!(of_slab("# name <active_objs>"), None);
        assert!(resident_bytes(std::process::id()).unwrap() > 0.0);
    }
}
