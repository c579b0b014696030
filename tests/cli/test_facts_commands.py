"""figures, themes and explain, as a user meets them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from paper import draw_pdf, say

import reportparse
from reportparse.cli import main
from reportparse.cli.rows import as_csv

REPORT = Path(__file__).parents[2] / "corpora" / "west-midlands" / "2020-21" / "report.pdf"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "report.json"
    path.write_text(reportparse.parse(REPORT).model_dump_json(), "utf-8")
    return path


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False)


def rows_of(*arguments):
    done = run("figures", *arguments)
    assert done.exit_code == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_record_and_its_pdf_give_the_same_figures(record):
    assert rows_of(record) == rows_of(REPORT)


def test_standard_input_is_read_for_a_dash(record):
    assert run("figures", "-", stdin=record.read_bytes()).stdout == run("figures", record).stdout


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--role", "target"], {"3,400", "600", "400"}),
        (["--measure", "young person", "--role", "target"], set()),
        (["--measure", "practitioner", "--role", "target"], {"400"}),
        (["--section", "Theme 2", "--period", "2019-20", "--measure", "people"], {"36,641"}),
        (["--theme", "custody", "--period", "2016/17", "--measure", "visit"], {"2,955"}),
    ],
)
def test_filters_keep_only_what_they_say(record, filters, expected):
    assert {row["text"] for row in rows_of(record, *filters)} == expected


def test_a_section_that_is_not_there_is_wrong_usage(record):
    done = run("figures", record, "--section", "Theme 99")

    assert done.exit_code == 2
    assert "no section is called 'Theme 99'" in done.stderr


def test_no_such_figure_is_said_and_is_no_error(record):
    done = run("figures", record, "--period", "1999")

    assert (done.exit_code, done.stdout) == (0, "")
    assert "none of the" in done.stderr


def test_csv_has_numbers_as_numbers_and_no_formulas(record, tmp_path):
    run("figures", record, "-o", tmp_path / "figures.csv")
    rows = list(csv.DictReader((tmp_path / "figures.csv").read_text("utf-8").splitlines()))

    assert len(rows) == len(rows_of(record))
    assert {row["value"] for row in rows if row["text"] == "£4,485,802"} <= {"4485802"}
    assert list(csv.DictReader(io.StringIO(as_csv([{"text": "=cmd()"}, {"text": "+90%"}])))) == [
        {"text": "'=cmd()"}, {"text": "+90%"},
    ]  # fmt: skip


def test_a_table_has_a_header_and_a_line_for_each_figure(record):
    lines = run("figures", "-t", record, "--role", "target").stdout.splitlines()

    assert lines[0].split()[:3] == ["id", "page", "text"]
    assert len(lines) == 4


def test_themes_are_told_with_their_share(record):
    rows = [json.loads(line) for line in run("themes", record).stdout.splitlines()]

    assert "complaints" in {row["id"] for row in rows}
    assert sum(row["share"] for row in rows) == pytest.approx(100, abs=1)


def test_each_section_is_told_with_its_themes(record):
    rows = [json.loads(line) for line in run("themes", "--by-section", record).stdout.splitlines()]

    assert "complaints" in next(row["themes"] for row in rows if "omplaint" in row["title"])


def test_a_figure_is_explained_by_its_words_page_rule_and_neighbours(record):
    figure = next(f for f in reportparse.load(record).figures if f.text == "131 days")
    said = run("explain", figure.id, record).stdout

    for words in ("settled in [131 days], down from", "page        4", "rule", "2016: period 2016"):
        assert words in said


def test_a_cell_s_figure_is_explained_by_its_headers(record):
    figure = next(f for f in reportparse.load(record).figures if f.text == "12,707")
    said = run("explain", figure.id, record).stdout

    assert "row         Dudley" in said
    assert "Nov-20" in said
    assert "2020-11 (from: column header)" in said


@pytest.mark.parametrize("name", ["s5", "p10", "t2", "p29.i1", "k1"])
def test_any_record_is_explained(record, name):
    assert name in run("explain", name, record).stdout


def test_an_id_that_no_record_has_is_wrong_usage(record):
    assert run("explain", "p9999", record).exit_code == 2


@pytest.mark.parametrize("command", ["figures", "themes", "explain", "check"])
def test_help_opens_with_an_example(command):
    lines = run(command, "--help").stdout.splitlines()

    assert f"reportparse {command}" in lines[2]


def test_a_report_without_figures_gives_no_rows():
    done = run("figures", "-", stdin=draw_pdf(say("Annual Report"), say("We met many people.", y=650)))

    assert (done.exit_code, done.stdout) == (0, "")


def test_listing_a_record_s_figures_loads_no_language_and_no_pdf_reader(record):
    code = (
        "import sys\nfrom reportparse.cli import main\n"
        f"try: main(['figures', {str(record)!r}])\n"
        "except SystemExit as end: assert not end.code\n"
        "assert not {'spacy', 'pypdfium2', 'pdfplumber', 'reportparse.language'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """A record in which one sum is wrong."""
    path = tmp_path_factory.mktemp("wrong") / "wrong.json"
    text = say("In all 14 of the 33 people (48%) finished the course.")
    path.write_text(reportparse.parse(draw_pdf(text)).model_dump_json(), "utf-8")
    return path


def test_check_fails_where_a_sum_is_wrong_and_says_what_was_expected(wrong, record):
    done = run("check", wrong)
    (row,) = map(json.loads, done.stdout.splitlines())

    assert (done.exit_code, row["expected"], row["found"], row["page"]) == (1, 42.424, 48, 1)
    assert run("check", record).exit_code == 0
    assert run("check", record, wrong).exit_code == 1


def test_check_can_be_told_what_to_fail_on(wrong, record):
    assert run("check", wrong, "--fail-on", "never").exit_code == 0
    assert run("check", wrong, "--fail-on", "coverage,warning").exit_code == 0
    assert run("check", record, "--fail-on", "colour").exit_code == 2


def test_all_checks_are_told_when_asked_for(record):
    rows = run("check", "--all", record).stdout.splitlines()

    assert len(rows) == len(reportparse.load(record).checks)
