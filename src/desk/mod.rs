//! The outside world: folder, terminal, script, clock, signals.
//!
//! The only floor that touches files, reads the clock or the environment, and prints.
