//! `marquee keys`: the keys listed, a new one put first, an old one taken out. A file of keys is replaced as a whole; the
//! configuration itself is never changed, and nothing secret is shown.

use super::arguments::{self, KeysCommand};
use super::ring::{self, Held, Ring};
use super::token::time;
use super::{files, keyfile, mint};
use crate::Failure;
use marquee_auth::jwks::thumbprint;
use marquee_auth::key::KEYS_MAX;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{IsTerminal as _, Write};
use std::path::{Path, PathBuf};

/// How long after its end a token is still taken, in seconds: clocks differ (PROTOCOL.md, section 9).
const LEEWAY_S: u64 = 30;

pub(crate) fn run(arguments: &arguments::Keys) -> Result<(), Failure> {
    match &arguments.command {
        KeysCommand::List(arguments) => list(arguments),
        KeysCommand::Rotate(arguments) => rotate(arguments),
        KeysCommand::Remove(arguments) => remove(arguments),
    }
}

fn list(arguments: &arguments::List) -> Result<(), Failure> {
    let ring = Ring::read(&arguments.config)?;
    let signing = ring.signing();
    if arguments.json {
        let keys: Vec<Value> =
            ring.held.iter().enumerate().map(|(at, held)| shown(held, signing == Some(at))).collect();
        return say(&json!({ "issuer": ring.issuer, "keys": keys }).to_string());
    }
    for (at, held) in ring.held.iter().enumerate() {
        let does = match (&held.key, signing == Some(at)) {
            (Err(why), _) => why,
            (_, true) => "signs",
            _ => "checks",
        };
        say(&format!("{}  {}  {does}  {}  {}", held.kid, held.alg, print(held), held.file.display()))?;
    }
    if signing.is_none() {
        eprintln!("marquee: no key signs, so `marquee token` makes none: `marquee keys rotate` makes a key");
    }
    Ok(())
}

fn rotate(arguments: &arguments::Rotate) -> Result<(), Failure> {
    let (path, _lock) = changeable(&arguments.config)?;
    // Read under the lock: whoever changed it before has written.
    let ring = Ring::read(&arguments.config)?;
    if ring.held.len() >= KEYS_MAX {
        return Err(Failure::failed(format!(
            "there are {KEYS_MAX} keys, and no more may be: take one out with `marquee keys remove`"
        )));
    }
    let before = ring.signing().and_then(|at| ring.held.get(at));
    if let Some(held) = before.filter(|held| held.named_in != path) {
        return Err(Failure::usage(format!(
            "{} stands in {} and signs before all of {}: move it there first",
            held.kid,
            held.named_in.display(),
            path.display()
        )));
    }
    let before = before.map(|held| held.kid.clone());
    let new = mint::key()?;
    let name = format!("{}.pem", new.key.kid());
    let pem = path.with_file_name(&name);
    let text = read(&path)?;
    let changed =
        keyfile::with_first(&text, &keyfile::block(new.key.kid(), &name)).ok_or_else(|| by_hand(&path))?;
    files::create(&pem, &new.pem).map_err(|error| failed(&pem, &error))?;
    if let Err(error) = files::replace(&path, &changed) {
        // A key that nothing names is of no use to anyone.
        let _gone = std::fs::remove_file(&pem);
        return Err(failed(&path, &error));
    }
    let kid = new.key.kid().to_owned();
    eprintln!("marquee: {kid} signs from now on; a server that runs takes it over by itself");
    if let Some(before) = &before {
        let end = time(mint::now_s()? + arguments::TTL_S + LEEWAY_S);
        eprintln!(
            "marquee: tokens of {before} stay good until they end: those of the usual {} s by {end}, others by what --ttl said. \
             When the last has ended: marquee keys remove {before}",
            arguments::TTL_S
        );
    }
    let held =
        Held { kid, alg: new.key.algorithm().to_string(), named_in: path, file: pem, key: Ok(new.key) };
    if arguments.json {
        let mut told = shown(&held, true);
        told["replaces"] = json!(before);
        return say(&told.to_string());
    }
    say(&format!("{}  {}  signs  {}  {}", held.kid, held.alg, print(&held), held.file.display()))
}

fn remove(arguments: &arguments::Remove) -> Result<(), Failure> {
    let (path, _lock) = changeable(&arguments.config)?;
    let ring = Ring::read(&arguments.config)?;
    let kid = &arguments.kid;
    let Some(held) = ring.held.iter().find(|held| held.kid == *kid) else {
        let kids: Vec<&str> = ring.held.iter().map(|held| held.kid.as_str()).collect();
        return Err(Failure::usage(format!("there is no key {kid:?}: there are {}", kids.join(", "))));
    };
    if held.signs() && ring.held.iter().filter(|held| held.signs()).count() == 1 && !arguments.force {
        return Err(Failure::usage(format!(
            "{kid} is the only key that signs: make another first with `marquee keys rotate`, or say --force"
        )));
    }
    let changed = keyfile::without(&read(&path)?, kid).ok_or_else(|| by_hand(&path))?;
    if !arguments.yes && !agreed(kid)? {
        return Err(Failure::failed(format!("{kid} stays")));
    }
    files::replace(&path, &changed).map_err(|error| failed(&path, &error))?;
    eprintln!("marquee: {kid} is out: its tokens are refused as soon as the server has read that");
    if let Some(signs) = ring.held.iter().filter(|other| other.kid != *kid).find(|other| other.signs()) {
        eprintln!("marquee: {} signs now", signs.kid);
    }
    if held.file != path {
        eprintln!("marquee: {} is still there: delete it when nobody needs it", held.file.display());
    }
    let told = shown(held, false);
    if arguments.json { say(&told.to_string()) } else { say(&format!("removed {kid}")) }
}

/// The file of keys, and a lock that no other `marquee keys` has meanwhile; it is let go of with the value.
fn changeable(config: &Path) -> Result<(PathBuf, File), Failure> {
    let path = ring::keys_file(config)?.ok_or_else(|| {
        Failure::usage(format!(
            "the keys stand in {} itself, which is yours to change: move them into a file as [[keys]], and name it there \
             with keys_file in [auth]",
            config.display()
        ))
    })?;
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let lock = File::open(folder).and_then(|folder| {
        folder.lock()?;
        Ok(folder)
    });
    Ok((path.clone(), lock.map_err(|error| failed(&path, &error))?))
}

fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| failed(path, &error))
}

/// Asks on the terminal; without one, nothing is done that was not said.
fn agreed(kid: &str) -> Result<bool, Failure> {
    if !std::io::stdin().is_terminal() {
        return Err(Failure::usage(format!("nobody can be asked here: say --yes to take {kid} out")));
    }
    eprint!(
        "Every token of {kid} is refused from then on, and who is connected with one is sent away. Take it out? [y/N] "
    );
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(Failure::failed)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// What may be shown of a key.
fn shown(held: &Held, signs: bool) -> Value {
    let mut told = json!({ "kid": held.kid, "alg": held.alg, "signs": signs, "file": held.file });
    match &held.key {
        Ok(key) => told["thumbprint"] = json!(thumbprint(key)),
        Err(why) => told["error"] = json!(why),
    }
    told
}

/// What the public part is known by; a secret has none.
fn print(held: &Held) -> String {
    held.key.as_ref().ok().and_then(thumbprint).unwrap_or_else(|| "-".to_owned())
}

fn by_hand(path: &Path) -> Failure {
    Failure::failed(format!(
        "{} is written in a way that can only be changed by hand: each key begins with a line [[keys]]",
        path.display()
    ))
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::failed(format!("{}: {error}", path.display()))
}

fn say(words: &str) -> Result<(), Failure> {
    writeln!(std::io::stdout(), "{words}").map_err(Failure::failed)
}
