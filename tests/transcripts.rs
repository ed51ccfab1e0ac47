//! Real command lines with their whole output; the README's too.

#[test]
fn what_is_typed_gives_what_is_shown() {
    let cases = trycmd::TestCases::new();
    for (name, value) in [("COLUMNS", "80"), ("NO_COLOR", "1"), ("ACCESSIBLE", "")] {
        cases.env(name, value);
    }
    cases.case("tests/transcripts/*.md").case("README.md");
}
