//! Reads a line that the terminal edited itself.

use std::io::{self, BufRead, ErrorKind};

use crate::error::Error;
use crate::lang::say;
use crate::store::file::cause;

/// Reads a line without its end; `None` at the end of the input.
pub(super) fn read_line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if from.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let line = String::from_utf8(bytes);
    let line = line.map_err(|err| io::Error::new(ErrorKind::InvalidData, err.utf8_error()))?;
    Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
}

/// Refuses what cannot be read.
pub(super) fn unreadable(err: &io::Error) -> Error {
    Error::new(say!("error-input", cause = cause(err)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Words};

    #[test]
    fn what_is_typed_and_no_text_is_refused_and_the_next_line_is_read() {
        let mut typed: &[u8] = b"Gr\xfcn\nok\r\n";
        let refused = unreadable(&read_line(&mut typed).unwrap_err());
        assert_eq!(refused.message.key, "error-input");
        let said = refused.say(&Words::of(Lang::En));
        assert_eq!(said, "error: cannot read what is typed: it is no text in UTF-8");
        assert_eq!(read_line(&mut typed).unwrap().as_deref(), Some("ok"));
        assert_eq!(read_line(&mut typed).unwrap(), None);
    }
}
