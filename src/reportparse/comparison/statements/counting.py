"""How rows of a table are counted, where the paragraph before it says so: "PCSOs are full-time equivalents"."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.registry.measures import fold_words

_WAY = re.compile(r"\b(?:are|is|in|as|by)\s(?:all\s)?(?:full-time\sequivalents?|FTEs?|headcounts?)\b")
_CLAUSE = re.compile(r"[.;]\s")


def find_counting(report: Report) -> Mapping[str, Sequence[str]]:
    """The clauses that say how something is counted, by the table that they stand before."""
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    tables = {table.id for table in report.tables}
    before = {table: texts.get(name, "") for name, table in pairwise(report.order) if table in tables}
    return {table: [part for part in _CLAUSE.split(text) if _WAY.search(part)] for table, text in before.items()}


def say_counting(figure: Figure, clauses: Sequence[str]) -> str:
    """The first of the clauses that has all words of what a figure measures; empty if none has."""
    words = fold_words(figure.measure or "")
    return next((part for part in clauses if words and words <= fold_words(part)), "")
