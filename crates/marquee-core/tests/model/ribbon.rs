//! A second timeline, as plain as PROTOCOL.md section 6 puts it: lists that are searched, and no function of the
//! first one. It is here to disagree with the machine's; it never needs to be fast.

use marquee_core::policy::{LevelPolicy, Play};
use marquee_core::{Change, Entry, Level, Notice, NoticeId, Policy};
use std::sync::Arc;

#[derive(Clone, Debug)]
pub(crate) struct Live {
    pub(crate) notice: Arc<Notice>,
    pub(crate) version: u64,
    pub(crate) started: bool,
    pub(crate) pass: u64,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Stretch {
    pub(crate) id: NoticeId,
    pub(crate) rev: u64,
    pub(crate) head: u64,
    pub(crate) end: u64,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OnTop {
    pub(crate) id: NoticeId,
    pub(crate) rev: u64,
    pub(crate) from: u64,
    pub(crate) until: u64,
}

#[derive(Clone, Debug)]
pub(crate) struct Ribbon {
    pub(crate) policy: Arc<Policy>,
    pub(crate) now: u64,
    pub(crate) x: u64,
    /// In order of version.
    pub(crate) active: Vec<Live>,
    pub(crate) floor: u64,
    pub(crate) slot: Option<Stretch>,
    pub(crate) last: Option<NoticeId>,
    pub(crate) trail: Vec<Stretch>,
    pub(crate) pin: Option<OnTop>,
    pub(crate) queue: Vec<NoticeId>,
    pub(crate) rest: u64,
}

/// What a policy says of a level.
pub(crate) fn rule(policy: &Policy, level: Level) -> &LevelPolicy {
    let [urgent, warning, info, low] = &policy.levels;
    match level {
        Level::Urgent => urgent,
        Level::Warning => warning,
        Level::Info => info,
        Level::Low => low,
    }
}

fn weight(policy: &Policy, level: Level) -> u64 {
    u64::from(rule(policy, level).weight)
}

fn plays_pin(policy: &Policy, level: Level) -> bool {
    rule(policy, level).play == Play::Pin
}

impl Ribbon {
    pub(crate) fn new(policy: Arc<Policy>, at: u64) -> Self {
        Self {
            policy,
            now: at,
            x: 0,
            active: Vec::new(),
            floor: 0,
            slot: None,
            last: None,
            trail: Vec::new(),
            pin: None,
            queue: Vec::new(),
            rest: 0,
        }
    }

    pub(crate) fn find(&self, id: &NoticeId) -> Option<&Live> {
        self.active.iter().find(|live| live.notice.id == *id)
    }

    fn find_mut(&mut self, id: &NoticeId) -> Option<&mut Live> {
        self.active.iter_mut().find(|live| live.notice.id == *id)
    }

    /// Pinned or in the slot.
    pub(crate) fn on_stage(&self, id: &NoticeId) -> bool {
        self.pin.as_ref().map(|pin| &pin.id) == Some(id)
            || self.slot.as_ref().map(|slot| &slot.id) == Some(id)
    }

    /// On stage or in the trail.
    pub(crate) fn shows(&self, id: &NoticeId) -> bool {
        self.on_stage(id) || self.trail.iter().any(|slot| slot.id == *id)
    }

    pub(crate) fn advance(&mut self, to: u64) {
        loop {
            let next = self.instants().into_iter().min().filter(|next| *next <= to);
            let Some(next) = next else { break };
            self.go(next);
            self.instant();
        }
        self.go(to);
    }

    fn instants(&self) -> Vec<u64> {
        let mut instants: Vec<u64> = self.active.iter().map(|live| live.notice.expires_at).collect();
        instants.extend(self.active.iter().filter(|live| !live.started).map(|live| live.notice.starts_at));
        if let Some(pin) = &self.pin {
            instants.push(pin.until);
            return instants;
        }
        if let Some(slot) = &self.slot {
            let mut wait = 0;
            if slot.end > self.x {
                let (left, speed) = (slot.end - self.x, self.policy.speed);
                wait = left / speed + u64::from(left % speed > 0);
            }
            instants.push(self.now + wait);
        }
        if !self.queue.is_empty() {
            instants.push(self.rest.max(self.now));
        }
        instants
    }

    fn go(&mut self, time: u64) {
        if time <= self.now {
            return;
        }
        if self.pin.is_none() {
            self.x += (time - self.now) * self.policy.speed;
        }
        self.now = time;
    }

    fn instant(&mut self) {
        let t = self.now;
        // 1: who is over leaves.
        while let Some(over) = self.active.iter().find(|live| live.notice.expires_at <= t) {
            let id = over.notice.id.clone();
            self.leave(&id);
        }
        // 2: whose time has come starts.
        while let Some(due) = self.active.iter_mut().find(|live| !live.started && live.notice.starts_at <= t)
        {
            due.started = true;
            due.pass = self.floor;
            let (id, level) = (due.notice.id.clone(), due.notice.level);
            if plays_pin(&self.policy, level) {
                self.join(id);
            }
        }
        // 3: a pin ends.
        if let Some(pin) = self.pin.clone().filter(|pin| pin.until <= t) {
            self.pin = None;
            let policy = self.policy.clone();
            if let Some(live) = self.find_mut(&pin.id) {
                live.pass += 1_000_000 / weight(&policy, live.notice.level);
            }
            self.rest = t + policy.breath_ms;
            if self.slot.as_ref().is_some_and(|slot| self.find(&slot.id).is_none()) {
                self.slot = None;
            }
        }
        if self.pin.is_some() {
            return;
        }
        // 4: a slot ends.
        if let Some(slot) = self.slot.clone().filter(|slot| slot.end <= self.x) {
            self.slot = None;
            self.trail.push(slot);
            let x = self.x;
            self.trail.retain(|slot| x - slot.end < 512_000);
            while self.trail.len() > 64 {
                self.trail.remove(0);
            }
        }
        // 5: a pin begins.
        if !self.queue.is_empty() && self.rest <= t {
            let id = self.queue.remove(0);
            let notice = self.find(&id).expect("who waits is active").notice.clone();
            let hold_ms = rule(&self.policy, notice.level).hold_ms;
            if hold_ms > 0 {
                self.pin = Some(OnTop { id, rev: notice.rev.0, from: t, until: t + hold_ms });
                self.hurry();
            }
        }
        // 6: the slot is given.
        if self.pin.is_none() && self.slot.is_none() {
            self.give_slot();
        }
    }

    fn give_slot(&mut self) {
        let policy = self.policy.clone();
        let mut choice: Vec<Live> = self.active.iter().filter(|live| live.started).cloned().collect();
        if choice.len() > 1 {
            choice.retain(|live| Some(&live.notice.id) != self.last.as_ref());
        }
        choice.sort_by_key(|live| {
            let lightness = 100 - weight(&policy, live.notice.level);
            (live.pass, lightness, live.version)
        });
        let Some(chosen) = choice.first() else { return };
        let notice = &chosen.notice;
        self.floor = self.floor.max(chosen.pass);
        for live in self.active.iter_mut().filter(|live| live.started) {
            if live.notice.id == notice.id {
                live.pass += 1_000_000 / weight(&policy, live.notice.level);
            } else if live.pass + 1_000_000 < self.floor {
                live.pass = self.floor - 1_000_000;
            }
        }
        let width = ((u64::from(notice.cells) + policy.gap) * 1_000).max(500 * policy.speed);
        self.slot =
            Some(Stretch { id: notice.id.clone(), rev: notice.rev.0, head: self.x, end: self.x + width });
        self.last = Some(notice.id.clone());
    }

    fn leave(&mut self, id: &NoticeId) {
        self.active.retain(|live| live.notice.id != *id);
        self.queue.retain(|queued| queued != id);
        if let Some(pin) = &mut self.pin
            && pin.id == *id
        {
            pin.until = self.now;
        }
    }

    fn join(&mut self, id: NoticeId) {
        self.queue.push(id);
        self.shorten_queue();
        self.hurry();
    }

    fn shorten_queue(&mut self) {
        while self.queue.len() > self.policy.pin_queue {
            self.queue.remove(0);
        }
    }

    fn hurry(&mut self) {
        let Some(pin) = self.pin.clone() else { return };
        if self.queue.is_empty() {
            return;
        }
        let hold_ms = self.find(&pin.id).map_or(0, |live| rule(&self.policy, live.notice.level).hold_ms);
        let least = self.now.max(pin.from + hold_ms.min(self.policy.pin_min_ms));
        self.pin = Some(OnTop { until: pin.until.min(least), ..pin });
    }

    pub(crate) fn apply(&mut self, entry: &Entry) {
        self.advance(entry.at);
        match &entry.change {
            Change::Put(notice) => self.put(entry.version.0, notice),
            Change::Delete { id, .. } => {
                self.leave(id);
                if self.slot.as_ref().is_some_and(|slot| slot.id == *id) {
                    self.slot = None;
                }
                self.trail.retain(|slot| slot.id != *id);
            }
            Change::Policy { policy, .. } => {
                self.policy = policy.clone();
                self.shorten_queue();
            }
            Change::Cursor { .. } | Change::Auth(_) => unreachable!("the model has no board of readers"),
        }
        let stays =
            |id: &NoticeId| self.find(id).is_some_and(|live| plays_pin(&self.policy, live.notice.level));
        self.queue = self.queue.iter().filter(|id| stays(id)).cloned().collect();
        self.instant();
    }

    fn put(&mut self, version: u64, notice: &Arc<Notice>) {
        let Some(live) = self.find_mut(&notice.id) else {
            self.active.push(Live { notice: notice.clone(), version, started: false, pass: 0 });
            return;
        };
        let (started, level_before) = (live.started, live.notice.level);
        live.notice = notice.clone();
        if let Some(pin) = &mut self.pin
            && pin.id == notice.id
        {
            pin.rev = notice.rev.0;
        } else if started && !plays_pin(&self.policy, level_before) && plays_pin(&self.policy, notice.level) {
            self.join(notice.id.clone());
        }
    }
}
