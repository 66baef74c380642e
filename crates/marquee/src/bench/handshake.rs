//! `marquee bench handshake`: what it costs to let a terminal in, beside accepting it, reading what it asks and answering
//! with fixed bytes.

use super::arguments;
use super::crowd::{Come, Crowd, Form};
use super::fanout::{curve, median, percentile};
use super::folder::Folder;
use super::limit::Limit;
use super::pinned::{self, Cores, Taken};
use super::progress::{self, Until};
use super::publisher::Publisher;
use super::resume::descriptors;
use super::server::Server;
use super::table::{Cell, Column, Plot, Report};
use crate::Failure;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

const BOARD: &str = "wall";
/// Descriptors and connections beside the terminals' own.
const MORE: usize = 256;
/// Terminals that come before any is measured.
const BEFORE: usize = 100;

const COLUMNS: [Column; 8] = [
    Column { name: "board", title: "board", digits: 0 },
    Column { name: "handshakes", title: "handshakes a round", digits: 0 },
    Column { name: "limit_us", title: "limit: CPU, µs", digits: 1 },
    Column { name: "server_us", title: "server: CPU, µs", digits: 1 },
    Column { name: "ratio", title: "ratio", digits: 2 },
    Column { name: "limit_p50_ms", title: "limit p50, ms", digits: 2 },
    Column { name: "server_p50_ms", title: "server p50, ms", digits: 2 },
    Column { name: "server_p99_ms", title: "server p99, ms", digits: 2 },
];

pub(crate) fn run(arguments: &arguments::Handshake) -> Result<(), Failure> {
    descriptors((arguments.terminals + MORE) as u64)?;
    let cores = Cores::of_this_machine()?;
    let (mut rows, mut plots) = (Vec::new(), Vec::new());
    for (name, boards) in [("none", vec![]), ("one", vec![BOARD.to_owned()])] {
        let (row, plot) = row(arguments, cores, name, &boards)?;
        rows.push(row);
        plots.push(plot);
    }
    let about = vec![
        ("who runs where", cores.about()),
        ("rounds", format!("{}, limit and server in turn, a new process each; medians", arguments.rounds)),
        ("at once", "64 terminals on their way in; with a board each gets its snapshot".into()),
    ];
    let report = Report { bench: "handshake", about, columns: COLUMNS.into(), rows, plots };
    report.finish(&arguments.common)
}

/// CPU of each, and how long they took.
fn measured(crowd: &mut Crowd, pid: u32, cores: Cores, terminals: usize) -> Result<(f64, Value), Failure> {
    crowd.connect(BEFORE)?;
    let taken = Taken::now(pid, cores.server)?;
    let times = crowd.connect(terminals)?;
    Ok((Taken::now(pid, cores.server)?.us_since(taken) / terminals as f64, times))
}

fn row(
    arguments: &arguments::Handshake,
    cores: Cores,
    name: &str,
    boards: &[String],
) -> Result<(Vec<Cell>, Plot), Failure> {
    let terminals = arguments.terminals;
    let (mut limits, mut servers, mut last) = (Vec::new(), Vec::new(), (Value::Null, Value::Null));
    let done = AtomicU64::new(0);
    let what = format!("{terminals} handshakes, board: {name}");
    let rounds = progress::during(&what, &Until::Count(&done, arguments.rounds as u64), || {
        for _ in 0..arguments.rounds {
            let limit = Limit::start(cores)?;
            let come = Come { address: limit.address, boards, kind: "web", form: Form::Json, counts: false };
            let mut crowd = Crowd::start(cores, &come)?;
            let (us, times) = measured(&mut crowd, limit.pid(), cores, terminals)?;
            limits.push(us);
            last.0 = times;
            drop(crowd);

            let folder = Folder::within(&arguments.common.folder)?;
            let keys = [("MARQUEE_LIMITS__MAX_CONNECTIONS", (terminals + MORE).max(15_000).to_string())];
            let server = pinned::on(cores.server, || Server::start(&folder.of("data"), &keys))??;
            Publisher::open(server.address)?.publish(&json!({"board": BOARD, "text": "the only one"}))?;
            let come = Come { address: server.address, counts: true, ..come };
            let mut crowd = Crowd::start(cores, &come)?;
            let (us, times) = measured(&mut crowd, server.pid(), cores, terminals)?;
            servers.push(us);
            last.1 = times;
            drop(crowd);
            server.end()?;
            done.fetch_add(1, Ordering::Relaxed);
        }
        Ok::<_, Failure>(())
    });
    rounds.map_err(|_| Failure::failed("the bench failed"))??;
    let cells = vec![
        Cell::Word(name.into()),
        Cell::Count(terminals as u64),
        Cell::Number(median(limits.iter().copied())),
        Cell::Number(median(servers.iter().copied())),
        Cell::Number(median(servers.iter().zip(&limits).map(|(server, limit)| server / limit))),
        Cell::Number(percentile(&last.0, 50.0)),
        Cell::Number(percentile(&last.1, 50.0)),
        Cell::Number(percentile(&last.1, 99.0)),
    ];
    let plot = Plot {
        title: format!("board: {name}: until a terminal is let in, the last round"),
        x: "percent of terminals",
        y: "ms",
        lines: vec![("limit", curve(&last.0)), ("server", curve(&last.1))],
    };
    Ok((cells, plot))
}
