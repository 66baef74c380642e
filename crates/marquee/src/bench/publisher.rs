//! One publisher that keeps its connection and is waited for: for a bench that measures what becomes of a notice and not
//! how many there can be.

use super::http;
use super::notices::STORED;
use super::pinned::now_ns;
use crate::Failure;
use serde_json::Value;
use std::net::SocketAddr;

/// A publisher that keeps its connection.
pub(crate) struct Publisher {
    runtime: tokio::runtime::Runtime,
    connection: http::Connection,
}

impl Publisher {
    pub(crate) fn open(address: SocketAddr) -> Result<Self, Failure> {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::failed)?;
        let connection = runtime.block_on(http::Connection::open(address)).map_err(Failure::failed)?;
        Ok(Self { runtime, connection })
    }

    /// Publishes all of a list; when it began, ns.
    pub(crate) fn publish(&mut self, notices: &Value) -> Result<u64, Failure> {
        let count = notices.as_array().map_or(1, Vec::len);
        let request = http::request("POST", "/v1/notify", "", &notices.to_string());
        let begun_ns = now_ns();
        let answer =
            self.runtime.block_on(self.connection.ask(request.as_bytes())).map_err(Failure::failed)?;
        let stored = memchr::memmem::find_iter(answer.body, STORED).count();
        if answer.status >= 300 || (count > 1 && stored != count) {
            let body = String::from_utf8_lossy(answer.body);
            return Err(Failure::failed(format!("notices were answered {}: {body}", answer.status)));
        }
        Ok(begun_ns)
    }
}
