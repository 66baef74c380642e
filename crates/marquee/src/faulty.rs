//! The binary `marquee-faulty`: the same program with faults on purpose, which the environment wishes. It is for the
//! proofs alone and never shipped.

use std::process::ExitCode;

fn main() -> ExitCode {
    marquee_faults::begin();
    marquee::run()
}
