"""Bitmap fonts of TeX: no Unicode stands in the file, but their codes are letters by TeX's own tables.

Other fonts without Unicode count their glyphs in any order.  Which it is, the words tell: codes that read as words of
a language are letters, those of glyphs in any order are not.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from reportparse.pdf import native

# What TeX's tables have in place of ASCII, from the `inputenc` and `fontenc` files of LaTeX.  "T1" is the newer one.
_T1 = {
    **dict(enumerate("`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—\u200b₀ıȷﬀﬁﬂﬃﬄ")),
    0x27: "’", 0x60: "‘", 0x7F: "-",
    **dict(enumerate("ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£", 0x80)),
    0xD7: "Œ", 0xDF: "ẞ", 0xF7: "œ", 0xFF: "ß",
}  # fmt: skip
_OT1 = {
    **dict(enumerate("ΓΔΘΛΞΠΣΥΦΨΩﬀﬁﬂﬃﬄıȷ`´ˇ˘¯˚¸ßæœøÆŒØ")),
    0x22: "”", 0x27: "’", 0x3C: "¡", 0x3E: "¿", 0x5C: "“", 0x5F: "˙", 0x60: "‘", 0x7B: "–", 0x7C: "—", 0x7D: "˝",
    0x7E: "˜", 0x7F: "¨",
}  # fmt: skip
# Bullets stand in fonts of their own, of symbols or of text companions: these codes alone are no word in either table.
_BULLETS = frozenset("\x0f\x88")
# Where the letters have Unicode, signs of the companion font ("TS1") alone may have none.
_COMPANIONS = {0x0F: "•", 0x88: "•", 0xA3: "£", 0xBF: "€"}
_LIGATURES = {"T1": frozenset("\x1b\x1c\x1d\x1e\x1f"), "OT1": frozenset("\x0b\x0c\r\x0e\x0f")}
_TABLES = {"T1": _T1, "OT1": _OT1, "TS1": _COMPANIONS}

# Words that no page of English or Welsh prose is without, from lists of the hundred most frequent ones; single letters
# are met by chance.
_COMMON = frozenset((
    "the", "of", "and", "to", "in", "for", "is", "was", "that", "on", "with", "by", "as", "at", "from", "are", "have",
    "has", "it", "this", "be", "an", "were", "not", "which",
    "yr", "yn", "ac", "ar", "gan", "am", "mae", "wedi", "sydd", "ei", "bod", "eu",
))  # fmt: skip
# Of all words of English prose 35% are such, of tables and lists 10% or more; of glyphs in any order, chance makes 1%.
MIN_COMMON_SHARE = 0.08
MIN_COMMON = 8
# How many pages are asked: covers and contents tell little.
MAX_PAGES_ASKED = 12
_WORD = re.compile(r"[a-z]+")


class Coded(NamedTuple):
    """The text of a page some of whose characters have no Unicode."""

    text: str
    places: list[int]
    """Of those characters."""


def find_unmapped(handle: native.Pointer, text: str) -> Coded:
    """The characters of an open text page that PDFium knows no Unicode for."""
    return Coded(text, [place for place in range(len(text)) if native.char_is_unmapped(handle, place) == 1])


def find_table(pages: Iterable[Coded]) -> str | None:
    """Which of TeX's tables the codes are, "T1" or "OT1"; None where they are no letters, or too few to tell.

    "TS1" where all that is unknown are bullets and signs of money, each where such signs stand.

    >>> text = "the plan of the force and what was done in it by the end of the year"
    >>> find_table([Coded(text, list(range(len(text))))])
    'T1'
    """
    pages = list(pages)
    if any(places for _, places in pages) and all(_is_companion(text, place) for text, own in pages for place in own):
        return "TS1"
    words: list[str] = []
    counts = dict.fromkeys(_LIGATURES, 0)
    for text, places in pages:
        own = set(places)
        bare = "".join([letter if place in own or letter.isspace() else " " for place, letter in enumerate(text)])
        words += _WORD.findall(bare.lower())
        for name, joined in _LIGATURES.items():
            counts[name] += sum(text[place] in joined for place in places)
    common = sum(word in _COMMON for word in words)
    is_language = common >= max(MIN_COMMON, MIN_COMMON_SHARE * len(words))
    return max(counts, key=counts.__getitem__) if is_language else None


def _is_companion(text: str, place: int) -> bool:
    """Whether a code is a bullet's that stands alone, or a sign's of money before an amount or a unit."""
    sign, after = text[place], text[place + 1 : place + 2]
    if sign in _BULLETS:
        return not after.strip()
    return ord(sign) in _COMPANIONS and (after.isdigit() or after in ("m", "k", "b", ""))


def decode(coded: Coded, table: str) -> str:
    r"""The text with codes of that table made letters, each in its place.

    >>> decode(Coded("o\x1eces, \x0f 1\x152", [1, 7, 10]), "T1")
    'oﬃces, • 1–2'
    """
    letters = list(coded.text)
    named, own = _TABLES[table], set(coded.places)
    for place in coded.places:
        letter = letters[place]
        is_alone = place - 1 not in own and place + 1 not in own
        letters[place] = "•" if letter in _BULLETS and is_alone else named.get(ord(letter), letter)
    return "".join(letters)
