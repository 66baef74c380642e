//! `marquee bench snapshot`: what it costs to answer a snapshot that is encoded already, beside copying its bytes and
//! beside a server that does nothing but send them. Each answer is held against the first.

use super::arguments;
use super::cpu::Cpu;
use super::folder::Folder;
use super::http::{self, ANSWER_WITHIN, Connection};
use super::instant::Instantly;
use super::notices;
use super::progress::{self, Until};
use super::server::Server;
use super::table::{Cell, Column, Report};
use super::times::Times;
use crate::Failure;
use futures_util::future::try_join_all;
use serde_json::json;
use std::cell::{Cell as Shared, RefCell};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// The forms of a snapshot, as `Accept-Encoding` names them.
const FORMS: [&str; 4] = ["identity", "zstd", "br", "gzip"];
/// How long copying, and sending alone, are measured at most.
const BARE: Duration = Duration::from_secs(1);

const COLUMNS: [Column; 13] = [
    Column { name: "form", title: "form", digits: 0 },
    Column { name: "bytes", title: "bytes", digits: 0 },
    Column { name: "first_ms", title: "first ms", digits: 1 },
    Column { name: "requests", title: "requests", digits: 0 },
    Column { name: "requests_per_s", title: "requests/s", digits: 0 },
    Column { name: "p50_ms", title: "p50 ms", digits: 2 },
    Column { name: "p99_ms", title: "p99 ms", digits: 2 },
    Column { name: "server_user_us", title: "user µs", digits: 1 },
    Column { name: "server_system_us", title: "system µs", digits: 1 },
    Column { name: "server_us", title: "CPU µs", digits: 1 },
    Column { name: "sending_us", title: "sending alone µs", digits: 1 },
    Column { name: "memcpy_us", title: "memcpy µs", digits: 1 },
    Column { name: "load_cpu_percent", title: "load CPU %", digits: 0 },
];

pub(crate) fn run(arguments: &arguments::Snapshot) -> Result<(), Failure> {
    let folder = Folder::within(&arguments.common.folder)?;
    let server = Server::start(&folder.of("data"), &[])?;
    let policy = json!({"max_active": arguments.notices}).to_string();
    http::once(server.address, "PUT", "/v1/boards/main/policy", &policy)?;
    notices::put_on(server.address, "main", arguments.notices, 0..arguments.notices)?;
    let mut rows = Vec::new();
    for form in FORMS {
        rows.push(row(arguments, &server, form)?);
    }
    server.end()?;
    let about = vec![
        ("board", format!("{} notices, texts of 60 characters", arguments.notices)),
        ("readers", arguments.readers.to_string()),
        ("seconds", arguments.seconds.to_string()),
        ("first", "the first answer of the form: it is encoded and compressed for it, once".into()),
        ("sending alone", "CPU of a server that does nothing but send the same bytes".into()),
    ];
    Report { bench: "snapshot", about, columns: COLUMNS.into(), rows, plots: Vec::new() }
        .finish(&arguments.common)
}

fn row(arguments: &arguments::Snapshot, server: &Server, form: &str) -> Result<Vec<Cell>, Failure> {
    let lasts = Duration::from_secs_f64(arguments.seconds);
    let request =
        http::request("GET", "/v1/snapshot", &format!("accept-encoding: {form}\r\n"), "").into_bytes();
    // The first answer makes the form; it is measured by itself.
    let first = read(server.address, &request, 1, Duration::ZERO)?;
    let before = Cpu::of_process(server.pid())?;
    let step = format!("snapshots as {form}");
    let got = progress::during(&step, &Until::Time(lasts), || {
        read(server.address, &request, arguments.readers, lasts)
    });
    let got = got.map_err(|_| Failure::failed("the readers failed"))??;
    let cpu = Cpu::of_process(server.pid())?.since(before);
    if got.body != first.body {
        return Err(Failure::failed(format!("the board stood still, and its snapshot as {form} changed")));
    }
    let bare = lasts.min(BARE);
    let whole = [&*got.head, &*got.body].concat();
    let instantly = Instantly::start(request.len(), whole)?;
    let alone = read(instantly.address, &request, arguments.readers, bare)?;
    let sending = instantly.end()?.total_us() / alone.times.count().max(1) as f64;
    let requests = got.times.count();
    let each = |us: f64| Cell::Number(us / requests.max(1) as f64);
    Ok(vec![
        Cell::Word(form.into()),
        Cell::Count(got.body.len() as u64),
        Cell::Number(first.times.longest_ms()),
        Cell::Count(requests),
        Cell::Number(requests as f64 / got.took.as_secs_f64()),
        Cell::Number(got.times.percentile_ms(50.0)),
        Cell::Number(got.times.percentile_ms(99.0)),
        each(cpu.user_us),
        each(cpu.system_us),
        each(cpu.total_us()),
        Cell::Number(sending),
        Cell::Number(memcpy_us(&got.body, bare)),
        Cell::Number(got.cpu.percent_of(got.took)),
    ])
}

/// What readers got.
struct Got {
    times: Times,
    took: Duration,
    cpu: Cpu,
    head: Vec<u8>,
    body: Vec<u8>,
}

/// Asks again and again, on the calling thread; at least once each.
fn read(address: SocketAddr, request: &[u8], readers: usize, lasts: Duration) -> Result<Got, Failure> {
    let before = Cpu::of_this_thread()?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
    let (times, first) = (RefCell::new(Times::default()), RefCell::new(None::<(Vec<u8>, Vec<u8>)>));
    let took = Shared::new(Duration::ZERO);
    runtime.block_on(async {
        let mut connections = Vec::new();
        for _ in 0..readers {
            connections.push(Connection::open(address).await.map_err(Failure::failed)?);
        }
        let begun = Instant::now();
        let all = connections.into_iter().map(async |mut connection| {
            loop {
                let asked = Instant::now();
                let answer = connection.ask(request).await.map_err(Failure::failed)?;
                times.borrow_mut().add(asked.elapsed());
                let mut first = first.borrow_mut();
                let (_, body) = first.get_or_insert_with(|| (answer.head.to_owned(), answer.body.to_owned()));
                if answer.status != 200 || answer.body.len() != body.len() {
                    return Err(Failure::failed(format!(
                        "a snapshot was answered {} with {} bytes, where {} were due",
                        answer.status,
                        answer.body.len(),
                        body.len()
                    )));
                }
                drop(first);
                if begun.elapsed() >= lasts {
                    return Ok(());
                }
            }
        });
        let late = |_| Failure::failed("not all was answered in time");
        tokio::time::timeout(lasts + ANSWER_WITHIN, try_join_all(all)).await.map_err(late)??;
        took.set(begun.elapsed());
        Ok::<_, Failure>(())
    })?;
    let cpu = Cpu::of_this_thread()?.since(before);
    let (head, body) = first.take().unwrap_or_default();
    Ok(Got { times: times.take(), took: took.get(), cpu, head, body })
}

/// How long one copy of the bytes takes here, µs.
fn memcpy_us(bytes: &[u8], lasts: Duration) -> f64 {
    let mut copy = vec![0; bytes.len()];
    let (begun, mut copies) = (Instant::now(), 0_u32);
    while begun.elapsed() < lasts {
        copy.copy_from_slice(std::hint::black_box(bytes));
        std::hint::black_box(&copy);
        copies += 1;
    }
    begun.elapsed().as_secs_f64() * 1e6 / f64::from(copies.max(1))
}
