"""Dates and stretches of time that can not be, or do not fit the table that they tell of."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from reportparse.checks.grid import name_of
from reportparse.checks.material import Material
from reportparse.checks.texts import Text
from reportparse.language.headers import read_head
from reportparse.language.periods import financial_year, find_periods
from reportparse.language.windows import find_round
from reportparse.models import Check, Table

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_DAYS = [name.casefold() for name in calendar.day_name]
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?"
    rf"(?P<month>(?a:{'|'.join(_MONTHS)})),?\s(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(_DAYS)}),?\s(?:the\s)?$", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\b(?:between|from)\s(?P<start>(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?)\s(?:and|to|until)\s"
    r"(?P<end>(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?)(?![\d/–-])",
    re.IGNORECASE,
)
_WEEKDAY_LENGTH = len("Wednesday, the ")
# What each of both holds, and how far they reach round it: "30th of September, 2021", "between 2019/20 and 2020/2021".
_YEAR = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d\d")
_REACH = (30, 10)  # characters
_FINANCIAL_YEAR = re.compile(r"\d{4}/\d\d")
# A table tells of time where at least so many of its labels are periods.
MIN_PERIODS = 3


def check_dates(material: Material) -> Iterator[Check]:
    """Days that no calendar has, stretches that end before they begin, and years that a table does not have."""
    tables = {table.section: table for table in reversed(material.report.tables)}
    for text in material.texts:
        years = list(_YEAR.finditer(text.text))
        for match in find_round(_DATE, text.text, years, _REACH):
            yield from _check_day(text, match)
        for match in find_round(_FROM_TO, text.text, years, _REACH):
            yield from _check_stretch(text, match, tables.get(text.section))


def check_period(material: Material) -> Iterator[Check]:
    """The year in the report's title against the period that the report says it covers."""
    metadata = material.report.metadata
    title, period = metadata.title, metadata.period
    said = {found.label for found in find_periods(title or "") if _FINANCIAL_YEAR.fullmatch(found.label)}
    if period is not None and said and _FINANCIAL_YEAR.fullmatch(period.label):
        is_same = period.label in said
        yield Check(
            kind="period",
            passed=is_same,
            severity="none" if is_same else "warning",
            message=f"“{title}” and the period {period.label}",
            expected=period.label,
            found=max(said),
        )


def _check_day(text: Text, match: re.Match[str]) -> Iterator[Check]:
    year, month, day = int(match["year"]), _MONTHS[match["month"].casefold()], int(match["day"])
    weekday = _WEEKDAY.search(text.text, max(0, match.start() - _WEEKDAY_LENGTH), match.start())
    said = text.text[weekday.start() if weekday else match.start() : match.end()]
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        last = calendar.monthrange(year, month)[1]
        yield _tell(text, f"“{said}”: the month has {last} days", f"{year}-{month:02}-{last}", said)
    elif weekday:
        name = calendar.day_name[date(year, month, day).weekday()]
        is_right = name.casefold() == weekday["name"].casefold()
        yield Check(
            kind="date",
            passed=is_right,
            severity="none" if is_right else "warning",
            message=f"“{said}” is a {name}",
            where=[text.id],
            expected=name,
            found=weekday["name"],
        )


def _check_stretch(text: Text, match: re.Match[str], table: Table | None) -> Iterator[Check]:
    start, end = _spell(match["start"]), _spell(match["end"])
    if end < start:
        yield _tell(text, f"“{match[0]}” ends before it begins", start, end)
        return
    known = _periods_of(table) if table is not None else []
    if table is None or len(known) < MIN_PERIODS or len({len(label) for label in (*known, start, end)}) > 1:
        return
    for said in (start, end):
        if said < min(known) and _is_near(said, min(known)):
            yield Check(
                kind="text_vs_table",
                passed=False,
                severity="info",
                message=f"“{match[0]}”, but {name_of(table)} begins with {min(known)}",
                where=[text.id, table.id],
                expected=said,
                found=min(known),
            )


def _spell(label: str) -> str:
    return financial_year(label) if len(label) > 4 else label


def _periods_of(table: Table) -> list[str]:
    """The periods that head the rows, or else the columns of a table."""
    rows = [cell.text for cell in table.cells if cell.column == 0 and cell.row >= table.header_rows]
    columns = [cell.text for cell in table.cells if cell.row < table.header_rows]
    for texts in (rows, columns):
        found = [head.period for head in map(read_head, texts) if head.period and head.measure is None]
        if len(found) >= MIN_PERIODS:
            return found
    return []


def _is_near(a: str, b: str) -> bool:
    """Whether two years are so near that the table could have had them."""
    return abs(int(a[:4]) - int(b[:4])) <= 2


def _tell(text: Text, message: str, expected: str, found: str) -> Check:
    return Check(
        kind="date", passed=False, severity="warning", message=message, where=[text.id], expected=expected, found=found
    )
