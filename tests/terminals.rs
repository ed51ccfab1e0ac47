//! Pictures of answers in terminals of several widths, dark and light, drawn from the same run; `docs/terminals.md` shows them.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads what it wants"
)]

use std::path::Path;
use std::process::Command;

use anstyle_svg::{Term, VGA, WIN10_CONSOLE};
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

/// What is shown, and how many columns wide.
const SHOWN: &[(&str, &str, &str)] = &[
    ("salary-40", "salary --of 150k --area seattle", "40"),
    ("salary-80", "salary --of 150k --area seattle", "80"),
    ("roadmap-200", "roadmap --years 4 --quiet", "200"),
];

fn shown(answer: &str, width: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tpm-path"))
        .args(answer.split(' '))
        .args(["--color", "always", "--width", width])
        .env("TPM_PATH_PROFILE", "none/profile.toml")
        .output()
        .unwrap();
    assert!(output.status.success(), "{answer}");
    format!("$ tpm-path {answer}\n{}", String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_pictures_are_what_dark_and_light_terminals_show() {
    let dark = Term::new().palette(VGA);
    let light = Term::new()
        .palette(WIN10_CONSOLE)
        .fg_color(anstyle::AnsiColor::Black.into())
        .bg_color(anstyle::AnsiColor::BrightWhite.into());
    for (name, answer, width) in SHOWN {
        let text = shown(answer, width);
        for (tone, terminal) in [("dark", dark), ("light", light)] {
            let file = format!("docs/terminals/{name}-{tone}.svg");
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            let expected = Data::read_from(&file, Some(DataFormat::Text));
            Assert::new()
                .action_env("SNAPSHOTS")
                .eq(Data::text(terminal.render_svg(&text)), expected);
        }
    }
}

/// Answers are bold, dim or in the terminal's own colours, so that a light one shows them as it likes.
#[test]
fn answers_leave_the_background_to_the_terminal() {
    for (_, answer, width) in SHOWN {
        let text = shown(answer, width);
        for sequence in text.split("\u{1b}[").skip(1) {
            let (codes, _) = sequence.split_once('m').unwrap();
            let fine = |code: &str| {
                matches!(code, "0" | "1" | "2") || code.len() == 2 && code.starts_with('3')
            };
            assert!(codes.split(';').all(fine), "{answer} sets {codes}");
        }
    }
}
