"""Which measure a figure is of: a common one that its words mean, or its own words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportparse.comparison.wording import (
    find_clause,
    find_heads,
    find_nearest,
    find_other,
    find_phrases,
    find_predicate,
    has_noun,
)
from reportparse.comparison.words import WORD, fold_unit, own_words
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure, is_excluded, match_clause, match_measure, read_qualifier

# Marks of a value, not of what is measured: "Robbery (revised)".
_REVISION = re.compile(r"\((?:revised|restated|updated|provisional|amended)\)|\b(?:revised|restated)\b", re.IGNORECASE)
# When it was, not what: "Band D precept 2023/24", "police officers, 31 March 2024".
_WHEN = re.compile(
    r",?\s(?:(?:in|at|on|as\sat)\s)?(?:\d{1,2}\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s)?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?$"
)


class Key(NamedTuple):
    """What makes two values comparable, but for the period."""

    measure: str
    is_common: bool
    counted: str | None
    kind: str
    unit: str
    """For rates, lengths of time and other kinds of which there are several; else empty."""
    place: str
    role: str


class Place(NamedTuple):
    """Where a figure stands."""

    text: str
    """Of its record; of a cell empty."""
    caption: str
    """Of its table; of running text empty."""
    title: str
    """Of its section."""
    beside: Sequence[Figure]
    """The figures of its record."""


def read_key(figure: Figure, place: Place, area: str | None) -> Key:
    """What a figure measures, by its own words and by those round it."""
    words = without_area(_WHEN.sub("", _REVISION.sub("", figure.measure or "")), area)
    role = {"baseline": "actual"}.get(figure.role, figure.role)
    unit = fold_unit(figure.unit) if figure.kind in ("rate", "duration", "ratio", "other") else ""
    where = " ".join(WORD.findall((figure.place or "").casefold()))
    is_cell = figure.source.kind == "cell"
    near = place.caption if is_cell else place.text
    found, phrase = _find_common(figure, words, near, place.title, area)
    if found is None:
        return Key(own_words(words), False, None, figure.kind, unit, where, role)
    around = (near,) if is_cell else find_nearest(figure, near, place.beside)
    measure = find_measure(found)
    own = (words,) if found == _match(words, figure.kind, figure.unit or "", False) else (phrase,)
    counted = next((told for part in (*own, *around) if (told := read_qualifier(part, measure))), None)
    return Key(found, True, counted, figure.kind, unit, where, role)


def without_area(words: str, area: str | None) -> str:
    """Words without the name of the report's own area: "robberies in Kent" are robberies.

    >>> without_area("people injured on Sussex’s roads", "sussex")
    'people injured on roads'
    """
    if not area:
        return words
    name = area.replace("-and-", "-(?:and|&)-").replace("-", r"\s")
    return re.sub(rf"(?:\s(?:of|in|across))?\s{name}(?:’s|'s)?(?=\s|$)", "", words, flags=re.IGNORECASE)


def _find_common(figure: Figure, words: str, text: str, title: str, area: str | None) -> tuple[str | None, str]:
    """The common measure that a figure is of, and the phrase that says so; None where none does."""
    if figure.source.kind == "cell" or not text:
        return _find_by_headers(figure, words, text)
    is_change = figure.role == "change"
    clause = find_clause(figure, text)
    if other := find_other(figure, text):
        words = f"{words} {other}"
        found = _match(words, figure.kind, "", is_change)
        return (found, words) if found and _has_size(found, figure) else (None, words)
    if not is_change and not _has_word(clause, words):
        found = match_clause("", clause, figure.kind)
        if found and _has_size(found, figure):
            return found, clause
    unit = (figure.unit or "") if has_noun(figure, text) or not words else ""
    for phrase in (words, *find_phrases(figure, text, title)):
        found = _match(phrase, figure.kind, unit, is_change)
        if found and _has_size(found, figure):
            return _find_longer(figure, found, phrase, text, unit)
    if is_change:
        return None, words
    for phrase in find_heads(figure, text):
        found = _match(without_area(phrase, area), figure.kind, "", False)
        if found and _has_size(found, figure):
            return found, phrase
    found = match_clause(words, clause, figure.kind, unit or None)
    return (found, words) if found and _has_size(found, figure) else (None, words)


def _find_by_headers(figure: Figure, words: str, caption: str) -> tuple[str | None, str]:
    """The common measure of a cell: by its headers, one of them, or these with the caption."""
    is_change = figure.role == "change"
    for phrase in _header_phrases(words, caption):
        found = _match(phrase, figure.kind, figure.unit or "", is_change)
        if found and _has_size(found, figure) and not is_excluded(caption, find_measure(found)):
            return found, phrase
    return None, words


def _header_phrases(words: str, caption: str) -> Iterator[str]:
    yield words
    yield f"{words} {caption}"


def _has_word(clause: str, words: str) -> bool:
    """Whether a clause has one of the words; if it has none, they are a neighbour's."""
    return bool(set(own_words(clause).split()) & set(own_words(words).split()))


def _find_longer(figure: Figure, found: str, words: str, text: str, unit: str) -> tuple[str, str]:
    """The measure of the words with those that go on behind them, where they name another: "violence with injury"."""
    told = find_predicate(figure, text)
    told = told if set(own_words(words).split()) < set(own_words(told).split()) else ""
    if told and (named := _match(told, figure.kind, "", figure.role == "change")):
        return named, told
    for phrase in find_phrases(figure, text, ""):
        longer = _match(phrase, figure.kind, unit, figure.role == "change")
        if longer and longer != found and len(phrase) > len(words) and words.casefold() in phrase.casefold():
            return longer, phrase
    return found, words


def _has_size(measure: str, figure: Figure) -> bool:
    """Whether a sum of money is as large as one of that measure may be."""
    bounds = find_measure(measure)
    is_bound = figure.kind == "money" and figure.role != "change"
    return not is_bound or bounds.least <= float(figure.value or 0) <= bounds.most


@lru_cache(maxsize=65536)
def _match(words: str, kind: str, unit: str, is_change: bool) -> str | None:
    found = match_measure(words, kind, unit or None, is_change=is_change)
    return found[0] if found else None
