//! What is true of the boards: every entry that was ever synced, and what it comes to. It is told by the disk alone. What
//! terminals saw and publishers were answered is held against it by the judge of all proofs; what they show, here.

use marquee_core::timeline::Screen;
use marquee_core::{BoardName, Change, Entry, Epoch, NoticeId, Replica, Timeline, Version};
use marquee_log::Record;
use marquee_protocol::frame::{decode_entry, encode_entry};
use proof::check::{Anomaly, Class, Judge};
use proof::history::{Answer, Deed, Folds, Reading, Sight};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is true, of one history of the log.
pub(crate) struct Truth {
    epoch: Epoch,
    judge: Judge,
    boards: BTreeMap<BoardName, Known>,
    found: Vec<Anomaly>,
}

/// A board, as its entries have it.
#[derive(Clone, Default)]
struct Known {
    entries: Vec<Entry>,
    replica: Replica,
}

impl Truth {
    pub(crate) fn new(epoch: Epoch) -> Self {
        Self { epoch, judge: Judge::default(), boards: BTreeMap::new(), found: Vec::new() }
    }

    /// The history that this is of.
    pub(crate) fn epoch(&self) -> &Epoch {
        &self.epoch
    }

    /// What was found so far, taken away.
    pub(crate) fn verdict(&mut self) -> Vec<Anomaly> {
        let mut found = std::mem::take(&mut self.found);
        found.append(&mut self.judge.verdict());
        found
    }

    pub(crate) fn found(&mut self, class: Class, detail: String) {
        self.found.push(Anomaly::new(class, detail));
    }

    /// The newest entry that is known to be synced.
    pub(crate) fn head(&self, board: &BoardName) -> u64 {
        self.boards.get(board).map_or(0, |known| known.entries.len() as u64)
    }

    /// A history that begins with a copy of another one: what that had beyond is not in this.
    pub(crate) fn copied(&self, epoch: Epoch, heads: &BTreeMap<BoardName, Version>) -> Self {
        let mut copy = Self::new(epoch);
        for (board, head) in heads {
            let entries = self.boards.get(board).map(|known| &known.entries[..]).unwrap_or_default();
            let known = copy.boards.entry(board.clone()).or_default();
            for entry in entries.iter().take_while(|entry| entry.version <= *head) {
                if *board == BoardName::auth() {
                    known.entries.push(entry.clone());
                } else {
                    known.take(entry.clone());
                }
            }
            // Also what is trimmed by now was true once: a duplicate may still be told of it.
            let frames = known
                .entries
                .iter()
                .map(|entry| (entry.version.0, text(&encode_entry(board, &copy.epoch, entry))));
            let reading = Reading { entries: frames.collect(), head: head.0, ..Reading::default() };
            copy.judge.entries(board.as_str(), &reading);
        }
        copy
    }

    /// What the disk keeps of a board, all of it or what is new.
    pub(crate) fn kept<'a>(
        &mut self,
        board: &BoardName,
        head: Version,
        records: impl Iterator<Item = &'a Record>,
    ) {
        let mut reading = Reading { head: head.0, ..Reading::default() };
        let known = self.boards.entry(board.clone()).or_default();
        for record in records {
            reading.entries.push((record.version.0, text(&record.body)));
            if record.version.0 > known.entries.len() as u64 {
                let taken = match decode_entry(&record.body) {
                    // The server's own board has no timeline.
                    Ok(Some(entry)) if *board == BoardName::auth() => {
                        known.entries.push(entry);
                        None
                    }
                    Ok(Some(entry)) => known.take(entry),
                    Ok(None) => Some("of no kind that is known".into()),
                    Err(error) => Some(error.to_string()),
                };
                let detail = taken.map(|why| format!("{board}.{}: {why}", record.version));
                self.found.extend(detail.map(|detail| Anomaly::new(Class::Diverged, detail)));
            }
        }
        self.judge.entries(board.as_str(), &reading);
    }

    /// A publisher was answered: it has to be synced by now.
    pub(crate) fn answered(&mut self, board: &BoardName, version: Version, deed: Deed) {
        self.judge.answers(&[Answer { board: board.to_string(), version: version.0, deed }]);
    }

    /// A terminal saw this; gives where it stands.
    pub(crate) fn saw(
        &mut self,
        who: &str,
        board: &BoardName,
        from: Option<u64>,
        sight: Sight,
    ) -> Option<u64> {
        self.judge.sights(who, board.as_str(), from, &[sight])
    }

    /// A terminal has this state of a board as of its last entry.
    pub(crate) fn has(&mut self, who: &str, board: &BoardName, replica: &Replica) {
        let Some(known) = self.boards.get(board) else { return };
        if replica.version() == known.replica.version() && !alike(replica, &known.replica) {
            let detail =
                format!("{who} on {board} at {}: another state than the entries come to", replica.version());
            self.found(Class::Diverged, detail);
        }
    }

    /// Somebody who is at a version of a board shows this at a time.
    pub(crate) fn shows(&mut self, who: &str, board: &BoardName, version: Version, screen: &Screen) {
        let Some(known) = self.boards.get(board) else { return };
        let due = known.due(version, screen.at);
        let shown: Vec<_> = screen.active.iter().collect();
        if shown != due.active {
            let class =
                if shown.iter().any(|id| !due.active.contains(id)) { Class::Diverged } else { Class::Unseen };
            let detail = format!(
                "{who} on {board}.{version} at {}: {shown:?} are active, due {:?}",
                screen.at, due.active
            );
            self.found.push(Anomaly::new(class, detail));
        }
        let pinned = screen.pin.iter().map(|pin| &pin.id).filter(|id| !due.active.contains(id));
        let passing = screen.slot.iter().chain(&screen.trail).map(|slot| &slot.id);
        // What has expired plays to its end; what was deleted is gone at once.
        let gone = passing.filter(|id| due.deleted.contains(id));
        let wrong: Vec<_> = pinned.chain(gone).collect();
        if !wrong.is_empty() {
            let detail = format!("{who} on {board}.{version} at {}: {wrong:?} are over and shown", screen.at);
            self.found.push(Anomaly::new(Class::Diverged, detail));
        }
        if version == known.replica.version()
            && known.replica.timeline().is_some_and(|timeline| timeline.screen(screen.at) != *screen)
        {
            let detail =
                format!("{who} on {board}.{version} at {}: another screen than the board's", screen.at);
            self.found.push(Anomaly::new(Class::Diverged, detail));
        }
    }

    /// What the board itself has, as the server has it in memory.
    pub(crate) fn board_has(&mut self, board: &BoardName, version: Version, timeline: &Timeline) {
        let Some(known) = self.boards.get(board) else { return };
        let at = timeline.now();
        let same = known.replica.timeline().is_some_and(|known| known.screen(at) == timeline.screen(at));
        if version != known.replica.version() || !same {
            let detail = format!("the server's {board} is at {version}, or plays otherwise than its entries");
            self.found(Class::Diverged, detail);
        }
    }

    /// How often a folding text was published: its notice has to count that, unless it left in the meantime.
    pub(crate) fn folds(&mut self, board: &BoardName, counts: &HashMap<String, Folds>) {
        let Some(known) = self.boards.get(board) else { return };
        let Some(timeline) = known.replica.timeline() else { return };
        let mut sums: BTreeMap<&str, u32> = BTreeMap::new();
        for active in timeline.active() {
            *sums.entry(&active.notice.text).or_default() += active.notice.count;
        }
        // Of a text some of whose notices left, nothing is known any more.
        let whole = sums.into_iter().filter(|(text, _)| !known.has_left(text));
        let active = whole.map(|(text, count)| serde_json::json!({"text": text, "count": count}));
        let reading = Reading { active: active.collect(), ..Reading::default() };
        self.judge.folds(board.as_str(), &reading, counts);
    }

    /// Whether every entry that a reader was led past is one that its filter keeps out.
    pub(crate) fn passes_over(
        &self,
        board: &BoardName,
        after: u64,
        upto: u64,
        admits: impl Fn(&Entry) -> bool,
    ) -> bool {
        let entries = self.boards.get(board).map(|known| &known.entries[..]).unwrap_or_default();
        upto <= entries.len() as u64
            && entries
                .iter()
                .filter(|entry| (after + 1..=upto).contains(&entry.version.0))
                .all(|entry| !admits(entry))
    }
}

/// What is due on a board at a time.
#[derive(Default)]
struct Due<'a> {
    /// In order of first version.
    active: Vec<&'a NoticeId>,
    deleted: BTreeSet<&'a NoticeId>,
}

impl Known {
    /// The next entry; gives what is wrong with it.
    fn take(&mut self, entry: Entry) -> Option<String> {
        let before = self.entries.last().map_or(0, |last| last.at);
        let wrong = self.replica.apply(&entry).err().map(|error| error.to_string());
        let wrong = wrong.or_else(|| (entry.at < before).then(|| "its time goes back".into()));
        self.entries.push(entry);
        wrong
    }

    /// By the words alone: active from its put until it is deleted or expires. It asks no machine of the product.
    fn due(&self, version: Version, at: u64) -> Due<'_> {
        let mut due = Due::default();
        let mut until: BTreeMap<&NoticeId, u64> = BTreeMap::new();
        for entry in self.entries.iter().take_while(|entry| entry.version <= version) {
            due.active.retain(|id| until.get(id).is_some_and(|until| *until > entry.at));
            match &entry.change {
                Change::Put(notice) => {
                    if !due.active.contains(&&notice.id) {
                        due.active.push(&notice.id);
                    }
                    due.deleted.remove(&notice.id);
                    until.insert(&notice.id, notice.expires_at);
                }
                Change::Delete { id, .. } => {
                    due.active.retain(|active| *active != id);
                    due.deleted.insert(id);
                }
                Change::Policy { .. } | Change::Cursor { .. } | Change::Auth(_) => {}
            }
        }
        due.active.retain(|id| until.get(id).is_some_and(|until| *until > at));
        due
    }

    /// Whether a notice with this text was deleted.
    fn has_left(&self, text: &str) -> bool {
        let mut ids = BTreeSet::new();
        self.entries.iter().any(|entry| match &entry.change {
            Change::Put(notice) => {
                if *notice.text == *text {
                    ids.insert(notice.id.as_str());
                }
                false
            }
            Change::Delete { id, .. } => ids.contains(id.as_str()),
            Change::Policy { .. } | Change::Cursor { .. } | Change::Auth(_) => false,
        })
    }
}

/// Whether two states of one entry are the same at the later of their times: a kept one may have been advanced by
/// commands that made no entry.
fn alike(one: &Replica, other: &Replica) -> bool {
    match (one.state(), other.state()) {
        (Some((left, of_left)), Some((right, of_right))) => {
            let at = left.now().max(right.now());
            let (mut left, mut right) = (left.clone(), right.clone());
            left.advance(at);
            right.advance(at);
            of_left == of_right && left == right
        }
        (left, right) => left == right,
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
