//! Reads `data/` with the loader of `src/dataset`, asks every rule of `src/catalog`, and stores the catalog for `src/builtin.rs`.
//! A dataset with errors does not compile: the findings are shown as `tpm-path dataset check` shows them.

#![expect(dead_code, unused_imports, reason = "a build needs only a part of what the layers offer")]

use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};

use catalog::{Catalog, rules};
use dataset::Layer;
use dataset::diagnostic::{Severity, show};

#[path = "src/intake.rs"]
mod intake;

#[path = "src/dataset/mod.rs"]
mod dataset;

#[path = "src/catalog/mod.rs"]
mod catalog;

#[expect(clippy::disallowed_methods, reason = "Cargo gives the folder that a build may write to")]
fn main() -> anyhow::Result<()> {
    println!("cargo::rerun-if-changed=data");
    let raw = dataset::load(&[Layer::Directory(PathBuf::from("data"))])?;
    let mut findings = rules::check(&raw);
    findings.retain(|finding| finding.severity == Severity::Error);
    if !findings.is_empty() {
        return Err(anyhow!("the dataset breaks its rules\n{}", show(&findings, &raw)));
    }
    let folder = std::env::var_os("OUT_DIR").context("Cargo names the folder to write to")?;
    for (name, stored) in
        ["catalog", "parts", "texts"].iter().zip(Catalog::assemble(raw)?.encode()?)
    {
        std::fs::write(Path::new(&folder).join(name), stored)?;
    }
    Ok(())
}
