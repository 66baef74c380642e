//! How far a bench is, on stderr: a bar where a person looks, a line a step where none does. It measures nothing.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How often the bar moves.
const MOVES_EVERY: Duration = Duration::from_millis(250);
/// Letters of a whole bar.
const WIDTH: usize = 30;

/// What the end of a step is known by.
pub(crate) enum Until<'a> {
    Time(Duration),
    Count(&'a AtomicU64, u64),
}

/// Does the work on a thread of its own and shows meanwhile how far it is.
pub(crate) fn during<T: Send>(
    what: &str,
    until: &Until<'_>,
    work: impl FnOnce() -> T + Send,
) -> std::thread::Result<T> {
    let looks = std::io::stderr().is_terminal();
    if !looks {
        eprintln!("marquee: {what}");
    }
    let begun = Instant::now();
    let (over, waits) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let worker = scope.spawn(move || {
            let _over = over;
            work()
        });
        // The channel ends with the work.
        while looks && waits.recv_timeout(MOVES_EVERY) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            let (done, of) = match until {
                Until::Time(lasts) => (begun.elapsed().as_secs_f64(), lasts.as_secs_f64()),
                Until::Count(done, of) => (done.load(Ordering::Relaxed) as f64, *of as f64),
            };
            draw(&bar(what, done / of.max(f64::MIN_POSITIVE)));
        }
        if looks {
            draw("");
        }
        worker.join()
    })
}

fn draw(line: &str) {
    // A bar that cannot be drawn is no reason to stop.
    let _drawn = write!(std::io::stderr(), "\r\x1b[2K{line}").and_then(|()| std::io::stderr().flush());
}

fn bar(what: &str, part: f64) -> String {
    let part = part.clamp(0.0, 1.0);
    let full: String = (0..WIDTH).map(|n| if (n as f64) < part * WIDTH as f64 { '█' } else { '·' }).collect();
    format!("{full} {:3.0} % {what}", part * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_full_as_the_work_is_done() {
        let full = |part| bar("x", part).matches('█').count();
        assert_eq!([full(0.0), full(0.5), full(1.0), full(7.0)], [0, WIDTH / 2, WIDTH, WIDTH]);
        assert!(bar("filling", 0.25).ends_with(" 25 % filling"));
    }
}
