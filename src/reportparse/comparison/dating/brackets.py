"""What a report says that its brackets mean: "Figures in brackets are for the year before"."""

import re

from reportparse.comparison.terms.wording import find_sentence
from reportparse.language.periods import find_periods
from reportparse.models import Report
from reportparse.models.facts import Figure

_YEAR_BEFORE = r"(?:(?:previous|preceding|prior|last)\s(?:\w+\s)?year|year\s(?:before|earlier)|twelve\smonths\sbefore)"
_MEANT = re.compile(
    rf"\bbrackets\b[^.;]{{0,80}}\b{_YEAR_BEFORE}|\b{_YEAR_BEFORE}[^.;]{{0,60}}\bin\s(?:\w+\s)?brackets\b", re.IGNORECASE
)
_OF_CHANGE = re.compile(r"\b(?:changes?|differences?|increases?|decreases?|rise|fall)\b", re.IGNORECASE)
# At the end of a sentence: "the brackets holding the figures of 2022/23", "with those for 31 March 2024 in brackets".
_FIGURES = r"\b(?:figures|numbers|values|totals|those|ones)\b"
_OF_TIME = re.compile(
    rf"\bbrackets\b[^.;()]{{0,40}}{_FIGURES}[^.;()]*|{_FIGURES}[^.;()]{{0,40}}\bin\s(?:\w+\s)?brackets\b"
)
# A number with no more than its unit, "(102 seconds)".
_ALONE = re.compile(r"\(\s?£?\d[\d,.]*\s?(?:%|m|bn|k|million|per\scent|seconds|minutes|hours|days|weeks)?\s?\)")


def says_brackets(report: Report) -> bool:
    """Whether a sentence of the report says that what stands in brackets is the year before's."""
    texts = [paragraph.text for paragraph in report.paragraphs]
    return any(_OF_CHANGE.search(match[0]) is None for text in texts for match in _MEANT.finditer(text))


def find_time_of_brackets(text: str, at: int) -> str | None:
    """The time that the sentence at a place says all its brackets are of."""
    if "brackets" not in text:
        return None
    match = _OF_TIME.search(text, *find_sentence(text, at))
    labels = {period.label for period in find_periods(match[0]) if period.label} if match else set()
    return labels.pop() if len(labels) == 1 else None


def stands_in_brackets(figure: Figure, text: str) -> bool:
    """Whether a number stands alone in brackets."""
    match = _ALONE.match(text, text.rfind("(", 0, figure.source.end))
    return match is not None and figure.source.start < match.end()
