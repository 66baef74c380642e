//! `marquee bench start`: how long a server with a long log takes from its start until it is ready, after an end in
//! order and after a crash. What was answered before is counted after each.

use super::arguments;
use super::folder::Folder;
use super::load::{self, Ends, Load};
use super::notices::{BOARDS, FULL, Workload};
use super::progress::{self, Until};
use super::server::Server;
use super::table::{Cell, Column, Report};
use crate::Failure;
use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

/// Notices in a request while the log is filled.
const FILL: usize = 1_000;
/// Requests under way while the log is filled.
const FILLERS: usize = 4;
/// Before a crash so many of a hundred entries are written: above the newest checkpoints.
const FRESH_PERCENT: u64 = 5;

const COLUMNS: [Column; 6] = [
    Column { name: "after", title: "after", digits: 0 },
    Column { name: "times", title: "times", digits: 0 },
    Column { name: "entries", title: "entries", digits: 0 },
    Column { name: "log_mib", title: "log MiB", digits: 0 },
    Column { name: "ready_median_ms", title: "ready ms, median", digits: 0 },
    Column { name: "ready_max_ms", title: "longest", digits: 0 },
];

/// How the server before ended.
#[derive(Clone, Copy, PartialEq)]
enum End {
    InOrder,
    Killed,
}

pub(crate) fn run(arguments: &arguments::Start) -> Result<(), Failure> {
    let folder = Folder::within(&arguments.common.folder)?;
    let data = folder.of("data");
    let server = Server::start(&data, &[])?;
    let step = format!("the log is filled with {} entries", arguments.entries);
    let mut number = fill(&server, 0, arguments.entries, &step)?;
    server.end()?;

    let mut rows = Vec::new();
    for end in [End::InOrder, End::Killed] {
        let mut ready: Vec<Duration> = Vec::new();
        let (mut entries, mut bytes) = (0, 0);
        for _ in 0..arguments.times {
            let server = Server::start(&data, &[])?;
            if end == End::Killed {
                let fresh = (arguments.entries * FRESH_PERCENT / 100).max(1);
                number = fill(&server, number, fresh, "fresh entries before a crash")?;
            }
            entries = server.entries()?;
            match end {
                End::InOrder => server.end()?,
                End::Killed => server.kill()?,
            }
            bytes = size_of(&data)?;
            let server = Server::start(&data, &[])?;
            ready.push(server.ready_after);
            let now = server.entries()?;
            server.end()?;
            if now != entries {
                return Err(Failure::failed(format!("{entries} entries were answered, and {now} are there")));
            }
        }
        ready.sort();
        let ms = |place: usize| ready.get(place).map_or(0.0, |ready| ready.as_secs_f64() * 1_000.0);
        rows.push(vec![
            Cell::Word(match end {
                End::InOrder => "SIGTERM".into(),
                End::Killed => "kill -9".into(),
            }),
            Cell::Count(ready.len() as u64),
            Cell::Count(entries),
            Cell::Number(bytes as f64 / f64::from(1 << 20)),
            Cell::Number(ms(ready.len() / 2)),
            Cell::Number(ms(ready.len().saturating_sub(1))),
        ]);
    }
    let about = vec![
        ("disk", folder.file_system.clone()),
        ("workload", format!("{BOARDS} boards, {} notices active on each", FULL / BOARDS)),
        ("ready", "from exec until GET /readyz is 200".into()),
        ("kill -9", format!("right after {FRESH_PERCENT} % more entries were written")),
    ];
    Report { bench: "start", about, columns: COLUMNS.into(), rows, plots: Vec::new() }
        .finish(&arguments.common)
}

/// Publishes so many notices, an entry each: the number of the next one.
fn fill(server: &Server, from: u64, notices: u64, step: &str) -> Result<u64, Failure> {
    let told = AtomicU64::default();
    let load = Load {
        address: server.address,
        workload: Workload::Replace,
        publishers: FILLERS,
        batch: usize::try_from(notices).unwrap_or(FILL).min(FILL),
        from,
        ends: Ends::At(notices),
    };
    let published = progress::during(step, &Until::Count(&told, notices), || load::publish(&load, &told));
    let published = published.map_err(|_| Failure::failed("the load generator failed"))??;
    Ok(from + published.notices)
}

fn size_of(data: &Path) -> Result<u64, Failure> {
    let mut bytes = 0;
    for file in std::fs::read_dir(data).map_err(Failure::failed)? {
        bytes += file.and_then(|file| file.metadata()).map_err(Failure::failed)?.len();
    }
    Ok(bytes)
}
