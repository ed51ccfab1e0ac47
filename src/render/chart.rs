//! The picture of strips of pay on one axis of dollars. Knows neither whose pay it is nor where it is printed.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::human::{Voice, clean};
use super::layout::{self, Lines};
use super::timeline::Row;
use crate::report::cell::Cell;
use crate::report::units::{Pay, Point, Usd};
use crate::report::{Chart, Strip};

/// Below this width there is no room for a strip between two numbers.
const LEAST: usize = 60;

/// Beyond this width a strip is no easier to read.
const MOST: usize = 110;

/// Before a strip, so that its label stands out.
const MARGIN: &str = "  ";

/// How many columns two amounts of the axis are apart, at least.
const APART: f64 = 8.0;

/// A blank at which no line is broken and that no sign covers; printed as a blank.
const KEPT: char = '\u{a0}';

/// What can stand in a column; of two signs the later one is seen.
const SIGNS: &str = " │─━├┤╋→◆";

/// The percentiles that the box reaches over.
const MIDDLE: RangeInclusive<f64> = 25.0..=75.0;

/// Stands for the percentile of a top-coded figure.
const TOP: f64 = 100.0;

/// Draws the axis, the strips and what the signs stand for; nothing where there is no room.
pub(super) fn draw(chart: &Chart, voice: &Voice<'_>, width: usize) -> Vec<Row> {
    let width = width.min(MOST);
    let bars: Vec<Bar> = chart.strips.iter().map(|strip| Bar::of(strip, voice)).collect();
    let scale = Scale::fitting(&bars, width).filter(|_| width >= LEAST && !bars.is_empty());
    let Some(scale) = scale else {
        return Vec::new();
    };
    let drawn: Vec<Option<String>> = bars.iter().map(|bar| scale.bar(bar)).collect();
    let signs: String = drawn.iter().flatten().map(String::as_str).collect();
    let axis = if signs.is_empty() { Vec::new() } else { scale.axis(&bars) };
    let mark = chart.mark.as_ref().filter(|_| axis.iter().any(|line| line.contains('◆')));
    let mut rows = Vec::new();
    let mut add = |lines: Vec<String>, yours| {
        let printed = lines.iter().map(|line| line.replace(KEPT, " ").trim_end().to_owned());
        rows.extend(printed.map(|text| Row { text, yours }));
    };
    add(axis, false);
    for (bar, drawn) in bars.iter().zip(drawn) {
        add(wrapped(&voice.line(&bar.strip.label), width, "", ""), false);
        let why: String = bar.strip.reason.iter().map(|why| format!(": {}", clean(why))).collect();
        let missing = || wrapped(&format!("no figure{why}"), width, MARGIN, MARGIN);
        add(drawn.map_or_else(missing, |drawn| vec![drawn]), false);
    }
    let mark = mark.map(|mark| wrapped(&voice.line(mark), width, "◆ ", MARGIN));
    add(mark.unwrap_or_default(), true);
    add(wrapped(&legend(&bars, &signs, voice), width, "", ""), false);
    rows
}

fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let lines = Lines { first, rest, width, breaks_words: true };
    let filled = lines.of(text).filter(|(_, line)| !line.is_empty());
    filled.map(|(begin, line)| format!("{begin}{line}")).collect()
}

/// What the drawn signs stand for.
fn legend(bars: &[Bar<'_>], drawn: &str, voice: &Voice<'_>) -> String {
    let ends = |sign| {
        let figures = bars.iter().flat_map(|bar| &bar.figures).filter(|(_, it)| *it == sign);
        let named =
            figures.map(|(point, _)| voice.cell(&Cell::Percentile(point.percentile)).into_owned());
        named.collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>().join(" or ")
    };
    let unit = if drawn.contains('━') { "" } else { " percentile" };
    let items = [
        ('━', "━ 25th to 75th percentile".to_owned()),
        ('╋', "╋ median".to_owned()),
        ('├', format!("├─ {}{unit}", ends('├'))),
        ('┤', format!("─┤ {}{unit}", ends('┤'))),
        ('→', "→ top-coded: this or more".to_owned()),
    ];
    let used = items.into_iter().filter(|(sign, _)| drawn.contains(*sign));
    let kept: Vec<String> = used.map(|(_, text)| text.replace(' ', &KEPT.to_string())).collect();
    kept.join("   ")
}

/// A strip, its figures with their signs, and the numbers beside it.
struct Bar<'a> {
    strip: &'a Strip,
    figures: Vec<(Point, char)>,
    low: String,
    high: String,
}

impl Bar<'_> {
    fn of<'a>(strip: &'a Strip, voice: &Voice<'_>) -> Bar<'a> {
        let top = strip.at_least.map(|usd| Point { percentile: TOP, usd });
        let known: Vec<Point> = strip.points.iter().copied().chain(top).collect();
        let number = |Point { percentile, usd }: &Point| {
            let top = *percentile == TOP;
            let pay = if top { Pay::AtLeast(*usd) } else { Pay::Published(*usd) };
            format!("{KEPT}{}{KEPT}", voice.cell(&Cell::Pay(pay)))
        };
        let high = known.last();
        let low = known.first().filter(|low| high.is_some_and(|high| high.usd != low.usd));
        let (low, high) = [low, high].map(|end| end.map(number).unwrap_or_default()).into();
        let at = |index: usize| known.get(index).map(|point| point.percentile);
        let figures = known.iter().enumerate().map(|(index, point)| {
            let before = index.checked_sub(1).and_then(at);
            (*point, sign(before, point.percentile, at(index + 1)))
        });
        Bar { strip, figures: figures.collect(), low, high }
    }

    /// The dollars at both ends; `None` where nothing is known.
    fn ends(&self) -> Option<(f64, f64)> {
        Some((self.figures.first()?.0.usd.dollars(), self.figures.last()?.0.usd.dollars()))
    }
}

/// What a figure is drawn as, between its neighbours; a quartile that ends a whisker looks like its end.
fn sign(before: Option<f64>, percentile: f64, after: Option<f64>) -> char {
    let outside = |percentile: Option<f64>| percentile.is_some_and(|it| !MIDDLE.contains(&it));
    match percentile {
        50.0 => '╋',
        TOP => '→',
        low if low < *MIDDLE.start() => '├',
        high if high > *MIDDLE.end() => '┤',
        _ if before.is_none() && outside(after) => '├',
        _ if after.is_none() && outside(before) => '┤',
        _ => '━',
    }
}

/// Draws a sign, unless what stands there covers it.
fn put(line: &mut [char], column: usize, sign: char) {
    let rank = |sign: char| SIGNS.find(sign).unwrap_or(SIGNS.len());
    if let Some(place) = line.get_mut(column).filter(|place| rank(**place) < rank(sign)) {
        *place = sign;
    }
}

fn write(line: &mut [char], column: usize, text: &str) {
    line.iter_mut().skip(column).zip(text.chars()).for_each(|(place, sign)| *place = sign);
}

/// Which column an amount stands in, the same on every strip.
struct Scale {
    /// The lowest amount and its column.
    low: (f64, usize),
    /// How many columns a dollar takes.
    density: f64,
    /// How many columns there are.
    width: usize,
}

impl Scale {
    /// The longest axis that leaves room for the numbers.
    fn fitting(bars: &[Bar<'_>], width: usize) -> Option<Scale> {
        let figures = bars.iter().flat_map(|bar| &bar.figures).map(|(point, _)| point.usd);
        let all = figures.chain(bars.iter().flat_map(|bar| bar.strip.marks.iter().copied()));
        let all = all.map(Usd::dollars);
        let (low, high) = all.fold((f64::MAX, 0.0), |(a, b), usd| (usd.min(a), usd.max(b)));
        let least = (high / 10.0).max(1000.0);
        let low = (low - (low + least - high).max(0.0) / 2.0).clamp(0.0, high);
        let span = least.max(high - low);
        (2..=width).rev().find_map(|length| {
            let density = (length - 1) as f64 / span;
            let from = |left| Scale { low: (low, left), density, width };
            let bare = from(0);
            let needs = bars.iter().filter_map(|bar| {
                let (first, last) = bar.ends()?;
                let before =
                    (layout::width(&bar.low).max(1) + 1).saturating_sub(bare.column(first));
                Some((before, bare.column(last) + layout::width(&bar.high)))
            });
            let most = |(a, b): (usize, usize), (c, d)| (a.max(c), b.max(d));
            let (left, right) = needs.fold((0, length), most);
            (left + right <= width).then(|| from(left))
        })
    }

    /// The column of an amount; before the first one it is negative.
    fn place(&self, dollars: f64) -> f64 {
        self.low.1 as f64 + ((dollars - self.low.0) * self.density).round()
    }

    fn column(&self, dollars: f64) -> usize {
        self.place(dollars) as usize
    }

    /// A strip between its numbers, with its marks where there is room; `None` where nothing is known.
    fn bar(&self, bar: &Bar<'_>) -> Option<String> {
        let (first, last) = bar.ends()?;
        let mut line = vec![' '; self.width];
        write(&mut line, self.column(first).saturating_sub(layout::width(&bar.low)), &bar.low);
        write(&mut line, self.column(last) + 1, &bar.high);
        let column = |point: &Point| self.column(point.usd.dollars());
        for ((point, _), (next, _)) in bar.figures.iter().zip(bar.figures.iter().skip(1)) {
            let both = [point, next].iter().all(|it| MIDDLE.contains(&it.percentile));
            let stretch = if both { '━' } else { '─' };
            (column(point)..column(next)).for_each(|place| put(&mut line, place, stretch));
        }
        bar.figures.iter().for_each(|(point, sign)| put(&mut line, column(point), *sign));
        let marks = bar.strip.marks.iter().map(|usd| self.column(usd.dollars()));
        marks.for_each(|place| put(&mut line, place, '◆'));
        Some(line.into_iter().collect())
    }

    /// Round amounts, and below them their ticks and every mark.
    fn axis(&self, bars: &[Bar<'_>]) -> Vec<String> {
        let round = |power| [1.0, 2.0, 2.5, 5.0].map(|digit| digit * 10f64.powi(power));
        let step = (1..12).flat_map(round).find(|step| step * self.density >= APART);
        let step = step.unwrap_or(f64::MAX);
        let (mut amounts, mut line) = (vec![' '; self.width], vec![' '; self.width]);
        let mut free = 0.0;
        for count in 0..self.width {
            let dollars = ((self.low.0 / step).floor() + count as f64) * step;
            let amount = compact(dollars);
            let start = self.place(dollars) - (layout::width(&amount) / 2) as f64;
            let end = start + layout::width(&amount) as f64;
            if start >= free && end <= self.width as f64 {
                write(&mut amounts, start as usize, &amount);
                put(&mut line, self.column(dollars), '│');
                free = end + 1.0;
            }
        }
        for usd in bars.iter().flat_map(|bar| &bar.strip.marks) {
            put(&mut line, self.column(usd.dollars()), '◆');
        }
        [amounts, line].map(String::from_iter).into()
    }
}

/// 100000 as `$100k`, 1250000 as `$1.25M`.
fn compact(dollars: f64) -> String {
    match dollars {
        _ if dollars >= 1e6 => format!("${}M", dollars / 1e6),
        _ if dollars >= 1e3 => format!("${}k", dollars / 1e3),
        _ => format!("${dollars}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::ascii;
    use crate::report::cell::Line;

    const PERCENTILES: [f64; 5] = [10.0, 25.0, 50.0, 75.0, 90.0];

    fn strip(label: &'static str, points: &[(f64, u32)]) -> Strip {
        let label = Line(vec![Cell::text(label).into()]);
        let points = points.iter();
        let points = points
            .map(|(percentile, usd)| Point { percentile: *percentile, usd: Usd::whole(*usd) });
        Strip { label, points: points.collect(), at_least: None, marks: Vec::new(), reason: None }
    }

    fn five(label: &'static str, usd: [u32; 5]) -> Strip {
        strip(label, &PERCENTILES.into_iter().zip(usd).collect::<Vec<_>>())
    }

    fn top_coded(mut strip: Strip, usd: u32) -> Strip {
        strip.at_least = Some(Usd::whole(usd));
        strip
    }

    /// The strips with a mark on each of them.
    fn marked(usd: u32, mut strips: Vec<Strip>) -> Chart {
        let usd = Usd::whole(usd);
        strips.iter_mut().for_each(|strip| strip.marks.push(usd));
        Chart { strips, mark: Some(Line(vec!["your ".into(), Cell::Money(usd).into()])) }
    }

    fn lines(chart: &Chart, width: usize) -> Vec<String> {
        let rows = draw(chart, &Voice::compact(&[]), width);
        rows.into_iter().map(|row| row.text).collect()
    }

    fn alone(strip: Strip) -> Vec<String> {
        lines(&Chart { strips: vec![strip], mark: None }, 80)
    }

    fn column(line: &str, sign: char) -> Option<usize> {
        line.chars().position(|it| it == sign)
    }

    fn occupations() -> Vec<Strip> {
        vec![
            five("Managers, all other (11-9199)", [74300, 102_880, 141_900, 186_300, 238_270]),
            five(
                "Project management specialists (13-1082)",
                [61580, 78440, 102_320, 133_100, 167_970],
            ),
        ]
    }

    fn levels() -> Vec<Strip> {
        let wages = [74300, 102_880, 141_900, 186_300, 238_270];
        let points: Vec<(f64, u32)> = PERCENTILES.into_iter().zip(wages).collect();
        let pairs = points.windows(2).zip(["Junior", "Middle", "Senior", "Principal"]);
        pairs.map(|(pair, label)| strip(label, pair)).collect()
    }

    #[test]
    fn strips_stand_below_each_other_on_one_axis() {
        let drawn = lines(&marked(150_000, occupations()), 60);
        let expected = [
            "     $50k        $100k      $150k      $200k       $250k",
            "       │           │          ◆          │           │",
            "Managers, all other (11-9199)",
            "     $74,300 ├─────━━━━━━━━━╋━◆━━━━━━━━───────────┤ $238,270",
            "Project management specialists (13-1082)",
            "  $61,580 ├───━━━━━╋━━━━━━━───◆───┤ $167,970",
            "◆ your $150,000",
            "━ 25th to 75th percentile   ╋ median   ├─ 10th   ─┤ 90th",
        ];
        assert_eq!(drawn, expected);
    }

    #[test]
    fn in_ascii_every_sign_is_still_told_apart() {
        let mut strips = occupations();
        strips.push(top_coded(strip("2021", &[(10.0, 60390), (25.0, 80890)]), 208_000));
        let drawn = lines(&marked(150_000, strips), 60);
        let drawn: Vec<String> = drawn.iter().map(|line| ascii(line)).collect();
        let expected = [
            "      $50k       $100k      $150k      $200k       $250k",
            "        |          |          o          |           |",
            "Managers, all other (11-9199)",
            "     $74,300 |------========#=o========-----------| $238,270",
            "Project management specialists (13-1082)",
            "  $61,580 |---=====#=======---o---| $167,970",
            "2021",
            "  $60,390 |----=--------------o------------> $208,000+",
            "o your $150,000",
            "= 25th to 75th percentile   # median   |- 10th   -| 90th",
            "> top-coded: this or more",
        ];
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_quartile_that_ends_a_whisker_is_named_in_the_legend() {
        let drawn = lines(&Chart { strips: levels(), mark: None }, 80);
        let strips: Vec<&str> = drawn[2..].iter().skip(1).step_by(2).map(|it| it.trim()).collect();
        assert!(strips[0].starts_with("$74,300 ├──") && strips[0].ends_with("──┤ $102,880"));
        assert!(strips[1].starts_with("$102,880 ━━") && strips[1].ends_with("━━╋ $141,900"));
        assert!(strips[2].starts_with("$141,900 ╋━━") && strips[2].ends_with("━━ $186,300"));
        assert!(strips[3].starts_with("$186,300 ├──") && strips[3].ends_with("──┤ $238,270"));
        let legend = "━ 25th to 75th percentile   ╋ median   ├─ 10th or 75th   ─┤ 25th or 90th";
        assert_eq!(drawn.last().unwrap(), legend);
    }

    #[test]
    fn a_top_coded_end_has_an_arrow_even_next_to_another_figure() {
        for last in [162_380, 207_999, 208_000] {
            let points = [(10.0, 60390), (25.0, 80890), (50.0, 124_650), (75.0, last)];
            let drawn = alone(top_coded(strip("2021", &points), 208_000));
            assert!(drawn[3].ends_with("→ $208,000+"), "{}", drawn[3]);
            assert!(drawn.last().unwrap().ends_with("→ top-coded: this or more"));
        }
        let drawn = alone(top_coded(strip("2021", &[]), 208_000));
        assert_eq!(drawn[3].trim(), "→ $208,000+");
    }

    #[test]
    fn a_mark_that_would_touch_a_number_stands_on_the_axis_only() {
        let drawn = lines(&marked(150_000, levels()), 60);
        let at = column(&drawn[1], '◆').unwrap();
        let marks: Vec<Option<usize>> =
            [3, 5, 7, 9].map(|line: usize| column(&drawn[line], '◆')).into();
        assert_eq!(marks, [Some(at), None, Some(at), None]);
        assert_eq!(drawn[10], "◆ your $150,000");
    }

    #[test]
    fn only_the_mark_is_yours() {
        let rows = draw(&marked(150_000, occupations()), &Voice::compact(&[]), 60);
        let yours: Vec<&str> =
            rows.iter().filter(|row| row.yours).map(|row| row.text.as_str()).collect();
        assert_eq!(yours, ["◆ your $150,000"]);
    }

    #[test]
    fn where_nothing_is_known_it_says_why() {
        let long =
            "A place with a name that is longer than the sixty columns that there are for it";
        let mut unknown = strip(long, &[]);
        assert_eq!(alone(unknown.clone()), [long, "  no figure"]);
        unknown.reason = Some("too few were asked".into());
        let drawn = lines(&marked(150_000, vec![unknown]), 60);
        let label = "A place with a name that is longer than the sixty columns";
        assert_eq!(drawn, [label, "that there are for it", "  no figure: too few were asked"]);
    }

    #[test]
    fn equal_figures_share_a_column_and_a_number() {
        for wages in [[100_000; 5], [1; 5], [u32::MAX; 5]] {
            let drawn = alone(five("Level", wages));
            assert_eq!(drawn[3].matches('$').count(), 1, "{}", drawn[3]);
            assert!(drawn[3].trim_start().starts_with("╋ $"), "{}", drawn[3]);
        }
        for (percentile, sign) in PERCENTILES.into_iter().zip(["├", "━", "╋", "━", "┤"]) {
            let drawn = alone(strip("Level", &[(percentile, 90_000)]));
            assert_eq!(drawn[3].trim(), format!("{sign} $90,000"));
        }
    }

    #[test]
    fn there_is_no_chart_without_room_or_strips() {
        assert!(lines(&marked(150_000, occupations()), 59).is_empty());
        assert!(lines(&marked(150_000, Vec::new()), 80).is_empty());
    }

    #[test]
    fn amounts_on_the_axis_are_short() {
        let shown = [0.0, 500.0, 2500.0, 100_000.0, 950_000.0, 1e6, 1.25e6].map(compact);
        assert_eq!(shown, ["$0", "$500", "$2.5k", "$100k", "$950k", "$1M", "$1.25M"]);
    }

    prop_compose! {
        fn strips()(
            mut usd in proptest::array::uniform5(1u32..5_000_000),
            known in proptest::array::uniform5(any::<bool>()),
            rise in proptest::option::of(0u32..500_000),
            mark in proptest::option::of(1u32..6_000_000),
            label in "[A-Za-z ]{0,150}",
        ) -> Strip {
            usd.sort_unstable();
            let mut strip = five("", usd);
            strip.label = Line(vec![Cell::text(label).into()]);
            let mut known = known.into_iter();
            strip.points.retain(|_| known.next().unwrap_or_default());
            strip.at_least = rise.map(|rise| Usd::whole(usd[4] + rise));
            strip.marks.extend(mark.map(Usd::whole));
            strip
        }
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_width(strips in proptest::collection::vec(strips(), 1..6)) {
            let chart = Chart { strips, mark: Some("your pay".into()) };
            for width in [60, 61, 80, 110, 200] {
                let drawn = lines(&chart, width);
                prop_assert!(!drawn.is_empty());
                for line in drawn {
                    prop_assert!(layout::width(&line) <= width.min(MOST), "{}", line);
                    prop_assert_eq!(line.trim_end(), &line);
                    prop_assert!(!ascii(&line).contains('?') && !line.contains(KEPT), "{}", line);
                }
            }
        }

        #[test]
        fn every_number_is_whole_and_no_two_touch(mut strip in strips()) {
            strip.label = "Level".into();
            let last = strip.at_least.or(strip.points.last().map(|point| point.usd));
            let Some(last) = last else { return Ok(()) };
            let two = strip.points.first().is_some_and(|low| low.usd != last);
            let shown = Voice::compact(&[]).cell(&Cell::Money(last)).into_owned();
            let drawn = alone(strip);
            prop_assert_eq!(drawn[3].matches('$').count(), 1 + usize::from(two));
            prop_assert!(drawn[3].split(' ').any(|word| word.trim_end_matches('+') == shown));
            let mut amounts = drawn[0].split_whitespace().map(|word| word.matches('$').count());
            prop_assert!(amounts.all(|signs| signs == 1) && drawn[0].contains('$'));
        }

        #[test]
        fn the_median_lies_between_the_quartiles(
            mut usd in proptest::array::uniform5(1u32..500_000),
            width in 60usize..200,
        ) {
            usd.sort_unstable();
            let [_, low, median, high, _] = usd;
            let half = strip("Half", &[(25.0, low), (50.0, median), (75.0, high)]);
            let drawn = lines(&Chart { strips: vec![half, five("All", usd)], mark: None }, width);
            let at = drawn[3].find('╋').unwrap();
            let (first, last) = (drawn[3].find(['━', '╋']), drawn[3].rfind(['━', '╋']));
            prop_assert!(first <= Some(at) && Some(at) <= last);
            prop_assert_eq!(column(&drawn[3], '╋'), column(&drawn[5], '╋'));
        }

        #[test]
        fn more_dollars_never_stand_further_left(
            usd in proptest::array::uniform2(10_000u32..400_000),
            width in 60usize..200,
        ) {
            let strips = usd.map(|usd| strip("Level", &[(50.0, usd)]));
            let drawn = lines(&Chart { strips: strips.into(), mark: None }, width);
            let order = column(&drawn[3], '╋').cmp(&column(&drawn[5], '╋'));
            prop_assert!(order == usd[0].cmp(&usd[1]) || order.is_eq());
        }
    }
}
