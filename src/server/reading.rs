//! The analysis of one text: made once however many wait for it, on a thread of its own, and given up when none does.

use std::sync::{
    Arc, Mutex, OnceLock, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared, WeakShared},
};

use super::transport::panic_message;
use crate::{
    check::{Analysis, Profile},
    text::Document,
};

/// What an analysis said when it panicked.
pub type Failure = Arc<str>;

/// What came of an analysis.
type Analysed = Result<Arc<Analysis>, Failure>;

/// The analysis of one text.
#[derive(Debug, Default)]
pub struct Reading {
    done: OnceLock<Analysed>,
    /// The work while somebody waits for it.
    going: Mutex<Option<WeakShared<BoxFuture<'static, Analysed>>>>,
}

impl Reading {
    /// The analysis, which takes over from the `last` one and takes its place.
    pub async fn get(
        &self,
        document: &Document,
        profile: &Arc<Profile>,
        last: &Arc<Mutex<Arc<Analysis>>>,
    ) -> Analysed {
        if let Some(done) = self.done.get() {
            return done.clone();
        }
        let going = self.join(|| work(document.clone(), Arc::clone(profile), Arc::clone(last)));
        let analysed = going.clone().await;
        // Kept before `going` is let go of, so that nobody begins anew meanwhile.
        self.done.get_or_init(|| analysed).clone()
    }

    /// Joins those who wait, or begins.
    fn join(
        &self,
        begin: impl FnOnce() -> BoxFuture<'static, Analysed>,
    ) -> Shared<BoxFuture<'static, Analysed>> {
        let mut going = self.going.lock().unwrap_or_else(PoisonError::into_inner);
        going.as_ref().and_then(WeakShared::upgrade).unwrap_or_else(|| {
            let work = begin().shared();
            *going = work.downgrade();
            work
        })
    }
}

/// Tells work on another thread to stop when whoever waits for it goes.
#[derive(Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Says whether the work is to go on.
    pub fn goes_on(&self) -> impl Fn() -> bool + Send + 'static {
        let stopped = Arc::clone(&self.0);
        move || !stopped.load(Ordering::Relaxed)
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn work(
    document: Document,
    profile: Arc<Profile>,
    last: Arc<Mutex<Arc<Analysis>>>,
) -> BoxFuture<'static, Analysed> {
    let stop = Stop::default();
    let goes_on = stop.goes_on();
    let work = move || {
        if !goes_on() {
            return Err("stopped".into());
        }
        let before = Arc::clone(&last.lock().unwrap_or_else(PoisonError::into_inner));
        let (analysis, is_whole) = match before.update_while(&document.text(), &profile, &goes_on) {
            Ok(analysis) => (Arc::new(analysis), true),
            Err(part) => (Arc::new(part), false),
        };
        *last.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&analysis);
        if is_whole { Ok(analysis) } else { Err("stopped".into()) }
    };
    async move {
        let done = tokio::task::spawn_blocking(work).await;
        drop(stop);
        done.map_err(failure).flatten()
    }
    .boxed()
}

/// What a task that did not end well said.
pub fn failure(error: tokio::task::JoinError) -> Failure {
    match error.try_into_panic() {
        Ok(panic) => panic_message(&*panic).into(),
        Err(error) => error.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime")
    }

    #[test]
    fn work_is_told_to_stop_when_nobody_waits_for_it_any_more() {
        runtime().block_on(async {
            let (reading, last) = (Reading::default(), Arc::default());
            let document = Document::new("甲县开工\n");
            let (profile, waiting) = (Arc::default(), reading.join(|| std::future::pending().boxed()));
            let second = reading.join(|| panic!("it has begun"));
            drop((waiting, second));
            // Nobody waits any more: it begins anew, and is kept.
            let analysis = reading.get(&document, &profile, &last).await.expect("it can be read");
            let again = reading.get(&document, &profile, &last).await.expect("it can be read");
            assert!(Arc::ptr_eq(&analysis, &again) && Arc::ptr_eq(&analysis, &last.lock().unwrap()));
            let stop = Stop::default();
            let goes_on = stop.goes_on();
            assert!(goes_on());
            drop(stop);
            assert!(!goes_on());
        });
    }

    #[test]
    fn a_panic_is_what_it_said() {
        runtime().block_on(async {
            let failed = tokio::task::spawn_blocking(|| panic!("out of luck")).await;
            assert_eq!(&*failure(failed.expect_err("it panics")), "out of luck");
        });
    }
}
