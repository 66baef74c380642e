//! The program under way: started on a folder, waited for by what it says, ended by its id. It reads nothing of its
//! files.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A program that is not ready by then never will be.
const READY_LIMIT: Duration = Duration::from_secs(30);
/// Between two looks at whether it has ended.
const LOOK_EVERY: Duration = Duration::from_millis(2);

/// The binary that is driven, and what all its runs have in common.
#[derive(Clone, Debug)]
pub struct Program {
    /// `marquee-faulty`.
    pub binary: PathBuf,
    /// A planted bug, if any.
    pub bug: Option<String>,
    /// A file of its configuration, if any.
    pub config: Option<PathBuf>,
}

/// A run that never got to listen.
#[derive(Debug)]
pub struct Unready {
    /// How it ended, if it did.
    pub status: Option<ExitStatus>,
    /// What is to be told of it.
    pub sentence: String,
}

impl From<Unready> for String {
    fn from(unready: Unready) -> Self {
        unready.sentence
    }
}

/// One run of it.
pub struct Run {
    child: Child,
    said: Receiver<String>,
    words: Vec<String>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Program {
    /// The names of all its places, or bugs: what it lists under `kill=` or `bug=`.
    pub fn names(&self, of: &str) -> Result<Vec<String>, String> {
        let listed = Command::new(&self.binary).env("MARQUEE_FAULTS", "list").output();
        let listed = listed.map_err(|error| format!("{}: {error}", self.binary.display()))?;
        let text = String::from_utf8_lossy(&listed.stdout).into_owned();
        let names: Vec<_> = text
            .lines()
            .filter_map(|line| line.strip_prefix(of)?.strip_prefix('='))
            .map(str::to_owned)
            .collect();
        if names.is_empty() {
            return Err(format!("{} lists no {of}: is it built with its faults?", self.binary.display()));
        }
        Ok(names)
    }

    /// Starts it on a folder with more wishes, and waits until it listens.
    pub fn start(&self, data: &Path, listen: &str, wishes: &str) -> Result<Run, Unready> {
        let bug = self.bug.as_ref().map(|bug| format!(",bug={bug}")).unwrap_or_default();
        let mut command = Command::new(&self.binary);
        command
            .args(["serve", "--listen", listen, "--data"])
            .arg(data)
            .args(self.config.iter().flat_map(|config| [Path::new("--config"), config]))
            .env("MARQUEE_FAULTS", format!("{wishes}{bug}"))
            .env("MARQUEE_KEEP__KEEP_ENTRIES", KEEP_ENTRIES)
            .env("MARQUEE_LOG__FILTER", "warn");
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().map_err(
                |error| Unready {
                    status: None,
                    sentence: format!("{} could not be started: {error}", self.binary.display()),
                },
            )?;
        let (sender, said) = channel();
        if let Some(stderr) = child.stderr.take() {
            std::thread::spawn(move || {
                for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                    // Nobody may be listening any more; the pipe is read all the same.
                    let _heard = sender.send(line);
                }
            });
        }
        let mut run = Run { child, said, words: Vec::new(), address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        run.address = run.listens()?;
        Ok(run)
    }
}

/// So many entries of a board are kept: more than one run makes, so that whatever is told can be looked up, and few
/// enough that a series comes to trimming.
const KEEP_ENTRIES: &str = "1500";

impl Run {
    fn listens(&mut self) -> Result<SocketAddr, Unready> {
        let begun = Instant::now();
        while let Ok(line) = self.said.recv_timeout(READY_LIMIT.saturating_sub(begun.elapsed())) {
            let address =
                line.split_once("listening on http://").and_then(|(_, address)| address.parse().ok());
            self.words.push(line);
            if let Some(address) = address {
                return Ok(address);
            }
        }
        // It has ended if it has nothing more to say.
        let status = self.ends_within(READY_LIMIT.saturating_sub(begun.elapsed()));
        Err(Unready { status, sentence: format!("it did not get ready; it said {:#?}", self.words) })
    }

    /// Whether it has ended.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Waits until it ends by itself; `None`: it had not at the limit.
    pub fn ends_within(&mut self, limit: Duration) -> Option<ExitStatus> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.ended() {
                return Some(status);
            }
            if begun.elapsed() > limit {
                return None;
            }
            std::thread::sleep(LOOK_EVERY);
        }
    }

    /// Lets it say and do nothing more, without ending it, if it has not ended by itself. What it waits for in the kernel may come to its end there, and
    /// nobody hears of it.
    pub fn hold(&mut self) -> Result<(), String> {
        if self.ended().is_some() {
            return Ok(());
        }
        let told = Command::new("kill").args(["-STOP", &self.child.id().to_string()]).status();
        if !told.map_err(|error| format!("kill: {error}"))?.success() {
            return Err("kill: the process cannot be held".into());
        }
        let begun = Instant::now();
        while !self.is_held()? {
            if begun.elapsed() > READY_LIMIT {
                return Err("the process goes on although it was told to stop".into());
            }
            std::thread::sleep(LOOK_EVERY);
        }
        Ok(())
    }

    /// Whether each of its threads is stopped, over, or in a wait of the kernel that it cannot come back from unheld.
    fn is_held(&self) -> Result<bool, String> {
        let wrong = |error: std::io::Error| format!("the threads of the process: {error}");
        for thread in std::fs::read_dir(format!("/proc/{}/task", self.child.id())).map_err(wrong)? {
            // One that is gone meanwhile does nothing more.
            let stat =
                std::fs::read_to_string(thread.map_err(wrong)?.path().join("stat")).unwrap_or_default();
            let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
            if matches!(state, Some('R' | 'S')) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Ends it as a power cut of the process would.
    pub fn kill(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }

    /// What it has said so far.
    pub fn words(&mut self) -> String {
        self.words.extend(self.said.try_iter());
        self.words.join("\n")
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.kill();
    }
}
