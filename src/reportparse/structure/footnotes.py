"""Footnotes and their marks: small text at the foot that begins with a mark, and the same mark raised in the text."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from reportparse.layout import is_raised
from reportparse.layout.marks import is_note_mark
from reportparse.structure.blocks import Block, Element
from reportparse.structure.levels import look_of
from reportparse.structure.markers import read_roman
from reportparse.structure.typography import Typography

# Notes are set smaller than the text, by at least this many points.
MIN_SMALLER_PT = 0.7
# Those that begin with a raised mark need only be this much smaller: small text has notes of half a point less.
MIN_MARKED_PT = 0.3
# A note that had no room stands at the foot of a later page, no further on than this.
MAX_PUSHED = 2
_DRESSED_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3}|[a-h]|[ivx]{1,5})[\]).:]?")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Note(NamedTuple):
    """A footnote and where it stands."""

    mark: str
    block: Block
    first_word: int
    """How many of its words are the mark."""


def take_footnotes(
    elements: Sequence[Element], typography: Typography, marks: AbstractSet[tuple[int, str]] = frozenset()
) -> tuple[list[Note], list[Element]]:
    """Split off the footnotes whose mark stands raised in the text before them, or among `marks`, with its page."""
    raised = find_marks(elements) | marks
    found = {
        place: note
        for place, element in enumerate(elements)
        if isinstance(element, Block) and (note := _read_note(element, typography, raised)) is not None
    }
    found |= _find_listed(elements, typography, raised, found)
    found |= _find_between(elements, found)
    found |= _find_next(elements, typography, found)
    notes: list[Note] = []
    rest: list[Element] = []
    for place, element in enumerate(elements):
        if not isinstance(element, Block):
            rest.append(element)
        elif place in found:
            notes.append(found[place])
        elif notes and _goes_on(element, notes[-1].block):
            notes[-1] = notes[-1]._replace(
                block=replace(notes[-1].block, lines=[*notes[-1].block.lines, *element.lines])
            )
        else:
            rest.append(element)
    return notes, rest


def _find_listed(
    elements: Sequence[Element], typography: Typography, raised: set[tuple[int, str]], found: Mapping[int, Note]
) -> dict[int, Note]:
    """Notes in a list at the end of a report, far from their marks, which no note nearer to them answers."""
    notes = found.values()
    near = {(note.block.page - back, note.mark) for note in notes for back in range(MAX_PUSHED + 1)}
    first = {mark: page for page, mark in sorted(raised - near, reverse=True)}
    listed = {
        place: Note(match[1], element, 1)
        for place, element in enumerate(elements if first else ())
        if isinstance(element, Block)
        and len(element.words) > 1
        and element.style.size <= typography.body.size - MIN_SMALLER_PT
        and (match := _DRESSED_MARK.fullmatch(element.lines[0].words[0].text)) is not None
        and first.get(match[1], element.page + 1) <= element.page
    }
    known = {place: note.mark for place, note in (*found.items(), *listed.items())}
    return {
        place: note
        for place, note in listed.items()
        if (count := _count_of(note.mark))
        and (_count_of(known.get(place - 1, "")) == count - 1 > 0 or _count_of(known.get(place + 1, "")) == count + 1)
    }


def _count_of(mark: str) -> int:
    """What a mark counts, in figures or as the Roman numbers of word processors' endnotes; 0 for a sign or none."""
    if mark.isdigit():
        return int(mark)
    return read_roman(mark) if mark and set(mark) <= set("ivx") else 0


def _find_between(elements: Sequence[Element], found: Mapping[int, Note]) -> dict[int, Note]:
    """Notes between two that count on to them and on from them, in one type: their marks may stand in tables."""
    between: dict[int, Note] = {}
    for place, before in found.items():
        block, after = elements[place + 1] if place + 1 < len(elements) else None, found.get(place + 2)
        if place + 1 in found or after is None or not isinstance(block, Block) or not before.mark.isdigit():
            continue
        mark = block.lines[0].words[0].text.strip("[]().:")
        counts_on = mark.isdigit() and [int(mark) - 1, str(int(mark) + 1)] == [int(before.mark), after.mark]
        if counts_on and len(block.words) > 1 and block.style == before.block.style == after.block.style:
            between[place + 1] = Note(mark, block, 1)
    return between


def _find_next(elements: Sequence[Element], typography: Typography, found: Mapping[int, Note]) -> dict[int, Note]:
    """Notes that begin with a raised number, in a type of the others, and count on: their marks stand in tables."""
    looks = {look_of(note.block) for note in found.values()}
    following: dict[int, Note] = {}
    last = ""
    for place, element in enumerate(elements if looks else ()):
        if place in found:
            last = found[place].mark
        elif last.isdigit() and isinstance(element, Block) and len(element.words) > 1 and look_of(element) in looks:
            first = element.lines[0].words[0]
            is_small = element.style.size <= typography.body.size - MIN_MARKED_PT
            if is_small and first.text == str(int(last) + 1) and is_raised(first, element.lines[0]):
                following[place], last = Note(first.text, element, 1), first.text
    return following


def find_marks(elements: Sequence[Element]) -> set[tuple[int, str]]:
    """(page, mark) of every raised mark that follows a word."""
    lines = (line for element in elements if isinstance(element, Block) for line in element.lines)
    return {
        (line.page, word.text)
        for line in lines
        for word in line.words[1:]
        if word.style is not line.style and is_note_mark(word.text) and is_raised(word, line)
    }


def as_superscript(mark: str) -> str:
    """A raised number that no note answers, so that it can never run into the number before it.

    >>> "2020" + as_superscript("1")
    '2020¹'
    """
    return mark.translate(_SUPERSCRIPTS)


def _read_note(block: Block, typography: Typography, raised: set[tuple[int, str]]) -> Note | None:
    first = block.lines[0].words[0]
    match = _DRESSED_MARK.fullmatch(first.text)
    if match is None or len(block.words) < 2:
        return None
    is_small = block.style.size <= typography.body.size - MIN_SMALLER_PT
    has_raised = is_raised(first, block.lines[0])
    answers = any(mark == match[1] and page <= block.page <= page + 30 for page, mark in raised)
    is_near = any(mark == match[1] and page <= block.page <= page + MAX_PUSHED for page, mark in raised)
    is_early = has_raised and is_small and (block.page + 1, match[1]) in raised  # its line has moved to the next page
    is_hardly_smaller = block.style.size <= typography.body.size - MIN_MARKED_PT
    is_own_mark = has_raised or first.text[0] in "[("  # as notes at the end of a chapter have it
    is_here = has_raised and (block.page, match[1]) in raised and block.style.size <= typography.body.size
    is_marked = has_raised or (is_near and is_own_mark)  # notes at the end of a report stand far from their marks
    is_answer = (is_small and (is_near or is_own_mark)) or (is_hardly_smaller and is_marked)
    if is_early or is_here or (answers and is_answer):
        return Note(match[1], block, 1)
    return None


def _goes_on(block: Block, note: Block) -> bool:
    """A note's further lines on its page, set alike."""
    return (
        block.page == note.page
        and block.region is note.region
        and block.marker is None
        and block.style.size == note.style.size
        and block.gap < note.style.size
        and block.lines[0].baseline > note.lines[-1].baseline
    )
