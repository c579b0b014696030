"""Each cell gets the headers that name it, and with them its value, its unit and the notes that it has marks of."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportparse.tables.headers import is_year
from reportparse.tables.records import Cell
from reportparse.tables.values import MARKS, read_amount

_NOTE_MARK = re.compile(rf"(?:\(?(?P<mark>[{MARKS}]+|\d{{1,2}}|[a-z])\)?[.:]?(?=\s)|(?P<glued>[{MARKS}]+))")
_UNIT_HEADS = frozenset(("unit", "units", "unit of measure", "measured in", "unit of measurement"))
_COUNTED = frozenset(("number", "no", "nr", "#", "count"))  # units of a count, which go without saying
_MARKED = re.compile(rf"[{MARKS}]+$")
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


class Naming(NamedTuple):
    """What names the cells of a table, beside its header cells."""

    header_rows: int
    header_columns: int
    caption: str
    notes: Mapping[str, str] = {}
    """Id of each note to its text."""
    marks: Mapping[tuple[int, int], str] = {}
    """Row and column of cells with raised signs to these signs."""
    signs: Mapping[tuple[int, int], tuple[str, ...]] = {}
    """... and of cells whose texts leave theirs out."""


def name_cells(rows: Sequence[Sequence[Cell]], naming: Naming) -> tuple[tuple[Cell, ...], ...]:
    """The cells with their row path, column path, value, unit and notes; headers themselves have no value."""
    heads: dict[int, list[str]] = defaultdict(list)
    labels: dict[int, list[str]] = defaultdict(list)
    for cell in (cell for row in rows for cell in row if cell.text):
        if cell.row < naming.header_rows:
            for column in range(cell.column, cell.column + cell.column_span):
                heads[column].append(cell.text)
        elif cell.column < naming.header_columns and len([other for other in rows[cell.row] if other.text]) > 1:
            for row in range(cell.row, cell.row + cell.row_span):
                labels[row].append(cell.text)
    corner = " ".join(text for column in range(naming.header_columns) for text in heads.get(column, []))
    naming = naming._replace(caption=f"{naming.caption} {corner}".strip())  # the corner heads all numbers too
    sections = _find_sections(rows, naming)
    known = {mark: name for name, text in naming.notes.items() for mark in _marks_of(text)}
    is_years = _find_year_columns(rows, naming)
    for row, unit in _find_units(rows, heads, naming).items():
        labels[row] = [*labels[row][:-1], *(f"{label} ({unit})" for label in labels[row][-1:])]
    return tuple(
        tuple(
            _name(
                cell,
                [*sections.get(cell.row, ()), *labels.get(cell.row, [])] if cell.row >= naming.header_rows else [],
                heads.get(cell.column, []) if cell.row >= naming.header_rows else [],
                naming,
                known,
                is_years=cell.column in is_years,
            )
            for cell in row
        )
        for row in rows
    )


def _find_sections(rows: Sequence[Sequence[Cell]], naming: Naming) -> dict[int, tuple[str, ...]]:
    """The heading that stands over each row: a row that holds one text alone, in the first column."""
    sections: dict[int, tuple[str, ...]] = {}
    current: tuple[str, ...] = ()
    for row in rows[naming.header_rows :]:
        filled = [cell for cell in row if cell.text]
        if len(filled) == 1 and filled[0].column == 0 and read_amount(filled[0].text) is None:
            current = (filled[0].text,)
            continue
        if row and current:
            sections[row[0].row] = current
    return sections


def _find_units(rows: Sequence[Sequence[Cell]], heads: Mapping[int, list[str]], naming: Naming) -> dict[int, str]:
    """What a column of units says of its row: "Spending | £ | 1,920,000" below "Unit"."""
    columns = {column for column, texts in heads.items() if " ".join(texts).strip(" :").casefold() in _UNIT_HEADS}
    body = [cell for row in rows[naming.header_rows :] for cell in row if cell.column in columns and cell.text]
    return {cell.row: cell.text for cell in body if cell.text.casefold().strip(" .") not in _COUNTED}


def _find_year_columns(rows: Sequence[Sequence[Cell]], naming: Naming) -> set[int]:
    """Columns whose numbers are all years, so that they are dates and no counts."""
    numbers: dict[int, list[str]] = defaultdict(list)
    for cell in (cell for row in rows[naming.header_rows :] for cell in row):
        if read_amount(cell.text) is not None:
            numbers[cell.column].append(cell.text)
    return {column for column, texts in numbers.items() if all(map(is_year, texts))}


def _name(
    cell: Cell, labels: list[str], heads: list[str], naming: Naming, known: Mapping[str, str], *, is_years: bool
) -> Cell:
    if (cell.row, cell.column) in naming.signs:
        own = [name for sign in naming.signs[cell.row, cell.column] for name in _link(sign, known)]
        signed = _name(cell, labels, heads, naming._replace(signs={}), known, is_years=is_years)
        return signed._replace(footnotes=tuple(dict.fromkeys([*own, *signed.footnotes])))
    raised = naming.marks.get((cell.row, cell.column), "")
    bare = cell.text.removesuffix(raised).rstrip() if raised else cell.text
    if cell.row < naming.header_rows or cell.column < naming.header_columns:
        tail = _MARKED.search(bare)
        return cell._replace(footnotes=_link(raised + (tail[0] if tail else ""), known))
    contexts = (" ".join(heads), " ".join(labels), naming.caption, " ".join(naming.notes.values()))
    amount = read_amount(bare, *contexts)
    tail = _MARKED.search(bare)
    marks = raised + (amount.marks if amount else tail[0] if tail else "")
    if amount is not None and is_years and is_year(bare):
        amount = None
    return cell._replace(
        row_path=tuple(labels),
        column_path=tuple(heads),
        value=amount.value if amount else None,
        unit=amount.unit if amount else None,
        footnotes=_link(marks, known),
    )


def _marks_of(note: str) -> list[str]:
    """The sign that a note begins with.

    >>> [_marks_of(text) for text in ("* Provisional", "(1) From April", "²Revised", "Source: force data")]
    [['*'], ['1'], ['2'], []]
    """
    match = _NOTE_MARK.match(note)
    return [(match["mark"] or match["glued"]).translate(_SUPERSCRIPTS)] if match else []


def _link(marks: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of the notes that begin with these signs, read as one sign or each by itself."""
    if not marks:  # as most cells have none
        return ()
    plain = marks.translate(_SUPERSCRIPTS).strip("()[], ")
    if plain in known:
        return (known[plain],)
    return tuple(dict.fromkeys(known[sign] for sign in re.split(r"[,\s]|(?<=[a-z])(?=[a-z])", plain) if sign in known))
