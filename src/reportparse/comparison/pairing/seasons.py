"""Surveys of an autumn: of the year from April where reports go on so, of the calendar's where one tells bare years.

"The survey in the autumn of 2022 had 2,964 responses" is 2022/23 in a report of that year.  Where the other report has
"2,964 in 2022" both are of 2022, and so are the shares of those who answered.
"""

from collections.abc import Collection, Iterable, Sequence

from reportparse.comparison.dating.seasons import SEASON
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import move_year, type_of
from reportparse.comparison.terms.wording import NEAR, find_sentence, record_of

_SURVEY = "survey-responses"


def tell_seasons(told: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
    """The statements of reports; those dated by a season of a year that others tell by its number have that."""
    years = {
        (each.source.area, each.key.measure, each.period)
        for each in others if each.key.is_common and type_of(each.period) == "calendar year"
    }  # fmt: skip
    by_number = {
        (each.source.id, record_of(each.figure)): (each.period, _bare_year(each))
        for each in told if _is_by_season(each) and _is_told(each, years)
    }  # fmt: skip
    return [_with_year(each, by_number.get((each.source.id, record_of(each.figure)))) for each in told]


def _bare_year(each: Statement) -> str:
    """The calendar year that its figure has, or its sentence by the season: "was open in the autumn of 2023"."""
    if each.figure.period or each.key.measure != _SURVEY:
        return each.figure.period or ""
    match = SEASON.search(each.context, *find_sentence(each.context, min(each.figure.source.start, NEAR)))
    return match[1] if match else ""


def _is_by_season(each: Statement) -> bool:
    """Whether it has but the calendar year in which the year from April began."""
    year = _bare_year(each)
    return type_of(year) == "calendar year" and type_of(each.period) == "financial year" and each.period[:4] == year


def _is_told(each: Statement, years: Collection[tuple[str | None, str, str]]) -> bool:
    near = [move_year(_bare_year(each), by) for by in (-1, 0, 1)]
    return any((each.source.area, each.key.measure, year) in years for year in near)


def _with_year(each: Statement, found: tuple[str, str] | None) -> Statement:
    """The statement; by the number of the year where its season told it, or it is a share without a time."""
    if found is None or each.period != found[0]:
        return each
    is_share = each.is_assumed and each.key.kind == "percent" and not each.is_cell
    return each._replace(period=found[1]) if _is_by_season(each) or is_share else each
