"""Boxes of text that only two lines tell: one drawn above and one below, as brochures set quotes and case studies."""

from collections.abc import Sequence
from itertools import pairwise

from reportparse.geometry import Box
from reportparse.layout.frames import MIN_WIDTH_PT, SAME_COLOR, Frame
from reportparse.layout.lines import Line, count_lettered
from reportparse.pdf import Page, Rule

# Ends of the two lines that differ by less than this, in points, are one.
SAME_END_PT = 2.0
# Between the lines stand at least this much, in points, and at most this part of the page.
MIN_HEIGHT_PT, MAX_PAGE_SHARE = 30.0, 0.6
# From a line to the text inside, in points: 6 mm, and the leading of airy text.
MAX_PADDING_PT = 26.0
# The text outside stands further off than the text inside, by at least this factor.
MIN_OUTSIDE = 1.15
# Paddings above and below differ by less than this, in points: letters reach differently far into their lines.
MAX_UNLIKE_PT = 13.0
# Text inside may be set in from the ends of the lines, by this much, in points.
MIN_INDENT_PT = 4.0
# How far letters of justified text may reach beyond the ends of the lines, in points.
MAX_OVER_PT = 3.0
# Lines of prose inside, and how many words make one.
MIN_LINES, MIN_WORDS = 3, 4
# The side of a table is met by so many upright lines of at least this length, in points: a divider of columns is one.
MIN_UPRIGHT, MIN_UPRIGHT_PT = 2, 10.0
# Pages with more lines than this are ruled for something else.
MAX_RULES = 40


def find_banded(page: Page, lines: Sequence[Line], taken: Sequence[Box]) -> list[Frame]:
    """The boxes of a page between two lines of one length; nothing of `taken` (tables, pictures, boxes) is in them."""
    rules = [
        rule
        for rule in page.rules
        if rule.is_horizontal and not rule.is_side and rule.x1 - rule.x0 >= MIN_WIDTH_PT and not _in_any(rule, taken)
    ]
    if len(rules) > MAX_RULES:
        return []
    upright = [rule for rule in page.rules if not rule.is_horizontal]
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.top):
        group = next((group for group in groups if _are_alike(group[-1], rule)), None)
        if group is None:
            groups.append([rule])
        else:
            group.append(rule)
    found: list[Frame] = []
    for group in groups:
        for head, foot in pairwise(group):
            box = Box(head.x0 - MAX_OVER_PT, head.top, head.x1 + MAX_OVER_PT, foot.top)
            if _closes_grid(head, upright, -1) or _closes_grid(foot, upright, 1):
                continue
            if (not found or found[-1].box.bottom != box.top) and _is_box(box, page, lines, taken):
                found.append(Frame(page.number, box, None, is_bordered=False))
    return found


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether most of the lines have their baseline for themselves and some words: rows of a table have neither."""
    levels = {round(line.baseline) for line in lines}
    return len(levels) == len(lines) >= MIN_LINES and 2 * sum(
        count_lettered(line) >= MIN_WORDS for line in lines
    ) > len(lines)


def _are_alike(a: Rule, b: Rule) -> bool:
    """Whether two lines have one length, place and colour: a heading's rule and a table's are no box."""
    is_one_color = all(abs(one - other) <= SAME_COLOR for one, other in zip(a.color, b.color, strict=True))
    return is_one_color and abs(a.x0 - b.x0) <= SAME_END_PT and abs(a.x1 - b.x1) <= SAME_END_PT


def _closes_grid(rule: Rule, upright: Sequence[Rule], way: int) -> bool:
    """Whether upright lines end on this one from above (`way` -1) or below (1): it is the side of a table there."""
    far = rule.top + way * MIN_UPRIGHT_PT
    ends = {
        round(line.x0)
        for line in upright
        if rule.x0 - SAME_END_PT <= line.x0 <= rule.x1 + SAME_END_PT
        and line.top - SAME_END_PT <= min(rule.top, far)
        and line.bottom + SAME_END_PT >= max(rule.top, far)
    }
    return len(ends) >= MIN_UPRIGHT


def _in_any(rule: Rule, boxes: Sequence[Box]) -> bool:
    return any(box.top - 3 <= rule.top <= box.bottom + 3 and rule.x0 < box.x1 and box.x0 < rule.x1 for box in boxes)


def _is_box(box: Box, page: Page, lines: Sequence[Line], taken: Sequence[Box]) -> bool:
    if not MIN_HEIGHT_PT <= box.height <= MAX_PAGE_SHARE * page.box.height:
        return False
    if any(min(t.x1, box.x1) > max(t.x0, box.x0) and min(t.bottom, box.bottom) > max(t.top, box.top) for t in taken):
        return False
    beside = [line for line in lines if line.box.x0 < box.x1 and line.box.x1 > box.x0]
    inside = [line for line in beside if box.top < line.box.middle[1] < box.bottom]
    if any(line.box.x0 < box.x0 or line.box.x1 > box.x1 for line in inside) or not is_prose(inside):
        return False
    above = min(line.baseline - line.style.size for line in inside) - box.top
    below = box.bottom - max(line.baseline for line in inside)
    over = [box.top - line.baseline for line in beside if line.baseline <= box.top]
    under = [line.baseline - line.style.size - box.bottom for line in beside if line.box.middle[1] > box.bottom]
    is_apart = (
        min(over, default=float("inf")) >= MIN_OUTSIDE * above
        and min(under, default=float("inf")) >= MIN_OUTSIDE * below
    )
    return (
        max(above, below) <= MAX_PADDING_PT
        and abs(above - below) <= MAX_UNLIKE_PT
        and (is_apart or _is_indented(inside, [line for line in beside if line not in inside], box.x0 + MAX_OVER_PT))
    )


def _is_indented(inside: Sequence[Line], outside: Sequence[Line], edge: float) -> bool:
    """Whether the text inside is set in from the left end of the lines, where the text outside begins."""
    near = [abs(line.box.x0 - edge) <= SAME_END_PT for line in outside]
    return 2 * sum(near) > len(near) and all(line.box.x0 >= edge + MIN_INDENT_PT for line in inside)
