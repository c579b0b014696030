"""The words that speak for the common themes, and where a text has them; one pass, the longest phrase first."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, count, pairwise
from typing import NamedTuple

from reportparse.language.words import load
from reportparse.memo import Memo

_TOKEN = re.compile(r"[A-Za-z0-9&]+(?:['’][a-z]+)?|[.!?](?=[\s”\"')]|$)|•|\n")
_STOPS = frozenset(".!?•\n")
_NUMBER = "0"  # in a phrase, a number of any size: "0 officers"

# What a phrase is worth, by how strongly it speaks.  Fitted on one half of the annotated paragraphs and looked at on the other.
_WORTH = {"names": 1.0, "belongs": 0.6, "hints": 0.1}
_WAYS = 0.5  # what a way of working counts beside a subject: every paragraph has words of boards, money, staff, partners
_SHARED = 0.15  # a phrase of n themes says n to minus this power as much for each; 0.15 to 0.25 do best, 1 as badly as 0

Voices = tuple[tuple[str, float], ...]
"""The themes that a phrase speaks for: (theme, what it is worth: 1 where it names the theme)."""


Hit = tuple[tuple[str, ...], Voices, int, int]
"""A phrase of the lexicon in a text, what it says, the number of its sentence, and that of its first word among words and stops."""


class _Lexicon(NamedTuple):
    """The phrases, by how they begin."""

    alone: dict[str, Voices]
    """What a word says by itself; the stops, which say nothing, are here too."""
    longer: dict[tuple[str, str], list[tuple[tuple[str, ...], list[str], Voices]]]
    """First two words to the longer phrases, the longest first, each with the rest of its words."""
    numbers: frozenset[str]
    """Those that phrases name, which are not any number: the 136 of "section 136"."""
    vocabulary: frozenset[str]
    """Every word of the phrases that speak for a theme."""


def find_hits(text: str) -> Iterator[Hit]:
    """The phrases of the lexicon in a text, in order; those of no theme are left out.

    >>> list(find_hits("Burglary fell."))
    [(('burglary',), (('acquisitive-crime', 1.0),), 0, 0)]
    """
    words = [*chain.from_iterable(map(_PIECES.__getitem__, text.split(" "))), ""]  # the last word has one behind it as well
    alone, longer, *_ = _lexicon()
    sentence = behind = 0
    looked_up = zip(count(), map(longer.get, pairwise(words)), map(alone.get, words))
    for at, phrases, by_itself in [found for found in looked_up if found[1] is not None or found[2] is not None]:
        if at < behind:
            sentence += words[at] in _STOPS
            continue
        for phrase, rest, voices in phrases or ():
            if not rest or words[at + 2 : at + len(phrase)] == rest:
                behind = at + len(phrase)
                if voices:
                    yield phrase, voices, sentence, at
                break
        else:
            if by_itself:
                yield (words[at],), by_itself, sentence, at
            elif by_itself is not None:
                sentence += 1


@cache
def theme_ids() -> tuple[str, ...]:
    """The common themes, in the order of the list.

    >>> len(theme_ids())
    37
    """
    return tuple(load("themes")["themes"])


def _read_piece(piece: str) -> list[str]:
    """The words and stops of what stands between two blanks, folded; for a number that no phrase names "0"."""
    words = _FOLDED[piece]
    return [_NUMBER if word[0].isdigit() and word not in _lexicon().numbers else word for word in words]


_PIECES = Memo(_read_piece)


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
    weighed = {words: _share_out(said) if len(said) > 1 else tuple(said) for words, said in voices.items()}
    alone = {words[0]: said for words, said in weighed.items() if len(words) == 1 and said} | dict.fromkeys(_STOPS, ())
    longer: dict[tuple[str, str], list[tuple[tuple[str, ...], list[str], Voices]]] = {}
    for words, said in weighed.items():
        if len(words) > 1:
            longer.setdefault((words[0], words[1]), []).append((words, list(words[2:]), said))
    for phrases in longer.values():
        if len(phrases) > 1:
            phrases.sort(key=lambda entry: -len(entry[0]))  # the longest is tried first
    numbers = frozenset(word for word in set().union(*voices) if word[0].isdigit())
    counted = [(second, phrases) for (first, second), phrases in longer.items() if first == _NUMBER]
    for number in numbers - {words[0] for words in voices}:  # begins no phrase, so it is any number where it is first
        longer |= {(number, second): phrases for second, phrases in counted}
    return _Lexicon(alone, longer, numbers, frozenset().union(*(words for words, said in voices.items() if said)))


def _share_out(said: list[tuple[str, float]]) -> Voices:
    """What a phrase says for each of its themes: the more it has, the less it tells.

    >>> _share_out([("custody", 1.0)])
    (('custody', 1.0),)
    """
    part = len(said) ** -_SHARED
    return tuple((theme, worth * part) for theme, worth in said)


def _list(said: str) -> list[str]:
    """What stands between the commas of a list.

    >>> _list(" knife crime, gangs,")
    ['knife crime', 'gangs']
    """
    return [phrase for part in said.split(",") if (phrase := part.strip())]


def _split(phrase: str) -> tuple[str, ...]:
    return tuple([word for piece in phrase.split() for word in _FOLDED[piece]])


def _fold_piece(piece: str) -> list[str]:
    return [_fold(token) for token in _TOKEN.findall(piece)]


_FOLDED = Memo(_fold_piece)


@cache
def _plain() -> frozenset[str]:
    return frozenset(_list(load("themes")["plain"]))


@cache
def _capitals() -> frozenset[str]:
    """Words that count in capitals only: "DIP" is a programme, "dip" is not."""
    lists = (said for kinds in load("themes")["themes"].values() for said in kinds.values())
    return frozenset(word for said in lists for word in _list(said) if word.isupper() and word.isalpha())


def _fold(token: str) -> str:
    """A word in small letters and without its plural or possessive; an abbreviation in capitals."""
    if token[0].isupper() and token.removesuffix("s") in _capitals():
        return token.removesuffix("s")
    word = token.lower().replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _plain():
        return word[:-1]
    return word


def vocabulary() -> frozenset[str]:
    """Every word of the lexicon's phrases, in small letters and folded."""
    return _lexicon().vocabulary
