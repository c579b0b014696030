"""The words that speak for the common themes, and where a text has them; one pass, the longest phrase first."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportparse.language.words import load

_TOKEN = re.compile(r"[A-Za-z0-9&]+(?:['’][a-z]+)?|[.!?](?=[\s”\"')]|$)|•|\n")
_STOPS = frozenset(".!?•\n")

Voices = tuple[tuple[str, str], ...]
"""The themes that a phrase speaks for: (theme, how strongly: "names", "belongs" or "hints")."""


class Hit(NamedTuple):
    """A phrase of the lexicon in a text."""

    phrase: tuple[str, ...]
    voices: Voices
    sentence: int
    """From 0."""
    word: int
    """Number of words before it."""


class _Lexicon(NamedTuple):
    by_first: dict[str, list[tuple[tuple[str, ...], Voices]]]
    """First word to the phrases that begin with it, the longest first."""
    capitals: dict[str, Voices]
    """Words that count in capitals only: "DIP" is a programme, "dip" is not."""


def find_hits(text: str) -> Iterator[Hit]:
    """The phrases of the lexicon in a text, in order; those of no theme are left out.

    >>> [(hit.phrase, hit.voices) for hit in find_hits("Burglary fell.")]
    [(('burglary',), (('acquisitive-crime', 'names'),))]
    """
    by_first, capitals = _lexicon()
    printed = _TOKEN.findall(text)
    words = list(map(_FOLDED.__getitem__, printed))
    count = len(words)
    sentence = at = passed = 0
    while at < count:
        word, token = words[at], printed[at]
        if word in _STOPS:
            sentence, at = sentence + 1, at + 1
            continue
        if word not in by_first and not token[0].isupper():  # most words begin no phrase
            at, passed = at + 1, passed + 1
            continue
        phrase: tuple[str, ...] = (word,)
        voices: Voices = capitals.get(token.removesuffix("s"), ()) if token[0].isupper() else ()
        if not voices:
            for candidate, said in by_first.get(word, ()):
                if len(candidate) == 1 or tuple(words[at : at + len(candidate)]) == candidate:
                    phrase, voices = candidate, said
                    break
        if voices:
            yield Hit(phrase, voices, sentence, passed)
        at, passed = at + len(phrase), passed + len(phrase)


@cache
def ways_of_working() -> frozenset[str]:
    """Themes that every paragraph has words of, whatever it is about: boards, money, staff, partners."""
    return frozenset(load("themes")["ways"])


@cache
def theme_ids() -> tuple[str, ...]:
    """The common themes, in the order of the list.

    >>> len(theme_ids())
    37
    """
    return tuple(load("themes")["themes"])


@cache
def _lexicon() -> _Lexicon:
    data = load("themes")
    voices: dict[tuple[str, ...], list[tuple[str, str]]] = {_split(phrase): [] for phrase in data["nothing"]}
    capitals: dict[str, list[tuple[str, str]]] = {}
    for theme, kinds in data["themes"].items():
        for kind, phrases in kinds.items():
            for phrase in phrases:
                if phrase.isupper() and phrase.isalpha():
                    capitals.setdefault(phrase, []).append((theme, kind))
                else:
                    voices.setdefault(_split(phrase), []).append((theme, kind))
    by_first: dict[str, list[tuple[tuple[str, ...], Voices]]] = {}
    for phrase, said in sorted(voices.items(), key=lambda entry: (-len(entry[0]), entry[0])):
        by_first.setdefault(phrase[0], []).append((phrase, tuple(said)))
    return _Lexicon(by_first, {word: tuple(said) for word, said in capitals.items()})


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(_fold(token) for token in _TOKEN.findall(phrase))


@cache
def _plain() -> frozenset[str]:
    return frozenset(load("themes")["plain"])


class _Folded(dict[str, str]):
    """Each word without its plural or possessive, worked out once."""

    _MOST = 50_000  # words kept, so that a stream of texts does not fill the memory

    def __missing__(self, token: str) -> str:
        word = token.lower().replace("’", "'").removesuffix("'s")
        if len(word) > 4 and word.endswith("ies"):
            word = word[:-3] + "y"
        elif len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _plain():
            word = word[:-1]
        if len(self) < self._MOST:
            self[token] = word
        return word


_FOLDED = _Folded()


def _fold(token: str) -> str:
    return _FOLDED[token]
