//! The double link: a circle's leader and delegate are both members of the wider circle.
//!
//! That they are two people is checked in `read` (*Many Voices One Song*, chapter 2).

use crate::circle::{Circle, Effect, Member, RoleKind};
use crate::error::Error;
use crate::lang::say;
use crate::text::{nearest_hint, same};

/// Returns what is wrong with the link between a circle and the wider one: that its leader or
/// delegate is vacant, or is no member there, or that somebody is a member there for it who is neither.
/// Names are compared exactly.
pub(crate) fn broken_links(circle: &Circle, wider: &Circle) -> Vec<Error> {
    let link = |kind| {
        let name = match kind {
            RoleKind::Delegate => say!("link-delegate"),
            _ => say!("link-leader"),
        };
        let Some(holder) = circle.holder(kind) else {
            let err = Error::new(say!("error-link-vacant", role = name, wider = &wider.name));
            let has_role = circle.roles.iter().any(|it| it.kind == Some(kind));
            let kind: &'static str = kind.into();
            let hint = if has_role {
                say!("hint-link-vacant")
            } else {
                say!("hint-link-kind", kind = kind)
            };
            return Some(err.hint(hint));
        };
        if wider.seat(holder).is_some() {
            return None;
        }
        let names = wider.members.iter().map(|it| it.name.as_str());
        let hint = nearest_hint(holder, names).unwrap_or_else(|| say!("hint-link-member"));
        let member = say!("error-link-no-member", role = name, who = holder, wider = &wider.name);
        Some(Error::new(member).hint(hint))
    };
    let mut broken: Vec<Error> = KINDS.into_iter().filter_map(link).collect();
    broken.extend(no_more_linking(circle, wider).map(|it| {
        let err = say!("error-link-left-over", who = &it.name, wider = &wider.name);
        Error::new(err).hint(say!("hint-link-over", who = &it.name, wider = &wider.name))
    }));
    broken
}

const KINDS: [RoleKind; 2] = [RoleKind::Leader, RoleKind::Delegate];

/// Returns the members of the wider circle who are there for a circle and are neither its leader nor its
/// delegate.
fn no_more_linking<'w>(circle: &Circle, wider: &'w Circle) -> impl Iterator<Item = &'w Member> {
    let was_link = |it: &&Member| it.from.as_ref().is_some_and(|from| same(from, &circle.name));
    let links =
        |name: &str| KINDS.iter().filter_map(|it| circle.holder(*it)).any(|it| same(it, name));
    wider.members.iter().filter(was_link).filter(move |it| !links(&it.name))
}

/// Returns the changes to the wider circle that bring in the leader and the delegate of a circle who are
/// no members there, and let go who was a member for that and links no more. None where nobody is to be
/// brought in and one of the two roles is vacant: it may be filled as before.
pub(crate) fn lacking_links(circle: &Circle, wider: &Circle) -> Vec<Effect> {
    let holders = KINDS.map(|kind| circle.holder(kind));
    let is_new = |it: &&str| wider.members.iter().all(|member| !same(&member.name, it));
    let joins = holders
        .into_iter()
        .flatten()
        .filter(is_new)
        .map(|who| Effect::Join { who: who.to_owned(), from: Some(circle.name.clone()) });
    let mut effects: Vec<Effect> = joins.collect();
    effects.dedup();
    if effects.is_empty() && holders.contains(&None) {
        return effects;
    }
    let gone = no_more_linking(circle, wider);
    effects.extend(gone.map(|it| Effect::Leave { who: it.name.clone(), on: None }));
    effects
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
    fn who_links_and_is_no_member_is_brought_in_and_who_links_no_more_let_go() {
        let wider = |members: &str| {
            let ana = "{ name = \"Ana\" }, { name = \"Ben\" }";
            Circle::read(&format!("name = \"W\"\nmember = [{ana}{members}]")).unwrap()
        };
        let circle = |leader: &str, delegate: &str| {
            let members = "{ name = \"Ana\" }, { name = \"Chen\" }, { name = \"Dana\" }";
            let role = |name: &str, kind: &str, holder: &str| match holder {
                "" => format!("{{ name = \"{name}\", kind = \"{kind}\" }}"),
                it => format!("{{ name = \"{name}\", kind = \"{kind}\", holder = \"{it}\" }}"),
            };
            let roles = [role("L", "leader", leader), role("D", "delegate", delegate)].join(", ");
            Circle::read(&format!("name = \"Compost\"\nmember = [{members}]\nrole = [{roles}]"))
                .unwrap()
        };
        let check = |leader, delegate, members: &str, expected: &[&str]| {
            let lacking = lacking_links(&circle(leader, delegate), &wider(members));
            assert_eq!(lacking.iter().map(Effect::to_string).collect::<Vec<_>>(), expected);
        };
        check("Ana", "", "", &[]);
        check("Ana", "Chen", "", &["join Chen from Compost"]);
        check("Dana", "Chen", "", &["join Dana from Compost", "join Chen from Compost"]);
        let chen = ", { name = \"Chen\", from = \"compost\" }";
        check("Ana", "Chen", chen, &[]);
        check("Ana", "Dana", chen, &["join Dana from Compost", "leave Chen"]);
        check("Ana", "", chen, &[]);
        check(
            "Ana",
            "Chen",
            ", { name = \"Chen\" }, { name = \"Emil\", from = \"Compost\" }",
            &["leave Emil"],
        );
    }

    #[test]
    fn leader_and_delegate_are_members_of_the_wider_circle() {
        let leader = "{ name = \"L\", kind = \"leader\", holder = \"Ben\" }";
        let delegate = "{ name = \"D\", kind = \"delegate\", holder = \"Ana\", outside = true }";
        check(&format!("{leader}, {delegate}"), &[]);
        check("", &["error-link-vacant", "error-link-vacant"]);
        check(leader, &["error-link-vacant"]);
        let other = delegate.replace("\"Ana\", outside = true", "\"ana\"");
        check(&format!("{leader}, {other}"), &["error-link-no-member"]);
    }
}
