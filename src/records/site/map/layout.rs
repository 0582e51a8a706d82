//! Where each circle and each role is on the map.
//!
//! A circle is as large as what is in it needs, with a band at its rim for its name.

use crate::circle::{Role, RoleKind, broken_links};
use crate::records::site::frame::View;
use crate::records::site::map::label;
use crate::records::site::pack::{Disc, pack};
use crate::records::site::timeline::is_soon;
use crate::text::same;

/// How a role stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Held,
    /// The term ends soon, or is over.
    Soon,
    Vacant,
}

/// A circle on the map, with its place in the one around it.
#[derive(Debug)]
pub(super) struct Node {
    pub index: usize,
    pub depth: usize,
    pub disc: Disc,
    /// The size of its name.
    pub size: f64,
    /// Whether its name and roles are shown.
    pub is_named: bool,
    pub roles: Vec<RoleDisc>,
    pub below: Vec<Node>,
    /// Whether leader and delegate link it to the wider circle.
    pub links: [bool; 2],
}

/// A role on the map.
#[derive(Debug)]
pub(super) struct RoleDisc {
    pub disc: Disc,
    pub mark: Mark,
    pub name: String,
    pub holder: Option<String>,
    /// The lines of its name, where they are shown.
    pub lines: Vec<String>,
}

/// The size of the smallest names.
pub(super) const SMALL: f64 = 14.0;

/// The height of a line of a role's name.
pub(super) const LINE: f64 = 17.0;

/// The radius of a role without a name, and of a circle that is only hinted at.
const DOT: f64 = 7.0;

/// The room between two things.
const GAP: f64 = 6.0;

/// The least width of the band for a name.
const BAND: f64 = 26.0;

/// The depth from which circles are only hinted at.
const HINTED: usize = 3;

/// The most roles of the circle in the middle that have their names.
const NAMED: usize = 12;

/// How wide the map may be before names that do not fit are left out.
const WIDE: f64 = 700.0;

/// Lays out a circle and all that are below it.
pub(super) fn of(view: &View<'_>, index: usize) -> Node {
    let mut node = laid_out(view, index, 0);
    // On the page the map is about as wide as this at most, and small names would not be read.
    let scale = (WIDE / (2.0 * node.disc.r)).min(1.0);
    node.leave_out_names(scale);
    node
}

impl Node {
    /// Returns whether a role somewhere has this mark.
    pub(super) fn has(&self, mark: Mark) -> bool {
        self.roles.iter().any(|it| it.mark == mark) || self.below.iter().any(|it| it.has(mark))
    }

    pub(super) fn has_below(&self) -> bool {
        !self.below.is_empty()
    }

    /// Returns whether a circle on the map lacks a leader or a delegate who is a member of both.
    pub(super) fn lacks_links(&self) -> bool {
        let lacks = |it: &Self| it.is_named && it.links.contains(&false);
        self.below.iter().any(|it| lacks(it) || it.lacks_links())
    }

    fn leave_out_names(&mut self, scale: f64) {
        self.is_named &= self.size * scale >= 8.0;
        self.below.iter_mut().for_each(|it| it.leave_out_names(scale));
    }
}

fn laid_out(view: &View<'_>, index: usize, depth: usize) -> Node {
    let circle = &view.circle(index).kept.circle;
    let wider = view.circle(index).wider.map(|it| &view.circle(it).kept.circle);
    let broken = wider.map_or(0, |it| broken_links(circle, it).len());
    let links = [RoleKind::Leader, RoleKind::Delegate].map(|kind| {
        let who = circle.holder(kind);
        let is_member =
            |who: &str| wider.is_some_and(|it| it.members.iter().any(|it| same(&it.name, who)));
        broken == 0 || who.is_some_and(is_member)
    });
    let mut node = Node {
        index,
        depth,
        disc: Disc::of(DOT + 3.0),
        size: SMALL,
        is_named: false,
        roles: Vec::new(),
        below: Vec::new(),
        links,
    };
    if depth >= HINTED {
        return node;
    }
    node.is_named = true;
    node.below = view.site.below[index].iter().map(|it| laid_out(view, *it, depth + 1)).collect();
    node.roles = roles(view, &circle.roles, depth);
    let inside = arranged(&mut node);
    (node.disc.r, node.size) = around(inside, &circle.name);
    node
}

/// Makes the discs of roles. Those of the circle in the middle have names.
fn roles(view: &View<'_>, roles: &[Role], depth: usize) -> Vec<RoleDisc> {
    let is_named = depth == 0 && roles.len() <= NAMED;
    let one = |it: &Role| {
        let lines = if is_named { label::lines(&it.name, 11) } else { Vec::new() };
        let mark = match (&it.holder, it.until) {
            (None, _) => Mark::Vacant,
            (_, Some(until)) if it.next.is_none() && is_soon(view.site.on, until) => Mark::Soon,
            _ => Mark::Held,
        };
        let mut widths: Vec<f64> = lines.iter().map(|it| label::width(it, SMALL)).collect();
        // A line for the mark, and one for who holds it.
        widths.insert(0, 12.0);
        widths.extend(it.holder.as_ref().map(|it| label::width(it, SMALL - 1.0)));
        let r = if is_named { (label::radius(&widths, LINE) + 7.0).max(42.0) } else { DOT };
        let (name, holder) = (it.name.clone(), it.holder.clone());
        RoleDisc { disc: Disc::of(r), mark, name, holder, lines }
    };
    let mut discs: Vec<RoleDisc> = roles.iter().map(one).collect();
    let (least, most) = discs
        .iter()
        .map(|it| it.disc.r)
        .fold((f64::MAX, 0.0_f64), |(least, most), r| (least.min(r), most.max(r)));
    // Equal circles are calmer to look at, unless one has a very long name.
    if most < 1.6 * least {
        for it in &mut discs {
            it.disc.r = most;
        }
    }
    discs
}

/// Places the roles and the circles right below. Returns the radius around them.
fn arranged(node: &mut Node) -> f64 {
    let with_gap = |it: &Disc, gap: f64| Disc::of(it.r + gap / 2.0);
    let mut of_roles: Vec<Disc> = node.roles.iter().map(|it| with_gap(&it.disc, GAP)).collect();
    let is_named = node.roles.iter().any(|it| !it.lines.is_empty());
    let of_below = node.below.iter().map(|it| with_gap(&it.disc, 2.0 * GAP));
    // Roles without names stay together.
    let mut all: Vec<Disc> = of_below.collect();
    let count = all.len();
    let group = if is_named { 0.0 } else { pack(&mut of_roles) };
    if is_named {
        all.extend(&of_roles);
    } else if !of_roles.is_empty() {
        all.push(Disc::of(group));
    }
    let inside = pack(&mut all);
    for (it, at) in node.below.iter_mut().zip(&all) {
        (it.disc.x, it.disc.y) = (at.x, at.y);
    }
    for (place, it) in node.roles.iter_mut().enumerate() {
        let at = if is_named {
            all[count + place]
        } else {
            let (group, own) = (all[count], of_roles[place]);
            Disc { x: group.x + own.x, y: group.y + own.y, ..own }
        };
        (it.disc.x, it.disc.y) = (at.x, at.y);
    }
    inside
}

/// Returns the radius of a circle around what is in it, with a band for its name, and the size of
/// the name.
fn around(inside: f64, name: &str) -> (f64, f64) {
    let mut r = (inside + BAND).max(inside / 0.91).max(44.0);
    // A longer name makes the circle larger, and that its band.
    for _ in 0..8 {
        let band = band(r);
        let size = size(r);
        let width = label::width(name, size);
        let needed = if label::may_bend(name) {
            width / 2.7 + band * 0.7
        } else {
            (width * width / 4.0 + band * band) / (2.0 * band)
        };
        if needed <= r {
            break;
        }
        r = needed + 0.5;
    }
    (r, size(r))
}

/// Returns the width of the band for a name.
pub(super) fn band(r: f64) -> f64 {
    BAND.max(0.09 * r)
}

fn size(r: f64) -> f64 {
    (band(r) * 0.54).min(26.0)
}
