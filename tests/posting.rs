//! What is read of postings, sentence by sentence, and what holds for any bytes.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use tpm_path::catalog::{Catalog, TermKind};
use tpm_path::query::{PayBound, PayPeriod, PostedDegree, Posting, PostingReader, Strength};

fn ours() -> Catalog {
    Catalog::builtin()
}

/// Reads each text and gives what is wanted of it.
fn read<T>(texts: &[&str], take: impl Fn(&Posting<'_>) -> T) -> Vec<T> {
    let catalog = ours();
    let reader = PostingReader::new(&catalog);
    texts.iter().map(|text| take(&reader.read(text.as_bytes()))).collect()
}

fn found(texts: &[&str], kind: TermKind) -> Vec<Vec<String>> {
    let of_kind = |posting: &Posting<'_>| {
        let terms = posting.terms.iter().filter(|posted| posted.term.kind == kind);
        terms.map(|posted| posted.term.id.to_string()).collect()
    };
    read(texts, of_kind)
}

/// A headline and a requirement.
fn asks(requirement: &str) -> String {
    format!("Project Manager\n\nRequirements\n- {requirement}\n")
}

#[test]
fn years_are_read_as_people_write_them() {
    for (written, years) in [
        ("5+ years of experience", Some((5.0, None))),
        ("minimum of five (5) years of experience in software", Some((5.0, None))),
        ("3-5 yrs experience", Some((3.0, Some(5.0)))),
        ("3 to 5 years' experience", Some((3.0, Some(5.0)))),
        ("7 – 10 years of progressive experience", Some((7.0, Some(10.0)))),
        ("10 plus years managing projects", Some((10.0, None))),
        ("6+ months experience", Some((0.5, None))),
        ("8 years of experience, 3 of them with teams", Some((8.0, None))),
        ("3 years of experience required, 9 years of experience not required", Some((3.0, None))),
        (
            "Remote, no H1B, 10+ years of experience. 3 years of Jira experience required",
            Some((10.0, None)),
        ),
        ("2 years of experience required, 6 years of experience preferred", Some((2.0, None))),
        ("5 years of experience not required", None),
        ("5 years of experience preferred but not required", Some((5.0, None))),
        ("no more than 3 years of experience", Some((0.0, Some(3.0)))),
        ("up to 5 years of experience in IT", Some((0.0, Some(5.0)))),
        ("less than 2 years of experience", Some((0.0, Some(2.0)))),
        ("no less than 4 years of experience", Some((4.0, None))),
        (
            "2 years of experience. You report to a director who has 20 years of experience",
            Some((2.0, None)),
        ),
        (
            "Mentored by a principal with 15 years of experience, you bring 2 years of experience",
            Some((2.0, None)),
        ),
        ("Reporting to the director, 5+ years of experience", Some((5.0, None))),
        ("Support a growing team; 5+ years of experience", Some((5.0, None))),
        ("We want 6+ years' experience", Some((6.0, None))),
        ("at least 18 years of age", None),
        ("we have been in business for over 35 years", None),
        ("a 12-month contract", None),
    ] {
        let got = read(&[&asks(written)], |posting| posting.years.map(|y| (y.from, y.to)));
        assert_eq!(got, [years], "{written}");
    }
}

#[test]
fn pay_is_read_and_other_money_is_not() {
    let year = |low, high| Some((low, high, PayPeriod::Year));
    let hour = |low, high| Some((low, high, PayPeriod::Hour));
    for (written, pay) in [
        ("Salary: $120,000 - $150,000", year(120_000.0, Some(150_000.0))),
        (
            "The base pay ranges from $135,000/year up to $155,000/year",
            year(135_000.0, Some(155_000.0)),
        ),
        ("Pay range $104K–$166K", year(104_000.0, Some(166_000.0))),
        ("Compensation: 60-70k", year(60_000.0, Some(70_000.0))),
        ("Pay: $58.50 - $65/hr", hour(58.5, Some(65.0))),
        ("Annual salary of $98,000", year(98_000.0, None)),
        ("$130,000 - $160,000 + bonus + equity", year(130_000.0, Some(160_000.0))),
        ("Salary: £65k - £80k plus 10% bonus", year(65_000.0, Some(80_000.0))),
        (
            "Total compensation $250,000 - $300,000 (base $170,000 - $190,000)",
            year(170_000.0, Some(190_000.0)),
        ),
        ("OTE: $200,000 - $240,000 (base $150,000 - $170,000)", year(150_000.0, Some(170_000.0))),
        ("Salary: 65,000 € to 82,000 € per year", year(65_000.0, Some(82_000.0))),
        ("Gehalt: 65.000 € bis 82.000 €", year(65_000.0, Some(82_000.0))),
        ("Salary between 65,000 EUR and 82,000 EUR", year(65_000.0, Some(82_000.0))),
        ("Pay starts at $130,000 and goes up to $160,000", year(130_000.0, Some(160_000.0))),
        ("We raised $30 million and match 4% of your 401(k)", None),
        ("A $1,500 learning stipend and $100/month for the gym", None),
        ("Manage a budget of $500,000", None),
        ("Day rate £525 – £575 per day", None),
    ] {
        let text = format!("Project Manager\n\n{written}\n");
        let got = read(&[&text], |posting| posting.pay.as_ref().map(|p| (p.low, p.high, p.period)));
        assert_eq!(got, [pay], "{written}");
    }
}

#[test]
fn an_only_amount_may_be_the_most_or_the_least() {
    for (written, bound) in [
        ("Salary: up to $130,000 a year", Some(PayBound::AtMost)),
        ("Salary: $90k+", Some(PayBound::AtLeast)),
        ("Salary from $90,000 a year", Some(PayBound::AtLeast)),
        ("Salary: $90,000 or more", Some(PayBound::AtLeast)),
        ("Salary: $90,000 a year", None),
        ("Salary: $90k + bonus", None),
        ("Salary: from $90,000 up to $130,000 a year", None),
    ] {
        let told = |posting: &Posting<'_>| posting.pay.as_ref().map(|pay| pay.bound);
        assert_eq!(read(&[&asks(written)], told), [Some(bound)], "{written}");
    }
}

#[test]
fn a_code_says_which_dollars_are_meant() {
    for (written, code) in [
        ("Salary: $120,000 - $150,000 CAD", "CAD"),
        ("Salary: CAD $120,000", "CAD"),
        ("Salary in AUD: $120,000 a year", "AUD"),
        ("Salary: HK$900,000 a year", "HKD"),
        ("Salary: US$120,000 a year", "USD"),
        ("Salary: $120,000 - $150,000 cadence", "USD"),
    ] {
        let currency = |posting: &Posting<'_>| posting.pay.as_ref().and_then(|pay| pay.currency);
        assert_eq!(read(&[&asks(written)], currency), [Some(code)], "{written}");
    }
    assert_eq!(found(&[&asks("Salary: C$120,000 a year")], TermKind::Technology), [[""; 0]]);
}

#[test]
fn headings_need_neither_a_colon_nor_capitals() {
    let ranks = |posting: &Posting<'_>| -> Vec<Strength> {
        posting.terms.iter().map(|term| term.strength).collect()
    };
    for (heading, strength) in [
        ("Basic qualifications", Some(Strength::Required)),
        ("Required skills and experience", Some(Strength::Required)),
        ("Preferred qualifications", Some(Strength::Preferred)),
        ("Essential:", Some(Strength::Required)),
        ("Essential criteria", Some(Strength::Required)),
        ("Desirable criteria", Some(Strength::Preferred)),
        ("Would be great if you had", Some(Strength::Preferred)),
        ("Not Required", Some(Strength::Preferred)),
        ("Helpful But Not Required", Some(Strength::Preferred)),
        ("PMP Not Required", None),
        ("Gathers qualifications for our partners", None),
    ] {
        let text = format!("Project Manager\n\nAbout us\nWe grow.\n\n{heading}\n- Jira\n");
        assert_eq!(read(&[&text], ranks), [strength.into_iter().collect::<Vec<_>>()], "{heading}");
    }
}

#[test]
fn the_lowest_degree_that_will_do_is_read() {
    let bachelor = |strength| Some((PostedDegree::Bachelor, strength));
    for (written, degree) in [
        ("Bachelor's degree in computer science", bachelor(Strength::Required)),
        ("BS/MS in engineering", bachelor(Strength::Required)),
        ("Bachelor’s degree preferred", bachelor(Strength::Preferred)),
        ("Bachelor's required, master's preferred", bachelor(Strength::Required)),
        ("Master's degree in computer science", Some((PostedDegree::Master, Strength::Required))),
        ("Certified Scrum Master", None),
        ("No degree required", None),
        ("Bachelor's degree not required", None),
        ("Bachelor's degree preferred but not required", bachelor(Strength::Preferred)),
        ("A high degree of autonomy", None),
        (
            "Bachelor's degree. A Master's degree may be substituted for two years of experience",
            bachelor(Strength::Required),
        ),
        ("A Master's can replace two years of experience", None),
    ] {
        let got = read(&[&asks(written)], |posting| {
            posting.degree.map(|asked| (asked.degree, asked.strength))
        });
        assert_eq!(got, [degree], "{written}");
    }
}

/// The certificates that a requirement names, in the order of their ids.
fn certificates(requirement: &str) -> Vec<(String, Strength)> {
    let asked = |posting: &Posting<'_>| {
        let terms = posting.terms.iter();
        let certificates = terms.filter(|posted| posted.term.kind == TermKind::Certificate);
        certificates.map(|posted| (posted.term.id.to_string(), posted.strength)).collect()
    };
    let mut all: Vec<_> = read(&[&asks(requirement)], asked).remove(0);
    all.sort();
    all
}

fn named(wanted: Vec<(&str, Strength)>) -> Vec<(String, Strength)> {
    wanted.into_iter().map(|(id, strength)| (id.to_owned(), strength)).collect()
}

#[test]
fn certificates_are_required_preferred_or_denied() {
    for (written, wanted) in [
        (
            "PMP required, CSM a plus",
            vec![("csm", Strength::Preferred), ("pmp", Strength::Required)],
        ),
        (
            "PMP®, CAPM or PgMP nice to have",
            vec![
                ("capm", Strength::Preferred),
                ("pgmp", Strength::Preferred),
                ("pmp", Strength::Preferred),
            ],
        ),
        ("No PMP needed", vec![]),
        ("You are not expected to have a PMP", vec![]),
        ("You don't have to be PMP certified", vec![]),
        ("We do not expect you to hold a PMP", vec![]),
        ("A PMP isn't a must", vec![]),
        ("We will pay for your PMP", vec![]),
        ("PMP von Vorteil", vec![("pmp", Strength::Preferred)]),
        ("Agile certification preferred", vec![("scrum-certificate", Strength::Preferred)]),
        (
            "Agile certification (CSM, PSM)",
            vec![("csm", Strength::Required), ("psm-i", Strength::Required)],
        ),
    ] {
        assert_eq!(certificates(written), named(wanted), "{written}");
    }
}

#[test]
fn what_is_not_required_is_wished_for_or_does_not_count() {
    for (written, wanted) in [
        ("PMP is not required.", vec![]),
        ("A PMP is not strictly required", vec![]),
        ("PMP (not required)", vec![]),
        ("PMP is not a requirement", vec![]),
        ("PMP will not be required or needed", vec![]),
        ("PMP is not required, but experience with Jira is a plus", vec![]),
        ("PMP not required but a plus", vec![("pmp", Strength::Preferred)]),
        ("PMP isn't required but a plus", vec![("pmp", Strength::Preferred)]),
        ("PMP helpful, though not a must", vec![("pmp", Strength::Preferred)]),
        ("PRINCE2 useful, not essential", vec![("prince2", Strength::Preferred)]),
        ("Preferred PMP (not required)", vec![("pmp", Strength::Preferred)]),
        ("It is nice to have PMP but not required", vec![("pmp", Strength::Preferred)]),
        (
            "Although not required, PMP, CSM, or similar is preferred",
            vec![("csm", Strength::Preferred), ("pmp", Strength::Preferred)],
        ),
        ("CSM preferred, PMP not necessary", vec![("csm", Strength::Preferred)]),
        ("PMP not necessary, CSM preferred", vec![("csm", Strength::Preferred)]),
        ("CSM required; PMP not required", vec![("csm", Strength::Required)]),
        ("CSM not required, PMP required", vec![("pmp", Strength::Required)]),
        ("PMP required but CSM not required", vec![("pmp", Strength::Required)]),
        ("PMP, coding skills not required", vec![("pmp", Strength::Required)]),
        ("Coding is not required, but you hold a PMP", vec![("pmp", Strength::Required)]),
    ] {
        assert_eq!(certificates(written), named(wanted), "{written}");
    }
}

#[test]
fn what_is_not_required_says_nothing_of_what_stands_beside_it() {
    for duty in [
        "Lead Agile ceremonies and manage risks in Jira (PMP not required)",
        "Travel is not required and you will manage risks with Jira",
    ] {
        let text = format!("Project Manager\n\nResponsibilities\n- {duty}\n");
        let asked = read(&[&text], |posting| {
            posting.terms.iter().find(|posted| posted.term.id == "jira").map(|jira| jira.strength)
        });
        assert_eq!(asked, [Some(Strength::Named)], "{duty}");
    }
}

#[test]
fn only_whole_words_count_and_the_longest_wins() {
    let tools = |written: &str| found(&[&asks(written)], TermKind::Tool).remove(0);
    assert_eq!(tools("Azure DevOps, K8s and JIRA"), ["azure-devops", "kubernetes", "jira"]);
    assert_eq!(tools("fragile teams that excel at slack and linear progress"), [""; 0]);
    let technologies = |written: &str| found(&[&asks(written)], TermKind::Technology).remove(0);
    assert_eq!(technologies("C, C++ and C# in a C-suite with vitamin c"), ["c", "cpp", "csharp"]);
    assert_eq!(technologies("JavaScript"), ["javascript"]);
    let skills = |written: &str| found(&[&asks(written)], TermKind::Skill).remove(0);
    assert_eq!(
        skills("CI/CD, Scrum, cross functional work"),
        ["ci-cd", "agile-scrum", "cross-team-coordination"]
    );
    assert_eq!(skills("fragile scrumptious"), [""; 0]);
}

#[test]
fn what_the_company_is_and_gives_is_not_asked_for() {
    let text = "Project Manager\n\nAbout us\nWe build Salesforce plugins on AWS.\n\nBenefits\nPaid PMP exams \
                and Jira-free Fridays.\n\nRequirements\nConfluence\n";
    assert_eq!(found(&[text], TermKind::Tool), [["confluence"]]);
    assert_eq!(found(&[text], TermKind::Certificate), [[""; 0]]);
}

#[test]
fn the_title_tells_the_level_before_the_years_do() {
    for (text, level) in [
        ("Junior Project Manager", Some("entry")),
        ("SR. Scrum Master", Some("senior")),
        ("Staff Technical Program Manager", Some("staff")),
        ("Director of Program Management", Some("director")),
        ("Project Manager\nRequirements: 2+ years of experience", Some("mid")),
        ("Project Manager\nRequirements: 9 years of experience", Some("senior")),
        ("Project Manager\nRequirements: 1 year of experience", Some("entry")),
        ("Project Manager", None),
    ] {
        let got = read(&[text], |posting| posting.level.as_ref().map(|level| level.id.to_owned()));
        assert_eq!(got, [level.map(str::to_owned)], "{text}");
    }
}

#[test]
fn a_title_is_found_under_addresses_and_behind_labels() {
    for (text, title) in [
        ("# [Release Manager](https://example.com/jobs/1)\n### Acme", "Release Manager"),
        ("---\nlayout: job\ntitle: \"Delivery Manager\"\n---\nWe are", "Delivery Manager"),
        ("About the job\nJob Title: Program Manager III\n", "Program Manager III"),
        ("Acme Ferries\nSenior Project Manager\nBoise, ID", "Senior Project Manager"),
        ("<h1>PMO&nbsp;Lead</h1>", "PMO Lead"),
        ("Company: Globex\nPosition: Senior Project Manager\n", "Senior Project Manager"),
    ] {
        let got = read(&[text], |posting| posting.title.as_ref().unwrap().text.clone());
        assert_eq!(got, [title], "{text}");
    }
}

#[test]
fn lines_are_those_of_the_original() {
    let text = "Project Manager\r\n\r\n<ul>\r\n<li>Jira</li>\r\n<li>PMP required</li></ul>";
    let lines = read(&[text], |posting| {
        posting
            .terms
            .iter()
            .map(|posted| (posted.term.id.to_string(), posted.line))
            .collect::<Vec<_>>()
    });
    assert_eq!(lines, [[("jira".to_owned(), 4), ("pmp".to_owned(), 5)]]);
}

#[test]
fn a_line_of_pay_ends_no_part() {
    let text = "Project Manager\nSalary: $140,000 - $165,000\nLocation: Austin\n\nWe want Jira and a PMP.\n";
    assert_eq!(found(&[text], TermKind::Tool), [["jira"]]);
    assert_eq!(found(&[text], TermKind::Certificate), [["pmp"]]);
}

#[test]
fn what_is_no_posting_is_not_recognised() {
    let texts =
        ["", "\n\n", "Pancakes\n\nMix flour and eggs.", "Der Zug fährt um acht Uhr nach Berlin."];
    assert_eq!(read(&texts, |posting| posting.is_unrecognised()), [true; 4]);
}

#[test]
fn every_spelling_of_our_vocabulary_is_found() {
    let catalog = ours();
    let reader = PostingReader::new(&catalog);
    for term in catalog.terms().iter().filter(|term| term.kind != TermKind::Level) {
        for spelling in &term.spellings {
            let written = spelling.replace(" .. ", " the ").replace('*', "");
            let text = asks(&format!("We ask for {written} here"));
            let posting = reader.read(text.as_bytes());
            assert!(
                posting.terms.iter().any(|posted| {
                    let whole = posted.words.replace('-', " ").to_lowercase();
                    posted.term.id == term.id
                        || whole.contains(&written.replace('-', " ").to_lowercase())
                }),
                "{}: {spelling}",
                term.id
            );
        }
    }
}

/// Texts made of what postings are made of.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Requirements:",
        "\n",
        " ",
        "5+",
        "years",
        "of experience",
        "$120,000",
        "-",
        "$150k",
        "per hour",
        "PMP",
        "required",
        "nice to have",
        "<li>",
        "</li>",
        "&amp;",
        "&#8217;",
        "&lt;p&gt;",
        "[a](b)",
        "Jira",
        "C",
        "++",
        "•",
        "é",
        "\u{202e}",
        "\u{1b}[31m",
        "Bachelor's",
        "degree",
        ".",
        ";",
        "*",
        "(",
        ")",
        "18",
        "months",
        "Salary",
        "manage",
        "risks",
        "Sr",
        "title:",
    ]);
    prop::collection::vec(piece, 0..200).prop_map(|pieces| pieces.concat())
}

fn holds(posting: &Posting<'_>, bytes: &[u8]) {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    let of_terms = posting.terms.iter().map(|posted| (posted.line, &*posted.words));
    let of_title = posting.title.iter().map(|title| (title.line, title.text.as_str()));
    for (line, words) in of_terms.chain(of_title) {
        assert!((1..=lines).contains(&line), "line {line} of {lines}");
        assert!(words.chars().all(|letter| letter == '\n' || !letter.is_control()), "{words:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let catalog = ours();
        let posting = PostingReader::new(&catalog);
        let posting = posting.read(&bytes);
        prop_assert!(posting.pay.as_ref().is_none_or(|pay| pay.low.is_finite()));
        if !bytes.starts_with(&[0xff, 0xfe]) && !bytes.starts_with(&[0xfe, 0xff]) {
            holds(&posting, &bytes);
        }
    }

    #[test]
    fn any_text_is_read(text in pieces()) {
        let catalog = ours();
        let reader = PostingReader::new(&catalog);
        let posting = reader.read(text.as_bytes());
        holds(&posting, text.as_bytes());
        if let Some(years) = posting.years {
            prop_assert!(years.to.is_none_or(|to| to >= years.from));
        }
        if let Some(pay) = &posting.pay {
            prop_assert!(pay.high.is_none_or(|high| high >= pay.low));
        }
    }
}
