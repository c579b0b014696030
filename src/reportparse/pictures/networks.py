"""Boxes that strokes lead to and fro between: charts of an organisation, and themes round a middle."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportparse.geometry import Box, grow, has_middle_in, unite
from reportparse.pictures.shapes import Place, Shapes

# Boxes with words in them are at least so wide and high, in points, and so many of them make a diagram.
MIN_WIDTH_PT, MIN_HEIGHT_PT, MIN_BOXES = 20.0, 10.0, 3
# What is nearer than this touches, in points; strokes are longer than that.
TOUCH_PT, MIN_STROKE_PT = 1.5, 5.0
# Strips that places are looked for in, as wide as what touches reaches on both sides.
STRIP_PT = 2 * TOUCH_PT
# A page with more boxes or strokes than this is drawn otherwise: a map, or a table with many cells.
MAX_SHAPES = 200


class _Link(NamedTuple):
    """A straight stroke."""

    ends: tuple[Place, Place]
    box: Box


def find_networks(shapes: Shapes) -> Iterator[Box]:
    """The boxes round diagrams: three filled shapes or more that strokes join, ending at the middle of their sides.

    Rules of tables end at the corners of cells, or run along their sides.
    """
    nodes = {bar.box for bar in shapes.bars if _may_hold_words(bar.box)}
    round_ones = {one.box for one in shapes.outlines if one.is_round and _may_hold_words(one.box)}
    if not MIN_BOXES <= len(nodes) + len(round_ones) <= MAX_SHAPES:
        return
    drawn = _read_links(shapes)
    if not 1 < len(drawn) <= MAX_SHAPES:
        return
    sides = _find_sides(nodes)
    at = {id(link): {*_find_ended(link, sides), *_find_held(link, round_ones)} for link in drawn}
    if len(set().union(*at.values())) < MIN_BOXES:  # as on most pages
        return
    links = [link for link in drawn if not any(_runs_along(link.box, node) for node in nodes)]
    for group in _join(links, at):
        joined = {node for link in group for node in at[id(link)]}
        if len(joined) >= MIN_BOXES:
            yield unite([*joined, *(link.box for link in group)])


def _may_hold_words(box: Box) -> bool:
    return box.width >= MIN_WIDTH_PT and box.height >= MIN_HEIGHT_PT


def _read_links(shapes: Shapes) -> list[_Link]:
    found: dict[Box, _Link] = {}
    for curve in shapes.curves:
        if len(curve.points) == 2:
            found.setdefault(curve.box, _Link((curve.points[0], curve.points[1]), curve.box))
    for box, _ in shapes.strokes:
        x, y = box.middle
        ends = ((box.x0, y), (box.x1, y)) if box.width > box.height else ((x, box.top), (x, box.bottom))
        found.setdefault(box, _Link(ends, box))
    return [link for link in found.values() if max(link.box.width, link.box.height) >= MIN_STROKE_PT]


def _runs_along(stroke: Box, node: Box) -> bool:
    """Whether a stroke lies on a side of a box, for more than half of it."""
    if stroke.width > stroke.height:
        is_on = min(abs(stroke.top - node.top), abs(stroke.bottom - node.bottom)) <= TOUCH_PT
        return is_on and min(stroke.x1, node.x1) - max(stroke.x0, node.x0) > node.width / 2
    is_on = min(abs(stroke.x0 - node.x0), abs(stroke.x1 - node.x1)) <= TOUCH_PT
    return is_on and min(stroke.bottom, node.bottom) - max(stroke.top, node.top) > node.height / 2


def _find_sides(nodes: set[Box]) -> Mapping[int, list[tuple[float, float, Box]]]:
    """The middles of boxes and of their sides, by the strip of the page that they stand in."""
    found: defaultdict[int, list[tuple[float, float, Box]]] = defaultdict(list)
    for node in nodes:
        x, y = node.middle
        for place in ((x, y), (x, node.top), (x, node.bottom), (node.x0, y), (node.x1, y)):
            found[round(place[0] / STRIP_PT)].append((*place, node))
    return found


def _find_ended(link: _Link, sides: Mapping[int, list[tuple[float, float, Box]]]) -> Iterator[Box]:
    """The boxes that a stroke ends at: at the middle of a side, or under the middle of the box."""
    for x, y in link.ends:
        strip = round(x / STRIP_PT)
        for near in (strip - 1, strip, strip + 1):
            for at_x, at_y, node in sides.get(near, ()):
                if abs(x - at_x) <= TOUCH_PT and abs(y - at_y) <= TOUCH_PT:
                    yield node


def _find_held(link: _Link, round_ones: Iterable[Box]) -> Iterator[Box]:
    """The round shapes that a stroke begins or ends at, on any side."""
    for x, y in link.ends:
        for box in round_ones:
            x0, top, x1, bottom = box
            if x0 - TOUCH_PT <= x <= x1 + TOUCH_PT and top - TOUCH_PT <= y <= bottom + TOUCH_PT:
                yield box


def _join(links: Sequence[_Link], at: Mapping[int, set[Box]]) -> Iterator[list[_Link]]:
    """Strokes that touch each other, or one shape."""
    by_node: defaultdict[Box, list[_Link]] = defaultdict(list)
    for link in links:
        for node in at[id(link)]:
            by_node[node].append(link)
    left = {id(link): link for link in links}
    while left:
        group = [left.pop(next(iter(left)))]
        for member in group:
            near = [link for node in at[id(member)] for link in by_node[node] if id(link) in left]
            near += [link for link in left.values() if _touch(link, member)]
            group += [left.pop(key) for key in dict.fromkeys(map(id, near))]
        yield group


def _touch(a: _Link, b: _Link) -> bool:
    """Whether one stroke, level or upright, has an end of the other on it."""
    return any(
        has_middle_in(Box(x, y, x, y), grow(box, TOUCH_PT)) and min(box.width, box.height) <= TOUCH_PT
        for box, ends in ((a.box, b.ends), (b.box, a.ends))
        for x, y in ends
    )


__all__ = ["find_networks"]
