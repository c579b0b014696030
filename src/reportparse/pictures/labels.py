"""The words of a chart as labels, and the numbers among them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box
from reportparse.layout import Line, is_raised
from reportparse.layout.lines import make_line
from reportparse.pdf import Word
from reportparse.pictures.shapes import turn
from reportparse.pictures.slanted import find_anchor, is_slanted_line

SCALES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?P<minus>[-–−(])?\s?(?P<currency>[£$€])?(?P<minus2>[-–−])?(?P<digits>\d{{1,3}}(?:[,\u202f\u2009\u00a0]\d{{3}})+|\d+)"
    rf"(?P<part>\.\d+)?\s?(?P<scale>(?a:{_SCALE}))?\s?(?P<percent>%|per cent)?(?P<pence>p)?\)?",
    re.IGNORECASE,
)
# What a number may begin with.
FIRST = frozenset("0123456789£$€-–−(")
# The middle of a digit stands this far above the baseline, in type sizes.
MIDDLE_EM = 0.36
# Words stand further apart than this, in type sizes; a narrow space is 0.17.
MIN_SPACE_EM = 0.12


class Amount(NamedTuple):
    """A number as it is printed."""

    value: Decimal
    unit: str | None
    """"%", "£", "p" for pence ..., or None."""
    rounding: Decimal
    """Half a unit of its last place: how far the true value may be off."""


class Label(NamedTuple):
    """A piece of text in a chart."""

    text: str
    box: Box
    """For upright text from the height of digits: its middle is theirs."""
    amount: Amount | None
    line: Line

    @property
    def x(self) -> float:
        """Middle from left to right."""
        return (self.box.x0 + self.box.x1) / 2

    @property
    def top(self) -> float:
        """Middle from top to bottom."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def size(self) -> float:
        """Of its type, in points."""
        return self.line.style.size


def read_labels(lines: Iterable[Line], texts: Iterable[str]) -> list[Label]:
    """The lines of a picture as labels, with their texts; numbers that stand close to each other are apart."""
    labels: list[Label] = []
    for line, text in zip(lines, texts, strict=True):
        groups = _group_letters(line) if len(line.words) > 1 and not is_slanted_line(line) else []
        if len(groups) > 1 and all(read_amount(_join(group)) for group in groups) and not _read_power(line):
            labels.extend(make_label(make_line(line.page, group)) for group in groups)
        else:
            labels.append(make_label(line, text))
    return labels


def make_label(line: Line, text: str | None = None) -> Label:
    """A line as a label; its `text` where that is known already."""
    text = join_label(line) if text is None else text
    if is_slanted_line(line):
        return Label(text, find_anchor(line.words), read_amount(text), line)
    box = line.box
    if line.words[0].angle == 0:
        middle, size = line.baseline - MIDDLE_EM * line.style.size, line.style.size
        box = Box(box.x0, middle - size / 2, box.x1, middle + size / 2)
    return Label(text, box, _read_power(line) or read_amount(text), line)


def join_label(line: Line) -> str:
    """The text of a line; letters that some producers set one by one are closed up, which `find_lines` leaves apart."""
    if " " not in line.text or is_slanted_line(line):
        return line.text
    joined = " ".join(_join(group) for group in _group_letters(line))
    return joined if joined.count(" ") < line.text.count(" ") else line.text


def _group_letters(line: Line) -> list[list[Word]]:
    """Words that touch, together."""
    groups = [[line.words[0]]]
    for before, word in pairwise(line.words):
        is_turned = word.angle in (90, 270)
        gap = max(word.top - before.bottom, before.top - word.bottom) if is_turned else word.x0 - before.x1
        if gap >= MIN_SPACE_EM * line.style.size:
            groups.append([])
        groups[-1].append(word)
    return groups


def _join(words: Iterable[Word]) -> str:
    return "".join(word.text for word in words)


def turn_label(label: Label) -> Label:
    """The label where it stands in a turned chart."""
    return label._replace(box=turn(label.box))


@lru_cache(maxsize=4096)
def read_amount(text: str) -> Amount | None:
    """The number that a label is, and nothing else.

    >>> read_amount("£1.5m")
    Amount(value=Decimal('1500000.0'), unit='£', rounding=Decimal('50000.00'))
    >>> read_amount("May 2020") is None
    True
    """
    text = text.strip()
    match = _NUMBER.fullmatch(text) if text[:1] in FIRST else None
    if match is None:
        return None
    digits = re.sub(r"\D", "", match["digits"]) + (match["part"] or "")
    factor = Decimal(SCALES[match["scale"].lower()] if match["scale"] else 1)
    sign = -1 if match["minus"] or match["minus2"] else 1
    places = len(match["part"] or ".") - 1
    unit = "%" if match["percent"] else match["pence"] or match["currency"]
    return Amount(sign * Decimal(digits) * factor, unit, Decimal(5).scaleb(-places - 1) * factor)


def _read_power(line: Line) -> Amount | None:
    """A power of ten with a raised exponent, as logarithmic axes have it."""
    if len(line.words) != 2 or line.words[0].text != "10" or not is_raised(line.words[1], line):
        return None
    exponent = line.words[1].text.replace("−", "-").replace("–", "-")
    return Amount(Decimal(10) ** int(exponent), None, Decimal(0)) if re.fullmatch(r"-?\d", exponent) else None
