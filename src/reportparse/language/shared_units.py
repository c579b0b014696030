"""Kind and unit of numbers that leave them to a neighbour, or to what stands in front."""

import re
from collections.abc import Mapping, Sequence

from reportparse.language.clauses import Sentence, clause_start, outside, verb_before
from reportparse.language.directions import direction_of
from reportparse.language.gapping import find_conjunct
from reportparse.language.kinds import BARE, Kind
from reportparse.language.links import GAP, Link, find_compared, find_gapped, find_row
from reportparse.language.nouns import is_plural
from reportparse.language.phrases import noun_after, noun_apposed, noun_before, subject_of
from reportparse.language.role_case import Role
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_MEASURING = words("nouns", "measuring")
_STATE_VERBS = words("clues", "state_verbs")
_PLACE_ENDS = frozenset(name.lower().split()[-1] for name in words("places", "wide"))  # "Wales" counts nothing
_LASTING = ("take", "wait", "last")  # bases of verbs that a length of time stands behind
_GAPPED = re.compile(r"[,;]?C?P[AN]+(?:C[AN]+)?(?:MB)?")  # over word classes
_AND_THEN = re.compile(r"[AN]*(?:P?T)?,?CP?T,?[RD]*")
_WAITS = frozenset(("wait", "waits", "time", "times", "delay", "delays"))
_GROWN = ("actual", "change", "baseline")
_TIMES = ("days", "hours", "minutes", "weeks", "months", "working days")
_SEEING = ("see", "show", "witness", "experience")  # "the number of victims saw a reduction"
_PRONOUNS = frozenset(("they", "it", "we", "he", "she", "i"))
_AGAIN = frozenset(("or", "equivalent", "equal", "equating"))
_LABEL = re.compile(r"[DAN]*N(?:P[DAN]*N)*E?P?")  # over word classes
_VERB = re.compile(r"[BVWE]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+\b|\d{4,}\b")
_HUNDREDS = re.compile(r"[1-9]\d\d")
_DECIMAL = re.compile(r"\d+\.\d+")
_SMALL = re.compile(r"\d{1,2}(?![\d,])|[a-z]")
_PLACES = words("places", "towns") | words("places", "areas") | words("places", "wide")


def _noun_in_front(sentence: Sentence, at: int, start: int) -> str | None:
    """The plural that the subject ends in or speaks of: "the number of complaints rose to 400", "Homicides: 15"."""
    at, start = outside(sentence, at, start)
    if sentence.word(at - 1) == "at" and sentence.tag(at - 2) == ",":
        at -= 2
    thing = _thing_changed(sentence, at, start)
    if thing:
        return thing
    if at == start and sentence.tag(start - 1) in (":", "-"):
        at, start = start - 1, clause_start(sentence, start - 1)
    verb = verb_before(sentence, at, start)
    subject = subject_of(sentence, verb[0] if verb else at, start)
    if not subject:
        return None
    first, last = subject
    of = next((left for left in range(first, last) if sentence.word(left) == "of" and sentence.word(left - 1) in _MEASURING), None)
    if of is not None:
        noun = noun_after(sentence, of + 1, last)
        return sentence.phrase(*noun) if noun else None
    noun = noun_after(sentence, first, last)
    is_seen = verb is not None and base_of(sentence.word(verb[1] - 1)) in _SEEING and direction_of(sentence.word(verb[1] + 1)) is not None
    if verb and not is_seen and base_of(sentence.word(verb[1] - 1)) not in _STATE_VERBS and sentence.tags[verb[0]] not in "BQ":
        return None
    if not noun or not sentence.word(noun[1] - 1).endswith("s") or sentence.word(noun[1] - 1) in _MEASURING | _PLACE_ENDS:
        return None
    said = sentence.phrase(*noun)
    return None if said in _PLACES else said  # "the rate for Wales was 93.6"


def _thing_changed(sentence: Sentence, at: int, start: int) -> str | None:
    """The object before "from": "cut the number of active county lines from 64 to 40"."""
    if sentence.word(at - 1) not in ("from", "by") or sentence.tag(at - 2) != "N":
        return None
    noun = noun_before(sentence, at - 1, start)
    of = next((left for left in range(*noun) if sentence.word(left) == "of"), None) if noun else None
    if noun is None or sentence.tag(noun[0] - 1) in ".;:":
        return None
    counted = noun_after(sentence, of + 1 if of else noun[0], noun[1])
    return sentence.phrase(*counted) if counted and sentence.word(counted[1] - 1).endswith("s") else None


def share_units(
    sentence: Sentence, at: Sequence[int], known: tuple[list[Kind], list[Role], list[Link | None]], told: Mapping[str, str]
) -> list[Kind]:
    """Kind and unit, those that a number lacks taken from its pair, as in "from 30 to 18 weeks" or "A (target B)".

    `told` are the last units of the sentences before by kind: "230 requests came in. Of those, 35 were upheld."
    """
    own, roles, links = known
    kinds = list(own)
    _share_on(sentence, at, kinds, (roles, links))
    _share_back(sentence, at, kinds, (roles, links))
    for n, kind in enumerate(kinds):
        is_time = n and kind == BARE and kinds[n - 1].name == "duration" and roles[n].rule == "growth behind"
        is_end = n and kind == BARE and kinds[n - 1].name == "count" and roles[n - 1].rule == "from A to B"
        if is_end or (is_time and roles[n - 1].name != "change"):  # "from 66 to 77", "52 days, seven fewer than before"
            kinds[n] = kinds[n - 1]
        elif kind == BARE and (conjunct := find_conjunct(sentence, at[n])):  # "and reviews by 21%, to 74"
            kinds[n] = Kind("count", _plural_of(sentence, conjunct))
        elif kind == BARE:
            again = _share_one(sentence, at, kinds, (roles, links), n) if n else kind  # with one whose unit was found but now
            found = again if again.name == "duration" else _read_length(sentence, at[n], kinds[:n], told)
            kinds[n] = found or _read_things(sentence, at[: n + 1], links[n], kinds[:n], told)
    _spread_row(sentence, at, kinds, own)
    return kinds


def _find_said_again(sentence: Sentence, at: Sequence[int], n: int) -> int | None:
    """The number, by place, of whose things another one is: of the same verb of theirs, or in the subject of its bracket.

    As in "They gave 96,840 hours of duty; in 2019/20 they gave 74,300", "3,120 hours of help with shopping were counted (9,450)".
    """
    token = at[n]
    is_bracket = sentence.tags[token - 1 : token + 2] == "(Q)"
    stop = token - is_bracket
    start = clause_start(sentence, stop)
    verb = verb_before(sentence, stop, start)
    if not n or not verb or verb[1] != stop:
        return None
    if is_bracket:
        first, last = subject_of(sentence, verb[0], start) or (0, 0)
        return next((place for place in range(n) if first <= at[place] < last), None)
    is_on = sentence.tag(verb[0] - 1) == "C" and verb[1] - verb[0] == 1  # "they were 171 and served 51,870"
    if not is_on and (sentence.word(verb[0] - 1) not in _PRONOUNS or verb[0] - 1 < start):
        return None
    said = base_of(sentence.word(verb[1] - 1))
    before = [verb_before(sentence, other, clause_start(sentence, other)) for other in at[:n]]
    return next((place for place, group in enumerate(before) if group and base_of(sentence.word(group[1] - 1)) == said), None)


def _share_on(
    sentence: Sentence, at: Sequence[int], kinds: list[Kind], known: tuple[Sequence[Role], Sequence[Link | None]]
) -> None:
    for n in range(1, len(kinds)):
        kinds[n] = _share_one(sentence, at, kinds, known, n)


def _share_one(
    sentence: Sentence, at: Sequence[int], kinds: Sequence[Kind], known: tuple[Sequence[Role], Sequence[Link | None]], n: int
) -> Kind:
    """The kind of one amount, with what it has from those in front of it."""
    roles, links = known
    if kinds[n] == BARE and (again := _find_said_again(sentence, at, n)) is not None:
        return kinds[again]
    is_length = n > 1 and kinds[n - 1].name == "duration" != kinds[n - 2].name
    is_limit = is_length and sentence.said[at[n - 1]].startswith(("within ", "under "))
    is_set_beside = kinds[n] == BARE and roles[n].name == "baseline" and kinds[n - 1].name == "count"
    of = n - 2 if is_limit or roles[n].rule == "from A in B" else find_compared(sentence.tags, at, n) if is_set_beside else n - 1
    other, place = kinds[of], at[of]  # "86% within 15 minutes, up from 82"
    if n > 1 and kinds[n] == BARE and (roles[n - 2].name, roles[n - 1].name, roles[n].name) == _GROWN and sentence.word(at[n] - 1) == "on":
        return kinds[n - 2]  # "57,905 hours, 5.4% down on 61,240"
    if _is_pronoun(sentence, at[n]) or (is_limit and _is_pair(roles, links, n)):
        return _shared_unit(sentence, (at[n], place), kinds[n], other, ("percent", "money"))
    if roles[n].rule.endswith("verb left out") and kinds[n] == BARE and kinds[n - 1].name in ("points", "percent") and sentence.word(at[n] - 1) == "of":
        return kinds[n - 1]  # "an increase of 1.2 points on March 2023 and of 6.8 on March 2019"
    if _is_pair(roles, links, n) or (kinds[n - 1].name == "rate" and _is_gapped(sentence, at[n], links[n])):
        return _shared_unit(sentence, (at[n], place), kinds[n], other, ("percent",) if roles[n - 1].rule == "from A to B" else ())
    return kinds[n]


def _share_back(
    sentence: Sentence, at: Sequence[int], kinds: list[Kind], known: tuple[Sequence[Role], Sequence[Link | None]]
) -> None:
    roles, links = known
    for n in range(len(kinds) - 1, 0, -1):
        link = links[n]
        is_goal = roles[n - 1].rule == "from A to B"
        if _is_of_another(sentence, at[n - 1]):
            continue
        if link and kinds[n].name == "rate" and not _AGAIN.isdisjoint(sentence.said[link.token + 1 : at[n]]):  # "5,602, or 8.1 per 1,000"
            continue
        if link and (link.kind in ("list", "row", "of") or is_goal) and (is_goal or kinds[n].name in ("count", "rate")):
            kinds[n - 1] = _shared_unit(sentence, (at[n - 1], at[n]), kinds[n - 1], kinds[n], ("percent", "points"))


def _read_things(sentence: Sentence, tokens: Sequence[int], link: Link | None, before: Sequence[Kind], told: Mapping[str, str]) -> Kind:
    """What the bare number at the last of the tokens counts: in front of it, or what was counted before."""
    at = tokens[-1]
    if link and before[-1].name == "count" and before[-1].unit and _AND_THEN.fullmatch(sentence.tags, link.token + 1, at):
        return before[-1]  # "had 1,800 officers in 2010 and in 2018 about 700"
    gapped = _read_gapped(sentence, at, link) or noun_apposed(sentence, at, 0)
    noun = _plural_of(sentence, gapped) if gapped else _noun_in_front(sentence, at, clause_start(sentence, at))
    is_place = gapped is not None and sentence.phrase(*gapped) in _PLACES
    is_named = noun is None and not is_place and (gapped is not None or _has_label(sentence, at))
    is_object = sentence.tag(at - 1) in "EV" and base_of(sentence.word(at - 1)) not in _STATE_VERBS  # "two services supported 2,965"
    if is_object and not _VERB.search(sentence.tags, clause_start(sentence, at), at - 1):  # no unit of its subject's
        before = before[: sum(token < clause_start(sentence, at) for token in tokens)]
    if noun in _TIMES and "average" in sentence.said:  # "the average number of days has decreased from 278 to 131"
        return Kind("duration", noun)
    earlier = next((other.unit for other in reversed(before) if other.name == "count" and other.unit), None)
    return Kind("count", noun or (None if is_named else earlier or told.get("count")))


def _spread_row(sentence: Sentence, at: Sequence[int], kinds: list[Kind], own: Sequence[Kind]) -> None:
    """As in "4,115 officers, 2,480 staff and 245 PCSOs; strength was 4,203, 2,391 and 221 respectively"."""
    for last, token in enumerate(at):
        if "respectively" in sentence.said[token + 1 : token + 3]:
            row = find_row(sentence.tags, at, last)
            given = [kind for kind in own[: row.start] if kind.unit and kind.name == "count"]
            if len(given) == len(row) and not any(own[n].unit for n in row):
                kinds[row.start : row.stop] = given


def _read_length(sentence: Sentence, at: int, before: Sequence[Kind], told: Mapping[str, str]) -> Kind | None:
    """As in "it took 14 days; the year before it took 11": in the unit of the length told before."""
    if sentence.said[at + 1 : at + 3] == ["of", "them"]:  # "It took 439,875 of them"
        return None
    verb = len(sentence.tags[:at].rstrip("R")) - 1
    is_wait = sentence.tag(verb) == "B" and not _WAITS.isdisjoint(sentence.said[clause_start(sentence, at) : verb])  # "the wait was more than 30"
    is_next = sentence.tag(at - 1) == "N" or (sentence.word(at - 1) == "for" and sentence.tag(at - 2) == "N")
    if not is_wait and before and before[-1].name == "duration" and is_next and _is_broken(sentence, at):
        return before[-1]  # "Officers lost 9.9 days on average and staff 10.6", "were ill for 9.9 days each, staff for 8.4"
    if not is_wait and not before and _is_broken(sentence, at):
        return Kind("duration", told["duration"]) if "duration" in told else None
    if not is_wait and (base_of(sentence.word(verb)) not in _LASTING or sentence.tag(verb) not in "VE"):
        return None
    unit = next((kind.unit for kind in reversed(before) if kind.name == "duration"), None) or told.get("duration")
    return Kind("duration", unit) if unit else None


def _is_broken(sentence: Sentence, at: int) -> bool:
    """Whether a number is no whole one, so that it counts no things: "Last year it was 10.2", "the force needed 14.2"."""
    return _DECIMAL.fullmatch(sentence.said[at]) is not None and sentence.tag(at + 1) in ".,;)T"


def _shared_unit(
    sentence: Sentence, pair: tuple[int, int], lacking: Kind, other: Kind, also: tuple[str, ...] = ()
) -> Kind:
    """The unit of its pair; thousands are no share or time beside a small one: "86.7% (95,212 and 90.4% a year before)".

    Nor are hundreds a share: "fell by 27.8% to 156 offences from 216".
    """
    own, beside = (sentence.said[at] for at in pair)
    is_small = other.name in ("percent", "points", "duration") and _SMALL.match(beside) is not None
    is_over = other.name == "percent" and _HUNDREDS.fullmatch(own) is not None
    return lacking if is_over or (is_small and _THOUSANDS.match(own)) else _shared(lacking, other, also)


def _is_of_another(sentence: Sentence, at: int) -> bool:
    """Whether a noun in front has the number: "staff of 2,351 and 98 PCSOs"; of "a total of" it is told behind."""
    return sentence.word(at - 1) == "of" and sentence.tag(at - 2) == "N" and sentence.word(at - 2) not in _MEASURING


def _has_label(sentence: Sentence, at: int) -> bool:
    """As in "Victims – 528, Offender – 875": a noun of its own before a dash or colon; or "Visits made: 170"."""
    is_done = sentence.tag(at - 1) == ":" and _LABEL.fullmatch(sentence.tags, clause_start(sentence, at - 1), at - 1) is not None
    return is_done or (sentence.tag(at - 1) in (":", "-") and sentence.tag(at - 2) == "N")


def _read_gapped(sentence: Sentence, at: int, link: Link | None) -> tuple[int, int] | None:
    """As in "robberies came to 1,204 and burglaries to 3,309": what the left out verb is said of."""
    return find_gapped(sentence, at, link) if link and GAP.search(sentence.tags[link.floor : at]) else None


def _plural_of(sentence: Sentence, phrase: tuple[int, int]) -> str | None:
    first, last = phrase
    noun = noun_after(sentence, first + (sentence.tag(first) == "D"), last)
    if noun and sentence.phrase(*noun) in _PLACES:
        return None
    return sentence.phrase(*noun) if noun and is_plural(sentence.word(noun[1] - 1)) else None


def _is_gapped(sentence: Sentence, at: int, link: Link | None) -> bool:
    """As in "the rate was 79.9 and in West Yorkshire 121", "; in England and Wales there were 89.7"."""
    return link is not None and _GAPPED.fullmatch(sentence.tags, link.floor, at) is not None


def _is_pronoun(sentence: Sentence, at: int) -> bool:
    """Whether the number is told of "it" or "the figure": "in Wales it is 359"."""
    return sentence.word(at - 1) in ("is", "was") and sentence.word(at - 2) in ("it", "figure")


def _shared(lacking: Kind, other: Kind, also: tuple[str, ...] = ()) -> Kind:
    if lacking == Kind("rate", None) and other.name == "rate":
        return other
    if other == Kind("ratio", "times"):
        return lacking
    is_shared = other.name in ("count", "rate", "duration", "ratio", *also) or (other.name == "other" and other.unit != "rank")
    return other if lacking == BARE and is_shared else lacking


def _is_pair(roles: Sequence[Role], links: Sequence[Link | None], n: int) -> bool:
    """Whether the second may have left out what the first has."""
    link = links[n]
    if link is None or roles[n].rule == "from A to B":
        return False
    is_near = link.kind in ("list", "row", "bracket", "of")
    return is_near or roles[n - 1].rule == "from A to B" or roles[n].name in ("baseline", "target")
