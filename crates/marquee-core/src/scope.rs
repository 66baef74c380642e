//! What a token opens: words of a scope and the boards that they cover. It knows no token, and no board by more than its name.
//!
//! A scope is a set of boards for publishing, one for subscribing, and whether the bearer administers, which includes both on
//! every board. The server's own boards (`_…`) are covered by `admin` alone: `*` means every board that a client may name.

use crate::BoardName;
use std::fmt;

/// The longest text of a scope, in bytes. A longer one is refused.
pub const SCOPE_BYTES_MAX: usize = 4 * 1024;
/// The most words of a scope, those that are not ours included. More are refused.
pub const SCOPE_WORDS_MAX: usize = 64;
/// How much of a bad word an error repeats, in characters.
const WORD_SHOWN: usize = 80;

/// Boards by a word of a scope.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Pattern {
    /// `*`: every board that a client may name.
    All,
    /// `ops.*`: every board that begins with `ops.`, which is what is kept.
    Under(BoardName),
    /// One board.
    Board(BoardName),
}

impl Pattern {
    fn parse(text: &str) -> Option<Self> {
        match text.strip_suffix('*') {
            Some("") => Some(Self::All),
            // `ops.` is a board's name too, so the start of a name is checked as a name.
            Some(start) if start.ends_with('.') => BoardName::parse(start).map(Self::Under),
            Some(_) => None,
            None => BoardName::parse(text).map(Self::Board),
        }
    }

    fn covers(&self, board: &BoardName) -> bool {
        match self {
            Self::All => !board.as_str().starts_with('_'),
            Self::Under(start) => board.as_str().starts_with(start.as_str()),
            Self::Board(name) => name == board,
        }
    }

    /// Whether every board of the other is one of this.
    fn includes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All, _) => true,
            (Self::Under(start), Self::Under(name) | Self::Board(name)) => {
                name.as_str().starts_with(start.as_str())
            }
            (Self::Board(one), Self::Board(other)) => one == other,
            (Self::Under(_) | Self::Board(_), Self::All) | (Self::Board(_), Self::Under(_)) => false,
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("*"),
            Self::Under(start) => write!(f, "{start}*"),
            Self::Board(name) => write!(f, "{name}"),
        }
    }
}

/// A set of boards: sorted patterns, none of which is included in another.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Boards(Vec<Pattern>);

impl Boards {
    fn of(mut patterns: Vec<Pattern>) -> Self {
        patterns.sort();
        patterns.dedup();
        let kept = patterns.iter().filter(|one| {
            // Equal ones are gone, so what includes this one is another.
            !patterns.iter().any(|other| other != *one && other.includes(one))
        });
        Self(kept.cloned().collect())
    }

    fn covers(&self, board: &BoardName) -> bool {
        self.0.iter().any(|pattern| pattern.covers(board))
    }

    /// The boards of both. Two patterns have either no board in common, or all of one of them; so the pairs are all of it.
    fn meet(&self, other: &Self) -> Self {
        let pairs = self.0.iter().flat_map(|one| other.0.iter().map(move |two| (one, two)));
        Self::of(
            pairs
                .filter_map(|(one, two)| match (one.includes(two), two.includes(one)) {
                    (true, _) => Some(two.clone()),
                    (false, true) => Some(one.clone()),
                    (false, false) => None,
                })
                .collect(),
        )
    }
}

/// What a bearer may do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scopes(Kind);

#[derive(Clone, PartialEq, Eq, Debug)]
enum Kind {
    /// Everything, everywhere.
    Admin,
    /// These boards.
    Some { publish: Boards, subscribe: Boards },
}

/// Why the text of a scope in a configuration is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScopeError {
    /// More than [`SCOPE_BYTES_MAX`] bytes or [`SCOPE_WORDS_MAX`] words.
    TooLarge,
    /// A word that is none of ours, as far as it is shown.
    Word(String),
}

impl fmt::Display for ScopeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(
                f,
                "the scope is too large: write at most {SCOPE_WORDS_MAX} words and {SCOPE_BYTES_MAX} bytes; \
                 publish:ops.* stands for every board that begins with ops."
            ),
            Self::Word(word) => write!(
                f,
                "{word:?} is no word of a scope: write publish:BOARD, subscribe:BOARD or admin, with one space between \
                 words, where BOARD is a board's name, * for every board, or ops.* for every board that begins with ops."
            ),
        }
    }
}

impl std::error::Error for ScopeError {}

/// A word as it is meant.
enum Word {
    Admin,
    Publish(Pattern),
    Subscribe(Pattern),
}

impl Word {
    fn parse(word: &str) -> Option<Self> {
        match word.split_once(':') {
            None => (word == "admin").then_some(Self::Admin),
            Some(("publish", board)) => Pattern::parse(board).map(Self::Publish),
            Some(("subscribe", board)) => Pattern::parse(board).map(Self::Subscribe),
            Some(_) => None,
        }
    }
}

impl Scopes {
    /// Nothing.
    pub fn none() -> Self {
        Self(Kind::Some { publish: Boards::default(), subscribe: Boards::default() })
    }

    /// Everything.
    pub fn admin() -> Self {
        Self(Kind::Admin)
    }

    /// The scope as a configuration has it: every word has to be one of ours. An empty text opens nothing.
    pub fn parse(text: &str) -> Result<Self, ScopeError> {
        let mut words = Vec::new();
        for word in bounded(text)? {
            words.push(
                Word::parse(word).ok_or_else(|| ScopeError::Word(word.chars().take(WORD_SHOWN).collect()))?,
            );
        }
        Ok(Self::of(words))
    }

    /// The scope as a token has it: words of others are passed over, and so is a pattern that is none.
    pub fn of_token(text: &str) -> Result<Self, ScopeError> {
        Ok(Self::of(bounded(text)?.filter_map(Word::parse)))
    }

    fn of(words: impl IntoIterator<Item = Word>) -> Self {
        let (mut publish, mut subscribe, mut admin) = (Vec::new(), Vec::new(), false);
        for word in words {
            match word {
                Word::Admin => admin = true,
                Word::Publish(pattern) => publish.push(pattern),
                Word::Subscribe(pattern) => subscribe.push(pattern),
            }
        }
        Self(if admin {
            Kind::Admin
        } else {
            Kind::Some { publish: Boards::of(publish), subscribe: Boards::of(subscribe) }
        })
    }

    /// Whether notices may be put on the board.
    pub fn may_publish(&self, board: &BoardName) -> bool {
        match &self.0 {
            Kind::Admin => true,
            Kind::Some { publish, .. } => publish.covers(board),
        }
    }

    /// Whether the board may be read and followed.
    pub fn may_subscribe(&self, board: &BoardName) -> bool {
        match &self.0 {
            Kind::Admin => true,
            Kind::Some { subscribe, .. } => subscribe.covers(board),
        }
    }

    /// Whether the bearer is an operator.
    pub fn may_administer(&self) -> bool {
        matches!(self.0, Kind::Admin)
    }

    /// Whether there is any board that notices may be put on.
    pub fn publishes_anything(&self) -> bool {
        match &self.0 {
            Kind::Admin => true,
            Kind::Some { publish, .. } => !publish.0.is_empty(),
        }
    }

    /// Whether there is any board that may be followed.
    pub fn subscribes_to_anything(&self) -> bool {
        match &self.0 {
            Kind::Admin => true,
            Kind::Some { subscribe, .. } => !subscribe.0.is_empty(),
        }
    }

    /// Whether a token can say all of it: what two of them open together may have more words.
    pub fn is_a_token_s(&self) -> bool {
        Self::of_token(&self.to_string()).as_ref() == Ok(self)
    }

    /// What both open: a foreign issuer's token is worth at most what the configuration gives that issuer.
    pub fn narrowed(&self, most: &Self) -> Self {
        match (&self.0, &most.0) {
            (Kind::Admin, _) => most.clone(),
            (_, Kind::Admin) => self.clone(),
            (
                Kind::Some { publish, subscribe },
                Kind::Some { publish: most_published, subscribe: most_subscribed },
            ) => Self(Kind::Some {
                publish: publish.meet(most_published),
                subscribe: subscribe.meet(most_subscribed),
            }),
        }
    }
}

/// The words of a text that is not too large. RFC 6749 has one space between two; more of them are borne.
fn bounded(text: &str) -> Result<impl Iterator<Item = &str>, ScopeError> {
    let words = || text.split(' ').filter(|word| !word.is_empty());
    if text.len() > SCOPE_BYTES_MAX || words().nth(SCOPE_WORDS_MAX).is_some() {
        return Err(ScopeError::TooLarge);
    }
    Ok(words())
}

/// The canonical text: equal scopes have equal texts, and what a word includes is not said again.
impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Admin => f.write_str("admin"),
            Kind::Some { publish, subscribe } => {
                let words = publish.0.iter().map(|pattern| ("publish", pattern));
                let words = words.chain(subscribe.0.iter().map(|pattern| ("subscribe", pattern)));
                for (number, (verb, pattern)) in words.enumerate() {
                    let gap = if number == 0 { "" } else { " " };
                    write!(f, "{gap}{verb}:{pattern}")?;
                }
                Ok(())
            }
        }
    }
}
