"""Values that are said to be as they were: "£1.4m, the same as in 2021/22" tells two years, as does "in both years"."""

import re
from collections.abc import Iterator

from reportparse.comparison.terms.stated import MARK, Statement
from reportparse.comparison.terms.times import type_of, year_before
from reportparse.comparison.terms.wording import find_sentence
from reportparse.years import YEAR_BEFORE

_YEAR = re.compile(r"20\d\d\s?[/–-]\s?(?:20)?\d\d")
_THEN = rf"(?:(?:in|of|for|that\sof)\s)?(?:the\s)?(?:{_YEAR.pattern}|last\syear\b|{YEAR_BEFORE})"
# Behind a number and what it counts; no other number stands between, and round a mere "as in 2021/22" nothing else.
_AS_THEN = re.compile(
    r"[^.;()\d]{0,60}?[,;]\s(?:exactly\s|about\s)?(?:the\ssame(?:\s(?:sum|amount|number|figure|total|level))?\sas"
    rf"|(?:unchanged|no\sdifferent)\s(?:from|on|since))\s{_THEN}"
    rf"|[^.;,()\d]{{0,60}},\s(?:just\s)?as\s{_THEN}(?=\s*(?:[.;)]|$))|[^.;()\d]{{0,60}}?\bin\sboth\syears\b",
    re.IGNORECASE,
)
# In front of it, where the year before is meant: "Its grant remained £1.16m", "was again £2.3m".
_AGAIN = re.compile(r"\b(?:remained|stayed|(?:was|were)\s(?:once\s)?again)\s(?:unchanged\s)?(?:at\s)?$", re.IGNORECASE)
_TYPES = ("financial year", "calendar year", "date")


def tell_unchanged(statement: Statement, text: str) -> Iterator[Statement]:
    """The statement, and one of the time before where its words say that it was the same then.

    That one's time is taken for assumed: it sets values side by side, and restates none.
    """
    yield statement
    figure, source = statement.figure, statement.figure.source
    if not text or figure.role != "actual" or figure.qualifier != "exact" or type_of(statement.period) not in _TYPES:
        return
    start, end = find_sentence(text, source.start)
    match = _AS_THEN.match(text, source.end, end)
    if match is None and not _AGAIN.search(text, start, source.start):
        return
    then, told = year_before(statement.period), _YEAR.search(match[0]) if match else None
    is_told = told is None or type_of(then or "") == "date" or told[0][:4] == (then or "")[:4]
    if then is None or not is_told:
        return
    same = figure.model_copy(update={"id": f"{figure.id}{MARK}", "role": "baseline"})
    yield statement._replace(figure=same, period=then, is_assumed=True, is_plain=False, hangs_on=figure.id)
