"""Figures of number strips: a large number over a small label, which names what it counts.

A page of them may have been read as a table: a row of numbers, the rows of their labels, the next numbers.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportparse.language.amounts import find_amounts
from reportparse.language.context import Setting, read_text
from reportparse.language.periods import find_periods

# A cell is a number where its amounts are at least this share of its letters; a row, where so many of its cells are.
MIN_AMOUNT, MIN_NUMBERS = 0.6, 0.75
# What stands in brackets with a number or behind a year's colon is of another time: "119,702 crimes recorded (108,215
# last year)", "5,988 crimes 2021/22: 6,412".
_BRACKETED = re.compile(
    r"\([^()]*\d[^()]*\)|\b(?:20\d\d\s?[/–-]\s?(?:20)?\d\d|(?:[Ll]ast|[Pp]revious)\syear)\s?:\s?[£\d][\d,.]*[%mk]?$"
)
# What is set beside a number in a panel: its aim, or what it was.
_COMPARED = re.compile(
    r"\b(?:target|aim|goal|budget|plan|forecast|(?:last|previous)\syear|(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d)?\d\d)?)\s?:?"
    r"\s[<>~]?\s?[£€$]?\d[\d,.]*\s?(?:%|p|k|m|bn)?(?=\s|$)",
    re.IGNORECASE,
)
_NOT_WORDS = re.compile(r"^[\W_]+|[\W_]+$")


def read_strip(strip: Any, setting: Setting) -> Iterator[dict[str, Any]]:
    """Figures of a strip; offsets point into its labels, joined by a space.

    Where but an aim or another year's value stands beside the number, nothing here says what it measures.

    Args:
        strip: Offers id, section and labels, the number among them.
        setting: What holds for the whole report.
    """
    text = " ".join(strip.labels)
    title, place = setting.titles.get(strip.section or "", ""), {"kind": "picture", "id": strip.id}
    alone = _COMPARED.sub(lambda match: " " * len(match[0]), text)
    is_compared = alone != text and _is_number(alone)
    parts = [alone, *(" " * match.start() + match[0] for match in _COMPARED.finditer(text))] if is_compared else [text]
    rows = [row for part in parts for row in read_text(part, place, setting.period, title)]
    for at, row in enumerate(rows):
        label = label_of(alone if is_compared else text, row["source"]["start"], row["source"]["end"]) if not at else None
        yield row | {"measure": label or row["measure"], "rule": f"number strip; {row['rule']}"}


def label_of(text: str, start: int, end: int) -> str | None:
    """All words of the strip beside the number.

    >>> label_of("33 offenders joined the programme", 0, 2)
    'offenders joined the programme'
    >>> label_of("8,010 police officers (FTE)", 0, 5)
    'police officers (FTE)'
    """
    text = _BRACKETED.sub(lambda match: " " * len(match[0]), text)
    words = re.sub(r"\s+", " ", _NOT_WORDS.sub("", f"{text[:start]} {text[end:]}"))
    return f"{words})" if words.count("(") > words.count(")") else words or None


def is_glance(table: Any) -> bool:
    """Whether a table is a page of number strips: rows of numbers first, each over a row of labels without numbers."""
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    if len(rows) < 2 or not _is_numbers(rows[0]) or _is_numbers(rows[-1]):
        return False
    kinds = [_is_numbers(row) for row in rows]
    follows = all(not (first and second) for first, second in zip(kinds, kinds[1:], strict=False))
    labels = [cell for row, is_number in zip(rows, kinds, strict=True) if not is_number for cell in row if cell.text]
    return follows and sum(_is_number(cell.text) for cell in labels) <= (1 - MIN_NUMBERS) * len(labels)


def _is_numbers(row: Sequence[Any]) -> bool:
    texts = [cell.text for cell in row if cell.text]
    return len(texts) > 1 and sum(map(_is_number, texts)) >= MIN_NUMBERS * len(texts)


def _is_number(text: str) -> bool:
    if any(period.label for period in find_periods(text)) and not any(sign in text for sign in "£%,"):
        return False
    covered = sum(amount.span.end - amount.span.start for amount in find_amounts(text))
    return covered >= MIN_AMOUNT * len(text.strip())


def read_glance(table: Any, setting: Setting, section: str | None) -> Iterator[dict[str, Any]]:
    """Figures of a page of strips that was read as a table; offsets point into the cells."""
    title = setting.titles.get(section or "", "")
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    heads = [at for at, row in enumerate(rows) if _is_numbers(row)]
    for at, stop in zip(heads, [*heads[1:], len(rows)], strict=True):
        for cell in rows[at]:
            below = [other for row in rows[at + 1 : stop] for other in row if _is_below(other, cell)]
            label = " ".join(other.text for other in below if other.text)
            place = {"kind": "cell", "id": table.id, "row": cell.row, "column": cell.column}
            for row in read_text(f"{cell.text} {label}", place, setting.period, title):
                start, end = row["source"]["start"], min(row["source"]["end"], len(cell.text))
                if start < end:
                    row["source"]["end"] = end
                    told = {"text": cell.text[start:end], "rule": f"number strip; {row['rule']}"}
                    yield row | told | {"measure": label or row["measure"]}


def _is_below(other: Any, cell: Any) -> bool:
    return bool(other.column < cell.column + cell.column_span and cell.column < other.column + other.column_span)
