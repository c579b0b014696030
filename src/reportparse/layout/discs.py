"""Numbers in small drawn discs beside what they count: each joins the first line of it, however the two are aligned."""

from collections.abc import Sequence

from reportparse.geometry import Box, has_middle_in, shared_height
from reportparse.layout.hanging import MAX_HANG_PT, is_bullet, is_number
from reportparse.layout.lines import Line, merge_lines
from reportparse.pdf import Page

# Sides of a disc, or of a square, in sizes of the number in it; the longer one beside the shorter.
MIN_SIDE_EM, MAX_SIDE_EM, MAX_RATIO = 1.2, 3.5, 1.25
# Lines of one text begin at one edge, to so many points, and stand no further apart than this, in sizes of the type.
SAME_EDGE_PT, MAX_STEP_EM = 2.0, 1.6


def join_discs(page: Page, lines: Sequence[Line]) -> list[Line]:
    """`lines` with each number that stands in a disc put before the text to its right."""
    numbers = [line for line in lines if is_number(line) and not is_bullet(line)]
    discs = [(number, disc) for number in numbers if (disc := _find_disc(number, page)) is not None]
    hosts: dict[int, Line] = {}
    for number, disc in discs:
        if (host := _find_host(disc, lines)) is not None:
            hosts.setdefault(id(host), number)
    gone = {id(number) for number in hosts.values()}
    return [
        merge_lines([hosts[id(line)], line]) if id(line) in hosts else line for line in lines if id(line) not in gone
    ]


def _find_disc(number: Line, page: Page) -> Box | None:
    size = number.style.size
    for path in page.paths:
        short, long = sorted((path.box.width, path.box.height))
        is_small = MIN_SIDE_EM * size <= short and long <= min(MAX_SIDE_EM * size, MAX_RATIO * short)
        if is_small and has_middle_in(number.box, path.box):
            return path.box
    return None


def _find_host(disc: Box, lines: Sequence[Line]) -> Line | None:
    """The first line of the text beside a disc, which stands at the middle of all its lines or at the first of them."""
    beside = [
        line
        for line in lines
        if 0 <= line.box.x0 - disc.x1 <= MAX_HANG_PT
        and len(line.words) > 1
        and not line.words[0].angle
        and shared_height(line.box, disc) > 0
    ]
    if not beside:
        return None
    edge = min(line.box.x0 for line in beside)
    first = min((line for line in beside if line.box.x0 - edge <= SAME_EDGE_PT), key=lambda line: line.baseline)
    column = sorted((line for line in lines if abs(line.box.x0 - edge) <= SAME_EDGE_PT), key=lambda line: line.baseline)
    place = next(at for at, line in enumerate(column) if line is first)
    begin = end = place
    while begin and _goes_on(column[begin - 1], column[begin]):
        begin -= 1
    while end + 1 < len(column) and _goes_on(column[end], column[end + 1]):
        end += 1
    middle = (column[begin].box.top + column[end].box.bottom) / 2
    return column[begin] if abs(middle - disc.middle[1]) <= first.style.size / 2 else first


def _goes_on(above: Line, below: Line) -> bool:
    return 0 < below.baseline - above.baseline <= MAX_STEP_EM * below.style.size


__all__ = ["join_discs"]
