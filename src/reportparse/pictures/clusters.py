"""Marks become drawings: those near each other, with the axes, gridlines, legends and grounds that belong to them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box, grow, has_middle_in, is_inside, shared_area, unite
from reportparse.pdf import Page, Rule
from reportparse.pictures.marks import Mark
from reportparse.pictures.shapes import turn, turn_back

# Drawings this near to each other, in points, are one picture; the least space between a chart and a table is 10.
NEAR_PT = 7.0
# Ground of a chart: a filled box round it, at most this many times its size, that no running text stands on; a box
# with a chart and prose is a box of text.
MAX_GROUND = 8.0
# Boxes of a diagram stand this near to the ends of its strokes, in points.
NEAR_BOX_PT = 12.0
CHART_ROUNDS = 4
# Gridlines come in threes at least, and are at most this many times as long as what stands between them.
MIN_GRIDLINES = 3
MAX_GRID_WIDTH = 2.5
# The category axis lies at most this part of its length below the marks.
MAX_AXIS_DROP = 0.8

_Strokes = tuple[Sequence[Box], Sequence[Box]]
"""(level rules, upright ones as the turned page has them)"""


class Cluster(NamedTuple):
    """A drawing."""

    box: Box
    kinds: frozenset[str]
    """Of its marks."""


def find_clusters(marks: Sequence[Mark], page: Page, walls: Sequence[Box]) -> list[Cluster]:
    """The drawings of a page, grown from its marks; running text (`walls`) is in none and between none."""
    if not marks:
        return []
    found = _merge([Cluster(mark.box, frozenset({mark.kind})) for mark in marks], walls)
    counts = [sum(is_inside(mark.box, cluster.box, slack=0.5) for mark in marks) for cluster in found]
    kept = [
        cluster
        for cluster, count in zip(found, counts, strict=True)
        if (count >= 2 or cluster.kinds & {"line", "bars", "pie", "area", "map"})
        and cluster.box.width > 25
        and cluster.box.height > 6
    ]
    strokes = _find_strokes(page.rules)
    return _merge([_grow(cluster, page, strokes, walls) for cluster in kept], walls)


def _merge(clusters: Iterable[Cluster], walls: Sequence[Box]) -> list[Cluster]:
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


def _adds_wall(box: Box, other: Box, walls: Sequence[Box]) -> bool:
    """Whether two boxes together hold running text that neither holds."""
    if not walls:
        return False
    whole = Box(min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
    return any(
        has_middle_in(wall, whole) and not has_middle_in(wall, box) and not has_middle_in(wall, other)
        for wall in walls
    )  # fmt: skip


def _find_strokes(rules: Iterable[Rule]) -> _Strokes:
    levels: list[Box] = []
    uprights: list[Box] = []
    for rule in rules:
        place = Box(rule.x0, rule.top, rule.x1, rule.bottom)
        (levels if rule.is_horizontal else uprights).append(place)
    return levels, [turn(place) for place in uprights]


def _grow(cluster: Cluster, page: Page, strokes: _Strokes, walls: Sequence[Box]) -> Cluster:
    """Add axes, gridlines, legends and the ground of a chart, or the boxes that a diagram's strokes lead to."""
    box = cluster.box
    is_chart = bool(cluster.kinds - {"connector"})
    far = NEAR_PT if is_chart else NEAR_BOX_PT
    drawn = [path.box for path in page.paths]
    for _ in range(CHART_ROUNDS if is_chart else 1):
        near = [
            other for other in drawn
            if _touches(other, box, far) and not is_inside(other, box) and not _adds_wall(box, other, walls)
        ]  # fmt: skip
        wider = unite([box, *near])
        if wider == box:
            break
        box = wider
    if is_chart:
        # a legend may reach over the grid of the marks
        grids = [*_find_grid(cluster.box, strokes, walls), *_find_grid(box, strokes, walls)]
        axis = [] if "bars" in cluster.kinds else _find_axis(box, page, walls)  # bars stand on theirs
        box = unite([box, *grids, *axis])
    grounds = [path.box for path in page.paths if path.fill is not None and _is_ground(path.box, box, page, walls)]
    return Cluster(unite([box, *grounds]), cluster.kinds)


def _find_grid(box: Box, strokes: _Strokes, walls: Sequence[Box]) -> list[Box]:
    """The gridlines of a chart: lines of one length, evenly spaced, that its marks stand among."""
    levels, turned = strokes
    found = [*_find_families(box, levels), *map(turn_back, _find_families(turn(box), turned))]
    return [grid for grid in found if not _holds_wall(grid, walls)]


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


def _holds_wall(box: Box, walls: Sequence[Box]) -> bool:
    return any(has_middle_in(wall, box) for wall in walls)


def _find_axis(box: Box, page: Page, walls: Sequence[Box]) -> list[Box]:
    """The category axis: a level line below the marks and as wide as they are, with no running text between."""
    for rule in sorted(page.rules, key=lambda rule: rule.top):
        length = rule.x1 - rule.x0
        spans = rule.x0 <= box.x0 + NEAR_PT and rule.x1 >= box.x1 - NEAR_PT and length <= MAX_GRID_WIDTH * box.width
        if rule.is_horizontal and spans and box.bottom < rule.top <= box.bottom + MAX_AXIS_DROP * length:
            between = Box(rule.x0, box.bottom, rule.x1, rule.top)
            return [] if _holds_wall(between, walls) else [between]
    return []


def _touches(drawn: Box, box: Box, near: float) -> bool:
    """Whether a drawing lies at the picture and is not much larger than it."""
    x0, top, x1, bottom = drawn
    if x0 - near >= box.x1 or x1 + near <= box.x0 or top - near >= box.bottom or bottom + near <= box.top:
        return False
    return x1 - x0 <= 1.6 * box.width + 20 and bottom - top <= 1.6 * box.height + 20


def _is_ground(ground: Box, box: Box, page: Page, walls: Sequence[Box]) -> bool:
    """Whether a filled box lies under the picture, and under nothing else: no running text stands on it."""
    if not is_inside(box, ground, slack=1) or ground.area > min(MAX_GROUND * box.area, 0.5 * page.box.area):
        return False
    return not _holds_wall(ground, walls)
