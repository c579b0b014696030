"""Category labels: the row of texts along the foot of a chart, each matched to the marks that it names."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportparse.layout.lines import make_line
from reportparse.pdf import Word
from reportparse.pictures.labels import Label, make_label

# A label is centred on its marks to this part of the step from one category to the next.
CENTRED = 0.3
# The share of the labels of a row that must be centred.
MIN_ALIGNED = 0.8
# Rows below the foot that are looked at: ticks' labels, a legend, the name of the axis.
MAX_ROWS = 4
# Lines of one label follow each other within this many type sizes.
MAX_LEADING_EM = 1.5
MAX_LINES = 4
# A label was broken where its next word would have filled this part of the step.
FILLED = 0.75

Pieces = dict[int, list[Label]]


def match_categories(
    slots: Sequence[float], step: float, labels: Sequence[Label], floor: float
) -> tuple[dict[int, str], set[int]]:
    """Name the slots of a chart.

    Args:
        slots: Middles of the groups of bars, or points of the lines, from left to right.
        step: Usual distance from one slot to the next, in points.
        labels: Those that may be categories.
        floor: Labels stand below this height.

    Returns:
        The name of each slot that has one, and the order of the words that were used.
    """
    below = [
        label for label in labels
        if label.top > floor and slots[0] - 0.6 * step <= label.x <= slots[-1] + 0.6 * step
    ]  # fmt: skip
    rows = list(_find_rows(below))
    for place, row in enumerate(rows[:MAX_ROWS]):
        pieces = _assign(row, slots, step)
        centred = _keep_centred(pieces, slots, step)
        if len(centred) < min(2, len(slots)) or len(centred) < MIN_ALIGNED * len(pieces):
            continue
        _add_lines(centred, rows[place + 1 :], slots, step)
        used = {word.order for group in centred.values() for label in group for word in label.line.words}
        return {slot: _join(group) for slot, group in centred.items()}, used
    return {}, set()


def _find_rows(labels: Sequence[Label]) -> Iterator[list[Label]]:
    """Labels beside each other, from the foot downwards."""
    left = sorted(labels, key=lambda label: label.box.top)
    while left:
        first = min(left, key=lambda label: label.box.top)
        row = [
            label for label in left
            if min(label.box.bottom, first.box.bottom) - max(label.box.top, first.box.top)
            > 0.4 * min(label.box.height, first.box.height)
        ]  # fmt: skip
        yield row
        left = [label for label in left if label not in row]


def _assign(row: Sequence[Label], slots: Sequence[float], step: float) -> Pieces:
    """Each label to its nearest slot; one that reaches over several is cut into words first."""
    pieces: defaultdict[int, list[Label]] = defaultdict(list)
    for label in row:
        if label.box.width > 1.2 * step and len(label.line.words) > 1 and label.line.words[0].angle == 0:
            for part in _cut(label, slots):
                pieces[_nearest(slots, part.x)].append(part)
        else:
            pieces[_nearest(slots, label.x)].append(label)
    return pieces


def _cut(label: Label, slots: Sequence[float]) -> Iterator[Label]:
    """The words of a label as one label for each slot."""
    words: defaultdict[int, list[Word]] = defaultdict(list)
    for word in label.line.words:
        words[_nearest(slots, (word.x0 + word.x1) / 2)].append(word)
    for group in words.values():
        yield make_label(make_line(label.line.page, group))


def _nearest(slots: Sequence[float], x: float) -> int:
    return min(range(len(slots)), key=lambda slot: abs(slots[slot] - x))


def _keep_centred(pieces: Mapping[int, list[Label]], slots: Sequence[float], step: float) -> Pieces:
    kept: Pieces = {}
    for slot, group in pieces.items():
        x0, x1 = min(label.box.x0 for label in group), max(label.box.x1 for label in group)
        if abs((x0 + x1) / 2 - slots[slot]) <= CENTRED * step:
            kept[slot] = group
    return kept


def _add_lines(first: Pieces, rows: Sequence[Sequence[Label]], slots: Sequence[float], step: float) -> None:
    """Take in the further lines of labels that were broken to fit, and not the name of the axis."""
    last = {slot: group[-1] for slot, group in first.items()}
    for row in rows[: MAX_LINES - 1]:
        pieces = _keep_centred(_assign(row, slots, step), slots, step)
        fits = [
            slot for slot, group in pieces.items()
            if slot in last and 0 < group[0].top - last[slot].top <= MAX_LEADING_EM * group[0].size
        ]  # fmt: skip
        broken = [
            slot for slot in fits
            if last[slot].box.width + pieces[slot][0].line.words[0].box.width > FILLED * step
        ]  # fmt: skip
        if len(fits) < len(pieces) or not fits or (len(fits) < 2 and not broken):
            return
        for slot in fits:
            first[slot].extend(pieces[slot])
            last[slot] = pieces[slot][-1]


def _join(group: Sequence[Label]) -> str:
    """Lines of one label, from top to bottom as they stand on the page."""
    ordered = sorted(group, key=lambda label: (round(label.line.baseline), label.line.box.x0))
    text = ""
    for label in ordered:
        joint = "" if text.endswith(("-", "/")) or not text else " "
        text += joint + label.text
    return text
