//! `marquee bench fanout`: one hot board to very many terminals. What a delivery costs the server is held against the bare
//! limit in the same run, round by round, and every terminal counts what it gets.

use super::arguments;
use super::bursts::{Bursts, Notices, Side};
use super::crowd::{Come, Crowd, Form};
use super::folder::Folder;
use super::limit::Limit;
use super::pinned::Cores;
use super::progress::{self, Until};
use super::publisher::Publisher;
use super::resume::descriptors;
use super::server::Server;
use super::table::{Axis, Cell, Column, Plot, Report};
use super::times::Times;
use crate::Failure;
use serde_json::Value;
use std::sync::atomic::{AtomicU64, Ordering};

/// The hot board.
const BOARD: &str = "wall";
/// A board that nobody follows.
const UNHEARD: &str = "unheard";
/// Descriptors and connections beside the terminals' own.
const MORE: usize = 64;

const COLUMNS: [Column; 25] = [
    Column { name: "form", title: "form", digits: 0 },
    Column { name: "terminals", title: "terminals", digits: 0 },
    Column { name: "burst", title: "burst", digits: 0 },
    Column { name: "frame_bytes", title: "bytes a frame", digits: 0 },
    Column { name: "limit_us", title: "limit: µs a delivery", digits: 2 },
    Column { name: "gathered_us", title: "limit in one writev: µs", digits: 3 },
    Column { name: "server_us", title: "server: µs a delivery", digits: 3 },
    Column { name: "publish_us", title: "of it for publishing", digits: 3 },
    Column { name: "ratio", title: "ratio to the limit", digits: 3 },
    Column { name: "ratio_least", title: "least", digits: 3 },
    Column { name: "ratio_most", title: "most", digits: 3 },
    Column { name: "ratio_to_gathered", title: "ratio to the writev", digits: 2 },
    Column { name: "limit_p50_ms", title: "limit p50, ms", digits: 1 },
    Column { name: "limit_p99_ms", title: "limit p99, ms", digits: 1 },
    Column { name: "server_p50_ms", title: "server p50, ms", digits: 1 },
    Column { name: "server_p99_ms", title: "server p99, ms", digits: 1 },
    Column { name: "p99_ratio", title: "p99 ratio", digits: 2 },
    Column { name: "limit_last_ms", title: "limit: all have it, p99, ms", digits: 1 },
    Column { name: "server_last_ms", title: "server: all have it, p99, ms", digits: 1 },
    Column { name: "limit_per_s", title: "limit: deliveries/s in a burst", digits: 0 },
    Column { name: "server_per_s", title: "server: deliveries/s in a burst", digits: 0 },
    Column { name: "limit_load_percent", title: "terminals' CPU % in a burst, limit", digits: 0 },
    Column { name: "load_cpu_percent", title: "terminals' CPU % in a burst, server", digits: 0 },
    Column { name: "load_per_s", title: "terminals alone could take/s", digits: 0 },
    Column { name: "deliveries", title: "deliveries counted", digits: 0 },
];

pub(crate) fn run(arguments: &arguments::Fanout) -> Result<(), Failure> {
    let most = arguments.terminals.iter().copied().max().unwrap_or_default();
    descriptors((most + MORE) as u64)?;
    let cores = Cores::of_this_machine(arguments.cores)?;
    let (mut rows, mut plots) = (Vec::new(), Vec::new());
    for &terminals in &arguments.terminals {
        for &burst in &arguments.burst {
            let (row, mut plot) = row(arguments, cores, terminals, burst)?;
            rows.push(row);
            plots.append(&mut plot);
        }
    }
    let about = vec![
        ("who runs where", cores.about()),
        (
            "what is counted",
            "CPU of the process, user and system, and of ksoftirqd on its core; publishing is in it".into(),
        ),
        ("rounds", format!("{}, limit and server in turn; medians", arguments.rounds)),
        ("wrong", "0 gaps, 0 repeats: a terminal that gets anything else ends the bench".into()),
    ];
    let report = Report { bench: "fanout", about, columns: COLUMNS.into(), rows, plots };
    report.finish(&arguments.common)
}

fn row(
    arguments: &arguments::Fanout,
    cores: Cores,
    terminals: usize,
    burst: usize,
) -> Result<(Vec<Cell>, Vec<Plot>), Failure> {
    let folder = Folder::within(&arguments.common.folder)?;
    let keys = [("MARQUEE_LIMITS__MAX_CONNECTIONS", (terminals + MORE).max(15_000).to_string())];
    let server = super::pinned::on(cores.server, || Server::start(&folder.of("data"), &keys))??;
    let mut limit = Limit::start(cores)?;
    let mut publisher = Publisher::open(server.address)?;
    let arguments::Fanout { characters, han, rate, seconds, .. } = *arguments;
    let mut notices = Notices { board: BOARD, characters, han, published: 0 };
    let bursts = Bursts { rate, seconds, terminals, burst, core: cores.server, apart: false };
    publisher.publish(&notices.next(1))?;
    let boards = [BOARD.to_owned()];
    let come = |address, counts| Come {
        address,
        boards: &boards,
        kind: "web",
        form: arguments.form,
        counts,
        tokens: &[],
    };
    let mut at_server = Crowd::start(cores, &come(server.address, true))?;
    let mut at_limit = Crowd::start(cores, &come(limit.address, false))?;
    at_server.connect(terminals)?;
    at_limit.connect(terminals)?;
    let mut unheard = Notices { board: UNHEARD, published: 0, ..notices };
    publisher.publish(&unheard.next(1))?;

    let (mut limits, mut gathered, mut servers) = (Vec::new(), Vec::new(), Vec::new());
    let (mut publishing, mut sample) = (Vec::new(), Vec::new());
    let (mut limit_lasts, mut server_lasts, done) = (Times::default(), Times::default(), AtomicU64::new(0));
    let what = format!("{terminals} terminals, bursts of {burst}");
    let rounds = progress::during(&what, &Until::Count(&done, arguments.rounds as u64), || {
        for _ in 0..arguments.rounds {
            // The limit sends what the server sends now: frames grow with the digits of their versions.
            at_server.expect(1)?;
            publisher.publish(&notices.next(1))?;
            at_server.all_there()?;
            sample = at_server.sample()?;
            limit.frame(&framed(arguments.form, &sample))?;
            let (pid, apart) = (limit.pid(), Bursts { apart: true, ..bursts });
            let send = || limit.send(burst, false);
            limits.push(bursts.side(pid, &mut at_limit, &mut limit_lasts, send)?);
            if burst > 1 {
                let send = || limit.send(burst, true);
                gathered.push(apart.side(pid, &mut at_limit, &mut Times::default(), send)?.us);
            }
            let (pid, publish) = (server.pid(), || publisher.publish(&notices.next(burst)));
            servers.push(bursts.side(pid, &mut at_server, &mut server_lasts, publish)?);
            publishing.push(bursts.unheard(pid, || publisher.publish(&unheard.next(burst)))?);
            done.fetch_add(1, Ordering::Relaxed);
        }
        Ok::<_, Failure>(())
    });
    rounds.map_err(|_| Failure::failed("the bench failed"))??;
    let (limit_times, gathered_times) = (at_limit.times()?, at_limit.apart()?);
    let server_times = at_server.times()?;
    drop((at_server, at_limit));
    server.end()?;
    let title = format!("{} · {terminals} terminals · bursts of {burst}", arguments.form.name());
    let ratios: Vec<f64> = servers.iter().zip(&limits).map(|(server, limit)| server.us / limit.us).collect();
    let us = |sides: &[Side]| median(sides.iter().map(|side| side.us));
    let to_gathered = median(servers.iter().zip(&gathered).map(|(server, gathered)| server.us / gathered));
    let (limit_p99, server_p99) = (percentile(&limit_times, 99.0), percentile(&server_times, 99.0));
    // Of single notices there is nothing to gather.
    let if_gathered = |number| if burst > 1 { Cell::Number(number) } else { Cell::Word("–".into()) };
    let cells = vec![
        Cell::Word(arguments.form.name().into()),
        Cell::Count(terminals as u64),
        Cell::Count(burst as u64),
        Cell::Count(sample.len() as u64),
        Cell::Number(us(&limits)),
        if_gathered(median(gathered.iter().copied())),
        Cell::Number(us(&servers)),
        Cell::Number(median(publishing)),
        Cell::Number(median(ratios.iter().copied())),
        Cell::Number(ratios.iter().copied().fold(f64::INFINITY, f64::min)),
        Cell::Number(ratios.iter().copied().fold(0.0, f64::max)),
        if_gathered(to_gathered),
        Cell::Number(percentile(&limit_times, 50.0)),
        Cell::Number(limit_p99),
        Cell::Number(percentile(&server_times, 50.0)),
        Cell::Number(server_p99),
        Cell::Number(server_p99 / limit_p99),
        Cell::Number(limit_lasts.percentile_ms(99.0)),
        Cell::Number(server_lasts.percentile_ms(99.0)),
        Cell::Number(Side::per_s(&limits)),
        Cell::Number(Side::per_s(&servers)),
        Cell::Number(Side::load_percent(&limits)),
        Cell::Number(Side::load_percent(&servers)),
        Cell::Number(Side::load_per_s(&limits)),
        Cell::Count(servers.iter().map(|side| side.deliveries).sum()),
    ];
    let rounds = |of: &[f64]| of.iter().enumerate().map(|(n, us)| (n as f64 + 1.0, *us)).collect::<Vec<_>>();
    let each = |sides: &[Side]| rounds(&sides.iter().map(|side| side.us).collect::<Vec<_>>());
    let mut curves = vec![("limit", curve(&limit_times)), ("server", curve(&server_times))];
    if burst > 1 {
        curves.push(("limit in one writev", curve(&gathered_times)));
    }
    let plots = vec![
        Plot {
            title: format!("{title}: CPU a delivery, each round"),
            x: Axis::Even("round"),
            y: "µs",
            lines: vec![("limit", each(&limits)), ("server", each(&servers))],
        },
        Plot {
            title: format!("{title}: how long a delivery takes"),
            x: Axis::Percent("percent of deliveries"),
            y: "ms",
            lines: curves,
        },
    ];
    Ok((cells, plots))
}

/// An entry as the limit has to send it, so that it is the same bytes on the wire.
fn framed(form: Form, bytes: &[u8]) -> Vec<u8> {
    match form {
        Form::Json | Form::Protobuf => bytes.to_vec(),
        Form::Sse => [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat(),
    }
}

pub(crate) fn median(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = numbers.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => 0.0,
        count if count % 2 == 1 => sorted[count / 2],
        count => f64::midpoint(sorted[count / 2 - 1], sorted[count / 2]),
    }
}

/// Points of what a crowd tells of times: percent and ms.
pub(crate) fn curve(times: &Value) -> Vec<(f64, f64)> {
    let points = times["curve"].as_array().into_iter().flatten();
    points.filter_map(|point| Some((point[0].as_f64()?, point[1].as_f64()?))).collect()
}

pub(crate) fn percentile(times: &Value, percent: f64) -> f64 {
    curve(times).into_iter().find(|(of, _)| *of == percent).map_or(0.0, |(_, ms)| ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_in_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median([]), 0.0);
    }
}
