"""The comparison page in a real browser."""

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from stated import report, state

from reportparse.comparison import compare
from reportparse.review import comparison_page

EVIL = "</title><script>window.pwned = 1</script> rescue boats"


@pytest.fixture(scope="module")
def html() -> str:
    reports = [
        report("kent", "2022/23", state("robbery", 1261), state(EVIL, 4), state("robbery", 900, "2022")),
        report("kent", "2023/24", state("robbery", 1274), state("robbery", 1198, "2023/24"), state(EVIL, 5, "2023/24")),
        report("surrey", "2023/24", state("robbery", 402, "2023/24")),
    ]
    return comparison_page(compare(reports), {"kent 2022/23": "kent.review.html"})


def test_the_page_asks_for_nothing_and_shows_words_as_words(open_page, html):
    opened = open_page(html)

    assert opened.requests == [opened.page.url]
    assert opened.problems == []
    assert opened.page.evaluate("window.pwned") is None
    assert EVIL in opened.page.inner_text(".measures")


def test_values_lead_to_their_place_and_restatements_are_marked(open_page, html):
    page = open_page(html).page
    links = page.eval_on_selector_all(".measures a", "links => links.map(link => link.getAttribute('href'))")

    assert "kent.review.html#f1" in links
    assert page.locator(".flag.restated").count() == 2
    assert "1,261 in kent 2022/23" in page.inner_text("section >> nth=0")
    expect(page.locator("tr:has-text('Robbery') details").first).to_contain_text("financial year beside calendar year")


def test_charts_tell_their_values(open_page, html):
    page = open_page(html).page
    titles = page.eval_on_selector_all(".chart circle title", "titles => titles.map(title => title.textContent)")

    assert "surrey 2023/24: 402 (surrey 2023/24)" in titles
    assert page.locator(".spark").count() >= 1


def test_what_is_shown_is_what_is_downloaded(open_page, html, tmp_path):
    page = open_page(html).page
    page.fill("#query", "robbery")
    expect(page.locator(".measures tbody tr:visible")).to_have_count(2)
    with page.expect_download() as download:
        page.click("#csv")
    download.value.save_as(tmp_path / "shown.csv")
    text = (tmp_path / "shown.csv").read_text()

    assert "Robbery" in text
    assert "1198" in text
    assert "boats" not in text


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_serious_fault_of_access(open_page, html, width, scheme):
    page = open_page(html, width=width, scheme=scheme).page
    faults = [each for each in Axe().run(page).response["violations"] if each["impact"] in ("serious", "critical")]

    assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in faults] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_command_links_review_pages_that_stand_beside_the_records(tmp_path):
    for name, year in (("a", "2022/23"), ("b", "2023/24")):
        (tmp_path / f"{name}.json").write_text(report("kent", year, state("robbery", 1261, year)).model_dump_json())
    (tmp_path / "a.review.html").write_text("review")
    command = [sys.executable, "-m", "reportparse", "compare", "a.json", "b.json", "--html", "-o", "out.html"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    html = (tmp_path / "out.html").read_text()

    assert done.returncode == 0
    assert 'href="a.review.html#f1"' in html
    assert "b.review.html" not in html
