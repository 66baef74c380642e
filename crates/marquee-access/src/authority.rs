//! Who may come, as of now: the keys in force, and what `_auth` says was taken back. It follows that board as any reader does;
//! whoever holds connections is told whom to look through, and only when all have done so does it say how far it is. It writes
//! nothing.

use crate::cutter::{Cutter, Done};
use crate::keyring::Keyring;
use marquee_applier::{Applier, NotDone};
use marquee_auth::{Cookie, KeyId, Refusal};
use marquee_core::auth::{Family, Standing, Touched};
use marquee_core::{Access, Bearer, BoardName, Change, Mark, Version};
use marquee_log::Ring;
use marquee_log::ring::Recent;
use marquee_protocol::frame::decode_entry;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};
use tokio::sync::{Notify, watch};

/// Entries of `_auth` that are taken in at once.
const ENTRIES_AT_ONCE: usize = 256;
/// For so many of the newest entries it is known how many connections they ended.
const ENDED_MAX: usize = 1_024;

/// It; cheap to clone.
#[derive(Clone)]
pub struct Authority {
    inner: Arc<Inner>,
}

struct Inner {
    keyring: Arc<Keyring>,
    ring: Arc<Ring>,
    applier: Applier,
    standing: RwLock<Standing>,
    cutters: Mutex<Vec<Weak<Cutter>>>,
    /// Up to where `_auth` is taken in, and whoever had to go is gone.
    reached: watch::Sender<Version>,
    ended: Mutex<VecDeque<(Version, usize)>>,
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authority(..)")
    }
}

impl Authority {
    /// As the log has it.
    pub fn new(keyring: Arc<Keyring>, ring: Arc<Ring>, applier: Applier) -> Self {
        let (version, standing) = applier.first_standing();
        let inner = Inner {
            keyring,
            ring,
            applier,
            standing: RwLock::new(standing),
            cutters: Mutex::default(),
            reached: watch::Sender::new(version),
            ended: Mutex::default(),
        };
        let authority = Self { inner: Arc::new(inner) };
        // Not the other way round: the keys do not keep the log open.
        let told = Arc::downgrade(&authority.inner);
        authority.inner.keyring.when_keys_go(move |gone| {
            if let Some(inner) = told.upgrade() {
                Self { inner }.keys_went(gone);
            }
        });
        authority
    }

    /// The keys in force.
    pub fn keyring(&self) -> &Arc<Keyring> {
        &self.inner.keyring
    }

    /// Whose a token is, if it is good at that time, in seconds since 1970.
    pub fn admit(&self, token: &str, now_s: u64) -> Result<Arc<Bearer>, Refusal> {
        let bearer = self.inner.keyring.verify(token, now_s)?;
        if self.takes(&bearer) { Ok(bearer) } else { Err(Refusal::Revoked) }
    }

    /// Whose a login cookie is, if it is good at that time, in ms.
    pub fn admit_cookie(&self, text: &str, now_ms: u64) -> Result<Arc<Bearer>, Refusal> {
        let hash = Cookie::read(text)?.hash();
        let standing = self.inner.standing.read().unwrap_or_else(PoisonError::into_inner);
        let cookie = standing.cookie(&hash).filter(|cookie| now_ms < cookie.ends).ok_or(Refusal::Cookie)?;
        let mark = Mark { cookie: Some(hash), ..cookie.mark.clone() };
        let (subject, scopes, ends_at) = (cookie.subject.clone(), cookie.scopes.clone(), cookie.ends);
        let bearer = Bearer { subject, scopes, ends_at, mark };
        if standing.takes(&bearer) && self.inner.keyring.holds(&bearer.mark) {
            Ok(Arc::new(bearer))
        } else {
            Err(Refusal::Revoked)
        }
    }

    /// Whether somebody who has come may stay. Its own end is not looked at.
    pub fn takes(&self, bearer: &Bearer) -> bool {
        let standing = self.inner.standing.read().unwrap_or_else(PoisonError::into_inner);
        standing.takes(bearer) && self.inner.keyring.holds(&bearer.mark)
    }

    /// The same of whoever asks or is connected; what is said where he may not.
    pub fn stays(&self, access: &Access) -> Result<(), Refusal> {
        match access {
            Access::Bearer(bearer) if !self.takes(bearer) => Err(Refusal::Revoked),
            Access::Bearer(_) | Access::Everyone => Ok(()),
        }
    }

    /// A family of refresh tokens that is not over.
    pub fn family(&self, id: &str) -> Option<Arc<Family>> {
        self.inner.standing.read().unwrap_or_else(PoisonError::into_inner).family(id).cloned()
    }

    /// By which name somebody's own things are kept. A subject is a name within its issuer alone: another issuer's cannot be ours.
    pub fn owner(&self, bearer: &Bearer) -> Box<str> {
        if *bearer.mark.issuer == *self.inner.keyring.verifier().issuer() {
            return bearer.subject.clone();
        }
        // No issuer and no subject has a control character.
        format!("{}\n{}", bearer.mark.issuer, bearer.subject).into()
    }

    /// Somebody who holds connections, and hears from now on whom to look through.
    pub fn cutter(&self) -> Arc<Cutter> {
        let cutter = Arc::new(Cutter::default());
        self.cutters().push(Arc::downgrade(&cutter));
        cutter
    }

    /// Keys are gone, or others have their names: whoever came by them is told to go. Nobody waits for it.
    fn keys_went(&self, gone: &[KeyId]) {
        let kids = gone.iter().map(|key| Touched::Kid(key.issuer.as_str().into(), key.kid.as_str().into()));
        self.tell(kids.collect());
    }

    /// Waits until what an entry of `_auth` says is in force, and everyone who had to go for it is gone: how many those were.
    pub async fn reached(&self, version: Version) -> usize {
        let mut reached = self.inner.reached.subscribe();
        // The sender is our own, so there is no error.
        drop(reached.wait_for(|reached| *reached >= version).await);
        let ended = self.inner.ended.lock().unwrap_or_else(PoisonError::into_inner);
        ended.iter().find(|(of, _)| *of == version).map_or(0, |(_, count)| *count)
    }

    /// Follows `_auth`, for as long as it is polled.
    pub async fn follow(&self) {
        let (name, moved) = (BoardName::auth(), Arc::new(Notify::new()));
        let _watch = self.inner.ring.watch(&name, moved.clone());
        loop {
            let version = *self.inner.reached.borrow();
            match self.inner.ring.read_after(&name, version, ENTRIES_AT_ONCE) {
                Recent::Next(entries) if entries.is_empty() => moved.notified().await,
                Recent::Next(entries) => {
                    for kept in entries {
                        let entry = decode_entry(&kept.record.body);
                        let Ok(Some(entry)) = entry else {
                            // Nothing else writes there; who may come is asked of the state as a whole then.
                            tracing::error!(version = %kept.record.version, "an entry of _auth cannot be read");
                            self.begin_anew().await;
                            break;
                        };
                        let touched = match &entry.change {
                            Change::Auth(fact) => {
                                let mut standing =
                                    self.inner.standing.write().unwrap_or_else(PoisonError::into_inner);
                                standing.apply(fact, entry.at)
                            }
                            _ => Vec::new(),
                        };
                        self.reach(entry.version, touched).await;
                    }
                }
                Recent::Behind => self.begin_anew().await,
            }
        }
    }

    /// Takes the whole state, and has everyone looked through.
    async fn begin_anew(&self) {
        let (version, standing) = match self.inner.applier.boards().await {
            Ok(boards) => (boards.auth().version(), boards.auth().standing().clone()),
            // Nothing moves any more.
            Err(NotDone::Lost) => return std::future::pending().await,
            Err(error) => {
                tracing::error!(?error, "it is not known what was taken back");
                return std::future::pending().await;
            }
        };
        *self.inner.standing.write().unwrap_or_else(PoisonError::into_inner) = standing;
        self.reach(version, vec![Touched::All]).await;
    }

    async fn reach(&self, version: Version, touched: Vec<Touched>) {
        if !touched.is_empty() {
            let ended = self.cut(touched).await;
            let mut known = self.inner.ended.lock().unwrap_or_else(PoisonError::into_inner);
            if known.len() >= ENDED_MAX {
                known.pop_front();
            }
            known.push_back((version, ended));
        }
        self.inner.reached.send_replace(version);
    }

    async fn cut(&self, touched: Vec<Touched>) -> usize {
        self.tell(touched).wait().await
    }

    fn tell(&self, touched: Vec<Touched>) -> Arc<Done> {
        let (touched, done): (Arc<[Touched]>, _) = (touched.into(), Arc::new(Done::default()));
        self.cutters().retain(|cutter| {
            let cutter = cutter.upgrade();
            cutter.as_ref().inspect(|cutter| cutter.tell(&touched, &done)).is_some()
        });
        done
    }

    fn cutters(&self) -> MutexGuard<'_, Vec<Weak<Cutter>>> {
        self.inner.cutters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
