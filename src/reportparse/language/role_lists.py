"""What a number in a row is for: one of a list, in brackets behind another, or next with the verb left out."""

import re

from reportparse.language.clauses import clause_end, verb_after
from reportparse.language.links import Link, governor
from reportparse.language.role_baselines import is_growth_of
from reportparse.language.role_case import Case, Role

_NOUN_FIRST, _CLAUSE_MARKS, _JOINT = re.compile(r"(?:[DANPT]*[NT])?[,;]?C?"), re.compile(r"[BWVS:.]"), re.compile(r"[,;C]")

_COMPARED_ON, _DATED_LATER = re.compile(r"[AN]*P?[DAN]*T?,?C[DAN]*(?:P[DAN]+)?P?R*"), re.compile(r"[DAN]*P[DAN]*PT")
_AVERAGES = frozenset(("average", "mean", "median", "national", "nationally", "figure", "rate"))
_DATED_ON, _DATED = re.compile(r"N?P?T,?C"), re.compile(r"N?P?T")

_BARE_BEHIND_NOUN = re.compile(r"Q[ARN]+N\(Q\)")  # "5.2% fewer incidents (312,408)"
# "..., an increase of 18" and "..., 18 more"; and what may stand behind these up to the next of the row: "than a year ago, and".
_ASIDE_RISE, _UP_TO_NEXT = re.compile(r",(?:D[AR]*NP)?R?$"), re.compile(r"(?:[ANR]+P[DANPRT]+)?,C")
_REACHED = (", namely", ", making", ", that is", ", so", ", i.e.")  # "it pays £15 more, namely £218.15"
_DATED_AND = re.compile(r"P?T,?C")
_OTHER_THING = re.compile(r"[DANPRT]*[,;]?C?[DANPR]*N")  # what changes next, with no verb of its own


def find_listed(case: Case) -> Role | None:
    """One of a list, or in brackets behind a change: "by 5% and 4%", "by £15, or 6.57%", "by 5% (249 offences)"."""
    link, before, sentence = case.link, case.before, case.sentence
    if not link or not before or before.name not in ("change", "target", "baseline"):
        return None
    is_said_otherwise = sentence.said[case.at + 1 : case.at + 3] == ["instead", "of"]  # "paid £13 more, or £264.46 instead of £251.46"
    is_reached = before.name == "change" and link.same_unit and " ".join(sentence.said[link.floor : case.at]).endswith(_REACHED)
    if is_said_otherwise or is_reached:
        return None
    if sentence.word(case.governor) in ("on", "over") and is_growth_of(sentence, case.governor):
        return None
    if before.name == "baseline" and (how := _of_baselines(case, link)):
        return before._replace(rule=f"{before.rule}, {how}")
    if link.kind in ("list", "row") and not _is_on(case, link, before):
        return before._replace(rule=f"{before.rule}, listed")
    if before.name == "baseline" and _goes_on_before(case, link):
        return before._replace(rule=f"{before.rule}, listed")
    if link.kind == "far":
        return before._replace(rule=f"{before.rule}, verb left out") if _is_gapped(case) or _has_both_by(case) else None
    if link.kind != "bracket" or before.name != "change" or _has_level(case) or _is_level(case, link):
        return None
    return before._replace(rule=f"{before.rule}, in brackets")


def _of_baselines(case: Case, link: Link) -> str | None:
    """How a bracket tells one more baseline: "(35% in 2019/20, 36% in 2018/19)", "against 31 (26%) the year before"."""
    sentence, at = case.sentence, case.at
    is_inside = sentence.tag(case.start - 1) == "(" and link.token >= case.start
    if is_inside and link.same_unit and sentence.word(case.governor) != "to":
        return "listed"
    is_alone = link.kind == "bracket" and not link.same_unit and sentence.tags[at - 1 : at + 2] == "(Q)"
    return "in brackets" if is_alone else None


def _is_on(case: Case, link: Link, before: Role) -> bool:
    """Whether what stands in a row goes on with another thing: "against 21 before, and 12 thefts"."""
    is_again = before.name == "change" and "or" in case.sentence.said[link.floor : case.at]  # "by 20%, or 11,462 offences"
    is_told = before.name == "change" and bool(verb_after(case.sentence, case.at, clause_end(case.sentence, case.at)))
    is_other = before.name == "baseline" or not link.same_unit or is_told  # "four more than in 2022, and 486 were injured"
    return (is_other and ",C" in case.sentence.tags[link.floor : case.at] and not is_again) or _begins_new(case)


def _goes_on_before(case: Case, link: Link) -> bool:
    """As in "against 1,377 in 2022 and 1,290 in 2021"."""
    tags = case.sentence.tags
    is_dated = _DATED_ON.fullmatch(tags, link.floor, case.at) and _DATED.match(tags, case.at + 1)
    return (link.same_unit and _goes_on(case)) or bool(is_dated)


def _is_level(case: Case, link: Link) -> bool:
    """Whether a bracket tells what is reached: "missed by 4.2 points (85.8%)", "5.2% fewer incidents (312,408)"."""
    sentence = case.sentence
    if case.amount.unit == "%" and sentence.word(link.token).endswith(("points", "point", "pp")):
        return True
    is_fewer = sentence.word(link.token + 1) in ("fewer", "more", "extra")
    return is_fewer and _BARE_BEHIND_NOUN.fullmatch(sentence.tags, link.token, case.at + 2) is not None


def _begins_new(case: Case) -> bool:
    """As in "390 Senior Cadets, an increase of 18, and 39 Junior Cadets": behind the change in an aside, the next of a row.

    Or "3,181 officers, 13 fewer than a year earlier, and 338 PCSOs".
    """
    sentence, link = case.sentence, case.link
    if not link or not case.before or case.before.rule not in ("growth of", "growth behind"):
        return False
    is_next = _UP_TO_NEXT.fullmatch(sentence.tags, link.floor, case.at) is not None and sentence.tag(case.at + 1) in "AN"
    return is_next and _ASIDE_RISE.search(sentence.tags, 0, link.token) is not None


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
