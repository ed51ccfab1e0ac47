//! Which command shows what: command lines as data, without the program's name. Knows no answer.

use crate::catalog::{Kind, Target};
use crate::query::rung_name;

/// A command line, without the program's name.
pub type CommandLine = Vec<String>;

/// Puts words into a command line.
pub fn command<const N: usize>(words: [&str; N]) -> CommandLine {
    words.map(str::to_owned).to_vec()
}

/// The command that shows what a search found.
pub fn showing(target: &Target) -> CommandLine {
    match target {
        Target::Level(id) => command(["levels", id.as_str()]),
        Target::Phase(id) => command(["skills", "--phase", id.as_str()]),
        Target::Skill(id) => command(["skills", id.as_str()]),
        Target::Certification(id) => command(["certs", id.as_str()]),
        Target::Topic(id) => command(["guide", id.as_str()]),
        Target::Conflict(id) => command(["conflicts", id.as_str()]),
        Target::Occupation(id) => command(["salary", "--occupation", id.as_str()]),
        Target::Place(id) => command(["salary", "--area", id.as_str()]),
        Target::Industry(id) => command(["salary", "--industry", id.as_str()]),
        Target::Pay => command(["salary"]),
        Target::PayAt(percentile) => {
            command(["salary", "--percentile", &percentile.number().to_string()])
        }
        Target::Source(id) => command(["sources", id.as_str()]),
        Target::Role(id) => command(["routes", "--from", id.as_str()]),
        Target::Ladder(id) => command(["levels", id.as_str()]),
        Target::Rung(ladder, rung) => command(["levels", &rung_name(ladder, rung)]),
    }
}

/// The command that lists all names of a kind, where there is one.
pub fn listing(kind: Kind) -> Option<CommandLine> {
    Some(match kind {
        Kind::Track | Kind::Place | Kind::Subject => return None,
        Kind::Role => command(["routes"]),
        Kind::State => command(["places", "--by", "state", "--top", "60"]),
        Kind::Level | Kind::Ladder => command(["levels"]),
        Kind::Phase => command(["roadmap"]),
        Kind::Skill => command(["skills"]),
        Kind::Certification => command(["certs"]),
        Kind::Topic => command(["guide"]),
        Kind::Conflict => command(["conflicts"]),
        Kind::Occupation => command(["salary", "--occupation", "all"]),
        Kind::Vintage => command(["salary", "--vintage", "all"]),
        Kind::Industry => command(["outlook"]),
        Kind::Source => command(["sources"]),
    })
}
