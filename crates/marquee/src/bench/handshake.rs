//! `marquee bench handshake`: what it costs to let a terminal in, beside accepting it, reading what it asks and answering
//! with the very bytes that the server answers. What it costs that a terminal goes is not in it.

use super::arguments;
use super::crowd::child::request;
use super::crowd::words::{Word, Words};
use super::crowd::{Come, Crowd, Form};
use super::fanout::{curve, median, percentile};
use super::folder::Folder;
use super::keyed::Keyed;
use super::limit::Limit;
use super::pinned::{self, Cores, Taken};
use super::progress::{self, Until};
use super::publisher::Publisher;
use super::resume::descriptors;
use super::server::Server;
use super::table::{Axis, Cell, Column, Plot, Report};
use crate::Failure;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const BOARD: &str = "wall";
/// Descriptors and connections beside the terminals' own.
const MORE: usize = 256;
const KIND: &str = "web";
/// Everything that is answered has come within this.
const ANSWERED_WITHIN: Duration = Duration::from_secs(10);
/// Terminals that come before any is measured.
const BEFORE: usize = 100;

const COLUMNS: [Column; 12] = [
    Column { name: "board", title: "board", digits: 0 },
    Column { name: "handshakes", title: "handshakes a round", digits: 0 },
    Column { name: "answer_bytes", title: "bytes of the answer", digits: 0 },
    Column { name: "limit_us", title: "limit: CPU, µs", digits: 1 },
    Column { name: "server_us", title: "server: CPU, µs", digits: 1 },
    Column { name: "ratio", title: "ratio", digits: 2 },
    Column { name: "ratio_least", title: "least", digits: 2 },
    Column { name: "ratio_most", title: "most", digits: 2 },
    Column { name: "limit_p50_ms", title: "limit p50, ms", digits: 2 },
    Column { name: "limit_p99_ms", title: "limit p99, ms", digits: 2 },
    Column { name: "server_p50_ms", title: "server p50, ms", digits: 2 },
    Column { name: "server_p99_ms", title: "server p99, ms", digits: 2 },
];

pub(crate) fn run(arguments: &arguments::Handshake) -> Result<(), Failure> {
    descriptors((arguments.terminals + MORE) as u64)?;
    let cores = Cores::of_this_machine(arguments.cores)?;
    let (mut rows, mut plots) = (Vec::new(), Vec::new());
    let none = || Vec::<String>::new();
    let mut kinds = vec![("none", none(), Shown::Nothing), ("one", vec![BOARD.to_owned()], Shown::Nothing)];
    if arguments.tokens {
        kinds.extend([("none; one token", none(), Shown::One), ("none; a token each", none(), Shown::Each)]);
    }
    for (name, boards, shown) in kinds {
        let (row, plot) = row(arguments, cores, (name, shown), &boards)?;
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

/// What terminals come with.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    /// The same token, of HS256.
    One,
    /// Each one of its own.
    Each,
}

impl Shown {
    fn tokens(self, keyed: &Keyed, terminals: usize) -> Result<Vec<String>, Failure> {
        let count = match self {
            Self::Nothing => 0,
            Self::One => 1,
            Self::Each => terminals,
        };
        (0..count).map(|number| keyed.token("wall", &format!("t-{number}"), "subscribe:*")).collect()
    }
}

/// All that the server answers to a terminal until it has everything.
fn first_bytes(address: SocketAddr, boards: &[String], tokens: &[String]) -> Result<Vec<u8>, Failure> {
    let mut stream = TcpStream::connect(address).map_err(Failure::failed)?;
    stream.set_read_timeout(Some(ANSWERED_WITHIN)).map_err(Failure::failed)?;
    let (board, token) = (boards.first().map(String::as_str), tokens.first().map(String::as_str));
    let request = request(Form::Json, board, KIND, token);
    stream.write_all(request.as_bytes()).map_err(Failure::failed)?;
    let (mut words, mut all, mut has_all) = (Words::new(Form::Json), Vec::new(), false);
    let mut buffer = vec![0; 64 << 10];
    while !has_all {
        let read = stream.read(&mut buffer).map_err(Failure::failed)?;
        if read == 0 {
            return Err(Failure::failed("the server ended a terminal's connection"));
        }
        all.extend_from_slice(&buffer[..read]);
        let bytes = [words.rest(), &buffer[..read]].concat();
        let mut each = |word: Word<'_>| {
            // Without a board the greeting is all that there is, and it comes with the answer.
            has_all |= matches!((word, boards), (Word::Stands(_), _) | (Word::Other, []));
            Ok(())
        };
        words.hear(&bytes, &mut each).map_err(Failure::failed)?;
    }
    Ok(all)
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
    (name, shown): (&str, Shown),
    boards: &[String],
) -> Result<(Vec<Cell>, Plot), Failure> {
    let terminals = arguments.terminals;
    let (mut limits, mut servers, mut last) = (Vec::new(), Vec::new(), (Value::Null, Value::Null));
    let mut answer = Vec::new();
    let done = AtomicU64::new(0);
    let what = format!("{terminals} handshakes, board: {name}");
    let rounds = progress::during(&what, &Until::Count(&done, arguments.rounds as u64), || {
        for _ in 0..arguments.rounds {
            let folder = Folder::within(&arguments.common.folder)?;
            let keys = [("MARQUEE_LIMITS__MAX_CONNECTIONS", (terminals + MORE).max(15_000).to_string())];
            let keyed = Keyed::within(&folder)?;
            let data = folder.of("data");
            let start = || match shown {
                Shown::Nothing => Server::start(&data, &keys),
                Shown::One | Shown::Each => Server::start_by(&keyed.config, &data, &keys),
            };
            let server = pinned::on(cores.server, start)??;
            if shown == Shown::Nothing {
                Publisher::open(server.address)?.publish(&json!({"board": BOARD, "text": "the only one"}))?;
            }
            let tokens = shown.tokens(&keyed, BEFORE + terminals)?;
            answer = first_bytes(server.address, boards, &tokens)?;

            let mut limit = Limit::start(cores)?;
            limit.welcome(&answer)?;
            let come = Come {
                address: limit.address,
                boards,
                kind: KIND,
                form: Form::Json,
                counts: true,
                tokens: &tokens,
            };
            let mut crowd = Crowd::start(cores, &come)?;
            let (us, times) = measured(&mut crowd, limit.pid(), cores, terminals)?;
            limits.push(us);
            last.0 = times;
            drop((crowd, limit));

            let come = Come { address: server.address, ..come };
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
    let ratios = || servers.iter().zip(&limits).map(|(server, limit)| server / limit);
    let cells = vec![
        Cell::Word(name.into()),
        Cell::Count(terminals as u64),
        Cell::Count(answer.len() as u64),
        Cell::Number(median(limits.iter().copied())),
        Cell::Number(median(servers.iter().copied())),
        Cell::Number(median(ratios())),
        Cell::Number(ratios().fold(f64::INFINITY, f64::min)),
        Cell::Number(ratios().fold(0.0, f64::max)),
        Cell::Number(percentile(&last.0, 50.0)),
        Cell::Number(percentile(&last.0, 99.0)),
        Cell::Number(percentile(&last.1, 50.0)),
        Cell::Number(percentile(&last.1, 99.0)),
    ];
    let plot = Plot {
        title: format!("board: {name}: until a terminal is let in, the last round"),
        x: Axis::Percent("percent of terminals"),
        y: "ms",
        lines: vec![("limit", curve(&last.0)), ("server", curve(&last.1))],
    };
    Ok((cells, plot))
}
