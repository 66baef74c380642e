//! Everything wired together: what is configured becomes rooms, rooms become a server, and the server ends cleanly.
//! It holds no rule of the product.
//!
//! | module | holds |
//! |---|---|
//! | [`config`] | one struct a room, from file, environment and flags |
//! | [`clients`] | `[[auth.clients]]`: who may log in |
//! | [`auth`] | `[auth]` as it is written: keys, and others whose tokens are taken |
//! | `keys`, `issuers` | keys that change: in files, and those that others publish |
//! | `fault` | what is wrong with a file that may hold secrets |
//! | [`devices`] | `[[auth.devices]]`: who signs in place of carrying a token |
//! | [`server`] | start, serve, drain, end |
//! | `listener`, `listen` | connections: accepted, bounded, handed to the cores |
//! | `router` | all rooms' paths, and what every answer has |
//! | `document` | the OpenAPI document, and a page that shows it |
//! | `plain` | a board for browsers that do not play it |
//! | `pages` | the page, the element, a page for each kind of error |
//! | `console` | the console's page |
//! | `text` | texts of the binary, compressed once |
//! | `watched`, `defaults`, `blocklist` | files looked at again when they change: which, and what becomes of them |
//! | [`care`] | the log in an operator's hands, while no server serves |
//! | [`telemetry`] | diagnostics on stderr |

pub mod auth;
mod blocklist;
pub mod care;
pub mod clients;
pub mod config;
mod console;
mod defaults;
pub mod devices;
mod document;
mod fault;
mod issuers;
mod keys;
mod listen;
mod listener;
mod pages;
mod plain;
mod router;
pub mod server;
pub mod telemetry;
mod text;
mod watched;

pub use config::{Config, ConfigError};
pub use server::{RunError, Server, StartError};
pub use watched::FileError;
