//! The beginning of the minutes: the times of the meeting, and who was present, always with names.

use std::collections::HashMap;

use crate::lang::{Phrase, say};
use crate::meeting::{Attendance, MeetingRole, Moment, What};
use crate::records::page::lists::{bullet, labelled};
use crate::records::page::markdown;
use crate::records::page::minutes::MinutesPage;

/// The times in which each person was present.
type Stays<'m> = HashMap<&'m str, Vec<&'m Attendance>>;

impl MinutesPage<'_> {
    pub(crate) fn attendance(&self) -> Vec<String> {
        let (Some(first), Some(last)) = (self.facts.first(), self.facts.last()) else {
            return Vec::new();
        };
        let from = clock(first.at);
        let mut to = clock(last.at);
        if last.at.date_naive() != first.at.date_naive() {
            to = self.say(&say!("minutes-next-day", time = to, date = last.at.date_naive()));
        }
        let lasted = minutes_between(first.at, last.at);
        let lasted = match self.meeting.state().planned {
            Some(planned) => say!("minutes-lasted-of", minutes = lasted, planned = planned),
            None => say!("minutes-lasted", minutes = lasted),
        };
        let times = if self.is_closed() {
            say!("minutes-times", from = from, to = to, lasted = lasted)
        } else {
            say!("minutes-times-so-far", from = from, to = to)
        };
        let (mut stays, mut guests) = (Stays::new(), Vec::new());
        for stay in &self.meeting.state().attendances {
            let earlier = stays.entry(&stay.who).or_default();
            if stay.guest && earlier.iter().all(|it| !it.guest) {
                guests.push(stay.who.as_str());
            }
            earlier.push(stay);
        }
        let came = |name: &str| stays.get(name).is_some_and(|it| it.iter().any(|it| !it.guest));
        let members = self.meeting.circle().members.iter().map(|it| it.name.as_str());
        let (here, absent): (Vec<&str>, Vec<&str>) = members.partition(|it| came(it));
        let stayed =
            |names: &[&str]| names.iter().map(|it| self.stayed(it, &stays)).collect::<Vec<_>>();
        let mut stayed_guests = stayed(&guests);
        stayed_guests.extend(self.unnamed());
        let absent: Vec<String> = absent.iter().map(|it| markdown::line(it)).collect();
        let lines = [
            self.named(&say!("minutes-present"), &stayed(&here)),
            self.named(&say!("minutes-guests"), &stayed_guests),
            self.named(&say!("minutes-absent"), &absent),
            self.named(&say!("minutes-facilitator"), &self.holders(MeetingRole::Facilitator)),
            self.named(&say!("minutes-secretary"), &self.holders(MeetingRole::Secretary)),
        ];
        let times = self.has_times().then(|| self.say(&times));
        let lines = lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
        times.into_iter().chain([lines]).collect()
    }

    /// Returns whether the facts were recorded at different times. Minutes of format 1 have times in
    /// any case.
    fn has_times(&self) -> bool {
        let [first, last] = [self.facts.first(), self.facts.last()].map(|it| it.map(|it| it.at));
        self.meeting.format() < 2 || first != last
    }

    /// Returns a time of day, with the day where it is a later one. Minutes of format 1 leave it out.
    fn clock(&self, moment: Moment) -> String {
        let (time, date) = (clock(moment), moment.date_naive());
        let is_later = self.facts.first().is_some_and(|it| it.at.date_naive() != date);
        if is_later && self.meeting.format() >= 2 {
            return self.say(&say!("minutes-next-day", time = time, date = date));
        }
        time
    }

    fn named(&self, label: &Phrase, names: &[String]) -> Option<String> {
        (!names.is_empty()).then(|| bullet(0, &labelled(&self.say(label), &names.join(", "))))
    }

    /// A name, with times if the person came late, left early or was away in between.
    fn stayed(&self, who: &str, stays: &Stays) -> String {
        let name = markdown::line(who);
        let times: Vec<String> = stays
            .get(who)
            .into_iter()
            .flatten()
            .filter_map(|it| self.times(it.from, it.to))
            .collect();
        if times.is_empty() { name } else { format!("{name} ({})", times.join(", ")) }
    }

    /// The guests without names, with times as behind a name.
    fn unnamed(&self) -> Vec<String> {
        let mut groups: Vec<(u32, Option<String>)> = Vec::new();
        for it in &self.meeting.state().unnamed {
            let times = self.times(it.from, it.to);
            match groups.iter_mut().find(|(_, other)| *other == times) {
                Some((count, _)) => *count = count.saturating_add(it.count),
                None => groups.push((it.count, times)),
            }
        }
        let line = |(count, times): (u32, Option<String>)| {
            let count = self.say(&say!("unnamed", count = count));
            times.map_or_else(|| count.clone(), |it| format!("{count} ({it})"))
        };
        groups.into_iter().map(line).collect()
    }

    /// The times of a stay that began late or ended early.
    fn times(&self, from: Moment, to: Option<Moment>) -> Option<String> {
        let is_late = self.facts.first().is_none_or(|it| it.at != from);
        let times = match (is_late, to) {
            _ if !self.has_times() => return None,
            (false, None) => return None,
            (true, None) => say!("minutes-from", from = self.clock(from)),
            (false, Some(to)) => say!("minutes-until", to = self.clock(to)),
            (true, Some(to)) => {
                say!("minutes-from-until", from = self.clock(from), to = self.clock(to))
            }
        };
        Some(self.say(&times))
    }

    /// Who held a role of the meeting; after a change also from when.
    fn holders(&self, of: MeetingRole) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut last = None;
        for fact in &self.facts {
            let What::HandedOver { role, who: Some(who) } = &fact.what else { continue };
            if *role != of || last == Some(who) {
                continue;
            }
            last = Some(who);
            let from = self.say(&say!("minutes-from", from = self.clock(fact.at)));
            let name = markdown::line(who);
            names.push(if names.is_empty() || !self.has_times() {
                name
            } else {
                format!("{name} ({from})")
            });
        }
        names
    }
}

/// Returns the minutes between two moments, ignoring seconds.
pub(crate) fn minutes_between(from: Moment, to: Moment) -> i64 {
    let minute = |it: Moment| it.timestamp().div_euclid(60);
    (minute(to) - minute(from)).max(0)
}

fn clock(moment: Moment) -> String {
    moment.format("%H:%M").to_string()
}
