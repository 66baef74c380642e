//! What publishers that speak Protobuf are told: always a `NotifyResponse`, of one notice too. A problem is its slug
//! there; what its page says is not repeated.

use super::{DeletedAnswer, PlacedAnswer, SubmissionAnswer, UnknownAnswer};
use crate::problem::Problem;
use crate::proto::{NotifyResponse, Result as Told};
use crate::time;
use bytes::Bytes;
use prost::Message;

/// The answer to notices, in their order.
pub fn encode(results: Vec<Result<SubmissionAnswer, Problem>>, trace_id: &str) -> Bytes {
    let results = results.into_iter().map(|result| told(result, trace_id)).collect();
    NotifyResponse { results }.encode_to_vec().into()
}

fn told(result: Result<SubmissionAnswer, Problem>, trace_id: &str) -> Told {
    let trace_id = trace_id.to_owned();
    let answer = match result {
        Ok(answer) => answer,
        Err(problem) => {
            let (status_code, problem) = (problem.slug.status().into(), problem.slug.slug().to_owned());
            return Told { status_code, problem, trace_id, ..Told::default() };
        }
    };
    let status_code = answer.status_code().into();
    match answer {
        SubmissionAnswer::Placed(PlacedAnswer {
            id,
            board,
            version,
            cursor,
            status,
            state,
            expires_at,
            ..
        }) => Told {
            status_code,
            status: status.name().to_owned(),
            id,
            board,
            version,
            cursor,
            // The answer has it as it was written from milliseconds.
            expires_at: time::parse(&expires_at).unwrap_or_default(),
            trace_id,
            problem: String::new(),
            state: state.map(|state| state.name().to_owned()).unwrap_or_default(),
        },
        SubmissionAnswer::Deleted(DeletedAnswer { id, board, version, cursor, .. }) => {
            let status = "deleted".to_owned();
            Told { status_code, status, id, board, version, cursor, trace_id, ..Told::default() }
        }
        SubmissionAnswer::Unknown(UnknownAnswer { .. }) => {
            Told { status_code, status: "unknown".to_owned(), trace_id, ..Told::default() }
        }
    }
}
