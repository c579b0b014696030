"""Headers that the search for columns of text cut off from their rows: stacked heads stand like columns of prose."""

from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from itertools import groupby
from operator import attrgetter

from reportparse.geometry import shared_width
from reportparse.layout.lines import Line
from reportparse.tables.named import find_number

# A header reaches up so far, in points, and its lines stand no further apart than this, in parts of the type size.
MAX_HEAD_PT, MAX_STEP_EM = 110.0, 3.0
# Texts at the top of a region among which its first row of values is looked for: units and a heading may come first.
FIRST_LINES = 20
# No text in a header has so many words on a line.
PROSE_WORDS = 8
# Texts may reach over the sides of the rows below them by this, in points.
OVER_PT = 6.0


def rejoin_heads(regions: Sequence[Sequence[Line]], is_value: Callable[[str], bool]) -> list[list[Line]]:
    """The regions of a page, those that begin with rows of values given the lines of the header right above them."""
    if len(regions) < 2:
        return [list(region) for region in regions]
    ordered = sorted((line for region in regions for line in region), key=attrgetter("baseline"))
    heights = [line.baseline for line in ordered]
    moved: dict[int, int] = {}  # first word of a line to the region that it moves to
    for number, region in enumerate(regions):
        first = _find_values(region, is_value)
        if first is None:
            continue
        top = min(line.baseline for line in region)
        near = ordered[bisect_left(heights, top - MAX_HEAD_PT) : bisect_left(heights, first - 0.1)]
        own = {line.words[0].order for line in region}
        head = _find_head(near, region, own)
        if any(len(row) > 1 for row in head):
            orders = {line.words[0].order for row in head for line in row}
            moved.update(dict.fromkeys(orders - own, number))
    if not moved:
        return [list(region) for region in regions]
    joined: list[list[Line]] = [[] for _ in regions]
    for number, region in enumerate(regions):
        for line in region:
            joined[moved.get(line.words[0].order, number)].append(line)
    return [region for region in joined if region]


def _find_values(region: Sequence[Line], is_value: Callable[[str], bool]) -> float | None:
    """The baseline of the first row that has a value behind its first text, among the first ones; None without."""
    ordered = sorted(region, key=attrgetter("baseline"))[:FIRST_LINES]
    for _, group in groupby(ordered, key=lambda line: round(line.baseline)):
        _, *others = sorted(group, key=lambda line: line.box.x0)
        if any(is_value(line.text) for line in others):
            return others[0].baseline
    return None


def _find_head(near: Sequence[Line], region: Sequence[Line], own: Container[int]) -> list[list[Line]]:
    """Rows right above a region's values, from below, that stand wholly over it and are neither captions nor prose.

    Those between its first line and the values need only do so with what they have that is not its own.
    """
    top = min(line.baseline for line in region)
    left, right = min(line.box.x0 for line in region) - OVER_PT, max(line.box.x1 for line in region) + OVER_PT
    width = region[0].box._replace(x0=left, x1=right)
    below = top
    found: list[list[Line]] = []
    over = [line for line in near if shared_width(line.box, width) > 0]
    for _, group in groupby(reversed(over), key=lambda line: round(line.baseline)):
        row = [line for line in group if line.baseline < top or line.words[0].order not in own]
        if not row:
            continue
        if below - row[0].baseline > MAX_STEP_EM * row[0].style.size:
            break
        if any(find_number(line.text) or len(line.words) >= PROSE_WORDS for line in row):
            break
        if any(line.box.x0 < left or line.box.x1 > right for line in row):
            break
        found.append(row)
        below = min(below, row[0].baseline)
    return found
