//! Opens a manual page in `man`.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use crate::terminal::system::ignore_interrupts;

/// Shows a page in `man`, and waits until it is left. Returns whether there is one that takes it.
pub(crate) fn manual(page: &str) -> bool {
    shown(page).unwrap_or(false)
}

fn shown(page: &str) -> io::Result<bool> {
    // Ctrl-C is for the pager.
    ignore_interrupts();
    let mut man = Command::new("man");
    man.args(["-l", "-"]).stdin(Stdio::piped()).stderr(Stdio::null());
    let mut man = man.spawn()?;
    if let Some(mut input) = man.stdin.take() {
        // One that does not take a page says so with its exit code.
        let _ = input.write_all(page.as_bytes());
    }
    Ok(man.wait()?.success())
}
