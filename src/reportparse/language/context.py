"""A whole report: figures of paragraphs, list items and cells, with what its place tells about each; themes by heading.

    read_paragraphs(paragraphs, titles, own_period) -> list of figures in the contract's shape, without ids
    read_cells(tables) -> the same for the cells of tables

Paragraphs and tables are objects or records with the contract's attributes; nothing here knows a PDF.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from reportparse.language.batch import figure_as_plain
from reportparse.language.periods import financial_year, find_periods
from reportparse.language.sentences import find_sentences, sentence_at
from reportparse.language.tagging import find_figures
from reportparse.language.themes import find_themes

_THIS_YEAR = re.compile(r"\b(?:this|the\scurrent|the\spresent)\s(?:financial\s)?year\b|\bin-year\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\b(?:last|the\sprevious|the\sprior)\s(?:financial\s)?year\b", re.IGNORECASE)
_FINANCIAL_YEAR = re.compile(r"\d{4}/\d\d")
_TARGET = re.compile(r"\b(?:target|goal|aim|plan(?:ned)?|budget(?:ed)?)\b", re.IGNORECASE)
_FORECAST = re.compile(r"\b(?:forecast|projected|expected|estimate)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:change|difference|variance|variation|increase|decrease)\b|\+/-", re.IGNORECASE)
_BASELINE = re.compile(r"\b(?:baseline|previous\syear|last\syear|prior\syear)\b", re.IGNORECASE)
_UNIT_KINDS = {"GBP": "money", "%": "percent", "percentage points": "points"}


class _Item(Protocol):
    id: str
    text: str
    items: Any


class _Paragraph(_Item, Protocol):
    section: str | None


def read_paragraphs(paragraphs: Iterable[_Paragraph], own_period: str | None = None) -> Iterator[dict[str, Any]]:
    """Figures of paragraphs and the items of their lists, in order, with `source` and `period_source`.

    `own_period` is the report's year, "2020/21": what "this year" and "last year" mean in it.
    """
    for paragraph in paragraphs:
        yield from _read_text(paragraph.text, "paragraph", paragraph.id, own_period)
        for item in _all_items(paragraph.items):
            yield from _read_text(item.text, "item", item.id, own_period)


def _all_items(items: Iterable[_Item]) -> Iterator[_Item]:
    for item in items:
        yield item
        yield from _all_items(item.items)


def _read_text(text: str, kind: str, record: str, own_period: str | None) -> Iterator[dict[str, Any]]:
    sentences = find_sentences(text)
    for figure in find_figures(text):
        row = figure_as_plain(figure)
        start, end = sentence_at(sentences, figure.start)
        period, source = row["period"], "text" if row["period"] else None
        if period is None and own_period:
            period, source = resolve_period(text[start:end], own_period)
        place = {"kind": kind, "id": record, "start": row.pop("start"), "end": row.pop("end")}
        yield row | {"period": period, "period_source": source, "source": place}


def resolve_period(sentence: str, own_period: str) -> tuple[str | None, str | None]:
    """The year that "this year" or "last year" means, and where that was learnt; nothing where both are said.

    >>> resolve_period("Last year we met twice.", "2020/21")
    ('2019/20', 'last year')
    """
    this, last = _THIS_YEAR.search(sentence), _LAST_YEAR.search(sentence)
    if bool(this) == bool(last) or not _FINANCIAL_YEAR.fullmatch(own_period):
        return None, None
    if this:
        return own_period, "this year"
    first = int(own_period[:4])
    return financial_year(f"{first - 1}/{first % 100:02}"), "last year"


def read_cells(table: Any) -> Iterator[dict[str, Any]]:
    """Figures of a table's typed cells; it offers rows, header_rows, header_columns, header_path(cell)."""
    for row in table.rows[table.header_rows :]:
        for cell in row:
            if cell.value is None or cell.column < table.header_columns or find_periods(cell.text):
                continue
            yield _read_cell(table, cell)


def _read_cell(table: Any, cell: Any) -> dict[str, Any]:
    path = table.header_path(cell)
    heads = [*path.row, *path.column]
    period, source = _period_of(path.column, path.row, table.caption)
    role = _role_of(" ".join(heads))
    value = abs(float(cell.value))
    is_change = role == "change"
    start = len(cell.text) - len(cell.text.lstrip())
    return {
        "text": cell.text.strip(), "source": {"kind": "cell", "id": f"{table.id}.r{cell.row}c{cell.column}",
                                              "start": start, "end": start + len(cell.text.strip())},
        "value": value, "low": None, "high": None, "kind": _UNIT_KINDS.get(cell.unit or "", "count"), "unit": cell.unit,
        "qualifier": "exact", "role": role,
        "direction": ("down" if float(cell.value) < 0 else "up") if is_change and value else None,
        "measure": _measure(heads) or table.caption, "period": period, "period_source": source, "place": None,
    }  # fmt: skip


def _period_of(column: Iterable[str], row: Iterable[str], caption: str | None) -> tuple[str | None, str | None]:
    """The last period that the nearest header names."""
    for source, texts in (("column header", column), ("row header", row), ("caption", [caption or ""])):
        labels = [period.label for text in texts for period in find_periods(text) if period.label]
        if labels:
            return labels[-1], source
    return None, None


def _role_of(heads: str) -> str:
    for role, pattern in (("change", _CHANGE), ("forecast", _FORECAST), ("target", _TARGET), ("baseline", _BASELINE)):
        if pattern.search(heads):
            return role
    return "actual"


def _measure(heads: Iterable[str]) -> str | None:
    """The headers that say more than a period: joined, row before column."""
    told = [head.strip() for head in heads if head.strip() and not _is_period(head)]
    return ", ".join(dict.fromkeys(told)) or None


def _is_period(head: str) -> bool:
    found = find_periods(head)
    return bool(found) and sum(period.span.end - period.span.start for period in found) > len(head.strip()) / 2


def themes_of(text: str, section: str | None, titles: Mapping[str, str]) -> list[dict[str, Any]]:
    """Themes of a paragraph or table in the contract's shape; the title of its section is a weak witness."""
    found = find_themes(text, titles.get(section or "", ""))
    return [{"id": theme, "score": score} for theme, score in found]
