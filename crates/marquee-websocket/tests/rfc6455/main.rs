//! RFC 6455, tried from outside: each case also cut at each place in two, and byte by byte.
//!
//! | module | holds |
//! |---|---|
//! | `wire` | frames as clients write them, and what is heard of them |
//! | `rules` | what is heard, and what is refused, case by case |
//! | `text` | UTF-8, refused as soon as it cannot become valid |
//! | `memory` | what is kept, and given back |
//! | `sent` | heads and small frames of the server |
//! | `oracle` | the same streams, read by tungstenite |

mod memory;
mod oracle;
mod rules;
mod sent;
mod text;
mod wire;
