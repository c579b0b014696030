"""What the benchmark of comparisons counts: measures with a value of each report, and their values of earlier years."""

from typing import Any

from stated import report, state

from benchmarks.comparison import score
from reportparse.comparison import compare

TOLD = [("robbery", "2022/23", 521), ("robbery", "2023/24", 498), ("rape", "2022/23", 874), ("rape", "2023/24", 861)]


def truth(*rows: tuple[str, str, float]) -> dict[str, Any]:
    return {"measures": [{"name": name, "period": at, "value": value} for name, at, value in rows], "restatements": []}


def test_values_of_the_year_before_count_beside_the_reports_own():
    earlier = report("kent", "2022/23", state("robbery", 521), state("rape", 874))
    now = (state("robbery", 498, "2023/24"), state("rape", 861, "2023/24"))
    later = report("kent", "2023/24", *now, state("rape", 874))

    scored = score(compare([earlier, later]), [truth(TOLD[0], TOLD[2]), truth(*TOLD)])

    assert (scored.common, scored.apart, scored.missing) == (2, [], ["robbery"])
    assert (scored.own, scored.before) == ((4, 4), (1, 2))


def test_what_is_there_at_the_end_of_a_year_is_no_value_of_another_measure_of_that_year():
    earlier = report("kent", "2022/23", state("police officers", 6, "2022/23"), state("rape", 874))
    later = report("kent", "2023/24", state("police officers", 10, "2024-03-31"))
    told = ("officers", "2023-03-31", 6), ("cells", "2022/23", 6)

    scored = score(compare([earlier, later]), [truth(*told), truth(("officers", "2024-03-31", 10))])

    assert scored.mixed == []


def test_a_measure_told_by_one_report_alone_in_its_line_stands_apart():
    earlier = report("kent", "2022/23", state("robbery", 521))
    later = report("kent", "2023/24", state("complaints", 498, "2023/24"))

    scored = score(compare([earlier, later]), [truth(TOLD[0]), truth(TOLD[1])])

    assert (scored.apart, scored.missing, scored.own.held) == (["robbery"], ["robbery"], 1)
