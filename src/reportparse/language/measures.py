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
from reportparse.language.roles import Role, direction_of
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_LEVEL_NOUNS, _TARGET_NOUNS, _MORE_BEHIND = words("clues", "level_nouns"), words("clues", "target_nouns"), words("clues", "more_behind")
_STATE_VERBS, _AGENTS = words("clues", "state_verbs"), words("clues", "agents")
_GENERIC, _TOWNS = words("nouns", "generic"), words("places", "towns") | words("places", "areas") | words("places", "wide")
_STATING = _STATE_VERBS | {"is", "was", "were", "are", "been", "be"}
_MAX_WORDS = 14  # a longer phrase is cut: the rest only tells more of the same
# Over word classes.
_APPOSED = re.compile(r"(?:[DANR]*(?:P[DANTP]*)?[,(C-]+)?[DARP]*N?P?[DR]*")
_RANKED_FOR = re.compile(r"(?:P[DA]?Q?[AN]*)?R?P")
_TAIL_END = re.compile(r"[;:\-()QTSMW.,]")
_GAP = re.compile(r"^[^BWVESG]*[C;,][DAN]*N(?:P[DR]*)?$")  # "... and robbery for just 1.2%"
_NEXT_PLACE = re.compile(r"(?:,|\sand)\s((?:[A-Z][\w’'-]*\s?)+)$")  # "... officers per 1,000 people, Hampshire 1.7"
_NEW_VERB = re.compile(r"[,C;][^,;Q]*[VBW]|[,C;][^,;Q]*NE")
_WHEN = re.compile(r"(?:last|this|next|each|every|a|per)\s(?:financial\s)?(?:year|month|week|quarter|day)$", re.IGNORECASE)
_TIME_AFTER = re.compile(r"\s?(?:a|an|per|each|every)\s(?:year|week|month|day|quarter|head|person|annum|hour)\b")
_TRIM_END = frozenset({"the", "a", "an", "of", "in", "to", "and", "for", "that", "at", "with", "on", "from", "by", "has", "have", "had", "is", "was", "were", "are", "during", "since", "our", "between", "compared", "also", "now", "or", "than", "around", "over", "(", "”", "“", "which", "as"})
_EMPTY = _LEVEL_NOUNS | _TARGET_NOUNS - {"rate", "score"} | {"times", "remaining", "that", "it", "they", "year", "week", "month", "which", "who", "end", "start", "beginning", "time", "every", "highest", "lowest", "late", "early", "long"}
_TRIM_START = frozenset({"more", "fewer", "lower", "higher", "less", "longer", "below", "above", "up", "down", "the", "a", "an", "this", "these", "those", "our", "my", "their", "its", "all", "of", "in", "to", "and", "that", "for", "whilst", "while", "overall", "also", "just", "only", "or", "some", "such", "“", "”", "with", "on", "by", "at", "as", "than", "from", "about", "his", "her", "no"})


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
    return next((phrase for reader in _readers(place) if (phrase := _clean(reader(place) or ""))), None)


def _readers(place: Place) -> Sequence[Callable[[Place], str | None]]:
    """Where to look for the measure, by the kind of number, the likeliest first."""
    readers = _readers_of_kind(place)
    return (_before_from, *readers) if place.role.rule == "from A to B" else readers


def _readers_of_kind(place: Place) -> Sequence[Callable[[Place], str | None]]:
    if place.kind.name in ("count", "rate") and _counted(place):
        return (_named_thing, _counted)
    if place.kind.name in ("percent", "points", "ratio", "rate") or place.role.name == "change":
        readers = (_gapped, _labelled, _behind_bracket, _of_growth, _share_of, _named_before, _modified, _subject, _object, _headed)
        return readers if place.role.name == "change" else (*readers, _tail)
    if place.kind.name == "money":
        return (_part_of, _gapped, _labelled, _named_before, _stated_subject, _spent, _subject, _object, _tail)
    if place.kind.name == "duration":
        return (_noun, _gapped, _labelled, _named_before, _stated_subject, _subject, _object, _tail)
    if place.kind.name == "other":
        if place.kind.unit == "rank":
            return (_ranked, _named_before, _subject)
        return (_noun, _labelled, _named_before, _subject, _object)
    return (_noun, _labelled, _named_before, _stated_subject, _unit, _subject, _object, _tail)


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
    return _noun(place) if place.kind.name == "count" or not (place.kind.unit or "").startswith("per") else None


def _named_thing(place: Place) -> str | None:
    """What "offences" are of, where the sentence says so: "gun crime stood at 156 offences", "robbery (8,122 offences)"."""
    if (_noun(place) or "").lower() not in _GENERIC:
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


def _noun(place: Place) -> str | None:
    noun = noun_counted(place.sentence, place.at, place.stop)
    return place.sentence.phrase(*noun) if noun else None


def _phrase_after(place: Place, at: int) -> str | None:
    """The noun phrase at token `at` with the words that hang on it, to the end of the clause."""
    sentence, last = place.sentence, at
    while last < min(place.end, at + _MAX_WORDS) and not _TAIL_END.match(sentence.tags, last):
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


def _share_of(place: Place) -> str | None:
    """As in "43% of victims", "a 92% satisfaction rate"."""
    sentence, at = place.sentence, place.at
    is_share = place.kind.name != "points" and (place.role.name != "change" or place.role.rule == "cut behind")
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
    noun = noun_before(sentence, stop, max(floor, clause_start(sentence, stop)))
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
    phrase = sentence.phrase(verb[1], place.at)
    is_thing = "N" in sentence.tags[verb[1] : place.at] and sentence.word(place.at - 1) not in _AGENTS
    return phrase if is_thing else None


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
    while last < min(place.end, at + _MAX_WORDS) and sentence.tags[last] not in ";:-()Q,.":
        last += 1
    return sentence.phrase(at, last) if last > at else None


def _clean(phrase: str) -> str | None:
    if not phrase:
        return None
    tokens = " ".join(phrase.split()).strip(" ,;:'\"“”").split(" ")
    first, last = 0, len(tokens)
    while first < last and tokens[first].lower() in _TRIM_START:
        first += 1
    while first < last and tokens[last - 1].lower() in _TRIM_END:
        last -= 1
    tokens = tokens[first:last]
    if tokens[:2] == ["ahead", "of"]:
        tokens = tokens[2:]
    while tokens and tokens[-1][:1].isupper() and (place := _NEXT_PLACE.search(" ".join(tokens))) and place[1] in _TOWNS:
        tokens = " ".join(tokens)[: place.start()].split(" ")
    said = " ".join(tokens)
    if _WHEN.match(said) or said in _TOWNS:
        return None
    if len(tokens) == 1 and (tokens[0].lower() in _EMPTY or direction_of(tokens[0].lower())):
        return None
    return " ".join(tokens[:_MAX_WORDS]) or None


def share_measures(places: Sequence[Place], measures: Sequence[str | None], earlier: str | None) -> list[str | None]:
    """Measures of pairs: the second of "from A to B", "A (target B)", "14 people (42%)" measures what the first does.

    `earlier` is the last measure of the sentence before, for "That is 5.1 points lower".
    """
    shared = list(measures)
    for n in range(1, len(shared)):
        place, before = places[n], places[n - 1]
        is_aside = place.link and (place.link.kind == "bracket" or (place.link.kind in ("list", "row") and place.role.name == "change"))
        is_aside = is_aside or (before.role.name == "change" and place.at == before.at + 2 and place.sentence.word(place.at - 1) == "to")
        if is_aside and (_noun(place) or "").lower() in _GENERIC:
            shared[n] = shared[n - 1]
        is_row = place.link and (place.link.kind in ("bracket", "list") or (place.link.kind == "row" and place.role.name == "change"))
        is_new = before.role.name != "change" or _NEW_VERB.search(place.sentence.tags, before.at, place.at) is not None
        is_start = place.role.rule == "from A to B" and is_new
        is_start = is_start or "CI" in place.sentence.tags[before.at : place.at]  # "and to cut mileage by 15%"
        pair = not is_start and ({place.role.name, before.role.name} & {"baseline", "target"} or is_row)
        is_told = place.kind.name == before.kind.name == "money" and place.sentence.word(place.at + 1) in ("for", "in", "on", "to")
        if shared[n - 1] and (shared[n] is None or (pair and _noun(place) is None and not is_told)):
            shared[n] = shared[n - 1]
    for n in range(len(shared) - 2, -1, -1):
        shared[n] = shared[n] or shared[n + 1]
    _distribute(places, shared)
    _pair_rows(places, shared)
    return [measure or earlier for measure in shared]


def _distribute(places: Sequence[Place], measures: list[str | None]) -> None:
    """As in "rape and other sexual offences fell by 5% and 4% respectively": to each number its own part of the subject."""
    for last, place in enumerate(places):
        if "respectively" not in place.sentence.said[place.at + 1 : place.at + 6]:
            continue
        row = [n for n in range(last + 1) if places[n].kind.unit == place.kind.unit and places[n].role.name == place.role.name]
        parts = re.split(r",\s(?:and\s)?|\sand\s", measures[row[0]] or "")
        others = [measures[n] for n in range(row[0]) if places[n].kind.name == "count"]
        given = parts if len(parts) == len(row) else others if len(others) == len(row) else []
        for n, part in zip(row, given, strict=False):
            measures[n] = part


def _pair_rows(places: Sequence[Place], measures: list[str | None]) -> None:
    """As in "36% of officers and 61% of staff, compared with 33% and 60% in 2019": each of a row with the same of the row before."""
    roles = [(place.role.name, place.kind) for place in places]
    for n in range(len(places) - 3):
        link = places[n + 3].link
        is_row = roles[n] == roles[n + 1] and roles[n + 2] == roles[n + 3] == ("baseline", roles[n][1]) and link and link.kind == "list"
        if is_row and roles[n][0] == "actual":
            measures[n + 2 : n + 4] = measures[n : n + 2]
