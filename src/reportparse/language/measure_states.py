"""Measures by what has happened to some: "44 killed", "of the 903 requests, 612 were upheld", "38% said they felt safe"."""

import re

from reportparse.language.clauses import Sentence, clause_end, verb_after, verb_before
from reportparse.language.measure_clauses import phrase_after
from reportparse.language.measure_place import Place
from reportparse.language.phrases import whole_of
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_STATE_VERBS = words("clues", "state_verbs")
_STATES = words("nouns", "states")
_LEADING = frozenset(("lead", "result", "relate", "compare", "involve", "concern", "take"))  # verbs that tell no state
# Over word classes.
_STATE, _BEHIND_LEVEL, _END = re.compile(r"R?E(?=[CPT,;.()]|$)"), re.compile(r"[BE]R*P?[DR]*$"), re.compile(r"[;:\-()QT,.]")
_NEUTRAL = frozenset(("record", "report", "log", "see", "register", "commit", "make", "receive"))  # "401 were recorded" tells nothing of them
_OPEN_END = re.compile(r"(?:C[DAR]*|P)+$")  # "and a further", "a rise of"
_OR_AGAIN = re.compile(r",?CQ,?")
_FROM = re.compile(r"P[DA]*N")
_OF_THEM = frozenset(("which", "whom", "them", "these", "those", "it", "this"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_MOST = 8  # words of a predicate
_OF_LEVEL = re.compile(r"(?:total|number|further|average) of$")
_OF_THOSE_WHO = re.compile(r"PD[AN]*NS[^,;(Q]+,?")  # over word classes


def find_state(place: Place) -> str | None:
    """As in "683 seriously injured and 44 killed": what has happened to them, where the number is not that of a subject."""
    sentence, at = place.sentence, place.at
    state = _STATE.match(sentence.tags, at + 1)
    if sentence.word(at + 1) in _STATES and place.kind.unit and sentence.tag(at + 2) not in "ANG":
        return f"{place.kind.unit} {sentence.word(at + 1)}"
    if not state or not place.link or base_of(sentence.word(state.end() - 1)) in _STATE_VERBS | _LEADING | _NEUTRAL:
        return None
    if _BEHIND_LEVEL.search(sentence.tags, 0, at):
        return None
    return f"{place.kind.unit or ''} {sentence.phrase(at + 1, state.end())}".strip()


def add_predicate(place: Place, thing: str) -> str | None:
    """The things with what is told of so many: "requests upheld", "calls that led to an arrest"; None for no predicate."""
    sentence, at = place.sentence, place.at
    words_of = sentence.word(at + 1) == "of" and sentence.word(at + 2) in _OF_THEM
    whole = whole_of(sentence, at, place.end) if place.kind.name == "count" else None
    words_of = words_of or whole is not None
    behind = whole[1] - 1 if whole else at + 2 if words_of else at  # "14 of which (23%) were upheld"
    behind = sentence.tags.find(")", behind) if sentence.tag(behind + 1) == "(" else behind
    again = _OR_AGAIN.match(sentence.tags, behind + 1)
    if again and sentence.word(again.end() - 3 + (sentence.tag(again.end() - 1) != ",")) == "or":  # "14, or 23%, were upheld"
        behind = again.end() - 1
    if sentence.tag(at - 1) in ",C" and place.kind.name == "percent" and _FROM.match(sentence.tags, at + 1):  # "5,220 responses, 64% from women"
        return f"{thing} {phrase_after(place, at + 1)}"
    verb = verb_after(sentence, behind, len(sentence.tags) if behind > at else place.end)
    if not verb or sentence.tags[behind + 1 : verb[0]].strip("R") or not (words_of or _is_subject(sentence, at, place.start)):
        return None
    base = base_of(sentence.word(verb[1] - 1))
    if base in _NEUTRAL:
        return thing
    if sentence.said[verb[0] : verb[1]] in (["did"], ["do"], ["have"], ["had"], ["has"]) and sentence.tag(verb[1]) not in "DANQ":
        return None
    if base in _STATE_VERBS - {"be"} and sentence.word(verb[1]) != "from" and sentence.tags[verb[1] - 1] != "B":
        return None
    first = verb[0]
    is_be = sentence.tags[verb[0]] != "W" and not _BE.isdisjoint(sentence.said[verb[0] : verb[1]])
    is_reduced = is_be and (sentence.tags[verb[1] - 1] == "E" or sentence.tag(verb[1]) in "PX")  # "upheld", "from schools"
    is_lone = words_of and sentence.tags[verb[0] : verb[1]] == "E" and base not in _LEADING | _STATE_VERBS
    is_reduced = is_reduced or (is_lone and sentence.tag(verb[1]) in "PCR,;.)")  # "15 of them accepted in full"
    while is_reduced and sentence.tags[first] == "B":
        first += 1
    last = first
    while last < min(max(place.end, clause_end(sentence, verb[0])), first + _MOST) and not _END.match(sentence.tags, last):
        last += 1
    said = sentence.phrase(first, first + len(_OPEN_END.sub("", sentence.tags[first:last])))
    if said.endswith((" not", " so")) or said in _BE:
        return None
    return f"{thing} {said}" if is_reduced else f"{thing} that {said}"


def _is_subject(sentence: Sentence, at: int, start: int) -> bool:
    if _OF_THOSE_WHO.fullmatch(sentence.tags, 0, at):
        return True  # "Of the detainees who were asked 98 accepted": the verb before is that of another clause
    if verb_before(sentence, at, start) or sentence.tag(at - 1) in "DVBE:(" or sentence.word(at - 1).endswith(("'s", "’s")):
        return False  # "last year's 371 was the highest number ever"
    return sentence.word(at - 1) != "of" or _OF_LEVEL.search(" ".join(sentence.said[max(0, at - 2) : at])) is not None
