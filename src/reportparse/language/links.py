"""How a number hangs on the one before it in its sentence, and the word that governs it."""

import re
from typing import NamedTuple

from reportparse.language.clauses import Sentence, clause_end, verb_after
from reportparse.language.model import Amount
from reportparse.language.words import words

_LIST = re.compile(r"(?:P?[DAN]{0,6}){0,2},?C?[RD]*")


class Link(NamedTuple):
    """The amount in front: its token, and how the second hangs on it.

    kind: "list" (by "and", "or" or a comma), "bracket" (the second in brackets behind the first), "of" ("44 out of
    50"), "far" (anything else). same_unit: whether both could be told in the same unit.
    """

    token: int
    kind: str
    same_unit: bool


def read_link(sentence: Sentence, first: int, second: int, amounts: tuple[Amount, Amount]) -> Link:
    """How the amount at token `second` hangs on the one at token `first`."""
    gap = sentence.tags[first + 1 : second]
    same = amounts[0].unit == amounts[1].unit or (amounts[1].unit is None and amounts[0].unit not in ("GBP", "%"))
    if gap.count("(") > gap.count(")"):
        return Link(first, "bracket", same)
    if gap.count(")") > gap.count("("):
        return _read_link_out(sentence, first, second, same)
    between = [token.word for token in sentence.tokens[first + 1 : second]]
    if between and between[-1] in ("of", "the") and between[:1] in (["of"], ["out"]) and len(between) <= 3:
        return Link(first, "of", same)
    if {"equivalent", "equating", "equates", "equal", "equivalently"} & set(between) and not re.search(r"[;:BW]", gap):
        return Link(first, "list", same)
    if gap and _LIST.fullmatch(gap) and ("C" in gap or "," in gap) and not verb_after(sentence, second, clause_end(sentence, second)):
        return Link(first, "list", same)
    return Link(first, "far", same)


def _read_link_out(sentence: Sentence, first: int, second: int, same: bool) -> Link:
    """A number behind the bracket that holds the one before: "by 5% (249) and 4%" goes on with its list."""
    close = sentence.tags.index(")", first)
    gap = sentence.tags[close + 1 : second]
    return Link(first, "list" if re.fullmatch(r",?C?[RD]*", gap) and gap else "far", same)


def governor(sentence: Sentence, at: int) -> int:
    """The token of the preposition or verb that the amount at token `at` depends on.

    Articles, "just" and nouns of level go between: "to just", "compared to an average of".
    """
    left = at - 1
    while left >= 0:
        tag, word = sentence.tags[left], sentence.word(left)
        is_level = word == "of" and sentence.word(left - 1) in words("clues", "level_nouns")
        if is_level:
            left -= 2
        elif tag in "DRA" or word in ("additional", "further", "another", '"'):
            left -= 1
        else:
            return left
    return -1
