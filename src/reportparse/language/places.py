"""What area a figure is about, where the text says another than the report's own."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from reportparse.language.clauses import Sentence, clause_end, clause_start
from reportparse.language.model import Span
from reportparse.language.words import joined_areas, load, words

# Over word classes.
_VERB_OR_STOP, _VERB_NEXT = re.compile(r"[BWVE;]"), re.compile(r"R*[BWVE]")
_RANKED = re.compile(r"D[AN]+,")
_APPOSED = re.compile(r",D[AN\"']*P$")
_CANDIDATE = re.compile(
    r"[A-Zn](?<!\w[A-Zn])(?:(?<!n)[\w’'-]+|(?<=n)ational(?:ly\b|(?=\s(?:average|figure|rate|level|mean|median)s?\b)))"
)
_JOINED = re.compile(r"(?:,\s|\sand\s|,\sand\s|\s&\s)")
# A town's name inside a longer name is a body, not a place: "Birmingham Prison" is told apart by what follows.
_BODY = re.compile(r"\s(?:City\sCouncil|Council|University|Crown|Magistrates|Trust|Children|Mind|Women|Court|Community|Health|NHS|Road|Street|Police|Victim|Safer|Safeguarding)")
# "England and Wales" in a survey's name is no place of its figures.
_SURVEY = ("Crime Survey for ", "Survey of ")
_IN = {"in", "across", "at", "for", "within", "around", "from", "to"}
_OWN = {"here", "locally", "our", "ours", "county", "region"}
_SUPERLATIVE = re.compile(r"\b(?:lowest|highest|best|worst|first|largest|biggest|fastest|most|fewest|least|only)\b")
_SCOPE = {"nationally", "national"}  # need no preposition
_REACH = 12  # tokens; a place further off belongs to something else


@cache
def _names() -> dict[str, list[tuple[str, str]]]:
    """The known names by their first word, each with its list, the longest first."""
    names: dict[str, list[tuple[str, str]]] = {}
    for kind in ("wide", "towns", "areas"):
        for name in load("places")[kind]:
            for spelt in {name, name.replace("'", "’")}:  # "King’s Lynn"
                names.setdefault(re.split(r"[\s-]", spelt)[0], []).append((spelt, kind))
    for alias in joined_areas():  # "Kent and Medway", which is Kent's
        names.setdefault(alias.split(" ")[0], []).append((alias, "areas"))
    return {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in names.items()}


def find_places(text: str) -> list[Span]:
    """Every area named that is wider or narrower than a force's; a police area only where another is named too."""
    found = [(span, kind) for span, kind in _find(text) if not _BODY.match(text, span.end)]
    areas = {joined_areas().get(name := text[span.start : span.end], name) for span, kind in found if kind == "areas"}
    return _join(text, [span for span, kind in found if kind != "areas" or len(areas) > 1])


def _find(text: str) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    done = 0
    names = _names()
    for match in _CANDIDATE.finditer(text):
        likely = names.get(match[0].partition("-")[0])
        start = match.start()
        if likely is None or start < done:
            continue
        for name, kind in likely:
            if text.startswith(name, start) and not text[start + len(name) : start + len(name) + 1].isalnum():
                done = start + len(name)
                if not text.endswith(_SURVEY, 0, start):
                    found.append((Span(start, done), kind))
                break
    return found


def _join(text: str, spans: list[Span]) -> list[Span]:
    """Towns in a row are one place: "Birmingham and Sandwell"."""
    joined: list[Span] = []
    for span in spans:
        if joined and _JOINED.fullmatch(text, joined[-1].end, span.start):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def read_places(sentence: Sentence, at: Sequence[int], spans: Sequence[Span]) -> list[str | None]:
    """The place of each amount, whose tokens are `at`; `spans` are the places named in the sentence."""
    if not spans:
        return [None] * len(at)
    named = {sentence.text[span.start : span.end] for span in spans} & words("places", "areas")
    if len(named) == 1:
        spans = [span for span in spans if sentence.text[span.start : span.end] not in named]
    starts = [start for start, _ in sentence.spans]
    places = [(bisect_left(starts, span.start), bisect_left(starts, span.end), span) for span in spans]
    places = [place for place in places if not _is_said_of(sentence, place)]
    found = [_place_of(sentence, at, n, places) for n in range(len(at))]
    for n in range(1, len(found)):
        gap = " ".join(sentence.said[at[n - 1] + 1 : at[n]])
        if found[n] is None and gap in ("to", ", to"):  # "crime in Wales rose by 8%, to 5.4 million"
            found[n] = found[n - 1]
    return found


def _place_of(sentence: Sentence, at: Sequence[int], n: int, places: list[tuple[int, int, Span]]) -> str | None:
    token = at[n]
    start, end = clause_start(sentence, token), clause_end(sentence, token)
    clause = sentence.said[start:end]
    direct = next((place for place in places if _is_right_before(sentence, place[1], token) and _leads(sentence, place[0])), None)
    if direct:  # "in Luton 14 shops joined, in Bedford 22 and Hitchin 9"
        return _text(sentence, direct)
    floor = at[n - 1] if n else -1
    stop = at[n + 1] if n + 1 < len(at) else len(sentence.tags)
    reach = min(token, clause_end(sentence, at[n - 1])) if n else 0
    taken = {place for place in places if n and at[n - 1] < place[0] < reach and _is_bound(sentence, at[n - 1], place)}
    last = min(stop, end, token + _REACH)
    behind = [place for place in places if token < place[0] < last and place[1] != stop and _is_bound(sentence, token, place)]
    if behind:
        return _text(sentence, behind[0])
    opening_bracket = start - 1 if sentence.tag(start - 1) == "(" else -1
    near = [place for place in places if floor < place[0] < token or place[1] == opening_bracket]
    before = [place for place in near if place not in taken and _is_in_front(sentence, token, place, start)]
    if before:
        return _text(sentence, before[-1])
    if not _OWN.isdisjoint(clause):
        return None
    opening = [place for place in places if _opens(sentence, place, token) and clause_start(sentence, place[0]) == start]
    return _text(sentence, opening[-1]) if opening else None


def _is_right_before(sentence: Sentence, end: int, token: int) -> bool:
    """As in "in Luton 14 shops joined", "across England and Wales, 194,683 offences were recorded"."""
    return end == token or (end + 1 == token and sentence.tag(end) == ",")


def _leads(sentence: Sentence, first: int) -> bool:
    return sentence.word(first - 1) in ("in", "across") or (first > 0 and sentence.tags[first - 1] in ",C;")


def _text(sentence: Sentence, place: tuple[int, int, Span]) -> str:
    return sentence.text[place[2].start : place[2].end]


def _is_said_of(sentence: Sentence, place: tuple[int, int, Span]) -> bool:
    """As in "the nationally expected 10 seconds", "nationally recognised": how, and not where."""
    return _text(sentence, place) == "nationally" and sentence.tag(place[1]) in "EA" and sentence.tag(place[0] - 1) in "DPBC"


def _is_bound(sentence: Sentence, token: int, place: tuple[int, int, Span]) -> bool:
    """Whether the place behind the number is the number's: "94% nationally", "12 units in Dudley"."""
    first = place[0]
    between = sentence.tags[token + 1 : first]
    if (")" in between and "(" not in between) or "CD" in between:  # "6.8% and an average for England and Wales of 6.1%"
        return False
    if _VERB_OR_STOP.search(between.rpartition(")")[2].partition("(")[2]):  # "148,964 crimes (fraud is counted nationally)"
        return False
    told = " ".join(sentence.said[token + 1 : first])
    if _SUPERLATIVE.search(told) or any(word in _OTHERS for word in told.split()):
        return False
    if not _RANKS.isdisjoint(told.split()):  # "84.2%, in the top quarter nationally"
        return False
    if _text(sentence, place) in _SCOPE:
        return _text(sentence, place) == "nationally"
    if ", from" in told:  # "14 projects, from a café in Thanet to a nurse in the control room"
        return False
    if "to the" in told:  # "96 visits to the suites in Newport"
        return False
    bound = sentence.word(first - 1) in _IN or (sentence.word(first - 1) == "the" and sentence.word(first - 2) in _IN)
    return bound and sentence.word(first - 1) not in ("from", "to") and "S" not in between


_LEVELS = {"rate", "average", "figure", "share", "total", "level"}  # "the England and Wales rate was 89.2"
_RANKS = {"top", "bottom", "quarter", "quartile", "third", "ranked", "rank", "place"}
_OTHERS = {"above", "below", "compared", "than", "against", "while", "whilst", "versus"}


def _is_in_front(sentence: Sentence, token: int, place: tuple[int, int, Span], start: int) -> bool:
    """Whether the place before the number is its subject, its label or said with "in" in the same clause."""
    first, last, _ = place
    gap = sentence.tags[last:token]
    if gap.startswith("(") and ")" not in gap:
        return True
    if _text(sentence, place) == "national":
        return not _VERB_OR_STOP.search(gap) and last >= start
    if first < start or token - last > _REACH:
        return False
    if sentence.tag(last) == "," and _APPOSED.search(sentence.tags, 0, first):  # "Compass House, the centre in Ashford, saw"
        return False
    is_subject = (first == start or sentence.tags[first - 1] in ",CSD") and bool(_VERB_NEXT.match(gap))
    is_subject = is_subject or (sentence.word(last) in _LEVELS and _VERB_NEXT.match(gap, 1) is not None and sentence.tag(first - 1) in "D.,;C")
    is_of_place = sentence.word(first - 1) == "for" and (_VERB_NEXT.match(gap) is not None or gap == "P")  # "the rate for England was 12"
    is_of_place = is_of_place or (sentence.said[max(0, first - 2) : first] == ["followed", "by"] and gap == "P")
    is_of_place = is_of_place or (sentence.word(first - 1) == "then" and gap == "P")  # "and then Swale with 1,200"
    is_bound = is_of_place or sentence.word(first - 1) in ("in", "across", "within") or _text(sentence, place) == "nationally"
    is_ranked = _RANKED.fullmatch(gap) is not None and _SUPERLATIVE.search(" ".join(sentence.said[last:token])) is not None
    is_subject = is_subject or (is_ranked and sentence.tag(first - 1) in ",C")  # "and Sevenoaks the fewest, 611"
    is_bare = not gap.strip(":-,R") and (first == start or (not gap and sentence.tags[first - 1] in "DVE"))  # "cost the UK £6.8bn"
    return is_subject or is_bare or (is_bound and ")" not in gap)


def _opens(sentence: Sentence, place: tuple[int, int, Span], token: int) -> bool:
    """Whether the sentence opens with the place: "In Bristol, burglary ..."."""
    first, last, _ = place
    return last < token and first <= 1 and (first == 0 or sentence.word(0) in _IN)
