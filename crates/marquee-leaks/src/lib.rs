//! Secrets of the tests, and what is said while they run: both are written down in a folder that `cargo xtask test` makes and
//! removes, so that it can look for the one in the other. Without that folder nothing is written anywhere. It is for tests alone,
//! and no crate of the product imports it.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Names the folder.
pub const FOLDER: &str = "MARQUEE_LEAKS";
/// The file in it that has a secret a line. It is there before the first test, readable by its owner alone.
pub const SECRETS: &str = "secrets";
/// The folder in it that has a file for each process: what was said there.
pub const SAID: &str = "said";
/// A shorter text is found in what is no leak. A test that means to be looked after gives its secrets more.
pub const SECRET_BYTES_MIN: usize = 12;

fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

/// Writes a secret down, and gives it back. Of one with several lines, such as a PEM, each is a secret.
pub fn secret(text: &str) -> &str {
    assert!(text.len() >= SECRET_BYTES_MIN, "give the test a secret of {SECRET_BYTES_MIN} bytes at least");
    if let Some(folder) = folder() {
        note(&folder, text).unwrap_or_else(|error| panic!("{} in {}: {error}", SECRETS, folder.display()));
    }
    text
}

/// Writes the part of a token down that proves it: what follows the last dot.
pub fn token(token: String) -> String {
    secret(token.rsplit('.').next().unwrap_or(&token));
    token
}

fn note(folder: &Path, text: &str) -> io::Result<()> {
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with("-----"));
    let lines: String =
        lines.filter(|line| line.len() >= SECRET_BYTES_MIN).map(|line| format!("{line}\n")).collect();
    // One write: others write at the same time.
    File::options().append(true).open(folder.join(SECRETS))?.write_all(lines.as_bytes())
}

/// Where this process writes what is said in it, if that is wanted: diagnostics of a server within a test, what another program
/// says to one.
pub fn said() -> Option<File> {
    let folder = folder()?.join(SAID);
    let open = || {
        std::fs::create_dir_all(&folder)?;
        File::options().create(true).append(true).open(folder.join(std::process::id().to_string()))
    };
    Some(open().unwrap_or_else(|error| panic!("{}: {error}", folder.display())))
}

/// Runs a program to its end; what it says is looked through, on both of its outputs.
pub fn output(command: &mut Command) -> io::Result<Output> {
    let output = command.output()?;
    hear(&[&output.stdout, &output.stderr]);
    Ok(output)
}

/// The same of the one kind of program that is asked for a secret, such as one that makes a token: its answer on stdout is looked
/// at by nobody else, what it says beside it is.
pub fn output_that_is_secret(command: &mut Command) -> io::Result<Output> {
    let output = command.output()?;
    hear(&[&output.stderr]);
    Ok(output)
}

fn hear(told: &[&[u8]]) {
    let Some(mut said) = said() else { return };
    for told in told {
        said.write_all(told).unwrap_or_else(|error| panic!("what was said cannot be written down: {error}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_a_secret_is_written_down_but_for_the_frame_of_a_pem() {
        let folder = tempfile::tempdir().unwrap();
        assert!(note(folder.path(), "a secret of some length").is_err(), "the file is there before");
        std::fs::write(folder.path().join(SECRETS), "").unwrap();
        note(folder.path(), "a secret of some length").unwrap();
        note(
            folder.path(),
            "-----BEGIN X-----\nMIIEvQIBADANBgkqhkiG9w0\nshort\n  MIIBIjANBgkqhkiG9w0B  \n-----END X-----\n",
        )
        .unwrap();
        let noted = std::fs::read_to_string(folder.path().join(SECRETS)).unwrap();
        assert_eq!(noted, "a secret of some length\nMIIEvQIBADANBgkqhkiG9w0\nMIIBIjANBgkqhkiG9w0B\n");
    }

    #[test]
    #[should_panic(expected = "12 bytes at least")]
    fn a_secret_that_is_too_short_to_look_for_is_a_fault_of_its_test() {
        secret("s3cret");
    }
}
