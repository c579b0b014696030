"""Two values side by side of one measure: "from 6,304 to 5,988", or in a strip "2,467 people helped (2,203)"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportparse.comparison.naming.matching import match_words
from reportparse.comparison.terms.stated import Statement, with_name_of
from reportparse.comparison.terms.times import year_before
from reportparse.comparison.terms.wording import NEAR, record_of

_FROM = re.compile(r"\bfrom\s(?:just\s|only\s|about\s|over\s|an?\s(?:\w+\s)?)?$")
_TO = re.compile(r"(?:\s(?!and\b)[^\d\s,.;:()]+){0,4}?\sto\s(?:just\s|only\s|about\s|over\s)?")


def pair_ends(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a report; what a value rose or fell from hangs on what it rose or fell to."""
    told = list(statements)
    values = {each.figure.id: each.figure.value for each in statements}
    for at, (first, second) in enumerate(pairwise(statements)):
        if not are_ends(first, second) or told[at].is_quoted:
            continue
        if values.get(first.hangs_on) == second.figure.value:
            continue  # told before: "71 requests were made", "so that it rose from 61 to 71"
        known = told[at].key if told[at + 1].is_nameless and not told[at].is_nameless else told[at + 1].key
        start = _date_start(told[at], second)
        told[at] = start._replace(key=with_name_of(start.key, known), hangs_on=second.figure.id)
        told[at + 1] = told[at + 1]._replace(key=with_name_of(told[at + 1].key, known), hangs_on="")
    return told


def _date_start(first: Statement, second: Statement) -> Statement:
    """What a value rose or fell from, of the time before that of what it came to: "from £193.15 to £203.15 in 2020/21".

    Only where no time of its own is said; both may have been taken for one time.
    """
    before = year_before(second.period)
    is_open = first.is_assumed and first.period == year_before(first.source.year or "")
    is_of_place = first.figure.place is not None and first.figure.place == second.figure.place
    is_same = is_of_place and first.is_assumed and first.period == second.period
    if first.figure.role != "baseline" or not before or not (is_same or (is_open and not second.is_assumed)):
        return first
    return first._replace(period=before)


def hang_in_pictures(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a report; in a picture the value of another time hangs on the one that it is set beside.

    A share whose label names no measure goes on from that of the count before it: "421,306 calls to 999", "91.4% within
    ten seconds".
    """
    told = list(statements)
    for at, (first, second) in enumerate(pairwise(statements)):
        one, other = first.figure, second.figure
        if one.source.kind != "picture" or other.source.kind != "picture":
            continue
        is_pair = (one.role, other.role, one.kind, one.unit) == ("actual", "baseline", other.kind, other.unit)
        if is_pair and one.source.id == other.source.id:
            told[at + 1] = second._replace(key=first.key, hangs_on=one.id)
        elif (one.kind, other.kind) == ("count", "percent") and not second.key.is_common:
            found = match_words(f"{one.measure} {other.measure}", other.kind, "", other.role == "change")
            key = second.key._replace(measure=found or second.key.measure, is_common=found is not None)
            told[at + 1] = second._replace(key=key)
    return told


def are_ends(first: Statement, second: Statement) -> bool:
    """Whether the text tells that the first value became the second."""
    one, other = first.figure, second.figure
    if first.is_cell or record_of(one) != record_of(other) or (one.kind, one.unit) != (other.kind, other.unit):
        return False
    at = min(one.source.start, NEAR)
    between = first.context[at + len(one.text) : at + other.source.start - one.source.start]
    is_change = "change" in (one.role, other.role)
    return not is_change and _FROM.search(first.context[:at]) is not None and _TO.fullmatch(between) is not None
