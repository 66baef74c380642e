//! The keys in force, and what was verified with them. A signature is checked once: whoever comes with the same token again is
//! known by its hash, until it ends or the keys are others. It decides nothing of what a token opens.

use lru::LruCache;
use marquee_auth::verify::LEEWAY_S;
use marquee_auth::{KeyId, Refusal, Verified, Verifier};
use marquee_core::{Bearer, Mark};
use sha2::{Digest, Sha256};
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Tokens that are known by their hash; beyond it the one that has not been shown for longest is forgotten, and is verified
/// again when it comes.
pub const KNOWN_MAX: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// What is kept of a token: never the token.
type Hash = [u8; 32];

/// The keys, and the tokens that were verified with them.
pub struct Keyring {
    held: Mutex<Held>,
    keys_went: OnceLock<Box<KeysWent>>,
    kid_unknown: OnceLock<Box<KidUnknown>>,
}

type KeysWent = dyn Fn(&[KeyId]) + Send + Sync;
type KidUnknown = dyn Fn() + Send + Sync;

struct Held {
    verifier: Arc<Verifier>,
    known: LruCache<Hash, Arc<Bearer>>,
}

/// Nothing of any key or token.
impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyring(..)")
    }
}

impl Keyring {
    /// With these keys.
    pub fn new(verifier: Verifier) -> Self {
        let held = Held { verifier: Arc::new(verifier), known: LruCache::new(KNOWN_MAX) };
        Self { held: Mutex::new(held), keys_went: OnceLock::new(), kid_unknown: OnceLock::new() }
    }

    /// Whenever keys go, or become others under the same name, `told` hears which, once they are no more in force. A request that
    /// was looked at in that moment may come through after it: whoever lets something last holds it against [`Self::verifier`]
    /// after it is listed. There is one who hears: `false` if that is another.
    pub fn when_keys_go(&self, told: impl Fn(&[KeyId]) + Send + Sync + 'static) -> bool {
        self.keys_went.set(Box::new(told)).is_ok()
    }

    /// Whenever a token names a key that nobody has, `told` hears of it, on the path of that request: it may not wait. Nothing is
    /// done for a good token. There is one who hears: `false` if that is another.
    pub fn when_a_kid_is_unknown(&self, told: impl Fn() + Send + Sync + 'static) -> bool {
        self.kid_unknown.set(Box::new(told)).is_ok()
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The keys of now.
    pub fn verifier(&self) -> Arc<Verifier> {
        self.lock().verifier.clone()
    }

    /// From now on the keys are what the change makes of them; which of those before went, or became others. Where any did, no
    /// token is believed without being verified again. Keys that only come leave what is known as it is.
    pub fn change(&self, change: impl FnOnce(&mut Verifier)) -> Vec<KeyId> {
        let gone = {
            let mut held = self.lock();
            let before = held.verifier.clone();
            change(Arc::make_mut(&mut held.verifier));
            let gone = held.verifier.lacks(&before);
            if !gone.is_empty() {
                held.known.clear();
            }
            gone
        };
        if let (false, Some(told)) = (gone.is_empty(), self.keys_went.get()) {
            told(&gone);
        }
        gone
    }

    /// Whether the key that signed for somebody is still one of those in force.
    pub fn holds(&self, mark: &Mark) -> bool {
        mark.kid.is_empty() || self.lock().verifier.has_key(&mark.issuer, &mark.kid)
    }

    /// Whose a token is, if it is good at that time, in seconds since 1970.
    pub fn verify(&self, token: &str, now_s: u64) -> Result<Arc<Bearer>, Refusal> {
        let hash: Hash = Sha256::digest(token).into();
        let verifier = {
            let mut held = self.lock();
            match held.known.get(&hash) {
                Some(bearer) if bearer.ends_at > now_s.saturating_mul(1_000) => return Ok(bearer.clone()),
                Some(_) => drop(held.known.pop(&hash)),
                None => {}
            }
            held.verifier.clone()
        };
        let verified = verifier.verify(token, now_s).inspect_err(|refusal| {
            if let (Refusal::NoSuchKey, Some(told)) = (refusal, self.kid_unknown.get()) {
                told();
            }
        })?;
        let bearer = Arc::new(bearer(verified, &hash));
        let mut held = self.lock();
        // Where the keys are others by now, it is good for this once at most.
        if Arc::ptr_eq(&held.verifier, &verifier) {
            held.known.put(hash, bearer.clone());
        }
        Ok(bearer)
    }
}

fn bearer(verified: Verified, hash: &Hash) -> Bearer {
    let ends_at = verified.exp.saturating_add(LEEWAY_S).saturating_mul(1_000);
    // One without an id of its own can be taken back as well.
    let id = verified.jti.unwrap_or_else(|| hash.iter().map(|byte| format!("{byte:02x}")).collect());
    let mark = Mark {
        issuer: verified.iss.into(),
        id: id.into(),
        family: verified.family.map(|family| family.as_str().into()),
        kid: verified.kid.into(),
        issued_s: verified.iat,
        cookie: None,
    };
    Bearer { subject: verified.sub.into(), scopes: verified.scopes, ends_at, mark }
}

#[cfg(test)]
mod tests {
    use super::*;
    use marquee_auth::{Grant, Issuer, Key, Keys, Scopes};

    const NOW: u64 = 1_700_000_000;

    fn key(kid: &str) -> Key {
        Key::from_secret(kid, kid.repeat(32).as_bytes()).unwrap()
    }

    fn keys(kids: &[&str]) -> Keys {
        Keys::new(kids.iter().map(|kid| key(kid))).unwrap()
    }

    fn ring(kids: &[&str]) -> Keyring {
        Keyring::new(Verifier::new("us", "walls", keys(kids), Vec::new()).unwrap())
    }

    fn token(kid: &str, jti: &str) -> String {
        let issuer = Issuer::new("us", "walls", &keys(&[kid])).unwrap();
        let scopes = Scopes::of_token("subscribe:ops").unwrap();
        let grant = Grant { sub: "wall", jti, iat_s: NOW, lifetime_s: 900, scopes: &scopes, family: None };
        marquee_leaks::token(issuer.issue(&grant).unwrap())
    }

    #[test]
    fn one_token_is_one_bearer_for_all_who_come_with_it_until_it_ends() {
        let (ring, token) = (ring(&["a"]), token("a", "1"));
        let first = ring.verify(&token, NOW).unwrap();
        assert!(Arc::ptr_eq(&first, &ring.verify(&token, NOW + 5).unwrap()), "it is known");
        assert_eq!((&*first.mark.id, &*first.mark.kid, first.mark.issued_s), ("1", "a", NOW));
        assert!(ring.verify(&token, NOW + 900 + LEEWAY_S - 1).is_ok());
        assert_eq!(ring.verify(&token, NOW + 900 + LEEWAY_S), Err(Refusal::Expired));
        assert!(ring.lock().known.is_empty(), "and is forgotten");
    }

    #[test]
    fn what_was_verified_does_not_outlive_its_key() {
        let (ring, token) = (ring(&["a", "b"]), token("a", "1"));
        ring.verify(&token, NOW).unwrap();
        ring.change(|verifier| verifier.replace_keys(keys(&["b"])));
        assert_eq!(ring.verify(&token, NOW), Err(Refusal::NoSuchKey));
    }

    #[test]
    fn a_key_that_only_comes_leaves_what_is_known_and_one_that_is_another_by_now_does_not() {
        let (ring, token) = (ring(&["a"]), token("a", "1"));
        let gone = Arc::new(Mutex::new(Vec::new()));
        let heard = gone.clone();
        assert!(ring.when_keys_go(move |keys| heard.lock().unwrap().extend_from_slice(keys)));
        assert!(!ring.when_keys_go(|_| {}), "there is one who hears");
        let first = ring.verify(&token, NOW).unwrap();
        assert_eq!(ring.change(|verifier| verifier.replace_keys(keys(&["b", "a"]))), []);
        assert!(Arc::ptr_eq(&first, &ring.verify(&token, NOW).unwrap()));
        let other = Key::from_secret("a", "another secret".repeat(3).as_bytes()).unwrap();
        let changed = ring.change(|verifier| verifier.replace_keys(Keys::new([other, key("b")]).unwrap()));
        assert_eq!(changed, [KeyId { issuer: "us".into(), kid: "a".into() }]);
        assert_eq!(ring.verify(&token, NOW), Err(Refusal::Signature));
        ring.change(|verifier| verifier.replace_keys(Keys::default()));
        let kids: Vec<String> = gone.lock().unwrap().iter().map(|key| key.kid.clone()).collect();
        assert_eq!(kids, ["a", "a", "b"]);
    }

    #[test]
    fn a_kid_that_nobody_has_is_told_and_no_other_token_is() {
        let ring = ring(&["a"]);
        let told = Arc::new(Mutex::new(0));
        let heard = told.clone();
        assert!(ring.when_a_kid_is_unknown(move || *heard.lock().unwrap() += 1));
        let good = token("a", "1");
        for token in [&*good, &*good, &good[..good.len() - 4], "a.b.c"] {
            let _refused_or_not = ring.verify(token, NOW);
        }
        assert_eq!(*told.lock().unwrap(), 0);
        assert_eq!(ring.verify(&token("b", "1"), NOW), Err(Refusal::NoSuchKey));
        assert_eq!(*told.lock().unwrap(), 1);
    }

    #[test]
    fn no_more_are_known_than_there_is_room_for() {
        let ring = ring(&["a"]);
        for n in 0..KNOWN_MAX.get() + 10 {
            ring.verify(&token("a", &n.to_string()), NOW).unwrap();
        }
        assert_eq!(ring.lock().known.len(), KNOWN_MAX.get());
    }
}
