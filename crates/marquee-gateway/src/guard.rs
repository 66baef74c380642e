//! What every request passes before it reaches a route: the host it was sent to, the page it was sent from, the
//! trace it belongs to, and what its caller may do. It reads no body.

use crate::origin::Origin;
use crate::session_cookie;
use crate::tokens::Tokens;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, Method, Uri, header};
use marquee_core::Access;
use marquee_protocol::problem::{Problem, Slug};
use marquee_protocol::trace::TraceId;
use std::net::IpAddr;
use std::sync::Arc;

/// The rules in force.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    rules: Arc<Rules>,
    /// Absent: no keys are configured.
    tokens: Option<Tokens>,
}

/// What is configured of them.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Host names that this server answers to, beside local ones.
    pub hosts: Vec<String>,
    /// Origins of pages that may publish and follow, beside the server's own.
    pub allowed_origins: Vec<Origin>,
    /// Whether the server is open to its network: then it answers to any address written in numbers.
    pub open: bool,
}

impl Guard {
    /// A guard with these rules, which asks for no token.
    pub fn new(rules: Rules) -> Self {
        Self { rules: Arc::new(rules), tokens: None }
    }

    /// The same, but whoever comes needs a token.
    pub fn asking_for(self, tokens: Tokens) -> Self {
        Self { tokens: Some(tokens), ..self }
    }

    /// What the one who sends a request may do; `None`: it may not come in, and HTTP tells it why.
    pub fn admits(&self, request: &Parts) -> Option<Access> {
        // Whoever comes with a cookie gets it anew, which is HTTP's way.
        self.check(request).ok().filter(|access| !by_cookie(access))
    }

    /// What the one who sends a request may do, or why it may not come in.
    fn check(&self, request: &Parts) -> Result<Access, Problem> {
        self.comes_rightly(&request.method, &request.uri, &request.headers)?;
        match &self.tokens {
            // Without keys everyone may do everything.
            None => Ok(Access::Everyone),
            Some(tokens) => tokens.access(request),
        }
    }

    fn comes_rightly(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
        // An absolute request target overrides the header.
        let host = uri.authority().map(|authority| authority.as_str());
        let host = host.or_else(|| headers.get(header::HOST)?.to_str().ok()).unwrap_or_default();
        // Where everyone needs a token, a name that was pointed here gains nothing.
        if self.tokens.is_none() && !self.answers_to(host) {
            let detail = format!(
                "this server answers to localhost and to the hosts in its configuration, not to {host:?}: add it \
                 to hosts, or call http://127.0.0.1"
            );
            return Err(Problem::new(Slug::Misdirected, detail));
        }
        let writes = !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
        let upgrades = headers.contains_key(header::UPGRADE);
        if (writes || upgrades) && self.is_foreign(headers, host) {
            let detail = "a page of another origin may not do this: add its origin to allowed_origins";
            return Err(Problem::new(Slug::Forbidden, detail));
        }
        Ok(())
    }

    /// A page that lets a name of its own point here could else speak for whoever looks at it.
    fn answers_to(&self, host: &str) -> bool {
        let name = without_port(host);
        let local = name.eq_ignore_ascii_case("localhost")
            || name.len() > 10 && name[name.len().saturating_sub(10)..].eq_ignore_ascii_case(".localhost");
        let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        let near = address.is_ok_and(|address| self.rules.open || address.to_canonical().is_loopback());
        local || near || self.rules.hosts.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    fn is_foreign(&self, headers: &HeaderMap, host: &str) -> bool {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        if let Some(origin) = origins.next() {
            // A browser sends one. Of several, another than the first may be the page's.
            let only = origins.next().is_none();
            let origin = origin.to_str().ok().filter(|_| only).and_then(Origin::parse);
            return origin
                .is_none_or(|origin| !origin.is_own(host) && !self.rules.allowed_origins.contains(&origin));
        }
        let mut sites = headers.get_all("sec-fetch-site").iter();
        sites.any(|site| site != "same-origin" && site != "none")
    }
}

fn by_cookie(access: &Access) -> bool {
    matches!(access, Access::Bearer(bearer) if bearer.mark.cookie.is_some())
}

/// A host without its port; an IPv6 address keeps its brackets.
fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') && !name.is_empty() => name,
        _ => host,
    }
}

/// Lets a request through, with its trace and its access, or answers it.
pub async fn check(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let traceparent = request.headers().get("traceparent").and_then(|value| value.to_str().ok());
    let trace_id = traceparent
        .and_then(TraceId::from_traceparent)
        .unwrap_or_else(|| TraceId::from_random(rand::random()));
    let (mut parts, body) = request.into_parts();
    let access = match guard.check(&parts) {
        Ok(access) => access,
        Err(problem) => return problem.respond(&trace_id).map(Body::from),
    };
    let (method, path) = (parts.method.clone(), told(parts.uri.path()));
    // A browser forgets a cookie that it is not told to keep.
    let cookie = by_cookie(&access)
        .then(|| Some(session_cookie::set(session_cookie::carried(&parts.headers)?, &parts.headers)))
        .flatten();
    parts.extensions.insert(trace_id.clone());
    parts.extensions.insert(access);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(cookie) = cookie {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    tracing::debug!(%method, path, status = response.status().as_u16(), trace_id = trace_id.as_str(), "answered");
    response
}

/// A path as the operator is told of it: what may be a hook's key is left out.
fn told(path: &str) -> String {
    match path.strip_prefix("/v1/hooks/").and_then(|rest| rest.split_once('/')) {
        Some((source, _)) => format!("/v1/hooks/{source}/(hidden)"),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: &str, headers: &[(&str, &str)]) -> Request {
        let mut request = http::Request::builder().method(method).uri("/v1/notify");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    }

    fn slug(guard: &Guard, method: &str, headers: &[(&str, &str)]) -> Option<Slug> {
        let request = request(method, headers);
        guard
            .comes_rightly(request.method(), request.uri(), request.headers())
            .err()
            .map(|problem| problem.slug)
    }

    #[test]
    fn the_operator_is_not_told_of_a_hook_s_key() {
        for path in ["/v1/hooks/ci/open-sesame", "/v1/hooks/ci/open-sesame/", "/v1/hooks/ci//open-sesame"] {
            assert_eq!(told(path), "/v1/hooks/ci/(hidden)");
        }
        for path in ["/v1/hooks/ci", "/v1/notify", "/"] {
            assert_eq!(told(path), path);
        }
    }

    #[test]
    fn only_local_hosts_are_answered_unless_more_are_configured() {
        let guard = Guard::default();
        for local in [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1:8080",
            "127.9.9.9",
            "[::1]:8080",
            "[::1]",
            "a.localhost:1",
        ] {
            assert_eq!(slug(&guard, "GET", &[("host", local)]), None, "{local}");
        }
        for foreign in [
            "",
            "evil.example",
            "localhost.evil.example",
            "evil-localhost",
            "127.0.0.1.evil.example:8080",
            "192.168.1.5:8080",
            "[2001:db8::1]:8080",
            "0.0.0.0:8080",
            ".localhost",
            "localhost:evil:8080",
        ] {
            assert_eq!(slug(&guard, "GET", &[("host", foreign)]), Some(Slug::Misdirected), "{foreign}");
        }
        assert_eq!(slug(&guard, "GET", &[]), Some(Slug::Misdirected), "no host at all");
        let named = Guard::new(Rules { hosts: vec!["wall.example".into()], open: true, ..Rules::default() });
        for known in ["wall.example", "Wall.Example:443", "192.168.1.5:8080"] {
            assert_eq!(slug(&named, "GET", &[("host", known)]), None, "{known}");
        }
        assert_eq!(slug(&named, "GET", &[("host", "evil.example")]), Some(Slug::Misdirected));
    }

    #[test]
    fn a_page_of_another_origin_may_read_but_not_write_nor_follow() {
        let allowed = "https://cms.example";
        let guard =
            Guard::new(Rules { allowed_origins: vec![Origin::parse(allowed).unwrap()], ..Rules::default() });
        let host = ("host", "localhost:8080");
        let from = |method, more: &[(&str, &str)]| slug(&guard, method, &[&[host], more].concat());
        let foreign = Some(Slug::Forbidden);
        for (origin, expected) in [
            ("http://localhost:8080", None),
            ("https://localhost:8080", None),
            (allowed, None),
            ("null", foreign),
            ("http://localhost", foreign),
            ("http://localhost:80801", foreign),
            ("http://localhost:8080.evil.example", foreign),
            ("https://cms.example.evil.example", foreign),
            ("https://CMS.example", None),
            ("http://cms.example", foreign),
            ("https://cms.example:444", foreign),
            ("file://localhost:8080", foreign),
        ] {
            assert_eq!(from("POST", &[("origin", origin)]), expected, "{origin}");
            assert_eq!(from("GET", &[("origin", origin), ("upgrade", "websocket")]), expected, "{origin}");
            assert_eq!(from("GET", &[("origin", origin)]), None);
        }
        assert_eq!(from("DELETE", &[("sec-fetch-site", "cross-site")]), foreign);
        assert_eq!(from("DELETE", &[("sec-fetch-site", "same-site")]), foreign);
        assert_eq!(from("DELETE", &[("sec-fetch-site", "same-origin")]), None);
        assert_eq!(from("POST", &[]), None, "programs send neither");
    }
}
