from reports import report_of

from reportparse.checks.charts import check_charts
from reportparse.checks.material import Material
from reportparse.models import Picture, Point, Series

ROWS = [["Year", "Burglary", "Robbery"], ["2018/19", "6,910", "1,250"], ["2019/20", "5,874", "1,180"],
        ["2020/21", "3,988", "860"]]  # fmt: skip


def report_with(*points, error=40.0):
    drawn = [Point(x=x, y=y, method="geometry", error=error) for x, y in points]
    picture = Picture(
        id="g1", kind="chart", page=1, bbox=(72, 200, 300, 300), caption="Burglary", section="s1",
        series=[Series(points=drawn)],
    )  # fmt: skip
    return Material(report_of((), ROWS).model_copy(update={"pictures": [picture]}))


def test_a_chart_that_draws_a_column_of_its_table_agrees_with_it():
    (check,) = check_charts(report_with(("2018/19", 6905), ("2019/20", 5880), ("2020/21", 3990)))

    assert (check.kind, check.passed, check.where) == ("chart_vs_table", True, ["g1", "t1"])


def test_a_point_further_off_than_its_error_is_told_with_both_values():
    (check,) = check_charts(report_with(("2018/19", 6905), ("2019/20", 5880), ("2020/21", 3390)))

    assert (check.passed, check.expected, check.found) == (False, 3988, 3390)


def test_a_chart_of_something_else_is_not_compared():
    assert list(check_charts(report_with(("2018/19", 55), ("2019/20", 61), ("2020/21", 48), error=1.0))) == []


def test_a_chart_with_other_categories_is_not_compared():
    assert list(check_charts(report_with(("Dudley", 6910), ("Walsall", 5874), error=1.0))) == []
