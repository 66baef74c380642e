//! How urgent a notice is. What a level looks like and how it is played is the board's policy, not its own.

/// The four levels, most urgent first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Level {
    /// Needs eyes now.
    Urgent,
    /// Something is wrong.
    Warning,
    /// Worth knowing.
    #[default]
    Info,
    /// Nice to know.
    Low,
}

/// Words of other systems for our levels; compared without regard to case.
const ALIASES: [(Level, &[&str]); 4] = [
    (Level::Urgent, &["critical", "emergency", "alert", "fatal", "disaster", "extreme", "max", "p1"]),
    (Level::Warning, &["warn", "error", "high", "severe", "major", "average", "p2"]),
    (Level::Info, &["notice", "normal", "default", "information", "moderate", "p3"]),
    (Level::Low, &["debug", "low", "min", "minor", "p4", "p5"]),
];

impl Level {
    /// All levels, in the order of their index.
    pub const ALL: [Self; 4] = [Self::Urgent, Self::Warning, Self::Info, Self::Low];

    /// The level's name on the wire.
    pub fn name(self) -> &'static str {
        ["URGENT", "WARNING", "INFO", "LOW"][self as usize]
    }

    /// The level of a name or an alias, in any case.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(word)).or_else(|| {
            let (level, _) = ALIASES
                .iter()
                .find(|(_, words)| words.iter().any(|alias| alias.eq_ignore_ascii_case(word)))?;
            Some(*level)
        })
    }

    /// Whether a notice of this level is at least as urgent as `floor`.
    pub fn at_least(self, floor: Self) -> bool {
        self <= floor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_aliases_are_read_in_any_case() {
        assert_eq!(Level::parse("urgent"), Some(Level::Urgent));
        assert_eq!(Level::parse("Critical"), Some(Level::Urgent));
        assert_eq!(Level::parse("SEVERE"), Some(Level::Warning));
        assert_eq!(Level::parse("p3"), Some(Level::Info));
        assert_eq!(Level::parse("LOW"), Some(Level::Low));
        assert_eq!(Level::parse("loud"), None);
        assert_eq!(Level::parse(""), None);
    }

    #[test]
    fn urgent_is_at_least_warning_and_low_is_not() {
        assert!(Level::Urgent.at_least(Level::Warning));
        assert!(Level::Warning.at_least(Level::Warning));
        assert!(!Level::Low.at_least(Level::Warning));
    }
}
