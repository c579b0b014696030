"""Counts in brackets behind a growth: "down 5.1% (62,840 offences)" tells how many there were, or by how many fewer.

The words are the same; what the numbers mean is seen from others: that many fewer can not be where then there had been
more than the report has of anything, or where the other report tells that number as how many there were.  What is told
in one list is told in one way.
"""

import re
from collections.abc import Sequence

from reportparse.comparison.terms.numbers import is_same
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.wording import NEAR

# Behind a growth and in front of the number: "down 5.1% (", "a fall of 5.1% (".
_GROWTH = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per\scent)\s\($")
# No word in the bracket says that it is a difference.
_LEVEL = re.compile(r"\s[a-z-]+(?:\s(?!more|fewer|less|extra|additional)[a-z-]+){0,2}\)")


def read_levels(told: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """The statements of one report; those in doubt that its own numbers or the other's show to be levels are these."""
    doubtful = {each.figure.id: share for each in told if (share := _find_share(each))}
    if not doubtful:
        return list(told)
    most = max((float(each.figure.value or 0) for each in told if _is_level(each)), default=0)
    known = {(each.key.measure, each.period): each for each in others if _is_level(each)}
    found = {
        _list_of(each)
        for each in told
        if each.figure.id in doubtful
        and (
            float(each.figure.value or 0) * 100 / doubtful[each.figure.id] > most > 0
            or _is_told(each, known.get((each.key.measure, each.period)))
        )
    }
    return [_as_level(each) if each.figure.id in doubtful and _list_of(each) in found else each for each in told]


def _find_share(each: Statement) -> float:
    """The percent that stands in front of a count in doubt; 0 for any other."""
    figure = each.figure
    if (each.key.role, figure.kind) != ("change", "count") or each.is_cell:
        return 0.0
    start = min(figure.source.start, NEAR)
    if not _LEVEL.match(each.context, start + len(figure.text)):
        return 0.0
    match = _GROWTH.search(each.context[:start])
    return float(match[1]) if match else 0.0


def _is_level(each: Statement) -> bool:
    return (each.key.role, each.figure.kind) == ("actual", "count")


def _is_told(each: Statement, other: Statement | None) -> bool:
    one = each.figure
    return other is not None and is_same(
        float(one.value or 0), one.text, float(other.figure.value or 0), other.figure.text
    )


def _list_of(each: Statement) -> str:
    """The paragraph that the record of a statement belongs to."""
    return each.figure.source.id.partition(".")[0]


def _as_level(each: Statement) -> Statement:
    figure = each.figure.model_copy(update={"role": "actual", "direction": None})
    return each._replace(figure=figure, key=each.key._replace(role="actual"))
