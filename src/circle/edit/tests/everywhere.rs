//! Tests every member in every role of the example circles, in several layouts of the file.

use super::*;

const CIRCLES: [&str; 10] = [
    include_str!("../../../../tests/cases/cinema-club/circle.toml"),
    include_str!("../../../../tests/cases/community-facilitator/circle.toml"),
    include_str!("../../../../tests/cases/council-first-meeting/circle.toml"),
    include_str!("../../../../tests/cases/every-ending/circle.toml"),
    include_str!("../../../../tests/cases/facilitator-victor/circle.toml"),
    include_str!("../../../../tests/cases/film/circle.toml"),
    include_str!("../../../../tests/cases/newsletter/circle.toml"),
    include_str!("../../../../tests/cases/quiet-hours/circle.toml"),
    include_str!("../../../../tests/cases/ruhezeiten/circle.toml"),
    include_str!("../../../../tests/cases/running-indoors/circle.toml"),
];

/// Every member and somebody else, in every role and in a new one, with every term.
fn role_changes(text: &str) -> Vec<RoleChange> {
    let circle = Circle::read(text).unwrap();
    let people = circle.members.iter().map(|it| it.name.as_str()).chain(["陈 \"W\" \\ O'Neill"]);
    let people: Vec<&str> = people.collect();
    let roles = circle.roles.iter().map(|it| it.name.as_str()).chain(["New \"role\""]);
    let terms = [None, Some(Term::YEAR), Some(term("10 days"))];
    roles
        .flat_map(|role| people.iter().map(move |holder| role_change(text, role, holder)))
        .flat_map(|it| terms.map(|term| RoleChange { term, ..it.clone() }))
        .collect()
}

/// Returns whether the circle is valid: nobody holds two roles that are kept apart.
fn may_be(circle: &Circle) -> bool {
    let head = format!("format = 1\n{}", circle.to_toml());
    let table = DeTable::parse(&head).unwrap();
    let table = table.get_ref().get("circle").unwrap().get_ref().as_table().unwrap();
    Circle::from_table(&head, table).is_ok()
}

#[test]
fn reading_back_gives_the_circle_with_the_seating_and_all_other_lines() {
    let (mut written, mut left) = (0, 0);
    let open_ended = CIRCLES.map(without_ends);
    for text in CIRCLES.into_iter().chain(open_ended.iter().map(String::as_str)) {
        for it in role_changes(text) {
            let expected = with(Circle::read(text).unwrap(), &it);
            if !may_be(&expected) {
                check_stays(text, &it, LeftAlone);
                left += 1;
                continue;
            }
            let new = rewritten(text, &it);
            assert_eq!(Circle::read(&new).unwrap(), expected, "{new}");
            let new_role = it.before.is_none();
            for line in diff(text, &new).lines() {
                let key = line[1..].split(' ').next().unwrap_or_default();
                let concerned = ["term", "holder", "outside", "since", "until"].contains(&key);
                let added =
                    new_role && line.starts_with('+') && ["", "[[role]]", "name"].contains(&key);
                assert!(concerned || added, "{line} in {new}");
            }
            let count = diff(text, &new).lines().count();
            assert!(count <= 9, "{count} lines are others in {new}");
            written += 1;
        }
    }
    assert!(written > 200 && left > 10, "{written} were written, {left} left alone");
}

/// A way to write the same file.
type Way = (&'static str, fn(&str) -> String);

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

fn mark(text: &str) -> String {
    format!("\u{feff}{text}")
}

fn open(text: &str) -> String {
    text.trim_end().to_owned()
}

#[test]
fn line_ends_a_byte_order_mark_and_the_last_line_stay() {
    let ways: [Way; 4] = [
        ("CRLF", crlf),
        ("a mark", mark),
        ("no final newline", open),
        ("all three", |text| mark(&open(&crlf(text)))),
    ];
    for text in CIRCLES {
        for it in role_changes(text) {
            let seated = seat(text, from_ref(&it)).unwrap();
            for (way, write) in ways {
                let other = seat(&write(text), from_ref(&it)).unwrap();
                assert_eq!(other.text, seated.text.as_deref().map(write), "{way}");
                assert_eq!(other.results, seated.results, "{way}");
            }
        }
    }
}

#[test]
fn each_line_keeps_its_own_end_and_new_ones_end_as_most_do() {
    let keys = "[[role]]\r\nname = \"Keys\"\nholder = \"Ana\"\r\nsince = 2025-09-05\n# end";
    let text = garden(keys);
    let new = rewritten(&text, &role_change(&text, "Keys", "Ben"));
    assert!(new.ends_with(
        "[[role]]\r\nname = \"Keys\"\nholder = \"Ben\"\r\nsince = 2026-09-05\nuntil = 2027-03-05\n# end"
    ));
    let text = crlf(&garden("")) + keys;
    let new = rewritten(&text, &role_change(&text, "Keys", "Ben"));
    assert!(new.ends_with("since = 2026-09-05\nuntil = 2027-03-05\r\n# end"));
}

#[test]
fn a_line_taken_out_at_the_end_leaves_no_newline_there() {
    let text = garden("[[role]]\nname = \"Keys\"\nholder = \"Zora\"\noutside = true");
    let new = rewritten(&text, &role_change(&text, "Keys", "Ben"));
    assert!(new.ends_with("holder = \"Ben\"\nsince = 2026-09-05\nuntil = 2027-03-05"), "{new}");
}

/// Writes an election into a file whose roles are one list, and compares the list.
#[track_caller]
fn check_list(list: &str, role: &str, holder: &str, expected: &str) {
    let write = |list: &str| {
        format!(
            "# c\nname = 'G'\n{list}\nmember = [ {{name='Ana'}},{{name='Ben'}} ]\nrules.term = \"P1Y\"\naim = ''\nrules.quorum = 2"
        )
    };
    let text = write(list);
    let it = role_change(&text, role, holder);
    let new = rewritten(&text, &it);
    assert_eq!(new, write(expected));
    assert_eq!(Circle::read(&new).unwrap(), with(Circle::read(&text).unwrap(), &it), "{new}");
}

const DATES: &str = "since = 2026-09-05, until = 2027-03-05";

#[test]
fn a_role_in_a_list_is_changed_in_place() {
    check_list(
        "\"role\" = [{name='Keys',\"holder\" = 'Ana'  }, { name = 'Door' } ] # r",
        "Keys",
        "Ben",
        &format!(
            "\"role\" = [{{name='Keys',\"holder\" = \"Ben\", {DATES}  }}, {{ name = 'Door' }} ] # r"
        ),
    );
    check_list(
        "role = [{ name = 'Keys', since = 2024-01-01, until = 2025-01-01 }]",
        "Keys",
        "Zora",
        &format!("role = [{{ name = 'Keys', holder = \"Zora\", outside = true, {DATES} }}]"),
    );
}

#[test]
fn a_mark_for_outside_is_taken_out_of_a_list() {
    for (list, expected) in [
        (
            "name = 'Keys', outside = true , holder = 'Zora'",
            "name = 'Keys', holder = \"Ben\", DATES",
        ),
        (
            "outside = true, holder = 'Zora', name = 'Keys'",
            "holder = \"Ben\", DATES, name = 'Keys'",
        ),
        ("holder = 'Zora', name = 'Keys' ,outside=true", "holder = \"Ben\", DATES, name = 'Keys'"),
        (
            "holder = 'Zora', name = 'Keys', outside = true,",
            "holder = \"Ben\", DATES, name = 'Keys',",
        ),
        (
            "\n  name = 'Keys', # k\n  holder = 'Zora', # z\n  outside = true, # o\n",
            "\n  name = 'Keys', # k\n  holder = \"Ben\", DATES, # z\n  outside = false, # o\n",
        ),
    ] {
        let [list, expected] =
            [list, expected].map(|it| format!("role = [{{ {it} }}]").replace("DATES", DATES));
        check_list(&list, "Keys", "Ben", &expected);
    }
}

#[test]
fn a_new_role_is_added_at_the_end_of_the_list() {
    let door = format!("{{ name = \"Door\", holder = \"Ben\", {DATES} }}");
    for (list, expected) in [
        ("role = []", "role = [DOOR]"),
        ("role = [ # none\n]", "role = [DOOR # none\n]"),
        ("role = [ {name='A'} ] # r", "role = [ {name='A'}, DOOR ] # r"),
        ("role = [ {name='A'} , ]", "role = [ {name='A'}, DOOR , ]"),
        (
            "role = [\n  {name='A'}, {name='B'}, # b\n]",
            "role = [\n  {name='A'}, {name='B'}, DOOR, # b\n]",
        ),
        (
            "role = [\n  {name='A'}, # a\n  # end\n]",
            "role = [\n  {name='A'}, # a\n  DOOR,\n  # end\n]",
        ),
        ("role = [\n  {name='A'} # a\n]", "role = [\n  {name='A'}, # a\n  DOOR,\n]"),
        ("role = [\n  {name='A'} ]", "role = [\n  {name='A'}, DOOR ]"),
        ("role = [\n  {\n    name='A'\n  }\n]", "role = [\n  {\n    name='A'\n  },\n  DOOR,\n]"),
    ] {
        check_list(list, "Door", "Ben", &expected.replace("DOOR", &door));
    }
}

#[test]
fn a_list_ends_its_lines_as_the_file_does() {
    let text = crlf(&garden(""));
    let text = format!("role = [\r\n  {{ name = \"Keys\" }}\r\n]\r\n{text}");
    let role_changes = ["Door", "Keys", "Gate"].map(|it| role_change(&text, it, "Ben"));
    let new = seat(&text, &role_changes).unwrap().text.unwrap();
    let role = |name: &str| format!("  {{ name = \"{name}\", holder = \"Ben\", {DATES} }}");
    assert!(
        new.starts_with(&format!(
            "role = [\r\n{},\r\n{},\r\n{},\r\n]\r\n",
            role("Keys"),
            role("Door"),
            role("Gate")
        )),
        "{new}"
    );
}

#[test]
fn files_that_stay_valid_without_one_letter_are_edited_alike() {
    let list = r#"name = "G"
member = [{name="Ana"}, {name="Ben"}]
role = [ {name='K' , outside = true,"holder"="Z" },
  { term = "12 months",
    name = "D", # d
    holder = "Ana", since = 2025-09-05,
    outside = false }, # end
]
"#;
    let headed = "name = 'G' # g\n[[role]] # k\n'name' = 'K'\n\toutside = true # o\nholder = '''Z'''\n\n\
        # more\n[[member]]\nname = 'Ana'\n[[role]]\nuntil=2027-01-01\nname=\"D\"\n[[member]]\nname = 'B'";
    let mut edited = 0;
    for text in [list, headed] {
        for (at, letter) in text.char_indices() {
            let rest = format!("{}{}", &text[..at], &text[at + letter.len_utf8()..]);
            if Circle::read(&rest).is_err() {
                continue;
            }
            for it in role_changes(&rest) {
                let new = rewritten(&rest, &it);
                let expected = with(Circle::read(&rest).unwrap(), &it);
                assert_eq!(Circle::read(&new).unwrap(), expected, "{new}");
                edited += 1;
            }
        }
    }
    assert!(edited > 500, "only {edited}");
}
