//! Wages by place, industry and occupation: the figures of the sources, names of places, and the programs beside the tool.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

mod reference;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use reference::{csv_rows, reference};
use serde_json::Value;
use tpm_path::catalog::{Area, AreaKind, Catalog, Noun};
use tpm_path::dataset::Layer;
use tpm_path::query::{
    OccupationChoice, QueryError, SettingChoice, VintageChoice, place, projected,
};
use tpm_path::report::salary::{Population, percentiles};
use tpm_path::report::{outlook, places};

fn catalog() -> Catalog {
    Catalog::builtin()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const REFERENCE_FILES: [&str; 6] = [
    "all_occupations_national.csv",
    "national_2021_2025.csv",
    "industries_2024.csv",
    "metros_2025.csv",
    "states_2025.csv",
    "projections_2024_2034.csv",
];

/// What `salary` says of every occupation in a setting, by code and vintage.
fn reported(catalog: &Catalog, setting: SettingChoice) -> BTreeMap<(String, String), Value> {
    let asked =
        Population { occupation: OccupationChoice::All, setting, vintage: VintageChoice::All };
    let report = serde_json::to_value(percentiles(catalog, &asked).unwrap()).unwrap();
    let rows = report["percentiles"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    rows.map(|row| ((text(&row["code"]), text(&row["vintage"])), row.clone())).collect()
}

/// The markers of a row of our extracts, by column.
fn markers(row: &BTreeMap<String, String>) -> BTreeMap<&str, &str> {
    let marked = row["markers"].split(';').filter_map(|part| part.split_once('='));
    marked.flat_map(|(columns, marker)| columns.split(',').map(move |c| (c, marker))).collect()
}

/// What the reason for a missing cell has to say.
fn reason(marker: &str) -> &'static str {
    match marker {
        "*" => "wage not released by BLS",
        "**" => "employment not released by BLS",
        "*(inferred)" => "wage not released by BLS (inferred: the extract is empty here)",
        "**(inferred)" => "employment not released by BLS (inferred: the extract is empty here)",
        "not carried by source" => "published by BLS, not in the extract that was read",
        other => panic!("unknown marker {other}"),
    }
}

fn top_code(vintage: &str) -> u64 {
    if vintage == "May 2021" { 208_000 } else { 239_200 }
}

/// Compares a row of the tool's report with the row of BLS's file; gives the number of cells.
fn compare(shown: &Value, row: &BTreeMap<String, String>) -> usize {
    let markers = markers(row);
    for column in ["mean", "p10", "p25", "p50", "p75", "p90"] {
        let (pay, cell) = (&shown[column], &row[column]);
        match (cell.as_str(), markers.get(column)) {
            ("", Some(&"#")) => {
                assert_eq!(pay["basis"], "at-least", "{row:?}");
                assert_eq!(pay["bound"], top_code(&row["vintage"]), "{row:?}");
            }
            ("", Some(marker)) => assert_eq!(pay["reason"], reason(marker), "{row:?}"),
            (number, None) => {
                assert_eq!(pay["usd"].to_string(), number, "{row:?}");
                assert_eq!(pay["basis"], "published", "{row:?}");
            }
            (_, Some(_)) => panic!("a value and a marker: {row:?}"),
        }
    }
    match (row["employment"].as_str(), markers.get("employment")) {
        ("", Some(marker)) => assert_eq!(shown["employment_missing"], reason(marker), "{row:?}"),
        (jobs, _) => assert_eq!(shown["employment"].to_string(), jobs, "{row:?}"),
    }
    7
}

#[test]
fn the_golden_rows_come_back_exactly() {
    let catalog = catalog();
    for (name, title, figures) in [
        ("42660", "Seattle-Tacoma-Bellevue, WA", [133_490, 168_980, 213_700]),
        ("san francisco", "San Francisco-Oakland-Fremont, CA", [164_010, 210_080, 278_880]),
        ("nyc", "New York-Newark-Jersey City, NY-NJ", [128_770, 169_800, 218_090]),
    ] {
        let rows = reported(&catalog, SettingChoice::Places(vec![name.to_owned()]));
        let row = &rows[&("11-9199".to_owned(), "May 2025".to_owned())];
        assert_eq!(row["place"], title);
        let shown = ["p25", "p50", "p75"].map(|column| row[column]["usd"].as_u64().unwrap());
        assert_eq!(shown, figures, "{title}");
    }
}

#[test]
fn every_wage_by_place_is_the_one_that_bls_published() {
    let Some(folder) = reference("bls") else { return };
    let catalog = catalog();
    let mut by_area: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for file in ["metros_2025.csv", "states_2025.csv"] {
        for row in csv_rows(&folder.join(file)) {
            by_area.entry(row["area_code"].clone()).or_default().push(row);
        }
    }
    let (mut cells, mut rows) = (0, 0);
    for (code, published) in &by_area {
        let shown = reported(&catalog, SettingChoice::Places(vec![code.clone()]));
        for row in published {
            let shown = &shown[&(row["occ_code"].clone(), row["vintage"].clone())];
            assert_eq!(shown["place"], row["area_title"].as_str());
            cells += compare(shown, row);
            rows += 1;
        }
        let held =
            shown.values().filter(|row| !row["p50"]["reason"].to_string().contains("is held"));
        assert_eq!(held.count(), published.len(), "{code}: the tool shows more than was published");
    }
    assert_eq!((by_area.len(), rows, cells), (574, 5088, 5088 * 7));
    assert_eq!(catalog.areas().iter().count(), by_area.len());
}

#[test]
fn every_wage_of_the_nation_and_of_industries_is_the_one_that_bls_published() {
    let Some(folder) = reference("bls") else { return };
    let catalog = catalog();
    let nation = reported(&catalog, SettingChoice::Nation);
    let rows = csv_rows(&folder.join("national_2021_2025.csv"));
    let cells: usize = rows
        .iter()
        .map(|row| compare(&nation[&(row["occ_code"].clone(), row["vintage"].clone())], row))
        .sum();
    assert_eq!(cells, 85 * 7);
    let industries = csv_rows(&folder.join("industries_2024.csv"));
    let mut cells = 0;
    for industry in catalog.industries() {
        let code = industry.id.as_str();
        let shown = reported(&catalog, SettingChoice::Industry(code.to_owned()));
        for row in industries.iter().filter(|row| row["naics"] == code) {
            let shown = &shown[&(row["occ_code"].clone(), row["vintage"].clone())];
            assert_eq!(shown["industry"], row["naics_title"].as_str());
            cells += compare(shown, row);
        }
    }
    assert_eq!(cells, industries.len() * 7);
    let groups = csv_rows(&folder.join("all_occupations_national.csv"));
    let held = groups.iter().filter(|row| row["reference_period"] != "May 2020");
    let columns = ["mean", "p10", "p25", "p50", "p75", "p90"];
    let theirs = ["a_mean", "a_pct10", "a_pct25", "a_median", "a_pct75", "a_pct90"];
    for row in held {
        let shown = &nation[&(row["soc_code"].clone(), row["reference_period"].clone())];
        assert_eq!(shown["employment"].to_string(), row["tot_emp"]);
        for (ours, theirs) in columns.iter().zip(theirs) {
            match row[theirs].as_str() {
                "#" => assert_eq!(shown[ours]["bound"], top_code(&row["reference_period"])),
                number => assert_eq!(shown[ours]["usd"].to_string(), number, "{row:?}"),
            }
        }
    }
    assert_eq!(nation.len(), 85 + 20);
}

#[test]
fn every_projection_is_the_one_that_bls_published() {
    let Some(folder) = reference("bls") else { return };
    let catalog = catalog();
    let report = outlook::outlook(&catalog, &OccupationChoice::All).unwrap();
    let report = serde_json::to_value(report).unwrap();
    let rows = csv_rows(&folder.join("projections_2024_2034.csv"));
    for row in &rows {
        let of = |sheet: &str| {
            let rows = report[sheet].as_array().unwrap().iter();
            rows.clone().find(|shown| shown["code"] == row["occ_code"].as_str()).unwrap().clone()
        };
        let shown = of("projections");
        let number = |value: &Value| value.as_f64().unwrap();
        for (ours, theirs) in [
            ("employment", "employment_2024"),
            ("projected_employment", "employment_2034"),
            ("change", "change_number"),
            ("growth", "change_pct"),
            ("self_employed", "pct_self_employed_2024"),
            ("openings", "annual_openings"),
            ("exit_rate", "labor_force_exit_rate"),
            ("transfer_rate", "occ_transfer_rate"),
            ("separation_rate", "total_separations_rate"),
            ("separations", "annual_separations"),
        ] {
            assert_eq!(number(&shown[ours]), row[theirs].parse::<f64>().unwrap(), "{row:?}");
        }
        for (ours, theirs) in [
            ("education", "typical_education"),
            ("experience", "work_experience"),
            ("training", "on_the_job_training"),
        ] {
            assert_eq!(of("entry")[ours].as_str().unwrap_or_default(), row[theirs]);
        }
    }
    assert_eq!(report["projections"].as_array().unwrap().len(), rows.len());
    assert_eq!(projected(&catalog, &OccupationChoice::Usual).unwrap().len(), 5);
}

/// Runs an example of this project; gives what it prints.
fn example(name: &str, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "--example", name, "--"])
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn copy_occupations(from: &Path, to: &Path) {
    std::fs::create_dir_all(to.join("wages")).unwrap();
    std::fs::copy(from.join("wages/occupations.toml"), to.join("wages/occupations.toml")).unwrap();
}

#[test]
fn the_files_of_bls_become_the_shipped_ones_to_the_byte() {
    let Some(folder) = reference("bls") else { return };
    let made = tempfile::tempdir().unwrap();
    copy_occupations(&root().join("data"), made.path());
    let files = REFERENCE_FILES.map(|file| folder.join(file).display().to_string());
    let mut arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    let dataset = made.path().display().to_string();
    arguments.push(&dataset);
    example("bls", &arguments);
    let mut compared = 0;
    for inside in ["wages", "wages/industries", "wages/places"] {
        for entry in std::fs::read_dir(made.path().join(inside)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let shipped = root().join("data").join(inside).join(path.file_name().unwrap());
                let text = |path: &Path| std::fs::read_to_string(path).unwrap();
                assert_eq!(text(&path), text(&shipped), "{}", shipped.display());
                compared += 1;
            }
        }
    }
    // The nation's of 21 occupations, places and industries of 17, three lists, and the occupations themselves.
    assert_eq!(compared, 21 + 17 + 17 + 3 + 1);
}

#[test]
fn a_release_of_bls_with_its_own_headers_and_marks_becomes_toml_that_breaks_no_rule() {
    let made = tempfile::tempdir().unwrap();
    let tiny = root().join("tests/fixtures/tiny");
    copy_occupations(&tiny, made.path());
    let occupations = made.path().join("wages/occupations.toml");
    let higher = std::fs::read_to_string(&occupations).unwrap().replace("90000", "239200");
    std::fs::write(&occupations, higher).unwrap();
    let csv = root().join("tests/fixtures/bls/oews.csv").display().to_string();
    let dataset = made.path().display().to_string();
    example("bls", &["--vintage", "2025", &csv, &dataset]);
    let text = |name: &str| std::fs::read_to_string(made.path().join(name)).unwrap();
    let once = text("wages/places/99-0001.toml");
    assert!(once.contains("missing = { \"*\" = \"wage not released by BLS\""), "{once}");
    assert!(text("wages/99-0001.toml").contains(">=239200"), "{}", text("wages/99-0001.toml"));
    example("bls", &["--vintage", "2025", &csv, &dataset]);
    assert_eq!(text("wages/places/99-0001.toml"), once, "a second run changes something");
    let layers = [Layer::Directory(tiny), Layer::Directory(made.path().to_owned())];
    let raw = tpm_path::dataset::load(&layers).unwrap();
    assert_eq!(tpm_path::catalog::rules::check(&raw), []);
    let catalog = Catalog::assemble(raw).unwrap();
    assert!(catalog.areas().iter().count() >= 3);
}

#[test]
fn the_readme_states_what_the_measurement_of_the_interpolation_prints() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let printed = example("interpolation", &[]);
    assert!(readme.contains(&printed), "README.md does not hold:\n{printed}");
}

#[test]
fn every_code_postal_code_title_and_name_of_ours_leads_to_its_place() {
    let catalog = catalog();
    let areas = catalog.areas();
    let (mut states, mut aliases) = (0, 0);
    for area in areas {
        let leads_here = |name: &str| {
            let found = place(&catalog, name).unwrap();
            assert_eq!(found.area.title, area.title, "{name}");
        };
        leads_here(area.id.as_str());
        leads_here(&area.title);
        leads_here(&area.title.to_uppercase());
        if let Some(postal) = area.postal_code() {
            leads_here(postal);
            leads_here(&postal.to_lowercase());
            states += 1;
        }
        for alias in area.aliases() {
            leads_here(alias);
            assert!(place(&catalog, alias).unwrap().alias.is_some(), "{alias}");
            aliases += 1;
        }
    }
    assert_eq!(states, 51);
    assert!(aliases > 500, "{aliases}");
    for industry in catalog.industries() {
        for name in [industry.id.as_str(), &industry.title]
            .into_iter()
            .chain(industry.aliases.iter().map(|name| &**name))
        {
            let found = tpm_path::query::lookup(catalog.industries(), name).unwrap();
            assert_eq!(found.title, industry.title, "{name}");
        }
    }
}

#[test]
fn a_city_is_found_with_its_state_and_an_ambiguous_one_lists_its_places() {
    let catalog = catalog();
    for (name, title) in [
        ("portland, or", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("Portland ME", "Portland-South Portland, ME"),
        ("oakland", "San Francisco-Oakland-Fremont, CA"),
        ("Kansas City, KS", "Kansas City, MO-KS"),
        ("saint louis", "St. Louis, MO-IL"),
        ("ft worth", "Dallas-Fort Worth-Arlington, TX"),
        ("coeur d'alene", "Coeur d'Alene, ID"),
        ("washington", "Washington"),
        ("charlotte", "Charlotte-Concord-Gastonia, NC-SC"),
        ("rome", "Rome, GA"),
        ("portland oregon", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("Austin, Texas", "Austin-Round Rock-San Marcos, TX"),
        ("brooklyn ny", "New York-Newark-Jersey City, NY-NJ"),
        ("kansas city, kansas", "Kansas City, MO-KS"),
        ("D.C.", "District of Columbia"),
        ("place:seattle", "Seattle-Tacoma-Bellevue, WA"),
    ] {
        assert_eq!(place(&catalog, name).unwrap().area.title, title, "{name}");
    }
    let other = |name| place(&catalog, name).unwrap().other.map(|area| area.title);
    assert_eq!(other("new york").as_deref(), Some("New York-Newark-Jersey City, NY-NJ"));
    assert_eq!(
        other("Washington").as_deref(),
        Some("Washington-Arlington-Alexandria, DC-VA-MD-WV")
    );
    assert_eq!(other("rome").as_deref(), Some("Utica-Rome, NY"));
    assert_eq!(other("texas"), None);
    assert_eq!(other("dc").as_deref(), Some("Washington-Arlington-Alexandria, DC-VA-MD-WV"));
    assert_eq!(other("LA").as_deref(), Some("Los Angeles-Long Beach-Anaheim, CA"));
    for name in ["nation", "america", "tech", "valley", ""] {
        let part = place(&catalog, name);
        assert!(matches!(part, Err(QueryError::Unknown { .. })), "{name}: {part:?}");
    }
    for name in ["portland", "springfield", "arlington", "san", "c", "PR"] {
        let several = place(&catalog, name);
        assert!(matches!(several, Err(QueryError::Ambiguous { .. })), "{name}: {several:?}");
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % end
    }
}

/// A name with one slip of the fingers: a letter lost, doubled, swapped with the next, or mistaken.
fn misspelt(name: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = name.to_lowercase().chars().collect();
    // The first letter is seldom wrong.
    let at = 1 + dice.below(letters.len() - 1);
    match dice.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters[at] = char::from(b'a' + dice.below(26) as u8),
    }
    letters.into_iter().collect()
}

/// The 100 largest metropolitan areas by jobs of an occupation, by the first city of their title.
fn cities(catalog: &Catalog) -> Vec<(String, String)> {
    let areas = catalog.areas();
    let occupation = &catalog.about().beside_occupations[1];
    let jobs = |area: &Area| {
        catalog.by_place(occupation).at(&area.id).last().and_then(|row| row.employment.jobs())
    };
    let mut metros: Vec<&Area> = areas.iter().filter(|area| area.kind == AreaKind::Metro).collect();
    metros.sort_by_key(|area| std::cmp::Reverse(jobs(area)));
    let metros = metros.into_iter().filter(|area| jobs(area).is_some());
    let named =
        metros.map(|area| (area.cities().next().unwrap().to_owned(), area.title.to_string()));
    named.take(100).collect()
}

#[test]
fn of_a_hundred_misspelt_cities_ninety_and_more_get_the_right_suggestion() {
    let catalog = catalog();
    let cities = cities(&catalog);
    assert_eq!(cities.len(), 100);
    for slips in [1, 2] {
        for seed in 1..=5 {
            let mut dice = Dice(seed);
            let mut missed = Vec::new();
            for (city, title) in &cities {
                let mut typed = city.clone();
                (0..slips).for_each(|_| typed = misspelt(&typed, &mut dice));
                let right = match place(&catalog, &typed) {
                    Ok(found) => *found.area.title == **title,
                    Err(QueryError::Unknown { near, .. }) => near.contains(title),
                    Err(QueryError::Ambiguous { candidates, .. }) => {
                        candidates.iter().any(|(_, candidate)| candidate == title)
                    }
                    Err(other) => panic!("{typed}: {other:?}"),
                };
                if !right {
                    missed.push(format!("{typed} for {title}"));
                }
            }
            assert!(missed.len() <= 10, "{slips} slips, seed {seed}: {missed:#?}");
        }
    }
}

#[test]
fn places_are_ranked_by_pay_and_those_without_a_figure_come_last() {
    let catalog = catalog();
    let question = places::Question {
        occupation: None,
        percentile: tpm_path::catalog::Percentile::TOP_DECILE,
        filter: tpm_path::query::RankingFilter {
            kind: AreaKind::Metro,
            state: None,
            min_jobs: None,
        },
        top: None,
    };
    let report = serde_json::to_value(places::places(&catalog, &question).unwrap()).unwrap();
    let rows = report["places"].as_array().unwrap();
    let ranked: Vec<f64> = rows.iter().map_while(|row| row["pay"]["usd"].as_f64()).collect();
    assert!(ranked.windows(2).all(|pair| pair[0] >= pair[1]));
    assert_eq!(report["ranked"], ranked.len());
    assert!(rows[ranked.len()..].iter().all(|row| row["rank"].is_null()));
    assert!(rows.len() > ranked.len());
}

#[test]
fn why_a_figure_is_missing_is_told_of_that_figure() {
    let catalog = catalog();
    let rows = reported(&catalog, SettingChoice::Places(vec!["corvallis".to_owned()]));
    let row = &rows[&("11-9199".to_owned(), "May 2025".to_owned())];
    assert_eq!(row["p10"]["reason"], reason("not carried by source"));
    assert_eq!(row["p50"]["reason"], reason("*(inferred)"));
    let median = tpm_path::catalog::Percentile::MEDIAN;
    let asked = Population {
        occupation: OccupationChoice::Usual,
        setting: SettingChoice::Places(vec!["corvallis".to_owned()]),
        vintage: VintageChoice::Newest,
    };
    let report = tpm_path::report::salary::at(&catalog, median, &asked).unwrap();
    let report = serde_json::to_value(report).unwrap();
    assert_eq!(report["occupations"][0]["pay"]["reason"], reason("*(inferred)"));
}

/// A layer with one row of its own, for a year later than the tiny dataset's.
fn later(folder: &Path) -> Catalog {
    std::fs::create_dir_all(folder.join("wages/places")).unwrap();
    let occupations = "[[vintages]]\nyear = 2026\ntitle = \"June 2026\"\nsource = \"census\"\n";
    std::fs::write(folder.join("wages/vintages.toml"), occupations).unwrap();
    let rows = "  [2026, \"01\", 70, 50000, 30000, 40000, 50000, 60000, 70000],\n  \
                [2025, \"100\", 9, 50000, 31000, 41000, 51000, 61000, 71000],\n";
    let columns = "[\"vintage\", \"area\", \"employment\", \"mean\", \"p10\", \"p25\", \"p50\", \
                   \"p75\", \"p90\"]";
    let wages =
        format!("currency = \"USD\"\nperiod = \"year\"\ncolumns = {columns}\nrows = [\n{rows}]\n");
    std::fs::write(folder.join("wages/places/99-0001.toml"), wages).unwrap();
    let tiny = Layer::Directory(root().join("tests/fixtures/tiny"));
    let raw = tpm_path::dataset::load(&[tiny, Layer::Directory(folder.to_owned())]).unwrap();
    assert_eq!(tpm_path::catalog::rules::check(&raw), []);
    Catalog::assemble(raw).unwrap()
}

#[test]
fn a_later_layer_replaces_single_rows_of_wages_and_each_place_answers_from_its_newest() {
    let folder = tempfile::tempdir().unwrap();
    let catalog = later(folder.path());
    let asked = |vintage| Population {
        occupation: OccupationChoice::Usual,
        setting: SettingChoice::Places(vec!["01".to_owned(), "100".to_owned()]),
        vintage,
    };
    let shown = |vintage| {
        let report = percentiles(&catalog, &asked(vintage)).unwrap();
        let report = serde_json::to_value(report).unwrap();
        let rows = report["percentiles"].as_array().unwrap().iter();
        let row = |row: &Value| {
            (row["vintage"].as_str().unwrap().to_owned(), row["p50"]["usd"].as_u64().unwrap())
        };
        rows.map(row).collect::<Vec<_>>()
    };
    let (newer, older) = ("June 2026".to_owned(), "June 2025".to_owned());
    assert_eq!(shown(VintageChoice::Newest), [(newer.clone(), 50_000), (older.clone(), 51_000)]);
    let all = [(newer, 50_000), (older.clone(), 42_000), (older, 51_000)];
    assert_eq!(shown(VintageChoice::All), all);
}

#[test]
fn a_chart_follows_the_order_of_its_rows_and_a_level_shows_only_its_own_top_code() {
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tpm-path"));
        let program = program.args(arguments).env("TPM_PATH_PROFILE", "none/profile.toml");
        let output = program.output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let sorted =
        run(&["salary", "--percentile", "75", "--sort", "pay", "--chart", "--width", "80"]);
    let chart = sorted.split("25th to 75th").next().unwrap();
    let at = |title| chart.find(title).unwrap();
    assert!(at("Project management") < at("Computer occupations"), "{chart}");
    assert!(at("Computer occupations") < at("\nManagers, all other"), "{chart}");
    let tiny = root().join("tests/fixtures/tiny").display().to_string();
    let levels = run(&["levels", "--chart", "--dataset", &tiny]);
    let strips: Vec<&str> = levels.lines().filter(|line| line.contains('─')).collect();
    assert!(strips.iter().any(|line| line.contains("$20,000")), "{levels}");
    assert!(strips.iter().all(|line| !line.contains("$20,000") || !line.contains("$90,000+")));
}
