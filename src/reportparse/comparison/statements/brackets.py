"""A report that says what its brackets mean: "Figures in brackets are for the year before"."""

import re

from reportparse.models import Report
from reportparse.models.facts import Figure

_YEAR_BEFORE = r"(?:(?:previous|preceding|prior|last)\s(?:\w+\s)?year|year\s(?:before|earlier)|twelve\smonths\sbefore)"
_MEANT = re.compile(
    rf"\bbrackets\b[^.;]{{0,80}}\b{_YEAR_BEFORE}|\b{_YEAR_BEFORE}[^.;]{{0,60}}\bin\s(?:\w+\s)?brackets\b", re.IGNORECASE
)
_OF_CHANGE = re.compile(r"\b(?:changes?|differences?|increases?|decreases?|rise|fall)\b", re.IGNORECASE)
# A number with no more than its unit, "(102 seconds)".
_ALONE = re.compile(r"\(\s?£?\d[\d,.]*\s?(?:%|m|bn|k|million|per\scent|seconds|minutes|hours|days|weeks)?\s?\)")


def says_brackets(report: Report) -> bool:
    """Whether a sentence of the report says that what stands in brackets is the year before's."""
    texts = [paragraph.text for paragraph in report.paragraphs]
    return any(_OF_CHANGE.search(match[0]) is None for text in texts for match in _MEANT.finditer(text))


def stands_in_brackets(figure: Figure, text: str) -> bool:
    """Whether a number stands alone in brackets."""
    match = _ALONE.match(text, text.rfind("(", 0, figure.source.end))
    return match is not None and figure.source.start < match.end()
