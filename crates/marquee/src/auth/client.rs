//! `marquee client`: a secret for one who logs in by himself, in a file of its own, and its hash as the configuration takes it. The
//! secret is shown nowhere, and no server is asked.

use super::{arguments, files, mint};
use crate::Failure;
use argon2::Argon2;
use argon2::password_hash::PasswordHasher as _;
use marquee_auth::Scopes;
use marquee_auth::claims::is_name;
use serde_json::json;
use std::io::Write as _;
use std::path::PathBuf;
use toml::Value;

pub(crate) fn run(arguments: &arguments::Client) -> Result<(), Failure> {
    let scopes = Scopes::parse(&arguments.scope).map_err(Failure::usage)?;
    if scopes == Scopes::none() {
        return Err(Failure::usage(
            "a client without a scope may do nothing: write publish:BOARD, subscribe:BOARD or admin",
        ));
    }
    if !is_name(&arguments.id) {
        return Err(Failure::usage("a client's id is a name: 1 to 255 bytes without control characters"));
    }
    let path =
        arguments.secret_file.clone().unwrap_or_else(|| PathBuf::from(format!("{}.secret", arguments.id)));
    let secret = mint::secret()?;
    let hash = Argon2::default()
        .hash_password_with_salt(secret.as_bytes(), &mint::salt()?)
        .map_err(|error| Failure::failed(format!("the secret cannot be hashed: {error}")))?
        .to_string();
    files::create(&path, &secret).map_err(|error| {
        Failure::usage(format!("{}: {error}; name another file with --secret-file", path.display()))
    })?;
    eprintln!(
        "marquee: the secret of {} is in {}, for it alone: hand it over and delete it",
        arguments.id,
        path.display()
    );
    eprintln!("marquee: on stdout is what the configuration has to hold; it takes a restart of the server");
    let said = if arguments.json {
        format!(
            "{}\n",
            json!({"client_id": arguments.id, "client_secret_argon2": hash, "scope": scopes.to_string(), "secret_file": path})
        )
    } else {
        let [id, hash, scope] =
            [&*arguments.id, &*hash, &*scopes.to_string()].map(|text| Value::from(text).to_string());
        format!("[[auth.clients]]\nclient_id = {id}\nclient_secret_argon2 = {hash}\nscope = {scope}\n")
    };
    write!(std::io::stdout(), "{said}").map_err(Failure::failed)
}
