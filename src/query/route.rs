//! The best way from one role to another: fewest moves, then years. Knows no pay.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::role::{filed_under, same_role};
use crate::catalog::{Catalog, Counted, LevelId, Move, MoveKind, Role, RoleId, YearSpan};

/// How many routes are worth telling.
const MOST: usize = 3;

/// How long several moves take; what no source says stays unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Elapsed {
    /// For how many of the moves no source says.
    pub unknown: usize,
    /// The fewest years of those that are known.
    pub from: u32,
    /// For how many of the moves a source names no longest time.
    pub open: usize,
    /// The most years of those that have an end.
    pub to: u32,
    /// How many moves there are.
    pub moves: usize,
}

impl Elapsed {
    /// Whether a source says it of any of the moves.
    pub fn is_known(self) -> bool {
        self.unknown < self.moves
    }

    /// The most years; `None` where a move is unknown or has no longest time.
    pub fn most(self) -> Option<u32> {
        (self.unknown == 0 && self.open == 0).then_some(self.to)
    }

    /// The same and one more move; what is counted from the start of a career adds to nothing before it.
    fn and(self, years: Option<(YearSpan, Counted)>) -> Elapsed {
        let first = self.moves == 0;
        let adds = |counted: Counted| first || counted == Counted::InRole;
        let Some((span, _)) = years.filter(|(_, counted)| adds(*counted)) else {
            return Elapsed { unknown: self.unknown + 1, moves: self.moves + 1, ..self };
        };
        Elapsed {
            from: self.from + span.from,
            open: self.open + usize::from(span.to.is_none()),
            to: self.to + span.to.unwrap_or(0),
            moves: self.moves + 1,
            ..self
        }
    }
}

impl Serialize for Elapsed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Record {
            from: Option<u32>,
            to: Option<u32>,
            unknown_moves: usize,
        }
        let from = self.is_known().then_some(self.from);
        Record { from, to: self.most(), unknown_moves: self.unknown }.serialize(serializer)
    }
}

/// A move between any two places, for the search alone.
#[derive(Debug, Clone)]
struct Edge<Place> {
    from: Place,
    to: Place,
    years: Option<(YearSpan, Counted)>,
}

/// A way along edges, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    elapsed: Elapsed,
    edges: Vec<usize>,
}

/// Every place that can be reached, with the best ways of fewest edges to it: by what is unknown, then by years, then in
/// the order of the edges.
fn ways<Place: Ord + Clone>(
    edges: &[Edge<Place>],
    from: &Place,
    most: usize,
) -> BTreeMap<Place, Vec<Way>> {
    let mut leaving: BTreeMap<&Place, Vec<usize>> = BTreeMap::new();
    for (number, edge) in edges.iter().enumerate() {
        leaving.entry(&edge.from).or_default().push(number);
    }
    let start = Way { elapsed: Elapsed::default(), edges: Vec::new() };
    let mut reached: BTreeMap<Place, Vec<Way>> = BTreeMap::from([(from.clone(), vec![start])]);
    let mut newest: Vec<Place> = vec![from.clone()];
    while !newest.is_empty() {
        let mut next: BTreeMap<Place, Vec<Way>> = BTreeMap::new();
        for place in &newest {
            for &number in leaving.get(place).into_iter().flatten() {
                let edge = &edges[number];
                if reached.contains_key(&edge.to) {
                    continue;
                }
                let longer = reached[place].iter().map(|way| Way {
                    elapsed: way.elapsed.and(edge.years),
                    edges: way.edges.iter().copied().chain([number]).collect(),
                });
                next.entry(edge.to.clone()).or_default().extend(longer);
            }
        }
        for ways in next.values_mut() {
            ways.sort();
            ways.truncate(most);
        }
        newest = next.keys().cloned().collect();
        reached.extend(next);
    }
    reached
}

/// Moves one after the other.
#[derive(Debug)]
pub struct Route<'a> {
    /// The moves.
    pub moves: Vec<&'a Move>,
    /// How long they take together.
    pub elapsed: Elapsed,
}

impl Route<'_> {
    /// Whether one of its moves leads to a lower level than it has been on.
    pub fn descends(&self, catalog: &Catalog) -> bool {
        let level = |id| catalog.roles().get(id).level.as_ref();
        let mut highest = self.moves.first().and_then(|first| level(&first.from));
        self.moves.iter().any(|step| {
            let to = level(&step.to);
            let down = to.is_some() && to < highest;
            highest = highest.max(to);
            down
        })
    }
}

/// Which way one looks from a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// To what it leads to.
    Onward,
    /// To what leads to it.
    Back,
}

/// A role that can be reached, and how.
#[derive(Debug)]
pub struct Reached<'a> {
    /// The role.
    pub role: &'a Role,
    /// The best route to it.
    pub route: Route<'a>,
}

/// The moves of these kinds; of all that somebody names where no kind is given.
pub fn moves_of<'a>(catalog: &'a Catalog, kinds: &[MoveKind]) -> Vec<&'a Move> {
    let wanted = |found: &Move| kinds.is_empty() || kinds.contains(&found.kind);
    let alike = kinds.contains(&MoveKind::Related).then(|| catalog.alike());
    catalog.moves().keeping(wanted).chain(alike.into_iter().flatten()).collect()
}

/// Which moves lead from a role or to it; what is found alike is told of the occupations that it is filed under.
fn touching<'a>(
    catalog: &'a Catalog,
    role: &'a Role,
    heading: Heading,
) -> impl Fn(&Move) -> bool + use<'a> {
    let filed = filed_under(catalog, role);
    move |step| {
        let end = match heading {
            Heading::Onward => &step.from,
            Heading::Back => &step.to,
        };
        match step.kind {
            MoveKind::Related => filed.iter().any(|filed| filed.id == *end),
            _ => role.id == *end,
        }
    }
}

/// Those of some moves that lead from a role or to it.
pub fn moves_at<'a>(
    catalog: &Catalog,
    moves: &[&'a Move],
    role: &Role,
    heading: Heading,
) -> Vec<&'a Move> {
    let touches = touching(catalog, role, heading);
    moves.iter().copied().filter(|step| touches(step)).collect()
}

/// What is found alike to the occupations that a role is filed under, by rank.
pub fn found_alike<'a>(catalog: &'a Catalog, role: &Role) -> Vec<&'a Move> {
    let begins = touching(catalog, role, Heading::Onward);
    let mut alike: Vec<&Move> = catalog.alike().keeping(begins).collect();
    alike.sort_by_key(|step| step.rank.as_ref().map(|(rank, _)| *rank));
    alike
}

/// The moves that somebody names between any two of some roles.
pub fn moves_among<'a>(catalog: &'a Catalog, roles: &[&Role]) -> Vec<&'a Move> {
    let ids: Vec<&RoleId> = roles.iter().map(|role| &same_role(catalog, role).id).collect();
    let named = moves_of(catalog, &[]).into_iter();
    let among = named.filter(|step| {
        step.from != step.to && ids.contains(&&step.from) && ids.contains(&&step.to)
    });
    among.collect()
}

/// The moves as edges; what is found alike to an occupation that the first role is filed under begins at that role.
fn edges(catalog: &Catalog, moves: &[&Move], first: &Role) -> Vec<Edge<RoleId>> {
    let filed: Vec<&RoleId> =
        filed_under(catalog, first).into_iter().map(|filed| &filed.id).collect();
    let place = |id: &RoleId| same_role(catalog, catalog.roles().get(id)).id;
    let start = |found: &Move| match found.kind {
        MoveKind::Related if filed.contains(&&found.from) => first.id,
        _ => place(&found.from),
    };
    let edge = |found: &&Move| Edge {
        from: start(found),
        to: place(&found.to),
        years: found.years.as_ref().map(|years| (years.span, years.counted)),
    };
    moves.iter().map(edge).collect()
}

fn route<'a>(moves: &[&'a Move], way: &Way) -> Route<'a> {
    Route { moves: way.edges.iter().map(|&number| moves[number]).collect(), elapsed: way.elapsed }
}

/// The best routes between two roles, best first; between a role and itself, the moves to other surroundings.
pub fn routes<'a>(
    catalog: &'a Catalog,
    moves: &[&'a Move],
    from: &'a Role,
    to: &'a Role,
) -> Vec<Route<'a>> {
    let (from, to) = (same_role(catalog, from), same_role(catalog, to));
    let edges = edges(catalog, moves, from);
    let mut found = if from.id == to.id {
        let numbered = edges.iter().enumerate();
        let around = numbered.filter(|(_, edge)| edge.from == from.id && edge.to == to.id);
        around
            .map(|(number, edge)| Way {
                elapsed: Elapsed::default().and(edge.years),
                edges: vec![number],
            })
            .collect()
    } else {
        ways(&edges, &from.id, MOST).remove(&to.id).unwrap_or_default()
    };
    found.sort();
    found.iter().map(|way| route(moves, way)).collect()
}

/// Every other role that can be reached, nearest first.
pub fn reachable<'a>(catalog: &'a Catalog, moves: &[&'a Move], from: &'a Role) -> Vec<Reached<'a>> {
    let from = same_role(catalog, from);
    let mut found: Vec<(Way, RoleId)> = ways(&edges(catalog, moves, from), &from.id, 1)
        .into_iter()
        .filter(|(id, _)| *id != from.id)
        .filter_map(|(id, ways)| Some((ways.into_iter().next()?, id)))
        .collect();
    found.sort_by_key(|(way, id)| (way.elapsed.moves, *id));
    let reached = found
        .iter()
        .map(|(way, id)| Reached { role: catalog.roles().get(id), route: route(moves, way) });
    reached.collect()
}

/// What can be reached where a role cannot, the levels nearest to its own first.
pub fn reachable_instead<'a>(
    catalog: &'a Catalog,
    moves: &[&'a Move],
    from: &'a Role,
    wanted: &Role,
) -> Vec<Reached<'a>> {
    let place = |id: &LevelId| catalog.levels().iter().position(|level| level.id == *id);
    let far = |role: &Role| match (&wanted.level, &role.level) {
        (Some(wanted), Some(level)) => {
            place(wanted).unwrap_or(0).abs_diff(place(level).unwrap_or(0))
        }
        (Some(_), None) => usize::MAX,
        (None, _) => 0,
    };
    let mut reached = reachable(catalog, moves, from);
    reached.sort_by_key(|reached| (far(reached.role), reached.route.moves.len()));
    reached
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every way without a repeated place, found by trying all.
    fn all_ways(edges: &[Edge<u8>], from: u8, to: u8) -> Vec<Way> {
        let start = Way { elapsed: Elapsed::default(), edges: Vec::new() };
        let mut open = vec![(start, vec![from])];
        let mut found = Vec::new();
        while let Some((way, visited)) = open.pop() {
            let here = *visited.last().unwrap();
            if here == to {
                found.push(way);
                continue;
            }
            for (number, edge) in edges.iter().enumerate() {
                if edge.from == here && !visited.contains(&edge.to) {
                    let mut edges = way.edges.clone();
                    edges.push(number);
                    let mut visited = visited.clone();
                    visited.push(edge.to);
                    open.push((Way { elapsed: way.elapsed.and(edge.years), edges }, visited));
                }
            }
        }
        found
    }

    /// Of all ways, the best: fewest edges, then least unknown, then fewest years.
    fn best(mut all: Vec<Way>, most: usize) -> Vec<Way> {
        let fewest = all.iter().map(|way| way.edges.len()).min().unwrap_or(0);
        all.retain(|way| way.edges.len() == fewest);
        all.sort_by_key(|way| {
            let sum = way.elapsed;
            (sum.unknown, sum.from, sum.open, sum.to, way.edges.clone())
        });
        all.truncate(most);
        all
    }

    fn edge() -> impl Strategy<Value = Edge<u8>> {
        let span = (0u32..5, proptest::option::of(0u32..5))
            .prop_map(|(from, more)| YearSpan { from, to: more.map(|more| from + more) });
        let counted = proptest::bool::ANY.prop_map(|from_start| match from_start {
            true => Counted::FromStart,
            false => Counted::InRole,
        });
        (0u8..7, 0u8..7, proptest::option::of((span, counted))).prop_map(|(from, to, years)| Edge {
            from,
            to,
            years,
        })
    }

    proptest! {
        #[test]
        fn routes_are_what_trying_every_way_finds(
            edges in proptest::collection::vec(edge(), 0..18),
            to in 1u8..7,
        ) {
            let found = ways(&edges, &0, 3).remove(&to).unwrap_or_default();
            prop_assert_eq!(found, best(all_ways(&edges, 0, to), 3));
        }
    }

    #[test]
    fn years_that_nobody_names_are_counted_apart() {
        let in_role = |from, to| Some((YearSpan { from, to }, Counted::InRole));
        let sum = Elapsed::default().and(in_role(1, Some(2))).and(None).and(in_role(4, None));
        assert_eq!(sum, Elapsed { unknown: 1, from: 5, open: 1, to: 2, moves: 3 });
    }

    #[test]
    fn years_from_the_start_of_a_career_are_known_only_there() {
        let from_start = Some((YearSpan { from: 2, to: Some(4) }, Counted::FromStart));
        let first = Elapsed::default().and(from_start);
        assert_eq!((first.from, first.most()), (2, Some(4)));
        let second = Elapsed::default().and(None).and(from_start);
        assert_eq!((second.is_known(), second.unknown), (false, 2));
    }
}
