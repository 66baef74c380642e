//! A server under way: started on loopback, waited for, spoken to over its public API, ended in order. It reads nothing
//! of the server's files: what it knows, any client could know.

use crate::process::{Event, Events, Farewell, Running};
use crate::run::tail;
use crate::secured::Secured;
use serde_json::Value;
use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A server that is not ready by then says why in its log.
const READY_LIMIT: Duration = Duration::from_secs(20);
/// Between two looks at whether it is ready.
const READY_PAUSE: Duration = Duration::from_millis(50);
/// One request, there and back.
const REQUEST_LIMIT: Duration = Duration::from_secs(5);
/// How long the end may take: above the server's own drain window of 10 s, so that a kill means that it hangs.
const STOP_LIMIT: Duration = Duration::from_secs(15);
/// How much of what the server said is shown when it does not start.
const TAIL_LINES: usize = 20;

pub(crate) struct Server {
    address: SocketAddr,
    /// `None` once it was asked to end.
    running: Option<Running>,
    agent: ureq::Agent,
    /// What each request proves itself with, on a server with keys.
    authorization: Option<String>,
    log: PathBuf,
}

/// Why there is no server.
#[derive(Debug)]
pub(crate) enum StartError {
    /// Someone pressed Ctrl-C while it started.
    Interrupted,
    /// What happened, and what to do.
    Failed(String),
}

/// A free address on loopback for this port; a sentence that helps where it is in use.
pub(crate) fn free(port: u16) -> Result<SocketAddr, String> {
    let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).and_then(|listener| listener.local_addr());
    bound.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "port {port} is in use by another program, maybe by another demo: end that one, or choose another \
             port: cargo xtask demo --port {}",
            port.checked_add(1).unwrap_or(DEFAULT_OTHER_PORT)
        ),
        _ => format!("127.0.0.1:{port} cannot be listened on: {error}; choose another port with --port"),
    })
}

/// What is proposed beside the highest port.
const DEFAULT_OTHER_PORT: u16 = 8081;

impl Server {
    /// Starts the binary and waits until it is ready.
    pub(crate) fn start(
        mut binary: Command,
        address: SocketAddr,
        data: &Path,
        secured: Option<&Secured>,
        log: PathBuf,
        events: &Events,
    ) -> Result<Self, StartError> {
        let failed = |sentence: String| StartError::Failed(sentence);
        let out = File::create(&log)
            .map_err(|error| failed(format!("{} cannot be written: {error}", log.display())))?;
        let err = out.try_clone().map_err(|error| failed(format!("{}: {error}", log.display())))?;
        binary.arg("serve").args(["--listen", &address.to_string(), "--data"]);
        binary.arg(data);
        if let Some(Secured { config, .. }) = secured {
            binary.arg("--config").arg(config);
        }
        binary.stdin(Stdio::null()).stdout(out).stderr(err);
        let running = events.start(&mut binary).map_err(|error| {
            failed(format!("{} could not be started: {error}", binary.get_program().display()))
        })?;
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(REQUEST_LIMIT))
            .http_status_as_error(false)
            // A proxy from the environment knows another 127.0.0.1 than ours.
            .proxy(None)
            .build();
        let authorization = secured.map(|secured| format!("Bearer {}", secured.publisher));
        let mut server = Self { address, running: Some(running), agent: config.into(), authorization, log };
        server.wait_until_ready(events)?;
        Ok(server)
    }

    fn wait_until_ready(&mut self, events: &Events) -> Result<(), StartError> {
        let begun = Instant::now();
        let sentence = loop {
            if self.agent.get(self.url("/readyz")).call().is_ok_and(|answer| answer.status() == 200) {
                return Ok(());
            }
            match events.wait(READY_PAUSE) {
                None if begun.elapsed() < READY_LIMIT => {}
                None => {
                    let farewell =
                        self.stop(events).err().map(|word| format!("; then {word}")).unwrap_or_default();
                    break format!("the server was not ready after {} s{farewell}", READY_LIMIT.as_secs());
                }
                Some(Event::Ended(status)) => {
                    break format!("the server ended before it was ready, with {status}");
                }
                Some(Event::Interrupted) => {
                    return Err(self
                        .stop(events)
                        .map_or_else(StartError::Failed, |()| StartError::Interrupted));
                }
            }
        };
        Err(StartError::Failed(format!("{sentence}; its last words:\n{}", self.last_words())))
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What the server said last.
    pub(crate) fn last_words(&self) -> String {
        tail(&self.log, TAIL_LINES)
    }

    /// Publishes a notice; gives the answer, or a sentence with what the server said against it.
    pub(crate) fn publish(&self, notice: &Value) -> Result<Value, String> {
        self.post("/v1/notify", notice)
    }

    /// Asks for a page, as a browser does that has no token yet.
    pub(crate) fn page(&self, path: &str) -> Result<(), String> {
        let answer = self.agent.get(self.url(path)).call().map_err(|error| format!("GET {path}: {error}"))?;
        match answer.status().as_u16() {
            200 => Ok(()),
            status => Err(format!("GET {path}: the server answered {status}")),
        }
    }

    pub(crate) fn post(&self, path: &str, value: &Value) -> Result<Value, String> {
        body(self.proved(self.agent.post(self.url(path))).send_json(value), &format!("POST {path}"))
    }

    pub(crate) fn put(&self, path: &str, value: &Value) -> Result<Value, String> {
        body(self.proved(self.agent.put(self.url(path))).send_json(value), &format!("PUT {path}"))
    }

    pub(crate) fn delete(&self, path: &str) -> Result<Value, String> {
        body(self.proved(self.agent.delete(self.url(path))).call(), &format!("DELETE {path}"))
    }

    fn proved<Form>(&self, request: ureq::RequestBuilder<Form>) -> ureq::RequestBuilder<Form> {
        match &self.authorization {
            Some(authorization) => request.header("authorization", authorization),
            None => request,
        }
    }

    /// How a board does: its newest version, and how many notices are active on it.
    pub(crate) fn board(&self, name: &str) -> Result<Value, String> {
        let request = self.proved(self.agent.get(self.url("/v1/boards?limit=1000")));
        let answer = body(request.call(), "GET /v1/boards")?;
        let boards = answer["boards"].as_array().map(Vec::as_slice).unwrap_or_default();
        let found = boards.iter().find(|board| board["board"] == name).cloned();
        found.ok_or_else(|| format!("there is no board {name} in {answer}"))
    }

    /// The active notices of a board.
    pub(crate) fn notices(&self, board: &str) -> Result<Vec<Value>, String> {
        let path = format!("/v1/boards/{board}/notices?limit=1000");
        let answer = body(self.proved(self.agent.get(self.url(&path))).call(), &format!("GET {path}"))?;
        let notices = answer["notices"].as_array().cloned();
        notices.ok_or_else(|| format!("GET {path} was answered without a list of notices: {answer}"))
    }

    /// Ends the server in order; says how it went.
    pub(crate) fn stop(&mut self, events: &Events) -> Result<(), String> {
        let Some(running) = self.running.take() else { return Ok(()) };
        match events.stop(running, STOP_LIMIT) {
            Farewell::ByItself(status) if status.success() => Ok(()),
            Farewell::ByItself(status) => {
                Err(format!("the server ended with {status}; its last words:\n{}", self.last_words()))
            }
            Farewell::Killed => {
                Err("the server was killed: it did not end when it was asked to. Nothing that was \
                                     answered is lost; the next start recovers"
                    .to_owned())
            }
        }
    }
}

/// Whatever ends the demo, even a panic, no server stays behind.
impl Drop for Server {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.ask_to_end();
        }
    }
}

fn body(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>, what: &str) -> Result<Value, String> {
    let mut answer = answer.map_err(|error| format!("{what}: no answer: {error}"))?;
    let status = answer.status();
    let text =
        answer.body_mut().read_to_string().map_err(|error| format!("{what}: {status}, then {error}"))?;
    if !status.is_success() {
        return Err(format!("{what} was answered with {status}: {text}"));
    }
    serde_json::from_str(&text).map_err(|error| format!("{what}: the answer is no JSON: {error}: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    /// A script in the binary's place.
    fn script(lines: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", lines]);
        shell
    }

    /// Once a file is there, answers each request on an address with 200 and this body, whatever was asked.
    fn answering(address: SocketAddr, ready: PathBuf, text: &'static str) {
        let listener = TcpListener::bind(address).expect("the address");
        std::thread::spawn(move || {
            while !ready.exists() {
                std::thread::yield_now();
            }
            for mut stream in listener.incoming().flatten() {
                let mut asked = [0; 4_096];
                let read = stream.read(&mut asked).unwrap_or_default();
                assert!(read > 0, "a request came");
                let head =
                    format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", text.len());
                stream.write_all((head + text).as_bytes()).expect("the client reads");
            }
        });
    }

    #[test]
    fn a_server_that_is_ready_is_spoken_to_and_ended() {
        let folder = tempfile::tempdir().expect("a folder");
        let events = Events::listen().expect("signals");
        let address = free(0).expect("a free port");
        let ready = folder.path().join("ready");
        answering(address, ready.clone(), "{\"notices\":[{\"id\":\"a\"}]}");
        let binary = script(&format!(
            "trap 'exit 0' TERM; touch {}; n=0; while [ $n -lt 400 ]; do sleep 0.05; n=$((n+1)); done",
            ready.display()
        ));
        let log = folder.path().join("log");
        let mut server =
            Server::start(binary, address, folder.path(), None, log, &events).expect("it is ready");
        assert_eq!(server.notices("main").expect("a list")[0]["id"], "a");
        assert_eq!(server.stop(&events), Ok(()));
    }

    #[test]
    fn a_server_that_ends_at_once_is_told_with_its_last_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let events = Events::listen().expect("signals");
        let (binary, log) = (script("echo the log is in use >&2; exit 1"), folder.path().join("log"));
        let address = free(0).expect("a free port");
        let start = Server::start(binary, address, folder.path(), None, log, &events);
        let Err(StartError::Failed(sentence)) = start else { panic!("it ended") };
        assert!(sentence.contains("ended before it was ready, with exit status: 1"), "{sentence}");
        assert!(sentence.ends_with("the log is in use"), "{sentence}");
    }

    #[test]
    fn a_port_in_use_is_told_with_another_to_take() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = taken.local_addr().expect("its address").port();
        assert!(free(port).is_err_and(
            |sentence| sentence.contains("in use by another program") && sentence.contains("--port")
        ));
    }

    #[test]
    fn an_answer_that_refuses_is_told_with_its_body() {
        let refusal = |status: u16, text: &str| {
            let body = ureq::Body::builder().data(text.to_owned());
            Ok(ureq::http::Response::builder().status(status).body(body).expect("an answer"))
        };
        let sentence =
            body(refusal(422, "{\"title\":\"board full\"}"), "POST /v1/notify").expect_err("a refusal");
        assert_eq!(
            sentence,
            "POST /v1/notify was answered with 422 Unprocessable Entity: {\"title\":\"board full\"}"
        );
        assert!(body(refusal(200, "<html>"), "GET /").is_err_and(|sentence| sentence.contains("no JSON")));
    }
}
