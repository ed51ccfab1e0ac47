//! `salary`, `places` and `outlook`: their arguments and the reports that answer them. Knows no format.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::exit::Failure;
use super::value;
use crate::catalog::{AreaKind, Catalog, Percentile, Usd};
use crate::query::{
    OccupationChoice, Person, QueryError, RankingFilter, SettingChoice, VintageChoice, holds, place,
};
use crate::report::salary::{self, Population};
use crate::report::{Field, LeftOut, Report, Yours, outlook, places};

/// Whose pay, where, and from which side.
#[derive(Debug, Clone, Args)]
pub struct Salary {
    /// Show the pay at a percentile: 75, or 62.5
    #[arg(long, value_name = "P", value_parser = value::percentile, group = "side")]
    #[arg(allow_negative_numbers = true)]
    percentile: Option<Percentile>,
    /// Show which percentile a pay is: 150000, 150k or '$150,000' a year
    #[arg(long, value_name = "AMOUNT", value_parser = value::amount, group = "side")]
    #[arg(allow_negative_numbers = true)]
    of: Option<Usd>,
    /// Show the pay of a level's band: senior
    #[arg(long, value_name = "LEVEL", group = "side")]
    level: Option<String>,
    /// Count this occupation: a code, a name, or all
    #[arg(long, value_name = "CODE|NAME|all")]
    occupation: Option<String>,
    /// Look in this place: a state, a metropolitan area, a city; repeat to compare places
    #[arg(long, value_name = "PLACE")]
    area: Vec<String>,
    /// Look in this industry: information, or its NAICS code
    #[arg(long, value_name = "INDUSTRY")]
    industry: Option<String>,
    /// Answer from this vintage: a year, or all
    #[arg(long, value_name = "YEAR|all")]
    vintage: Option<String>,
    /// Draw each row as a strip from the 10th to the 90th percentile (in tables)
    #[arg(long)]
    pub chart: bool,
}

/// Which side of pay is asked about.
enum Side<'a> {
    Everything,
    At(Percentile),
    Of(Usd),
    Level(&'a str),
}

impl Salary {
    fn side(&self) -> Side<'_> {
        match (self.percentile, self.of, &self.level) {
            (Some(percentile), _, _) => Side::At(percentile),
            (_, Some(amount), _) => Side::Of(amount),
            (_, _, Some(level)) => Side::Level(level),
            (None, None, None) => Side::Everything,
        }
    }

    fn population(&self) -> Result<Population, Failure> {
        Ok(Population {
            occupation: occupations(self.occupation.as_deref()),
            setting: SettingChoice::of(&self.area, self.industry.as_deref())?,
            vintage: match self.vintage.as_deref() {
                None => VintageChoice::Newest,
                Some(name) if is_all(name) => VintageChoice::All,
                Some(name) => VintageChoice::One(name.to_owned()),
            },
        })
    }

    /// Fills the place, and the pay where no side is asked for.
    pub fn fill(&mut self, catalog: &Catalog, person: &Person<'_>, yours: &mut Yours) {
        if let (Side::Everything, Some(pay)) = (self.side(), person.pay) {
            self.of = Some(pay);
            yours.uses(Field::Pay);
        }
        let Some(given) = person.place.as_ref().filter(|_| self.area.is_empty()) else { return };
        match self.fitting(catalog, given) {
            Ok(true) => {
                self.area = vec![given.clone()];
                yours.uses(Field::Place);
            }
            Ok(false) => yours.leaves_out(Field::Place, given, LeftOut::Unfitting),
            Err(_) => yours.leaves_out(Field::Place, given, LeftOut::Unknown),
        }
    }

    /// Whether anything is held of a place together with what was typed.
    fn fitting(&self, catalog: &Catalog, given: &str) -> Result<bool, QueryError> {
        place(catalog, given)?;
        let there = Salary { area: vec![given.to_owned()], ..self.clone() };
        Ok(there
            .population()
            .is_ok_and(|asked| holds(catalog, &asked.occupation, &asked.setting, &asked.vintage)))
    }

    /// The report that answers.
    pub fn report(&self, catalog: &Catalog) -> Result<Box<dyn Report>, Failure> {
        let population = self.population()?;
        Ok(match self.side() {
            Side::At(percentile) => Box::new(salary::at(catalog, percentile, &population)?),
            Side::Of(amount) => Box::new(salary::of(catalog, amount, &population)?),
            Side::Level(level) => Box::new(salary::level(catalog, level, &population)?),
            Side::Everything => match by_year(&population) {
                Some(occupation) => Box::new(salary::years(
                    catalog,
                    occupation.unwrap_or(catalog.about().default_occupation.as_str()),
                )?),
                None => Box::new(salary::percentiles(catalog, &population)?),
            },
        })
    }
}

fn is_all(name: &str) -> bool {
    name.eq_ignore_ascii_case("all")
}

fn occupations(named: Option<&str>) -> OccupationChoice {
    match named {
        None => OccupationChoice::Usual,
        Some(name) if is_all(name) => OccupationChoice::All,
        Some(name) => OccupationChoice::One(name.to_owned()),
    }
}

/// Whether everything of one occupation is asked for, year by year; holds its name where one was given.
fn by_year(population: &Population) -> Option<Option<&str>> {
    match (&population.setting, &population.occupation, &population.vintage) {
        (
            SettingChoice::Nation,
            OccupationChoice::One(name),
            VintageChoice::Newest | VintageChoice::All,
        ) => Some(Some(name)),
        (SettingChoice::Nation, OccupationChoice::Usual, VintageChoice::All) => Some(None),
        _ => None,
    }
}

/// Which places are ranked, and by which pay.
#[derive(Debug, Args)]
pub struct Places {
    /// Rank by the pay at this percentile; the median without it
    #[arg(long, value_name = "P", value_parser = value::percentile)]
    #[arg(allow_negative_numbers = true)]
    percentile: Option<Percentile>,
    /// Count this occupation: a code or a name
    #[arg(long, value_name = "CODE|NAME")]
    occupation: Option<String>,
    /// Rank places of this kind; nonmetro is the rest of each state
    #[arg(long, value_name = "KIND", value_parser = kinds(), default_value = "metro")]
    by: AreaKind,
    /// Rank only places that lie in this state: WA
    #[arg(long, value_name = "ST")]
    state: Option<String>,
    /// Show so many places; without it, people see the first 20 and programs all
    #[arg(long, value_name = "N", value_parser = value::top, allow_negative_numbers = true)]
    top: Option<usize>,
    /// Leave out places with fewer jobs
    #[arg(long, value_name = "N", value_parser = value::count)]
    min_jobs: Option<u64>,
}

fn kinds() -> impl TypedValueParser<Value = AreaKind> {
    PossibleValuesParser::new(AreaKind::ALL.map(AreaKind::word)).map(|chosen| {
        AreaKind::ALL.into_iter().find(|kind| kind.word() == chosen).unwrap_or(AreaKind::Metro)
    })
}

impl Places {
    /// The report that answers.
    pub fn report(&self, catalog: &Catalog) -> Result<Box<dyn Report>, Failure> {
        let filter =
            RankingFilter { kind: self.by, state: self.state.clone(), min_jobs: self.min_jobs };
        let question = places::Question {
            occupation: self.occupation.clone(),
            percentile: self.percentile.unwrap_or(Percentile::MEDIAN),
            filter,
            top: self.top,
        };
        Ok(Box::new(places::places(catalog, &question)?))
    }
}

/// Whose growth.
#[derive(Debug, Args)]
pub struct Outlook {
    /// Show this occupation and its industries: a code, a name, or all
    #[arg(long, value_name = "CODE|NAME|all")]
    occupation: Option<String>,
}

impl Outlook {
    /// The report that answers.
    pub fn report(&self, catalog: &Catalog) -> Result<Box<dyn Report>, Failure> {
        Ok(Box::new(outlook::outlook(catalog, &occupations(self.occupation.as_deref()))?))
    }
}
