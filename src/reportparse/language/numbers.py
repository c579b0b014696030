"""Digits and number words to values."""

import re
from decimal import Decimal
from functools import lru_cache

from reportparse.language.words import alternatives, load

_DATA = load("amounts")
_NUMBERS: dict[str, int] = _DATA["numbers"]
_MAGNITUDES: dict[str, int] = _DATA["magnitudes"]
_ONES = alternatives([word for word, value in _NUMBERS.items() if 0 < value < 10])
_SMALL = alternatives(list(_NUMBERS))
_BELOW_HUNDRED = rf"(?:{_SMALL})(?:(?<=ty)[-\s](?:{_ONES}))?"  # the tens, and they alone, end in "ty"
_BIG = alternatives(list(_MAGNITUDES))

# Thousands are set off by commas or (thin) spaces; "153 284" but not "2019 300".
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d.,])[1-9]\d{0,2}(?:[  \u2009\u202f]\d{3})+(?![\d.,%])|\d+)(?:\.\d+)?"
WORDS = (
    rf"(?:(?:{_BELOW_HUNDRED}|a)"
    rf"(?:\s(?:{_BIG})\b(?:,?\s(?:and\s)?{_BELOW_HUNDRED}(?:\s(?:{_BIG}))?\b)*|\sdozen)?(?<!\ba))"
)

_BETWEEN_DIGITS = re.compile(r"[,\s]")


def parse_digits(text: str) -> Decimal:
    """Digits with or without marks between the thousands.

    >>> parse_digits("17,803,129.64"), parse_digits("153 284")
    (Decimal('17803129.64'), Decimal('153284'))
    """
    return Decimal(text if text.isdecimal() else _BETWEEN_DIGITS.sub("", text))


@lru_cache(maxsize=1024)
def parse_words(text: str) -> Decimal:
    """A number in words.

    >>> parse_words("Two hundred and thirty-two"), parse_words("five thousand"), parse_words("half a dozen")
    (Decimal('232'), Decimal('5000'), Decimal('6'))
    """
    if text.lower().startswith("half"):
        return parse_words(text[len("half ") :]) / 2
    total = group = 0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _NUMBERS:
            group += _NUMBERS[word]
        elif word == "a":
            group += 1
        elif word == "dozen":
            group = max(group, 1) * 12
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in _MAGNITUDES:
            total, group = total + max(group, 1) * _MAGNITUDES[word], 0
    return Decimal(total + group)


def parse(text: str) -> Decimal:
    """Digits or words.

    >>> parse("1,500"), parse("seven")
    (Decimal('1500'), Decimal('7'))
    """
    return parse_digits(text) if text[:1].isdigit() else parse_words(text)
