//! The binary `marquee`. All that it does is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    marquee::run()
}
