#!/usr/bin/env python3
"""Time whole commands beside an empty program, and beside what people would use instead: ratios, each within one run.

    host=$(rustc -vV | sed -n 's/^host: //p')
    cargo build --release --bins --example empty
    cargo build --release --bins --example empty --config release/config.toml --target $host
    python3 benches/ratios.py [--pairs N] [--write]

Each command runs in turn with what it is compared with, built alike, on one core, and the median of each is taken. `--write` puts the
tables into README.md. Instructions are counted where valgrind is installed; jq, sqlite3 and DuckDB answer where they are.
"""

import argparse
import csv
import json
import os
import re
import shlex
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = re.search("host: (.*)", subprocess.run(["rustc", "-vV"], capture_output=True, text=True, check=True).stdout).group(1)
# As `release/make` links it, and as `cargo install` does.
RELEASED, INSTALLED = ROOT / "target" / HOST / "release", ROOT / "target/release"
PROGRAM = RELEASED / "tpm-path"

COMMANDS = [
    "levels",
    "salary --percentile 75",
    "salary --of 150k",
    "salary --area 42660",
    "roadmap --years 4",
    "skills --phase establish-credibility",
    "certs pmp",
    "guide education",
    "conflicts median",
    "compare mid senior",
    "routes --from project-coordinator --to pmo-director",
    "gap --years 4",
    "places",
    "find pmp",
]

# What people would use instead for one question: the 75th percentile of the default occupation in Seattle, from the exported data.
QUESTION = "salary --area 42660 --percentile 75"
INSTEAD = {
    "grep": "grep 42660 wages_by_place.csv",
    "jq": "jq '.[] | select(.area == \"42660\" and .occupation == \"11-9199\") | .p75' wages.json",
    "sqlite3": "sqlite3 wages.db 'select p75 from wages where area = 42660 and occupation = \"11-9199\"'",
    "duckdb": "duckdb -c \"select p75 from 'wages_by_place.csv' where area = '42660' and occupation = '11-9199'\"",
}


ENVIRONMENT = {"PATH": os.environ["PATH"], "COLUMNS": "80", "TPM_PATH_PROFILE": "/none"}


def run(command):
    """Runs a command to its end; gives seconds."""
    with open(os.devnull, "wb") as nowhere:
        begin = time.perf_counter()
        process = os.posix_spawn(
            command[0], command, ENVIRONMENT,
            file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)],
        )
        _, status = os.waitpid(process, 0)
        seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"error: `{' '.join(command)}` failed")
    return seconds


def paired(first, second, pairs):
    """The median seconds of two commands that take turns."""
    runs = [(run(first), run(second)) for _ in range(pairs)][pairs // 10 :]
    return [statistics.median(column) for column in zip(*runs)]


def peak(command):
    """The peak of a command's memory in KiB; None without GNU time. A child of this script would show the script's."""
    if not Path("/usr/bin/time").exists():
        return None
    told = subprocess.run(
        ["/usr/bin/time", "-f", "%M", *command], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return int(told.stderr.splitlines()[-1])


def instructions(command):
    """How many instructions a command takes, in millions; None without valgrind."""
    if not shutil.which("valgrind"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        counted = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", *command],
            env=ENVIRONMENT, capture_output=True, text=True, check=True,
        )
    return int(re.search(r"Collected : (\d+)", counted.stderr).group(1)) / 1e6


def exported(folder):
    """Exports the data to a folder, in the forms that the programs of INSTEAD read."""
    subprocess.run([PROGRAM, "dataset", "export", folder], check=True, capture_output=True)
    rows = list(csv.DictReader((folder / "wages_by_place.csv").open()))
    (folder / "wages.json").write_text(json.dumps(rows))
    with sqlite3.connect(folder / "wages.db") as database:
        database.execute(f"create table wages ({', '.join(rows[0])})")
        database.executemany(
            f"insert into wages values ({', '.join('?' * len(rows[0]))})", [tuple(row.values()) for row in rows]
        )


def instead(pairs):
    """How long each program of INSTEAD takes for the same question, as a multiple of ours."""
    lines = ["| For one place's pay | Time beside `tpm-path` |", "| --- | ---: |"]
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "export"
        exported(here)
        os.chdir(here)
        ours = [str(PROGRAM), *QUESTION.split()]
        for name, line in INSTEAD.items():
            words = shlex.split(line)
            found = shutil.which(words[0])
            if not found:
                print(f"{name} is not installed", file=sys.stderr)
                continue
            theirs, own = paired([found, *words[1:]], ours, pairs)
            lines.append(f"| {name} over the exported data | {theirs / own:.1f}× |")
        os.chdir(ROOT)
    return lines


def beside(build, command, pairs):
    """How long a build takes for a command, as a multiple of an empty program that is built alike."""
    ours, empty = paired([str(build / "tpm-path"), *command], [str(build / "examples/empty")], pairs)
    return ours / empty


def table(pairs):
    """What each command takes: time, instructions, and memory beside that of an empty program and the dataset."""
    lines = [
        "| Command | Time, as released | Time, as installed by Cargo | Instructions | Peak memory |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    stored = max(RELEASED.glob("build/tpm-path-*/out/catalog"), key=os.path.getmtime).stat().st_size / 1024
    floor = peak([str(RELEASED / "examples/empty")])
    for words in COMMANDS:
        command = [str(PROGRAM), *words.split()]
        released, installed = (beside(build, words.split(), pairs) for build in (RELEASED, INSTALLED))
        million, most = instructions(command), peak(command)
        counted = f"{million:.1f} M" if million else "–"
        memory = f"{most / (floor + stored):.1f}×" if most else "–"
        lines.append(f"| `{words}` | {released:.1f}× | {installed:.1f}× | {counted} | {memory} |")
    lines.append("")
    static, dynamic = paired([str(RELEASED / "examples/empty")], [str(INSTALLED / "examples/empty")], pairs)
    lines.append(f"An empty program that is linked as released starts in {static / dynamic:.1f}× the time of one that Cargo links.")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    lines = [*table(options.pairs), "", *instead(options.pairs)]
    print("\n".join(lines))
    if options.write:
        readme = ROOT / "README.md"
        begin, end = "<!-- speed -->\n", "<!-- /speed -->\n"
        before, rest = readme.read_text().split(begin)
        _, after = rest.split(end)
        readme.write_text(before + begin + "\n".join(lines) + "\n" + end + after)


if __name__ == "__main__":
    main()
