"""`review` and `apply` as their user meets them."""

import json
import subprocess
import sys

import pytest
from samples import plain_pdf

COMMAND = [sys.executable, "-m", "reportparse"]


@pytest.fixture
def run(tmp_path):
    (tmp_path / "report.pdf").write_bytes(plain_pdf())

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, cwd=tmp_path, check=False)

    return call


def test_a_pdf_and_its_record_give_the_same_page(run, tmp_path):
    run("parse", "report.pdf", "-o", "report.json")
    first = run("review", "report.pdf", "-o", "a.html")
    second = run("review", "report.json", "-o", "b.html")

    assert (first.returncode, second.returncode, first.stdout) == (0, 0, "")
    assert (tmp_path / "a.html").read_text() == (tmp_path / "b.html").read_text()


def test_a_record_whose_pdf_has_moved_says_what_to_do(run, tmp_path):
    run("parse", "report.pdf", "-o", "report.json")
    (tmp_path / "report.pdf").rename(tmp_path / "moved.pdf")
    lost = run("review", "report.json")

    assert (lost.returncode, lost.stderr.splitlines()[-1][:5]) == (2, "error")
    assert "--pdf FILE" in lost.stderr
    assert run("review", "report.json", "--pdf", "moved.pdf").returncode == 0
    assert (tmp_path / "report.json.review.html").stat().st_size > 10_000


def test_another_pdf_is_refused(run, tmp_path):
    run("parse", "report.pdf", "-o", "report.json")
    (tmp_path / "other.pdf").write_bytes(plain_pdf(2))
    wrong = run("review", "report.json", "--pdf", "other.pdf")

    assert wrong.returncode == 2
    assert "not the file that this record was read from" in wrong.stderr


def test_a_log_is_applied_to_a_record_and_while_parsing(run, tmp_path):
    run("parse", "report.pdf", "-o", "report.json")
    html = run("review", "report.json", "-o", "-").stdout
    data = json.loads(html.split('id="data">')[1].split("</script>")[0])
    figure = next(record for record in data["records"] if record["kind"] == "figure")
    line = {"id": figure["id"], "kind": "figure", "words": figure["words"], "field": "place", "new": "Dudley"}
    (tmp_path / "log.jsonl").write_text(json.dumps(line) + "\n" + json.dumps(line | {"words": "0"}) + "\n")
    applied = run("apply", "log.jsonl", "report.json")
    parsed = run("parse", "report.pdf", "--corrections", "log.jsonl")
    fixed = next(f for f in json.loads(applied.stdout)["figures"] if f["id"] == figure["id"])

    assert json.loads(applied.stdout) == json.loads(parsed.stdout)
    assert (fixed["place"], fixed["corrected"]) == ("Dudley", True)
    assert "1 applied, 1 lost" in applied.stderr


def test_a_log_that_is_none_is_told_in_one_line(run, tmp_path):
    run("parse", "report.pdf", "-o", "report.json")
    (tmp_path / "log.jsonl").write_text("not json\n")
    bad = run("apply", "log.jsonl", "report.json", "-o", "fixed.json")

    assert bad.returncode == 4
    assert "log.jsonl: line 1 is no correction" in bad.stderr
    assert not (tmp_path / "fixed.json").exists()
