//! A board watched by the program: a line a change through a pipe, and in a terminal, which is given back as it was.

use crate::keys::{printed, run as run_in};
use crate::process::{LIMIT, Process, marquee};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcgetattr, tcsetwinsize};
use serde_json::json;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::SocketAddr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

/// A terminal of its own process; what it says is read as it comes.
struct Watcher {
    child: Ended,
    lines: Receiver<String>,
    talk: Receiver<String>,
}

fn lines_of(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            // Nobody may be listening any more; the pipe is read all the same.
            let _heard = sender.send(line);
        }
    });
    lines
}

impl Watcher {
    fn start(address: SocketAddr, more: &[&str], environment: &[(&str, &Path)]) -> Self {
        let mut command = marquee();
        command.args(["watch", "ops", "--server", &format!("http://{address}")]).args(more);
        command.envs(environment.iter().copied());
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = lines_of(child.stdout.take().unwrap());
        let talk = lines_of(child.stderr.take().unwrap());
        Self { child: Ended(child), lines, talk }
    }

    /// The next line with these words, and those before it.
    #[track_caller]
    fn until(from: &Receiver<String>, words: &str) -> Vec<String> {
        let (begun, mut seen) = (Instant::now(), Vec::new());
        while let Ok(line) = from.recv_timeout(LIMIT.saturating_sub(begun.elapsed())) {
            seen.push(line);
            if seen.last().unwrap().contains(words) {
                return seen;
            }
        }
        panic!("it never said {words:?}, but {seen:#?}");
    }
}

/// A process that is ended with its test.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.0.kill();
        let _ended = self.0.wait();
    }
}

/// What follows the time of day.
fn said(lines: &[String]) -> Vec<&str> {
    lines.iter().map(|line| line.split_once(' ').unwrap().1).collect()
}

#[test]
fn each_change_of_a_board_is_a_line_also_after_the_server_was_away() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let address = server.address;
    let put = |server: &Process, id: &str, level: &str| {
        let notice = json!({"board": "ops", "id": id, "level": level, "text": format!("text of {id}")});
        assert_eq!(server.publish(&notice).unwrap().0, 201);
    };
    put(&server, "before", "INFO");
    let watcher = Watcher::start(address, &[], &[]);
    let first = Watcher::until(&watcher.lines, "before");
    assert_eq!(said(&first), ["INFO    before active  text of before"]);
    put(&server, "a", "WARNING");
    put(&server, "u", "URGENT");
    let seen = Watcher::until(&watcher.lines, "pinned");
    assert_eq!(
        said(&seen),
        ["WARNING a new  text of a", "URGENT  u new  text of u", "URGENT  u pinned  text of u"]
    );
    server.kill();
    Watcher::until(&watcher.talk, "is not there");
    let server = Process::start(data.path(), &address.to_string(), &[]);
    put(&server, "after", "LOW");
    let seen = Watcher::until(&watcher.lines, "after");
    assert_eq!(said(&seen).last(), Some(&"LOW     after new  text of after"), "{seen:?}");
    assert!(!seen.iter().any(|line| line.contains("text of a ") || line.contains("active")), "nothing twice");
}

#[test]
fn a_watcher_with_a_name_is_in_the_servers_list_and_ends_when_told() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let mut watcher = Watcher::start(server.address, &["--plain", "--name", "大厅 1"], &[]);
    Watcher::until(&watcher.talk, "is live");
    let agent = crate::process::agent();
    let url = format!("http://{}/v1/terminals", server.address);
    let listed = agent.get(&url).call().unwrap().body_mut().read_to_string().unwrap();
    assert!(listed.contains(r#""kind":"web""#) && listed.contains(r#""name":"大厅 1""#), "{listed}");
    let told = Command::new("kill").args(["-TERM", &watcher.child.0.id().to_string()]).status();
    assert!(told.unwrap().success());
    assert_eq!(watcher.child.0.wait().unwrap().code(), Some(0));
}

#[test]
fn a_server_with_keys_is_told_of_and_let_in_by_a_token_that_comes_later() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    printed(&run_in(path, &["init"]));
    let mut command = marquee();
    command.current_dir(path).args(["serve", "--config", "marquee.toml", "--listen", "127.0.0.1:0"]);
    let server = Process::spawn(command);
    let file = path.join("ops.token");
    let token = |scope: &str| printed(&run_in(path, &["token", "--sub", "desk", "--scope", scope]));
    std::fs::write(&file, token("subscribe:other")).unwrap();
    let bare = Watcher::start(server.address, &[], &[]);
    Watcher::until(&bare.talk, "--token-file");
    let watcher = Watcher::start(server.address, &["--token-file", file.to_str().unwrap()], &[]);
    Watcher::until(&watcher.talk, "scope subscribe:ops");
    std::fs::write(path.join("new.token"), token("subscribe:ops")).unwrap();
    std::fs::rename(path.join("new.token"), &file).unwrap();
    Watcher::until(&watcher.talk, "ops is live");
}

#[test]
fn what_cannot_become_right_is_usage() {
    for (arguments, word) in [
        (vec!["watch", "Ops"], "no board's name"),
        (vec!["watch", "ops", "--server", "wall:80"], "http://HOST:PORT"),
        (vec!["watch", "ops", "--name", ""], "--name"),
        (vec!["watch", "ops", "--token-file", "nowhere.token"], "nowhere.token"),
        (vec!["led", "ops", "--rows", "8"], "--rows"),
        (vec!["led", "ops", "--format", "gif"], "ppm"),
    ] {
        let output = marquee_leaks::output(marquee().args(&arguments)).unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
        assert!(told.contains(word), "{arguments:?}: {told}");
    }
}

/// Both ends of a terminal that is made up.
fn terminal(columns: u16, rows: u16) -> (File, File) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap();
    let slave = OpenOptions::new().read(true).write(true).open(OsStr::from_bytes(name.as_bytes())).unwrap();
    let size = Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&slave, size).unwrap();
    (File::from(master), slave)
}

#[test]
fn in_a_terminal_it_is_a_picture_and_the_terminal_is_given_back() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let notice =
        json!({"board": "ops", "id": "u", "level": "URGENT", "text": "the \u{1b}]0;title\u{7} is down"});
    assert_eq!(server.publish(&notice).unwrap().0, 201);
    let (master, slave) = terminal(80, 24);
    let before = tcgetattr(&slave).unwrap();
    let stdio = || Stdio::from(slave.try_clone().unwrap());
    let mut command = marquee();
    command.args(["watch", "ops", "--server", &format!("http://{}", server.address)]);
    command.env("TERM", "xterm-256color").env("NO_COLOR", "1").stdin(stdio()).stdout(stdio()).stderr(stdio());
    let mut child = Ended(command.spawn().unwrap());
    let mut keys = master.try_clone().unwrap();
    let (sender, parts) = channel();
    std::thread::spawn(move || {
        let (mut master, mut bytes) = (master, [0; 4_096]);
        while let Ok(read @ 1..) = master.read(&mut bytes) {
            let _heard = sender.send(bytes[..read].to_vec());
        }
    });
    let mut screen = Vec::new();
    let mut shows = |words: &str| {
        let begun = Instant::now();
        while !String::from_utf8_lossy(&screen).contains(words) {
            let part = parts.recv_timeout(LIMIT.saturating_sub(begun.elapsed()));
            screen.extend(part.unwrap_or_else(|_| panic!("{words:?} never came")));
        }
        String::from_utf8_lossy(&screen).into_owned()
    };
    shows("]0;title is down");
    shows("live   lag 0");
    keys.write_all(b"?").unwrap();
    shows("hold the picture");
    keys.write_all(b"qq").unwrap();
    shows("\u{1b}[?1049l");
    let screen = shows("\u{1b}[?25h");
    assert_eq!(child.0.wait().unwrap().code(), Some(0));
    assert!(!screen.contains("\u{1b}]0;"), "no title is set by a notice");
    let after = tcgetattr(&slave).unwrap();
    assert_eq!((after.local_modes, after.input_modes), (before.local_modes, before.input_modes));
}
