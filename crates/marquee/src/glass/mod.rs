//! What a terminal's commands have in common: what they can be asked, how they connect, and a text cut into what stands in cells.
//! Nothing here draws.
//!
//! | module | holds |
//! |---|---|
//! | `arguments` | what can be said on the command line, and the help that teaches it |
//! | `connect` | the terminal of these arguments, and what its troubles mean for who started it |
//! | `text` | a text cut into clusters of a cell or two, from left to right |

pub(crate) mod arguments;
pub(crate) mod connect;
pub(crate) mod text;
