//! Draws the map: circles from the outermost one on, each a link, then roles and names.

use std::fmt::Write;

use maud::{Markup, html};

use crate::lang::say;
use crate::records::site::frame::View;
use crate::records::site::map::label;
use crate::records::site::map::layout::{LINE, Mark, Node, RoleDisc, SMALL, band};
use crate::records::site::pack::Disc;
use crate::records::site::parts::tag;

/// The room around the map, for what is drawn on the rim.
const EDGE: f64 = 4.0;

/// Draws the map of a circle.
pub(super) fn map(view: &View<'_>, top: &Node) -> Markup {
    let half = top.disc.r + EDGE;
    let label = view.say(&say!("site-map", circle = &view.circle(top.index).kept.circle.name));
    // A small map is drawn larger, as its names are.
    let width = (2.0 * half * 1.4).min((2.0 * half).max(620.0));
    html! {
        svg role="group" aria-label=(label) width=(whole(width)) height=(whole(width))
            viewBox={ (tenth(-half)) " " (tenth(-half)) " " (tenth(2.0 * half)) " " (tenth(2.0 * half)) } {
            (node(view, top, Disc::default()))
        }
    }
}

/// Draws a circle, what is in it, and its name.
fn node(view: &View<'_>, it: &Node, around: Disc) -> Markup {
    let circle = &view.circle(it.index).kept.circle;
    let at = Disc { x: around.x + it.disc.x, y: around.y + it.disc.y, r: it.disc.r };
    let ring = html! {
        circle class={ "ring d" (it.depth.min(3)) } cx=(tenth(at.x)) cy=(tenth(at.y)) r=(tenth(at.r)) {}
        @if it.is_named { (name(it, &circle.name, at)) }
    };
    let href = view.link(&view.site.paths[it.index].page());
    html! {
        a href=(href) aria-label=(circle.name) lang=(tag(circle)) {
            title { (circle.name) }
            (ring)
        }
        @for below in &it.below { (node(view, below, at)) }
        @if it.is_named || it.depth < 2 {
            @for of in &it.roles { (role(&href, of, at)) }
        }
        @if it.depth > 0 && it.is_named { (links(it, at)) }
    }
}

/// Writes the name of a circle along its rim, or straight below the top of it.
fn name(it: &Node, name: &str, at: Disc) -> Markup {
    let size = tenth(it.size);
    if !label::may_bend(name) {
        let y = at.y - at.r + band(at.r) * 0.95;
        return html! {
            text.name x=(tenth(at.x)) y=(tenth(y)) font-size=(size) aria-hidden="true" { (name) }
        };
    }
    // A whole circle that begins below, so that no name is cut at its ends.
    let r = at.r - band(at.r) * 0.5 - it.size * 0.36;
    let (x, below) = (tenth(at.x), tenth(at.y + r));
    let path = format!("M{x} {below}a{r:.1} {r:.1} 0 1 1 .01 0");
    let id = format!("m{}", it.index);
    html! {
        path #(id) d=(path) fill="none" {}
        text.name font-size=(size) aria-hidden="true" {
            textPath href={ "#" (id) } startOffset="50%" { (name) }
        }
    }
}

/// Draws a role: a dot, a diamond or a ring, with its name where there is room.
fn role(href: &str, it: &RoleDisc, around: Disc) -> Markup {
    let (x, y) = (around.x + it.disc.x, around.y + it.disc.y);
    let said = match &it.holder {
        Some(who) => format!("{}: {who}", it.name),
        None => it.name.clone(),
    };
    let lines = it.lines.len() + usize::from(it.holder.is_some()) + 1;
    let top = y - count(lines) * LINE / 2.0;
    let is_named = !it.lines.is_empty();
    html! {
        a.of-role href={ (href) "#roles" } tabindex="-1" aria-hidden="true" {
            title { (said) }
            @if is_named {
                circle.seat cx=(tenth(x)) cy=(tenth(y)) r=(tenth(it.disc.r)) {}
                (shape(it.mark, x, top + LINE * 0.5, 5.0))
                @for (at, line) in it.lines.iter().enumerate() {
                    (text("role-name", line, x, top + count(at + 2) * LINE - 4.0))
                }
                @if let Some(who) = &it.holder {
                    (text("role-holder", who, x, top + count(lines) * LINE - 4.0))
                }
            } @else {
                (shape(it.mark, x, y, it.disc.r))
            }
        }
    }
}

fn text(class: &str, text: &str, x: f64, y: f64) -> Markup {
    html! { text class=(class) x=(tenth(x)) y=(tenth(y)) font-size=(tenth(SMALL)) { (text) } }
}

/// Draws the mark of a role, which tells how it stands by its shape too.
fn shape(mark: Mark, x: f64, y: f64, r: f64) -> Markup {
    match mark {
        Mark::Held => html! { circle.role.held cx=(tenth(x)) cy=(tenth(y)) r=(tenth(r)) {} },
        Mark::Vacant => {
            html! { circle.role.vacant cx=(tenth(x)) cy=(tenth(y)) r=(tenth(r - 1.0)) {} }
        }
        Mark::Soon => html! { path.role.soon d=(diamond(x, y, r * 1.15)) {} },
    }
}

fn diamond(x: f64, y: f64, r: f64) -> String {
    let mut path = format!("M{} {}", tenth(x), tenth(y - r));
    for (dx, dy) in [(r, 0.0), (0.0, r), (-r, 0.0)] {
        // A string takes everything.
        let _ = write!(path, "L{} {}", tenth(x + dx), tenth(y + dy));
    }
    path + "z"
}

/// Draws leader and delegate on the rim of a circle, as they belong to both.
fn links(it: &Node, at: Disc) -> Markup {
    let mark = |(is_linked, side): (bool, f64)| {
        let x = at.x + side * 8.0;
        let y = at.y + (at.r * at.r - 64.0).max(0.0).sqrt();
        let class = if is_linked { "link" } else { "link missing" };
        html! { circle class=(class) cx=(tenth(x)) cy=(tenth(y)) r="4.5" {} }
    };
    html! { @for it in it.links.into_iter().zip([-1.0, 1.0]) { (mark(it)) } }
}

/// Draws a mark for the legend.
pub(super) fn sample(class: &str, is_diamond: bool) -> Markup {
    html! {
        svg width="16" height="16" aria-hidden="true" {
            @if is_diamond { path class=(class) d=(diamond(8.0, 8.0, 7.5)) {} }
            @else if class.starts_with("link") {
                path.rim d="M0 8h16" {}
                circle class=(class) cx="8" cy="8" r="4.5" {}
            } @else { circle class=(class) cx="8" cy="8" r="5.5" {} }
        }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Writes a length with one digit behind the point.
fn tenth(length: f64) -> String {
    let written = format!("{length:.1}");
    let short = written.strip_suffix(".0").unwrap_or(&written);
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

fn whole(length: f64) -> String {
    format!("{length:.0}")
}
