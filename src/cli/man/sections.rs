//! Exit codes, environment variables and files, read from `docs/files.md`, so that they are written once.

/// The page that lists them.
const FILES: &str = include_str!("../../../docs/files.md");

/// Returns the exit codes and their meanings.
pub(super) fn exit_codes() -> Vec<(String, String)> {
    table("## Exit codes")
}

/// Returns the environment variables and their meanings.
pub(super) fn variables() -> Vec<(String, String)> {
    table("## Environment variables")
}

/// Returns the files of a circle, as the page shows its folder, and that of the settings.
pub(super) fn files() -> Vec<(String, String)> {
    let shown = section("## The folder").skip_while(|it| *it != "```").skip(1);
    let lines = shown.take_while(|it| *it != "```").filter_map(|it| it.trim().split_once("  "));
    let files = lines.map(|(path, meaning)| (format!("`{path}`"), meaning.trim().to_owned()));
    let settings = section("### `config.toml`").skip_while(|it| it.is_empty());
    let settings: Vec<&str> = settings.take_while(|it| !it.is_empty()).collect();
    files.chain([("`config.toml`".to_owned(), settings.join(" "))]).collect()
}

/// Returns the lines under a heading.
fn section(heading: &str) -> impl Iterator<Item = &'static str> {
    let under = FILES.lines().skip_while(move |it| *it != heading).skip(1);
    under.take_while(|it| !it.starts_with('#'))
}

/// Returns the rows of the table under a heading, without the names of the columns.
fn table(heading: &str) -> Vec<(String, String)> {
    let rows = section(heading).filter_map(|it| it.strip_prefix("| ")?.strip_suffix(" |"));
    let cells = rows.skip(1).filter_map(|it| it.split_once(" | "));
    cells.map(|(name, meaning)| (name.to_owned(), meaning.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_what_the_manual_takes_from_it() {
        let names =
            |all: &[(String, String)]| all.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
        assert_eq!(names(&exit_codes())[..2], ["`0`", "`1`"]);
        assert!(names(&variables()).contains(&"`ROUNDS_CONFIG_DIR`".to_owned()));
        let files = files();
        assert_eq!(files[0], ("`circle.toml`".to_owned(), "the circle file".to_owned()));
        assert!(files.iter().all(|(path, meaning)| !path.is_empty() && !meaning.is_empty()));
        assert!(names(&files).contains(&"`config.toml`".to_owned()), "{files:?}");
    }
}
