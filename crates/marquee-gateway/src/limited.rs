//! On whose account something is published or a token is asked for, and what is told to whoever comes too often. It counts
//! nothing itself, and believes no header about where a request comes from.

use marquee_access::limits::{Limits, RetryAfter, asker};
use marquee_core::Access;
use marquee_protocol::problem::{Problem, Slug};
use std::net::IpAddr;

/// Who is at the other end of a request's connection: behind a proxy that is the proxy. Whoever accepts connections attaches one
/// to each request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Peer(pub IpAddr);

/// Whose notices they are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Publisher<'a> {
    /// Of whoever sent the request.
    Caller(&'a Access),
    /// Of a hook that proved itself, by its name.
    Hook(&'a str),
}

/// Lets so many notices through together, or says when there is room for them.
pub(crate) fn publishes(limits: &Limits, publisher: Publisher<'_>, notices: usize) -> Result<(), Problem> {
    // Names of hooks have no blank, and neither has the first word of a token's.
    let account = match publisher {
        Publisher::Hook(name) => format!("hook {name}"),
        Publisher::Caller(Access::Bearer(bearer)) => {
            format!("token {} {}", bearer.mark.id, bearer.mark.issuer)
        }
        // Without keys nothing is limited.
        Publisher::Caller(Access::Everyone) => return Ok(()),
    };
    limits.publish(&account, notices).map_err(|retry| {
        let many = if notices == 1 { "this notice" } else { "these notices" };
        too_often(
            retry,
            &format!("there is no room for {many} within what one token or hook may publish in a second"),
        )
    })
}

/// Lets a request for a token through, or says when there is room for it: the first thing that a route of tokens asks. `client_id`
/// is the one that it names, where that is one of the configuration's; see [`asker`].
pub fn asks_for_a_token(limits: &Limits, peer: Peer, client_id: Option<&str>) -> Result<(), Problem> {
    limits
        .token_request(&asker(peer.0, client_id))
        .map_err(|retry| too_often(retry, "this client has asked for tokens too often"))
}

fn too_often(RetryAfter { seconds }: RetryAfter, what: &str) -> Problem {
    let detail = format!("{what}: nothing was done, try again in {seconds} s");
    Problem { retry_after_s: Some(seconds), ..Problem::new(Slug::TooManyRequests, detail) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_core::{Bearer, Mark, Scopes};
    use std::sync::Arc;

    fn token(issuer: &str, id: &str) -> Access {
        let mark = Mark { issuer: issuer.into(), id: id.into(), ..Mark::default() };
        let (scopes, subject) = (Scopes::admin(), "same".into());
        Access::Bearer(Arc::new(Bearer { subject, scopes, ends_at: u64::MAX, mark }))
    }

    #[test]
    fn each_token_and_each_hook_has_its_own_room() {
        // Hours are owed after the first, so that no time that passes here matters.
        let limits = Limits::new(1, 0);
        let all = [token("us", "1"), token("us", "2"), token("them", "1"), Access::nothing()];
        let mut publishers: Vec<Publisher<'_>> = all.iter().map(Publisher::Caller).collect();
        publishers.extend([Publisher::Hook("ci"), Publisher::Hook("1")]);
        for publisher in &publishers {
            assert_eq!(publishes(&limits, *publisher, 6_000), Ok(()), "{publisher:?}");
        }
        for publisher in publishers {
            let problem = publishes(&limits, publisher, 1).unwrap_err();
            assert_eq!(problem.slug, Slug::TooManyRequests, "{publisher:?}");
            assert!(problem.retry_after_s.is_some_and(|seconds| seconds > 60), "{problem:?}");
        }
        for _ in 0..3 {
            assert_eq!(publishes(&limits, Publisher::Caller(&Access::Everyone), 6_000), Ok(()));
        }
    }

    #[test]
    fn an_address_that_asks_too_often_is_told_so_and_others_are_not() {
        let limits = Limits::new(0, 1);
        let (one, other) = (Peer([192, 0, 2, 1].into()), Peer([192, 0, 2, 2].into()));
        // The second of two is refused unless a second has passed: a few of them are not all that slow.
        let refused = (0..1_000).find_map(|_| asks_for_a_token(&limits, one, None).err());
        let problem = refused.expect("a thousand in a second");
        assert_eq!((problem.slug, problem.retry_after_s), (Slug::TooManyRequests, Some(1)));
        assert_eq!(asks_for_a_token(&limits, other, None), Ok(()));
        assert_eq!(asks_for_a_token(&limits, one, Some("wall")), Ok(()), "a client of the configuration");
    }
}
