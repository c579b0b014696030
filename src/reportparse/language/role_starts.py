"""Roles: what a growth came from: "from A to B", "A became B", "began the year with A"."""

import re

from reportparse.language.clauses import clause_end
from reportparse.language.directions import direction_of
from reportparse.language.links import governor
from reportparse.language.role_baselines import NOUN_WORDS, TIME_BEHIND
from reportparse.language.role_case import Case, Role
from reportparse.language.tokens import base_of

_TIMED = re.compile(r"[AN]{0,2}P?T")  # over word classes
_SECOND, _WITH_SECOND = re.compile(r"PQPQ"), re.compile(r"PQ[.,;)]")  # "from 884 in 131", over word classes
_ROW_BEHIND = re.compile(r"(?:,Q)*,?CQ(?:R?[.,;)]|R?PT)")  # over word classes
_FROM_IN = (("from", "in"), ("from", "at"), ("from", "with"))
_BEGAN_YEAR = re.compile(r"\b(?:start\w*|begin\w*|began|begun|enter\w*|open\w*) (?:the|this|our) (?:\w+ )?year (?:with|at|on)$")
_ENDED_YEAR = re.compile(r"\b(?:ended|finished|closed|left) (?:it|(?:the|this|our) (?:\w+ )?year) (?:with|at|on)\b")
_POINTING = frozenset(("this", "that", "these", "those", "it", "them", "which"))  # "From this £213,940 was awarded"
_NEAR = 10  # tokens: how far "became" stands behind its number, "began the year" before it


def find_start(case: Case) -> Role | None:
    """The A of "from A to B", "down from A"."""
    sentence, at = case.sentence, case.governor
    if sentence.tags[case.at + 1 : case.at + 3] == "→Q":
        return Role("baseline", None, "from A to B")
    if sentence.word(at) != "from" or sentence.word(at + 1) in _POINTING or base_of(sentence.word(at - 1)) in ("range", "vary", "age"):
        return None
    if _goal(case):
        return Role("baseline", None, "from A to B")
    before = sentence.word(at - 1)
    is_back = case.link and sentence.word(governor(sentence, case.link.token)) == "to"
    opening = at - (before == "(")  # "down by 36.4% (from 1,982)"
    opening -= sentence.tag(opening - 1) == ","  # "up by £10, or 4.6%, from £218.15"
    is_changed = case.link is not None and case.link.token == opening - 1 and case.before is not None and case.before.name == "change"
    is_aside = before in ("(", ",") and sentence.word(at - 2) in ("up", "down")  # "both slightly down (from 1,842 and 3,655)"
    if before in ("up", "down") or direction_of(before) or is_back or is_changed or is_aside or _is_dated_start(case):
        return Role("baseline", None, f"{before} from")
    return None


def _is_dated_start(case: Case) -> bool:
    """As in "sickness was 9.1 days, from 9.6 days in 2021/22", "93%, from 91%": behind a comma, with its time or alone.

    Or with a second of them: "927 volunteers in 136 groups, from 884 in 131", "72.8% and 85.6%, from 70.4% and 83.9%".
    """
    sentence, link = case.sentence, case.link
    if sentence.word(case.governor - 1) != "," or not link or not link.same_unit or not case.before or case.before.name != "actual":
        return False
    end = sentence.spans[case.at][1]
    is_timed = _TIMED.match(sentence.tags, case.at + 1) is not None or TIME_BEHIND.match(sentence.text, end) is not None
    is_timed = is_timed or _WITH_SECOND.match(sentence.classes, case.at + 1, case.at + 4) is not None
    is_timed = is_timed or _ROW_BEHIND.match(sentence.tags, case.at + 1) is not None
    return is_timed or sentence.tag(case.at + 1) in ".,;)"


def find_second_start(case: Case) -> Role | None:
    """The B of "from A in B", "up from A in B": what it was in was then, too."""
    is_second = case.before is not None and case.before.name == "baseline" and case.link is not None
    is_bare = is_second and _SECOND.fullmatch(case.sentence.tags, case.at - 3, case.at + 1) is not None
    is_bare = is_bare and (case.sentence.word(case.at - 3), case.sentence.word(case.at - 1)) in _FROM_IN
    return Role("baseline", None, "from A in B") if is_bare else None


def find_former(case: Case) -> Role | None:
    """The A of "810 thefts became 766", "began the year with 48 lines and ended it with 59"."""
    sentence = case.sentence
    if _begins_year(case):
        return Role("baseline", None, "began with A, ended with B")
    if "became" not in sentence.said[case.at + 1 : case.at + _NEAR]:
        return None
    last = sentence.said.index("became", case.at + 1)
    if sentence.tag(last + 1) != "Q" or not NOUN_WORDS.fullmatch(sentence.tags, case.at + 1, last):
        return None
    return Role("baseline", None, "A became B")


def _begins_year(case: Case) -> bool:
    """As in "started the year with 48 lines and ended it with 59"."""
    said, at = case.sentence.said, case.at
    is_first = _BEGAN_YEAR.search(" ".join(said[max(0, at - _NEAR) : at])) is not None
    return is_first and _ENDED_YEAR.search(" ".join(said[at + 1 :])) is not None


def _goal(case: Case) -> int | None:
    """The later amount of the clause that "to" leads to."""
    sentence = case.sentence
    is_first = case.governor == case.start == 0  # "From a high of 42,118 in 2020/21, crime has fallen to 24,911"
    for later in range(case.at + 1, len(sentence.tags) if is_first else clause_end(sentence, case.at)):
        if sentence.tags[later] == "Q" and sentence.word(governor(sentence, later)) == "to":
            return later
    return None


def find_start_in_brackets(case: Case) -> Role | None:
    """As in "increased by 6.7% (3,935 offences to 4,199)", "robberies increased (802 to 866)"."""
    sentence = case.sentence
    if sentence.tag(case.start - 1) != "(":
        return None
    is_changed = direction_of(sentence.word(case.start - 2)) or "did" in sentence.said[max(0, case.start - 6) : case.start]
    is_bare = is_changed and sentence.tags[case.start : case.start + 4] == "QPQ)"
    if is_bare and case.at <= case.start + 2:
        return Role("baseline" if case.at == case.start else "actual", None, "from A to B")
    if not case.before or case.before.name != "change":
        return None
    if case.at == case.start and _goal(case):
        return Role("baseline", None, "from A to B")
    return Role("actual", None, "from A to B") if sentence.word(case.governor) == "to" else None
