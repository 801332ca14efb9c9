//! A few threads for what keeps a processor busy for long: password hashes. They give way to pages, wait in the order
//! of asking, and end when nobody needs them, with whatever memory they have taken.

use std::collections::VecDeque;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use kernel::{Error, Result};
use parking_lot::{Condvar, Mutex};
use tokio::sync::oneshot;

/// How long a thread waits for more.
const IDLE: Duration = Duration::from_secs(30);

/// What a page needs comes first: on a busy machine a worker gets what pages leave (`nice`, from -20 to 19).
const NICE: i32 = 10;

type Work = Box<dyn FnOnce() + Send>;

/// Threads come with the work and go without it.
pub struct Workers {
    most: usize,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    wanted: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Work>,
    threads: usize,
    busy: usize,
}

impl Workers {
    /// At most so many at once.
    pub fn new(most: usize) -> Self {
        Self { most, shared: Arc::default() }
    }

    /// How many work now.
    pub fn busy(&self) -> usize {
        self.shared.state.lock().busy
    }

    /// What `work` comes to, in its turn. Work that nobody waits for any more is not begun.
    pub async fn run<R: Send + 'static>(&self, work: impl FnOnce() -> R + Send + 'static) -> Result<R> {
        let (tell, told) = oneshot::channel();
        self.queue(Box::new(move || {
            if !tell.is_closed() {
                let _ = tell.send(work());
            }
        }))?;
        // No answer: it panicked.
        told.await.map_err(|_| Error::Internal("a worker failed".to_owned()))
    }

    fn queue(&self, work: Work) -> Result<()> {
        let mut state = self.shared.state.lock();
        state.waiting.push_back(work);
        let idle = state.threads - state.busy;
        if idle < state.waiting.len() && state.threads < self.most {
            let shared = Arc::clone(&self.shared);
            thread::Builder::new().name("worker".to_owned()).spawn(move || shared.work()).map_err(Error::internal)?;
            state.threads += 1;
        }
        self.shared.wanted.notify_one();
        Ok(())
    }
}

impl Shared {
    fn work(&self) {
        give_way();
        let mut state = self.state.lock();
        loop {
            let Some(work) = state.waiting.pop_front() else {
                if self.wanted.wait_for(&mut state, IDLE).timed_out() && state.waiting.is_empty() {
                    state.threads -= 1;
                    return;
                }
                continue;
            };
            state.busy += 1;
            drop(state);
            let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
            if panicked.is_err() {
                tracing::error!("a worker's task panicked");
            }
            state = self.state.lock();
            state.busy -= 1;
        }
    }
}

fn give_way() {
    // On Linux this is the calling thread's own; elsewhere it would be the whole process's.
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(None, NICE) {
        tracing::warn!(%error, "workers do not give way to pages");
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn no_more_work_at_once_than_they_may_and_a_panic_costs_nobody_a_thread() {
        let workers = Arc::new(Workers::new(2));
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let tasks = (0..20).map(|n| {
            let (workers, now, most) = (Arc::clone(&workers), Arc::clone(&now), Arc::clone(&most));
            tokio::spawn(async move {
                let work = move || {
                    assert!(n % 5 != 0, "in the middle");
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    thread::sleep(Duration::from_millis(2));
                    now.fetch_sub(1, Ordering::SeqCst);
                    n
                };
                workers.run(work).await
            })
        });
        let mut done = 0;
        for task in tasks.collect::<Vec<_>>() {
            done += usize::from(task.await.unwrap().is_ok());
        }
        assert_eq!((done, most.load(Ordering::SeqCst)), (16, 2));
        while workers.busy() > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(workers.shared.state.lock().threads, 2);
    }

    #[tokio::test]
    async fn what_nobody_waits_for_is_not_begun() {
        let workers = Arc::new(Workers::new(1));
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let held = {
            let workers = Arc::clone(&workers);
            tokio::spawn(async move { workers.run(move || wait.recv().is_ok()).await })
        };
        while workers.busy() == 0 {
            tokio::task::yield_now().await;
        }
        let begun = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&begun);
        let gone = tokio::time::timeout(Duration::ZERO, workers.run(move || count.fetch_add(1, Ordering::SeqCst)));
        assert!(gone.await.is_err());
        go.send(()).unwrap();
        assert!(held.await.unwrap().unwrap());
        assert!(workers.run(|| true).await.unwrap());
        assert_eq!(begun.load(Ordering::SeqCst), 0);
    }
}
