"""Blocks become sections, paragraphs with their lists, callouts and footnotes, in one pass down the flow."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reportparse.layout import Anchor, Frame
from reportparse.structure.blocks import Block, Element
from reportparse.structure.boxes import (
    find_cover,
    find_end,
    find_strip,
    find_title,
    find_widest,
    frame_of,
    is_beside,
    is_label,
    is_pulled_out,
    is_quote,
    is_speaker,
)
from reportparse.structure.headings import is_one_heading
from reportparse.structure.joining import SAME_EDGE_PT, goes_on, is_broken_off
from reportparse.structure.lists import answers_sign, ends_bare, find_depth, find_holder, is_lettered
from reportparse.structure.markers import Marker, as_letter, begins, follows
from reportparse.structure.opened import OpenItem, OpenParagraph, find_box_before, find_broken
from reportparse.structure.records import Callout, Section, Strip
from reportparse.structure.runs import Context, Run, read_run
from reportparse.structure.titles import read_title
from reportparse.structure.typography import Typography
from reportparse.text import cut_continued

# A list stands further in than the paragraphs by at least this many points.
MIN_LIST_INDENT_PT = 7.0
# How words end that introduce a list: "that the Panel:", "that the Panel –".
LEADS = (":", "-", "–", "—")
# Numbers that may be missing between two paragraphs of one numbering with no other witness.
MAX_LOST = 5


@dataclass(slots=True)
class Assembly:
    """What has been put together so far."""

    context: Context
    typography: Typography
    headings: dict[int, int]
    sections: list[Section] = field(default_factory=list)
    callouts: list[Callout] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)
    order: list[object] = field(default_factory=list)
    """Section, OpenParagraph, Anchor and Callout in reading order."""
    path: list[Section] = field(default_factory=list)
    open: OpenParagraph | None = None
    number: Marker | None = None
    """Of the last numbered paragraph."""
    number_x0: float = 0.0
    heading: Run | None = None
    """The blocks of the last heading."""
    is_after_heading: bool = False
    is_after_anchor: bool = False
    pulled: Block | None = None
    """The words that were pulled out of the open paragraph, where nothing stands between."""
    cover: int | None = None
    """The first page, where it is a cover: its boxes hold no text."""

    def assemble(self, elements: Sequence[Element]) -> None:
        """Take all elements in turn."""
        self.cover = find_cover(elements)
        index = 0
        while index < len(elements):
            element = elements[index]
            if isinstance(element, Anchor):
                self.order.append(element)
                self.is_after_anchor = True
            else:
                stop = find_end(elements, index, self.headings)
                if stop == index and index in self.headings:
                    self._add_heading(element, self.headings[index])
                    index += 1
                    continue
                if stop > index:
                    self._add_box(elements[index:stop], is_heading=index in self.headings)
                    index = stop
                    continue
                self._add_block(element)
            index += 1

    @property
    def section(self) -> str | None:
        """Id of the section that is open."""
        return self.path[-1].id if self.path else None

    def _add_heading(self, block: Block, level: int) -> None:
        is_next = self.is_after_heading and not self.is_after_anchor
        if is_next and self.heading and is_one_heading(self.heading.last, block):
            self.heading.blocks.append(block)
            self._name(self.sections[-1], self.heading)
            return
        if (section := self._continued(block)) is not None:
            section.spans.extend(read_run(Run([block]), self.context).spans)
            return
        while self.path and self.path[-1].level >= level:
            self.path.pop()
        parent = self.path[-1].id if self.path else None
        section = Section(f"s{len(self.sections) + 1}", "", level, None, "section", parent, block.page)
        self.heading = Run([block])
        self._name(section, self.heading)
        self.sections.append(section)
        self.path.append(section)
        self.order.append(section)
        self.open = None
        self.is_after_heading = True
        self.is_after_anchor = False

    def _continued(self, block: Block) -> Section | None:
        """The open section that a heading names again: "Statement - continued" at the head of its next page."""
        name = cut_continued(block.text)
        if name == block.text:
            return None
        return next((section for section in self.path if section.title.casefold() == name.casefold()), None)

    def _name(self, section: Section, heading: Run) -> None:
        reading = read_run(heading, self.context)
        title = read_title(reading.text)
        section.title, section.number, section.kind = reading.text, title.number, title.kind
        section.spans = reading.spans

    def _add_box(self, elements: Sequence[Element], *, is_heading: bool) -> None:
        """Add what stands in a box: its text, with the tables, pictures and number strips that stand among it."""
        frame = frame_of(elements[0])
        blocks = [each for each in elements if isinstance(each, Block) and frame_of(each) is frame]
        first, box = blocks[0], frame.box if frame else blocks[0].box
        if strip := find_strip(blocks, self.typography):
            labels = [read_run(Run([block]), self.context).text for block in strip]
            self.strips.append(Strip(f"i{len(self.strips) + 1}", first.page, box, labels, self.section))
            self.order.append(self.strips[-1])
            self._add_all([each for each in elements if each not in blocks], frame)
            return
        broken = find_broken(self.order, first)
        before = None if is_heading else find_box_before(self.order, first)
        if broken is not None or before is not None:
            if broken is None and before is not None and before.stack and first.marker is not None:
                broken = before  # its list goes on
            self._fill(self.callouts[-1], elements, broken)
            return
        outer, number = self.open, self.number
        if first.page == self.cover or is_label(blocks, self.typography) or is_quote(blocks, self.typography):
            self._add_all(elements, frame)
            if outer is not None and (is_beside(first, outer.run.last) or is_broken_off(outer.current.last)):
                self.open, self.number = outer, number
            return
        heads = find_title(blocks, is_heading=is_heading)
        title = read_run(Run(list(heads)), self.context).text if heads else None
        self.callouts.append(Callout(f"k{len(self.callouts) + 1}", title, self.section, first.page, box))
        self.order.append(self.callouts[-1])
        self._fill(self.callouts[-1], [each for each in elements if each not in heads], None)

    def _fill(self, callout: Callout, elements: Sequence[Element], paragraph: OpenParagraph | None) -> None:
        """Add what stands in a box, from `paragraph` on where that is open; what stands round the box goes on after."""
        outer, number = self.open, self.number
        self.open = paragraph
        self._add_all(elements, find_widest(elements), callout)
        self.open, self.number = outer, number

    def _add_all(self, elements: Sequence[Element], frame: Frame | None, callout: Callout | None = None) -> None:
        """Add the blocks of a box, and the tables, pictures and smaller boxes among them."""
        for own, group in groupby(elements, key=frame_of):
            if own is not None and own is not frame:
                self._add_box(list(group), is_heading=False)
                continue
            for each in group:
                if isinstance(each, Block):
                    self._add_block(each, callout)
                else:
                    self.order.append(each)
                    self.is_after_anchor = True

    def _add_block(self, block: Block, callout: Callout | None = None) -> None:
        if block.marker is not None and self._add_marked(block, block.marker, callout):
            pass
        elif not self._continue(block):
            outer, quote = self.open, self.pulled
            self._start_paragraph(block, None, callout)
            is_by = quote is not None and is_speaker(block, quote)
            self.pulled = None
            if outer is not None and (is_by or is_pulled_out(block, outer.current.last, self.typography)):
                self.open, self.pulled = outer, None if is_by else block
        self.is_after_heading = self.is_after_anchor = False

    def _start_paragraph(self, block: Block, marker: Marker | None, callout: Callout | None) -> None:
        paragraph = OpenParagraph(Run([block]), marker, self.section, callout.id if callout else None, len(self.order))
        paragraph.within = find_holder(self.open, block) if marker is None and not self.is_after_heading else None
        self.order.append(paragraph)
        self.open = paragraph
        if marker is not None:
            self.number, self.number_x0 = marker, block.x0

    def _add_marked(self, block: Block, marker: Marker, callout: Callout | None) -> bool:
        """Add a block that begins with a number or bullet; False if the number is only the text's first word."""
        if marker.kind == "bullet":
            if answers_sign(block, self.order):
                return False
            self._add_item(block, marker, callout)
            return True
        if self._goes_on_in_list(block, marker):
            self._add_item(block, marker, callout)
        elif self._is_paragraph_number(block, marker):
            self._start_paragraph(block, marker, callout)
        elif begins(marker) or marker.kind == "letter":
            self._add_item(block, marker, callout)
        else:
            return False
        return True

    def _goes_on_in_list(self, block: Block, marker: Marker) -> bool:
        if self.open is None:
            return False
        for item in reversed(self.open.stack):
            if item.marker.shape == marker.shape and follows(marker, item.marker):
                is_number = self.number is not None and follows(marker, self.number)
                return not is_number or _is_level(block, item)
        return False

    def _is_paragraph_number(self, block: Block, marker: Marker) -> bool:
        if marker.kind == "letter":
            return False
        if len(marker.value) > 1:
            return True
        if self.number is not None and follows(marker, self.number):
            return True
        if begins(marker):
            return not self._opens_list(block)
        return self._is_in_sequence(block, marker)

    def _is_in_sequence(self, block: Block, marker: Marker) -> bool:
        """Whether a number that is not the next one belongs to the numbering all the same: some may have been lost."""
        head = block.head
        if marker.kind != "number" or head is None:
            return False
        last = self.number
        if last is None or last.kind != marker.kind or len(last.value) != 1:
            return head.is_supported
        step = marker.value[0] - last.value[0]
        if last.shape == marker.shape and 0 < step <= MAX_LOST:
            return True
        return head.has_before and head.has_after if step < 0 else head.is_supported

    def _opens_list(self, block: Block) -> bool:
        """Whether a numbering that begins here is a list: an introduction stands before it, or it stands further in."""
        if self.is_after_heading or self.open is None:
            return False
        holder = self.open.run
        if holder.last.text.rstrip().endswith(LEADS):
            return True
        if not holder.last.lines:  # a list without an introduction, which nothing can stand further in than
            return False
        if self.open.stack and holder.last.page < block.page <= self.open.current.last.page + 1:
            return block.x0 > self.open.stack[-1].x0 + MIN_LIST_INDENT_PT  # the list of an item on the next page
        return block.x0 > holder.blocks[0].x0 + MIN_LIST_INDENT_PT and block.page == holder.last.page

    def _add_item(self, block: Block, marker: Marker, callout: Callout | None) -> None:
        self._return_to_list(marker)
        paragraph = self.open or self._start_bare_list(block, callout)
        stack = paragraph.stack
        depth = find_depth(stack, block, marker)
        del stack[depth:]
        marker = as_letter(marker) if is_lettered(marker, stack, paragraph) else marker
        item = OpenItem(Run([block]), marker, block.x0, block.page, depth + 1)
        (stack[-1].items if stack else paragraph.items).append(item)
        stack.append(item)

    def _return_to_list(self, marker: Marker) -> None:
        """Go on with the list that a paragraph interrupted, unless the paragraph introduces one of its own."""
        last = self.open
        if last is None or last.within is None or last.items or last.run.last.text.rstrip().endswith(LEADS):
            return
        if any(item.marker.shape == marker.shape for item in last.within.stack):
            self.open = last.within

    def _start_bare_list(self, block: Block, callout: Callout | None) -> OpenParagraph:
        """A list that no paragraph introduces hangs below an empty one."""
        empty = Block([], block.region)
        paragraph = OpenParagraph(Run([empty]), None, self.section, callout.id if callout else None, len(self.order))
        self.order.append(paragraph)
        self.open = paragraph
        return paragraph

    def _continue(self, block: Block) -> bool:
        """Add a block without marker to the text that is open, if that goes on in it."""
        if self.open is None or self.is_after_heading:
            return False
        run = self.open.current
        is_numbered = self.open.marker is not None
        if not run.last.lines:
            return False
        if not goes_on(run.last, block, is_apart=self.is_after_anchor, is_numbered=is_numbered):
            return False
        is_beside = run.last.region is not block.region and run.last.page == block.page
        if is_beside and block.text[:1].isupper() and ends_bare(self.open):
            return False
        run.blocks.append(block)
        return True


def _is_level(block: Block, item: OpenItem) -> bool:
    return block.page != item.page or abs(block.x0 - item.x0) < SAME_EDGE_PT
