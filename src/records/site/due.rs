//! What is due, as a list, each with a link to where more is said.

use maud::{Markup, html};

use crate::records::site::frame::View;
use crate::records::site::parts::{circle_link, day, dotted, tag};
use crate::records::{Due, DueKind};

/// What kinds of things are due, for a reader who looks for one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Reviews,
    Roles,
    Actions,
    Other,
}

impl Sort {
    pub(super) fn of(due: &Due) -> Self {
        match due.kind {
            DueKind::Review | DueKind::Expires => Self::Reviews,
            DueKind::Term | DueKind::Vacant | DueKind::Unaccepted => Self::Roles,
            DueKind::Action | DueKind::Left => Self::Actions,
            _ => Self::Other,
        }
    }

    /// The class of its entries, and the end of the id by which only they are shown.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Reviews => "reviews",
            Self::Roles => "roles",
            Self::Actions => "actions",
            Self::Other => "other",
        }
    }
}

/// An entry of a list of what is due, with its circle where several are listed.
pub(super) fn entry(view: &View<'_>, index: usize, due: &Due, with_circle: bool) -> Markup {
    let it = view.circle(index);
    let date = due.date.map(|date| {
        let class = if date < view.site.on { "date late" } else { "date" };
        html! { span class=(class) { (day(view.words, date)) } }
    });
    let mut about: Vec<Markup> = date.into_iter().collect();
    about.push(html! { (view.say(&due.kind.said())) });
    // The title of a term is the role, and its holder is the one whose term ends.
    if !due.who.is_empty() {
        about.push(html! { span lang=(tag(&it.kept.circle)) { (view.words.list(&due.who)) } });
    }
    if with_circle {
        about.push(circle_link(view, index));
    }
    let title = due.title(view.words);
    let lang = due.unsaid.is_none().then(|| tag(&it.kept.circle));
    html! {
        li class=(Sort::of(due).class()) {
            a.title href=(place(view, index, due)) lang=[lang] dir="auto" { (title) }
            p.about { (dotted(&about)) }
        }
    }
}

/// Returns the address at which more is said of it.
fn place(view: &View<'_>, index: usize, due: &Due) -> String {
    let paths = &view.site.paths[index];
    let on_page = |part: &str| format!("{}#{part}", paths.page());
    let path = match due.kind {
        DueKind::Review | DueKind::Expires | DueKind::Left => paths.by_id(&due.place),
        DueKind::Term | DueKind::Vacant | DueKind::Unaccepted => Some(on_page("roles")),
        DueKind::Postponed => Some(on_page("topics")),
        DueKind::Action => paths.has_minutes(&due.place).then(|| paths.minutes(&due.place)),
        _ => None,
    };
    view.link(&path.unwrap_or_else(|| paths.page()))
}
