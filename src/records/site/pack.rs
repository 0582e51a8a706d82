//! Packs circles in a circle, each beside the others, along a front chain (W. Wang, H. Wang, G. Dai and
//! H. Wang, *Visualization of large hierarchical data by circle packing*, CHI 2006).

/// A circle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Disc {
    /// The centre, from the left.
    pub x: f64,
    /// The centre, from above.
    pub y: f64,
    /// The radius.
    pub r: f64,
}

impl Disc {
    pub(super) fn of(r: f64) -> Self {
        Self { x: 0.0, y: 0.0, r }
    }
}

/// How many circles there may be for more than one order to be tried.
const FEW: usize = 40;

/// How many orders are tried.
const ORDERS: u64 = 32;

/// Places circles around the origin so that none overlaps another. Returns the radius of a circle
/// around all of them.
///
/// The first are placed in the middle: the largest ones. Of a few circles other orders are tried too,
/// the same in each run, and the smallest result is taken: it is about a tenth smaller.
pub(super) fn pack(discs: &mut [Disc]) -> f64 {
    let mut order: Vec<usize> = (0..discs.len()).collect();
    order.sort_by(|one, two| discs[*two].r.total_cmp(&discs[*one].r));
    let orders = if (5..=FEW).contains(&discs.len()) { ORDERS } else { 1 };
    let mut best: Option<(f64, Vec<Disc>)> = None;
    for number in 0..orders {
        shuffle(&mut order, number);
        let mut placed: Vec<Disc> = order.iter().map(|it| discs[*it]).collect();
        let radius = pack_sorted(&mut placed);
        if best.as_ref().is_none_or(|(least, _)| radius < *least) {
            let mut in_place = discs.to_vec();
            for (index, it) in order.iter().zip(placed) {
                in_place[*index] = it;
            }
            best = Some((radius, in_place));
        }
    }
    let (radius, placed) = best.expect("one order is always tried");
    discs.copy_from_slice(&placed);
    radius
}

/// Brings an order into the one of a number; 0 leaves it as it is.
fn shuffle(order: &mut [usize], number: u64) {
    let mut state = number;
    for last in (1..order.len()).rev().filter(|_| number > 0) {
        // The generator of Knuth's MMIX.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let below = u64::try_from(last + 1).unwrap_or(1);
        order.swap(last, usize::try_from((state >> 33) % below).unwrap_or(0));
    }
}

fn pack_sorted(discs: &mut [Disc]) -> f64 {
    match discs {
        [] => return 0.0,
        [one] => {
            (one.x, one.y) = (0.0, 0.0);
            return one.r;
        }
        [a, b, ..] => (a.x, a.y, b.x, b.y) = (-b.r, 0.0, a.r, 0.0),
    }
    if discs.len() > 2 {
        Chain::of(discs).place();
    }
    let around = enclosing(discs);
    for it in discs.iter_mut() {
        (it.x, it.y) = (it.x - around.x, it.y - around.y);
    }
    around.r
}

/// The circles at the outside of those that are placed, each linked with its neighbours.
struct Chain<'d> {
    discs: &'d mut [Disc],
    next: Vec<usize>,
    previous: Vec<usize>,
    /// The pair of neighbours that takes the next circle.
    pair: (usize, usize),
}

impl<'d> Chain<'d> {
    /// Begins with three circles, the first two of which are placed.
    fn of(discs: &'d mut [Disc]) -> Self {
        let count = discs.len();
        discs[2] = beside(discs[1], discs[0], discs[2]);
        let mut chain =
            Self { discs, next: vec![0; count], previous: vec![0; count], pair: (0, 1) };
        for (one, other) in [(0, 1), (1, 2), (2, 0)] {
            chain.link(one, other);
        }
        chain
    }

    fn link(&mut self, one: usize, other: usize) {
        (self.next[one], self.previous[other]) = (other, one);
    }

    /// Places each circle from the fourth on at the nearest pair where it fits.
    fn place(&mut self) {
        let mut at = 3;
        while at < self.discs.len() {
            let (a, b) = self.pair;
            self.discs[at] = beside(self.discs[a], self.discs[b], self.discs[at]);
            if let Some((one, other)) = self.in_the_way(at) {
                // The chain is made shorter, and the circle is tried there.
                self.link(one, other);
                self.pair = (one, other);
                continue;
            }
            self.link(a, at);
            self.link(at, b);
            self.choose(at);
            at += 1;
        }
    }

    /// Looks along the chain in both directions for a circle that a new one overlaps, and returns the
    /// pair that it makes with the other end.
    fn in_the_way(&self, at: usize) -> Option<(usize, usize)> {
        let (a, b) = self.pair;
        let (mut ahead, mut behind) = (self.next[b], self.previous[a]);
        let (mut far_ahead, mut far_behind) = (self.discs[b].r, self.discs[a].r);
        loop {
            if far_ahead <= far_behind {
                if overlap(self.discs[ahead], self.discs[at]) {
                    return Some((a, ahead));
                }
                far_ahead += self.discs[ahead].r;
                ahead = self.next[ahead];
            } else {
                if overlap(self.discs[behind], self.discs[at]) {
                    return Some((behind, b));
                }
                far_behind += self.discs[behind].r;
                behind = self.previous[behind];
            }
            if ahead == self.next[behind] {
                return None;
            }
        }
    }

    /// Chooses the pair that is nearest to the middle, looking from the circle placed last.
    fn choose(&mut self, last: usize) {
        let (mut first, mut nearest) = (self.pair.0, self.distance(self.pair.0));
        let mut it = self.next[last];
        while it != last {
            let distance = self.distance(it);
            if distance < nearest {
                (first, nearest) = (it, distance);
            }
            it = self.next[it];
        }
        self.pair = (first, self.next[first]);
    }

    /// The square of how far the point where two neighbours touch is from the middle.
    fn distance(&self, it: usize) -> f64 {
        let (a, b) = (self.discs[it], self.discs[self.next[it]]);
        let both = a.r + b.r;
        let (x, y) = ((a.x * b.r + b.x * a.r) / both, (a.y * b.r + b.y * a.r) / both);
        x * x + y * y
    }
}

/// Places a circle so that it touches two others.
fn beside(one: Disc, other: Disc, new: Disc) -> Disc {
    let (dx, dy) = (one.x - other.x, one.y - other.y);
    let apart = dx * dx + dy * dy;
    if apart == 0.0 {
        return Disc { x: other.x + new.r, y: other.y, ..new };
    }
    let square = |it: f64| it * it;
    let (to_other, to_one) = (square(other.r + new.r), square(one.r + new.r));
    // From the centre that is nearer, the point is found more exactly.
    let (from, near, far, side) = if to_other > to_one {
        (one, to_one, to_other, -1.0)
    } else {
        (other, to_other, to_one, 1.0)
    };
    let along = (apart + near - far) / (2.0 * apart);
    let across = (near / apart - along * along).max(0.0).sqrt();
    Disc {
        x: from.x + side * along * dx - across * dy,
        y: from.y + side * along * dy + across * dx,
        ..new
    }
}

fn overlap(a: Disc, b: Disc) -> bool {
    let near = a.r + b.r - 1e-6;
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    near > 0.0 && near * near > dx * dx + dy * dy
}

/// Returns how far the far side of a circle is from a point.
fn reach(at: Disc, it: &Disc) -> f64 {
    let (dx, dy) = (it.x - at.x, it.y - at.y);
    (dx * dx + dy * dy).sqrt() + it.r
}

/// Finds a small circle around others: its centre walks towards the farthest, ever less.
fn enclosing(discs: &[Disc]) -> Disc {
    let mut at = Disc::default();
    for step in 1..=500_u32 {
        let farthest = discs.iter().max_by(|a, b| reach(at, a).total_cmp(&reach(at, b)));
        let Some(it) = farthest else { break };
        let part = (reach(at, it) - it.r).max(1e-9);
        let walk = reach(at, it) / f64::from(step + 1) / part;
        (at.x, at.y) = (at.x + (it.x - at.x) * walk, at.y + (it.y - at.y) * walk);
    }
    at.r = discs.iter().map(|it| reach(at, it)).fold(0.0, f64::max);
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_overlaps_or_sticks_out(radii in prop::collection::vec(1.0..200.0_f64, 0..60)) {
            let mut discs: Vec<Disc> = radii.iter().map(|it| Disc::of(*it)).collect();
            let around = pack(&mut discs);
            for (place, one) in discs.iter().enumerate() {
                prop_assert!((one.r - radii[place]).abs() < 1e-12, "each keeps its place");
                prop_assert!(reach(Disc::default(), one) <= around + 1e-6);
                for other in &discs[place + 1..] {
                    let apart = reach(*one, other) - other.r;
                    prop_assert!(apart >= one.r + other.r - 1e-4, "{one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn equal_circles_are_packed_densely() {
        let mut discs = vec![Disc::of(10.0); 100];
        let around = pack(&mut discs);
        assert!(100.0 * 100.0 / (around * around) > 0.6, "{around}");
    }
}
