//! The map of circles: circles in circles, with a mark for each role, drawn as SVG.

mod label;
mod layout;
mod draw;

use maud::{Markup, html};

use crate::lang::say;
use crate::records::site::frame::View;

/// Draws the map of a circle and those below it, with what its marks mean.
pub(super) fn with_legend(view: &View<'_>, index: usize) -> Markup {
    let layout = layout::of(view, index);
    html! {
        figure.map {
            (draw::map(view, &layout))
            figcaption.legend {
                ul {
                    li { (draw::sample("role held", false)) (view.say(&say!("site-role-held"))) }
                    @if layout.has(layout::Mark::Soon) {
                        li { (draw::sample("role soon", true)) (view.say(&say!("site-role-soon"))) }
                    }
                    @if layout.has(layout::Mark::Vacant) {
                        li { (draw::sample("role vacant", false)) (view.say(&say!("site-role-vacant"))) }
                    }
                    @if layout.has_below() {
                        li { (draw::sample("link", false)) (view.say(&say!("site-link"))) }
                    }
                    @if layout.lacks_links() {
                        li { (draw::sample("link missing", false)) (view.say(&say!("site-link-missing"))) }
                    }
                }
            }
        }
    }
}
