//! Entries as flat tables, as databases and spreadsheets take them: one a noun, and one for each list of tables inside it.

use super::entries::{Entry, Fields, Scalar, Value, field};
use super::nouns::{Home, NOUNS, Noun};
use super::shape::{Keys, Kind, Shape, keys_of};

/// A table with columns and rows; a cell is a list of values, most often of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Flat {
    /// Its name: `levels`, `levels_duties`.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// Its rows, a cell a column.
    pub rows: Vec<Vec<Vec<Scalar>>>,
}

/// How the fields of a table become columns and tables of their own.
struct Plan {
    name: String,
    /// The columns that lead to what a row is part of.
    parents: Vec<String>,
    /// The way to each column's field.
    columns: Vec<Vec<String>>,
    /// The lists of tables inside, each with the way there.
    inside: Vec<(Vec<String>, Plan)>,
}

/// The columns that come first, and those that come last; others stand between them by name.
const FIRST: [&str; 4] = ["id", "code", "occupation", "title"];
const LAST: [&str; 3] = ["missing", "inferred", "sources"];

/// Every table of the entries, the same for every dataset, even where it has no rows.
pub fn flat(entries: &[Entry]) -> Vec<Flat> {
    let mut all = Vec::new();
    for noun in NOUNS {
        let plan = plan_of(noun);
        let first = all.len();
        open(&plan, &mut all);
        for entry in entries.iter().filter(|entry| entry.noun == noun) {
            let id = Scalar::Text(entry.key.join(" "));
            fill(&plan, &entry.fields, &[], id, &mut all[first..]);
        }
    }
    all
}

fn plan_of(noun: &Noun) -> Plan {
    let own = |name: &str| keys_of(Kind::Entries).known.get(name);
    let list = |columns: &[&str]| {
        let named = columns.iter().map(|column| vec![column.trim_end_matches('…').to_owned()]);
        let columns = named.collect();
        Plan { name: noun.name.to_owned(), parents: Vec::new(), columns, inside: Vec::new() }
    };
    match noun.home {
        Home::About => plan(noun.name, noun.word, Vec::new(), keys_of(Kind::Dataset)),
        Home::Tables(name) => match own(name) {
            Some(Shape::Tables(keys)) => plan(noun.name, noun.word, Vec::new(), keys),
            _ => list(&[]),
        },
        Home::Rows(_, columns) => list(columns),
        Home::Block(_, _, columns) => list(&[columns, &["sources"]].concat()),
        Home::Wages(_) => {
            let figures = ["employment", "mean", "p10", "p25", "p50", "p75", "p90"];
            list(&[noun.keys, &figures, &["missing", "sources"]].concat())
        }
    }
}

fn plan(name: &str, word: &str, parents: Vec<String>, keys: &Keys) -> Plan {
    let (mut columns, mut lists) = (Vec::new(), Vec::new());
    gather(keys, &[], &mut columns, &mut lists);
    let place = |way: &Vec<String>| {
        let key = way.join("_");
        let first = FIRST.iter().position(|first| *first == key);
        let last = LAST.iter().position(|last| *last == key).map(|place| FIRST.len() + 1 + place);
        first.or(last).unwrap_or(FIRST.len())
    };
    columns.sort_by_key(place);
    let inside = lists.into_iter().map(|(way, keys)| {
        let inner = way.join("_");
        // An entry is found by its id, what is inside it by its number there.
        let own = if parents.is_empty() { format!("{word}_id") } else { format!("{word}_number") };
        let above = parents.iter().cloned().chain([own]).collect();
        let plan = plan(&format!("{name}_{inner}"), &inner, above, keys);
        (way, plan)
    });
    let inside = inside.collect();
    Plan { name: name.to_owned(), parents, columns, inside }
}

/// The ways to what is a column, and to what is a table of its own.
fn gather<'a>(
    keys: &'a Keys,
    way: &[String],
    columns: &mut Vec<Vec<String>>,
    lists: &mut Vec<(Vec<String>, &'a Keys)>,
) {
    for (key, shape) in &keys.known {
        let way = [way, std::slice::from_ref(key)].concat();
        match shape {
            Shape::Value | Shape::List => columns.push(way),
            Shape::Table(keys) => gather(keys, &way, columns, lists),
            Shape::Tables(keys) => lists.push((way, keys)),
            Shape::Map => (),
        }
    }
}

/// Adds a table for a plan and for each inside it, in the order in which `fill` finds them.
fn open(plan: &Plan, all: &mut Vec<Flat>) {
    let number = (!plan.parents.is_empty()).then(|| "number".to_owned());
    let own = plan.columns.iter().map(|way| way.join("_"));
    let columns = plan.parents.iter().cloned().chain(number).chain(own).collect();
    all.push(Flat { name: plan.name.clone(), columns, rows: Vec::new() });
    plan.inside.iter().for_each(|(_, inner)| open(inner, all));
}

/// Adds the row of some fields, then those of the lists inside; `own` is what tells it from others beside it.
fn fill(plan: &Plan, fields: &Fields, parents: &[Scalar], own: Scalar, all: &mut [Flat]) {
    let above = parents.iter().map(|parent| vec![parent.clone()]);
    let number = (!plan.parents.is_empty()).then(|| vec![own.clone()]);
    let cells = plan.columns.iter().map(|way| match follow(fields, way) {
        Some(Value::One(one)) => vec![one.clone()],
        Some(Value::List(all)) => all.clone(),
        _ => Vec::new(),
    });
    let row = above.chain(number).chain(cells).collect();
    let Some((table, mut rest)) = all.split_first_mut() else { return };
    table.rows.push(row);
    let parents = [parents, &[own]].concat();
    for (way, inner) in &plan.inside {
        if let Some(Value::Tables(items)) = follow(fields, way) {
            for (index, item) in items.iter().enumerate() {
                fill(inner, item, &parents, Scalar::Whole(index as i64 + 1), rest);
            }
        }
        rest = rest.split_at_mut(size(inner)).1;
    }
}

/// How many tables a plan has.
fn size(plan: &Plan) -> usize {
    1 + plan.inside.iter().map(|(_, inner)| size(inner)).sum::<usize>()
}

fn follow<'a>(fields: &'a Fields, way: &[String]) -> Option<&'a Value> {
    let (first, rest) = way.split_first()?;
    match (field(fields, first)?, rest) {
        (value, []) => Some(value),
        (Value::Table(inner), rest) => follow(inner, rest),
        _ => None,
    }
}
