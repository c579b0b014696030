"""What one cell of a table says: its number, its kind and unit, the way that it goes."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportparse.language.headers import Head
from reportparse.language.nouns import is_plural
from reportparse.language.strips import label_of
from reportparse.language.tagging import find_figures

_KINDS = {"GBP": "money", "EUR": "money", "USD": "money", "%": "percent", "percentage points": "points"}
_TIMES = {"seconds", "minutes", "hours", "days", "weeks", "months", "years"}
_PER_BASE = re.compile(r"\bper\s(?:1,?000|10,?000|100,?000)\s[a-z]+")
_CLOCK = re.compile(r"\d{1,2}(?::[0-5]\d){1,2}")
_CLOCK_HEAD = re.compile(
    r"\(?\b(?:(?:hh?:)?m(?:m|in|ins|inutes)?:s(?:s|ec|ecs|econds)?|min(?:s|utes)?\s(?:and|&)\ssec(?:s|onds)?)\b\)?", re.IGNORECASE
)
_RATIO = re.compile(r"\bratios?\b", re.IGNORECASE)
# A count or a share with a sign is a difference; money with one may be income, or a deficit.
_SIGNED = re.compile(r"\s*[(]?\s*(?:[+−–-]|[▲▼△▽↑↓])\s?\d")
_ARROWS = {"▲": "up", "↑": "up", "△": "up", "▼": "down", "↓": "down", "▽": "down"}


def find_base(words: str) -> str | None:
    """What a rate is counted by: "per 1,000 people"."""
    match = _PER_BASE.search(words)
    return match[0] if match else None


def is_difference(cell: Any) -> bool:
    """Whether a sign says that the number is a difference."""
    return _SIGNED.match(cell.text) is not None and not _is_money(cell)


def _is_money(cell: Any) -> bool:
    return _KINDS.get(cell.unit or "") == "money" or (cell.unit is None and "+" not in cell.text and "." in cell.text)


def is_clock(cell: Any, heads: Sequence[Head]) -> bool:
    """Whether a cell has a length of time as clocks show it."""
    return _CLOCK.fullmatch(cell.text.strip()) is not None and any(_CLOCK_HEAD.search(head.text) for head in heads)


def read_clock(cell: Any, told: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    """A cell with a length of time as clocks show it: "3:02" below "Average wait (min:sec)" is 182 seconds."""
    seconds = 0
    for part in cell.text.strip().split(":"):
        seconds = seconds * 60 + int(part)
    measure = _CLOCK_HEAD.sub("", told["measure"] or "").strip(" ()") or None
    return {
        "text": cell.text.strip(), "source": place | {"start": 0, "end": len(cell.text)}, "value": float(seconds),
        "low": None, "high": None, "kind": "duration", "unit": "seconds", "qualifier": "exact", "direction": None,
        **told, "measure": measure, "rule": f"cell; {told['rule']}",
    }  # fmt: skip


def read_value(cell: Any, heads: Sequence[Head], told: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    """A cell that is one number."""
    value = abs(cell.value)
    kind, unit = _read_kind(cell.unit, heads, told["measure"])
    direction = _read_direction(cell, heads) if told["role"] == "change" and value else None
    if told["role"] == "change" and kind == "percent" and told["measure"] and told["measure"].startswith("%"):
        told = told | {"measure": told["measure"].lstrip("% ")}
    return {
        "text": cell.text.strip(), "source": place | {"start": 0, "end": len(cell.text)}, "value": float(value),
        "low": None, "high": None, "kind": kind, "unit": unit, "qualifier": "exact", "direction": direction, **told,
        "rule": f"cell; {told['rule']}",
    }  # fmt: skip


def read_words(cell: Any, told: dict[str, Any], place: dict[str, Any], *, is_strip: bool) -> Iterator[dict[str, Any]]:
    """A cell of words: what its own words say goes before what its headers say."""
    for at, figure in enumerate(find_figures(cell.text)):
        label = label_of(cell.text, figure.start, figure.end) if is_strip and not at else None
        period = figure.period or told["period"]
        yield {
            "text": figure.text, "source": place | {"start": figure.start, "end": figure.end},
            "value": _float(figure.value), "low": _float(figure.low), "high": _float(figure.high), "kind": figure.kind,
            "unit": figure.unit, "qualifier": figure.qualifier, "direction": figure.direction,
            "role": figure.role if figure.role != "actual" else told["role"] if told["role"] != "change" else "actual",
            "measure": label or figure.measure or told["measure"], "period": period,
            "period_source": "text" if figure.period else told["period_source"],
            "place": figure.place or told["place"], "is_total": told["is_total"],
            "rule": f"words of a cell; {figure.rule}",
        }  # fmt: skip


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def _read_kind(unit: str | None, heads: Sequence[Head], measure: str | None) -> tuple[str, str | None]:
    if unit in _KINDS:
        return _KINDS[unit], unit
    if unit and unit.startswith("per"):
        return "rate", unit
    said = next((head.unit for head in reversed(heads) if head.unit), None)
    if said in _TIMES:
        return "duration", said
    if unit is not None:
        return "count", unit
    base = next((base for head in reversed(heads) if (base := find_base(head.text))), None)
    if base:
        return "rate", base
    if any(_RATIO.search(head.text) for head in heads):
        return "ratio", None
    return "count", said or _noun_of((measure or "").split(", ")[-1])


def _noun_of(measure: str) -> str | None:
    """The noun counted, of a short name that ends in it or in what was done.

    >>> _noun_of("police officers"), _noun_of("People supported"), _noun_of("Burglary")
    ('police officers', 'People', None)
    """
    said = measure.split()
    if len(said) > 1 and said[-1].endswith("ed"):
        said.pop()
    return " ".join(said) if 0 < len(said) <= 3 and is_plural(said[-1]) else None


def _read_direction(cell: Any, heads: Sequence[Head]) -> str:
    """By the number's own sign or arrow, else by the header's word."""
    for sign, direction in _ARROWS.items():
        if sign in cell.text:
            return direction
    if cell.value < 0:
        return "down"
    return next((head.direction for head in heads if head.direction), None) or "up"
