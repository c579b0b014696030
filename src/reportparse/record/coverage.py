"""Every character is counted once: recorded, furniture or residue."""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from reportparse.layout import FlowLine
from reportparse.pdf import Word
from reportparse.record.parts import Parts

Orders = defaultdict[int, set[int]]
"""The places of words in the content of each page, by its number."""

_order_of, _text_of = attrgetter("order"), attrgetter("text")


def count_characters(parts: Parts) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Characters of all words and where they went; and the words that no stage took."""
    furniture, recorded = _find_taken(parts)
    counts = {"characters": 0, "recorded": 0, "furniture": 0, "residue": 0}
    left: list[dict[str, Any]] = []
    for page in parts.pages:
        away, taken = furniture[page.number], recorded[page.number]
        orders = set(map(_order_of, page.words))
        sides = _pick(page.words, orders & away)
        rest = _pick(page.words, orders - taken - away)
        counts["furniture"] += _count(sides)
        counts["recorded"] += _count(page.words) - _count(sides) - _count(rest)
        counts["residue"] += _count(rest) + _count([hidden.word for hidden in page.hidden])
        left += [_residue(page.number, word, None) for word in rest]
        left += [_residue(page.number, hidden.word, hidden.reason) for hidden in page.hidden]
    counts["characters"] = sum(counts.values())
    return counts, left


def _find_taken(parts: Parts) -> tuple[Orders, Orders]:
    """The words of furniture and those of records, by page."""
    furniture: Orders = defaultdict(set)
    recorded: Orders = defaultdict(set)
    for line in (*(item.line for item in parts.furniture), *parts.structure.contents):
        furniture[line.page].update(map(_order_of, line.words))
    for item in parts.flow:
        if isinstance(item, FlowLine):
            recorded[item.line.page].update(map(_order_of, item.line.words))
    for picture in parts.pictures:
        recorded[picture.page].update(map(_order_of, picture.words))
    for table in parts.tables:
        for page, words in table.words.items():
            recorded[page].update(map(_order_of, words))
    return furniture, recorded


def _pick(words: Sequence[Word], orders: set[int]) -> list[Word]:
    return [word for word in words if word.order in orders] if orders else []


def _count(words: Sequence[Word]) -> int:
    return sum(map(len, map(_text_of, words)))


def _residue(page: int, word: Word, reason: str | None) -> dict[str, Any]:
    return {"page": page, "bbox": word.box, "text": word.text, "reason": reason}
