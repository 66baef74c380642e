//! `marquee bench revoke`: how soon a terminal is gone whose token is taken back, while notices flow to all of them. Whoever was
//! taken back must get nothing that was published after that was answered; one that does fails the bench.

use super::arguments;
use super::folder::Folder;
use super::frames::{CLOSE, PING, TEXT, frame, pong, version};
use super::http;
use super::keyed::Keyed;
use super::pinned::now_ns;
use super::progress::{self, Until};
use super::resume::descriptors;
use super::server::Server;
use super::table::{Cell, Column, Report};
use super::times::Times;
use crate::Failure;
use serde_json::{Value, json};
use std::cell::{Cell as StdCell, RefCell};
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Notify, Semaphore};
use tokio::task::LocalSet;

const BOARD: &str = "wall";
/// Descriptors beside the terminals' own.
const MORE: usize = 64;
/// Terminals that are on their way in at once.
const AT_ONCE: usize = 64;
/// Everyone who has to go is gone by then, or the bench fails.
const GONE_WITHIN: Duration = Duration::from_secs(30);
/// The close that is due.
const REVOKED: u16 = 4403;

const COLUMNS: [Column; 9] = [
    Column { name: "what", title: "taken back", digits: 0 },
    Column { name: "revocations", title: "times", digits: 0 },
    Column { name: "connections", title: "connections", digits: 0 },
    Column { name: "answered_p50_ms", title: "answered p50, ms", digits: 2 },
    Column { name: "answered_p99_ms", title: "p99", digits: 2 },
    Column { name: "answered_max_ms", title: "worst", digits: 2 },
    Column { name: "closed_p50_ms", title: "closed p50, ms", digits: 2 },
    Column { name: "closed_p99_ms", title: "p99", digits: 2 },
    Column { name: "closed_max_ms", title: "worst", digits: 2 },
];

/// What one terminal has come to.
#[derive(Default)]
struct Seen {
    /// The newest version that it got.
    version: StdCell<u64>,
    /// When its close came, and of what code.
    closed: StdCell<Option<(u64, u16)>>,
}

/// All of them.
#[derive(Default)]
struct Crowd {
    seen: RefCell<Vec<Rc<Seen>>>,
    ready: StdCell<usize>,
    moved: Notify,
    wrong: RefCell<Option<String>>,
}

impl Crowd {
    async fn until(&self, holds: impl Fn(&Self) -> bool) -> Result<(), Failure> {
        let waits = async {
            while !holds(self) && self.wrong.borrow().is_none() {
                self.moved.notified().await;
            }
        };
        let over = tokio::time::timeout(GONE_WITHIN, waits).await;
        match self.wrong.borrow().as_ref() {
            Some(wrong) => Err(Failure::failed(wrong)),
            None => over.map_err(|_| Failure::failed(format!("it was not so after {GONE_WITHIN:?}"))),
        }
    }
}

pub(crate) fn run(arguments: &arguments::Revoke) -> Result<(), Failure> {
    let arguments::Revoke { terminals, singly, rate, .. } = *arguments;
    if singly * 2 > terminals {
        return Err(Failure::usage("some have to stay: let --singly be at most half of --terminals"));
    }
    descriptors((terminals + MORE) as u64)?;
    let folder = Folder::within(&arguments.common.folder)?;
    let keyed = Keyed::within(&folder)?;
    let most = ("MARQUEE_LIMITS__MAX_CONNECTIONS", (terminals + MORE).to_string());
    let server = Server::start_by(&keyed.config, &folder.of("data"), &[most])?;
    let done = AtomicU64::new(0);
    let what = format!("{terminals} terminals, {singly} of them taken back one by one");
    let rows = progress::during(&what, &Until::Count(&done, singly as u64), || {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
        let measured = measured(server.address, &keyed, (terminals, singly, rate), &done);
        LocalSet::new().block_on(&runtime, measured)
    });
    let rows = rows.map_err(|_| Failure::failed("the bench failed"))??;
    server.end()?;
    let about = vec![
        ("closed", "from before the request is written to when the terminal has read its close".to_owned()),
        ("meanwhile", format!("{rate} notices a second to all of them")),
    ];
    let report = Report { bench: "revoke", about, columns: COLUMNS.into(), rows, plots: Vec::new() };
    report.finish(&arguments.common)
}

async fn measured(
    address: SocketAddr,
    keyed: &Keyed,
    (terminals, singly, rate): (usize, usize, u32),
    done: &AtomicU64,
) -> Result<Vec<Vec<Cell>>, Failure> {
    let crowd = Rc::new(Crowd::default());
    let places = Arc::new(Semaphore::new(AT_ONCE));
    for number in 0..terminals {
        let place = places.clone().acquire_owned().await.map_err(Failure::failed)?;
        let (seen, crowd) = (Rc::new(Seen::default()), crowd.clone());
        crowd.seen.borrow_mut().push(seen.clone());
        // Of those who are not taken back one by one, half are of one subject.
        let group = if number >= singly && number % 2 == 0 { "many" } else { "one" };
        let token = keyed.token(
            &format!("{group}-{}", if group == "many" { 0 } else { number }),
            &format!("t-{number}"),
            "subscribe:*",
        )?;
        tokio::task::spawn_local(async move {
            let told = terminal(address, &token, &seen, &crowd, place).await;
            if let Err(error) = told
                && seen.closed.get().is_none()
            {
                crowd.wrong.replace(Some(format!("terminal {number}: {error}")));
            }
            crowd.moved.notify_one();
        });
    }
    crowd.until(|crowd| crowd.ready.get() == terminals).await?;
    let publishing = keyed.header("publisher", "publish:*")?;
    let flows = tokio::task::spawn_local(flow(address, publishing.clone(), rate));
    let mut http = http::Connection::open(address).await.map_err(Failure::failed)?;
    let admin = keyed.header("operator", "admin")?;
    let mut ends = Vec::new();
    let (mut answered, mut closed) = (Times::default(), Times::default());
    let mut numbers: Vec<usize> = (0..singly).collect();
    fastrand::shuffle(&mut numbers);
    for number in numbers {
        let began = now_ns();
        let answer = revoke(&mut http, &admin, &json!({"jti": format!("t-{number}")})).await?;
        answered.add(Duration::from_nanos(now_ns() - began));
        if answer["connections"] != 1 {
            return Err(Failure::failed(format!("one connection was due, and it was answered {answer}")));
        }
        ends.push((number, began, publish(&mut http, &publishing).await?));
        done.fetch_add(1, Ordering::Relaxed);
    }
    crowd
        .until(|crowd| ends.iter().all(|(number, ..)| crowd.seen.borrow()[*number].closed.get().is_some()))
        .await?;
    for (number, began, _) in &ends {
        closed.add(Duration::from_nanos(gone(&crowd, *number)?.saturating_sub(*began)));
    }
    let mut rows = vec![row("a token", ends.len(), ends.len(), &answered, &closed)];
    let many: Vec<usize> = (singly..terminals).filter(|number| number % 2 == 0).collect();
    let (mut answered, mut closed) = (Times::default(), Times::default());
    let began = now_ns();
    let answer = revoke(&mut http, &admin, &json!({"sub": "many-0"})).await?;
    answered.add(Duration::from_nanos(now_ns() - began));
    if answer["connections"] != many.len() {
        return Err(Failure::failed(format!(
            "{} connections were due, and it was answered {answer}",
            many.len()
        )));
    }
    let end = publish(&mut http, &publishing).await?;
    ends.extend(many.iter().map(|number| (*number, began, end)));
    crowd
        .until(|crowd| many.iter().all(|number| crowd.seen.borrow()[*number].closed.get().is_some()))
        .await?;
    for number in &many {
        closed.add(Duration::from_nanos(gone(&crowd, *number)?.saturating_sub(began)));
    }
    rows.push(row("a subject", 1, many.len(), &answered, &closed));
    flows.abort();
    for (number, _, end) in ends {
        let newest = crowd.seen.borrow()[number].version.get();
        if newest >= end {
            let detail = format!("terminal {number} got version {newest}, and was over before {end}");
            return Err(Failure::failed(detail));
        }
    }
    let left = crowd.seen.borrow().iter().filter(|seen| seen.closed.get().is_none()).count();
    if left != terminals - singly - many.len() {
        return Err(Failure::failed(format!("{left} terminals are left")));
    }
    Ok(rows)
}

/// When a terminal was sent away, which has to be for this.
fn gone(crowd: &Crowd, number: usize) -> Result<u64, Failure> {
    match crowd.seen.borrow()[number].closed.get() {
        Some((at, REVOKED)) => Ok(at),
        other => {
            Err(Failure::failed(format!("terminal {number} was to be closed with {REVOKED}: {other:?}")))
        }
    }
}

fn row(what: &str, times: usize, connections: usize, answered: &Times, closed: &Times) -> Vec<Cell> {
    let of = |times: &Times| {
        [times.percentile_ms(50.0), times.percentile_ms(99.0), times.longest_ms()].map(Cell::Number)
    };
    let first = [Cell::Word(what.into()), Cell::Count(times as u64), Cell::Count(connections as u64)];
    first.into_iter().chain(of(answered)).chain(of(closed)).collect()
}

async fn ask(http: &mut http::Connection, path: &str, header: &str, body: &Value) -> Result<Value, Failure> {
    let request = http::request("POST", path, header, &body.to_string());
    let answer = http.ask(request.as_bytes()).await.map_err(Failure::failed)?;
    if !(200..300).contains(&answer.status) {
        let body = String::from_utf8_lossy(answer.body);
        return Err(Failure::failed(format!("{path} was answered {}: {body}", answer.status)));
    }
    serde_json::from_slice(answer.body).map_err(Failure::failed)
}

async fn revoke(http: &mut http::Connection, header: &str, body: &Value) -> Result<Value, Failure> {
    ask(http, "/v1/auth/revoke", header, body).await
}

/// The version of one more notice.
async fn publish(http: &mut http::Connection, header: &str) -> Result<u64, Failure> {
    let notice = json!({"board": BOARD, "text": format!("{:016x}", now_ns())});
    let answer = ask(http, "/v1/notify", header, &notice).await?;
    answer["version"].as_u64().ok_or_else(|| Failure::failed("a notice has no version"))
}

async fn flow(address: SocketAddr, header: String, rate: u32) -> Result<(), Failure> {
    let mut http = http::Connection::open(address).await.map_err(Failure::failed)?;
    let mut beat = tokio::time::interval(Duration::from_secs(1) / rate);
    loop {
        beat.tick().await;
        publish(&mut http, &header).await?;
    }
}

/// One terminal, until its connection ends.
async fn terminal(
    address: SocketAddr,
    token: &str,
    seen: &Seen,
    crowd: &Crowd,
    place: tokio::sync::OwnedSemaphorePermit,
) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!(
        "GET /v1/ws?board={BOARD}&terminal=feed&token={token} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\n\
         upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await?;
    let (mut heard, mut upgraded, mut place) = (Vec::new(), false, Some(place));
    loop {
        let mut piece = [0; 4 << 10];
        let read = stream.read(&mut piece).await?;
        if read == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        heard.extend_from_slice(&piece[..read]);
        if !upgraded && let Some(end) = memchr::memmem::find(&heard, b"\r\n\r\n") {
            if !heard.starts_with(b"HTTP/1.1 101 ") {
                return Err(std::io::Error::other(String::from_utf8_lossy(&heard).into_owned()));
            }
            heard.drain(..end + 4);
            upgraded = true;
        }
        let (mut taken, mut pongs) = (0, Vec::new());
        while upgraded && let Some(frame) = frame(&heard[taken..]) {
            match frame.opcode {
                TEXT => {
                    if let Some(version) = version(frame.payload) {
                        seen.version.set(seen.version.get().max(version));
                        if place.take().is_some() {
                            crowd.ready.set(crowd.ready.get() + 1);
                            crowd.moved.notify_one();
                        }
                    }
                }
                PING => pongs.extend(pong(frame.payload)),
                CLOSE => {
                    let code = frame.payload.first_chunk().map_or(0, |code| u16::from_be_bytes(*code));
                    seen.closed.set(Some((now_ns(), code)));
                    return Ok(());
                }
                _ => {}
            }
            taken += frame.bytes;
        }
        heard.drain(..taken);
        if !pongs.is_empty() {
            stream.write_all(&pongs).await?;
        }
    }
}
