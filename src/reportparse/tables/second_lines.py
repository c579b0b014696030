"""Labels that have a second line in a type of its own, as those told in two languages do."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from reportparse.pdf import Style
from reportparse.tables.segments import Segment

# Fewest second lines that tell a type of theirs.
MIN_SECOND = 2
# Types that differ by less than this are of one size, edges nearer than that one, in points.
SAME_SIZE_PT, SAME_EDGE_PT = 0.4, 1.5
# A second line is nearer to its own label than to the next one by this factor, and no further off in type sizes.
NEARER, MAX_LEADING_EM = 1.18, 1.6

Label = tuple[Segment, bool]


def find_second_types(labels: Iterable[Label]) -> frozenset[Style]:
    """The types that no label beside values has, and all lines in which stand right below one, nearer than to the next.

    A smaller line may stand as near to the next: headings, but for those in capitals, are no smaller than their rows.
    Heads may have such lines, too.  `labels` are the texts of the first column from top to bottom, and whether values
    stand beside them.
    """
    rows = list(labels)
    valued = {style for segment, has_values in rows if has_values for style in (_style(segment), _face(segment))}
    least = min((segment.size for segment, has_values in rows if has_values), default=0.0)
    lone: defaultdict[Style, list[bool]] = defaultdict(list)
    for place, ((above, is_row), (segment, has_values)) in enumerate(pairwise(rows), 1):
        style = _style(segment) if _face(segment) in valued else _face(segment)
        if not has_values and style not in valued:
            after = rows[place + 1][0] if place + 1 < len(rows) else None
            is_told = _is_second(above, segment, after, least)
            is_head = not any(told for _, told in rows[:place])
            if is_told or not is_head:
                lone[style].append(is_told and (is_row or is_head or style in (_style(above), _face(above))))
    return frozenset(style for style, told in lone.items() if len(told) >= MIN_SECOND and all(told))


def _is_second(above: Segment, segment: Segment, after: Segment | None, least: float) -> bool:
    """Whether a line is of the label above it; `least` is the smallest type of labels beside values."""
    down = segment.baseline - above.baseline
    is_near = 0 < down <= MAX_LEADING_EM * above.size and segment.x0 >= above.x0 - SAME_EDGE_PT
    is_smaller = segment.size < least - SAME_SIZE_PT and not segment.text.isupper()
    if after is None or _style(after) == _style(segment):
        return is_near
    return is_near and down * (1 / NEARER if is_smaller else NEARER) < after.baseline - segment.baseline


def is_second(segment: Segment, types: frozenset[Style]) -> bool:
    """Whether a label is the second line of another."""
    return _style(segment) in types or _face(segment) in types


def _style(segment: Segment) -> Style:
    return segment.words[0].style


def _face(segment: Segment) -> Style:
    """The type of a label whatever its colour: totals may have one of their own."""
    return _style(segment)._replace(color=None)
