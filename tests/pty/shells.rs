//! Tests completions in bash, zsh and fish: what Tab puts into the line, and what is listed.

use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

use pty_process::blocking::Command;

use crate::pty::{Place, Session};

/// Names with blanks, quotes, and letters beyond ASCII.
const CIRCLE: &str = r#"
name = "Garden"

[[member]]
name = "Ana María"

[[member]]
name = "Pat \"O'Brien\" $5"

[[member]]
name = "陈 伟"

[[role]]
name = "Keys"
holder = "陈 伟"
"#;

const BOOKS: &str = r#"
name = "Books"

[[member]]
name = "Yara"

[[member]]
name = "Zed"
"#;

/// What is typed before Tab, how the line ends then, and the last word that a command gets.
const TABS: [(&str, &str, &str); 13] = [
    ("rounds rep", "replay", "replay"),
    ("rounds show 2024-05-03-rules", "rules-no-noise", "2024-05-03-rules-no-noise"),
    ("rounds show noise", "rules-no-noise", "2024-05-03-rules-no-noise"),
    ("rounds people Ana", "María", "Ana María"),
    ("rounds people \"Ana M", "María", "Ana María"),
    ("rounds ask Hea", "winter", "Heat: in winter"),
    ("rounds ask Heat:\\ i", "winter", "Heat: in winter"),
    ("rounds ask 'Heat: i", "winter", "Heat: in winter"),
    ("rounds people Pat", "5", "Pat \"O'Brien\" $5"),
    ("rounds due --for 陈", "伟", "陈 伟"),
    ("rounds --circle team", "books", "team books"),
    ("rounds --circle team\\ books people Z", "Zed", "Zed"),
    ("rounds meet --as-of=scripts/e", "evening.txt", "--as-of=scripts/evening.txt"),
];

/// Makes a folder with a circle, one below it, decisions and a script.
fn place() -> Place {
    let place = Place::new();
    place.write("circle.toml", CIRCLE);
    for folder in ["scripts", "team books"] {
        fs::create_dir(place.file(folder)).unwrap();
    }
    place.write("scripts/evening.txt", "");
    place.write("team books/circle.toml", BOOKS);
    for (title, day) in [("Rules: no noise", "2024-05-03"), ("Bees", "2024-05-04")] {
        place.run(&[
            "log", "add", "--title", title, "--date", day, "--text", "So.", "--term", "1 year",
        ]);
    }
    place.run(&["backlog", "add", "Heat: in winter"]);
    place
}

/// Returns the path of a shell; where it is not installed, says so.
fn found(shell: &str) -> Option<std::path::PathBuf> {
    let paths = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&paths).map(|it| it.join(shell)).find(|it| it.exists());
    if found.is_none() {
        // Tests hide what is printed in any other way.
        let said = format!("completions: not tried in {shell}, which is not installed\n");
        io::stderr().write_all(said.as_bytes()).unwrap();
    }
    found
}

/// Starts a shell whose settings are this one file, and waits for its prompt.
fn start(place: &Place, shell: &Path, args: &[&str], settings: (&str, &str)) -> Session {
    let (file, text) = settings;
    let home = place.file("home");
    let file = home.join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_rounds")).parent().unwrap();
    let paths = env::var_os("PATH").unwrap_or_default();
    let paths = [program.to_owned()].into_iter().chain(env::split_paths(&paths));
    let command = Command::new(shell)
        .args(args)
        .current_dir(place.file(""))
        .env_clear()
        .env("PATH", env::join_paths(paths).unwrap())
        .env("HOME", &home)
        .env("ZDOTDIR", &home)
        .env("XDG_CONFIG_HOME", &home)
        .env("XDG_DATA_HOME", &home)
        .env("ROUNDS_CONFIG_DIR", home.join("config"))
        .env("TERM", "xterm-256color")
        .env("LC_ALL", "C.UTF-8");
    let mut session = Session::start(command);
    session.until("the prompt", |it| it.line() == "$");
    session
}

fn bash(place: &Place) -> Option<Session> {
    let settings = "PS1='$ '\nset +o history\nsource <(rounds completions bash)\n";
    let home = place.file("home/.bashrc");
    let args = ["--noprofile", "--rcfile", home.to_str().unwrap(), "-i"];
    Some(start(place, &found("bash")?, &args, (".bashrc", settings)))
}

fn zsh(place: &Place) -> Option<Session> {
    let settings = "PS1='$ '\nbindkey -e\nautoload -Uz compinit\ncompinit -u -D\n\
                    source <(rounds completions zsh)\n";
    Some(start(place, &found("zsh")?, &["-d", "-i"], (".zshrc", settings)))
}

fn fish(place: &Place) -> Option<Session> {
    let settings = "function fish_prompt; echo '$ '; end\nset -g fish_greeting\n\
                    set -g fish_autosuggestion_enabled 0\nrounds completions fish | source\n";
    Some(start(place, &found("fish")?, &["-i"], ("fish/config.fish", settings)))
}

/// Types each line and Tab, and looks at the words that a command would get.
fn completes(session: &mut Session) {
    for (typed, ends, word) in TABS {
        tab(session, typed, ends);
        gets(session, word);
    }
    // No blank is put behind a folder.
    tab(session, "rounds meet --script scr", "scripts/");
    tab(session, "e", "scripts/evening.txt");
    gets(session, "scripts/evening.txt");
}

/// Types something and Tab, and waits until the line ends so, perhaps with a quotation mark behind it.
fn tab(session: &mut Session, typed: &str, ends: &str) {
    session.keys(typed);
    session.until(typed, |it| it.line().ends_with(typed));
    session.keys("\t");
    let line = |it: &Session| it.line().trim_end_matches(['\'', '"', ' ']).to_owned();
    session.until(&format!("{typed}, then {ends}"), |it| line(it).ends_with(ends));
}

/// Prints the words of the line, and expects this one as the last.
fn gets(session: &mut Session, word: &str) {
    session.keys("\u{1}printf '<%s>\\n' \r");
    session.until(word, |it| it.line() == "$");
    let printed = session.screen();
    let last = printed.lines().rfind(|it| it.starts_with('<')).unwrap_or_default();
    assert_eq!(last, format!("<{word}>"), "\n{printed}");
}

/// Types a line that several decisions continue, and looks for their titles.
fn lists(session: &mut Session, tabs: &str) {
    session.keys("rounds show 2024-05-0");
    session.until("the line", |it| it.line().ends_with("2024-05-0"));
    session.keys(tabs);
    session.sees("2024-05-03-rules-no-noise");
    session.sees("Rules: no noise");
    session.sees("Bees");
}

#[test]
fn tab_in_bash_knows_what_the_circle_knows() {
    let place = place();
    let Some(mut session) = bash(&place) else { return };
    completes(&mut session);
    lists(&mut session, "\t\t");
}

#[test]
fn tab_in_zsh_knows_what_the_circle_knows() {
    let place = place();
    let Some(mut session) = zsh(&place) else { return };
    completes(&mut session);
    lists(&mut session, "\t");
}

#[test]
fn tab_in_fish_knows_what_the_circle_knows() {
    let place = place();
    let Some(mut session) = fish(&place) else { return };
    completes(&mut session);
    lists(&mut session, "\t");
}
