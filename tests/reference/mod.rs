//! The files of the sources, where they stand beside the project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of a source's files, where it is there.
pub fn reference(source: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(source);
    folder.is_dir().then_some(folder)
}

/// The rows of a CSV file, each with its cells by column.
pub fn csv_rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let headers = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        headers.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}
