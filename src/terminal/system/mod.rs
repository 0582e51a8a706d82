//! What the terminal does in another way on each system, with the same functions for all.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod of_system;

pub(super) use of_system::{
    Modes, comes, drop_typed_ahead, editor, ignore_interrupts, interrupting, is_dumb, is_interrupt,
    keys, on_signal, without_waiting, write_err, write_out,
};

/// Which keys the terminal hands over one by one.
#[derive(Clone, Copy, Debug)]
pub(super) enum KeyMode {
    /// Those behind a line. They are shown.
    Shown,
    /// Those that are dropped before a question. They are not shown.
    Hidden,
    /// Those that move the view of the room. They are not shown, and Ctrl-Z is one of them: a shell
    /// would be left on the wrong screen.
    Followed,
}
