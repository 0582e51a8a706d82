//! Answers from a script: the lines that a facilitator types, from a file or standard input.
//!
//! A script is parsed completely before its first answer is used. A refused answer ends it with an
//! error that names the file and line.
#![expect(clippy::disallowed_methods, reason = "reads the script")]

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};

use crate::dialogue::{Answers, Ask, Block, Input, input};
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::store::file::cause;
use crate::terminal::{Page, output};

/// The greatest length of a script in bytes.
const LIMIT: usize = 16 << 20;

/// A source of answers that reads a script and writes a transcript.
pub(crate) struct Script<'a> {
    file: String,
    said: VecDeque<(usize, Input)>,
    line: usize,
    page: Page,
    words: &'a Words,
    out: Box<dyn Write + 'a>,
}

impl<'a> Script<'a> {
    /// Parses a script. The transcript is written to `out`, laid out by `page`.
    pub(crate) fn new(
        file: &str,
        text: &str,
        page: Page,
        words: &'a Words,
        out: impl Write + 'a,
    ) -> Result<Self> {
        let said = input::parse(text).map_err(|err| err.in_file(file))?.into();
        Ok(Self { file: file.to_owned(), said, line: 0, page, words, out: Box::new(out) })
    }

    /// Returns the line number of the next answer, if there is one.
    pub(crate) fn unread(&self) -> Option<usize> {
        self.said.front().map(|(line, _)| *line)
    }

    fn placed(&self, err: Error) -> Error {
        err.on_line(self.line).in_file(&self.file)
    }
}

impl Answers for Script<'_> {
    fn answer(&mut self, ask: &Ask) -> Result<Option<Input>> {
        self.show(&ask.shown)?;
        let Some((line, said)) = self.said.pop_front() else { return Ok(None) };
        self.line = line;
        let prompt = self.page.prompt(ask, self.words);
        output::write(&mut *self.out, &self.page.typed(&prompt, &said))?;
        Ok(Some(said))
    }

    fn edit(&mut self, _: &Ask, _: &str) -> Result<Option<String>> {
        let err = Error::new(say!("error-script-edit")).hint(say!("hint-script-edit"));
        Err(self.placed(err))
    }

    fn refuse(&mut self, err: Error) -> Result<()> {
        Err(self.placed(err))
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        output::write(&mut *self.out, &self.page.lines(blocks))
    }
}

/// Reads a script of at most 16 MB from a file, or from standard input if `file` is `-`.
pub(crate) fn read(file: &str) -> Result<String> {
    let from: io::Result<Box<dyn Read>> = match file {
        "-" => Ok(Box::new(io::stdin().lock())),
        path => File::open(path).map(|it| Box::new(it) as Box<dyn Read>),
    };
    let mut bytes = Vec::new();
    from.and_then(|it| it.take(LIMIT as u64 + 1).read_to_end(&mut bytes)).map_err(|err| {
        let refused = match err.kind() {
            ErrorKind::NotFound => say!("error-file-missing"),
            ErrorKind::IsADirectory => say!("error-not-a-file"),
            _ => say!("error-cannot-read", cause = cause(&err)),
        };
        Error::new(refused).in_file(file)
    })?;
    if bytes.len() > LIMIT {
        return Err(Error::new(say!("error-file-too-large", megabytes = LIMIT >> 20)).in_file(file));
    }
    String::from_utf8(bytes).map_err(|err| {
        let good = String::from_utf8_lossy(&err.as_bytes()[..err.utf8_error().valid_up_to()]);
        let err = Error::new(say!("error-not-text")).hint(say!("hint-file-text"));
        err.at_offset(&good, good.len()).in_file(file)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::terminal::Look;

    #[test]
    fn a_file_that_cannot_be_read_is_named() {
        let err = read("/no/such/script").unwrap_err();
        let said = err.say(&Words::of(Lang::En));
        assert_eq!(said, "error: /no/such/script: is not there");
    }

    #[test]
    fn a_transcript_reads_like_the_screen() {
        let words = Words::of(Lang::En);
        let mut out = Vec::new();
        let page = Page::new(40, Look::Marked);
        let mut script =
            Script::new("a.txt", "\nBen\n/note\n\"\"\"\nx\ny\n\"\"\"", page, &words, &mut out)
                .unwrap();
        let ask = Ask {
            shown: vec![Block::Text("Who facilitates?".into())],
            label: "Facilitator".into(),
            offer: Some("Ana".into()),
            ..Ask::default()
        };
        let said = script.answer(&ask).unwrap().unwrap();
        assert_eq!(said.line, "Ben");
        script.answer(&Ask::default()).unwrap();
        assert_eq!(script.answer(&Ask::default()).unwrap(), None);
        let err = script.refuse(Error::new(say!("error-none-ticked"))).unwrap_err();
        assert_eq!(err.say(&words), "error: a.txt:3: nobody is ticked");
        let err = script.edit(&ask, "").unwrap_err();
        assert_eq!((err.place.line, err.message.key), (Some(3), "error-script-edit"));
        drop(script);
        let expected = "  Who facilitates?\n  Facilitator [Ana] › Ben\n  › /note\n    x\n    y\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
