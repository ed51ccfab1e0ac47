//! The titles that O*NET lists under an occupation, each name once.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use tpm_path::catalog::fold;

use crate::table::Table;

/// All alternate titles, and those that people reported.
pub struct Titles {
    alternate: Table,
    reported: Table,
}

impl Titles {
    /// Reads them.
    pub fn read(folder: &Path) -> Result<Self> {
        let columns = ["onet_soc_code", "alternate_title", "short_title"];
        let alternate = Table::read(folder, "alternate_titles", &columns)?;
        let columns = ["onet_soc_code", "reported_job_title"];
        let reported = Table::read(folder, "sample_of_reported_titles", &columns)?;
        Ok(Self { alternate, reported })
    }

    /// The names under an occupation, in O*NET's order.
    pub fn of(&self, code: &str) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for row in self.alternate.of(code) {
            names.extend(parts(row.get("alternate_title")?));
            names.extend(Some(row.get("short_title")?).filter(|short| *short != "n/a"));
        }
        for row in self.reported.of(code) {
            names.extend(parts(row.get("reported_job_title")?));
        }
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(fold(name)));
        Ok(names.into_iter().map(str::to_owned).collect())
    }
}

/// The names in a title: `IT Manager (Information Technology Manager)` has two.
fn parts(title: &str) -> impl Iterator<Item = &str> {
    let within = title.strip_suffix(')').and_then(|title| title.split_once('('));
    let (first, second) = within.map_or((title, None), |(first, second)| (first, Some(second)));
    [Some(first), second].into_iter().flatten().map(str::trim)
}
