//! `salary --of AMOUNT`: which percentile a pay is.

use serde::Serialize;

use super::{Pair, Population, notes, published, quoted_medians, shown};
use crate::catalog::{Catalog, Citation, OccupationId, Usd};
use crate::query::{Basis, Point, QueryError, Standing, standing_of, surroundings};
use crate::report::cell::{Cell, Line, line};
use crate::report::command::command;
use crate::report::sheet::{Align, Column, Layout, Rows, Table, Tabular};
use crate::report::statements::QuoteRow;
use crate::report::{Report, Said};

/// Where a pay stands in an occupation.
#[derive(Debug, Serialize)]
struct OfRow {
    code: OccupationId,
    occupation: String,
    vintage: String,
    standing: Standing,
    basis: Basis,
    between: Vec<Point>,
    quoted_vintage: Option<String>,
    quoted_standing: Option<Standing>,
    quoted_basis: Option<Basis>,
    sources: Vec<Citation>,
}

impl OfRow {
    fn new(pair: &Pair<'_>, pay: Usd) -> Self {
        let cut = &pair.cut;
        let standing = standing_of(cut.row, pay);
        let quoted_standing = pair.quoted.map(|quoted| standing_of(quoted.row, pay));
        let near = surroundings(cut.row, pay);
        let mut between: Vec<Point> = near.below.into_iter().chain(near.above).collect();
        between.dedup();
        OfRow {
            code: cut.occupation.id.clone(),
            occupation: cut.occupation.title.clone(),
            vintage: cut.vintage.title.clone(),
            standing,
            basis: standing.basis(),
            between,
            quoted_vintage: pair.quoted.map(|quoted| quoted.vintage.title.clone()),
            quoted_basis: quoted_standing.map(Standing::basis),
            quoted_standing,
            sources: published(pair),
        }
    }
}

impl Tabular for OfRow {
    const COLUMNS: &'static [Column<Self>] = &[
        Column::data(Align::Left, "code", "Code", |row| Cell::text(row.code.as_str())),
        Column::words("occupation", "Occupation", |row| Cell::text(row.occupation.as_str())),
        Column::data(Align::Left, "vintage", "Vintage", |row| Cell::text(row.vintage.as_str())),
        Column::data(Align::Left, "quoted_vintage", "Before", |row| {
            Cell::maybe(row.quoted_vintage.as_deref())
        }),
        Column::number("quoted_standing", "Before", |row| {
            row.quoted_standing.map_or(Cell::Empty, Cell::Standing)
        }),
        Column::number("standing", "Percentile", |row| Cell::Standing(row.standing)),
        Column::data(Align::Left, "basis", "Basis", |row| Cell::Basis(row.basis)),
        Column::data(Align::Left, "quoted_basis", "Basis", |row| {
            row.quoted_basis.map_or(Cell::Empty, Cell::Basis)
        }),
        Column::words("between", "Between", |row| Cell::Between(row.between.clone())),
        Column::words("sources", "Sources", |row| Cell::cited(&row.sources)),
    ];
}

/// Which percentile a pay is.
#[derive(Debug, Serialize)]
pub struct SalaryOf {
    #[serde(skip)]
    said: Said,
    amount: Usd,
    occupations: Rows<OfRow>,
    quotes: Rows<QuoteRow>,
}

/// Works out which percentile of each chosen occupation a pay is.
///
/// # Errors
/// When there is no such occupation or vintage.
pub fn of(catalog: &Catalog, amount: Usd, asked: &Population) -> Result<SalaryOf, QueryError> {
    let pairs = asked.pairs(catalog)?;
    let rows: Vec<OfRow> = pairs.iter().map(|pair| OfRow::new(pair, amount)).collect();
    let bases: Vec<Basis> =
        rows.iter().flat_map(|row| [Some(row.basis), row.quoted_basis]).flatten().collect();
    let mut occupations = Rows::new("occupations", Layout::Table, rows);
    occupations = super::headed(occupations, &pairs, "standing", "quoted_standing")
        .under(line!["Percentile by vintage, and the published points next to it"]);
    Ok(SalaryOf {
        said: Said::from(
            pairs.first().map_or_else(Line::default, |pair| answer(catalog, pair, amount)),
        )
        .noting(notes(catalog, &shown(&pairs), &bases))
        .hinting([command(["salary", "--percentile", "75"])]),
        amount,
        occupations,
        quotes: quoted_medians(catalog),
    })
}

fn answer(catalog: &Catalog, pair: &Pair<'_>, amount: Usd) -> Line {
    let percentile = |number: f64| Cell::Percentile(number);
    let said = match standing_of(pair.cut.row, amount) {
        Standing::Published(number) => {
            line![" a year is the ", percentile(number), " percentile of "]
        }
        Standing::Estimate(number) => {
            let tenths = (number * 10.0).round() / 10.0;
            line![" a year is about the ", percentile(tenths), " percentile of "]
        }
        Standing::Tie { from, to } => {
            line![" a year is the ", percentile(from), " to ", percentile(to), " percentile of "]
        }
        Standing::Above(number) => {
            line![" a year is above the ", percentile(number), " percentile, the highest known of "]
        }
        Standing::Below(number) => {
            line![" a year is below the ", percentile(number), " percentile, the lowest known of "]
        }
        Standing::Missing => line![" a year: no percentile was published of "],
    };
    let source = &catalog.sources().get(&pair.cut.vintage.source).title;
    let published = line![&pair.cut.occupation.title, " (", source, ")"];
    line![Cell::Money(amount)].then(said).then(published)
}

impl Report for SalaryOf {
    fn name(&self) -> &'static str {
        "salary-of"
    }

    fn said(&self) -> &Said {
        &self.said
    }

    fn tables(&mut self) -> Vec<&mut dyn Table> {
        vec![&mut self.occupations, &mut self.quotes]
    }
}
