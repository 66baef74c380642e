//! The wire of Marquee: JSON and Protobuf in and out, and what a client is told when something is wrong with it.
//!
//! | module | holds |
//! |---|---|
//! | [`notice`] | a notice as publishers send it: read, cleaned, checked |
//! | [`answer`] | what a caller is told when all is well |
//! | [`blocklist`] | words and patterns that are not shown |
//! | [`coding`], [`etag`] | in which form a caller takes an answer, and whether it has it already |
//! | [`escape`] | text where markup is read |
//! | [`frame`] | what terminals are told and say |
//! | [`openapi`] | what the OpenAPI document says in the same words of many operations |
//! | [`policy`] | a policy as clients send and get it |
//! | [`proto`] | the messages of the binary form |
//! | [`problem`] | what a client is told when something is wrong |
//! | `document`, `faults` | JSON read strictly, and what is wrong with it, place by place |
//! | [`trim`] | what is asked to be trimmed |
//! | [`time`] | times in HTTP bodies |
//! | [`trace`] | the trace that a request belongs to |

pub mod answer;
pub mod blocklist;
pub mod coding;
mod document;
pub mod escape;
pub mod etag;
mod faults;
pub mod frame;
pub mod login;
pub mod notice;
pub mod openapi;
pub mod policy;
pub mod problem;
pub mod proto;
pub mod time;
pub mod trace;
pub mod trim;
