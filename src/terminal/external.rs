//! Opens a text in the editor that `VISUAL` or `EDITOR` names, and reads it back.
//!
//! What was typed there is never lost: if it cannot be taken, its file stays and is named.
#![expect(clippy::disallowed_methods, reason = "reads the environment")]

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use rustix::stdio;
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use tempfile::{Builder, NamedTempFile};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::store::file::{self, cause};

/// The greatest length of a text in bytes, as in a script.
const LIMIT: u64 = 16 << 20;

/// Returns a text as somebody has changed it in an editor.
///
/// # Errors
/// No editor is named, it cannot be run or says that it failed, or what it leaves is no text.
pub(super) fn edited(current: &str) -> Result<String> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|it| env::var(it).ok());
    let editor = named.into_iter().find(|it| !it.trim().is_empty());
    let editor =
        editor.ok_or_else(|| Error::new(say!("error-no-editor")).hint(say!("hint-no-editor")))?;
    let begun = format!("{}\n", current.trim_end());
    let unwritten = |err| Error::new(say!("error-editor-file", cause = cause(&err)));
    let file = written(&begun).map_err(unwritten)?;
    let failed = match run(&editor, file.path()) {
        Ok(true) => None,
        Ok(false) => Some(Error::new(say!("error-editor", editor = &editor))),
        Err(err) => {
            Some(Error::new(say!("error-editor-run", editor = &editor, cause = cause(&err))))
        }
    };
    let left = file::text(file.path(), LIMIT);
    match (failed, left) {
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

fn written(text: &str) -> io::Result<NamedTempFile> {
    let mut file = Builder::new().prefix("rounds-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

/// Runs an editor, which may have arguments, on a file. Returns whether it ended well. The terminal
/// is afterwards as it was.
fn run(editor: &str, file: &Path) -> io::Result<bool> {
    let found = tcgetattr(stdio::stdin()).ok();
    let line = format!("{editor} \"$1\"");
    let status = Command::new("sh").arg("-c").arg(line).arg("sh").arg(file).status();
    if let Some(found) = &found {
        let _ = tcsetattr(stdio::stdin(), OptionalActions::Flush, found);
    }
    Ok(status?.success())
}

/// Leaves the file where it is, and returns its path.
fn kept(file: NamedTempFile) -> String {
    let path = file.path().display().to_string();
    let _ = file.keep();
    path
}
