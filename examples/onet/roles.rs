//! Occupations as roles, and which ones O*NET relates to which.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::files::{header, lines, quoted, sources};
use crate::held::{Names, entries};
use crate::table::{Row, Table};
use crate::titles::Titles;

/// The ids of roles by O*NET's codes.
pub type Ids = BTreeMap<String, String>;

/// What an occupation has besides its title.
struct Details {
    titles: Titles,
    zones: Table,
    zone_names: Table,
    /// The ids of the occupations that the dataset has wages of.
    paid: Vec<String>,
}

/// The text of `roles.toml`, and the ids of the roles in it.
pub fn text(folder: &Path, dataset: &Path) -> Result<(String, Ids)> {
    let occupations = Table::read(folder, "occupation_data", &["onet_soc_code", "title"])?;
    let columns =
        ["onet_soc_code", "related_onet_soc_code", "relatedness_tier", "index", "related_title"];
    let related = Table::read(folder, "related_occupations", &columns)?;
    let details = Details::read(folder, dataset)?;
    let mut names = Names::of(&entries(&dataset.join("roles.toml"), "roles")?);
    let mut text = header(
        "The occupations of O*NET that are nearest to technical project management, and those that it relates to them;\n\
         `listed_as` are the titles that it files under one. O*NET is under CC BY 4.0; selected and rearranged.",
    );
    let mut ids = Ids::new();
    for (code, (title, row)) in titles(&occupations, &related)? {
        let id = kebab(title);
        ensure!(title.is_ascii(), row.wrong("title", "an id needs a title in ASCII"));
        names.claim(&id, [title, code]).with_context(|| format!("O*NET's {code}"))?;
        text += &details.role(code, &id, title)?;
        ids.insert(code.to_owned(), id);
    }
    text += &format!("\n[related]\n{}{}", sources(), lines("rows", &rows(&related, &ids)?));
    Ok((text, ids))
}

/// The titles of all occupations by code, and a line that has it.
fn titles<'a>(
    occupations: &'a Table,
    related: &'a Table,
) -> Result<BTreeMap<&'a str, (&'a str, Row<'a>)>> {
    let mut titles = BTreeMap::new();
    let own = occupations.rows().map(|row| (row, "onet_soc_code", "title"));
    let others = related.rows().map(|row| (row, "related_onet_soc_code", "related_title"));
    for (row, code, title) in own.chain(others) {
        let (code, text) = (row.get(code)?, row.get(title)?);
        let (known, _) = titles.entry(code).or_insert((text, row));
        let why = || format!("{code} is called `{known}` elsewhere; keep one of the titles");
        ensure!(*known == text, row.wrong(title, why()));
    }
    Ok(titles)
}

/// The rows of `[related]`, in O*NET's order.
fn rows(related: &Table, ids: &Ids) -> Result<Vec<String>> {
    let row = |row: Row| {
        let id = |name| {
            let missing = || row.wrong(name, "occupation_data lacks the occupation; add it");
            ids.get(row.get(name)?).map(|id| quoted(id)).ok_or_else(missing)
        };
        let (from, to) = (id("onet_soc_code")?, id("related_onet_soc_code")?);
        let rank: u32 = row.number("index")?;
        Ok(format!("[{from}, {to}, {rank}, {}]", quoted(row.get("relatedness_tier")?)))
    };
    related.rows().map(row).collect()
}

impl Details {
    fn read(folder: &Path, dataset: &Path) -> Result<Self> {
        let paid = entries(&dataset.join("wages").join("occupations.toml"), "occupations")?;
        Ok(Self {
            titles: Titles::read(folder)?,
            zones: Table::read(folder, "job_zones", &["onet_soc_code", "job_zone", "date"])?,
            zone_names: Table::read(folder, "ref_job_zone_reference", &["job_zone", "name"])?,
            paid: paid.into_iter().map(|occupation| occupation.id).collect(),
        })
    }

    /// Writes an occupation.
    fn role(&self, code: &str, id: &str, title: &str) -> Result<String> {
        let (id, title, quoted_code) = (quoted(id), quoted(title), quoted(code));
        let mut text = format!("\n[[roles]]\nid = {id}\ntitle = {title}\n");
        text += &format!("aliases = [{quoted_code}]\nonet = {quoted_code}\n");
        if let Some(group) = self.paid.iter().find(|id| code.get(..7) == Some(id)) {
            text += &format!("occupation = {}\n", quoted(group));
        }
        if let Some(row) = self.zones.of(code).next() {
            text += &self.zone(row)?;
        }
        let names: Vec<String> = self.titles.of(code)?.iter().map(|name| quoted(name)).collect();
        if !names.is_empty() {
            text += &lines("listed_as", &names);
        }
        let about = quoted(&format!("O*NET occupation {code}"));
        let cited = sources();
        Ok(text + &format!("about = [{{ text = {about}, {} }}]\n", cited.trim_end()))
    }

    /// Writes how much preparation an occupation takes.
    fn zone(&self, row: Row) -> Result<String> {
        let number: u32 = row.number("job_zone")?;
        for named in self.zone_names.rows() {
            if named.number::<u32>("job_zone")? == number {
                let name = named.get("name")?;
                let (_, name) = name
                    .split_once(": ")
                    .ok_or_else(|| named.wrong("name", "write it as `Job Zone One: …`"))?;
                let (name, date) = (quoted(&name.to_lowercase()), quoted(&row.month("date")?));
                let zone = format!("number = {number}, title = {name}, date = {date}");
                return Ok(format!("zone = {{ {zone} }}\n"));
            }
        }
        Err(row.wrong("job_zone", format!("ref_job_zone_reference has no zone {number}; add it")))
    }
}

/// A title as an id.
fn kebab(title: &str) -> String {
    let lower = title.to_ascii_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}
