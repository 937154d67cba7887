//! Spreads work over all processors and takes the results in order, so that a run says the same however it is spread.

use std::{
    panic,
    sync::{
        Arc,
        mpsc::{Receiver, sync_channel},
    },
    thread,
};

/// How many results a processor may be ahead of the one that is waited for. What is held in memory is bounded by it.
const AHEAD: usize = 4;

/// Puts all that `feed` hands out through `work`, on all processors, and gives the results to `take` in the order in
/// which they were handed out, each as soon as it and those before it are there. `feed` runs on a thread of its own,
/// since it may wait for more to come, and is told to stop by `false`. An error of `take` ends it all.
pub fn in_order<T, R, E>(
    feed: impl FnOnce(&mut dyn FnMut(T) -> bool) + Send + 'static,
    work: impl Fn(T) -> R + Send + Sync + 'static,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let work = Arc::new(work);
    let (queue, results) = sync_channel::<Receiver<R>>(AHEAD * rayon::current_num_threads());
    let feeder = thread::spawn(move || {
        feed(&mut |item| {
            let (answer, result) = sync_channel(1);
            // Waits while too many are under way; fails when nobody wants the results any more.
            if queue.send(result).is_err() {
                return false;
            }
            let work = Arc::clone(&work);
            rayon::spawn_fifo(move || {
                let _ = answer.send(work(item));
            });
            true
        });
    });
    for result in results {
        if let Ok(result) = result.recv() {
            take(result)?;
        }
    }
    match feeder.join() {
        Ok(()) => Ok(()),
        Err(panicked) => panic::resume_unwind(panicked),
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    use super::*;

    #[test]
    fn results_come_in_order_however_long_each_takes() {
        let mut taken = Vec::new();
        let done: Result<(), ()> = in_order(
            |push| {
                for number in 0..200_u64 {
                    assert!(push(number));
                }
            },
            |number| {
                thread::sleep(Duration::from_micros(number * 7919 % 1000));
                number
            },
            |number| {
                taken.push(number);
                Ok(())
            },
        );
        assert_eq!(done, Ok(()));
        assert_eq!(taken, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_is_under_way_than_may_be_and_an_error_ends_it() {
        static FED: AtomicUsize = AtomicUsize::new(0);
        let done = in_order(
            |push| while push(()) && FED.fetch_add(1, Ordering::SeqCst) < 100_000 {},
            |()| (),
            |()| {
                thread::sleep(Duration::from_millis(50));
                Err("enough")
            },
        );
        assert_eq!(done, Err("enough"));
        thread::sleep(Duration::from_millis(50));
        assert!(FED.load(Ordering::SeqCst) <= AHEAD * rayon::current_num_threads() + 2);
    }
}
