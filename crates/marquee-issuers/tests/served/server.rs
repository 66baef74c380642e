//! A small HTTP server on 127.0.0.1: it answers each path as it is told to, and remembers what it was asked for. It knows nothing of
//! keys.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// Far longer than anything here takes.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

/// How a path is answered.
#[derive(Clone)]
pub(crate) enum Answer {
    /// The head's lines after the first, and the body.
    Whole(&'static str, &'static str, String),
    /// Zeros without end.
    Endless,
    /// The first byte of many, and then nothing.
    Stalled,
    /// A body that is shorter than was said.
    CutOff,
}

#[derive(Default)]
struct Shared {
    answers: Mutex<HashMap<String, Answer>>,
    asked: Mutex<Vec<String>>,
    more: Condvar,
}

pub(crate) struct Site {
    pub(crate) address: SocketAddr,
    shared: Arc<Shared>,
}

impl Site {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (address, shared) = (listener.local_addr().unwrap(), Arc::new(Shared::default()));
        let serving = shared.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (stream, serving) = (stream.unwrap(), serving.clone());
                // A caller that has gone away is no fault here.
                std::thread::spawn(move || serve(stream, &serving).is_ok());
            }
        });
        Self { address, shared }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn answers(&self, path: &str, answer: Answer) {
        self.shared.answers.lock().unwrap().insert(path.to_owned(), answer);
    }

    pub(crate) fn gives(&self, path: &str, headers: &'static str, body: impl Into<String>) {
        self.answers(path, Answer::Whole("200 OK", headers, body.into()));
    }

    pub(crate) fn sends_on(&self, path: &str, to: &str) {
        let headers: &'static str = format!("location: {to}\r\n").leak();
        self.answers(path, Answer::Whole("302 Found", headers, String::new()));
    }

    pub(crate) fn asked(&self) -> Vec<String> {
        self.shared.asked.lock().unwrap().clone()
    }

    /// Waits until it was asked so often.
    pub(crate) fn until_asked(&self, times: usize) {
        let asked = self.shared.asked.lock().unwrap();
        let (asked, waited) =
            self.shared.more.wait_timeout_while(asked, LIMIT, |asked| asked.len() < times).unwrap();
        assert!(!waited.timed_out(), "{asked:?}, where {times} were due");
    }
}

fn serve(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let answer = shared.answers.lock().unwrap().get(&path).cloned();
    shared.asked.lock().unwrap().push(path);
    shared.more.notify_all();
    let mut stream = stream;
    match answer {
        None => write!(stream, "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"),
        Some(Answer::Whole(status, headers, body)) => {
            write!(stream, "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len())
        }
        Some(Answer::Endless) => {
            write!(stream, "HTTP/1.1 200 OK\r\n\r\n")?;
            loop {
                stream.write_all(&[b'0'; 4_096])?;
            }
        }
        Some(Answer::Stalled) => {
            write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{{")?;
            // Until the caller goes.
            lines.next().transpose().map(|_| ())
        }
        Some(Answer::CutOff) => write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{{}}"),
    }
}
