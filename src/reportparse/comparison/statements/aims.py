"""Targets and forecasts that say not what they are of: "the aim of 15% was missed" is of what has just been told."""

import re
from collections.abc import Sequence

from reportparse.comparison.terms.anchors import may_be_one
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.wording import has_noun
from reportparse.models.facts import Figure

# "The aim of 15%", "an ambition of 30%".
_AIM = re.compile(
    r"\b(?:the|an?|its|their|our|my|this|that)\s(?:aim|target|goal|ambition|objective)\s(?:of|is|was)\s$"
    r"|[;:]\s(?:the|its|our)\s(?:national|force)\s(?:target|standard)\s(?:is|was)\s$",
    re.IGNORECASE,
)
# "The 462 that the Government wanted".
_WANTED = re.compile(
    r"\s(?:that|which)\s(?:[\w’'-]+\s){1,5}?(?:wanted|hoped\sfor|(?:asked|called)\sfor|set|required)\b"
)

# "Last year's report had thought that no more than £12.9m would be left".
_LEFT = re.compile(r"\s(?:would|should|might)\s(?:be\s(?:left|there|needed|enough|reached)|remain)\b")
_THAT = re.compile(r"\bthat\s(?:[a-z]+\s){0,3}$")


def find_aimed_at(figure: Figure, text: str, told: Sequence[Statement]) -> Statement | None:
    """The last value of its kind that a record has told, where a target or forecast names nothing; else none."""
    before = text[: figure.source.start]
    is_bare = _AIM.search(before) or (before.endswith(" the ") and _WANTED.match(text, figure.source.end))
    is_left = _THAT.search(before) and _LEFT.match(text, figure.source.end)
    is_open = (figure.role == "target" and is_bare) or (figure.role == "forecast" and is_left)
    if not is_open or (figure.kind == "count" and has_noun(figure, text)):
        return None
    values = (each for each in reversed(told) if each.figure.role == "actual" and each.figure.kind == figure.kind)
    last = next(values, None)
    return last if last and may_be_one(figure, last.figure) else None
