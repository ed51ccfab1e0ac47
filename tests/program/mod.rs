//! Runs the program as a reader of the tests would: no profile, no terminal, a fixed day.

use std::process::{Command, Output};

/// Asks the program something, from the root of the project.
pub fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tpm-path"))
        .args(arguments)
        .env("TPM_PATH_PROFILE", "none/profile.toml")
        .env("SOURCE_DATE_EPOCH", "1795219200")
        .env_remove("COLUMNS")
        .env_remove("ACCESSIBLE")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}
