//! What callers are told when all is well. Each answer is one type: it is what goes out, and what the OpenAPI document
//! says goes out. It never decides anything: the machines have.
//!
//! | module | holds |
//! |---|---|
//! | `publish` | what became of notices: placed, deleted, one by one of many |
//! | `protobuf` | what became of notices, in the binary form |
//! | `refusal` | why a command came to nothing |
//! | `notice` | active notices |
//! | `lifecycle` | what has become of a notice |
//! | `board` | boards |
//! | `screen` | what a board shows at one time |
//! | `shown` | what was really on terminals' glass |
//! | `sync` | entries of a board, read over plain HTTP |
//! | `terminal` | who is connected, and how far |
//! | `service` | the time, and how the server does |

mod board;
mod lifecycle;
mod login;
mod notice;
mod protobuf;
mod publish;
mod refusal;
mod screen;
mod service;
mod shown;
mod sync;
mod terminal;

pub use board::{BoardAnswer, BoardsAnswer, TrimAnswer};
pub use lifecycle::{LifecycleAnswer, StageAnswer, StageWord};
pub use login::{RevokedAnswer, SessionAnswer, TokensAnswer};
pub use notice::{NoticeAnswer, NoticesAnswer, notice};
pub use protobuf::encode as encode_protobuf;
pub use publish::{
    DeletedAnswer, DeletedWord, DoneResult, NoticeState, PlacedAnswer, PlacedStatus, RefusedResult,
    ResultAnswer, ResultsAnswer, SubmissionAnswer, UnknownAnswer, UnknownWord, deleted, placed, result,
    unknown,
};
pub use refusal::rejected;
pub use screen::{PinAnswer, ScreenAnswer, SlotAnswer, no_screen, screen};
pub use service::{CheckAnswer, CheckWord, LiveAnswer, LiveWord, ReadyAnswer, ReadyWord, TimeAnswer};
pub use shown::{CSV_HEAD, ShownAnswer};
pub use sync::SyncAnswer;
pub use terminal::{KindWord, LagAnswer, TerminalAnswer, TerminalsAnswer, TransportWord};
