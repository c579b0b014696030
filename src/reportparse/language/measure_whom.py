"""Measures that are told for several: "5.1% for officers and 6.4% for staff", "turnover: officers 7.9%, staff 13.3%"."""

import calendar
import re

from reportparse.language.clauses import clause_start, verb_before
from reportparse.language.measure_clauses import find_label, find_stated_subject, find_subject
from reportparse.language.measure_place import Place
from reportparse.language.phrases import noun_after, subject_of
from reportparse.language.tokens import base_of
from reportparse.language.words import words

# Over word classes.
_OF_OTHER, _OF = re.compile(r"[,;]?C?(P)[DA]*N+(?:P[DA]*N+)?P?"), frozenset(("of", "for", "among", "with"))
_FOR_WHOM, _FOR = re.compile(r"Q(?:PQ|\(Q\)|\))?P[DAN]"), frozenset(("for", "among", "with"))
_SPENT_ON = re.compile(r"[DAN]*N(?:[,CP]+[DAN]*N)*,?")  # over word classes
_DAYS = frozenset(day.lower() for day in calendar.day_name)
_WHO = frozenset(("we", "i", "it", "they"))
_SPENDING = frozenset(("spend", "invest", "pay"))
_COMPARED = ("est", "er", "best", "worst")  # "lowest", "higher"
_PLACES = words("places", "towns") | words("places", "areas") | words("places", "wide")
_TO_EACH = re.compile(r"Q(?P<noun>[AN]+)P[XN],?C(?P<next>Q)P[XN]")
_WHOM = re.compile(r"[DAN]*N(?:P[DAN]*N)*,?")
_DONE = re.compile(r"[BW]+R*E")
_LISTED, _LABEL = re.compile(r"(?:^|[,;C]|[,;]C)([AN]+)$"), re.compile(r"[DANPX]*N")


def find_other(place: Place) -> str | None:
    """As in "satisfaction of victims of burglary was 81%, of rape 64%": the subject, of another thing."""
    sentence, link = place.sentence, place.link
    match = _OF_OTHER.fullmatch(sentence.tags, link.floor, place.at) if link and link.same_unit else None
    if not match:
        return None
    of, told = sentence.word(match.start(1)), find_subject(place) or ""
    head, _, tail = told.rpartition(f" {of} ")
    if told and not head and of in _FOR:
        return f"{told} {of} {sentence.phrase(match.start(1) + 1, place.at)}"
    return f"{head} {of} {sentence.phrase(match.start(1) + 1, place.at)}" if head and tail and of in _OF else None


def find_each(place: Place) -> str | None:
    """As in "absence stood at 5.1% for officers and 6.4% for staff": the subject, with whom each is for.

    What it came from is for the same: "fell from 9.9 to 9.2 days for officers", "was 9.2 days (9.9) for officers".
    """
    sentence, at = place.sentence, place.at
    alike = {other: whom.end() - 2 for other in range(len(sentence.tags)) if (whom := _FOR_WHOM.match(sentence.tags, other))}
    said = {sentence.word(whom) for whom in alike.values()}
    if at not in alike or len(set(alike.values())) < 2 or said - _FOR or len(said) > 1:
        return None
    is_label = sentence.tag(place.start - 1) == ":"  # "Vacancies: 9.8% among officers, 14.1% among staff"
    told = find_label(place._replace(link=None)) if is_label else find_stated_subject(place)
    first = alike[at] + 1
    noun = noun_after(sentence, first + (sentence.tag(first) == "D"), len(sentence.tags))
    return f"{told} {min(said)} {sentence.phrase(*noun)}" if told and noun else None


def find_extreme(place: Place) -> str | None:
    """As in "Satisfaction was lowest for vehicle crime, at 72.3%, and highest for burglary, at 88.4%": it, with whom each is for."""
    sentence, comma = place.sentence, place.at - 2
    of = comma - 1
    while of > 0 and sentence.tags[of] in "DAN" and sentence.word(of) not in _FOR:
        of -= 1
    if sentence.word(of) not in _FOR or of + 1 == comma or not sentence.word(of - 1).endswith(_COMPARED):
        return None
    verb = verb_before(sentence, of - 1, 0)
    subject = subject_of(sentence, verb[0], 0) if verb else None
    return f"{sentence.phrase(*subject)} {sentence.word(of)} {sentence.phrase(of + 1, comma)}" if subject else None


def find_done_to_them(place: Place) -> str | None:
    """As in "Theft is up, and more officers were assaulted: 1,168 of them": what the part before the colon says was done to whom."""
    sentence, colon = place.sentence, place.start - 1
    if sentence.tag(colon) != ":" or sentence.said[place.at + 1 : place.at + 3] not in (["of", "them"], ["of", "these"]):
        return None
    start = clause_start(sentence, colon)
    done = _DONE.search(sentence.tags, start, colon)
    subject = subject_of(sentence, done.start(), start) if done else None
    return f"{sentence.phrase(*subject)} {sentence.word(done.end() - 1)}" if done and subject else None


def find_for_whom(place: Place) -> str | None:
    """As in "solved rates rose for rape (from 5.4% to 7.9%) and for robbery (from 9.1% to 10.0%)": the subject, for each."""
    sentence, opening = place.sentence, place.start - 1
    if sentence.tag(opening) != "(":
        return None
    of = opening - 1
    while sentence.tag(of) in "DAN":
        of -= 1
    told = find_stated_subject(place) if sentence.word(of) in _FOR and of + 1 < opening else None
    return f"{told} {sentence.word(of)} {sentence.phrase(of + 1, opening)}" if told else None


def find_fronted(place: Place) -> str | None:
    """As in "For hate crime the positive outcome rate fell from 15.2% to 13.7%": the subject, with whom it is for."""
    sentence, start = place.sentence, place.start
    if sentence.word(start) not in ("for", "among"):
        return None
    verb = verb_before(sentence, place.at, start)
    is_it = verb is not None and sentence.word(verb[0] - 1) == "it"  # "For staff it remains at 5.3%"
    subject = (verb[0] - 1, verb[0]) if verb and is_it else subject_of(sentence, verb[0], start) if verb else None
    if not subject or not _WHOM.fullmatch(sentence.tags, start + 1, subject[0]):
        return None
    told = "that" if is_it else find_stated_subject(place)
    other = _OF_OTHER.fullmatch(sentence.tags, place.link.floor, place.at) if place.link else None
    first, last = (other.start(1), place.at) if other else (start, subject[0])  # ", and for stalking from 11.0% to 10.6%"
    return f"{told} {sentence.word(first)} {sentence.phrase(first + 1, last)}" if told else None


def find_spent_on(place: Place) -> str | None:
    """As in "On buildings, vehicles and computers we invested £13.7m": what it was spent on."""
    sentence = place.sentence
    verb = verb_before(sentence, place.at, place.start) if sentence.word(0) == "on" else None
    if not verb or verb[1] != place.at or base_of(sentence.word(verb[1] - 1)) not in _SPENDING:
        return None
    is_pronoun = sentence.word(verb[0] - 1) in _WHO
    subject = (verb[0] - 1, verb[0]) if is_pronoun else subject_of(sentence, verb[0], place.start)
    is_named = subject is not None and _SPENT_ON.fullmatch(sentence.tags, 1, subject[0]) is not None
    is_named = is_named and sentence.word(1) not in _DAYS
    return sentence.phrase(1, subject[0]) if subject and is_named else None


def find_in_list(place: Place) -> str | None:
    """As in "workforce turnover: officers 7.9% (8.4%), staff 13.3%": the label, for each."""
    sentence, start = place.sentence, place.start
    if sentence.tag(start - 1) != ":" or place.kind.name not in ("percent", "rate", "ratio") or place.role.name == "change":
        return None
    first = clause_start(sentence, start - 1)
    listed = _LISTED.search(sentence.tags[start : place.at].rpartition("Q")[2].rpartition(")")[2])
    if not listed or not _LABEL.fullmatch(sentence.tags, first, start - 1):
        return None
    label, each = sentence.phrase(first, start - 1), sentence.phrase(place.at - len(listed[1]), place.at)
    return label if each in _PLACES else f"{label} {each}"


def find_addressed(place: Place) -> str | None:
    """As in "301,554 calls to 999 and 692,118 to 101": the noun with what each is to."""
    sentence, at = place.sentence, place.at
    if "CQP" not in sentence.tags:
        return None
    pair = next((pair for pair in _TO_EACH.finditer(sentence.tags) if at in (pair.start(), pair.start("next"))), None)
    if pair is None:
        return None
    first, second = pair.end("noun"), pair.end("next")
    to = first if at == pair.start() else second
    is_same = sentence.word(first) == sentence.word(second) and sentence.word(first) in ("to", "from", "against")
    return f"{sentence.phrase(pair.start('noun'), first)} {sentence.phrase(to, to + 2)}" if is_same else None
