"""The caption above a table, or below it where the report sets them so."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median

from reportparse.geometry import Box, shared_height, shared_width
from reportparse.layout.hanging import is_number
from reportparse.layout.lines import Line, merge_lines
from reportparse.layout.twins import are_twins
from reportparse.pdf import Style
from reportparse.tables.below import find_below
from reportparse.tables.captions_beside import find_beside
from reportparse.tables.grid import Grid, GridCell, box_of
from reportparse.tables.headers import is_year
from reportparse.tables.named import NOTE, NUMBERED, SMALL, is_counted, is_set_apart, look_of
from reportparse.tables.notes import find_notes
from reportparse.tables.segments import is_value
from reportparse.years import TELLS_WHEN

# Widest space between a caption and its table, in parts of the type.  Judged from few pages, not swept: a bold line
# above padded cells stands further off than the lines of a text do.  Captions that are no headings may stand further.
MAX_GAP_EM, SURE_GAP_EM = 2.2, 3.0
# Where cells are padded a caption may stand as far off as rows do, and a little more.
MAX_GAP_ROWS = 1.25
# Type larger than this many times the text's is a heading.
MAX_SIZE = 1.16
MAX_CAPTION_LINES = 3
# Lines of justified captions stand within so many sizes of their type from the table, and no further beside it.
MAX_PIECES_EM, BESIDE_PT = 5.0, 10.0
_PLACE = attrgetter("baseline", "box.x0")
# Longest title in plain type, in letters, and one that ends in a colon, as sentences that lead to a table do, too.
MAX_TITLE, MAX_LED = 130, 70
# Titles centred one under the other, to so many points, stand no further apart than this many times the space below.
CENTRED_PT, MAX_TITLES_GAP = 2.0, 1.5
# Lines of one caption stand no further apart than this, in parts of the type size; bold ones no further than that.
MAX_LEADING_EM, MAX_NEXT_EM = 0.5, 0.8
# One told in a second language may be a paragraph of its own, with the space of those between.
MAX_TWIN_EM = 1.25

# What a table counts in, on a line of its own: (in percent), [In millions of dollars]; not "(2018/19: 63,105)."
_UNIT = re.compile(r"[\[(][^\[\]()]{2,80}[\])]|[\[(][^\[\]()\d]{2,80}[\])]\.|[£$€](?:000s?|m|k|million)")
# Where one sentence ends and the next begins: no caption that leads to its table by a colon has two.
_NEXT_SENTENCE = re.compile(r"[a-z\d%)]\.\s[A-Z]")
# What introduces a table in a sentence of the text, rather than naming it.
_INTRODUCES = re.compile(
    r"\b(?:below|above(?!\s[£€$]?\d)|"
    r"follow\w*|shows?|sets? out|is|are|was|were|has|have|had|can|will|i|we|this|these)\b",
    re.IGNORECASE,
)
# What times a statement says below its heading, and no name: "For the year ended 31 March 2023", "At 31 March 2023"; or
# the day of a meeting below the name of the body that meets: "Monday 14 July 2025".
_DATE_ALONE = re.compile(
    rf"{TELLS_WHEN}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?\d{{1,2}}(?:st|nd|rd|th)?\s[a-z]+,?\s\d{{4}}",
    re.IGNORECASE,
)
# What a paper begins with, above the table of who brings it and when: its place in the agenda.
_AGENDA = re.compile(r"(?:agenda\s)?item(?:\sno)?\.?:?\s\d{1,2}[a-z]?", re.IGNORECASE)
# What heads a part of the report, even one that is but a table: "Appendix B: Grants awarded".
_PART = re.compile(r"(?:appendix|annexe?|schedule|atodiad)\s(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b", re.IGNORECASE)
# Widest number that hangs left of a paragraph, in points.
MAX_HANGING_PT = 30.0
# A title's line stands apart from the text above it by this part of its size.
MIN_APART_EM = 0.45
# No sentence ends with the unit of the numbers below it.
_UNIT_LAST = re.compile(
    r".*(?:\((?:in\s)?(?:[£€$]\s?(?:000s?|m|k|millions?|thousands?)?|%|per\s?cent)\)|,\s[£€$]\s?(?:000s?|m|k|millions?)?)"
)


def take_captions(grid: Grid, lines: Sequence[Line], body: Style | None, *, is_below: bool = False) -> Grid:
    """The table with its caption and notes; `lines` are those of its page that no table holds.

    `is_below` tells that the report sets captions below its tables.
    """
    grid = _take_full_rows(grid)
    box = box_of([word for cell in grid.cells for word in cell.words])
    if not grid.caption:
        lines = _join_stretched(lines, box, body)
        caption = find_below(box, lines, body) if is_below else _find_caption(box, lines, body, _row_gap(grid))
        caption = _add_twin(caption or find_beside(box, lines, body), lines)
        lines = [line for line in lines if line not in caption]
        grid = grid._replace(caption=tuple(word for line in caption for word in line.words))
    return grid._replace(notes=(*grid.notes, *find_notes(grid, box, lines, body)))


def _join_stretched(lines: Sequence[Line], box: Box, body: Style | None) -> Sequence[Line]:
    """The lines, those right above or below a table put together that are pieces of one, justified with wide spaces."""
    near = [line for line in lines if _may_be_piece(line, box) and (body is None or is_set_apart(line.style, body))]
    rows = [list(row) for _, row in groupby(sorted(near, key=_PLACE), key=lambda line: (line.baseline, line.style))]
    whole = [merge_lines(row) for row in rows if len(row) > 1]
    pieces = {id(line) for row in rows if len(row) > 1 for line in row}
    return [*(line for line in lines if id(line) not in pieces), *whole] if whole else lines


def _may_be_piece(line: Line, box: Box) -> bool:
    is_near = max(box.top - line.box.bottom, line.box.top - box.bottom) <= MAX_PIECES_EM * line.style.size
    return is_near and line.box.x0 >= box.x0 - BESIDE_PT and line.box.x1 <= box.x1 + BESIDE_PT


def _row_gap(grid: Grid) -> float:
    """The usual space between the words of two rows, in points: cells may be padded."""
    spans: dict[int, list[float]] = {}
    for cell in grid.cells:
        for word in cell.words if cell.row_span == 1 else ():
            top, bottom = spans.get(cell.row, (word.top, word.bottom))
            spans[cell.row] = [min(top, word.top), max(bottom, word.bottom)]
    rows = [spans[row] for row in sorted(spans)]
    return median([0.0, 0.0] if len(rows) < 2 else [b[0] - a[1] for a, b in pairwise(rows)])


def _take_full_rows(grid: Grid) -> Grid:
    """A first row of one cell over all columns is the caption; a last one that reads as a note is a note."""
    caption, notes = grid.caption, grid.notes
    cells = list(grid.cells)
    first = [cell for cell in cells if cell.row == 0]
    if len(first) == 1 and _is_over_all(first[0], grid) and first[0].row_span == 1 and grid.row_count > 2:
        caption = first[0].words
        cells = [cell._replace(row=cell.row - 1) for cell in cells if cell.row > 0]
    last_row = max(cell.row for cell in cells)
    last = [cell for cell in cells if cell.row == last_row]
    if len(last) == 1 and last[0].column_span == grid.column_count and NOTE.match(last[0].text) and last_row > 1:
        notes = (last[0].words, *notes)
        cells = [cell for cell in cells if cell.row < last_row]
    return grid._replace(cells=tuple(cells), caption=caption, notes=notes)


def _is_over_all(cell: GridCell, grid: Grid) -> bool:
    """Whether a first row of one cell reaches over all columns, or stands alone above a header with a label."""
    if cell.column_span == grid.column_count:
        return True
    below = {other.column: other.text for other in grid.cells if other.row == cell.row + 1 and other.text}
    has_values = any(is_value(text) and not is_year(text) for column, text in below.items() if column)
    return cell.column == 0 and 0 in below and len(below) > 1 and not has_values


def _find_caption(box: Box, lines: Sequence[Line], body: Style | None, row_gap: float) -> list[Line]:
    """The lines right above that are set apart from the text, or name a table; no further off than padding makes it."""
    found: list[Line] = []
    edge = box.top
    for line in sorted(lines, key=lambda line: -line.box.bottom):
        if line.box.bottom > edge + 3 or not _stands_over(line, box, lines):
            continue
        limit = (SURE_GAP_EM if _is_sure(line, body) else MAX_GAP_EM) if not found else MAX_NEXT_EM
        reach = limit * line.style.size if found else max(limit * line.style.size, MAX_GAP_ROWS * row_gap)
        if edge - line.box.bottom > reach or len(found) == MAX_CAPTION_LINES:
            break
        if not found and (_is_of_titles(line, lines, box) or _tells_when(line.text) or _PART.match(line.text)):
            return []
        if not found and not _is_caption(line, body) and not _is_small_name(line, box, body):
            return _find_wrapped(line, lines) or _find_title(line, lines, box, body)
        is_apart = bool(found) and _differ(line.style, found[0].style)
        goes_up = bool(found) and bool(NUMBERED.match(line.text) or _UNIT.fullmatch(found[0].text))
        if found and (NUMBERED.match(found[0].text) or (is_apart and not goes_up)):
            break
        found.insert(0, line)
        edge = line.box.top
    return [] if _are_sentences(found) else found


def _are_sentences(lines: Sequence[Line]) -> bool:
    """Whether lines are a paragraph whose last sentence leads to the table."""
    text = " ".join(line.text for line in lines)
    return text.endswith(":") and _NEXT_SENTENCE.search(text) is not None and not NUMBERED.match(text)


def _add_twin(caption: list[Line], lines: Sequence[Line]) -> list[Line]:
    """A caption with the lines right above or below it that say its number and name in another language."""
    for line in lines if caption else ():
        gap = max(caption[0].box.top - line.box.bottom, line.box.top - caption[-1].box.bottom)
        if line in caption or gap > MAX_TWIN_EM * line.style.size or shared_width(line.box, caption[0].box) <= 0:
            continue
        whole = [line] if NUMBERED.match(line.text) else _find_wrapped(line, lines)
        if whole and are_twins(whole[0].text, caption[0].text):
            return sorted([*caption, *whole], key=_PLACE)
    return caption


def _stands_over(line: Line, box: Box, lines: Sequence[Line]) -> bool:
    """Whether a line shares a table's width, or names it by number left of it with nothing below beside the table."""
    if shared_width(line.box, box) > 0:
        return True
    if line.box.x1 > box.x0 or not NUMBERED.match(line.text):
        return False
    return not any(other.box.x1 <= box.x0 and shared_height(other.box, box) > 0 for other in lines)


def _tells_when(text: str) -> bool:
    """Whether a line says no more than for when a table is, or where its paper stands in an agenda."""
    return _DATE_ALONE.fullmatch(text) is not None or _AGENDA.fullmatch(text) is not None


def _is_of_titles(line: Line, lines: Sequence[Line], box: Box) -> bool:
    """Whether a line is the last of titles in one type, one centred under the other, no nearer to the table than these.

    So a paper begins: what it is for, the day, whose it is.  Or one of titles that are counted, as those of notes are.
    """
    if NUMBERED.match(line.text):
        return False
    if is_counted(line, lines):
        return True
    reach = MAX_TITLES_GAP * max(box.top - line.box.bottom, MAX_LEADING_EM * line.style.size)
    return any(
        MAX_NEXT_EM * line.style.size < line.box.top - other.box.bottom <= reach
        and other.style == line.style
        and abs(other.box.x0 + other.box.x1 - line.box.x0 - line.box.x1) <= 2 * CENTRED_PT
        and abs(other.box.x0 - line.box.x0) > 2 * CENTRED_PT
        for other in lines
    )


def _is_small_name(line: Line, box: Box, body: Style | None) -> bool:
    """Whether a line is one bold word at the table's left edge, smaller than the text: no heading is."""
    is_small = body is not None and line.style.is_bold and line.style.size < SMALL * body.size
    return is_small and abs(line.box.x0 - box.x0) <= BESIDE_PT and line.text.isalpha() and line.text[0].isupper()


def _is_sure(line: Line, body: Style | None) -> bool:
    """Whether a line is more likely a caption than a heading: numbered, or in lighter type than the text's."""
    if NUMBERED.match(line.text):
        return True
    style = line.style
    return body is not None and not style.is_bold and style.size <= body.size and is_set_apart(style, body)


def _differ(style: Style, other: Style) -> bool:
    return look_of(style) != look_of(other) or style.color != other.color


def _find_title(last: Line, lines: Sequence[Line], box: Box, body: Style | None) -> list[Line]:
    """The line or two in plain type right above that name a table: no sentence, apart from the text above them."""
    above = sorted(
        (line for line in lines if line.baseline < last.baseline - 1 and line.box.x0 < box.x1 and line.box.x1 > box.x0),
        key=lambda line: -line.baseline,
    )
    found = [last]
    if above and not _is_apart_from(above[0], last):
        found.insert(0, above[0])
        if len(above) > 1 and not _is_apart_from(above[1], above[0]):
            return []
    if any(abs(line.baseline - last.baseline) < 1 and _hangs_before(line, last) for line in lines):
        return []  # a number hangs beside it: a paragraph
    text = " ".join(line.text for line in found)
    is_name = (
        found[0].text[:1].isupper()
        and len(text) <= (MAX_LED if text.endswith(":") else MAX_TITLE)
        and text[-1] not in '.;,!?”"'
        and sum(map(str.isalpha, text)) >= len(text) / 2
        and " " in text
        and not _INTRODUCES.search(text)
    )
    is_plain = body is not None and all(line.style.size <= MAX_SIZE * body.size for line in found)
    return found if is_name and is_plain else []


def _hangs_before(line: Line, last: Line) -> bool:
    """Whether a line is a number left of another, and no line of the next column."""
    return line.box.x0 < last.box.x0 and line.box.width <= MAX_HANGING_PT


def _is_apart_from(above: Line, line: Line) -> bool:
    is_apart = line.box.top - above.box.bottom >= MIN_APART_EM * line.style.size
    return is_apart or look_of(above.style) != look_of(line.style)


def _find_wrapped(last: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines of a numbered caption that ends with `last`, a line that says nothing by itself; or none."""
    found = [last]
    for line in sorted(lines, key=lambda line: -line.box.bottom):
        gap = found[0].box.top - line.box.bottom
        if not -1 < gap < MAX_LEADING_EM * last.style.size:
            continue
        if look_of(line.style) != look_of(last.style) or min(line.box.x1, last.box.x1) <= max(line.box.x0, last.box.x0):
            continue
        found.insert(0, line)
        if NUMBERED.match(line.text):
            return found
        if len(found) == MAX_CAPTION_LINES:
            break
    return []


def _is_caption(line: Line, body: Style | None) -> bool:
    if is_number(line):
        return False  # of a paragraph: "(54)"
    if NUMBERED.match(line.text):
        return len(line.text) < 200
    if _UNIT.fullmatch(line.text) or (len(line.text) < 120 and _UNIT_LAST.fullmatch(line.text)):
        return True
    if body is None or line.style.size > MAX_SIZE * body.size or not any(char.isalpha() for char in line.text):
        return False
    if line.text.endswith((".", "”", '"')) or _leads_over(line):
        return False
    words = [word for word in line.words if len(word.text) > 1]
    apart = [word for word in words if is_set_apart(word.style, body) or _is_other_face(word.style, body)]
    return len(apart) == len(words) > 1


def _leads_over(line: Line) -> bool:
    """Whether a line in plain type leads to a table and names none: the text of notes may be smaller than most."""
    is_led = line.text.endswith(":") and not (line.style.is_bold or line.style.is_italic)
    return is_led and (len(line.text) > MAX_LED or _INTRODUCES.search(line.text) is not None)


def _is_other_face(style: Style, body: Style) -> bool:
    """Whether type is another face in another colour than the text's: bold ones that have no name."""
    return style.font != body.font and style.color != body.color
