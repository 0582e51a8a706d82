//! A circle that another one founds right below it: its members, its leader, its first file.

use chrono::NaiveDate;

use crate::circle::{Circle, Member, Role, RoleKind, check_new_name};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::toml_file::fields::{Field, Table};
use crate::toml_file::write;

/// A circle that is founded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    /// The name of the new circle.
    pub name: String,
    /// Its members, at least two, who are members of the circle that founds it.
    pub members: Vec<String>,
    /// Which of them leads it, as its link.
    pub leader: String,
    /// What it is for.
    pub aim: String,
}

impl Founding {
    /// Refuses a circle that cannot be founded by this one.
    pub(crate) fn check(&self, wider: &Circle, day: NaiveDate) -> Result<()> {
        check_new_name(&self.name)?;
        let is_member = |it: &&String| wider.seat(it).is_some();
        if let Some(other) = self.members.iter().find(|it| !is_member(it)) {
            return Err(Error::new(say!("error-no-member", who = other)));
        }
        if !self.members.contains(&self.leader) {
            let err = say!("error-leader-not-in-circle", who = &self.leader, circle = &self.name);
            return Err(Error::new(err));
        }
        let first = |errors: Vec<Error>| {
            errors
                .into_iter()
                .next()
                .map(|it| Error { place: crate::error::Place::default(), ..it })
        };
        let text = self.sheet(wider, day, "Leader");
        Circle::read(&text).map(drop).map_err(|it| first(it).expect("a failed read has an error"))
    }

    /// Returns the new circle: language, rules and meetings are those of the circle that founds it.
    /// `leader` is what its one role is called.
    fn circle(&self, wider: &Circle, day: NaiveDate, leader: &str) -> Circle {
        let member =
            |name: &String| Member { name: name.clone(), since: Some(day), ..Member::default() };
        let mut rules = wider.rules.clone();
        // The roles that are kept apart are those of the wider circle.
        rules.apart.clear();
        let role = Role {
            name: leader.to_owned(),
            kind: Some(RoleKind::Leader),
            holder: Some(self.leader.clone()),
            since: Some(day),
            until: Some(rules.term.after(day)),
            ..Role::default()
        };
        Circle {
            name: self.name.clone(),
            id: None,
            aim: self.aim.clone(),
            domain: String::new(),
            since: Some(day),
            ended: None,
            // The head of a journal always has a language, and the file must be the same again.
            language: Some(wider.language.clone().unwrap_or_else(|| "en".to_owned())),
            plan: wider.plan.clone(),
            rules,
            members: self.members.iter().map(member).collect(),
            roles: vec![role],
        }
    }

    /// Writes the first file of the new circle, with a comment that says who founded it.
    pub(crate) fn first_file(&self, wider: &Circle, day: NaiveDate, words: &Words) -> String {
        let founded: Phrase = say!("sheet-founded", circle = &wider.name, date = day.to_string());
        let leader = words.say(&say!("role-leader"));
        format!("# {}\n{}", words.say(&founded), self.sheet(wider, day, &leader))
    }

    fn sheet(&self, wider: &Circle, day: NaiveDate, leader: &str) -> String {
        let circle = self.circle(wider, day, leader);
        let top = [
            ("name", circle.name.write()),
            ("aim", circle.aim.write()),
            ("since", circle.since.write()),
            ("language", circle.language.write()),
        ];
        let mut out = write::lines(&top);
        for (heading, pairs) in [("meeting", circle.plan.pairs()), ("rules", circle.rules.pairs())]
        {
            out += &format!("\n[{heading}]\n{}", write::lines(&pairs));
        }
        let members = circle.members.iter().map(|it| ("member", it.pairs()));
        let roles = circle.roles.iter().map(|it| ("role", it.pairs()));
        for (heading, pairs) in members.chain(roles) {
            out += &format!("\n[[{heading}]]\n{}", write::lines(&pairs));
        }
        out
    }
}
