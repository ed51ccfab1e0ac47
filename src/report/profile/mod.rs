//! `profile`: who you are, what a résumé says, what was written. Knows neither files nor résumés.

mod edit;
mod import;
mod init;
mod jobs;
mod path;
mod show;

pub use edit::{Edited, Editing, edited};
pub use import::{ImportedReport, imported};
pub use init::{Init, init};
pub use path::{FilePath, path};
pub use show::{Profile, show};
