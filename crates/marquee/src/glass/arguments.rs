//! What can be asked of the commands that are terminals, and the help that teaches it.

use crate::auth::arguments::Bearer;
use clap::{Args, ValueEnum};

const WATCH: &str = "Examples:
  marquee watch ops
      the board ops in this terminal: space holds the picture, ? tells the keys, q ends
  marquee watch ops --plain | tee ops.txt
      a line for each change, for pipes, logs and screen readers; times are the server's, in UTC
  marquee watch ops --server https://wall.example --token-file ops.token
      a server with keys: the file is read again before its token ends, so write a newer one into it";

const LED: &str = "Examples:
  marquee led ops --format text --columns 96
      a look at what a wall of 96 × 16 dots shows, in this terminal
  marquee led ops --columns 128 --rows 32 --name hall-3 > /dev/my-matrix
      a stream of P6 pictures, 25 a second, to whatever drives the matrix; what was shown is reported as hall-3's
  marquee led ops --format raw | my-driver
      bare pixels, three bytes each, COLUMNS × ROWS × 3 bytes a picture

docs/terminals.md tells how to drive a matrix.";

/// How a terminal reaches its board.
#[derive(Args)]
pub(crate) struct Place {
    /// The board
    #[arg(value_name = "BOARD", default_value = "main")]
    pub(crate) board: String,
    /// The server
    #[arg(long, env = "MARQUEE_SERVER", default_value = "http://127.0.0.1:8080")]
    pub(crate) server: String,
    #[command(flatten)]
    pub(crate) bearer: Bearer,
    /// What this terminal is called in the server's list of terminals, and in its record of what was shown
    #[arg(long)]
    pub(crate) name: Option<String>,
}

#[derive(Args)]
#[command(after_help = WATCH)]
pub(crate) struct Watch {
    #[command(flatten)]
    pub(crate) place: Place,
    /// A line for each change in place of the moving picture; so it is anyway where the output is no terminal
    #[arg(long)]
    pub(crate) plain: bool,
}

#[derive(Args)]
#[command(after_help = LED)]
pub(crate) struct Led {
    #[command(flatten)]
    pub(crate) place: Place,
    /// How wide the matrix is, in dots
    #[arg(long, value_name = "DOTS", default_value = "64", value_parser = clap::value_parser!(u16).range(8..=4096))]
    pub(crate) columns: u16,
    /// How high it is, in dots: 16, or a multiple, by which the letters grow
    #[arg(long, value_name = "DOTS", default_value = "16", value_parser = clap::value_parser!(u16).range(16..=512))]
    pub(crate) rows: u16,
    /// How pictures are written
    #[arg(long, value_enum, default_value = "ppm")]
    pub(crate) format: Format,
    /// Pictures a second
    #[arg(long, default_value = "25", value_parser = clap::value_parser!(u16).range(1..=120))]
    pub(crate) fps: u16,
    /// End after so many pictures [default: never]
    #[arg(long, value_name = "N")]
    pub(crate) frames: Option<u64>,
}

/// How a picture is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// One bit a dot: P4 pictures one after the other; a 1 is a dot that is lit
    Pbm,
    /// Three bytes a dot: P6 pictures one after the other
    Ppm,
    /// The bytes of P6 without its head
    Raw,
    /// Blocks of text, two dots one above the other in a character: for a look
    Text,
}
