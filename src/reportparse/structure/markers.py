"""Numbers and bullets at the head of a paragraph or list item: "42.", "1.1", "4.2A", "A2", "(a)", "iv.", "•"."""

import re
from typing import NamedTuple

BULLETS = frozenset("•●◦○▪▫■□◆◇►▶▸▹>➢➤➔➜→»›✓✔✗✘☐☒❖❑❯◾◼⦁⬤★☑‣⁃∙·–—-*o\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\ufffd")
"""Glyphs that open a list item; those beyond U+E000 are Word's Symbol and Wingdings bullets.

U+FFFD is what writers put for a glyph that their source gave no Unicode: TeX's bullets are such.
"""

_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
# A paragraph put in later has the number of the one before it and a letter: "4.2A", "12B."
_NUMBER = re.compile(
    r"(?P<open>\(?)(?P<digits>\d{1,3}(?:\.\d{1,3}){0,3})(?P<inserted>[A-H]?)(?P<close>[.):]?\.?)"
)
_APPENDED = re.compile(
    r"(?P<open>\(?)(?P<letter>[A-Z])(?P<dot>\.?)(?P<digits>\d{1,2}(?:\.\d{1,2}){0,2})(?P<close>[.):]?)"
)
_LETTER = re.compile(r"(?P<open>\(?)(?P<letter>[a-zA-Z])(?P<close>[.)])")
_ROMAN = re.compile(r"(?P<open>\(?)(?P<roman>[ivxl]{1,7}|[IVXL]{1,5})(?P<close>[.)])")


class Marker(NamedTuple):
    """What stands at the head of a paragraph or item."""

    kind: str
    """"bullet", "number" (42, 1.1), "letter" or "roman"."""
    value: tuple[int, ...]
    """(42,), (1, 1), (1,) for "a" ...; () for a bullet."""
    shape: str
    """How it is dressed: "(#)", "#.", "#)", "#", "#A", or the bullet itself."""
    text: str
    """As printed."""


def read_marker(text: str) -> Marker | None:
    """What `text`, the first word of a line, marks; None for an ordinary word.

    >>> read_marker("12.3")
    Marker(kind='number', value=(12, 3), shape='#', text='12.3')
    >>> read_marker("(b)")
    Marker(kind='letter', value=(2,), shape='(#)', text='(b)')
    >>> read_marker("iv.").value
    (4,)
    >>> read_marker("A2")
    Marker(kind='number', value=(1, 2), shape='A#', text='A2')
    >>> read_marker("4.2A")
    Marker(kind='number', value=(4, 2), shape='#A', text='4.2A')
    >>> read_marker("Police") is None
    True
    """
    if text in BULLETS:
        return Marker("bullet", (), text, text)
    if text.isalpha():
        return None
    if match := _NUMBER.fullmatch(text):
        value = tuple(int(part) for part in match["digits"].split("."))
        return Marker("number", value, f"{match['open']}#{'A' if match['inserted'] else ''}{match['close']}", text)
    if match := _APPENDED.fullmatch(text):
        value = (_place_of(match["letter"]), *(int(part) for part in match["digits"].split(".")))
        return Marker("number", value, f"{match['open']}A{match['dot']}#{match['close']}", text)
    if match := _ROMAN.fullmatch(text):
        return Marker("roman", (read_roman(match["roman"]),), f"{match['open']}#{match['close']}", text)
    if match := _LETTER.fullmatch(text):
        return Marker("letter", (_place_of(match["letter"]),), f"{match['open']}#{match['close']}", text)
    return None


def _place_of(letter: str) -> int:
    """Its place in the alphabet, from 1."""
    return ord(letter.lower()) - ord("a") + 1


def read_roman(text: str) -> int:
    """Value of a Roman numeral, well formed or not.

    >>> read_roman("xiv")
    14
    """
    values = [_ROMANS[letter] for letter in text.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def as_letter(marker: Marker) -> Marker:
    """A Roman "i", "v" or "x" read as the letter that it may be as well, after "(h)", "(u)" or "(w)"."""
    letters = marker.text.strip("().").lower()
    if marker.kind != "roman" or len(letters) != 1:
        return marker
    return marker._replace(kind="letter", value=(_place_of(letters),))


def follows(marker: Marker, last: Marker) -> bool:
    """Whether `marker` is the next after `last` in one numbering.

    >>> follows(read_marker("1.2"), read_marker("1.1"))
    True
    >>> follows(read_marker("2.1"), read_marker("1.9"))
    True
    """
    if marker.kind != last.kind:
        lettered = as_letter(marker)
        return lettered.kind == last.kind and follows(lettered, last)
    if marker.kind == "bullet":
        return marker.shape == last.shape
    if len(marker.value) == len(last.value):
        head, tail = marker.value[:-1], marker.value[-1]
        if head == last.value[:-1]:
            return tail == last.value[-1] + 1
        return tail in (0, 1) and head > last.value[:-1]
    return False


def begins(marker: Marker) -> bool:
    """Whether a numbering may begin here: 1, 1.1, (a), i."""
    return marker.kind == "bullet" or marker.value[-1] == 1 or as_letter(marker).value == (1,)
