"""Periods that the figures of a sentence take from their neighbours."""

import re
from collections.abc import Sequence

from reportparse.language.clauses import Sentence, clause_end, clause_start
from reportparse.language.directions import direction_of
from reportparse.language.phrases import is_dated_aside
from reportparse.language.role_baselines import OF_YEAR_BEFORE
from reportparse.language.when_own import DATED, OVER_BEFORE, Told, is_aside_over, is_now
from reportparse.years import YEAR_EARLIER

# Over word classes.
_ROW_OF_THINGS = re.compile(r"[AN]*,?C?P?D?")
_BARE_ROW = re.compile(r"[AN]*(?:,|,?C)")
_NEW_CLAUSE, _NEW_VERB = re.compile(r"[;SBW]"), re.compile(r"[;BW]")
_COUNTED_DONE = re.compile(r"[AN]+(?:C[AN]+|P[DAN]+)?R*(?:BR*)?E")
_NEW_SUBJECT = re.compile(r"C[DAN]*N[VE]")
_JOINING = frozenset(("and", "but"))
_LEADS_ON = re.compile(r"[,;]C?R?P?[DA]*T(?:[PI]|,?[DA]*[NM][BWVER]+)?$|C,?PT,?V$|T:$")  # "to 72 seconds, and by December to under 50", "£243 and from April 2024 pays £256", "5,988, 2021/22: 6,412"
_WHEN_YEAR_BEFORE = re.compile(rf"\b{YEAR_EARLIER} (?:, )?when$")
WHOLE_YEAR = re.compile(r"(?:19|20)\d\d(?:/\d\d|/20\d\d)?$|.* (?:YE|Q\d)$")


def share_periods(sentence: Sentence, amounts: Sequence[Told], told: list[str | None], days: Sequence[int]) -> None:
    """Fill `told` from neighbours: first from in front, then from behind; `days` are times without a year."""
    for place in range(1, len(amounts)):
        stop = amounts[place + 1].token if place + 1 < len(amounts) else len(sentence.tags)
        if any(amounts[place - 1].token < day < stop and day < clause_end(sentence, amounts[place].token) for day in days):
            continue  # "22 minutes in August 2022; by March it was under four"
        if told[place] is None and _is_year_before(sentence, amounts[place - 1].token, amounts[place].token):
            continue
        first, second = amounts[place - 1], amounts[place]
        if told[place] is None and first.is_apart and second.is_apart and _BARE_ROW.fullmatch(sentence.tags, first.token + 1, second.token):
            told[place] = told[place - 1]  # "(2021/22: 95,212 and 90.4%)"
        if told[place] is None and second.is_apart and sentence.tags[second.token - 1 : second.token + 2] == "(Q)":
            before = (told[n] for n in range(place - 1, -1, -1) if amounts[n].is_apart and not _is_of_day(sentence, amounts[n].token, second.token, told[n]))
            told[place] = next(before, None)  # "74.1% (2021/22: 72.8%), among victims of violence 66.9% (68.0%)"
        if told[place] is None and not amounts[place].is_apart and amounts[place].role != "target" and not is_now(sentence, amounts[place].token):
            told[place] = _neighbour(sentence, amounts, told, place)
    for place in range(len(amounts) - 2, -1, -1):
        following = amounts[place + 1]
        gap = sentence.tags[amounts[place].token + 1 : following.token]
        if told[place] is None and amounts[place].is_apart and following.is_apart and _ROW_OF_THINGS.fullmatch(gap):
            told[place] = told[place + 1]  # "compared with 33% and 60% in 2019", "on the 73 sessions and 5,940 pupils of 2019"
        if told[place] is None and not amounts[place].is_apart and not following.is_apart:
            is_all = DATED.match(sentence.tags[following.token + 1 :]) and ";" not in gap
            is_goal = following.role in ("target", "forecast") and amounts[place].role in ("actual", "baseline")
            is_bracket = _has_own_time(sentence, amounts[place].token, following.token)
            is_bracket = is_bracket or _comes_to(sentence, amounts, place)
            is_other = is_goal or is_bracket or _LEADS_ON.search(gap) or (_NEW_CLAUSE.search(gap) and not is_all) or is_now(sentence, amounts[place].token)
            told[place] = None if is_other else told[place + 1]


def _is_of_day(sentence: Sentence, first: int, second: int, label: str | None) -> bool:
    """Whether a number is of a day, which one in brackets has not that stands behind the clause.

    "Lines fell from 64 at 31 March 2020 to 40 a year later; there were 538 arrests (406)" tells no arrests of that day.
    """
    is_behind = ";" in sentence.tags[first:second] and sentence.tag(clause_start(sentence, first) - 1) != "("
    return is_behind and label is not None and not WHOLE_YEAR.match(label)


def _has_own_time(sentence: Sentence, first: int, second: int) -> bool:
    """Whether the second number stands in a bracket that tells its time: "119,702 crimes (108,215 last year)"."""
    opening = sentence.tags.rfind("(", first, second)
    return opening > 0 and ")" not in sentence.tags[opening:second] and "T" in sentence.tags[opening:].partition(")")[0]


def _comes_to(sentence: Sentence, amounts: Sequence[Told], place: int) -> bool:
    """Whether a number goes on to become another: "was £243.15 and went up by £13 to £256.15 for 2024/25"."""
    first = amounts[place].token
    goals = [amount.token for amount in amounts[place + 1 : place + 3] if amount.role == "actual"]
    if not goals or sentence.word(goals[0] - 1) != "to":
        return False
    gap = sentence.said[first + 1 : goals[0]]
    return any(one in _JOINING and _is_moved(word, after) for one, word, after in zip(gap, gap[1:], gap[2:], strict=False))


def _is_moved(word: str, after: str) -> bool:
    """As in "rose by £15", "went up by £15", "then rose"."""
    return direction_of(word) is not None or (word == "then" and direction_of(after) is not None) or after in ("up", "down")


def _is_year_before(sentence: Sentence, first: int, second: int) -> bool:
    """Whether the second number is of the year before the first's: "163 visits; the year before they had made 54".

    Or "4.4% more than in the previous year, when 28,940 were carried out".
    """
    between = " ".join(sentence.said[first + 1 : second])
    return OF_YEAR_BEFORE.search(between) is not None or _WHEN_YEAR_BEFORE.search(between) is not None


def _is_closed(sentence: Sentence, first: int, second: int) -> bool:
    """Whether the first number stands in a bracket, or in an aside of its time, that ends before the second."""
    gap = sentence.tags[first:second]
    return gap.count(")") > gap.count("(") or is_dated_aside(sentence, first)


def _begins_clause(sentence: Sentence, token: int) -> bool:
    """As in "14,600 readers in March 2017, and 2,655 letters were answered": the number's own noun does or suffers something."""
    return sentence.tag(token - 1) == "C" and sentence.tag(token - 2) in ",T" and _COUNTED_DONE.match(sentence.tags, token + 1) is not None


def _neighbour(sentence: Sentence, amounts: Sequence[Told], told: Sequence[str | None], place: int) -> str | None:
    before = place - 1
    while before > 0 and (amounts[before].is_apart or _is_closed(sentence, amounts[before].token, amounts[place].token)):
        before -= 1
    label = told[before]
    if amounts[before].is_apart or label is None or _is_closed(sentence, amounts[before].token, amounts[place].token):
        return None  # "Robberies (906 in 2021/22) came to 815"
    opening = clause_start(sentence, amounts[before].token)
    gap = sentence.tags[amounts[before].token + 1 : amounts[place].token]
    if (sentence.word(opening) in OVER_BEFORE and "," in gap) or is_aside_over(sentence, opening, amounts[place].token):
        return None
    is_over = _begins_clause(sentence, amounts[place].token) or _NEW_VERB.search(gap) or ",E" in gap or _NEW_SUBJECT.search(gap) or (label.endswith("/..") and "V" in gap)  # "doubled since 2021, and the forum believes ..."
    return label if WHOLE_YEAR.match(label) or not is_over else None
