"""Titles that run in: the outline names them, and they open the first line of their paragraph.

They are set in another type, or end at a stop: small capitals of a font need not tell themselves from its letters.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportparse.layout import Line
from reportparse.layout.lines import make_line
from reportparse.pdf import Bookmark, Word
from reportparse.structure.blocks import Block, Element
from reportparse.text import squeeze

# A title has no more words and lines; behind one that runs in more than this many words follow.
MAX_TITLE_WORDS, MAX_TITLE_LINES, MIN_REST = 20, 3, 3
STOPS = ".:–—"


class _Title(NamedTuple):
    """The title at the head of a block, and what stands before it: a number."""

    marker: Sequence[Word]
    words: Sequence[Word]


def part_run_in(elements: Sequence[Element], bookmarks: Sequence[Bookmark]) -> list[Element]:
    """The elements in order, titles that the outline names apart from the paragraphs that they open.

    The number before such a title is that of the paragraph.
    """
    named: defaultdict[int, set[str]] = defaultdict(set)
    for entry in bookmarks:
        for page in (entry.page, entry.page + 1) if entry.page is not None else ():
            named[page].add(squeeze(entry.title))
    if not named:
        return list(elements)
    short = (element for element in elements if isinstance(element, Block) and len(element.lines) <= MAX_TITLE_LINES)
    whole = {(block.page, squeeze(block.text)) for block in short if len(block.words) <= MAX_TITLE_WORDS}
    parted: list[Element] = []
    for element in elements:
        if isinstance(element, Block) and (title := _find_title(element, named.get(element.page, ()), whole)):
            parted += _part(element, title)
        else:
            parted.append(element)
    return parted


def _find_title(block: Block, named: Collection[str], whole: Collection[tuple[int, str]]) -> _Title | None:
    """The title that a block opens with; none that is a block of its own as well."""
    words = block.words if named else []
    marker, text = words[: block.marker_words], words[block.marker_words :]
    first = squeeze(text[0].text) if text else ""
    named = [title for title in named if title.startswith(first)] if first else []
    told = ""
    for count, word in enumerate(text[:MAX_TITLE_WORDS] if named else (), 1):
        told += squeeze(word.text)
        is_title = told in named and len(text) >= count + MIN_REST and (block.page, told) not in whole
        if is_title and (text[count].style != word.style or word.text[-1] in STOPS):
            return _Title(marker, text[:count])
    return None


def _part(block: Block, title: _Title) -> Iterator[Block]:
    """A title and the rest of its block, which keeps the number."""
    own = {word.order for word in title.words}
    named = [line for line in (_keep(line, own, is_kept=True) for line in block.lines) if line]
    rest = [line for line in (_keep(line, own, is_kept=False) for line in block.lines) if line]
    if len(rest) > 1 and len(rest[0].words) == len(title.marker):  # the number alone is left of its line
        rest[:2] = [make_line(rest[0].page, [*rest[0].words, *rest[1].words])._replace(baseline=rest[1].baseline)]
    yield Block(named, block.region, None, block.gap, named[0].box.x0)
    yield replace(block, lines=rest, gap=0.0)


def _keep(line: Line, own: Collection[int], *, is_kept: bool) -> Line | None:
    words = [word for word in line.words if (word.order in own) == is_kept]
    if len(words) == len(line.words):
        return line
    return make_line(line.page, words)._replace(baseline=line.baseline) if words else None
