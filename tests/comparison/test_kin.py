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


def test_a_number_told_again_vouches_for_a_short_name():
    before = in_text("2022/23", "There were 98,501 callbacks.", "98,501", "callbacks")
    after = report("kent", "2023/24", state("callbacks", 98_501), state("callbacks", 102_736, "2023/24"))

    [line] = [line for line in compare([before, after]).lines if not line.is_common]
    assert [value.value for value in line.values] == [98501, 98501, 102736]


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


@pytest.mark.parametrize(
    ("text", "number", "measure", "kind", "found"),
    [
        ("786 people were killed or seriously injured.", "786", "people", "count", "killed-or-seriously-injured"),
        ("Volunteers made 96 visits in the custody suites.", "96", "visits", "count", "custody-visits"),
        ("We solved 12.6% of domestic abuse offences.", "12.6", "offences", "percent", "domestic-abuse-outcomes"),
        ("A household in Band D paid £247.59 for policing.", "247.59", "policing", "money", "precept-band-d"),
        ("Volunteers ate 96 biscuits in the custody suites.", "96", "biscuits", "count", None),
        ("Of 45 people in the group, most carried a knife in crime.", "45", "people", "count", None),
    ],
)  # fmt: skip
def test_a_clause_tells_what_a_short_name_leaves_out(text, number, measure, kind, found):
    comparison = compare([in_text("2022/23", text, number, measure, kind=kind)])

    assert [line.measure for line in comparison.lines] == ([found] if found else [])


def test_how_a_thing_is_counted_is_heard_behind_the_number():
    [line] = compare([in_text("2022/23", "The force had 3,802 officers by headcount.", "3,802", "officers")]).lines

    assert line.counted == "headcount"


def test_a_report_that_tells_both_values_restates_by_itself():
    text = "There were 1,274 robberies in 2022/23, previously reported as 1,261."
    told = {"kind": "count", "measure": "robberies", "period": "2022/23"}
    figures = []
    for name, number in (("f1", "1,274"), ("f2", "1,261")):
        at = text.index(number)
        source = {"kind": "paragraph", "id": "p1", "start": at, "end": at + len(number)}
        figures.append({"id": name, "text": number, "value": float(number.replace(",", "")), "source": source, **told})
    one = in_text("2023/24", text, "1,274", "robberies").model_copy(update={"figures": []})
    one = Report.model_validate(one.model_dump() | {"figures": figures})
    [alone] = compare([one]).restatements
    [beside] = compare([one, report("kent", "2022/23", state("robbery", 1261))]).restatements

    assert (alone.before.value, alone.after.value, alone.before.report) == (1261, 1274, "kent 2023/24")
    assert (beside.before.value, beside.after.value, beside.before.report) == (1261, 1274, "kent 2022/23")


@pytest.mark.parametrize(("year", "count"), [("2023/24", 0), ("2022/23", 1)])
def test_an_undated_value_restates_only_where_its_paragraph_names_the_own_year(year, count):
    text = f"In {year} there were 40 vacancies. There were 1,274 robberies."
    dated = {
        "id": "f2", "text": "40", "value": 40, "kind": "count", "measure": "vacancies", "period": year,
        "source": {"kind": "paragraph", "id": "p1", "start": 22, "end": 24},
    }  # fmt: skip
    one = in_text("2022/23", text, "1,274", "robberies", period=None)
    one = Report.model_validate(one.model_dump() | {"figures": [*one.model_dump()["figures"], dated]})
    later = report("kent", "2023/24", state("robbery", 1300, year))

    assert len(compare([one, later]).restatements) == count


@pytest.mark.parametrize(
    ("lead", "counted"),
    [
        ("We have 3,120 officers in full-time equivalents.", None),
        ("We have 3,120 officers. Others, in full-time equivalents:", "full-time equivalent"),
    ],
)
def test_how_a_list_is_counted_is_said_by_what_leads_to_it(lead, counted):
    item = {"id": "p1.i1", "marker": "-", "text": "PCSOs: 104", "level": 1, "items": []}
    paragraph = {"id": "p1", "text": lead, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}], "items": [item]}
    number = {"kind": "paragraph", "id": "p1", "start": lead.index("3,120"), "end": lead.index("3,120") + 5}
    told = (
        state("officers", 3120, source=number),
        state("PCSOs", 104, source={"kind": "item", "id": "p1.i1", "start": 7, "end": 10}),
    )
    one = report("kent", "2022/23", *told, paragraphs=[paragraph], sections=[], tables=[], order=["p1"])

    assert {line.measure: line.counted for line in compare([one]).lines}["pcsos"] == counted
