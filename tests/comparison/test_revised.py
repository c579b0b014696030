"""Restatements that the words of the later report tell, where the dates of the values alone do not."""

import pytest
from test_pairing import tell

from reportparse.comparison import compare

ROADS = "In total 874 people were killed or seriously injured in 2021, compared with 812 in the year before."
RESERVES = (
    "The general reserve stood at £12.1m on 31 March 2022 (£11.4m a year earlier). "
    "Earmarked reserves, subject to audit, were £24.6m."
)
REACHED = "Advisers took in 74,506 cases in 2021/22, and 61,204 people were reached and offered help."
CAPITAL = "Capital expenditure came to £22.4m in 2021/22."
READERS = "Readers will find 61,204 in last year’s report."
BUILT = "Large works cost £19.8m in the end. The figure for 2021/22 is restated at £21.7m, as"
HELD = "Reserves were £63.5m, £15.2m of them general balances."
HOLD = "We held reserves of £55.9m at 31 March 2023, compared with £64.8m at 31 March 2022."
ABSENCE = "Absence through sickness was 12.6 days for each officer."
SICK = "There were 1,272 officers at that date of 2019. 11.4 days were lost to sickness by each officer."
DEATHS = "Last year I reported 38 deaths for 2021"
NOW = "Casualties who were killed or seriously injured numbered 846 in 2022."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (RESERVES, "Earmarked reserves are £19.2m. A year earlier they were £23.9m, after an adjustment by the audit.",
         [(24_600_000, 23_900_000)]),
        (RESERVES, "Earmarked reserves are £19.2m. A year earlier they were £14.9m, and one plan was for less.", []),
        (ROADS, f"{NOW} The validated total for 2021 is 891; the 874 in our last report was raw.", [(874, 891)]),
        (ROADS, f"{NOW} There were 891 visits in 2021; the 874 in our last report was provisional.", []),
        (ROADS, f"{NOW} There were 891 visits in 2021; the force has 874 cars.", []),
        (REACHED, f"They spoke to 59,312 of them. On the same basis that was 60,877 in 2021/22. {READERS}",
         [(61_204, 60_877)]),
        (REACHED, f"They spoke to 49,312 of them. On the same basis that was 50,877 in 2021/22. {READERS}", []),
        (CAPITAL, f"{BUILT} £0.7m of licences is day-to-day spending.", [(22_400_000, 21_700_000)]),
        (CAPITAL, f"{BUILT} £0.9m of licences is day-to-day spending.", []),
        (HELD, f"{HOLD} Last year's unaudited figure for 31 March 2022 was £63.5m.", [(63_500_000, 64_800_000)]),
        (HELD, HOLD, []),
        ("In 2021 38 people died on our roads.",
         f"In 2022, 41 people died on our roads. {DEATHS}; one died later, so that the number is 39.", [(38, 39)]),
        (SICK, f"{ABSENCE} The figure for 2021/22 has been recalculated at 11.9 days with half days.", [(11.4, 11.9)]),
    ],
)  # fmt: skip
def test_words_tell_what_is_revised(before, after, expected):
    found = compare([tell("2021/22", [before]), tell("2022/23", [after])]).restatements

    assert [(float(each.before.value), float(each.after.value)) for each in found] == expected


def test_what_the_auditors_raised_a_number_from_is_none_of_the_report():
    text = "Reserves were £36.7m on 31 March 2023, a figure that the auditors raised from £36.2m."
    [line] = compare([tell("2022/23", [text])]).lines

    assert [float(value.value) for value in line.values] == [36_700_000]


def test_a_booklet_of_a_year_may_be_what_told_it():
    one = tell("2021/22", ["4,118 victims of domestic abuse had an adviser of their own."])
    two = tell(
        "2022/23",
        ["4,420 victims of domestic abuse had an adviser of their own."],
        note="In the booklet for 2021/22 we gave 4,118; the number for that year is 3,962.",
    )

    assert [(each.before.value, each.after.value) for each in compare([one, two]).restatements] == [(4118, 3962)]


def test_a_note_need_say_no_more_than_that_it_was_spent():
    one = tell("2021/22", ["I spent £2.0m on services for victims."])
    two = tell(
        "2022/23",
        ["I spent £3.9m on services for victims."],
        note="Expenditure in 2021/22 was £2.1m, not £2.0m as stated in last year's report.",
    )

    assert [(each.before.value, each.after.value) for each in compare([one, two]).restatements] == [(2e6, 2.1e6)]


def test_a_total_may_have_been_put_at_a_number():
    one = tell("2021/22", ["The force recorded 165,130 crimes in the year."])
    told = "The force recorded 148,907 crimes in 2022/23."
    put = "Last summer we put the total for 2021/22 at 165,130; it is 165,284."

    [found] = compare([one, tell("2022/23", [f"{told} {put}"])]).restatements

    assert (found.before.value, found.after.value) == (165130, 165284)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Revised. The last report left out some of them.", [(63_500_000, 64_800_000)]),
        ("Some of them are for vehicles.", []),
    ],
)
def test_a_footnote_on_a_value_tells_that_it_is_revised(note, expected):
    after = tell("2022/23", ["We held reserves of £55.9m at 31 March 2023. A year earlier they were £64.8m"], note)

    found = compare([tell("2021/22", [HELD]), after]).restatements

    assert [(float(each.before.value), float(each.after.value)) for each in found] == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The core grant of the Ministry of Justice was £2.22m.", "The Ministry of Justice’s grant was again £2.31m."),
        ("There were 1,204 robberies in 2021/22.", "There were 1,231 robberies, the same as in 2021/22."),
    ],
)
def test_what_is_said_to_be_as_it_was_restates_nothing(before, after):
    compared = compare([tell("2021/22", [before]), tell("2022/23", [after])])

    assert sorted(value.period for line in compared.lines for value in line.values) == ["2021/22", "2021/22", "2022/23"]
    assert compared.restatements == []
