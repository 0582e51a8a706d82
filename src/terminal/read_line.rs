//! Reads a line that the terminal edited itself, or that another program has written.
#![expect(clippy::disallowed_methods, reason = "names standard input")]

use std::io::{self, BufRead, ErrorKind, Read, StdinLock};

use crate::error::Error;
use crate::lang::say;
use crate::store::file::cause;

/// Returns standard input, to be read line by line.
pub(crate) fn stdin() -> StdinLock<'static> {
    io::stdin().lock()
}

/// Reads a line without its end; `None` at the end of the input.
pub(super) fn read_line(from: &mut dyn BufRead) -> io::Result<Option<String>> {
    read_line_within(from, usize::MAX - 1)
}

/// Reads a line of at most `limit` bytes without its end; `None` at the end of the input. A longer
/// one is skipped, and is an error of the kind `FileTooLarge`.
pub(crate) fn read_line_within(from: &mut dyn BufRead, limit: usize) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = (&mut *from).take(limit as u64 + 1).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.len() > limit && !bytes.ends_with(b"\n") {
        from.skip_until(b'\n')?;
        return Err(ErrorKind::FileTooLarge.into());
    }
    let line = String::from_utf8(bytes);
    let line = line.map_err(|err| io::Error::new(ErrorKind::InvalidData, err.utf8_error()))?;
    Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
}

/// Refuses what cannot be read.
pub(crate) fn unreadable(err: &io::Error) -> Error {
    Error::new(say!("error-cannot-read-input", cause = cause(err)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Words};

    #[test]
    fn what_is_typed_and_no_text_is_refused_and_the_next_line_is_read() {
        let mut typed: &[u8] = b"Gr\xfcn\nok\r\n";
        let refused = unreadable(&read_line(&mut typed).unwrap_err());
        assert_eq!(refused.message.key, "error-cannot-read-input");
        let said = refused.say(&Words::of(Lang::En));
        assert_eq!(said, "error: cannot read what is typed: it is no text in UTF-8");
        assert_eq!(read_line(&mut typed).unwrap().as_deref(), Some("ok"));
        assert_eq!(read_line(&mut typed).unwrap(), None);
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_to_its_end() {
        let mut typed: &[u8] = b"four\nfives\nsix\nlonger";
        assert_eq!(read_line_within(&mut typed, 4).unwrap().as_deref(), Some("four"));
        let refused = read_line_within(&mut typed, 4).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::FileTooLarge);
        assert_eq!(read_line_within(&mut typed, 4).unwrap().as_deref(), Some("six"));
        assert!(read_line_within(&mut typed, 4).is_err());
        assert_eq!(read_line_within(&mut typed, 4).unwrap(), None);
    }
}
