//! One command on one board of the second machine: every rule is a search through lists. It shares the machine's
//! data types and none of its functions.

use crate::board::{Board, Row, World, holds};
use crate::ribbon::rule;
use marquee_core::board::{Draft, Ended, Outcome, Placed, Precondition, Rejection, State, Status, Terms};
use marquee_core::{BoardName, Change, DeleteReason, Entry, Level, Notice, NoticeId, Policy, Version};
use std::sync::Arc;

const MEBIBYTE: usize = 1_048_576;
const SECOND_MS: u64 = 1_000;

type Result<T> = std::result::Result<T, Rejection>;

fn footprint(notice: &Notice) -> usize {
    let mut parts: Vec<&str> = vec![notice.id.as_str(), &notice.text];
    parts.extend(
        [&notice.html, &notice.key, &notice.link, &notice.data].into_iter().flatten().map(|part| &**part),
    );
    parts.extend(notice.tags.iter().map(|tag| &**tag));
    256 + parts.concat().len()
}

/// One command on a board that exists, already at the command's time.
pub(crate) struct Turn<'a> {
    pub(crate) world: &'a mut World,
    pub(crate) name: &'a BoardName,
    pub(crate) terms: &'a Terms,
    pub(crate) at: u64,
    pub(crate) entries: Vec<Entry>,
}

impl Turn<'_> {
    fn board(&mut self) -> &mut Board {
        self.world.board(self.name)
    }

    fn active(&mut self, id: &NoticeId) -> Option<Arc<Notice>> {
        self.board().ribbon.find(id).map(|live| live.notice.clone())
    }

    fn actives(&mut self) -> Vec<Arc<Notice>> {
        self.board().ribbon.active.iter().map(|live| live.notice.clone()).collect()
    }

    fn with_key(&mut self, key: Option<&str>) -> Option<Arc<Notice>> {
        self.actives().into_iter().find(|notice| key.is_some() && notice.key.as_deref() == key)
    }

    fn row(&mut self, id: &NoticeId) -> Option<&mut Row> {
        self.world.rows.iter_mut().find(|row| row.board == *self.name && row.id == *id)
    }

    /// The notice that an id names: the one that took it in, else its own.
    fn named(&mut self, id: &NoticeId) -> NoticeId {
        self.row(id).map_or(id.clone(), |row| row.notice.clone())
    }

    fn own_row(&mut self, notice: &NoticeId) -> &mut Row {
        self.row(notice).expect("an active notice's id is remembered")
    }

    fn append(&mut self, change: Change) -> u64 {
        let at = self.at;
        let board = self.board();
        board.version += 1;
        if let Change::Policy { own, .. } = &change {
            board.policy_version = board.version;
            board.own_policy = *own;
        }
        let entry = Entry { version: Version(board.version), at, change };
        board.ribbon.apply(&entry);
        self.entries.push(entry);
        self.board().version
    }

    fn remember(&mut self, draft: &Draft, notice: &NoticeId, version: u64, expires_at: u64) {
        let (name, at) = (self.name.clone(), self.at);
        self.world.rows.retain(|row| row.board != name || row.id != draft.id);
        self.world.rows.push(Row {
            board: name,
            id: draft.id.clone(),
            notice: notice.clone(),
            hash: draft.hash,
            version,
            seen_at: at,
            ended: None,
            expires_at,
            content: draft.hash,
            scheduled: draft.starts_at.is_some(),
            count: 1,
            folded_at: 0,
        });
    }

    pub(crate) fn publish(&mut self, draft: &Draft) -> Result<Outcome> {
        if let Some(row) = self.row(&draft.id).cloned() {
            return if row.hash == draft.hash { Ok(self.duplicate(&row)) } else { Err(Rejection::Conflict) };
        }
        if let Some(target) = self.with_key(draft.key.as_deref()) {
            let placed = self.put_over(&target.id, draft)?;
            self.remember(draft, &target.id, placed.version.0, placed.expires_at);
            return Ok(Outcome::Placed(placed));
        }
        if let Some(target) = self.folds_into(draft) {
            return Ok(self.fold(&target, draft));
        }
        self.create(draft)
    }

    fn duplicate(&mut self, row: &Row) -> Outcome {
        let own = self.row(&row.notice).cloned().unwrap_or_else(|| row.clone());
        let state = match (self.active(&row.notice), own.ended) {
            (Some(_), _) => State::Active,
            (None, None) => State::Expired,
            (None, Some(Ended::Deleted)) => State::Deleted,
            (None, Some(Ended::Evicted)) => State::Evicted,
        };
        Outcome::Placed(Placed {
            id: row.notice.clone(),
            version: Version(row.version),
            status: Status::Duplicate(state),
            expires_at: own.expires_at,
        })
    }

    fn folds_into(&mut self, draft: &Draft) -> Option<Arc<Notice>> {
        if draft.key.is_some() || draft.starts_at.is_some() {
            return None;
        }
        let (at, fold_ms) = (self.at, self.board().ribbon.policy.fold_ms);
        let mut candidates = self.actives();
        candidates.retain(|notice| {
            let row = self.own_row(&notice.id);
            notice.key.is_none()
                && !row.scheduled
                && at < row.seen_at + fold_ms
                && (notice.level, &notice.text, &notice.html) == (draft.level, &draft.text, &draft.html)
                && (&notice.tags, &notice.link, &notice.data) == (&draft.tags, &draft.link, &draft.data)
        });
        // Active notices are in order of version.
        candidates.pop()
    }

    fn fold(&mut self, target: &Notice, draft: &Draft) -> Outcome {
        let at = self.at;
        let ttl = draft.ttl.unwrap_or(self.board().ribbon.policy.ttl);
        let row = self.own_row(&target.id);
        row.count += 1;
        row.expires_at = row.expires_at.max(at + ttl * 1_000);
        let (folded_at, expires_at) = (row.folded_at, row.expires_at);
        let mut version = target.rev.0;
        if at >= folded_at + SECOND_MS || target.expires_at < folded_at + 2 * SECOND_MS {
            version = self.show_fold(target);
        }
        self.remember(draft, &target.id, version, expires_at);
        Outcome::Placed(Placed {
            id: target.id.clone(),
            version: Version(version),
            status: Status::Folded,
            expires_at,
        })
    }

    /// The entry of a fold: the notice as it is, but for its count and its end.
    fn show_fold(&mut self, notice: &Notice) -> u64 {
        let at = self.at;
        let row = self.own_row(&notice.id);
        row.folded_at = at;
        let (count, expires_at) = (row.count, row.expires_at);
        let rev = Version(self.board().version + 1);
        self.append(Change::Put(Arc::new(Notice { rev, count, expires_at, ..Notice::clone(notice) })))
    }

    pub(crate) fn settle(&mut self) -> Outcome {
        let at = self.at;
        for notice in self.actives() {
            let row = self.own_row(&notice.id);
            if row.count != notice.count && row.folded_at + SECOND_MS <= at {
                self.show_fold(&notice);
            }
        }
        Outcome::Done
    }

    pub(crate) fn replace(&mut self, draft: &Draft) -> Result<Outcome> {
        let target = self.named(&draft.id);
        if let Some(other) = self.with_key(draft.key.as_deref()).filter(|other| other.id != target) {
            return Err(Rejection::KeyTaken { by: other.id.clone() });
        }
        if self.active(&target).is_none() {
            return self.create(draft);
        }
        let row = self.own_row(&target).clone();
        if row.content == draft.hash {
            return Ok(self.duplicate(&row));
        }
        let placed = self.put_over(&target, draft)?;
        for id in [&target, &draft.id] {
            self.row(id).expect("it names the notice").hash = draft.hash;
        }
        Ok(Outcome::Placed(placed))
    }

    pub(crate) fn upsert(&mut self, draft: &Draft, renew_below_ms: u64) -> Result<Outcome> {
        let Some(target) = self.with_key(draft.key.as_deref()) else {
            return self.create(draft);
        };
        let row = self.own_row(&target.id).clone();
        if row.content != draft.hash {
            return self.put_over(&target.id, draft).map(Outcome::Placed);
        }
        if row.expires_at - self.at >= renew_below_ms {
            return Ok(self.duplicate(&row));
        }
        let placed = self.put_over(&target.id, draft)?;
        Ok(Outcome::Placed(Placed { status: Status::Duplicate(State::Active), ..placed }))
    }

    pub(crate) fn delete(&mut self, id: &NoticeId) -> Result<Outcome> {
        let id = self.named(id);
        if self.active(&id).is_none() && !self.board().ribbon.shows(&id) {
            return Err(Rejection::NotFound);
        }
        let version = Version(self.remove(&id, DeleteReason::Retracted));
        Ok(Outcome::Deleted { id, version })
    }

    pub(crate) fn delete_by_key(&mut self, key: &str, reason: DeleteReason) -> Outcome {
        let Some(id) = self.with_key(Some(key)).map(|notice| notice.id.clone()) else {
            return Outcome::Unknown;
        };
        let version = Version(self.remove(&id, reason));
        Outcome::Deleted { id, version }
    }

    fn remove(&mut self, id: &NoticeId, reason: DeleteReason) -> u64 {
        let ended = match reason {
            DeleteReason::Evicted => Ended::Evicted,
            DeleteReason::Retracted | DeleteReason::Resolved => Ended::Deleted,
        };
        if let Some(row) = self.row(id) {
            row.ended = Some(ended);
        }
        self.append(Change::Delete { id: id.clone(), reason })
    }

    fn create(&mut self, draft: &Draft) -> Result<Outcome> {
        let placed = self.put(draft, &draft.id, Status::Accepted)?;
        self.remember(draft, &draft.id, placed.version.0, placed.expires_at);
        Ok(Outcome::Placed(placed))
    }

    fn put_over(&mut self, target: &NoticeId, draft: &Draft) -> Result<Placed> {
        let placed = self.put(draft, target, Status::Replaced)?;
        let row = self.own_row(target);
        row.content = draft.hash;
        row.expires_at = placed.expires_at;
        row.scheduled = draft.starts_at.is_some();
        row.count = 1;
        Ok(placed)
    }

    fn put(&mut self, draft: &Draft, id: &NoticeId, status: Status) -> Result<Placed> {
        let at = self.at;
        let ttl = draft.ttl.unwrap_or(self.board().ribbon.policy.ttl);
        let starts_at = draft.starts_at.unwrap_or(at);
        let expires_at = starts_at + ttl * 1_000;
        if expires_at <= at {
            return Err(Rejection::AlreadyOver { expires_at });
        }
        let draft = draft.clone();
        let mut notice = Notice {
            id: id.clone(),
            rev: Version(0),
            level: draft.level,
            text: draft.text,
            html: draft.html,
            tags: draft.tags,
            key: draft.key,
            link: draft.link,
            data: draft.data,
            cells: draft.cells,
            count: 1,
            starts_at,
            expires_at,
            trace_id: draft.trace_id,
        };
        for gone in self.who_must_go(&notice)? {
            self.remove(&gone, DeleteReason::Evicted);
        }
        notice.rev = Version(self.board().version + 1);
        let version = Version(self.append(Change::Put(Arc::new(notice))));
        Ok(Placed { id: id.clone(), version, status, expires_at })
    }

    /// The least weight first, among equals the oldest, nobody who is on stage and nobody heavier.
    fn who_must_go(&mut self, newcomer: &Notice) -> Result<Vec<NoticeId>> {
        let ribbon = self.board().ribbon.clone();
        let policy = &ribbon.policy;
        let weight = |level: Level| rule(policy, level).weight;
        let full = Rejection::BoardFull { max_active: policy.max_active };
        let mut staying: Vec<_> = ribbon.active.iter().filter(|live| live.notice.id != newcomer.id).collect();
        let mut going = Vec::new();
        loop {
            let bytes =
                staying.iter().map(|live| footprint(&live.notice)).sum::<usize>() + footprint(newcomer);
            if staying.len() < policy.max_active && bytes <= MEBIBYTE {
                return Ok(going);
            }
            let least = staying
                .iter()
                .filter(|live| !ribbon.on_stage(&live.notice.id))
                .min_by_key(|live| (weight(live.notice.level), live.version));
            let id = least.ok_or_else(|| full.clone())?.notice.id.clone();
            if least.is_some_and(|least| weight(least.notice.level) > weight(newcomer.level)) {
                return Err(full);
            }
            staying.retain(|live| live.notice.id != id);
            going.push(id);
        }
    }

    fn policy_now(&mut self) -> Outcome {
        let board = self.board();
        let (version, own) = (Version(board.policy_version), board.own_policy);
        Outcome::Policy { version, policy: board.ribbon.policy.clone(), own }
    }

    fn only_if(&mut self, only_if: Option<&Precondition>) -> Result<()> {
        let version = self.board().policy_version;
        if holds(only_if, Some(version)) {
            return Ok(());
        }
        Err(Rejection::PolicyMoved { version: Version(version) })
    }

    pub(crate) fn set_policy(
        &mut self,
        policy: &Arc<Policy>,
        only_if: Option<&Precondition>,
    ) -> Result<Outcome> {
        self.only_if(only_if)?;
        if self.board().ribbon.policy != *policy {
            self.play(policy, true);
        }
        Ok(self.policy_now())
    }

    pub(crate) fn drop_policy(&mut self, only_if: Option<&Precondition>) -> Result<Outcome> {
        self.only_if(only_if)?;
        let default = self.terms.first_policy.clone();
        if self.board().own_policy || self.board().ribbon.policy != default {
            self.play(&default, false);
        }
        Ok(self.policy_now())
    }

    pub(crate) fn take_defaults(&mut self) -> Outcome {
        let default = self.terms.first_policy.clone();
        if !self.board().own_policy && self.board().ribbon.policy != default {
            self.play(&default, false);
        }
        Outcome::Done
    }

    /// The policy's entry; then who is too many goes, those on stage last.
    fn play(&mut self, policy: &Arc<Policy>, own: bool) {
        self.append(Change::Policy { policy: policy.clone(), own });
        while self.board().ribbon.active.len() > policy.max_active {
            let ribbon = self.board().ribbon.clone();
            let least = ribbon.active.iter().min_by_key(|live| {
                let notice = &live.notice;
                (ribbon.on_stage(&notice.id), rule(policy, notice.level).weight, live.version)
            });
            let id = least.expect("more than max_active are active").notice.id.clone();
            self.remove(&id, DeleteReason::Evicted);
        }
    }
}
