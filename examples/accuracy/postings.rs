//! Measures what is read of postings against hand-made labels. Knows the labels' words and ours.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use tpm_path::catalog::{Catalog, Term, TermKind};
use tpm_path::query::{PayPeriod, Posting, PostingReader, Strength};

use crate::score::Score;

/// The fields, with the least precision and recall that will do.
pub const FIELDS: [(&str, f64); 8] = [
    ("title", 0.9),
    ("level", 0.9),
    ("years", 0.9),
    ("pay", 0.9),
    ("degree", 0.9),
    ("certificates", 0.9),
    ("tools", 0.9),
    ("skills", 0.75),
];

/// The scores of `FIELDS` over the postings of a folder that holds `labels.jsonl`.
pub fn measure(catalog: &Catalog, folder: &Path) -> Result<Vec<Score>> {
    let reader = PostingReader::new(catalog);
    let labels = fs::read_to_string(folder.join("labels.jsonl")).context("labels.jsonl")?;
    let mut scores: Vec<Score> = FIELDS.iter().map(|_| Score::default()).collect();
    for line in labels.lines().filter(|line| !line.trim().is_empty()) {
        let label: Value = serde_json::from_str(line)?;
        let file = label["file"].as_str().context("a label without a file")?;
        let bytes = fs::read(folder.join(file)).with_context(|| file.to_owned())?;
        let posting = reader.read(&bytes);
        let [title, level, years, pay, degree, certificates, tools, skills] = &mut scores[..]
        else {
            anyhow::bail!("a field without a score");
        };
        let all = Labelled { catalog, file, label: &label };
        all.title(&posting, title);
        all.level(&posting, level);
        all.years(&posting, years);
        all.pay(&posting, pay);
        all.degree(&posting, degree);
        all.certificates(&posting, certificates);
        all.tools(&posting, tools);
        all.skills(&posting, skills);
    }
    Ok(scores)
}

struct Labelled<'a> {
    catalog: &'a Catalog,
    file: &'a str,
    label: &'a Value,
}

impl Labelled<'_> {
    /// The label and what else is accepted.
    fn accepted(&self, key: &str) -> Vec<Value> {
        let others = self.label[format!("{key}_ok")].as_array().cloned().unwrap_or_default();
        std::iter::once(self.label[key].clone()).chain(others).collect()
    }

    /// Scores one value: what is accepted, and what was found.
    fn value(&self, score: &mut Score, found: Option<String>, accepted: &[Value], fits: bool) {
        let nothing = accepted.iter().any(Value::is_null);
        let wanted = format!("{} for {found:?}", accepted[0]);
        match (&found, fits) {
            (Some(_), true) => score.hit(),
            (None, _) if nothing => (),
            (None, _) => score.miss(self.file, &wanted),
            (Some(_), false) => {
                score.false_alarm(self.file, &wanted);
                if !accepted[0].is_null() {
                    score.miss(self.file, &wanted);
                }
            }
        }
    }

    fn title(&self, posting: &Posting<'_>, score: &mut Score) {
        let accepted = self.accepted("title");
        let found = posting.title.as_ref().map(|title| title.text.clone());
        let same = |value: &Value| {
            let (label, found) =
                (value.as_str().unwrap_or_default(), found.as_deref().unwrap_or_default());
            plain(label) == plain(found)
        };
        let fits = accepted.iter().any(same);
        self.value(score, found.clone(), &accepted, fits);
    }

    fn level(&self, posting: &Posting<'_>, score: &mut Score) {
        let accepted = self.accepted("level");
        let found = posting.level.as_ref().map(|level| match level.id {
            "staff" => "principal".to_owned(),
            other => other.to_owned(),
        });
        let fits = accepted.iter().any(|value| value.as_str() == found.as_deref());
        self.value(score, found, &accepted, fits);
    }

    fn years(&self, posting: &Posting<'_>, score: &mut Score) {
        let mut accepted =
            vec![serde_json::json!([self.label["years_min"], self.label["years_max"]])];
        accepted.extend(self.label["years_ok"].as_array().cloned().unwrap_or_default());
        let same =
            |pair: &Value, found: [Option<f64>; 2]| [pair[0].as_f64(), pair[1].as_f64()] == found;
        let found = posting.years.map(|years| [Some(years.from), years.to]);
        let fits = accepted.iter().any(|pair| same(pair, found.unwrap_or([None; 2])));
        let accepted: Vec<Value> = accepted
            .into_iter()
            .map(|pair| if pair[0].is_null() && pair[1].is_null() { Value::Null } else { pair })
            .collect();
        self.value(score, found.map(|found| format!("{found:?}")), &accepted, fits);
    }

    fn pay(&self, posting: &Posting<'_>, score: &mut Score) {
        let mut accepted =
            vec![serde_json::json!([self.label["salary_min"], self.label["salary_max"]])];
        accepted.extend(self.label["salary_ok"].as_array().cloned().unwrap_or_default());
        let periods = self.accepted("salary_period");
        let found = posting.pay.as_ref();
        let fits = found.is_some_and(|pay| {
            let period = if pay.period == PayPeriod::Year { "year" } else { "hour" };
            let pair = |pair: &Value| {
                let high = pay.high.unwrap_or(pay.low);
                pair[0].as_f64() == Some(pay.low)
                    && (pair[1].as_f64() == Some(high) || pair[1].is_null() && pay.high.is_none())
            };
            accepted.iter().any(pair) && periods.iter().any(|known| known.as_str() == Some(period))
        });
        let accepted: Vec<Value> = accepted
            .into_iter()
            .map(|pair| if pair[0].is_null() { Value::Null } else { pair })
            .collect();
        self.value(score, found.map(|pay| format!("{pay:?}")), &accepted, fits);
    }

    fn degree(&self, posting: &Posting<'_>, score: &mut Score) {
        let accepted = self.accepted("degree");
        let found = posting
            .degree
            .and_then(|asked| serde_json::to_value(asked.degree).ok()?.as_str().map(str::to_owned));
        let fits = accepted.iter().any(|value| value.as_str() == found.as_deref());
        self.value(score, found, &accepted, fits);
    }

    fn names(&self, key: &str) -> Vec<&str> {
        let list = self.label[key].as_array();
        list.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// The terms that a label's name may mean.
    fn meant(&self, kinds: &[TermKind], name: &str) -> Vec<&Term> {
        if name == "any-scrum-agile" {
            let any = ["scrum-certificate", "csm", "psm-i", "pmi-acp"];
            return self
                .catalog
                .terms()
                .iter()
                .filter(|term| any.contains(&term.id.as_str()))
                .collect();
        }
        let wanted = plain(name);
        let named = |term: &&Term| {
            kinds.contains(&term.kind)
                && (plain(&term.title) == wanted
                    || plain(&term.id) == wanted
                    || term.spellings.iter().any(|written| plain(written) == wanted))
        };
        self.catalog.terms().iter().filter(named).collect()
    }

    fn certificates(&self, posting: &Posting<'_>, score: &mut Score) {
        let kinds = [TermKind::Certificate];
        let found: Vec<_> =
            posting.terms.iter().filter(|term| term.term.kind == TermKind::Certificate).collect();
        let mut allowed: Vec<&str> = Vec::new();
        let sides =
            [("certs_required", Strength::Required), ("certs_preferred", Strength::Preferred)];
        let either = self.names("certs_either");
        for (key, strength) in sides {
            for name in self.names(key) {
                let meant = self.meant(&kinds, name);
                let is = |id: &str| meant.iter().any(|term| term.id == id);
                let side = |found: Strength| found == strength || either.contains(&name);
                allowed.extend(
                    found
                        .iter()
                        .filter(|f| is(&f.term.id) && side(f.strength))
                        .map(|f| f.term.id.as_str()),
                );
                match found.iter().any(|f| is(&f.term.id) && side(f.strength)) {
                    true => score.hit(),
                    false => score.miss(self.file, &format!("{name} {}", strength.word())),
                }
            }
        }
        let maybe: Vec<&Term> = [self.names("certs_maybe"), either]
            .concat()
            .iter()
            .flat_map(|name| self.meant(&kinds, name))
            .collect();
        for one in found {
            let fine = allowed.contains(&one.term.id.as_str())
                || maybe.iter().any(|term| term.id == one.term.id);
            if !fine {
                score.false_alarm(
                    self.file,
                    &format!("{} {} ({:?})", one.term.id, one.strength.word(), one.words),
                );
            }
        }
    }

    fn tools(&self, posting: &Posting<'_>, score: &mut Score) {
        let kinds = [TermKind::Tool, TermKind::Technology];
        let maybe = ["tools_maybe", "technologies"].map(|key| self.names(key)).concat();
        let maybe: Vec<&Term> = maybe.iter().flat_map(|name| self.meant(&kinds, name)).collect();
        self.set(posting, score, &self.names("tools"), &maybe, &kinds, TermKind::Tool);
    }

    fn skills(&self, posting: &Posting<'_>, score: &mut Score) {
        let kinds = [TermKind::Skill];
        let maybe = self.names("skills_maybe");
        let maybe: Vec<&Term> = maybe.iter().flat_map(|name| self.meant(&kinds, name)).collect();
        self.set(posting, score, &self.names("skills"), &maybe, &kinds, TermKind::Skill);
    }

    fn set(
        &self,
        posting: &Posting<'_>,
        score: &mut Score,
        wanted: &[&str],
        maybe: &[&Term],
        kinds: &[TermKind],
        alarms: TermKind,
    ) {
        let found: Vec<_> =
            posting.terms.iter().filter(|term| kinds.contains(&term.term.kind)).collect();
        let mut right: Vec<&str> = maybe.iter().map(|term| term.id.as_str()).collect();
        for name in wanted {
            let meant = self.meant(kinds, name);
            right.extend(meant.iter().map(|term| term.id.as_str()));
            let is = |id: &str| meant.iter().any(|term| term.id == id);
            match found.iter().any(|one| is(&one.term.id)) {
                true => score.hit(),
                false => score.miss(self.file, name),
            }
        }
        for one in found.iter().filter(|one| one.term.kind == alarms) {
            if !right.contains(&one.term.id.as_str()) {
                score.false_alarm(
                    self.file,
                    &format!("{} ({:?}, line {})", one.term.id, one.words, one.line),
                );
            }
        }
    }
}

/// A name without case, marks and spaces.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric() || "+#".contains(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}
