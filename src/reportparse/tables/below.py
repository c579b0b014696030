"""Captions that stand below their tables."""

from collections.abc import Iterable, Sequence

from reportparse.geometry import Box, shared_width
from reportparse.layout.lines import Line
from reportparse.pdf import Style
from reportparse.tables.grid import Grid, box_of
from reportparse.tables.named import NOTE, NUMBERED, SMALL, is_set_apart, look_of

# Widest space between a caption and its table, in parts of the type, and most lines of one.
MAX_GAP_EM, NUMBERED_GAP_EM, MAX_LINES = 2.2, 3.0, 3
# Longest title in the type of the text, in letters; it is centred to so many points, and so much narrower, in parts of
# its type, than the table over it.
MAX_TITLE, CENTRED_PT, MIN_NARROWER_EM = 130, 2.0, 2.0
# A caption below a table in a report that sets them above stands so many times nearer to it than what follows.
NEARER = 1.5
# Fewest lines without a number that tell where captions stand.
MIN_TOLD = 2


def stand_below(found: Iterable[tuple[Sequence[Grid], Sequence[Line]]], body: Style | None) -> bool:
    """Whether a report sets captions below its tables: more of them stand nearer to a table above them.

    "Table 1" tells first, most surely with a table on one side alone: between two, its own may be the further one.
    Then lines set apart in small or italic type or centred, then the narrower space.  Lines without a number tell it
    only where fewer tables have a line that is set apart right above.
    `found` has tables and free lines by page, `body` is the type of the report's text.
    """
    sure: list[tuple[float, float]] = []
    numbered: list[tuple[float, float]] = []
    others: list[tuple[float, float]] = []
    headed = 0
    for grids, lines in found:
        boxes = [box_of([word for cell in grid.cells for word in cell.words]) for grid in grids]
        for line in lines if boxes else ():
            _, top, _, bottom = line.box
            reach = NUMBERED_GAP_EM * line.style.size
            if not any(top <= box[3] + reach and bottom >= box[1] - reach for box in boxes):
                continue
            over, under = _find_gaps(line, boxes)
            if NUMBERED.match(line.text):
                if min(over, under) <= reach:
                    (numbered if max(over, under) <= reach else sure).append((over, under))
            elif min(over, under) <= MAX_GAP_EM * line.style.size and _may_name(line, boxes, body):
                others.append((over, under))
        headed += sum(any(_is_title_of(line, box, body) for line in lines) for box in boxes)
    numbered += sure
    for told, least, other in ((sure, 1, 0), (numbered, 1, 0), (others, MIN_TOLD, headed)):
        balance = sum(1 if over < under else -1 for over, under in told)
        balance = max(0, balance - other) if balance > 0 else balance
        if balance and len(told) >= least:
            return balance > 0
    return bool(numbered) and min(over for over, _ in numbered) < min(under for _, under in numbered)


def _is_title_of(line: Line, box: Box, body: Style | None) -> bool:
    """Whether a line of words that is set apart from the text stands right above a table."""
    gap = box.top - line.box.bottom
    is_over = 0 <= gap <= MAX_GAP_EM * line.style.size and line.box.x0 < box.x1 and box.x0 < line.box.x1
    is_title = is_over and body is not None and is_set_apart(line.style, body) and not NOTE.match(line.text)
    return is_title and " " in line.text and line.text[-1] not in ".:"


def _find_gaps(line: Line, boxes: Sequence[Box]) -> tuple[float, float]:
    """How far a line stands below the nearest table over it, and above the nearest one under it."""
    near = [box for box in boxes if box.x0 < line.box.x1 and line.box.x0 < box.x1]
    middle = line.box.middle[1]
    over = min((line.box.top - box.bottom for box in near if box.bottom < middle), default=float("inf"))
    under = min((box.top - line.box.bottom for box in near if box.top > middle), default=float("inf"))
    return over, under


def _may_name(line: Line, boxes: Sequence[Box], body: Style | None) -> bool:
    return _is_small_title(line, body) or any(_is_centred(line, box, body) for box in boxes)


def find_below(box: Box, lines: Sequence[Line], body: Style | None) -> list[Line]:
    """The lines right below that name the table, or are set apart and end without a stop."""
    found: list[Line] = []
    edge = box.bottom
    for line in lines_below(box, lines):
        if line.box.top < edge - 3:
            continue
        is_near = line.box.top - edge <= (MAX_GAP_EM if not found else 0.8) * line.style.size
        is_alike = not found or look_of(line.style) == look_of(found[0].style)
        if not is_near or not is_alike or len(found) == MAX_LINES:
            break
        is_own = bool(found) and body is not None and look_of(line.style) != look_of(body)
        is_name = not found and (bool(NUMBERED.match(line.text)) or _is_small_title(line, body))
        if not (is_own or is_name or _is_centred(line, box, body)):
            break
        found.append(line)
        edge = line.box.bottom
    return found


def find_numbered(box: Box, lines: Sequence[Line], others: Sequence[Box]) -> list[Line]:
    """The line right below that names a table by number, nearer to it than to what follows, where something does.

    `others` are the boxes of the other tables of the page.  One report may set some captions above, some below.
    """
    below = lines_below(box, lines)
    if not below or not NUMBERED.match(below[0].text):
        return []
    line = below[0]
    under = [*(other.box.top for other in below[1:]), *(o.top for o in others if shared_width(o, line.box) > 0)]
    gap = line.box.top - box.bottom
    after = min((top - line.box.bottom for top in under if top >= line.box.bottom - 1), default=0.0)
    return [line] if gap <= MAX_GAP_EM * line.style.size and NEARER * gap < after else []


def _is_small_title(line: Line, body: Style | None) -> bool:
    """Whether a line below a table may name it; a heading that follows is bold, but never small."""
    if body is None or not is_set_apart(line.style, body) or NOTE.match(line.text) or line.text.endswith("."):
        return False
    is_heading = line.style.is_bold and line.style.size >= SMALL * body.size
    return not is_heading and " " in line.text and any(map(str.isalpha, line.text))


def _is_centred(line: Line, box: Box, body: Style | None) -> bool:
    """Whether a title in the type of the text is centred over or under a table that is wider."""
    off = abs((line.box.x0 + line.box.x1) - (box.x0 + box.x1)) / 2
    is_plain = body is not None and look_of(line.style) == look_of(body)
    is_narrower = min(line.box.x0 - box.x0, box.x1 - line.box.x1) >= MIN_NARROWER_EM * line.style.size
    return (
        is_plain
        and is_narrower
        and off <= CENTRED_PT
        and line.text[:1].isupper()
        and " " in line.text
        and len(line.text) <= MAX_TITLE
        and line.text[-1] not in '.;,!?”"'
    )


def lines_below(box: Box, lines: Sequence[Line]) -> list[Line]:
    """The lines that begin below a table and stand at least partly under it, from the top."""
    under = [line for line in lines if line.box.top >= box.bottom - 3 and shared_width(line.box, box) > 0]
    return sorted(under, key=lambda line: line.box.top)
