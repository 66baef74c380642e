//! `marquee bench slow`: some of many terminals stop reading. What the others notice is held against the time before, in the
//! same run; what the server holds for the slow ones is how much more memory it has then.

use super::arguments;
use super::bursts::{Bursts, Notices};
use super::crowd::{Come, Crowd, Form};
use super::fanout::{curve, percentile};
use super::folder::Folder;
use super::idle::resident_bytes;
use super::pinned::{self, Cores};
use super::progress::{self, Until};
use super::publisher::Publisher;
use super::resume::descriptors;
use super::server::Server;
use super::table::{Axis, Cell, Column, Plot, Report};
use super::times::Times;
use crate::Failure;
use std::time::Duration;

const BOARD: &str = "wall";
/// Descriptors and connections beside the terminals' own.
const MORE: usize = 64;
/// Notices before anything is measured: as many as the server keeps in memory, so that it grows no more for them.
const BEFORE: usize = 1_100;
/// Notices in one request of those.
const AT_ONCE: usize = 100;

const COLUMNS: [Column; 10] = [
    Column { name: "terminals", title: "terminals", digits: 0 },
    Column { name: "stalled", title: "of them do not read", digits: 0 },
    Column { name: "seconds", title: "for, s", digits: 0 },
    Column { name: "p50_before_ms", title: "p50 before, ms", digits: 2 },
    Column { name: "p50_ms", title: "the others' p50, ms", digits: 2 },
    Column { name: "p99_before_ms", title: "p99 before, ms", digits: 2 },
    Column { name: "p99_ms", title: "the others' p99, ms", digits: 2 },
    Column { name: "p99_ratio", title: "p99 ratio", digits: 3 },
    Column { name: "grown_before_kib", title: "memory grown before, KiB", digits: 0 },
    Column { name: "grown_kib", title: "memory grown with it, KiB", digits: 0 },
];

pub(crate) fn run(arguments: &arguments::Slow) -> Result<(), Failure> {
    let arguments::Slow { terminals, stalled, rate, seconds, .. } = *arguments;
    if stalled >= terminals {
        return Err(Failure::usage("some have to read: let --stalled be less than --terminals"));
    }
    descriptors((terminals + MORE) as u64)?;
    let cores = Cores::of_this_machine(arguments.cores)?;
    let folder = Folder::within(&arguments.common.folder)?;
    let server = pinned::on(cores.server, || Server::start(&folder.of("data"), &[]))??;
    let mut publisher = Publisher::open(server.address)?;
    let mut notices = Notices { board: BOARD, characters: 40, han: false, published: 0 };
    for _ in 0..BEFORE / AT_ONCE {
        publisher.publish(&notices.next(AT_ONCE))?;
    }
    let boards = [BOARD.to_owned()];
    let come = Come {
        address: server.address,
        boards: &boards,
        kind: "web",
        form: Form::Json,
        counts: true,
        tokens: &[],
    };
    let mut crowd = Crowd::start(cores, &come)?;
    crowd.connect(terminals)?;
    let bursts = Bursts { rate, seconds, terminals, burst: 1, core: cores.server, apart: false };
    let mut side = |what: &str, bursts: Bursts, crowd: &mut Crowd| {
        let before = resident_bytes(server.pid())?;
        let lasts = Duration::from_secs_f64(bursts.seconds);
        let done = progress::during(what, &Until::Time(lasts), || {
            let send = || publisher.publish(&notices.next(1));
            bursts.side(server.pid(), crowd, &mut Times::default(), send)
        });
        done.map_err(|_| Failure::failed("the bench failed"))??;
        Ok::<_, Failure>((crowd.times()?, (resident_bytes(server.pid())? - before) / 1_024.0))
    };
    // What comes first is never like what follows.
    side("beginning", Bursts { seconds: seconds.min(5.0), ..bursts }, &mut crowd)?;
    let (times_before, grown_before) = side("all terminals read", bursts, &mut crowd)?;
    crowd.stall(stalled)?;
    let fewer = Bursts { terminals: terminals - stalled, ..bursts };
    let (times, grown) = side(&format!("{stalled} of {terminals} do not read"), fewer, &mut crowd)?;
    drop(crowd);
    server.end()?;
    let of = |percent| (percentile(&times_before, percent), percentile(&times, percent));
    let (p50, p99) = (of(50.0), of(99.0));
    let row = vec![
        Cell::Count(terminals as u64),
        Cell::Count(stalled as u64),
        Cell::Number(seconds),
        Cell::Number(p50.0),
        Cell::Number(p50.1),
        Cell::Number(p99.0),
        Cell::Number(p99.1),
        Cell::Number(p99.1 / p99.0.max(f64::MIN_POSITIVE)),
        Cell::Number(grown_before),
        Cell::Number(grown),
    ];
    let plots = vec![Plot {
        title: "how long a delivery takes those who read".into(),
        x: Axis::Percent("percent of deliveries"),
        y: "ms",
        lines: vec![("before", curve(&times_before)), ("with the slow", curve(&times))],
    }];
    let about = vec![("who runs where", cores.about())];
    Report { bench: "slow", about, columns: COLUMNS.into(), rows: vec![row], plots }.finish(&arguments.common)
}
