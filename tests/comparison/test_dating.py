"""Of which time a figure is where the report does not say it outright."""

import pytest
from small_report import small_report
from stated import report, state
from test_naming import BEFORE, OWN, read
from test_pairing import tell

from reportparse.comparison import compare
from reportparse.models import Report


def told(text: str, *figures: tuple[str, str, str | None, str], year: str = "2022/23") -> Report:
    """A report of one paragraph; its figures are told by number, measure, period and role."""
    start = int(year[:4])
    rows = []
    for at, (number, measure, period, role) in enumerate(figures, 1):
        begin = text.index(number)
        rows.append({
            "id": f"f{at}", "text": number, "value": float(number.replace(",", "")), "kind": "count",
            "measure": measure, "period": period, "role": role,
            "source": {"kind": "paragraph", "id": "p1", "start": begin, "end": begin + len(number)},
        })  # fmt: skip
    metadata = {
        "pcc": {"id": "kent", "name": "Kent", "force": "", "score": 100},
        "period": {"label": year, "start": f"{start}-04-01", "end": f"{start + 1}-03-31"},
    }
    paragraph = {"id": "p1", "text": text, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}]}
    return Report.model_validate(
        small_report(metadata=metadata, paragraphs=[paragraph], sections=[], tables=[], order=["p1"], figures=rows)
    )


def periods(one: Report) -> dict[str, list[str]]:
    return {line.measure: [value.period for value in line.values] for line in compare([one]).lines}


def test_a_value_compared_with_does_not_date_its_paragraph():
    one = told(
        "Robberies were up at 521 (2021/22: 476). There were 874 rapes.",
        ("521", "robberies", None, "actual"), ("476", "robberies", "2021/22", "baseline"),
        ("874", "rapes", None, "actual"),
    )  # fmt: skip

    assert periods(one) == {"robbery": ["2021/22", "2022/23"], "rape": ["2022/23"]}


@pytest.mark.parametrize(("before", "is_assumed"), [("2021/22", False), ("2019/20", True), (None, True)])
def test_a_value_beside_that_of_the_year_before_is_of_the_year_of_the_report(before, is_assumed):
    one = told(
        "Robberies were up at 521 (2021/22: 476).",
        ("521", "robberies", None, "actual"), ("476", "robberies", before, "baseline"),
    )  # fmt: skip

    (value,) = [value for line in compare([one]).lines for value in line.values if value.value == 521]
    assert (value.period, value.is_assumed) == ("2022/23", is_assumed)


def test_what_another_area_had_is_of_the_same_time():
    one = told(
        "There were 521 robberies, 0.8 in the county and 1.2 in Wales.",
        ("0.8", "robberies", None, "actual"), ("1.2", "robberies", None, "baseline"),
    )  # fmt: skip
    figures = [each.model_copy(update={"place": "Wales"} if each.text == "1.2" else {}) for each in one.figures]

    lines = compare([one.model_copy(update={"figures": figures})]).lines
    assert {line.place: [value.period for value in line.values] for line in lines} == {
        None: ["2022/23"], "Wales": ["2022/23"],
    }  # fmt: skip


def test_another_year_holds_on_in_its_sentence_only():
    one = told(
        "In 2023/24 there were 521 robberies and 874 rapes. There were 98 homicides.",
        ("521", "robberies", "2023/24", "actual"), ("874", "rapes", None, "actual"),
        ("98", "homicides", None, "actual"),
    )  # fmt: skip

    assert periods(one) == {"robbery": ["2023/24"], "rape": ["2023/24"], "homicide": ["2022/23"]}


def test_what_is_there_on_a_day_stands_beside_the_year_that_ends_then():
    lines = compare([
        report("kent", "2022/23", state("police officers", 4203, "2023-03-31")),
        report("kent", "2023/24", state("police officers", 4261, "2023/24")),
    ]).lines  # fmt: skip

    assert [len(line.values) for line in lines] == [2]


@pytest.mark.parametrize(
    ("sentence", "number", "found"),
    [
        ("There were 1,274 robberies.", "1,274", 1),
        ("There were 1,274 robberies, far from the peak in the pandemic.", "1,274", 0),
        ("There were 1,600 robberies.", "1,600", 0),
        ("Robberies rose to 1,274, 7% up on the year of the pandemic.", "1,274", 1),
    ],
)
def test_an_undated_value_is_restated_where_the_two_are_near(sentence, number, found):
    earlier = told(sentence, (number, "robberies", None, "actual"))
    later = report("kent", "2023/24", state("robbery", 1261))

    assert len(compare([earlier, later]).restatements) == found


def test_a_time_named_in_a_later_sentence_says_nothing_of_an_undated_value():
    incidents = "antisocial behaviour incidents"
    before = told("38,844 antisocial incidents.", ("38,844", incidents, "2021/22", "actual"), year="2021/22")
    text = "Antisocial behaviour fell from 38,297 incidents to 37,305. In June 2022 there were 1,108 calls about noise."
    after = told(
        text,
        ("38,297", incidents, None, "baseline"),
        ("37,305", incidents, None, "actual"),
        ("1,108", "calls about noise", "2022-06", "actual"),
    )

    assert [each.after.value for each in compare([before, after]).restatements] == [38297]



@pytest.mark.parametrize(("before", "after", "found"), [("91", 93, 1), ("19", 21, 0), ("9", 9.4, 0)])
def test_small_counts_without_a_year_are_restated_where_they_are_as_near(before, after, found):
    earlier = told(f"There were {before} homicides.", (before, "homicides", None, "actual"))

    assert len(compare([earlier, report("kent", "2023/24", state("homicide", after))]).restatements) == found


def test_a_plan_is_not_restated_by_what_came_of_it():
    earlier = report("kent", "2022/23", state("net budget", 44_200_000, "2023/24", kind="money", unit="GBP"))
    later = report("kent", "2023/24", state("net budget", 44_300_000, "2023/24", kind="money", unit="GBP"))

    assert compare([earlier, later]).restatements == []


def test_what_is_told_at_the_end_of_the_year_is_of_its_last_day():
    one = told(
        "At the end of the year 31 county lines were active.", ("31", "active county lines", "2022/23", "actual")
    )

    assert periods(one) == {"county-lines": ["2023-03-31"]}


def test_a_day_in_front_of_a_sentence_dates_all_its_values():
    one = told(
        "At the end of March 2023 we had 4,203 police officers and 133 PCSOs.",
        ("4,203", "police officers", "2023-03", "actual"), ("133", "PCSOs", "2023-03", "actual"),
    )  # fmt: skip

    assert periods(one) == {"officers": ["2023-03-31"], "pcsos": ["2023-03-31"]}


def test_another_year_in_its_clause_is_not_the_day_of_its_paragraph():
    one = told(
        "When I was elected in 2016 there were 3,182 police officers; on 31 March 2023 there were 4,203.",
        ("3,182", "police officers", None, "actual"), ("4,203", "police officers", "2023-03-31", "actual"),
    )  # fmt: skip

    (line,) = (line for line in compare([one]).lines if line.period_type == "date")
    assert [(value.period, float(value.value)) for value in line.values] == [("2023-03-31", 4203)]


def test_a_year_in_front_of_its_verb_is_that_of_a_number():
    one = told(
        "The number of people killed or seriously injured in 2021 was 897.",
        ("897", "people killed or seriously injured", None, "actual"),
    )

    assert periods(one) == {"killed-or-seriously-injured": ["2021"]}


def test_one_report_tells_a_day_and_the_other_its_year():
    told_on, told_of = state("people in shelters", 31, "2023-03-31"), state("people in shelters", 26, "2023/24")

    (line,) = compare([report("kent", "2022/23", told_on), report("kent", "2023/24", told_of)]).lines
    assert [value.period for value in line.values] == ["2023-03-31", "2023/24"]


def test_what_is_there_in_a_year_of_a_report_is_there_at_its_end():
    """As "33.1% in 2021" in a report of 2021/22, where another tells 31 March 2022."""
    shares = {"kind": "percent", "unit": "%"}
    early = state("women officers", 33.1, "2021", **shares), state("women officers", 34.2, "2022-03-31", **shares)
    late = state("women officers", 34.2, "2022", **shares), state("women officers", 35.6, "2023", **shares)

    (line,) = compare([report("kent", "2021/22", *early), report("kent", "2022/23", *late)]).lines

    assert [(value.period, value.is_assumed) for value in line.values] == [
        ("2021-03-31", True), ("2022-03-31", False), ("2022-03-31", True), ("2023-03-31", True),
    ]  # fmt: skip


def test_a_day_right_before_a_number_is_its_own():
    one = told(
        "Savings of 9,018 hours were made, and general cadets at 31 March 2023 stood at 402.",
        ("9,018", "savings of hours", "2022/23", "actual"), ("402", "cadets", None, "actual"),
    )  # fmt: skip

    assert periods(one)["cadets"] == ["2023-03-31"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("was £1.6m following late adjustments", 1),
        ("was £1.6m; last year's report had left out a grant", 1),
        ("of £1.6m replaces the figure published last year", 1),
        ("was £1.6m once the late invoices are counted", 1),
        ("was £1.6m", 0),
        ("was £1.6m; last year's report was late", 0),
    ],
)
def test_a_value_that_is_said_to_be_adjusted_may_lie_farther_off(words, found):
    earlier = tell("2021/22", ["There was an underspend of £1.4m."])
    later = tell("2022/23", [f"The 2021/22 underspend {words}."])

    assert len(compare([earlier, later]).restatements) == found


def test_a_stock_set_beside_the_year_before_is_of_the_same_day_then():
    one = tell("2022/23", ["At 31 March 2023 there were 3,212 officers.", "PCSOs: 96, down from 104."])
    parts = [{"id": "s1", "title": "People", "level": 1, "number": None, "kind": "section", "page": 1}]
    placed = [each.model_copy(update={"section": "s1"}) for each in one.paragraphs]
    told = {"sections": parts, "paragraphs": [each.model_dump() for each in placed], "order": ["s1", *one.order]}

    lines = periods(Report.model_validate(one.model_dump() | told))

    assert lines["pcsos"] == ["2022-03-31", "2023-03-31"]


def test_what_was_expected_a_year_ago_is_a_forecast_of_now():
    one = tell("2022/23", [
        "The general reserve was £12.0m on 31 March 2023. Last year we expected it to be as low as £10.4m."
    ])  # fmt: skip

    told = {(line.measure, line.role): [value.period for value in line.values] for line in compare([one]).lines}

    assert told["general-reserve", "forecast"] == ["2023-03-31"]


def test_a_target_without_words_is_of_what_was_told_before():
    one = tell("2022/23", ["Of all 101 calls 29.8% were abandoned, and the aim of 15% by March 2024 was missed."])

    told = {(line.measure, line.role): [value.value for value in line.values] for line in compare([one]).lines}

    assert told["abandon-101", "target"] == [15]


def test_a_count_without_a_time_is_none_of_a_day_beside_one_that_tells_it():
    """Some of them only: "164 officers belong to a ward"."""
    told = (
        "On 31 March 2023 Kent Police employed 4,068 full-time equivalent officers. Twelve months earlier there were "
        "4,091 officers. Women make up 36.1% of officers. 164 officers belong to a ward."
    )

    lines = {line.measure: line.values for line in compare([tell("2022/23", [told])]).lines}

    assert [(value.period, float(value.value)) for value in lines["officers"]] == [
        ("2022-03-31", 4091), ("2023-03-31", 4068),
    ]  # fmt: skip


@pytest.mark.parametrize(("told_again", "periods"), [("57%", ["2022", "2022", "2023"]), ("52%", ["2022", "2023"])])
def test_a_year_that_is_but_assumed_is_of_the_calendar_where_a_later_report_tells_it_again_so(told_again, periods):
    earlier = tell("2022/23", ["Of the public 57% have confidence in the police."])
    later = tell("2023/24", [f"In 2023 59% of the public had confidence in the police ({told_again} in 2022)."])

    found = [line for line in compare([earlier, later]).lines if line.period_type == "calendar year"]

    assert [[value.period for value in line.values] for line in found] == [periods]

@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Officers made 88 visits last year.", OWN),
        ("The number of 999 calls grows. We took 88 of them last year, or one every 70 seconds.", OWN),
        ("We opened 99 cases; there were 88 cases last year.", BEFORE),
        ("Officers made 88 visits last year and now make twice as many.", BEFORE),
        ("We funded 88 projects last year. This year it is 99.", BEFORE),
        ("After last year's 88 visits we made fewer.", BEFORE),
        ("Reports came down to 88, which means they have fallen by a quarter in two years.", OWN),
        ("There were 99 orders, when two years ago there were 88.", "2020/21"),
        ("The force had 99 cases, where it was 88 three years ago.", "2019/20"),
        ("There were 88 orders, when two years ago there were 42.", OWN),
        ("There were 88 burglaries, a fall of a third over five years.", OWN),
        ("Over five years there were 88 burglaries.", None),
    ],
)
def test_last_year_is_the_one_reported_on_and_times_behind_a_number_are_of_what_stands_there(text, period):
    assert read(text).get("88", ("", None))[1] == period


def test_the_others_of_a_paragraph_are_of_the_calendar_with_the_value_that_is_told_again_so():
    earlier = tell("2022/23", ["Our survey had 3,512 responses, and 57% have confidence in the police."])
    later = tell("2023/24", [
        "In 2023 our survey had 3,766 responses. In 2023 59% of the public had confidence in the police (57% in 2022)."
    ])  # fmt: skip

    found = {line.measure: [value.period for value in line.values] for line in compare([earlier, later]).lines}

    assert found == {"survey-responses": ["2022", "2023"], "public-confidence": ["2022", "2022", "2023"]}
