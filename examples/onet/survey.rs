//! What preparation the people asked think necessary.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::OCCUPATIONS;
use crate::files::{header, lines, quoted, sources};
use crate::roles::Ids;
use crate::table::{Row, Table};

/// O*NET's scales, and what they ask for.
const QUESTIONS: [[&str; 2]; 4] = [
    ["RL", "required-education"],
    ["RW", "related-experience"],
    ["PT", "on-site-training"],
    ["OJ", "on-the-job-training"],
];

/// Answers as O*NET words them, without its explanations, and as we do.
const ANSWERS: [[&str; 2]; 26] = [
    ["Less than a High School Diploma", "no high school diploma"],
    ["High School Diploma", "high school diploma"],
    ["Post-Secondary Certificate", "post-secondary certificate"],
    ["Some College Courses", "some college"],
    ["Associate's Degree", "associate's degree"],
    ["Bachelor's Degree", "bachelor's degree"],
    ["Post-Baccalaureate Certificate", "post-baccalaureate certificate"],
    ["Master's Degree", "master's degree"],
    ["Post-Master's Certificate", "post-master's certificate"],
    ["First Professional Degree", "professional degree"],
    ["Doctoral Degree", "doctorate"],
    ["Post-Doctoral Training", "post-doctoral training"],
    ["None", "none"],
    ["None or short demonstration", "none, or a short demonstration"],
    ["Up to and including 1 month", "up to 1 month"],
    [
        "Anything beyond short demonstration, up to and including 1 month",
        "more than a short demonstration, up to 1 month",
    ],
    ["Over 1 month, up to and including 3 months", "over 1 and up to 3 months"],
    ["Over 3 months, up to and including 6 months", "over 3 and up to 6 months"],
    ["Over 6 months, up to and including 1 year", "over 6 months and up to 1 year"],
    ["Over 1 year, up to and including 2 years", "over 1 and up to 2 years"],
    ["Over 2 years, up to and including 4 years", "over 2 and up to 4 years"],
    ["Over 4 years, up to and including 6 years", "over 4 and up to 6 years"],
    ["Over 6 years, up to and including 8 years", "over 6 and up to 8 years"],
    ["Over 8 years, up to and including 10 years", "over 8 and up to 10 years"],
    ["Over 4 years, up to and including 10 years", "over 4 and up to 10 years"],
    ["Over 10 years", "over 10 years"],
];

/// The text of `survey.toml`.
pub fn text(folder: &Path, ids: &Ids) -> Result<String> {
    let columns = [
        "onet_soc_code",
        "scale_id",
        "category",
        "data_value",
        "n",
        "date",
        "domain_source",
        "category_description",
    ];
    let table = Table::read(folder, "education_training_and_experience", &columns)?;
    let mut rows = Vec::new();
    for (code, id) in OCCUPATIONS.iter().filter_map(|code| ids.get_key_value(*code)) {
        for [scale, question] in QUESTIONS {
            let mut answers = Vec::new();
            for row in table.of(code) {
                if row.get("scale_id")? == scale && row.number::<f64>("data_value")? > 0.0 {
                    let start = format!("{}, {}", quoted(id), quoted(question));
                    answers.push((row.number::<u32>("category")?, answer(row, &start)?));
                }
            }
            answers.sort();
            rows.extend(answers.into_iter().map(|(_, row)| row));
        }
    }
    let about = "Role, question, answer, percent who gave it, how many were asked, when, who they were.\n\
                 O*NET is under CC BY 4.0; answers are in our own words, those that nobody gave are left out.";
    Ok(format!("{}\n[survey]\n{}{}", header(about), sources(), lines("rows", &rows)))
}

/// Writes an answer, after its occupation and question.
fn answer(row: Row, start: &str) -> Result<String> {
    let column = "category_description";
    let text = row.get(column)?;
    let name = text.split(" - ").next().unwrap_or(text);
    let name = name.split(" (").next().unwrap_or(name);
    let known = ANSWERS.iter().find(|[theirs, _]| *theirs == name);
    let lacking = || row.wrong(column, format!("survey.rs lacks the answer `{name}`; add it"));
    let [_, ours] = known.ok_or_else(lacking)?;
    let percent = row.get("data_value")?;
    ensure!(
        row.number::<f64>("data_value")? <= 100.0,
        row.wrong("data_value", "this is above 100; write a number of percent")
    );
    let who = match row.get("domain_source")? {
        "Incumbent" => "incumbents",
        "Occupational Expert" => "occupational experts",
        text => {
            let why = format!("`{text}` is not known; add it to survey.rs");
            return Err(row.wrong("domain_source", why));
        }
    };
    let asked: u32 = row.number("n")?;
    let (ours, who, date) = (quoted(ours), quoted(who), quoted(&row.month("date")?));
    Ok(format!("[{start}, {ours}, {percent}, {asked}, {date}, {who}]"))
}
