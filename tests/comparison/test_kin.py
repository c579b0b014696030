"""What words and numbers vouch for when measures of other words are lined up."""

import pytest
from small_report import small_report
from stated import report, state

from reportparse.comparison import compare
from reportparse.models import Report


def in_text(year: str, text: str, number: str, measure: str, **more) -> Report:
    """A report with one paragraph that states one figure."""
    start = int(year[:4])
    metadata = {
        "pcc": {"id": "kent", "name": "Kent", "force": "", "score": 100},
        "period": {"label": year, "start": f"{start}-04-01", "end": f"{start + 1}-03-31"},
    }
    at = text.index(number)
    figure = {
        "id": "f1", "text": number, "value": float(number.replace(",", "")), "kind": "count", "measure": measure,
        "source": {"kind": "paragraph", "id": "p1", "start": at, "end": at + len(number)}, "period": year, **more,
    }  # fmt: skip
    paragraph = {"id": "p1", "text": text, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}]}
    return Report.model_validate(
        small_report(metadata=metadata, paragraphs=[paragraph], sections=[], tables=[], order=["p1"], figures=[figure])
    )


def measures(*reports: Report) -> dict[str, list[float]]:
    return {line.measure: [value.value for value in line.values] for line in compare(reports).lines}


def test_words_after_a_number_tell_what_it_counts():
    found = measures(in_text("2022/23", "We had 133 requests for an independent complaint review.", "133", "requests"))

    assert found == {"complaint-reviews": [133]}


def test_a_short_name_is_joined_to_a_longer_one_that_its_sentence_tells():
    cells = report("kent", "2023/24", state("Calls to the rescue boats", 412, "2023/24"))
    found = measures(in_text("2022/23", "The rescue boats had 398 calls.", "398", "calls"), cells)

    assert list(found.values()) == [[398, 412]]


@pytest.mark.parametrize(("value", "joined"), [(98501, 1), (98000, 0)])
def test_a_number_of_many_digits_told_again_vouches_for_a_short_name(value, joined):
    before = in_text("2022/23", f"There were {value:,} callbacks.", f"{value:,}", "callbacks")
    after = report("kent", "2023/24", state("callbacks", value), state("callbacks", 102_736, "2023/24"))

    lines = [line for line in compare([before, after]).lines if not line.is_common]
    assert len(lines) == joined


def test_what_a_report_quotes_from_an_earlier_one_is_not_its_own():
    text = "There were 1,274 robberies, revised from 1,261."

    assert measures(in_text("2022/23", text, "1,261", "robberies")) == {}
    assert measures(in_text("2022/23", text, "1,274", "robberies")) == {"robbery": [1274]}


def test_parts_of_a_number_do_not_dispute_it():
    parts = [state("requests for review", value) for value in (214, 31, 148, 35)]

    assert measures(report("kent", "2022/23", *parts)) == {"complaint-reviews": [214]}


def test_a_baseline_without_a_period_is_of_the_year_before():
    fall = state("robbery", 1300, None, role="baseline")
    [line] = compare([report("kent", "2022/23", state("robbery", 1261), fall)]).lines

    assert [(value.period, value.is_assumed) for value in line.values] == [("2021/22", True), ("2022/23", False)]


def test_what_differs_by_more_than_a_quarter_is_no_restatement():
    years = [report("kent", "2022/23", state("robbery", 1261)), report("kent", "2023/24", state("robbery", 12))]

    assert compare(years).restatements == []
