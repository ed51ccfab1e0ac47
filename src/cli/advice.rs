//! What is wrong with a question, and what to type instead, in words. Decides no exit code.

use crate::catalog::Kind;
use crate::query::QueryError;
use crate::render::{clean, command_text};
use crate::report::command::listing;

/// How many candidates an error names.
const CANDIDATES: usize = 12;

/// What a place may be called.
const PLACES: &str = "a place is a state or its postal code, a metropolitan area by its title or a \
                      city in it, or a BLS code; `tpm-path places --by nonmetro --state TX` lists \
                      rural areas";

/// What can be compared.
const SUBJECTS: &str = "`tpm-path levels`, `tpm-path routes`, `tpm-path certs` and `tpm-path salary \
                        --occupation all` list what can be compared";

/// What is wrong, and one thing to do.
pub(super) fn advice(error: QueryError) -> (String, String) {
    match error {
        QueryError::Unknown { kind, given, near } => unknown(kind, &given, &near),
        QueryError::Ambiguous { kind, given, candidates } => {
            ambiguous(kind.word(), &given, &candidates)
        }
        QueryError::AmbiguousKind { given, candidates } => ambiguous("thing", &given, &candidates),
        QueryError::NotAlike { first, other } => not_alike(&first, &other),
        QueryError::NotHeld { occupation, setting, vintage, held } => {
            not_held(&occupation, setting.as_deref(), vintage.as_deref(), &held)
        }
        QueryError::NoneOf(kind) => {
            let hint = "another dataset may have some; to one of your own, add them as docs/dataset.md shows";
            (format!("the dataset has no {}", kind.word()), hint.to_owned())
        }
        QueryError::NotByPlace { occupation } => {
            let message = format!("no wages by place are held for `{}`", clean(&occupation));
            (message, "leave --occupation out, or name one that is no group of others".to_owned())
        }
        QueryError::NotProjected { occupation } => {
            let message = format!("nothing is projected for `{}`", clean(&occupation));
            (message, "`tpm-path outlook --occupation all` shows what is".to_owned())
        }
        QueryError::NothingProjected => {
            let hint = "`tpm-path salary` shows what is held; wages/projections.toml is where projections go";
            ("the dataset holds no projections".to_owned(), hint.to_owned())
        }
        QueryError::IndustryInPlace => {
            let message = "nobody publishes the wages of an industry in one place".to_owned();
            (message, "ask with --area or with --industry, one at a time".to_owned())
        }
        QueryError::SeveralOccupations => {
            let message = "several places are compared for one occupation".to_owned();
            (message, "name one with --occupation, or ask about one place".to_owned())
        }
    }
}

fn list(kind: Kind) -> Option<String> {
    let command = listing(kind)?;
    Some(format!("`{}` lists them all", command_text(&command)))
}

fn unknown(kind: Kind, given: &str, near: &[String]) -> (String, String) {
    let meant = (!near.is_empty()).then(|| format!("did you mean {}?", either(near)));
    let all = list(kind).or_else(|| match kind {
        Kind::Place => Some(PLACES.to_owned()),
        Kind::Subject => Some(SUBJECTS.to_owned()),
        _ if near.is_empty() => {
            Some(format!("leave the {} out: the dataset has none", kind.word()))
        }
        _ => None,
    });
    let hint: Vec<String> = meant.into_iter().chain(all).collect();
    (format!("unknown {} `{}`", kind.word(), clean(given)), hint.join(" "))
}

fn ambiguous(kind: &str, given: &str, candidates: &[(String, String)]) -> (String, String) {
    let named = candidates.iter().take(CANDIDATES).map(|(id, title)| format!("`{id}` ({title})"));
    let more = candidates.len().saturating_sub(CANDIDATES);
    let more = (more > 0).then(|| format!("{more} more: type more of the name"));
    let named: Vec<String> = named.chain(more).collect();
    let message = format!("`{}` could be more than one {kind}", clean(given));
    (message, format!("say which: {}", named.join(", ")))
}

fn not_alike(first: &(String, Kind), other: &(String, Kind)) -> (String, String) {
    let is = |(name, kind): &(String, Kind)| {
        let article = if kind.word().starts_with('o') { "an" } else { "a" };
        format!("`{}` is {article} {}", clean(name), kind.word())
    };
    let message = format!("{}, and {}", is(first), is(other));
    let hint = "compare things of one kind; `level:NAME`, `role:NAME`, `occupation:NAME` and \
                `certificate:NAME` say which is meant";
    (message, hint.to_owned())
}

fn not_held(
    occupation: &str,
    setting: Option<&str>,
    vintage: Option<&str>,
    held: &[u32],
) -> (String, String) {
    let of = vintage.map_or(String::new(), |vintage| format!(" of {vintage}"));
    let place = setting.map_or(String::new(), |setting| format!(" in `{setting}`"));
    let message = clean(&format!("no wages{of} are held for `{occupation}`{place}"));
    let years: Vec<String> = held.iter().map(u32::to_string).collect();
    let hint = match (years.is_empty(), setting) {
        (false, _) => format!("what is held there: {}", either(&years)),
        (true, Some(_)) => "leave the place or industry out to see the nation".to_owned(),
        (true, None) => list(Kind::Vintage).unwrap_or_default(),
    };
    (message, hint)
}

/// Names as one says them: "`a`, `b` or `c`".
fn either(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
