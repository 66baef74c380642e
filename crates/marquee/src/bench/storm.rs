//! `marquee bench storm`: sustained load for as long as is asked. Each notice carries the moment at which it was sent, each
//! terminal holds every version against the one before, and at the end everything that was accepted is with everyone.

use super::arguments;
use super::crowd::child::SENT_AT;
use super::crowd::{Come, Crowd};
use super::fanout::{curve, percentile};
use super::folder::Folder;
use super::pinned::{Cores, Taken, Wanted, now_ns};
use super::progress::{self, Until};
use super::publisher::Publisher;
use super::resume::descriptors;
use super::server::Server;
use super::table::{Axis, Cell, Column, Plot, Report};
use crate::Failure;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Keys of each board's notices: each replaces one, so each is one entry.
const KEYS: u64 = 32;
/// Descriptors and connections beside the terminals' own.
const MORE: usize = 256;
/// How often the terminals tell how long deliveries take.
const TELLS_EVERY: Duration = Duration::from_secs(1);
/// How often the end is looked for.
const LOOKS_EVERY: Duration = Duration::from_millis(20);
/// After the end everything is with everyone within this, or something is lost.
const WITHIN: Duration = Duration::from_secs(60);

const COLUMNS: [Column; 15] = [
    Column { name: "terminals", title: "terminals", digits: 0 },
    Column { name: "boards", title: "boards", digits: 0 },
    Column { name: "seconds", title: "for, s", digits: 0 },
    Column { name: "rate", title: "asked, notices/s", digits: 0 },
    Column { name: "accepted", title: "accepted", digits: 0 },
    Column { name: "accepted_per_s", title: "accepted/s", digits: 0 },
    Column { name: "deliveries", title: "deliveries", digits: 0 },
    Column { name: "deliveries_per_s", title: "deliveries/s", digits: 0 },
    Column { name: "p50_ms", title: "p50, ms", digits: 1 },
    Column { name: "p99_ms", title: "p99, ms", digits: 1 },
    Column { name: "p99_9_ms", title: "p99.9, ms", digits: 1 },
    Column { name: "longest_ms", title: "longest, ms", digits: 1 },
    Column { name: "server_cpu_percent", title: "server CPU %", digits: 0 },
    Column { name: "load_cpu_percent", title: "terminals' CPU %", digits: 0 },
    Column { name: "wrong", title: "lost, doubled, out of order", digits: 0 },
];

pub(crate) fn run(arguments: &arguments::Storm) -> Result<(), Failure> {
    descriptors((arguments.terminals + MORE) as u64)?;
    let cores = Cores::of_this_machine(Wanted::default())?;
    let folder = Folder::within(&arguments.common.folder)?;
    let keys = [("MARQUEE_LIMITS__MAX_CONNECTIONS", (arguments.terminals + MORE).max(15_000).to_string())];
    // A storm is about the whole machine: the server has all cores, as it would.
    let server = Server::start(&folder.of("data"), &keys)?;
    let boards: Vec<String> = (0..arguments.boards).map(|n| format!("storm-{n}")).collect();
    let mut first = Publisher::open(server.address)?;
    for board in &boards {
        first.publish(&json!({"board": board, "text": "before the storm"}))?;
    }
    let come = Come {
        address: server.address,
        boards: &boards,
        kind: "web",
        form: arguments.form,
        counts: true,
        tokens: &[],
    };
    let mut crowd = Crowd::start(cores, &come)?;
    crowd.connect(arguments.terminals)?;
    crowd.watch(true)?;

    let accepted: Vec<AtomicU64> = boards.iter().map(|_| AtomicU64::new(0)).collect();
    let over = AtomicBool::new(false);
    let lasts = Duration::from_secs_f64(arguments.seconds);
    let (begun, taken) = (Instant::now(), Taken::now(server.pid(), None)?);
    let load = Taken::now(crowd.pid(), None)?;
    let what = format!("{} notices/s to {} terminals", arguments.rate, arguments.terminals);
    let seen = progress::during(&what, &Until::Time(lasts), || {
        std::thread::scope(|scope| {
            let publishers: Vec<_> = (0..arguments.publishers)
                .map(|number| {
                    let (accepted, over, address) = (&accepted, &over, server.address);
                    scope.spawn(move || publish(arguments, address, number as u64, accepted, over))
                })
                .collect();
            let seen = watch(&mut crowd, begun, lasts);
            over.store(true, Ordering::Relaxed);
            for publisher in publishers {
                publisher.join().map_err(|_| Failure::failed("a publisher failed"))??;
            }
            seen
        })
    });
    let seen = seen.map_err(|_| Failure::failed("the bench failed"))??;
    let passed = begun.elapsed();
    let (server_cpu, load_cpu) = (Taken::now(server.pid(), None)?, Taken::now(crowd.pid(), None)?);
    all_is_there(&server, &mut crowd, &boards)?;
    let whole = crowd.whole()?;
    drop(crowd);
    server.end()?;

    let accepted: Vec<u64> = accepted.into_iter().map(AtomicU64::into_inner).collect();
    let deliveries = whole["count"].as_u64().unwrap_or_default();
    let followers = |board| (arguments.terminals + boards.len() - 1 - board) / boards.len();
    let due: u64 = accepted.iter().enumerate().map(|(board, n)| n * followers(board) as u64).sum();
    if deliveries != due {
        return Err(Failure::failed(format!("{deliveries} deliveries of {due} came")));
    }
    let accepted: u64 = accepted.iter().sum();
    let cells = vec![
        Cell::Count(arguments.terminals as u64),
        Cell::Count(boards.len() as u64),
        Cell::Number(passed.as_secs_f64()),
        Cell::Count(u64::from(arguments.rate)),
        Cell::Count(accepted),
        Cell::Number(accepted as f64 / passed.as_secs_f64()),
        Cell::Count(deliveries),
        Cell::Number(deliveries as f64 / passed.as_secs_f64()),
        Cell::Number(percentile(&whole, 50.0)),
        Cell::Number(percentile(&whole, 99.0)),
        Cell::Number(percentile(&whole, 99.9)),
        Cell::Number(whole["longest_ms"].as_f64().unwrap_or_default()),
        Cell::Number(server_cpu.percent_since(taken, passed)),
        Cell::Number(load_cpu.percent_since(load, passed)),
        Cell::Count(0),
    ];
    let over_time = |percent| seen.iter().map(|(at, times)| (*at, percentile(times, percent))).collect();
    let curve_of_all = Plot {
        title: "how long a delivery takes, from its request to the terminal".into(),
        x: Axis::Percent("percent of deliveries"),
        y: "ms",
        lines: vec![("all", curve(&whole))],
    };
    let plots = vec![
        curve_of_all,
        Plot {
            title: "how long a delivery takes, from its request to the terminal, second by second".into(),
            x: Axis::Even("s"),
            y: "ms",
            lines: vec![("p50", over_time(50.0)), ("p99", over_time(99.0))],
        },
    ];
    let about = vec![
        ("who runs where", "the server on all cores; terminals on one of them".to_owned()),
        ("end to end", "from before the request is written to when the terminal has the frame".to_owned()),
        ("wrong", "each terminal holds each version against the one before; one that gets anything else ends the bench".into()),
    ];
    Report { bench: "storm", about, columns: COLUMNS.into(), rows: vec![cells], plots }
        .finish(&arguments.common)
}

/// How long deliveries took, second by second.
fn watch(crowd: &mut Crowd, begun: Instant, lasts: Duration) -> Result<Vec<(f64, Value)>, Failure> {
    let mut seen = Vec::new();
    while begun.elapsed() < lasts {
        std::thread::sleep(TELLS_EVERY.min(lasts.saturating_sub(begun.elapsed())));
        seen.push((begun.elapsed().as_secs_f64(), crowd.times()?));
    }
    Ok(seen)
}

/// Notices at its part of the rate, until it is over. One that is late does not wait for the next.
fn publish(
    arguments: &arguments::Storm,
    address: SocketAddr,
    number: u64,
    accepted: &[AtomicU64],
    over: &AtomicBool,
) -> Result<(), Failure> {
    let mut publisher = Publisher::open(address)?;
    let every = Duration::from_secs_f64(arguments.publishers as f64 / f64::from(arguments.rate));
    let (begun, mut published) = (Instant::now(), 0_u32);
    while !over.load(Ordering::Relaxed) {
        std::thread::sleep((every * published).saturating_sub(begun.elapsed()));
        let board = usize::try_from(u64::from(published) + number).unwrap_or_default() % accepted.len();
        let sent_at = std::str::from_utf8(SENT_AT).unwrap_or_default();
        publisher.publish(&json!({
            "id": format!("s{number}-{published}"), "board": format!("storm-{board}"),
            "key": format!("k{}-{number}", u64::from(published) % KEYS),
            "text": format!("notice {published} of {number}, {sent_at}{:016x}", now_ns()),
        }))?;
        accepted[board].fetch_add(1, Ordering::Relaxed);
        published += 1;
    }
    Ok(())
}

/// Waits until each terminal has everything that is on its board.
fn all_is_there(server: &Server, crowd: &mut Crowd, boards: &[String]) -> Result<(), Failure> {
    let known = server.boards()?;
    let version = |name: &String| known.iter().find(|board| board.name == *name).map(|board| board.version);
    let versions: Option<Vec<u64>> = boards.iter().map(version).collect();
    let versions = versions.ok_or_else(|| Failure::failed("a board is not there"))?;
    let begun = Instant::now();
    while !crowd.has_all(&versions)? {
        if begun.elapsed() > WITHIN {
            return Err(Failure::failed(format!("after {WITHIN:?} not every terminal had everything")));
        }
        std::thread::sleep(LOOKS_EVERY);
    }
    Ok(())
}
