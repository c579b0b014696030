"""Running text out of blocks: lines joined, marks of footnotes lifted out, links found."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from reportparse.geometry import has_middle_in, unite
from reportparse.layout import Line, is_raised, join_words
from reportparse.layout.marks import is_note_mark
from reportparse.pdf import Link as PageLink
from reportparse.pdf import Page, Word
from reportparse.structure.blocks import Block
from reportparse.structure.footnotes import as_superscript
from reportparse.structure.records import Link, NoteMark, Span
from reportparse.text import Vocabulary, join_lines

_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_STYLE, _GLUED = attrgetter("style"), attrgetter("is_glued")
_SUPERSCRIPT = re.compile(f"[{''.join(_SUPERSCRIPTS)}]")


# Signs that stand close behind a word, and so behind the mark of a note that follows it.
_BREAKS = "\u2010\u00ad"
_CLOSING = ".,;:!?)]”’"
_OPENING = "([“‘"
# What stands outside a link's box is out of it by this much, in sizes of the type: the narrowest stops are 0.2 wide.
MIN_OUTSIDE_EM = 0.12


@dataclass(slots=True)
class Run:
    """The blocks of one paragraph or item, in reading order."""

    blocks: list[Block]

    @property
    def last(self) -> Block:
        """Where it goes on, if it does."""
        return self.blocks[-1]


class Context(NamedTuple):
    """What reading a run needs to know of the report."""

    vocabulary: Vocabulary
    links: Mapping[int, Sequence[PageLink]]
    """Links to the web by page."""
    notes: Mapping[tuple[int, str], str]
    """(page of the mark, mark) to the footnote's id."""

    def links_on(self, line: Line) -> list[PageLink]:
        """The links at the height of a line."""
        _, top, _, bottom = line.box
        return [link for link in self.links.get(line.page, ()) if link.box.top <= bottom and link.box.bottom >= top]


@dataclass(slots=True)
class Reading:
    """A run, read."""

    text: str
    spans: list[Span]
    links: list[Link] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)


def links_by_page(pages: Sequence[Page]) -> dict[int, list[PageLink]]:
    """The links to the web, by page."""
    found: defaultdict[int, list[PageLink]] = defaultdict(list)
    for page in pages:
        for link in page.links:
            if link.uri:
                found[page.number].append(link)
    return found


def read_run(run: Run, context: Context, *, skip: int = 0) -> Reading:
    """The text of a run without its first `skip` words (the marker), with its places, links and marks."""
    texts: list[str] = []
    marks: list[NoteMark] = []
    linked: list[tuple[str, Word]] = []
    for line, words in _lines(run, skip):
        if words is line.words and _is_plain(line):
            texts.append(line.text)
            linked.extend(_find_linked(words, context.links_on(line)))
            continue
        kept: list[Word] = []
        gone = -1  # the mark taken out last: what is glued to it is glued to the word before it
        for place, word in enumerate(words):
            if word.style is line.style and not word.is_glued and word.order != gone + 1:  # as most are
                kept.append(word)
            elif place + (line is not run.blocks[0].lines[0]) and is_note_mark(word.text) and is_raised(word, line):
                note = context.notes.get((line.page, word.text))
                if note is None:
                    kept.append(word._replace(text=as_superscript(word.text), is_glued=True))
                else:
                    sofar = [*texts, join_words(kept)] if kept else texts
                    marks.append(NoteMark(note, len(join_lines(sofar, context.vocabulary))))
                    gone = word.order
            elif kept and word.order == gone + 1 and (word.is_glued or word.text[0] in _CLOSING):
                kept.append(word._replace(order=kept[-1].order + 1, is_glued=True))
            else:
                kept.append(word)
        linked.extend(_find_linked(kept, context.links_on(line)))
        if kept:
            texts.append(_join_kept(kept))
    text = join_lines(texts, context.vocabulary)
    return Reading(text, _spans(run), _merge_links(linked, context.vocabulary), marks)


def _lines(run: Run, skip: int) -> list[tuple[Line, Sequence[Word]]]:
    lines = [(line, line.words) for block in run.blocks for line in block.lines]
    first, words = lines[0]
    return [(first, words[skip:] if skip else words), *lines[1:]]


def _is_plain(line: Line) -> bool:
    """Whether no word of a line can be a mark: all are of one type, and none is glued; most lines are such."""
    styles = list(map(_STYLE, line.words))
    is_one = styles.count(line.style) == len(styles)
    has_sign = not line.text.isascii() and _SUPERSCRIPT.search(line.text) is not None
    return is_one and not has_sign and not any(map(_GLUED, line.words))


def _join_kept(words: Sequence[Word]) -> str:
    """As `join_words`, with marks of unknown notes closed up to the word before them."""
    if {word.text[:1] for word in words}.isdisjoint(_SUPERSCRIPTS):
        return join_words(words)
    text = ""
    piece: list[Word] = []
    for word in words:
        if word.text[:1] in _SUPERSCRIPTS:
            text += (" " if text and piece else "") + (join_words(piece) if piece else "") + word.text
            piece = []
        else:
            piece.append(word)
    tail = join_words(piece) if piece else ""
    return f"{text} {tail}".strip() if text else tail


def _spans(run: Run) -> list[Span]:
    spans: list[Span] = []
    for block in run.blocks:
        box = block.box
        if spans and spans[-1].page == block.page and run.blocks[0].region is block.region:
            spans[-1] = Span(block.page, unite([spans[-1].bbox, box]))
        else:
            spans.append(Span(block.page, box))
    return spans


def _find_linked(words: Sequence[Word], links: Sequence[PageLink]) -> list[tuple[str, Word]]:
    found: list[tuple[str, Word]] = []
    for word in words if links else ():
        link = next((link for link in links if link.uri and has_middle_in(word.box, link.box)), None)
        if link is not None and link.uri:
            found.append((link.uri, _cut_to(word, link)))
    return found


def _cut_to(word: Word, link: PageLink) -> Word:
    """The word without the stops and brackets that stand outside the box of its link."""
    text, room = word.text, MIN_OUTSIDE_EM * word.style.size
    if word.x1 - link.box.x1 >= room and text[-1] in _CLOSING:
        text = text.rstrip(_CLOSING)
    if link.box.x0 - word.x0 >= room and text[:1] in _OPENING:
        text = text.lstrip(_OPENING)
    return word._replace(text=text) if text else word


def _merge_links(linked: Sequence[tuple[str, Word]], vocabulary: Vocabulary) -> list[Link]:
    """Words in a row with the same target are one link; an address broken over lines is closed up."""
    groups: list[tuple[str, list[Word]]] = []
    for uri, word in linked:
        if groups and groups[-1][0] == uri:
            groups[-1][1].append(word)
        else:
            groups.append((uri, [word]))
    return [Link(_link_text(uri, words, vocabulary), uri) for uri, words in groups]


def _begins_with(target: str, text: str) -> bool:
    """Whether an address is what a text says, or goes on behind it within the same site: "www.pcc.uk" for a page."""
    return target == text or ("." in text and target.startswith(f"{text}/"))


def _link_text(uri: str, words: Sequence[Word], vocabulary: Vocabulary) -> str:
    """The words of a link, joined as those of its text.

    An address is closed up, without the hyphens that broke it or words in front of it.
    """
    target = uri.removeprefix("mailto:").rstrip("/")
    bare = target.split("://")[-1]
    spellings = (target, bare, bare.removeprefix("www."))
    for first in range(len(words)):
        texts = [word.text for word in words[first:]]
        for closed in ("".join(texts), "".join(text.rstrip(_BREAKS) for text in texts)):
            text = closed.strip(".,;()")
            if any(_begins_with(spelling, text.rstrip("/")) for spelling in spellings):
                return text
    begins = [place for place in range(len(words)) if not place or words[place].x0 <= words[place - 1].x0]  # of lines
    lines = (words[begin:end] for begin, end in zip(begins, [*begins[1:], len(words)], strict=True))
    return join_lines(map(join_words, lines), vocabulary)
