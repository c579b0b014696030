"""Figures of table cells: the headers, the caption, the notes and the section say what the number in a cell is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from reportparse.language.cell_brackets import date_brackets
from reportparse.language.cell_periods import find_period, find_period_of_whole
from reportparse.language.cell_table import KnownTable
from reportparse.language.cell_values import find_base, is_clock, is_difference, read_clock, read_value, read_words
from reportparse.language.context import Setting
from reportparse.language.headers import (
    Head,
    names_areas,
    names_measures,
    names_rows,
    read_head,
    without_periods,
    without_scale,
)
from reportparse.language.nouns import is_plural
from reportparse.language.periods import find_periods
from reportparse.language.side_by_side import find_side_labels
from reportparse.language.strips import is_glance, read_glance

_NUMBER_OF = re.compile(r"^(?:Table|Figure|Chart|Appendix)\s[\w.]+\s?[-–—:.]?\s*", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:(?:Theme|Priority|Objective|Indicator|Appendix|Section|Part)\s)?[\dA-Z.]{1,5}[:.)–-]\s+", re.IGNORECASE
)
_RESULT = re.compile(r"(?:net\s|total\s|revenue\s)*(?:outturn|(?:under|over)spend)(?:\s?\([^()]*\))?$", re.IGNORECASE)
_SHORT_LABEL = 2  # letters: a band or a class, which says nothing without the head of its column
_DIGIT = re.compile(r"\d")
_NUMBER_AND_WORDS = re.compile(r"£?\d[\d,.]*(?:%|m|bn|k)?\s(?:of\s)?[^\W\d]{3}")
# A column names areas where at least this share of its labels are areas that we know.
MIN_AREAS = 0.5
# So many labels of areas may have a word of so many letters without a capital: "Rest of the county", "Force as a whole".
MAX_PLAIN, MIN_PLAIN = 0.4, 4
# A column names the rows where its words are others in at least this share of them.
MIN_NAMED = 0.75
# Rows are measures where at least this share of their headers name something.
MIN_NAMED_ROWS = 0.6


def read_table(table: Any, section: str | None, setting: Setting) -> Iterator[dict[str, Any]]:
    """Figures of a table's cells, row by row, in the contract's shape.

    Args:
        table: Offers id, caption, notes, rows, header_rows; its cells text, row, column, value, unit, row_path, column_path.
        section: Id of the section that it stands in.
        setting: What holds for the whole report.
    """
    if is_glance(table):
        yield from read_glance(table, setting, section)
        return
    is_strip = _tells_itself(table)
    heads = 0 if is_strip else table.header_columns
    body = [cell for row in table.rows[table.header_rows :] for cell in row if cell.column >= heads]
    name = without_scale(_NUMBER_OF.sub("", table.caption or _corner_with_time(table)).strip(" :"))
    title = setting.titles.get(section or "", "")
    names, inner = _name_rows(table), _find_inner_labels(table)
    labels = _label_columns(body)
    if inner is not None:
        names = {
            cell.row: cell.text
            for row in table.rows[table.header_rows :]
            for cell in row
            if cell.column == inner and cell.text
        }
        labels |= {inner}
    period, measure = find_period_of_whole(name, title), without_periods(name) or without_periods(_NUMBERED.sub("", title))
    sides, areas = find_side_labels(table), _read_areas(table)
    known = KnownTable(table, setting, name, period, measure, labels, names, sides, is_strip, _has_measures(table), *areas)
    for cell in body:
        if cell.text and cell.column not in known.labels:
            yield from _read_cell(known, cell)


def _corner_with_time(table: Any) -> str:
    """The head of the labels where it names the table, as it has a time: "Budget 2021/22"; else empty."""
    corner = next((cell.text for row in table.rows[: min(1, table.header_rows)] for cell in row if cell.column == 0), "")
    return corner if any(period.label for period in find_periods(corner)) and without_periods(corner) else ""


def _tells_itself(table: Any) -> bool:
    """Whether each cell is a number and what it counts, so that none is a header: "5,120 vehicle offences"."""
    texts = [cell.text for row in table.rows for cell in row if cell.text]
    return not table.header_rows and len(texts) > 2 and all(map(_NUMBER_AND_WORDS.match, texts))


def _find_inner_labels(table: Any) -> int | None:
    """The column that names the rows where it is not the first: behind one of groups, "Ambition | Measure | 2022/23".

    It is headed as such, or names more rows than the columns in front of it.
    """
    texts: dict[int, list[str]] = {}
    numbers: Counter[int] = Counter()
    for cell in (cell for row in table.rows[table.header_rows :] for cell in row if cell.text):
        texts.setdefault(cell.column, []).append(cell.text)
        numbers[cell.column] += cell.value is not None
    rows = len(table.rows) - table.header_rows
    first = min((column for column, told in texts.items() if numbers[column] * 2 > len(told)), default=0)
    leading = [column for column in sorted(texts) if column < first and not numbers[column]]
    if len(leading) < 2 or rows < 2:
        return None
    heads = {cell.column: cell.text for row in table.rows[: table.header_rows] for cell in row}
    named = [column for column in leading if names_measures(heads.get(column, ""))]
    counts = {column: len(set(texts[column])) for column in leading}
    best = named[0] if len(named) == 1 else max(leading, key=lambda column: (counts[column], -column))
    return best if best != leading[0] and counts[best] >= MIN_NAMED * rows else None


def _name_rows(table: Any) -> dict[int, str]:
    """Names of rows by their first cell, where that has words; a letter or two with the head of the column: "Band D"."""
    firsts = [cell for row in table.rows for cell in row if cell.column == 0 and cell.text]
    head = next((cell.text for cell in firsts if cell.row < table.header_rows), "")
    body = [cell for cell in firsts if cell.row >= table.header_rows and not _DIGIT.search(cell.text)]
    is_short = bool(body) and all(len(cell.text) <= _SHORT_LABEL for cell in body)
    if not is_short and table.header_columns:
        return {}
    return {cell.row: f"{head} {cell.text}".strip() if is_short else cell.text for cell in body}


def _label_columns(body: Iterable[Any]) -> frozenset[int]:
    """Columns that count their rows (1, 2, 3 under "No."), or hold years under "Year"."""
    columns: dict[int, list[Any]] = {}
    for cell in body:
        if cell.text:
            columns.setdefault(cell.column, []).append(cell)
    return frozenset(column for column, cells in columns.items() if _only_names(cells))


def _only_names(cells: Sequence[Any]) -> bool:
    head = cells[0].column_path[-1] if cells[0].column_path else ""
    if not names_rows(head):
        return False
    values = [cell.value for cell in cells]
    numbers = [int(value) for value in values if value is not None]
    counts = len(numbers) == len(values) > 1 and all(b - a == 1 for a, b in pairwise(numbers))
    years = all(1990 <= number <= 2100 for number in numbers)
    return counts or years or head.lower().strip(" .:") not in ("no", "nr", "#", "rank", "year", "years")


def _read_areas(table: Any) -> tuple[bool, bool]:
    """Whether the labels of the rows are areas, and whether these are smaller than police areas.

    They are by the head of their column, or because most are areas that we know.
    """
    if not table.header_columns:
        return False, False
    first = [cell for row in table.rows for cell in row if cell.column == 0 and cell.text]
    labels = [read_head(cell.text) for cell in first if cell.row >= table.header_rows]
    places = sum(label.place is not None for label in labels)
    is_said = any(names_areas(cell.text) for cell in first if cell.row < table.header_rows) and _are_names(first, table)
    has_areas = is_said or (len(labels) > 1 and places >= MIN_AREAS * len(labels))
    return has_areas, has_areas and sum(label.area is not None for label in labels) <= 1


def _are_names(first: Sequence[Any], table: Any) -> bool:
    """Whether the labels of a first column are names, capital by capital: "Area of work" stands over none."""
    labels = [cell.text for cell in first if cell.row >= table.header_rows]
    plain = sum(any(word.islower() and len(word) >= MIN_PLAIN for word in label.split()) for label in labels)
    return plain <= MAX_PLAIN * len(labels)


def _read_cell(known: KnownTable, cell: Any) -> Iterator[dict[str, Any]]:
    is_named = cell.row in known.names and cell.column and len(cell.row_path) < 2
    row_path = [known.names[cell.row]] if is_named else cell.row_path
    if (label := known.sides.get((cell.row, cell.column))) is not None:
        row_path = [label]
    rows, columns = [read_head(text) for text in row_path], [read_head(text) for text in cell.column_path]
    told = _tell(known, rows, columns)
    if told["role"] == "actual" and is_difference(cell):
        told |= {"role": "change", "rule": "change by its sign"}
    place = {"kind": "cell", "id": known.table.id, "row": cell.row, "column": cell.column}
    if cell.value is not None:
        yield read_value(cell, [*_caption_as_head(known, rows, columns), *columns, *rows], told, place)
    elif is_clock(cell, [*columns, *rows]):
        yield read_clock(cell, told, place)
    elif _DIGIT.search(cell.text):
        yield from date_brackets(read_words(cell, told, place, is_strip=known.is_strip), cell, known.table)


def _caption_as_head(known: KnownTable, rows: Sequence[Head], columns: Sequence[Head]) -> list[Head]:
    """The caption, where it alone names what is measured: "Average wait in seconds" over quarters."""
    return [] if any(head.measure for head in (*rows, *columns)) else [read_head(known.name)]


def _tell(known: KnownTable, rows: Sequence[Head], columns: Sequence[Head]) -> dict[str, Any]:
    """What a cell's headers say, and the table's caption, notes and section where these are silent."""
    rows = [_as_measure(head) for head in rows] if known.names_measures else rows
    heads = [*columns[::-1], *rows[::-1]]
    period, source = find_period(known, rows, columns)
    role = _find_role(heads)
    place, is_whole = _find_place(known, rows, columns)
    return {
        "role": role or "actual",
        "measure": _find_measure(known, rows, columns),
        "period": period,
        "period_source": source,
        "place": place,
        "is_total": is_whole or any(head.is_total for head in heads),
        "rule": f"{role or 'actual'} by header" if role else "stated",
    }


def _as_measure(head: Head) -> Head:
    is_budget = head.role == "target" and (not head.measure or head.text.lower().startswith("budget "))
    is_result = _RESULT.match(head.text) is not None
    return head._replace(measure=without_scale(head.text), role=None) if is_budget or is_result else head


def _has_measures(table: Any) -> bool:
    """Whether most rows, and more than one, are headed by words that name something, and not by roles or times."""
    labels = [cell.text for row in table.rows[table.header_rows :] for cell in row[:1] if cell.text]
    named = sum(read_head(text).measure is not None for text in labels)
    return named > 1 and named >= MIN_NAMED_ROWS * len(labels)


def _find_role(heads: Iterable[Head]) -> str | None:
    said = {head.role for head in heads}
    return next((role for role in ("change", "forecast", "target", "baseline") if role in said), None)


def _find_place(known: KnownTable, rows: Sequence[Head], columns: Sequence[Head]) -> tuple[str | None, bool]:
    """The area that a header names, and whether that is the whole that the other rows are parts of."""
    for head in [*reversed(rows), *reversed(columns)]:
        if head.place:
            is_own = head.area is not None and head.area == known.setting.area
            return (None, known.has_parts) if is_own else (head.place, False)
    if known.has_areas and rows:
        label = rows[-1]
        is_whole = label.is_total or label.text.lower().startswith(("total", "all ", "whole", "force", "overall"))
        return (None, True) if is_whole else (label.text, False)
    return None, False


def _find_counted(known: KnownTable, rows: Sequence[Head]) -> str | None:
    """What a row of totals is the total of, where the head of the labels says it: "Recorded offences"."""
    corner = next((cell.text for row in known.table.rows[: known.table.header_rows] for cell in row[:1]), "")
    total = next((head.text for head in rows if head.is_total), None)
    is_counted = len(corner.split()) > 1 and is_plural(corner.split()[-1]) and not names_measures(corner)
    return f"{total} {corner.lower()}" if total and is_counted else None


def _find_measure(known: KnownTable, rows: Sequence[Head], columns: Sequence[Head]) -> str | None:
    """The headers that name something, row before column; else the caption or the section, with how it is counted."""
    labels = [] if known.has_areas else rows
    named = [head.measure for head in [*labels, *columns] if head.measure]
    if named:
        return ", ".join(dict.fromkeys(named))
    based = next((head.kind_of_count for head in rows if find_base(head.kind_of_count or "")), None)
    if based:
        return based  # "Crimes per 1,000 people" in a row of its own
    counted = [head.kind_of_count for head in [*rows, *columns] if head.kind_of_count and len(head.kind_of_count) > 2]
    if counts := _find_counted(known, rows):
        return counts
    return known.measure or (counted[-1] if counted else None)
