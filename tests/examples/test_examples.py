"""The examples run as they say, from anywhere, and notebooks show what stands in them."""

import csv
import subprocess
import sys
from pathlib import Path

import nbformat
import notebooks
import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
CORPUS = ROOT / "corpora"

SAID = {
    "figures_to_csv.py": ("figures.csv: ", " of 12 pages"),
    "over_years.py": ("hate-crime               2016/17           4,042  west-midlands 2020/21, page 3\n",),
    "check_report.py": ("checks, 2 did not pass", "expected 71050000, found 70970000"),
    "compare_two.py": ("Robbery, 2022/23: 1,261 (page 10 of kent 2022/23) became 1,274 (page 7 of kent 2023/24)\n",),
    "batch_with_executor.py": ("2 read, 0 failed, ", "kent 2022/23: "),
    "ask_the_store.py": ("kent           2023/24        458,700,000  ", "surrey         2022/23        279,100,000  "),
}
"""Words that each prints, among others, when it is told nothing."""


def run(name, *arguments, cwd):
    command = [sys.executable, EXAMPLES / name, *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


def test_every_example_is_here_and_in_the_list():
    told = (EXAMPLES / "README.md").read_text("utf-8")
    files = [*EXAMPLES.glob("*.py"), *EXAMPLES.glob("*.ipynb")]

    assert set(SAID) == {path.name for path in EXAMPLES.glob("*.py")}
    assert [path.name for path in files if f"({path.name})" not in told] == []


@pytest.mark.parametrize("name", SAID)
def test_a_script_runs_and_says_what_it_should(name, tmp_path):
    said = run(name, cwd=tmp_path)

    for words in SAID[name]:
        assert words in said


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_a_script_is_short_and_says_how_it_is_called(path):
    lines = path.read_text("utf-8").splitlines()

    assert len(lines) <= 35
    assert f"python examples/{path.name}" in "\n".join(lines[:4])


def test_a_script_takes_files_too(tmp_path):
    report = CORPUS / "surrey" / "2022-23" / "report.pdf"
    run("figures_to_csv.py", report, "surrey.csv", cwd=tmp_path)
    rows = list(csv.DictReader((tmp_path / "surrey.csv").read_text("utf-8").splitlines()))

    assert {row["area"] for row in rows} == {"surrey"}


@pytest.mark.parametrize("path", notebooks.NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_as_much_as_is_in_it(path):
    book = nbformat.read(path, as_version=4)
    new = notebooks.run(path)

    assert notebooks.shown(new) == notebooks.shown(book)
    assert sum("picture" in cell for cell in notebooks.shown(book)) >= 3


@pytest.mark.parametrize("path", notebooks.NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_keeps_nothing_of_its_run_but_outputs(path):
    text = path.read_text("utf-8")
    book = nbformat.reads(text, as_version=4)

    assert notebooks.tidy(book) == nbformat.reads(text, as_version=4)
    assert str(ROOT) not in text
