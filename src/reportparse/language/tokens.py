"""Words of a sentence with their class, one letter each, by closed lists, verb forms and the words beside them.

    D determiner   A adjective   N noun       P preposition   C and/or    S subordinator or relative
    M pronoun      B be/have/do  W modal      V finite verb   E -ed form  G -ing form   I "to" before a verb
    R adverb       Q amount      T period     X other number  any other letter: the punctuation mark itself

The letters of a sentence make a string, so that patterns over word classes are ordinary regular expressions.
"""

import re
from functools import cache
from typing import NamedTuple

from reportparse.language.model import Span
from reportparse.language.words import load, words

_WORD = re.compile(r"[^\W_](?:[\w’'&/-]*[\w’'])?|[^\w\s]")


class Token(NamedTuple):
    """A word, or a whole amount or period; `word` is in lower case, `mark` its number among amounts or periods."""

    start: int
    end: int
    word: str
    tag: str
    mark: int


class Mark(NamedTuple):
    """A stretch of text that counts as one word: an amount ("Q"), a period ("T") or a number that is none ("X")."""

    span: Span
    tag: str
    number: int


class _Raw(NamedTuple):
    """A word before its class is told; `tag` is that of a mark, "" for a word."""

    start: int
    end: int
    word: str
    tag: str
    mark: int


def read_tokens(text: str, start: int, end: int, marks: list[Mark]) -> list[Token]:
    """The tokens of text[start:end]; `marks` are in order and apart."""
    raw = _split(text, start, end, marks)
    raw.append(_STOP)
    tokens: list[Token] = []
    before, earlier = ".", "."
    sure = _sure()
    for at in range(len(raw) - 1):
        first, last, word, tag, mark = raw[at]
        if not tag:
            tag = sure.get(word) or _tag(text[first:last], word, before + earlier, raw[at + 1], tokens)
        tokens.append(Token(first, last, word, tag, mark))
        before, earlier = tag, before
    return _with_first_verb(tokens)


def _with_first_verb(tokens: list[Token]) -> list[Token]:
    """A first word like "Delivered" is the verb if its clause has no other before a number or its end."""
    first = tokens[0] if tokens else None
    if first and first.tag == "A" and verb_forms().get(first.word, ("", ""))[1] == "e":
        tags = "".join(token.tag for token in tokens)
        if not re.match(r"[^;:.Q]*?[VBWE]", tags):
            tokens[0] = first._replace(tag="E")
    return tokens


_STOP = _Raw(0, 0, ".", ".", -1)


def _split(text: str, start: int, end: int, marks: list[Mark]) -> list[_Raw]:
    raw: list[_Raw] = []
    at = start
    for mark in marks:
        raw += _words(text, at, mark.span.start)
        raw.append(_Raw(*mark.span, text[mark.span.start : mark.span.end].lower(), mark.tag, mark.number))
        at = mark.span.end
    raw += _words(text, at, end)
    return raw


def _words(text: str, start: int, end: int) -> list[_Raw]:
    found = [(match.span(), match[0].lower()) for match in _WORD.finditer(text, start, end)]
    return [_Raw(first, last, word, "" if word[0].isalnum() else _PUNCTUATION.get(word, word), -1) for (first, last), word in found]


_PUNCTUATION = dict.fromkeys("-–—", "-") | {
    "[": "(", "]": ")", "!": ".", "?": ".", "•": ";", "|": ";", "“": '"', "”": '"', "‘": '"', "’": '"', "'": '"',
}  # fmt: skip
_UNSURE = {"to", "this", "that", "these", "those", "all", "both", "some", "each", "another", "set", "so"}


@cache
def _sure() -> dict[str, str]:
    """The words of closed classes that need no look at their neighbours."""
    return {word: tag for word, tag in _closed().items() if word not in _UNSURE}


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
        stem = base.removesuffix("e")
        doubled = base + base[-1] if base in words("grammar", "doubling") else stem
        is_y = base.endswith("y") and base[-2] not in "aeiou"
        forms[base] = (base, "b")
        forms[base[:-1] + "ies" if is_y else base + ("es" if base.endswith(("ss", "sh", "ch", "x")) else "s")] = (base, "s")
        forms[doubled + "ing"] = (base, "g")
        if base not in irregular:
            forms[(base[:-1] + "i" if is_y else doubled) + "ed"] = (base, "e")
    return forms | {past: (base, "e") for past, base in load("grammar")["pasts"].items() if past != base}


def base_of(word: str) -> str:
    """The base of a verb's form, or the word itself.

    >>> base_of("rose"), base_of("fallen"), base_of("carries"), base_of("officers")
    ('rise', 'fall', 'carry', 'officers')
    """
    return verb_forms().get(word, (word, ""))[0]


def _tag(raw: str, word: str, before: str, following: _Raw, tokens: list[Token]) -> str:
    """The class of a word; `before` holds the classes of the word before it and of the one before that."""
    closed = _closed().get(word)
    if closed:
        return _tag_closed(word, closed, before, following, tokens)
    if word[0].isdigit():
        return "X"
    if raw[0].isupper() and tokens and before[0] not in '.:;("-':
        return "A" if word.endswith(("'s", "’s")) else "N"
    if word.endswith(("'s", "’s", "s'", "s’")):
        return "A"
    base, form = verb_forms().get(word, (word, ""))
    if form in ("b", "s"):
        return _tag_verb(base, form, before, following)
    if form == "e" or (word.endswith("ed") and len(word) > 4 and word not in words("nouns", "ed_nouns")):
        return "A" if _is_adjective(word, before, following, tokens) else "E"
    if form == "g" or (word.endswith("ing") and len(word) > 5):
        return _tag_ing(word, before, following)
    return "R" if word.endswith("ly") and word not in words("grammar", "ly_nouns") else "N"


def _tag_closed(word: str, closed: str, before: str, following: _Raw, tokens: list[Token]) -> str:
    if word == "to":
        return "I" if verb_forms().get(following.word, ("", ""))[1] == "b" or following.word in ("be", "have", "do") else "P"
    if word in ("this", "that", "these", "those", "all", "both", "some", "each", "another"):
        if word == "that" and before[0] in "NEVR)" and tokens:
            return "S"
        return "D" if _starts_noun(following) or following.tag in ("Q", "X", "T") or following.word in ("of", "the") else "M"
    if word == "set" and following.word != "to":
        return "N" if before[0] == "D" else "E"
    if word == "so":
        return "S" if following.word == "that" else "R"
    return closed


def _tag_verb(base: str, form: str, before: str, following: _Raw) -> str:
    if before[0] in "IMWS" or (before[0] == "R" and before[1] in "IMWSB"):
        return "V"
    if base in words("grammar", "noun_verbs"):
        turns = form == "s" and (following.word in ("by", "from", "to", "at") or following.tag == "Q")
        return "V" if before[0] in "NA" and turns else "E" if base in words("grammar", "same_past") and before[0] in "NB" else "N"
    return "N" if before[0] in "DA" else "V"


def _is_adjective(word: str, before: str, following: _Raw, tokens: list[Token]) -> bool:
    """Whether an -ed form belongs to the noun behind it: "recorded crime"; in a row of verbs it does not."""
    is_participle = word.endswith(("ed", "en", "wn"))
    if before[0] not in "DPAQC.,:(" or not is_participle or not _starts_noun(following):
        return False
    in_row = before[0] in "C," and any(token.tag in "VEBW" for token in tokens)
    return not in_row or word in ("recorded", "reported")


def _tag_ing(word: str, before: str, following: _Raw) -> str:
    if word in words("nouns", "ing_nouns") or (before[0] in "AN" and following.word == "of"):
        return "N" if before[0] != "B" else "G"
    if before[0] == "D":
        return "A" if _starts_noun(following) else "N"
    return "G"


def _starts_noun(token: _Raw) -> bool:
    """Whether the next word, not yet told its class, can belong to a noun phrase."""
    if token.tag:
        return False
    closed = _closed().get(token.word)
    if closed:
        return closed in "AN"
    form = verb_forms().get(token.word, ("", ""))
    return not form[1] or form[1] == "e" or form[0] in words("grammar", "noun_verbs") or token.word in words("nouns", "ing_nouns")
