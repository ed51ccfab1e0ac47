//! What sources tie to a level or phase, told from there. Knows not what they say of it.

use serde::{Deserialize, Serialize};

use super::certification::CertificationId;
use super::skill::SkillId;

/// The skills and certificates that sources tie to a level or phase, each once, in the catalog's order.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Mentioned {
    /// The skills and tools.
    pub skills: Vec<SkillId>,
    /// The certificates.
    pub certifications: Vec<CertificationId>,
}
