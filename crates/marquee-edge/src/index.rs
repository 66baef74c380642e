//! Who is connected by what, so that those whom a revocation means are found without looking at everyone. It says who may be
//! meant: names are kept as numbers, so whoever asks looks again.

use marquee_core::Bearer;
use marquee_core::auth::Touched;
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Numbers of what somebody came by, each with his own.
#[derive(Debug, Default)]
pub(crate) struct Index(BTreeSet<(u64, u32)>);

impl Index {
    /// Somebody has come.
    pub(crate) fn enter(&mut self, bearer: &Bearer, key: u32) {
        self.0.extend(names(bearer).map(|name| (name, key)));
    }

    /// Somebody is gone, or comes by something else.
    pub(crate) fn leave(&mut self, bearer: &Bearer, key: u32) {
        for name in names(bearer) {
            self.0.remove(&(name, key));
        }
    }

    /// Who may be meant; `None`: anyone.
    pub(crate) fn find(&self, touched: &[Touched]) -> Option<HashSet<u32>> {
        let mut found = HashSet::new();
        for one in touched {
            let name = number(one)?;
            found.extend(self.0.range((name, 0)..=(name, u32::MAX)).map(|(_, key)| *key));
        }
        Some(found)
    }
}

fn names(bearer: &Bearer) -> impl Iterator<Item = u64> {
    let mark = &bearer.mark;
    [
        number(&Touched::Id(mark.issuer.clone(), mark.id.clone())),
        number(&Touched::Subject(mark.issuer.clone(), bearer.subject.clone())),
        number(&Touched::Kid(mark.issuer.clone(), mark.kid.clone())),
        mark.family.clone().and_then(|family| number(&Touched::Family(family))),
        mark.cookie.and_then(|cookie| number(&Touched::Cookie(cookie))),
    ]
    .into_iter()
    .flatten()
}

fn number(of: &Touched) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    match of {
        Touched::All => return None,
        Touched::Id(issuer, id) => (0, issuer, id).hash(&mut hasher),
        Touched::Subject(issuer, subject) => (1, issuer, subject).hash(&mut hasher),
        Touched::Kid(issuer, kid) => (2, issuer, kid).hash(&mut hasher),
        Touched::Family(family) => (3, family).hash(&mut hasher),
        Touched::Cookie(cookie) => (4, cookie).hash(&mut hasher),
    }
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_core::{Mark, Scopes};

    fn bearer(id: &str, subject: &str, family: Option<&str>, kid: &str) -> Bearer {
        let (id, kid, family) = (id.into(), kid.into(), family.map(Into::into));
        let mark = Mark { issuer: "us".into(), id, family, kid, ..Mark::default() };
        Bearer { subject: subject.into(), scopes: Scopes::none(), ends_at: 0, mark }
    }

    #[test]
    fn everyone_is_found_by_each_of_what_he_came_by_and_by_nothing_when_he_has_left() {
        let mut index = Index::default();
        let some =
            [bearer("1", "a", Some("f"), "k"), bearer("2", "a", None, "k"), bearer("3", "b", None, "l")];
        for (key, one) in (0..).zip(&some) {
            index.enter(one, key);
        }
        let us = || Box::<str>::from("us");
        let find = |index: &Index, one: Touched| {
            let mut found: Vec<_> = index.find(&[one]).unwrap().into_iter().collect();
            found.sort_unstable();
            found
        };
        assert_eq!(find(&index, Touched::Subject(us(), "a".into())), [0, 1]);
        assert_eq!(find(&index, Touched::Id(us(), "2".into())), [1]);
        assert_eq!(find(&index, Touched::Id("them".into(), "2".into())), Vec::<u32>::new());
        assert_eq!(find(&index, Touched::Kid(us(), "k".into())), [0, 1]);
        assert_eq!(find(&index, Touched::Family("f".into())), [0]);
        assert_eq!(index.find(&[Touched::Family("f".into()), Touched::All]), None);
        index.leave(&some[0], 0);
        assert_eq!(find(&index, Touched::Subject(us(), "a".into())), [1]);
        assert_eq!(find(&index, Touched::Family("f".into())), Vec::<u32>::new());
    }
}
