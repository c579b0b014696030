"""The review page in a real browser, opened from disk as a reader opens it."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from samples import evil_pdf, parsed, plain_pdf

from reportparse.models import Report
from reportparse.pdf import Document
from reportparse.review import apply_corrections, read_corrections, review_page


@pytest.fixture(scope="module")
def html() -> str:
    return review_page(parsed(plain_pdf()), plain_pdf())


def current(page) -> str:
    return page.get_attribute("[aria-current=true]", "data-id")


def test_the_page_asks_for_nothing_and_complains_of_nothing(open_page, html):
    opened = open_page(html)
    opened.page.wait_for_selector(".boxes rect")

    assert opened.requests == [opened.page.url]
    assert opened.problems == []


def test_words_of_a_pdf_are_never_markup(open_page):
    opened = open_page(review_page(parsed(evil_pdf()), evil_pdf()))
    page = opened.page
    page.select_option("#scope", "report")
    links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.protocol)")

    assert "<script>window.pwned = 1</script>" in page.inner_text("#list")
    assert page.evaluate("window.pwned") is None
    assert page.locator("#list b, #list img, #list script").count() == 0
    assert set(links) <= {"file:", "https:"}
    assert opened.problems == []
    assert opened.requests == [page.url]


@pytest.mark.parametrize("zoom", ["1", "2"])
def test_each_box_lies_over_its_words(open_page, html, zoom):
    page = open_page(html).page
    page.select_option("#zoom", zoom)
    page.wait_for_selector("#page-1 .boxes rect")
    scale = 96 / 72 * float(zoom)
    rects = page.evaluate(
        """() => {
            const sheet = document.querySelector("#page-1 .sheet").getBoundingClientRect();
            return [...document.querySelectorAll("#page-1 rect")].map((rect) => {
                const box = rect.getBoundingClientRect();
                return [rect.dataset.id, box.x - sheet.x, box.y - sheet.y, box.right - sheet.x, box.bottom - sheet.y];
            });
        }"""
    )
    with Document(plain_pdf()) as document:
        printed = {word.text: [side * scale for side in word.box] for word in document.read_page(1).words}
    places = {name: sides for name, *sides in rects}
    figures = [figure for figure in parsed(plain_pdf()).figures if figure.page == 1 and figure.text in printed]

    assert len(figures) >= 8
    for figure in figures:
        assert places[figure.id] == pytest.approx(printed[figure.text], abs=3), figure.text


def test_a_click_on_either_side_shows_the_other(open_page, html):
    page = open_page(html).page
    page.wait_for_selector("#page-1 .boxes rect")
    page.locator("#page-1 rect.kind-section").click()
    name = current(page)

    assert page.locator(f"#card-{name}").evaluate("card => card === document.activeElement")
    assert page.locator("#page-1 rect.current").get_attribute("data-id") == name

    page.locator("#list .card.kind-paragraph .kind").first.click()

    assert current(page) != name
    assert page.locator("rect.current").first.get_attribute("data-id") == current(page)


def test_filters_and_search_leave_what_they_say(open_page, html):
    page = open_page(html).page
    page.select_option("#kind", "table")

    assert page.locator("#list .card").count() == 1
    assert page.inner_text("#count") == "1 record in the report"

    page.click("#clear")
    page.fill("#query", "2.7m projects")
    kinds = page.eval_on_selector_all("#list .card", "cards => cards.map(card => card.className)")

    assert sum("kind-paragraph" in kind for kind in kinds) == 1
    assert "1,204" not in page.inner_text("#list")


def test_keys_walk_through_records_and_pages(open_page, html):
    page = open_page(html).page
    page.keyboard.press("j")
    first = current(page)
    page.keyboard.press("j")
    second = current(page)
    page.keyboard.press("k")

    assert current(page) == first != second

    page.keyboard.press("n")
    expect(page.locator("#count")).to_contain_text("on page 2")
    page.keyboard.press("?")

    assert page.locator("#help").is_visible()


def test_a_link_to_a_record_opens_there(open_page, html):
    name = [p.id for p in parsed(plain_pdf()).paragraphs][-1]
    page = open_page(html, anchor=f"#{name}").page

    assert current(page) == name


def test_a_correction_made_in_the_page_changes_the_record(open_page, html, tmp_path):
    report = parsed(plain_pdf())
    figure = next(figure for figure in report.figures if figure.value == 48428)
    page = open_page(html, anchor=f"#{figure.id}").page
    page.keyboard.press("e")
    page.fill("form input[name=measure]", "burglaries recorded")
    page.select_option("form select[name=role]", "baseline")
    page.keyboard.press("Enter")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.keyboard.press("u")
    with page.expect_download() as download:
        page.click("#download")
    path = tmp_path / "corrections.jsonl"
    download.value.save_as(path)
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    fixed, outcomes = apply_corrections(report, read_corrections(path.read_text()))

    assert {line["id"] for line in lines} == {figure.id}
    assert {outcome.state for outcome in outcomes} == {"applied"}
    assert (fixed.figure(figure.id).measure, fixed.figure(figure.id).review) == ("burglaries recorded", "accepted")
    assert Report.model_validate_json(fixed.model_dump_json()) == fixed


def test_corrections_are_still_there_when_the_page_is_opened_again(open_page, html):
    page = open_page(html).page
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.reload()
    page.keyboard.press("j")

    assert page.locator("[aria-current=true] .chip.bad").inner_text() == "rejected"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_no_serious_fault_of_access(open_page, html, width, scheme):
    page = open_page(html, width=width, scheme=scheme).page
    page.keyboard.press("j")
    page.keyboard.press("e")
    found = [
        (each["id"], [node["target"] for node in each["nodes"]][:3])
        for each in Axe().run(page).response["violations"]
        if each["impact"] in ("serious", "critical")
    ]

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")



def test_a_figure_tells_its_check_and_leads_to_the_other_end(open_page):
    record = parsed(plain_pdf())
    paragraph = next(p for p in record.paragraphs if "48,428" in p.text)
    figure = next(figure for figure in record.figures if figure.text == "48,428")
    table = record.tables[0].id
    check = {"kind": "text_vs_table", "passed": False, "message": "48,428 is 2,184 in the table", "expected": 2184,
             "found": 48428, "where": [paragraph.id, table]}  # fmt: skip
    data = record.model_dump() | {"checks": [check]}
    page = open_page(review_page(Report.model_validate(data), plain_pdf()), anchor=f"#{figure.id}").page
    card = page.locator(f"#card-{figure.id.replace('.', chr(92) + '.')}")

    assert "48,428 is 2,184 in the table" in card.inner_text()
    assert "check failed" in card.inner_text()

    card.locator(f"button[data-go={table}]").click()

    assert current(page) == table


def test_words_that_turn_the_direction_of_writing_stay_in_their_place(open_page):
    """A right-to-left override in a title must not turn the page's own words round."""
    report = parsed(plain_pdf())
    data = report.model_dump()
    data["sections"][0]["title"] = "\u202egnp.exe\u2066 theme"
    data["paragraphs"][0]["text"] = "\u202e" + data["paragraphs"][0]["text"]
    page = open_page(review_page(Report.model_validate(data), plain_pdf())).page
    isolated = page.eval_on_selector_all(
        ".card bdi, .card .words", "nodes => nodes.map(node => getComputedStyle(node).unicodeBidi)"
    )
    inside = page.evaluate(
        """() => {
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const found = [];
            while (walk.nextNode()) {
                const parent = walk.currentNode.parentElement;
                if (/[\u202a-\u202e\u2066-\u2069]/.test(walk.currentNode.data) && !parent.closest("script")) {
                    found.push(Boolean(parent.closest("bdi, .words, td, th")));
                }
            }
            return found;
        }"""
    )

    assert set(isolated) <= {"isolate"}
    assert len(inside) >= 2
    assert all(inside)
