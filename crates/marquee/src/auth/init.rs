//! `marquee init`: a configuration that teaches, a key, and a first token of an operator, which is printed once and kept nowhere.
//! It overwrites nothing: what is there is an error, or put aside under another name.

use super::{arguments, files, keyfile, mint};
use crate::Failure;
use marquee_auth::{Keys, Scopes};
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use toml::Value;

/// What every token of this server has to name, unless it is changed in the configuration.
const AUDIENCE: &str = "marquee";
/// How long the first token is good: a day to look around and to make others.
const FIRST_TTL_S: u64 = 86_400;
/// Whom the first token is for.
const FIRST_SUB: &str = "operator";
/// The files that are always there, beside the key's own.
const CONFIG: &str = "marquee.toml";
const KEYS: &str = "keys.toml";

pub(crate) fn run(arguments: &arguments::Init) -> Result<(), Failure> {
    let folder = folder(&arguments.dir)?;
    let (config, keys) = (folder.join(CONFIG), folder.join(KEYS));
    for path in [&config, &keys] {
        make_room(path, arguments.force)?;
    }
    let new = mint::key()?;
    let pem = folder.join(format!("{}.pem", new.key.kid()));
    let block = keyfile::block(new.key.kid(), &format!("{}.pem", new.key.kid()));
    let text = configuration(&arguments.listen, &arguments.issuer, &folder)?;
    let kept = Keys::new([new.key]).map_err(Failure::failed)?;
    let token = mint::token((&arguments.issuer, AUDIENCE), &kept, FIRST_SUB, &Scopes::admin(), FIRST_TTL_S)?;
    write_all(&[(&pem, &new.pem), (&keys, &keyfile::new(&block)), (&config, &text)])?;

    eprintln!("marquee: made {}, {} and the key {}", config.display(), keys.display(), pem.display());
    eprintln!("marquee: on stdout stands an operator's token for a day; it is kept nowhere else\n");
    eprintln!("What comes next:");
    eprintln!("  marquee serve --config {}", config.display());
    let config = config.display();
    eprintln!("  marquee token --config {config} --sub cms --scope publish:main > cms.token");
    eprintln!(
        "  marquee publish --server http://{} --token-file cms.token 'hello, every screen'",
        arguments.listen
    );
    eprintln!("  marquee token --config {config} --sub lobby --scope subscribe:main");
    eprintln!("  and open http://{}/boards/main#token=… with that token on the screen", arguments.listen);
    writeln!(std::io::stdout(), "{}", token.text).map_err(Failure::failed)
}

/// The folder, made if it is not there, by its whole path: a server is started from anywhere.
fn folder(dir: &Path) -> Result<PathBuf, Failure> {
    let refused = |error| Failure::failed(format!("the folder {}: {error}", dir.display()));
    std::fs::create_dir_all(dir).map_err(refused)?;
    dir.canonicalize().map_err(refused)
}

/// Sees to it that a file is not there.
fn make_room(path: &Path, force: bool) -> Result<(), Failure> {
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    if !force {
        return Err(Failure::usage(format!(
            "{} is there and stays as it is: choose another folder with --dir, or put it aside with --force (tokens of its \
             keys are then refused)",
            path.display()
        )));
    }
    let aside = files::put_aside(path).map_err(|error| failed(path, &error))?;
    eprintln!("marquee: {} is now {}", path.display(), aside.display());
    Ok(())
}

/// Makes all files or none.
fn write_all(all: &[(&Path, &str)]) -> Result<(), Failure> {
    for (number, (path, text)) in all.iter().enumerate() {
        if let Err(error) = files::create(path, text) {
            for (made, _) in &all[..number] {
                // Made here, a moment ago; the error to tell is the one that stopped it.
                let _gone = std::fs::remove_file(made);
            }
            return Err(failed(path, &error));
        }
    }
    Ok(())
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::failed(format!("{} could not be made: {error}", path.display()))
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn quoted_path(path: &Path) -> Result<String, Failure> {
    let text = path.to_str().ok_or_else(|| {
        Failure::usage(format!("the folder {} has a name that is no UTF-8: choose another", path.display()))
    })?;
    Ok(quoted(text))
}

fn configuration(listen: &SocketAddr, issuer: &str, folder: &Path) -> Result<String, Failure> {
    Ok(format!(
        "\
# A Marquee server. Start it with: marquee serve --config FILE
# Every key that there is, with what holds: marquee serve --config FILE --print-config

# Where publishers and terminals connect. Other machines reach it once it is 0.0.0.0:PORT; then put TLS in front.
listen = {listen}

# The log: everything that was published. Back it up with: marquee log backup TO
data = {data}

# Pages of other origins that may publish and follow: [\"https://cms.example\"]
# allowed_origins = []

# Who may do what. Without this part everyone who reaches the server may do everything.
[auth]
# What tokens call this server, and whom they are for. A change of either ends every token there is.
issuer = {issuer}
audience = {audience}
# The keys, which change while the server runs: marquee keys list, rotate, remove.
keys_file = {keys}
",
        listen = quoted(&listen.to_string()),
        data = quoted_path(&folder.join("data"))?,
        issuer = quoted(issuer),
        audience = quoted(AUDIENCE),
        keys = quoted(KEYS),
    ))
}
