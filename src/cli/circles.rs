//! `rounds circles`: the tree of circles, and whether each is linked to the wider one.

use serde_json::{Value, json};

use crate::circle::{Circle, RoleKind, broken_links};
use crate::cli::{CommandResult, Invocation, one_line};
use crate::dialogue::Block;
use crate::error::Error;
use crate::lang::{Words, say};
use crate::store::tree::{Branch, CirclesRead};
use crate::store::{Folder, file};
use crate::terminal::{Look, columns, output, shortened};
use crate::text::clean;
use crate::toml_file::Word;

/// Lists the circles from the topmost one, and what is wrong with their links
///
/// Leader and delegate of each circle are members of the wider one. Exits with 1 when a link is
/// missing or wrong.
#[derive(clap::Args)]
pub(super) struct Args {
    /// Prints a JSON list
    #[arg(long)]
    json: bool,
}

/// A circle in the tree; none where its file cannot be read.
struct Node {
    branch: Branch,
    circle: Option<Circle>,
    /// What is wrong with its link to the wider circle.
    broken: Vec<Error>,
}

impl Args {
    /// Lists the circles, then what is wrong.
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let folder = here.folder()?;
        if let Ok(circle) = folder.circle() {
            here.speak(&circle);
        }
        let mut read = CirclesRead::<()> { circles: Vec::new(), unread: Vec::new(), failed: 0 };
        let nodes = nodes(&folder.top(), &mut read);
        let words = here.words();
        if self.json {
            let all: Vec<Value> = nodes.iter().map(|it| it.json(&words)).collect();
            let json = serde_json::to_string_pretty(&all);
            output::print(&(json.expect("texts and numbers are JSON") + "\n"))?;
        } else {
            let right = words.say(&say!("circles-count", count = nodes.len()));
            let heading = Block::Heading { left: words.say(&say!("circles-heading")), right };
            let mut blocks =
                vec![heading, Block::Table { rows: rows(&nodes, here, &words), wraps: &[3, 4] }];
            let broken = nodes.iter().flat_map(|it| &it.broken);
            blocks.extend(broken.map(|it| Block::Refusal(it.say(&words))));
            output::print(&here.page.lines(&blocks))?;
        }
        let found = nodes.iter().any(|it| !it.broken.is_empty());
        Ok(here.end(&read, found))
    }
}

fn nodes(top: &Folder, read: &mut CirclesRead<()>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for branch in top.below(&mut read.unread) {
        // That a folder cannot be read is said already.
        read.unread.extend(branch.folder.links().unwrap_or_default());
        let circle = match branch.folder.circle() {
            Ok(circle) => Some(circle),
            Err(errors) => {
                read.unread.extend(errors);
                read.failed += 1;
                None
            }
        };
        let wider = branch.wider.and_then(|it| nodes[it].circle.as_ref());
        let file = file::named(&branch.folder.path(Folder::CIRCLE));
        let broken = match (&circle, wider) {
            (Some(circle), Some(wider)) => broken_links(circle, wider),
            _ => Vec::new(),
        };
        let broken = broken.into_iter().map(|it| it.in_file(&file)).collect();
        nodes.push(Node { branch, circle, broken });
    }
    nodes
}

impl Node {
    /// Returns the name of the circle, else of its folder.
    fn name(&self) -> String {
        match &self.circle {
            Some(circle) => one_line(&circle.name),
            None => file::named(&self.branch.folder.root),
        }
    }

    fn json(&self, words: &Words) -> Value {
        let mut value = json!({
            "name": clean(&self.name()),
            "folder": file::named(&self.branch.folder.root),
            "depth": self.branch.depth,
        });
        if let Some(circle) = &self.circle {
            value["aim"] = clean(&circle.aim).into();
            value["members"] = circle.names().iter().map(|it| clean(it)).collect();
            for kind in [RoleKind::Leader, RoleKind::Delegate] {
                if let Some(holder) = circle.holder(kind) {
                    value[kind.word()] = clean(holder).into();
                }
            }
        }
        value["problems"] = self.broken.iter().map(|it| words.say(&it.message)).collect();
        value
    }
}

/// The least that is shown of an aim, in columns.
const LEAST: usize = 12;

/// Returns the circles as rows: name, how many members, leader, delegate, aim. On a page that is
/// seen a name stands as far in as the circle is below the topmost one; else it is said.
fn rows(nodes: &[Node], here: &Invocation, words: &Words) -> Vec<Vec<String>> {
    let plain = here.page.look() == Look::Plain;
    let mut rows: Vec<Vec<String>> = nodes.iter().map(|it| row(it, nodes, plain, words)).collect();
    let width = |column: usize| rows.iter().map(|it| columns(&it[column])).max().unwrap_or(0);
    let taken: usize = (0..5).map(width).filter(|it| *it > 0).map(|it| it + 2).sum();
    let narrow = here.page.width() < 60;
    let room = if plain || narrow {
        here.page.width()
    } else {
        here.page.width().saturating_sub(taken + 3)
    };
    for (row, node) in rows.iter_mut().zip(nodes) {
        let aim = node.circle.as_ref().map(|it| one_line(&it.aim)).unwrap_or_default();
        // Where there is no room for a few words, none are shown.
        row.push(if room < LEAST { String::new() } else { shortened(&aim, room) });
    }
    rows
}

fn row(node: &Node, nodes: &[Node], plain: bool, words: &Words) -> Vec<String> {
    let name = node.name();
    let wider = node.branch.wider.map(|it| nodes[it].name()).filter(|_| plain);
    let wider = wider.map(|it| words.say(&say!("circles-in", wider = it))).unwrap_or_default();
    let indent = if plain { 0 } else { node.branch.depth * 2 };
    let name = format!("{}{name}", " ".repeat(indent));
    let Some(circle) = &node.circle else {
        let unread = words.say(&say!("circles-unread"));
        return vec![name, wider, unread, String::new(), String::new()];
    };
    let members = words.say(&say!("members-count", count = circle.members.len()));
    let holder = |kind| circle.holder(kind).map(one_line);
    let leader = holder(RoleKind::Leader).map(|it| words.say(&say!("circles-leader", who = it)));
    let delegate =
        holder(RoleKind::Delegate).map(|it| words.say(&say!("circles-delegate", who = it)));
    let [leader, delegate] = [leader, delegate].map(Option::unwrap_or_default);
    vec![name, wider, members, leader, delegate]
}
