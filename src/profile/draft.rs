//! A profile that is to be written for the first time, as commented TOML. Knows nothing of what it says.

use std::fmt::Write;

use toml_edit::Value;

/// What a new profile holds.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Draft {
    /// The job title.
    pub title: Option<String>,
    /// Years of experience, where no jobs tell them.
    pub years: Option<f64>,
    /// The level of the ladder.
    pub level: Option<String>,
    /// The track of the ladder.
    pub track: Option<String>,
    /// The level to reach.
    pub target: Option<String>,
    /// Dollars a year.
    pub pay: Option<u64>,
    /// The place.
    pub place: Option<String>,
    /// The highest degree.
    pub education: Option<String>,
    /// The jobs: title, start, end.
    pub jobs: Vec<(Option<String>, String, Option<String>)>,
    /// The names of skills and tools.
    pub skills: Vec<String>,
    /// Certificates, each with the day on which it was earned.
    pub certifications: Vec<(String, Option<String>)>,
}

impl Draft {
    /// The file: what is known, and as comments how to say the rest.
    pub fn text(&self) -> String {
        let mut text = String::from(HEAD);
        let words = |text: &Option<String>| text.as_deref().map(quoted);
        let years = self.years.map(|years| Value::from(years).to_string());
        // A whole number is written as one.
        let years = years.map(|years| years.trim_end_matches(".0").to_owned());
        for (key, value, example, comment) in [
            ("title", words(&self.title), "\"Technical Project Manager\"", "your job title"),
            ("years", years, "4", "years of experience; without them the jobs below are counted"),
            ("level", words(&self.level), "\"mid\"", "your level; without it your years tell"),
            ("track", words(&self.track), "\"management\"", "management or specialist"),
            ("target", words(&self.target), "\"senior\"", "the level that you want to reach"),
            ("pay", self.pay.map(|pay| pay.to_string()), "120000", "dollars a year, before tax"),
            ("place", words(&self.place), "\"Seattle\"", "a state, metropolitan area or city"),
            ("education", words(&self.education), "\"four-year-degree\"", DEGREES),
        ] {
            let line = match value {
                Some(value) => format!("{key} = {value}"),
                None => format!("# {key} = {example}"),
            };
            // Writing to a string does not fail; so below.
            let _ = writeln!(text, "\n# {comment}\n{line}");
        }
        self.jobs(&mut text);
        self.skills(&mut text);
        self.certifications(&mut text);
        text
    }

    fn jobs(&self, text: &mut String) {
        text.push_str(
            "\n# the jobs that you held, by year, month or day; the present one has no end\n",
        );
        if self.jobs.is_empty() {
            text.push_str("# [[jobs]]\n# title = \"Project Coordinator\"\n# start = \"2022-03\"\n");
        }
        for (title, start, end) in &self.jobs {
            text.push_str("\n[[jobs]]\n");
            let title = title.as_ref().map(|title| ("title", title));
            let end = end.as_ref().map(|end| ("end", end));
            for (key, value) in title.into_iter().chain([("start", start)]).chain(end) {
                let _ = writeln!(text, "{key} = {}", quoted(value));
            }
        }
    }

    fn skills(&self, text: &mut String) {
        text.push_str(
            "\n# what you can do and the tools that you use; `tpm-path skills` lists ids\n",
        );
        if self.skills.is_empty() {
            text.push_str(
                "# [[skills]]\n# id = \"jira\"\n# evidence = \"kept the board of two teams\"\n",
            );
        }
        for id in &self.skills {
            let _ = writeln!(text, "\n[[skills]]\nid = {}", quoted(id));
        }
    }

    fn certifications(&self, text: &mut String) {
        text.push_str("\n# the certificates that you hold; `tpm-path certs` lists ids\n");
        if self.certifications.is_empty() {
            text.push_str(
                "# [[certifications]]\n# id = \"csm\"\n# earned = \"2024-05\"\n# expires = \"2026-05\"\n",
            );
        }
        for (id, earned) in &self.certifications {
            let _ = writeln!(text, "\n[[certifications]]\nid = {}", quoted(id));
            if let Some(earned) = earned {
                let _ = writeln!(text, "earned = {}", quoted(earned));
            }
        }
    }
}

const HEAD: &str = "\
# Your profile for tpm-path. It is yours: edit it as you like, nothing in it has to be said.
# What it says stands in for options that you do not type; `--no-profile` ignores it.
";

const DEGREES: &str = "secondary-diploma, four-year-degree or accredited-degree";

/// A string as TOML writes it, on one line.
pub(super) fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Value::from(line).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::read;
    use proptest::prelude::*;

    #[test]
    fn an_empty_draft_is_all_comments() {
        let text = Draft::default().text();
        assert!(text.lines().all(|line| line.is_empty() || line.starts_with('#')), "{text}");
        let uncommented: String = text
            .lines()
            .filter_map(|line| line.strip_prefix("# "))
            .filter(|line| line.starts_with("[[") || line.contains(" = "))
            .map(|line| format!("{line}\n"))
            .collect();
        let profile = read(&uncommented).unwrap();
        assert_eq!(profile.jobs.len() + profile.skills.len() + profile.certifications.len(), 3);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(title in ".*", id in ".*", pay in 1_000u64..9_000_000) {
            let draft = Draft {
                title: Some(title.clone()),
                years: Some(2.5),
                pay: Some(pay),
                jobs: vec![(Some(title.clone()), "2019-06".to_owned(), None)],
                skills: vec![id.clone()],
                certifications: vec![(id.clone(), Some("2020".to_owned()))],
                ..Draft::default()
            };
            let profile = read(&draft.text()).unwrap();
            let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(profile.title.unwrap().into_inner(), folded(&title));
            prop_assert_eq!(profile.skills[0].id.get_ref(), &folded(&id));
            prop_assert_eq!(profile.pay.unwrap().into_inner(), pay as f64);
            prop_assert_eq!(profile.years.unwrap().into_inner(), 2.5);
            prop_assert_eq!(profile.certifications[0].earned.as_ref().unwrap().get_ref(), "2020");
        }
    }
}
