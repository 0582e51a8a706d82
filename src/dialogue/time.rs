//! Shows the time where a step begins, and says when an item or the meeting is over time.
//!
//! Never ends anything because its time is over.

use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::lang::say;
use crate::meeting::{Moment, is_pause};

impl Talk<'_> {
    /// Formats a time of day: `19:22`.
    pub(crate) fn clock(&self, moment: Moment) -> String {
        self.say(&say!("clock", time = moment.format("%H:%M").to_string()))
    }

    /// Shows the clock and the minutes of the item, else of the meeting, at the right edge of the
    /// first heading; once each minute.
    pub(crate) fn tell_time(&self, shown: &mut [Block], told: &mut String) {
        let now = self.time_and_minutes();
        if *told == now {
            return;
        }
        let heading = shown.iter_mut().find_map(|it| match it {
            Block::Header { right, .. } | Block::Heading { right, .. } => Some(right),
            _ => None,
        });
        let Some(right) = heading else { return };
        // Where the edge is taken, the time is shown at the next step.
        if right.is_empty() {
            right.clone_from(&now);
            *told = now;
        }
    }

    /// Says the time and the minutes so far: `19:22, 2 of 20 min`.
    fn time_and_minutes(&self) -> String {
        let clock = self.clock(self.now);
        let (since, planned) = self.running();
        let minutes = self.minutes_since(since);
        match planned {
            Some(planned) => {
                self.say(&say!("time-of", time = clock, minutes = minutes, planned = planned))
            }
            None if self.state().on_table().is_some() && minutes > 0 => {
                self.say(&say!("time-in", time = clock, minutes = minutes))
            }
            None => clock,
        }
    }

    /// Says by how much the item, else the meeting, is over its time; once each minute.
    pub(crate) fn over_time(&self, shown: &mut Option<(usize, i64)>) -> Option<Block> {
        let (since, planned) = self.running();
        let over = self.minutes_since(since) - i64::from(planned?);
        let now = Some((self.state().items.len(), over));
        if over <= 0 || *shown == now {
            return None;
        }
        *shown = now;
        Some(self.hint(&match self.state().on_table() {
            Some(_) => say!("over-item", minutes = over),
            None => say!("over-meeting", minutes = over),
        }))
    }

    /// Returns when the current item, else the meeting, began, and its planned minutes.
    fn running(&self) -> (Moment, Option<u32>) {
        match self.state().on_table() {
            Some(item) => (item.began, item.planned()),
            None => (self.opened(), self.state().planned),
        }
    }

    /// Returns when the meeting was opened; before that, the current time.
    pub(crate) fn opened(&self) -> Moment {
        self.meeting.facts().first().map_or(self.now, |it| it.at)
    }

    /// Returns the minutes from a moment to now, without those before a long pause.
    fn minutes_since(&self, since: Moment) -> i64 {
        let state = self.state();
        let since = match (state.at, state.resumed) {
            (Some(at), _) if is_pause(at, self.now) => self.now,
            (_, Some(resumed)) => since.max(resumed),
            _ => since,
        };
        (self.now - since).num_minutes().max(0)
    }

    pub(crate) fn time_shown(&self) -> Vec<Block> {
        let opened = self.opened();
        let mut lines = vec![say!(
            "time-meeting",
            time = self.clock(self.now),
            since = self.clock(opened),
            minutes = self.minutes_since(opened)
        )];
        lines.extend(self.state().planned.map(|it| say!("time-planned", minutes = it)));
        if let Some(item) = self.state().on_table() {
            let title = &item.entry.title;
            let minutes = self.minutes_since(item.began);
            lines.push(say!("time-item", title = title, minutes = minutes));
            lines.extend(item.planned().map(|it| say!("time-planned-item", minutes = it)));
        }
        lines.iter().map(|it| self.text(it)).collect()
    }
}
