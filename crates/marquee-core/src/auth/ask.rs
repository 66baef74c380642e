//! What `_auth` is asked to do with tokens, and what comes of it. What depends on chance is in the asking; what depends on time
//! is decided here, by the time of the command.

use super::Auth;
use super::kept::{Cookie, Fact, Family, Revoked, Touched};
use crate::{Change, Entry, Mark, Scopes};
use std::sync::Arc;

/// How long a refresh token that nobody uses is good, ms: 7 days.
pub const REFRESH_MS: u64 = 7 * 24 * 3_600 * 1_000;
/// For so long a refresh token that was used gives the same answer again, ms: an answer may be lost on its way.
pub const SAME_ANSWER_MS: u64 = 30_000;
/// How long a login cookie is good after it was used, ms: 7 days.
pub const COOKIE_MS: u64 = 7 * 24 * 3_600 * 1_000;
/// A cookie that is used is only prolonged if that is worth an entry, ms.
pub const COOKIE_SLIDES_MS: u64 = 3_600 * 1_000;

/// What is asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// Something is taken back.
    Revoke(Arc<Revoked>),
    /// A client has logged in.
    Begin {
        /// The id of the family that begins: no other has it.
        family: Box<str>,
        /// What its tokens say in `iss`.
        issuer: Box<str>,
        /// Who it is.
        client: Box<str>,
        /// What it may.
        scopes: Scopes,
    },
    /// A refresh token of ours is used.
    Rotate {
        /// Of this family.
        family: Box<str>,
        /// Of this number.
        generation: u32,
    },
    /// A family is to end.
    End {
        /// Its id.
        family: Box<str>,
    },
    /// A token is exchanged for a cookie.
    Keep {
        /// SHA-256 of what the browser gets.
        hash: [u8; 32],
        /// Whose it is.
        subject: Box<str>,
        /// What it opens.
        scopes: Scopes,
        /// The token.
        mark: Mark,
    },
    /// A cookie was used.
    Slide {
        /// Which.
        hash: [u8; 32],
    },
    /// A cookie is given back.
    Forget {
        /// Which.
        hash: [u8; 32],
    },
}

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// So much has ended by it: what was asked, if it was not over before, and families and cookies with it.
    Ended(usize),
    /// There are as many revocations as are kept.
    Full,
    /// The family, as it is now.
    Family(Arc<Family>),
    /// There is no such family any more, or from now on.
    Dead,
    /// The cookie, as it is now.
    Cookie(Arc<Cookie>),
    /// There is no such cookie.
    NoCookie,
}

impl Auth {
    /// Does what is asked: at most one entry, and what came of it.
    pub fn ask(&mut self, ask: &Ask, at: u64) -> (Vec<Entry>, Answer) {
        let at = at.max(self.at());
        match ask {
            Ask::Revoke(revoked) if self.standing().has(revoked) => (Vec::new(), Answer::Ended(0)),
            Ask::Revoke(revoked) if !self.standing().has_room_for(revoked) => (Vec::new(), Answer::Full),
            Ask::Revoke(revoked) => self.ending(Fact::Revoked(revoked.clone()), at),
            Ask::Begin { family, issuer, client, scopes } => {
                // What is given out was issued after all that was taken back: seconds are what a token can say.
                let revoked = self.standing().revoked_by(issuer, client);
                let made = revoked.map_or(at, |by| at.max(by.saturating_add(1).saturating_mul(1_000)));
                let family = Arc::new(Family {
                    id: family.clone(),
                    issuer: issuer.clone(),
                    client: client.clone(),
                    scopes: scopes.clone(),
                    generation: 0,
                    began: made,
                    made,
                    ends: made.saturating_add(REFRESH_MS),
                    over: false,
                });
                (self.write(Fact::Family(family.clone()), at).0, Answer::Family(family))
            }
            Ask::Rotate { family, generation } => self.rotate(family, *generation, at),
            Ask::End { family } => match self.standing().family(family).cloned() {
                Some(family) => self.ending(over(&family), at),
                None => (Vec::new(), Answer::Ended(0)),
            },
            Ask::Keep { hash, subject, scopes, mark } => {
                let cookie = Arc::new(Cookie {
                    hash: *hash,
                    subject: subject.clone(),
                    scopes: scopes.clone(),
                    mark: mark.clone(),
                    ends: at.saturating_add(COOKIE_MS),
                    over: false,
                });
                (self.write(Fact::Cookie(cookie.clone()), at).0, Answer::Cookie(cookie))
            }
            Ask::Slide { hash } => self.slide(hash, at),
            Ask::Forget { hash } => match self.standing().cookie(hash) {
                Some(cookie) => {
                    let over = Cookie { over: true, ..Cookie::clone(cookie) };
                    self.ending(Fact::Cookie(Arc::new(over)), at)
                }
                None => (Vec::new(), Answer::Ended(0)),
            },
        }
    }

    /// A refresh token is good once. Used a second time soon after, by whoever did not hear the answer, it gives the same; else
    /// two hold it, and one of them stole it: the family ends.
    fn rotate(&mut self, id: &str, generation: u32, at: u64) -> (Vec<Entry>, Answer) {
        let Some(family) = self.standing().family(id).filter(|family| at < family.ends).cloned() else {
            return (Vec::new(), Answer::Dead);
        };
        if generation == family.generation
            && let Some(next) = generation.checked_add(1)
        {
            let ends = at.saturating_add(REFRESH_MS);
            let next = Arc::new(Family { generation: next, made: at, ends, ..Family::clone(&family) });
            return (self.write(Fact::Family(next.clone()), at).0, Answer::Family(next));
        }
        let again = generation.checked_add(1) == Some(family.generation);
        if again && at < family.made.saturating_add(SAME_ANSWER_MS) {
            return (Vec::new(), Answer::Family(family));
        }
        (self.write(over(&family), at).0, Answer::Dead)
    }

    fn slide(&mut self, hash: &[u8; 32], at: u64) -> (Vec<Entry>, Answer) {
        let Some(cookie) = self.standing().cookie(hash).filter(|cookie| at < cookie.ends).cloned() else {
            return (Vec::new(), Answer::NoCookie);
        };
        let ends = at.saturating_add(COOKIE_MS);
        if ends < cookie.ends.saturating_add(COOKIE_SLIDES_MS) {
            return (Vec::new(), Answer::Cookie(cookie));
        }
        let slid = Arc::new(Cookie { ends, ..Cookie::clone(&cookie) });
        (self.write(Fact::Cookie(slid.clone()), at).0, Answer::Cookie(slid))
    }

    fn ending(&mut self, fact: Fact, at: u64) -> (Vec<Entry>, Answer) {
        let (entries, touched) = self.write(fact, at);
        (entries, Answer::Ended(touched.len()))
    }

    fn write(&mut self, fact: Fact, at: u64) -> (Vec<Entry>, Vec<Touched>) {
        let entry = Entry { version: self.version().next(), at, change: Change::Auth(fact) };
        let touched = self.apply(&entry).unwrap_or_default();
        (vec![entry], touched)
    }
}

fn over(family: &Family) -> Fact {
    Fact::Family(Arc::new(Family { over: true, ..family.clone() }))
}
