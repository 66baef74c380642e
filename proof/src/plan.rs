//! Where a process ends: by a number, and always the same by the same number. It ends nothing.

use std::time::Duration;

/// How a run ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum End {
    /// At a named place, the N-th time that it is reached.
    Place {
        /// The place.
        place: String,
        /// How often it is reached.
        time: u32,
    },
    /// Wherever it is, so long after all terminals have caught up.
    Anywhere {
        /// How long.
        after: Duration,
    },
}

/// How often states are kept in a crash run: all 100 ms instead of all 10 s.
const HURRY: u32 = 100;

impl End {
    /// The end of a run, by its number.
    pub fn of(number: u64, places: &[String]) -> Self {
        let mut chance = fastrand::Rng::with_seed(number);
        let anywhere = places.is_empty() || chance.u8(..5) < 2;
        if anywhere {
            return Self::Anywhere { after: Duration::from_micros(chance.u64(..20_000)) };
        }
        let place = places[chance.usize(..places.len())].clone();
        // What is done with each batch is reached often, the rest a few times a second.
        let often = ["write", "sync", "ring", "answer"].iter().any(|word| place.contains(word));
        let time = if often { chance.u32(1..=60) } else { chance.u32(1..=3) };
        Self::Place { place, time }
    }

    /// What the program is told of it.
    pub fn wishes(&self) -> String {
        match self {
            Self::Place { place, time } => format!("hurry={HURRY},kill={place}@{time}"),
            Self::Anywhere { .. } => format!("hurry={HURRY}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_number_always_means_the_same_end_and_every_place_has_its_turn() {
        let places: Vec<String> = ["before-write", "after-trim"].map(str::to_owned).into();
        let ends: Vec<End> = (0..100).map(|number| End::of(number, &places)).collect();
        assert_eq!(ends, (0..100).map(|number| End::of(number, &places)).collect::<Vec<_>>());
        let place = |end: &End| match end {
            End::Place { place, .. } => Some(place.clone()),
            End::Anywhere { .. } => None,
        };
        let all = places.iter().cloned().map(Some).chain([None]).collect();
        assert_eq!(ends.iter().map(place).collect::<HashSet<_>>(), all);
        let late =
            |end: &End| matches!(end, End::Place { place, time } if place == "after-trim" && *time > 3);
        assert!(!ends.iter().any(late), "what is done seldom is not waited for");
    }
}
