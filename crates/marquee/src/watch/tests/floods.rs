//! Any text at all, in a terminal of any size: what is written to it is held against what a terminal does with it. It draws nothing itself.

use super::*;
use proptest::prelude::*;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};

/// What is worst: what steers a terminal or the direction of writing, marks in heaps, what is wide, joined, or nothing at all.
fn worst() -> impl Strategy<Value = String> {
    let flood = (
        prop_oneof![
            Just("\u{301}\u{489}\u{20DD}"),
            Just("\u{200B}\u{200C}\u{200D}\u{2060}"),
            Just("\u{202E}"),
            Just("\u{2067}\u{2066}"),
            Just("\u{1b}[2J\u{1b}]0;x\u{7}"),
            Just("\u{9b}31m"),
            Just("\r\n\t\u{8}\u{c}"),
            Just("👩\u{200D}👩\u{200D}👧\u{200D}"),
            Just("🇨🇳"),
            Just("❤\u{FE0F}"),
            Just("系统"),
            Just("ｶﾞ"),
            Just("שלום (א)"),
            Just("تنبيه"),
            Just("ไทยำ"),
            Just("नमस्ते"),
            Just("W"),
            Just("\u{2028}\u{85}"),
            Just("\u{FFFD}\u{E000}\u{10FFFF}"),
        ],
        1..700_usize,
    )
        .prop_map(|(part, times)| part.repeat(times));
    let part = prop_oneof![flood, "\\PC{0,40}", any::<Vec<char>>().prop_map(|all| all.into_iter().collect())];
    proptest::collection::vec(part, 1..4).prop_map(|parts| parts.concat())
}

/// Reads what was written as a terminal would: where the cursor is put, and what stands from there on. What is no sequence of ours is told.
fn read(bytes: &[u8], area: Rect) -> Result<(), TestCaseError> {
    let text = std::str::from_utf8(bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let (mut column, mut rest) = (0, text);
    while let Some(at) = rest.find('\u{1b}') {
        within(&rest[..at], column, area)?;
        column += cells(&rest[..at]);
        let sequence = rest[at..].strip_prefix("\u{1b}[").unwrap_or_default();
        let end = sequence.find(|c: char| c.is_ascii_alphabetic());
        let end = end.ok_or_else(|| TestCaseError::fail("a sequence that is none of ours"))?;
        let (given, last) = (&sequence[..end], &sequence[end..=end]);
        prop_assert!(given.chars().all(|c| c.is_ascii_digit() || ";:?".contains(c)), "{given:?}");
        prop_assert!("HmhlJ".contains(last), "{last:?}");
        if last == "H" {
            let place: Vec<u16> = given.split(';').filter_map(|number| number.parse().ok()).collect();
            prop_assert!(place[0] <= area.height && place[1] <= area.width, "{place:?} of {area}");
            column = u32::from(place[1] - 1);
        }
        rest = &sequence[end + 1..];
    }
    within(rest, column, area)
}

fn within(text: &str, column: u32, area: Rect) -> Result<(), TestCaseError> {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    prop_assert!(!text.chars().any(steers), "{text:?}");
    prop_assert!(column + cells(text) <= u32::from(area.width), "{text:?} from column {column} of {area}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_steers_the_terminal_or_goes_beyond_its_columns(
        texts in proptest::collection::vec(worst(), 1..5),
        (width, height) in (1..100_u16, 1..40_u16),
        ms in 0..30_000_u64,
    ) {
        let mut board = Board::new();
        let mut lines = Lines::default();
        for (n, text) in texts.iter().enumerate() {
            let change = board.put(&format!("n{n}"), Level::ALL[n % 4], text);
            for line in lines.entry(board.now, &change).into_iter().chain(lines.look(&board.timeline)) {
                within(&line, 0, Rect::new(0, 0, u16::MAX, 1))?;
            }
        }
        board.after(ms);
        let stand = stand(Connected::Offline);
        let area = Rect::new(0, 0, width, height);
        let mut written = Vec::new();
        let mut terminal = Terminal::with_options(
            CrosstermBackend::new(&mut written),
            TerminalOptions { viewport: Viewport::Fixed(area) },
        ).unwrap();
        // The second goes over the first, of which parts are left.
        for _ in 0..2 {
            let picture = Picture { trouble: Some(&texts[0]), server: &texts[0], ..board.picture(&stand, Depth::True) };
            terminal.draw(|frame| picture.draw(frame.area(), frame.buffer_mut())).unwrap();
            board.after(700);
        }
        drop(terminal);
        read(&written, area)?;
    }
}
