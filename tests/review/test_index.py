"""The landing page of a folder of records."""

import subprocess
import sys

import pytest
from samples import evil_pdf, parsed, plain_pdf


@pytest.fixture
def folder(tmp_path):
    for name, data in (("kent", plain_pdf()), ("kent-evil", evil_pdf())):
        (tmp_path / f"{name}.json").write_text(parsed(data).model_dump_json())
    (tmp_path / "kent.review.html").write_text("<p>review</p>")
    (tmp_path / "broken.json").write_text("{")
    return tmp_path


def index(folder, *options):
    command = [sys.executable, "-m", "reportparse", "index", str(folder), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_table_has_a_line_for_each_record_and_tells_of_the_others(folder):
    done = index(folder, "-t")

    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["file", "kent-evil.json", "kent.json"]
    assert "broken.json" in done.stderr


def test_the_page_links_records_and_review_pages_and_sorts(folder, open_page):
    assert index(folder, "--html").returncode == 0

    opened = open_page((folder / "index.html").read_text())
    page = opened.page
    links = page.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")

    assert sorted(links) == ["kent-evil.json", "kent.json", "kent.review.html"]
    assert "broken.json" in page.inner_text("ul")
    assert opened.problems == []

    page.click("th button:has-text('pages')")
    page.click("th button:has-text('pages')")

    assert page.inner_text("tbody tr:first-child td:nth-child(5)") == "3"
    assert page.evaluate("window.pwned") is None


def test_an_empty_folder_says_what_to_do(tmp_path):
    done = index(tmp_path)

    assert done.returncode == 2
    assert "reportparse parse" in done.stderr
