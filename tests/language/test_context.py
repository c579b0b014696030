"""The time of a figure in a report's text, where words point at the report's own year or the one before."""

from types import SimpleNamespace

import pytest

from reportparse.language.context import Setting, read_paragraph, read_text

OWN, BEFORE = "2023/24", "2022/23"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("There were 9,482 neighbourhood crimes, 11.1% fewer than the 10,661 of the year before.", [OWN, OWN, BEFORE]),
        ("There were 1,964 hate crimes, against 2,102 the year before, and 3,871 thefts.", [OWN, BEFORE, OWN]),
        (
            "Burglary went down by 12.4% to 7,391, continuing the fall from 8,437 in the previous year.",
            [OWN, OWN, BEFORE],
        ),
        ("The rate was 13.9%, which was 1.2 percentage points below the rate for the previous year.", [OWN, OWN]),
        ("There were 45 robberies in the previous year.", [BEFORE]),
        ("In the year before the wait was 3 minutes.", [BEFORE]),
        ("There were 15 murders, a rise of 7.1% on the previous year, when 14 were recorded.", [OWN, OWN, BEFORE]),
        ("It took 4 minutes, when a year earlier it took 3 minutes.", [OWN, BEFORE]),
        ("By March 2024 the force was 2nd nationally. Over the whole year 92.7% were answered within that time.",
         ["2024-03", OWN]),
        ("ASB fell by 9% from 29,980 incidents to 27,281 in the year.", [OWN, None, OWN]),
        ("In January 2024 a call was answered in less than one minute, against over 29 minutes a year before.",
         ["2024-01", "2023-01"]),
        ("The year to June 2023 saw 38 homicides, up from 31 the year before.", ["2023-06-30 YE", "2022-06-30 YE"]),
        ("Satisfaction stands at 73.2%, compared to 71.4% for 2022/23 and 69.8% for the year before that.",
         [None, "2022/23", "2021/22"]),
        ("Requests went from 118 to 146, of which 29 (20%) were upheld against 31 (26%) the year before.",
         [BEFORE, OWN, OWN, OWN, BEFORE, BEFORE]),
        ("We left 311 files open at 31 March 2024 (407 a year earlier).", ["2024-03-31", "2023-03-31"]),
        ("Officers stood at 4,183 on 31 March 2024. A year earlier it was 4,203.", ["2024-03-31", "2023-03-31"]),
        ("Last year 4,310 burglaries were recorded, compared with 4,500 the year before.", [OWN, BEFORE]),
        ("Over the past year officers attended 12,310 incidents.", [OWN]),
        ("There were 153 robberies (148). Numbers in brackets are those of 2019/20.", [None, "2019/20"]),
        ("Figures for last year are in brackets. There were 153 robberies (148).", [None, BEFORE]),
        ("£41,300 went to 12 clubs (previous year: £38,900), among them £4,000 to one in Luton.",
         [OWN, OWN, BEFORE, OWN]),
        ("There were 812 searches in 2022/23, or 3% more than in the previous year, when 788 were made.",
         [BEFORE, BEFORE, "2021/22"]),
        ("Knife crime stood at 402 offences. Last year I reported 431.", [None, BEFORE]),
        ("At 31 March 2023 there were 512 members. Twelve months later there were 540, up from 498.",
         ["2023-03-31", "2024-03-31", None]),
        ("At 31 March 2023 reserves were £4.2m. Over the same time debts fell to £1.3m.", ["2023-03-31", None]),
        ("The force was ranked 5th of 43 for solving burglary. The year before it was 2nd.", [None, None, BEFORE]),
        ("Some 4,310 people took the new bus, which had begun in the year before.", [None]),
        ("There are 41 lines, where twelve months before there had been 52.", [OWN, BEFORE]),
        ("We had 9,104 calls in the first quarter, 9,027 in the second, 8,860 in the third and 8,649 in the last.",
         [f"{OWN} Q{quarter}" for quarter in (1, 2, 3, 4)]),
        ("In the third quarter 310 people rang, and in the last 298.", [f"{OWN} Q3", f"{OWN} Q4"]),
        ("The first team met 12 people, and the second 15.", [None, None]),
        ("On 31 March 2024 we had 38 visitors, who made 288 visits in the year and spoke to 910 people.",
         ["2024-03-31", OWN, OWN]),
    ],
)
def test_the_year_before_is_of_the_value_that_it_stands_at(text, periods):
    assert [row["period"] for row in read_text(text, {"kind": "paragraph", "id": "p1"}, OWN)] == periods


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Robberies rose to 1,118 from a revised 1,052 in 2022/23.", [("actual", None), ("baseline", "2022/23")]),
        ("We had 1,214 crimes, down 31% from 1,760.", [("actual", None), ("change", None), ("baseline", None)]),
        ("The number of homicides was 9, two fewer than in 2022/23.", [("actual", None), ("change", None)]),
        ("Rape offences numbered 874 in 2022/23, 4% fewer than in 2021/22, when there were 911.",
         [("actual", "2022/23"), ("change", "2022/23"), ("actual", "2021/22")]),
        ("During the year 12,019 victims were supported.", [("actual", OWN)]),
        ("162 officers joined in the year, and 450 more are to follow in 2024/25.",
         [("actual", OWN), ("forecast", "2024/25")]),
        ("Until the summer 87% were met, but in the year as a whole it was 80%.", [("actual", None), ("actual", OWN)]),
        ("The Constabulary, with 262 officers in March 2016, gave 81,912 hours.",
         [("actual", "2016-03"), ("actual", None)]),
        ("The line was staffed by 34 people at 30 June 2023, an increase of 6 since 30 June 2022 (28).",
         [("actual", "2023-06-30"), ("change", "2022-06-30/.."), ("baseline", "2022-06-30")]),
        ("Volunteers sent 4,310 letters, passing the 3,980 of 2022/23.", [("actual", None), ("baseline", "2022/23")]),
        ("In 2022/23 it was 41 seconds and in 2023/24, as we have said, 31 seconds.",
         [("actual", "2022/23"), ("actual", OWN)]),
        ("In 2022/23 we had 412 members and 450 are expected in 2024/25.",
         [("actual", "2022/23"), ("forecast", "2024/25")]),
        ("The offer was taken up by 301 people.", [("actual", None)]),
        ("Callers hung on for 5 minutes on average where a year ago they hung on for 2 minutes.",
         [("actual", OWN), ("baseline", BEFORE)]),
        ("There were 64 runners in nine clubs, where there had been 51 in eight.",
         [("actual", None), ("actual", None), ("baseline", None), ("baseline", None)]),
        ("We had 204 requests, up from 187 in 2022/23. Of those: 29 were met.",
         [("actual", None), ("baseline", "2022/23"), ("actual", None)]),
        ("A desk was given to 20 people, where it had 19.", [("actual", None), ("baseline", None)]),
        ("A caller waits six seconds (it was seven seconds).", [("actual", None), ("baseline", None)]),
        ("We spent £8.3m on buildings, vans and systems (£7.7m in 2022/23).",
         [("actual", None), ("baseline", "2022/23")]),
        ("The ministry gave £2.9m, in addition to the £1.4m of 2022/23.", [("actual", None), ("baseline", "2022/23")]),
        ("The partnerships shared £41,500, as they did in 2022/23.", [("actual", None)]),
        ("The test gave 96.1% this time and 95.4% last time.", [("actual", None), ("baseline", None)]),
        ("A bill was £193.15 in 2023/24, and is £203.15 from April 2024.",
         [("actual", OWN), ("actual", "2024-04/..")]),
        ("From 2025 this will be done by my office, which has 19 posts.", [("actual", None)]),
        ("The 36 lay visitors could go back inside the cells.", [("actual", None)]),
        ("A further 40 officers could be recruited.", [("forecast", None)]),
        ("We lost thirteen people to fire and flood, 3 fewer than before.", [("actual", None), ("change", None)]),
        ("The medium term plan calls for £14.1m in 2024/25.", [("target", "2024/25")]),
        ("I spent £1.9m on victims, as my predecessor did the year before.", [("actual", OWN)]),
        ("The team took 28 months, or so it was in the year of this report.", [("actual", OWN)]),
        ("The satisfied made up 73.6% of those asked (74.9% in 2020/21).", [("actual", None), ("baseline", "2020/21")]),
    ],
)  # fmt: skip
def test_what_is_compared_with_keeps_its_own_time(text, told):
    rows = read_text(text, {"kind": "paragraph", "id": "p1"}, OWN)

    assert [(row["role"], row["period"]) for row in rows] == told


def test_the_places_of_what_was_paid_for_are_not_those_of_its_number():
    text = "The Hope Fund paid for 14 projects, from a café in Thanet to a nurse in the control room."
    (row,) = read_text(text, {"kind": "paragraph", "id": "p1"}, OWN)

    assert (row["value"], row["place"]) == (14, None)


def test_the_numbers_in_brackets_of_a_list_are_of_the_time_that_its_lead_says():
    items = [SimpleNamespace(id="i1", text="41 projects (35)", items=[])]
    text = "It paid for (numbers in brackets are for 2022/23):"
    lead = SimpleNamespace(id="p1", text=text, section=None, items=items)

    rows = list(read_paragraph(lead, Setting(OWN)))

    assert [(row["value"], row["period"]) for row in rows] == [(41, None), (35, "2022/23")]


def test_last_year_tells_what_the_number_came_from():
    (row,) = read_text("It fell from the record of last year to 4,166.", {"kind": "paragraph", "id": "p1"}, OWN)

    assert (row["value"], row["period"]) == (4166, None)


def test_the_year_before_is_of_the_value_set_beside():
    text = "Officers dealt with 36,902 reports, and with 38,766 in the year before."
    rows = read_text(text, {"kind": "paragraph", "id": "p1"}, "2023/24")

    assert [(row["value"], row["period"]) for row in rows] == [(36902, None), (38766, "2022/23")]
