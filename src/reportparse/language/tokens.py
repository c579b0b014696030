"""Words of a sentence with their class, one letter each, by closed lists, verb forms and the words beside them.

    D determiner   A adjective   N noun       P preposition   C and/or    S subordinator or relative
    M pronoun      B be/have/do  W modal      V finite verb   E -ed form  G -ing form   I "to" before a verb
    R adverb       Q amount      T period     X other number  any other letter: the punctuation mark itself

The letters of a sentence make a string, so that patterns over word classes are ordinary regular expressions.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reportparse.language.model import Span
from reportparse.language.nouns import is_plural
from reportparse.language.words import joined_areas, load, words
from reportparse.memo import Memo

_MIN_COMPOUND = 5  # letters before the hyphen of a participle that is an adjective
_ENDS_IN_L = re.compile(r"[^aeiou][aeiou]l$")
_WORD = re.compile(r"[^\W_](?:[\w’'&/-]*[\w’'])?|[^\w\s]")


class Mark(NamedTuple):
    """A stretch of text that counts as one word: an amount ("Q"), a period ("T") or a number that is none ("X")."""

    span: Span
    tag: str
    number: int


class Tokens(NamedTuple):
    """The words of a sentence in small letters, their classes and spans; an amount or a period is one word.

    `marks` tells the number among the amounts ("Q") or the periods ("T") by the token.
    """

    words: list[str]
    tags: str
    spans: list[tuple[int, int]]
    marks: dict[int, int]


def read_tokens(text: str, start: int, end: int, marks: list[Mark]) -> Tokens:
    """The tokens of text[start:end]; `marks` are in order and apart."""
    said: list[str] = []
    tags: list[str] = []
    spans: list[tuple[int, int]] = []
    numbers: dict[int, int] = {}
    given: dict[int, str] = {}  # the classes of the marks
    for mark in (*marks, Mark(Span(end, end), "", -1)):
        for piece in text[start : mark.span.start].split(" "):
            for word, tag, first, last in _PIECES[piece]:
                said.append(word)
                tags.append(tag)
                spans.append((start + first, start + last))
            start += len(piece) + 1
        if mark.tag:
            given[len(spans)], numbers[len(spans)] = mark.tag, mark.number
            said.append(text[mark.span.start : mark.span.end].lower())
            tags.append(mark.tag)
            spans.append(mark.span)
            start = mark.span.end
    if said[:1] == ["may"] and tags[0] == "N":
        tags[0] = "W"  # a first word may well be no month
    for at in [at for at, tag in enumerate(tags) if tag == "C"]:
        if tuple(said[at - 1 : at + 2]) in _joined_names():
            tags[at] = "N"
    for at in [at for at, word in enumerate(said) if word == "a" and at and said[at - 1] in _LETTERED]:
        tags[at] = "N"  # "class A drugs"
    for at in [at for at, word in enumerate(said) if word == "calls" and at and said[at - 1] in _CALLED]:
        tags[at] = "N"  # "301,877 emergency calls within 10 seconds"
    for at in [at for at, tag in enumerate(tags) if not tag]:
        before = tags[at - 1] + (tags[at - 2] if at > 1 else ".") if at else ".."
        if at and said[at] not in _closed() and before[0] not in '.:;("-' and text[spans[at][0]].isupper():
            tags[at] = "N"  # a name
            continue
        following = said[at + 1] if at + 1 < len(said) else "."
        previous = said[at - 1] if at else "."
        tags[at] = _tag(_Word(said[at], at, tags, before, following, previous, given.get(at + 1, "")))
    return Tokens(said, _with_first_verb(said, "".join(tags)), spans, numbers)


def _with_first_verb(said: list[str], tags: str) -> str:
    """A first word like "Delivered" is the verb if its clause has no other before a number or its end."""
    if tags[:1] == "A" and verb_forms().get(said[0], ("", ""))[1] == "e" and not _VERB_FIRST.match(tags):
        return "E" + tags[1:]
    return tags


_VERB_FIRST = re.compile(r"[^;:.Q]*?[VBWE]")
_PUNCTUATION = dict.fromkeys("-–—", "-") | {
    "[": "(", "]": ")", "!": ".", "?": ".", "•": ";", "|": ";", "“": '"', "”": '"', "‘": '"', "’": '"', "'": '"',
}  # fmt: skip
_CALLED = {"emergency", "non-emergency", "999", "101"}
_LETTERED = {"class", "category", "band", "grade", "type"}
_DEMONSTRATIVES = {"this", "that", "these", "those", "all", "both", "some", "each", "another"}
_COMPOUNDING = {"based", "related", "enabled", "flagged"}  # behind a noun, hyphen or no: "victim based crime"
_FINITE_BE = {"is", "was", "are", "were", "has", "had"}
_WORKING = {"help", "work", "assist", "support", "serve"}  # what people do "in" and "with"
_UNSURE = {"to", "set", "so", "since", "number"} | _DEMONSTRATIVES


def _tell_sure(word: str) -> str:
    """A word's class where it needs no look at its neighbours, else ""."""
    if not word[0].isalnum():
        return _PUNCTUATION.get(word, word)
    closed = _closed().get(word)
    if closed:
        return "" if word in _UNSURE else closed
    if word[0].isdigit():
        return "X"
    if word.endswith(("'s", "’s")):
        return "A"
    is_plain = word not in verb_forms() and not word.endswith(("s'", "s’", "ed", "ing", "ly"))
    return "N" if is_plain else ""


def _read_piece(piece: str) -> list[tuple[str, str, int, int]]:
    """The words of what stands between two blanks, in small letters, each with its sure class, its start and its end."""
    return [
        (word := match[0].lower(), "N" if word == "may" and match[0][0] == "M" else _tell_sure(word), *match.span())
        for match in _WORD.finditer(piece)
    ]


def _can_open(word: str) -> bool:
    """Whether a word, whose class is not told yet, can belong to a noun phrase; no punctuation can."""
    closed = _closed().get(word)
    if closed or not word[0].isalnum():
        return (closed or ".") in "AN"
    base, form = verb_forms().get(word, (word, ""))
    return not form or form == "e" or base in words("grammar", "noun_verbs") or word in words("nouns", "ing_nouns")


_PIECES, _OPENS = Memo(_read_piece), Memo(_can_open)


def is_noun(word: str) -> bool:
    """Whether a word in small letters is a noun whatever stands beside it, as far as the lists tell.

    >>> is_noun("adviser"), is_noun("of"), is_noun("rose")
    (True, False, False)
    """
    return _tell_sure(word) == "N"


class _Word(NamedTuple):
    """A word with what stands round it."""

    word: str
    at: int
    tags: list[str]
    """The classes of its sentence, told up to this word."""
    before: str
    """Those of the word before it and of the one before that."""
    following: str
    previous: str
    """The word before it."""
    mark: str
    """The class of what follows, where that is an amount or a period."""

    @property
    def is_before_noun(self) -> bool:
        return not self.mark and _OPENS[self.following]


@cache
def _closed() -> dict[str, str]:
    lists = (("N", "nouns_too"), ("A", "adjectives"), ("R", "adverbs"), ("M", "pronouns"), ("P", "prepositions"), ("D", "determiners"),
             ("S", "subordinators"), ("C", "conjunctions"), ("B", "be"), ("W", "modals"))  # fmt: skip
    return {word: tag for tag, key in lists for word in words("grammar", key)}


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Each form of the known verbs: its base, and "b" for the base, "s", "e" (-ed) or "g" (-ing)."""
    forms: dict[str, tuple[str, str]] = {}
    irregular = set(load("grammar")["pasts"].values())
    for base in load("grammar")["verbs"]:
        stems = _stems(base)
        is_y = base.endswith("y") and base[-2] not in "aeiou"
        forms[base] = (base, "b")
        forms[base[:-1] + "ies" if is_y else base + ("es" if base.endswith(("ss", "sh", "ch", "x", "o")) else "s")] = (base, "s")
        forms |= {f"{stem}ing": (base, "g") for stem in stems}
        if base not in irregular:
            forms |= {f"{stem}ed": (base, "e") for stem in ([base[:-1] + "i"] if is_y else stems)}
    return forms | {past: (base, "e") for past, base in load("grammar")["pasts"].items() if past != base}


@cache
def _joined_names() -> frozenset[tuple[str, ...]]:
    """The words round the "and" of names of areas: "England and Wales" is no two things."""
    told = (name for key in ("wide", "towns", "areas") for name in load("places")[key])
    names = [name.lower().split(" ") for name in (*told, *joined_areas())]
    joints = ((name, at) for name in names for at, word in enumerate(name) if word in ("and", "&"))
    return frozenset(tuple(name[at - 1 : at + 2]) for name, at in joints)


def _stems(base: str) -> list[str]:
    """What "-ed" and "-ing" are put to: "total" has "totalled", in America "totaled"."""
    if base in words("grammar", "doubling"):
        return [base + base[-1]]
    return [base, base + "l"] if _ENDS_IN_L.search(base) else [base.removesuffix("e")]


@lru_cache(4096)
def base_of(word: str) -> str:
    """The base of a verb's form, or the word itself.

    >>> base_of("rose"), base_of("fallen"), base_of("carries"), base_of("officers")
    ('rise', 'fall', 'carry', 'officers')
    """
    return verb_forms().get(word, (word, ""))[0]


def _tag(word: _Word) -> str:
    said = word.word
    closed = _closed().get(said)
    if closed:
        return _tag_closed(word, closed)
    if said.endswith(("s'", "s’")):
        return "A"
    if said in _COMPOUNDING and word.before[0] in "NA" and word.is_before_noun:
        return "A"
    base, form = verb_forms().get(said, (said, ""))
    if form in ("b", "s"):
        return _tag_verb(word, base, form)
    if form == "e" or (said.endswith("ed") and len(said) > 4 and said not in words("nouns", "ed_nouns")):
        is_compound = len(said.rpartition("-")[0]) >= _MIN_COMPOUND  # "domestic abuse-related crimes", not "re-offended"
        return "A" if is_compound or _is_adjective(word) else "E"
    if form == "g" or (said.endswith("ing") and len(said) > 5):
        return _tag_ing(word)
    return "R" if said.endswith("ly") and said not in words("grammar", "ly_nouns") else "N"


def _tag_closed(word: _Word, closed: str) -> str:
    said, before, following = word.word, word.before, word.following
    if said == "to":
        return "I" if verb_forms().get(following, ("", ""))[1] == "b" or following in ("be", "have", "do") else "P"
    if said in _DEMONSTRATIVES:
        if said == "that" and before[0] in "NEVR)" and word.at:
            return "S"
        return "D" if word.is_before_noun or word.mark or following in ("of", "the") else "M"
    if said == "set" and following != "to":
        return "N" if before[0] == "D" else "E"
    if said == "number" and word.mark == "Q" and before.lstrip("R")[:1] in ("N", "M"):  # "PCSOs number 96", "we number 12"
        told = "".join(word.tags[: word.at])
        is_subject = told[-1:] in ("M", "R") or is_plural(word.previous)
        return "V" if is_subject and not {"V", "B", "W", "E", "P"} & set(told) else closed
    if said == "so":
        return "S" if following == "that" else "R"
    if said == "since" and before[0] in "BW":  # "has since grown"
        return "R"
    return closed


def _tag_verb(word: _Word, base: str, form: str) -> str:
    before = word.before
    if before[0] == "S" and form == "s" and base in words("grammar", "noun_verbs") and verb_forms().get(word.following, ("", ""))[1] == "e":
        return "N"  # "but arrests increased"
    if before[0] in "IMWS" or (before[0] == "R" and before[1] in "IMWSB"):
        return "V"
    if base in words("grammar", "noun_verbs"):
        if base in words("grammar", "same_past") and before[0] == "C" and (word.following in ("us", "the", "them", "our") or word.mark == "Q"):
            return "E"
        if form == "b" and _is_verb_of_plural(word):
            return "V"
        turns = form == "s" and (word.following in ("by", "from", "to", "at") or (word.mark == "Q" and not word.following.endswith("ed")))
        told = word.tags[: word.at]
        is_noun = before[0] == "C" and "E" in told and not {"V", "B", "W"} & set(told)  # "complaints rose to 903, and reviews to 77"
        plain = before.lstrip("R")[:1]  # "and now stands at 8.2%"
        return "V" if plain and plain in "NAC" and turns and not is_noun else "E" if base in words("grammar", "same_past") and before[0] in "NB" else "N"
    is_subject = form == "b" and word.at == 0 and verb_forms().get(word.following, ("", ""))[1] == "e"
    return "N" if before[0] in "DA" or is_subject else "V"  # "Pay took £312.4m"


def _is_verb_of_plural(word: _Word) -> bool:
    """As in "the accounts show an underspend", "volunteers help in front offices": behind a plural, with no verb before."""
    told = word.tags[: word.at]
    if not told or told[-1] != "N" or {"V", "B", "W", "E"} & set(told):
        return False
    is_object = word.following in ("a", "an", "the", "that", "how")
    return (is_object or (word.following in ("in", "with") and word.word in _WORKING)) and is_plural(word.previous)


def _is_adjective(word: _Word) -> bool:
    """Whether an -ed form belongs to the noun behind it: "recorded crime"; in a row of verbs it does not."""
    before = word.before[0]
    if word.before == "QS":  # "of which 612 concerned parking"
        return False
    is_participle = word.word.endswith(("ed", "en", "wn"))
    if before not in "DPAQC.,:;(" or not is_participle or not word.is_before_noun:
        return False
    in_row = before in "C," and any(tag in "VEBW" for tag in word.tags[: word.at])
    return not in_row or word.word in ("recorded", "reported")


def _tag_ing(word: _Word) -> str:
    before = word.before[0]
    if word.word in words("nouns", "ing_nouns") or (before in "AN" and word.following == "of"):
        return "N" if before != "B" else "G"
    if before in "AN" and word.following in _FINITE_BE:  # "street drinking was the exception"
        return "N"
    if before == "D":
        return "A" if word.is_before_noun else "N"
    if word.at == 0 and verb_forms().get(word.following, ("", ""))[1] == "s":  # "Vetting takes ..."
        return "N"
    return "G"
