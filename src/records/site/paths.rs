//! Where each page is: paths made from names and ids, of letters, digits and hyphens only.

use std::collections::{HashMap, HashSet};

use crate::records::Record;
use crate::records::site::SiteCircle;
use crate::text::slug::{numbered, slug};

/// The paths of one circle's pages.
#[derive(Clone, Debug)]
pub(super) struct Paths {
    folder: String,
    decisions: HashMap<String, String>,
    elections: HashMap<String, String>,
    /// The meetings with a page.
    meetings: HashSet<String>,
}

/// Names the pages of the circles. A name that is taken gets a number.
pub(super) fn of(circles: &[SiteCircle]) -> Vec<Paths> {
    let mut taken = HashSet::new();
    let one = |it: &SiteCircle| Paths {
        folder: format!("circles/{}", free(&it.kept.circle.name, &mut taken)),
        decisions: names(it.kept.decisions.iter().map(|it| it.id.as_str())),
        elections: names(it.kept.elections.iter().map(|it| it.id.as_str())),
        meetings: it.minutes.iter().map(|it| it.meeting.clone()).collect(),
    };
    circles.iter().map(one).collect()
}

/// Returns a file name for each id.
pub(super) fn names<'i>(ids: impl Iterator<Item = &'i str>) -> HashMap<String, String> {
    let mut taken = HashSet::new();
    ids.map(|id| (id.to_owned(), free(id, &mut taken))).collect()
}

fn free(name: &str, taken: &mut HashSet<String>) -> String {
    let mut names = numbered(slug(name));
    names.find(|it| taken.insert(it.clone())).unwrap_or_default()
}

impl Paths {
    pub(super) fn page(&self) -> String {
        format!("{}/index.html", self.folder)
    }

    pub(super) fn calendar(&self) -> String {
        format!("{}/calendar.ics", self.folder)
    }

    pub(super) fn record(&self, record: Record<'_>) -> String {
        let (part, names) = match record {
            Record::Decision(_) => ("decisions", &self.decisions),
            Record::Election(_) => ("elections", &self.elections),
        };
        let name = names.get(record.id()).map_or("untitled", String::as_str);
        format!("{}/{part}/{name}.html", self.folder)
    }

    /// Returns the path of a decision's or an election's page by its id, if there is one.
    pub(super) fn by_id(&self, id: &str) -> Option<String> {
        let decision = self.decisions.get(id).map(|it| ("decisions", it));
        let (part, name) = decision.or_else(|| Some(("elections", self.elections.get(id)?)))?;
        Some(format!("{}/{part}/{name}.html", self.folder))
    }

    pub(super) fn minutes(&self, meeting: &str) -> String {
        format!("{}/meetings/{}.html", self.folder, slug(meeting))
    }

    pub(super) fn has_minutes(&self, meeting: &str) -> bool {
        self.meetings.contains(meeting)
    }
}
