"""The common measures, and which of them the words of a figure mean; what means none of them stays unmatched.

A name matches where all its words are there, slips of spelling allowed, and nothing else is that says something:
"knife crime offences" is knife crime, "knife crime sessions" is not.
"""

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from rapidfuzz import fuzz

# Two words are one, but for a slip, where they are at least so alike, of 100: one wrong letter in eight is.
MIN_ALIKE = 87
# Shorter words have no slips: "rape" and "rate" are two.
MIN_SLIP = 6
# A name of so many words is met in a clause by no chance, even where the figure's own words say nothing.
MIN_NAME = 3
# What is taken off 100 for each word that the name does not have and that says nothing.
NEUTRAL_COST = 2

_WORD = re.compile(r"\d+(?:,\d+)*s?(?![^\W_])|[^\W_]+")


class Break(NamedTuple):
    """A day from which a measure is counted otherwise."""

    since: date
    why: str


class Measure(NamedTuple):
    """A measure that most reports give."""

    id: str
    name: str
    kinds: frozenset[str]
    """Kinds of figures that it is given in; a change may be of any."""
    good: str
    """The way that is good: "up", "down", or "" where it depends."""
    names: tuple[frozenset[str], ...]
    """The words of each name, folded."""
    needs: frozenset[str]
    excludes: frozenset[str]
    neutral: frozenset[str]
    """Words that do not change it, beside those that change none."""
    qualifiers: Mapping[str, str]
    """Words that say how it is counted, and how: "fte", "excluding fraud"."""
    breaks: tuple[Break, ...]
    least: float = 0.0
    most: float = math.inf
    """Sums of money outside are something else: a household's share is no force's income."""
    is_stock: bool = False
    """Whether it is what is there on a day, as officers are, and not what happens in a year."""
    is_set_before: bool = False
    """Whether it is decided before the year begins, as a tax is: what it "will be" is no forecast."""
    is_asked: bool = False
    """Whether it is asked for, as savings are: what is foreseen of it is its target."""


@cache
def measures() -> tuple[Measure, ...]:
    """All measures, in the order of the data file.

    >>> measures()[0].id
    'recorded-crime'
    """
    return tuple(_read_measure(entry) for entry in _data()["measure"])


def find_measure(name: str) -> Measure:
    """The measure with that id.

    Raises:
        KeyError: There is none.
    """
    return _by_id()[name]


@cache
def _by_id() -> dict[str, Measure]:
    return {measure.id: measure for measure in measures()}


def match_measure(
    words: str, kind: str | None = None, unit: str | None = None, *, is_change: bool = False
) -> tuple[str, float] | None:
    """The id of the measure that words mean, and how well they fit, 0 to 100; None where they mean none, or two.

    Args:
        words: A figure's measure, in the report's words.
        kind: The figure's kind; a measure that is not given in that kind is not meant.
        unit: The figure's unit; what is counted may tell what the measure leaves out.
        is_change: Whether the figure is a change, which may be of any kind.

    >>> match_measure("total recorded crime (excluding fraud)", "count")
    ('recorded-crime', 100)
    >>> match_measure("knife crime sessions in schools", "count") is None
    True
    """
    said = _words(words)
    if unit and kind == "count" and not is_change:
        said = said | _words(unit)
    unknown = _find_unknown(said)
    scored = [
        (score, measure.id)
        for measure in _find_candidates(said, unknown)
        if (is_change or kind is None or kind in measure.kinds) and (score := _score(measure, said, unknown)) > 0
    ]
    ranked = sorted(scored, reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1], ranked[0][0]


def match_clause(own: str, clause: str, kind: str, unit: str | None = None) -> str | None:
    """The id of the measure that a clause spells out round a figure whose own words say too little; None for none.

    All words of a name stand in the clause, none that makes it another measure does, and the figure's own words belong
    to the name: "96 visits" are custody visits where the clause speaks of custody.
    A figure may have no words of its own.

    >>> match_clause("visits", "Volunteers made 96 visits in custody suites", "count", "visits")
    'custody-visits'
    >>> match_clause("biscuits", "Volunteers ate 96 biscuits in custody suites", "count", "biscuits") is None
    True
    """
    said, own_words = _words(clause), _words(own) | (_words(unit) if unit and kind == "count" else frozenset())
    scored = [
        (size, measure.id)
        for measure in _find_candidates(said, ())  # a clause has the words themselves
        if kind in measure.kinds
        and not measure.excludes & said
        and measure.needs <= said
        and (size := _size_in_clause(measure, own_words, said)) > 0
        and _counts(measure, unit if kind == "count" else None)
    ]
    ranked = sorted(scored, reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def _counts(measure: Measure, unit: str | None) -> bool:
    """Whether what is counted is in a name of the measure, or may be anything: "51 visitors" are no visits."""
    noun = _words(unit or "") - _neutral()
    return not noun or any(noun & name for name in measure.names)


def _find_unknown(said: frozenset[str]) -> list[str]:
    """The words that no measure knows, which may be misspelt ones."""
    return [word for word in said if len(word) >= MIN_SLIP and word not in vocabulary()]


def _find_candidates(said: frozenset[str], unknown: Sequence[str]) -> list[Measure]:
    """The measures that one of the words may mean: a name has it, or is one word that may be misspelt."""
    index, single = _index()
    found = set(single if unknown else ()).union(*(index[word] for word in said if word in index))
    return [measures()[at] for at in sorted(found)]


@cache
def _index() -> tuple[dict[str, set[int]], frozenset[int]]:
    """By word of a name, where its measures are among all; and where those of one word that may be misspelt are."""
    index: dict[str, set[int]] = {}
    single = set()
    for at, measure in enumerate(measures()):
        for name in measure.names:
            for word in name:
                index.setdefault(word, set()).add(at)
                if len(name) == 1 and len(word) >= MIN_SLIP:
                    single.add(at)
    return index, frozenset(single)


def _size_in_clause(measure: Measure, own: frozenset[str], said: frozenset[str]) -> int:
    """Words of the longest of a measure's names that a clause has and a figure's own words belong to; 0 for none."""
    told, little = _little(measure.id)
    fitting = (
        len(name)
        for name in measure.names
        if name <= said
        and own <= name | little | told
        and (len(name) >= MIN_NAME or (len(name) > 1 and (not own or own & (name | measure.neutral))))
    )
    return max(fitting, default=0)


def read_qualifier(words: str, measure: Measure) -> str | None:
    """How a measure is counted, where its words say so; figures that are counted otherwise are not set side by side.

    >>> read_qualifier("recorded crime excluding fraud", find_measure("recorded-crime"))
    'excludes fraud'
    """
    folded = " ".join(_WORD.findall(words.casefold()))
    said = [told for phrase, told in measure.qualifiers.items() if re.search(rf"\b{re.escape(phrase)}s?\b", folded)]
    return said[0] if said else None


def fold_words(text: str) -> frozenset[str]:
    """The words of a text as the names of measures are compared: singular, abbreviations written out, no grammar.

    >>> sorted(fold_words("The ASB incidents"))
    ['anti', 'behaviour', 'incident', 'social']
    """
    return _words(text)


@cache
def vocabulary() -> frozenset[str]:
    """All words that tell measures apart: those of their names, and those that make one another."""
    return frozenset(
        word for measure in measures() for part in (*measure.names, measure.needs, measure.excludes) for word in part
    )


def neutral_words() -> frozenset[str]:
    """Folded words that do not change what is measured: "recorded", "total"."""
    return _neutral()


def is_excluded(words: str, measure: Measure) -> bool:
    """Whether words round a figure, such as its table's caption, say that it is not this measure.

    >>> is_excluded("Budget of the commissioner's office", find_measure("budget"))
    True
    """
    return bool(measure.excludes & _words(words))


def _score(measure: Measure, said: frozenset[str], unknown: Sequence[str]) -> float:
    """How well words fit a measure: 100 for one of its names, a little less for each word that says nothing more."""
    if measure.excludes & said or not measure.needs <= said:
        return 0
    best = 0.0
    told, little = _little(measure.id)
    for name in measure.names:
        rest = said - name if name <= said else _without(said, name, unknown) if unknown else None
        if rest is None:
            continue
        spare = rest - told
        if spare <= little:
            best = max(best, 100 - NEUTRAL_COST * len(spare) + len(name) * 0.01)
    return min(100, round(best))


@cache
def _little(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that say how a measure is counted, and those that do not change it."""
    measure = find_measure(name)
    return _words(" ".join(measure.qualifiers)), _neutral() | measure.neutral


def _without(said: frozenset[str], name: frozenset[str], unknown: Sequence[str]) -> frozenset[str] | None:
    """The words that a name does not have; None where one of its own is missing, and is no unknown word, misspelt."""
    missing = name - said
    if len(missing) > len(unknown):
        return None
    rest = set(said - name)
    for word in missing:
        slip = next((other for other in unknown if other in rest and _is_slip(word, other)), None)
        if slip is None:
            return None
        rest.discard(slip)
    return frozenset(rest)


@lru_cache(maxsize=8192)
def _is_slip(word: str, other: str) -> bool:
    """Whether two words are one, misspelt; "support" and "supported" are two."""
    if min(len(word), len(other)) < MIN_SLIP or word[0] != other[0] or word.startswith(other) or other.startswith(word):
        return False
    return fuzz.ratio(word, other) >= MIN_ALIKE


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    """Words without plurals and hyphens, abbreviations written out, words of no meaning left out."""
    plain = text.casefold().replace("’s", "").replace("'s", "").replace("&", " and ")
    singular = " ".join(_singular(word) for word in _WORD.findall(plain))
    for phrase, written in _data()["phrases"].items():
        if phrase in singular:
            singular = re.sub(rf"\b{phrase}\b", written, singular)
    folds: dict[str, str] = _data()["folds"]
    return frozenset(part for word in singular.split() for part in folds.get(word, word).split()) - _empty()


def _singular(word: str) -> str:
    """A word without the ending of the plural.

    >>> [_singular(word) for word in ("burglaries", "offences", "searches", "harassment", "pcsos", "fte")]
    ['burglary', 'offence', 'search', 'harassment', 'pcso', 'fte']
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


@cache
def _empty() -> frozenset[str]:
    """Words of grammar: in no name."""
    return frozenset(_data()["words"]["empty"])


@cache
def _neutral() -> frozenset[str]:
    return frozenset(_singular(word) for word in _data()["words"]["neutral"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("reportparse.registry").joinpath("data/measures.toml").read_text("utf-8"))


def _read_measure(entry: dict[str, Any]) -> Measure:
    listed = {name: frozenset(word for text in entry.get(name, []) for word in _words(text))
              for name in ("needs", "excludes", "neutral")}  # fmt: skip
    return Measure(
        id=entry["id"],
        name=entry["name"],
        kinds=frozenset(entry["kinds"]),
        good=entry["good"],
        names=tuple(dict.fromkeys(_words(name) for name in entry["names"])),
        needs=listed["needs"],
        excludes=listed["excludes"],
        neutral=listed["neutral"],
        qualifiers=entry.get("qualifiers", {}),
        least=entry.get("least", 0.0),
        most=entry.get("most", math.inf),
        is_stock=entry.get("is_stock", False),
        is_set_before=entry.get("is_set_before", False),
        is_asked=entry.get("is_asked", False),
        breaks=tuple(Break(date.fromisoformat(b["since"]), b["why"]) for b in entry.get("breaks", [])),
    )
