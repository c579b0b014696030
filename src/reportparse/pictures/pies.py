"""Pies and rings become a series: each slice's share from its area, its printed value, and its name."""

import math
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from reportparse.geometry import Box, grow, unite
from reportparse.pdf import Color
from reportparse.pictures.labels import Label, read_amount
from reportparse.pictures.legend import Legend
from reportparse.pictures.readings import Reading
from reportparse.pictures.records import Point, Series
from reportparse.pictures.shapes import Curve, Outline, Place
from reportparse.pictures.values import round_to

# A pie is as wide as it is high, to this part, and wider than this, in points.
ROUND = 0.03
MIN_PIE_PT = 30.0
# Slices fill the disc or ring, to this part of it.
FILLED = 0.03
# Slices pulled out of a pie are moved by at most this part of its radius.
MAX_PULL = 0.5
# A share measured from the areas of slices is off by this much, in percentage points: 0.4 pt of a disc 60 pt wide.
SHARE_ERROR = 0.5
# Printed and measured shares may differ by this much, in percentage points, beside rounding.
AGREE = 1.0
# What stands this far inside the hole of a ring, as part of it, is said of the whole.
HOLE = 0.9
# A label stands at most this far outside the pie, as part of its radius, and in this direction of its slice (radians).
MAX_OUT = 0.9
"""Labels with leader lines stand further out than others."""
# A leader line begins this near to the rim, as part of the radius, and ends this near to its label, in type sizes.
RIM = (0.75, 1.15)
NEAR_LEADER_EM = 1.0

_Leader = tuple[Place, Place]
"""(end at the pie, end at the label)"""


class Slice(NamedTuple):
    """A part of a whole that is drawn."""

    outline: Outline
    share: float
    """In percent."""
    angle: float = 0.0
    """Of its middle, in a pie."""
    width: float = 0.0
    """Its whole angle, in a pie."""

    @property
    def color(self) -> Color:
        """That its name in a legend has."""
        return self.outline.color


def find_pie(outlines: Sequence[Outline]) -> list[Outline]:
    """The slices of a pie or ring: shapes that meet and together fill a disc, or a disc with a round hole."""
    large = [outline for outline in outlines if not outline.is_dot and outline.area > 1]
    if len(large) < 2:
        return []
    disc = unite([outline.box for outline in large])
    if disc.width < MIN_PIE_PT:
        return []
    if abs(disc.width - disc.height) > ROUND * disc.width:
        return large if _are_pulled_apart(large) else []
    radius = (disc.width + disc.height) / 4
    hole = min(math.dist(point, disc.middle) for outline in large for point in outline.points)
    hole = 0.0 if hole < 0.05 * radius else hole
    whole = math.pi * (radius**2 - hole**2)
    is_full = abs(sum(outline.area for outline in large) - whole) <= FILLED * whole
    return large if is_full or _are_pulled_apart(large) else []


def _are_pulled_apart(outlines: Sequence[Outline]) -> bool:
    """Whether shapes are the slices of one disc, of which some are moved outwards."""
    sectors = [_read_sector(outline) for outline in outlines]
    apexes = [sector[0] for sector in sectors if sector]
    if len(apexes) < len(outlines):
        return False
    radii = [sector[1] for sector in sectors if sector]
    radius = sum(radii) / len(radii)
    near = all(math.dist(a, b) <= MAX_PULL * radius for a, b in combinations(apexes, 2))
    whole = math.pi * radius**2
    is_full = abs(sum(outline.area for outline in outlines) - whole) <= FILLED * whole
    return near and is_full and max(radii) - min(radii) <= ROUND * radius


def _read_sector(outline: Outline) -> tuple[Place, float] | None:
    """(apex, radius) of a slice: its points lie equally far from the corner where its two straight sides meet."""
    points = [a for a, b in pairwise([*outline.points, outline.points[0]]) if a != b]
    least = 0.4 * max(outline.box.width, outline.box.height)
    for before, apex, after in zip([points[-1], *points], points, [*points[1:], points[0]], strict=False):
        if min(math.dist(before, apex), math.dist(apex, after)) >= least:
            far = [math.dist(apex, point) for point in points if point != apex]
            if max(far) - min(far) <= ROUND * max(far):
                return apex, max(far)
    return None


def read_pie(pie: Sequence[Outline], curves: Sequence[Curve], labels: Sequence[Label], legend: Legend) -> Reading:
    """The shares of a pie whose slices have names; without names there are none."""
    disc = unite([outline.box for outline in pie])
    total = sum(outline.area for outline in pie)
    slices = [_measure(outline, total, disc) for outline in pie]
    return tell_shares(slices, _assign(slices, labels, disc, _find_leaders(curves, disc)), legend)


def tell_shares(slices: Sequence[Slice], texts: Sequence[Sequence[Label]], legend: Legend) -> Reading:
    """The shares of what is cut into slices, each with the `texts` beside it, where they have names."""
    points: list[Point] = []
    problems: list[tuple[str, str]] = []
    unit: str | None = "%"
    printed = [_read_texts(group) for group in texts]
    named = [_part_share(legend.name(one.color)) for one in slices]
    names = [own or name for (own, _), (name, _) in zip(named, printed, strict=True)]
    told = [_read_value(legend.value(one.color)) for one in slices]
    values = [value or beside or share for (_, value), beside, (_, share) in zip(printed, told, named, strict=True)]
    if all(value is not None and value[1] != "%" for value in values) and _are_shares(slices, values):
        unit = values[0][1] if values[0] else None
    else:
        values = [value if value and (value[1] == "%" or _is_share(one, value)) else None
                  for one, value in zip(slices, values, strict=True)]  # fmt: skip
    for one, name, value in zip(slices, names, values, strict=True):
        if not name:
            continue
        if value is None:
            points.append(Point(name, round_to(one.share, SHARE_ERROR), "geometry", SHARE_ERROR))
            continue
        number, _, rounding = value
        off = abs(one.share - float(number)) - float(rounding) - AGREE if unit == "%" else 0.0
        points.append(Point(name, number, "label", float(rounding) if off <= 0 else abs(one.share - float(number))))
        if off > 0:
            problems.append(("chart-disagrees", f"{name}: {number}% is printed, {one.share:.1f}% is drawn"))
    return Reading([Series(None, points, unit)] if points else [], problems)


def _measure(outline: Outline, total: float, disc: Box) -> Slice:
    x, top = disc.middle
    share = outline.area / total
    angle = _middle_angle(outline.points, (x, top))
    return Slice(outline, 100 * share, angle, 2 * math.pi * share)


def _middle_angle(points: Sequence[Place], middle: Place) -> float:
    """The direction of the middle of a slice: away from the widest gap between its points' directions."""
    x, top = middle
    far = max(math.dist(point, middle) for point in points)
    angles = sorted(math.atan2(b - top, a - x) for a, b in points if math.dist((a, b), middle) > 0.5 * far)
    gaps = [(b - a, a, b) for a, b in zip(angles, [*angles[1:], angles[0] + 2 * math.pi], strict=True)]
    _, before, after = max(gaps)
    return (before + after) / 2 + math.pi


def _assign(
    slices: Sequence[Slice], labels: Sequence[Label], disc: Box, leaders: Sequence[_Leader]
) -> list[list[Label]]:
    """The labels in and round a pie, each to the slice its leader line comes from, or in whose direction it stands."""
    groups: list[list[Label]] = [[] for _ in slices]
    x, top = disc.middle
    hole = HOLE * min(math.dist(point, disc.middle) for one in slices for point in one.outline.points)
    for label in labels:
        place = _follow_back(label, leaders) or _find_place(label, disc, hole)
        if place is None or label.line.words[0].angle:
            continue
        direction = math.atan2(place[1] - top, place[0] - x)
        turns = [abs((direction - one.angle + math.pi) % (2 * math.pi) - math.pi) for one in slices]
        inside = [index for index, one in enumerate(slices) if turns[index] <= one.width / 2 + 0.12]
        if inside:
            best = min(inside, key=lambda index: turns[index] / slices[index].width)
            groups[best].append(label)
    return groups


def _find_place(label: Label, disc: Box, hole: float) -> Place | None:
    """Where a label stands, outside the pie its nearest side; None for one too far off or in the hole of a ring."""
    x, top = disc.middle
    if math.dist((label.x, label.top), (x, top)) < hole:
        return None
    near = (min(max(x, label.box.x0), label.box.x1), min(max(top, label.box.top), label.box.bottom))
    if math.dist(near, (x, top)) > (1 + MAX_OUT) * disc.width / 2:
        return None
    return near if math.dist((label.x, label.top), (x, top)) > disc.width / 2 else (label.x, label.top)


def _find_leaders(curves: Sequence[Curve], disc: Box) -> list[_Leader]:
    """The lines that lead from the rim of a pie outwards."""
    leaders: list[_Leader] = []
    for curve in curves:
        inner, outer = sorted((curve.points[0], curve.points[-1]), key=lambda place: math.dist(place, disc.middle))
        far = math.dist(inner, disc.middle) / (disc.width / 2)
        if RIM[0] <= far <= RIM[1] and math.dist(outer, disc.middle) > math.dist(inner, disc.middle) + 1:
            leaders.append((inner, outer))
    return leaders


def _follow_back(label: Label, leaders: Sequence[_Leader]) -> Place | None:
    """Where the leader line that ends at a label begins."""
    x0, top, x1, bottom = grow(label.box, NEAR_LEADER_EM * label.size)
    ends = [inner for inner, (x, y) in leaders if x0 <= x <= x1 and top <= y <= bottom]
    return ends[0] if len(ends) == 1 else None


def _read_value(label: Label | None) -> "_Value | None":
    return _read_texts([label])[1] if label is not None else None


_Value = tuple[Decimal, str | None, Decimal]


def _part_share(name: str | None) -> tuple[str | None, _Value | None]:
    """The name of a slice in the legend, and the share that it may begin or end with: "Officers 56%", "26p Staff"."""
    words = (name or "").split()
    for place, rest in ((-1, words[:-1]), (0, words[1:])) if len(words) > 1 else ():
        amount = read_amount(words[place].strip("()"))
        if amount is not None and amount.unit in ("%", "p"):
            return " ".join(rest).rstrip(" ,:;–-"), (amount.value, amount.unit, amount.rounding)
    return name, None


def _read_texts(labels: Sequence[Label]) -> tuple[str | None, _Value | None]:
    """(name, (value, unit, rounding)) that the labels of one slice tell: "Theft", "45%", "Theft 45%", "Theft; 45%"."""
    name: list[str] = []
    values: list[_Value] = []
    digits: list[str] = []
    for label in sorted(labels, key=lambda label: (label.line.baseline, label.box.x0)):
        words = label.text.replace(";", " ").replace("(", " ").replace(")", " ").split()
        for word in words:
            amount = read_amount(word.rstrip(","))
            if amount is not None:
                values.append((amount.value, amount.unit, amount.rounding))
                digits += [word] if word.isdigit() else []
            else:
                name.append(word.rstrip(",:"))
    shares = [value for value in values if value[1] == "%"]
    best = shares or values
    if not name and len(values) == 1 and not shares:
        return labels[0].text, values[0]  # a name of digits, or a value: the slice tells
    if not name and len(shares) == 1 and len(digits) == 1:
        return digits[0], shares[0]  # "101" and "41%"
    return " ".join(word for word in name if word) or None, best[0] if len(best) == 1 else None


def _are_shares(slices: Sequence[Slice], values: Sequence[_Value | None]) -> bool:
    """Whether printed values are in proportion to the slices."""
    total = sum(float(value[0]) for value in values if value)
    return total > 0 and all(
        value is not None and abs(100 * float(value[0]) / total - one.share) <= AGREE
        for one, value in zip(slices, values, strict=True)
    )


def _is_share(one: Slice, value: _Value) -> bool:
    return abs(float(value[0]) - one.share) <= float(value[2]) + AGREE
