//! The picture of two clocks: stretches of years on one scale, and where the reader stands. Knows no table.

use anstyle::{AnsiColor, Style as Paint};
use unicode_width::UnicodeWidthStr;

use crate::report::Timeline;

const LABEL: usize = 10;

/// Draws the clocks, one line each, and a line for the reader; nothing where a title does not fit.
pub(super) fn draw(timeline: &Timeline, width: usize) -> Vec<(Paint, String)> {
    let starts = timeline.clocks.iter().flat_map(|(_, stretches)| stretches).map(|(_, from)| *from);
    let last = starts.max().unwrap_or(0);
    let room = width.min(100) - LABEL - 1;
    let scale = Scale { years: f64::from(last) * 1.25 + 1.0, room };
    let mut lines = Vec::new();
    for (label, stretches) in &timeline.clocks {
        let Some(drawn) = clock(stretches, &scale) else { return Vec::new() };
        lines.push((Paint::new(), format!("  {label:<8}{drawn}")));
    }
    if let Some(here) = timeline.here {
        let at = scale.column(here).min(room - 1);
        let mark = format!("▲ {here}");
        let column = at.min(room.saturating_sub(mark.width()));
        let paint = AnsiColor::Cyan.on_default().bold();
        lines.insert(1, (paint, format!("  {:<8}{}{mark}", "you", " ".repeat(column))));
    }
    lines
}

struct Scale {
    years: f64,
    room: usize,
}

impl Scale {
    fn column(&self, year: f64) -> usize {
        (year / self.years * self.room as f64).round() as usize
    }
}

fn clock(stretches: &[(String, u32)], scale: &Scale) -> Option<String> {
    let mut drawn = String::new();
    for (index, (title, from)) in stretches.iter().enumerate() {
        let start = scale.column(f64::from(*from));
        let next = stretches.get(index + 1).map(|(_, next)| scale.column(f64::from(*next)));
        let inside = next.unwrap_or(scale.room - 1).checked_sub(start + 1)?;
        let label = format!("{from} {title}");
        let first_word = format!("{from} {}", title.split(' ').next().unwrap_or_default());
        let shown = [label, first_word].into_iter().find(|text| text.width() + 1 <= inside)?;
        let line = "─".repeat(inside - shown.width());
        drawn.push_str(&format!("├{shown}{line}"));
    }
    drawn.push('→');
    Some(drawn)
}
