"""Each commissioner's own priorities and themes, mapped to the common ones by their title and by what stands below it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz import fuzz, process

from reportparse.language.themes import find_themes
from reportparse.language.words import load

# A title is one of the known wordings where its words are at least this much alike, of 100, in any order: "Supporting our
# victims" is "Supporting victims" (89), "Supporting young people" is not "Supporting vulnerable people" (79).
MIN_ALIKE = 84.0
_SAME = 97.0  # a title that is one of the wordings but for a letter
# A known wording counts this much beside the text below it, the title's own words the rest of what a title counts.
_KNOWN, _WORDS, _TEXT = 0.5, 0.2, 0.6
_LESS = 0.6  # each further theme of a wording counts this part of the one before it
_MOST = 3
_FLOOR = 0.4  # a further theme must weigh this part of the first

Themes = Sequence[tuple[str, float]]

_NUMBER = re.compile(
    r"^\W*(?:(?:strategic\s)?(?:theme|priority|objective|outcome|aim|pledge|ambition|pillar|goal|chapter|section|part)\W*)?(?:\d+|[a-z](?=[.):])|[ivx]+(?=[.):]))?\W*",
    re.IGNORECASE,
)


def map_priority(title: str, texts: Iterable[str] = ()) -> list[tuple[str, float]]:
    """The common themes of a priority with scores from 0 to 1, the chief one first; none where nothing tells.

    Args:
        title: As printed: "Priority 2: Putting victims first".
        texts: Paragraphs that stand below it.

    >>> map_priority("Priority 2: Putting victims first")
    [('victims', 0.7)]
    """
    return map_priority_by_themes(title, [find_themes(text) for text in texts])


def map_priority_by_themes(title: str, found: Iterable[Themes]) -> list[tuple[str, float]]:
    """As `map_priority`, where the themes of the paragraphs are known already."""
    scores: defaultdict[str, float] = defaultdict(float)
    name = _NUMBER.sub("", title, count=1)
    own = _shares([find_themes(name)])
    known, alike = _known_themes(name)
    if alike < _SAME and own and own.keys().isdisjoint(known):
        known = ()  # "Keeping young people safe" is not "Keeping people safe"
    for place, theme in enumerate(known):
        scores[theme] += _KNOWN * _LESS**place
    for theme, share in own.items():
        scores[theme] += (_WORDS if known else _WORDS + _KNOWN) * share
    for theme, share in _shares(found).items():
        scores[theme] += _TEXT * share
    ranked = sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST]
    return [(theme, round(min(1.0, score), 3)) for theme, score in ranked if score >= _FLOOR * ranked[0][1]]


def _known_themes(name: str) -> tuple[tuple[str, ...], float]:
    """The themes of the known wording that is most like a title, and how like it is, of 100."""
    wordings = _wordings()
    best = process.extractOne(_sort_words(name), wordings.keys(), scorer=fuzz.ratio, score_cutoff=MIN_ALIKE)
    return (wordings[best[0]], best[1]) if best else ((), 0.0)


@cache
def _wordings() -> dict[str, tuple[str, ...]]:
    """The themes of each known wording, its words in order of the alphabet."""
    known: dict[str, tuple[str, ...]] = {}
    for priority in load("priorities")["priority"]:
        for title in priority["titles"]:
            known.setdefault(_sort_words(title), tuple(priority["themes"]))
    return known


def _sort_words(title: str) -> str:
    """What is compared where the order of words does not count."""
    return " ".join(sorted(title.casefold().split()))


def _shares(found: Iterable[Themes]) -> dict[str, float]:
    """What part of all that texts say is said for each theme."""
    said: defaultdict[str, float] = defaultdict(float)
    for themes in found:
        for theme, score in themes:
            said[theme] += score
    whole = sum(said.values())
    return {theme: weight / whole for theme, weight in said.items()} if whole else {}
