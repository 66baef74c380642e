//! A wall of dots as the program plays it: pictures from its stdout, held against what the server was told.

use crate::process::{LIMIT, Process, agent, marquee};
use serde_json::{Value, json};
use std::io::Read;
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

const COLUMNS: usize = 64;
const ROWS: usize = 16;
/// The colours of URGENT and INFO in the default policy.
const RED: [u8; 3] = [0xff, 0x3b, 0x30];
const WHITE: [u8; 3] = [0xe8, 0xea, 0xed];

struct Wall {
    child: Child,
}

impl Wall {
    fn start(address: SocketAddr, more: &[&str]) -> Self {
        let mut command = marquee();
        command.args(["led", "ops", "--server", &format!("http://{address}")]).args(more);
        let child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        Self { child }
    }

    fn picture(&mut self) -> Vec<[u8; 3]> {
        let mut bytes = [0; COLUMNS * ROWS * 3];
        self.child.stdout.as_mut().unwrap().read_exact(&mut bytes).unwrap();
        bytes.chunks(3).map(|dot| dot.try_into().unwrap()).collect()
    }

    /// The first picture that is so.
    fn until(&mut self, what: &str, is: impl Fn(&[[u8; 3]]) -> bool) -> Vec<[u8; 3]> {
        let begun = Instant::now();
        while begun.elapsed() < LIMIT {
            let picture = self.picture();
            if is(&picture) {
                return picture;
            }
        }
        panic!("it never showed {what}");
    }
}

impl Drop for Wall {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

fn column(picture: &[[u8; 3]], x: usize) -> Vec<[u8; 3]> {
    (0..ROWS).map(|y| picture[y * COLUMNS + x]).collect()
}

fn records(address: SocketAddr) -> Vec<Value> {
    let url = format!("http://{address}/v1/boards/ops/shown");
    let body = agent().get(&url).call().unwrap().body_mut().read_to_string().unwrap();
    body.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_wall_shows_what_it_is_told_and_says_what_it_showed() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let mut wall = Wall::start(server.address, &["--format", "raw", "--name", "hall-3", "--fps", "50"]);
    let dark = |picture: &[[u8; 3]]| picture.iter().all(|dot| *dot == [0; 3]);
    assert!(dark(&wall.picture()));
    let put = |id: &str, level: &str, text: &str| {
        let notice = json!({"board": "ops", "id": id, "level": level, "text": text});
        assert_eq!(server.publish(&notice).unwrap().0, 201);
    };
    put("a", "INFO", "█");
    let white = |picture: &[[u8; 3]]| picture.contains(&WHITE);
    wall.until("a block that enters", white);
    put("u", "URGENT", "down");
    let pinned = |picture: &[[u8; 3]]| column(picture, 0) == [RED; ROWS];
    let picture = wall.until("the pin", pinned);
    assert_eq!(column(&picture, COLUMNS - 1), [RED; ROWS]);
    assert!(!white(&picture), "the pin is on top");
    let delete = format!("http://{}/v1/boards/ops/notices/u", server.address);
    agent().delete(&delete).call().unwrap();
    wall.until("the ribbon again", |picture| !pinned(picture) && white(picture));
    let begun = Instant::now();
    let of = |id: &str, outcome: &str| {
        records(server.address).iter().any(|record| {
            record["id"] == id && record["outcome"] == outcome && record["terminal"] == "hall-3"
        })
    };
    while !(of("a", "completed") && of("u", "cut")) {
        assert!(begun.elapsed() < LIMIT, "{:#?}", records(server.address));
        wall.picture();
    }
}

#[test]
fn a_wall_plays_on_while_the_server_is_away_and_is_right_again_after_it() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let address = server.address;
    let put = |server: &Process, id: &str, level: &str| {
        let notice = json!({"board": "ops", "id": id, "level": level, "text": "█"});
        assert_eq!(server.publish(&notice).unwrap().0, 201);
    };
    put(&server, "a", "INFO");
    let mut wall = Wall::start(address, &["--format", "raw", "--fps", "100"]);
    let enters = |picture: &[[u8; 3]]| column(picture, COLUMNS - 1).contains(&WHITE);
    wall.until("a block that enters", enters);
    server.kill();
    wall.until("the same block on its way out", |picture| {
        column(picture, 0).contains(&WHITE) && column(picture, COLUMNS - 1) == [[0; 3]; ROWS]
    });
    let server = Process::start(data.path(), &address.to_string(), &[]);
    put(&server, "u", "URGENT");
    wall.until("the pin", |picture| column(picture, 0) == [RED; ROWS]);
}

#[test]
fn as_many_pictures_are_written_as_are_asked_for() {
    let data = tempfile::tempdir().unwrap();
    let server = Process::start(data.path(), "127.0.0.1:0", &[]);
    let url = format!("http://{}", server.address);
    let written = |format: &str| {
        let mut command: Command = marquee();
        command.args(["led", "ops", "--server", &url, "--frames", "3", "--fps", "100", "--format", format]);
        let output = marquee_leaks::output(&mut command).unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let ppm = written("ppm");
    assert!(ppm.starts_with(b"P6\n64 16\n255\n"));
    assert_eq!(ppm.len(), 3 * (13 + COLUMNS * ROWS * 3));
    assert_eq!(written("pbm").len(), 3 * (9 + COLUMNS / 8 * ROWS));
    assert_eq!(written("raw").len(), 3 * COLUMNS * ROWS * 3);
    assert_eq!(written("text"), "\n".repeat(3 * (ROWS / 2 + 1)).as_bytes(), "a dark wall");
}
