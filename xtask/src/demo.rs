//! A server to look at: built, started, fed with notices, ended in order. It is the release binary with nothing added,
//! so what a newcomer sees is the product.

use crate::alerts::{CHECKED, WATCHED};
use crate::args::{DEMO_PORT, Demo, Door, Play, Weather};
use crate::place;
use crate::process::{Event, Events};
use crate::run::elapsed;
use crate::samples::{FIRST, NEXT, Sample};
use crate::secured::Secured;
use crate::server::{Server, StartError, free};
use crate::storm;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Between two notices.
const PACE: Duration = Duration::from_secs(8);
/// The board that everyone sees who names none.
pub(crate) const BOARD: &str = "main";
/// Where boards are steered.
const CONSOLE: &str = "/console";

/// Plays the demo; says whether all went well.
pub(crate) fn run(wishes: &Demo) -> Result<bool, String> {
    let port = wishes.port.unwrap_or(match wishes.play {
        Play::UntilStopped => DEMO_PORT,
        Play::Once => 0,
    });
    // Asked before the build, which may take minutes.
    let address = free(port)?;
    let binary = build()?;
    let passing = tempfile::tempdir().map_err(|error| format!("no passing folder can be made: {error}"))?;
    let secured = match wishes.door {
        Door::Open => None,
        Door::Keys => Some(Secured::init(&binary, passing.path(), address)?),
    };
    let data = match (&wishes.data, wishes.play) {
        _ if secured.is_some() => passing.path().join("data"),
        (Some(folder), _) => folder.clone(),
        (None, Play::UntilStopped) => place::target()?.join("demo-data"),
        (None, Play::Once) => passing.path().to_path_buf(),
    };
    let log = place::notes()?.join("demo-server.log");
    let events = Events::listen()?;
    let (command, secured) = (Command::new(&binary), secured.as_ref());
    let mut server = match Server::start(command, address, &data, secured, log.clone(), &events) {
        Ok(server) => server,
        Err(StartError::Interrupted) => return Err("interrupted before the server was ready".to_owned()),
        Err(StartError::Failed(sentence)) => return Err(sentence),
    };
    match wishes.play {
        Play::Once => once(&mut server, &events, wishes.weather),
        Play::UntilStopped => {
            match secured {
                None => println!("{}", welcome(&server, &data, &log, wishes.weather)),
                Some(secured) => println!("{}", welcome_with_keys(&server, secured, &binary, &log)),
            }
            match wishes.weather {
                Weather::Fair => samples(&server, &events)?,
                Weather::Storm => storm::until_stopped(&server, &events, WATCHED)?,
            }
            eprintln!("\nEnding the server; Ctrl-C once more ends it at once.");
            server.stop(&events)?;
            match secured {
                None => {
                    println!(
                        "Ended. The boards stay in {}; the next demo goes on from there.",
                        place::short(&data)
                    );
                }
                Some(_) => println!("Ended. Its boards, keys and tokens are gone."),
            }
            Ok(true)
        }
    }
}

/// Builds the release binary, in view.
fn build() -> Result<PathBuf, String> {
    eprintln!("Building the release binary; the first time this takes some minutes.");
    let begun = Instant::now();
    let done = Command::new("cargo")
        .args(["build", "--release", "--locked", "--package", "marquee"])
        .current_dir(place::root())
        .status()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    if !done.success() {
        return Err(
            "the binary could not be built: cargo says why above. It needs Rust and a C compiler (cc), \
                    nothing else"
                .to_owned(),
        );
    }
    eprintln!("Built in {}.", elapsed(begun.elapsed()));
    Ok(place::target()?.join("release/marquee"))
}

/// Looks whether the pages are there, sends what there is to send once, and looks whether the board has it.
fn once(server: &mut Server, events: &Events, weather: Weather) -> Result<bool, String> {
    let pages = ["/", CONSOLE].into_iter().try_for_each(|path| server.page(path));
    let seen = pages.and_then(|()| match weather {
        Weather::Fair => send_and_read(server),
        Weather::Storm => storm::once(server, events, CHECKED),
    });
    let ended = server.stop(events);
    let seen = seen?;
    ended?;
    println!("{seen}, and the server ended in order.");
    Ok(true)
}

/// Sends one notice of each level.
fn send_and_read(server: &Server) -> Result<String, String> {
    let mut ids = Vec::new();
    for sample in FIRST {
        let answer = server.publish(&sample.notice())?;
        let id = answer["id"].as_str().ok_or_else(|| format!("an answer without an id: {answer}"))?;
        ids.push((id.to_owned(), sample));
    }
    let notices = server.notices(BOARD)?;
    for (id, sample) in &ids {
        let notice = notices.iter().find(|notice| notice["id"] == **id).ok_or_else(|| {
            format!("the notice {id} ({}) was accepted and is not on the board", sample.level)
        })?;
        if notice["level"] != sample.level || notice["text"] != sample.text {
            return Err(format!("the notice {id} is on the board as another than was sent: {notice}"));
        }
        println!("{:<8} {}  {id}", sample.level, sample.text);
    }
    Ok(format!("{} notices were sent and read back", ids.len()))
}

/// Sends a notice every few seconds until Ctrl-C.
fn samples(server: &Server, events: &Events) -> Result<(), String> {
    for sample in FIRST {
        send(server, sample);
    }
    let mut samples = NEXT.iter().cycle();
    let mut next = Instant::now() + PACE;
    loop {
        match events.wait(next.saturating_duration_since(Instant::now())) {
            None => {
                next += PACE;
                if let Some(sample) = samples.next() {
                    send(server, *sample);
                }
            }
            Some(Event::Ended(status)) => {
                return Err(format!(
                    "the server ended with {status}; its last words:\n{}",
                    server.last_words()
                ));
            }
            Some(Event::Interrupted) => return Ok(()),
        }
    }
}

/// Sends one notice and says so. A refusal is told and the demo goes on: the next one may fit.
fn send(server: &Server, sample: Sample) {
    match server.publish(&sample.notice()) {
        Ok(answer) => {
            let status = answer["status"].as_str().unwrap_or("accepted");
            println!("{status:<9} {:<8} {}", sample.level, sample.text);
        }
        Err(sentence) => eprintln!("{sentence}"),
    }
}

fn welcome(server: &Server, data: &Path, log: &Path, weather: Weather) -> String {
    let notice = r#"{"id":"TEST-001","level":"INFO","text":"系统维护完成,服务已全面恢复","tags":["system","recovery"],"ttl":600}"#;
    format!(
        "\nMarquee is running. Open the page, in two windows if you like:\n\n  {}\n\n\
         Steer the boards in the console:\n\n  {}\n\n\
         Send a notice of your own:\n\n  curl -i -H 'content-type: application/json' -d '{notice}' {}\n\n\
         The boards are kept in {}, the server's diagnostics in {}.\n\
         {}. Ctrl-C ends the demo.\n",
        server.url("/"),
        server.url(CONSOLE),
        server.url("/v1/notify"),
        place::short(data),
        place::short(log),
        match weather {
            Weather::Fair => format!("A notice comes every {} s", PACE.as_secs()),
            Weather::Storm => storm::forecast(WATCHED),
        },
    )
}

fn welcome_with_keys(server: &Server, secured: &Secured, binary: &Path, log: &Path) -> String {
    let Secured { config, publisher_file, screen, .. } = secured;
    let (binary, config) = (place::short(binary), config.display());
    format!(
        "\nMarquee is running, and asks everyone for a token. This address has one that may follow:\n\n  {}#token={screen}\n\n\
         Without it the page is closed, and says so:\n\n  {}\n\n\
         Steer the boards in the console, with an operator's token:\n\n  {}\n  {binary} token --config {config} --sub me --scope admin\n\n\
         Publish, with a token that may:\n\n  {binary} publish --server {} --token-file {} 'hello, every screen'\n\n\
         Make a token of your own:\n\n  {binary} token --config {config} --sub me --scope 'publish:* subscribe:*'\n\n\
         The server's diagnostics are kept in {}. A notice comes every {} s. Ctrl-C ends the demo, and its folder is gone with it.\n",
        server.url(&format!("/boards/{BOARD}")),
        server.url(&format!("/boards/{BOARD}")),
        server.url(CONSOLE),
        server.url(""),
        publisher_file.display(),
        place::short(log),
        PACE.as_secs(),
    )
}
