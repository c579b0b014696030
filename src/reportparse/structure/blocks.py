"""Lines become blocks: the lines that one paragraph, heading or list item has in one column."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reportparse.geometry import Box, unite
from reportparse.layout import Anchor, Flow, FlowAnchor, FlowLine, Line, Region
from reportparse.layout.fields import find_value_edge
from reportparse.layout.lines import is_raised
from reportparse.layout.marks import is_note_mark
from reportparse.pdf import Style, Word
from reportparse.structure.cover import OPEN_ENDS, are_listed, is_plain, opens_on_cover
from reportparse.structure.faces import are_small_caps, has_other_type, parts_languages
from reportparse.structure.markers import Marker, begins, follows
from reportparse.structure.numbering import Head, Heads, find_heads
from reportparse.structure.typography import SAME_SIZE_PT, Typography
from reportparse.text import is_address

# A step from baseline to baseline this much larger than the usual one of its type ends a paragraph.  Browsers round
# steps to whole pixels (5% of 14 pt); the least space between paragraphs seen is a quarter of a line.
MAX_STEP = 1.17
# Lines of one title are no further apart than this, in sizes of the type; headings of one type have space between.
MAX_TITLE_STEP_EM = 1.5
# Browsers round each step to whole pixels.
PIXEL_PT = 0.76
# A line begins further in than its paragraph by at least this many type sizes if it is indented.
MIN_INDENT_EM = 0.7
MAX_INDENT_EM = 4.0
SAME_EDGE_PT = 2.5
# Part of the measure that is left over behind a line, beside what the next word needs, if it was broken on purpose.
CLEAR_ROOM = 0.1
# A block is prose if it has so many letters: names and labels are shorter.
MIN_PROSE_LETTERS = 80
# What may close a sentence behind its stop.
CLOSERS = "”’\"'"
# A note says something: its mark and so many words in all, at least.
MIN_NOTE_WORDS = 3
# Bullets that may as well stand within a sentence; "o" is a word of Welsh: "214 o deuluoedd".
INNER_SIGNS = "-–—>o"
_SENTENCE_END = re.compile(r"[.;]\s[A-Z]")
# An address that a line breaks behind one of its own stops.
_BROKEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[./]$")
_SOURCE = re.compile(r"(?:Sources?|Notes?|Ffynhonnell|Ffynonellau|Nodyn|Nodiadau): ")
LABEL = re.compile(r"[A-Z][\w /]{2,30}:\s+\S")


@dataclass(slots=True)
class Block:
    """Lines that belong together, in one region."""

    lines: list[Line]
    region: Region
    head: Head | None = None
    """The number or bullet that it begins with."""
    gap: float = 0.0
    """Points between this block and what stands above it in the region; infinite for the first."""
    text_x0: float = 0.0
    """Where its text begins, behind the marker."""
    notes: list[Word] = field(default_factory=list)

    @property
    def marker(self) -> Marker | None:
        """The number or bullet that it begins with."""
        return self.head.marker if self.head else None

    @property
    def marker_words(self) -> int:
        """How many of its first words are the marker."""
        return self.head.words if self.head else 0

    @property
    def style(self) -> Style:
        """Of its first line."""
        return self.lines[0].style

    @property
    def page(self) -> int:
        """Of its first line."""
        return self.lines[0].page

    @property
    def x0(self) -> float:
        """Left edge, with the marker."""
        edge = min(line.box.x0 for line in self.lines)
        return min(edge, self.head.x0) if self.head else edge

    @property
    def box(self) -> Box:
        """Round its lines."""
        return unite(line.box for line in self.lines)

    @property
    def words(self) -> list[Word]:
        """All words, the marker's too."""
        return [word for line in self.lines for word in line.words]

    @property
    def text(self) -> str:
        """Its lines with the marker, as they stand."""
        return " ".join(line.text for line in self.lines)


Element = Block | Anchor


def find_blocks(flow: Flow, typography: Typography) -> list[Element]:
    """Cut the flow into blocks; tables and pictures stay where they are."""
    heads = find_heads([item for item in flow if isinstance(item, FlowLine)])
    elements: list[Element] = []
    for run in _split_regions(flow):
        if isinstance(run, FlowAnchor):
            elements.append(run.anchor)
        else:
            elements.extend(_find_in_run(run, heads, typography))
    return elements


def _split_regions(flow: Flow) -> Iterator[list[FlowLine] | FlowAnchor]:
    """Lines that follow each other in one region, and what stands between them."""
    run: list[FlowLine] = []
    for element in flow:
        if isinstance(element, FlowAnchor):
            if run:
                yield run
            run = []
            yield element
        elif run and element.region is not run[-1].region:
            yield run
            run = [element]
        else:
            run.append(element)
    if run:
        yield run


def _find_in_run(run: list[FlowLine], heads: Heads, typography: Typography) -> Iterator[Block]:
    region = run[0].region
    lines = [item.line for item in run]
    edges = _right_edges(lines)
    is_listed = region.page == 1 and are_listed([line for line in lines if is_plain(line, typography)])
    if is_listed:
        reach = min(region.box.x0 + typography.reach, typography.right)
        edges = {kind: max(edge, reach) for kind, edge in edges.items()}
    block: Block | None = None
    hanging: set[str] = set()  # dresses of markers whose items hang behind them
    for index, line in enumerate(lines):
        head = heads.get(id(line))
        following = lines[index + 1] if index + 1 < len(lines) else None
        is_date = is_listed and line.text[0].isdigit() and is_plain(line, typography)
        if (
            block is None
            or is_date
            or (hanging and _is_under_hanging(block, line, hanging))
            or _begins_block(block, line, following, head, min(edges[_kind_of(line)], run[index - 1].reach), typography)
        ):
            if block is not None:
                yield block
            gap = line.box.top - lines[index - 1].box.bottom if index else float("inf")
            block = Block([line], region, head, gap, line.words[head.words if head else 0].x0)
        else:
            block.lines.append(line)
            if len(block.lines) == 2 and block.marker and abs(line.box.x0 - block.text_x0) <= SAME_EDGE_PT:
                hanging.add(block.marker.shape)
    if block is not None:
        yield block


def _is_under_hanging(block: Block, line: Line, hanging: Collection[str]) -> bool:
    """Whether a line stands below the marker of an item where further lines, its own too, stand below its text."""
    marker = block.marker
    if marker is None or marker.shape not in hanging or line.box.x0 >= block.text_x0 - SAME_EDGE_PT:
        return False
    return all(abs(other.box.x0 - block.text_x0) <= SAME_EDGE_PT for other in block.lines[1:])


def _begins_block(
    block: Block, line: Line, following: Line | None, head: Head | None, right: float, typography: Typography
) -> bool:
    """Whether `line` is the first of a new paragraph, heading or item after `block`."""
    last = block.lines[-1]
    if last.words[0].angle != line.words[0].angle or (parts_languages(last) and line.text[0].isupper()):
        return True
    size = line.style.size
    if last.style is not line.style:
        is_one = _shares_type(last, line) or are_small_caps(last, line) or _goes_on_address(last, line)
        size = (max if is_one else min)(last.style.size, size)
        if not is_one and has_other_type(last, line, head.words if head else 0):
            return True
    step, usual = line.baseline - last.baseline, typography.step(size)
    if step < 0 or (step > MAX_STEP * usual and _is_wide(step, block, line, usual)):
        return True
    if _goes_on_field(block, line):
        return False
    if head is not None and _is_marked(block, line, head, step, right, typography):
        return True
    if _are_notes(block.lines[0], line, typography) or (
        line.page == 1 and opens_on_cover(last, line, following, typography)
    ):
        return True
    if _ends_title(block, line, following, typography):
        return False
    if _is_indented(block, line, following) or _is_label(line, last, following) or _is_elsewhere(last, line):
        return True
    is_outdented = block.head is not None and (
        line.box.x0 < block.text_x0 - SAME_EDGE_PT or (following is not None and _begins_further_in(line, following))
    )
    return _ended_early(last, line, right, least=0.0 if is_outdented else CLEAR_ROOM)


def _ends_title(block: Block, line: Line, following: Line | None, typography: Typography) -> bool:
    """Whether a line is the second and last of a title in large type: told in two languages, the first may be short."""
    last, size = block.lines[-1], line.style.size
    is_one = len(block.lines) == 1 and block.head is None and last.style == line.style
    is_near = line.baseline - last.baseline <= MAX_TITLE_STEP_EM * size
    is_over_text = following is not None and following.style == typography.body
    return is_one and is_near and is_over_text and size > typography.body.size + SAME_SIZE_PT


def _is_wide(step: float, block: Block, line: Line, usual: float) -> bool:
    """Whether a step is wider than the block's own ones too, even without the room that a raised mark takes."""
    most = MAX_STEP * max(usual, _own_step(block))
    return step > most and step - _raised_height(block.lines[-1], line) > most


def _raised_height(last: Line, line: Line) -> float:
    """How much further up a line reaches than the one above it: browsers make room for a raised mark."""
    if abs(line.style.size - last.style.size) > SAME_SIZE_PT:
        return 0.0
    return max(0.0, (line.baseline - line.box.top) - (last.baseline - last.box.top))


def _right_edges(lines: Sequence[Line]) -> dict[tuple[float, bool], float]:
    """How far right the lines of each type reach in their region."""
    edges: dict[tuple[float, bool], float] = {}
    for line in lines:
        kind = _kind_of(line)
        edges[kind] = max(edges.get(kind, line.box.x1), line.box.x1)
    return edges


def _kind_of(line: Line) -> tuple[float, bool]:
    return round(line.style.size), line.style.is_bold


def _own_step(block: Block) -> float:
    """The block's own smallest step, where it has two lines or more; headings are set wider than their size tells."""
    steps = [b.baseline - a.baseline for a, b in pairwise(block.lines)]
    return min(steps) if steps else 0.0


def _is_marked(block: Block, line: Line, head: Head, step: float, right: float, typography: Typography) -> bool:
    """Whether the number or bullet at the head of `line` opens a paragraph, and is no number inside one."""
    marker = head.marker
    if marker.kind == "bullet" and marker.text not in INNER_SIGNS:
        return True
    last = block.lines[-1]
    is_hanging = head.is_hanging or line.box.x0 < last.box.x0 - SAME_EDGE_PT
    usual = typography.step(line.style.size)
    is_apart = step > max(1.05 * usual, usual + PIXEL_PT)
    ends = last.text.rstrip('”’")')[-1:]
    is_beside_twin = block.marker is not None and (
        abs(block.lines[0].box.x0 - line.box.x0) <= SAME_EDGE_PT
        or abs(block.text_x0 - line.words[min(head.words, len(line.words) - 1)].x0) <= SAME_EDGE_PT
    )
    is_broken = right - last.box.x1 > line.words[min(1, len(line.words) - 1)].x1 - line.box.x0 + line.style.size
    if marker.kind == "bullet":
        is_twin = block.marker is not None and block.marker.text == marker.text
        edges = (block.text_x0, min(other.box.x0 for other in block.lines))
        is_shifted = line.box.x0 > max(edges) + SAME_EDGE_PT or line.box.x0 < min(edges) - SAME_EDGE_PT
        return is_hanging or is_apart or is_twin or is_shifted or is_broken or ends == ":"
    if ends == ":" and begins(marker) and marker.shape != "#":
        return True
    is_next = is_beside_twin and block.marker is not None and follows(marker, block.marker)
    is_broken = is_broken and marker.shape != "#"  # a bare number may as well be one of the text
    return is_hanging or is_apart or is_next or is_broken or (is_beside_twin and ends in ".;:,!?")


def _is_indented(block: Block, line: Line, following: Line | None) -> bool:
    """Whether a first-line indent opens a new paragraph: further in than the lines before and the one after."""
    if following is not None and following.box.x0 >= line.box.x0 - SAME_EDGE_PT:
        return False
    if (len(block.lines) == 1 and block.marker is not None) or without_mark(block.lines[-1])[-1:] not in '.!?:;”")':
        return False
    left = min([other.box.x0 for other in block.lines[1:]], default=block.lines[0].box.x0)
    return MIN_INDENT_EM <= (line.box.x0 - left) / (line.style.size or 1) <= MAX_INDENT_EM


def without_mark(line: Line) -> str:
    """The text of a line without the mark of a note behind it, which ends no sentence and keeps none open."""
    last = line.words[-1]
    return line.text.removesuffix(last.text) if len(line.words) > 1 and is_raised(last, line) else line.text


def _begins_note(line: Line) -> bool:
    """Whether a raised mark opens a line, as it does notes at the foot of a page."""
    return len(line.words) > 1 and is_note_mark(line.words[0].text) and is_raised(line.words[0], line)


def _are_notes(first: Line, line: Line, typography: Typography) -> bool:
    """Whether two lines open notes: with raised marks, or in small type with marks whose words stand in one line.

    Or the second one names the source below what a table leaves to say.
    """
    if (_begins_note(first) and _begins_note(line)) or (_SOURCE.match(line.text) and line.style == first.style):
        return True
    if line.style.size > typography.body.size - SAME_SIZE_PT or min(len(first.words), len(line.words)) < MIN_NOTE_WORDS:
        return False
    (mark, text), (other, words) = first.words[:2], line.words[:2]
    are_aligned = abs(mark.x0 - other.x0) <= SAME_EDGE_PT and abs(text.x0 - words.x0) <= SAME_EDGE_PT
    return are_aligned and mark.text != other.text and is_note_mark(mark.text) and is_note_mark(other.text)


def _is_elsewhere(last: Line, line: Line) -> bool:
    """Whether `line` stands so far left that it can not go on with the one above; centred lines do."""
    shift = last.box.x0 - line.box.x0
    is_centred = abs(last.box.x0 + last.box.x1 - line.box.x0 - line.box.x1) < 2 * line.style.size
    return shift > 2 * MAX_INDENT_EM * line.style.size and not is_centred


def _is_label(line: Line, last: Line, following: Line | None) -> bool:
    """Whether `line` is one of the labelled lines at the head of a paper: "Date of meeting: 26 September".

    Prose that is broken within a sentence goes on, whatever its next line begins with: "at 31 / March 2021: £38.8m".
    """
    if line.words[0].style.is_bold and (edge := find_value_edge(line)) is not None:
        others = (find_value_edge(other) for other in (last, following) if other is not None)
        return any(other is not None and abs(other - edge) <= SAME_EDGE_PT for other in others)
    if not LABEL.match(line.text) or (_SENTENCE_END.search(last.text) and last.text[-1] not in ".;"):
        return False
    return any(other is not None and LABEL.match(other.text) for other in (last, following))


def _goes_on_field(block: Block, line: Line) -> bool:
    """Whether `line` is one more of the value of a form's field: it begins where the first does, clear of the label."""
    first = block.lines[0]
    shift = line.box.x0 - first.box.x0
    if shift < MAX_INDENT_EM * line.style.size or block.marker is not None:
        return False
    edge = find_value_edge(first)
    return edge is not None and abs(edge - line.box.x0) <= SAME_EDGE_PT


def _begins_further_in(line: Line, following: Line) -> bool:
    indent = (line.box.x0 - following.box.x0) / (line.style.size or 1)
    return MIN_INDENT_EM <= indent <= MAX_INDENT_EM and line.style.size == following.style.size


def _ended_early(last: Line, line: Line, right: float, *, least: float) -> bool:
    """Whether the line before was broken though the next word had room: at the end of a sentence, or clearly so.

    Clearly means more than `least` of the measure.
    """
    room = right - last.box.x1 - _first_width(line) - 1.5 * line.style.size
    if room <= 0:
        return False
    if _goes_on_address(last, line):
        return False
    if last.text.rstrip('”’")')[-1:] in ".!?:":
        return True
    is_open = last.text[-1:] in "-," or last.words[-1].text in OPEN_ENDS
    is_new = (line.text.lstrip("“‘\"'(")[:1].isupper() or is_address(line.text)) and not is_open
    return is_new and (room > least * (right - last.box.x0) or _turns_upright(last, line))


def _shares_type(last: Line, line: Line) -> bool:
    """Whether a line goes on in the type that the one above ends in, and turns to another: who said it."""
    return last.words[-1].style == line.words[0].style


def _goes_on_address(last: Line, line: Line) -> bool:
    """Whether an address is broken behind a stop or a stroke; it may be set in another type from there on."""
    return bool(_BROKEN_ADDRESS.search(last.text)) and line.text[:1].isalnum()


def _first_width(line: Line) -> float:
    """Points that the first word takes; the reader gives letter-spaced words letter by letter."""
    first = line.words[0]
    if len(first.text) > 1:
        return first.x1 - first.x0
    share = len(line.text.split(" ", 1)[0]) / len(line.text)
    return max(first.x1 - first.x0, share * line.box.width)


def _turns_upright(last: Line, line: Line) -> bool:
    """Whether a line all in italics ends above one that has none."""
    return all(word.style.is_italic for word in last.words) and not any(word.style.is_italic for word in line.words)


def is_full(block: Block, next_word: Word) -> bool:
    """Whether the last line of `block` had no room for `next_word`, so that the text may go on elsewhere."""
    last = block.lines[-1]
    right = max(block.region.box.x1, *(line.box.x1 for line in block.lines))
    return right - last.box.x1 < (next_word.x1 - next_word.x0) + 0.6 * last.style.size


def without(block: Block, lines: Sequence[Line]) -> Block | None:
    """`block` less some of its lines; None if none is left."""
    kept = [line for line in block.lines if line not in lines]
    return replace(block, lines=kept) if kept else None
