"""What a number is for: actual, target, baseline, forecast or change; and which way a change goes."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportparse.language.model import Amount
from reportparse.language.words import alternatives, load

_CLUES = load("clues")
_UP, _DOWN = (alternatives(_CLUES[key]) for key in ("up", "down"))
_AFTER_UP, _AFTER_DOWN = (alternatives(_CLUES[key]) for key in ("after_up", "after_down"))
_CHANGE_BEFORE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?:(?:\s(?:in|of|to)\s(?:\w+\s){{1,5}}?)?\s?(?:by|of)(?:\s(?:a|an"
    rf"|just|only|further|some|another|around))*\s*[(]?$"
    r"|\s*[(]?$)",
    re.IGNORECASE,
)
_VERB_BY = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;]{{0,60}}?\bby(?:\s(?:a|an|just|only"
    rf"|further))*\s$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    rf"^[\s)]*(?:\w+\s){{0,2}}?(?:(?P<up>{_AFTER_UP})|(?P<down>{_AFTER_DOWN}))\b(?!\s(?:victims|people"
    rf"|of\sthe)\b)",
    re.IGNORECASE,
)
_BASELINE_BEFORE = re.compile(
    rf"\b(?:{alternatives(_CLUES['baseline_before']).replace('.', chr(92) + '.')})\s(?:(?:just|only|the|a|an"
    rf"|average|figure|national|previous|year['’]?s?|total|of|peak|rate|high|low|last)\s){{0,5}}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s(?:just\s|only\s|an?\s|average\s|of\s)*$", re.IGNORECASE)
_TO = re.compile(
    r"^[^.;]{0,60}?\bto\s(?:just\s|only\s|an?\s|average\s|of\s|about\s|around\s|over\s|under\s"
    r"|almost\s|nearly\s)*$",
    re.IGNORECASE,
)
_TARGET_NEAR = re.compile(
    rf"\b(?:{alternatives(_CLUES['target_words'])})\b(?!\s(?:was|were)\s(?:met"
    rf"|exceeded))[^.;()]{{0,50}}$",
    re.IGNORECASE,
)
_AIM = re.compile(r"^To\s(?:have\s)?[a-z]+(?:(?!\s[-–—]\s|[;:]|,\s(?:we|I|the)\b).)*$")  # "To recruit 50 officers"
_TARGET_AFTER = re.compile(r"^\s(?:\w+\s){0,2}?target\b", re.IGNORECASE)
_FORECAST = re.compile(rf"\b(?:{alternatives(_CLUES['forecast_words'])})\b", re.IGNORECASE)
_BY_DATE = re.compile(
    r"^[^.;,()]{0,60}\bby\s(?:the\send\sof\s)?(?:(?:January|March|April|May|June|July"
    r"|September|December|summer|autumn)\s)?20\d\d",
    re.IGNORECASE,
)
_PAST = re.compile(rf"\b(?:{alternatives(_CLUES['past_words'])})\b", re.IGNORECASE)
_CLAUSE_REACH = 160  # characters: a long clause; "will" does not reach further


class Role(NamedTuple):
    """A role with its direction and the rule that gave it."""

    name: str
    direction: str | None
    rule: str


def read_role(text: str, at: int, amounts: Sequence[Amount], sentence: tuple[int, int]) -> Role:
    """The role of `amounts[at]`, of all figures of the text, in its sentence (start, end)."""
    amount = amounts[at]
    before, after = text[sentence[0] : amount.span.start], text[amount.span.end : sentence[1]]
    gap = (
        text[amounts[at - 1].span.end : amount.span.start] if at and amounts[at - 1].span.start >= sentence[0] else None
    )
    if _FROM.search(before) and _has_goal(text, at, amounts, sentence):
        return Role("baseline", None, "from A to B")
    if re.search(
        r"\b(?:down|up|risen|fallen|increased?|decreased?|improved|reduced|reduction)\sfrom\s(?:just\s"
        r"|only\s|a\s(?:peak|high|low)\sof\s)*$",
        before,
    ):
        return Role("baseline", None, "down from")
    change = _read_change(amount, before, after, gap)
    if change:
        return change
    if _BASELINE_BEFORE.search(before) and amount.unit != "rank":
        return Role("baseline", None, "compared with")
    if gap is not None and re.fullmatch(r"\s?\(?\s?(?:in\s)?(?:vs\.?|v|versus)\s", gap):
        return Role("baseline", None, "A vs B")
    if _TARGET_NEAR.search(before[-90:]) or _AIM.match(before) or _TARGET_AFTER.match(after):
        return Role("target", None, "target")
    return _read_forecast(before, after)


def _has_goal(text: str, at: int, amounts: Sequence[Amount], sentence: tuple[int, int]) -> bool:
    if at + 1 >= len(amounts) or amounts[at + 1].span.end > sentence[1]:
        return False
    return bool(_TO.match(text[amounts[at].span.end : amounts[at + 1].span.start]))


def _read_change(amount: Amount, before: str, after: str, gap: str | None) -> Role | None:
    if amount.direction:
        return Role("change", amount.direction, "signed")
    if amount.unit == "times":
        return None
    found = _CHANGE_BEFORE.search(before[-70:]) or (
        _VERB_BY.search(before[-110:]) if gap is None or "by" in gap.split()[-3:] else None
    )
    if found and (found["up"] or found["down"]).lower() not in ("more", "less", "above", "below", "added", "greater"):
        return Role("change", "up" if found["up"] else "down", "growth before")
    found = _CHANGE_AFTER.match(after)
    if found and not re.match(r"^[\s)]*(?:\w+\s){0,2}?(?:above|below|up|down|more|less|cut)\b", after):
        return Role("change", "up" if found["up"] else "down", "growth behind")
    found = re.match(
        r"^\s(?:(?P<up>above|more\sthan|over\sand\sabove|more(?=\slikely))|(?P<down>below"
        r"|less\sthan|short\sof))\b",
        after,
    )
    if found:
        return Role("change", "up" if found["up"] else "down", "difference behind")
    return None


def _read_forecast(before: str, after: str) -> Role:
    clause = re.split(r"[;:]|\s[-–—]\s|,\s(?:and|but|which|who)\s", before[-_CLAUSE_REACH:])[-1]
    hits = list(_FORECAST.finditer(clause))
    if hits and not _PAST.search(clause[hits[-1].end() :]):
        return Role("forecast", None, f"“{hits[-1][0].lower()}” before")
    if _BY_DATE.match(after):
        return Role("forecast", None, "by a later date")
    if re.match(r"^\s(?:[\w’'-]+\s){1,5}?(?:will|is\sexpected|are\sexpected|would)\s(?!have)", after):
        return Role("forecast", None, "will behind")
    return Role("actual", None, "stated")
