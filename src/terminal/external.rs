//! Opens a text in the editor that the settings, `VISUAL` or `EDITOR` name, and reads it back.
//!
//! What was typed there is never lost: if it cannot be taken, its file stays and is named.

use std::env;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, TempPath};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::store;
use crate::store::file::{self, cause};
use crate::store::settings::Sourced;
use crate::terminal::system::{self, Modes};

/// The greatest length of a text in bytes, as in a script.
const LIMIT: u64 = 16 << 20;

/// Returns a text as somebody has changed it in their editor.
///
/// # Errors
/// No editor is named, it cannot be run or says that it failed, or what it leaves is no text.
pub(super) fn edited(current: &str) -> Result<String> {
    edited_with(&named(store::Settings::of_user()?.editor())?, &env::temp_dir(), current)
}

fn named(editor: Option<Sourced<String>>) -> Result<String> {
    let none = || Error::new(say!("error-no-editor")).hint(say!("hint-no-editor"));
    editor.map(|(it, _)| it).ok_or_else(none)
}

/// Opens a text with an editor, in a file of its own in `folder`.
fn edited_with(editor: &str, folder: &Path, current: &str) -> Result<String> {
    let begun = format!("{}\n", current.trim_end());
    let unwritten = |err| Error::new(say!("error-editor-file", cause = cause(&err)));
    let file = written(folder, &begun).map_err(unwritten)?;
    let has_failed = !matches!(run(editor, &file), Ok(true));
    let failed = has_failed.then(|| Error::new(say!("error-editor-failed", editor = editor)));
    match (failed, file::text(&file, LIMIT)) {
        (None, Ok(text)) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
            Ok(text.trim_end().to_owned())
        }
        (Some(err), Ok(text)) if text == begun => Err(err.hint(say!("hint-editor"))),
        (Some(err), _) | (None, Err(err)) => {
            Err(err.hint(say!("hint-editor-file", file = kept(file))))
        }
    }
}

/// Writes a file that is closed, because on Windows some editors do not write into an open one.
fn written(folder: &Path, text: &str) -> io::Result<TempPath> {
    let mut file = Builder::new().prefix("rounds-").suffix(".md").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    Ok(file.into_temp_path())
}

/// Runs an editor, which may have arguments, on a file. Returns whether it ended well. The terminal
/// is afterwards as it was.
fn run(editor: &str, file: &Path) -> io::Result<bool> {
    let found = Modes::found();
    let status = system::editor(editor, file).status();
    if let Some(found) = found {
        found.restore_and_drop();
    }
    Ok(status?.success())
}

/// Leaves the file where it is, and returns its path.
fn kept(file: TempPath) -> String {
    let path = file::with_slashes(&file);
    let _ = file.keep();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_that_is_absent_or_fails_is_said() {
        let key = |edited: Result<String>| edited.unwrap_err().message.key;
        assert_eq!(key(named(None)), "error-no-editor");
        let here = env::temp_dir();
        assert_eq!(key(edited_with("false", &here, "x")), "error-editor-failed");
        assert_eq!(key(edited_with("true", &here.join("not/there"), "x")), "error-editor-file");
    }

    #[cfg(unix)]
    #[test]
    fn the_text_comes_back_as_it_was_left() {
        let text =
            edited_with("printf '\\357\\273\\277Two\\r\\nlines\\n\\n' >", &env::temp_dir(), "One");
        assert_eq!(text.unwrap(), "Two\nlines");
        assert_eq!(edited_with("true", &env::temp_dir(), "One\n\n").unwrap(), "One");
    }
}
