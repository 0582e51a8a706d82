//! A list to pick from and to sort, and the lines that stand for what was done with it.

use crate::dialogue::agenda_list::letters;
use crate::dialogue::ask::Pick;

/// The items on the agenda, and below them those that may come onto it.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrangement {
    /// The items, each with the line that lists it; it is empty for those that are listed.
    pub rows: Vec<Pick>,
    /// How many of the rows, from the first, are listed.
    pub listed: usize,
    /// The word with which the reader takes an item off the list.
    pub remove: String,
    /// The word with which the reader moves an item.
    pub shift: String,
}

impl Arrangement {
    /// Returns the lines that give the agenda these rows, in this order.
    pub(crate) fn lines(&self, order: &[usize]) -> Vec<String> {
        let mut lines = Vec::new();
        let mut now: Vec<usize> = (0..self.listed).collect();
        // From the last one on, so that the letters of those before stay.
        for place in (0..self.listed).rev().filter(|it| !order.contains(it)) {
            lines.push(format!("{} {}", self.remove, letters(place)));
            now.remove(place);
        }
        for row in order.iter().copied().filter(|it| *it >= self.listed) {
            lines.push(self.rows[row].line.clone());
            now.push(row);
        }
        for (place, row) in order.iter().enumerate() {
            let place_of = |list: &[usize], row: usize| list.iter().position(|it| *it == row);
            if now[place] == *row {
                continue;
            }
            // One item that goes down is one line, not one for each item that comes up.
            let goes_down = now.get(place + 1) == Some(row);
            let moved = if goes_down { now[place] } else { *row };
            let (from, to) = if goes_down {
                (place, place_of(order, moved).unwrap_or(place))
            } else {
                (place_of(&now, moved).unwrap_or(place), place)
            };
            lines.push(format!("{} {} {}", self.shift, letters(from), letters(to)));
            now.remove(from);
            now.insert(to, moved);
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(listed: usize, offered: usize) -> Arrangement {
        let line =
            |it: usize| if it < listed { String::new() } else { (it - listed + 1).to_string() };
        let row = |it: usize| Pick { name: format!("Item {it}"), line: line(it) };
        let rows = (0..listed + offered).map(row).collect();
        Arrangement { rows, listed, remove: "remove".into(), shift: "move".into() }
    }

    #[track_caller]
    fn check(list: &Arrangement, order: &[usize], expected: &[&str]) {
        assert_eq!(list.lines(order), expected);
    }

    #[test]
    fn a_list_that_is_left_as_it_was_gives_no_line() {
        check(&of(3, 2), &[0, 1, 2], &[]);
        check(&of(0, 2), &[], &[]);
    }

    #[test]
    fn what_is_picked_is_listed_and_what_is_not_is_removed() {
        check(&of(0, 3), &[2, 0], &["3", "1"]);
        check(&of(3, 1), &[1, 3], &["remove c", "remove a", "1"]);
    }

    #[test]
    fn an_item_that_changes_its_place_is_one_line() {
        check(&of(4, 0), &[3, 0, 1, 2], &["move d a"]);
        check(&of(4, 0), &[1, 2, 3, 0], &["move a d"]);
        check(&of(2, 1), &[2, 0, 1], &["1", "move c a"]);
    }

    /// Does what the lines say, as the meeting does.
    fn done(list: &Arrangement, lines: &[String]) -> Vec<usize> {
        let place = |it: &str| usize::from(it.as_bytes()[0] - b'a');
        let mut now: Vec<usize> = (0..list.listed).collect();
        for line in lines {
            match line.split(' ').collect::<Vec<_>>()[..] {
                ["remove", item] => drop(now.remove(place(item))),
                ["move", from, to] => {
                    let moved = now.remove(place(from));
                    now.insert(place(to), moved);
                }
                [number] => now.push(list.listed + number.parse::<usize>().unwrap() - 1),
                _ => panic!("{line}"),
            }
        }
        now
    }

    #[test]
    fn the_lines_give_every_order() {
        // Every choice and order of five rows, of which three are listed.
        let list = of(3, 2);
        let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
        let mut seen = 0;
        while let Some(order) = orders.pop() {
            assert_eq!(done(&list, &list.lines(&order)), order);
            seen += 1;
            let further = (0..5).filter(|it| !order.contains(it));
            orders.extend(further.map(|it| [&order[..], &[it]].concat()));
        }
        assert_eq!(seen, 326);
    }
}
