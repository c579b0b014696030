"""Of whom a clause tells that hangs on a noun: "212 special constables, who gave 41,905 hours"."""

import re

from reportparse.models.facts import Figure

# "212 special constables, who gave": the words in front of what is told of them.
_WHOSE = re.compile(
    r"(?<![\w’'-])((?:[A-Za-z][\w’'-]*\s){0,3}[A-Za-z][\w’'-]*)"
    r"(?:,?\s(?:who|which)\s[^.;,:()\d]{2,40}|,\swith\s|,?\s(?:(?:to|for|in|by|on)\s)?which\s)$"
)


def find_antecedent(figure: Figure, text: str) -> str:
    """Of whom the clause of a figure tells: "212 special constables, who gave 41,905 hours"; else empty."""
    match = _WHOSE.search(text[: figure.source.start])
    return match[1] if match else ""
