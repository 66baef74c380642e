//! What one holder of connections is told when something was taken back: whom to look through. Its answer is waited for, so that
//! nothing is delivered after it was said that it is over. It holds no connection.

use marquee_core::auth::Touched;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;

/// Where a holder of connections hears of it. No more of what `_auth` says is told before it was done; keys that go are told at
/// once, and change no faster than files are read.
#[derive(Debug, Default)]
pub struct Cutter {
    waits: Mutex<Vec<Cut>>,
    came: Notify,
}

/// Whom to look through. Dropping it says that it was done.
#[derive(Debug)]
pub struct Cut {
    touched: Arc<[Touched]>,
    done: Arc<Done>,
}

/// What all holders together have come to.
#[derive(Debug, Default)]
pub(crate) struct Done {
    waited_for: AtomicUsize,
    ended: AtomicUsize,
    all: Notify,
}

impl Cutter {
    /// What is to be done now.
    pub fn take(&self) -> Vec<Cut> {
        std::mem::take(&mut *self.waits.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Completes when there may be something to do.
    pub async fn came(&self) {
        self.came.notified().await;
    }

    pub(crate) fn tell(&self, touched: &Arc<[Touched]>, done: &Arc<Done>) {
        done.waited_for.fetch_add(1, Ordering::AcqRel);
        let cut = Cut { touched: touched.clone(), done: done.clone() };
        self.waits.lock().unwrap_or_else(PoisonError::into_inner).push(cut);
        self.came.notify_one();
    }
}

impl Cut {
    /// Whom to look through.
    pub fn touched(&self) -> &[Touched] {
        &self.touched
    }

    /// So many connections have ended by it.
    pub fn ended(&self, connections: usize) {
        self.done.ended.fetch_add(connections, Ordering::AcqRel);
    }
}

impl Drop for Cut {
    fn drop(&mut self) {
        if self.done.waited_for.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.done.all.notify_one();
        }
    }
}

impl Done {
    /// Waits for all of them: how many connections have ended.
    pub(crate) async fn wait(&self) -> usize {
        while self.waited_for.load(Ordering::Acquire) > 0 {
            self.all.notified().await;
        }
        self.ended.load(Ordering::Acquire)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn it_is_over_when_every_holder_has_said_so_and_one_that_is_gone_has() {
        let (one, other, done) = (Cutter::default(), Cutter::default(), Arc::new(Done::default()));
        let touched: Arc<[Touched]> = [Touched::Family("f".into())].into();
        one.tell(&touched, &done);
        other.tell(&touched, &done);
        let mut wait = pin!(done.wait());
        let mut context = Context::from_waker(Waker::noop());
        assert!(wait.as_mut().poll(&mut context).is_pending());
        let cuts = one.take();
        assert_eq!(cuts[0].touched(), &*touched);
        cuts[0].ended(3);
        assert!(wait.as_mut().poll(&mut context).is_pending(), "it was taken, and is not done");
        drop(cuts);
        assert!(wait.as_mut().poll(&mut context).is_pending(), "the other is not");
        drop(other);
        assert_eq!(wait.as_mut().poll(&mut context), Poll::Ready(3));
    }
}
