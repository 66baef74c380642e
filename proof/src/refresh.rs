//! A client whose refresh token is used while the server is killed: it never hears the answer, and must not be locked out by it. It
//! asks again with the same token, gets the answer that it did not hear, and goes on.

use crate::process::Program;
use crate::publisher::agent;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::path::Path;

const SECRET: &str = "a client secret of the proof";
const CONFIG: &str = "[auth]\nissuer = 'https://proof.example'\naudience = 'marquee'\n[[auth.keys]]\nkid = 'k'\nalg = 'HS256'\n\
                      secret = 'a key of the proof, as long as keys have to be'\n[[auth.clients]]\nclient_id = 'wall'\n\
                      client_secret = 'a client secret of the proof'\nscope = 'subscribe:ops'\n";
/// Where the process ends while it does what a refresh asks: no other command is under way.
pub const PLACES: [&str; 5] = ["before-write", "before-sync", "after-sync", "after-ring", "after-answer"];
const ANYWHERE: &str = "127.0.0.1:0";

/// What one of them came to: whether the answer was heard before the end.
pub fn killed_at(program: &Program, place: &str) -> Result<bool, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let config = folder.path().join("marquee.toml");
    std::fs::write(&config, CONFIG).map_err(|error| error.to_string())?;
    let program = Program { config: Some(config), ..program.clone() };
    let data = folder.path().join("data");
    let first = {
        let run = program.start(&data, ANYWHERE, "")?;
        let body = json!({"client_id": "wall", "client_secret": SECRET});
        ask(run.address, "token", &body)?.ok_or("logging in was not answered")?
    };
    let heard = {
        let mut run = program.start(&data, ANYWHERE, &format!("kill={place}@1"))?;
        let heard = refresh(run.address, &first);
        if run.ends_within(ENDS_WITHIN).is_none() {
            return Err(format!("{place}: it did not end: the refresh did not come by there"));
        }
        heard?
    };
    goes_on(&program, &data, &first, heard.as_ref()).map_err(|wrong| format!("{place}: {wrong}"))?;
    Ok(heard.is_some())
}

const ENDS_WITHIN: std::time::Duration = std::time::Duration::from_secs(30);

/// The same token again, and what comes of it.
fn goes_on(program: &Program, data: &Path, first: &Value, heard: Option<&Value>) -> Result<(), String> {
    let run = program.start(data, ANYWHERE, "")?;
    let second = refresh(run.address, first)?.ok_or("it was not answered")?;
    if heard.is_some_and(|heard| *heard != second) {
        return Err("the same refresh token was answered otherwise".to_owned());
    }
    let third = refresh(run.address, &second)?.ok_or("it was not answered")?;
    let bearer = format!("Bearer {}", third["access_token"].as_str().unwrap_or_default());
    let opened =
        agent().get(format!("http://{}/v1/time", run.address)).header("authorization", bearer).call();
    match opened {
        Ok(answer) if answer.status() == 200 => Ok(()),
        other => Err(format!("its access token opens nothing: {:?}", other.map(|answer| answer.status()))),
    }
}

fn refresh(address: SocketAddr, tokens: &Value) -> Result<Option<Value>, String> {
    ask(address, "refresh", &json!({"refresh_token": tokens["refresh_token"]}))
}

/// `None`: there was no answer. Any but a 200 is wrong here; no word of it is told, since it may be a secret.
fn ask(address: SocketAddr, path: &str, body: &Value) -> Result<Option<Value>, String> {
    let Ok(mut answer) = agent().post(format!("http://{address}/v1/auth/{path}")).send_json(body) else {
        return Ok(None);
    };
    if answer.status() != 200 {
        return Err(format!("{path} was answered {}", answer.status()));
    }
    Ok(answer.body_mut().read_json().ok())
}
