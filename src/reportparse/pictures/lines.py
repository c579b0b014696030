"""Lines become series: the value at each category, at a marker, an angle of the line, or along a smooth curve."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from reportparse.geometry import Box
from reportparse.pdf import Color
from reportparse.pictures.categories import match_categories
from reportparse.pictures.dashes import Gap, bridge
from reportparse.pictures.heights import make_marks
from reportparse.pictures.labels import Label
from reportparse.pictures.legend import Legend, is_in_color, is_same_color
from reportparse.pictures.readings import Reading, read_marks
from reportparse.pictures.scales import DRAWN_PT, Axis, Scale, find_axes
from reportparse.pictures.shapes import Curve, Outline, Place, Shapes
from reportparse.pictures.sides import DrawnSeries, choose_scales
from reportparse.pictures.slanted import is_slanted
from reportparse.pictures.values import Mark

# Points of several lines over one category differ by less than this, in points.
SAME_X_PT = 1.0
# A line with this many points to a label is a smooth one, cut into pieces.
DENSE = 4
# A dashed line may end in a gap this long, in points, before its last category.
END_GAP_PT = 8.0
# A level line this long, against the width of the others, is an axis.
AXIS_SHARE = 0.6
# A printed value stands this near to its point, in points.
MAX_LABEL_PT = 16.0
# A name stands this near behind the end of its line, in type sizes.
NAME_GAP_EM = 1.5
# A line that does not tell its series from the axis by colour alone is one with at least this many points.
MIN_POINTS = 2


def find_lines_of(shapes: Shapes, legend: Legend) -> list[Curve]:
    """The lines that carry values: through their markers where they have such; lines of one colour are told apart.

    A level dashed line that no legend names is one of the grid.
    """
    dots = _find_dots(shapes.outlines)
    by_color: defaultdict[Color, list[Curve]] = defaultdict(list)
    for curve in shapes.curves:
        is_slanted = any(abs(at - bt) > SAME_X_PT / 2 for (_, at), (_, bt) in pairwise(curve.points))
        has_dots = any(is_same_color(curve.color, color) for color in dots)
        is_grid = bool(curve.gaps) and curve.box.height < SAME_X_PT and legend.name(curve.color) is None
        if (len(curve.points) > 2 or is_slanted or has_dots) and not is_grid:
            by_color[curve.color].append(curve)
    lines: list[Curve] = []
    for color, curves in by_color.items():
        marked = next((places for other, places in dots.items() if is_same_color(color, other)), [])
        line = _join(curves)
        if line is None:
            lines += [curve for curve in curves if len(curve.points) > 2]
        else:
            lines.append(Curve(tuple(marked), color) if _is_marked(line, marked) else line)
    return [line for line in lines if len(line.points) >= MIN_POINTS]


def _is_marked(line: Curve, marked: Sequence[Place]) -> bool:
    """Whether markers tell all that a line tells: as many as it has points, or all along a dashed or smooth one."""
    if len(marked) < MIN_POINTS:
        return False
    off = max(abs(marked[0][0] - line.points[0][0]), abs(marked[-1][0] - line.points[-1][0]))
    is_smooth = len(marked) > MIN_POINTS and len(line.points) >= DENSE * len(marked) and off <= SAME_X_PT
    return len(marked) >= len(line.points) or is_smooth or (bool(line.gaps) and off <= END_GAP_PT)


def _join(curves: Sequence[Curve]) -> Curve | None:
    """The pieces of one line, with gaps between them; None where they lie above each other."""
    pieces = sorted(curves, key=lambda curve: curve.points[0])
    if any(b.points[0][0] < a.points[-1][0] - SAME_X_PT / 4 for a, b in pairwise(pieces)):
        return None
    widest = max(bx - ax for piece in pieces for (ax, _), (bx, _) in pairwise(piece.points))
    if any(b.points[0][0] - a.points[-1][0] > widest + SAME_X_PT for a, b in pairwise(pieces)):
        return _join_parts(pieces)
    points, gaps = bridge([piece.points for piece in pieces])
    every = sorted([*gaps, *(gap for piece in pieces for gap in piece.gaps)], key=lambda gap: gap.x0)
    return Curve(tuple(_merge(points)), pieces[0].color, tuple(every))


def _join_parts(pieces: Sequence[Curve]) -> Curve:
    """The pieces of a line with values missing between them: where it goes there is not known."""
    gaps = [gap for piece in pieces for gap in piece.gaps]
    for (ax, at), (bx, bt) in [(a.points[-1], b.points[0]) for a, b in pairwise(pieces)]:
        if bx - ax > SAME_X_PT:
            gaps.append(Gap(ax, bx, (ax + bx) / 2, 0.0, abs(bt - at)))
    points = [point for piece in pieces for point in piece.points]
    return Curve(tuple(_merge(points)), pieces[0].color, tuple(sorted(gaps, key=lambda gap: gap.x0)))


def _merge(points: Sequence[Place]) -> list[Place]:
    """Points from left to right, each place once."""
    merged: list[Place] = []
    for x, top in sorted(points):
        if not merged or x - merged[-1][0] > SAME_X_PT / 4:
            merged.append((x, top))
    return merged


def _find_dots(outlines: Sequence[Outline]) -> dict[Color, list[Place]]:
    """Middles of the markers of each colour, from left to right, those of one size."""
    by_kind: defaultdict[Color, list[Outline]] = defaultdict(list)
    for outline in outlines:
        if outline.is_dot:
            by_kind[outline.color].append(outline)
    dots: dict[Color, list[Place]] = {}
    for color, group in by_kind.items():
        size = median(outline.box.width for outline in group)
        middles = [outline.box.middle for outline in group if abs(outline.box.width - size) < SAME_X_PT]
        dots[color] = _merge(middles)
    return dots


def read_lines(
    lines: Sequence[Curve], labels: Sequence[Label], levels: Sequence[Box], legend: Legend
) -> Reading | None:
    """The series of lines; None where no labels stand below them."""
    left = min(line.points[0][0] for line in lines)
    right = max(line.points[-1][0] for line in lines)
    axes = find_axes(labels, levels, left, right)
    ticks = {id(label) for axis in axes for label in axis.labels}
    free = [label for label in labels if id(label) not in ticks]
    slots: list[float] = []
    names: dict[int, str] = {}
    used: set[int] = set()
    for floor in _find_floors(lines, levels, axes):
        slots, names, used = _find_slots(lines, free, floor)
        if names:
            break
    if not names:
        return None
    free = [label for label in free if not used & {word.order for word in label.line.words}]
    ordered = sorted(lines, key=lambda line: legend.place(line.color))
    series = [(line, make_marks(line, slots, names)) for line in ordered]
    drawn = [DrawnSeries(legend.name(line.color), line.color, [mark for _, mark in marks]) for line, marks in series]
    chosen = choose_scales(axes, drawn, free, None)
    placed = [(x, mark, scale) for (_, scale), (_, marks) in zip(chosen, series, strict=True) for x, mark in marks]
    _assign_labels(placed, [label for label in free if label.amount is not None])
    if not any(scale for _, scale in chosen):
        chosen = choose_scales(axes, drawn, free, None)  # printed values may tell
    names_of = [name or _end_name(line, marks, free) for (name, _), (line, marks) in zip(chosen, series, strict=True)]
    named = [
        (name if names_of.count(name) == 1 else None, one.marks) for name, one in zip(names_of, drawn, strict=True)
    ]
    return read_marks(named, [scale for _, scale in chosen], has_axis=bool(axes))


def _find_floors(lines: Sequence[Curve], levels: Sequence[Box], axes: Sequence[Axis]) -> list[float]:
    """Below what heights category labels may stand: lines as wide as the chart, the lowest tick, the lowest point.

    The lowest comes first: values printed under a level line stand in a row as well.
    """
    lowest = max(top for line in lines for _, top in line.points)
    left = min(line.points[0][0] for line in lines)
    right = max(line.points[-1][0] for line in lines)
    spans = [
        level.top for level in levels
        if min(level.x1, right) - max(level.x0, left) >= AXIS_SHARE * (right - left)
    ]  # fmt: skip
    ticks = [label.top for axis in axes for label in axis.labels]
    return sorted({round(top, 1) for top in (*spans, *ticks, lowest) if top >= lowest - SAME_X_PT}, reverse=True)


def _find_slots(
    lines: Sequence[Curve], labels: Sequence[Label], floor: float
) -> tuple[list[float], dict[int, str], set[int]]:
    """Where the categories stand, their names, and the words used."""
    below = [label for label in labels if label.top > floor]
    sparse = [line for line in lines if not line.gaps and len(line.points) < DENSE * max(1, len(below))]
    xs: list[float] = []
    for x in sorted(x for line in sparse or lines for x, _ in line.points):  # dashes have ends everywhere
        if not xs or x - xs[-1] > SAME_X_PT:
            xs.append(x)
    steps = sorted(b - a for a, b in pairwise(xs))
    step = steps[len(steps) // 2] if steps else 20.0
    if sparse or len(xs) < DENSE * max(1, len(below)):
        names, used = match_categories(xs, step, below, floor)
        if names:
            return xs, names, used
    return _find_slots_under(xs, below, floor)


def _find_slots_under(
    xs: Sequence[float], labels: Sequence[Label], floor: float
) -> tuple[list[float], dict[int, str], set[int]]:
    """For smooth lines the labels themselves tell where the categories are, if they stand upright and evenly."""
    inside = [label for label in labels if xs[0] - END_GAP_PT <= label.x <= xs[-1] + END_GAP_PT]
    if len(inside) < 2 or len(xs) < DENSE * 2 or any(is_slanted(label.line.words[0]) for label in inside):
        return [], {}, set()
    top = min(label.top for label in inside)
    places = sorted(label.x for label in inside if abs(label.top - top) <= 0.5 * label.size)
    steps = [b - a for a, b in pairwise(places)]
    if not steps or max(steps) - min(steps) > 0.1 * max(steps):
        return [], {}, set()
    names, used = match_categories(places, min(steps), labels, floor)
    return places, names, used


def _assign_labels(marks: Sequence[tuple[float, Mark, Scale | None]], numbers: Sequence[Label]) -> None:
    """Give each point the number printed at it: the nearest, and among near ones the one that fits the axis."""
    pairs: list[tuple[float, int, int]] = []
    for index, (x, mark, scale) in enumerate(marks):
        for place, label in enumerate(numbers):
            box = label.box
            aside = max(box.x0 - x, x - box.x1, 0.0)
            above = max(box.top - mark.place, mark.place - box.bottom, 0.0)
            far = (aside**2 + above**2) ** 0.5
            if far <= MAX_LABEL_PT:
                pairs.append((far + _misfit_pt(mark, label, scale), index, place))
    taken: set[int] = set()
    for _, index, place in sorted(pairs):
        if marks[index][1].label is None and place not in taken:
            marks[index][1].label = numbers[place]
            taken.add(place)


def _misfit_pt(mark: Mark, label: Label, scale: Scale | None) -> float:
    """How far, in points, a number lies from the place where the axis has it."""
    if scale is None or label.amount is None or scale.is_log or not scale.slope:
        return 0.0
    off = abs(scale.read(mark.place) - float(label.amount.value)) - float(label.amount.rounding)
    return max(0.0, off / abs(scale.slope) - DRAWN_PT)


def _end_name(line: Curve, marks: Sequence[tuple[float, Mark]], labels: Sequence[Label]) -> str | None:
    """The name behind the end of a line, or of its last value where a dashed line ends in a gap; or in its colour."""
    ends = [line.points[-1], *((x, mark.place) for x, mark in marks[-1:])]
    x, top = max(ends)
    near = [
        label for label in labels
        if label.amount is None and 0 <= label.box.x0 - x <= NAME_GAP_EM * label.size
        and abs(label.top - top) <= 0.6 * label.size
    ]  # fmt: skip
    if len(near) == 1:
        return near[0].text
    own = [label for label in labels if label.amount is None and is_in_color(label, line.color)]
    return own[0].text if len(own) == 1 else None
