//! Which roles one person may not hold together.

use crate::circle::{Circle, Held, Role, RoleKind};

impl Circle {
    /// Returns the names of roles that are kept apart: by the rules, or because one is the leader and
    /// the other the delegate (*Many Voices One Song*, chapter 2).
    pub(crate) fn apart(&self) -> impl Iterator<Item = (&str, &str)> {
        let name = |kind| Some(self.role(kind)?.name.as_str());
        let link = name(RoleKind::Leader).zip(name(RoleKind::Delegate));
        let rules = self.rules.apart.iter();
        rules.map(|(one, other)| (one.as_str(), other.as_str())).chain(link)
    }

    /// Returns two roles that are kept apart, and who holds both on some day.
    pub(crate) fn clash(&self) -> Option<(&Role, &Role, Held<'_>)> {
        let role = |name: &str| self.roles.iter().find(|it| it.name == name);
        let pairs = self.apart().filter_map(|(one, other)| role(one).zip(role(other)));
        pairs.into_iter().find_map(|(one, other)| Some((one, other, self.holds_both(one, other)?)))
    }

    /// Returns who holds both of two roles on some day.
    pub(super) fn holds_both<'c>(&self, one: &'c Role, other: &'c Role) -> Option<Held<'c>> {
        if one.name == other.name {
            return None;
        }
        let others: Vec<Held<'_>> = self.held(other).collect();
        self.held(one).find(|it| others.iter().any(|other| it.clashes(other)))
    }
}
