"""Targets and forecasts that say not what they are of: "the aim of 15% was missed" is of what has just been told."""

import re
from collections.abc import Sequence

from reportparse.comparison.terms.anchors import may_be_one
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.wording import has_noun
from reportparse.models.facts import Figure

# "The aim of 15%", "an ambition of 30%", "For 2024/25 the requirement is £16.2m", "It had been forecast at £16.5m".
_AIM = re.compile(
    r"\b(?:the|an?|its|their|our|my|this|that)\s(?:aim|target|goal|ambition|objective|requirement|forecast|projection)"
    r"\s(?:(?:for|in)\s[\d/–-]+\s)?(?:of|is|was|(?:had|has)\sbeen)\s$"
    r"|\b(?:it|this|they)\s(?:had|has|have)\sbeen\s(?:forecast|projected|expected|estimated|budgeted)\s(?:at|to\sbe|as)\s$"
    r"|\babove\sthe\s(?:required|planned)\s$"
    r"|[;:]\s(?:the|its|our)\s(?:national|force)\s(?:target|standard)\s(?:is|was)\s$",
    re.IGNORECASE,
)
# "The 462 that the Government wanted", "the £9.4m in the plan", "the £24.5m forecast a year ago".
_WANTED = re.compile(
    r"\s(?:(?:at\s|for\s)?(?:that|which)\s(?:[\w’'-]+\s){1,7}?"
    r"(?:wanted|hoped(?:\sfor)?|(?:asked|called)\sfor|aimed(?:\s(?:at|for))?|set|required|needed|planned|budgeted|forecast|projected|expected)\b"
    r"|in\sthe\s(?:plan|budget)\b|(?:planned|needed|required|forecast|projected|budgeted)\b)"
)
# "A further £14.1m is required in 2023/24".
_FURTHER = re.compile(r"\b(?:A\sfurther|Another)\s$")
_NEEDED = re.compile(r"\s(?:is|are|was|were|will\sbe|has\sbeen)\s(?:\w+ly\s)?(?:planned|needed|required|budgeted)\b")

# "Last year's report had thought that no more than £12.9m would be left".
_LEFT = re.compile(r"\s(?:would|should|might)\s(?:be\s(?:left|there|needed|enough|reached)|remain)\b")
_THAT = re.compile(r"\bthat\s(?:[a-z]+\s){0,3}$")


def find_aimed_at(figure: Figure, text: str, told: Sequence[Statement]) -> Statement | None:
    """The last value of its kind that a record has told, where a target or forecast names nothing; else none."""
    before = text[: figure.source.start]
    is_wanted = before.endswith(" the ") and _WANTED.match(text, figure.source.end) is not None
    is_bare = is_wanted or _AIM.search(before) is not None
    is_more = _FURTHER.search(before) is not None and _NEEDED.match(text, figure.source.end) is not None
    is_left = _THAT.search(before) is not None and _LEFT.match(text, figure.source.end) is not None
    is_open = is_bare or is_more or (figure.role == "forecast" and is_left)
    is_aim = figure.role in ("target", "forecast")
    if not is_aim or not is_open or (figure.kind == "count" and has_noun(figure, text)):
        return None
    roles = ("actual", "target", "forecast") if is_more or figure.kind == "money" else ("actual",)
    values = (each for each in reversed(told) if each.figure.role in roles and each.figure.kind == figure.kind)
    last = next(values, None)
    return last if last and may_be_one(figure, last.figure) else None
