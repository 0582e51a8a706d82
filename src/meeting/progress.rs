//! A walk that waits for the next fact, so that each answer costs the same however long the
//! meeting is.
//!
//! The procedure is a future that is pending while it waits for a fact. Nothing wakes it: it is
//! polled when the next fact is there. Whatever a step remembers is kept in the future, which can
//! neither be copied nor taken back, so after `taken-back` and after a refused fact the facts are
//! walked over from the beginning.

use std::borrow::Cow;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use crate::circle::Circle;
use crate::error::Error;
use crate::meeting::state::{State, Step};
use crate::meeting::walk::{Stop, Walk, Walked};
use crate::meeting::{Fact, Phase, Setting, What};

/// The facts with which a walk begins.
pub(crate) type Facts<'m> = Box<dyn Iterator<Item = Cow<'m, Fact>> + Send + Sync + 'm>;

/// The index of the fact that was refused, and why.
type Refused = (usize, Error);

/// A walk over all facts so far, perhaps waiting for the next one.
pub(super) struct Progress<'m> {
    walk: Pin<Box<dyn Future<Output = Walked<()>> + Send + Sync + 'm>>,
    exchange: Arc<Mutex<Exchange>>,
}

/// What a walk and its meeting hand to each other.
#[derive(Default)]
struct Exchange {
    fact: Option<Fact>,
    /// The state, with the meeting while the walk waits, and else with the walk.
    state: State,
    /// The number of facts taken, once the walk has ended.
    taken: usize,
}

/// Where a walk gets the facts that come after those with which it began.
#[derive(Clone)]
pub(crate) struct Next(Arc<Mutex<Exchange>>);

impl<'m> Progress<'m> {
    /// Walks over facts. Returns the walk, which waits at the end of them, and the state.
    pub(super) fn over(
        rules: (i64, Setting),
        circle: Arc<Circle>,
        facts: Facts<'m>,
    ) -> Result<(Self, State), Refused> {
        let exchange = Arc::new(Mutex::new(Exchange::default()));
        let next = Next(Arc::clone(&exchange));
        let walk = async move {
            let mut walk = Walk::new(rules, circle, facts, next.clone());
            let ended = walk.meeting().await;
            let mut exchange = lock(&next.0);
            (exchange.state, exchange.taken) = (walk.state, walk.taken);
            ended
        };
        let mut progress = Self { walk: Box::pin(walk), exchange };
        let state = progress.go_on()?;
        Ok((progress, state))
    }

    /// Takes the next fact. Returns the state after it, from the state before it.
    pub(super) fn take(&mut self, fact: Fact, state: State) -> Result<State, Refused> {
        {
            let mut exchange = lock(&self.exchange);
            (exchange.fact, exchange.state) = (Some(fact), state);
        }
        self.go_on()
    }

    fn go_on(&mut self) -> Result<State, Refused> {
        let ended = self.walk.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        let mut exchange = lock(&self.exchange);
        match ended {
            Poll::Pending | Poll::Ready(Ok(())) => Ok(std::mem::take(&mut exchange.state)),
            Poll::Ready(Err(Stop::OutOfTurn(err))) => Err((exchange.taken.saturating_sub(1), *err)),
            Poll::Ready(Err(Stop::ItemEnded | Stop::Closed)) => {
                unreachable!("both are caught within the walk")
            }
        }
    }
}

impl Next {
    /// Waits for the next fact at a step; meanwhile the meeting has the state.
    pub(super) async fn wait(&self, state: &mut State, step: Step) -> Fact {
        lock(&self.0).state = State { step: Some(step), ..std::mem::take(state) };
        let fact = poll_fn(|_| lock(&self.0).fact.take().map_or(Poll::Pending, Poll::Ready)).await;
        *state = State { step: None, ..std::mem::take(&mut lock(&self.0).state) };
        fact
    }
}

fn lock(exchange: &Mutex<Exchange>) -> MutexGuard<'_, Exchange> {
    exchange.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The walk of a meeting that goes on; none where the next fact is walked to from the beginning.
#[derive(Default)]
pub(super) struct Live(Option<Progress<'static>>);

impl Live {
    /// Returns the walk, if it takes a fact as a walk from the beginning would.
    ///
    /// After a round the walk looks for `reopened` among the facts that follow, before it goes on
    /// to the next step. Where there are none, it has gone on. Then `reopened` comes too late for
    /// it, and so do those who arrive or leave, who may take part in a round that it passed over.
    pub(super) fn before(&mut self, what: &What, state: &State) -> Option<Progress<'static>> {
        let has_looked_ahead = state.finished.is_some_and(|it| it != Phase::Consent);
        let comes_too_late = match what {
            What::TakenBack {} => true,
            What::Reopened { .. } | What::Arrived(_) | What::Left(_) => has_looked_ahead,
            _ => false,
        };
        self.0.take().filter(|_| !comes_too_late)
    }

    /// Keeps a walk, unless it is over.
    pub(super) fn keep(&mut self, progress: Progress<'static>, state: &State) {
        self.0 = Some(progress).filter(|_| state.step.is_some());
    }
}

/// A copy begins without a walk.
impl Clone for Live {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Nothing is shown, because the facts and the state say everything.
impl fmt::Debug for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Live")
    }
}
