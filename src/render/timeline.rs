//! The picture of several clocks on one line of years, and where the reader stands. Knows no table.

use super::layout;
use crate::report::Timeline;

/// The room for a clock's name.
const LABEL: usize = 8;

/// A line of the picture.
pub(super) struct Row {
    /// Its text.
    pub(super) text: String,
    /// Whether it is about the reader.
    pub(super) yours: bool,
}

/// Draws the years, the reader and the clocks; nothing where the titles do not fit.
pub(super) fn draw(timeline: &Timeline, width: usize) -> Vec<Row> {
    let Some(scale) = Scale::fitting(timeline, width.min(100) - LABEL) else {
        return Vec::new();
    };
    let row = |label: &str, drawn: String, yours| Row {
        text: format!("{label:<LABEL$}{drawn}").trim_end().to_owned(),
        yours,
    };
    let remark = "not to scale";
    let years = scale.years();
    let gap = scale.width().saturating_sub(layout::width(&years) + layout::width(remark));
    let years = match gap {
        0 | 1 => years,
        _ => format!("{years}{}{remark}", " ".repeat(gap)),
    };
    let mut rows = vec![row("years", years, false)];
    if let Some(here) = timeline.here {
        let mark = format!("▲ {here}");
        let last = scale.width().saturating_sub(layout::width(&mark));
        let drawn = format!("{}{mark}", " ".repeat(scale.column(here).min(last)));
        rows.push(row("you", drawn, true));
    }
    for (label, stretches) in &timeline.clocks {
        rows.push(row(label, scale.clock(stretches), false));
    }
    rows
}

/// Where each first year of a stretch is drawn; not to scale, so that every title has room.
struct Scale {
    /// A year and its column, in order; the last is where the open stretches end.
    columns: Vec<(f64, usize)>,
}

/// What stands in a stretch: the first word of its title.
fn name(title: &str) -> &str {
    title.split(' ').next().unwrap_or_default()
}

impl Scale {
    fn fitting(timeline: &Timeline, room: usize) -> Option<Scale> {
        let stretches = || timeline.clocks.iter().map(|(_, stretches)| stretches);
        let mut years: Vec<u32> = stretches().flatten().map(|(_, from)| *from).collect();
        years.sort_unstable();
        years.dedup();
        let end = years.last()? + 4;
        years.push(end);
        let mut columns: Vec<(f64, usize)> = Vec::new();
        for year in years {
            let before = columns.last().map_or(0, |(_, column)| column + 4);
            let ending = stretches().filter_map(|clock| {
                let next = clock.iter().position(|(_, from)| *from == year);
                let ends = next.or((year == end).then_some(clock.len()))?;
                let (title, from) = clock.get(ends.checked_sub(1)?)?;
                let start = columns.iter().find(|(year, _)| *year == f64::from(*from))?.1;
                Some(start + layout::width(name(title)) + 4)
            });
            let column = if columns.is_empty() { 0 } else { ending.max().unwrap_or(0).max(before) };
            columns.push((f64::from(year), column));
        }
        let needed = columns.last()?.1 + 1;
        if needed > room {
            return None;
        }
        let stretch = room.min(needed * 3 / 2) as f64 / needed as f64;
        for (_, column) in &mut columns {
            *column = (*column as f64 * stretch) as usize;
        }
        Some(Scale { columns })
    }

    /// How many columns the whole picture takes.
    fn width(&self) -> usize {
        self.columns.last().map_or(0, |(_, column)| column + 1)
    }

    /// The column of a year, between those that are drawn.
    fn column(&self, year: f64) -> usize {
        let pairs = self.columns.windows(2);
        let between = pairs.map(|pair| (pair[0], pair[1])).find(|(_, next)| year < next.0);
        match between {
            Some(((from, start), (to, end))) => {
                start + ((year - from) / (to - from) * (end - start) as f64).round() as usize
            }
            None => self.columns.last().map_or(0, |(_, column)| column.saturating_sub(1)),
        }
    }

    fn years(&self) -> String {
        let mut drawn = String::new();
        for (year, column) in &self.columns[..self.columns.len() - 1] {
            drawn.push_str(&" ".repeat(column.saturating_sub(drawn.len())));
            drawn.push_str(&year.to_string());
        }
        drawn
    }

    fn clock(&self, stretches: &[(String, u32)]) -> String {
        let mut drawn = String::new();
        for (index, (title, from)) in stretches.iter().enumerate() {
            let start = self.column(f64::from(*from));
            let next = stretches.get(index + 1).map(|(_, next)| self.column(f64::from(*next)));
            let end = next.or(self.columns.last().map(|(_, column)| *column)).unwrap_or(start);
            let inside = (end - start).saturating_sub(1);
            let room = inside.saturating_sub(layout::width(name(title)));
            let (left, right) = (room / 2, room - room / 2);
            drawn.push('├');
            drawn.push_str(&"─".repeat(left));
            drawn.push_str(name(title));
            drawn.push_str(&"─".repeat(right));
        }
        drawn.push('→');
        drawn
    }
}
