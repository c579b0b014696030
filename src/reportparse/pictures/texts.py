"""Which lines of a page belong to a drawing: tick labels, categories, legends, its title; and which run past it."""

from collections.abc import Sequence

from reportparse.geometry import Box, grow, has_middle_in, shared_height, shared_width, unite
from reportparse.layout import Line
from reportparse.pdf import Rule
from reportparse.pictures.labels import read_amount
from reportparse.pictures.slanted import is_slanted

# Running text: lines of this many words, that go on above or below, end in a stop, or are longer still.
MIN_RUNNING_WORDS = 7
SURE_RUNNING_WORDS = 10
# A line that goes on in small letters from one right above it has at least this many words.
MIN_CONTINUED_WORDS = 4
MAX_LEADING_EM = 1.7
# Labels stand this near to what they label, in points; those of slices further out, as part of the radius.
LABEL_PT = 15.0
NEAR_LABEL_PT = 13.0
SLICE_LABEL = 0.45
# They are set smaller than the text by this factor, or have at most so many words.
LABEL_SIZE = 0.93
MAX_LABEL_WORDS = 6
# Lines of one type at one height make a row.
SAME_ROW_PT = 2.0
# A chart's title stands this near above it, in points, and is at most so many times as large as the text.
TITLE_PT = 40.0
MAX_TITLE_SIZE = 1.7
MAX_TITLE_WORDS = 16
# A bold title that begins with the text, as headings do, stands this near above its chart, in type sizes.
CLOSE_EM = 1.6
# A title is centred over its chart to this many points.
CENTRED_PT = 12.0
ROUNDS = 3


def find_walls(lines: Sequence[Line]) -> list[Box]:
    """The boxes of running text: no chart reaches over it."""
    return [line.box for line in lines if is_running(line, lines)]


def is_running(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is one of a paragraph rather than a label."""
    count = len(line.words)
    if count < MIN_CONTINUED_WORDS or line.words[0].angle:
        return False
    if count < MIN_RUNNING_WORDS:
        return line.text[0].islower() and any(_is_right_above(other, line) for other in lines)
    if [word.text.isalpha() for word in line.words].count(True) < 0.5 * count:
        return False
    if count >= SURE_RUNNING_WORDS or line.text.rstrip()[-1:] in ".,;:":
        return True
    return any(
        other is not line
        and other.style.size == line.style.size
        and abs(other.box.x0 - line.box.x0) < SAME_ROW_PT
        and 0 < abs(other.baseline - line.baseline) <= MAX_LEADING_EM * line.style.size
        for other in lines
    )


def _is_right_above(other: Line, line: Line) -> bool:
    """Whether a line is the one before of one paragraph: as long or longer, too."""
    return (
        0 < line.baseline - other.baseline <= MAX_LEADING_EM * line.style.size
        and other.style.size == line.style.size
        and abs(other.box.x0 - line.box.x0) < SAME_ROW_PT
        and len(other.words) >= MIN_CONTINUED_WORDS
    )


def take_labels(
    box: Box, lines: Sequence[Line], body_size: float, rules: Sequence[Rule], *, is_pie: bool
) -> tuple[Box, list[Line]]:
    """The lines in a drawing and its labels round it, a ring at a time; the box that holds all.

    Args:
        box: The drawing.
        lines: Free lines of the page.
        body_size: Of the report's text, in points.
        rules: A line of a table between a text and the drawing keeps them apart.
        is_pie: Labels stand all round, further out.
    """
    labels = [line for line in lines if has_middle_in(line.box, box)]
    walls = [line for line in lines if is_running(line, lines)]
    known = set(map(id, (*labels, *walls)))
    left = [line for line in lines if id(line) not in known]
    far = SLICE_LABEL * box.height if is_pie else 0.0
    drawing = box
    for _ in range(ROUNDS):
        ring = [
            line for line in left
            if _is_label(line, box, left, body_size, far) and not is_parted(line, drawing, rules)
        ]  # fmt: skip
        if not ring:
            break
        labels += ring
        left = [line for line in left if line not in ring]
        box = unite([box, *(line.box for line in ring)])
        far = 0.0
    return unite([box, *(line.box for line in labels)]), labels


def _is_label(line: Line, box: Box, lines: Sequence[Line], body_size: float, far: float) -> bool:
    """Whether a line stands beside, above or below a drawing as labels do: a number, small, in a row, or short."""
    if line.text.rstrip()[-1:] == "." and len(line.words) > 1:
        return False
    gap_x = max(line.box.x0 - box.x1, box.x0 - line.box.x1)
    gap_y = max(line.box.top - box.bottom, box.top - line.box.bottom)
    beside = shared_height(line.box, box) > 0.5 * line.box.height
    along = shared_width(line.box, box) > 0.5 * line.box.width and line.box.width <= box.width + 2 * LABEL_PT
    if not ((beside and gap_x <= max(LABEL_PT, far)) or (along and gap_y <= max(LABEL_PT, 0.5 * far))):
        return False
    is_small = line.style.size <= LABEL_SIZE * body_size
    is_turned = bool(line.words[0].angle) or is_slanted(line.words[0])
    is_plain = is_small or read_amount(line.text) is not None or is_turned
    if beside and gap_x <= max(LABEL_PT, far):
        is_short = len(line.words) <= MAX_LABEL_WORDS and line.style.size <= body_size * 1.1
        return (is_plain and line.box.width <= 0.6 * box.width) or (is_short and gap_x <= max(NEAR_LABEL_PT, far))
    if is_plain:
        return True
    row = [other for other in lines if abs(other.baseline - line.baseline) < SAME_ROW_PT]
    if line.style.size > body_size * 1.1 or (line.style.is_bold and len(row) < 2):
        return False
    is_row = len(row) >= 2 and all(shared_width(other.box, grow(box, LABEL_PT)) > 0 for other in row)
    is_centred = abs(line.box.middle[0] - box.middle[0]) < CENTRED_PT and len(line.words) <= MAX_LABEL_WORDS
    return is_row or (is_centred and line.box.top > box.middle[1])


def is_parted(line: Line, box: Box, rules: Sequence[Rule]) -> bool:
    """Whether a rule as long as a table's lies between a line and the drawing."""
    x, top = line.box.middle
    for rule in rules:
        is_long = rule.is_horizontal and rule.x0 <= x <= rule.x1 and rule.x1 - rule.x0 > 3 * LABEL_PT
        if is_long and (top < rule.top < box.top or box.bottom < rule.top < top):
            return True
    return False


def find_title(box: Box, drawing: Box, lines: Sequence[Line], body_size: float, left: float) -> Line | None:
    """A line right above the picture: of small type, centred over its drawing, or bold and set in."""
    above = [
        line for line in lines
        if box.top - line.box.bottom <= TITLE_PT and line.box.bottom <= drawing.top + 2
        and shared_width(line.box, box) > 0 and read_amount(line.text) is None
    ]  # fmt: skip
    if not above:
        return None
    line = max(above, key=lambda line: line.baseline)
    if any(other is not line and abs(other.baseline - line.baseline) < SAME_ROW_PT for other in above):
        return None
    is_within = box.x0 - TITLE_PT <= line.box.x0 and line.box.x1 <= box.x1 + TITLE_PT
    if not is_within or line.text.rstrip()[-1:] in ".,;" or len(line.words) > MAX_TITLE_WORDS:
        return None
    is_inset = line.box.x0 > left + 3
    is_centred = any(abs(line.box.middle[0] - other.middle[0]) <= CENTRED_PT for other in (box, drawing))
    if is_inset and is_centred and line.style.size <= MAX_TITLE_SIZE * body_size:
        return None if is_running(line, lines) and not line.style.is_bold else line
    if line.style.size > 1.1 * body_size:
        return None
    is_small = line.style.size <= LABEL_SIZE * body_size
    is_close = box.top - line.box.bottom <= CLOSE_EM * line.style.size
    return line if is_small or (line.style.is_bold and (is_inset or is_close)) else None


def find_inner_title(labels: Sequence[Line], box: Box, plot: Box | None) -> Line | None:
    """The title that stands in a drawing: its highest line of words, in the upper quarter, larger or bold.

    One wholly to the left of the bars (`plot`), and not above them, is the name of a level bar.
    """
    if not labels:
        return None
    top = min(labels, key=lambda line: line.baseline)
    if read_amount(top.text) is not None or top.words[0].angle:
        return None
    if plot is not None and top.box.x1 <= plot.x0 and top.box.middle[1] > plot.top:
        return None
    sizes = sorted(line.style.size for line in labels)
    stands_out = top.style.size > sizes[len(sizes) // 2] + 0.4 or top.style.is_bold
    return top if stands_out and top.box.top <= box.top + 0.3 * box.height else None
