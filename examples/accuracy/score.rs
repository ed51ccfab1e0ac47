//! Precision and recall of one field, and what was missed. Knows no posting.

use std::fmt::Write;

/// Hits, false alarms and misses of a field.
#[derive(Debug, Default)]
pub struct Score {
    hits: u32,
    false_alarms: u32,
    misses: u32,
    faults: String,
}

impl Score {
    /// Something was found that is there.
    pub fn hit(&mut self) {
        self.hits += 1;
    }

    /// Something was found that is not there.
    pub fn false_alarm(&mut self, file: &str, what: &str) {
        self.false_alarms += 1;
        let _ = writeln!(self.faults, "  {file}: not there: {what}");
    }

    /// Something was not found.
    pub fn miss(&mut self, file: &str, what: &str) {
        self.misses += 1;
        let _ = writeln!(self.faults, "  {file}: missed: {what}");
    }

    /// Of what was found, the share that is there; 1 where nothing was found.
    pub fn precision(&self) -> f64 {
        share(self.hits, self.false_alarms)
    }

    /// Of what is there, the share that was found; 1 where nothing is there.
    pub fn recall(&self) -> f64 {
        share(self.hits, self.misses)
    }

    /// What went wrong, a line each.
    pub fn faults(&self) -> &str {
        &self.faults
    }
}

fn share(part: u32, rest: u32) -> f64 {
    if part + rest == 0 { 1.0 } else { f64::from(part) / f64::from(part + rest) }
}
