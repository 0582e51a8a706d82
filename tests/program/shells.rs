//! Tests what a shell is told that asks for completions.

use crate::folder::{Folder, Ran};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// The break characters of bash as it comes.
const BREAKS: &str = " \t\n\"'><=;|&(:";

const CIRCLE: &str = r#"
name = "Garden"
[rules]
written = true
[[member]]
name = "Ana"
[[member]]
name = "Ben"
[[role]]
name = "Keys"
holder = "Ben"
until = 2090-03-01
"#;

/// Asks as a shell does, with the words of a line.
fn asked(folder: &Folder, shell: &str, words: &[&str]) -> Ran {
    let mut command = folder.rounds("");
    command
        .env("ROUNDS_COMPLETE", shell)
        .env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string());
    let line = words.join(" ");
    let bash = ["9", "80", BREAKS, &line];
    command.arg("--").args(if shell == "bash" { &bash } else { words });
    Ran::of(&command.output().expect("the program can be started"))
}

/// Returns the lines that zsh is told for a line, without the first.
#[track_caller]
fn offered(folder: &Folder, line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').collect();
    let said = asked(folder, "zsh", &words).fine();
    said.lines().skip(1).map(str::to_owned).collect()
}

/// A circle with a decision, an election, a paused meeting, a topic and two decisions in writing.
fn circle() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    for (title, name) in [("Bees", "bees"), ("Dogs", "dogs")] {
        let topic =
            format!("+++\ntitle = \"{title}\"\nkind = \"decide\"\n+++\n\n{title} may stay.\n");
        folder.write(&format!("backlog/{name}.md"), topic);
        folder.run(&format!("ask {title} --as Ana --at 2026-09-05T19:00+00:00")).fine();
    }
    folder.run("backlog add Cats --by Ben").fine();
    folder.run("log add --title Fee --date 2026-03-01 --review 2090-05-01 --text So.").fine();
    folder.run("log add --role Keys --elected Ben --date 2026-03-01 --until 2090-03-01").fine();
    let script = "/at 2026-09-05T19:00+00:00\nall\nok\nok\n";
    folder.run_with("meet --script -", script).paused();
    folder
}

#[test]
fn every_shell_has_a_script_and_learns_the_commands_without_a_circle() {
    let folder = Folder::empty();
    for shell in SHELLS {
        let script = folder.run(&format!("completions {shell}")).fine();
        assert!(script.contains("ROUNDS_COMPLETE"), "{script}");
        let told = asked(&folder, shell, &["rounds", "rep"]).fine();
        assert!(told.lines().any(|it| it.starts_with("replay")), "{shell}: {told}");
    }
    let ran = folder.run("completions cmd");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    let ran = asked(&folder, "nonsense", &["rounds", "rep"]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (Some(2), "", ""));
}

#[test]
fn what_the_circle_knows_is_offered_where_it_fits() {
    let folder = circle();
    let check =
        |line: &str, expected: &[&str]| assert_eq!(offered(&folder, line), expected, "{line}");
    check("rounds show 2026-03-01-f", &["2026-03-01-fee:Fee"]);
    check("rounds show FEE", &["2026-03-01-fee:Fee"]);
    check("rounds show 2026-09", &["2026-09-05-bees:Bees", "2026-09-05-dogs:Dogs"]);
    check("rounds show 2026-03-01-fee 2", &[]);
    check("rounds log add --ends ", &["2026-03-01-fee:Fee"]);
    check("rounds log add --role Keys --replaces ", &["2026-03-01-keys:Keys: Ben"]);
    check("rounds log add --role ", &["Keys:Ben"]);
    check("rounds due --on ", &["2090-03-01:term ends: Keys", "2090-05-01:review: Fee"]);
    check("rounds log --since ", &["2026-09-05:Saturday 5 September 2026"]);
    check("rounds minutes ", &["2026-09-05:Saturday 5 September 2026"]);
    check("rounds meet --meeting ", &["2026-09-05:Saturday 5 September 2026"]);
    check("rounds due --for ", &["Ana", "Ben:Keys"]);
    check("rounds backlog add Bats --by Ana,", &["Ana,Ben:Keys"]);
    check("rounds people b", &["Ben:Keys"]);
    check("rounds ask C", &["Cats:Ben"]);
    check("rounds ask --amend D", &["Dogs:Waits for Ben."]);
    check("rounds settle B", &["Bees:Waits for Ben."]);
    check("rounds answer Bees o", &["ok", "object"]);
    check("rounds answer --via ", &["mail", "spoken"]);
    check("rounds backlog add Bats --kind ", &["decide", "select", "explore", "report"]);
    check("rounds meet --steps check-in,re", &["check-in,react", "check-in,read-back"]);
    check("rounds meet --steps full,", &[]);
    check("rounds due --within 2", &["2 weeks"]);
    check("rounds --lang ", &["en", "de"]);
    check("rounds --circle ", &[".:Garden"]);
    check("rounds --lang de minutes ", &["2026-09-05:Samstag, 5. September 2026"]);
    check("rounds export csv r", &["roles"]);
}

#[test]
fn the_circle_that_was_typed_is_asked() {
    let folder = circle();
    let other = CIRCLE.replace("Ana", "Yara").replace("Garden", "Books");
    folder.write("teams/books/circle.toml", other);
    assert_eq!(offered(&folder, "rounds --circle teams/books due --for Y"), ["Yara"]);
    assert_eq!(offered(&folder, "rounds due --circle=teams/books --for Y"), ["Yara"]);
    assert_eq!(offered(&folder, "rounds people Y"), ["Yara"]);
    assert_eq!(offered(&folder, "rounds due --for Y"), Vec::<String>::new());
    assert_eq!(offered(&folder, "rounds due --deep --for Y"), ["Yara"]);
    assert_eq!(offered(&folder, "rounds --circle bo"), ["teams/books:Books"]);
}

#[test]
fn files_are_left_to_the_shell() {
    let folder = circle();
    for (line, how) in [
        ("rounds meet --script ", "files\n"),
        ("rounds meet --as-of n", "files\n"),
        ("rounds replay m", "files\n"),
        ("rounds site ", "folders\n"),
        ("rounds --circle nowhere", "folders\n"),
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        assert_eq!(asked(&folder, "zsh", &words).fine(), how, "{line}");
        assert_eq!(asked(&folder, "bash", &words).fine(), how, "{line}");
    }
}

#[test]
fn bash_is_told_nothing_that_would_take_away_what_was_typed() {
    let folder = circle();
    folder
        .run("log add --title Coffee-fee --date 2026-04-01 --review 2090-05-01 --text So.")
        .fine();
    assert_eq!(asked(&folder, "bash", &["rounds", "show", "fee"]).fine(), "instead\n");
    let told = asked(&folder, "bash", &["rounds", "show", "coff"]).fine();
    assert_eq!(told, "instead\n2026-04-01-coffee-fee\n");
}

#[test]
fn nothing_is_written_and_no_error_is_said() {
    let folder = circle();
    folder.write("decisions/2026-05-01-torn.md", "+++\ntitle = ");
    folder.write("people.toml", "nonsense");
    let lines = [
        "rounds show ",
        "rounds due --for ",
        "rounds due --on ",
        "rounds meet --meeting ",
        "rounds answer ",
        "rounds --circle ",
        "rounds log add --role --nonsense= ",
        "rounds nonsense --circle=nowhere -- ",
    ];
    for circle in [CIRCLE, "", "name = \"Garden\"\nmebmer = []\n"] {
        folder.write("circle.toml", circle);
        let before = folder.files();
        for (shell, line) in SHELLS.iter().flat_map(|it| lines.map(|line| (it, line))) {
            let words: Vec<&str> = line.split(' ').collect();
            asked(&folder, shell, &words).fine();
        }
        assert_eq!(folder.files(), before);
        assert!(crate::folder::files(&folder.config()).is_empty());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_an_error_also_of_help_and_scripts() {
    let folder = Folder::empty();
    for args in ["--help", "--version", "meet --help", "man", "completions bash", "completions zsh"]
    {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = Ran::of(&folder.rounds(args).stdout(full).output().unwrap());
        let said = "error: cannot write to standard output: the disk is full\n";
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(2), said), "{args}");
    }
}

#[test]
fn powershell_is_told_nothing_that_it_would_run() {
    let folder = circle();
    folder.write("circle.toml", CIRCLE.replace("\"Ana\"", "\"Ana’s $x; `'y\""));
    folder.run("backlog add Rule$(touch-x)").fine();
    let told = asked(&folder, "powershell", &["rounds", "due", "--for", "A"]).fine();
    assert_eq!(told, "'Ana’’s $x; `''y'\n");
    let told = asked(&folder, "powershell", &["rounds", "ask", "Rule"]).fine();
    assert!(told.starts_with("'Rule$(touch-x)'"), "{told}");
    let told = asked(&folder, "powershell", &["rounds", "roles", "--o"]).fine();
    assert!(told.starts_with("--on\t"), "{told}");
}
