"""Of which time a cell is: its headers say it, their notes, the caption or the title of the section."""

import re
from collections.abc import Iterable, Sequence

from reportparse.language.cell_table import KnownTable
from reportparse.language.context import move_year
from reportparse.language.headers import MONTHS_ALONE, Head, read_head
from reportparse.language.periods import find_periods

_UP_TO = re.compile(r"\b(?:up\sto|until|to|as\sat|ending|through)\b", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})/\d\d")
_QUARTER = re.compile(r"(?:Q|Qtr\s|Quarter\s)([1-4])", re.IGNORECASE)
_PART_OF_YEAR = re.compile(rf"{_QUARTER.pattern}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b", re.IGNORECASE)
_MONTHS, _APRIL = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 4
_WHOLE_YEAR = re.compile(r"(?:the\s)?(?:(?:full|whole)\s)?year(?:\stotal)?|(?:annual\s)?total|12\smonths", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_THIS, _LAST = (
    re.compile(r"\b(?:this|current)\syear\b", re.IGNORECASE),
    re.compile(r"\b(?:last|previous|prior)\syear\b", re.IGNORECASE),
)


def find_period(known: KnownTable, rows: Sequence[Head], columns: Sequence[Head]) -> tuple[str | None, str | None]:
    """From the nearest header that names a time; a note to that header may make it a part of the year."""
    own = _year_of_heads((*rows, *columns)) or _year_of_table(known)
    for source, heads in (("column header", columns), ("row header", rows)):
        for head in reversed(heads):
            if head.is_base:
                return _period_beside(known, source)
            if head.period:
                part = _find_part(known.table.notes, head)
                return (part, f"{source}, note") if part else (_within(head.period, (*rows, *columns)), source)
            year = _relative_year(head.text, known.setting.period) or _quarter_of(head.text, own)
            year = year or _whole_year_of(head.text, known, own) or (_months_in(own, head.text.strip()) if own else None)
            if year:
                return year, f"{source}: the report's own year"
    return known.period


def _within(period: str, heads: Iterable[Head]) -> str:
    """The quarter or months of a year that the other header of a cell names: "Q1" in front, "2023/24" above."""
    if _YEAR.fullmatch(period):
        for text in (head.text.strip() for head in heads):
            if match := _QUARTER.fullmatch(text):
                return f"{period} Q{match[1]}"
            if part := _months_in(period, text):
                return part
    return period


def find_period_of_whole(name: str, title: str) -> tuple[str | None, str | None]:
    """The only time that the caption names, or else the title of the section."""
    for source, text in (("caption", name), ("section title", title)):
        labels = {period.label for period in find_periods(text) if period.label}
        if len(labels) == 1:
            return labels.pop(), source
    return None, None


def _period_beside(known: KnownTable, source: str) -> tuple[str | None, str | None]:
    """The later time of a change whose header names the earlier one: that of the other columns, where they name one."""
    row = known.table.rows[: known.table.header_rows]
    heads = [read_head(cell.text) for cells in row for cell in cells if cell.text]
    labels = {head.period for head in heads if head.period and not head.is_base}
    return (labels.pop(), f"{source} beside") if len(labels) == 1 else (None, None)


def _relative_year(text: str, own: str | None) -> str | None:
    return move_year(own, 0) if _THIS.search(text) else move_year(own, -1) if _LAST.search(text) else None


def _quarter_of(text: str, year: str | None) -> str | None:
    """The quarter of a year that a header names without it."""
    match = _QUARTER.fullmatch(text.strip())
    return f"{year} Q{match[1]}" if match and year else None


def _whole_year_of(text: str, known: KnownTable, year: str | None) -> str | None:
    """The year that stands beside its quarters or months, in a column or row of its own: "Year", "Full year"."""
    if not _WHOLE_YEAR.fullmatch(text.strip()):
        return None
    heads = known.table.rows[: known.table.header_rows]
    beside = [cell.text.strip() for row in (*heads, *(row[:1] for row in known.table.rows)) for cell in row]
    return year if any(_PART_OF_YEAR.match(other) for other in beside) else None


def _months_in(year: str, text: str) -> str | None:
    """The months that a text names and no more, in a year from April."""
    match = MONTHS_ALONE.fullmatch(text)
    if not match:
        return None
    labels = [_month_in(year, name) for name in (match["first"], match["last"]) if name]
    return "/".join(labels) if labels == sorted(labels) else None


def _month_in(year: str, name: str) -> str:
    """A month of a year that begins in April.

    >>> _month_in("2023/24", "Jan"), _month_in("2023/24", "December")
    ('2024-01', '2023-12')
    """
    month = _MONTHS.index(name[:3].title()) + 1
    return f"{int(year[:4]) + (month < _APRIL)}-{month:02}"


def _year_of_heads(heads: Iterable[Head]) -> str | None:
    """The year that one of a cell's headers names, of which another may say the quarter: "2022/23" in front, "Q1" above."""
    return next((head.period for head in heads if _YEAR.fullmatch(head.period or "") and not head.is_base), None)


def _year_of_table(known: KnownTable) -> str | None:
    """The year that the caption names, or else the report's own."""
    named = {period.label for period in find_periods(known.name) if _YEAR.fullmatch(period.label or "")}
    year = named.pop() if len(named) == 1 else known.setting.period
    return year if year and _YEAR.fullmatch(year) else None


def _find_part(notes: Iterable[str], head: Head) -> str | None:
    """The part of a year that a note says a marked header is about.

    >>> _find_part(["*2020/2021 statistics up to January 2021"], read_head("*2020/2021"))
    '2020-04/2021-01'
    """
    year = _YEAR.fullmatch(head.period or "")
    if not head.mark or not year:
        return None
    for note in notes:
        if not note.startswith(head.mark):
            continue
        ends = [
            period.label
            for period in find_periods(note)
            if _MONTH.fullmatch(period.label) and _UP_TO.search(note[: period.span.start])
        ]
        if ends:
            return f"{year[1]}-04/{ends[-1][:7]}"
    return None
