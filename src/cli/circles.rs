//! `rounds circles`: lists the tree of circles, and what is wrong with the links between them.

use toml::{Table, Value};

use crate::circle::{Circle, RoleKind, broken_links};
use crate::cli::replay::finding;
use crate::cli::{CommandResult, Invocation, heading};
use crate::dialogue::Block;
use crate::error::Error;
use crate::lang::{Words, say};
use crate::records::{answer, rows};
use crate::store::tree::Branch;
use crate::store::{Folder, clock, file};
use crate::terminal::{Look, columns, output, shortened};
use crate::text::{clean, one_line, visible};
use crate::toml_file::Word;
use crate::toml_file::fields::Field;

/// Lists the circles from the topmost one, and what is wrong with their links
///
/// Leader and delegate of each circle are members of the wider one. Exits with 1 when a link is
/// missing or wrong.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds circles")]
pub(super) struct Args {
    /// Prints JSON
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
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let folder = here.folder()?;
        if let Ok(circle) = folder.circle() {
            here.speak(&circle);
        }
        let mut unread = Vec::new();
        let nodes = nodes(&folder.top(), &mut unread);
        let words = here.words();
        let mut broken = nodes.iter().flat_map(|it| &it.broken).peekable();
        let found = broken.peek().is_some();
        if self.json {
            let rows = nodes.iter().map(|it| it.row(&words));
            output::print(&answer::list("circles", rows))?;
        } else {
            let count = say!("circles-count", count = nodes.len());
            let table = Block::Table { rows: rows(&nodes, here, &words), wraps: &[3, 4] };
            let mut blocks = vec![heading(&words, &say!("circles-heading"), &count), table];
            blocks.extend(broken.map(|it| Block::Refusal(it.say(&words))));
            here.show(&blocks)?;
        }
        let failed = nodes.iter().filter(|it| it.circle.is_none()).count();
        Ok(here.end(&unread, failed, found))
    }
}

/// Reads the tree of circles. Errors of files and folders that cannot be read are added to `unread`.
fn nodes(top: &Folder, unread: &mut Vec<Error>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for branch in top.below(unread) {
        unread.extend(branch.folder.links());
        let circle = branch.folder.circle().map_err(|it| unread.extend(it)).ok();
        let circle = circle.map(|it| it.on(clock::now().date_naive()));
        let wider = branch.wider.and_then(|it| nodes[it].circle.as_ref());
        let file = file::named(&branch.folder.path(Folder::CIRCLE));
        let today = clock::now().date_naive();
        let is_there = |it: &&Circle| it.check_there(today).is_ok();
        let linked = circle.as_ref().filter(is_there).zip(wider);
        let broken = linked.map(|(circle, wider)| broken_links(circle, wider));
        let broken = broken.into_iter().flatten().map(|it| it.in_file(&file)).collect();
        nodes.push(Node { branch, circle, broken });
    }
    nodes
}

impl Node {
    /// Returns the name of the circle, or of its folder where the circle cannot be read.
    fn name(&self) -> String {
        match &self.circle {
            Some(circle) => one_line(&circle.name),
            None => self.folder(),
        }
    }

    /// Returns the path of its folder, `.` where the program was started.
    fn folder(&self) -> String {
        match file::named(&self.branch.folder.root) {
            here if here.is_empty() => ".".to_owned(),
            folder => folder,
        }
    }

    /// Returns its row in JSON; of a circle that cannot be read less is known.
    fn row(&self, words: &Words) -> Table {
        let circle = self.circle.as_ref();
        let holder = |kind| circle.and_then(|it| it.holder(kind)).map(|it| clean(it).into());
        let names = |it: &Circle| it.names().iter().map(|it| clean(it)).collect::<Vec<_>>().into();
        let problems = self.broken.iter().map(|it| finding::row(it, words));
        rows::row([
            ("name", Some(self.name().into())),
            ("folder", Some(self.folder().into())),
            ("depth", i64::try_from(self.branch.depth).ok().map(Value::from)),
            ("aim", circle.map(|it| clean(&it.aim).into())),
            ("ended", circle.and_then(|it| it.ended.write())),
            ("members", circle.map(names)),
            (RoleKind::Leader.word(), holder(RoleKind::Leader)),
            (RoleKind::Delegate.word(), holder(RoleKind::Delegate)),
            ("problems", Some(problems.collect::<Vec<_>>().into())),
        ])
    }
}

/// The fewest columns in which an aim is shown.
const LEAST: usize = 12;

/// Returns the rows of the table: name, number of members, leader, delegate, aim. The names are
/// indented by depth; a plain page names the wider circle instead.
fn rows(nodes: &[Node], here: &Invocation, words: &Words) -> Vec<Vec<String>> {
    let plain = here.page.look() == Look::Plain;
    let mut rows: Vec<Vec<String>> = nodes.iter().map(|it| row(it, nodes, plain, words)).collect();
    let widest = |column: usize| rows.iter().map(|it| columns(&it[column])).max().unwrap_or(0);
    let taken: usize = (0..5).map(widest).filter(|it| *it > 0).map(|it| it + 2).sum();
    let width = here.page.width();
    let room = if plain || width < 60 { width } else { width.saturating_sub(taken + 3) };
    for (row, node) in rows.iter_mut().zip(nodes) {
        let aim = node.circle.as_ref().map(|it| one_line(&it.aim)).unwrap_or_default();
        row.push(if room < LEAST { String::new() } else { shortened(&aim, room) });
    }
    rows
}

fn row(node: &Node, nodes: &[Node], plain: bool, words: &Words) -> Vec<String> {
    let name = visible(&node.name());
    let wider = node.branch.wider.map(|it| visible(&nodes[it].name())).filter(|_| plain);
    let wider = wider.map(|it| words.say(&say!("circles-in", wider = it))).unwrap_or_default();
    let indent = if plain { 0 } else { node.branch.depth * 2 };
    let name = format!("{}{name}", " ".repeat(indent));
    let Some(circle) = &node.circle else {
        let unread = words.say(&say!("circles-unread"));
        return vec![name, wider, unread, String::new(), String::new()];
    };
    let today = clock::now().date_naive();
    let members = words.say(&match circle.ended.filter(|last| *last < today) {
        Some(last) => say!("circle-ended", day = last),
        None => say!("members-count", count = circle.members.len()),
    });
    let holder = |kind| circle.holder(kind).map(one_line);
    let leader = holder(RoleKind::Leader).map(|it| words.say(&say!("circles-leader", who = it)));
    let delegate =
        holder(RoleKind::Delegate).map(|it| words.say(&say!("circles-delegate", who = it)));
    let [leader, delegate] = [leader, delegate].map(Option::unwrap_or_default);
    vec![name, wider, members, leader, delegate]
}
