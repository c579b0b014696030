"""Rules of one width under one another: the frame of a half-ruled table, also in one column of a page of two."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.geometry import Box
from reportparse.tables.rulings import Edge

# Ends this near are one width, in points.
SAME_END_PT = 3.0
# Fewest rules, and the narrowest, of a table; underlined headings are shorter.
MIN_RULES = 3
MIN_WIDTH_PT = 60.0
# Rules further apart belong to two tables, in points: about eight lines.
MAX_STEP_PT = 110.0
# A header may stand this far above the first rule, the last row below the last, in points.
HEAD_PT, FOOT_PT = 48.0, 24.0


def find_stacks(level: Sequence[Edge]) -> Iterator[Box]:
    """The room of each stack of rules, with that of a header above the first and a row below the last."""
    groups: list[list[Edge]] = []
    for edge in level:
        if edge.end - edge.start < MIN_WIDTH_PT:
            continue
        group = next((g for g in groups if _is_same(g[-1], edge)), None)
        if group is None:
            groups.append([edge])
        else:
            group.append(edge)
    for group in groups:
        if len(group) >= MIN_RULES and any(b.at - a.at > 6 for a, b in pairwise(group)):
            start, end = min(edge.start for edge in group), max(edge.end for edge in group)
            yield Box(start - 3, group[0].at - HEAD_PT, end + 3, group[-1].at + FOOT_PT)


def _is_same(above: Edge, below: Edge) -> bool:
    return (
        abs(above.start - below.start) <= SAME_END_PT
        and abs(above.end - below.end) <= SAME_END_PT
        and below.at - above.at <= MAX_STEP_PT
    )
