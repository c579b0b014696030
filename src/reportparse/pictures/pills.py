"""Words on grounds just as wide as they are, such as the grades of a table: no bars, whose lengths are values."""

from collections.abc import Iterable, Sequence
from statistics import median

from reportparse.geometry import Box, has_middle_in
from reportparse.layout import Line

# So many at least, as high as a line of text, in points, of widths that differ; of most of them the room beside the
# words is the same, to this many points.
MIN_PILLS, MIN_HEIGHT_PT, SAME_PT, MOST = 3, 6.0, 2.0, 0.75


def are_pills(drawing: Box, bars: Iterable[Box], lines: Sequence[Line]) -> bool:
    """Whether each of the `bars` in a drawing holds words, no numbers, and most are wider than these by the same."""
    rooms: list[float] = []
    widths: set[int] = set()
    for bar in bars:
        if bar.height < MIN_HEIGHT_PT or not has_middle_in(bar, drawing):
            continue
        held = [line for line in lines if has_middle_in(line.box, bar)]
        if not held or any(map(str.isdigit, "".join(line.text for line in held))):
            return False
        rooms.append(bar.width - max(line.box.width for line in held))
        widths.add(round(bar.width / SAME_PT))
    if len(rooms) < MIN_PILLS or len(widths) == 1:
        return False
    usual = median(rooms)
    return sum(abs(room - usual) <= SAME_PT for room in rooms) >= MOST * len(rooms)


def holds_words(box: Box, lines: Iterable[Line]) -> bool:
    """Whether one of the lines has its middle in a box."""
    return any(has_middle_in(line.box, box) for line in lines)
