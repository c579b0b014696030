"""Periods as the contract writes them: of what type they are, when they end, and which are the same."""

import re
from calendar import monthrange
from functools import lru_cache

from reportparse.comparison.records import PeriodType

_TYPES: tuple[tuple[str, PeriodType], ...] = (
    (r"\d{4}/\d\d", "financial year"),
    (r"\d{4}", "calendar year"),
    (r"\d{4}-\d\d(?:-\d\d)? YE", "year ending"),
    (r"\d{4}(?:/\d\d)? Q\d", "quarter"),
    (r"\d{4}-\d\d", "month"),
    (r"\d{4}-\d\d-\d\d", "date"),
    (r"[\d-]+/(?:[\d-]+|\.\.)", "span"),
)
_PATTERNS = tuple((re.compile(pattern), name) for pattern, name in _TYPES)


def normal_period(period: str) -> str:
    """The period, a year that ends with March written as the financial year that it is.

    >>> normal_period("2023-03-31 YE"), normal_period("2023-06-30 YE")
    ('2022/23', '2023-06-30 YE')
    """
    match = re.fullmatch(r"(\d{4})-03(?:-31)? YE", period)
    return f"{int(match[1]) - 1}/{match[1][2:]}" if match else period


def move_year(period: str, by: int) -> str | None:
    """The year so many years later; None of any other period.

    >>> move_year("2022/23", -1), move_year("2022", 1), move_year("2023-09-30 YE", -1), move_year("2022-03", -1)
    ('2021/22', '2023', '2022-09-30 YE', None)
    """
    if type_of(period) == "year ending":
        return f"{last_day(f'{int(period[:4]) + by}{period[4:7]}')} YE"
    match = re.fullmatch(r"(\d{4})(/\d\d)?", period)
    if match is None:
        return None
    year = int(match[1]) + by
    return f"{year}/{(year + 1) % 100:02}" if match[2] else str(year)


def year_before(period: str) -> str | None:
    """The same stretch of time a year earlier; None of a span.

    >>> year_before("2022/23"), year_before("2023-03-31"), year_before("2022/23 Q3"), year_before("2023-06-30 YE")
    ('2021/22', '2022-03-31', '2021/22 Q3', '2022-06-30 YE')
    """
    match = re.fullmatch(r"(\d{4}(?:/\d\d)?)((?:-\d\d){0,2}(?:\sYE|\sQ\d)?)", period)
    before = move_year(match[1], -1) if match else None
    return f"{before}{match[2]}" if match and before else None


def last_day(month: str) -> str:
    """The date that a month ends with.

    >>> last_day("2024-02")
    '2024-02-29'
    """
    return _last_day(month)


@lru_cache(maxsize=4096)
def type_of(period: str) -> PeriodType:
    """What type a period is of.

    >>> [type_of(period) for period in ("2022/23", "2022", "2022-09-30 YE", "2022/23 Q3", "2016/..", "")]
    ['financial year', 'calendar year', 'year ending', 'quarter', 'span', 'unknown']
    """
    return next((name for pattern, name in _PATTERNS if pattern.fullmatch(period)), "unknown")


@lru_cache(maxsize=4096)
def end_of(period: str) -> str:
    """Its last day, to sort by; what has no end comes last, what is not known first.

    >>> end_of("2022/23"), end_of("2022"), end_of("2022-02"), end_of("2022/23 Q3"), end_of("2016/..")
    ('2023-03-31', '2022-12-31', '2022-02-28', '2022-12-31', '9999-12-31')
    """
    kind = type_of(period)
    if kind == "financial year":
        return f"{int(period[:4]) + 1}-03-31"
    if kind == "calendar year":
        return f"{period}-12-31"
    if kind == "quarter":
        return _end_of_quarter(period)
    if kind in ("month", "year ending", "date"):
        return _last_day(period.removesuffix(" YE"))
    if kind == "span":
        last = period.rpartition("/")[2]
        return "9999-12-31" if last == ".." else end_of(last)
    return ""


def _end_of_quarter(period: str) -> str:
    year, quarter = int(period[:4]), int(period[-1])
    is_financial = "/" in period
    month = quarter * 3 + (3 if is_financial else 0)
    return _last_day(f"{year + month // 13}-{(month - 1) % 12 + 1:02}")


def _last_day(date: str) -> str:
    if len(date) != len("2022-02"):
        return date
    year, month = map(int, date.split("-"))
    return f"{date}-{monthrange(year, month)[1]}" if 1 <= month <= 12 else ""
