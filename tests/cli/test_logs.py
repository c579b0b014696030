"""What is said beside the results: nothing by the library, lines for people or JSON for programs by the commands."""

import json
import logging
import subprocess
import sys

import pytest
from click.testing import CliRunner
from paper import draw_pdf, say

import reportparse
from reportparse.cli import main

ROOMS = {"pdf", "layout", "tables", "pictures", "structure", "language", "record", "checks"}


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(draw_pdf(say("Burglary fell by 12% to 1,405 offences.")))
    return str(path)


@pytest.fixture(autouse=True)
def _quiet_again():
    yield
    log = logging.getLogger("reportparse")
    log.handlers = [one for one in log.handlers if isinstance(one, logging.NullHandler)]
    log.setLevel(logging.NOTSET)


def run(*arguments):
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def lines(done):
    return [json.loads(line) for line in done.stderr.splitlines()]


def test_the_library_says_nothing_by_itself(pdf):
    script = f"import reportparse; reportparse.parse({pdf!r})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_each_room_has_a_logger_that_tells_its_time(pdf, caplog):
    with caplog.at_level(logging.DEBUG, logger="reportparse"):
        reportparse.parse(pdf)
    assert {record.name for record in caplog.records} == {f"reportparse.{room}" for room in ROOMS}
    assert all(record.report == pdf and record.seconds >= 0 for record in caplog.records)


def test_v_tells_the_report_and_vv_each_stage(pdf):
    quiet, told, all_told = (run("parse", pdf, *more) for more in ([], ["-v"], ["-vv"]))
    assert quiet.stderr == ""
    assert "1 pages, 2 figures, 0 warnings" in told.stderr
    assert told.stderr.count("\n") == 1
    assert all(f"reportparse.{room}: took " in all_told.stderr for room in ROOMS)
    assert told.stdout == all_told.stdout == quiet.stdout


def test_all_that_is_told_is_json_when_programs_read_it(pdf, tmp_path):
    (tmp_path / "bad.pdf").write_bytes(b"not a PDF")
    bad, out = str(tmp_path / "bad.pdf"), str(tmp_path / "out")
    done = run("batch", pdf, bad, "-o", out, "--jobs", "1", "--log-format", "json")
    assert done.exit_code == 3
    told = lines(done)
    assert [(line["level"], line["entry"]["code"]) for line in told if "entry" in line] == [
        ("info", None),
        ("error", "not-a-pdf"),
    ]
    assert all({"time", "level", "logger", "message"} <= line.keys() for line in told)


@pytest.mark.parametrize("arguments", [("parse", "no.pdf"), ("parse", "no.pdf", "-vv"), ("figures", "no.pdf")])
def test_errors_are_json_too(arguments):
    done = run(*arguments, "--log-format", "json")
    assert done.exit_code == 2
    assert lines(done)[-1]["level"] == "error"


def test_warnings_have_their_code_and_page():
    hidden = draw_pdf(say("Words."), say("Hidden.", x=-400), say("More."))
    done = CliRunner().invoke(main, ["parse", "-", "--log-format", "json"], input=hidden)
    (warning,) = lines(done)
    assert (warning["level"], warning["page"]) == ("warning", 2)
    assert warning["code"]


def test_profile_puts_the_seconds_of_each_room_into_the_record(pdf, tmp_path):
    assert json.loads(run("parse", pdf).stdout)["source"]["timings"] is None
    assert json.loads(run("parse", pdf, "--profile").stdout)["source"]["timings"].keys() == ROOMS
    run("batch", pdf, "-o", str(tmp_path / "out"), "--profile", "--jobs", "1")
    record = reportparse.load((tmp_path / "out" / "report.json").read_bytes())
    assert record.source.timings.keys() == ROOMS
    assert reportparse.parse(pdf, profile=True).source.timings.keys() == ROOMS
