//! Writes to standard output and standard error.
//!
//! A closed pipe is no error: all further output is dropped. Never panics.
#![expect(clippy::disallowed_methods, reason = "this is the file that prints")]

use std::io::{self, ErrorKind, Write};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::store::file::cause;
use crate::terminal::wrap::harmless;

/// Prints data to standard output; a closed pipe is no error.
pub(crate) fn print(text: &str) -> Result<()> {
    write(&mut stdout(), text)
}

/// Prints data to standard output as [`print`] does, and returns whether somebody may read more.
pub(crate) fn print_on(text: &str) -> Result<bool> {
    let mut out = io::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(err) if err.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(err) => Err(Error::new(say!("error-cannot-write-output", cause = cause(&err)))),
        Ok(()) => Ok(true),
    }
}

/// Prints an error or a remark to standard error, without control characters, because it may
/// quote a file or an argument.
pub(crate) fn eprint(text: &str) {
    to_stderr(&harmless(text));
}

/// Prints a line on standard error over the current one.
pub(crate) fn redraw(line: &str) {
    to_stderr(&format!("\r{line}"));
}

fn to_stderr(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Returns standard output as a writer that ignores a closed pipe.
pub(crate) fn stdout() -> Quiet<io::Stdout> {
    Quiet(io::stdout())
}

/// Writes a text and flushes it.
pub(crate) fn write(to: &mut dyn Write, text: &str) -> Result<()> {
    let written = to.write_all(text.as_bytes()).and_then(|()| to.flush());
    written.map_err(|err| Error::new(say!("error-cannot-write-output", cause = cause(&err))))
}

/// A writer that ignores a closed pipe.
pub(crate) struct Quiet<W>(pub W);

impl<W: Write> Write for Quiet<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(err) if err.kind() == ErrorKind::BrokenPipe => Ok(bytes.len()),
            other => other,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0.flush() {
            Err(err) if err.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_closed_pipe_is_no_error() {
        assert_eq!(write(&mut Quiet(Failing(ErrorKind::BrokenPipe)), "text"), Ok(()));
    }

    #[test]
    fn a_full_disk_is_one() {
        let err = write(&mut Quiet(Failing(ErrorKind::StorageFull)), "text").unwrap_err();
        assert_eq!(err.message.key, "error-cannot-write-output");
    }
}
