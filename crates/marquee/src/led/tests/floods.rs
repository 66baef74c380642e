//! Any text at all, on a wall of any size: nothing is lit where nothing of it is. It knows no letters.

use super::*;
use proptest::prelude::*;

/// As far as a pin's text stays away from the wall's sides, in dots of the font: its edge, and two.
const AWAY: u16 = 3;

fn worst() -> impl Strategy<Value = String> {
    let flood = (
        prop_oneof![
            Just("\u{301}\u{489}\u{20DD}"),
            Just("\u{200B}\u{200C}\u{200D}\u{2060}"),
            Just("\u{202E}\u{2067}"),
            Just("\u{1b}[2J\u{9b}\r\n\t"),
            Just("👩\u{200D}👩\u{200D}👧\u{200D}"),
            Just("系统"),
            Just("█"),
            Just("שלום (א)"),
            Just("تنبيه"),
            Just("\u{FFFD}\u{E000}\u{10FFFF}"),
        ],
        1..300_usize,
    )
        .prop_map(|(part, times)| part.repeat(times));
    let part = prop_oneof![flood, "\\PC{0,40}", any::<Vec<char>>().prop_map(|all| all.into_iter().collect())];
    proptest::collection::vec(part, 1..4).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_painted_outside_of_its_place(
        text in worst(),
        (columns, rows) in (1..300_u16, 1..70_u16),
        pinned in any::<bool>(),
        (offset, later) in (0..400_000_u64, 0..30_000_u64),
    ) {
        let mut wall = Wall::new(columns, rows);
        let play = if pinned { Play::Pin } else { Play::Scroll };
        wall.show(Show { text: text.clone(), cells: cells(&text), until: 2_000_000, ..show("n", play, 1_000_000, offset) }, 1_000_000);
        wall.advance(1_000_000 + later);
        let picture = wall.picture();
        prop_assert_eq!(picture.dots.len(), usize::from(columns) * usize::from(rows));
        for (format, head) in [(Format::Ppm, "P6"), (Format::Pbm, "P4"), (Format::Raw, ""), (Format::Text, "")] {
            prop_assert!(encode(&picture, format, false).starts_with(head.as_bytes()));
        }
        let scale = (rows / 16).max(1);
        let (above, high) = ((rows - (16 * scale).min(rows)) / 2, (16 * scale).min(rows));
        let wide = i64::try_from(Strip::of(&text).width()).unwrap() * i64::from(scale);
        // A text of cells that is gone from the wall is on it no more.
        let left = wall.texts.first().map(|on| {
            i64::from(columns) - ((wall.x - on.head) * i64::from(8 * scale)).div_euclid(1_000)
        });
        for y in 0..rows {
            for x in 0..columns {
                let side = x < scale || x >= columns.saturating_sub(scale);
                let (first, last) = (AWAY * scale, columns.saturating_sub(AWAY * scale));
                let mine = match (pinned, left) {
                    (true, _) => side || (first..last).contains(&x) && (above..above + high).contains(&y),
                    (false, Some(left)) => {
                        (left..left + wide).contains(&i64::from(x)) && (above..above + high).contains(&y)
                    }
                    (false, None) => false,
                };
                prop_assert!(mine || !picture.is_lit(x, y), "{}, {} of {} × {}", x, y, columns, rows);
                prop_assert!(!pinned || !side || picture.is_lit(x, y), "the edge at {}, {}", x, y);
            }
        }
    }
}
