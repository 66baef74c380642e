//! What can be asked of `marquee bench`, and the help that teaches it.

use super::crowd::Form;
use super::notices::Workload;
use super::pinned::Wanted;
use clap::{Args, Subcommand};
use std::path::PathBuf;

const EXAMPLES: &str = "Examples:
  marquee bench publish
      all rows, a minute each
  marquee bench publish --publishers 64 --batch 1,100 --seconds 15 --json
      two rows, sooner, for a program
  marquee bench resume --folder /var/lib
      on the disk that the server will write to
  marquee bench fanout --terminals 10000 --burst 1 --html fanout.html
      one row, and a page with plots

Each bench starts a server of its own, in a temporary folder and on a free port, loads it from
this process, and ends it. Both share the machine: the columns of CPU say who took how much.";

const FANOUT: &str = "What is measured:
  CPU of a delivery: what the process took, user and system, and ksoftirqd on its core, by the
  kernel's count of ns, over the deliveries. Publishing is in it: reading, committing and answering;
  what it takes by itself is the same bursts to a board that nobody follows. Nothing that the process
  does besides is taken off. The CPU of terminals is not in it.
  Limit: a process on the same core that holds as many connections and calls send for each frame and
  connection, with the very bytes that the server sends; or writev for each connection with all frames
  of a burst. All its frames have one version: they are checked by their number.
  How long: from before the limit's first call, or before the publisher writes its request, to when
  the terminals' process has read the frame. A burst waits until the one before is with all.
  Ratios are taken within a round, and the median of the rounds is told.";

const IDLE: &str = "What is measured:
  Bytes a terminal: resident memory of the server when all have been connected for so long, less what
  was resident when 100 had come and gone, over all terminals. CPU: what the server took, and
  ksoftirqd on its core, with its default heartbeat; terminals answer pings. What the server does
  without terminals is not taken off. The kernel's part is of the slabs of sockets and files, as far as
  it tells, by half, because both ends are here.";

const HANDSHAKE: &str = "What is measured:
  CPU of a handshake: what the process took, and ksoftirqd on its core, from the first connect until
  the last terminal has everything, over the terminals: accepting, reading the request, the answer and
  the first frames, with a board also its snapshot. Closing is not in it. Limit: a process that accepts,
  reads the request and answers with the very bytes that the server answered. How long: from before
  a terminal connects until it has everything, with 64 on their way in at once.";

const REVOKE: &str = "What is measured:
  How long a revocation takes to be answered, and until its terminal has read the close, both from
  before the request is written: tokens one by one, at random, and then one subject that half of the
  rest came for. Whoever was taken back has to be closed with 4403, and must not get a notice that was
  published after the answer; the others stay.";

const SLOW: &str = "What is measured:
  Bursts of one to all terminals, and then the same while some do not read: how long a delivery takes
  those who read, from before the publisher writes its request, and by how much the server's resident
  memory grew. The kernel's buffers take some MB a connection before a server can notice anything.";

const STORM: &str = "What is measured:
  From before a publisher writes its request to when the terminals' process has read the frame, by
  one clock of the machine. The server has all cores. A publisher that is late goes on at once. In
  the end every terminal has to have every version of its board, and the deliveries are counted
  against what was accepted: one that is lost, doubled or out of order fails the bench.";

/// The benches.
#[derive(Subcommand)]
#[command(after_help = EXAMPLES)]
pub(crate) enum Bench {
    /// Durable notices a second, how long answers take, and the CPU of each
    Publish(Publish),
    /// How long a start takes until the server is ready, after an end in order and after kill -9
    Start(Start),
    /// Snapshots a second, and the CPU of each beside that of copying its bytes
    Snapshot(Snapshot),
    /// Terminals that come back at once and get what each has missed, while notices are published
    Resume(Resume),
    /// What a delivery to very many terminals costs, beside the bare `send` of its bytes
    Fanout(Fanout),
    /// Memory and CPU of terminals while nothing happens
    Idle(Idle),
    /// CPU and time of letting a terminal in, beside accepting it
    Handshake(Handshake),
    /// How soon terminals are gone whose token is taken back, and that nothing reaches them after
    Revoke(Revoke),
    /// What the others notice of a terminal that stops reading, and what the server holds for it
    Slow(Slow),
    /// Sustained load: how long deliveries take, and that none is lost, doubled or out of order
    Storm(Storm),
    #[command(hide = true)]
    Terminals,
    #[command(hide = true)]
    Limit,
}

/// What all of them take.
#[derive(Args)]
pub(crate) struct Common {
    /// Where the temporary folder is made: on the disk that is to be measured
    #[arg(long, value_name = "DIR", default_value_os_t = std::env::temp_dir())]
    pub(crate) folder: PathBuf,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Write a page with the table and plots to this file, too
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Publish {
    /// Notices in a request: a row each
    #[arg(long, value_delimiter = ',', default_values_t = [1, 16, 100, 1_000],
        value_parser = at_least_one_at_most::<1_000>)]
    pub(crate) batch: Vec<usize>,
    /// Who publishes at once, each over a connection that is kept: a row each
    #[arg(long, value_delimiter = ',', default_values_t = [1, 64],
        value_parser = at_least_one_at_most::<1_000>)]
    pub(crate) publishers: Vec<usize>,
    /// How long each row is measured
    #[arg(long, default_value_t = 60.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    /// What the notices come to
    #[arg(long, value_enum, default_value_t = Workload::Replace)]
    pub(crate) workload: Workload,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct Start {
    /// Entries in the log
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1..=1_500_000))]
    pub(crate) entries: u64,
    /// Starts that are measured, each way
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) times: u32,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct Snapshot {
    /// Notices on the board
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=1_000))]
    pub(crate) notices: u64,
    /// Who asks at once, each over a connection that is kept
    #[arg(long, default_value_t = 8, value_parser = at_least_one_at_most::<1_000>)]
    pub(crate) readers: usize,
    /// How long each form is asked for
    #[arg(long, default_value_t = 10.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
pub(crate) struct Resume {
    /// Terminals that come back
    #[arg(long, default_value_t = 5_000, value_parser = at_least_one_at_most::<14_000>)]
    pub(crate) terminals: usize,
    /// Entries that each has missed: a page that missed more than 1,000 begins anew
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u64).range(1..=1_000))]
    pub(crate) missed: u64,
    /// Notices that are published a second, to another board, before and meanwhile
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub(crate) rate: u32,
    /// How long publishing is measured before they come
    #[arg(long, default_value_t = 10.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
#[command(after_help = FANOUT)]
pub(crate) struct Fanout {
    /// Terminals on the board: a row each
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 10_000],
        value_parser = at_least_one_at_most::<14_000>)]
    pub(crate) terminals: Vec<usize>,
    /// Notices that are published together: a row each
    #[arg(long, value_delimiter = ',', default_values_t = [1, 16], value_parser = at_least_one_at_most::<64>)]
    pub(crate) burst: Vec<usize>,
    /// Bursts a second; one that is late does not wait for the next
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub(crate) rate: u32,
    /// Characters of a text
    #[arg(long, default_value_t = 40, value_parser = at_least_one_at_most::<500>)]
    pub(crate) characters: usize,
    /// Characters of three bytes and two cells instead of ASCII
    #[arg(long)]
    pub(crate) han: bool,
    /// How terminals are spoken to
    #[arg(long, value_enum, default_value_t = Form::Json)]
    pub(crate) form: Form,
    /// Rounds of limit and server in turn
    #[arg(long, default_value_t = 5, value_parser = at_least_one_at_most::<100>)]
    pub(crate) rounds: usize,
    /// How long each is measured in a round
    #[arg(long, default_value_t = 5.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    #[command(flatten)]
    pub(crate) cores: Wanted,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
#[command(after_help = IDLE)]
pub(crate) struct Idle {
    /// Terminals that are connected
    #[arg(long, default_value_t = 10_000, value_parser = at_least_one_at_most::<14_000>)]
    pub(crate) terminals: usize,
    /// How long they are there before memory is measured
    #[arg(long, default_value_t = 60.0, value_parser = seconds)]
    pub(crate) settle: f64,
    /// How long CPU is measured
    #[arg(long, default_value_t = 60.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    #[command(flatten)]
    pub(crate) cores: Wanted,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
#[command(after_help = HANDSHAKE)]
pub(crate) struct Handshake {
    /// Handshakes in a round
    #[arg(long, default_value_t = 5_000, value_parser = at_least_one_at_most::<14_000>)]
    pub(crate) terminals: usize,
    /// Rounds of limit and server in turn
    #[arg(long, default_value_t = 5, value_parser = at_least_one_at_most::<100>)]
    pub(crate) rounds: usize,
    /// On a server with a key, too: all with one token, and each with one of its own
    #[arg(long)]
    pub(crate) tokens: bool,
    #[command(flatten)]
    pub(crate) cores: Wanted,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
#[command(after_help = REVOKE)]
pub(crate) struct Revoke {
    /// Terminals that are connected
    #[arg(long, default_value_t = 5_000, value_parser = at_least_one_at_most::<9_000>)]
    pub(crate) terminals: usize,
    /// Those of them whose tokens are taken back one by one
    #[arg(long, default_value_t = 1_000, value_parser = at_least_one_at_most::<4_500>)]
    pub(crate) singly: usize,
    /// Notices a second to all of them meanwhile
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub(crate) rate: u32,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
#[command(after_help = SLOW)]
pub(crate) struct Slow {
    /// Terminals on the board
    #[arg(long, default_value_t = 1_000, value_parser = at_least_one_at_most::<14_000>)]
    pub(crate) terminals: usize,
    /// Those of them that stop reading
    #[arg(long, default_value_t = 1, value_parser = at_least_one_at_most::<1_000>)]
    pub(crate) stalled: usize,
    /// Notices a second
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub(crate) rate: u32,
    /// For how long they do not read; as long is measured before
    #[arg(long, default_value_t = 60.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    #[command(flatten)]
    pub(crate) cores: Wanted,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args)]
#[command(after_help = STORM)]
pub(crate) struct Storm {
    /// Terminals, each on one of the boards
    #[arg(long, default_value_t = 1_000, value_parser = at_least_one_at_most::<14_000>)]
    pub(crate) terminals: usize,
    /// Boards that are published to
    #[arg(long, default_value_t = 1, value_parser = at_least_one_at_most::<1_000>)]
    pub(crate) boards: usize,
    /// Who publishes at once, each over a connection that is kept
    #[arg(long, default_value_t = 4, value_parser = at_least_one_at_most::<100>)]
    pub(crate) publishers: usize,
    /// Notices a second, of all together
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub(crate) rate: u32,
    /// How long it lasts
    #[arg(long, default_value_t = 60.0, value_parser = seconds)]
    pub(crate) seconds: f64,
    /// How terminals are spoken to
    #[arg(long, value_enum, default_value_t = Form::Json)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) common: Common,
}

fn at_least_one_at_most<const MOST: usize>(word: &str) -> Result<usize, String> {
    let number = word.parse().ok().filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| format!("a number from 1 to {MOST}"))
}

fn seconds(word: &str) -> Result<f64, String> {
    let seconds = word.parse().ok().filter(|seconds| (0.1..=3_600.0).contains(seconds));
    seconds.ok_or_else(|| "a number from 0.1 to 3600".to_owned())
}
