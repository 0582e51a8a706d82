//! The site: pages in HTML that show what circles keep, to read in a browser or to print.
//!
//! The same records on the same day give the same bytes. Nothing on a page runs or is loaded from
//! elsewhere. Every text is escaped, and what may not be public is left out before a page is written.

mod public;
mod paths;
mod frame;
mod prose;
mod parts;
mod due;
mod start;
mod circle;
mod record;
mod versions;
mod minutes;
mod people;
mod search;
mod handbook;
mod map;
mod timeline;
mod pack;
mod style;

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::circle::ListedPerson;
use crate::lang::{LANGUAGES, Lang, Words};
use crate::meeting::Version;
use crate::records::page::export::{Everything, ics};
use crate::records::query::lineage::Lineage;
use crate::records::site::frame::View;
use crate::records::site::paths::Paths;
use crate::records::{Due, FrontMatter, LogEntry, Record, entries};

/// What the site shows of one circle.
#[derive(Clone, Debug)]
pub(crate) struct SiteCircle {
    /// The records as of the day; the circle as it is on it.
    pub kept: Everything,
    /// What is due within [`SOON`], soonest first.
    pub due: Vec<Due>,
    /// The minutes of closed meetings, in their order.
    pub minutes: Vec<MeetingMinutes>,
    /// The versions that were put to the circle, by the paths of the records.
    pub versions: HashMap<String, Vec<Version>>,
    /// The index of the wider circle in the list.
    pub wider: Option<usize>,
}

/// The minutes of a meeting.
#[derive(Clone, Debug)]
pub(crate) struct MeetingMinutes {
    /// The stem of the meeting's journal.
    pub meeting: String,
    /// The page in Markdown, as the file has it.
    pub text: String,
    pub approved: bool,
}

/// For whom the site is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Those who may read the circles' folders too. Pages ask search engines to leave them alone.
    Circles,
    /// Everyone: without people, topics, check-ins, and minutes that are not approved.
    Everyone,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SiteFile {
    /// The path in the folder of the site, with `/` between the parts.
    pub path: String,
    pub text: String,
}

/// How many months ahead a review or the end of a term is soon.
pub(crate) const SOON: u32 = 3;

/// The site of several circles.
pub(crate) struct Site {
    /// The circles, each before those below it.
    circles: Vec<SiteCircle>,
    /// The indexes of the circles right below each one.
    below: Vec<Vec<usize>>,
    paths: Vec<Paths>,
    /// Everyone of the list of people.
    listed: Vec<ListedPerson>,
    /// The ids of people on their page, by the folded names; none where there is no such page.
    anchors: HashMap<String, String>,
    on: NaiveDate,
    audience: Audience,
}

/// The texts of all languages: the language of the pages, and those of the circles.
pub(crate) struct SiteWords {
    page: Words,
    languages: Vec<Words>,
}

impl SiteWords {
    pub(crate) fn of(page: Lang) -> Self {
        Self { page: Words::of(page), languages: LANGUAGES.map(Words::of).into() }
    }

    /// Returns the texts of a language, or the English ones.
    fn tagged(&self, tag: Option<&str>) -> &Words {
        let lang = tag.and_then(Lang::find).unwrap_or(Lang::En);
        let found = self.languages.iter().find(|it| it.lang() == lang);
        found.expect("there are words for each language")
    }
}

impl Site {
    /// Makes the site as of a day. `listed` is everyone of the list of people.
    pub(crate) fn of(
        mut circles: Vec<SiteCircle>,
        listed: Vec<ListedPerson>,
        on: NaiveDate,
        audience: Audience,
    ) -> Self {
        let of_circle = public::headings_of_circle();
        for it in &mut circles {
            public::keep_for(audience, it, &of_circle);
        }
        let mut below = vec![Vec::new(); circles.len()];
        for (index, it) in circles.iter().enumerate() {
            if let Some(wider) = it.wider {
                below[wider].push(index);
            }
        }
        let paths = paths::of(&circles);
        let anchors = match audience {
            Audience::Circles => people::anchors(&circles, &listed),
            Audience::Everyone => HashMap::new(),
        };
        Self { circles, below, paths, listed, anchors, on, audience }
    }

    /// Returns how many circles there are.
    pub(crate) fn len(&self) -> usize {
        self.circles.len()
    }

    /// Writes the pages about all circles, and the style sheet.
    pub(crate) fn common(&self, words: &SiteWords) -> Vec<SiteFile> {
        let view = View::new(self, words, "");
        let mut files = vec![
            file("index.html", start::page(&view)),
            file("decisions.html", search::page(&view)),
            file("handbook.html", handbook::page(&view)),
            file("style.css", style::SHEET.to_owned()),
        ];
        if self.audience == Audience::Circles {
            files.push(file("people.html", people::page(&view)));
        }
        files
    }

    /// Writes the pages of one circle, and its calendar.
    pub(crate) fn of_circle(&self, index: usize, words: &SiteWords) -> Vec<SiteFile> {
        let (it, paths) = (&self.circles[index], &self.paths[index]);
        let entries = self.entries(index);
        let view = View::new(self, words, "../../");
        let in_words = words.tagged(it.kept.circle.language.as_deref());
        let mut files = vec![
            file(&paths.page(), circle::page(&view, index, &entries)),
            file(&paths.calendar(), ics(&[(&it.kept, in_words)], false, None, None)),
        ];
        let view = View::new(self, words, "../../../");
        for record in record::pages(&view, index, &entries) {
            files.push(record);
        }
        for kept in &it.minutes {
            files.push(file(&paths.minutes(&kept.meeting), minutes::page(&view, index, kept)));
        }
        files
    }

    /// Writes the page of one record of the first circle, to be sent without the others.
    pub(crate) fn one_record(&self, record: Record<'_>, words: &SiteWords) -> Option<String> {
        let entries = self.entries(0);
        let entry = entries.iter().find(|it| record_path(it.record) == record_path(record))?;
        let view = View::alone(self, words);
        Some(record::page(&view, 0, entry, &Lineage::of(&entries)))
    }

    /// Returns the records of a circle with their status.
    fn entries(&self, index: usize) -> Vec<LogEntry<'_>> {
        let kept = &self.circles[index].kept;
        entries(&kept.decisions, &kept.elections, self.on)
    }
}

fn file(path: &str, text: String) -> SiteFile {
    SiteFile { path: path.to_owned(), text }
}

/// Returns the path of a record's file in its circle's folder.
pub(crate) fn record_path(record: Record<'_>) -> String {
    match record {
        Record::Decision(it) => crate::records::Decision::path(&it.id),
        Record::Election(it) => crate::records::Election::path(&it.id),
    }
}

/// Writes a page of Markdown in HTML, to be sent by mail. Its first heading is the title.
pub(crate) fn one_page(markdown: &str, tag: Option<&str>, words: &Words, on: NaiveDate) -> String {
    let title = prose::title(markdown);
    let main = maud::html! {
        div.head { h1 lang=[tag] dir="auto" { (title) } }
        article.minutes.one lang=[tag] dir="auto" { (prose::rendered(markdown)) }
    };
    frame::alone(words, &title, &main, on)
}

/// Leaves out circles that have ended. Those below such a circle have no wider one then.
pub(crate) fn without_ended(circles: Vec<SiteCircle>, on: NaiveDate) -> Vec<SiteCircle> {
    let mut kept: Vec<SiteCircle> = Vec::new();
    let mut places: Vec<Option<usize>> = Vec::new();
    for mut it in circles {
        let is_there = it.kept.circle.check_there(on).is_ok();
        it.wider = it.wider.and_then(|wider| places[wider]);
        places.push(is_there.then_some(kept.len()));
        kept.extend(is_there.then_some(it));
    }
    kept
}
