//! Two command lines for every subcommand, which help and manual pages open with. Knows no options and no answers.

/// A command line, and what it shows.
pub type Example = (&'static str, &'static str);

/// The examples of every subcommand, by what is typed after the program's name.
///
/// A test runs each; `posting.txt`, `postings.jsonl` and `resume.json` are files that one has.
pub const EXAMPLES: &[(&str, [Example; 2])] = &[
    (
        "",
        [
            ("tpm-path roadmap --years 4", "where you are after four years, and what comes next"),
            ("tpm-path salary --of 120k", "which percentile a pay is"),
        ],
    ),
    (
        "levels",
        [
            ("tpm-path levels", "the ladder, with years and pay"),
            ("tpm-path levels senior --track specialist", "one level in full, on one track"),
        ],
    ),
    (
        "salary",
        [
            ("tpm-path salary --percentile 75", "what the 75th percentile is paid"),
            ("tpm-path salary --of 150k --area seattle", "which percentile a pay is in Seattle"),
        ],
    ),
    (
        "places",
        [
            ("tpm-path places --top 10", "the ten metropolitan areas with the highest median"),
            ("tpm-path places --by state --percentile 75", "states by their 75th percentile"),
        ],
    ),
    (
        "roadmap",
        [
            ("tpm-path roadmap --years 4", "the whole timeline with you on it"),
            ("tpm-path roadmap --years 4 --horizon 3", "only what begins in the next three years"),
        ],
    ),
    (
        "skills",
        [
            ("tpm-path skills --level senior", "what the senior level asks for"),
            ("tpm-path skills risk-management", "what the sources say of one skill"),
        ],
    ),
    (
        "certs",
        [
            ("tpm-path certs pmp", "one certificate: who may sit it, exam, renewal"),
            ("tpm-path certs --eligible --years 4", "which ones you may sit now"),
        ],
    ),
    (
        "gap",
        [
            (
                "tpm-path gap --years 4 --have jira,agile",
                "what the next level asks for beyond that",
            ),
            ("tpm-path gap --to senior --have pmp", "what one level asks for"),
        ],
    ),
    (
        "routes",
        [
            ("tpm-path routes --from 'qa engineer'", "where a role leads"),
            ("tpm-path routes --from 'scrum master' --to 'pmo director'", "the ways between two"),
        ],
    ),
    (
        "compare",
        [
            ("tpm-path compare mid senior", "two levels: what is the same, gained, lost"),
            ("tpm-path compare pmp csm", "two certificates side by side"),
        ],
    ),
    (
        "match",
        [
            ("tpm-path match posting.txt --have jira,csm", "what it asks for, and what is missing"),
            ("tpm-path match --jsonl postings.jsonl", "a row for each posting of a stream"),
        ],
    ),
    (
        "outlook",
        [
            ("tpm-path outlook", "growth and openings, with the guides' claims"),
            ("tpm-path outlook --occupation 13-1082", "one occupation and its industries"),
        ],
    ),
    (
        "guide",
        [
            ("tpm-path guide", "the topics"),
            ("tpm-path guide pros-and-cons", "what the sources say on one"),
        ],
    ),
    (
        "find",
        [
            ("tpm-path find pmp", "everything that mentions it"),
            ("tpm-path find delivery lead", "what mentions all of the words"),
        ],
    ),
    (
        "sources",
        [
            ("tpm-path sources", "who is cited, with licence and date"),
            ("tpm-path sources monster", "everything that rests on one source"),
        ],
    ),
    (
        "conflicts",
        [
            ("tpm-path conflicts", "the questions on which the sources disagree"),
            ("tpm-path conflicts median", "who says what on one, and what official data say"),
        ],
    ),
    (
        "profile",
        [
            ("tpm-path profile init --years 4 --place seattle", "say once who you are"),
            ("tpm-path profile show", "what the profile says"),
        ],
    ),
    (
        "profile init",
        [
            ("tpm-path profile init --title 'Project Manager' --years 4", "a new profile"),
            (
                "tpm-path profile init --years 4 --pay 120k --skill jira --cert csm",
                "with more in it",
            ),
        ],
    ),
    (
        "profile import",
        [
            ("tpm-path profile import resume.json", "a new profile from a JSON Résumé"),
            ("tpm-path profile import resume.json --force", "in place of the one there is"),
        ],
    ),
    (
        "profile show",
        [
            ("tpm-path profile show", "your level, phase and percentile, and what you have"),
            ("tpm-path profile show --format json", "the same for programs"),
        ],
    ),
    (
        "profile add",
        [
            ("tpm-path profile add skill jira", "a skill or tool"),
            ("tpm-path profile add cert pmp --earned 2025-03", "a certificate and its date"),
        ],
    ),
    (
        "profile add skill",
        [
            ("tpm-path profile add skill jira", "a tool"),
            (
                "tpm-path profile add skill risk-management --evidence 'kept the register'",
                "a skill and what shows it",
            ),
        ],
    ),
    (
        "profile add cert",
        [
            ("tpm-path profile add cert csm", "a certificate"),
            (
                "tpm-path profile add cert pmp --earned 2025-03",
                "with the month in which it was earned",
            ),
        ],
    ),
    (
        "profile remove",
        [
            ("tpm-path profile remove skill jira", "a skill or tool"),
            ("tpm-path profile remove cert csm", "a certificate"),
        ],
    ),
    (
        "profile remove skill",
        [
            ("tpm-path profile remove skill jira", "by its id"),
            ("tpm-path profile remove skill 'risk management'", "by its title"),
        ],
    ),
    (
        "profile remove cert",
        [
            ("tpm-path profile remove cert csm", "by its id"),
            ("tpm-path profile remove cert 'Certified ScrumMaster'", "by its title"),
        ],
    ),
    (
        "profile path",
        [
            ("tpm-path profile path", "where the profile is"),
            ("cat \"$(tpm-path profile path)\"", "what stands in it"),
        ],
    ),
    (
        "dataset",
        [
            ("tpm-path dataset init new --minimal", "a small dataset of your own, to grow"),
            ("tpm-path dataset check mine", "whether a folder of yours keeps every rule"),
        ],
    ),
    (
        "dataset init",
        [
            ("tpm-path dataset init new", "a copy of our dataset, to change"),
            ("tpm-path dataset init new --minimal", "a small one, to grow"),
        ],
    ),
    (
        "dataset schema",
        [
            ("tpm-path dataset schema", "which file holds what"),
            ("tpm-path dataset schema levels.toml", "the JSON Schema of one"),
        ],
    ),
    (
        "dataset export",
        [
            ("tpm-path dataset export tables", "a CSV file for each noun"),
            (
                "tpm-path dataset export tables --dataset builtin --dataset mine",
                "with yours laid over",
            ),
        ],
    ),
    (
        "dataset diff",
        [
            ("tpm-path dataset diff builtin mine", "what yours has otherwise"),
            ("tpm-path dataset diff builtin mine --format csv", "the same for a spreadsheet"),
        ],
    ),
    (
        "dataset check",
        [
            ("tpm-path dataset check mine", "every rule over a folder of yours"),
            ("tpm-path dataset check --dataset builtin mine", "laid over ours"),
        ],
    ),
    (
        "completions",
        [
            (
                "source <(tpm-path completions bash)",
                "in ~/.bashrc; in ~/.zshrc after compinit, with zsh",
            ),
            (
                "tpm-path completions fish -o ~/.config/fish/completions/tpm-path.fish",
                "for fish, once",
            ),
        ],
    ),
    (
        "man",
        [
            ("tpm-path man salary | man -l -", "the page of one command"),
            ("tpm-path man --dir ~/.local/share/man/man1", "a page for each command, once"),
        ],
    ),
];

/// The examples of a subcommand.
pub fn examples_of(path: &str) -> &'static [Example] {
    let found = EXAMPLES.iter().find(|(known, _)| *known == path);
    found.map_or(&[], |(_, examples)| examples)
}
