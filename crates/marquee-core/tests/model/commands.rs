//! Random commands for the board machine, from so few names, texts, keys and times that they often meet. A case is
//! kept as seeds, which shrink well and can be read when a test fails; it never looks at a machine.

use marquee_core::board::{Command, ContentHash, Draft, Op, Precondition, RULES, Terms};
use marquee_core::policy::{LevelPolicy, Play};
use marquee_core::{BoardName, DeleteReason, Level, NoticeId, Policy, Version};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt;
use std::sync::Arc;

/// When a case begins.
const T: u64 = 1_700_000_000_000;
/// Scheduled notices start at whole multiples of this, so that two are often equal.
const START_GRID_MS: u64 = 2_000;
/// Four notices of this footprint are a full board.
const QUARTER_BYTES: usize = 262_144;
const DAY_MS: u64 = 86_400_000;

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) kind: Kind,
    policies: Vec<Policy>,
    contents: Vec<Content>,
    max_boards: usize,
    max_ids: usize,
    steps: Vec<Step>,
}

/// What a case is to hit beyond the common.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Common,
    /// Notices so large that four fill a board.
    Heavy,
    /// Notices that live for days, a slow ribbon, and leaps of a day.
    Long,
    /// The same few texts without keys, again and again.
    Storm,
}

/// How often each is tried, in tenths.
const KINDS: [Kind; 10] = {
    use Kind::{Common, Heavy, Long, Storm};
    [Common, Common, Common, Common, Storm, Storm, Storm, Long, Long, Heavy]
};

#[derive(Clone, Debug)]
struct Content {
    level: u8,
    text: u8,
    key: Option<u8>,
    extra: u8,
    beyond_a_quarter: bool,
}

#[derive(Clone)]
struct Step {
    wait: Wait,
    board: u8,
    /// Which policy is the default now.
    defaults: usize,
    act: Act,
}

#[derive(Clone, Debug)]
enum Wait {
    Ms(u64),
    /// Only in long cases; a second in others.
    Leap(u64),
}

#[derive(Clone, Debug)]
enum Act {
    Publish(Seed),
    Replace(Seed),
    Upsert(Seed, u64),
    Delete(Name),
    DeleteByKey(u8, DeleteReason),
    Settle,
    SetPolicy(usize, Option<Only>),
    DropPolicy(Option<Only>),
    TakeDefaults,
    /// The command so many steps back, on its board.
    Again(usize),
}

#[derive(Clone, Debug)]
struct Seed {
    name: Name,
    content: usize,
    ttl: Option<u8>,
    /// In steps of the grid, from the present.
    start: Option<i8>,
}

#[derive(Clone, Debug)]
enum Name {
    /// One of a few.
    Known(u8),
    /// The one that the step so many steps back had for itself.
    Back(usize),
    /// The one that was minted so many steps back, if that was a hook's.
    Minted(usize),
}

#[derive(Clone, Debug)]
enum Only {
    Exists,
    Versions(u64, u64),
}

impl Case {
    /// The commands and their times.
    pub(crate) fn commands(&self) -> Vec<(u64, Command)> {
        let policies: Vec<Arc<Policy>> = self.policies.iter().map(|policy| self.suited(policy)).collect();
        let mut at = T;
        let mut commands: Vec<(u64, Command)> = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            at += match (&step.wait, self.kind) {
                (Wait::Leap(ms), Kind::Long) => *ms,
                (Wait::Leap(_), _) => 1_000,
                (Wait::Ms(ms), Kind::Storm) => *ms / 2,
                (Wait::Ms(ms), _) => *ms,
            };
            let terms = Arc::new(Terms {
                first_policy: policies[step.defaults].clone(),
                max_boards: self.max_boards,
                max_ids: self.max_ids,
            });
            let board = BoardName::parse(&format!("b{}", step.board)).expect("a board's name");
            let command = match &step.act {
                Act::Again(back) => match number.checked_sub(*back).and_then(|first| commands.get(first)) {
                    Some((_, before)) => {
                        let mut op = before.op.clone();
                        if let Op::Upsert { draft, .. } = &mut op {
                            draft.id = minted(number);
                        }
                        Command { terms, op, ..before.clone() }
                    }
                    None => Command { rules: RULES, board, terms, op: Op::Settle },
                },
                act => Command { rules: RULES, board, terms, op: self.op(act, number, at, &policies) },
            };
            commands.push((at, command));
        }
        commands
    }

    fn suited(&self, policy: &Policy) -> Arc<Policy> {
        let mut policy = policy.clone();
        match self.kind {
            Kind::Common => {}
            Kind::Heavy => policy.max_active += 3,
            Kind::Long => (policy.speed, policy.gap) = (1, 200),
            Kind::Storm => policy.fold_ms = policy.fold_ms.max(2_000),
        }
        Arc::new(policy)
    }

    fn op(&self, act: &Act, number: usize, at: u64, policies: &[Arc<Policy>]) -> Op {
        let only_if = |only: &Option<Only>| {
            only.as_ref().map(|only| match only {
                Only::Exists => Precondition::Exists,
                Only::Versions(from, to) => Precondition::VersionIn((*from..*to).map(Version).collect()),
            })
        };
        match act {
            Act::Publish(seed) => Op::Publish(self.draft(seed, number, at)),
            Act::Replace(seed) => Op::Replace(self.draft(seed, number, at)),
            Act::Upsert(seed, renew_below_ms) => {
                let mut draft = self.draft(seed, number, at);
                // A hook's notice always has a key.
                draft.key = draft.key.or_else(|| Some("k0".into()));
                draft.id = minted(number);
                Op::Upsert { draft, renew_below_ms: *renew_below_ms }
            }
            Act::Delete(name) => Op::Delete(id(name, number)),
            Act::DeleteByKey(key, reason) => {
                Op::DeleteByKey { key: format!("k{key}").into(), reason: *reason }
            }
            Act::SetPolicy(policy, only) => {
                Op::SetPolicy { policy: policies[*policy].clone(), only_if: only_if(only) }
            }
            Act::DropPolicy(only) => Op::DropPolicy { only_if: only_if(only) },
            Act::TakeDefaults => Op::TakeDefaults,
            Act::Settle | Act::Again(_) => Op::Settle,
        }
    }

    fn draft(&self, seed: &Seed, number: usize, at: u64) -> Draft {
        let mut content = self.contents[seed.content].clone();
        if self.kind == Kind::Storm && content.key != Some(1) {
            content = Content { key: None, ..self.contents[seed.content % 2].clone() };
        }
        let ttls: [u64; 6] = if self.kind == Kind::Long {
            [1, 10, 600, 86_400, 86_401, 180_000]
        } else {
            [1, 2, 3, 5, 10, 30]
        };
        let ttl = seed.ttl.map(|ttl| ttls[usize::from(ttl)]);
        let starts_at =
            seed.start.map(|start| (at / START_GRID_MS).saturating_add_signed(start.into()) * START_GRID_MS);
        let extra = |number: u8, text: &str| (content.extra == number).then(|| Box::<str>::from(text));
        let mut draft = Draft {
            id: id(&seed.name, number),
            hash: content.hash(seed.ttl, starts_at),
            level: Level::ALL[usize::from(content.level)],
            text: format!("text {}", content.text).into(),
            html: extra(1, "<b>text</b>"),
            tags: extra(2, "tag").into_iter().collect(),
            key: content.key.map(|key| format!("k{key}").into()),
            link: extra(3, "https://a.example/"),
            data: extra(4, "{\"a\":1}"),
            cells: 6 + 30 * u32::from(content.text),
            ttl,
            starts_at,
            trace_id: format!("{number:032x}").into(),
        };
        if self.kind == Kind::Heavy {
            let optional = [&draft.html, &draft.key, &draft.link].into_iter().flatten();
            let rest = 256 + draft.id.as_str().len() + draft.text.len() + "{\"a\":\"\"}".len();
            let rest = rest + optional.chain(&draft.tags).map(|field| field.len()).sum::<usize>();
            let fill = QUARTER_BYTES - rest + usize::from(content.beyond_a_quarter);
            draft.data = Some(format!("{{\"a\":\"{}\"}}", "x".repeat(fill)).into());
        }
        draft
    }
}

impl fmt::Debug for Step {
    /// On one line, also within a case that is shown on many.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { wait, board, defaults, act } = self;
        f.write_str(&format!("{wait:?} b{board} defaults {defaults} {act:?}"))
    }
}

impl Content {
    /// Different for different contents, which is all that a machine may rely on.
    fn hash(&self, ttl: Option<u8>, starts_at: Option<u64>) -> ContentHash {
        let mut hash = [0; 16];
        hash[..8].copy_from_slice(&starts_at.unwrap_or(0).to_be_bytes());
        hash[8..14].copy_from_slice(&[
            self.level,
            self.text,
            self.key.map_or(0, |key| key + 1),
            self.extra,
            u8::from(self.beyond_a_quarter),
            ttl.map_or(0, |ttl| ttl + 1),
        ]);
        hash
    }
}

fn id(name: &Name, number: usize) -> NoticeId {
    let id = match name {
        Name::Known(known) => format!("n{known:02}"),
        Name::Back(back) => format!("f{:02}", number.saturating_sub(*back)),
        Name::Minted(back) => return minted(number.saturating_sub(*back)),
    };
    NoticeId::parse(&id).expect("an id")
}

/// What a server names a notice that comes without an id: it never names two so.
fn minted(number: usize) -> NoticeId {
    NoticeId::parse(&format!("u{number:02}")).expect("an id")
}

/// A case of up to so many steps.
pub(crate) fn case(steps: usize) -> impl Strategy<Value = Case> {
    let kind = select(&KINDS[..]);
    let max_boards = prop_oneof![9 => Just(10_000), 1 => 1usize..3];
    let max_ids = prop_oneof![3 => Just(5_000_000), 2 => 1usize..14];
    (kind, vec(policy(), 3), vec(content(), 6), max_boards, max_ids, vec(step(), 1..steps)).prop_map(
        |(kind, policies, contents, max_boards, max_ids, steps)| Case {
            kind,
            policies,
            contents,
            max_boards,
            max_ids,
            steps,
        },
    )
}

fn policy() -> impl Strategy<Value = Policy> {
    let level = (
        select(&[1u32, 2, 4, 8, 100][..]),
        prop_oneof![2 => Just(Play::Scroll), 1 => Just(Play::Pin)],
        select(&[0u64, 500, 2_000, 5_000][..]),
    );
    let level = level.prop_map(|(weight, play, hold_ms)| LevelPolicy {
        weight,
        play,
        hold_ms,
        color: "#ffffff".into(),
    });
    let ribbon = (select(&[1u64, 12, 200][..]), select(&[0u64, 8, 200][..]), select(&[2u64, 5, 20, 60][..]));
    let board = (1usize..=5, select(&[0u64, 1_000, 2_000, 5_000, 60_000][..]));
    let pins = (select(&[0u64, 500, 2_000][..]), 0usize..=3, select(&[0u64, 500, 3_000][..]));
    (ribbon, board, pins, proptest::array::uniform4(level)).prop_map(
        |((speed, gap, ttl), (max_active, fold_ms), (pin_min_ms, pin_queue, breath_ms), levels)| Policy {
            speed,
            gap,
            ttl,
            max_active,
            fold_ms,
            pin_min_ms,
            pin_queue,
            breath_ms,
            levels,
        },
    )
}

fn content() -> impl Strategy<Value = Content> {
    let key = prop_oneof![2 => Just(None), 1 => (0u8..2).prop_map(Some)];
    let extra = prop_oneof![3 => Just(0u8), 1 => 1u8..5];
    (0u8..4, 0u8..2, key, extra, prop::bool::weighted(0.1)).prop_map(
        |(level, text, key, extra, beyond_a_quarter)| Content { level, text, key, extra, beyond_a_quarter },
    )
}

fn step() -> impl Strategy<Value = Step> {
    let defaults = prop_oneof![8 => Just(0usize), 1 => Just(1), 1 => Just(2)];
    let board = prop_oneof![8 => Just(0u8), 1 => Just(1), 1 => Just(2)];
    (wait(), board, defaults, act()).prop_map(|(wait, board, defaults, act)| Step {
        wait,
        board,
        defaults,
        act,
    })
}

fn wait() -> impl Strategy<Value = Wait> {
    prop_oneof![
        12 => Just(Wait::Ms(0)),
        10 => (1u64..5).prop_map(|n| Wait::Ms(n * 250)),
        2 => (1u64..12).prop_map(|n| Wait::Ms(n * 500)),
        1 => (1u64..30).prop_map(Wait::Ms),
        1 => select(&[999u64, 1_001, 1_999, 4_999, 20_000][..]).prop_map(Wait::Ms),
        1 => select(&[DAY_MS - 1, DAY_MS, DAY_MS / 2, DAY_MS - 1_000][..]).prop_map(Wait::Leap),
    ]
}

fn name() -> impl Strategy<Value = Name> {
    prop_oneof![
        3 => (0u8..4).prop_map(Name::Known),
        1 => (1usize..12).prop_map(Name::Back),
        1 => (1usize..12).prop_map(Name::Minted),
        6 => Just(Name::Back(0)),
    ]
}

fn seed() -> impl Strategy<Value = Seed> {
    let ttl = prop_oneof![2 => Just(None), 1 => (0u8..6).prop_map(Some)];
    let start = prop_oneof![7 => Just(None), 1 => (-4i8..6).prop_map(Some)];
    // The first contents come more often, so that equal ones meet.
    let content = prop_oneof![2 => 0usize..2, 1 => 0usize..6];
    (name(), content, ttl, start).prop_map(|(name, content, ttl, start)| Seed { name, content, ttl, start })
}

fn act() -> impl Strategy<Value = Act> {
    let only = || {
        let versions = select(&[(0, 1), (1, 2), (0, 60), (2, 20), (0, 0)][..]);
        let only = prop_oneof![
            1 => Just(Only::Exists),
            2 => versions.prop_map(|(from, to)| Only::Versions(from, to)),
        ];
        option::weighted(0.4, only)
    };
    // Whom to delete: the newest few more often than anyone else.
    let old = prop_oneof![
        2 => (0u8..2).prop_map(Name::Known),
        4 => (1usize..4).prop_map(Name::Back),
        2 => (1usize..12).prop_map(Name::Back),
        1 => name(),
    ];
    prop_oneof![
        18 => seed().prop_map(Act::Publish),
        5 => seed().prop_map(Act::Replace),
        3 => (seed(), select(&[0u64, 1_000, 5_000, 30_000][..])).prop_map(|(seed, ms)| Act::Upsert(seed, ms)),
        4 => old.prop_map(Act::Delete),
        1 => (0u8..2, select(&[DeleteReason::Retracted, DeleteReason::Resolved][..]))
            .prop_map(|(key, reason)| Act::DeleteByKey(key, reason)),
        4 => Just(Act::Settle),
        2 => (0usize..3, only()).prop_map(|(policy, only)| Act::SetPolicy(policy, only)),
        1 => only().prop_map(Act::DropPolicy),
        1 => Just(Act::TakeDefaults),
        6 => (1usize..16).prop_map(Act::Again),
    ]
}
