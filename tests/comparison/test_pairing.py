"""Measures told in other words are paired by all words round them, by values told again, and one with one only."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from small_report import small_report

from reportparse.comparison import compare
from reportparse.language.context import read_text
from reportparse.models import Report

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "pairing.toml").read_text("utf-8"))["case"]


def tell(year: str, texts: list[str], note: str = "") -> Report:
    """The report of a year of Kent that has these paragraphs and the figures that are read in them.

    The last paragraph ends with the mark of the note, if there is one.
    """
    start = int(year[:4])
    paragraphs: list[dict[str, Any]] = []
    figures: list[dict[str, Any]] = []
    for at, text in enumerate(texts, 1):
        place = {"kind": "paragraph", "id": f"p{at}"}
        paragraphs.append({"id": f"p{at}", "text": text, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}]})
        figures += [{"id": f"p{at}.f{n}", **row} for n, row in enumerate(read_text(text, place, year, ""), 1)]
    notes = [{"id": "n1", "marker": "1", "text": note, "page": 1}] if note else []
    if note:
        paragraphs[-1] |= {"footnotes": ["n1"], "footnote_refs": [{"id": "n1", "offset": len(texts[-1])}]}
        told = read_text(note, {"kind": "footnote", "id": "n1"}, year)
        figures += [{"id": f"n1.f{n}", **row} for n, row in enumerate(told, 1)]
    metadata = {
        "pcc": {"id": "kent", "name": "Kent", "force": "", "score": 100},
        "period": {"label": year, "start": f"{start}-04-01", "end": f"{start + 1}-03-31"},
    }
    order = [paragraph["id"] for paragraph in paragraphs]
    return Report.model_validate(
        small_report(
            metadata=metadata,
            paragraphs=paragraphs,
            figures=figures,
            footnotes=notes,
            sections=[],
            tables=[],
            order=order,
        )
    )


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case["known"])] if "known" in case else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_what_two_years_tell_stands_in_one_line_where_it_is_one_measure(case):
    compared = compare([tell("2021/22", case["earlier"]), tell("2022/23", case["later"])])

    told = [line for line in compared.lines if line.role == "actual" and len({v.report for v in line.values}) > 1]
    plans = [line for line in compared.lines if line.role != "actual" and len({v.report for v in line.values}) > 1]
    assert sorted([float(value.value) for value in line.values] for line in told) == sorted(case["lines"])
    assert "plans" not in case or [[float(each.value) for each in line.values] for line in plans] == case["plans"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_report_beside_itself_restates_nothing(case):
    same = tell("2021/22", case["earlier"])

    assert compare([same, same.model_copy()]).restatements == []


def test_a_line_whose_measure_says_little_is_called_by_the_words_that_it_was_paired_by():
    told = ["My office also funds the Rape Counselling Centre (746 clients).", "There were 18 pages."]
    earlier = tell("2021/22", told)
    later = tell("2022/23", ["The Rape Counselling Centre had 812 clients.", "Its report has 24 chapters."])

    assert [line.name for line in compare([earlier, later]).lines] == ["Rape Counselling Centre clients"]
