"""The common themes of a text: terms with weights, the first theme is what it is about."""

import re
from collections import Counter, defaultdict
from functools import cache

from reportparse.language.words import load

_WORD = re.compile(r"[a-z0-9&]+(?:['’][a-z]+)?")
_MAX_TERM = 5  # words of the longest term
_HEADING_WEIGHT = 1.2  # a heading's terms beside the text's; fitted on half of the sample, flat from 1.0 to 1.6
_SECOND = 0.5  # a further theme must weigh this share of the first
_THIRD = 0.62
_LEAST = 0.9
_REPEAT = 0.45  # each repetition of a term adds this part of its weight


@cache
def _terms() -> dict[tuple[str, ...], tuple[tuple[str, float], ...]]:
    terms: dict[tuple[str, ...], list[tuple[str, float]]] = {}
    for theme, weights in load("themes").items():
        for weight, phrases in weights.items():
            for phrase in phrases:
                terms.setdefault(tuple(_stem(word) for word in _WORD.findall(phrase.lower())), []).append(
                    (theme, float(weight))
                )
    return {words: tuple(found) for words, found in terms.items()}


def _stem(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def find_themes(text: str, heading: str = "") -> list[tuple[str, float]]:
    """Themes with scores from 0 to 1, the heaviest first; none where nothing fits.

    >>> find_themes("Burglary fell again.")[0][0]
    'acquisitive-crime'
    """
    scores = _weigh(text)
    if heading:
        for theme, weight in _weigh(heading).items():
            scores[theme] += weight * _HEADING_WEIGHT
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return []
    top = ranked[0][1]
    floors = (0.0, _SECOND, _THIRD)
    kept = [
        (theme, weight)
        for (theme, weight), floor in zip(ranked, floors, strict=False)
        if weight >= max(_LEAST, floor * top)
    ]
    return [(theme, round(weight / (weight + 2), 3)) for theme, weight in kept]


def _weigh(text: str) -> defaultdict[str, float]:
    words = [_stem(word) for word in _WORD.findall(text.lower())]
    terms, found = _terms(), Counter[tuple[str, ...]]()
    places: dict[tuple[str, ...], int] = {}
    at = 0
    while at < len(words):
        for size in range(min(_MAX_TERM, len(words) - at), 0, -1):
            term = tuple(words[at : at + size])
            if term in terms:
                found[term] += 1
                places.setdefault(term, at)
                at += size - 1
                break
        at += 1
    scores: defaultdict[str, float] = defaultdict(float)
    for term, count in found.items():
        early = 1.35 if places[term] < 25 else 1.0  # the first sentence or two say what a paragraph is about
        for theme, weight in terms[term]:
            scores[theme] += weight * early * (1 + _REPEAT * (min(count, 4) - 1))
    return scores
