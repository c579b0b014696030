"""Marks of footnotes that are letters of the word before them, "4.2%*" or "2023/24¹": words of their own if answered.

A small line that begins with the same sign, on the page or the next one, answers a mark.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportparse.layout import Flow, FlowLine, Line, is_raised
from reportparse.layout.lines import make_line
from reportparse.pdf import Word
from reportparse.pdf.raised import as_mark
from reportparse.structure.footnotes import MIN_MARKED_PT
from reportparse.structure.typography import Typography

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "[]")
_SIGN = r"[*†‡§¶]{1,3}|[⁰¹²³⁴-⁹]{1,3}|\[\d{1,3}\]"
_OPENING = re.compile(rf"({_SIGN})([^\W_].*)?")
_BEHIND = re.compile(rf"(.+?)(?<![*†‡§¶⁰¹²³⁴-⁹])({_SIGN})([.,;:!?)”’]*)")

_Pieces = Sequence[tuple[str, bool]]
"""Texts that a word is cut into, and whether each is the mark."""


def part_marks(flow: Flow, typography: Typography) -> Flow:
    """The flow, its answered marks parted from their words and set as raised ones are."""
    lines = [item.line for item in flow if isinstance(item, FlowLine)]
    notes = {id(line): sign for line in lines if (sign := _read_sign(line, typography))}
    if not notes:
        return flow  # as in most reports
    signs: defaultdict[int, set[str]] = defaultdict(set)
    for line in lines:
        for page in (line.page - 1, line.page) if id(line) in notes else ():
            signs[page].add(notes[id(line)])
    return [
        item._replace(line=_part(item.line, signs[item.line.page], is_note=id(item.line) in notes))
        if isinstance(item, FlowLine) and item.line.page in signs
        else item
        for item in flow
    ]


def _read_sign(line: Line, typography: Typography) -> str:
    """The sign that a small line begins with."""
    if line.style.size > typography.body.size - MIN_MARKED_PT or len(line.words) < 2:
        return ""
    found = _OPENING.fullmatch(line.words[0].text)
    return found[1] if found else ""


def _part(line: Line, signs: set[str], *, is_note: bool) -> Line:
    if not is_note and not any(sign in line.text for sign in signs):
        return line  # as most
    words = [piece for at, word in enumerate(line.words) for piece in _cut(word, line, signs, opens=is_note and not at)]
    return line if words == list(line.words) else make_line(line.page, words)


def _cut(word: Word, line: Line, signs: set[str], *, opens: bool) -> Iterator[Word]:
    """The word, or its pieces where it has one of the signs; the first word of a note opens with its own."""
    if word.text in signs and is_raised(word, line):
        return iter((word._replace(text=word.text.translate(_DIGITS)),))
    if opens and (found := _OPENING.fullmatch(word.text)):
        return _place(word, [(found[1], True), (found[2] or "", False)])
    behind = _BEHIND.fullmatch(word.text)
    if behind is None or behind[2] not in signs:
        return iter((word,))
    return _place(word, [(behind[1], False), (behind[2], True), (behind[3], False)])


def _place(word: Word, pieces: _Pieces) -> Iterator[Word]:
    """The pieces of a word, each as wide as its share of the letters; all but the first follow without a space.

    They count on from its place in the content, as what is glued to another word does.
    """
    left, step = word.x0, (word.x1 - word.x0) / len(word.text)
    for at, (text, is_mark) in enumerate(pieces):
        order, is_glued = word.order + at, word.is_glued or at > 0
        piece = word._replace(text=text, x0=left, x1=left + step * len(text), is_glued=is_glued, order=order)
        left = piece.x1
        if is_mark:
            yield as_mark(piece._replace(text=text.translate(_DIGITS)))
        elif text:
            yield piece._replace(is_glued=False) if pieces[0][1] else piece  # the text of a note


__all__ = ["part_marks"]
