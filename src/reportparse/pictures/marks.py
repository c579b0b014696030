"""The marks that charts and diagrams are made of, told from table cells, boxes and rules by how they are drawn."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box, grow, shared_area, unite
from reportparse.pdf import Color
from reportparse.pictures.arrows import find_arrow_rows
from reportparse.pictures.cards import part_at_cards
from reportparse.pictures.networks import find_networks
from reportparse.pictures.pies import find_pie
from reportparse.pictures.shapes import Outline, Place, Shapes, turn, turn_back
from reportparse.pictures.shares import find_share_bars

# Thinner boxes are the pieces of an axis, in points: they touch as shaded cells do.
THIN_PT = 1.5
# Bars of one series have one thickness and one foot, to this many points; producers round to a tenth.
SAME_PT = 1.0
# A row has at least this many bars.
MIN_BARS = 2
# Bars with no space between have at least so many lengths, and so many for each bar.
MIN_STEPS, MANY_STEPS = 4, 0.7
# Bars on an axis of their own are so many: a line may be drawn below each pair of a group.
MIN_ON_AXIS = 3
# The longest bar of a row is longer than this, in points.
MIN_BAR_PT = 4.0
# It is no shorter than this part of its thickness: the grounds of rows in two tables side by side are.
MIN_BAR_LENGTH = 0.2
# Bars stand apart by at most this many times their thickness (a group's gap with two bars left out).
MAX_BAR_GAP = 4.0
# Thin bars may stand further apart where they do so evenly: the widest gap against the least one, and in thicknesses.
SAME_GAP = 1.2
MAX_EVEN_GAP = 8.0
# Bars on top of each other leave at most this gap, in points.
MAX_STACK_GAP_PT = 2.0
# A segment is slanted if it moves by more than this both ways, in points.
MIN_SLANT_PT = 1.5
# A line of a chart is wider than this, in points.
MIN_LINE_PT = 20.0
# A colour lighter than this on all channels is a ground, not a mark.
LIGHT = 245
# Slices of one pie lie this near to each other, in points: a white line between them.
SLICE_GAP_PT = 3.0
# Outlines of one page that are looked at for pies and areas; maps and logos have more.
MAX_OUTLINES = 300
# An area stands on its foot over this part of its width, and has at least this many points: a banner has four.
AREA_FOOT = 0.98
MIN_AREA_POINTS = 5
MIN_AREA_PT = 30.0
# The outline of a map has at least this many angles, is at least so large, and so many places stand in it.
MIN_MAP_POINTS = 8
MIN_MAP_PT = 60.0
MIN_MAP_DOTS = 3


class Mark(NamedTuple):
    """A drawing that gives a picture away."""

    box: Box
    kind: str
    """"bars", "line", "pie", "area", "map", "connector" or "network"."""


class _Bar(NamedTuple):
    """A box that may be a bar."""

    box: Box
    sides: Box
    """The same to whole steps of `SAME_PT`."""
    color: Color


class Rows(NamedTuple):
    """Bars of one thickness on one foot, of one chart or of several, with those that may stand on top of them."""

    groups: list[list[Box]]
    """From left to right."""
    columns: Mapping[tuple[float, float], Sequence[Box]]
    """Bars by their two sides."""


class Marks(NamedTuple):
    """What gives the pictures of a page away, before its text is looked at."""

    standing: Rows
    lying: Rows
    """In the turned page."""
    others: list[Mark]
    """All but bars."""


def find_marks(shapes: Shapes) -> Marks:
    """All marks among the shapes of a page."""
    boxes = {(bar.box, bar.color) for bar in shapes.bars if min(bar.color) < LIGHT and bar.box.area > 1}
    bars = [_Bar(box, Box(*[round(side / SAME_PT) for side in box]), color) for box, color in boxes]
    others = [*_find_lines(shapes), *(Mark(box, "network") for box in find_networks(shapes))]
    others += [Mark(unite(bar.box for bar in parts), "bars") for parts in find_share_bars(shapes.bars)]
    dots = [outline for outline in shapes.outlines if outline.is_dot]
    large = [outline for outline in shapes.outlines if not outline.is_dot and outline.area > 20]
    if len(large) <= MAX_OUTLINES:
        others += _find_pies(large)
        others += [Mark(outline.box, "area") for outline in large if _is_area(outline)]
        others += _find_maps(large, dots)
        others += [Mark(box, "network") for box in find_arrow_rows(large, shapes.bars)]
    turned = [_Bar(turn(box), turn(sides), color) for box, sides, color in bars]
    return Marks(_find_rows(bars), _find_rows(turned), others)


def part_marks(
    marks: Marks,
    walls: Sequence[Box],
    columns: Sequence[Box] = (),
    cards: Sequence[Box] = (),
    levels: Sequence[Box] = (),
) -> list[Mark]:
    """The marks; bars with running text (`walls`) between them are of two charts, standing ones with `columns` too.

    Columns are those of tick labels.  Bars on `cards`, which come smallest first, are of as many charts, as are those
    on lines of their own, which are some of the `levels`.
    """
    between = [gap for group in marks.standing.groups for gap in _find_between(group, levels)]
    standing = _part_rows(marks.standing, [*walls, *columns, *between], cards)
    turned = ([turn(box) for box in boxes] for boxes in (walls, cards))
    lying = _part_rows(marks.lying, *turned) if marks.lying.groups else []
    bars = [*standing, *map(turn_back, lying)]
    return [*(Mark(bar, "bars") for bar in bars), *marks.others]


def _find_between(group: Sequence[Box], levels: Sequence[Box]) -> Iterator[Box]:
    """The white between two lines that bars stand on, so many on each: the axes of two charts side by side."""
    foot = group[0].bottom
    axes = sorted(
        level
        for level in levels
        if abs(level.middle[1] - foot) <= SAME_PT
        and sum(level.x0 - SAME_PT <= box.x0 and box.x1 <= level.x1 + SAME_PT for box in group) >= MIN_ON_AXIS
    )
    for axis, following in pairwise(axes):
        if following.x0 - axis.x1 > SAME_PT:
            yield Box(axis.x1, foot - SAME_PT, following.x0, foot + SAME_PT)


def _find_rows(bars: Sequence[_Bar]) -> Rows:
    groups = list(_standing(bars))
    columns: defaultdict[tuple[float, float], list[Box]] = defaultdict(list)
    for bar in bars if groups else ():
        columns[bar.sides.x0, bar.sides.x1].append(bar.box)
    return Rows(groups, columns)


def _part_rows(rows: Rows, walls: Sequence[Box], cards: Sequence[Box]) -> list[Box]:
    """The box round each row of bars of one chart and those that stand on top of them."""
    near = (row for group in rows.groups for row in _split_row(group, walls))
    parted = [part for row in near for part in part_at_cards(row, cards) if _are_bars(part)]
    return [unite(_pile(row, rows.columns)) for row in parted]


def _pile(row: Sequence[Box], columns: Mapping[tuple[float, float], Sequence[Box]]) -> list[Box]:
    """The bars of a row with those that stand on top of them, out of `columns`: bars by their two sides."""
    pile = list(row)
    for box in row:
        end = box.top
        for other in sorted(columns[round(box.x0 / SAME_PT), round(box.x1 / SAME_PT)], key=lambda other: -other.bottom):
            if abs(other.bottom - end) <= MAX_STACK_GAP_PT:
                pile.append(other)
                end = other.top
    return pile


def _standing(bars: Sequence[_Bar]) -> Iterator[list[Box]]:
    """Boxes of one thickness that stand on one foot, or hang from it, of more than one length.

    Boxes of one colour that touch sideways are the shaded cells of a table; bars that touch have other colours.
    """
    feet: defaultdict[float, list[_Bar]] = defaultdict(list)
    hanging: defaultdict[float, list[_Bar]] = defaultdict(list)
    for bar in bars:
        feet[bar.sides.bottom].append(bar)
        hanging[bar.sides.top].append(bar)
    ends = {(sides.x0, sides.bottom, color) for _, sides, color in bars}  # what goes on above is no bar
    for level, upright in feet.items():
        below = hanging.get(level, [])
        if len(upright) + len(below) < MIN_BARS:
            continue
        lefts = {bar.sides.x0 for bar in upright}
        standing = upright if any(bar.sides.x0 in lefts for bar in below) else [*upright, *below]
        by_width: defaultdict[int, list[Box]] = defaultdict(list)
        for box, sides, color in standing:
            if (sides.x0, sides.top, color) not in ends:
                by_width[round(box.width / SAME_PT)].append(box)
        groups = [sorted(group) for group in by_width.values() if _may_be_bars(group)]
        yield from groups if groups and not _are_cells(standing) else filter(_are_steps, groups)


def _are_steps(group: Sequence[Box]) -> bool:
    """Whether boxes that touch are bars nevertheless: of nearly as many lengths as there are, unlike cells of a row."""
    return len({round(box.height) for box in group}) >= max(MIN_STEPS, MANY_STEPS * len(group))


def _may_be_bars(group: Sequence[Box]) -> bool:
    """Whether a row of boxes may hold a row of bars: some are longer than others, and long enough."""
    heights = {round(box.height) for box in group}
    least = max(MIN_BAR_PT, MIN_BAR_LENGTH * group[0].width) if group else MIN_BAR_PT
    return len(heights) >= MIN_BARS and max(heights) > least


def _are_cells(bars: Sequence[_Bar]) -> bool:
    """Whether a third of the boxes or more touch another one of their colour sideways."""
    left_edges = {(bar.sides.x0, bar.color) for bar in bars}
    touching = [(bar.sides.x1, bar.color) in left_edges for bar in bars if bar.box.height >= THIN_PT]
    return 3 * touching.count(True) >= len(bars)


def _split_row(group: Sequence[Box], walls: Sequence[Box]) -> list[list[Box]]:
    """Bars of one chart stand near to each other; those of the next one further off, or beyond a line of text."""
    rows = [[group[0]]] if group else []
    least = min((b.x0 - a.x1 for a, b in pairwise(group)), default=0.0)
    usual = SAME_GAP * least if least <= MAX_EVEN_GAP * group[0].width else 0.0
    for before, box in pairwise(group):
        if box.x0 - before.x1 > max(MAX_BAR_GAP * box.width + MAX_BAR_GAP, usual) or _is_walled(before, box, walls):
            rows.append([])
        rows[-1].append(box)
    return rows


def _is_walled(before: Box, box: Box, walls: Sequence[Box]) -> bool:
    between = Box(before.x1, min(before.top, box.top), box.x0, max(before.bottom, box.bottom))
    return any(
        between.x0 <= wall.middle[0] <= between.x1 and wall.top < between.bottom and wall.bottom > between.top
        for wall in walls
    )


def _are_bars(row: Sequence[Box]) -> bool:
    return _may_be_bars(row) and all(b.x0 >= a.x1 - SAME_PT for a, b in pairwise(row))


def _find_lines(shapes: Shapes) -> Iterator[Mark]:
    """Strokes that run slantwise: the lines of a chart, from left to right, or the connectors of a diagram."""
    dots = {(round(x), round(top)) for outline in shapes.outlines if outline.is_dot for x, top in [outline.box.middle]}
    for curve in shapes.curves:
        (left, _), (right, _) = curve.points[0], curve.points[-1]
        tops = [top for _, top in curve.points]
        box = Box(left, min(tops), right, max(tops))
        if box.width < 8 or box.height <= 0.3:
            continue
        has_dots = all((round(x), round(top)) in dots for x, top in (curve.points[0], curve.points[-1]))
        if len(curve.points) > 2 or has_dots:
            if box.width >= MIN_LINE_PT:
                yield Mark(box, "line")
        elif box.width > MIN_SLANT_PT:
            yield Mark(box, "connector")


def _find_pies(outlines: Sequence[Outline]) -> Iterator[Mark]:
    """Shapes that lie together and fill a disc or a ring."""
    left = list(outlines)
    while left:
        group = [left.pop()]
        for member in group:
            near = [
                other for other in left
                if shared_area(grow(other.box, SLICE_GAP_PT), grow(member.box, SLICE_GAP_PT)) > 0
            ]  # fmt: skip
            group.extend(near)
            left = [other for other in left if other not in near]
        if find_pie(group):
            yield Mark(unite([outline.box for outline in group]), "pie")


def _is_area(outline: Outline) -> bool:
    """Whether a shape has a level foot, and from there one height over each place."""
    box = outline.box
    points = list(dict.fromkeys(outline.points))
    if len(points) < MIN_AREA_POINTS or min(box.width, box.height) < MIN_AREA_PT:
        return False
    foot = [x for x, top in points if box.bottom - top < 0.5]
    if not foot or max(foot) - min(foot) < AREA_FOOT * box.width:
        return False
    return _is_level_walk([point for point in points if box.bottom - point[1] >= 0.5])


def _is_level_walk(points: Sequence[Place]) -> bool:
    """Whether the points, in their order round the shape, go one way from side to side."""
    turns = sum(
        (b[0] - a[0]) * (c[0] - b[0]) < -0.01 for a, b, c in zip(points, points[1:], points[2:], strict=False)
    )
    return len(points) >= 3 and turns <= 1  # the walk may begin in the middle


def _find_maps(outlines: Sequence[Outline], dots: Sequence[Outline]) -> Iterator[Mark]:
    """Large shapes of many angles with places marked in them."""
    for outline in outlines:
        box = outline.box
        if len(outline.points) < MIN_MAP_POINTS or min(box.width, box.height) < MIN_MAP_PT or _is_area(outline):
            continue
        if sum(shared_area(dot.box, box) > 0 for dot in dots) >= MIN_MAP_DOTS:
            yield Mark(box, "map")
