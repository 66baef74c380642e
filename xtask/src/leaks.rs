//! Secrets are looked for in everything that was said while the tests ran: the outputs of a step, and what tests wrote down of
//! servers and programs that they started. What is found fails the step, is told with stars in its place, and is taken out of the
//! step's log. The secrets themselves lie in a folder that only their owner reads, and that is gone when this ends.

use crate::place;
use aho_corasick::AhoCorasick;
use marquee_leaks::{FOLDER, SAID, SECRETS};
use regex::Regex;
use std::collections::BTreeSet;
use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is a secret by its look, whoever made it: tokens with their signature, refresh tokens, keys.
const SHAPES: [&str; 4] = [
    r"eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{20,}",
    r"\bmr_[A-Za-z0-9_-]{1,64}\.[0-9]{1,10}\.[A-Za-z0-9_-]{43}",
    r"\bwhsec_[A-Za-z0-9+/]{20,}={0,2}",
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
];
/// The folder's name.
const NAME: &str = "leaks";
/// What stands in a secret's place.
const STARS: &str = "********";
/// How much of a line is told, in characters.
const EXCERPT_CHARS: usize = 200;
/// How many finds are told one by one.
const TOLD_MAX: usize = 20;

/// The folder of a run.
pub(crate) struct Leaks {
    folder: tempfile::TempDir,
}

impl Leaks {
    /// Makes it below a folder of the build's.
    pub(crate) fn begin(notes: &Path) -> Result<Self, String> {
        let begin = || {
            // One of a run that was killed stays until here.
            let left = notes.join(NAME);
            if left.exists() {
                std::fs::remove_dir_all(&left)?;
            }
            let folder = tempfile::Builder::new().prefix(NAME).rand_bytes(0).tempdir_in(notes)?;
            std::fs::set_permissions(folder.path(), Permissions::from_mode(0o700))?;
            File::create_new(folder.path().join(SECRETS))?.set_permissions(Permissions::from_mode(0o600))?;
            std::fs::create_dir(folder.path().join(SAID))?;
            Ok(Self { folder })
        };
        begin()
            .map_err(|error: std::io::Error| format!("{}: no folder for secrets: {error}", notes.display()))
    }

    /// From now on what this command starts writes down its secrets, and what is said.
    pub(crate) fn watch(&self, command: &mut Command) {
        command.env(FOLDER, self.folder.path());
    }

    /// What leaked in a step, a sentence each. `vain`: a step that has secrets and says something, so that it is a fault if none of
    /// both was written down: nothing would be looked for.
    pub(crate) fn found(&self, step: &str, log: &Path, vain: bool) -> Vec<String> {
        self.search(step, log, vain)
            .unwrap_or_else(|error| vec![format!("leaks could not be looked for: {error}")])
    }

    fn search(&self, step: &str, log: &Path, vain: bool) -> Result<Vec<String>, String> {
        let failed = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", place::short(path));
        let noted = self.folder.path().join(SECRETS);
        let noted = std::fs::read_to_string(&noted).map_err(|error| failed(&noted, &error))?;
        let secrets: BTreeSet<&str> = noted.lines().collect();
        let said = self.said()?;
        if vain && (secrets.is_empty() || said.is_empty()) {
            let what = if secrets.is_empty() { "no secret" } else { "nothing that was said" };
            return Ok(vec![format!("{what} was written down in {step}: let its tests use marquee-leaks")]);
        }
        let look = Look::of(&secrets)?;
        let mut finds = Vec::new();
        for path in std::iter::once(log).chain(said.iter().map(PathBuf::as_path)) {
            let bytes = std::fs::read(path).map_err(|error| failed(path, &error))?;
            let text = String::from_utf8_lossy(&bytes);
            let name = if path == log { "its log" } else { "what a server or a program said" };
            let mut masked = String::new();
            let before = finds.len();
            for (number, line) in (1..).zip(text.lines()) {
                let told = look.masked(line);
                if let Some(told) = &told {
                    finds.push(format!(
                        "a secret leaked in {step}, line {number} of {name}: {}",
                        excerpt(told)
                    ));
                }
                masked.push_str(told.as_deref().unwrap_or(line));
                masked.push('\n');
            }
            // A log stays, and is shown.
            if path == log && finds.len() > before {
                std::fs::write(path, masked).map_err(|error| failed(path, &error))?;
            }
        }
        for path in said {
            // The next step's are its own.
            std::fs::remove_file(&path).map_err(|error| failed(&path, &error))?;
        }
        let more = finds.len().saturating_sub(TOLD_MAX);
        finds.truncate(TOLD_MAX);
        finds.extend((more > 0).then(|| format!("and {more} more")));
        Ok(finds)
    }

    fn said(&self) -> Result<Vec<PathBuf>, String> {
        let folder = self.folder.path().join(SAID);
        let listed = std::fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let listed = listed.map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(listed.into_iter().map(|entry| entry.path()).collect())
    }
}

/// What is looked for.
struct Look {
    secrets: AhoCorasick,
    shapes: Vec<Regex>,
}

impl Look {
    fn of(secrets: &BTreeSet<&str>) -> Result<Self, String> {
        // As it is, as hexadecimal digits, and as the bytes that `{:?}` makes of them.
        let spellings = secrets.iter().flat_map(|secret| {
            let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
            let bytes: Vec<String> = secret.bytes().map(|byte| byte.to_string()).collect();
            [(*secret).to_owned(), hex.to_uppercase(), hex, bytes.join(", ")]
        });
        let secrets = AhoCorasick::new(spellings).map_err(|error| error.to_string())?;
        let shapes = SHAPES.iter().map(|shape| Regex::new(shape)).collect::<Result<_, _>>();
        Ok(Self { secrets, shapes: shapes.map_err(|error| error.to_string())? })
    }

    /// A line with stars in the place of each secret; `None`: there is none.
    fn masked(&self, line: &str) -> Option<String> {
        if !self.secrets.is_match(line) && !self.shapes.iter().any(|shape| shape.is_match(line)) {
            return None;
        }
        // Shapes first: a token whose signature is stars is none any more.
        let shaped = self
            .shapes
            .iter()
            .fold(line.to_owned(), |line, shape| shape.replace_all(&line, STARS).into_owned());
        let mut masked = String::new();
        self.secrets.replace_all_with(&shaped, &mut masked, |_, _, masked| {
            masked.push_str(STARS);
            true
        });
        Some(masked)
    }
}

/// What stands around the first stars.
fn excerpt(masked: &str) -> String {
    let at = masked.find(STARS).unwrap_or_default();
    let before: Vec<char> = masked[..at].chars().rev().take(EXCERPT_CHARS / 2).collect();
    before.into_iter().rev().chain(masked[at..].chars().take(EXCERPT_CHARS / 2)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "a secret of the tests, for this one alone";

    /// What is found where a log and a server have said this.
    fn found(log: &str, said: &str) -> (Vec<String>, String) {
        let leaks = Leaks { folder: tempfile::tempdir().expect("a folder") };
        let folder = leaks.folder.path();
        std::fs::write(folder.join(SECRETS), format!("{SECRET}\n{SECRET}\nanother one of them\n"))
            .expect("secrets");
        std::fs::create_dir(folder.join(SAID)).expect("a folder");
        std::fs::write(folder.join(SAID).join("1"), said).expect("what was said");
        let path = folder.join("step.log");
        std::fs::write(&path, log).expect("a log");
        let finds = leaks.found("rust", &path, true);
        assert!(leaks.said().expect("the folder").is_empty(), "the next step begins anew");
        (finds, std::fs::read_to_string(path).expect("the log"))
    }

    #[test]
    fn a_secret_is_found_wherever_it_was_said_and_is_told_with_stars() {
        let hex: String = SECRET.bytes().map(|byte| format!("{byte:02x}")).collect();
        let bytes = format!("{:?}", SECRET.as_bytes());
        let bytes = bytes.trim_matches(['[', ']']);
        for spelling in [SECRET, &hex, &hex.to_uppercase(), bytes] {
            let line = format!("GET /v1/sync?token={spelling} 200");
            for (log, said) in
                [(format!("one\n{line}\n"), String::new()), ("one\n".into(), format!("{line}\n"))]
            {
                let (finds, kept) = found(&log, &said);
                let [told] = &finds[..] else { panic!("{finds:?}") };
                assert!(told.contains("rust") && told.contains(&format!("token={STARS}")), "{told}");
                assert!(!told.contains(spelling) && !kept.contains(spelling), "{told}: {kept}");
                assert!(kept.starts_with("one\n"), "{kept}");
            }
        }
    }

    #[test]
    fn what_looks_like_a_secret_is_one_whoever_made_it() {
        let signature = "s".repeat(43);
        for shape in [
            format!("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ3YWxsIn0.{signature}"),
            format!("mr_01936d0e-9f3c.12.{signature}"),
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned(),
            "-----BEGIN EC PRIVATE KEY-----".to_owned(),
        ] {
            let (finds, kept) = found(&format!("it is {shape}.\n"), "");
            assert!(
                finds.len() == 1 && !finds[0].contains(&shape) && !kept.contains(&shape),
                "{finds:?}: {kept}"
            );
        }
    }

    #[test]
    fn what_is_none_is_none() {
        let harmless = "the secret is (hidden), test tokens::one_token_is_one ... ok, eyJ, mr_wall.12, whsec_, a secret of\n";
        let (finds, kept) = found(harmless, harmless);
        assert_eq!((finds, kept.as_str()), (Vec::new(), harmless));
    }

    #[test]
    fn many_are_told_by_their_number() {
        let (finds, _) = found(&format!("{SECRET}\n").repeat(TOLD_MAX + 5), "");
        assert_eq!((finds.len(), finds.last().map(String::as_str)), (TOLD_MAX + 1, Some("and 5 more")));
    }

    #[test]
    fn a_step_that_should_have_secrets_and_has_none_is_no_proof() {
        let notes = tempfile::tempdir().expect("a folder");
        // A run before this one was killed.
        std::fs::create_dir(notes.path().join(NAME)).expect("a folder");
        std::fs::write(notes.path().join(NAME).join(SECRETS), "old").expect("secrets");
        let leaks = Leaks::begin(notes.path()).expect("a folder");
        let log = leaks.folder.path().join("step.log");
        std::fs::write(&log, "ok\n").expect("a log");
        assert_eq!(leaks.found("fmt", &log, false), Vec::<String>::new());
        let finds = leaks.found("rust", &log, true);
        assert!(finds.len() == 1 && finds[0].contains("no secret"), "{finds:?}");
        let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        let folder = leaks.folder.path().to_owned();
        assert_eq!((mode(&folder), mode(&folder.join(SECRETS))), (0o700, 0o600));
        drop(leaks);
        assert!(!folder.exists(), "nothing of it stays");
    }
}
