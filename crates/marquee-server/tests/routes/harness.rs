//! A whole server for one test, on a port, a folder and a log of its own, and clients that talk to it as strangers
//! do. Nothing here sleeps: whatever is waited for has a limit, and says what was waited for.

use marquee_core::Epoch;
use marquee_log::SqliteLog;
use marquee_log::faults::FaultyLog;
use marquee_server::{Config, RunError, Server};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, Once};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{self, Message, WebSocket};

/// Far longer than anything here takes.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

/// A server and its data.
pub(crate) struct TestServer {
    pub(crate) address: SocketAddr,
    /// Fails when it is told to.
    pub(crate) log: Arc<FaultyLog>,
    folder: Option<TempDir>,
    config: Config,
    running: Option<Running>,
}

struct Running {
    first: oneshot::Sender<()>,
    second: oneshot::Sender<()>,
    thread: JoinHandle<Result<(), RunError>>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: ureq::http::HeaderMap,
    pub(crate) bytes: Vec<u8>,
    /// The same as text, as far as it is any.
    pub(crate) text: String,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The pointers of a problem's faults.
    pub(crate) fn pointers(&self) -> Vec<String> {
        let problem = self.json();
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|fault| fault["pointer"].as_str().unwrap().to_owned()).collect()
    }
}

impl TestServer {
    /// With the configuration as it comes.
    pub(crate) fn start() -> Self {
        Self::start_with(|_| {})
    }

    /// With a changed configuration.
    pub(crate) fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            data: folder.path().to_owned(),
            drain_ms: 200,
            ..Config::default()
        };
        change(&mut config);
        let (log, address, running) = run(&config);
        Self { address, log, folder: Some(folder), config, running: Some(running) }
    }

    /// Ends it cleanly and starts it again on its data and its port.
    pub(crate) fn restart(&mut self) {
        self.restart_after(|_| {});
    }

    /// The same; in between something happens to the folder of its log.
    pub(crate) fn restart_after(&mut self, happens: impl FnOnce(&Path)) {
        self.stop();
        self.config.listen = self.address;
        // The old log is closed first: one folder, one server.
        self.log = FaultyLog::new(Arc::new(open(tempfile::tempdir().unwrap().path())));
        happens(&self.config.data);
        let (log, address, running) = run(&self.config);
        (self.log, self.address, self.running) = (log, address, Some(running));
    }

    /// As SIGTERM does: it drains; what it ended with.
    pub(crate) fn stop(&mut self) -> Option<Result<(), RunError>> {
        let running = self.running.take()?;
        let _ended = running.first.send(());
        let result = running.thread.join().unwrap();
        drop(running.second);
        Some(result)
    }

    /// SIGTERM without waiting for the end.
    pub(crate) fn begin_drain(&mut self) {
        let Running { first, second, thread } = self.running.take().unwrap();
        let _ended = first.send(());
        let (first, _) = oneshot::channel();
        self.running = Some(Running { first, second, thread });
    }

    /// The second signal, after which nothing is waited for.
    pub(crate) fn end_at_once(&mut self) {
        let Running { first, second, thread } = self.running.take().unwrap();
        let _ended = second.send(());
        let (second, _) = oneshot::channel();
        self.running = Some(Running { first, second, thread });
    }

    /// Waits for an end that nobody asked for.
    pub(crate) fn ends_by_itself(&mut self) -> Result<(), RunError> {
        let thread = self.running.take().unwrap().thread;
        let (ended, end) = std::sync::mpsc::channel();
        std::thread::spawn(move || ended.send(thread.join().unwrap()));
        end.recv_timeout(LIMIT).expect("the server went on")
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "")
    }

    /// How a part does that can fail without ending the server.
    pub(crate) fn check(&self, part: &str) -> Value {
        let ready = self.get("/readyz?verbose");
        assert_eq!(ready.status, 200, "{}", ready.text);
        let checks = ready.json()["checks"].as_array().unwrap().clone();
        checks.into_iter().find(|check| check["name"] == part).unwrap_or_default()
    }

    pub(crate) fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, &[], "")
    }

    /// `POST /v1/notify` of one JSON value.
    pub(crate) fn notify(&self, notice: &Value) -> Answer {
        self.post("/v1/notify", "application/json", notice.to_string())
    }

    /// Publishes a text to a board under an id; it has to be accepted.
    pub(crate) fn publish(&self, board: &str, id: &str) -> Value {
        let answer = self.notify(&json!({"board": board, "id": id, "text": format!("text of {id}")}));
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()
    }

    pub(crate) fn put(&self, path: &str, notice: &Value) -> Answer {
        self.send("PUT", path, &[("content-type", "application/json")], notice.to_string())
    }

    pub(crate) fn post(&self, path: &str, content_type: &str, body: impl AsRef<[u8]>) -> Answer {
        self.send("POST", path, &[("content-type", content_type)], body)
    }

    /// Any request.
    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl AsRef<[u8]>,
    ) -> Answer {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(LIMIT))
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .proxy(None)
            .build();
        let agent: ureq::Agent = config.into();
        let mut request = ureq::http::Request::builder().method(method).uri(self.url(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = body.as_ref();
        let mut response = if body.is_empty() && method != "POST" {
            agent.run(request.body(()).unwrap())
        } else {
            agent.run(request.body(body).unwrap())
        }
        .unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.body_mut().read_to_vec();
        let bytes =
            bytes.unwrap_or_else(|error| panic!("{method} {path}: {status} {headers:?}, then {error}"));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status, headers, bytes, text }
    }

    /// Bytes as they are, and all that comes back until the server closes or says nothing for the limit.
    pub(crate) fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = self.tcp();
        stream.write_all(bytes).unwrap();
        let mut answer = Vec::new();
        // A reset after the answer is an end like any other.
        let _ended = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub(crate) fn tcp(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        stream.set_write_timeout(Some(LIMIT)).unwrap();
        stream
    }

    /// A terminal on a path as `/v1/ws?board=ops`.
    pub(crate) fn ws(&self, path: &str) -> Terminal {
        self.try_ws(path, &[]).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A terminal, or why it was not let in.
    pub(crate) fn try_ws(&self, path: &str, headers: &[(&'static str, &str)]) -> Result<Terminal, String> {
        let mut request = format!("ws://{}{path}", self.address).into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        match tungstenite::client(request, self.tcp()) {
            Ok((socket, response)) => {
                let subprotocol = response.headers().get("sec-websocket-protocol");
                let subprotocol = subprotocol.map(|value| value.to_str().unwrap().to_owned());
                Ok(Terminal { socket, subprotocol })
            }
            Err(tungstenite::HandshakeError::Failure(tungstenite::Error::Http(response))) => {
                let body = response.body().as_deref().map(String::from_utf8_lossy).unwrap_or_default();
                Err(format!("{} {body}", response.status().as_u16()))
            }
            Err(error) => Err(error.to_string()),
        }
    }

    /// A stream of events on a path as `/v1/sse?board=ops`.
    pub(crate) fn sse(&self, path: &str, headers: &[(&str, &str)]) -> Events {
        let mut stream = self.tcp();
        let mut head = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n", self.address);
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
        let mut events = Events { stream, head: String::new(), chunked: Vec::new(), text: String::new() };
        events.read_head();
        events
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        if let Some(result) = self.stop() {
            assert_eq!(result, Ok(()), "the server did not end cleanly");
        }
        drop(self.folder.take());
    }
}

fn open(folder: &Path) -> SqliteLog {
    SqliteLog::open(folder, || Epoch::parse("testepoch").unwrap()).unwrap()
}

/// What was told of snapshots that were encoded, by all servers of these tests.
pub(crate) static TOLD_OF_SNAPSHOTS: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Where all servers of these tests tell their operator, a line a write: a process has one place for it.
struct Told(Option<File>);

impl Write for Told {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        if String::from_utf8_lossy(line).contains("a snapshot is ") {
            TOLD_OF_SNAPSHOTS.lock().unwrap().extend_from_slice(line);
        }
        // It is looked through for secrets.
        self.0.as_mut().map_or(Ok(line.len()), |said| said.write_all(line).map(|()| line.len()))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn hear_what_is_told() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        let said = marquee_leaks::said();
        let filter = if said.is_some() { "debug" } else { "marquee_edge=debug" };
        let told = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false);
        told.with_writer(Mutex::new(Told(said))).init();
    });
}

fn run(config: &Config) -> (Arc<FaultyLog>, SocketAddr, Running) {
    hear_what_is_told();
    let log = FaultyLog::new(Arc::new(open(&config.data)));
    let server = Server::with_log(config, log.clone()).unwrap();
    let address = server.address();
    let ((first, told_first), (second, told_second)) = (oneshot::channel(), oneshot::channel());
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let told = async |told: oneshot::Receiver<()>| {
            // A sender that is gone tells nothing.
            if told.await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        runtime.block_on(server.run(told(told_first), told(told_second)))
    });
    (log, address, Running { first, second, thread })
}

/// A WebSocket terminal.
pub(crate) struct Terminal {
    pub(crate) socket: WebSocket<TcpStream>,
    pub(crate) subprotocol: Option<String>,
}

impl Terminal {
    pub(crate) fn send(&mut self, request: &Value) {
        self.socket.send(Message::text(request.to_string())).unwrap();
    }

    /// The next frame.
    pub(crate) fn next(&mut self) -> Value {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => return serde_json::from_str(&text).unwrap(),
                Ok(Message::Ping(_) | Message::Pong(_)) => {}
                other => panic!("a frame was due, not {other:?}"),
            }
        }
    }

    /// The next frame, which has to be of a type.
    pub(crate) fn expect(&mut self, kind: &str) -> Value {
        let frame = self.next();
        assert_eq!(frame["type"], kind, "{frame}");
        frame
    }

    /// Frames up to the first of a type, which is given.
    pub(crate) fn until(&mut self, kind: &str) -> Value {
        let begun = Instant::now();
        loop {
            let frame = self.next();
            if frame["type"] == kind {
                return frame;
            }
            assert!(begun.elapsed() < LIMIT, "no {kind} came");
        }
    }

    /// The code of the close, and what came before it.
    pub(crate) fn close(&mut self) -> (u16, Vec<Value>) {
        let mut frames = Vec::new();
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => frames.push(serde_json::from_str(&text).unwrap()),
                Ok(Message::Close(Some(close))) => return (close.code.into(), frames),
                Ok(Message::Ping(_) | Message::Pong(_)) => {}
                other => panic!("a close was due, not {other:?}; before it came {frames:?}"),
            }
        }
    }
}

/// One event of a stream.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) id: Option<String>,
    pub(crate) data: Value,
}

/// A stream of events, read as a browser does.
pub(crate) struct Events {
    stream: TcpStream,
    pub(crate) head: String,
    chunked: Vec<u8>,
    text: String,
}

impl Events {
    fn read_head(&mut self) {
        let mut byte = [0];
        while !self.head.ends_with("\r\n\r\n") {
            self.stream.read_exact(&mut byte).unwrap();
            self.head.push(char::from(byte[0]));
        }
    }

    /// The next block of lines, without the blank one that ends it; `None`: the stream has ended.
    pub(crate) fn block(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.text.find("\n\n") {
                let block = self.text[..end].to_owned();
                self.text.drain(..end + 2);
                return Some(block);
            }
            if !self.read_chunk() {
                return None;
            }
        }
    }

    /// The next event; comments are passed over.
    pub(crate) fn next(&mut self) -> Option<Event> {
        loop {
            let block = self.block()?;
            let mut event = Event::default();
            for line in block.lines() {
                match line.split_once(": ") {
                    Some(("event", name)) => event.name = name.to_owned(),
                    Some(("id", id)) => event.id = Some(id.to_owned()),
                    Some(("data", data)) => event.data = serde_json::from_str(data).unwrap(),
                    _ => {}
                }
            }
            if !event.name.is_empty() {
                return Some(event);
            }
        }
    }

    /// The next event, which has to have a name.
    pub(crate) fn expect(&mut self, name: &str) -> Event {
        let event = self.next().unwrap_or_else(|| panic!("the stream ended where {name} was due"));
        assert_eq!(event.name, name, "{event:?}");
        event
    }

    /// Whether the connection ends without the end of the stream, however much still comes before.
    pub(crate) fn breaks(&mut self) -> bool {
        let mut rest = Vec::new();
        // A reset is an end like any other.
        let _ended = self.stream.read_to_end(&mut rest);
        !rest.ends_with(b"0\r\n\r\n")
    }

    /// For what takes longer than the limit.
    pub(crate) fn wait_up_to(&mut self, limit: Duration) {
        self.stream.set_read_timeout(Some(limit)).unwrap();
    }

    fn read_chunk(&mut self) -> bool {
        loop {
            if let Some(line) = self.chunked.windows(2).position(|pair| pair == b"\r\n") {
                let size = std::str::from_utf8(&self.chunked[..line]).unwrap();
                let size = usize::from_str_radix(size, 16).unwrap();
                if self.chunked.len() >= line + 2 + size + 2 {
                    let chunk = self.chunked[line + 2..line + 2 + size].to_vec();
                    self.chunked.drain(..line + 2 + size + 2);
                    self.text.push_str(std::str::from_utf8(&chunk).unwrap());
                    return size > 0;
                }
            }
            let mut piece = [0; 4_096];
            match self.stream.read(&mut piece).unwrap() {
                0 => return false,
                read => self.chunked.extend_from_slice(&piece[..read]),
            }
        }
    }
}
