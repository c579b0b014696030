"""Paragraphs and items whose text may go on: what is open while the flow is read, and its reading at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from reportparse.structure.blocks import Block
from reportparse.structure.footnotes import Note
from reportparse.structure.joining import goes_on
from reportparse.structure.levels import look_of
from reportparse.structure.markers import Marker
from reportparse.structure.records import Callout, Footnote, Item, Paragraph
from reportparse.structure.runs import Context, Run, read_run

# A box that goes on in the next column stands so much higher there, in points, than where it broke off.
MIN_RISE_PT = 50.0
# So many entries of the record may come between the two parts, whose widths differ by less than this in points.
MAX_BETWEEN, SAME_WIDTH_PT = 12, 3.0
# From the end of one at the foot of a page to where the other goes on at the head of the next, at least, in points.
MIN_PAGE_PT = 450.0


@dataclass(slots=True)
class OpenItem:
    """An item whose text may go on."""

    run: Run
    marker: Marker
    x0: float
    page: int
    level: int
    items: list["OpenItem"] = field(default_factory=list)


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph whose text or list may go on."""

    run: Run
    marker: Marker | None
    section: str | None
    callout: str | None
    place: int
    items: list[OpenItem] = field(default_factory=list)
    stack: list[OpenItem] = field(default_factory=list)
    within: "OpenParagraph | None" = None
    """The paragraph in whose list this one stands."""

    @property
    def current(self) -> Run:
        """What its text would go on with: the last item of its list, or itself."""
        return self.stack[-1].run if self.stack else self.run


def find_broken(order: Sequence[object], block: Block) -> OpenParagraph | None:
    """The last paragraph of the box before, where `block` goes on with it in the next column or page.

    What stands beside or below the box on its page may come between.
    """
    place = next((k for k in range(len(order) - 1, max(-1, len(order) - MAX_BETWEEN), -1) if _in_box(order[k])), None)
    if place is None:
        return None
    last: OpenParagraph = order[place]  # type: ignore[assignment]
    end = last.current.last
    if not end.lines or (block.page == end.page and block.box.top > end.box.top - MIN_RISE_PT):
        return None
    if place < len(order) - 1 and (block.page == end.page or not are_alike(end, block)):
        return None
    return last if goes_on(end, block, is_apart=False) else None


def find_box_before(order: Sequence[object], block: Block) -> OpenParagraph | None:
    """The last paragraph of a box at the foot of the page before that `block` goes on with in whole paragraphs.

    Or of the column before, whose list goes on.
    """
    last = next((entry for entry in order[:-MAX_BETWEEN:-1] if _in_box(entry)), None)
    if not isinstance(last, OpenParagraph):
        return None
    end = last.current.last
    if not end.lines or not are_alike(end, block) or look_of(block) != look_of(end):
        return None
    if block.page == end.page:
        is_next = last is order[-1] and block.box.top <= end.box.top - MIN_RISE_PT
        return last if is_next and last.stack and block.marker is not None else None
    if block.page != end.page + 1:
        return None
    return last if end.box.bottom - block.box.top >= MIN_PAGE_PT else None


def _in_box(entry: object) -> bool:
    return isinstance(entry, OpenParagraph) and entry.callout is not None


def are_alike(end: Block, block: Block) -> bool:
    """Whether two blocks stand in boxes of one colour and width."""
    a, b = end.region.frame, block.region.frame
    return a is not None and b is not None and a.fill == b.fill and abs(a.box.width - b.box.width) <= SAME_WIDTH_PT


def read_records(order: list[object], callouts: Sequence[Callout], context: Context) -> list[Paragraph]:
    """Give ids in reading order, and read all that was left open."""
    paragraphs: list[Paragraph] = []
    boxes = {callout.id: callout for callout in callouts}
    numbers = count(1)
    for place, entry in enumerate(order):
        if not isinstance(entry, OpenParagraph):
            continue
        paragraph = _read_paragraph(entry, f"p{next(numbers)}", context)
        paragraphs.append(paragraph)
        order[place] = paragraph
        if paragraph.callout:
            boxes[paragraph.callout].paragraphs.append(paragraph.id)
    return paragraphs


def _read_paragraph(entry: OpenParagraph, name: str, context: Context) -> Paragraph:
    first = entry.run.blocks[0]
    items = [_read_item(item, f"{name}.i{place}", context) for place, item in enumerate(entry.items, 1)]
    number = entry.marker.text.rstrip(":") if entry.marker else None
    if number and entry.marker and entry.marker.kind == "number":
        number = number.rstrip(".)").lstrip("(")
    if not first.lines:
        spans = items[0].spans[:1]
        return Paragraph(name, None, "", entry.section, items, spans, callout=entry.callout)
    reading = read_run(entry.run, context, skip=first.marker_words if entry.marker else 0)
    notes = [mark.id for mark in reading.marks]
    return Paragraph(
        name,
        number,
        reading.text,
        entry.section,
        items,
        reading.spans,
        reading.links,
        notes,
        reading.marks,
        entry.callout,
    )


def _read_item(item: OpenItem, name: str, context: Context) -> Item:
    reading = read_run(item.run, context, skip=item.run.blocks[0].marker_words)
    kids = [_read_item(kid, f"{name}.i{place}", context) for place, kid in enumerate(item.items, 1)]
    return Item(name, item.marker.text, reading.text, item.level, kids, reading.links, reading.spans)


def read_notes(notes: Sequence[Note], context: Context) -> list[Footnote]:
    """The footnotes, read."""
    readings = [read_run(Run([note.block]), context, skip=note.first_word) for note in notes]
    return [
        Footnote(f"n{place}", note.mark, reading.text, note.block.page, tuple(reading.spans))
        for place, (note, reading) in enumerate(zip(notes, readings, strict=True), 1)
    ]
