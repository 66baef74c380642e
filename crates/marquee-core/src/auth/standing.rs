//! Who may still come: a function of the entries of `_auth`, and a question that costs four look-ups. It knows nothing of those
//! who are connected; what an entry touches is told, and whoever holds connections asks anew for those.

use super::kept::{Cookie, Fact, Family, Revoked, Touched};
use crate::Bearer;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Revocations that are kept. One more is refused: none is forgotten before it has done its work.
pub const REVOKED_MAX: usize = 100_000;
/// Families that are kept; beyond it the one that was not used for longest ends: its client logs in again.
pub const FAMILIES_MAX: usize = 100_000;
/// Login cookies that are kept; beyond it the one that was not used for longest ends.
pub const COOKIES_MAX: usize = 100_000;

/// Of each issuer, by a name within it.
type Named<T> = HashMap<Box<str>, HashMap<Box<str>, T>>;

/// The state. Two are equal if they answer equally.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Standing {
    /// Tokens that were taken back, by id: until when that is of interest, ms.
    tokens: Named<u64>,
    /// Subjects: the last second of which tokens were taken back.
    subjects: Named<u64>,
    revoked: usize,
    families: HashMap<Box<str>, Arc<Family>>,
    cookies: HashMap<[u8; 32], Arc<Cookie>>,
    token_ends: BTreeSet<(u64, Box<str>, Box<str>)>,
    family_ends: BTreeSet<(u64, Box<str>)>,
    cookie_ends: BTreeSet<(u64, [u8; 32])>,
}

fn named<'a, T>(of: &'a Named<T>, issuer: &str, name: &str) -> Option<&'a T> {
    of.get(issuer)?.get(name)
}

impl Standing {
    /// Whether nothing was taken back of what somebody has come with. Whether it is over by itself is not asked here.
    pub fn takes(&self, bearer: &Bearer) -> bool {
        let mark = &bearer.mark;
        let family = mark.family.as_ref().is_none_or(|family| self.families.contains_key(family));
        let cookie = mark.cookie.as_ref().is_none_or(|hash| self.cookies.contains_key(hash));
        let token = named(&self.tokens, &mark.issuer, &mark.id).is_none();
        let before = named(&self.subjects, &mark.issuer, &bearer.subject);
        family && cookie && token && before.is_none_or(|before| mark.issued_s > *before)
    }

    /// The last second of which a subject's tokens were taken back.
    pub fn revoked_by(&self, issuer: &str, subject: &str) -> Option<u64> {
        named(&self.subjects, issuer, subject).copied()
    }

    /// A family that is not over.
    pub fn family(&self, id: &str) -> Option<&Arc<Family>> {
        self.families.get(id)
    }

    /// A cookie that is not over.
    pub fn cookie(&self, hash: &[u8; 32]) -> Option<&Arc<Cookie>> {
        self.cookies.get(hash)
    }

    /// Whether one more revocation is kept; one of the same again always is.
    pub fn has_room_for(&self, revoked: &Revoked) -> bool {
        self.revoked < REVOKED_MAX || self.knows(revoked)
    }

    fn knows(&self, revoked: &Revoked) -> bool {
        match revoked {
            Revoked::Token { issuer, id, .. } => named(&self.tokens, issuer, id).is_some(),
            Revoked::Subject { issuer, subject, .. } => named(&self.subjects, issuer, subject).is_some(),
        }
    }

    /// Whether all of it was taken back before.
    pub fn has(&self, revoked: &Revoked) -> bool {
        match revoked {
            Revoked::Token { issuer, id, until } => {
                named(&self.tokens, issuer, id).is_some_and(|kept| kept >= until)
            }
            Revoked::Subject { issuer, subject, issued_before } => {
                named(&self.subjects, issuer, subject).is_some_and(|kept| kept >= issued_before)
            }
        }
    }

    /// What a fact makes of it, at its entry's time: whose access that touches.
    pub fn apply(&mut self, fact: &Fact, at: u64) -> Vec<Touched> {
        self.drop_what_ended(at);
        let mut touched = Vec::new();
        match fact {
            Fact::Revoked(revoked) => self.revoke(revoked, &mut touched),
            Fact::Family(family) if family.over => self.end_family(&family.id, &mut touched),
            Fact::Family(family) => self.put_family(family, &mut touched),
            Fact::Cookie(cookie) if cookie.over => self.end_cookie(&cookie.hash, &mut touched),
            Fact::Cookie(cookie) => self.put_cookie(cookie, &mut touched),
        }
        touched
    }

    /// All of it as facts that make it again, always in the same order.
    pub fn facts(&self) -> Vec<Fact> {
        let mut tokens: Vec<_> = flat(&self.tokens).collect();
        tokens.sort_unstable();
        let tokens = tokens.into_iter().map(|(issuer, id, until)| Revoked::Token {
            issuer: issuer.into(),
            id: id.into(),
            until,
        });
        let mut subjects: Vec<_> = flat(&self.subjects).collect();
        subjects.sort_unstable();
        let subjects = subjects.into_iter().map(|(issuer, subject, issued_before)| Revoked::Subject {
            issuer: issuer.into(),
            subject: subject.into(),
            issued_before,
        });
        let revoked = tokens.chain(subjects).map(|revoked| Fact::Revoked(Arc::new(revoked)));
        let families = self.family_ends.iter().filter_map(|(_, id)| self.families.get(id));
        let cookies = self.cookie_ends.iter().filter_map(|(_, hash)| self.cookies.get(hash));
        revoked
            .chain(families.map(|family| Fact::Family(family.clone())))
            .chain(cookies.map(|cookie| Fact::Cookie(cookie.clone())))
            .collect()
    }

    fn revoke(&mut self, revoked: &Revoked, touched: &mut Vec<Touched>) {
        if !self.knows(revoked) {
            self.revoked += 1;
        }
        match revoked {
            Revoked::Token { issuer, id, until } => {
                let kept = self.tokens.entry(issuer.clone()).or_default().entry(id.clone()).or_default();
                self.token_ends.remove(&(*kept, issuer.clone(), id.clone()));
                *kept = (*kept).max(*until);
                self.token_ends.insert((*kept, issuer.clone(), id.clone()));
                touched.push(Touched::Id(issuer.clone(), id.clone()));
                self.end_cookies(touched, |cookie| cookie.mark.issuer == *issuer && cookie.mark.id == *id);
            }
            Revoked::Subject { issuer, subject, issued_before } => {
                let of = self.subjects.entry(issuer.clone()).or_default();
                let kept = of.entry(subject.clone()).or_default();
                *kept = (*kept).max(*issued_before);
                touched.push(Touched::Subject(issuer.clone(), subject.clone()));
                self.end_cookies(touched, |cookie| {
                    (&cookie.mark.issuer, &cookie.subject) == (issuer, subject)
                        && cookie.mark.issued_s <= *issued_before
                });
                // A login of the same second may be one of after: better once too often.
                let families = self.families.values().filter(|family| {
                    (&family.issuer, &family.client) == (issuer, subject)
                        && family.began / 1_000 <= *issued_before
                });
                let families: Vec<_> = families.map(|family| family.id.clone()).collect();
                families.iter().for_each(|id| self.end_family(id, touched));
            }
        }
    }

    fn put_family(&mut self, family: &Arc<Family>, touched: &mut Vec<Touched>) {
        if let Some(before) = self.families.insert(family.id.clone(), family.clone()) {
            self.family_ends.remove(&(before.ends, before.id.clone()));
        }
        self.family_ends.insert((family.ends, family.id.clone()));
        while self.families.len() > FAMILIES_MAX {
            let Some((_, oldest)) = self.family_ends.first().cloned() else { return };
            self.end_family(&oldest, touched);
        }
    }

    fn end_family(&mut self, id: &str, touched: &mut Vec<Touched>) {
        if let Some(family) = self.families.remove(id) {
            self.family_ends.remove(&(family.ends, family.id.clone()));
            touched.push(Touched::Family(family.id.clone()));
            self.end_cookies(touched, |cookie| cookie.mark.family.as_deref() == Some(id));
        }
    }

    fn put_cookie(&mut self, cookie: &Arc<Cookie>, touched: &mut Vec<Touched>) {
        if let Some(before) = self.cookies.insert(cookie.hash, cookie.clone()) {
            self.cookie_ends.remove(&(before.ends, before.hash));
        }
        self.cookie_ends.insert((cookie.ends, cookie.hash));
        while self.cookies.len() > COOKIES_MAX {
            let Some((_, oldest)) = self.cookie_ends.first().copied() else { return };
            self.end_cookie(&oldest, touched);
        }
    }

    fn end_cookie(&mut self, hash: &[u8; 32], touched: &mut Vec<Touched>) {
        if let Some(cookie) = self.cookies.remove(hash) {
            self.cookie_ends.remove(&(cookie.ends, cookie.hash));
            touched.push(Touched::Cookie(cookie.hash));
        }
    }

    fn end_cookies(&mut self, touched: &mut Vec<Touched>, which: impl Fn(&Cookie) -> bool) {
        let ending = self.cookies.values().filter(|cookie| which(cookie)).map(|cookie| cookie.hash);
        let ending: Vec<_> = ending.collect();
        ending.iter().for_each(|hash| self.end_cookie(hash, touched));
    }

    /// What is over by itself does not have to be remembered. Nobody is to be looked for: their time is over too.
    fn drop_what_ended(&mut self, at: u64) {
        while let Some((ends, issuer, id)) = self.token_ends.first()
            && *ends <= at
        {
            if let Some(of) = self.tokens.get_mut(issuer) {
                of.remove(id);
                if of.is_empty() {
                    self.tokens.remove(issuer);
                }
            }
            self.revoked -= 1;
            self.token_ends.pop_first();
        }
        while let Some((ends, id)) = self.family_ends.first()
            && *ends <= at
        {
            self.families.remove(id);
            self.family_ends.pop_first();
        }
        while let Some((ends, hash)) = self.cookie_ends.first()
            && *ends <= at
        {
            self.cookies.remove(hash);
            self.cookie_ends.pop_first();
        }
    }
}

fn flat(of: &Named<u64>) -> impl Iterator<Item = (&str, &str, u64)> {
    of.iter().flat_map(|(issuer, names)| names.iter().map(|(name, kept)| (&**issuer, &**name, *kept)))
}
