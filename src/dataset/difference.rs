//! What differs between the entries of two datasets, field by field. Knows no meaning.

use std::collections::{BTreeMap, VecDeque};

use serde::Serialize;

use super::entries::{Entry, Fields, Scalar, Value, field, scalars};

/// What happened to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Only the new dataset has it.
    Added,
    /// Only the old one has it.
    Removed,
    /// Both have it, and it says something else.
    Changed,
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What happened to the entry.
    pub change: Change,
    /// The noun.
    pub noun: &'static str,
    /// What the entry is known by.
    pub id: String,
    /// The field that differs, where the entry changed.
    pub field: String,
    /// What the old dataset says.
    pub old: Said,
    /// What the new one says.
    pub new: Said,
}

/// What a dataset says, and on whose authority.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    /// The values, most often one.
    pub values: Vec<Scalar>,
    /// The sources as cited.
    pub sources: Vec<Scalar>,
}

/// Everything that differs, in the order of the new dataset; what is gone comes last of its noun.
pub fn differences(old: &[Entry], new: &[Entry]) -> Vec<Difference> {
    let mut before: BTreeMap<(&str, &[String]), VecDeque<&Entry>> = BTreeMap::new();
    for entry in old {
        before.entry((entry.noun.name, &entry.key)).or_default().push_back(entry);
    }
    let mut all = Vec::new();
    for entry in new {
        match before.get_mut(&(entry.noun.name, &entry.key[..])).and_then(VecDeque::pop_front) {
            Some(known) if known.fields == entry.fields => (),
            Some(known) => changes(known, entry, &mut all),
            None => all.push(whole(Change::Added, entry)),
        }
    }
    let gone = before.into_values().flatten().map(|entry| whole(Change::Removed, entry));
    all.extend(gone);
    let place = |name: &str| super::NOUNS.iter().position(|noun| noun.name == name);
    all.sort_by_key(|difference| place(difference.noun));
    all
}

fn id(entry: &Entry) -> String {
    match entry.key.is_empty() {
        true => entry.noun.word.to_owned(),
        false => entry.key.join(" "),
    }
}

fn whole(change: Change, entry: &Entry) -> Difference {
    let said = said(&entry.fields, entry.noun.keys);
    let (old, new) = match change {
        Change::Removed => (said, Said::default()),
        Change::Added | Change::Changed => (Said::default(), said),
    };
    Difference { change, noun: entry.noun.name, id: id(entry), field: String::new(), old, new }
}

/// What a table says in short: its title or text, else its values but for those it is known by.
fn said(fields: &Fields, keys: &[&str]) -> Said {
    let named = ["title", "text", "claim", "name"].into_iter().find_map(|name| {
        let found = scalars(fields, name);
        (!found.is_empty()).then_some(found)
    });
    let values = named.unwrap_or_else(|| {
        let rest = fields.iter().filter(|(key, _)| key != "sources" && !keys.contains(&&**key));
        rest.filter_map(|(key, value)| match value {
            Value::One(one) => Some(Scalar::Text(format!("{key} {}", one.text()))),
            _ => None,
        })
        .collect()
    });
    Said { values, sources: scalars(fields, "sources") }
}

/// What is compared, and where what was found goes.
struct Comparison<'a> {
    entry: &'a Entry,
    all: &'a mut Vec<Difference>,
}

fn changes(old: &Entry, new: &Entry, all: &mut Vec<Difference>) {
    let sources = [scalars(&old.fields, "sources"), scalars(&new.fields, "sources")];
    Comparison { entry: new, all }.tables("", [&old.fields, &new.fields], &sources);
}

impl Comparison<'_> {
    fn report(&mut self, field: &str, old: Said, new: Said) {
        self.all.push(Difference {
            change: Change::Changed,
            noun: self.entry.noun.name,
            id: id(self.entry),
            field: field.to_owned(),
            old,
            new,
        });
    }

    /// Compares two tables; `above` are the sources of what they stand in, for what has none itself.
    fn tables(&mut self, path: &str, [old, new]: [&Fields; 2], above: &[Vec<Scalar>; 2]) {
        let own = |fields, above: &Vec<Scalar>| {
            let own = scalars(fields, "sources");
            if own.is_empty() { above.clone() } else { own }
        };
        let sources = [own(old, &above[0]), own(new, &above[1])];
        let gone = old.iter().filter(|(key, _)| field(new, key).is_none());
        for (key, _) in new.iter().chain(gone) {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            self.values(&path, [field(old, key), field(new, key)], &sources);
        }
    }

    fn values(&mut self, path: &str, pair: [Option<&Value>; 2], sources: &[Vec<Scalar>; 2]) {
        match pair {
            [old, new] if old == new => (),
            [Some(Value::Table(old)), Some(Value::Table(new))] => {
                self.tables(path, [old, new], sources);
            }
            [Some(Value::Tables(old)), Some(Value::Tables(new))] => {
                self.lists(path, old, new, sources);
            }
            [None, Some(Value::Tables(new))] => self.lists(path, &[], new, sources),
            [Some(Value::Tables(old)), None] => self.lists(path, old, &[], sources),
            [old, new] => {
                let [old_sources, new_sources] = sources;
                let (old, new) = (one(old, old_sources), one(new, new_sources));
                self.report(path, old, new);
            }
        }
    }

    /// Compares two lists of tables: what stands in both is left out, the rest is paired by id or in order.
    fn lists(&mut self, path: &str, old: &[Fields], new: &[Fields], sources: &[Vec<Scalar>; 2]) {
        let mut before: Vec<&Fields> = old.iter().collect();
        let mut rest = Vec::new();
        let titles = |all: &[Fields]| all.iter().flat_map(|item| said(item, &[]).values).collect();
        for (index, item) in new.iter().enumerate() {
            match before.iter().position(|known| *known == item) {
                Some(same) => drop(before.remove(same)),
                None => rest.push((index, item)),
            }
        }
        // What stands in another order is read in another order: steps, ways, titles.
        if rest.is_empty() && before.is_empty() {
            let [old_sources, new_sources] = sources.clone();
            let old = Said { values: titles(old), sources: old_sources };
            self.report(path, old, Said { values: titles(new), sources: new_sources });
        }
        for (index, item) in rest {
            let path = format!("{path}[{}]", index + 1);
            let id = field(item, "id");
            let twin = before.iter().position(|known| field(known, "id") == id);
            match twin.map(|twin| before.remove(twin)) {
                Some(known) => self.tables(&path, [known, item], sources),
                None => self.report(&path, Said::default(), said(item, &[])),
            }
        }
        for item in before {
            self.report(path, said(item, &[]), Said::default());
        }
    }
}

/// A value with its sources; nothing where it isn't there.
fn one(value: Option<&Value>, sources: &[Scalar]) -> Said {
    let values = match value {
        None => return Said::default(),
        Some(Value::One(one)) => vec![one.clone()],
        Some(Value::List(all)) => all.clone(),
        Some(Value::Table(fields)) => return said(fields, &[]),
        Some(Value::Tables(_)) => Vec::new(),
    };
    Said { values, sources: sources.to_vec() }
}
