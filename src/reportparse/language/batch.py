"""Many texts: JSON lines in, JSON lines out, in the contract's shape."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from reportparse.language.entities import Names
from reportparse.language.model import Entity, Figure, Tagged
from reportparse.language.tagging import tag


def tag_lines(lines: Iterable[str], names: Names | None = None) -> Iterator[dict[str, Any]]:
    """Tag each line {"id", "text"}; empty lines are passed over; `names` as in `tag`.

    >>> [row["figures"][0]["value"] for row in tag_lines(['{"id": 1, "text": "We met 53 times."}'])]
    [53]

    Raises:
        ValueError: A line is not a JSON object with a text; its number is told.

    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        key, text = _read_line(number, line)
        yield {"id": key, **as_plain(text, tag(text, names=names))}


def _read_line(number: int, line: str) -> tuple[Any, str]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number}: not JSON: {error}") from error
    match row:
        case {"text": str(text)}:
            return row.get("id"), text
        case _:
            raise ValueError(f"line {number}: not a JSON object with a text")


def as_plain(text: str, tagged: Tagged) -> dict[str, Any]:
    """Give what was read from `text` as plain JSON data."""
    return {
        "figures": [figure_as_plain(figure) for figure in tagged.figures],
        "themes": [{"id": theme, "score": score} for theme, score in tagged.themes],
        "entities": [_entity_as_plain(text, entity) for entity in tagged.entities],
    }


def figure_as_plain(figure: Figure) -> dict[str, Any]:
    """A figure as plain JSON data, its decimals as numbers."""
    values = {name: _number(value) for name in ("value", "low", "high") if (value := getattr(figure, name)) is not None}
    return figure._asdict() | values


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _entity_as_plain(text: str, entity: Entity) -> dict[str, Any]:
    mentions = [{"text": text[span.start : span.end], "start": span.start, "end": span.end} for span in entity.mentions]
    return {"kind": entity.kind, "name": entity.name, "mentions": mentions}
