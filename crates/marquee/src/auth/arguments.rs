//! What can be asked of the commands that make keys and tokens, and the help that teaches them. No secret is ever an
//! argument: whoever lists the processes of the machine would read it.

use clap::{ArgGroup, Args, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

const SCOPES: &str = "Scopes, with one space between:
  publish:BOARD     put notices on the board, and take them off
  subscribe:BOARD   follow the board and read it
  admin             everything, everywhere
BOARD is a board's name, * for every board, or ops.* for every board that begins with ops.

Examples:
  marquee token --sub cms --scope publish:ops
      a token of 15 minutes for a program
  marquee token --sub lobby-1 --scope subscribe:ops --ttl 604800 > lobby.token
      one of a week for a screen, in a file";

const CLIENT: &str = "Examples:
  marquee client wall --scope subscribe:ops >> marquee.toml
      a wall that logs in with the secret in wall.secret, gets tokens of 15 minutes and renews them:
      POST /v1/auth/token, then /v1/auth/refresh";

const KEYS: &str = "Examples:
  marquee keys list
      which keys there are, which one signs, and where each lies
  marquee keys rotate
      a new key signs from now on; tokens of the old one stay good until they end
  marquee keys remove k1f09c2ab44
      the tokens of that key are refused from now on: for a key that somebody else may have";

const REVOKE: &str = "Examples:
  marquee revoke --jti 4b1f0c…
      one token, by its id, which `marquee token --json` printed
  marquee revoke --sub lobby-1
      every token of that one that was issued until now
  marquee revoke --token-stdin < found.token
      a token that was found somewhere

The operator's own token comes from MARQUEE_TOKEN, or with --token-file from a file.";

/// Where the configuration lies unless told otherwise: where `init` writes it.
pub(crate) const CONFIG: &str = "marquee.toml";
/// How long a token is good unless told otherwise, in seconds.
pub(crate) const TTL_S: u64 = 900;

#[derive(Args)]
pub(crate) struct Init {
    /// The folder of configuration, keys and data; made if it is not there
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) dir: PathBuf,
    /// Where publishers and terminals will connect
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// What tokens call this server: any name, better its address; no token outlives a change of it
    #[arg(long, value_name = "NAME", default_value = "marquee")]
    pub(crate) issuer: String,
    /// Begin anew although there are such files: they are put aside, as NAME.old, and not deleted
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args)]
#[command(after_help = SCOPES)]
pub(crate) struct Token {
    /// The server's configuration
    #[arg(long, value_name = "FILE", env = "MARQUEE_CONFIG", default_value = CONFIG)]
    pub(crate) config: PathBuf,
    /// Whom it is for: a person, a program, a screen
    #[arg(long, value_name = "NAME")]
    pub(crate) sub: String,
    /// What it opens: 'publish:ops subscribe:*'
    #[arg(long, value_name = "SCOPE")]
    pub(crate) scope: String,
    /// How long it is good, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = TTL_S)]
    pub(crate) ttl: u64,
    /// Print the token as JSON, with its id and its end
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
#[command(after_help = CLIENT)]
pub(crate) struct Client {
    /// What it calls itself: the subject of its tokens
    pub(crate) id: String,
    /// What its tokens open: 'subscribe:ops'
    #[arg(long, value_name = "SCOPE")]
    pub(crate) scope: String,
    /// Where its secret goes, readable by its owner alone [default: ID.secret]
    #[arg(long, value_name = "FILE")]
    pub(crate) secret_file: Option<PathBuf>,
    /// Print what the configuration has to hold as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
#[command(after_help = KEYS)]
pub(crate) struct Keys {
    #[command(subcommand)]
    pub(crate) command: KeysCommand,
}

#[derive(Subcommand)]
pub(crate) enum KeysCommand {
    /// Show the keys, without anything secret
    List(List),
    /// Make a new key that signs from now on; the others stay to check tokens
    Rotate(Rotate),
    /// Take a key out: its tokens are refused from then on
    Remove(Remove),
}

#[derive(Args)]
pub(crate) struct List {
    /// The server's configuration
    #[arg(long, value_name = "FILE", env = "MARQUEE_CONFIG", default_value = CONFIG)]
    pub(crate) config: PathBuf,
    /// Print the keys as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Rotate {
    /// The server's configuration
    #[arg(long, value_name = "FILE", env = "MARQUEE_CONFIG", default_value = CONFIG)]
    pub(crate) config: PathBuf,
    /// Print the new key as JSON, without anything secret
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Remove {
    /// The key, by its kid
    pub(crate) kid: String,
    /// The server's configuration
    #[arg(long, value_name = "FILE", env = "MARQUEE_CONFIG", default_value = CONFIG)]
    pub(crate) config: PathBuf,
    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,
    /// Take out the last key that signs, too
    #[arg(long)]
    pub(crate) force: bool,
    /// Print what was taken out as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
#[command(after_help = REVOKE, group(ArgGroup::new("whom").required(true).args(["jti", "sub", "token_stdin"])))]
pub(crate) struct Revoke {
    /// One token, by its id
    #[arg(long, value_name = "ID")]
    pub(crate) jti: Option<String>,
    /// Every token of this one
    #[arg(long, value_name = "NAME")]
    pub(crate) sub: Option<String>,
    /// Of this issuer [default: the server's own]
    #[arg(long, value_name = "ISSUER", conflicts_with = "token_stdin")]
    pub(crate) iss: Option<String>,
    /// Those that were issued until then: seconds since 1970, or a time such as 2026-01-31T09:40:00Z [default: now]
    #[arg(long, value_name = "TIME", requires = "sub", conflicts_with_all = ["jti", "token_stdin"])]
    #[arg(value_parser = super::revoke::time)]
    pub(crate) before: Option<u64>,
    /// One token, as it stands on stdin; with a refresh token, all that came of the same login
    #[arg(long)]
    pub(crate) token_stdin: bool,
    /// The server
    #[arg(long, alias = "url", env = "MARQUEE_SERVER", default_value = "http://127.0.0.1:8080")]
    pub(crate) server: String,
    #[command(flatten)]
    pub(crate) bearer: Bearer,
    /// Print the whole answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Where the token of whoever calls comes from.
#[derive(Clone, Args)]
pub(crate) struct Bearer {
    /// A file with the token to call with; white space around it is no part of it
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
    /// The environment variable that has the token, where there is no such file
    #[arg(long, value_name = "NAME", default_value = "MARQUEE_TOKEN")]
    pub(crate) token_env: String,
}
