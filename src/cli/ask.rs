//! `rounds ask`: asks everyone for a decision in writing, without a meeting.

use std::process::ExitCode;

use crate::circle::{Circle, Effect};
use crate::cli::{CommandResult, Invocation, meet, written};
use crate::dialogue::{Block, Input, Response};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{
    AgendaItem, Awaited, Draft, Fact, Item, ItemKind, Meeting, Moment, Opened, Presented, Step,
    What,
};
use crate::records::filing::written::is_of_item;
use crate::records::format::journal::seen;
use crate::records::{Background, Topic};
use crate::session::{End, Session};
use crate::store::clock::Clock;
use crate::store::{Archive, Folder, Written, clock, file};
use crate::terminal::{Terminal, screen};
use crate::text::same;
use crate::text::when::Year;

/// Asks everyone for a decision in writing, without a meeting
///
/// Takes the draft as a meeting does, begins the decision and prints what to send round. Without a
/// terminal the topic's draft is taken as it is. It needs `written = true` in the rules.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds ask Quiet hours --as Ana --until 2026-09-20
      Asks about the draft of this topic.
  rounds ask Quiet hours --as Ana --amend
      Asks about a new version.")]
pub(super) struct Args {
    /// The title: of a topic in the backlog, or a new one
    #[arg(value_name = "TOPIC", required = true)]
    topic: Vec<String>,

    /// Who asks
    #[arg(long = "as", value_name = "NAME")]
    who: Option<String>,

    /// By when an answer is asked for; silence on that day is no answer
    #[arg(long, value_name = "DATE")]
    until: Option<String>,

    /// Asks about a new version: every earlier answer is void, and stays on file
    #[arg(long)]
    amend: bool,

    /// When it is asked: 2026-09-06T08:12+02:00
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        folder.refuse_links()?;
        let at = self.at.as_deref();
        let blank = Meeting::new(circle.clone());
        let now =
            at.map_or_else(|| Ok(clock::now()), |at| meet::moment(&blank, &here.words(), at))?;
        let circle = circle.on(now.date_naive());
        circle.check_there(now.date_naive())?;
        if !circle.rules.written {
            return Err(Error::new(say!("error-ask-rule")).hint(say!("hint-ask-rule")).into());
        }
        let archive = Archive::of(&folder);
        let it = if self.amend {
            self.amended(here, &archive, now)?
        } else {
            self.begun(here, &archive, circle, now)?
        };
        let Some((it, paths)) = it else {
            here.show(&[Block::Text(here.words().say(&say!("ask-left")))])?;
            return Ok(ExitCode::SUCCESS);
        };
        let background = written::background(&archive, now.date_naive())?;
        let words = here.words();
        let mut shown = written::shown(&it, &background, &words, now);
        let how = say!(
            "ask-how",
            title = it.title(),
            seen = it.item().and_then(seen).unwrap_or_default()
        );
        shown.extend([Block::Blank, Block::Text(words.say(&how))]);
        shown.extend(it.until().map(|day| Block::Text(words.say(&say!("ask-until", date = day)))));
        shown
            .push(Block::Pair { label: words.say(&say!("label-written")), text: paths.join("\n") });
        here.show(&shown)?;
        Ok(ExitCode::SUCCESS)
    }

    /// Begins a decision in writing; `None` if the dialogue was left.
    fn begun(
        &self,
        here: &Invocation,
        archive: &Archive,
        mut circle: Circle,
        now: Moment,
    ) -> Result<Option<(Written, Vec<String>)>, Vec<Error>> {
        let folder = &archive.folder;
        let typed = self.topic.join(" ");
        let topic =
            topic(archive, &typed)?.unwrap_or_else(|| Topic { title: typed, ..Topic::default() });
        if topic.kind == Some(ItemKind::Select) {
            return Err(Error::new(say!("error-ask-election")).into());
        }
        let (all, unread) = folder.written()?;
        // It may be what cannot be read.
        let is_answer = |err: &Error| all.iter().any(|it| it.unread.contains(err));
        if let Some(err) = unread.iter().find(|it| !is_answer(it)) {
            return Err(err.clone().into());
        }
        if all.iter().filter(|it| it.is_open()).any(|it| same(it.title(), &topic.title)) {
            let err = Error::new(say!("error-ask-twice", title = &topic.title));
            return Err(err.hint(say!("hint-ask-twice")).into());
        }
        let Some(who) = self.asker(here, &circle)? else { return Ok(None) };
        circle.rules.steps = Vec::new();
        let entry = AgendaItem {
            by: Some(topic.by.clone().unwrap_or_else(|| who.clone())),
            with: topic.with.clone(),
            ..AgendaItem::bare(ItemKind::Decide, topic.title.clone())
        };
        let opened = Opened { present: vec![who.clone()], ..Opened::default() };
        let facts = [What::Opened(opened), What::Began(entry)];
        let Some(meeting) = self.drafted(here, archive, circle, topic, facts.into(), now)? else {
            return Ok(None);
        };
        let mut meeting = meeting;
        let item = &meeting.state().items[0];
        nobody_is_let_go(item)?;
        let at = meeting.facts().last().map_or(now, |it| it.at);
        if !item.proposal().about.contains(&who) {
            let (concern, seen, via, by) = (None, None, None, None);
            meeting.record(Fact {
                what: What::Consented { who, version: 1, concern, seen, via, by },
                at,
            })?;
        }
        let who = meeting.state().waited_for(meeting.circle(), at.date_naive());
        let until = self.until(here)?;
        meeting.record(Fact { what: What::Awaited(Awaited { who, version: 1, until }), at })?;
        let it = Written::begin(folder, &meeting)?;
        let path = file::named(&folder.path(it.id.journal()));
        Ok(Some((it, vec![path])))
    }

    /// Writes the next version of a decision in writing; `None` if the dialogue was left.
    fn amended(
        &self,
        here: &Invocation,
        archive: &Archive,
        now: Moment,
    ) -> Result<Option<(Written, Vec<String>)>, Vec<Error>> {
        let folder = &archive.folder;
        let mut it = written::find(folder.written()?.0, &self.topic.join(" "))?;
        it.is_known()?;
        let now = it.next_at(now);
        let Some(item) = it.item().cloned() else { return Ok(None) };
        let Some(version) = item.version().cloned() else { return Ok(None) };
        let same_as_now = || {
            let topic = Topic { title: item.entry.title.clone(), ..Topic::default() };
            topic.with_draft(Draft::of(&version.wording))
        };
        let topic = topic(archive, it.title())?.unwrap_or_else(same_as_now);
        let circle = it.meeting.circle().clone();
        let present = vec![circle.members[0].name.clone()];
        let opened = What::Opened(Opened { present, ..Opened::default() });
        let related = it.meeting.standing().filter(|it| matches!(it.what, What::Related { .. }));
        let facts = [opened, What::Began(item.entry.clone())].into_iter();
        let facts = facts.chain(related.map(|it| it.what.clone())).collect();
        let mut circle = circle;
        circle.rules.steps = Vec::new();
        let Some(meeting) = self.drafted(here, archive, circle, topic, facts, now)? else {
            return Ok(None);
        };
        let item = meeting.state().items.first();
        if item.and_then(Item::version).is_some_and(|it| it.wording == version.wording) {
            return Err(Error::new(say!("error-no-change")).into());
        }
        let put = meeting.standing().next_back();
        let Some(Fact { what: What::Presented(put), at }) = put.cloned() else { return Ok(None) };
        let what = What::Presented(Presented { version: version.number + 1, ..put });
        let at = it.next_at(at);
        let mut paths = vec![file::named(&it.present(folder, Fact { what, at })?)];
        if let Some(until) = self.until(here)? {
            paths.push(longer(&mut it, folder, until, now)?);
        }
        Ok(Some((it, paths)))
    }

    /// Takes the draft: at a terminal in the dialogue of a meeting, else as the topic has it. Returns
    /// the meeting once a version is put.
    fn drafted(
        &self,
        here: &Invocation,
        archive: &Archive,
        circle: Circle,
        topic: Topic,
        facts: Vec<What>,
        now: Moment,
    ) -> Result<Option<Meeting>> {
        let mut meeting = Meeting::in_writing(circle);
        for what in facts {
            meeting.record(Fact { what, at: now })?;
        }
        let mut background: Background = written::background(archive, now.date_naive())?;
        background.topics = vec![topic];
        let words = here.words().at_terminal();
        let clock = if self.at.is_some() { Clock::Set(now) } else { Clock::Live };
        let mut session = Session::new(meeting, &background, &words, clock);
        if screen::is_attended() {
            let mut terminal = Terminal::new(&words, here.page, None);
            let is_draft = |step: Option<&Step>| step == Some(&Step::Draft);
            if session.run_while(is_draft, &mut terminal, &mut |_| Ok(()))? == End::Paused {
                return Ok(None);
            }
        } else if let Response::Fact(what) = session.talk().hear(&Input::default())? {
            session.meeting.record(Fact { what, at: now })?;
        }
        let meeting = session.meeting;
        let mut whole = Meeting::in_writing(meeting.circle().clone());
        for fact in meeting.standing().filter(|it| is_of_item(&it.what)) {
            whole.record(fact.clone())?;
        }
        Ok(Some(whole))
    }

    /// Returns who asks; `None` if the input has ended.
    fn asker(&self, here: &Invocation, circle: &Circle) -> Result<Option<String>> {
        match &self.who {
            Some(who) => written::member(circle, who).map(Some),
            None if screen::is_attended() => {
                let words = here.words().at_terminal();
                let mut terminal = Terminal::new(&words, here.page, None);
                let question = (&say!("ask-asker"), None, Some(&say!("why-asker")));
                written::asked(&mut terminal, &words, question, None, |typed| {
                    written::member(circle, typed)
                })
            }
            None => Err(Error::new(say!("error-asker-unnamed")).hint(say!("hint-asker"))),
        }
    }

    fn until(&self, here: &Invocation) -> Result<Option<chrono::NaiveDate>> {
        self.until.as_deref().map(|it| here.day(it, Year::Next)).transpose()
    }
}

/// Returns the topic of a title in the backlog.
fn topic(archive: &Archive, title: &str) -> Result<Option<Topic>> {
    Ok(archive.topics()?.records.values().find(|it| same(&it.title, title)).cloned())
}

/// Gives those who are asked until a later day. Returns the name of the file.
pub(super) fn longer(
    it: &mut Written,
    folder: &Folder,
    until: chrono::NaiveDate,
    now: Moment,
) -> Result<String> {
    let (state, circle) = (it.meeting.state(), it.meeting.circle());
    let seats = circle.members.iter().zip(&state.asked).filter(|(_, is)| **is);
    let who = seats.map(|(it, _)| it.name.clone()).collect();
    let version = it.item().and_then(|it| it.version()).map_or(1, |it| it.number);
    let what = What::Awaited(Awaited { who, version, until: Some(until) });
    let at = it.next_at(now);
    Ok(file::named(&it.answer(folder, "until", Fact { what, at })?))
}

/// Refuses to let somebody go who is not asked because it is about them.
fn nobody_is_let_go(item: &Item) -> Result<()> {
    let effects = item.version().map(|it| &it.wording.effects[..]).unwrap_or_default();
    let is_about = |who: &String| item.proposal().about.contains(who);
    let mut leave =
        effects.iter().filter(|it| matches!(it, Effect::Leave { who, .. } if is_about(who)));
    match leave.next() {
        None => Ok(()),
        Some(_) => Err(Error::new(say!("error-ask-leave"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_a_meeting_is_not_taken_in_writing() {
        let circle = "name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]";
        let (now, words) = (clock::now(), crate::lang::Words::of(crate::lang::Lang::En));
        let mut meeting = Meeting::in_writing(Circle::read(circle).unwrap());
        for what in [
            What::Opened(Opened { present: vec!["Ana".to_owned()], ..Opened::default() }),
            What::Began(AgendaItem::bare(ItemKind::Decide, "Bees".to_owned())),
        ] {
            meeting.record(Fact { what, at: now }).unwrap();
        }
        let background = Background::default();
        let talk = crate::dialogue::Talk {
            meeting: &meeting,
            background: &background,
            words: &words,
            now,
        };
        let heard = |line: &str| talk.hear(&Input { line: line.to_owned(), text: None });
        for line in ["/undo", "/arrive Ben", "/postpone", "/note x", "/topic x", "/facilitator Ana"]
        {
            let refused = heard(line).unwrap_err();
            assert_eq!(refused.message.key, "error-command-in-writing", "{line}");
        }
        for line in ["/text", "/pause", "/help", "?", "text We keep bees."] {
            assert!(heard(line).is_ok(), "{line}");
        }
    }

    #[test]
    fn nobody_is_let_go_in_writing_who_is_not_asked() {
        let circle = Circle::read(
            "name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" },\
            { name = \"Chen\" }]\nrules.steps = []",
        )
        .unwrap();
        let at = clock::now();
        let mut meeting = Meeting::in_writing(circle);
        let related = What::Related {
            replaces: None,
            ends: None,
            about: Some("Chen".to_owned()),
            with: Vec::new(),
        };
        let effects: Vec<Effect> = vec!["leave Chen".parse().unwrap()];
        let is = crate::meeting::Validity::Once;
        let put = Presented {
            version: 1,
            text: "Chen leaves.".to_owned(),
            nominee: None,
            validity: is.announced(at.date_naive()),
            since: None,
            responsible: Vec::new(),
            measures: Vec::new(),
            effects,
        };
        for what in [
            What::Opened(Opened { present: vec!["Ana".to_owned()], ..Opened::default() }),
            What::Began(AgendaItem::bare(ItemKind::Decide, "Chen".to_owned())),
            related,
            What::Presented(put),
        ] {
            meeting.record(Fact { what, at }).unwrap();
        }
        let refused = nobody_is_let_go(&meeting.state().items[0]).unwrap_err();
        assert_eq!(refused.message.key, "error-ask-leave");
    }
}
