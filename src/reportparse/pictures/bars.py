"""Bars become series: standing on one foot, alone, in groups, or on top of each other.

Level bars are read the same way, with the page turned.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box, shared_width
from reportparse.pdf import Color
from reportparse.pictures.categories import match_categories, match_headings
from reportparse.pictures.labels import Label
from reportparse.pictures.legend import Legend
from reportparse.pictures.pills import holds_words
from reportparse.pictures.readings import Reading, read_marks
from reportparse.pictures.scales import find_axes
from reportparse.pictures.shapes import Bar
from reportparse.pictures.sides import DrawnSeries, choose_scales
from reportparse.pictures.values import Mark, scale_from_marks

# Bars of one chart are of one thickness, and those of a row begin at one height, to this many points.
SAME_PT = 1.0
# ... and thin ones to this part of it.
SAME_WIDTH = 0.1
# Thinner boxes are lines, in points.
MIN_THICK_PT = 2.0
MAX_LINE_PT = 1.5
MIN_LINE_LENGTH_PT = 60.0
# Bars on top of each other share this part of their thickness, and leave at most this gap, in points.
STACKED = 0.8
MAX_STACK_GAP_PT = 2.0
# The space between groups is this many times the one between bars of a group.
GROUP_GAP = 1.5
# A printed value stands at most this far from the end of its bar, in points.
MAX_LABEL_GAP_PT = 12.0

_Marked = tuple[Color | None, Bar, Mark]
"""The colour of its series (None where there is only one), the bar, and what it stands for."""


class Row(NamedTuple):
    """Bars of one thickness."""

    bars: list[Bar]
    foot: float
    """The height at which most of them begin."""
    begun: int
    """How many do; none where there are not two."""


@dataclass(slots=True)
class _Group:
    """Bars of one category."""

    bars: list[Bar]

    @property
    def span(self) -> tuple[float, float]:
        return min(bar.box.x0 for bar in self.bars), max(bar.box.x1 for bar in self.bars)

    @property
    def x(self) -> float:
        return sum(self.span) / 2

    @property
    def first(self) -> float:
        return (self.bars[0].box.x0 + self.bars[0].box.x1) / 2


def find_row(bars: Sequence[Bar]) -> Row:
    """The bars of one thickness, of which there are most; of two equal rows the larger ones."""
    thick = [
        bar for bar in bars
        if (width := bar.box.x1 - bar.box.x0) >= MIN_THICK_PT
        and not (width > MIN_LINE_LENGTH_PT and bar.box.height < MAX_LINE_PT)
    ]  # fmt: skip
    each = [bar.box.x1 - bar.box.x0 for bar in thick]
    widths = sorted(each)
    rooms = {width: min(SAME_PT, SAME_WIDTH * width) for width in dict.fromkeys(each)}
    counts = {
        width: bisect_right(widths, width + room) - bisect_left(widths, width - room) for width, room in rooms.items()
    }
    most = max(counts.values(), default=0)
    rows = [
        [bar for bar, own in zip(thick, each, strict=True) if abs(own - width) <= rooms[width]]
        for width, count in counts.items() if count == most
    ]  # fmt: skip
    row = max(rows, key=lambda row: sum([bar.box.area for bar in row])) if len(rows) > 1 else [*rows, []][0]
    return Row(row, *_find_foot(row)) if len(row) > 1 else Row(row, 0.0, 0)


def _find_foot(row: Sequence[Bar]) -> tuple[float, int]:
    """(the height at which most bars begin, how many do); bars on top of each other count once."""
    ends = sorted([(end, round(bar.box.x0 / SAME_PT)) for bar in row for end in (bar.box.bottom, bar.box.top)])
    levels = [end for end, _ in ends]
    counts = {
        end: len({x0 for _, x0 in ends[bisect_left(levels, end - SAME_PT) : bisect_right(levels, end + SAME_PT)]})
        for end in set(levels)
    }
    foot = max(counts, key=lambda end: (counts[end], end))
    return foot, counts[foot]


def read_bars(row: Row, labels: Sequence[Label], levels: Sequence[Box], legend: Legend) -> Reading | None:
    """The series of standing bars; None where they have no common foot."""
    foot = row.foot
    slots = [own for slot in _find_slots(row.bars) if (own := _without_pills(slot, foot, labels))]
    bars = [bar for slot in slots for bar in slot]
    bases = _find_bases(slots, foot)
    if bases is None:
        return None
    groups = _find_groups(slots, legend)
    step = _step(groups)
    left, right = min([bar.box.x0 for bar in bars]), max([bar.box.x1 for bar in bars])
    axes = find_axes(labels, levels, left, right)
    ticks = {id(label) for axis in axes for label in axis.labels}
    free = [label for label in labels if id(label) not in ticks]
    names, used = match_categories([group.x for group in groups], step, free, foot - SAME_PT)
    if not names:  # they may stand at the first bar of each group
        names, used = match_categories([group.first for group in groups], step, free, foot - SAME_PT)
    if not names:
        names = match_headings([group.span for group in groups], free, foot)
    free = [label for label in free if not used & {word.order for word in label.line.words}]
    marks = _make_marks(groups, names, bases, foot, legend)
    is_stacked = any(base is not None for base in bases.values())
    _assign_labels([(bar, mark) for _, bar, mark in marks], free, foot, is_stacked=is_stacked)
    if not axes and not is_stacked and not any(mark.label for _, _, mark in marks):
        _assign_far_labels([(bar, mark) for _, bar, mark in marks], free, foot)
    series = _find_series(marks, legend)
    chosen = choose_scales(axes, series, free, foot)
    scales = [scale for _, scale in chosen]
    if not is_stacked and not any(scales):
        scales = [scale_from_marks([mark for _, _, mark in marks], foot)] * len(series)
    named = [(name, one.marks) for (name, _), one in zip(chosen, series, strict=True)]
    return read_marks(named, scales, has_axis=bool(axes))


def _find_series(marks: Sequence[_Marked], legend: Legend) -> list[DrawnSeries]:
    """The marks by colour, in the order of the legend."""
    by_color: defaultdict[Color | None, list[Mark]] = defaultdict(list)
    for color, _, mark in marks:
        by_color[color].append(mark)
    ordered = sorted(by_color.items(), key=lambda item: legend.place(item[0]) if item[0] else 0)
    return [
        DrawnSeries(legend.name(color), color, found) if color else DrawnSeries(None, marks[0][1].color, found)
        for color, found in ordered
    ]


def _find_slots(row: Sequence[Bar]) -> list[list[Bar]]:
    """Bars above each other, from left to right."""
    slots: list[list[Bar]] = []
    for bar in sorted(row, key=lambda bar: (bar.box.x0, -bar.box.bottom)):
        if slots and shared_width(slots[-1][0].box, bar.box) > STACKED * bar.box.width:
            slots[-1].append(bar)
        else:
            slots.append([bar])
    return slots


def _without_pills(slot: list[Bar], foot: float, labels: Sequence[Label]) -> list[Bar]:
    """The bars above each other without those that float and hold words: a card tells so that its target was met."""
    words = [label.line for label in labels if label.amount is None]
    return [bar for bar in slot if not (_floats(bar, slot, foot) and holds_words(bar.box, words))]


def _floats(bar: Bar, slot: Sequence[Bar], foot: float) -> bool:
    """Whether a bar begins neither at the foot nor at the end of another one."""
    base = _find_base(bar.box, foot)
    ends = (end for other in slot if other is not bar for end in (other.box.top, other.box.bottom))
    return base is not None and not any(abs(end - base) <= MAX_STACK_GAP_PT for end in ends)


def _find_base(box: Box, foot: float) -> float | None:
    is_at_foot = min(abs(box.bottom - foot), abs(box.top - foot)) <= SAME_PT
    return None if is_at_foot else box.bottom if box.bottom < foot else box.top


def _find_bases(slots: Sequence[Sequence[Bar]], foot: float) -> dict[Box, float | None] | None:
    """Where each bar begins: None for the foot, else the end of the bar below; no answer where one floats."""
    if any(_floats(bar, slot, foot) for slot in slots for bar in slot):
        return None
    return {bar.box: _find_base(bar.box, foot) for slot in slots for bar in slot}


def _find_groups(slots: Sequence[Sequence[Bar]], legend: Legend) -> list[_Group]:
    """One group for each category: slots that stand close together where the colours come again."""
    edges = [(min(bar.box.x0 for bar in slot), max(bar.box.x1 for bar in slot)) for slot in slots]
    gaps = [b[0] - a[1] for a, b in pairwise(edges)]
    colors = {bar.color for slot in slots for bar in slot}
    alone = [_Group(list(slot)) for slot in slots]
    if len(colors) < 2 or len(gaps) < 1 or any(len(slot) > 1 for slot in slots):
        return alone
    if len(gaps) == 1 or max(gaps) <= GROUP_GAP * max(min(gaps), 0) + SAME_PT:
        every = [bar for slot in slots for bar in slot]
        return _find_rounds(every, len(colors)) if _are_named(colors, legend) else alone
    limit = (max(gaps) + min(gaps)) / 2
    groups = [_Group(list(slots[0]))]
    for gap, slot in zip(gaps, slots[1:], strict=True):
        if gap > limit:
            groups.append(_Group([]))
        groups[-1].bars.extend(slot)
    is_clean = all(len({bar.color for bar in group.bars}) == len(group.bars) for group in groups)
    return groups if is_clean else alone


def _find_rounds(bars: Sequence[Bar], count: int) -> list[_Group]:
    """Groups of evenly spaced bars whose colours come again and again in one order; else each bar alone."""
    is_round = all(bar.color == bars[place % count].color for place, bar in enumerate(bars))
    size = count if is_round and len(bars) % count == 0 else 1
    return [_Group(list(bars[start : start + size])) for start in range(0, len(bars), size)]


def _are_named(colors: set[Color], legend: Legend) -> bool:
    return all(legend.name(color) for color in colors)


def _step(groups: Sequence[_Group]) -> float:
    """From one group to the next, in points."""
    steps = sorted(b.x - a.x for a, b in pairwise(groups))
    if steps:
        return steps[0] if steps[0] > 0 else steps[-1]
    boxes = [bar.box for bar in groups[0].bars]
    return 2 * (max(box.x1 for box in boxes) - min(box.x0 for box in boxes))


def _make_marks(
    groups: Sequence[_Group], names: dict[int, str], bases: dict[Box, float | None], foot: float, legend: Legend
) -> list[_Marked]:
    """A mark for each bar whose category is known, with the colour of its series; one series has no colour."""
    colors = {bar.color for group in groups for bar in group.bars}
    is_single = all(len(group.bars) == 1 for group in groups)
    if not names and is_single and len(colors) == len(groups) and _are_named(colors, legend):
        names = {place: legend.name(group.bars[0].color) or "" for place, group in enumerate(groups)}
        legend = Legend(())
    if not names and len(groups) == 1 and _are_named(colors, legend) and len(colors) == len(groups[0].bars):
        groups = [_Group([bar]) for bar in groups[0].bars]
        names = {place: legend.name(group.bars[0].color) or "" for place, group in enumerate(groups)}
        is_single, legend = True, Legend(())
    is_one = is_single and (len(colors) == 1 or not _are_named(colors, legend))
    marks: list[_Marked] = []
    for place, group in enumerate(groups):
        for bar in group.bars if place in names else ():
            end = bar.box.top if bar.box.bottom <= foot + SAME_PT else bar.box.bottom
            color = None if is_one and not legend.name(bar.color) else bar.color
            marks.append((color, bar, Mark(names[place], end, bases[bar.box])))
    return marks


def _assign_labels(
    bars: Sequence[tuple[Bar, Mark]], labels: Sequence[Label], foot: float, *, is_stacked: bool
) -> None:
    """Give each bar the number that is printed in it or at its end, the nearest pairs first."""
    pairs: list[tuple[float, int, int]] = []
    numbers = [label for label in labels if label.amount is not None]
    for index, (bar, mark) in enumerate(bars):
        for place, label in enumerate(numbers):
            cost = _label_cost(bar, mark.place, label, foot, is_stacked=is_stacked)
            if cost is not None:
                pairs.append((cost, index, place))
    taken: set[int] = set()
    for _, index, place in sorted(pairs):
        mark = bars[index][1]
        if mark.label is None and place not in taken:
            mark.label = numbers[place]
            taken.add(place)


def _assign_far_labels(bars: Sequence[tuple[Bar, Mark]], labels: Sequence[Label], foot: float) -> None:
    """Give each bar the only number in line with it, where all are in proportion to the bars: a column of values."""
    for bar, mark in bars:
        x = (bar.box.x0 + bar.box.x1) / 2
        ahead = [
            label for label in labels
            if label.amount is not None and label.top < mark.place
            and abs(label.x - x) <= max(3.0, 0.35 * bar.box.width)
        ]  # fmt: skip
        mark.label = ahead[0] if len(ahead) == 1 else None
    every = [mark for _, mark in bars]
    if not all(mark.label for mark in every) or scale_from_marks(every, foot) is None:
        for mark in every:
            mark.label = None


def _label_cost(bar: Bar, end: float, label: Label, foot: float, *, is_stacked: bool) -> float | None:
    """How far a number stands from where the value of a bar is printed; None for too far."""
    box = bar.box
    aside = abs(label.x - (box.x0 + box.x1) / 2)
    if aside > max(3.0, 0.35 * box.width):
        return None
    if box.top <= label.top <= box.bottom:
        return aside
    if is_stacked:
        return None
    gap = end - label.box.bottom if end <= foot else label.box.top - end
    return aside + 0.2 * abs(gap) if -label.box.height <= gap <= MAX_LABEL_GAP_PT else None
