"""Lines drawn between columns, and across them: they part what stands on either side, however few lines it has."""

from collections.abc import Sequence
from itertools import combinations
from statistics import median

from reportparse.geometry import Box, shared_height
from reportparse.layout.sides import MIN_GUTTER_PT, Item
from reportparse.layout.spanning import HEADING_RATIO
from reportparse.pdf import Rule

# Shortest line between columns, in points: two lines of text.
MIN_HEIGHT_PT = 24.0
# Pieces of one line end and begin this near to each other, in points.
TOUCH_PT = 1.0
# Text reaches over the ends of the line by no more than this, in points, as letters reach over their baselines.
SLACK_PT = 4.0
# A line down most of a page may end two lines of text short of it.
MIN_LONG_PT, MAX_OVER_PT = 200.0, 24.0
# The column to the right begins this near to the line, in points.
MAX_GAP_PT = 24.0
# The side of a quotation stands where the lines above or below it begin, to so many points.
SAME_EDGE_PT = 2.5
# Pages with more upright lines than this, or more across the columns, are forms or drawings.
MAX_LINES = 12
# A line across the columns is as wide as this part of what stands on the page, and clear of all text to this many
# points: what is drawn under words crosses their boxes.
MIN_ACROSS, CLEAR_PT = 0.85, 0.5


def part_at_dividers(
    items: list[Item], rules: Sequence[Rule], *, min_height: float = MIN_HEIGHT_PT
) -> list[list[Item]]:
    """The items of a page above, in the columns between, and below the lines that part columns; all as one if none.

    Lines shorter than `min_height` points part none.
    """
    upright = [rule for rule in _join_pieces(rules) if rule.bottom - rule.top >= min_height]
    if not upright or len(upright) > MAX_LINES:
        return [items]
    solid = [item.box for item in items if not item.is_text]
    middles = [item.box.middle[1] for item in items]
    upright = [
        rule for rule in upright
        if not any(_holds(box, rule) for box in solid)
        and any(rule.top <= middle <= rule.bottom for middle in middles)  # one of the page before ends at its edge
        and not any(_is_at_edge(rule, item) for item in items)
    ]  # fmt: skip
    for rule in upright:
        level = [other for other in upright if _is_level(rule, other)]
        xs = sorted(other.x0 for other in level)
        if parts := _part(items, xs, *_reach(items, xs, rule)):
            above, *columns, below = parts
            rest = [other for other in upright if other not in level]
            return [*part_at_dividers(above, rest), *columns, *part_at_dividers(below, rest)]
    return [items]


def part_at_crossings(items: list[Item], rules: Sequence[Rule]) -> list[list[Item]]:
    """The items above, between and below the level lines across the columns of a page, each read before the next."""
    if len(items) < 4:  # two on each side
        return [items]
    x0, x1 = min(item.box.x0 for item in items), max(item.box.x1 for item in items)
    level = [r for r in rules if r.is_horizontal and not r.is_side and r.x1 - r.x0 >= MIN_ACROSS * (x1 - x0)]
    if len(level) > MAX_LINES:
        return [items]
    parts = [items]
    for rule in sorted(level, key=lambda rule: rule.top):
        above = [item for item in parts[-1] if item.box.bottom <= rule.top + CLEAR_PT]
        below = [item for item in parts[-1] if item.box.top >= rule.top - CLEAR_PT]
        is_clear = len(above) + len(below) == len(parts[-1])
        if is_clear and _stand_beside(above) and _stand_beside(below):
            parts[-1:] = [above, below]
    return parts


def _stand_beside(items: Sequence[Item]) -> bool:
    """Whether some of the items stand side by side, with white between as columns have."""
    return any(
        max(a.x0 - b.x1, b.x0 - a.x1) >= MIN_GUTTER_PT and shared_height(a, b) > SLACK_PT
        for a, b in combinations([item.box for item in items], 2)
    )


def _join_pieces(rules: Sequence[Rule]) -> list[Rule]:
    """The upright lines, those that go on from one another made one: each paragraph may draw its own."""
    joined: list[Rule] = []
    upright = [rule for rule in rules if not rule.is_horizontal and not rule.is_side]
    for rule in sorted(upright, key=lambda rule: (round(rule.x0), rule.top)):
        last = joined[-1] if joined else None
        if last and abs(last.x0 - rule.x0) < TOUCH_PT and abs(last.bottom - rule.top) < TOUCH_PT:
            joined[-1] = last._replace(bottom=max(last.bottom, rule.bottom))
        else:
            joined.append(rule)
    return joined


def _holds(box: Box, rule: Rule) -> bool:
    return (
        box.x0 - SLACK_PT <= rule.x0 <= box.x1 + SLACK_PT
        and min(box.bottom, rule.bottom) > max(box.top, rule.top) + SLACK_PT
    )


def _is_at_edge(rule: Rule, item: Item) -> bool:
    """Whether a text above or below a line begins where it stands: a column's edge, and no place between two."""
    is_flush = abs(item.box.x0 - rule.x0) <= SAME_EDGE_PT
    return is_flush and item.is_text and not rule.top <= item.box.middle[1] <= rule.bottom


def _is_level(rule: Rule, other: Rule) -> bool:
    return abs(rule.top - other.top) <= SLACK_PT and abs(rule.bottom - other.bottom) <= SLACK_PT


def _reach(items: Sequence[Item], xs: Sequence[float], rule: Rule) -> tuple[float, float]:
    """From where to where the columns reach: a line or two over the ends of a rule, up to what stands across them.

    No column ends in larger type: a heading below the rule is of what follows.
    """
    over = SLACK_PT if rule.bottom - rule.top < MIN_LONG_PT else MAX_OVER_PT
    top, bottom = rule.top - over, rule.bottom + over
    usual = median(item.box.height for item in items)
    for item in items:
        is_head = item.is_text and item.box.height > HEADING_RATIO * usual
        if is_head and item.box.top > rule.bottom:
            bottom = min(bottom, item.box.top)
        if any(item.box.x0 < x - 1 and item.box.x1 > x + 1 for x in xs):
            if item.box.middle[1] < rule.top:
                top = max(top, item.box.bottom)
            elif item.box.middle[1] > rule.bottom:
                bottom = min(bottom, item.box.top)
    return top, bottom


def _part(items: Sequence[Item], xs: Sequence[float], top: float, bottom: float) -> list[list[Item]]:
    """What stands above, between and below; none where something crosses a line, or a column is empty or far off."""
    above = [item for item in items if item.box.middle[1] < top]
    below = [item for item in items if item.box.middle[1] > bottom]
    inside = [item for item in items if top <= item.box.middle[1] <= bottom]
    if any(item.box.x0 < x - 1 and item.box.x1 > x + 1 for item in inside for x in xs):
        return []
    edges = [float("-inf"), *xs, float("inf")]
    columns = [[item for item in inside if a <= item.box.middle[0] < b] for a, b in zip(edges, edges[1:], strict=False)]
    if not all(any(item.is_text for item in column) for column in columns):
        return []
    begins = [min(item.box.x0 for item in column) for column in columns[1:]]
    if any(begin - x > MAX_GAP_PT for x, begin in zip(xs, begins, strict=True)):
        return []
    return [above, *columns, below]
