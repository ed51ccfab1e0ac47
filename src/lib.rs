//! A career-path explorer: layers, each using only those before it.

/// Before them: how much is taken in, and from what.
mod intake;

/// ① Where it comes from: text to raw structs.
pub mod dataset;

/// Beside it: what a person says of themselves.
pub mod profile;

/// ② What is known: the model, immutable and always valid.
pub mod catalog;

/// Our own dataset, as the build has checked and stored it.
mod builtin;

/// ③ How it is worked out: pure functions of a catalog.
pub mod query;

/// ④ What is said: one file per subcommand.
pub mod report;

/// ⑤ How it looks: one file per format.
pub mod render;

/// ⑥ What can be asked.
pub mod cli;
