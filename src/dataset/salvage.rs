//! What is right in a file with faults, and every fault: each entry is read by itself. Knows no meaning.

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Error};

use super::raw::{Span, missing_field};
use super::reading::held;
use super::shape::Kind;

/// What is wrong with an entry that was left out, and its id, where it has one.
pub(super) struct LeftOut {
    pub(super) faults: Vec<Error>,
    pub(super) id: Option<String>,
}

/// Takes every entry out of a file that is not as documented. In a file of entries what stands beside them is such an entry
/// too; in any other each entry needs it.
pub(super) fn leave_out(kind: Kind, table: &mut DeTable<'_>) -> Vec<LeftOut> {
    let beside = match beside(kind, table) {
        Ok(beside) => beside,
        Err(fault) => return vec![LeftOut { faults: vec![fault], id: None }],
    };
    let mut all = Vec::new();
    let mut wrong = Vec::new();
    for (key, value) in table.iter_mut() {
        let alone = |item: &Spanned<DeValue<'_>>, of: Span| {
            let mut file = beside.clone();
            drop(file.insert(key.clone(), item.clone()));
            held(kind, Spanned::new(of, file)).map(drop)
        };
        let listed = |item: &Spanned<DeValue<'_>>| {
            let array = DeValue::Array(std::iter::once(item.clone()).collect());
            alone(&Spanned::new(item.span(), array), item.span())
        };
        match value.get_mut() {
            DeValue::Array(items) if is_of_entries(items) => {
                let mut kept = DeArray::new();
                for item in std::mem::replace(items, DeArray::new()) {
                    match faults(&item, listed) {
                        none if none.is_empty() => kept.push(item),
                        faults => all.push(LeftOut { faults, id: id_of(item.get_ref()) }),
                    }
                }
                *items = kept;
            }
            _ if kind == Kind::Entries => {
                let faults = faults(value, |block| alone(block, block.span()));
                if !faults.is_empty() {
                    wrong.push(key.clone());
                    all.push(LeftOut { faults, id: None });
                }
            }
            _ => (),
        }
    }
    wrong.iter().for_each(|key| drop(table.remove(key)));
    all
}

/// What an entry needs beside it in order to be read: in a file of entries nothing, in any other all that stands there.
fn beside<'i>(kind: Kind, table: &DeTable<'i>) -> Result<DeTable<'i>, Error> {
    let mut beside = DeTable::default();
    for (key, value) in table.iter() {
        match (entries(value.get_ref()), kind) {
            (None, Kind::Entries) => (),
            (None, Kind::Dataset | Kind::Wages) => drop(beside.insert(key.clone(), value.clone())),
            (Some(_), _) => {
                let none = Spanned::new(value.span(), DeValue::Array(DeArray::new()));
                drop(beside.insert(key.clone(), none));
            }
        }
    }
    // What is wrong there is told once, and no entry can be read without it.
    if kind != Kind::Entries {
        held(kind, Spanned::new(0..0, beside.clone()))?;
    }
    // No row of wages needs what each mark stands for.
    let marks = beside.iter_mut().filter(|_| kind == Kind::Wages);
    for (_, value) in marks {
        if let DeValue::Table(inside) = value.get_mut() {
            *inside = DeTable::default();
        }
    }
    Ok(beside)
}

/// The entries of a list, where it is one of entries.
fn entries<'v, 'i>(value: &'v DeValue<'i>) -> Option<&'v DeArray<'i>> {
    value.as_array().filter(|items| is_of_entries(items))
}

fn is_of_entries(items: &DeArray<'_>) -> bool {
    items.iter().any(|item| matches!(item.get_ref(), DeValue::Table(_) | DeValue::Array(_)))
}

/// How many faults of an entry are told at most.
const MOST: usize = 20;

/// Every fault of an entry: what is wrong is taken out of it until the rest is read.
fn faults(
    entry: &Spanned<DeValue<'_>>,
    read: impl Fn(&Spanned<DeValue<'_>>) -> Result<(), Error>,
) -> Vec<Error> {
    let mut found: Vec<Error> = Vec::new();
    let mut rest = entry.clone();
    while let Err(fault) = read(&rest) {
        let place = fault.span().unwrap_or_default().start;
        let taken_out = take_out(rest.get_mut(), place);
        // What is missing once something was taken out may only be missing since then.
        if found.is_empty() || missing_field(fault.message()).is_none() {
            found.push(fault);
        }
        if !taken_out || found.len() == MOST {
            break;
        }
    }
    found
}

/// Takes the innermost value at a place out of a table or of what stands in it; tells whether one was there.
fn take_out(value: &mut DeValue<'_>, place: usize) -> bool {
    match value {
        DeValue::Table(table) => {
            let Some(key) = table
                .iter()
                .find(|(key, item)| key.span().contains(&place) || holds(item, place))
                .map(|(key, _)| key.clone())
            else {
                return false;
            };
            let inside = table.get_mut(&key).is_some_and(|item| take_out(item.get_mut(), place));
            inside || table.remove(&key).is_some()
        }
        DeValue::Array(items) => {
            items.iter_mut().any(|item| holds(item, place) && take_out(item.get_mut(), place))
        }
        _ => false,
    }
}

/// Whether a value or one inside it stands at a place; the span of a table is that of its header.
fn holds(value: &Spanned<DeValue<'_>>, place: usize) -> bool {
    let inside = match value.get_ref() {
        DeValue::Array(items) => items.iter().any(|item| holds(item, place)),
        DeValue::Table(table) => {
            table.iter().any(|(key, item)| key.span().contains(&place) || holds(item, place))
        }
        _ => false,
    };
    inside || value.span().contains(&place)
}

fn id_of(entry: &DeValue<'_>) -> Option<String> {
    let id = match entry {
        DeValue::Table(table) => table.get("id"),
        DeValue::Array(cells) => cells.first(),
        _ => None,
    };
    Some(id?.get_ref().as_str()?.to_owned())
}

/// The ids of the entries in a list.
pub(super) fn ids_in(value: &DeValue<'_>) -> impl Iterator<Item = String> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(|item| id_of(item.get_ref()))
}
