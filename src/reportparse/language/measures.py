"""What is measured, in the report's words: the noun counted, what a share is of, what money went to, else the subject."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportparse.language.clauses import (
    Sentence,
    clause_end,
    clause_start,
    noun_after,
    noun_before,
    outside,
    subject_of,
    verb_after,
    verb_before,
)
from reportparse.language.kinds import Kind, noun_counted
from reportparse.language.links import Link, governor
from reportparse.language.measure_words import MAX_WORDS, clean
from reportparse.language.roles import Role, direction_of
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_LEVEL_NOUNS, _TARGET_NOUNS, _MORE_BEHIND = words("clues", "level_nouns"), words("clues", "target_nouns"), words("clues", "more_behind")
_STATE_VERBS, _AGENTS = words("clues", "state_verbs"), words("clues", "agents")
_GENERIC = words("nouns", "generic")
_STATING = _STATE_VERBS | {"is", "was", "were", "are", "been", "be"}
_MAX_LABEL = 6  # words of a label without a noun
# Over word classes.
_APPOSED = re.compile(r"(?:[DANR]*(?:P[DANTP]*)?[,(C-]+)?[DARP]*N?P?[DR]*")
_RANKED_FOR = re.compile(r"(?:P[DA]?Q?[AN]*)?R?P")
_FINITE = re.compile(r"[BVW]")
_TAIL_END = re.compile(r"[;:\-()QTSMW.,]")
_GAP = re.compile(r"^[^BWVESG]*[C;,][DAN]*N(?:P[DR]*)?$")  # "... and robbery for just 1.2%"
_TIME_AFTER = re.compile(r"\s?(?:a|an|per|each|every)\s(?:year|week|month|day|quarter|head|person|annum|hour)\b")


class Place(NamedTuple):
    """One amount in its sentence, with what is already known of it.

    at: its token. stop: the next amount's. start, end: its clause. outer: where its subject is looked for.
    """

    sentence: Sentence
    at: int
    stop: int
    start: int
    end: int
    outer: tuple[int, int]
    kind: Kind
    role: Role
    link: Link | None


def read_place(sentence: Sentence, at: int, stop: int, known: tuple[Kind, Role, Link | None]) -> Place:
    """The place of the amount at token `at`, with its kind, role and link."""
    start = clause_start(sentence, at)
    end = min(stop, clause_end(sentence, at))
    return Place(sentence, at, stop, start, end, outside(sentence, at, start), *known)


def read_measure(place: Place) -> str | None:
    """The measure of an amount by its own words, None where only its neighbours tell."""
    is_apposed = place.role.name == "change" and place.link and _is_apposed(place)
    if is_apposed or (place.sentence.word(place.at + 1) == "of" and place.sentence.word(place.at + 2) in ("whom", "which", "them")):
        return None
    return next((phrase for reader in _readers(place) if (phrase := clean(reader(place) or ""))), None)


def _readers(place: Place) -> Sequence[Callable[[Place], str | None]]:
    """Where to look for the measure, by the kind of number, the likeliest first."""
    readers = _readers_of_kind(place)
    return (_before_from, *readers) if place.role.rule == "from A to B" else readers


def _readers_of_kind(place: Place) -> Sequence[Callable[[Place], str | None]]:
    if place.kind.name in ("count", "rate") and _counted(place):
        return (_named_thing, _counted)
    if place.kind.name in ("percent", "points", "ratio", "rate") or place.role.name == "change":
        readers = (_gapped, _labelled, _behind_bracket, _of_growth, share_of, _named_before, _modified, _subject, _object, _headed)
        return readers if place.role.name == "change" else (*readers, _tail)
    if place.kind.name == "money":
        return (_part_of, _gapped, _labelled, _named_before, _stated_subject, _spent, _subject, _object, _tail)
    if place.kind.name == "duration":
        return (noun_of, _gapped, _labelled, _named_before, _waited, _stated_subject, _subject, _object, _tail)
    if place.kind.name == "other":
        if place.kind.unit == "rank":
            return (_ranked, _named_before, _subject)
        return (noun_of, _labelled, _named_before, _subject, _object)
    return (noun_of, _labelled, _named_before, _stated_subject, _unit, _subject, _object, _tail)


def _before_from(place: Place) -> str | None:
    """As in "cut the number of buildings from 94 to 61": the object of the verb, and not its subject."""
    sentence, at = place.sentence, governor(place.sentence, place.at)
    if sentence.word(at) != "from" or sentence.tag(at - 1) != "N":
        return None
    noun = noun_before(sentence, at, place.start)
    if not noun or not (verb_before(sentence, noun[0], place.start) or direction_of(sentence.word(noun[0]))):
        return None
    first = next((left + 1 for left in range(*noun) if sentence.word(left) in ("in", "of") and direction_of(sentence.word(left - 1))), noun[0])
    return sentence.phrase(first, noun[1])


def _behind_bracket(place: Place) -> str | None:
    """As in "robbery (8,122 offences) 5% lower": what stands in front of the bracket."""
    sentence = place.sentence
    if sentence.tag(place.at - 1) != ")":
        return None
    opening = sentence.tags.rfind("(", 0, place.at)
    noun = noun_before(sentence, opening, place.start) if opening > place.start else None
    return sentence.phrase(*noun) if noun else None


def _part_of(place: Place) -> str | None:
    """As in "savings of £5.4m, of which £2.2m has been identified": a part of what was told just before."""
    is_part = place.sentence.word(place.at - 1) in ("which", "whom", "these", "those", "them") and place.sentence.word(place.at - 2) == "of"
    return place.kind.unit if is_part and place.kind.name == "count" else None


def _unit(place: Place) -> str | None:
    return place.kind.unit


def _gapped(place: Place) -> str | None:
    """As in "burglary fell by 6% and robbery by 11%": the noun phrase since the number before."""
    is_whole = place.sentence.word(place.at + 1) == "of"
    if not place.link or is_whole or not (place.role.rule.endswith("verb left out") or _GAP.search(place.sentence.tags[place.link.floor : place.at])):
        return None
    sentence, last = place.sentence, governor(place.sentence, place.at)
    last = last if sentence.tag(last) == "P" else last + 1
    first = place.link.floor
    while first < last and sentence.tags[first] not in "C,;":
        first += 1
    while first < last and sentence.tags[first] in "C,;":
        first += 1
    return sentence.phrase(first, last) or None


def _labelled(place: Place) -> str | None:
    """As in "drug crime (-18%)": what stands in front of a bracket that belongs to no other number."""
    is_own = not place.link or place.link.kind != "bracket"
    return _label(place) if is_own and place.sentence.tag(place.start - 1) == "(" and place.start == place.at else None


def _headed(place: Place) -> str | None:
    """As in "Stalking offences: up 14% to 3,208"."""
    return _label(place) if place.sentence.tag(place.start - 1) in (":", "-") else None


def _ranked(place: Place) -> str | None:
    """As in "the 8th highest homicide rate", "3rd of 43 forces for recorded crime"."""
    at = place.at + 1
    while place.sentence.word(at) in ("highest", "lowest", "best", "worst", "most", "least"):
        at += 1
    noun = noun_after(place.sentence, at, place.stop) if at > place.at + 1 else None
    if noun:
        return place.sentence.phrase(*noun)
    named = _RANKED_FOR.match(place.sentence.tags, place.at + 1)
    if named and place.sentence.word(named.end() - 1) in ("for", "on") and place.sentence.tag(named.end()) in "DAN":
        return _phrase_after(place._replace(end=clause_end(place.sentence, place.at)), named.end())
    return None


def _is_apposed(place: Place) -> bool:
    """As in "156 gun offences, a decrease of 27.8%": the change is of what was told just before."""
    sentence, at = place.sentence, place.at
    if place.role.rule.endswith("verb left out"):
        return False
    gap = sentence.tags[place.link.token + 1 if place.link else at : at]
    behind = sentence.word(at + 1) in ("in", "of") or (direction_of(sentence.word(at + 1)) and sentence.word(at + 2) in ("in", "of"))
    is_plain = _APPOSED.fullmatch(gap) is not None
    return is_plain and not behind and (noun_after(sentence, at + 1, place.stop) is None or place.kind.name != "count")


def _counted(place: Place) -> str | None:
    """The noun behind the number; for a rate the same."""
    return noun_of(place) if place.kind.name == "count" or not (place.kind.unit or "").startswith("per") else None


def _named_thing(place: Place) -> str | None:
    """What "offences" are of, where the sentence says so: "gun crime stood at 156 offences", "robbery (8,122 offences)"."""
    if (noun_of(place) or "").lower() not in _GENERIC:
        return None
    if place.sentence.tag(place.start - 1) in (":", "-") and place.start == place.at:
        return _label(place)
    if place.sentence.tag(place.start - 1) == "(":
        is_own = not place.link or place.link.kind != "bracket"
        return _label(place) if is_own else None
    if place.kind.unit == "times":
        verb = verb_before(place.sentence, place.at, place.start)
        subject = subject_of(place.sentence, verb[0], place.start) if verb else None
        return place.sentence.phrase(*subject) if subject else None
    return _stated_subject(place) if place.role.name != "change" else None


def noun_of(place: Place) -> str | None:
    """The noun that the number counts, None where none stands behind it."""
    noun = noun_counted(place.sentence, place.at, place.stop)
    return place.sentence.phrase(*noun) if noun else None


def _phrase_after(place: Place, at: int) -> str | None:
    """The noun phrase at token `at` with the words that hang on it, to the end of the clause."""
    sentence, last = place.sentence, at
    while last < min(place.end, at + MAX_WORDS) and not _TAIL_END.match(sentence.tags, last):
        if sentence.tags[last] in "BV" and last > at:
            break
        if sentence.tags[last] == "C" and (sentence.tag(last + 1) in "EVR" or last + 1 >= place.end):
            break
        if sentence.tags[last] == "C" and place.end == place.stop and _GAP.match(sentence.tags[at : place.stop]):
            break
        if sentence.word(last) in ("compared", "since", "during", "by") and last > at:
            break
        last += 1
    return sentence.phrase(at, last) if last > at else None


def _of_growth(place: Place) -> str | None:
    """As in "a 12% rise in burglary", "an increase in funding of £8m", "cut violence by 2%"."""
    if place.role.name != "change":
        return None
    sentence, at = place.sentence, place.at
    if place.role.rule == "signed" and sentence.said[at][-1:].isalpha():
        noun = _phrase_after(place, at + 1) if sentence.tag(at + 1) in "DAN" else None
        return noun or _subject(place)
    of = governor(sentence, at)
    if sentence.word(of) == "of" and sentence.word(at + 1) in ("in", "on") and direction_of(sentence.word(of - 1)) and sentence.tag(at + 2) in "DAN":
        return _phrase_after(place, at + 2)
    if sentence.word(at + 1) in _MORE_BEHIND and sentence.tag(at + 2) in "AN":
        return _phrase_after(place, at + 2)
    for right in range(at + 1, min(at + 5, place.end)):
        if direction_of(sentence.word(right)) and sentence.word(right + 1) in ("in", "of", "to"):
            return _phrase_after(place, right + 2)
        if sentence.tags[right] not in "AN":
            break
    for left in range(at - 1, max(place.start - 1, at - 14), -1):
        word = sentence.word(left)
        if direction_of(word) and sentence.tags[left] in "NVE":
            changed = _changed(place, left)
            if changed or place.role.rule != "growth is":
                return changed
        if place.link and left == place.link.token:
            break
    return None


def _changed(place: Place, growth: int) -> str | None:
    sentence, at = place.sentence, place.at
    last = at
    while last > growth and sentence.tags[last - 1] in "PRDQ(,C" and last - 1 > growth:
        last -= 1
    if last - 1 <= growth:
        return None
    first = growth + 2 if sentence.word(growth + 1) in ("in", "of", "to") else growth + 1
    phrase = sentence.phrase(first, last)
    return phrase if any(tag == "N" for tag in sentence.tags[first:last]) else None


def share_of(place: Place) -> str | None:
    """As in "43% of victims", "a 92% satisfaction rate"."""
    sentence, at = place.sentence, place.at
    is_worded = sentence.said[at][-1:].isalpha()  # "and a third of its PCSOs"
    is_share = place.kind.name != "points" and (place.role.name != "change" or place.role.rule == "cut behind" or is_worded)
    if is_share and sentence.word(at + 1) == "of" and sentence.tag(at + 2) not in "MS":
        return _phrase_after(place, at + 2)
    return None


def _modified(place: Place) -> str | None:
    """As in "a 92% satisfaction rate"."""
    sentence, at = place.sentence, place.at
    if place.kind.name == "percent":
        noun = noun_after(sentence, at + 1, place.stop) if sentence.tag(at + 1) in "AN" else None
        if noun and not direction_of(sentence.word(noun[1] - 1)) and sentence.word(noun[1] - 1) not in _TARGET_NOUNS:
            return sentence.phrase(*noun)
    return None


def _named_before(place: Place) -> str | None:
    """As in "a budget of £1.4m", "the highest satisfaction rate at 57.7%", "stolen plant worth £2.3m", "Drug crime (-18%)"."""
    sentence, at = place.sentence, place.at
    left = at - 1
    while left >= place.start and (sentence.tags[left] in "RD" or sentence.word(left) in ("is", "was", ":")):
        left -= 1
    if sentence.tag(left) == "(" or (left < place.start and sentence.tag(place.start - 1) in "(:-"):
        return _label(place)
    word = sentence.word(left)
    if word in ("of", "at", "worth", "totalling") and left - 1 >= 0:
        left -= sentence.tag(left - 1) == ","
        noun = noun_before(sentence, left, max(place.start, place.link.token + 1 if place.link else 0))
        if noun:
            return _without_level(place, noun)
    if left >= place.start and sentence.tags[left] in "NA" and word not in ("another", "additional", "further"):
        noun = noun_before(sentence, at, place.start)
        if noun and not verb_before(sentence, noun[0], place.start):
            return sentence.phrase(*noun)
    return None


def _label(place: Place) -> str | None:
    """What stands in front of a bracket, colon or dash."""
    sentence = place.sentence
    stop = place.start - 1
    floor = place.link.token + 1 if place.link else 0
    first = max(floor, clause_start(sentence, stop))
    noun = noun_before(sentence, stop, first)
    is_bare = sentence.tag(stop) == ":" and 0 < stop - first <= _MAX_LABEL
    if not noun and is_bare and _FINITE.search(sentence.tags, first, stop) is None:  # "Killed or seriously injured: 311"
        return sentence.phrase(first, stop)
    return sentence.phrase(*noun) if noun else None


def _without_level(place: Place, noun: tuple[int, int]) -> str | None:
    sentence, (first, last) = place.sentence, noun
    head = sentence.word(last - 1)
    if head in _LEVEL_NOUNS and head not in ("rate", "score"):
        return None
    if direction_of(head):
        return None
    return sentence.phrase(first, last)


def _subject(place: Place) -> str | None:
    sentence, (at, start) = place.sentence, place.outer
    verb = verb_before(sentence, at, start)
    if not verb:
        noun = noun_before(sentence, at, start)
        return sentence.phrase(*noun) if noun else None
    if verb[0] == start and (sentence.word(start - 1) in ("but", "and") or sentence.tag(start - 1) == ","):
        verb = verb_before(sentence, start - 1, clause_start(sentence, start - 1))
        start = clause_start(sentence, start - 1)
        if not verb:
            return None
    if verb[0] == start and sentence.tag(start - 1) == "S" and sentence.tag(start - 2) in "N,)":
        stop = start - 2 if sentence.tag(start - 2) == "," else start - 1
        noun = noun_before(sentence, stop, clause_start(sentence, stop))
        return sentence.phrase(*noun) if noun and not _is_agent(sentence, noun) else None
    subject = subject_of(sentence, verb[0], start)
    is_cost = base_of(sentence.word(verb[1] - 1)) == "cost"  # "my office costs £1.6m"
    if not subject or (_is_agent(sentence, subject) and not (is_cost and sentence.tags[subject[0] : subject[1]] != "M")):
        return None
    return sentence.phrase(*subject)


def _stated_subject(place: Place) -> str | None:
    """The subject if its verb only states or changes it: "the precept rose to £243.15"."""
    sentence, (at, start) = place.sentence, place.outer
    verb = verb_before(sentence, at, start)
    if not verb or (sentence.tags[verb[0]] != "Q" and base_of(sentence.word(verb[1] - 1)) not in _STATING):
        return None
    return _subject(place)


def _is_agent(sentence: Sentence, subject: tuple[int, int]) -> bool:
    tags = sentence.tags[subject[0] : subject[1]]
    hangs = tags.find("P", 1)
    head = sentence.word(subject[0] + hangs - 1 if hangs > 0 else subject[1] - 1)
    return tags == "M" or head in _AGENTS


def _object(place: Place) -> str | None:
    """What stands between the verb and the number, or the verb phrase itself: "We closed 48"."""
    sentence = place.sentence
    verb = verb_before(sentence, place.at, place.start)
    if not verb or verb[1] >= place.at:
        return None
    stop = place.at
    if sentence.word(stop - 2) in ("average", "mean", "median") and stop - 3 > verb[1]:  # "took the force an average of 19 days"
        stop -= 3
    is_thing = "N" in sentence.tags[verb[1] : stop] and sentence.word(stop - 1) not in _AGENTS
    return sentence.phrase(verb[1], stop) if is_thing else None


def _waited(place: Place) -> str | None:
    """As in "victims waited two hours for a call back": the wait, and what for."""
    sentence, at = place.sentence, place.at
    verb = verb_before(sentence, at, place.start)
    if not verb or base_of(sentence.word(verb[1] - 1)) != "wait":
        return None
    behind = sentence.word(at + 1) in ("for", "between", "before", "to", "until") and _phrase_after(place, at + 1)
    return f"wait {behind}" if behind else "wait"


def _behind_base(place: Place) -> int:
    """The token behind the number and its "a week" or "per head"."""
    sentence, at = place.sentence, place.at + 1
    if at < place.end and _TIME_AFTER.match(sentence.text, sentence.spans[place.at][1]):
        at += 2
    return at


def _spent(place: Place) -> str | None:
    """As in "£2.7m for victims' services", "£300k was spent on CCTV"."""
    sentence, at = place.sentence, _behind_base(place)
    after = verb_after(sentence, place.at, place.end)
    if sentence.tag(at) == "X":
        return None
    if after and after[0] == at:
        at = after[1]
    if sentence.word(at) in ("of", "for", "to", "towards", "in", "into", "on", "from", "worth", "through", "by"):
        first = at + 1
        if first < place.end and sentence.tags[first] not in "TQ":
            return _phrase_after(place, first)
    return _phrase_after(place, at) if at < place.end and sentence.tags[at] in "ANG" else None


def _tail(place: Place) -> str | None:
    """The clause behind the number: "87.4% think the police do a good job"."""
    sentence, at = place.sentence, _behind_base(place)
    if sentence.tag(at) == "X" or sentence.word(at) == "over":
        return None
    last = at
    while last < min(place.end, at + MAX_WORDS) and sentence.tags[last] not in ";:-()Q,.":
        last += 1
    return sentence.phrase(at, last) if last > at else None
