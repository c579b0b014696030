"""Marks become drawings: those near each other, with the axes, gridlines, legends and grounds that belong to them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from reportparse.geometry import Box, grow, is_inside, shared_area, unite
from reportparse.pdf import Page
from reportparse.pictures.marks import Mark
from reportparse.pictures.shapes import Place, turn, turn_back
from reportparse.pictures.ticks import TickScale

# Drawings this near to each other, in points, are one picture; the least space between a chart and a table is 10.
NEAR_PT = 7.0
# Ground of a chart: a filled box round it, at most this many times its size and this part of the page, that no running
# text stands on; a box with a chart and prose is a box of text.
MAX_GROUND = 8.0
MAX_GROUND_SHARE = 0.5
# Boxes of a diagram stand this near to the ends of its strokes, in points.
NEAR_BOX_PT = 12.0
CHART_ROUNDS = 4
# Gridlines come in threes at least, and are at most this many times as long as what stands between them.
MIN_GRIDLINES = 3
MAX_GRID_WIDTH = 2.5
# Tick labels stand this near to their axis, in points; a line begins half a category behind that, which is at most this
# part of it where it has three points.
TICK_PT = 15.0
MAX_SCALE_GAP = 0.25
# An axis below begins, and may end, with the marks to this many points.
SAME_END_PT = 3.0
# The category axis lies at most this part of its length below the marks.
MAX_AXIS_DROP = 0.8


class Cluster(NamedTuple):
    """A drawing."""

    box: Box
    kinds: frozenset[str]
    """Of its marks."""


class _Sheet(NamedTuple):
    """What a page holds beside the marks, as boxes: they may belong to a drawing, or part two."""

    drawn: list[Box]
    """Of all paths."""
    fills: list[Box]
    """Of those that are filled, but for what is as large as half a page."""
    levels: list[Box]
    """Level rules, from top to bottom."""
    turned: list[Box]
    """Upright rules as the turned page has them."""
    walls: list[Place]
    """The middles of lines of running text."""
    columns: list[Box]
    """Tick labels above each other."""
    rows: list[TickScale]
    """Tick labels on a line."""


def find_clusters(
    marks: Sequence[Mark], page: Page, walls: Iterable[Box], scales: Iterable[TickScale]
) -> list[Cluster]:
    """The drawings of a page, grown from its marks; running text (`walls`) is in none and between none.

    The tick labels of an axis (one of `scales`) belong to the marks that they stand beside, and hold them together.
    """
    if not marks:
        return []
    sheet = _read_sheet(page, walls, scales)
    found = _merge([Cluster(mark.box, frozenset({mark.kind})) for mark in marks], sheet.walls)
    counts = [sum([is_inside(mark.box, cluster.box, slack=0.5) for mark in marks]) for cluster in found]
    kept = [
        cluster
        for cluster, count in zip(found, counts, strict=True)
        if (count >= 2 or cluster.kinds & {"line", "bars", "pie", "area", "map", "network"})
        and cluster.box.width > 25
        and cluster.box.height > 6
    ]
    return _merge([_grow(cluster, sheet) for cluster in kept], sheet.walls)


def _read_sheet(page: Page, walls: Iterable[Box], scales: Iterable[TickScale]) -> _Sheet:
    scales = list(scales)
    levels: list[Box] = []
    uprights: list[Box] = []
    for rule in page.rules:
        (levels if rule.is_horizontal else uprights).append(Box(rule.x0, rule.top, rule.x1, rule.bottom))
    most = MAX_GROUND_SHARE * page.box.area
    return _Sheet(
        [path.box for path in page.paths],
        [path.box for path in page.paths if path.fill is not None and path.box.area <= most],
        sorted(levels, key=attrgetter("top")),
        list(map(turn, uprights)),
        [wall.middle for wall in walls],
        [scale.box for scale in scales if scale.is_column],
        [scale for scale in scales if not scale.is_column],
    )


def _merge(clusters: Iterable[Cluster], walls: Sequence[Place]) -> list[Cluster]:
    """Unite clusters that lie near each other, until all lie apart or have text between them."""
    found: list[Cluster] = []
    for first in clusters:
        cluster = first
        while True:
            near = [
                other for other in found
                if shared_area(grow(cluster.box, NEAR_PT), other.box) > 0
                and not _adds_wall(cluster.box, other.box, walls)
            ]  # fmt: skip
            if not near:
                break
            found = [other for other in found if other not in near]
            kinds = cluster.kinds.union(*(other.kinds for other in near))
            cluster = Cluster(unite([cluster.box, *(other.box for other in near)]), kinds)
        found.append(cluster)
    return found


def _adds_wall(box: Box, other: Box, walls: Sequence[Place]) -> bool:
    """Whether two boxes together hold running text that neither holds."""
    within = _find_inside(unite([box, other]), walls) if walls else []
    return bool(within) and len({*_find_inside(box, within), *_find_inside(other, within)}) < len(set(within))


def _find_inside(box: Box, walls: Sequence[Place]) -> list[Place]:
    left, upper, right, lower = box
    return [(x, top) for x, top in walls if left <= x <= right and upper <= top <= lower]


def _grow(cluster: Cluster, sheet: _Sheet) -> Cluster:
    """Add axes, gridlines, legends and the ground of a chart, or the boxes that a diagram's strokes lead to."""
    box, walls = cluster.box, sheet.walls
    is_chart = bool(cluster.kinds - {"connector", "network"})
    far = NEAR_PT if is_chart else NEAR_BOX_PT
    for _ in range(CHART_ROUNDS if is_chart else 1):
        near = [other for other in _find_touching(box, sheet.drawn, far) if not _adds_wall(box, other, walls)]
        if not near:
            break
        box = unite([box, *near])
    if is_chart:
        box = _reach_column(box, sheet)
        # a legend may reach over the grid of the marks
        grids = [grid for place in {cluster.box, box} for grid in _find_grid(place, sheet)]
        axis = [] if "bars" in cluster.kinds else _find_axis(box, sheet)  # bars stand on theirs
        box = unite([box, _reach_row(box, sheet), *grids, *axis])
    x0, top, x1, bottom = grow(box, -1)
    grounds = [
        fill for fill in sheet.fills
        if fill.x0 <= x0 and fill.top <= top and fill.x1 >= x1 and fill.bottom >= bottom
        and fill.area <= MAX_GROUND * box.area and not _find_inside(fill, walls)
    ]  # fmt: skip
    return Cluster(unite([box, *grounds]), cluster.kinds)


def _find_touching(box: Box, drawn: Iterable[Box], near: float) -> list[Box]:
    """What is drawn at a picture, reaches out of it, and is not much larger than it."""
    x0, top, x1, bottom = box
    left, upper, right, lower = grow(box, near)
    widest, highest = 1.6 * box.width + 20, 1.6 * box.height + 20
    return [
        other for other in drawn
        if other.x0 < right and other.x1 > left and other.top < lower and other.bottom > upper
        and (other.x0 < x0 or other.top < top or other.x1 > x1 or other.bottom > bottom)
        and other.x1 - other.x0 <= widest and other.bottom - other.top <= highest
    ]  # fmt: skip


def _reach_column(box: Box, sheet: _Sheet) -> Box:
    """Marks and the height of the nearest axis to their left; half a category more on both sides where it is off."""
    near = [
        scale for scale in sheet.columns
        if scale.top - TICK_PT <= box.top and box.bottom <= scale.bottom + TICK_PT
        and 0 <= box.x0 - scale.x1 <= TICK_PT + MAX_SCALE_GAP * box.width and not _adds_wall(box, scale, sheet.walls)
    ]  # fmt: skip
    if not near:
        return box
    scale = max(near, key=attrgetter("x1"))
    gap = box.x0 - scale.x1
    aside = gap - TICK_PT / 2 if gap > TICK_PT else 0.0
    return Box(box.x0 - aside, min(box.top, scale.top), box.x1 + aside, max(box.bottom, scale.bottom))


def _reach_row(box: Box, sheet: _Sheet) -> Box:
    """Marks and the length of the axis below that begins where they begin, and ends where they end or near below."""
    near: list[Box] = []
    for scale in sheet.rows:
        first, last = scale.ends
        drop = scale.box.top - box.bottom
        is_whole = abs(last - box.x1) <= SAME_END_PT and drop <= MAX_AXIS_DROP * box.width
        is_near = box.x1 <= last + SAME_END_PT and drop <= TICK_PT + MAX_SCALE_GAP * box.height
        whole = Box(box.x0, box.top, max(box.x1, last), scale.box.top - TICK_PT / 5)
        if abs(first - box.x0) <= SAME_END_PT and drop >= 0 and (is_whole or is_near):
            near += [] if _adds_wall(box, scale.box, sheet.walls) else [whole]
    return min(near, key=attrgetter("bottom"), default=box)


def _find_grid(box: Box, sheet: _Sheet) -> list[Box]:
    """The gridlines of a chart: lines of one length, evenly spaced, that its marks stand among."""
    found = [*_find_families(box, sheet.levels), *map(turn_back, _find_families(turn(box), sheet.turned))]
    return [grid for grid in found if not _find_inside(grid, sheet.walls)]


def _find_families(box: Box, levels: Sequence[Box]) -> list[Box]:
    """Boxes round the evenly spaced level lines of one length over the marks in `box`."""
    families: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for level in levels:
        if level.x0 <= box.x0 + NEAR_PT and level.x1 >= box.x1 - NEAR_PT:
            families[round(level.x0), round(level.x1)].append(level.top)
    found: list[Box] = []
    for (x0, x1), family in families.items():
        tops = sorted(set(family))
        steps = [b - a for a, b in pairwise(tops)]
        if len(tops) < MIN_GRIDLINES or x1 - x0 > MAX_GRID_WIDTH * box.width:
            continue
        usual = sorted(steps)[len(steps) // 4]  # the spaces between charts lie above it
        run = [tops[0]]
        for step, top in zip([*steps, float("inf")], [*tops[1:], 0.0], strict=True):
            if step <= 1.25 * usual:
                run.append(top)
                continue
            if len(run) >= MIN_GRIDLINES and run[0] - usual <= box.middle[1] <= run[-1] + usual:
                found.append(Box(float(x0), run[0], float(x1), run[-1]))
            run = [top]
    return found


def _find_axis(box: Box, sheet: _Sheet) -> list[Box]:
    """The category axis: a level line below the marks and as wide as they are, with no running text between."""
    for level in sheet.levels:
        spans = level.x0 <= box.x0 + NEAR_PT and level.x1 >= box.x1 - NEAR_PT
        is_near = box.bottom < level.top <= box.bottom + MAX_AXIS_DROP * level.width
        if spans and is_near and level.width <= MAX_GRID_WIDTH * box.width:
            between = Box(level.x0, box.bottom, level.x1, level.top)
            return [] if _find_inside(between, sheet.walls) else [between]
    return []
