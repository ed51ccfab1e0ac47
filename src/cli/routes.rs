//! The arguments of `routes`, and the report that answers them. Knows no format.

use clap::{Args, ValueEnum};

use super::defaults;
use super::exit::Failure;
use crate::catalog::{Catalog, MoveKind};
use crate::query::{Heading, Person, role};
use crate::report::routes::{between, routes, routes_of};
use crate::report::{Field, LeftOut, Report, Yours};

/// Ways in, up, across and out.
#[derive(Debug, Args)]
pub struct Routes {
    /// Say where you are: `qa engineer`
    #[arg(long, value_name = "ROLE")]
    from: Option<String>,
    /// Say where you want to be: `pmo director`
    #[arg(long, value_name = "ROLE")]
    to: Option<String>,
    /// Use only moves of this kind; repeat for several
    #[arg(long, value_enum)]
    kind: Vec<Kind>,
}

/// Kinds of moves.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    /// Ways in
    Entry,
    /// Ways up
    Promotion,
    /// Ways across
    Lateral,
    /// Ways out
    Pivot,
    /// What O*NET finds alike: no moves that anybody names
    Related,
}

impl From<Kind> for MoveKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Entry => MoveKind::Entry,
            Kind::Promotion => MoveKind::Promotion,
            Kind::Lateral => MoveKind::Lateral,
            Kind::Pivot => MoveKind::Pivot,
            Kind::Related => MoveKind::Related,
        }
    }
}

impl Routes {
    /// Fills from where one goes, unless one goes to the very role.
    pub fn fill(&mut self, catalog: &Catalog, person: &Person<'_>, yours: &mut Yours) {
        if self.from.is_some() {
            return;
        }
        let Some(title) = defaults::title(catalog, person, yours) else { return };
        let place = |name: &str| role(catalog, name).ok().map(|found| &found.role.id);
        let to = self.to.as_deref().and_then(place);
        if to.is_some() && to == place(&title) {
            yours.leaves_out(Field::Title, &title, LeftOut::Same);
            return;
        }
        yours.uses(Field::Title);
        self.from = Some(title);
    }

    /// The report that answers it.
    pub fn report(&self, catalog: &Catalog) -> Result<Box<dyn Report>, Failure> {
        let kinds: Vec<MoveKind> = self.kind.iter().copied().map(MoveKind::from).collect();
        Ok(match (&self.from, &self.to) {
            (None, None) => Box::new(routes(catalog, &kinds)),
            (Some(from), None) => Box::new(routes_of(catalog, from, Heading::Onward, &kinds)?),
            (None, Some(to)) => Box::new(routes_of(catalog, to, Heading::Back, &kinds)?),
            (Some(from), Some(to)) => Box::new(between(catalog, [from, to], &kinds)?),
        })
    }
}
