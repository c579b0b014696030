"""Counts that are but some of what is there: "the pay of 185 members of staff" is not how many staff a force has."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.stated import Statement, without_name
from reportparse.comparison.terms.wording import find_sentence
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure, read_qualifier

# What a force has in all may be told "of" such a word; what is told "of" another is some of it.
_WHOLE = "number|total|workforce|strength|establishment|complement|headcount|force|average|figure|level|record|peak"
_KNOWN = r"knew|know|aware|consist\w*"  # "the force knew of 48 lines": of all
_OF_SOME = re.compile(
    rf"\b(?!(?:{_WHOLE}|{_KNOWN})\b)[a-z]+\sof\s(?:about\s|over\s|some\s)?$", re.IGNORECASE
)
# "as much work as 1,000 officers do": what something is worth, not what there is.
_AS_MUCH = re.compile(r"\bas\smuch\s(?:\w+\s){1,3}as\s$")
# "197 Street Watch groups with almost 1,750 volunteers": those of the groups.
_WITH = re.compile(
    r"\d[\d,]*\s(?:[A-Za-z’'-]+\s){0,3}(?:groups|schemes|teams|units|projects|stations|hubs|clubs)\swith\s(?:\w+\s)?$"
)
# "The force has invested over 900 officers in teams", "recruited 200 officers": these, and not all.
_MOVED = re.compile(
    r"\b(?:invested|deployed|assigned|redeployed|moved|placed|recruited|trained|seconded)\s"
    r"(?:(?:over|about|some|another|almost|nearly|around|a\sfurther|more\sthan)\s)?$"
)
# "13 officers were dismissed", "16 officers, who were dismissed": those to whom it was done.
_DONE_TO = re.compile(
    r"\s(?!of\b)(?:[A-Za-z-]+\s){0,2}[A-Za-z-]+(?:,\swho)?\s(?:was|were|(?:have|had)\sbeen)\s(?:\w+ly\s)?"
    r"(?!(?:employed|recorded|counted|based|listed|funded|needed|required|established|issued|installed|fitted|deployed|used|signed|enrolled|registered)\b)[a-z]+ed\b"
)
# "Over 900 officers now work in teams": not all do.
_WORKING_IN = re.compile(r"\s(?:[a-z]+\s){1,2}works?\s(?:in|on)\s(?:\w+\s){0,3}(?:teams?|units?|roles?)\b")
# "an establishment of 1,100 officers, and 1,081 were in post": what there was to be.
_ESTABLISHED = re.compile(r"\bestablishment\sof\s$")
_IN_POST = re.compile(r"\bin\s(?:post|place)\b|\bstrength\b|\bvacan")
# "334 officers left, including 112 who resigned": those who did, and not all.
WHO_DID = re.compile(r"\s(?:who|that)\s(?!(?:is|are|was|were|have|has|had)\s(?:there|in\spost)\b)[^.,;:()\d]{3,60}")
# "PCSOs (full-time equivalents)", of whom there are tenths.
_WAY = re.compile(r"\([^()]+\)$")
# What there is on a day hardly changes to a fifth of itself within the years that a report tells of.
MAX_STOCK_RATIO = 5


def is_some_of(figure: Figure, text: str, measure: str) -> bool:
    """Whether a count in running text is of some of what a measure of a stock counts."""
    if figure.kind != "count" or not find_measure(measure).is_stock:
        return False
    before = text[: figure.source.start]
    way = _WAY.search(figure.measure or "")
    is_counted_so = way is not None and read_qualifier(way[0], find_measure(measure)) is not None
    if re.fullmatch(r"\d{1,3}\.\d+", figure.text) and not is_counted_so:  # "Officers lost 8.3 days each, and staff 9.0"
        return True
    start, end = find_sentence(text, figure.source.start)
    if _ESTABLISHED.search(before) and _IN_POST.search(text, start, end):
        return True
    if WHO_DID.match(text, figure.source.end):
        return True
    if _DONE_TO.match(text, figure.source.end) or _WORKING_IN.match(text, figure.source.end):
        return True
    return any(pattern.search(before) for pattern in (_OF_SOME, _AS_MUCH, _WITH, _MOVED))


def part_stocks(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a report; counts in running text that are small beside what it says there is lose its name."""
    whole: dict[Key, float] = defaultdict(float)
    for each in _stocks(statements):
        whole[each.key] = max(whole[each.key], float(each.figure.value or 0))
    some = {
        id(each)
        for each in _stocks(statements)
        if not each.is_cell and float(each.figure.value or 0) * MAX_STOCK_RATIO < whole[each.key]
    }
    return [without_name(each) if id(each) in some else each for each in statements]


def _stocks(statements: Iterable[Statement]) -> list[Statement]:
    return [
        each
        for each in statements
        if each.key.is_common and each.key.kind == "count" and find_measure(each.key.measure).is_stock
    ]
