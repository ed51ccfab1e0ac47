//! Our own dataset: `build.rs` reads `data/`, asks the rules and stores the catalog, which is decoded here. Knows no file.

use crate::catalog::Catalog;

impl Catalog {
    /// The dataset that is compiled in.
    pub fn builtin() -> Catalog {
        Catalog::decode(include_bytes!(concat!(env!("OUT_DIR"), "/catalog")))
    }
}
