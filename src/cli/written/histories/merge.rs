//! Merging copies of a folder as git does it: file by file, against what all began with.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::Files;

/// How a conflict is resolved: where several copies have a file with other content.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Resolved {
    /// The file of the first copy is kept.
    First,
    /// That of the last one.
    Last,
    /// Git's marks stay in the file.
    Marked,
}

pub(super) fn ways() -> impl Strategy<Value = Resolved> {
    prop_oneof![
        3 => Just(Resolved::First),
        3 => Just(Resolved::Last),
        1 => Just(Resolved::Marked),
    ]
}

/// Returns the files of all copies together, and how many conflicts there were. A file that only one
/// copy has changed, or several in the same way, is taken from there; so is its removal.
pub(super) fn merged(base: &Files, copies: &[Files], resolved: Resolved) -> (Files, usize) {
    let paths: BTreeSet<&String> = copies.iter().flat_map(Files::keys).chain(base.keys()).collect();
    let mut files = Files::new();
    let mut conflicts = 0;
    for path in paths {
        let before = base.get(path);
        let mut changed: Vec<Option<&Vec<u8>>> = Vec::new();
        for now in copies.iter().map(|it| it.get(path)) {
            if now != before && !changed.contains(&now) {
                changed.push(now);
            }
        }
        conflicts += usize::from(changed.len() > 1);
        let content = match changed[..] {
            [] => before.cloned(),
            [one] => one.cloned(),
            [first, .., last] => match resolved {
                Resolved::First => first.cloned(),
                Resolved::Last => last.cloned(),
                Resolved::Marked => Some(marked(first, last)),
            },
        };
        files.extend(content.map(|it| (path.clone(), it)));
    }
    (files, conflicts)
}

fn marked(ours: Option<&Vec<u8>>, theirs: Option<&Vec<u8>>) -> Vec<u8> {
    let side = |it: Option<&Vec<u8>>| it.cloned().unwrap_or_default();
    let (ours, theirs) = (side(ours), side(theirs));
    [&b"<<<<<<< HEAD\n"[..], &ours, b"=======\n", &theirs, b">>>>>>> other\n"].concat()
}

/// Returns every order of so many copies.
pub(super) fn orders(copies: usize) -> Vec<Vec<usize>> {
    if copies == 2 {
        return vec![vec![0, 1], vec![1, 0]];
    }
    let all = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    all.iter().map(|it| it.to_vec()).collect()
}
