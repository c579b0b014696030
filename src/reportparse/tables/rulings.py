"""The rules of a page as straight edges: doubled ones merged, broken ones mended, those that touch grouped."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportparse.geometry import Box, has_middle_in
from reportparse.pdf import Page, Path, Rule

# Rules nearer than this are one: the two sides of a thick line, the borders of neighbouring cells.
SNAP_PT = 2.5
# Ends that miss each other by this much still meet.
REACH_PT = 3.5
# Shorter ones are ticks and the strokes of letters.
MIN_LENGTH_PT = 4.0
WHITE_FROM = 250
# Filled boxes of these sizes may be the ground of cells or rows; taller ones are boxes of text, larger ones the page's.
MIN_ROW_PT, MAX_ROW_PT, MIN_CELL_PT, MAX_SHARE = 6.0, 90.0, 12.0, 0.12
MAX_FILLS = 2000
# Grounds of white rules that are looked at.
MAX_GROUNDS = 400
# Dots and dashes of a rule are no longer than this, nor further apart, in points; so many make one.
MAX_DOT_PT, MIN_DOTS = 3.5, 12
# More edges than this on a page are a drawing; the longest are kept.
MAX_EDGES = 4000


class Edge(NamedTuple):
    """A horizontal edge at the height `at`, or a vertical one at the place `at`."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """Edges that touch each other."""

    level: list[Edge]
    upright: list[Edge]

    @property
    def box(self) -> Box:
        """Round all edges."""
        xs = [x for edge in self.level for x in (edge.start, edge.end)] + [edge.at for edge in self.upright]
        ys = [y for edge in self.upright for y in (edge.start, edge.end)] + [edge.at for edge in self.level]
        return Box(min(xs), min(ys), max(xs), max(ys))


def find_edges(page: Page) -> tuple[list[Edge], list[Edge]]:
    """All horizontal and all vertical edges of a page that can be seen, each from top or left."""
    level, upright = [], []
    for rule in _find_seen(page):
        if rule.is_horizontal:
            level.append(Edge((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
        else:
            upright.append(Edge((rule.x0 + rule.x1) / 2, rule.top, rule.bottom))
    return merge_edges([*level, *_find_dotted(page.paths)]), merge_edges(upright)


def _find_seen(page: Page) -> list[Rule]:
    """The rules that can be seen: of white ones those on a ground, and those that they are drawn to from end to end.

    A table with white borders shows them in its tinted head alone; its other rows have the same ones.
    """
    seen: list[Rule] = []
    white: list[Rule] = []
    for rule in page.rules:
        (seen if min(rule.color) < WHITE_FROM else white).append(rule)
    white = [rule for rule in white if not rule.is_side][:MAX_FILLS]
    if not white:
        return seen
    grounds = [fill.box for fill in page.fills[:MAX_GROUNDS] if min(fill.color) < WHITE_FROM]
    shown = [rule for rule in white if any(_meets(rule, box) for box in grounds)]
    frames = [rule for rule in shown if not rule.is_horizontal]
    rest = [rule for rule in white if rule.is_horizontal and rule not in shown] if len(frames) > 1 else []
    return [*seen, *shown, *(rule for rule in rest if sum(_meets(rule, frame) for frame in frames) > 1)]


def _meets(rule: Rule, box: Box | Rule) -> bool:
    return (
        rule.x0 <= box.x1 + REACH_PT
        and rule.x1 >= box.x0 - REACH_PT
        and rule.top <= box.bottom + REACH_PT
        and rule.bottom >= box.top - REACH_PT
    )


def _find_dotted(paths: Sequence[Path]) -> list[Edge]:
    """Horizontal rules drawn as rows of dots or dashes, each a path of its own."""
    rows: dict[int, list[Box]] = defaultdict(list)
    for path in paths:
        if path.box.width <= MAX_DOT_PT and path.box.height <= MAX_DOT_PT:
            rows[round(path.box.top)].append(path.box)
    dotted: list[Edge] = []
    for row in rows.values():
        if len(row) < MIN_DOTS:
            continue
        row.sort()
        start = 0
        for i in range(1, len(row) + 1):
            if i == len(row) or row[i].x0 - row[i - 1].x1 > MAX_DOT_PT:
                if i - start >= MIN_DOTS:
                    dotted.append(Edge((row[start].top + row[start].bottom) / 2, row[start].x0, row[i - 1].x1))
                start = i
    return dotted


def find_grounds(
    page: Page, tables: Sequence[Box], rows: Sequence[Box] = (), loose: Sequence[Box] = ()
) -> list[Edge]:
    """Top and bottom of filled boxes the size of rows, that stand in none of `tables`: zebra stripes and heads.

    Of cells the `rows` that they stand in are told; those of `loose` rows tell nothing.
    """
    boxes = [
        fill.box
        for fill in page.fills[:MAX_FILLS]
        if min(fill.color) < WHITE_FROM
        and MIN_ROW_PT <= fill.box.height <= MAX_ROW_PT
        and fill.box.width >= MIN_CELL_PT
        and fill.box.area < MAX_SHARE * page.box.area
    ]
    cells = [box for box in boxes if not any(has_middle_in(box, row) for row in (*rows, *loose))]
    free = [box for box in [*cells, *rows] if not any(has_middle_in(box, table) for table in tables)]
    return merge_edges([Edge(at, box.x0, box.x1) for box in free for at in (box.top, box.bottom)])


def merge_edges(edges: list[Edge]) -> list[Edge]:
    """One edge for those that lie on each other or go on from each other."""
    merged: list[Edge] = []
    group: list[Edge] = []
    for edge in sorted(edges):
        if (group and edge.at - group[-1].at > SNAP_PT / 2) or (group and edge.at - group[0].at > SNAP_PT):
            merged.extend(_chain(group))
            group = []
        group.append(edge)
    merged.extend(_chain(group))
    kept = [edge for edge in merged if edge.end - edge.start >= MIN_LENGTH_PT]
    if len(kept) > MAX_EDGES:
        kept = sorted(kept, key=lambda edge: edge.start - edge.end)[:MAX_EDGES]
    return sorted(kept)


def _chain(group: list[Edge]) -> Iterable[Edge]:
    at = sum(edge.at for edge in group) / (len(group) or 1)
    start = end = None
    for edge in sorted(group, key=lambda edge: edge.start):
        if end is None or start is None:
            start, end = edge.start, edge.end
        elif edge.start - end <= REACH_PT:
            end = max(end, edge.end)
        else:
            yield Edge(at, start, end)
            start, end = edge.start, edge.end
    if start is not None and end is not None:
        yield Edge(at, start, end)


def group_edges(level: Sequence[Edge], upright: Sequence[Edge]) -> list[Rulings]:
    """Edges that cross or touch, together; those that touch none are left out."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    active = sorted(range(len(upright)), key=lambda j: upright[j].start)
    position, live = 0, list[int]()
    for i, edge in enumerate(level):  # from top to bottom
        while position < len(active) and upright[active[position]].start <= edge.at + REACH_PT:
            live.append(active[position])
            position += 1
        live = [j for j in live if upright[j].end >= edge.at - REACH_PT]
        for j in live:
            if edge.start - REACH_PT <= upright[j].at <= edge.end + REACH_PT:
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, Rulings] = defaultdict(lambda: Rulings([], []))
    for i, edge in enumerate(level):
        groups[root(i)].level.append(edge)
    for j, edge in enumerate(upright):
        groups[root(len(level) + j)].upright.append(edge)
    return [group for group in groups.values() if group.level and group.upright]
