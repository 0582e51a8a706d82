//! The style sheet, the only file beside the pages.

pub(super) const SHEET: &str =
    concat!(include_str!("../page/palette.css"), include_str!("style.css"));
