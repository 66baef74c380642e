//! Every check in order, and a verdict that says what to repeat. It never runs two steps at once: each fills the
//! machine, and some of them measure time.

use crate::args::Choice;
use crate::counts::{Counts, failures, without_colours};
use crate::leaks::Leaks;
use crate::process::Events;
use crate::run::{End, Patience, elapsed, tail, typed};
use crate::steps::{Missing, OnFailure, Step};
use crate::{place, run};
use std::path::Path;
use std::time::{Duration, Instant};

/// How much of a failed step's log is shown; the whole stays in its file.
const TAIL_LINES: usize = 60;
/// How much is shown of why a part could not be installed.
const TAIL_LINES_SKIPPED: usize = 5;

enum Verdict {
    Passed,
    Failed,
    Skipped(String),
    LeftOut(&'static str),
}

struct Report {
    step: Step,
    verdict: Verdict,
    took: Duration,
    counts: Counts,
}

/// Runs the chosen steps; says whether all passed.
pub(crate) fn run(choice: Choice) -> Result<bool, String> {
    let events = Events::listen()?;
    let notes = place::notes()?;
    let in_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    let begun = Instant::now();
    let leaks = Leaks::begin(&notes)?;
    let mut reports = Vec::new();
    for step in Step::ALL {
        match choice {
            Choice::Only { step: only, .. } if only != step => continue,
            Choice::Quick if step == Step::E2e => {
                let verdict = Verdict::LeftOut("left out by --quick");
                reports.push(Report { step, verdict, took: Duration::ZERO, counts: Counts::default() });
                continue;
            }
            Choice::All | Choice::Quick | Choice::Only { .. } => {}
        }
        let log = notes.join(step.name()).with_extension("log");
        let Some(report) = try_step(step, choice.quick(), in_ci, &events, &leaks, &log)? else {
            return Err("interrupted: nothing more is run".to_owned());
        };
        reports.push(report);
    }
    Ok(summary(&reports, begun.elapsed()))
}

/// Runs one step and tells of it; `None`: someone pressed Ctrl-C.
fn try_step(
    step: Step,
    quick: bool,
    in_ci: bool,
    events: &Events,
    leaks: &Leaks,
    log: &Path,
) -> Result<Option<Report>, String> {
    let name = step.name();
    let begun = Instant::now();
    std::fs::write(log, "").map_err(|error| format!("{} cannot be written: {error}", log.display()))?;
    eprintln!("→ {name}");
    let reasons = match step.missing() {
        Some(Missing::Part(sentence)) if !in_ci => {
            eprintln!("- {name} skipped: {sentence}");
            let verdict = Verdict::Skipped(sentence);
            let counts = Counts { skipped: 1, ..Counts::default() };
            return Ok(Some(Report { step, verdict, took: begun.elapsed(), counts }));
        }
        Some(Missing::Part(sentence) | Missing::Tool(sentence)) => vec![sentence],
        None => match run_stages(step, quick, events, leaks, log) {
            Some(mut reasons) => {
                // A step that was cut short has not come to its secrets.
                let vain = step == Step::Rust && reasons.is_empty();
                reasons.extend(leaks.found(name, log, vain));
                reasons
            }
            None => return Ok(None),
        },
    };
    Ok(Some(judge(step, reasons, begun.elapsed(), in_ci, log)))
}

/// Runs a step's commands; gives the reasons why it failed. `None`: someone pressed Ctrl-C.
fn run_stages(step: Step, quick: bool, events: &Events, leaks: &Leaks, log: &Path) -> Option<Vec<String>> {
    let stages = match step.stages(quick) {
        Ok(stages) => stages,
        Err(sentence) => return Some(vec![sentence]),
    };
    let mut reasons = Vec::new();
    for mut stage in stages {
        eprintln!("  {:<8} {}", step.name(), typed(&stage.command));
        leaks.watch(&mut stage.command);
        match run::run(events, step.name(), &mut stage.command, log, Patience::default()) {
            End::Passed => {}
            End::Interrupted => return None,
            End::Failed(reason) => {
                reasons.push(reason);
                if stage.on_failure == OnFailure::Stop {
                    break;
                }
            }
        }
    }
    Some(reasons)
}

/// What became of a step, and what its failure means.
fn judge(step: Step, mut reasons: Vec<String>, took: Duration, in_ci: bool, log: &Path) -> Report {
    let name = step.name();
    let output = std::fs::read(log).unwrap_or_default();
    let output = without_colours(&String::from_utf8_lossy(&output));
    let mut counts = if step.has_tests() { Counts::of(&output) } else { Counts::default() };
    if step == Step::Parts && !reasons.is_empty() && !in_ci {
        let sentence = "not every part could be installed: what needs them is skipped".to_owned();
        eprintln!("- {name} skipped: {sentence}\n{}", tail(log, TAIL_LINES_SKIPPED));
        counts.skipped = 1;
        return Report { step, verdict: Verdict::Skipped(sentence), took, counts };
    }
    if step.has_tests() && reasons.is_empty() {
        if counts.failed > 0 {
            reasons.push("a test failed, though its runner ended well (it passed when repeated)".to_owned());
        } else if !counts.ran() {
            reasons.push("it ran no test".to_owned());
        }
    }
    if reasons.is_empty() {
        counts.passed += u64::from(!step.has_tests());
        eprintln!("✓ {name} {}", elapsed(took));
        return Report { step, verdict: Verdict::Passed, took, counts };
    }
    if counts.failed == 0 {
        // Something failed before or beside the tests: it counts too.
        counts.failed = 1;
    }
    if !output.is_empty() {
        eprintln!("\n{}\n", tail(log, TAIL_LINES));
    }
    eprintln!("✗ {name} {}: {}", elapsed(took), reasons.join("; "));
    for failure in failures(&output) {
        eprintln!("  failed: {failure}");
    }
    eprintln!("  the whole output: {}\n  to repeat it:     {}\n", place::short(log), repeat(step));
    Report { step, verdict: Verdict::Failed, took, counts }
}

fn repeat(step: Step) -> String {
    format!("cargo xtask test --only {}", step.name())
}

/// Prints the table and the last line; says whether all passed.
fn summary(reports: &[Report], took: Duration) -> bool {
    let mut sum = Counts::default();
    let mut passed = true;
    println!();
    for Report { step, verdict, took, counts } in reports {
        sum += *counts;
        let tests = if step.has_tests() { tests(*counts) } else { String::new() };
        let (mark, remark) = match verdict {
            Verdict::Passed => ("✓", tests),
            Verdict::Failed => {
                ("✗", format!("{tests}{}{}", if tests.is_empty() { "" } else { "; " }, repeat(*step)))
            }
            Verdict::Skipped(sentence) => ("-", format!("skipped: {sentence}")),
            Verdict::LeftOut(why) => ("-", (*why).to_owned()),
        };
        passed &= !matches!(verdict, Verdict::Failed);
        println!("{}", format!("{mark} {:<8} {:>10}  {remark}", step.name(), elapsed(*took)).trim_end());
    }
    println!("  {:<8} {:>10}\n", "in all", elapsed(took));
    println!("{}", tests(sum));
    passed
}

/// The line that is counted by whoever reads it.
fn tests(counts: Counts) -> String {
    let skipped = if counts.skipped > 0 { format!(", {} skipped", counts.skipped) } else { String::new() };
    format!("{} passed, {} failed{skipped}", counts.passed, counts.failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OK: &str = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out";

    fn judged(step: Step, output: &str, reasons: &[&str], in_ci: bool) -> Report {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("log");
        std::fs::write(&log, output).expect("a log");
        judge(step, reasons.iter().map(|&reason| reason.to_owned()).collect(), Duration::ZERO, in_ci, &log)
    }

    #[test]
    fn the_last_line_names_skipped_tests_only_where_there_are_any() {
        assert_eq!(tests(Counts { passed: 12, failed: 0, skipped: 0 }), "12 passed, 0 failed");
        assert_eq!(tests(Counts { passed: 12, failed: 3, skipped: 2 }), "12 passed, 3 failed, 2 skipped");
    }

    #[test]
    fn a_step_that_ran_no_test_failed() {
        let report = judged(Step::Rust, "Finished\n", &[], false);
        assert!(matches!(report.verdict, Verdict::Failed));
        assert_eq!(report.counts.failed, 1);
        assert!(matches!(judged(Step::Rust, OK, &[], false).verdict, Verdict::Passed));
    }

    #[test]
    fn a_step_without_tests_of_its_own_counts_as_one() {
        assert_eq!(judged(Step::Fmt, "", &[], false).counts, Counts { passed: 1, ..Counts::default() });
        assert_eq!(
            judged(Step::Fmt, "", &["it differs"], false).counts,
            Counts { failed: 1, ..Counts::default() }
        );
    }

    #[test]
    fn a_failure_beside_the_tests_counts_too() {
        let report = judged(Step::Rust, OK, &["doc-tests did not compile"], false);
        assert_eq!(report.counts, Counts { passed: 3, failed: 1, skipped: 1 });
    }

    #[test]
    fn a_missing_part_is_a_skip_with_a_word_and_a_failure_in_ci() {
        let reasons = ["apt-get ended with exit status: 100"];
        assert!(matches!(judged(Step::Parts, "", &reasons, false).verdict, Verdict::Skipped(_)));
        assert!(matches!(judged(Step::Parts, "", &reasons, true).verdict, Verdict::Failed));
    }

    #[test]
    fn a_failed_step_makes_the_whole_fail_and_a_skipped_one_does_not() {
        let failed = judged(Step::Fmt, "", &["it differs"], false);
        let skipped = judged(Step::Parts, "", &["no apt-get"], false);
        let passed = judged(Step::Clippy, "", &[], false);
        assert!(summary(&[passed, skipped], Duration::ZERO));
        assert!(!summary(&[failed], Duration::ZERO));
    }
}
