"""What a number is for: actual, target, baseline, forecast or change; and which way a change goes.

Each rule looks at one construction and answers with a role or None; the first answer counts. A change wins over
target and forecast, a target over a mere comparison ("below the target of 85%").
"""

import re
from collections.abc import Callable, Sequence

from reportparse.language.clauses import Sentence, clause_start
from reportparse.language.links import Link, governor
from reportparse.language.model import Amount
from reportparse.language.role_aims import find_allowed, find_forecast, find_required, find_target
from reportparse.language.role_baselines import (
    find_as_it_was,
    find_before_actual,
    find_comparison,
    find_earlier,
    find_named_baseline,
    find_next_earlier,
    find_of_period,
    find_past_before_now,
    find_where_had_been,
    find_with_its_time,
)
from reportparse.language.role_case import Case, Role
from reportparse.language.role_growth import (
    find_growing_subject,
    find_growth_before,
    find_growth_behind,
    find_growth_left_out,
    find_sign,
)
from reportparse.language.role_lists import find_listed
from reportparse.language.role_starts import find_former, find_second_start, find_start, find_start_in_brackets

_JOINED = re.compile(r"C[DANPRT]*$")  # over word classes: not the "and" of "lost thirteen to fire and flood, 3 fewer"


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
            is_row = is_row or link.kind == "bracket" or (_JOINED.search(sentence.tags, link.floor, at[n]) is not None and not is_again)
            is_level = sentence.word(governor(sentence, at[n - 1])) in ("to", "at")
            roles[n - 1] = roles[n - 1] if is_level or not is_row else roles[n]
        else:
            is_row = False


_RULES: Sequence[Callable[[Case], Role | None]] = (
    _find_sum, find_allowed, find_required, find_of_period, find_sign, find_start, find_former, find_start_in_brackets, find_growth_behind, find_growth_before, find_growth_left_out, find_growing_subject, find_listed, find_target, find_named_baseline, find_second_start, find_comparison, find_next_earlier, find_where_had_been, find_as_it_was, find_earlier, find_with_its_time, find_before_actual, find_past_before_now, find_forecast,
)  # fmt: skip
# Those that a number with none before it in its sentence may answer to.
_ALONE = tuple(rule for rule in _RULES if rule not in {
    _find_sum, find_of_period, find_second_start, find_growth_left_out, find_listed, find_next_earlier, find_where_had_been, find_as_it_was, find_earlier, find_with_its_time, find_before_actual,
})  # fmt: skip
