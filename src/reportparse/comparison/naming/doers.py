"""Who they are that a figure counts, or whom it counts, where the words round it tell so: members, visitors, victims.

"The scheme had 20 visitors", "Farmers reported 1,391 crimes", "Independent Advisers supported 3,914 people".
"""

import re

from reportparse.comparison.naming.matching import first_match, match_words
from reportparse.comparison.naming.parts import find_membership, find_pronoun
from reportparse.comparison.terms.keys import Place
from reportparse.comparison.terms.wording import find_clause, find_first, find_sentence, go_on
from reportparse.comparison.terms.words import own_words
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure, fold_words

# Who has but some of it: "Farmers reported 1,391 crimes", but not the public, or those who suffered it.
_BY_SOME = re.compile(
    r"(?:^|[.;,]\s)(?:(?:the|our|local)\s)*"
    r"(?!(?:police|force|residents|victims|officers|members|communities|callers|citizens)\b)([a-z-]+s)\sreported\s$",
    re.IGNORECASE,
)
# "The scheme had 20 visitors", "33 volunteers belonged to the scheme", behind what was told of custody visits.
_OF_SCHEME = frozenset(("volunteer", "visitor", "member"))
_OF_A_SCHEME = frozenset(("custody", "speedwatch"))
_SCHEME = re.compile(r"\b(?:the|this|visiting|visitors?|visitors[’']|ICV|its)\sscheme\b", re.IGNORECASE)
# "Visits to custody numbered 289. They were made by 38 volunteers".
_MADE_BY = re.compile(r"\b(?:made|paid|undertaken|carried\sout)\sby\s(?:\w+\s)?$")
_VISITORS = re.compile(r"(?:Our\s|The\s)?(?:\w+\s)?custody\svisitors\b", re.IGNORECASE)
_CUSTODY_VISIT = re.compile(
    r"\bcustody\b[^.;]{0,60}\bvisit|\bvisit(?:s|ed)?\s(?:\w+\s){0,4}custody\b|\bICVs?\b", re.IGNORECASE
)
# "My custody visitors called at police stations 324 times", "saw 1,712 people in custody": what visitors do.
_CALLED_AT = re.compile(
    r"\bcustody\svisitors\b(?:[^.;]*\.\sThey)?[^.;]*\b(?:called|dropped\sin|looked\sin|came\s(?:by|to)|went\s(?:in)?to|turned\sup|visited)\b"
    r"[^.;\d]*$",
    re.IGNORECASE,
)
_SAW = re.compile(
    r"\bcustody\svisitors\b[^.;]*\b(?:saw|met|spoke\s(?:to|with)|talked\s(?:to|with))\s(?:\w+\s)?$", re.IGNORECASE
)
# "Offered an interview to 1,341 detainees, of whom 1,296 were spoken to": those are not all seen.
_OFFERED, _OF_WHOM = re.compile(r"\boffered\s(?:[a-z]+\s){1,5}to\s$"), re.compile(r"\s[a-z]+,\sof\swhom\s\d")
MAX_TOLD = 300  # letters: two or three sentences
_THERE_ARE, _OF_THEM = re.compile(r"\b[Tt]here\s(?:are|were)\s(?:now\s)?$"), re.compile(r"\sof\sthem\b")
# Who supported but some of the victims, as one service among others does.
_SUPPORTED_BY = re.compile(
    r"(?:^|[.;,]\s)(?:(?:The|Our|These|Its)\s)?"
    r"((?:[A-Z][\w’'-]+\s)?(?:[\w’'-]+\s){0,3}"
    r"(?:[Aa]dvis[eo]rs|[Ww]orkers|[Aa]dvocates|[Cc]ounsellors|[Oo]fficers|[Vv]olunteers|[Cc]harity|[Cc]entres?|[Hh]elpline|[Pp]roject))"
    r"\s(?:(?:have|has|had|also)\s)*(?:supported|helped|advised|worked\swith)\s(?:\w+\s)?$"
)
_SERVED_BY = re.compile(
    r"(?:^|[.;,]\s)((?:[\w’'-]+\s){0,4}?)services\s(?:(?:have|has|had|also)\s)*(?:supported|helped)\s(?:\w+\s)?$"
)
# "Businesses suffered 1,811 burglaries": none of all burglaries.
_SUFFERED_BY = re.compile(r"(?:^|[.;]\s)([^.;,\d]{3,60}?)\s(?:suffered|experienced|endured)\s(?:\w+\s)?$")
# "They helped 4,812 people who had suffered domestic abuse".
_HELPED = re.compile(r"\b(?:supported|helped|assisted|looked\safter|cared\sfor)\s(?:\w+\s)?$")
_WHO_SUFFERED = re.compile(
    r"\s(?:people|adults|women|men|children|residents)\swho\s(?:(?:have|had|has)\s)?"
    r"(?:suffered|experienced|endured|survived|been\s(?:through|subjected\sto|hurt\sby))\s([^.,;:()\d]{3,60})"
)
# "The people who were supported included:", above a list.
_VICTIM, _SUPPORTED_LEAD = re.compile(r"\bvictims?\b"), re.compile(r"\b(?:supported|helped)\b[^.;:]{0,40}:\s*$")


# "My office had 21 staff", "I have made my own office smaller. It employed 19": none of the police's.
_OFFICE_HAS = re.compile(
    r"\b(?:my|our|(?:Commissioner|PCC)[’']s)\s(?:own\s)?office(?:\s(?:[^;]{0,60}\sand\s)?|(?:\s[a-z]+)?\.\s(?:It|This)\s)(?:(?:now|then|also)\s)?"
    r"(?:had|has|have|employed|employs)\s(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
_IN_OFFICE = frozenset(("staff", "post", "people", "employee"))


def find_members(figure: Figure, words: str, text: str) -> tuple[str | None, str] | None:
    """The measure of members by whose they are, and the words that say so."""
    if _is_of_visiting_scheme(figure, words, text):
        return "custody-visitors", words
    if _OFFICE_HAS.search(text[: figure.source.start]) and figure.kind == "count" and fold_words(words) & _IN_OFFICE:
        return "office-posts", words
    if own_words(words) == "people" and _SAW.search(text[: figure.source.start]):
        return "detainees-seen", words
    whom = _WHO_SUFFERED.match(text, figure.source.end) if _HELPED.search(text[: figure.source.start]) else None
    if whom:
        return first_match(figure, (f"{whom[1]} victims supported",), f"{words} {whom[1]}")
    whose = find_membership(figure, words, text)
    return first_match(figure, (whose,), f"{whose} {words}") if whose else None


def _is_of_visiting_scheme(figure: Figure, words: str, text: str) -> bool:
    """Whether those are counted who visit custody: "The scheme had 20 visitors", "There are 28 of them"."""
    start, end = find_sentence(text, figure.source.start)
    is_them = _THERE_ARE.search(text[: figure.source.start]) and _OF_THEM.match(text, figure.source.end)
    if is_them and _VISITORS.match(text[find_sentence(text, max(0, start - 2))[0] :].lstrip()):
        return figure.kind == "count"
    is_who = figure.kind == "count" and own_words(words) in _OF_SCHEME
    is_made = _MADE_BY.search(text, start, figure.source.start) is not None
    is_told = is_who and (is_made or _SCHEME.search(text, start, end) is not None)
    return is_told and _CUSTODY_VISIT.search(text, max(0, start - MAX_TOLD), end) is not None


def find_visits(figure: Figure, text: str) -> str | None:
    """The measure of how often custody visitors called: "dropped in unannounced 351 times"; else none."""
    start, _ = find_sentence(text, figure.source.start)
    start, _ = find_sentence(text, max(0, start - 2))
    return "custody-visits" if _CALLED_AT.search(text, start, figure.source.start) else None


def find_listed(figure: Figure, words: str, place: Place) -> tuple[str, str] | None:
    """The measure of victims in a list of those who were supported, as its introduction says."""
    if figure.source.kind != "item" or not _VICTIM.search(words) or not _SUPPORTED_LEAD.search(place.notes):
        return None
    found, phrase = first_match(figure, (f"{words} supported",), words)
    return (found, phrase) if found else None


def _find_scheme(figure: Figure, words: str, place: Place) -> frozenset[str]:
    """The word that tells whose scheme a clause is of, or its title where it but says "the scheme" or "volunteers"."""
    said = fold_words(find_clause(figure, place.text))
    is_open = "scheme" in said or (own_words(words) == "volunteer" and " and " not in place.title)
    return (said | fold_words(place.title) if is_open else said) & _OF_A_SCHEME


def find_doers(found: str, figure: Figure, words: str, place: Place) -> tuple[str | None, str] | None:
    """What is counted where the words before it tell whose it is, or who did it."""
    before = place.text[: figure.source.start]
    if found == "detainees-seen" and _OFFERED.search(before) and _OF_WHOM.match(place.text, figure.source.end):
        return None, f"{words} offered"
    if found == "victims-supported" and (served := _SERVED_BY.search(before)):
        told = f"{served[1]} victims supported"  # "Specialist sexual violence services supported 3,102 people"
        of_some = match_words(told, figure.kind, "", False)
        return (of_some, told) if of_some else None
    if found == "police-volunteers" and (others := _find_scheme(figure, words, place)):
        whose = f"{' '.join(sorted(others))} {words}"  # "884 volunteers belonged to 131 Community Speedwatch groups"
        return first_match(figure, (whose, f"{whose} visiting"), whose)
    sufferer = _SUFFERED_BY.search(before)
    if sufferer and fold_words(sufferer[1]) & find_measure(found).excludes:
        return first_match(figure, (f"{sufferer[1]} {words}",), f"{sufferer[1]} {words}")
    doer = _SUPPORTED_BY.search(before) if found == "victims-supported" else None
    return (None, f"{words} supported {doer[1]}") if doer else None  # "Independent Advisers supported 3,914 people"


def find_reporters(figure: Figure, text: str) -> str:
    """Who reported crimes, where they are but some of those who do: "Farmers"; else empty."""
    some = _BY_SOME.search(text[: figure.source.start])
    return some[1] if some else ""


def find_next_done(figure: Figure, words: str, place: Place) -> tuple[str | None, str] | None:
    """What was done to the next of those who are counted: "supported 12 victims of this and 15 victims of that"."""
    first = find_first(figure, place.text, place.beside)
    others = go_on(place.text, first.source.end) if first else ""
    if first is None or figure.kind != "count" or "victim" not in fold_words(words) & fold_words(others):
        return None
    start, _ = find_sentence(place.text, figure.source.start)
    found, phrase = first_match(figure, (f"{place.text[start : first.source.start]} {words}",), "")
    return (found, phrase) if found else None


def find_its(figure: Figure, words: str, place: Place) -> tuple[str | None, str] | None:
    """Of what those are who are counted: "Speedwatch stood down in spring. In March 2021 it had 746 volunteers"."""
    if figure.kind != "count" or not place.text[: figure.source.start].endswith((" had ", " has ")):
        return None
    whose = find_pronoun(place.text, figure.source.start)
    found, phrase = first_match(figure, (f"{whose} {words}",), "") if whose else (None, "")
    return (found, phrase) if found else None
