//! How many tests an output tells of: cargo's, Vitest's and Playwright's closing lines. It reads them leniently and
//! judges nothing: whether a step passed is its exit code's to say.

/// Tests by how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Counts {
    /// Of a whole output; all zero where it tells of no test.
    pub(crate) fn of(output: &str) -> Self {
        let mut sum = Self::default();
        for line in output.lines() {
            sum += of_line(line);
        }
        sum
    }

    /// Whether any test was run.
    pub(crate) fn ran(self) -> bool {
        self.passed + self.failed > 0
    }
}

fn of_line(line: &str) -> Counts {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix("test result: ") {
        // cargo: `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s`
        return rest.split(['.', ';']).map(pair).fold(Counts::default(), sum);
    }
    if let Some(rest) = line.strip_prefix("Tests ") {
        // Vitest: `Tests  1 failed | 11 passed (12)`
        return rest.split('|').map(|piece| pair(before_bracket(piece))).fold(Counts::default(), sum);
    }
    // Playwright: `12 passed (5.3s)`, `1 failed`, `2 did not run`, each on a line of its own
    pair(before_bracket(line))
}

fn sum(mut total: Counts, one: Counts) -> Counts {
    total += one;
    total
}

fn before_bracket(piece: &str) -> &str {
    piece.split_once('(').map_or(piece, |(before, _)| before)
}

/// Of `12 passed` and its like. A flaky test failed once, so it counts as failed.
fn pair(piece: &str) -> Counts {
    let mut counts = Counts::default();
    let Some((number, word)) = piece.trim().split_once(' ') else { return counts };
    let Ok(number) = number.parse() else { return counts };
    match word.trim() {
        "passed" => counts.passed = number,
        "failed" | "flaky" | "interrupted" => counts.failed = number,
        "ignored" | "skipped" | "todo" | "did not run" => counts.skipped = number,
        _ => {}
    }
    counts
}

/// The tests that failed, as their runners name them, each once.
pub(crate) fn failures(output: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in output.lines().map(str::trim) {
        let name = if let Some(name) =
            line.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED"))
        {
            // cargo: `test ring::it_turns ... FAILED`
            Some(name)
        } else if let Some(name) = line.strip_prefix("FAIL ") {
            // Vitest: `FAIL  sdk/clock.test.ts > the clock > slews`
            Some(name)
        } else {
            // Playwright: `1) [chromium] › board.spec.ts:12:1 › it resumes ─────`
            line.split_once(") ")
                .filter(|(number, rest)| number.parse::<u32>().is_ok() && rest.contains(" › "))
                .map(|(_, name)| name)
        };
        let Some(name) = name.map(|name| name.trim().trim_end_matches(['─', ' '])) else { continue };
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// A text without the colours that a terminal would have shown.
pub(crate) fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        // `[` and parameters up to a letter, `(` and one letter, or one letter; what is cut off takes the rest with it.
        let end = match after.as_bytes().first() {
            Some(b'[') => after[1..].find(|c: char| ('@'..='~').contains(&c)).map(|at| at + 2),
            Some(b'(') => after.char_indices().nth(2).map(|(at, _)| at),
            _ => after.char_indices().nth(1).map(|(at, _)| at),
        };
        rest = &after[end.unwrap_or(after.len())..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64, skipped: u64) -> Counts {
        Counts { passed, failed, skipped }
    }

    #[test]
    fn cargo_s_results_are_added_up() {
        let output = "running 2 tests\ntest a ... ok\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.01s\n";
        assert_eq!(Counts::of(output), counts(13, 2, 1));
    }

    #[test]
    fn vitest_counts_its_tests_not_its_files() {
        let output =
            " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 11 passed | 2 skipped (14)\n";
        assert_eq!(Counts::of(output), counts(11, 1, 2));
        assert_eq!(Counts::of("      Tests  9 passed (9)\n"), counts(9, 0, 0));
    }

    #[test]
    fn playwright_s_lines_are_added_up_and_a_flaky_test_failed() {
        let output = "  1 failed\n    [chromium] › a.spec.ts:3:1 › 2 passed balls\n  1 flaky\n  3 did not run\n  12 passed (5.3s)\n";
        assert_eq!(Counts::of(output), counts(12, 2, 3));
    }

    #[test]
    fn an_output_without_tests_counts_nothing() {
        assert!(!Counts::of("Compiling serde v1.0.0\n30 passed by on the left\n").ran());
    }

    #[test]
    fn failed_tests_are_named_once_whoever_ran_them() {
        let output = "test a::b ... ok\ntest a::c ... FAILED\n FAIL  sdk/clock.test.ts > the clock > slews\n\
            \u{20} 1) [chromium] › board.spec.ts:12:1 › it resumes ────\n  1) [chromium] › board.spec.ts:12:1 › it resumes ─\n";
        let names =
            ["a::c", "sdk/clock.test.ts > the clock > slews", "[chromium] › board.spec.ts:12:1 › it resumes"];
        assert_eq!(failures(output), names);
    }

    #[test]
    fn colours_are_taken_out() {
        assert_eq!(without_colours("\u{1b}(B\u{1b}[m-old\u{1b}(B\n+ü\u{1b}"), "-old\n+ü");
        assert_eq!(without_colours("\u{1b}[32m✓\u{1b}[39m 3 passed\u{1b}[1"), "✓ 3 passed");
        assert_eq!(
            Counts::of(&without_colours(
                "\u{1b}[2m Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m9 passed\u{1b}[39m (9)"
            )),
            counts(9, 0, 0)
        );
    }
}
