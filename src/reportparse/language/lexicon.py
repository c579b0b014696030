"""The words that speak for the common themes, and where a text has them; one pass, the longest phrase first."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportparse.language.words import load

_TOKEN = re.compile(r"[A-Za-z0-9&]+(?:['’][a-z]+)?|[.!?](?=[\s”\"')]|$)|•|\n")
_STOPS = frozenset(".!?•\n")
_MOST = 50_000  # words kept, so that a stream of texts does not fill the memory
_NUMBER = "0"  # in a phrase, a number of any size: "0 officers"

# What a phrase is worth, by how strongly it speaks.  Fitted on one half of the annotated paragraphs and looked at on the other.
_WORTH = {"names": 1.0, "belongs": 0.6, "hints": 0.1}
_WAYS = 0.5  # what a way of working counts beside a subject: every paragraph has words of boards, money, staff, partners

Voices = tuple[tuple[str, float], ...]
"""The themes that a phrase speaks for: (theme, what it is worth: 1 where it names the theme)."""


class Hit(NamedTuple):
    """A phrase of the lexicon in a text."""

    phrase: tuple[str, ...]
    voices: Voices
    sentence: int
    """From 0."""
    word: int
    """Number of words and stops before it."""


class _Entry(NamedTuple):
    """The phrases that begin with one word."""

    alone: Voices
    """What the word says by itself."""
    longer: dict[str, list[tuple[tuple[str, ...], Voices]]]
    """Second word to the longer phrases, the longest first."""


def find_hits(text: str) -> Iterator[Hit]:
    """The phrases of the lexicon in a text, in order; those of no theme are left out.

    >>> [(hit.phrase, hit.voices) for hit in find_hits("Burglary fell.")]
    [(('burglary',), (('acquisitive-crime', 1.0),))]
    """
    words = [_FOLDED[token] for token in _TOKEN.findall(text)]
    words.append("")  # the last word has one behind it as well
    sentence = behind = 0
    for at, entry in enumerate(map(_lexicon().__getitem__, words)):
        if entry is None or at < behind:
            continue
        if entry is _STOP:
            sentence += 1
            continue
        for phrase, voices in entry.longer.get(words[at + 1], ()) if entry.longer else ():
            if len(phrase) == 2 or tuple(words[at + 2 : at + len(phrase)]) == phrase[2:]:
                behind = at + len(phrase)
                if voices:
                    yield Hit(phrase, voices, sentence, at)
                break
        else:
            if entry.alone:
                yield Hit((words[at],), entry.alone, sentence, at)


@cache
def theme_ids() -> tuple[str, ...]:
    """The common themes, in the order of the list.

    >>> len(theme_ids())
    37
    """
    return tuple(load("themes")["themes"])


def phrases_by_theme() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that speak for each theme, folded."""
    themes = load("themes")["themes"]
    return {theme: [_split(phrase) for said in kinds.values() for phrase in _list(said)] for theme, kinds in themes.items()}


class _Lexicon(dict[str, _Entry | None]):
    """First word to the phrases that begin with it: a stop to `_STOP`, any number to those of "0", another word to None."""

    def __missing__(self, word: str) -> _Entry | None:
        entry = self.get(_NUMBER) if word[:1].isdigit() else _STOP if word in _STOPS else None
        if len(self) < _MOST:
            self[word] = entry
        return entry


_STOP = _Entry((), {})


@cache
def _lexicon() -> _Lexicon:
    data = load("themes")
    ways = frozenset(_list(data["ways"]))
    voices: dict[tuple[str, ...], list[tuple[str, float]]] = {_split(phrase): [] for phrase in _list(data["nothing"])}
    for theme, kinds in data["themes"].items():
        part = _WAYS if theme in ways else 1.0
        for kind, said in kinds.items():
            for phrase in _list(said):
                voices.setdefault(_split(phrase), []).append((theme, _WORTH[kind] * part))
    entries: dict[str, _Entry] = {}
    for words, said in sorted(voices.items(), key=lambda entry: (-len(entry[0]), entry[0])):
        entry = entries.get(words[0], _Entry((), {}))
        if len(words) == 1:
            entry = entry._replace(alone=tuple(said))
        else:
            entry.longer.setdefault(words[1], []).append((words, tuple(said)))
        entries[words[0]] = entry
    return _Lexicon(entries)


def _list(said: str) -> list[str]:
    """What stands between the commas of a list.

    >>> _list(" knife crime, gangs,")
    ['knife crime', 'gangs']
    """
    return [phrase for part in said.split(",") if (phrase := part.strip())]


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(_FOLDED[token] for token in _TOKEN.findall(phrase))


@cache
def _plain() -> frozenset[str]:
    return frozenset(_list(load("themes")["plain"]))


@cache
def _capitals() -> frozenset[str]:
    """Words that count in capitals only: "DIP" is a programme, "dip" is not."""
    lists = (said for kinds in load("themes")["themes"].values() for said in kinds.values())
    return frozenset(word for said in lists for word in _list(said) if word.isupper() and word.isalpha())


class _Folded(dict[str, str]):
    """Each word in small letters and without its plural or possessive, worked out once; an abbreviation in capitals."""

    def __missing__(self, token: str) -> str:
        if token.removesuffix("s") in _capitals():
            return token.removesuffix("s")
        word = token.lower().replace("’", "'").removesuffix("'s")
        if len(word) > 4 and word.endswith("ies"):
            word = word[:-3] + "y"
        elif len(word) > 5 and word.endswith(("sses", "ches", "shes", "xes")):
            word = word[:-2]
        elif len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _plain():
            word = word[:-1]
        if len(self) < _MOST:
            self[token] = word
        return word


_FOLDED = _Folded()


@cache
def vocabulary() -> frozenset[str]:
    """Every word of the lexicon's phrases, in small letters and folded."""
    themes = phrases_by_theme().values()
    return frozenset(word for phrases in themes for phrase in phrases for word in phrase)
