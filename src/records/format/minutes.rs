//! The file format of minutes: what programs that list pages read of them, then the page.
//!
//! Earlier editions wrote the page alone.

use chrono::NaiveDate;

use crate::circle::Renames;
use crate::meeting::MeetingId;
use crate::records::format::front_matter::{self, FrontMatter};
use crate::toml_file::table;

table! {
    /// The minutes of a meeting.
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) struct Minutes {
        /// The heading of the page, as it is read.
        title: String = r#""Garden, minutes of 5 September 2026""#,
        /// The day on which the meeting was opened.
        date: NaiveDate = "2026-09-05",
    }
    and {
        /// The page in Markdown, without the final line feed.
        page: String,
    }
}

impl FrontMatter for Minutes {
    const FOLDER: &'static str = MeetingId::FOLDER;

    fn id(&self) -> Option<&str> {
        None
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn body(&self) -> Option<&str> {
        Some(&self.page)
    }

    fn set_body(&mut self, body: &str) {
        body.clone_into(&mut self.page);
    }

    fn rename(&mut self, _: &Renames) {}
}

impl Minutes {
    /// Returns the minutes that were written as this text, which is not one written by hand.
    pub(crate) fn written(text: &str) -> Option<Self> {
        Self::read_text(text).ok().filter(|it| it.to_text() == text)
    }

    /// Returns the page of a file, which may be without front matter.
    pub(crate) fn page_of(text: &str) -> String {
        let whole = front_matter::normal(text);
        match front_matter::split(&whole) {
            Some((_, page)) => format!("{page}\n"),
            None => whole.into_owned(),
        }
    }
}
