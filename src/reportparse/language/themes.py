"""The common themes of a text: what its words speak for, weighed; the first theme is what the text is about.

A paragraph says what it is about at its beginning, and comes back to it in further sentences.  A list of examples names
many things in one sentence.  So a phrase counts for more near the beginning and for less each time it is said again, and
what one sentence can say for a theme levels off.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from math import exp

from reportparse.language.lexicon import find_hits
from reportparse.language.words import load

# Fitted on one half of the annotated paragraphs and looked at on the other; each is the middle of a flat stretch.
_FIRST = 2.0  # how much more the first word of a text counts than one far behind it
_FADE = 30.0  # words over which that falls to a third
_LEVEL = 3.0  # what one sentence says for a theme stays below this
_LEAST = 0.5  # a text that says less for its first theme has none: one hint is not enough
_MORE = 0.6  # and its second and third theme say at least this; 0.5 to 0.7 do as well
_FLOORS = (0.5, 0.65)  # the second and third theme must weigh these parts of the first
_NEARLY = 1.5  # how much heavier a theme may be than the subject that goes ahead of it; tried 1.25 to 2
_HALF = 1.5  # the weight that scores one half
_HEADING = 0.4  # a heading's words beside the text's
_NEIGHBOURS = 0.2  # the paragraphs of the same section beside its own words


def find_themes(text: str, heading: str = "") -> list[tuple[str, float]]:
    """Themes with scores from 0 to 1, the heaviest first, three at the most; none where nothing fits.

    `heading`, the titles of the sections that the text stands in, is a weak witness: it helps, it does not decide.

    >>> find_themes("Burglary fell again.")[0][0]
    'acquisitive-crime'
    """
    scores = weigh(text)
    if heading:
        _add(scores, weigh(heading), _HEADING)
    return _rank(scores)


def find_themes_of_section(texts: Sequence[str], heading: str = "") -> list[list[tuple[str, float]]]:
    """Themes of each text of one section: as `find_themes`, with the others of the section as a further weak witness."""
    weighed = [weigh(text) for text in texts]
    whole: defaultdict[str, float] = defaultdict(float)
    for scores in weighed:
        _add(whole, scores, 1.0)
    title, part = weigh(heading), _NEIGHBOURS / max(1, len(texts) - 1)
    found: list[list[tuple[str, float]]] = []
    for own in weighed:
        if not own:
            found.append([])
            continue
        scores = own.copy()
        _add(scores, title, _HEADING)
        for theme, weight in whole.items():
            scores[theme] += (weight - own.get(theme, 0.0)) * part
        found.append(_rank(scores))
    return found


def weigh(text: str) -> defaultdict[str, float]:
    """How much the words of a text speak for each theme; no upper bound."""
    said: dict[tuple[str, ...], int] = {}
    scores: defaultdict[str, float] = defaultdict(float)
    sentence: dict[str, float] = {}
    at = 0
    places = _places()
    for phrase, voices, number, word in find_hits(text):
        if number != at:
            _level(sentence, scores)
            sentence, at = {}, number
        times = said[phrase] = said.get(phrase, 0) + 1
        place = places[word] if word < len(places) else 1.0
        if times > 1:
            place /= times**0.5
        for theme, worth in voices:
            sentence[theme] = sentence.get(theme, 0.0) + place * worth
    _level(sentence, scores)
    return scores


def _level(sentence: dict[str, float], scores: defaultdict[str, float]) -> None:
    for theme, weight in sentence.items():
        scores[theme] += weight / (1 + weight / _LEVEL)


@cache
def _places() -> tuple[float, ...]:
    return tuple(1 + _FIRST * exp(-word / _FADE) for word in range(300))


def _add(scores: defaultdict[str, float], more: dict[str, float], part: float) -> None:
    for theme, weight in more.items():
        scores[theme] += weight * part


def _rank(scores: dict[str, float]) -> list[tuple[str, float]]:
    top = max(scores.values(), default=0.0)
    if top < _LEAST:
        return []
    least = min(top, max(_MORE, _FLOORS[0] * top))
    heavy = [entry for entry in scores.items() if entry[1] >= least]
    ranked = sorted(heavy, key=lambda entry: (-entry[1], entry[0]))[: 1 + len(_FLOORS)]
    more = [entry for entry, floor in zip(ranked[1:], _FLOORS, strict=False) if entry[1] >= max(_MORE, floor * top)]
    told = [ranked[0], *more]
    if len(told) > 1:
        behind = _behind()
        told = sorted(((theme, weight * behind.get(theme, 1.0)) for theme, weight in told), key=lambda entry: -entry[1])
        told = _with_subject_ahead(told)
    return [(theme, round(weight / (weight + _HALF), 3)) for theme, weight in told]


def _with_subject_ahead(told: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The themes with the first one's place for its subject, if that weighs nearly as much."""
    (first, most), ahead = told[0], _ahead()
    for at, (theme, weight) in enumerate(told[1:], 1):
        if (theme, first) in ahead and weight * _NEARLY >= most:
            return [(theme, most), *told[1:at], (first, weight), *told[at + 1 :]]
    return told


@cache
def _ahead() -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in load("themes")["ahead"])


@cache
def _behind() -> dict[str, float]:
    """The themes that step behind a subject beside them, and how much of their weight that leaves."""
    behind: dict[str, float] = load("themes")["behind"]
    return behind
