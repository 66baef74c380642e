//! `marquee bench resume`: a wall of terminals that were away comes back at once. Each has to get every entry that it
//! missed, once and in order, and then what is new; what publishing takes meanwhile is held against before.

use super::arguments;
use super::cpu::Cpu;
use super::folder::Folder;
use super::load::{self, Ends, Load};
use super::notices::{self, FULL, KEYS, Workload};
use super::progress::{self, Until};
use super::server::Server;
use super::table::{Cell, Column, Report};
use super::terminal::{Event, Return, Terminals};
use super::times::Times;
use crate::{Failure, descriptors};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The board that terminals come back to; notices meanwhile go to others.
const BOARD: &str = "wall";
/// Notices on it before anyone leaves.
const BEFORE: u64 = 64;
/// All of them are back within this, or the bench fails.
const WITHIN: Duration = Duration::from_secs(120);
/// The phases of publishing.
const BEFORE_THEY_COME: usize = 0;
const MEANWHILE: usize = 1;
const OVER: usize = 2;
/// Descriptors beside the terminals' own.
const MORE_DESCRIPTORS: u64 = 64;
/// Connections beside the terminals' own.
const MORE_CONNECTIONS: usize = 64;
/// Connections that a server takes unless it is told otherwise.
const CONNECTIONS: usize = 15_000;

const COLUMNS: [Column; 21] = [
    Column { name: "terminals", title: "terminals", digits: 0 },
    Column { name: "missed", title: "missed by each", digits: 0 },
    Column { name: "exact", title: "exact", digits: 0 },
    Column { name: "connected_s", title: "all connected, s", digits: 2 },
    Column { name: "back_p50_s", title: "half are back, s", digits: 2 },
    Column { name: "back_s", title: "all are back, s", digits: 2 },
    Column { name: "entries_per_s", title: "entries/s", digits: 0 },
    Column { name: "mib_per_s", title: "MiB/s", digits: 0 },
    Column { name: "live_ms", title: "the next entry is with all, ms", digits: 0 },
    Column { name: "server_user_us", title: "server user µs an entry", digits: 2 },
    Column { name: "server_system_us", title: "server system µs an entry", digits: 2 },
    Column { name: "server_us", title: "server CPU µs an entry", digits: 2 },
    Column { name: "server_cpu_percent", title: "server CPU %", digits: 0 },
    Column { name: "terminals_cpu_percent", title: "terminals' CPU %", digits: 0 },
    Column { name: "notices_before", title: "notices published before", digits: 0 },
    Column { name: "notices_meanwhile", title: "notices published meanwhile", digits: 0 },
    Column { name: "publish_p50_before_ms", title: "publish p50 before, ms", digits: 2 },
    Column { name: "publish_p99_before_ms", title: "publish p99 before, ms", digits: 2 },
    Column { name: "publish_p50_meanwhile_ms", title: "publish p50 meanwhile, ms", digits: 2 },
    Column { name: "publish_p99_meanwhile_ms", title: "publish p99 meanwhile, ms", digits: 2 },
    Column { name: "publish_p99_ratio", title: "p99 meanwhile / before", digits: 2 },
];

pub(crate) fn run(arguments: &arguments::Resume) -> Result<(), Failure> {
    descriptors(arguments.terminals as u64 + MORE_DESCRIPTORS)?;
    let folder = Folder::within(&arguments.common.folder)?;
    let connections = CONNECTIONS.max(arguments.terminals + MORE_CONNECTIONS);
    let keys = [("MARQUEE_LIMITS__MAX_CONNECTIONS", connections.to_string())];
    let server = Server::start(&folder.of("data"), &keys)?;
    let row = row(arguments, &server)?;
    // The terminals are gone: nobody is waited for.
    server.end()?;
    let about = vec![
        ("disk", folder.file_system.clone()),
        ("cores", std::thread::available_parallelism().map_or(1, std::num::NonZero::get).to_string()),
        ("terminals", "web, over WebSocket, all on one board, all at once; all on one thread".into()),
        ("publisher", format!("{} single notices a second, to other boards", arguments.rate)),
    ];
    Report { bench: "resume", about, columns: COLUMNS.into(), rows: vec![row], plots: Vec::new() }
        .finish(&arguments.common)
}

fn row(arguments: &arguments::Resume, server: &Server) -> Result<Vec<Cell>, Failure> {
    let fill = Load {
        address: server.address,
        workload: Workload::Replace,
        publishers: 1,
        batch: 64,
        from: 0,
        ends: Ends::At(FULL),
    };
    load::publish(&fill, &AtomicU64::default())?;
    notices::put_on(server.address, BOARD, KEYS, 0..BEFORE)?;
    let (epoch, seen) = stands(server)?;
    let newest = BEFORE + arguments.missed;
    notices::put_on(server.address, BOARD, KEYS, BEFORE..newest)?;
    let (_, head) = stands(server)?;
    if head != seen + arguments.missed {
        return Err(Failure::failed(format!(
            "{} entries were to be missed, from {seen} to {head}",
            arguments.missed
        )));
    }

    let lasts = Duration::from_secs_f64(arguments.seconds);
    let every = Duration::from_secs(1) / arguments.rate;
    let comes = Return {
        address: server.address,
        board: BOARD.into(),
        epoch,
        seen,
        missed: arguments.missed,
        terminals: arguments.terminals,
    };
    let failed = |_| Failure::failed("the publisher failed");
    let phase = AtomicUsize::new(BEFORE_THEY_COME);
    let step = format!("publishing, then {} terminals come back", arguments.terminals);
    let done = progress::during(&step, &Until::Time(lasts), || {
        std::thread::scope(|scope| {
            let publisher = scope.spawn(|| load::steady(&Load { from: FULL, ..fill }, every, &phase));
            // What is measured first is this time.
            std::thread::sleep(lasts);
            let returned = come_back(server, comes, newest, &phase);
            phase.store(OVER, Ordering::Relaxed);
            let published: [Times; OVER] = publisher.join().map_err(failed)??;
            Ok::<_, Failure>((returned?, published))
        })
    });
    let (returned, [before, meanwhile]) = done.map_err(failed)??;
    Ok(cells(arguments, &returned, &before, &meanwhile))
}

/// What coming back was like.
struct Returned {
    connected: Duration,
    back: Duration,
    half: Duration,
    live: Duration,
    exact: u64,
    bytes: u64,
    server: Cpu,
    terminals: Cpu,
}

fn come_back(server: &Server, comes: Return, next: u64, phase: &AtomicUsize) -> Result<Returned, Failure> {
    let cpu = Cpu::of_process(server.pid())?;
    let due = comes.terminals as u64;
    phase.store(MEANWHILE, Ordering::Relaxed);
    let terminals = Terminals::come_back(comes);
    let wait = || match terminals.events.recv_timeout(WITHIN) {
        Ok(Event::Wrong(sentence)) => Err(Failure::failed(sentence)),
        Ok(event) => Ok(event),
        Err(_) => Err(Failure::failed(format!("not all terminals were there after {WITHIN:?}"))),
    };
    let (mut connected, mut back) = (Duration::ZERO, None);
    let back = loop {
        match wait()? {
            Event::Connected(after) => connected = after,
            Event::Back(after) => back = Some(after),
            Event::Live | Event::Wrong(_) => {}
        }
        if let Some(back) = back {
            break back;
        }
    };
    let server_cpu = Cpu::of_process(server.pid())?.since(cpu);
    phase.store(OVER, Ordering::Relaxed);
    // Live: one entry more, and it is with each of them.
    let published = Instant::now();
    notices::put_on(server.address, BOARD, KEYS, next..next + 1)?;
    while !matches!(wait()?, Event::Live) {}
    let live = published.elapsed();
    let tally = terminals.end()?;
    if tally.exact != due {
        return Err(Failure::failed(format!("{} of {due} terminals got exactly what was due", tally.exact)));
    }
    Ok(Returned {
        connected,
        back,
        half: Duration::from_secs_f64(tally.back.percentile_ms(50.0) / 1_000.0),
        live,
        exact: tally.exact,
        bytes: tally.bytes,
        server: server_cpu,
        terminals: tally.cpu,
    })
}

fn cells(arguments: &arguments::Resume, returned: &Returned, before: &Times, meanwhile: &Times) -> Vec<Cell> {
    let entries = returned.exact * arguments.missed;
    let back = returned.back.as_secs_f64();
    let each = |us: f64| Cell::Number(us / entries.max(1) as f64);
    let p99 = (before.percentile_ms(99.0), meanwhile.percentile_ms(99.0));
    vec![
        Cell::Count(arguments.terminals as u64),
        Cell::Count(arguments.missed),
        Cell::Count(returned.exact),
        Cell::Number(returned.connected.as_secs_f64()),
        Cell::Number(returned.half.as_secs_f64()),
        Cell::Number(back),
        Cell::Number(entries as f64 / back),
        Cell::Number(returned.bytes as f64 / f64::from(1 << 20) / back),
        Cell::Number(returned.live.as_secs_f64() * 1_000.0),
        each(returned.server.user_us),
        each(returned.server.system_us),
        each(returned.server.total_us()),
        Cell::Number(returned.server.percent_of(returned.back)),
        Cell::Number(returned.terminals.percent_of(returned.back + returned.live)),
        Cell::Count(before.count()),
        Cell::Count(meanwhile.count()),
        Cell::Number(before.percentile_ms(50.0)),
        Cell::Number(p99.0),
        Cell::Number(meanwhile.percentile_ms(50.0)),
        Cell::Number(p99.1),
        Cell::Number(p99.1 / p99.0.max(f64::MIN_POSITIVE)),
    ]
}

/// The epoch, and the newest version of the board.
fn stands(server: &Server) -> Result<(String, u64), Failure> {
    let board = server.boards()?.into_iter().find(|board| board.name == BOARD);
    let board = board.ok_or_else(|| Failure::failed(format!("the board {BOARD} is not there")))?;
    Ok((board.epoch, board.version))
}

/// Lets this process, and the server that it starts, have so many descriptors.
pub(crate) fn descriptors(needed: u64) -> Result<(), Failure> {
    let allowed = descriptors::allow(needed).map_err(Failure::failed)?;
    if allowed >= needed {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{needed} open descriptors are needed, and this process may have {allowed}: raise the limit (ulimit -Hn), or \
         let fewer terminals come with --terminals"
    )))
}
