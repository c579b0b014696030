"""What a number is for: actual, target, baseline, forecast or change; and which way a change goes.

Each rule looks at one construction and answers with a role or None; the first answer counts. A change wins over
target and forecast, a target over a mere comparison ("below the target of 85%").
"""

import re
from collections.abc import Callable, Sequence

from reportparse.language.clauses import Sentence, clause_end, clause_start
from reportparse.language.links import Link, governor
from reportparse.language.model import Amount
from reportparse.language.role_aims import find_allowed, find_forecast, find_target
from reportparse.language.role_baselines import (
    find_before_actual,
    find_comparison,
    find_earlier,
    find_former,
    find_named_baseline,
    find_next_earlier,
    find_of_period,
    find_past_before_now,
    find_start,
    find_start_in_brackets,
    find_with_its_time,
    is_growth_of,
)
from reportparse.language.role_case import Case, Role
from reportparse.language.role_growth import (
    find_growing_subject,
    find_growth_before,
    find_growth_behind,
    find_growth_left_out,
    find_sign,
)

_NOUN_FIRST, _CLAUSE_MARKS, _JOINT = re.compile(r"(?:[DANPT]*[NT])?[,;]?C?"), re.compile(r"[BWVS:.]"), re.compile(r"[,;C]")

_COMPARED_ON, _DATED_LATER = re.compile(r"[AN]*P?[DAN]*T?,?C[DAN]*(?:P[DAN]+)?P?R*"), re.compile(r"[DAN]*P[DAN]*PT")
_AVERAGES = frozenset(("average", "mean", "median", "national", "nationally", "figure", "rate"))
_DATED_ON, _DATED = re.compile(r"N?P?T,?C"), re.compile(r"N?P?T")

_BARE_BEHIND_NOUN = re.compile(r"Q[ARN]+N\(Q\)")  # "5.2% fewer incidents (312,408)"
_ASIDE_RISE = re.compile(r",D[AR]*NPR?$")
_DATED_AND = re.compile(r"P?T,?C")
_OTHER_THING = re.compile(r"[DANPRT]*[,;]?C?[DANPR]*N")  # what changes next, with no verb of its own


def read_role(sentence: Sentence, at: int, amount: Amount, link: Link | None, before: Role | None) -> Role:
    """The role of the amount at token `at`; `link` and `before` tell of the amount in front of it in the sentence."""
    floor = link.floor if link else 0
    case = Case(sentence, at, amount, clause_start(sentence, at), link, before, floor, governor(sentence, at))
    for rule in _RULES if link else _ALONE:
        role = rule(case)
        if role:
            return role
    return Role("actual", None, "stated")


def _find_sum(case: Case) -> Role | None:
    """As in "136 above its target, 2,253 in all"."""
    is_sum = case.sentence.said[case.at + 1 : case.at + 3] in (["in", "all"], ["in", "total"])
    return Role("actual", None, "in all") if is_sum and case.before and case.sentence.tag(case.at - 1) == "," else None


def _listed(case: Case) -> Role | None:
    """One of a list, or in brackets behind a change: "by 5% and 4%", "by £15, or 6.57%", "by 5% (249 offences)"."""
    link, before = case.link, case.before
    if not link or not before or before.name not in ("change", "target", "baseline"):
        return None
    if case.sentence.word(case.governor) in ("on", "over") and is_growth_of(case.sentence, case.governor):
        return None
    is_inside = case.sentence.tag(case.start - 1) == "(" and link.token >= case.start
    if is_inside and before.name == "baseline" and link.same_unit and case.sentence.word(case.governor) != "to":  # "(35% in 2019/20, 36% in 2018/19)"
        return before._replace(rule=f"{before.rule}, listed")
    if link.kind == "bracket" and before.name == "baseline" and not link.same_unit and case.sentence.tags[case.at - 1 : case.at + 2] == "(Q)":  # "against 31 (26%) the year before"
        return before._replace(rule=f"{before.rule}, in brackets")
    is_again = before.name == "change" and "or" in case.sentence.said[link.floor : case.at]  # "fell by 20%, or 11,462 offences"
    is_on = (before.name == "baseline" or not link.same_unit) and ",C" in case.sentence.tags[link.floor : case.at] and not is_again  # "against 21 before, and 12 thefts"
    is_on = is_on or _begins_new(case)
    if link.kind in ("list", "row") and not is_on:
        return before._replace(rule=f"{before.rule}, listed")
    if before.name == "baseline" and link.same_unit and _goes_on(case):
        return before._replace(rule=f"{before.rule}, listed")
    is_dated_on = _DATED_ON.fullmatch(case.sentence.tags, link.floor, case.at) and _DATED.match(case.sentence.tags, case.at + 1)
    if before.name == "baseline" and is_dated_on:  # "against 1,377 in 2022 and 1,290 in 2021"
        return before._replace(rule=f"{before.rule}, listed")
    if link.kind == "far":
        return before._replace(rule=f"{before.rule}, verb left out") if _is_gapped(case) or _has_both_by(case) else None
    is_level = case.amount.unit == "%" and case.sentence.word(link.token).endswith(("points", "point", "pp"))  # "missed by 4.2 points (85.8%)"
    is_fewer = case.sentence.word(link.token + 1) in ("fewer", "more", "extra")
    is_level = is_level or (is_fewer and _BARE_BEHIND_NOUN.fullmatch(case.sentence.tags, link.token, case.at + 2) is not None)
    if link.kind != "bracket" or before.name != "change" or is_level or _has_level(case):
        return None
    return before._replace(rule=f"{before.rule}, in brackets")


def _begins_new(case: Case) -> bool:
    """As in "390 Senior Cadets, an increase of 18, and 39 Junior Cadets": behind the change in an aside, the next of a row."""
    sentence, link = case.sentence, case.link
    if not link or not case.before or case.before.rule != "growth of" or sentence.tags[link.floor : case.at] != ",C":
        return False
    return sentence.tag(case.at + 1) in "AN" and _ASIDE_RISE.search(sentence.tags, 0, link.token) is not None


def _goes_on(case: Case) -> bool:
    """As in "compared to 4,012 in 2021/22 and 5,812 before the pandemic in 2019/20", "and a national average of 52%"."""
    sentence, at = case.sentence, case.at
    floor = case.link.floor if case.link else 0
    if not _COMPARED_ON.fullmatch(sentence.tags, floor, at):
        return False
    is_average = not _AVERAGES.isdisjoint(sentence.said[floor:at])
    if "year before" in " ".join(sentence.said[at + 1 : at + 6]):  # "and 69.8% for the year before that"
        return True
    return is_average or ("T" in sentence.tags[floor:at] and _DATED_LATER.match(sentence.tags, at + 1) is not None)


def _is_gapped(case: Case) -> bool:
    """As in "burglary fell by 6% and robbery by 11%", "crime was down 8%, burglary 6%"."""
    if case.before is None or case.before.name != "change" or not case.link or not case.link.same_unit or not case.amount.unit:
        return False
    if case.sentence.word(case.governor) == "to" != case.sentence.word(governor(case.sentence, case.link.token)):
        return False  # "rose by £15, to £265"
    gap = case.sentence.tags[case.link.floor : case.at]
    return _NOUN_FIRST.match(gap) is not None and gap[-1:] in "PNA" and not _CLAUSE_MARKS.search(gap) and bool(
        _JOINT.search(gap)
    ) and (case.sentence.word(case.governor) in ("by", "to") or gap[-1:] in "NA" or "E" not in gap)


def _has_both_by(case: Case) -> bool:
    """As in "burglaries were down by 212 and thefts by 97", "cut emissions by 19% and spending by £240,000"."""
    sentence, link = case.sentence, case.link
    if not link or not case.before or case.before.name != "change" or sentence.word(case.governor) not in ("by", "of"):
        return False
    gap = sentence.tags[link.floor : case.governor]
    if _DATED_AND.fullmatch(gap) and sentence.word(governor(sentence, link.token)) == sentence.word(case.governor):  # "by 4% in 2021/22 and by a further 9% in 2022/23"
        return True
    return sentence.word(governor(sentence, link.token)) == "by" and _OTHER_THING.fullmatch(gap) is not None


def _has_level(case: Case) -> bool:
    """Whether the bracket tells a level and not a difference: "(8,122 offences this year)", "(3,935 to 4,199)"."""
    sentence, at = case.sentence, case.at
    end = clause_end(sentence, at)
    inside = sentence.tags[case.floor : end]
    following = set(sentence.said[at + 1 : end])
    return "T" in inside or inside.count("Q") > 1 or bool(following & {"total", "now", "recorded", "this"})


def spread_back(sentence: Sentence, at: Sequence[int], roles: list[Role], links: Sequence[Link | None]) -> None:
    """Give a row of numbers the change that stands behind its last: "13%, 8% and 10% lower respectively".

    What is reached is none of them: "lengthened to 82 minutes, 22 minutes outside the target", "was 9, two fewer than before".
    """
    for n in range(1, len(roles)):
        if roles[n - 1].name == "baseline" and sentence.tags[at[n] - 6 : at[n] + 2] == "(Q)CT(Q)":
            roles[n] = roles[n - 1]  # "on both 2022/23 (19.9%) and 2021/22 (18.7%)"
    is_row = False  # whether "and" has joined numbers behind
    for n in range(len(roles) - 1, 0, -1):
        link = links[n]
        if link and link.kind in ("list", "bracket") and link.same_unit and roles[n].rule == "growth behind" and roles[n - 1].name == "actual":
            is_again = "or" in sentence.said[link.floor : at[n]]  # "£152.15, or £5 more"
            is_row = is_row or link.kind == "bracket" or ("C" in sentence.tags[link.floor : at[n]] and not is_again)
            is_level = sentence.word(governor(sentence, at[n - 1])) in ("to", "at")
            roles[n - 1] = roles[n - 1] if is_level or not is_row else roles[n]
        else:
            is_row = False


_RULES: Sequence[Callable[[Case], Role | None]] = (
    _find_sum, find_allowed, find_of_period, find_sign, find_start, find_former, find_start_in_brackets, find_growth_behind, find_growth_before, find_growth_left_out, find_growing_subject, _listed, find_target, find_named_baseline, find_comparison, find_next_earlier, find_earlier, find_with_its_time, find_before_actual, find_past_before_now, find_forecast,
)  # fmt: skip
# Those that a number with none before it in its sentence may answer to.
_ALONE = tuple(rule for rule in _RULES if rule not in {
    _find_sum, find_of_period, find_growth_left_out, _listed, find_next_earlier, find_earlier, find_with_its_time, find_before_actual,
})  # fmt: skip
