"""Noun phrases round a number, by closed word classes: what is counted, and what a share is of."""

import re
from functools import cache

from reportparse.language.words import words

_WORD = re.compile(r"[^\s,;:.()!?“”\"\[\]|•]+")
_CLAUSE_END = re.compile(r"[;:]|,\s(?:and|but|while|whilst|with|which|from)\s|\s-\s|\s–\s|\.\s")
_BRACKETS = re.compile(r"\([^)]*\)?")
_PREDICATE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|rose|fell|grew|increased?|decreased?|reduced|stood|stands|saw|seen|fallen"
    r"|risen|dropped|went|averaged|reached|improved|remains?|showed|by)\b"
)
_PHRASE_WORD = re.compile(r"[\w'’&/-]+")
_MAX_SUBJECT = 14  # words of a subject; it is cut there
_MAX_WORDS = 6  # the longest noun phrase taken as a unit; longer ones are clauses


@cache
def _list(key: str) -> frozenset[str]:
    return words("nouns", key)


def is_plural(word: str) -> bool:
    """Whether the word may be the last of a counted phrase.

    >>> is_plural("officers"), is_plural("people"), is_plural("access")
    (True, True, False)
    """
    lower = word.lower()
    return lower in _list("plurals") or (
        len(lower) > 2 and lower.endswith("s") and not lower.endswith(("ss", "us", "'s", "’s", "is"))
    )


def _is_verb(word: str, after_plural: bool) -> bool:
    lower = word.lower()
    if lower in _list("stops"):
        return True
    if not after_plural or not word[0].islower():
        return False
    is_past = lower.endswith("ed") and lower not in _list("ed_nouns")
    return is_past or lower.endswith("ly") or (lower.endswith("ing") and lower not in _list("ing_nouns"))


def phrase_after(text: str, start: int, end: int) -> str | None:
    """The noun phrase that begins at `start`, to `end` at the most.

    >>> phrase_after("saw 185 members of staff get a rise", 7, 35)
    'members of staff'
    >>> phrase_after("over 100 students have commenced", 8, 32)
    'students'
    """
    taken: list[str] = []
    at, plural = start, False
    while len(taken) < _MAX_WORDS and (match := _WORD.search(text, at, end)):
        word, gap = match[0], text[at : match.start()]
        if gap.strip() or (taken and not gap):
            break
        at = match.end()
        if not taken and word.lower() in _list("leading"):
            continue
        if word.lower() == "of" and taken and taken[-1].lower() in _list("of_heads"):
            taken.append(word)
            continue
        if _is_verb(word, plural) or word[0].isdigit() or word[0] in "£-–—'‘":
            break
        if plural and not is_plural(word) and not word[0].isupper():
            break
        taken.append(word)
        plural = is_plural(word)
    while taken and taken[-1].lower() == "of":
        taken.pop()
    return " ".join(taken).replace("’s", "") or None


def phrase_before(text: str, start: int, end: int) -> str | None:
    """The last noun phrase before `end` in text[start:end], as the subject of a share or a rate.

    >>> phrase_before("Confidence in the local police rose by ", 0, 39)
    'Confidence in the local police'
    """
    clause = _BRACKETS.sub(" ", _CLAUSE_END.split(text[start:end])[-1])
    for part in _PREDICATE.split(clause):
        found = [word for word in _PHRASE_WORD.findall(part) if not word[0].isdigit()]
        while found and found[0].lower() in _list("no_first"):
            found.pop(0)
        while found and found[-1].lower() in _list("no_last"):
            found.pop()
        if found:
            return " ".join(found[:_MAX_SUBJECT])
    return None
