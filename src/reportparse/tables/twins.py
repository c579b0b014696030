"""Tables side by side, each with a rule under its heads, at one height: the white between them parts two columns."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reportparse.layout.lines import Line
from reportparse.tables.rulings import Edge

# Rules this near in height are level, and the white between two tables is this wide, in points.
LEVEL_PT, MIN_WHITE_PT, MAX_WHITE_PT = 1.0, 9.0, 60.0
# So many labels stand at the left end of each rule; under the heads of one table's columns stand values.
MIN_LABELS, SAME_EDGE_PT = 2, 3.0
# Heads of one column have shorter rules, in points.
MIN_WIDTH_PT = 100.0
# Heads and the caption above them have no more lines.
MAX_HEAD = 6


def part_at_twins(
    lines: Sequence[Line], level: Sequence[Edge], is_value: Callable[[str], bool]
) -> Iterator[Sequence[Line]]:
    """The lines of a region, or what stands above, left, right of and below the white between two such tables."""
    for left, right in _find_pairs(level):
        if not all(_stands_under_labels(edge, lines, is_value) for edge in (left, right)):
            continue
        top, bottom = _find_band(lines, (left.end + right.start) / 2, left.at)
        parts: list[list[Line]] = [[], [], [], []]
        for line in lines:
            y = line.box.middle[1]
            parts[0 if y < top else 3 if y > bottom else 1 if line.box.x1 < right.start else 2].append(line)
        yield from filter(None, parts[:3])
        yield from part_at_twins(parts[3], level, is_value) if parts[3] else ()
        return
    yield lines


def _find_pairs(level: Sequence[Edge]) -> Iterator[tuple[Edge, Edge]]:
    long = [edge for edge in level if edge.end - edge.start >= MIN_WIDTH_PT]
    for left, right in pairwise(sorted(long, key=lambda edge: (round(edge.at), edge.start))):
        is_level = abs(left.at - right.at) <= LEVEL_PT
        if is_level and MIN_WHITE_PT <= right.start - left.end <= MAX_WHITE_PT:
            yield left, right


def _stands_under_labels(edge: Edge, lines: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    """Whether the next lines below a rule at its left end are labels."""
    below = [line for line in lines if line.baseline > edge.at and abs(line.box.x0 - edge.start) <= SAME_EDGE_PT]
    first = sorted(below, key=lambda line: line.baseline)[:MIN_LABELS]
    return len(first) == MIN_LABELS and not any(is_value(line.text) for line in first)


def _find_band(lines: Sequence[Line], x: float, at: float) -> tuple[float, float]:
    """How far up from `at`, to the captions above the heads, and how far down no line crosses `x`."""
    crossing = [line.box.middle[1] for line in lines if line.box.x0 < x < line.box.x1]
    heads = sorted({round(line.box.middle[1]) for line in lines if line.baseline < at})[-MAX_HEAD:]
    above = max((y + 1 for y in crossing if y < at), default=float("-inf"))
    below = min((y - 1 for y in crossing if y > at), default=float("inf"))
    return max([above, *(y - 1 for y in heads[:1])]), below
