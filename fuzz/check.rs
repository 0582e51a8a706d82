//! What has to hold for every text that is read. The fuzz targets and `tests/corpus.rs` share it.

use std::fmt::Debug;

use rounds::fuzz::Read;

/// Checks that a text is read or refused: what is written of it is read as the same value, and each
/// error has a message and a place within the text.
#[track_caller]
pub fn check<T: PartialEq + Debug>(bytes: &[u8], read: impl Fn(&str) -> Read<T>) {
    // A file that is not UTF-8 is refused before it is parsed.
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match read(text) {
        Ok(twice) => assert_eq!(twice.again, Ok(twice.value), "of the text {text:?}"),
        Err(errors) => {
            assert!(!errors.is_empty(), "refused without an error: {text:?}");
            for error in errors {
                let line = error.place.line.unwrap_or_default();
                let lines = 1..=text.lines().count() + 1;
                assert!(lines.contains(&line), "{error:?} of the text {text:?}");
            }
        }
    }
}
