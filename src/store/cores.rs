//! Many things worked on at once, one on each core; what comes of them is taken in their order.
//!
//! Holds little: nobody works far ahead of what was taken.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use crate::error::Result;

/// How many things may be worked on before the one that is taken next.
const AHEAD: usize = 64;

/// Works on each of the things, and hands on what comes of them in the order of the things.
///
/// `ready` makes what one core keeps at hand for its work: it may be something that cannot be
/// shared.
///
/// # Errors
///
/// The first that `take` returns; then the rest is given up.
pub fn in_order<T: Sync, W, R: Send>(
    things: &[T],
    ready: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, &T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<()>,
) -> Result<()> {
    let (queue, (done, come)) = (Queue::default(), channel());
    let cores = thread::available_parallelism().map_or(1, usize::from).min(things.len());
    thread::scope(|scope| {
        for _ in 0..cores {
            let done: Sender<Done<R>> = done.clone();
            let (queue, ready, work) = (&queue, &ready, &work);
            scope.spawn(move || {
                let mut own = ready();
                while let Some(index) = queue.next(things.len()) {
                    // A panic goes on where what was done is taken: otherwise all would wait.
                    let result = catch_unwind(AssertUnwindSafe(|| work(&mut own, &things[index])));
                    if done.send((index, result)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let _closed = Closing(&queue);
        take_all(&come, &queue, &mut take)
    })
}

/// What came of a thing, and which one it was.
type Done<R> = (usize, Result<R, Box<dyn Any + Send>>);

fn take_all<R>(
    come: &Receiver<Done<R>>,
    queue: &Queue,
    take: &mut impl FnMut(R) -> Result<()>,
) -> Result<()> {
    let (mut early, mut next) = (BTreeMap::new(), 0);
    for (index, result) in come {
        early.insert(index, result.unwrap_or_else(|fault| resume_unwind(fault)));
        while let Some(result) = early.remove(&next) {
            take(result)?;
            next += 1;
            queue.taken(next);
        }
    }
    Ok(())
}

/// Which thing is next, and how many were taken.
#[derive(Default)]
struct Queue {
    next: AtomicUsize,
    taken: Mutex<usize>,
    moved: Condvar,
}

/// All are taken, or given up.
const CLOSED: usize = usize::MAX;

impl Queue {
    /// Returns the next thing of so many, once it is not too far ahead.
    fn next(&self, count: usize) -> Option<usize> {
        let index = self.next.fetch_add(1, Ordering::Relaxed);
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let far = |taken: &mut usize| index >= taken.saturating_add(AHEAD);
        let taken = self.moved.wait_while(taken, far).unwrap_or_else(PoisonError::into_inner);
        (*taken != CLOSED && index < count).then_some(index)
    }

    fn taken(&self, count: usize) {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) = count;
        self.moved.notify_all();
    }
}

/// Lets go whoever waits, however the taking ends.
struct Closing<'q>(&'q Queue);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.taken(CLOSED);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::error::Error;
    use crate::lang::say;

    /// The first of every hundred takes long.
    fn slowly(thing: usize) -> usize {
        if thing.is_multiple_of(100) {
            thread::sleep(Duration::from_millis(3));
        }
        thing
    }

    #[test]
    fn what_comes_is_taken_in_order() {
        let things: Vec<usize> = (0..1000).collect();
        let mut taken = Vec::new();
        let put = |it| {
            taken.push(it);
            Ok(())
        };
        in_order(&things, || 1, |one, it| slowly(*it) * *one, put).unwrap();
        assert_eq!(taken, things);
    }

    #[test]
    fn nobody_works_far_ahead() {
        let things: Vec<usize> = (0..1000).collect();
        let (begun, mut furthest, mut taken) = (AtomicUsize::new(0), 0, 0);
        let work = |(): &mut (), it: &usize| {
            begun.fetch_max(*it, Ordering::SeqCst);
            slowly(*it)
        };
        let take = |_| {
            furthest = furthest.max(begun.load(Ordering::SeqCst).saturating_sub(taken));
            taken += 1;
            Ok(())
        };
        in_order(&things, || (), work, take).unwrap();
        assert!(furthest <= AHEAD, "{furthest}");
    }

    #[test]
    fn an_error_ends_it() {
        let things: Vec<usize> = (0..1000).collect();
        let mut taken = 0;
        let take = |it| {
            taken += 1;
            if it == 7 { Err(Error::new(say!("error-no-circle"))) } else { Ok(()) }
        };
        assert!(in_order(&things, || (), |(), it| *it, take).is_err());
        assert_eq!(taken, 8);
    }

    #[test]
    fn a_fault_in_one_of_them_comes_out() {
        let things: Vec<usize> = (0..1000).collect();
        let work = |(): &mut (), it: &usize| assert!(*it != 7, "a fault");
        let all = || in_order(&things, || (), work, Ok);
        assert!(catch_unwind(AssertUnwindSafe(all)).is_err());
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert_eq!(in_order(&[], || (), |(), it: &()| *it, Ok), Ok(()));
    }
}
