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
    """The flow, its answered marks and those of the notes parted from their words and set as raised ones are."""
    lines = [item.line for item in flow if isinstance(item, FlowLine)]
    notes = {id(line): sign for line in lines if (sign := _read_sign(line, typography))}
    if not notes:
        return flow  # as in most reports
    signs: defaultdict[int, set[str]] = defaultdict(set)
    for line in lines:
        for page in (line.page - 1, line.page) if id(line) in notes else ():
            signs[page].add(notes[id(line)])
    parted = {id(line): part for line in lines if line.page in signs and (part := _part(line, signs[line.page]))}
    answered = {(line.page + on, sign) for line in lines for sign in _said(parted.get(id(line))) for on in (0, 1)}
    for line in lines:
        if (line.page, notes.get(id(line), "").translate(_DIGITS)) in answered:
            parted[id(line)] = _open(parted.get(id(line), line))
    return [
        item._replace(line=parted[id(item.line)]) if isinstance(item, FlowLine) and id(item.line) in parted else item
        for item in flow
    ]


def _read_sign(line: Line, typography: Typography) -> str:
    """The sign that a small line begins with."""
    if line.style.size > typography.body.size - MIN_MARKED_PT or len(line.words) < 2:
        return ""
    found = _OPENING.fullmatch(line.words[0].text)
    return found[1] if found else ""


def _part(line: Line, signs: set[str]) -> Line | None:
    """The line with the signs behind its words parted from these; None where it has none, as most."""
    if not any(sign in line.text for sign in signs):
        return None
    words = [piece for word in line.words for piece in _cut(word, line, signs)]
    return None if words == list(line.words) else make_line(line.page, words)


def _said(line: Line | None) -> Iterator[str]:
    """The marks of a line that was parted."""
    return (word.text for word in line.words[1:] if is_raised(word, line)) if line else iter(())


def _open(line: Line) -> Line:
    """A note with the sign that it begins with as a word of its own."""
    first, *rest = line.words
    found = None if is_raised(first, line) else _OPENING.fullmatch(first.text)
    if found is None:
        return make_line(line.page, [first._replace(text=first.text.translate(_DIGITS)), *rest])
    return make_line(line.page, [*_place(first, [(found[1], True), (found[2] or "", False)]), *rest])


def _cut(word: Word, line: Line, signs: set[str]) -> Iterator[Word]:
    """The word, or its pieces where it has one of the signs."""
    if word.text in signs and word is not line.words[0] and is_raised(word, line):
        return iter((word._replace(text=word.text.translate(_DIGITS)),))
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
