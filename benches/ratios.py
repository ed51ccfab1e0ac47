#!/usr/bin/env python3
"""Time whole commands beside an empty program, and beside what people would use instead: ratios, each within one run.

    release/make
    cargo build --release --example empty --config release/config.toml --target "$(rustc -vV | sed -n 's/^host: //p')"
    cargo build --release --example empty
    cargo build --release    # by itself: beside examples it is linked with what tests ask of its libraries
    python3 benches/ratios.py [--pairs N] [--write]

Each command runs in turn with what it is compared with, on one core, and the median of each is taken: as released with an empty program
that Cargo links, then with one that is built alike. A stream of postings is read in turn with programs that do less with it.
`--write` puts the tables into README.md. Instructions are counted where valgrind is installed; jq, sqlite3 and DuckDB answer
where they are.
"""

import argparse
import csv
import json
import os
import random
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
RELEASED, BY_CARGO = ROOT / "target" / HOST / "release", ROOT / "target/release"

COMMANDS = (ROOT / "benches/commands.txt").read_text().splitlines()

# What people would use instead for one question: the 75th percentile of the default occupation in Seattle, from the exported data.
QUESTION = "salary --area 42660 --percentile 75"
INSTEAD = {
    "grep": "grep 42660 wages_by_place.csv",
    "jq": "jq '.[] | select(.area == \"42660\" and .occupation == \"11-9199\") | .p75' wages.json",
    "sqlite3": "sqlite3 wages.db 'select p75 from wages where area = \"42660\" and occupation = \"11-9199\"'",
    "duckdb": "duckdb -c \"select p75 from 'wages_by_place.csv' where area = '42660' and occupation = '11-9199'\"",
}


# A stream of postings, and what reads as much without knowing what it says.
STREAM = "match --jsonl stream.jsonl"
STREAM_BYTES = 40_000_000
LESS = {"counting its words with wc": "wc -w stream.jsonl", "counting its letters with jq": "jq -c '.text | length' stream.jsonl"}


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


def exported(program, folder):
    """Exports the data to a folder, in the forms that the programs of INSTEAD read; gives the answer to QUESTION."""
    subprocess.run([program, "dataset", "export", folder], check=True, capture_output=True)
    rows = list(csv.DictReader((folder / "wages_by_place.csv").open()))
    (folder / "wages.json").write_text(json.dumps(rows))
    with sqlite3.connect(folder / "wages.db") as database:
        database.execute(f"create table wages ({', '.join(rows[0])})")
        database.executemany(
            f"insert into wages values ({', '.join('?' * len(rows[0]))})", [tuple(row.values()) for row in rows]
        )
    return next(row["p75"] for row in rows if (row["area"], row["occupation"]) == ("42660", "11-9199"))


def beside(ours, lines, pairs, answer=""):
    """The seconds that each of some command lines takes whose program is installed, and those of ours in turn with it. Each has
    to give the answer."""
    for name, line in lines.items():
        program, *words = shlex.split(line)
        found = shutil.which(program)
        if found:
            said = subprocess.run([found, *words], env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout
            if answer not in said:
                sys.exit(f"error: `{line}` does not say {answer}")
            yield name, *paired([found, *words], ours, pairs)
        else:
            print(f"{program} is not installed", file=sys.stderr)


def instead(program, pairs):
    """How long each program of INSTEAD takes for the same question, as a multiple of ours."""
    lines = ["| For one place's pay | Time beside `tpm-path` |", "| --- | ---: |"]
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "export"
        answer = exported(program, here)
        os.chdir(here)
        ours = [str(program), *QUESTION.split()]
        for name, theirs, own in beside(ours, INSTEAD, pairs, answer):
            lines.append(f"| {name} over the exported data | {theirs / own:.1f}× |")
        os.chdir(ROOT)
    return lines


def streamed(file):
    """Writes a stream of the postings in benches/postings/, with one word of seven another one in each: what comes again is
    read faster, for a processor foresees it."""
    texts = [path.read_text() for path in sorted((ROOT / "benches/postings").iterdir())]
    words = [word for text in texts for word in text.split(" ") if "\n" not in word]
    chance = random.Random(1)
    size = number = 0
    with file.open("w") as stream:
        while size < STREAM_BYTES:
            posting = texts[number % len(texts)].split(" ")
            other = [chance.choice(words) if "\n" not in word and chance.random() < 1 / 7 else word for word in posting]
            size += stream.write(json.dumps({"id": number, "text": " ".join(other)}) + "\n")
            number += 1


def stream(program, pairs):
    """How many megabytes of a stream of postings are read in a second, and how long others take that do less with it."""
    lines = ["| For a stream of postings | MB a second | Time beside `tpm-path` |", "| --- | ---: | ---: |"]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        file = Path("stream.jsonl")
        streamed(file)
        size, ours, rest = file.stat().st_size / 1e6, [str(program), *STREAM.split()], []
        for name, theirs, own in beside(ours, LESS, pairs):
            rest.append(f"| {name} | {size / theirs:.0f} | {theirs / own:.1f}× |")
        own, _ = paired(ours, ours, pairs)
        os.chdir(ROOT)
    return [*lines, f"| a row for each, with `match --jsonl` | {size / own:.0f} | 1× |", *rest]


def installed(build, folder):
    """Copies the program and the empty one to a folder, as installing does: what was copied is mapped in larger pieces."""
    folder.mkdir()
    for program in ("tpm-path", "examples/empty"):
        shutil.copy(build / program, folder)
    return str(folder / "tpm-path"), str(folder / "empty")


def table(released, by_cargo, pairs):
    """What each command takes: time and memory beside an empty program, and instructions."""
    lines = [
        "| Command | As released | Both as released | Both as Cargo links | Instructions | Peak memory |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    newest = max(RELEASED.glob("build/tpm-path-*/out/catalog"), key=os.path.getmtime).parent
    stored = sum(file.stat().st_size for file in newest.iterdir()) / 1024
    floor = peak([released[1]])
    for words in COMMANDS:
        times = []
        for program, empty in ((released[0], by_cargo[1]), released, by_cargo):
            ours, theirs = paired([program, *words.split()], [empty], pairs)
            times.append(f"{ours / theirs:.1f}×")
        command = [released[0], *words.split()]
        million, most = instructions(command), peak(command)
        counted = f"{million:.1f} M" if million else "–"
        memory = f"{most / (floor + stored):.1f}×" if most else "–"
        lines.append(f"| `{words}` | {' | '.join(times)} | {counted} | {memory} |")
    empty, usual = paired([released[1]], [by_cargo[1]], pairs)
    said = "Linked as released, an empty program takes {:.1f}× the time of one that Cargo links."
    return [*lines, "", said.format(empty / usual)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    os.chdir(ROOT)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        released, by_cargo = installed(RELEASED, Path(folder) / "released"), installed(BY_CARGO, Path(folder) / "by-cargo")
        lines = [*table(released, by_cargo, options.pairs), "", *instead(released[0], options.pairs)]
        lines += ["", *stream(released[0], max(options.pairs // 20, 3))]
    print("\n".join(lines))
    if options.write:
        readme = ROOT / "README.md"
        begin, end = "<!-- speed -->\n", "<!-- /speed -->\n"
        before, rest = readme.read_text().split(begin)
        _, after = rest.split(end)
        readme.write_text(before + begin + "\n".join(lines) + "\n" + end + after)


if __name__ == "__main__":
    main()
