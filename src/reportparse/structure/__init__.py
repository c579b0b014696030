"""Blocks become sections, numbered paragraphs, lists, callouts and footnotes."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from reportparse.layout import Anchor, Flow, FlowLine, Line
from reportparse.pdf import Bookmark, Page
from reportparse.structure.assemble import Assembly
from reportparse.structure.attached import part_marks
from reportparse.structure.blocks import find_blocks
from reportparse.structure.chapter_numbers import join_chapter_numbers
from reportparse.structure.contents import take_contents
from reportparse.structure.footnotes import Note, take_footnotes
from reportparse.structure.headings import find_headings, with_continued
from reportparse.structure.opened import read_notes, read_records
from reportparse.structure.records import Callout, ContentsEntry, Footnote, Item, Link, Paragraph, Section, Span, Strip
from reportparse.structure.run_in import part_run_in
from reportparse.structure.runs import Context, links_by_page
from reportparse.structure.signatures import join_signatures
from reportparse.structure.title_lines import join_title_lines
from reportparse.structure.torn import join_torn_titles
from reportparse.structure.typography import measure_typography
from reportparse.text import Vocabulary


class Structure(NamedTuple):
    """The text of a report, put together."""

    sections: list[Section]
    paragraphs: list[Paragraph]
    callouts: list[Callout]
    footnotes: list[Footnote]
    strips: list[Strip]
    order: list[str]
    """Ids of sections, paragraphs, callouts and anchors in reading order."""
    anchor_sections: dict[str, str | None]
    """Id of each table or picture to the section that it stands in."""
    entries: tuple[ContentsEntry, ...]
    """What the contents pages list."""
    contents: tuple[Line, ...]
    """Lines of contents pages: no content, but told."""


def read_structure(
    flow: Flow,
    pages: Sequence[Page],
    bookmarks: Sequence[Bookmark],
    marks: AbstractSet[tuple[int, str]] = frozenset(),
) -> Structure:
    """Put the flow of a report together; `pages` give links and tags, `marks` are those of footnotes in tables."""
    contents, flow = take_contents(flow)
    typography = measure_typography(flow)
    flow = part_marks(flow, typography)
    notes, elements = take_footnotes(find_blocks(flow, typography), typography, marks)
    elements = join_signatures(join_torn_titles(elements), typography)
    elements = join_chapter_numbers(elements, typography)
    elements = join_title_lines(elements, typography, bookmarks, pages)
    elements = part_run_in(elements, bookmarks)
    headings = find_headings(elements, typography, bookmarks, pages, contents.entries)
    headings = with_continued(headings, elements)
    vocabulary = Vocabulary(item.line.text for item in flow if isinstance(item, FlowLine))
    context = Context(vocabulary, links_by_page(pages), _note_ids(notes))
    assembly = Assembly(context, typography, headings)
    assembly.assemble(elements)
    _close_levels(assembly.sections)
    paragraphs = read_records(assembly.order, assembly.callouts, context)
    return Structure(
        sections=assembly.sections,
        paragraphs=paragraphs,
        callouts=assembly.callouts,
        footnotes=read_notes(notes, context),
        strips=assembly.strips,
        order=_order(assembly.order),
        anchor_sections=_find_sections(assembly.order),
        entries=contents.entries,
        contents=contents.lines,
    )


def _close_levels(sections: Sequence[Section]) -> None:
    """Leave no level out below any section: titles that went into boxes make none."""
    levels: dict[str | None, int] = {None: 0}
    for section in sections:
        section.level = levels[section.id] = levels[section.parent] + 1


def _order(entries: Sequence[object]) -> list[str]:
    """Ids in reading order; a table over two pages stands where it begins."""
    names = (entry.id for entry in entries if isinstance(entry, Section | Paragraph | Callout | Anchor | Strip))
    return list(dict.fromkeys(names))


def _note_ids(notes: Sequence[Note]) -> dict[tuple[int, str], str]:
    """A mark is answered by the next note with its sign, on its page or later, or by one on the page before."""
    ids: dict[tuple[int, str], str] = {}
    for place, note in reversed(list(enumerate(notes, 1))):
        for page in range(max(1, note.block.page - 30), note.block.page + 1):
            ids[page, note.mark] = f"n{place}"
    for place, note in enumerate(notes, 1):
        ids.setdefault((note.block.page + 1, note.mark), f"n{place}")
    return ids


def _find_sections(order: Sequence[object]) -> dict[str, str | None]:
    section: str | None = None
    found: dict[str, str | None] = {}
    for entry in order:
        if isinstance(entry, Section):
            section = entry.id
        elif isinstance(entry, Anchor):
            found.setdefault(entry.id, section)
    return found


__all__ = [
    "Callout", "ContentsEntry", "Footnote", "Item", "Link", "Paragraph", "Section", "Span", "Strip", "Structure",
    "read_structure",
]  # fmt: skip
