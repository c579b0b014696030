"""References: the words that point, and the records that they point at."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportparse
from reportparse.language import Targets, find_references

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "references.toml").read_text(encoding="utf-8"))["case"]
PIECES = st.sampled_from(["paragraph ", "Table ", "1", "6", "-", " to ", "A", " and ", ".", "iv", " below ", "page "])


@dataclass
class Part:
    id: str
    number: str | None = None
    section: str | None = None
    parent: str | None = None
    title: str = ""
    page: int = 1
    caption: str | None = None


SECTIONS = [
    Part("s1", "Theme 1"), Part("s2", parent="s1"), Part("s3", "Theme 2", page=4), Part("s4", "Appendix 1", page=9),
    Part("s5", parent="s3"),
]  # fmt: skip
PARAGRAPHS = [
    Part("p1", "1", "s2"), Part("p2", "2.", "s2"), Part("p3", "1", "s3"), Part("p4", "7", "s3"), Part("p5", None, "s5"),
]  # fmt: skip
TABLES = [Part("t1", "Table 1"), Part("t2")]
PICTURES = [Part("c1", caption="Figure 3: Calls")]
ORDER = ["s1", "s2", "p1", "t1", "p2", "c1", "s3", "p3", "t2", "p4", "s5", "p5", "s4"]
TARGETS = Targets(ORDER, SECTIONS, PARAGRAPHS, TABLES, PICTURES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_a_text_points_at_its_references(case):
    found = find_references(case["text"])

    assert [[one.kind, list(one.numbers), one.direction or ""] for one in found] == case["references"]


@pytest.mark.parametrize(
    ("record", "text", "ids"),
    [
        ("p1", "See paragraph 7.", ["p4"]),
        ("p2", "See paragraph 1.", ["p1"]),  # of its own theme
        ("p4", "See paragraph 1.", ["p3"]),
        ("p1", "Theme 2, Appendix 1 and Table 1", ["s3", "s4", "t1"]),
        ("p1", "the table below", ["t1"]),
        ("p2", "the table above", ["t1"]),
        ("p5", "the table above", ["t2"]),  # of the part before, in the same section
        ("p3", "the table above", []),  # of the section before
        ("p2", "the table below", []),  # of the next section
        ("p2", "the chart below", ["c1"]),
        ("p4", "Figure 3", ["c1"]),
        ("p1", "on page 4", ["s3"]),
        ("p1", "Appendix 2, paragraph 99, recommendation 23", []),
        ("p1", "as paragraph 1 says", []),  # itself
    ],
)
def test_a_reference_leads_to_its_record(record, text, ids):
    assert [name for one in find_references(text) for name in TARGETS.resolve(one, record)] == ids


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_has_references_inside_it_or_none(text):
    for found in find_references(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        TARGETS.resolve(found, "p1")


def test_a_paragraph_of_the_sample_report_points_at_its_neighbours(shared):
    report = reportparse.parse(shared / "reports" / "west-midlands-2020-21" / "a-word.pdf")
    ids = set(report.order)
    refs = {paragraph.id: paragraph.refs for paragraph in report.paragraphs if paragraph.refs}

    assert len(refs) >= 2
    assert all(name in ids for found in refs.values() for name in found)
