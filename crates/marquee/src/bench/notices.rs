//! The notices that a bench publishes, as the bytes of requests: made once, and only numbers in them written anew.

use super::http;
use crate::Failure;
use serde_json::json;
use std::net::SocketAddr;
use std::ops::Range;

/// What the result of one of many holds if it was stored.
pub(crate) const STORED: &str = r#""status_code":20"#;
/// Notices in a request that is not measured.
const PUT_AT_ONCE: usize = 100;
/// Boards that notices are spread over.
pub(crate) const BOARDS: u64 = 16;
/// Keys of each board, and, as the policy's room is 64, all that are active on it.
pub(crate) const KEYS: u64 = 64;
/// Notices until each board is full.
pub(crate) const FULL: u64 = BOARDS * KEYS;
/// Digits of a number.
const DIGITS: usize = 10;

/// What a notice comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub(crate) enum Workload {
    /// Each has a key, and replaces the notice with the same: one entry
    Replace,
    /// Each is a new one, and pushes out the oldest: two entries
    Distinct,
}

impl Workload {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Replace => "replace",
            Self::Distinct => "distinct",
        }
    }

    /// Entries that one notice on a full board makes.
    pub(crate) fn entries_each(self) -> u64 {
        match self {
            Self::Replace => 1,
            Self::Distinct => 2,
        }
    }

    /// One notice; all of a workload have the same length.
    fn notice(self) -> String {
        let number = "0".repeat(DIGITS);
        let text = format!("disk of the database is full, reading {number}: look at it");
        let key = match self {
            Self::Replace => r#""key":"k00","#,
            Self::Distinct => "",
        };
        format!(r#"{{"id":"n{number}","board":"bench-00",{key}"text":"{text}"}}"#)
    }
}

/// Puts notices on one board under so many keys, an entry each. It is not measured.
pub(crate) fn put_on(
    address: SocketAddr,
    board: &str,
    keys: u64,
    numbers: Range<u64>,
) -> Result<(), Failure> {
    let all: Vec<u64> = numbers.collect();
    for some in all.chunks(PUT_AT_ONCE) {
        let notice = |n: &u64| {
            let text = format!("disk of the database is full, reading {n:010}: look at it");
            json!({"id": format!("n{n}"), "board": board, "key": format!("k{}", n % keys), "text": text})
        };
        let body = json!(some.iter().map(notice).collect::<Vec<_>>()).to_string();
        let answer = http::once(address, "POST", "/v1/notify", &body)?;
        if answer.matches(STORED).count() != some.len() {
            return Err(Failure::failed(format!("not all of {} notices were stored: {answer}", some.len())));
        }
    }
    Ok(())
}

/// Where numbers stand within a notice.
#[derive(Clone, Copy)]
struct Places {
    id: usize,
    board: usize,
    key: Option<usize>,
    text: usize,
}

/// A request to publish so many notices.
pub(crate) struct Request {
    bytes: Vec<u8>,
    places: Places,
    first: usize,
    stride: usize,
    count: usize,
}

impl Request {
    /// Of one it is an object, of many a list.
    pub(crate) fn new(workload: Workload, count: usize) -> Self {
        let notice = workload.notice();
        let body = match count {
            1 => notice.clone(),
            _ => format!("[{}]", vec![&*notice; count].join(",")),
        };
        let bytes = http::request("POST", "/v1/notify", "", &body).into_bytes();
        let behind = |word: &str| notice.find(word).map(|at| at + word.len());
        let places = Places {
            id: behind(r#""id":"n"#).unwrap_or_default(),
            board: behind(r#""board":"bench-"#).unwrap_or_default(),
            key: behind(r#""key":"k"#),
            text: behind("reading ").unwrap_or_default(),
        };
        let first = bytes.len() - body.len() + usize::from(count > 1);
        Self { bytes, places, first, stride: notice.len() + 1, count }
    }

    /// The bytes, with notices numbered from here on.
    pub(crate) fn numbered(&mut self, from: u64) -> &[u8] {
        let Places { id, board, key, text } = self.places;
        let mut at = self.first;
        for n in (from..).take(self.count) {
            write(&mut self.bytes[at + id..][..DIGITS], n);
            write(&mut self.bytes[at + board..][..2], n % BOARDS);
            if let Some(key) = key {
                write(&mut self.bytes[at + key..][..2], n / BOARDS % KEYS);
            }
            write(&mut self.bytes[at + text..][..DIGITS], n);
            at += self.stride;
        }
        &self.bytes
    }

    pub(crate) fn count(&self) -> usize {
        self.count
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// A number as decimal digits, all of the place filled.
fn write(place: &mut [u8], number: u64) {
    let mut rest = number;
    for digit in place.iter_mut().rev() {
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn body(request: &mut Request, from: u64) -> Value {
        let text = std::str::from_utf8(request.numbered(from)).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.ends_with(&format!("content-length: {}", body.len())), "{head}");
        serde_json::from_str(body).unwrap()
    }

    #[test]
    fn each_notice_has_its_number_its_board_and_its_key() {
        let mut many = Request::new(Workload::Replace, 3);
        for from in [0, 1_022, 9_999_999_990] {
            let read = body(&mut many, from);
            for (n, notice) in (from..).zip(read.as_array().unwrap()) {
                assert_eq!(notice["id"], format!("n{n:010}"));
                assert_eq!(notice["board"], format!("bench-{:02}", n % 16));
                assert_eq!(notice["key"], format!("k{:02}", n / 16 % 64));
                let text = notice["text"].as_str().unwrap();
                assert!(text.contains(&format!("{n:010}")) && text.len() == 60, "{text}");
            }
            assert_eq!(read.as_array().unwrap().len(), 3);
        }
        let one = body(&mut Request::new(Workload::Distinct, 1), 17);
        assert_eq!((&one["board"], one.get("key")), (&json!("bench-01"), None));
    }
}
