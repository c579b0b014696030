"""Cells with two values, one in brackets: of which times or things they are, by a header's own bracket or by a note."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reportparse.language.periods import find_periods

# "13,266 (12,870)": a value and another in brackets, and nothing behind it.
_PAIR = re.compile(r"[^()]*\d[^()]*\(\s?£?\d[\d,.]*\s?(?:%|m|k|bn|million)?\s?\)\s*")
# "Referrals (2022/23)", "2023/24 (2022/23)".
_HEAD = re.compile(r"(?P<own>[^()]*)\((?P<inside>[^()]*)\)$")
# "Figures for 2022/23 in brackets", "(in brackets: 2022/23)".
_TOLD = re.compile(r"(?P<before>[^.;]*)\bin\s(?:brackets|parentheses)\b(?P<behind>[^.;]*)", re.IGNORECASE)


# "Criminal damage and arson (of which arson)".
_OF_WHICH = re.compile(r"(?P<whole>[^()]+?)\s?\((?:of\s(?:which|whom|these)|including)[:,]?\s(?P<part>[^()]+)\)")


class _Times(NamedTuple):
    """Of what time the value in brackets is, and the one in front of it where a header says that."""

    inside: str
    own: str | None
    is_own_told: bool


def date_brackets(rows: Iterable[dict[str, Any]], cell: Any, table: Any) -> Iterator[dict[str, Any]]:
    """The figures of a cell of words, a value in brackets with what a header, the caption or a note says of it.

    That is its time, or what part of the value in front it is.
    """
    is_pair = _PAIR.fullmatch(cell.text) is not None
    times = _find_times(cell, table) if is_pair else None
    things = _find_parted(cell) if is_pair else None
    opening = cell.text.find("(")
    for row in rows:
        if things:
            is_part = row["source"]["start"] > opening
            yield row | {"measure": things["part" if is_part else "whole"]} | ({"role": "actual"} if is_part else {})
        elif times and row["source"]["start"] > opening:
            yield row | {"period": times.inside, "period_source": "header, in brackets"}
        elif times and times.is_own_told:
            yield row | {"period": times.own, "period_source": "column header" if times.own else None}
        else:
            yield row


def _find_parted(cell: Any) -> re.Match[str] | None:
    """The header that says what part of the value in front of a bracket the one in it is."""
    heads = (_OF_WHICH.fullmatch(head.strip()) for head in [*reversed(cell.column_path), *reversed(cell.row_path)])
    return next((match for match in heads if match), None)


def _find_times(cell: Any, table: Any) -> _Times | None:
    corner = next((first.text for row in table.rows[: table.header_rows] for first in row[:1]), "")
    for head in [*reversed(cell.column_path), *reversed(cell.row_path)]:
        match = _HEAD.fullmatch(head.strip())
        inside = _period_in(match["inside"]) if match else None
        if match and inside:
            return _Times(inside, _period_in(match["own"]) or _period_in(corner), is_own_told=True)
    for text in (table.caption or "", corner, *table.notes):
        match = _TOLD.search(text)
        inside = (_period_in(match["before"], -1) or _period_in(match["behind"])) if match else None
        if inside:
            return _Times(inside, None, is_own_told=False)
    return None


def _period_in(text: str, at: int = 0) -> str | None:
    """The first time that a text names, or the last."""
    labels = [period.label for period in find_periods(text) if period.label]
    return labels[at] if labels else None
