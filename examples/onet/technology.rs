//! The tools of occupations that are hot (asked for in many job postings) or in demand (in those of the occupation).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use tpm_path::catalog::fold;

use crate::OCCUPATIONS;
use crate::files::{header, lines, list, quoted, sources};
use crate::held::{Entry, Names, entries};
use crate::roles::Ids;
use crate::table::{Row, Table};
use crate::tools::{CLASSES, HELD, LEFT_OUT, NEW, Tool};

/// What the rows made use of.
#[derive(Default)]
struct Used<'a> {
    names: BTreeSet<&'a str>,
    classes: BTreeSet<&'a str>,
}

/// The text of `technology.toml`.
pub fn text(folder: &Path, dataset: &Path, ids: &Ids) -> Result<String> {
    let columns = ["onet_soc_code", "example", "commodity_title", "hot_technology", "in_demand"];
    let table = Table::read(folder, "technology_skills", &columns)?;
    let held = entries(&dataset.join("skills.toml"), "skills")?;
    let tools = by_name(&held)?;
    let mut used = Used::default();
    let mut rows = Vec::new();
    for row in table.rows() {
        let code = row.get("onet_soc_code")?;
        if let Some(role) = ids.get(code).filter(|_| OCCUPATIONS.contains(&code)) {
            rows.extend(tool(row, role, &tools, &mut used)?);
        }
    }
    let about = "Tools of three occupations that O*NET marks as hot (in many job postings) or in demand (in the occupation's).\n\
                 Names, aliases and what a class serves are our own reading. O*NET is under CC BY 4.0; selected.";
    let mut text = header(about);
    text += &skills(&held, &used)?;
    text += &format!("\n[technology]\n{}{}", sources(), lines("rows", &rows));
    Ok(text + &lines("classes", &classes(&held, &used)?))
}

/// The ids of tools by O*NET's names.
fn by_name(held: &[Entry]) -> Result<BTreeMap<&'static str, &'static str>> {
    let new = NEW.iter().map(|tool| (tool.onet, tool.id));
    let mut ids = BTreeMap::new();
    for (name, id) in HELD.into_iter().map(|[name, id]| (name, id)).chain(new) {
        ensure!(ids.insert(name, id).is_none(), "tools.rs: `{name}` stands twice; keep one");
    }
    for [name, id] in HELD {
        let known = held.iter().any(|entry| entry.id == id);
        ensure!(known, "tools.rs: `{name}` is `{id}`, which skills.toml lacks; move it to NEW");
    }
    Ok(ids)
}

/// Writes a tool of an occupation, if it is hot or in demand.
fn tool<'a>(
    row: Row<'a>,
    role: &str,
    tools: &BTreeMap<&str, &str>,
    used: &mut Used<'a>,
) -> Result<Option<String>> {
    let (name, class) = (row.get("example")?, row.get("commodity_title")?);
    let flags = [("hot", row.yes("hot_technology")?), ("in-demand", row.yes("in_demand")?)];
    let flags = flags.into_iter().filter(|(_, flag)| *flag).map(|(word, _)| word);
    let flags: Vec<&str> = flags.collect();
    if flags.is_empty() || LEFT_OUT.contains(&name) {
        return Ok(None);
    }
    let lacking = || row.wrong("example", format!("tools.rs lacks `{name}`; add it"));
    let id = tools.get(name).ok_or_else(lacking)?;
    used.names.insert(name);
    used.classes.insert(class);
    Ok(Some(list(&[[*id, name, role, class].as_slice(), &flags].concat())))
}

/// Writes the tools that `skills.toml` lacks.
fn skills(held: &[Entry], used: &Used) -> Result<String> {
    let mut names = Names::of(held);
    let mut text = String::new();
    for Tool { onet, id, title, aliases } in NEW {
        if held.iter().any(|entry| entry.id == *id) {
            bail!("tools.rs: skills.toml has `{id}` already; move `{onet}` to HELD");
        }
        let own = (fold(onet) != fold(title)).then_some(*onet);
        let aliases: Vec<&str> = own.into_iter().chain(aliases.iter().copied()).collect();
        names.claim(id, [*title].into_iter().chain(aliases.clone())).context("tools.rs")?;
        if !used.names.contains(onet) {
            continue;
        }
        let (id, title) = (quoted(id), quoted(title));
        text += &format!("\n[[skills]]\nid = {id}\ntitle = {title}\nkind = \"tool\"\n");
        if !aliases.is_empty() {
            text += &format!("aliases = {}\n", list(&aliases));
        }
    }
    Ok(text)
}

/// Writes which skills classes of tools serve.
fn classes(held: &[Entry], used: &Used) -> Result<Vec<String>> {
    let row = |pair: &[&str; 2]| {
        let [class, skill] = pair;
        let known = held.iter().any(|entry| entry.id == *skill);
        ensure!(known, "tools.rs: `{class}` serves `{skill}`, which skills.toml lacks");
        ensure!(used.classes.contains(class), "tools.rs: no tool is of the class `{class}`");
        Ok(list(pair))
    };
    CLASSES.iter().map(row).collect()
}
