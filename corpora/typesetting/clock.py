"""PDFs without what their makers take from the clock, so that equal sources give equal files."""

import re

# Days and hours, in the information and in XMP; and identifiers that are made of them.
_CLOCK = tuple(
    re.compile(pattern)
    for pattern in (
        rb"(\(D:)(\d{14})()",
        rb"(Date>)(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)()",
        rb"(/ID\s?\[\s?[<(])([^>)]+)([>)])",
        rb"(/ID\s?\[\s?[<(][^>)]+[>)]\s*[<(])([^>)]+)([>)])",
        rb"(/DocChecksum\s?/)(\w+)()",
        rb"(ID>)([\w+/=:-]+)(<)",
    )
)


def settle(data: bytes) -> bytes:
    """The PDF without what its maker takes from the clock, so that equal sources give equal files; nothing moves."""
    for pattern in _CLOCK:
        data = pattern.sub(lambda match: match[1] + _zero(match[2]) + match[3], data)
    return data


def _zero(words: bytes) -> bytes:
    """As many zeros, in dates the first day of 2026."""
    if words[:2] == b"20":
        return (b"2026-01-01T00:00:00" if b"-" in words else b"20260101000000")[: len(words)]
    return re.sub(rb"[^-=]", b"0", words)
