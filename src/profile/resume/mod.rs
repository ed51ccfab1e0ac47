//! A JSON Résumé as raw structs: tolerant of everything but broken JSON. Knows no dataset and no day.

mod moment;
mod node;
mod text;

use serde::de::DeserializeSeed;

pub use moment::Moment;
use moment::moment;
use node::{Deep, Node};

use super::Fault;

/// What a résumé says that a profile has a place for.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Resume {
    /// The jobs, in the order of the file.
    pub jobs: Vec<Job>,
    /// Skills, each with its keywords.
    pub skills: Vec<Skill>,
    /// Certificates.
    pub certificates: Vec<Certificate>,
    /// Studies.
    pub education: Vec<Study>,
    /// Where its owner lives.
    pub location: Location,
    /// What was not taken as it stands.
    pub warnings: Vec<Warning>,
}

/// A job.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Job {
    /// Its title.
    pub position: Option<String>,
    /// When it began.
    pub start: Option<Written>,
    /// When it ended.
    pub end: Option<Written>,
}

/// A date as it is written, and as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// As written.
    pub given: String,
    /// As read.
    pub moment: Moment,
}

/// A skill.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Skill {
    /// Its name.
    pub name: Option<String>,
    /// What belongs to it.
    pub keywords: Vec<String>,
}

/// A certificate.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// Its name.
    pub name: String,
    /// When it was earned.
    pub date: Option<Written>,
}

/// A study.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// The degree.
    pub degree: String,
    /// When it began.
    pub start: Option<Written>,
    /// When it ended.
    pub end: Option<Written>,
}

/// Where somebody lives.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Location {
    /// The city, perhaps with more behind it.
    pub city: Option<String>,
    /// The state.
    pub region: Option<String>,
    /// The country's code.
    pub country: Option<String>,
}

/// Something that was not taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where: `work[2].startDate`.
    pub at: String,
    /// What about it.
    pub what: &'static str,
}

/// How deep the fields lie that are read: a list of résumés, the résumé, `skills`, a skill, `keywords`, a keyword.
const DEPTH: usize = 7;

/// Reads a résumé.
///
/// # Errors
/// When it is no JSON, or no object.
pub fn read(bytes: &[u8]) -> Result<Resume, Fault> {
    let text = text::decoded(bytes)?;
    let mut json = serde_json::Deserializer::from_str(text);
    let node = Deep(DEPTH).deserialize(&mut json).and_then(|node| json.end().map(|()| node));
    let node = node.map_err(|error| text::broken(text, &error))?;
    let mut reader = Reader::default();
    let root = reader.root(&node).ok_or_else(|| Fault::at(text, &(0..0), NO_RESUME))?;
    reader.read(root);
    Ok(reader.resume)
}

const NO_RESUME: &str = "a résumé is an object: {\"basics\": …, \"work\": […]}";

/// The fields that are read of a résumé.
const FIELDS: [&str; 5] = ["basics", "work", "skills", "certificates", "education"];

/// Parts of names that hint at what somebody meant to be read.
const LOOKALIKES: [&str; 6] = ["work", "job", "experience", "employ", "skill", "certif"];

/// Fills a résumé and keeps what was wrong on the way.
#[derive(Default)]
struct Reader {
    resume: Resume,
}

impl Reader {
    fn warn(&mut self, at: impl Into<String>, what: &'static str) {
        self.resume.warnings.push(Warning { at: at.into(), what });
    }

    /// The résumé itself, where a program put it into something else.
    fn root<'n>(&mut self, node: &'n Node) -> Option<&'n Node> {
        let node = match node {
            Node::List(items) => match items.as_slice() {
                [only @ Node::Object(_)] => {
                    self.warn("the file", "a list with one résumé in it; that one was read");
                    only
                }
                _ => return None,
            },
            Node::Object(_) => node,
            _ => return None,
        };
        let told = node.keys().any(|key| FIELDS.contains(&key));
        match node.field("resume") {
            Some(inner @ Node::Object(_)) if !told => {
                self.warn("resume", "the résumé stands inside it; that was read");
                Some(inner)
            }
            _ => Some(node),
        }
    }

    fn read(&mut self, root: &Node) {
        let alike = |key: &&str| {
            let key = key.to_lowercase();
            LOOKALIKES.iter().any(|part| key.contains(part)) && !FIELDS.contains(&key.as_str())
        };
        for key in root.keys().filter(alike) {
            self.warn(text::name(key), "no field of a JSON Résumé, so it was not read");
        }
        if let Some(basics) = root.field("basics") {
            self.location(basics.field("location"));
        }
        for (at, entry) in self.entries(root, "work") {
            self.job(&at, entry);
        }
        for (at, entry) in self.entries(root, "skills") {
            self.skill(&at, entry);
        }
        for (at, entry) in self.entries(root, "certificates") {
            self.certificate(&at, entry);
        }
        for (at, entry) in self.entries(root, "education") {
            if let Some(degree) = self.text(entry, "studyType", &at) {
                let start = self.date(entry, "startDate", &at);
                let end = self.date(entry, "endDate", &at);
                self.resume.education.push(Study { degree, start, end });
            }
        }
    }

    /// The entries of a list with their places; a single one may stand without its list.
    fn entries<'n>(&mut self, root: &'n Node, field: &str) -> Vec<(String, &'n Node)> {
        match root.field(field) {
            None | Some(Node::Nothing) => Vec::new(),
            Some(Node::List(items)) => {
                let numbered = items.iter().enumerate();
                numbered.map(|(number, item)| (format!("{field}[{number}]"), item)).collect()
            }
            Some(one) => {
                self.warn(field, "no list, so it was read as its one entry");
                vec![(field.to_owned(), one)]
            }
        }
    }

    /// A text of an entry; a number is as good.
    fn text(&mut self, entry: &Node, field: &str, at: &str) -> Option<String> {
        match entry.field(field)? {
            Node::Text(text) | Node::Number(text) => text::tidy(text),
            Node::Nothing => None,
            _ => {
                self.warn(format!("{at}.{field}"), "no text, so it was left out");
                None
            }
        }
    }

    fn date(&mut self, entry: &Node, field: &str, at: &str) -> Option<Written> {
        let written = |given: String, moment| Some(Written { given, moment });
        match entry.field(field)? {
            Node::Nothing => None,
            Node::Text(text) | Node::Number(text) => {
                let given = text::tidy(text)?;
                let moment = moment(&given);
                if moment == Moment::Unreadable {
                    self.warn(format!("{at}.{field}"), "no date that we can read");
                }
                written(given, moment)
            }
            _ => {
                self.warn(format!("{at}.{field}"), "no date that we can read");
                written("…".to_owned(), Moment::Unreadable)
            }
        }
    }

    fn location(&mut self, node: Option<&Node>) {
        let Some(node) = node else { return };
        if let Node::Text(city) = node {
            self.resume.location.city = text::tidy(city);
            return;
        }
        let at = "basics.location";
        self.resume.location = Location {
            city: self.text(node, "city", at),
            region: self.text(node, "region", at),
            country: self.text(node, "countryCode", at),
        };
    }

    fn job(&mut self, at: &str, entry: &Node) {
        match entry {
            Node::Object(_) => {
                // Some programs say `title` where JSON Résumé says `position`.
                let position = self.text(entry, "position", at);
                let position = position.or_else(|| self.text(entry, "title", at));
                let (start, end) =
                    (self.date(entry, "startDate", at), self.date(entry, "endDate", at));
                self.resume.jobs.push(Job { position, start, end });
            }
            _ => self.warn(at, "no job, so it was left out"),
        }
    }

    fn skill(&mut self, at: &str, entry: &Node) {
        let names = match entry {
            Node::Text(names) => names,
            Node::Object(_) => {
                let name = self.text(entry, "name", at);
                let keywords = self.keywords(entry, at);
                if name.is_some() || !keywords.is_empty() {
                    self.resume.skills.push(Skill { name, keywords });
                }
                return;
            }
            _ => return self.warn(at, "no skill, so it was left out"),
        };
        let skills = names.split(SEPARATORS).filter_map(text::tidy);
        self.resume.skills.extend(skills.map(|name| Skill { name: Some(name), keywords: vec![] }));
    }

    fn keywords(&mut self, entry: &Node, at: &str) -> Vec<String> {
        match entry.field("keywords") {
            None | Some(Node::Nothing) => Vec::new(),
            Some(Node::List(items)) => {
                let words = items.iter().filter_map(|item| match item {
                    Node::Text(text) | Node::Number(text) => text::tidy(text),
                    _ => None,
                });
                words.collect()
            }
            Some(Node::Text(text) | Node::Number(text)) => {
                text.split(SEPARATORS).filter_map(text::tidy).collect()
            }
            Some(Node::Object(_)) => {
                self.warn(format!("{at}.keywords"), "no list, so it was left out");
                Vec::new()
            }
        }
    }

    fn certificate(&mut self, at: &str, entry: &Node) {
        let names = match entry {
            Node::Text(names) => names,
            Node::Object(_) => {
                let name = self.text(entry, "name", at);
                if let Some(name) = name.or_else(|| self.text(entry, "title", at)) {
                    let date = self.date(entry, "date", at);
                    self.resume.certificates.push(Certificate { name, date });
                }
                return;
            }
            _ => return self.warn(at, "no certificate, so it was left out"),
        };
        let certificates = names.split(SEPARATORS).filter_map(text::tidy);
        let certificates = certificates.map(|name| Certificate { name, date: None });
        self.resume.certificates.extend(certificates);
    }
}

/// What stands between several names in one text.
const SEPARATORS: [char; 3] = [',', ';', '\n'];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn resume(json: &str) -> Resume {
        read(json.as_bytes()).unwrap()
    }

    #[test]
    fn a_wrong_type_loses_its_field_and_nothing_else() {
        let found = resume(
            r#"{"basics": {"location": {"city": ["x"]}},
                "work": [null, 7, {"position": {}, "startDate": 2014, "endDate": [1]},
                         {"company": "A", "position": 42, "startDate": "2015-02"}],
                "skills": [{"name": "Jira", "keywords": "a, b"}, "SQL", {"name": null}, 3],
                "certificates": "PMP, CSM", "volunteer": [{"startDate": "2001"}]}"#,
        );
        assert_eq!(found.jobs.len(), 2);
        assert_eq!(found.jobs[0].position, None);
        assert_eq!(found.jobs[0].end.as_ref().unwrap().moment, Moment::Unreadable);
        assert_eq!(found.jobs[1].position.as_deref(), Some("42"));
        assert_eq!(found.skills.len(), 2);
        assert_eq!(found.skills[0].keywords, ["a", "b"]);
        assert_eq!(found.certificates.len(), 2);
        let at: Vec<&str> = found.warnings.iter().map(|warning| warning.at.as_str()).collect();
        let expected = [
            "basics.location.city",
            "work[0]",
            "work[1]",
            "work[2].position",
            "work[2].endDate",
            "skills[3]",
            "certificates",
        ];
        assert_eq!(at, expected);
    }

    #[test]
    fn of_two_fields_of_one_name_the_last_counts() {
        let found = resume(r#"{"skills": ["a"], "skills": ["b", "c"]}"#);
        assert_eq!(found.skills.len(), 2);
    }

    #[test]
    fn no_nesting_is_too_deep() {
        let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
        let found = resume(&format!(r#"{{"meta": {deep}, "work": [{{"x": {deep}}}]}}"#));
        assert_eq!(found.jobs.len(), 1);
        assert!(read(deep.as_bytes()).is_err());
        assert!(read("[".repeat(200_000).as_bytes()).is_err());
        assert!(read("{\"work\":".repeat(200_000).as_bytes()).is_err());
    }

    #[test]
    fn what_is_broken_is_told_with_its_place_and_what_to_do() {
        for (bytes, line, column, said) in [
            (&b""[..], 1, 1, "empty"),
            (b"{\n  \"work\": [],\n}", 3, 1, "last comma"),
            (b"// mine\n{}", 1, 1, "comments"),
            (b"{'work': []}", 1, 2, "double quotes"),
            (b"{\"work\": [", 1, 10, "cut off"),
            (b"{\"a\": \"x\ny\"}", 2, 1, "\\n"),
            (b"\xff\xfe{\0}\0", 1, 1, "UTF-16"),
            (b"{\"a\":\n\"\xfc\"}", 2, 2, "UTF-8"),
            (b"[]", 1, 1, "object"),
            (b"{} {}", 1, 4, "behind the end"),
        ] {
            let fault = read(bytes).unwrap_err();
            let shown = String::from_utf8_lossy(bytes);
            assert!(fault.message.contains(said), "{shown}: {}", fault.message);
            assert_eq!((fault.line, fault.column), (line, column), "{shown}: {}", fault.message);
        }
        assert_eq!(resume("\u{feff}{}"), Resume::default());
    }

    /// JSON of any shape, in which names of fields that are read stand often.
    fn json() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            prop::sample::select(vec![
                "basics",
                "work",
                "skills",
                "certificates",
                "education",
                "position",
                "startDate",
                "endDate",
                "name",
                "keywords",
                "location",
                "label",
                "studyType",
                "resume",
            ])
            .prop_map(str::to_owned),
            ".{0,8}",
        ];
        let quoted = word.prop_map(|word| serde_json::to_string(&word).unwrap());
        let leaf = prop_oneof![
            quoted.clone(),
            Just("null".to_owned()),
            any::<i64>().prop_map(|number| number.to_string()),
            prop::sample::select(vec!["\"2014-06\"", "2014", "\"Present\"", "true", "1.5e300"])
                .prop_map(str::to_owned),
        ];
        leaf.prop_recursive(6, 60, 6, move |inner| {
            let field =
                (quoted.clone(), inner.clone()).prop_map(|(key, value)| format!("{key}:{value}"));
            prop_oneof![
                prop::collection::vec(inner, 0..6)
                    .prop_map(|items| format!("[{}]", items.join(","))),
                prop::collection::vec(field, 0..6)
                    .prop_map(|items| format!("{{{}}}", items.join(","))),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_resume_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }

        #[test]
        fn any_json_is_a_resume_or_an_error_and_holds_nothing_unseen(json in json()) {
            if let Ok(found) = read(json.as_bytes()) {
                let names = found.skills.into_iter().flat_map(|skill| skill.name);
                let titles = found.jobs.into_iter().flat_map(|job| job.position);
                let at = found.warnings.into_iter().map(|warning| warning.at);
                for text in names.chain(titles).chain(at) {
                    prop_assert!(!text.chars().any(char::is_control), "{:?}", text);
                }
            }
        }
    }
}
