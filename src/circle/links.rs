//! The double link: a circle's leader and delegate are both members of the wider circle.
//!
//! That they are two people is checked in `read` (*Many Voices One Song*, chapter 2).

use crate::circle::{Circle, RoleKind};
use crate::error::Error;
use crate::lang::say;
use crate::text::nearest_hint;

/// Returns what is wrong with the link between a circle and the wider one: that its leader or
/// delegate is vacant, or is no member there. Names are compared exactly.
pub(crate) fn broken_links(circle: &Circle, wider: &Circle) -> Vec<Error> {
    let link = |kind| {
        let name = match kind {
            RoleKind::Delegate => say!("link-delegate"),
            _ => say!("link-leader"),
        };
        let Some(holder) = circle.holder(kind) else {
            let err = Error::new(say!("error-link-vacant", role = name, wider = &wider.name));
            return Some(err.hint(say!("hint-link-vacant")));
        };
        if wider.seat(holder).is_some() {
            return None;
        }
        let names = wider.members.iter().map(|it| it.name.as_str());
        let hint = nearest_hint(holder, names).unwrap_or_else(|| say!("hint-link-member"));
        let member = say!("error-link-member", role = name, who = holder, wider = &wider.name);
        Some(Error::new(member).hint(hint))
    };
    [RoleKind::Leader, RoleKind::Delegate].into_iter().filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(roles: &str, expected: &[&str]) {
        let wider = "name = \"W\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]";
        let wider = Circle::read(wider).unwrap();
        let circle = format!(
            "name = \"G\"\nmember = [{{ name = \"ana\" }}, {{ name = \"Ben\" }}, {{ name = \"Ana\" \
             }}]\nrole = [{roles}]"
        );
        let circle = circle.replace(", { name = \"Ana\" }]", "]");
        let found = broken_links(&Circle::read(&circle).unwrap(), &wider);
        let keys = found.iter().map(|it| it.message.key).collect::<Vec<_>>();
        assert_eq!(keys, expected);
    }

    #[test]
    fn leader_and_delegate_are_members_of_the_wider_circle() {
        let leader = "{ name = \"L\", kind = \"leader\", holder = \"Ben\" }";
        let delegate = "{ name = \"D\", kind = \"delegate\", holder = \"Ana\", outside = true }";
        check(&format!("{leader}, {delegate}"), &[]);
        check("", &["error-link-vacant", "error-link-vacant"]);
        check(leader, &["error-link-vacant"]);
        let other = delegate.replace("\"Ana\", outside = true", "\"ana\"");
        check(&format!("{leader}, {other}"), &["error-link-member"]);
    }
}
