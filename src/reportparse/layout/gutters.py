"""Places on a page where a column may begin."""

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise

from reportparse.layout.sides import MIN_COLUMN_PT, MIN_GUTTER_PT, MIN_LINES, Item

# Left edges nearer than this are one edge, in points.
SAME_EDGE_PT = 2.0
# How many places are tried of each ranking; each costs one look at all lines.
MAX_TRIES = 8
# A picture, table or box counts as a line for each so many points of its height.
LINE_PT = 12.0


def find_gutters(items: list[Item]) -> list[float]:
    """Places where a column may begin: left edges of lines, and gaps above one another; each parting of the items once.

    Those with the most lines at them come first, and of the others those that the fewest items cross.
    """
    left = min(item.box.x0 for item in items)
    edges: Counter[int] = Counter()
    for item in items:
        if item.box.x0 - left >= MIN_COLUMN_PT:
            edges[round(item.box.x0 / SAME_EDGE_PT)] += 1 if item.is_text else max(1, round(item.box.height / LINE_PT))
    strips = {edge * SAME_EDGE_PT - SAME_EDGE_PT: count for edge, count in edges.items() if count >= MIN_LINES}
    for x, count in _find_gaps(items).items():
        strips.setdefault(x, count)
    begins, ends = sorted(item.box.x0 for item in items), sorted(item.box.x1 for item in items)
    crossing: dict[float, int] = {}
    seen: set[tuple[int, int]] = set()
    for x in sorted(strips, key=lambda x: (-strips[x], x)):
        begun, ended = bisect_left(begins, x - 1), bisect_right(ends, x + 1)
        if (begun, ended) not in seen:
            seen.add((begun, ended))
            crossing[x] = begun - ended
    ranked = list(crossing)
    return list(dict.fromkeys([*ranked[:MAX_TRIES], *sorted(ranked, key=crossing.__getitem__)[:MAX_TRIES]]))


def _find_gaps(items: list[Item]) -> dict[float, int]:
    """Middles of the gaps between neighbours on one baseline, with how many gaps of other rows they lie in.

    One gap alone may part columns where the content tells other lines between its neighbours.
    """
    pairs = [
        (a, b)
        for a, b in pairwise(sorted(items, key=lambda item: (round(item.box.bottom / 3), item.box.x0)))
        if abs(a.box.bottom - b.box.bottom) < 3 and b.box.x0 - a.box.x1 >= MIN_GUTTER_PT
    ]
    if not pairs:
        return {}
    gaps = [(a.box.x1, b.box.x0) for a, b in pairs]
    middles = {round((x0 + x1) / 2) for x0, x1 in gaps[:200]}
    counts = {float(x): sum(x0 < x < x1 for x0, x1 in gaps) for x in middles}
    found = {x: count for x, count in counts.items() if count >= MIN_LINES}
    orders = sorted(item.order for item in items)
    for a, b in pairs[:200]:
        if 0 <= a.order < b.order and bisect_left(orders, b.order) > bisect_right(orders, a.order):
            found.setdefault(float(round((a.box.x1 + b.box.x0) / 2)), 1)
    return found
