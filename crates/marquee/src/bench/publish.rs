//! `marquee bench publish`: durable notices a second, by how many a request holds and how many publish at once. Each
//! row has a server and a folder of its own, and ends with the proof that each answered notice is stored.

use super::arguments;
use super::cpu::Cpu;
use super::folder::Folder;
use super::instant::Instantly;
use super::load::{self, Ends, Load, Published};
use super::notices::{BOARDS, FULL, Request};
use super::progress::{self, Until};
use super::server::Server;
use super::table::{Cell, Column, Report};
use crate::Failure;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

/// Entries that each board keeps here: so few that trimming is at work in a short run, too.
const KEEP_ENTRIES: u64 = 10_000;
/// The server's own bound of commands that wait.
const QUEUE: usize = 8_192;
/// How long the bare disk, and the load without a server's work, are measured at most.
const BARE: Duration = Duration::from_secs(1);
/// Notices in a request while boards are filled.
const FILL: usize = 64;

const COLUMNS: [Column; 15] = [
    Column { name: "publishers", title: "publishers", digits: 0 },
    Column { name: "batch", title: "batch", digits: 0 },
    Column { name: "notices_per_s", title: "notices/s", digits: 0 },
    Column { name: "p50_ms", title: "p50 ms", digits: 2 },
    Column { name: "p99_ms", title: "p99 ms", digits: 2 },
    Column { name: "max_ms", title: "max ms", digits: 1 },
    Column { name: "server_user_us", title: "user µs", digits: 1 },
    Column { name: "server_system_us", title: "system µs", digits: 1 },
    Column { name: "server_us", title: "CPU µs", digits: 1 },
    Column { name: "server_cpu_percent", title: "server CPU %", digits: 0 },
    Column { name: "load_cpu_percent", title: "load CPU %", digits: 0 },
    Column { name: "load_alone_per_s", title: "load alone/s", digits: 0 },
    Column { name: "answered", title: "answered", digits: 0 },
    Column { name: "entries", title: "entries", digits: 0 },
    Column { name: "bare_syncs_per_s", title: "bare syncs/s", digits: 0 },
];

pub(crate) fn run(arguments: &arguments::Publish) -> Result<(), Failure> {
    let folder = Folder::within(&arguments.common.folder)?;
    let mut rows = Vec::new();
    let of = arguments.publishers.len() * arguments.batch.len();
    for &publishers in &arguments.publishers {
        for &batch in &arguments.batch {
            let step = format!("{} of {of}: {publishers} publishers, batches of {batch}", rows.len() + 1);
            rows.push(row(arguments, &folder, publishers, batch, &step)?);
        }
    }
    let workload = arguments.workload;
    let each = workload.entries_each();
    let about = vec![
        ("disk", folder.file_system.clone()),
        ("cores", std::thread::available_parallelism().map_or(1, std::num::NonZero::get).to_string()),
        (
            "workload",
            format!(
                "{}: {BOARDS} boards, {} notices each, texts of 60 characters",
                workload.name(),
                FULL / BOARDS
            ),
        ),
        ("entries", format!("{each} a notice; each board keeps {KEEP_ENTRIES}, older ones are trimmed")),
        ("seconds", arguments.seconds.to_string()),
    ];
    Report { bench: "publish", about, columns: COLUMNS.into(), rows, plots: Vec::new() }
        .finish(&arguments.common)
}

fn row(
    arguments: &arguments::Publish,
    folder: &Folder,
    publishers: usize,
    batch: usize,
    step: &str,
) -> Result<Vec<Cell>, Failure> {
    let (workload, lasts) = (arguments.workload, Duration::from_secs_f64(arguments.seconds));
    let data = folder.of("data");
    let keys = [
        ("MARQUEE_KEEP__KEEP_ENTRIES", KEEP_ENTRIES.to_string()),
        // Every publisher has one request under way: none is to be refused.
        ("MARQUEE_LIMITS__QUEUE", QUEUE.max(publishers * batch).to_string()),
    ];
    let server = Server::start(&data, &keys)?;
    let fill =
        Load { address: server.address, workload, publishers: 1, batch: FILL, from: 0, ends: Ends::At(FULL) };
    load::publish(&fill, &AtomicU64::default())?;
    let (full, before) = (server.entries()?, Cpu::of_process(server.pid())?);

    let measured = Load { publishers, batch, from: FULL, ends: Ends::After(lasts), ..fill };
    let told = AtomicU64::default();
    let published = progress::during(step, &Until::Time(lasts), || load::publish(&measured, &told))
        .map_err(|_| Failure::failed("the load generator failed"))??;
    let cpu = Cpu::of_process(server.pid())?.since(before);
    let entries = server.entries()? - full;
    server.end()?;
    let expected = published.notices * workload.entries_each();
    if entries != expected {
        return Err(Failure::failed(format!(
            "{} notices were answered as stored, which makes {expected} entries, and {entries} are there",
            published.notices
        )));
    }
    let bare = lasts.min(BARE);
    let alone = alone(&measured, &published, bare)?;
    let syncs = folder.syncs_per_s(Request::new(workload, batch).bytes(), bare)?;
    std::fs::remove_dir_all(&data).map_err(Failure::failed)?;

    let notices = published.notices.max(1) as f64;
    Ok(vec![
        Cell::Count(publishers as u64),
        Cell::Count(batch as u64),
        Cell::Number(published.notices as f64 / published.took.as_secs_f64()),
        Cell::Number(published.answers.percentile_ms(50.0)),
        Cell::Number(published.answers.percentile_ms(99.0)),
        Cell::Number(published.answers.longest_ms()),
        Cell::Number(cpu.user_us / notices),
        Cell::Number(cpu.system_us / notices),
        Cell::Number(cpu.total_us() / notices),
        Cell::Number(cpu.percent_of(published.took)),
        Cell::Number(published.cpu.percent_of(published.took)),
        Cell::Number(alone),
        Cell::Count(published.notices),
        Cell::Count(entries),
        Cell::Number(syncs),
    ])
}

/// Notices a second of the same load against a server that gives the same answer at once.
fn alone(measured: &Load, published: &Published, lasts: Duration) -> Result<f64, Failure> {
    let request_bytes = Request::new(measured.workload, measured.batch).bytes().len();
    let instantly = Instantly::start(request_bytes, published.answer.clone())?;
    let load = Load { address: instantly.address, ends: Ends::After(lasts), ..*measured };
    let alone = load::publish(&load, &AtomicU64::default())?;
    instantly.end()?;
    Ok(alone.notices as f64 / alone.took.as_secs_f64())
}
