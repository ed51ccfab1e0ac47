//! Rows of OEWS files: which population each is about, and what it says.

use anyhow::Result;

use crate::cells::{self, Cell, Kind, MEASURES};
use crate::held::Held;
use crate::table::{Header, Row, Table};

/// What one line of a CSV file says of an occupation.
pub struct WageRow {
    /// Its code, such as `11-9199`.
    pub occupation: String,
    /// Its title, as BLS writes it.
    pub title: String,
    /// The year.
    pub vintage: u16,
    /// Who is counted.
    pub population: Population,
    /// One cell for each of the `MEASURES`.
    pub cells: [Cell; 7],
    /// File and line.
    pub place: String,
}

/// Who is counted in a row.
pub enum Population {
    /// Everyone in the occupation.
    Nation,
    /// Those who work in a place.
    Place(Area),
    /// Those who work in a sector.
    Industry {
        /// Its NAICS code, such as `31-33`.
        code: String,
        /// Its title.
        title: String,
    },
}

/// A kind of place, in the order in which places are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaKind {
    /// A state, the District of Columbia or a territory.
    State,
    /// A metropolitan area.
    Metro,
    /// The rest of a state, or a part of it.
    Nonmetro,
}

/// A place that OEWS publishes wages for.
#[derive(Clone)]
pub struct Area {
    /// What it is.
    pub kind: AreaKind,
    /// BLS's code of it.
    pub code: String,
    /// BLS's title of it.
    pub title: String,
    /// Postal codes of the states that it lies in.
    pub states: Vec<String>,
}

/// How many rows were taken and how many were skipped.
#[derive(Default)]
pub struct Tally {
    /// Rows that went in.
    pub taken: usize,
    /// Rows of occupations that the dataset does not hold.
    pub other_occupation: usize,
    other_vintage: usize,
    other_industry: usize,
}

/// Where an OEWS file has what.
struct Columns {
    vintage: Option<usize>,
    area_type: Option<usize>,
    area: Option<usize>,
    area_title: Option<usize>,
    state: Option<usize>,
    naics: Option<usize>,
    naics_title: Option<usize>,
    occupation: usize,
    title: usize,
    measures: [usize; 7],
    markers: Option<usize>,
}

impl AreaKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::State, Self::Metro, Self::Nonmetro];

    /// How the dataset writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Metro => "metro",
            Self::Nonmetro => "nonmetro",
        }
    }

    /// How many digits a code has at least.
    fn digits(self) -> usize {
        match self {
            Self::State => 2,
            Self::Metro => 5,
            Self::Nonmetro => 7,
        }
    }
}

impl Tally {
    /// Says it in one line.
    pub fn told(&self) -> String {
        let skipped = self.other_occupation + self.other_vintage + self.other_industry;
        format!(
            "took {} rows, skipped {skipped}: {} of other occupations, {} of other vintages, \
             {} of industries other than sectors",
            self.taken, self.other_occupation, self.other_vintage, self.other_industry
        )
    }
}

/// Reads the rows of held occupations and vintages; `vintage` is that of a file without a column for it.
pub fn read(
    table: &mut Table,
    held: &Held,
    vintage: Option<u16>,
    tally: &mut Tally,
) -> Result<Vec<WageRow>> {
    let columns = Columns::find(&table.header)?;
    if columns.vintage.is_none() && vintage.is_none() {
        return Err(table.header.wrong("there is no column `vintage`; say `--vintage YEAR`"));
    }
    let mut rows = Vec::new();
    table.each(|row| {
        let year = columns.year(row)?.or(vintage).unwrap_or_default();
        if !held.occupations.contains(row.text(columns.occupation)) {
            tally.other_occupation += 1;
        } else if let Some(&top_code) = held.vintages.get(&year) {
            match columns.population(row)? {
                Some(population) => rows.push(columns.row(row, year, population, top_code)?),
                None => tally.other_industry += 1,
            }
        } else {
            tally.other_vintage += 1;
        }
        Ok(())
    })?;
    tally.taken += rows.len();
    Ok(rows)
}

impl Columns {
    fn find(header: &Header) -> Result<Self> {
        let mut measures = [0; 7];
        for (column, names) in measures.iter_mut().zip(&MEASURES) {
            *column = header.need(names)?;
        }
        Ok(Self {
            vintage: header.find(&["vintage", "reference_period"]),
            area_type: header.find(&["area_type"]),
            area: header.find(&["area", "area_code"]),
            area_title: header.find(&["area_title"]),
            state: header.find(&["prim_state", "state"]),
            naics: header.find(&["naics"]),
            naics_title: header.find(&["naics_title"]),
            occupation: header.need(&["occ_code", "soc_code"])?,
            title: header.need(&["occ_title", "title"])?,
            measures,
            markers: header.find(&["markers"]),
        })
    }

    /// Reads the year at the end of the vintage, such as `May 2025`.
    fn year(&self, row: &Row) -> Result<Option<u16>> {
        let Some(column) = self.vintage else { return Ok(None) };
        let text = row.text(column);
        let word = text.rsplit(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
        match word.parse() {
            Ok(year) if word.len() == 4 => Ok(Some(year)),
            _ => Err(row.wrong(column, &format!("`{text}` ends with no year; write `May 2025`"))),
        }
    }

    /// Reads who is counted; of industries, only sectors are taken.
    fn population(&self, row: &Row) -> Result<Option<Population>> {
        let naics = self.naics.map_or("000000", |column| row.text(column));
        if let Some(column) = self.naics.filter(|_| naics.is_empty()) {
            return Err(row.wrong(column, "the cell is empty; write 000000 for all industries"));
        }
        let everyone = naics.bytes().all(|byte| byte == b'0');
        let area_type = self.area_type.map_or("1", |column| row.text(column));
        let place = |kind| {
            let area = everyone.then(|| self.area(row, kind)).transpose();
            Ok(area?.map(Population::Place))
        };
        match area_type.to_lowercase().as_str() {
            "national" | "1" if everyone => Ok(Some(Population::Nation)),
            "national" | "1" | "national-industry" => self.industry(row, naics),
            "state" | "2" | "3" => place(AreaKind::State),
            "metro" | "4" => place(AreaKind::Metro),
            "nonmetro" | "6" => place(AreaKind::Nonmetro),
            other => {
                let why = format!(
                    "`{other}` is not known; write national, national-industry, state, metro, \
                     nonmetro, 1, 2, 3, 4 or 6"
                );
                Err(row.wrong(self.area_type.unwrap_or_default(), &why))
            }
        }
    }

    /// Reads a sector, which has a code such as `51` or `31-33`; finer industries have six digits.
    fn industry(&self, row: &Row, naics: &str) -> Result<Option<Population>> {
        let two = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !naics.split('-').all(two) || naics.len() > 5 {
            return Ok(None);
        }
        let title = self
            .naics_title
            .ok_or_else(|| row.lacks("an industry needs a title; add a column `naics_title`"))?;
        Ok(Some(Population::Industry { code: naics.to_owned(), title: row.words(title)? }))
    }

    fn area(&self, row: &Row, kind: AreaKind) -> Result<Area> {
        let lacking = "a place needs the columns `area` and `area_title`; add them";
        let (Some(code), Some(title)) = (self.area, self.area_title) else {
            return Err(row.lacks(lacking));
        };
        let (digits, column) = (row.text(code), code);
        let fine =
            digits.len() >= kind.digits() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !fine {
            let why = format!(
                "`{digits}` is no code of a {}; write {} digits, zeros at the front too",
                kind.word(),
                kind.digits()
            );
            return Err(row.wrong(column, &why));
        }
        let title = row.words(title)?;
        let states = self.states(row, kind, &title)?;
        Ok(Area { kind, code: digits.to_owned(), title, states })
    }

    /// Reads the states that a place lies in: those at the end of a metropolitan area's title, else the row's.
    fn states(&self, row: &Row, kind: AreaKind, title: &str) -> Result<Vec<String>> {
        if kind == AreaKind::Metro
            && let Some((_, states)) = title.rsplit_once(", ")
            && states.split('-').all(is_state)
        {
            return Ok(states.split('-').map(str::to_owned).collect());
        }
        let column = self.state.ok_or_else(|| {
            row.lacks("a place needs its state's postal code; add a column `state`")
        })?;
        let state = row.text(column);
        match is_state(state) {
            true => Ok(vec![state.to_owned()]),
            false => Err(row.wrong(column, &format!("`{state}` is no postal code such as NY"))),
        }
    }

    fn row(
        &self,
        row: &Row,
        vintage: u16,
        population: Population,
        top_code: Option<u64>,
    ) -> Result<WageRow> {
        let told = self.markers.map_or("", |column| row.text(column));
        let markers = cells::markers(told)
            .map_err(|why| row.wrong(self.markers.unwrap_or_default(), &why.to_string()))?;
        let mut found = [Cell::Number(0); 7];
        for ((cell, names), column) in found.iter_mut().zip(&MEASURES).zip(self.measures) {
            let kind = if names[0] == "employment" { Kind::Employment } else { Kind::Wage };
            let marker = markers.get(names[0]).copied();
            *cell = Cell::from_csv(row.text(column), marker, kind, top_code)
                .map_err(|why| row.wrong(column, &why.to_string()))?;
        }
        Ok(WageRow {
            occupation: row.text(self.occupation).to_owned(),
            title: row.words(self.title)?,
            vintage,
            population,
            cells: found,
            place: row.place(),
        })
    }
}

fn is_state(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}
