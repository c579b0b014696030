"""Telephone numbers, web and mail addresses, postcodes, and whether a span lies in one: nothing in them is a figure."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportparse.language.model import Span
from reportparse.text import ADDRESS

_PHONE = re.compile(
    r"[0A-Z](?<!\w[0A-Z])(?:(?<=0)(?:\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}|800\s?\d+\s?\d*)|(?<!0)[A-Z]?\d{1,2}[A-Z]?\s\d[A-Z]{2}\b)"
)
_WEB = re.compile(rf"{ADDRESS}|[#@]\w+", re.IGNORECASE)


def find_addresses(text: str) -> list[Span]:
    """Telephone numbers, web and mail addresses, postcodes: nothing in them is a figure."""
    found = [Span(*match.span()) for match in _PHONE.finditer(text)]
    if "@" in text or "#" in text or "www." in text or "http" in text:
        found = sorted(found + [Span(*match.span()) for match in _WEB.finditer(text)])
    return found


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a character with one of `others`, which are in order and apart."""
    at = bisect_left(others, (span.end,)) if others else 0
    return at > 0 and others[at - 1].end > span.start
