//! Publishing, policies and looking at boards over HTTP. It knows who and what is allowed, makes one command of each
//! change, and maps outcomes to answers. What a command means is the board machine's business.
//!
//! | module | holds |
//! |---|---|
//! | [`router`] | the contents page: every path, by who calls it |
//! | [`gateway`] | what all requests share; a submission and its answer |
//! | [`guard`] | what every request passes first: host, origin, trace, access |
//! | [`origin`] | where a page comes from |
//! | [`needs`] | what each path asks of whoever calls it |
//! | `carrier`, `tokens` | where a request carries its token, and what that opens |
//! | `session_cookie` | the login cookie as browsers carry it |
//! | `extract` | paths and queries, or a problem |
//! | `body` | a request's body, bounded in size and time |
//! | [`limited`] | on whose account something comes, and what is told when it is too often |
//! | `reply` | answers and problems as responses |
//! | `routes` | one module a group of paths |
//! | [`hooks`] | other systems' own payloads |
//! | `checks` | how the parts do that can fail without ending the server |

mod body;
mod carrier;
mod checks;
mod extract;
pub mod gateway;
pub mod guard;
pub mod hooks;
pub mod limited;
pub mod needs;
pub mod origin;
mod reply;
pub mod router;
mod routes;
mod session_cookie;
mod tokens;

pub use checks::Checks;
pub use extract::PathOf;
pub use gateway::{Gateway, Setup};
pub use guard::Guard;
pub use limited::Peer;
pub use origin::Origin;
pub use tokens::Tokens;
