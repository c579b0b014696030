"""What a number is for: actual, target, baseline, forecast or change; and which way a change goes.

Each rule looks at one construction and answers with a role or None; the first answer counts. A change wins over
target and forecast, a target over a mere comparison ("below the target of 85%").
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportparse.language.clauses import Sentence, clause_end, clause_start, verb_after, verb_before
from reportparse.language.links import Link, governor
from reportparse.language.model import Amount
from reportparse.language.phrases import subject_of
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_MORE_BEHIND, _LESS_BEHIND, _GROWTH_UP = words("clues", "more_behind"), words("clues", "less_behind"), words("clues", "growth_up")
_GROWTH_DOWN, _TARGET_NOUNS, _AIM_VERBS = words("clues", "growth_down"), words("clues", "target_nouns"), words("clues", "aim_verbs")
_AIMS, _COMPARISONS, _WRONGS = words("clues", "aims"), words("clues", "comparisons"), words("clues", "wrongs")
_FORECAST_WORDS, _FORECAST_ADJECTIVES = words("clues", "forecast_words"), words("clues", "forecast_adjectives")
_GROWTH = dict.fromkeys(_GROWTH_DOWN, "down") | dict.fromkeys(_GROWTH_UP, "up")
_TIME_BASES = {"day", "week", "month", "year"}
_PASSING = {"pass": "up", "beat": "up", "miss": "down"}  # a target by so many
_PARTICLE_VERBS = frozenset(("shut", "close", "break", "set", "take", "track", "put", "turn", "pick", "sign", "open", "hunt", "end", "follow"))
_OBJECT_REACH = 6  # tokens: "expect the number of PCSOs to fall"
_REACH = 14  # tokens: how far "increased ... by", "target for ... is" reach over a noun phrase
# Over word classes.
_NOUN_FIRST, _CLAUSE_MARKS, _JOINT = re.compile(r"(?:[DANPT]*[NT])?[,;]?C?"), re.compile(r"[BWVS:.]"), re.compile(r"[,;C]")
_NOUN_WORDS, _VERB_OR_COMMA, _PASSIVE = re.compile(r"[DANPT]+"), re.compile(r"[BWVEG,]"), re.compile(r"BE")
_WIDE = re.compile(r"\b(?:national(?:ly)?|england|similar|peer|elsewhere|uk|(?:force|regional|county)\saverage)\b")
_WIDE_ALONE = re.compile(r"\(?(?:england(?:\s(?:and|&)\swales)?|nationally|national|uk)[:\s]*")  # "71% (England and Wales 67%)"
_EARLIER = re.compile(r"\b(?:previous|last|prior|preceding)\s(?:\w+\s)?(?:year|quarter|month|period)|\bpreviously\b|\byear\s(?:before|earlier)")


class Role(NamedTuple):
    """A role with its direction and the rule that gave it."""

    name: str
    direction: str | None
    rule: str


class Case(NamedTuple):
    """One amount in its sentence: its token, the start of its clause, how it hangs on the amount before, that one's role.

    `governor` is the token that it depends on.
    """

    sentence: Sentence
    at: int
    amount: Amount
    start: int
    link: Link | None
    before: Role | None
    floor: int
    governor: int


def read_role(sentence: Sentence, at: int, amount: Amount, link: Link | None, before: Role | None) -> Role:
    """The role of the amount at token `at`; `link` and `before` tell of the amount in front of it in the sentence."""
    floor = link.floor if link else 0
    case = Case(sentence, at, amount, clause_start(sentence, at), link, before, floor, governor(sentence, at))
    for rule in _RULES:
        role = rule(case)
        if role:
            return role
    return Role("actual", None, "stated")


def _signed(case: Case) -> Role | None:
    return Role("change", case.amount.direction, "signed") if case.amount.direction else None


def _from(case: Case) -> Role | None:
    sentence, at = case.sentence, case.governor
    if sentence.word(at) != "from" or base_of(sentence.word(at - 1)) in ("range", "vary", "age"):
        return None
    if _goal(case):
        return Role("baseline", None, "from A to B")
    before = sentence.word(at - 1)
    is_back = case.link and sentence.word(governor(sentence, case.link.token)) == "to"
    is_changed = case.link is not None and case.link.token == at - 1 and case.before is not None and case.before.name == "change"
    if before in ("up", "down") or direction_of(before) or is_back or is_changed:
        return Role("baseline", None, f"{before} from")
    return None


def _goal(case: Case) -> int | None:
    """The later amount of the clause that "to" leads to."""
    sentence = case.sentence
    for later in range(case.at + 1, clause_end(sentence, case.at)):
        if sentence.tags[later] == "Q" and sentence.word(governor(sentence, later)) == "to":
            return later
    return None


def _from_in_brackets(case: Case) -> Role | None:
    """As in "increased by 6.7% (3,935 offences to 4,199)"."""
    sentence = case.sentence
    if sentence.tag(case.start - 1) != "(" or not case.before or case.before.name != "change":
        return None
    if case.at == case.start and _goal(case):
        return Role("baseline", None, "from A to B")
    return Role("actual", None, "from A to B") if sentence.word(case.governor) == "to" else None


def _growth_behind(case: Case) -> Role | None:
    """As in "a 12% rise", "2% lower", "450 fewer crimes", "£16 more", "42 above our target"."""
    sentence, at = case.sentence, case.at + 1
    if sentence.word(at) in ("a", "per", "each") and sentence.word(at + 1) in _TIME_BASES and sentence.word(at + 2) in ("more", "less"):  # "£10 a year more"
        at += 2
    word, after = sentence.word(at), sentence.word(at + 1)
    if word in _MORE_BEHIND and case.amount.unit != "times":
        is_more = word in ("more", "less", "extra", "additional", "further")
        if after == "from" or (is_more and not _is_difference(case)):
            return None
        down = word in _LESS_BEHIND
        return Role("change", "down" if down else "up", "growth behind")
    if word in ("over", "under") and after in ("budget", "target", "establishment", "plan"):
        return Role("change", "up" if word == "over" else "down", "growth behind")
    if word in ("short", "shy") and after == "of":
        return Role("change", "down", "growth behind")
    at = _behind_bracket(case)
    for right in range(at, min(at + 4, len(sentence.tags))):
        word = sentence.word(right)
        if word in ("above", "below", "outside") and sentence.tag(right + 1) == "D":
            return Role("change", "down" if word == "below" else "up", "growth behind")
        if sentence.tags[right] in "ANVE" and word in _GROWTH:
            return None if sentence.word(right + 1) == "target" else Role("change", _GROWTH[word], "growth behind")
        if sentence.tags[right] not in "AN":
            break
    return None


def _behind_bracket(case: Case) -> int:
    """Past "(or 721)" behind the number."""
    sentence = case.sentence
    if sentence.tag(case.at + 1) != "(":
        return case.at + 1
    close = sentence.tags.find(")", case.at)
    return close + 1 if 0 < close < case.at + 8 else case.at + 1


def _is_difference(case: Case) -> bool:
    sentence, at = case.sentence, case.at + 1
    if sentence.word(at) in ("extra", "additional", "further"):
        return bool(case.before and case.before.name == "change" and case.link and case.link.kind == "bracket")
    if sentence.word(at + 1) == "likely" or case.amount.unit is not None:
        return True
    following = sentence.said[at + 1 : at + 8]
    return "than" in following or bool(case.before and case.before.name == "change" and case.link and case.link.kind != "far")


def _growth_by(case: Case) -> Role | None:
    """As in "rose by 5%", "cut violence by 2%", "an increase in funding of £8m", "up 7%", "fell 3%"."""
    sentence, at = case.sentence, case.governor
    word = sentence.word(at)
    if word == "by" or (word == "equating" and case.before):
        floor = case.start if case.floor == at else case.floor  # "exceeded its allocation of 257 by 11"
        return _growth_in(sentence, max(case.start, floor, at - _REACH), at, "growth by")
    if word in ("of", "at") or (word == "to" and base_of(sentence.word(at - 1)) == "equate"):
        return _growth_of(sentence, at, max(case.floor, at - _REACH))
    if word in ("up", "down") and base_of(sentence.word(at - 1)) in _PARTICLE_VERBS:
        return None  # "shut down 74 county lines"
    if word in ("up", "down") and (sentence.tag(at - 1) not in "VE" or base_of(sentence.word(at - 1)) in ("go", "come", "move")):
        return Role("change", word, "growth before")
    direct = direction_of(word)
    if direct and sentence.tag(at) in "EV" and at + 2 >= case.at:
        is_lost = base_of(word) in ("lose", "gain", "cut")
        if base_of(word) in ("raise", "expand", "exceed", "improve", "widen"):
            return None
        if is_lost or case.amount.unit in ("%", "percentage points", "points", "GBP") or sentence.tag(at) == "E":
            return Role("change", direct, "growth before")
    return None


def _growth_in(sentence: Sentence, first: int, last: int, rule: str) -> Role | None:
    for left in range(last - 1, first - 1, -1):
        word = sentence.said[left]
        direction = word if word in ("up", "down") else direction_of(word)
        if direction and sentence.tags[left] != "A":
            return Role("change", direction, rule)
        if base_of(word) in _PASSING and sentence.tags[left] in "VE" and not _TARGET_NOUNS.isdisjoint(sentence.said[left:last]):
            return Role("change", _PASSING[base_of(word)], rule)
        if sentence.tags[left] in ";:":
            break
    return None


def _growth_of(sentence: Sentence, of: int, first: int) -> Role | None:
    for left in range(of - 1, first - 1, -1):
        word, tag = sentence.said[left], sentence.tags[left]
        if tag == "N" and word in _GROWTH:
            return Role("change", direction_of(word), "growth of") if left == of - 1 or sentence.word(left + 1) in ("in", "of", "to") else None
        if tag not in "NADPC":
            break
    return None


def _listed(case: Case) -> Role | None:
    """One of a list, or in brackets behind a change: "by 5% and 4%", "by £15, or 6.57%", "by 5% (249 offences)"."""
    link, before = case.link, case.before
    if not link or not before or before.name not in ("change", "target", "baseline"):
        return None
    is_inside = case.sentence.tag(case.start - 1) == "(" and link.token >= case.start
    if is_inside and before.name == "baseline" and link.same_unit and case.sentence.word(case.governor) != "to":  # "(35% in 2019/20, 36% in 2018/19)"
        return before._replace(rule=f"{before.rule}, listed")
    is_on = before.name == "baseline" and ",C" in case.sentence.tags[link.floor : case.at]  # "against 21 before, and 12 thefts"
    if link.kind in ("list", "row") and not is_on:
        return before._replace(rule=f"{before.rule}, listed")
    if link.kind == "far":
        return before._replace(rule=f"{before.rule}, verb left out") if _is_gapped(case) else None
    if link.kind != "bracket" or before.name != "change" or _has_level(case):
        return None
    return before._replace(rule=f"{before.rule}, in brackets")


def _is_gapped(case: Case) -> bool:
    """As in "burglary fell by 6% and robbery by 11%", "crime was down 8%, burglary 6%"."""
    if case.before is None or case.before.name != "change" or not case.link or not case.link.same_unit or not case.amount.unit:
        return False
    gap = case.sentence.tags[case.link.floor : case.at]
    return _NOUN_FIRST.match(gap) is not None and gap[-1:] in "PNA" and not _CLAUSE_MARKS.search(gap) and bool(
        _JOINT.search(gap)
    ) and (case.sentence.word(case.governor) in ("by", "to") or gap[-1:] in "NA" or "E" not in gap)


def _has_level(case: Case) -> bool:
    """Whether the bracket tells a level and not a difference: "(8,122 offences this year)", "(3,935 to 4,199)"."""
    sentence, at = case.sentence, case.at
    end = clause_end(sentence, at)
    inside = sentence.tags[case.floor : end]
    following = set(sentence.said[at + 1 : end])
    return "T" in inside or inside.count("Q") > 1 or bool(following & {"total", "now", "recorded", "this"})


def _target(case: Case) -> Role | None:
    sentence, at = case.sentence, case.at
    if sentence.tag(at + 1) == "M" and any(base_of(word) in _AIM_VERBS for word in sentence.said[at + 2 : at + 5]):
        return Role("target", None, "aim behind")
    for right in range(at + 1, min(at + 4, len(sentence.tags))):
        if sentence.said[right] in _TARGET_NOUNS and sentence.word(right - 1) != "of" and sentence.tags[right - 1] in "QNA":
            return Role("target", None, "target behind")
        if sentence.tags[right] not in "NA":
            break
    for left in range(at - 1, max(case.floor, at - _REACH) - 1, -1):
        tag, word = sentence.tags[left], sentence.said[left]
        is_planned = (word == "plan" and left == at - 2) or (word == "budget" and sentence.tag(left - 1) == "(")
        if (word in _TARGET_NOUNS or is_planned) and tag in "NAV" and not (left == at - 1 and case.amount.unit in ("months", "weeks", "days")):
            return Role("target", None, f"“{word}” before")
        if tag not in "DANPCR:(TBXM-," or (tag == "," and left < at - 1):
            break
    return _aim(case)


def _aim(case: Case) -> Role | None:
    """As in "we aim to recruit 50", "a pledge to put four", "To recruit 50 officers"."""
    sentence = case.sentence
    verb = _governing(case)
    if not verb:
        return None
    for left in range(max(0, verb[0] - 2), verb[1]):
        leads = ("to",) if sentence.said[left] == "bid" else ("to", "for", "on")  # "bid for" asks
        if base_of(sentence.said[left]) in _AIM_VERBS and sentence.word(left + 1) in leads:
            return Role("target", None, "aim")
    if base_of(sentence.word(verb[1] - 1)) in ("promise", "pledge") and sentence.tags[verb[1] - 1] in "VE" and verb[1] == case.at:
        return Role("target", None, "aim")
    is_aim = "I" in sentence.tags[verb[0] : verb[1]] and sentence.tags[verb[0]] == "B"
    if is_aim and not _AIMS.isdisjoint(sentence.said[case.start : verb[0]]):
        return Role("target", None, "aim is to")
    is_order = verb[0] == case.start and case.start == 0 and sentence.word(0) == "to"
    return Role("target", None, "“To” first") if is_order else None


def _governing(case: Case) -> tuple[int, int] | None:
    """The verb group before the amount; of "expect to recruit 120 and to open three" or "expect them to fall" the first."""
    sentence = case.sentence
    verb = verb_before(sentence, case.at, case.start)
    while verb and sentence.tags[verb[0]] in "IVG" and sentence.tag(verb[0] - 1) in "C," and verb[0] - 1 > case.start:
        earlier = verb_before(sentence, verb[0] - 1, case.start)
        if not earlier or sentence.tags[earlier[0]] == "E":
            break
        verb = earlier
    if verb and sentence.tags[verb[0]] == "I" and sentence.tag(verb[0] - 1) in "NM":
        earlier = verb_before(sentence, verb[0], case.start)
        is_near = earlier and verb[0] - earlier[1] <= _OBJECT_REACH and "I" not in sentence.tags[earlier[0] : earlier[1]]
        verb = (earlier[0], verb[1]) if earlier and is_near else verb
    return verb


def _baseline_named(case: Case) -> Role | None:
    """As in "from the 2019/20 baseline of 12,000 tonnes", "double the 2021 figure of 1,950"."""
    if case.link and case.sentence.word(case.link.token).endswith(("double", "twice")) and _NOUN_WORDS.fullmatch(case.sentence.tags[case.floor : case.at]):
        return Role("baseline", None, "double the ... of")
    near = case.sentence.said[max(case.floor, case.at - 3) : case.at]
    return Role("baseline", None, "“baseline”") if "baseline" in near else None


def _compared(case: Case) -> Role | None:
    """As in "compared with 94%", "against a national figure of 79.8", "lower than the 408", "vs 21", "an increase on the 85.5"."""
    sentence = case.sentence
    for left in range(case.at - 1, max(case.floor, case.at - _REACH) - 1, -1):
        tag, word = sentence.tags[left], sentence.said[left]
        if word in _COMPARISONS and _is_comparison(sentence, left):
            return Role("baseline", None, f"“{word}” before")
        if tag == "(" and left == case.at - 1 and sentence.tag(left - 1) == "T":
            continue
        if tag in "VCG,;:(" or (tag == "E" and word not in ("compared", "reported", "recorded")) or tag == "W":
            return None
        if tag == "B" and sentence.tag(left - 1) != "S":
            return None
    return None


def _is_comparison(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    if word == "on":
        return direction_of(sentence.word(at - 1)) is not None or sentence.word(at - 1) in ("up", "down", "improvement")
    if word in ("above", "below"):
        return sentence.tag(at + 1) == "D"
    return word != "against" or sentence.word(at - 1) not in _WRONGS


def _earlier(case: Case) -> Role | None:
    """In brackets or a clause of its own: "71% (68% in 2020/21)", "1,016 (788)", "while the national average was 79.8"."""
    sentence, at, link = case.sentence, case.at, case.link
    if not link or not case.before or case.before.name not in ("actual", "forecast") or not link.same_unit or link.kind == "of":
        return None
    if sentence.tags[max(0, at - 3) : at] == "(T:":
        return Role("baseline", None, "period and number in brackets")
    inside = sentence.text[sentence.spans[case.floor - 1][1] : sentence.spans[min(clause_end(sentence, at), len(sentence.spans)) - 1][1]].lower()
    if link.kind == "bracket":
        told = sentence.word(link.token)
        if not any(character.isdigit() for character in told) or " in " in told:  # "one in ten (11%)" tells one thing twice
            return None
        tells = "T" in sentence.tags[case.floor : clause_end(sentence, at)] or _EARLIER.search(inside) or _WIDE.search(inside)
        is_bare = sentence.tag(at - 1) == "(" and sentence.tag(at + 1) == ")" and not _VERB_OR_COMMA.search(sentence.tags[link.floor : at])
        return Role("baseline", None, "in brackets behind") if tells or is_bare else None
    told = sentence.text[sentence.spans[case.start][0] : sentence.spans[at][0]].lower()
    if case.start >= case.floor and _WIDE_ALONE.fullmatch(told):
        return Role("baseline", None, "beside the actual")
    if case.start >= case.floor and (_EARLIER.search(told) or _WIDE.search(told)) and "B" in sentence.tags[case.start : at]:
        return Role("baseline", None, "beside the actual")
    return None


def _forecast(case: Case) -> Role | None:
    sentence = case.sentence
    verb = _governing(case)
    if verb:
        group = sentence.said[verb[0] : verb[1]]
        hit = next((word for word in group if word in _FORECAST_WORDS), "set to" if "set to" in " ".join(group) else None)
        if hit in ("could", "may", "might") and case.amount.qualifier == "up_to":
            return None  # what is allowed: "each could bid for up to £20k"
        if hit and not _PASSIVE.search(sentence.tags[verb[0] : verb[1]].replace("BEI", "")):
            return Role("forecast", None, f"“{hit}” before")
    floor = verb[1] if verb and not (verb[0] > 0 and sentence.tags[verb[1] - 1] == "G") else case.start
    for left in range(case.at - 1, max(floor, case.at - 8) - 1, -1):
        if sentence.said[left] in _FORECAST_ADJECTIVES:
            return Role("forecast", None, f"“{sentence.said[left]}” before")
    after = verb_after(sentence, case.at, clause_end(sentence, case.at))
    behind = set(sentence.said[after[0] : after[1]]) if after else set()
    if behind & _FORECAST_WORDS - {"would"} and not {"have", "had", "has"} & behind:
        return Role("forecast", None, "will behind")
    return _by_date(case, verb)


def _by_date(case: Case, verb: tuple[int, int] | None) -> Role | None:
    """As in "1,900 student officers by March 2022", where nothing says that it has happened."""
    sentence = case.sentence
    has_past = verb and any(tag in "EB" for tag in sentence.tags[verb[0] : verb[1]])
    if has_past:
        return None
    for right in range(case.at + 1, min(case.at + 9, len(sentence.tags))):
        if sentence.said[right] == "by" and "T" in sentence.tags[right + 1 : right + 5]:
            return Role("forecast", None, "by a later date")
        if sentence.tags[right] not in "ANPD":
            break
    return None


def spread_back(sentence: Sentence, at: Sequence[int], roles: list[Role], links: Sequence[Link | None]) -> None:
    """Give a row of numbers the change that stands behind its last: "13%, 8% and 10% lower respectively".

    What is reached is none of them: "lengthened to 82 minutes, 22 minutes outside the target", "was 9, two fewer than before".
    """
    is_row = False  # whether "and" has joined numbers behind
    for n in range(len(roles) - 1, 0, -1):
        link = links[n]
        if link and link.kind in ("list", "bracket") and link.same_unit and roles[n].rule == "growth behind" and roles[n - 1].name == "actual":
            is_row = is_row or link.kind == "bracket" or "C" in sentence.tags[link.floor : at[n]]
            is_level = sentence.word(governor(sentence, at[n - 1])) in ("to", "at")
            roles[n - 1] = roles[n - 1] if is_level or not is_row else roles[n]
        else:
            is_row = False


@lru_cache(4096)
def direction_of(word: str) -> str | None:
    """Which way a word of growth points: "up", "down" or None.

    >>> direction_of("rose"), direction_of("reductions"), direction_of("officers")
    ('up', 'down', None)
    """
    base = base_of(word)
    if base in _GROWTH_UP or word in _GROWTH_UP:
        return "up"
    return "down" if base in _GROWTH_DOWN or word in _GROWTH_DOWN else None


def _growing_subject(case: Case) -> Role | None:
    """As in "the increase is 31p a week", "the rise in the precept is 1.99%", "a quarter of our grant has been cut"."""
    sentence = case.sentence
    verb = verb_before(sentence, case.at, case.start)
    if verb and base_of(sentence.word(verb[1] - 1)) in ("is", "was", "be", "come", "amount", "equal", "represent", "stand", "average", "mean"):
        subject = subject_of(sentence, verb[0], case.start)
        head = sentence.tags[subject[0] : subject[1]].find("P") if subject else -1
        at = subject[0] + head - 1 if subject and head > 0 else (subject[1] - 1 if subject else -1)
        is_goal = case.before is not None and case.before.name == "baseline"
        if subject and not is_goal and sentence.tags[at] == "N" and direction_of(sentence.word(at)) and not sentence.word(at).startswith(("loss", "cut", "gain")):
            return Role("change", direction_of(sentence.word(at)), "growth is")
    after = None if verb else verb_after(sentence, case.at, clause_end(sentence, case.at))
    if after and sentence.tags[after[0]] == "B" and sentence.word(after[1]) not in ("on", "to", "into", "through") and base_of(sentence.word(after[1] - 1)) in ("cut", "lose", "go"):
        return Role("change", "down", "cut behind")
    return None


def _was_before_now(case: Case) -> Role | None:
    """As in "the average wait, which was 15 minutes in October, is now down to 31 seconds"."""
    sentence = case.sentence
    if sentence.tag(case.start - 1) != "S" or sentence.word(case.start) not in ("was", "were", "stood", "had"):
        return None
    rest = sentence.said[case.at + 1 : case.at + 14]
    return Role("baseline", None, "“was” before “now”") if "now" in rest else None


_RULES: Sequence[Callable[[Case], Role | None]] = (
    _signed, _from, _from_in_brackets, _growth_behind, _growth_by, _growing_subject, _listed, _target, _baseline_named, _compared, _earlier, _was_before_now, _forecast,
)  # fmt: skip
