"""What vouches for a value that is told otherwise: the rest of its table; not that two values are near."""

from itertools import product
from typing import Any

import pytest
from stated import report, state
from test_pairing import tell

from reportparse.comparison import compare

ROWS = {"Premises": 27.7, "Transport": 9.5, "Overtime": 7.9, "Officer pay": 366.2}


def table(values: dict[str, float], period: str | None, column: int = 1) -> list[dict[str, Any]]:
    """The figures of a column of a table, in millions."""
    return [
        state(
            name, value * 1e6, period, id=f"t1.r{row}c{column}.f1", kind="money", unit="GBP", text=str(value),
            source={"kind": "cell", "id": "t1", "row": row, "column": column, "start": 0, "end": 4},
        )
        for row, (name, value) in enumerate(values.items(), 1)
    ]  # fmt: skip


@pytest.mark.parametrize(("changed", "restated"), [({"Overtime": 8.6}, 1), ({"Overtime": 8.6, "Premises": 29.9}, 0)])
def test_three_values_told_again_vouch_for_the_year_of_the_others(changed, restated):
    earlier = report("kent", "2023/24", *table(ROWS, None))
    later = report("kent", "2024/25", *table(ROWS | changed, "2023/24"))

    assert len(compare([earlier, later]).restatements) == restated


@pytest.mark.parametrize(
    ("heads", "restated"), [(("as reported", "restated"), [(871, 884)]), (("actual", "forecast"), [])]
)
def test_a_column_of_what_was_reported_states_nothing_beside_what_it_is_now(heads, restated):
    later = [
        state(f"Rape, {head}", value, "2022/23", id=f"t1.r1c{column}.f1", source={
            "kind": "cell", "id": "t1", "row": 1, "column": column, "start": 0, "end": 3,
        })
        for column, (head, value) in enumerate(zip(heads, (871, 884), strict=True), 1)
    ]  # fmt: skip
    compared = compare([report("kent", "2022/23", state("rape", 871)), report("kent", "2023/24", *later)])

    assert [(each.before.value, each.after.value) for each in compared.restatements] == restated


@pytest.mark.parametrize("name", ["Other supplies", "Supplies of goods"])
def test_values_that_were_paired_because_they_are_near_restate_nothing(name):
    more = {f"{a}{b}x {b}{a}y": 1000.0 + at for at, (a, b) in enumerate(product("kmprstvw", repeat=2))}
    earlier = report("kent", "2023/24", *table({"Supplies, IT and other": 41.9} | more, "2023/24"))
    later = report("kent", "2024/25", *table({name: 41.2}, "2023/24"), *table({name: 45.2}, "2024/25", column=2))
    compared = compare([earlier, later])

    assert [[float(value.value) for value in line.values] for line in compared.lines] == [[41.9e6, 41.2e6, 45.2e6]]
    assert len(compared.restatements) == (name == "Other supplies")


def test_values_of_a_paragraph_that_is_told_again_are_of_the_year_that_is_told():
    calls = "There were 152,417 calls to 999, 383,206 calls to 101, 5,310 robberies"
    earlier = tell("2018/19", [f"{calls} and 13.2% of 101 calls were abandoned."])
    again = [
        "152,417 calls were made to 999 in 2018/19.",
        "383,206 calls were made to 101 in 2018/19.",
        "There were 5,310 robberies in 2018/19.",
    ]
    later = tell("2019/20", [*again, "The 101 abandonment rate was 14.4% in 2018/19."])

    told = [(float(each.before.value), float(each.after.value)) for each in compare([earlier, later]).restatements]
    assert told == [(13.2, 14.4)]


@pytest.mark.parametrize(
    ("told", "period"), [(["2022/23"], "2022/23"), (["2021/22", "2022/23"], "2023/24"), ([], "2023/24")]
)
def test_a_value_without_a_time_is_of_the_one_that_it_is_told_again_with(told, period):
    again = [state("robbery", 1274, each) for each in told]
    [line] = compare([report("kent", "2023/24", state("robberies", 1274, None), *again)]).lines

    assert {value.period for value in line.values} == {*told, period}


def test_what_is_there_on_a_day_vouches_for_what_is_told_of_its_year():
    earlier = tell("2018/19", ["There were 3,846 officers, 104 PCSOs, 264 special constables and 2,211 police staff."])
    later = tell("2019/20", [
        "On 31 March 2019 there were 3,846 police officers, 104 PCSOs, 264 special constables and 2,424 police staff.",
    ])  # fmt: skip

    told = [(float(each.before.value), float(each.after.value)) for each in compare([earlier, later]).restatements]
    assert told == [(2211, 2424)]


@pytest.mark.parametrize(("rapes", "restated"), [("874", [(96, 104)]), ("901", [(874, 901)])])
def test_two_values_of_a_paragraph_without_another_time_vouch_for_its_third(rapes, restated):
    earlier = tell("2018/19", ["There were 5,310 robberies, 874 rapes and 96 homicides."])
    later = tell("2019/20", [f"There were 5,310 robberies, {rapes} rapes and 104 homicides in 2018/19."])

    told = [(float(each.before.value), float(each.after.value)) for each in compare([earlier, later]).restatements]
    assert told == restated


def crimes(values: dict[str, int], period: str | None, column: int) -> list[dict[str, Any]]:
    """The figures of a column of a table of crimes."""
    return [
        state(
            name, value, period, id=f"t1.r{row}c{column}.f1",
            source={"kind": "cell", "id": "t1", "row": row, "column": column, "start": 0, "end": 4},
        )
        for row, (name, value) in enumerate(values.items(), 1)
    ]  # fmt: skip


THEN = {"Robbery": 1187, "Knife crime": 871, "Rape": 1846, "Shoplifting": 14233}
NOW = {"Robbery": 1102, "Knife crime": 806, "Rape": 1792, "Shoplifting": 16487}


def test_a_column_without_a_head_is_of_the_year_that_the_earlier_report_tells_its_numbers_of():
    earlier = report("kent", "2022/23", *crimes(THEN, "2022/23", 1))
    later = report("kent", "2023/24", *crimes(THEN | {"Robbery": 1204}, None, 1), *crimes(NOW, None, 2))

    compared = compare([earlier, later])

    times = [[value.period for value in line.values] for line in compared.lines]
    assert times == [["2022/23", "2022/23", "2023/24"]] * len(THEN)
    assert [(each.before.value, each.after.value) for each in compared.restatements] == [(1187, 1204)]


def test_the_column_beside_one_of_the_own_year_is_taken_for_that_of_the_year_before():
    before = {name: value + 99 for name, value in THEN.items()}
    earlier = report("kent", "2022/23", *crimes(before, None, 1), *crimes(THEN, None, 2))
    later = report("kent", "2023/24", *crimes(THEN, "2022/23", 1), *crimes(NOW, "2023/24", 2))

    line = next(line for line in compare([earlier, later]).lines if line.measure == "robbery")

    assert [(value.period, value.is_assumed) for value in line.values][:2] == [("2021/22", True), ("2022/23", False)]


def test_two_numbers_told_again_date_no_column():
    earlier = report("kent", "2022/23", *crimes(THEN, "2022/23", 1))
    later = report("kent", "2023/24", *crimes(NOW | {"Robbery": 1187, "Knife crime": 871}, None, 1))

    assert {value.period for line in compare([earlier, later]).lines for value in line.values} == {"2022/23", "2023/24"}


@pytest.mark.parametrize(("rapes", "restated"), [(2691, [(17391, 17468)]), (2902, [])])
def test_a_row_in_other_words_is_restated_where_the_rest_of_its_table_is_told_again(rapes, restated):
    """Words and a value that is near tell the row; that the others have one value tells that it is no other record."""

    def rows(column, period, **values):
        return [
            state(name.replace("_", " "), value, period, id=f"t1.r{row}c{column}.f1", source={
                "kind": "cell", "id": "t1", "row": row, "column": column, "start": 0, "end": 4,
            })
            for row, (name, value) in enumerate(values.items(), 1)
        ]  # fmt: skip

    told = {"Homicide": 17, "Robbery": 1318, "Rape": 2691, "of_which_violence_with_injury": 17391}
    again = {"Homicide": 17, "Robbery": 1318, "Rape": rapes, "VAP_with_wounds": 17468}
    later = {"Homicide": 12, "Robbery": 1240, "Rape": 2604, "VAP_with_wounds": 16702}
    earlier, after = rows(1, "2023/24", **told), [*rows(1, "2023/24", **again), *rows(2, "2024/25", **later)]

    found = compare([report("kent", "2023/24", *earlier), report("kent", "2024/25", *after)]).restatements

    assert [(each.before.value, each.after.value) for each in found if each.before.value > 9000] == restated
