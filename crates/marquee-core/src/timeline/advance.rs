//! How time moves the timeline: from one instant at which something happens to the next. It applies no entries.

use super::{Active, Pin, STRIDE, Slot, TRAIL_MAX, TRAIL_REACH, Timeline};
use crate::policy::Play;
use crate::{Level, NoticeId};

impl Timeline {
    /// Moves to a time. One before the present changes nothing.
    pub fn advance(&mut self, to: u64) {
        while let Some(time) = self.next_instant().filter(|&time| time <= to) {
            self.move_to(time);
            self.instant();
        }
        self.move_to(to.max(self.now));
    }

    /// When something happens next, if nothing is put before.
    pub fn next_instant(&self) -> Option<u64> {
        let mut next = self.next_expiry.min(self.next_start);
        match &self.pin {
            Some(pin) => next = next.min(pin.until),
            None => {
                if let Some(slot) = &self.slot {
                    let left = slot.end.saturating_sub(self.x);
                    next = next.min(self.now + left.div_ceil(self.policy.speed));
                }
                if !self.queue.is_empty() {
                    next = next.min(self.rest.max(self.now));
                }
            }
        }
        (next != u64::MAX).then(|| next.max(self.now))
    }

    fn move_to(&mut self, time: u64) {
        if self.pin.is_none() {
            self.x += self.policy.speed * (time - self.now);
        }
        self.now = time;
    }

    /// What happens at the present time, in the order that PROTOCOL.md gives it.
    pub(super) fn instant(&mut self) {
        if self.next_expiry <= self.now {
            self.expire();
        }
        if self.next_start <= self.now {
            self.start();
        }
        if self.pin.as_ref().is_some_and(|pin| pin.until <= self.now) {
            self.end_pin();
        }
        if self.pin.is_some() {
            return;
        }
        if self.slot.as_ref().is_some_and(|slot| slot.end <= self.x) {
            self.end_slot();
        }
        if self.rest <= self.now && !self.queue.is_empty() {
            self.begin_pin();
        }
        if self.pin.is_none() && self.slot.is_none() {
            self.fill_slot();
        }
    }

    fn expire(&mut self) {
        let now = self.now;
        let gone: Vec<NoticeId> = self
            .active
            .iter()
            .filter(|active| active.expires_at <= now)
            .map(|active| active.notice.id.clone())
            .collect();
        for id in &gone {
            self.leave(id);
        }
        self.find_next();
    }

    /// No longer active, nor waiting, nor pinned beyond the present. `next_*` are left to the caller.
    pub(super) fn leave(&mut self, id: &NoticeId) -> Option<Active> {
        let gone = self.position(id).map(|at| self.active.remove(at));
        if let Some(gone) = &gone {
            self.index.remove(id);
            self.footprint -= gone.notice.footprint();
        }
        self.queue.retain(|queued| queued != id);
        if let Some(pin) = self.pin.as_mut().filter(|pin| pin.notice.id == *id) {
            pin.until = self.now;
        }
        gone
    }

    fn start(&mut self) {
        let mut joining = Vec::new();
        for active in &mut self.active {
            if !active.started && active.notice.starts_at <= self.now {
                active.started = true;
                active.pass = self.floor;
                if self.policy.level(active.notice.level).play == Play::Pin {
                    joining.push(active.notice.id.clone());
                }
            }
        }
        for id in joining {
            self.join(id);
        }
        self.find_next();
    }

    /// To the end of the queue; if it is too long, the longest-waiting go on with the ribbon alone.
    pub(super) fn join(&mut self, id: NoticeId) {
        self.queue.push_back(id);
        self.bound_queue();
        self.hurry();
    }

    pub(super) fn bound_queue(&mut self) {
        while self.queue.len() > self.policy.pin_queue {
            self.queue.pop_front();
        }
    }

    /// While others wait, a pin is held for its least time only.
    pub(super) fn hurry(&mut self) {
        if self.queue.is_empty() {
            return;
        }
        let Some(pin) = &self.pin else { return };
        let hold_ms = self
            .find(&pin.notice.id)
            .map_or(0, |active| self.policy.level(active.notice.level).hold_ms)
            .min(self.policy.pin_min_ms);
        let least = self.now.max(pin.from + hold_ms);
        if let Some(pin) = &mut self.pin {
            pin.until = pin.until.min(least);
        }
    }

    fn end_pin(&mut self) {
        let Some(pin) = self.pin.take() else { return };
        if let Some(at) = self.position(&pin.notice.id) {
            let active = &mut self.active[at];
            active.pass += STRIDE / u64::from(self.policy.level(active.notice.level).weight);
        }
        self.rest = self.now + self.policy.breath_ms;
        self.slot = self.slot.take().filter(|slot| self.index.contains_key(&slot.notice.id));
    }

    fn end_slot(&mut self) {
        self.trail.extend(self.slot.take());
        let x = self.x;
        self.trail.retain(|slot| x.saturating_sub(slot.end) < TRAIL_REACH);
        while self.trail.len() > TRAIL_MAX {
            self.trail.pop_front();
        }
    }

    fn begin_pin(&mut self) {
        let Some(id) = self.queue.pop_front() else { return };
        let Some(active) = self.find(&id) else { return };
        let hold_ms = self.policy.level(active.notice.level).hold_ms;
        if hold_ms > 0 {
            let (from, until) = (self.now, self.now + hold_ms);
            self.pin = Some(Pin { notice: active.notice.clone(), from, until });
            self.hurry();
        }
    }

    /// The notice that has used least of its turns is next: the heavier of two, then the older.
    fn fill_slot(&mut self) {
        let last = self.last.as_ref().and_then(|last| self.index.get(last)).copied();
        let weights = Level::ALL.map(|level| self.policy.level(level).weight);
        // In order of version, so among equals the first one stays. `lowest` is the least pass that any has.
        let (mut chosen, mut least, mut most, mut lowest) = (None, u64::MAX, 0, u64::MAX);
        let mut is_there = None;
        for (at, active) in self.active.iter().enumerate() {
            if !active.started {
                continue;
            }
            lowest = lowest.min(active.pass);
            if Some(active.version) == last {
                is_there = Some(at);
            } else if active.pass <= least || chosen.is_none() {
                let weight = weights[active.level() as usize];
                if active.pass < least || chosen.is_none() || weight > most {
                    (chosen, least, most) = (Some(at), active.pass, weight);
                }
            }
        }
        let Some(chosen) = chosen.or(is_there) else { return };
        self.floor = self.floor.max(self.active[chosen].pass);
        let kept_up = self.floor.saturating_sub(STRIDE);
        if lowest < kept_up {
            let others =
                self.active.iter_mut().enumerate().filter(|(at, active)| *at != chosen && active.started);
            others.for_each(|(_, active)| active.pass = active.pass.max(kept_up));
        }
        let turn = &mut self.active[chosen];
        turn.pass += STRIDE / u64::from(weights[turn.level() as usize]);
        let notice = self.active[chosen].notice.clone();
        let width = ((u64::from(notice.cells) + self.policy.gap) * 1_000).max(500 * self.policy.speed);
        self.last = Some(notice.id.clone());
        self.slot = Some(Slot { notice, head: self.x, end: self.x + width });
    }
}
