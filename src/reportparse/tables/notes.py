"""The notes below a table: sources, explanations, what the marks in its cells stand for."""

from collections.abc import Collection, Sequence
from statistics import median

from reportparse.geometry import Box
from reportparse.layout.hanging import join_hanging
from reportparse.layout.lines import Line, is_raised
from reportparse.pdf import Style, Word
from reportparse.tables.below import lines_below
from reportparse.tables.grid import Grid
from reportparse.tables.named import NOTE, WORDED_NOTE, look_of

# How far below its table a note begins, and the next line of it, in parts of the type size; one that says that it is
# one may stand further off, below padded cells.
NOTE_EM, NEXT_NOTE_EM, WORDED_NOTE_EM = 2.4, 0.8, 3.5
# A note that no sign opens is smaller than the cells by this factor, and has no more lines: more are small text.
SMALLER, MAX_PLAIN = 0.95, 3
# A heading is larger than the cells by this factor, if it is not bold.
LARGER = 1.15
# Cells are padded by up to so much, in sizes of their type.
PADDING_EM = 1.0
# What stands below a table may reach over its edge by so much, in points.
OVER_PT = 3.0
# A note that ends a line leaves room for the next word and this much more, in type sizes: lines are set ragged.
ROOM_EM = 1.5
_STOPS, _CLOSING = frozenset(".!?;"), "”’)"


def find_notes(grid: Grid, box: Box, lines: Sequence[Line], body: Style | None) -> list[tuple[Word, ...]]:
    """The words of each note below a table; `lines` are those of its page that no table and no caption holds."""
    others = ((word, line) for line in lines for word in line.words[1:] if word.style is not line.style)
    marks = {word.text for word, line in others if is_raised(word, line)}
    below = lines_below(box, join_hanging([line for line in lines if line.box.top >= box.bottom - OVER_PT]))
    own = [line for line in below if not _is_of_text(line, grid, marks)]
    own = own[: next((at for at, line in enumerate(own) if _is_heading(line, grid)), None)]
    return _join_notes(_find_lines(box, own, body) or _find_plain(grid, box, own), box.x1)


def _find_plain(grid: Grid, box: Box, lines: Sequence[Line]) -> list[Line]:
    """The lines right below a table that explain it though no sign opens them: a sentence smaller than the cells.

    It begins at the edge of the table or of its words and keeps within it.
    """
    run: list[Line] = []
    edge = box.bottom
    for line in lines:
        is_next = not run or look_of(line.style) == look_of(run[0].style)
        if line.box.top - edge > (NEXT_NOTE_EM if run else NOTE_EM) * line.style.size or not is_next:
            break
        run.append(line)
        edge = line.box.bottom
    if not run or len(run) > MAX_PLAIN or run[-1].text[-1] != ".":
        return []
    size = median([word.style.size for cell in grid.cells for word in cell.words])
    left, right = box.x0 - PADDING_EM * size, box.x1 + PADDING_EM * size
    is_within = all(left <= line.box.x0 <= box.x0 + OVER_PT and line.box.x1 <= right for line in run)
    return run if is_within and all(line.style.size < SMALLER * size for line in run) else []


def _join_notes(lines: Sequence[Line], edge: float) -> list[tuple[Word, ...]]:
    """The words of each note; what does not begin as one goes on with the one above, unless that has ended.

    Notes run as far to the right as the longest of them, or their table, whose `edge` is given.
    """
    notes: list[tuple[Word, ...]] = []
    right = max([edge, *(line.box.x1 for line in lines)])
    for line in lines:
        if notes and not NOTE.match(line.text) and not _has_ended(notes[-1][-1], line, right):
            notes[-1] += line.words
        else:
            notes.append(line.words)
    return notes


def _has_ended(last: Word, line: Line, right: float) -> bool:
    """Whether a note ends with its `last` word: a stop, behind which the first word below would have stood as well."""
    first = line.words[0]
    room = right - last.x1 - ROOM_EM * line.style.size
    return last.text.rstrip(_CLOSING)[-1:] in _STOPS and first.x1 - first.x0 < room


def _is_of_text(line: Line, grid: Grid, marks: Collection[str]) -> bool:
    """Whether a line begins with a mark that stands nowhere in the table: a footnote of the text above it.

    The mark is raised, or one of the `marks` that stand raised in the text of the page.
    """
    mark = line.words[0]
    return (mark.text in marks or is_raised(mark, line)) and not any(
        word.text == mark.text and word.style.size < max(other.style.size for other in cell.words)
        for cell in grid.cells
        for word in cell.words
    )


def _is_heading(line: Line, grid: Grid) -> bool:
    """Whether a number opens a line that is larger than the cells, or bold throughout and as large: "5 Tax".

    It heads what follows: the note 5 would be set as the cells are, or smaller.
    """
    if not line.text[0].isdigit():
        return False
    size = median([word.style.size for cell in grid.cells for word in cell.words])
    is_bold = all(word.style.is_bold for word in line.words)
    return line.style.size >= size and (is_bold or line.style.size > LARGER * size)


def _find_lines(box: Box, lines: Sequence[Line], body: Style | None) -> list[Line]:
    """Those of the `lines` below a table that stand right below it in smaller type and begin as notes do.

    One that a sign opens may stand off the one above it as that does off the table.
    """
    found: list[Line] = []
    edge = box.bottom
    for line in lines:
        if line.box.top < edge - OVER_PT:
            continue
        is_worded, opens = WORDED_NOTE.match(line.text), NOTE.match(line.text) is not None
        is_alike = bool(found) and look_of(line.style) == look_of(found[-1].style)
        goes_on = bool(found) and not (opens and is_alike)
        limit = NEXT_NOTE_EM if goes_on else WORDED_NOTE_EM if is_worded else NOTE_EM
        is_small = body is None or line.style.size < 0.95 * body.size or line.style.is_italic
        if line.box.top - edge > limit * line.style.size or not is_small:
            break
        if not (opens or is_alike):
            break
        found.append(line)
        edge = line.box.bottom
        if len(found) > 8:
            break
    return found
