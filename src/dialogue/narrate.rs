//! Tells each fact of a meeting in a sentence, for readers who were not there.
//!
//! Never decides what a fact means.

use chrono::NaiveDate;

use crate::circle::Effect;
use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::dialogue::earlier_selection::day_of;
use crate::dialogue::echo::describe;
use crate::dialogue::guests::{movers, with_unnamed};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{
    Amended, Concerned, Elected, MeetingRole, Nomination, On, Opened, Phase, Presented, PutForward,
    Scheduled, Sought, StoodAside, What,
};
use crate::records::as_text;

impl Talk<'_> {
    /// Tells a fact from the state before it is recorded; an exact text follows as a quote.
    pub fn told(&self, what: &What) -> Vec<Block> {
        let mut blocks = vec![self.text(&self.sentence(what))];
        let text = match what {
            What::Worded { text }
            | What::Amended(Amended { text: Some(text), .. })
            | What::Presented(Presented { text, .. }) => text,
            What::Adopted(it) => &it.text,
            _ => "",
        };
        if !text.is_empty() {
            blocks.push(Block::Quote(text.to_owned()));
        }
        match what {
            What::Presented(it) => {
                blocks.push(self.text(&match (&it.nominee, it.since) {
                    (_, Some(since)) => it.validity.said(say!("told-given-since", since = since)),
                    (Some(_), None) => it.validity.said(say!("told-given")),
                    (None, None) => it.validity.said(say!("told-term-until")),
                }));
                // A nominee is responsible for the role, so the fact names nobody else.
                if it.nominee.is_none() {
                    blocks.push(self.text(&assigned(&it.responsible)));
                }
                if it.nominee.is_none() || !it.measures.is_empty() {
                    blocks.push(self.text(&measured(&it.measures)));
                }
                if !it.effects.is_empty() {
                    blocks.push(self.text(&effected(&it.effects, self.words)));
                }
            }
            What::Elected(it) if !it.accepted => {
                blocks.push(self.text(&say!("told-unaccepted", who = &it.elected)));
            }
            _ => {}
        }
        blocks
    }

    /// Tells a fact in a sentence.
    #[expect(clippy::too_many_lines, reason = "a line for each fact")]
    pub(crate) fn sentence(&self, what: &What) -> Phrase {
        match what {
            What::Opened(it) => opened(it),
            What::HandedOver { role, who } => match (role, who) {
                (MeetingRole::Facilitator, Some(who)) => say!("now-facilitates", who = who),
                (MeetingRole::Facilitator, None) => say!("told-nobody-facilitates"),
                (MeetingRole::Secretary, Some(who)) => say!("now-writes", who = who),
                (MeetingRole::Secretary, None) => say!("told-nobody-writes"),
            },
            What::Arrived(it) if !it.guest || it.who.is_none() => {
                say!("told-arrived", count = it.count(), who = movers(it))
            }
            What::Arrived(it) => {
                say!("told-arrived-guest", count = it.count(), who = movers(it))
            }
            What::Left(it) => say!("told-left", count = it.count(), who = movers(it)),
            What::CheckedIn { who, text: Some(text) }
            | What::CheckedOut { who, text: Some(text) }
            | What::Reacted { who, text: Some(text) }
            | What::Spoke { who, text: Some(text) }
            | What::Noted { who: Some(who), text, .. } => say!("was-said", who = who, text = text),
            What::CheckedIn { who, text: None } | What::CheckedOut { who, text: None } => {
                say!("told-spoken", who = who)
            }
            What::Reacted { who, text: None } | What::Spoke { who, text: None } => {
                say!("told-nothing-to-say", who = who)
            }
            What::Passed { who } => say!("told-passed", who = who),
            What::Deferred { who } => say!("is-deferred", who = who),
            What::Planned { minutes: Some(it) } => say!("told-planned", minutes = *it),
            What::Planned { minutes: None } => say!("told-planned-open"),
            What::Approved(it) => approved(it.meeting.as_deref()),
            What::Announced { text } => say!("told-announced", text = text),
            What::Scheduled(it) => scheduled(it),
            What::Listed(it) => say!("told-listed", item = self.entry_line(it)),
            What::Unlisted { title, .. } => say!("told-unlisted", title = title),
            What::Moved(it) => say!("told-moved", title = &it.title, place = it.to),
            What::Concluded { step } => concluded(*step),
            What::Agreed { on: On::Consent, version, .. } => {
                say!("told-agreed-version", version = version.unwrap_or_default())
            }
            What::Agreed { .. } => say!("told-agreed"),
            What::Began(it) => say!("told-began", item = self.entry_line(it)),
            What::Proposed { with, .. } => {
                say!("told-proposes", count = with.len() + 1, who = what.people())
            }
            What::Related { replaces: Some(id), .. } => {
                say!("told-replaces", decision = self.decision_named(id))
            }
            What::Related { ends: Some(id), .. } => {
                say!("told-ends", decision = self.decision_named(id))
            }
            What::Related { with, .. } => {
                say!("told-about", count = with.len() + 1, who = what.people())
            }
            What::Worded { .. } => say!("told-worded"),
            What::Termed(it) => it.validity.said(say!("told-termed")),
            What::Assigned { responsible } => assigned(responsible),
            What::Measured { measures } => measured(measures),
            What::Presented(Presented { version, nominee: Some(who), .. }) => {
                say!("told-presented-nominee", version = *version, who = who)
            }
            What::Presented(it) => say!("told-presented", version = it.version),
            What::Amended(Amended { effects: Some(it), .. }) => amended(effected(it, self.words)),
            What::Amended(Amended { validity: Some(it), .. }) => {
                amended(it.said(say!("told-termed")))
            }
            What::Amended(Amended { responsible: Some(it), .. }) => amended(assigned(it)),
            What::Amended(Amended { measures: Some(it), .. }) => amended(measured(it)),
            What::Amended(_) => amended(say!("told-worded")),
            What::Raised { text } => say!("told-raised", text = text),
            What::Asked { who, text: Some(text) } => say!("told-asks", who = who, text = text),
            What::Asked { who, text: None } => say!("told-no-question", who = who),
            What::Answered { who: Some(who), text: Some(text) } => {
                say!("told-answers", who = who, text = text)
            }
            What::Answered { who: None, text: Some(text) } => say!("told-answer", text = text),
            What::Answered { text: None, .. } => say!("told-unanswered"),
            What::Consented { who, version, concern: None, .. } => {
                say!("told-consents", who = who, version = *version)
            }
            What::Consented { who, version, concern: Some(it), .. } => {
                say!("told-concern", who = who, version = *version, concern = it)
            }
            What::Concerned(it) => concerned(it),
            What::StoodAside(StoodAside { who, version, reason, .. }) => {
                say!("told-aside", who = who, version = *version, reason = reason)
            }
            What::Objected { who, reason, version: Some(it), .. } => {
                say!("told-objects", who = who, version = *it, reason = reason)
            }
            What::Objected { who, reason, meeting: Some(it), .. } => {
                say!("told-objects-minutes", who = who, meeting = it, reason = reason)
            }
            What::Objected { who, reason, .. } => {
                say!("told-objects-call", who = who, reason = reason)
            }
            What::Withdrew { who, reason: None } => say!("told-withdraws", who = who),
            What::Withdrew { who, reason: Some(it) } => {
                say!("told-withdraws-because", who = who, reason = it)
            }
            What::Awaited(it) => say!("is-awaited", names = it.who.clone()),
            What::Adopted(it) => it.validity.said(say!("is-decided", title = &it.title)),
            What::Sought(it) => sought(it),
            What::Dated(it) => say!("told-dated", since = it.since),
            What::Purposed { text: Some(text) } => say!("told-purpose", text = text),
            What::Purposed { text: None } => say!("told-purpose-open"),
            What::Qualified { who: None, text } => say!("told-qualified", text = text),
            What::Qualified { who: Some(who), text } => {
                say!("told-qualified-by", who = who, text = text)
            }
            What::Struck(it) => say!("told-struck", text = &it.text),
            What::Wrote {} => say!("told-wrote"),
            What::Nominated(it) => nominated(it),
            What::Changed(it) => say!("told-changes", said = nominated(it)),
            What::Kept { who } => say!("told-keeps", who = who),
            What::PutForward(it) => put_forward(it),
            What::Elected(it) => {
                let Elected { elected, role, since, until, .. } = &**it;
                if *since > self.now.date_naive() {
                    return say!(
                        "is-elected-from",
                        who = elected,
                        role = role,
                        since = *since,
                        until = *until
                    );
                }
                say!("is-elected", who = elected, role = role, until = *until)
            }
            What::Accepted { who, role: Some(role) } => {
                say!("has-accepted", who = who, role = role)
            }
            What::Accepted { who, role: None } => say!("has-joined", who = who),
            What::Declined { who, role, reason } => declined(who, role.as_ref(), reason.as_ref()),
            What::Effected { effects, .. } => effected(effects, self.words),
            What::AskedToDrop { reason: None, title } => {
                say!("told-drop", title = self.title(title.as_ref()))
            }
            What::AskedToDrop { reason: Some(it), title } => {
                say!("told-drop-because", title = self.title(title.as_ref()), reason = it)
            }
            What::Dropped { .. } => say!("told-dropped"),
            What::Postponed { title, date: None, .. } => {
                say!("is-postponed", title = self.title(title.as_ref()))
            }
            What::Postponed { title, date: Some(date), .. } => {
                say!("is-postponed-to", title = self.title(title.as_ref()), date = *date)
            }
            What::Referred { title, circle } => {
                say!("is-referred", title = self.title(title.as_ref()), circle = circle)
            }
            What::KeptOpen { title } => say!("is-kept-open", title = title),
            What::Noted { who: None, text, .. } => say!("told-noted", text = text),
            What::Action { with, text, due, .. } => {
                let (count, who) = (with.len() + 1, what.people());
                match due {
                    None => say!("told-action", count = count, who = who, text = text),
                    Some(due) => {
                        say!("told-action-by", count = count, who = who, text = text, due = *due)
                    }
                }
            }
            What::Done(it) => say!("is-action-done", who = &it.who, text = &it.text),
            What::Rescheduled(_) | What::Reassigned(_) | What::Released(_) => describe(what),
            What::Topic { title } => say!("is-topic", title = title),
            What::Extended { minutes } => say!("is-extended", minutes = *minutes),
            What::Skipped { reason: None, .. } => say!("is-skipped"),
            What::Skipped { reason: Some(it), .. } => say!("told-skipped", reason = it),
            What::Reopened { .. } => say!("told-reopened"),
            What::TakenBack {} => match self.meeting.standing().next_back() {
                Some(last) => say!("is-taken-back", what = describe(&last.what)),
                None => say!("error-nothing-to-take-back"),
            },
            What::Closed {} => say!("told-closed"),
            What::Filed(_) => say!("told-filed"),
        }
    }

    /// Returns the title that a fact names, else that of the current item.
    fn title(&self, named: Option<&String>) -> String {
        let on_table = || self.state().on_table().map(|it| it.entry.title.clone());
        named.cloned().or_else(on_table).unwrap_or_default()
    }
}

fn opened(it: &Opened) -> Phrase {
    let names = it.present.clone();
    if it.guests.is_empty() && it.unnamed.is_none() {
        return say!("told-opened", names = names);
    }
    say!("told-opened-guests", names = names, guests = with_unnamed(it.guests.clone(), it.unnamed))
}

fn approved(meeting: Option<&str>) -> Phrase {
    let Some(meeting) = meeting else { return say!("told-approved-own") };
    match meeting.parse::<NaiveDate>() {
        Ok(day) => say!("told-approved", meeting = day),
        // The name of a second meeting on a day ends with a number.
        Err(_) => say!("told-approved", meeting = meeting),
    }
}

fn scheduled(next: &Scheduled) -> Phrase {
    match next {
        Scheduled { date: Some(date), time: Some(time), .. } => {
            say!("told-scheduled-at", date = *date, time = time)
        }
        Scheduled { date: Some(date), .. } => say!("told-scheduled", date = *date),
        Scheduled { who: Some(who), .. } => say!("minutes-finds-date", who = who),
        _ => say!("told-unscheduled"),
    }
}

fn concluded(step: Phase) -> Phrase {
    match step {
        Phase::Announcements => say!("told-no-announcements"),
        Phase::Agenda | Phase::Qualifications => say!("told-list-complete"),
        Phase::Item => say!("told-item-done"),
        Phase::Items => say!("told-items-done"),
        _ => say!("told-nothing-missing"),
    }
}

fn assigned(responsible: &[String]) -> Phrase {
    if responsible.is_empty() {
        return say!("told-nobody-assigned");
    }
    say!("told-assigned", names = responsible.to_vec())
}

fn measured(measures: &[String]) -> Phrase {
    if measures.is_empty() {
        return say!("told-unmeasured");
    }
    say!("told-measured", measures = measures.join("; "))
}

fn effected(effects: &[Effect], words: &Words) -> Phrase {
    if effects.is_empty() {
        return say!("told-no-effects");
    }
    say!("told-effects", effects = as_text(effects, words))
}

fn declined(who: &str, role: Option<&String>, reason: Option<&String>) -> Phrase {
    match (role, reason) {
        (Some(role), Some(reason)) => {
            say!("has-declined-because", who = who, role = role, reason = reason)
        }
        (Some(role), None) => say!("has-declined", who = who, role = role),
        (None, Some(reason)) => say!("joins-not-because", who = who, reason = reason),
        (None, None) => say!("joins-not", who = who),
    }
}

fn amended(what: Phrase) -> Phrase {
    say!("told-amended", what = what)
}

fn concerned(said: &Concerned) -> Phrase {
    let Concerned { who, text, version } = said;
    match who {
        Some(who) => say!("told-concerned-by", who = who, version = *version, text = text),
        None => say!("told-concerned", version = *version, text = text),
    }
}

fn sought(it: &Sought) -> Phrase {
    let Sought { role, term, meeting, qualifications, .. } = it;
    let (term, texts) = (*term, qualifications.clone());
    match meeting {
        None => say!("told-sought", role = role, term = term),
        Some(it) if texts.is_empty() => {
            say!("told-sought-left", role = role, term = term, meeting = day_of(it))
        }
        Some(it) => {
            say!("told-sought-asks", role = role, term = term, meeting = day_of(it), texts = texts)
        }
    }
}

fn nominated(said: &Nomination) -> Phrase {
    let Nomination { who, nominees, term, until, reason, .. } = said;
    let names = nominees.clone();
    match (term, until) {
        (Some(term), _) => {
            say!("told-names-for", who = who, names = names, term = *term, reason = reason)
        }
        (None, Some(until)) => {
            say!("told-names-until", who = who, names = names, until = *until, reason = reason)
        }
        (None, None) => say!("told-names", who = who, names = names, reason = reason),
    }
}

fn put_forward(put: &PutForward) -> Phrase {
    let PutForward { nominee, term, until, reason, .. } = put;
    match (term, until) {
        (Some(term), _) => say!("told-put-for", who = nominee, term = *term, reason = reason),
        (None, Some(until)) => {
            say!("told-put-until", who = nominee, until = *until, reason = reason)
        }
        (None, None) => say!("told-put", who = nominee, reason = reason),
    }
}
